<%@ page contentType="text/html;charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<ui:layout>
<h1>${t['trash.title']}</h1>
<c:choose>
<c:when test="${empty deleted}"><div class="empty"><p>${t['trash.empty']}</p></div></c:when>
<c:otherwise>
<form method="post" action="${f.base}trash/restore/">
<ui:token />
<div class="scroll" tabindex="0" role="region" aria-label="${t['trash.title']}">
<table>
<thead><tr><td></td><th scope="col">${t['trash.picture']}</th><th scope="col">${t['trash.when']}</th><th scope="col">${t['trash.by']}</th><th scope="col">${t['trash.why']}</th></tr></thead>
<tbody>
<c:forEach var="one" items="${deleted}">
<tr><td><input type="checkbox" name="id" value="${one.id()}" id="d${one.id()}"></td><th scope="row"><label for="d${one.id()}"><c:out value="${one.label()}" /></label></th><td><c:out value="${one.when()}" /></td><td><c:out value="${one.by()}" /></td><td><c:out value="${one.why()}" /></td></tr>
</c:forEach>
</tbody>
</table>
</div>
<p class="row"><button class="button main">${t['trash.restore']}</button><c:if test="${f.admin}"><button class="button danger" formaction="${f.base}trash/erase/" data-confirm="${t['trash.sure']}">${t['trash.erase']}</button></c:if></p>
</form>
<ui:more next="${next}" />
</c:otherwise>
</c:choose>
</ui:layout>
