<%@ page contentType="text/html;charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<ui:layout>
<div class="empty">
<h1><c:out value="${heading}" /></h1>
<p><c:out value="${failure}" /></p>
<c:if test="${not empty restore}"><form method="post" action="${f.base}trash/restore/"><ui:token /><input type="hidden" name="id" value="${restore}"><button class="button main">${t['trash.restore']}</button></form></c:if>
<p><a href="${f.base}">${t['failure.home']}</a></p>
</div>
</ui:layout>
