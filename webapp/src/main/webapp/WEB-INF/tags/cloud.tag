<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<%@ attribute name="tags" required="true" type="java.util.List" %>
<ul class="cloud">
<c:forEach var="tag" items="${tags}"><li class="w${tag.weight()}"><a href="${f.base}${tag.path()}"><c:out value="${tag.tag()}" /><c:if test="${tag.count() gt 0}"> <small>${tag.count()}</small></c:if></a></li>
</c:forEach>
</ul>
