<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<%@ attribute name="made" required="true" type="java.util.List" %>
<%@ attribute name="name" required="true" %>
<%@ attribute name="failed" required="true" type="java.lang.Boolean" %>
<div class="scroll" tabindex="0" role="region" aria-label="<c:out value="${name}" />">
<table>
<thead><tr><th scope="col">${t['admin.picture']}</th><c:if test="${failed}"><th scope="col">${t['admin.why']}</th></c:if><th scope="col">${t['admin.took']}</th><th scope="col">${t['admin.when']}</th><td></td></tr></thead>
<tbody>
<c:forEach var="one" items="${made}">
<tr><th scope="row"><a href="${f.base}image/${one.id()}/">${one.id()}</a> <small>${one.size()}</small></th><c:if test="${failed}"><td><c:out value="${one.why()}" /></td></c:if><td><c:out value="${one.took()}" /></td><td><c:out value="${one.when()}" /></td><td><form method="post" action="${f.base}admin/retry/"><ui:token /><button class="button" name="path" value="${one.path()}">${failed ? t['admin.retry'] : t['admin.again']}</button></form></td></tr>
</c:forEach>
</tbody>
</table>
</div>
