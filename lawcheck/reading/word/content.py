"""What stands in a paragraph: runs with their texts, fields, breaks and signs, as Word shows them."""

from collections import deque
from collections.abc import Callable

from lawcheck.reading.safe_xml import Element
from lawcheck.reading.word.styles import Styles
from lawcheck.reading.word.symbol_fonts import symbol
from lawcheck.reading.word.xml import child, is_on, value, w

Run = tuple[int, int, Element]

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
ALTERNATIVES = _COMPATIBILITY + "AlternateContent"
FALLBACK = _COMPATIBILITY + "Fallback"
# What may stand around runs, paragraphs, rows and cells without being seen.
WRAPPERS = frozenset(
    w(name) for name in ("hyperlink", "smartTag", "customXml", "fldSimple", "bdo", "dir", "sdt", "sdtContent")
) | {w("ruby"), w("rubyBase"), *(_MATHS + name for name in ("oMath", "oMathPara"))}
_INSERTED = frozenset((w("ins"), w("moveTo")))
_DELETED = frozenset((w("del"), w("moveFrom")))
_R = w("r")
_BOX = w("txbxContent")
_MATHS_RUN, _MATHS_TEXT = _MATHS + "r", _MATHS + "t"
_FIELD_CHARACTER = w("fldCharType")
_WHITE_SPACE = str.maketrans("\t\n\r", "   ")


class RunContent:
    """The text as it grows, character by character; `original` undoes tracked changes instead of accepting them.

    `runs` and `style` are those of the paragraph that is being written; notes that are referred to, and text boxes,
    are only collected.
    """

    def __init__(self, styles: Styles, original: bool) -> None:
        self.notes: list[tuple[str, str]] = []
        self.boxes: deque[Element] = deque()
        self.size = 0
        self.runs: list[Run] = []
        self.style: str | None = None
        self.seen, self.unseen = (_DELETED, _INSERTED) if original else (_INSERTED, _DELETED)
        self._pieces: list[str] = []
        self._styles = styles
        self._original = original
        # For each field that is open, whether its result has begun; before that comes its code. How many are at that.
        self._fields: list[bool] = []
        self._codes = 0
        self._run_parts = self._handlers()

    @property
    def text(self) -> str:
        """What has been written so far."""
        return "".join(self._pieces)

    def put(self, text: str) -> None:
        """Writes text that no run holds."""
        self._pieces.append(text)
        self.size += len(text)

    def end_codes(self) -> None:
        """At the end of a paragraph: a code that it does not end is none, or the rest of the document would vanish."""
        if self._codes:
            self.forget_fields()

    def inline(self, parent: Element) -> None:
        """Writes what stands in a paragraph, or in an element that may stand around runs."""
        for element in parent:
            tag = element.tag
            if tag == _R:
                self._run(element)
            elif tag in WRAPPERS or tag in self.seen:
                self.inline(element)
            elif tag == ALTERNATIVES:
                self.inline(chosen(element))
            elif tag == _MATHS_RUN:
                for text in element.iterchildren(_MATHS_TEXT):
                    self._text(text)

    def _run(self, run: Element) -> None:
        if self._is_hidden(child(run, "rPr")):
            for mark in run.iterchildren(w("fldChar")):
                self._field(mark)
            return
        self._run_content(run)

    def _run_content(self, parent: Element) -> None:
        for element in parent:
            handler = self._run_parts.get(element.tag)
            if handler:
                handler(element)

    def _is_hidden(self, properties: Element | None) -> bool:
        said = is_on(properties, "vanish")
        return self._styles.hides(self.style, value(properties, "rStyle")) if said is None else said

    def _handlers(self) -> dict[str, Callable[[Element], None]]:
        """What to do with each part of a run; what is not named here is not seen."""
        handlers: dict[str, Callable[[Element], None]] = {
            w("t"): self._text,
            w("tab"): lambda e: self._character(e, "\t"),
            w("ptab"): lambda e: self._character(e, "\t"),
            w("br"): self._break,
            w("cr"): lambda e: self._character(e, "\n"),
            w("noBreakHyphen"): lambda e: self._character(e, "-"),
            w("sym"): lambda e: self._character(e, symbol(e.get(w("font")), e.get(w("char")))),
            w("fldChar"): self._field,
            w("footnoteReference"): lambda e: self.notes.append(("footnotes", e.get(w("id"), ""))),
            w("endnoteReference"): lambda e: self.notes.append(("endnotes", e.get(w("id"), ""))),
            w("ruby"): self.inline,
            ALTERNATIVES: lambda e: self._run_content(chosen(e)),
        }
        handlers |= dict.fromkeys((w("drawing"), w("pict"), w("object")), self._drawing)
        if self._original:
            handlers[w("delText")] = self._text
        return handlers

    def _text(self, element: Element) -> None:
        # Line ends and tabs in the XML are mere spaces to Word; one for one, so that offsets hold.
        text = (element.text or "").translate(_WHITE_SPACE)
        self._character(element, text)

    def _character(self, element: Element, text: str) -> None:
        if text and not self._codes:
            start = self.size
            self.put(text)
            self.runs.append((start, self.size, element))

    def _break(self, element: Element) -> None:
        if element.get(w("type")) in ("page", "column") and not self.runs:
            return
        self._character(element, "\n")

    def _field(self, element: Element) -> None:
        match element.get(_FIELD_CHARACTER):
            case "begin":
                self._fields.append(False)
                self._codes += 1
            case "separate" if self._fields:
                self._codes -= not self._fields[-1]
                self._fields[-1] = True
            case "end" if self._fields:
                self._codes -= not self._fields.pop()

    def forget_fields(self) -> None:
        """Takes every field that is open for ended."""
        self._fields.clear()
        self._codes = 0

    def _drawing(self, element: Element) -> None:
        """Text boxes are stories of their own."""
        for inner in element:
            if inner.tag == _BOX:
                self.boxes.append(inner)
            elif inner.tag == ALTERNATIVES:
                self._drawing(chosen(inner))
            elif isinstance(inner.tag, str):
                self._drawing(inner)


def chosen(alternatives: Element) -> Element:
    """The one alternative that is shown: the first choice, or what stands in where there is none."""
    found = alternatives.find(_COMPATIBILITY + "Choice")
    if found is None:
        found = alternatives.find(FALLBACK)
    return alternatives if found is None else found
