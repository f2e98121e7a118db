<%@ page contentType="text/html;charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<ui:layout>
<h1>${t['upload.title']}</h1>
<form class="upload card" method="post" action="${f.base}upload/" enctype="multipart/form-data">
<ui:token />
<div class="drop">
<p class="hint scripted">${t['upload.drop']}</p>
<label class="pick button" for="files">${t['upload.files']}</label>
<input id="files" type="file" name="file" accept="image/*" multiple required>
<label class="button scripted" for="folder">${t['upload.folder']}</label>
<input class="unseen scripted" id="folder" type="file" webkitdirectory>
</div>
<div class="pair">
<div><label for="title">${t['upload.name']}</label><input id="title" name="title" maxlength="1000"></div>
<div><label for="tags">${t['upload.tags']}</label><input id="tags" name="tags" maxlength="1000" data-suggest="tags" autocomplete="off"></div>
</div>
<button class="button main">${t['upload.do']}</button>
</form>
<section class="queue" hidden aria-label="${t['upload.queue']}">
<div class="total"><progress max="1" value="0" aria-label="${t['upload.progress']}"></progress><span class="words" role="status"></span><button type="button" class="button cancel">${t['upload.cancel']}</button><button type="button" class="button retry" hidden>${t['upload.retry']}</button><a class="button edit" hidden href="${f.base}edit/">${t['upload.edit']}</a></div>
<ul class="files"></ul>
</section>
</ui:layout>
