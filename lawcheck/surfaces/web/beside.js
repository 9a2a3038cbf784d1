// Shows a document beside another: a page of its own, put into this one where its styles touch nothing else.

const DEEPER = { H1: "h2", H2: "h3", H3: "h4" };

function sheet(name) {
  return Object.assign(document.createElement("link"), { rel: "stylesheet", href: `/static/${name}` });
}

// A heading one level deeper: what was a page is a part of one.
function lowered(heading) {
  const lower = document.createElement(DEEPER[heading.tagName]);
  for (const { name, value } of heading.attributes) lower.setAttribute(name, value);
  lower.append(...heading.childNodes);
  heading.replaceWith(lower);
}

// Puts the page into its place; `go` is told where in the document the reader wants to go.
export function putBeside(host, html, way, go, label) {
  const box = document.createElement("template");
  box.innerHTML = html.slice(html.indexOf("<body"));  // its style is that of this page
  const parsed = box.content;
  parsed.querySelector("h1").remove();
  for (const heading of parsed.querySelectorAll("h2, h3")) lowered(heading);
  for (const place of parsed.querySelectorAll("[data-at] .place b, li[data-at] > .quiet")) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "go", textContent: place.textContent });
    button.setAttribute("aria-label", `${label} ${place.textContent}`);
    button.addEventListener("click", () => go(Number(button.closest("[data-at]").dataset.at)));
    place.replaceWith(button);
  }
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const parts = ["header", "main"].flatMap((name) => [...parsed.querySelector(name).childNodes]);
  root.replaceChildren(sheet(`${way}.css`), sheet("beside.css"), ...parts);
  host.hidden = false;
}

// The other documents that are open can be chosen.
export function offer(select, documents, current) {
  const chosen = select.value;
  for (const old of select.querySelectorAll("[data-open]")) old.remove();
  for (const { dataset, firstElementChild } of documents) {
    if (dataset.id === current) continue;
    const option = new Option(firstElementChild.textContent, dataset.id);
    option.dataset.open = "";
    select.append(option);
  }
  if ([...select.options].some((each) => each.value === chosen)) select.value = chosen;
}
