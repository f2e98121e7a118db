// Many files at once: chosen, dropped or pasted, folders too. Three at a time; each says how it gets on.

import { apiAddress, base, freshToken, make, say, tell, token } from "./page.js";

const AT_ONCE = 3;
const MOST_TO_EDIT = 200;

export function upload() {
  const form = document.querySelector("form.upload");
  if (form) new Queue(form, document.querySelector(".queue"));
}

class Queue {
  constructor(form, section) {
    Object.assign(this, { form, section, all: [], ids: [], known: new Set() });
    this.list = section.querySelector(".files");
    this.bar = section.querySelector("progress");
    this.words = section.querySelector(".words");
    this.sight = new IntersectionObserver(seen => seen.filter(entry => entry.isIntersecting).forEach(entry => {
      this.sight.unobserve(entry.target);
      entry.target.item.preview();
    }), { rootMargin: "200px" });
    this.listen();
  }

  listen() {
    const { form, section } = this;
    const files = form.querySelector("#files");
    const folder = form.querySelector("#folder");
    files.addEventListener("change", () => this.add(files.files));
    folder.addEventListener("change", () => this.add(folder.files));
    form.addEventListener("submit", event => {
      event.preventDefault();
      this.add(files.files);
      this.start();
    });
    addEventListener("paste", event => event.clipboardData?.files.length && this.add(event.clipboardData.files));
    const drop = form.querySelector(".drop");
    addEventListener("dragover", event => {
      event.preventDefault();
      drop.classList.add("over");
    });
    addEventListener("dragleave", event => event.relatedTarget || drop.classList.remove("over"));
    addEventListener("drop", async event => {
      event.preventDefault();
      drop.classList.remove("over");
      const { files, unread } = await dropped(event.dataTransfer);
      this.add(files);
      if (unread) tell(say("unread", unread));
    });
    section.querySelector(".cancel").addEventListener("click", () => this.all.forEach(item => item.cancel()));
    section.querySelector(".retry").addEventListener("click", () => {
      this.all.filter(item => item.state === "failed").forEach(item => item.set("waiting"));
      this.start();
    });
    addEventListener("beforeunload", event => this.running() && event.preventDefault());
  }

  /** The same file is not taken twice. */
  add(files) {
    for (const file of files) {
      const key = `${file.webkitRelativePath || file.name}/${file.size}/${file.lastModified}`;
      if (this.known.has(key) || (file.type && !file.type.startsWith("image/"))) continue;
      this.known.add(key);
      const item = new Item(file, this);
      this.all.push(item);
      this.list.append(item.element);
      this.sight.observe(item.element);
    }
    this.section.hidden = this.all.length === 0;
    this.form.querySelector("#files").required = this.all.length === 0;
    this.tell();
  }

  running() {
    return this.all.some(item => item.state === "uploading" || item.state === "working");
  }

  start() {
    const fields = new FormData(this.form);
    this.query = `?title=${encodeURIComponent(fields.get("title"))}&tags=${encodeURIComponent(fields.get("tags"))}`;
    this.next();
  }

  /** Nothing is sent before somebody says so. */
  next() {
    if (this.query === undefined) return this.tell();
    const running = this.all.filter(item => item.request).length;
    this.all.filter(item => item.state === "waiting").slice(0, AT_ONCE - running).forEach(item => item.send(this.query));
    this.tell();
  }

  tell() {
    const counted = this.all.filter(item => item.state !== "cancelled");
    const failed = counted.filter(item => item.state === "failed").length;
    const done = counted.filter(item => item.state === "done" || item.state === "there").length;
    this.bar.max = Math.max(1, counted.reduce((sum, item) => sum + item.file.size, 0));
    this.bar.value = counted.reduce((sum, item) => sum + item.sent, 0);
    this.words.textContent = say("count", done, counted.length, failed);
    this.section.querySelector(".retry").hidden = failed === 0;
    this.section.querySelector(".cancel").hidden = done + failed === counted.length;
    const edit = this.section.querySelector(".edit");
    edit.hidden = this.ids.length === 0 || this.running();
    edit.href = `${base}edit/?${this.ids.slice(0, MOST_TO_EDIT).map(id => `id=${id}`).join("&")}`;
  }
}

