<%@ page contentType="text/html;charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<ui:layout>
<h1>${t['tags.title']}</h1>
<c:choose>
<c:when test="${empty cloud}"><div class="empty"><p>${t['tags.empty']}</p></div></c:when>
<c:otherwise><ui:cloud tags="${cloud}" /></c:otherwise>
</c:choose>
</ui:layout>
