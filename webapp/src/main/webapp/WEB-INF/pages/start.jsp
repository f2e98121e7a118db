<%@ page contentType="text/html;charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<ui:layout>
<h1 class="unseen">${t['start.title']}</h1>
<c:choose>
<c:when test="${empty tiles}">
<div class="empty"><h2>${t['start.empty']}</h2><p><c:out value="${welcome}" /></p><c:if test="${f.editor}"><a class="button main" href="${f.base}upload/">${t['nav.upload']}</a></c:if></div>
</c:when>
<c:otherwise>
<c:if test="${first}">
<c:if test="${not empty cloud}"><section class="strip" aria-label="${t['start.tags']}"><ui:cloud tags="${cloud}" /></section></c:if>
<section aria-labelledby="newest"><h2 id="newest">${t['start.newest']}</h2><div class="reel"><ui:grid tiles="${newest}" /></div></section>
<h2>${t['start.random']}</h2>
</c:if>
<ui:grid tiles="${tiles}" />
<ui:more next="${next}" />
</c:otherwise>
</c:choose>
</ui:layout>
