// The title, changed where it stands.

import { call, complain, make, say, tell } from "./page.js";

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
    call("PATCH", `images/${id}`, { addTitle: title })
      .then(() => {
        heading.dataset.title = heading.textContent = title;
        document.title = `${title} · huImages`;
        end();
        tell(say("saved"));
      })
      .catch(error => {
        save.disabled = false;
        complain(error);
      });
  });
}
