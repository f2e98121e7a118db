// From picture to picture: arrow keys, swipes; `/` leads to the search.

import { isTyping } from "./page.js";

const FAR = 60;

function go(rel) {
  document.querySelector(`.steps a[rel=${rel}]`)?.click();
}

export function travel() {
  addEventListener("keydown", event => {
    if (isTyping(event)) return;
    if (event.key === "/") {
      event.preventDefault();
      document.getElementById("q").focus();
    } else if (event.key === "ArrowLeft" && !event.target.closest(".stars")) {
      go("prev");
    } else if (event.key === "ArrowRight" && !event.target.closest(".stars")) {
      go("next");
    }
  });
  const stage = document.querySelector(".stage");
  if (stage) swipe(stage);
}

function swipe(stage) {
  let start = null;
  stage.addEventListener("touchstart", event => {
    start = event.touches.length === 1 ? event.touches[0] : null;
  }, { passive: true });
  stage.addEventListener("touchend", event => {
    if (!start || visualViewport?.scale > 1) return;
    const across = event.changedTouches[0].clientX - start.clientX;
    const down = event.changedTouches[0].clientY - start.clientY;
    if (Math.abs(across) > FAR && Math.abs(across) > 2 * Math.abs(down)) go(across > 0 ? "prev" : "next");
    start = null;
  }, { passive: true });
}
