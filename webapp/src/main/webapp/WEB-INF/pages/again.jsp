<%@ page contentType="text/html;charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<ui:layout>
<form class="card narrow" method="post" action="<c:out value="${action}" />">
<h1>${t['again.title']}</h1>
<p>${t['again.text']}</p>
<ui:token />
<c:forEach var="field" items="${fields}"><input type="hidden" name="<c:out value="${field.name()}" />" value="<c:out value="${field.value()}" />"></c:forEach>
<dl class="facts"><c:forEach var="field" items="${fields}"><div><dt><c:out value="${field.name()}" /></dt><dd><c:out value="${field.value()}" /></dd></div></c:forEach></dl>
<button class="button main">${t['again.do']}</button>
<a class="button" href="${f.base}">${t['again.leave']}</a>
</form>
</ui:layout>
