// The local page: hands documents to the service on this machine, and shows what it says of them.

import { marks, select, start, step, toText } from "./display.js";
import { goOn, listed, renew } from "./calm.js";
import { offer, putBeside } from "./beside.js";
import { edit } from "./editing.js";
import { Refused, filesOf, named } from "./files.js";

const token = document.querySelector("meta[name=lawcheck-token]").content;
const language = document.documentElement.lang === "en" ? "en" : "zh";
const [bench, opening, stay, documents] = ["#bench", ".start", ".stay", ".documents"].map((each) => document.querySelector(each));
const { dataset } = document.body;
const TURN = 60_000;

const say = (words) => { document.querySelector(".told").textContent = words; };
const complain = (words) => { document.querySelector(".failed").textContent = words; };
const desk = () => bench.querySelector(".desk");
const current = () => desk()?.dataset.id ?? "";
const link = (path, more = {}) => `${path}?${new URLSearchParams({ lang: language, ...more })}`;
const json = (said) => new Blob([JSON.stringify(said)], { type: "application/json" });
const parse = (html) => { const box = document.createElement("template"); box.innerHTML = html; return box.content; };

// What the service answers; throws Refused with its words where it refuses.
async function ask(method, address, body, headers = {}) {
  let answer;
  try {
    answer = await fetch(address, { method, body, headers: { "Lawcheck-Token": token, ...headers } });
  } catch { throw new Refused(dataset.silent); }
  if (!answer.ok) throw new Refused(await answer.text());
  return answer;
}

// What is asked for is done one after another: of many quick clicks none is lost.
let last = Promise.resolve();
let waiting = 0;
function queue(task) {
  waiting += 1;
  document.body.classList.add("busy");
  complain("");
  last = last.then(task).catch((error) => {
    if (!(error instanceof Refused)) throw error;
    say("");
    complain(error.message);
  }).finally(() => {
    waiting -= 1;
    document.body.classList.toggle("busy", waiting > 0);
  });
  return last;
}

// The documents that are open here, by the names that the service has for them. The address alone keeps them, the one
// that is shown first: nothing is written anywhere. Other pages of the service are told, and tell theirs.
const inAddress = () => location.hash.slice(1).split("+").filter((each) => each.length > 8);
let known = [...new Set([...inAddress(), ...dataset.kept.split(" ").filter(Boolean)])];
const others = new BroadcastChannel("lawcheck");
others.addEventListener("message", ({ data }) => {
  const fresh = data.filter((each) => !known.includes(each));
  known.push(...fresh);
  if (!data.length && known.length) others.postMessage(known);
  if (data.length) refresh();
});

function address(push = false) {
  const ids = [current(), ...known.filter((each) => each !== current())].filter(Boolean);
  const hash = ids.length ? `#${ids.join("+")}` : "";
  if (location.hash !== hash) history[push ? "pushState" : "replaceState"](null, "", location.pathname + location.search + hash);
}

let listedAs = "";
async function list() {
  const answer = await ask("POST", link("/list"), json({ ids: known.join(" "), current: current() }));
  const html = await answer.text();
  if (html !== listedAs) {
    const isOpen = documents.querySelector(".menu")?.open ?? false;
    documents.replaceChildren(parse(html));
    const menu = documents.querySelector(".menu");
    if (menu) menu.open = isOpen;  // one that was opened meanwhile stays so
    const shown = documents.querySelector(".current");
    if (shown) documents.scrollLeft = shown.offsetLeft - documents.offsetLeft;
  }
  listedAs = html;
  documents.hidden = !documents.querySelector("[data-id]");
  known = [...documents.querySelectorAll("li[data-id]")].map((each) => each.dataset.id);
  address();
  offerOthers();
  const own = documents.querySelector(`[data-id="${CSS.escape(current())}"]`);
  return own && own.dataset.turn !== desk().dataset.turn;
}
function offerOthers() {
  if (desk()) offer(desk().querySelector(".against").elements.with, documents.querySelectorAll("li[data-id]"), current());
}
const unsaved = (id) => documents.querySelector(`li[data-unsaved]${id ? `[data-id="${CSS.escape(id)}"]` : ""}`);

