<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<%@ attribute name="bars" required="true" type="java.util.List" %>
<dl class="bars">
<c:forEach var="bar" items="${bars}"><div><dt><c:out value="${bar.name()}" /></dt><dd><meter min="0" max="${bar.most()}" value="${bar.value()}" aria-label="<c:out value="${bar.name()}" />"></meter><span><c:out value="${bar.words()}" /></span></dd></div>
</c:forEach>
</dl>
