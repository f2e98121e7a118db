<%@ page contentType="text/html;charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<ui:layout>
<div class="head"><h1><c:out value="${heading}" /></h1>
<c:if test="${not empty sorts and not empty tiles}"><nav class="sorts" aria-label="${t['list.sort']}"><c:forEach var="sort" items="${sorts}"><a href="${f.base}<c:out value="${sort.path()}" />" <c:if test="${sort.chosen()}">aria-current="true"</c:if>><c:out value="${sort.name()}" /></a></c:forEach></nav></c:if>
</div>
<c:if test="${not empty limited}"><p class="hint"><c:out value="${limited}" /></p></c:if>
<c:choose>
<c:when test="${empty tiles}"><div class="empty"><p>${t['list.empty']}</p></div></c:when>
<c:otherwise>
<form class="choice" action="${f.base}edit/">
<ui:grid tiles="${tiles}" choosable="yes" />
<c:if test="${f.editor}"><div class="chosen"><span class="count" role="status"></span><button class="button main">${t['list.edit']}</button></div></c:if>
</form>
<ui:more next="${next}" previous="${previous}" />
</c:otherwise>
</c:choose>
</ui:layout>
