// The local page: hands documents to the service on this machine, and shows what it says of them.

import { remember, restore, start, toCard } from "./display.js";

const token = document.querySelector("meta[name=lawcheck-token]").content;
const language = document.documentElement.lang === "en" ? "en" : "zh";
const bench = document.querySelector("#bench");
const opening = document.querySelector(".start");
const dialog = document.querySelector("dialog");
const { dataset } = document.body;
let busy = false;

const say = (words) => { document.querySelector(".told").textContent = words; };
const complain = (words) => { document.querySelector(".failed").textContent = words; };
const desk = () => bench.querySelector(".desk");
const link = (path, more = {}) => `${path}?${new URLSearchParams({ lang: language, ...more })}`;

// Asks the service for something; what it answers, or null where it has refused, which is told.
async function ask(method, address, body, headers = {}) {
  if (busy) return null;
  busy = true;
  document.body.classList.add("busy");
  complain("");
  say(dataset.working);
  try {
    const answer = await fetch(address, { method, body, headers: { "Lawcheck-Token": token, ...headers } });
    const words = await answer.text();
    if (answer.ok) return words;
    say("");
    complain(words);
  } catch {
    say("");
    complain(dataset.silent);
  } finally {
    busy = false;
    document.body.classList.remove("busy");
  }
  return null;
}

// Puts a document into the page, in the place of the one that was there.
function show(html) {
  const before = desk();
  const state = before && before.classList.contains("live") ? remember(before) : null;
  bench.innerHTML = html;
  const root = desk();
  opening.hidden = true;
  start(root);
  if (state) restore(root, state);
  say(root.dataset.note);
  history.replaceState(null, "", `#${root.dataset.id}`);
}

async function open(body, name) {
  if (body.size > Number(dataset.most) * 1024 * 1024) { complain(dataset.large); return; }
  const { kind, stage, scanned } = opening.elements;
  const address = link("/documents", { kind: kind.value, stage: stage.value, scanned: scanned.value });
  const html = await ask("POST", address, body, { "Lawcheck-Name": encodeURIComponent(name) });
  if (html === null) return;
  bench.replaceChildren();
  show(html);
  scrollTo(0, 0);
  document.querySelector("#name").focus({ preventScroll: true });
}

async function change(what, said = {}) {
  const seen = [...desk().querySelectorAll(".card")];
  const at = seen.findIndex((card) => card.id === said.key);
  const body = new Blob([JSON.stringify(said)], { type: "application/json" });
  const html = await ask("POST", link(`/documents/${desk().dataset.id}/${what}`), body);
  if (html === null) return;
  show(html);
  // Whoever goes through the findings one by one goes on with the next one.
  const left = [...desk().querySelectorAll(".card:not([hidden])")];
  const next = left[Math.min(Math.max(at, 0), left.length - 1)];
  if (at >= 0 && next) toCard(next, true);
  else desk().querySelector(`[data-do="${what}"]:enabled, #name`)?.focus({ preventScroll: true });
}

// Compares the document with an older revision; the result is a page of its own.
async function compare(file) {
  if (file.size > Number(dataset.most) * 1024 * 1024) { complain(dataset.large); return; }
  const headers = { "Lawcheck-Name": encodeURIComponent(file.name) };
  const said = await ask("POST", link(`/documents/${desk().dataset.id}/comparison`), file, headers);
  if (said === null) return;
  say(said);
  const result = desk().querySelector(".compared");
  result.hidden = false;
  result.focus();
}

async function close() {
  await ask("DELETE", link(`/documents/${desk().dataset.id}`));
  bench.replaceChildren();
  opening.hidden = false;
  say("");
  history.replaceState(null, "", location.pathname + location.search);
  opening.elements.file.value = "";
  opening.elements.file.focus();
}

function ignore(card) {
  dialog.querySelector(".which").textContent = card.querySelector(".message").textContent;
  dialog.querySelector("#reason").value = "";
  dialog.returnValue = "";
  dialog.dataset.key = card.id;
  dialog.showModal();
}

dialog.addEventListener("close", () => {
  if (dialog.returnValue === "ignore") change("ignore", { key: dialog.dataset.key, reason: dialog.querySelector("#reason").value });
  else document.getElementById(dialog.dataset.key)?.querySelector("[data-do=ignore]")?.focus();
});

bench.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-do]");
  const card = button?.closest(".card");
  switch (button?.dataset.do) {
    case "fix": change("fix", { key: card.id }); break;
    case "ignore": ignore(card); break;
    case "fix-all": case "undo": change(button.dataset.do); break;
    case "close": close(); break;
  }
});
bench.addEventListener("change", (event) => {
  if (event.target.matches("[name=old]") && event.target.files.length) compare(event.target.files[0]);
});
document.addEventListener("click", (event) => {
  const menu = document.querySelector(".menu[open]");
  if (menu && (!menu.contains(event.target) || event.target.closest("a"))) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  const menu = document.querySelector(".menu[open]");
  if (event.key === "Escape" && menu) { menu.open = false; menu.querySelector("summary").focus(); }
});

opening.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = opening.elements.text.value;
  if (text.trim()) open(new Blob([text]), dataset.pasted);
  else { complain(dataset.empty); opening.elements.text.focus(); }
});
opening.elements.file.addEventListener("change", (event) => {
  const [file] = event.target.files;
  if (file) open(file, file.name);
});

document.addEventListener("dragover", (event) => {
  event.preventDefault();
  document.body.classList.add("over");
});
for (const end of ["dragleave", "drop"]) document.addEventListener(end, () => document.body.classList.remove("over"));
document.addEventListener("drop", (event) => {
  event.preventDefault();
  const [file] = event.dataTransfer.files;
  if (file) open(file, file.name);
});

// The document that is open stays so in the other language, and when the page is loaded again.
document.querySelector(".language").addEventListener("click", (event) => { event.currentTarget.hash = location.hash; });
if (location.hash.length > 8) {
  const html = await ask("GET", link(`/documents/${location.hash.slice(1)}`));
  if (html !== null) show(html);
  else history.replaceState(null, "", location.pathname + location.search);
}
