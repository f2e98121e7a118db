// Favourite, rating and tags, without leaving the page.

import { call, complain, page, say, tell, undoing, user } from "./page.js";

export function marks() {
  const picture = document.querySelector("article.picture");
  if (!picture || !user) return;
  const path = `images/${picture.dataset.id}/users/${encodeURIComponent(user)}`;

  picture.addEventListener("submit", event => {
    const form = event.target;
    const change = wanted(form, event.submitter);
    if (!change) return;
    event.preventDefault();
    const focus = focusAfter(form, event.submitter);
    call("PUT", path, change)
      .then(() => refresh(picture, focus))
      .then(() => change.removeTags && offerUndo(path, change.removeTags, picture))
      .catch(complain);
  });
}

function wanted(form, button) {
  if (form.matches(".heart")) return { favorite: button.value === "true" };
  if (form.matches(".stars")) return { rating: Number(button.value) || null };
  if (form.matches(".addtags")) return { addTags: [form.elements.add.value] };
  if (form.matches(".chips form")) return { removeTags: [button.value] };
  return null;
}

function focusAfter(form, button) {
  if (form.matches(".heart")) return ".heart button";
  if (form.matches(".stars")) return `.stars [data-n="${button.dataset.n}"]`;
  return "#add";
}

/** Takes what has changed from the page as it is now. */
async function refresh(picture, focus) {
  const now = await page(location.href);
  for (const part of [".chips", ".opinion"]) {
    picture.querySelector(part).replaceWith(now.querySelector(part));
  }
  const add = picture.querySelector("#add");
  if (add) add.value = "";
  picture.querySelector(focus)?.focus();
}

function offerUndo(path, tags, picture) {
  tell(say("untagged", tags.join(" ")), undoing(async () => {
    await call("PUT", path, { addTags: tags });
    await refresh(picture, "#add");
  }));
}
