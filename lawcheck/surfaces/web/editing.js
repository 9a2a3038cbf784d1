// Edits a paragraph where it stands.

// So long a pause of the one who writes is waited for.
const PAUSE = 80;

// What stands in the document: all but what only readers of screens are told.
function written(line) {
  const copy = line.cloneNode(true);
  for (const aside of copy.querySelectorAll(".aside")) aside.remove();
  return copy.textContent;
}

// Makes a paragraph one that can be written in; false where what is seen of it is not what stands in the document.
export function edit(line, label, { typed, left }) {
  const [start, end] = (line.dataset.at ?? "0-0").split("-").map(Number);
  const was = written(line);
  if (!end || was.length !== end - start && [...was].length !== end - start) return false;
  const session = crypto.randomUUID();
  const before = [...line.childNodes];
  let told = was;
  let timer = 0;
  line.textContent = was;
  const looks = [...line.attributes].map(({ name, value }) => [name, value]).filter(([name]) => name !== "data-at");
  line.contentEditable = "plaintext-only";
  line.setAttribute("role", "textbox");
  line.setAttribute("aria-label", label);
  line.removeAttribute("aria-level");
  line.focus();
  getSelection().selectAllChildren(line);
  getSelection().collapseToEnd();
  const tell = () => {
    clearTimeout(timer);
    const text = line.textContent.replace(/\s*[\r\n]+\s*/g, "");
    if (text === told) return;
    told = text;
    typed(() => ({ start: line.dataset.at.split("-")[0], was, text, session }));
  };
  const leave = (isBack) => {
    if (!line.isContentEditable) return;
    if (!isBack) tell();
    clearTimeout(timer);
    line.removeEventListener("input", later);
    for (const name of ["contenteditable", "role", "aria-label", "aria-level"]) line.removeAttribute(name);
    for (const [name, value] of looks) line.setAttribute(name, value);
    const isTaken = told !== was;
    if (!isTaken) line.replaceChildren(...before);
    left(isTaken, isBack && isTaken);
  };
  const later = () => { clearTimeout(timer); timer = setTimeout(tell, PAUSE); };
  line.addEventListener("input", later);
  line.addEventListener("blur", () => leave(false), { once: true });
  line.addEventListener("keydown", (event) => {
    if (event.key === "Escape") leave(true);
    else if (event.key === "Enter" && !event.isComposing) { event.preventDefault(); leave(false); }
  });
  return true;
}