// Puts a document into the page; where it is there already only what is different.
function show(html, push = false) {
  const fresh = parse(html).querySelector(".desk");
  const bar = fresh.querySelector(".bar");
  let before = null;
  if (current() === fresh.dataset.id) before = renew(desk(), fresh);
  else {
    bench.replaceChildren(fresh);
    start(fresh);
    scrollTo(0, 0);
  }
  bar.querySelector(".menu").open = before !== null && stay.querySelector(".menu").open;
  stay.querySelector(".bar")?.remove();
  stay.append(bar);
  opening.hidden = true;
  offerOthers();
  const saved = desk().querySelector(".saved");
  const beside = desk().querySelector(".beside-said");
  if (before && !saved.hidden) { saved.hidden = true; beside.textContent = beside.dataset.stale; }
  dim();
  count();
  say(desk().dataset.note);
  document.title = `${document.querySelector("#name").textContent} – lawcheck`;
  address(push);
  return before;
}

// How far the reader has come, and what the button for all safe fixes would do.
function count() {
  const root = desk();
  const seen = listed(root);
  const at = seen.findIndex((card) => card.matches(".selected"));
  const progress = stay.querySelector(".progress");
  if (!progress) return;
  progress.textContent = seen.length ? progress.dataset.words.replace("{at}", at + 1).replace("{count}", seen.length) : "";
  const button = stay.querySelector("[data-do=fix-all]");
  if (!button) return;
  const safe = seen.reduce((sum, card) => sum + Number(card.dataset.safe), 0);
  const all = seen.length === root.querySelectorAll(".card").length;
  button.textContent = (all ? button.dataset.words : button.dataset.filtered).replace("{count}", safe);
  button.disabled = !safe;
}
bench.addEventListener("select", count, true);
bench.addEventListener("filter", count, true);

async function open(file, headers = {}) {
  const { data, name } = await named(file, dataset);
  if (data.byteLength > Number(dataset.most) * 1024 * 1024) throw new Refused(`${name}：${dataset.large}`);
  const { kind, stage, scanned } = opening.elements;
  const choices = { kind: kind.value, stage: stage.value, scanned: scanned.value };
  const answer = await ask("POST", link("/documents", choices), data, { "Lawcheck-Name": encodeURIComponent(name), ...headers });
  const html = await answer.text();
  known.push(parse(html).querySelector(".desk").dataset.id);
  return html;
}

// Opens documents beside those that are open; what cannot be opened is told of each.
function openAll(files) {
  if (!files.length) { complain(dataset.none); return; }
  queue(async () => {
    const failed = [];
    let first = "";
    for (const [number, file] of files.entries()) {
      say(files.length > 1 ? `${dataset.working} ${number + 1}/${files.length} ${file.name}` : dataset.working);
      try {
        const html = await open(file);
        first ||= html;
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        failed.push(error.message);
      }
    }
    if (first) {
      show(first, true);
      document.querySelector("#name").focus({ preventScroll: true });
    } else say("");
    if (failed.length || files.length > 1) say((failed.length ? dataset.opened : dataset.all).replace("{count}", files.length - failed.length).replace("{failed}", failed.length));
    complain(failed.join("\n"));
    await list();
    others.postMessage(known);
  });
}

function go(id, push = true) {
  if (id === current()) return;
  queue(async () => {
    say(dataset.working);
    show(await (await ask("GET", link(`/documents/${id}`))).text(), push);
    await list();
    document.querySelector("#name").focus({ preventScroll: true });
  });
}

// The findings that something was asked for which is not done yet: pressed twice, it is asked for once.
const pending = new Set();
const dim = () => { for (const key of pending) document.getElementById(key)?.classList.add("pending"); };

// Has a document changed; whoever goes through the findings one by one goes on with the next one, and need not wait.
function change(what, said = {}) {
  const id = current();
  const key = said.place ? "" : said.key;
  if (key && pending.has(key)) return;
  if (key) {
    pending.add(key);
    dim();
    if (following(key)) goOn(following(key));
  }
  queue(async () => {
    say(dataset.working);
    const at = id === current() ? listed(desk()).findIndex((card) => card.id === said.key) : -1;
    const html = await (await ask("POST", link(`/documents/${id}/${what}`), json(said))).text();
    if (id !== current()) return;
    const focus = document.activeElement?.dataset?.do;
    const [own, next] = [selected()?.id, at < 0 || said.place ? null : following(key)?.id];
    pending.delete(key);
    const before = show(html);
    const left = listed(desk());
    const named = (name) => left.find((card) => card.id === name);
    const back = what === "undo" || what === "redo" ? left.find((card) => !before.has(card.id)) : null;
    const after = at < 0 ? null : said.place ? left[Math.min(at, left.length - 1)] : named(own) ?? named(next) ?? left.at(-1);
    if (desk().querySelector("[contenteditable]")) { if (after) select(after); }  // one who writes has gone on already
    else if (back ?? after) goOn(back ?? after);
    else (document.querySelector(`[data-do="${focus || what}"]:enabled`) ?? document.querySelector("#name")).focus({ preventScroll: true });
    await list();
    others.postMessage(known);
  }).finally(() => {
    const card = pending.delete(key) && document.getElementById(key);
    if (!card) return;
    card.classList.remove("pending");  // it was refused
    goOn(card);
  });
}

