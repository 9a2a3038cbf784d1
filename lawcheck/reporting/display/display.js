// What the report and the local page do with a document and its findings. Without it all of it is still there: links
// lead from the text to the findings and back.

const ORDER = ["error", "warning", "info", "layout"];

function desk(element) { return element.closest(".desk"); }
function cards(root) { return [...root.querySelectorAll(".card")]; }
function marks(root, key) { return root.querySelectorAll(`.mark[data-for~="${CSS.escape(key)}"]`); }

// Shows one of the views of a document.
function view(root, panel) {
  for (const each of root.querySelectorAll(".panel")) each.classList.toggle("away", each !== panel);
  for (const link of root.querySelectorAll(".tabs a")) {
    if (link.hash === `#${panel.id}`) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

// Makes one finding the one that is looked at, in the text and in the list.
function select(card) {
  const root = desk(card);
  for (const old of root.querySelectorAll(".selected")) old.classList.remove("selected");
  card.classList.add("selected");
  for (const mark of marks(root, card.id)) mark.classList.add("selected");
  root.dispatchEvent(new CustomEvent("select"));
}

// What of the window the text can be seen in: nothing that stays lies over it.
function window_(root) {
  const list = root.querySelector(".findings").getBoundingClientRect();
  const over = getComputedStyle(root.querySelector(".findings")).position === "sticky" && list.width > innerWidth * .7;
  return { top: parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0, bottom: over ? list.top : innerHeight };
}

// Brings a place of the text into sight; where it is already, nothing moves.
function sight(mark) {
  if (!mark) return;
  const { top, bottom } = window_(desk(mark));
  for (let tries = 0; tries < 3; tries += 1) {  // what comes into sight only now takes its height only now
    const box = mark.getBoundingClientRect();
    if (box.top >= top && box.bottom <= bottom) return;
    mark.scrollIntoView({ block: "center" });
  }
}

function arrive(element) {
  const line = element.closest(".line") ?? element;
  line.classList.remove("arrived");
  line.scrollIntoView({ block: "nearest" });
  element.scrollIntoView({ block: "center" });
  line.classList.add("arrived");
  setTimeout(() => line.classList.remove("arrived"), 2000);
}

// Brings a finding into sight, by moving the list alone where that is enough: the text stays where it is.
function reveal(card) {
  const list = card.closest(".cards");
  if (list.scrollHeight > list.clientHeight) {
    const [inner, outer] = [card.getBoundingClientRect(), list.getBoundingClientRect()];
    if (inner.top < outer.top || inner.height > outer.height) list.scrollTop += inner.top - outer.top;
    else if (inner.bottom > outer.bottom) list.scrollTop += inner.bottom - outer.bottom;
  }
  const { top } = card.getBoundingClientRect();
  if (top < 0 || top > innerHeight - 96) card.scrollIntoView({ block: "nearest" });
}

function toCard(card, focus) {
  view(desk(card), card.closest(".panel"));
  select(card);
  reveal(card);
  if (focus) card.focus({ preventScroll: true });
}

// Goes to a place of the text; what has no focus of its own gets it by its paragraph.
function toText(target, focus) {
  view(desk(target), target.closest(".panel"));
  arrive(target);
  if (!focus) return;
  const focused = target.matches(".mark") ? target : target.closest(".line") ?? target;
  if (!focused.matches("a")) focused.tabIndex = -1;
  focused.focus({ preventScroll: true });
}

function step(root, by) {
  const seen = cards(root).filter((card) => !card.hidden);
  if (!seen.length) return;
  const at = seen.findIndex((card) => card.matches(".selected"));
  const card = seen[at < 0 ? (by > 0 ? 0 : seen.length - 1) : (at + by + seen.length) % seen.length];
  view(root, card.closest(".panel"));
  sight(marks(root, card.id)[0]);
  toCard(card, true);
}

function filter(root) {
  const form = root.querySelector(".filter");
  if (!form) return;
  const groups = new Set([...form.querySelectorAll("[name=severity]:checked")].map((box) => box.value));
  const { section, rule } = form.elements;
  let shown = 0;
  const every = cards(root);
  const off = new Set();
  for (const card of every) {
    const { dataset } = card;
    const fits = groups.has(dataset.group) && (!section.value || dataset.section === section.value)
      && (!rule.value || dataset.rule === rule.value);
    card.hidden = !fits;
    if (fits) shown += 1; else off.add(card.id);
  }
  for (const mark of root.querySelectorAll(".mark")) {
    const quiet = mark.dataset.for.split(" ").every((key) => off.has(key));
    mark.classList.toggle("off", quiet);
  }
  const words = form.querySelector(".shown");
  words.textContent = words.dataset.words.replace("{shown}", shown).replace("{count}", every.length);
  arrange(root, form.elements.group.value);
  root.dispatchEvent(new CustomEvent("filter"));
}

// Puts the findings into groups; without any they stand in the order of the text.
function arrange(root, by) {
  const list = root.querySelector(".cards");
  for (const title of list.querySelectorAll("li.group")) title.remove();
  const every = cards(root).sort((a, b) => number(a) - number(b));
  if (!by) { list.append(...every); return; }
  const groups = new Map();
  for (const card of every) {
    const name = card.dataset[by];
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(card);
  }
  const names = [...groups.keys()];
  if (by === "rule") names.sort();
  if (by === "group") names.sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  for (const name of names) {
    const own = groups.get(name);
    const seen = own.filter((card) => !card.hidden).length;
    const title = document.createElement("li");
    title.className = "group";
    title.hidden = !seen;
    const { groupName, title: rule } = own[0].dataset;
    title.textContent = `${{ group: groupName, rule: `${name} ${rule}` }[by] ?? name}（${seen}）`;
    list.append(title, ...own);
  }
}

function number(card) { return Number(card.querySelector(".number").textContent); }

// Takes up a document that has come into the page.
export function start(root) {
  root.classList.add("live");
  for (const part of root.querySelectorAll(".filter, .step")) part.hidden = false;
  view(root, root.querySelector(".panel"));
  filter(root);
}

// What an element that unfolds is known by when the document is shown anew: the places in it, some of which may be gone
// by then, or the finding or part that it belongs to.
function foldNames(fold) {
  const places = [...fold.querySelectorAll("[data-place]")].map((each) => each.dataset.place);
  return places.length ? places : [`${fold.closest("[id]")?.id} ${fold.className}`];
}

// What a reader has chosen, to be kept when the document is shown anew.
export function remember(root) {
  const form = root.querySelector(".filter");
  return {
    panel: root.querySelector(".panel:not(.away)").id,
    values: form ? [...new FormData(form)] : null,
    list: root.querySelector(".cards").scrollTop,
    unfolded: new Set([...root.querySelectorAll("details[open]")].flatMap(foldNames)),
  };
}

export function restore(root, state) {
  const form = root.querySelector(".filter");
  if (form && state.values) {
    for (const box of form.querySelectorAll("[name=severity]")) {
      box.checked = state.values.some(([name, value]) => name === "severity" && value === box.value);
    }
    for (const [name, value] of state.values) {
      const choice = form.elements[name];
      if (choice instanceof HTMLSelectElement && [...choice.options].some((each) => each.value === value)) choice.value = value;
    }
    filter(root);
  }
  for (const fold of root.querySelectorAll("details")) fold.open = foldNames(fold).some((name) => state.unfolded.has(name));
  view(root, document.getElementById(state.panel));
  root.querySelector(".cards").scrollTop = state.list;
}

export { marks, select, sight, step, toCard, toText };

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  const root = link && desk(link);
  if (root) {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!target || !root.contains(target)) return;
    event.preventDefault();
    if (target.matches(".panel")) view(root, target);
    else if (target.matches(".card")) { if (!target.hidden) toCard(target, true); }
    else {
      const card = link.closest(".card");
      if (card) select(card);
      toText(target, true);
    }
    return;
  }
  const button = event.target.closest("[data-do=previous], [data-do=next]");
  if (button) step(desk(button) ?? document.querySelector(".desk"), button.dataset.do === "next" ? 1 : -1);
  else if (event.target.closest(".card") && !event.target.closest("button, summary, input, select, label, form")) {
    const card = event.target.closest(".card");
    select(card);
    const mark = marks(desk(card), card.id)[0];
    if (mark && !String(getSelection())) { view(desk(card), card.closest(".panel")); sight(mark); }
  }
});

document.addEventListener("change", (event) => {
  if (event.target.closest(".filter")) filter(desk(event.target));
});
document.addEventListener("submit", (event) => {
  if (event.target.closest(".filter")) event.preventDefault();
});

document.addEventListener("keydown", (event) => {
  if (event.key === "F8" && !event.ctrlKey && !event.altKey && !event.metaKey) {
    const root = desk(document.activeElement ?? document.body) ?? document.querySelector(".desk");
    if (!root) return;
    event.preventDefault();
    step(root, event.shiftKey ? -1 : 1);
  } else if (event.key === "Enter" && event.target.matches?.(".card")) {
    event.preventDefault();
    const mark = marks(desk(event.target), event.target.id)[0];
    if (mark) toText(mark, true);
  }
});

for (const root of document.querySelectorAll(".desk")) start(root);
