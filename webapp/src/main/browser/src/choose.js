// Choosing several pictures of a list: how many they are, and a range with the shift key.

import { say } from "./page.js";

export function choose() {
  const form = document.querySelector("form.choice");
  let last = null;
  form?.addEventListener("click", event => {
    const box = event.target;
    if (!box.matches?.("[name=id]")) return;
    if (event.shiftKey && last) range(form, last, box);
    last = box;
  });
  const count = () => {
    const chosen = form.querySelectorAll("[name=id]:checked").length;
    form.classList.toggle("choosing", chosen > 0);
    form.querySelector(".count").textContent = chosen ? say("chosen", chosen) : "";
  };
  form?.addEventListener("change", count);
  if (form?.querySelector(".count")) count();

  document.addEventListener("click", event => {
    const button = event.target.closest?.("[data-confirm]");
    if (button && !confirm(button.dataset.confirm)) event.preventDefault();
  });
}

function range(form, from, to) {
  const all = [...form.querySelectorAll("[name=id]")];
  const [start, end] = [all.indexOf(from), all.indexOf(to)].sort((a, b) => a - b);
  for (const box of all.slice(start, end + 1)) box.checked = to.checked;
}
