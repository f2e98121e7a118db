<%@ page contentType="text/html;charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<ui:layout>
<h1>${t['admin.title']}</h1>
<div class="cards">
<section class="card wide"><h2>${t['admin.hour']}</h2><ui:curves curves="${curves}" /></section>
<section class="card"><h2>${t['admin.parts']}</h2><ul class="parts"><c:forEach var="part" items="${parts}"><li class="${part.good() ? 'good' : 'down'}"><b><c:out value="${part.name()}" /></b> <span><c:out value="${part.state()}" /></span></li></c:forEach></ul></section>
<section class="card"><h2>${t['admin.store']}</h2><ui:bars bars="${fill}" /><ui:lines lines="${cache}" /></section>
<section class="card"><h2>${t['admin.unused']}</h2><ui:bars bars="${ages}" /></section>
<section class="card"><h2>${t['admin.work']}</h2><ui:bars bars="${queues}" /><ui:lines lines="${renders}" /></section>
<section class="card"><h2>${t['admin.explain']}</h2>
<form action="${f.base}admin/"><label for="path">${t['admin.path']}</label><div class="row"><input id="path" name="path" value="<c:out value="${path}" />" placeholder="/240x160/ID/name.jpeg"><button class="button main">${t['admin.ask']}</button></div></form>
<c:if test="${not empty explanation}"><ui:lines lines="${explanation}" /></c:if>
<p class="hint">${t['admin.sizes']}&#32;<c:out value="${sizes}" /></p>
</section>
<section class="card jobs" hidden><h2>${t['admin.jobs']}</h2><ul></ul></section>
</div>
<section class="card making failures"><h2>${t['admin.failures']}</h2>
<c:choose>
<c:when test="${empty failed}"><p>${t['admin.nofailures']}</p></c:when>
<c:otherwise><p class="hint">${t['admin.retryhint']}</p><ui:made made="${failed}" name="${t['admin.failures']}" failed="true" /></c:otherwise>
</c:choose>
</section>
<section class="card making"><h2>${t['admin.slowest']}</h2>
<c:choose>
<c:when test="${empty slow}"><p>${t['admin.noslow']}</p></c:when>
<c:otherwise><ui:made made="${slow}" name="${t['admin.slowest']}" failed="false" /></c:otherwise>
</c:choose>
</section>
</ui:layout>
