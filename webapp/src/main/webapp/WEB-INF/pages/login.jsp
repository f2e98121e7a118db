<%@ page contentType="text/html;charset=UTF-8" pageEncoding="UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<ui:layout>
<form class="card narrow" method="post" action="${f.base}j_security_check">
<h1>${t['login.title']}</h1>
<c:if test="${failed}"><p class="wrong" role="alert">${t['login.failed']}</p></c:if>
<label for="j_username">${t['login.name']}</label>
<input id="j_username" name="j_username" autocomplete="username" autocapitalize="none" required autofocus>
<label for="j_password">${t['login.password']}</label>
<input id="j_password" name="j_password" type="password" autocomplete="current-password" required>
<button class="button main">${t['nav.signin']}</button>
</form>
</ui:layout>