// The finding after another one that nothing was asked for yet; after the last one it is the one before.
function following(key) {
  const seen = listed(desk());
  const at = seen.findIndex((card) => card.id === key);
  const isFree = (card) => !pending.has(card.id);
  return seen.slice(at + 1).find(isFree) ?? seen.slice(0, Math.max(at, 0)).findLast(isFree);
}

// Goes on with another file in the place of this one.
function next(file) {
  const id = current();
  queue(async () => {
    say(dataset.working);
    const { data, name } = await named(file, dataset);
    show(await (await ask("POST", link(`/documents/${id}/next`), data, { "Lawcheck-Name": encodeURIComponent(name) })).text());
    await list();
  });
}

// Holds the document against another: one that is sent, or one that is known by a name.
function compare(file) {
  const id = current();
  const { way, with: other } = desk().querySelector(".against").elements;
  const asked = file ? { way: way.value } : { way: way.value, with: other.value };
  queue(async () => {
    say(dataset.working);
    const { data, name } = file ? await named(file, dataset) : { data: "", name: "" };
    const answer = await ask("POST", link(`/documents/${id}/comparison`, asked), data, { "Lawcheck-Name": encodeURIComponent(name) });
    const said = await answer.text();
    const html = await (await ask("GET", link(`/documents/${id}/comparison`))).text();
    if (id !== current()) return;
    const part = desk().querySelector(".beside");
    const held = part.querySelector(".held");
    putBeside(held, html, asked.way, goTo, held.dataset.go);
    part.querySelector(".saved").hidden = false;
    part.querySelector("[data-kind=docx]").hidden = asked.way === "cover";
    part.querySelector(".beside-said").textContent = said;
    say(said);
  });
}

// To the line of the text that stands at a place of the document.
function goTo(at) {
  const fits = (line) => { const [start, end] = line.dataset.at.split("-").map(Number); return start <= at && at < end; };
  const line = [...desk().querySelectorAll(".text [data-at]")].find(fits);
  if (line) toText(line, true);
}

// Takes a file away: as a link would, but what goes wrong is told.
function take(address) {
  queue(async () => {
    const answer = await ask("GET", address);
    const name = decodeURIComponent(answer.headers.get("content-disposition").split("''")[1]);
    const url = URL.createObjectURL(await answer.blob());
    Object.assign(document.createElement("a"), { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), TURN);
    say(dataset.taken.replace("{name}", name));
    await list();
  });
}

// What stands in the document by now, for other programs.
function copy(words) {
  queue(async () => {
    const answer = await ask("GET", link(`/documents/${current()}/files/text`));
    await navigator.clipboard.writeText(await answer.text());
    say(words);
  });
}

function close(id) {
  queue(async () => {
    await ask("DELETE", link(`/documents/${id}`));
    known = known.filter((each) => each !== id);
    if (id === current()) leave();
    await list();
  });
}

// Back to the choice of documents.
function leave() {
  bench.replaceChildren();
  stay.querySelector(".bar")?.remove();
  opening.hidden = false;
  say("");
  document.title = dataset.title;
  address();
  opening.elements.file.value = "";
  opening.elements.file.focus();
}

// Asks something in a dialog; does what is to be done when it is confirmed, else gives the focus back.
function dialogue(name, fill, done) {
  const dialog = document.querySelector(`dialog.${name}`);
  const from = document.activeElement;
  fill(dialog);
  dialog.returnValue = "";
  dialog.onclose = () => { if (dialog.returnValue) done(dialog); else from?.focus(); };
  dialog.showModal();
}

function ignore(card, place) {
  dialogue("ignore", (dialog) => {
    dialog.querySelector(".which").textContent = card.querySelector(".message").textContent;
    dialog.querySelector("#reason").value = "";
  }, (dialog) => change("ignore", { key: card.id, place, reason: dialog.querySelector("#reason").value }));
}

