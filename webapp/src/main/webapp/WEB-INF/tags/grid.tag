<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<%@ attribute name="tiles" required="true" type="java.util.List" %>
<%@ attribute name="choosable" %>
<%@ attribute name="chosen" %>
<c:set var="choice" value="${choosable eq 'yes' and f.editor ? (chosen eq 'yes' ? 'yes' : 'no') : ''}" />
<ul class="grid">
<c:forEach var="tile" items="${tiles}"><ui:tile tile="${tile}" chosen="${choice}" /></c:forEach>
</ul>
