<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ attribute name="curves" required="true" type="java.util.List" %>
<div class="curves">
<c:forEach var="curve" items="${curves}">
<figure class="curve"><figcaption><c:out value="${curve.name()}" /></figcaption><svg viewBox="0 0 240 48" preserveAspectRatio="none" role="img" aria-label="<c:out value="${curve.name()}" />: <c:out value="${curve.words()}" />"><path class="ground" d="M0 46.5H240" /><path d="${curve.path()}" /></svg><p><c:out value="${curve.words()}" /></p></figure>
</c:forEach>
</div>
