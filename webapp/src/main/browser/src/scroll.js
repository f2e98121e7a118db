// The next page comes when the end of this one comes into sight. Its link stays a link.

import { page } from "./page.js";

export function scroll() {
  const more = document.querySelector(".more");
  const grids = document.querySelectorAll("main .grid");
  const grid = grids[grids.length - 1];
  if (!more || !grid || !more.querySelector("[rel=next]")) return;
  let busy = false;
  const watch = new IntersectionObserver(async ([sight]) => {
    const link = more.querySelector("[rel=next]");
    if (!sight.isIntersecting || busy || !link) return;
    busy = true;
    try {
      const next = await page(link.href);
      const tiles = next.querySelectorAll("main .grid");
      grid.append(...tiles[tiles.length - 1].children);
      const after = next.querySelector(".more [rel=next]");
      if (after) link.href = after.getAttribute("href");
      else link.remove();
    } catch {
      watch.disconnect(); // the link is still there to be clicked
    }
    busy = false;
    watch.unobserve(more);
    if (more.querySelector("[rel=next]")) watch.observe(more);
  }, { rootMargin: "800px" });
  watch.observe(more);
}
