// The focal point: a click, or arrow keys and Enter; crops are shown as they would be while the pointer moves.

import { call, complain, make, say, tell, undoing } from "./page.js";

const STEP = 0.02;
const MIDDLE = { x: 0.5, y: 0.5 };

export function focal() {
  const form = document.querySelector("form.focal");
  if (!form) return;
  const picture = form.querySelector("[name=point]");
  const aim = make("span", { className: "aim" });
  picture.after(aim);
  const crops = [...document.querySelectorAll(".crops img")];
  const shape = Number(picture.getAttribute("width")) / Number(picture.getAttribute("height"));
  let point = { x: Number(form.dataset.x), y: Number(form.dataset.y) };

  const show = at => {
    aim.style.left = `${at.x * 100}%`;
    aim.style.top = `${at.y * 100}%`;
    for (const crop of crops) {
      crop.src = picture.src;
      crop.style.objectPosition = position(at, shape, crop.getAttribute("width") / crop.getAttribute("height"));
    }
  };
  aim.style.left = `${point.x * 100}%`;
  aim.style.top = `${point.y * 100}%`;

  const under = event => {
    const box = picture.getBoundingClientRect();
    return { x: share(event.clientX - box.left, box.width), y: share(event.clientY - box.top, box.height) };
  };
  const address = `images/${form.dataset.id}`;
  let saved = form.dataset.set === "true" ? point : null;
  const set = async at => {
    await call("PATCH", address, { focal: at && [at.x, at.y] });
    saved = at;
    show(point = at ?? MIDDLE);
  };
  const save = at => {
    const before = saved;
    show(point = at);
    set(at).then(() => tell(say("saved"), undoing(() => set(before)))).catch(complain);
  };
  picture.addEventListener("pointermove", event => show(under(event)));
  picture.addEventListener("pointerleave", () => show(point));
  picture.addEventListener("click", event => {
    event.preventDefault();
    save(event.detail ? under(event) : point); // 0: by the keyboard
  });
  picture.addEventListener("keydown", event => {
    const [x, y] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [0, 0];
    if (!x && !y) return;
    event.preventDefault();
    point = { x: share(point.x + x * STEP, 1), y: share(point.y + y * STEP, 1) };
    show(point);
  });
}

function share(value, of) {
  return Math.round(Math.min(1, Math.max(0, value / of)) * 1000) / 1000;
}

/** Where `object-fit: cover` has to look so that it cuts as the server does. */
function position(at, picture, crop) {
  const part = (middle, visible) => {
    const rest = 1 - visible;
    return rest <= 0 ? 50 : Math.min(1, Math.max(0, (middle - visible / 2) / rest)) * 100;
  };
  return `${part(at.x, Math.min(1, crop / picture))}% ${part(at.y, Math.min(1, picture / crop))}%`;
}
