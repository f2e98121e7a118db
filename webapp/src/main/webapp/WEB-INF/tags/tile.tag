<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="ui" tagdir="/WEB-INF/tags" %>
<%@ attribute name="tile" required="true" type="org.huimages.webapp.browser.Tile" %>
<%@ attribute name="chosen" %>
<li class="tile ${tile.shape()}" data-id="${tile.id()}"><a href="${f.base}${tile.path()}">${tile.picture()}<c:if test="${not empty tile.title()}"><span class="caption" aria-hidden="true"><c:out value="${tile.title()}" /></span></c:if></a><c:if test="${not empty chosen}"><label class="choose"><input type="checkbox" name="id" value="${tile.id()}" <c:if test="${chosen eq 'yes'}">checked</c:if>><span class="unseen">${t['list.choose']}&#32;<c:out value="${tile.label()}" /></span></label></c:if></li>
