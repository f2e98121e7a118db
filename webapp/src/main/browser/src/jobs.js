// Jobs of the server, where it has any: how far they are, every two seconds, and a button to stop them.

import { call, complain, make, say } from "./page.js";

const PAUSE = 2000;

export function jobs() {
  const section = document.querySelector(".jobs");
  if (section) watch(section);
}

async function watch(section) {
  try {
    const { jobs: all } = await call("GET", "jobs");
    section.hidden = all.length === 0;
    section.querySelector("ul").replaceChildren(...all.map(line));
    if (all.some(job => job.state === "running")) setTimeout(() => watch(section), PAUSE);
  } catch {
    section.hidden = true;
  }
}

function line(job) {
  const name = `${job.number} ${job.kind}: ${[job.state, job.phase, job.waiting, job.reason].filter(Boolean).join(", ")}`;
  const bar = make("progress", { max: job.total ?? 1, "aria-label": name });
  if (job.total !== null) bar.value = job.done;
  const words = make("small", { textContent: say("count", job.done, job.total ?? "?", job.failed) });
  const parts = [make("div", { textContent: name }), bar, " ", words];
  if (job.state === "running") {
    const stop = make("button", { type: "button", className: "button", textContent: say("stop"), "aria-label": `${say("stop")}: ${name}` });
    stop.addEventListener("click", () => call("DELETE", `jobs/${job.number}`).catch(complain));
    parts.push(" ", stop);
  }
  return make("li", {}, ...parts);
}
