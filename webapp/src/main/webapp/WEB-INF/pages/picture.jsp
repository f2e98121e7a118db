<%@ page contentType="text/html;charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<ui:layout>
<article class="picture" data-id="${id}">
<div class="stage">
<a class="large ${shape}" href="<c:out value="${large}" />" data-width="${largeWidth}" data-height="${largeHeight}" aria-label="${t['picture.zoom']}">${picture}</a>
<nav class="steps" aria-label="${t['picture.steps']}">
<c:forEach var="tile" items="${before}"><a class="step before" rel="prev" href="${f.base}${tile.path()}" aria-label="${t['picture.previous']}">${tile.picture()}</a></c:forEach>
<c:if test="${browses}"><a class="button" href="${f.base}image/random/">${t['nav.random']}</a></c:if>
<c:forEach var="tile" items="${after}"><a class="step after" rel="next" href="${f.base}${tile.path()}" aria-label="${t['picture.next']}">${tile.picture()}</a></c:forEach>
</nav>
</div>
<div class="about">
<h1 data-title="<c:out value="${title}" />"><c:out value="${heading}" /></h1>
<c:if test="${hidden}"><p class="badge">${t['picture.private']}</p></c:if>
<c:if test="${f.editor}">
<details class="fold retitle"><summary>${t['picture.retitle']}</summary>
<form method="post" action="${f.base}image/${id}/title/"><ui:token /><label for="newtitle">${t['picture.title']}</label><div class="row"><input id="newtitle" name="title" value="<c:out value="${title}" />" maxlength="1000" required><button class="button main">${t['picture.save']}</button></div></form>
</details>
</c:if>
<section class="tags" aria-labelledby="tagshead"><h2 id="tagshead">${t['picture.tags']}</h2>
<ul class="chips"><c:forEach var="tag" items="${tags}"><li><a href="${f.base}${tag.path()}"><c:out value="${tag.tag()}" /></a><c:if test="${tag.own()}"><form method="post" action="${f.base}image/${id}/tags/"><ui:token /><button name="remove" value="<c:out value="${tag.tag()}" />" aria-label="${t['picture.untag']}&#32;<c:out value="${tag.tag()}" />">×</button></form></c:if></li></c:forEach></ul>
<c:if test="${f.reader}"><form class="addtags" method="post" action="${f.base}image/${id}/tags/"><ui:token /><label class="unseen" for="add">${t['picture.addtags']}</label><div class="row"><input id="add" name="add" placeholder="${t['picture.addtags']}" data-suggest="tags" autocomplete="off" required><button class="button">${t['picture.add']}</button></div></form></c:if>
</section>
<section class="opinion" aria-labelledby="opinionhead"><h2 id="opinionhead">${t['picture.opinion']}</h2>
<div class="row">
<c:if test="${f.reader}">
<form class="heart" method="post" action="${f.base}image/${id}/favorite/"><ui:token /><button name="favorite" value="${not favourite}" aria-pressed="${favourite}" aria-label="${t['picture.favourite']}"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 20.5 4.2 12.9a5 5 0 0 1 7.1-7.1l.7.7.7-.7a5 5 0 0 1 7.1 7.1z" /></svg></button></form>
<form class="stars" method="post" action="${f.base}image/${id}/rating/"><ui:token /><fieldset><legend class="unseen">${t['picture.rate']}</legend><c:forEach var="n" begin="1" end="10"><button name="rating" value="${n eq rating ? 0 : n}" data-n="${n}" class="${n le rating ? 'full' : ''}" aria-pressed="${n eq rating}" aria-label="${n}">★</button></c:forEach></fieldset></form>
</c:if>
<p class="rated" role="status"><c:out value="${rated}" /></p>
</div>
</section>
<c:if test="${unread}"><p class="hint">${t['picture.unread']}</p></c:if>
<c:if test="${placed}"><p class="warning">${t['picture.gps']}</p></c:if>
<section aria-labelledby="factshead"><h2 id="factshead">${t['picture.facts']}</h2><ui:lines lines="${facts}" /></section>
<details class="fold"><summary>${t['picture.sizes']}</summary>
<ul class="sizes"><c:forEach var="size" items="${sizes}"><li><a href="<c:out value="${size.address()}" />"><c:out value="${size.name()}" /></a> <small><c:out value="${size.words()}" /></small></li></c:forEach></ul>
</details>
<details class="fold"><summary>${t['picture.codes']}</summary>
<c:forEach var="code" items="${codes}" varStatus="at"><label for="code${at.index}"><c:out value="${code.name()}" /></label><div class="row"><input id="code${at.index}" class="code" readonly value="<c:out value="${code.text()}" />"><button type="button" class="button copy scripted" data-copy="code${at.index}" aria-label="${t['picture.copy']}&#32;<c:out value="${code.name()}" />">${t['picture.copy']}</button></div></c:forEach>
</details>
<p class="row deeds"><a class="button" href="<c:out value="${original}" />" download>${t['picture.download']}</a>
<c:if test="${f.editor}"><a class="button" href="${f.base}image/${id}/focal/">${t['focal.title']}</a></c:if></p>
<c:if test="${f.editor}">
<form class="row" method="post" action="${f.base}image/${id}/private/"><ui:token /><button class="button" name="private" value="${not hidden}">${hidden ? t['picture.show'] : t['picture.hide']}</button></form>
<details class="fold"><summary>${t['picture.delete']}</summary>
<form method="post" action="${f.base}image/${id}/delete/"><ui:token /><label for="why">${t['picture.why']}</label><div class="row"><input id="why" name="why" maxlength="1000"><button class="button danger">${t['picture.totrash']}</button></div></form></details>
</c:if>
</div>
</article>
</ui:layout>
