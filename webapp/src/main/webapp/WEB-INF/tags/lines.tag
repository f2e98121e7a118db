<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<%@ attribute name="lines" required="true" type="java.util.List" %>
<dl class="facts">
<c:forEach var="line" items="${lines}"><div><dt><c:out value="${line.name()}" /></dt><dd><c:out value="${line.value()}" /></dd></div>
</c:forEach>
</dl>