// Says which safe fixes there are among the findings that are shown, and has them applied.
function fixAll() {
  const every = desk().querySelectorAll(".card").length;
  const seen = listed(desk());
  const safe = seen.filter((card) => Number(card.dataset.safe));
  const rules = new Map();
  for (const { dataset: each } of safe) {
    const name = `${each.rule} ${each.title}`;
    rules.set(name, (rules.get(name) ?? 0) + Number(each.safe));
  }
  const keys = seen.length === every ? "" : safe.map((card) => card.id).join(" ");
  dialogue("all", (dialog) => {
    const lines = [...rules].map(([name, number]) => Object.assign(document.createElement("li"), { textContent: `${name}（${number}）` }));
    dialog.querySelector("ul").replaceChildren(...lines);
  }, () => change("fix-all", { keys }));
}

function askedToClose(id) {
  if (unsaved(id)) dialogue("leave", () => {}, () => close(id));
  else close(id);
}

// Sets something for all documents, or takes it over from a file.
function set(said, file = null) {
  const id = current();
  queue(async () => {
    if (file) await ask("POST", link("/house/file"), (await named(file, dataset)).data);
    else await ask("POST", link("/house"), json(said));
    show(await (await ask("GET", link(`/documents/${id}`))).text());
    await list();
  });
}

function switchOff(code, title) {
  dialogue("off", (dialog) => { dialog.querySelector(".which").textContent = `${code} ${title}`; }, (dialog) => {
    if (dialog.returnValue === "here") change("off", { code });
    else set({ do: "add", key: "ignore", value: code });
  });
}

// Has a paragraph written anew; what is found in it is shown while it is written.
function write(line) {
  const id = current();
  const isHere = () => id === current();
  const sent = async (what, said) => show(await (await ask("POST", link(`/documents/${id}/${what}`), json(said))).text());
  const started = !("reading" in desk().dataset) && edit(line, dataset.editing, {
    typed: (said) => queue(async () => { if (isHere()) await sent("type", said()); }),
    left: (isTaken, isBack) => queue(async () => {
      if (isHere() && isBack) await sent("undo", {});
      else if (isHere() && isTaken) show(await (await ask("GET", link(`/documents/${id}`))).text());
      await list();
    }),
  });
  if (!started) complain(dataset.uneditable);
}

// Writes the words of the reader into the place of a finding.
function put(form, words) {
  const { start, was, kept, after } = form.dataset;
  const text = words ? kept + words + after : kept;
  if (text !== was && (words || !after)) change("type", { start, was, text, session: crypto.randomUUID(), key: form.closest(".card").id });
}

const selected = () => desk()?.querySelector(".card.selected:not([hidden])");
const KEYS = {
  j: () => step(desk(), 1),
  k: () => step(desk(), -1),
  a: () => { if (selected()?.querySelector("[data-do=fix]")) change("fix", { key: selected().id }); },
  i: () => { if (selected()) ignore(selected(), ""); },
  e: () => { const mark = selected() && marks(desk(), selected().id)[0]; if (mark) write(mark.closest(".line")); },
  "?": () => dialogue("keys", () => {}, () => {}),
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do]");
  const card = button?.closest(".card");
  const place = button?.closest("[data-place]")?.dataset.place ?? "";
  switch (button?.dataset.do) {
    case "fix": change("fix", { key: card.id, place }); break;
    case "ignore": ignore(card, place); break;
    case "fix-all": fixAll(); break;
    case "undo": case "redo": change(button.dataset.do); break;
    case "off": switchOff(button.dataset.code, card.dataset.title); break;
    case "on": change("on", { code: button.dataset.code }); break;
    case "house": set({ do: "remove", ...button.dataset }); break;
    case "restore": change("restore", { number: button.dataset.number }); break;
    case "edit": select(card); KEYS.e(); break;
    case "copy": copy(button.dataset.words); break;
    case "choose": put(button.form, button.dataset.value); break;
    case "close": askedToClose(button.closest("[data-id]").dataset.id); break;
    case "more": opening.hidden = false; opening.elements.file.focus(); scrollTo(0, 0); break;
    case "keys": KEYS["?"](); break;
  }
  const download = event.target.closest("a[download][href^='/']");
  const other = event.target.closest(".documents li[data-id] a");
  if (download) { event.preventDefault(); take(download.href); }
  if (other) { event.preventDefault(); go(other.hash.slice(1)); }
  const menu = document.querySelector(".menu[open]");
  if (menu && (!menu.contains(event.target) || event.target.closest("a, li button"))) menu.open = false;
});
bench.addEventListener("click", (event) => {
  const line = event.target.closest(".text .line");
  if (line && !("reading" in desk().dataset) && !event.target.closest("a, [contenteditable]") && String(getSelection()) === "") write(line);
});
bench.addEventListener("change", (event) => {
  const [file] = event.target.files ?? [];
  if (file && event.target.matches("[name=old]")) compare(file);
  if (file && event.target.matches("[name=next]")) next(file);
  if (file && event.target.matches("[name=house]")) set({}, file);
  if (event.target.matches("[name=layout]")) set({ do: event.target.checked ? "remove" : "add", key: "ignore", value: "FMT" });
});

