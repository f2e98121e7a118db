<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<%@ attribute name="next" required="true" %>
<%@ attribute name="previous" %>
<nav class="more" aria-label="${t['list.pages']}">
<c:if test="${not empty previous}"><a class="button" rel="prev" href="${f.base}<c:out value="${previous}" />">${t['list.previous']}</a></c:if>
<c:if test="${not empty next}"><a class="button" rel="next" href="${f.base}<c:out value="${next}" />">${t['list.next']}</a></c:if>
</nav>
