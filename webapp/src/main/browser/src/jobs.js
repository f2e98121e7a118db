// Jobs of the server, where it has any: how far they are, every two seconds.

import { call, make } from "./page.js";

const PAUSE = 2000;

export function jobs() {
  const section = document.querySelector(".jobs");
  if (section) watch(section);
}

async function watch(section) {
  try {
    const answer = await call("GET", "jobs");
    const all = Array.isArray(answer) ? answer : answer.jobs ?? [];
    section.hidden = all.length === 0;
    section.querySelector("ul").replaceChildren(...all.map(line));
    if (all.length) setTimeout(() => watch(section), PAUSE);
  } catch {
    section.hidden = true;
  }
}

function line(job) {
  const done = job.total ? job.done / job.total : undefined;
  const name = `${job.kind ?? job.type ?? ""} ${job.state ?? ""}`;
  const bar = make("progress", { max: 1, "aria-label": name });
  if (done !== undefined) bar.value = done;
  return make("li", {}, make("div", { textContent: name }), bar);
}
