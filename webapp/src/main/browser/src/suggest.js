// Suggestions while somebody types: tags by their beginning, and pictures in the search.

import { base, call, make, page, say } from "./page.js";

const PAUSE = 180;
const PICTURES = 6;
const TAGS = 6;

export function suggest() {
  const search = document.getElementById("q");
  if (search) new Suggestions(search, search.form, found => findAll(found));
  for (const field of document.querySelectorAll("[data-suggest=tags]")) {
    const frame = make("div", { className: "suggesting" });
    field.replaceWith(frame);
    frame.append(field);
    new Suggestions(field, frame, findTags);
  }
}

async function tags(prefix) {
  if (!prefix) return [];
  const found = await call("GET", `tags?limit=${TAGS}&prefix=${encodeURIComponent(prefix)}`);
  return found.tags;
}

/** For a field with several tags: the last one is completed. */
async function findTags(text) {
  const start = text.replace(/[^\s,]*$/, "");
  const found = await tags(text.slice(start.length));
  return found.map(({ tag, count }) => ({ text: tag, note: count, value: `${start}${tag} ` }));
}

async function findAll(text) {
  const words = text.trim();
  if (words.length < 2) return [];
  const [known, found] = await Promise.all([tags(words), page(`${base}search/?q=${encodeURIComponent(words)}`)]);
  const pictures = [...found.querySelectorAll(".grid .tile > a")].slice(0, PICTURES);
  return [
    ...known.map(({ tag, count }) => ({ text: tag, note: count, href: tagPage(tag) })),
    ...pictures.map(link => ({ text: link.querySelector("img").alt, picture: link.querySelector("picture, img"), href: link.getAttribute("href") })),
  ];
}

/** A tag that cannot be a part of a path stands in the query. */
function tagPage(tag) {
  const name = encodeURIComponent(tag);
  return /[/\\]|^\./.test(tag) ? `${base}tag/?name=${name}` : `${base}tag/${name}/`;
}

class Suggestions {
  constructor(field, frame, find) {
    Object.assign(this, { field, find, options: [], chosen: -1, asked: 0 });
    this.list = make("ul", { className: "suggestions", id: `${field.id}-list`, role: "listbox", hidden: true, "aria-label": say("tags") });
    this.count = make("span", { className: "unseen", role: "status" });
    frame.append(this.list, this.count);
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-expanded": "false", "aria-controls": this.list.id, "aria-autocomplete": "list",
    })) field.setAttribute(name, value);
    field.addEventListener("input", () => this.later());
    field.addEventListener("keydown", event => this.key(event));
    field.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    this.list.addEventListener("pointerdown", event => event.preventDefault());
    this.list.addEventListener("click", event => {
      const option = event.target.closest("[role=option]");
      if (option) this.take(this.options[Number(option.dataset.at)]);
    });
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  /** Only the answer to the last question counts. */
  async ask() {
    const number = ++this.asked;
    const found = await this.find(this.field.value).catch(() => []);
    if (number === this.asked && document.activeElement === this.field) this.show(found);
  }

  show(found) {
    this.options = found;
    this.chosen = -1;
    this.list.replaceChildren(...found.map((option, at) => make("li",
      { role: "option", id: `${this.list.id}-${at}`, "data-at": at, "aria-selected": "false" },
      ...(option.picture ? [decorative(option.picture)] : []),
      make("span", { textContent: option.text }),
      ...(option.note ? [make("small", { textContent: option.note })] : []))));
    this.list.hidden = found.length === 0;
    this.field.setAttribute("aria-expanded", String(found.length > 0));
    this.field.removeAttribute("aria-activedescendant");
    this.count.textContent = found.length ? say("results", found.length) : this.field.value ? say("nothing") : "";
  }

  close() {
    this.asked++;
    this.show([]);
    this.count.textContent = "";
  }

  key(event) {
    if (this.list.hidden) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      this.choose((this.chosen + step + this.options.length + (this.chosen < 0 && step < 0 ? 1 : 0)) % this.options.length);
    } else if (event.key === "Escape") {
      event.preventDefault();
      this.close();
    } else if (event.key === "Enter" && this.chosen >= 0) {
      event.preventDefault();
      this.take(this.options[this.chosen]);
    }
  }

  choose(at) {
    this.chosen = at;
    [...this.list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === at)));
    const item = this.list.children[at];
    item.scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", item.id);
  }

  take(option) {
    this.close();
    if (option.href) {
      location.assign(option.href);
    } else {
      this.field.value = option.value;
      this.field.focus();
    }
  }
}

/** The text beside it says what it is. */
function decorative(picture) {
  const copy = document.importNode(picture, true);
  const image = copy.matches("img") ? copy : copy.querySelector("img");
  image.alt = "";
  return copy;
}
