// Shows a document anew where it was: only what is different is replaced, and the line that is read stays in its place.

import { marks, remember, restore, sight, start, toCard } from "./display.js";

const WHOLE = [":scope > header", ".findings", ".outline", ".tasks", ".against", ".record"];

// The findings that can be seen, in the order of the list.
export function listed(root) { return [...root.querySelectorAll(".card:not([hidden])")]; }

// Nothing moves under the hand of one who writes: in a paragraph, or in a cell of a table.
const isWritten = (line) => line.isContentEditable || line.querySelector("[contenteditable]") !== null;

// Where one writes the text stays; but what was done above it may have moved its place in the document.
function move(line, fresh) {
  const [old, now] = [line, fresh].map((each) => (each.matches("[data-at]") ? [each] : [...each.querySelectorAll("[data-at]")]));
  if (old.length === now.length) old.forEach((each, number) => { each.dataset.at = now[number].dataset.at; });
}

// A line keeps its element, and with it the height that the browser remembers of it.
function become(line, fresh) {
  if (isWritten(line)) { move(line, fresh); return; }
  if (line.isEqualNode(fresh)) return;
  if (line.tagName !== fresh.tagName || !line.matches(".line")) { line.replaceWith(fresh); return; }
  for (const { name } of [...line.attributes]) line.removeAttribute(name);
  for (const { name, value } of [...fresh.attributes]) line.setAttribute(name, value);
  line.replaceChildren(...fresh.childNodes);
}

function renewText(text, fresh) {
  const [old, now] = [[...text.children], [...fresh.children]];
  const same = (a, b) => isWritten(a) || isWritten(b) || a.textContent === b.textContent && a.tagName === b.tagName;
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && same(old[head], now[head])) head += 1;
  let tail = 0;
  while (tail < shorter - head && same(old.at(-1 - tail), now.at(-1 - tail))) tail += 1;
  // Between what is the same above and below, lines take the places of lines.
  const [gone, come] = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)];
  const pairs = Math.min(gone.length, come.length);
  for (let n = 0; n < head; n += 1) become(old[n], now[n]);
  for (let n = 1; n <= tail; n += 1) become(old.at(-n), now.at(-n));
  const after = old[old.length - tail] ?? null;
  for (let n = 0; n < pairs; n += 1) become(gone[n], come[n]);
  for (const line of gone.slice(pairs)) line.remove();
  for (const line of come.slice(pairs)) text.insertBefore(line, after);
}

// A line that can be seen, to be held where it is: that of the finding which is looked at, or the uppermost.
function held(root) {
  const seen = ({ top, bottom }) => bottom > 0 && top < innerHeight;
  const lines = root.querySelectorAll(".text > *");
  const own = root.querySelector(".mark.selected")?.closest(".text > *");
  const line = own && seen(own.getBoundingClientRect()) ? own : [...lines].find((each) => seen(each.getBoundingClientRect()));
  return line ? { line, top: line.getBoundingClientRect().top } : null;
}

// Puts what the service says of a document into the place of what was there before.
export function renew(root, fresh) {
  const anchor = held(root);
  const state = remember(root);
  const before = new Set([...root.querySelectorAll(".card")].map((card) => card.id));
  for (const part of WHOLE) root.querySelector(part).replaceWith(fresh.querySelector(part));
  renewText(root.querySelector(".text"), fresh.querySelector(".text"));
  Object.assign(root.dataset, fresh.dataset);
  start(root);
  restore(root, state);
  if (anchor?.line.isConnected) scrollBy(0, anchor.line.getBoundingClientRect().top - anchor.top);
  return before;
}

// Goes on to a finding, and to its place in the text where that is not in sight.
export function goOn(card) {
  sight(marks(card.closest(".desk"), card.id)[0]);
  toCard(card, true);
}
