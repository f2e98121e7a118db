// The large picture over the whole window, to zoom and pan: PhotoSwipe, fetched when it is first needed.

import { say } from "./page.js";

export function lightbox() {
  const large = document.querySelector("a.large");
  large?.addEventListener("click", event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(large).catch(() => location.assign(large.href));
  });
}

async function open(large) {
  const { default: PhotoSwipe } = await import("photoswipe");
  const picture = large.querySelector("img");
  const box = new PhotoSwipe({
    dataSource: [{
      src: large.href,
      msrc: picture.currentSrc,
      width: Number(large.dataset.width),
      height: Number(large.dataset.height),
      alt: picture.alt,
      element: large,
    }],
    maxZoomLevel: 4,
    secondaryZoomLevel: ({ fit }) => fit < 1 ? 1 : 2, // what the window shows whole is shown twice as large
    showHideAnimationType: matchMedia("(prefers-reduced-motion: reduce)").matches ? "none" : "zoom",
    bgOpacity: 0.95,
    closeTitle: say("close"),
    zoomTitle: say("zoom"),
    arrowPrevTitle: say("previous"),
    arrowNextTitle: say("next"),
  });
  box.on("close", () => large.focus());
  box.init();
}
