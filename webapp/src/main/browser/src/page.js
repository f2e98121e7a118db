// What every module needs: the page's own data, its words, the API, a word to the visitor.

const data = document.body.dataset;
const words = JSON.parse(data.texts);

export const base = data.base;
export const user = data.user;

export function say(key, ...values) {
  return (words[key] ?? key).replace(/\{(\d)\}/g, (place, at) => values[at] ?? place);
}

export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key in element && key !== "list") element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

let shown;

/** Tells something at the edge of the window; `extras` are links and buttons in it. */
export function tell(text, ...extras) {
  shown?.remove();
  shown = make("div", { className: "toast", role: "status" });
  document.body.append(shown);
  const own = shown;
  requestAnimationFrame(() => own.append(text, ...extras.flatMap(extra => [" ", extra])));
  setTimeout(() => own.remove(), extras.length ? 12000 : 4000);
}

/** A button that takes back what was just done. */
export function undoing(undo) {
  const button = make("button", { type: "button", className: "button", textContent: say("undo") });
  button.addEventListener("click", () => {
    button.disabled = true;
    undo().then(() => tell(say("undone"))).catch(complain);
  });
  return button;
}

export class Refused extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

/** The session's token, asked for anew: somebody may have signed in again in another window. */
export async function freshToken() {
  const answer = await fetch(`${data.api}session`, { headers: { "X-Requested-With": "fetch" } });
  const session = await answer.json();
  if (session.csrf) data.csrf = session.csrf;
  for (const field of document.querySelectorAll("input[name=csrf]")) field.value = data.csrf;
  return session;
}

export const token = () => data.csrf;
export const apiAddress = path => data.api + path;

async function send(method, path, body) {
  return fetch(data.api + path, {
    method,
    headers: { "X-Requested-With": "fetch", "X-CSRF-Token": data.csrf, ...(body && { "Content-Type": "application/json" }) },
    body: body && JSON.stringify(body),
  });
}

/** Calls the API. @throws {Refused} with the server's own words */
export async function call(method, path, body) {
  let answer = await send(method, path, body);
  if (answer.status === 403 && (await freshToken()).user) answer = await send(method, path, body);
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Refused(answer.status, problem.detail ?? answer.statusText);
  }
  return answer.status === 204 ? null : answer.json();
}

/** Says why something did not work. Nothing that was typed is lost. */
export function complain(error) {
  if (error instanceof Refused && error.status === 401) {
    tell(say("signin"), make("a", { href: `${base}signin/`, target: "_blank", textContent: say("signinlink") }));
  } else if (error instanceof Refused) {
    tell(say("failed", error.message));
  } else {
    tell(say("offline"));
  }
}

/** Another page of ours, as a document. */
export async function page(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Refused(answer.status, answer.statusText);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/** Whether a key is meant for a field. */
export function isTyping(event) {
  return event.ctrlKey || event.metaKey || event.altKey
    || event.target.closest?.("input, textarea, select, .pswp, [role=option]");
}