bench.addEventListener("submit", (event) => {
  if (event.target.matches(".words")) { event.preventDefault(); put(event.target, event.target.elements.words.value.trim()); }
  if (event.target.matches(".chosen")) { event.preventDefault(); change("choose", Object.fromEntries(new FormData(event.target))); }
  if (event.target.matches(".against")) { event.preventDefault(); compare(null); }
  if (!event.target.matches(".own")) return;
  event.preventDefault();
  const { key, value } = event.target.elements;
  set({ do: "add", key: key.value, value: value.value });
});

const single = document.querySelector("[name=single]");
document.addEventListener("keydown", (event) => {
  const menu = document.querySelector(".menu[open]");
  if (event.key === "Escape" && menu) { menu.open = false; menu.querySelector("summary").focus(); return; }
  if (!desk() || event.altKey || document.querySelector("dialog[open]") || event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
  const key = event.key.toLowerCase();
  const what = event.ctrlKey || event.metaKey
    ? { z: () => change(event.shiftKey ? "redo" : "undo"), y: () => change("redo") }[key]
    : single.checked || key === "?" ? KEYS[key] : null;
  if (what) { event.preventDefault(); what(); }
});

opening.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = opening.elements.text.value;
  if (text.trim()) { openAll([new File([text], dataset.pasted)]); opening.elements.text.value = ""; }
  else { complain(dataset.empty); opening.elements.text.focus(); }
});
for (const name of ["file", "folder"]) {
  opening.elements[name].addEventListener("change", (event) => {
    const files = [...event.target.files].filter((file) => name === "file" || dataset.endings.split(" ").some((end) => file.name.toLowerCase().endsWith(end)));
    openAll(files);
    event.target.value = "";
  });
}

document.addEventListener("dragover", (event) => {
  event.preventDefault();
  document.body.classList.add("over");
});
for (const end of ["dragleave", "drop"]) document.addEventListener(end, () => document.body.classList.remove("over"));
document.addEventListener("drop", async (event) => {
  event.preventDefault();
  const [old, newer] = [".old", ".next"].map((each) => event.target.closest?.(each));
  const files = await filesOf(event.dataTransfer, dataset.endings.split(" "));
  if (old && files.length) compare(files[0]);
  else if (newer && files.length) next(files[0]);
  else openAll(files);
});

// What is not saved is not left without a question; while somebody reads, nothing is forgotten.
let isStaying = false;
const isKeeping = () => Boolean(opening.elements.keeping?.checked);
opening.elements.keeping?.addEventListener("change", (event) => queue(async () => {
  await ask("POST", link("/keeping"), json({ do: event.target.checked ? "on" : "off" }));
  await list();
}));
addEventListener("beforeunload", (event) => { if (unsaved() && !isStaying && !isKeeping()) event.preventDefault(); });
let active = Date.now();
for (const kind of ["pointermove", "keydown", "scroll"]) addEventListener(kind, () => { active = Date.now(); }, { passive: true });
const refresh = async () => {
  if (!known.length) return;
  try {
    if (await list()) queue(async () => show(await (await ask("GET", link(`/documents/${current()}`))).text()));
  } catch (error) { complain(error.message); }
};
setInterval(() => {
  const idle = Date.now() - active;
  if (idle < TURN) refresh();
  else if (idle > (Number(dataset.minutes) - 5) * TURN && known.length && !isKeeping()) complain(dataset.soon);
}, TURN);
// A file that is followed is looked at again and again: it is saved in another program.
setInterval(() => { if (documents.querySelector("[data-followed]") && !waiting) refresh(); }, 400);
document.addEventListener("visibilitychange", () => { if (!document.hidden) refresh(); });
addEventListener("popstate", () => {
  const [id] = inAddress();
  if (id && known.includes(id)) go(id, false); else if (desk()) leave();
});

// The documents that are open stay so in the other language, and when the page is loaded again.
document.querySelector(".language").addEventListener("click", (event) => { event.currentTarget.hash = location.hash; isStaying = true; });
if (known.length) {
  queue(async () => {
    say(dataset.working);
    try {
      show(await (await ask("GET", link(`/documents/${known[0]}`))).text());
    } finally { await list(); }
  });
}
others.postMessage([]);
