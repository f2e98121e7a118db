<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<!DOCTYPE html>
<html lang="${f.language}">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title><c:if test="${not empty f.title}"><c:out value="${f.title}" /> · </c:if>huImages</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%23246'/%3E%3Ccircle cx='8' cy='8' r='3.5' fill='none' stroke='%23fff' stroke-width='1.5'/%3E%3C/svg%3E">
<link rel="stylesheet" href="${f.assets}browser.css">
<link rel="expect" href="#end" blocking="render">
<script type="module" src="${f.assets}browser.js"></script>
</head>
<body data-base="${f.base}" data-api="${f.api}" data-csrf="${f.csrf}" data-user="<c:out value="${f.user}" />" data-texts="<c:out value="${f.scripts}" />">
<a class="skip" href="#main">${t['nav.skip']}</a>
<header class="top">
<a class="brand" href="${f.base}"><svg aria-hidden="true" viewBox="0 0 16 16"><rect width="16" height="16" rx="4" /><circle cx="8" cy="8" r="3.5" /></svg>huImages</a>
<form class="search" role="search" action="${f.base}search/">
<label class="unseen" for="q">${t['nav.search']}</label>
<input id="q" type="search" name="q" value="<c:out value="${f.query}" />" placeholder="${t['nav.search']}" autocomplete="off">
</form>
<nav class="ways" aria-label="${t['nav.pages']}">
<a href="${f.base}newest/">${t['nav.newest']}</a>
<a href="${f.base}tags/">${t['nav.tags']}</a>
<a href="${f.base}image/random/">${t['nav.random']}</a>
<c:if test="${f.reader}"><a href="${f.base}favorites/">${t['nav.favourites']}</a></c:if>
<c:if test="${f.editor}"><a href="${f.base}trash/">${t['nav.trash']}</a></c:if>
<c:if test="${f.admin}"><a href="${f.base}admin/">${t['nav.admin']}</a></c:if>
</nav>
<div class="who">
<c:if test="${f.editor}"><a class="button main" href="${f.base}upload/">${t['nav.upload']}</a></c:if>
<c:choose>
<c:when test="${empty f.user}"><a class="button" href="${f.base}signin/">${t['nav.signin']}</a></c:when>
<c:otherwise>
<form method="post" action="${f.base}logout/"><input type="hidden" name="csrf" value="${f.csrf}"><button class="button" title="<c:out value="${f.user}" />">${t['nav.signout']}</button></form>
</c:otherwise>
</c:choose>
</div>
</header>
<c:if test="${not empty f.notice.text()}">
<div class="notice <c:if test="${f.notice.bad()}">bad</c:if>" role="${f.notice.bad() ? 'alert' : 'status'}">
<p><c:out value="${f.notice.text()}" /></p>
<c:if test="${f.notice.undoable()}">
<form method="post" action="${f.base}undo/"><input type="hidden" name="csrf" value="${f.csrf}"><button class="button">${t['notice.undo']}</button></form>
</c:if>
</div>
</c:if>
<main id="main" tabindex="-1">
<jsp:doBody />
</main>
<div id="end"></div>
</body>
</html>
