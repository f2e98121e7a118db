<%@ page contentType="text/html;charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<ui:layout>
<form class="bulk" method="post" action="${f.base}edit/">
<div class="head"><h1>${t['edit.title']}</h1></div>
<c:choose>
<c:when test="${empty tiles}"><div class="empty"><p>${t['edit.empty']}</p></div></c:when>
<c:otherwise>
<ui:token />
<div class="card">
<div class="pair">
<div><label for="bulktags">${t['upload.tags']}</label><div class="row"><input id="bulktags" name="tags" data-suggest="tags" autocomplete="off"><button class="button main" name="do" value="add">${t['edit.add']}</button><button class="button" name="do" value="remove">${t['edit.remove']}</button></div></div>
<div><label for="bulktitle">${t['upload.name']}</label><div class="row"><input id="bulktitle" name="title" maxlength="1000"><button class="button" name="do" value="title">${t['edit.settitle']}</button></div></div>
</div>
<p class="row"><button class="button danger" name="do" value="delete">${t['edit.delete']}</button><span class="hint">${t['edit.undoable']}</span></p>
</div>
<ui:grid tiles="${tiles}" choosable="yes" chosen="yes" />
</c:otherwise>
</c:choose>
</form>
</ui:layout>
