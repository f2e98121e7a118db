// The title, changed where it stands.

import { call, complain, make, say, tell, undoing } from "./page.js";

export function retitle() {
  const fold = document.querySelector(".retitle");
  if (!fold) return;
  const heading = document.querySelector(".about h1");
  const id = document.querySelector("article.picture").dataset.id;
  const pencil = make("button", { type: "button", className: "button", textContent: say("edit") });
  fold.replaceWith(pencil);
  heading.classList.add("editable");
  const start = () => edit(heading, pencil, id);
  heading.addEventListener("click", start);
  pencil.addEventListener("click", start);
}

function edit(heading, pencil, id) {
  if (heading.hidden) return;
  const field = make("input", { value: heading.dataset.title, maxLength: 1000, "aria-label": say("edit") });
  const save = make("button", { className: "button main", textContent: say("save") });
  const form = make("form", { className: "retitling" }, field, save);
  heading.hidden = pencil.hidden = true;
  heading.after(form);
  field.select();

  const end = () => {
    form.remove();
    heading.hidden = pencil.hidden = false;
    pencil.focus();
  };
  form.addEventListener("keydown", event => event.key === "Escape" && end());
  form.addEventListener("submit", event => {
    event.preventDefault();
    const title = field.value.trim();
    if (!title || title === heading.dataset.title) return end();
    save.disabled = true;
    change(heading, id, title)
      .then(undo => {
        end();
        tell(say("saved"), undo);
      })
      .catch(error => {
        save.disabled = false;
        complain(error);
      });
  });
}

/** Gives the picture a title. @returns a button that takes it back */
async function change(heading, id, title) {
  const name = heading.textContent;
  const before = await call("GET", `images/${id}`);
  show(heading, await call("PATCH", `images/${id}`, { addTitle: title }));
  return undoing(async () => {
    show(heading, await call("PATCH", `images/${id}`, { titles: before.titles }), name);
  });
}

/** @param name what it is called without a title */
function show(heading, { titles }, name = "") {
  heading.dataset.title = titles.at(-1) ?? "";
  heading.textContent = heading.dataset.title || name;
  document.title = `${heading.textContent} · huImages`;
}
