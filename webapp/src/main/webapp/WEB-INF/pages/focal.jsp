<%@ page contentType="text/html;charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<ui:layout>
<div class="head"><h1>${t['focal.title']}</h1><a class="button" href="${f.base}image/${id}/">${t['focal.back']}</a></div>
<p class="hint">${t['focal.hint']}&#32;<span class="scripted">${t['focal.keys']}</span></p>
<form class="focal" method="post" action="${f.base}image/${id}/focal/" data-id="${id}" data-x="${x}" data-y="${y}" data-set="${set}">
<ui:token />
<input type="hidden" name="width" value="${width}"><input type="hidden" name="height" value="${height}">
<div class="target"><input type="image" name="point" src="<c:out value="${shown}" />" width="${width}" height="${height}" alt="${t['focal.point']}"></div>
<c:if test="${set}"><p><button class="button" name="remove" value="true">${t['focal.remove']}</button></p></c:if>
</form>
<ul class="crops">
<c:forEach var="crop" items="${crops}"><li><figure><img class="${crop.shape()}" src="<c:out value="${crop.address()}" />" width="${crop.width()}" height="${crop.height()}" alt=""><figcaption><c:out value="${crop.label()}" /></figcaption></figure></li></c:forEach>
</ul>
</ui:layout>