class Item {
  constructor(file, queue) {
    Object.assign(this, { file, queue, state: "waiting", sent: 0, request: null });
    this.blank = make("span", { className: "blank" });
    this.name = make("span", { className: "name", textContent: file.name, title: file.name });
    this.note = make("span", { className: "state", textContent: say("waiting") });
    this.stop = make("button", { type: "button", textContent: "×", "aria-label": say("remove", file.name) });
    this.stop.addEventListener("click", () => this.cancel());
    this.element = make("li", {}, this.blank, this.name, this.stop, this.note);
    this.element.item = this;
  }

  preview() {
    const picture = make("img", { alt: "", src: URL.createObjectURL(this.file) });
    const free = () => URL.revokeObjectURL(picture.src);
    picture.addEventListener("load", () => {
      this.blank.replaceWith(picture);
      free();
    });
    picture.addEventListener("error", free);
  }

  set(state, note = say(state)) {
    this.state = state;
    this.element.className = state;
    this.note.replaceChildren(note);
    if (state !== "uploading" && state !== "working") this.request = null;
    this.stop.hidden = ["done", "there", "cancelled"].includes(state);
  }

  cancel() {
    if (["done", "there", "failed", "cancelled"].includes(this.state)) return;
    const request = this.request;
    this.sent = 0;
    this.set("cancelled");
    request?.abort();
    this.queue.next();
  }

  send(query, again = false) {
    const request = new XMLHttpRequest();
    const bar = make("progress", { max: this.file.size, value: 0, "aria-label": this.file.name });
    this.set("uploading", bar);
    this.request = request;
    request.upload.addEventListener("progress", event => {
      bar.value = this.sent = Math.min(event.loaded, this.file.size);
      if (event.loaded >= event.total && this.state === "uploading") this.set("working");
      this.queue.tell();
    });
    request.addEventListener("load", () => this.answered(request, query, again));
    request.addEventListener("error", () => this.fail(say("offline")));
    request.open("POST", apiAddress("images") + query);
    request.setRequestHeader("X-CSRF-Token", token());
    request.setRequestHeader("X-Requested-With", "XMLHttpRequest");
    const body = new FormData();
    body.append("file", this.file, this.file.name);
    request.send(body);
  }

  answered(request, query, again) {
    if (this.state === "cancelled") return;
    let answer = {};
    try {
      answer = JSON.parse(request.responseText);
    } catch { /* a proxy's own words */ }
    if (request.status === 200 || request.status === 201) {
      this.done(answer.id, request.status === 200 ? "there" : "done");
    } else if (request.status === 403 && !again) {
      freshToken()
        .then(() => this.state === "cancelled" || this.send(query, true))
        .catch(() => this.fail(say("offline")));
    } else if (request.status === 401) {
      this.fail(make("a", { href: `${base}signin/`, target: "_blank", textContent: say("signin") }));
    } else {
      this.fail(request.status === 415 ? say("nopicture") : answer.detail ?? `${request.status}`);
    }
  }

  done(id, state) {
    this.sent = this.file.size;
    this.queue.ids.push(id);
    this.set(state, make("a", { href: `${base}image/${id}/`, textContent: say(state), "aria-label": `${say("open", this.file.name)}: ${say(state)}` }));
    this.queue.next();
  }

  fail(why) {
    this.sent = 0;
    this.set("failed", why);
    this.queue.next();
  }
}

/** The files that were dropped, those in folders too. */
async function dropped(transfer) {
  const entries = [...transfer.items].map(item => item.webkitGetAsEntry?.()).filter(Boolean);
  if (entries.length === 0) return { files: [...transfer.files], unread: 0 };
  const found = (await Promise.all(entries.map(filesIn))).flat();
  const files = found.filter(Boolean);
  return { files, unread: found.length - files.length };
}

/** In the place of what cannot be read, nothing. */
async function filesIn(entry) {
  try {
    return entry.isFile ? [await new Promise((take, refuse) => entry.file(take, refuse))] : await filesOf(entry.createReader());
  } catch {
    return [null];
  }
}

async function filesOf(reader) {
  const all = [];
  for (;;) {
    const some = await new Promise((take, refuse) => reader.readEntries(take, refuse));
    if (some.length === 0) return (await Promise.all(all.map(filesIn))).flat();
    all.push(...some);
  }
}
