"""What stands within the lines of Markdown: code, formulas, addresses, tags and links, by CommonMark.

Marks and addresses of links are cut. Code and formulas are kept for the reader and left alone by rules.
"""

import re

from lawcheck.records import dataclass, field
from lawcheck.text.layers.markdown_definitions import folded, inline_end, label_end
from lawcheck.text.patterns import Pattern
from lawcheck.text.view import Cut
from lawcheck.text.vocabulary.han import has_han

Span = tuple[int, int]

# :smile: of many a site
_EMOJI = Pattern(r":(?:[a-z][a-z0-9_-]{1,30}|[+-]1):(?![0-9A-Za-z])")
_SPECIAL = Pattern(rf"[`<\[\]\\${{]|{_EMOJI.pattern}")
_ANGLE = Pattern("<")
_TICKS = Pattern("`+")
_AUTOLINK = Pattern(
    r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2000}|[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]{1,200}@[A-Za-z0-9.-]{1,200})>"
)
_ATTRIBUTE = r"\s+[A-Za-z_:@][\w.:@-]{0,60}+(?:\s*=\s*(?:[^\s\"'=<>`]{1,1000}+|'[^']{0,1000}+'|\"[^\"]{0,1000}+\"))?+"
_TAG = Pattern(rf"</?([A-Za-z][A-Za-z0-9-]{{0,30}})(?:{_ATTRIBUTE}){{0,60}}+\s{{0,20}}/?>")
_DECLARATIONS = (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"))
_CODE_TAGS = frozenset(("code", "kbd", "samp", "tt", "var"))
_NOTE = Pattern(r"\[\^[^\[\]\s]{1,100}\]")
# A formula: $x$ has no space inside its signs, and no figure behind, for that would be a price.
_MATH = Pattern(r"\$(?=[^\s$])(?:[^$\\\n。；]|\\.){1,300}+\$(?<=\S\$)(?![0-9A-Za-z])")
# What a formula with Chinese words in it has besides, and two prices have not.
_SYMBOL = Pattern(r"[A-Za-z^_={}+*/<>×÷≤≥≠]")
_DISPLAYED = Pattern(r"\$\$(?:[^$\\]|\\[\s\S]){1,2000}+\$\$")
_SHORTCODES = (("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}"))
_LONGEST_SHORTCODE = 2_000
# What a link, image or heading may have behind it: {: .class}, {#name}, {width=50%}.
_ATTRIBUTES = Pattern(r"\{(?:[:#.]|[A-Za-z-]{1,30}=)[^{}\n]{0,200}\}")


@dataclass(slots=True)
class Inline:
    """What was found: cuts of marks, what is to be kept as it is, and the stretches of which the cuts are parts."""

    cuts: list[Cut] = field(default_factory=list)
    kept: list[Span] = field(default_factory=list)

    def cut(self, start: int, end: int, replacement: str = "") -> int:
        """Cuts a stretch, and returns its end."""
        self.cuts.append(Cut("markup", start, end, replacement))
        return end

    def keep(self, start: int, end: int, marks: int) -> int:
        """Keeps what stands between so many marks at either side, which are cut; returns the end."""
        self.kept.append((start, end))
        if marks:
            self.cut(start, start + marks)
            self.cut(end - marks, end)
        return end


def read_words(text: str, start: int, end: int, labels: set[str], found: Inline, in_html: bool = False) -> None:
    """Finds all that there is in one stretch of words; in HTML there are but tags."""
    pattern = _ANGLE if in_html else _SPECIAL
    first = pattern.search(text, start, end)
    if first:
        _Reader(text, end, labels, found).read(first, pattern)


class _Reader:
    def __init__(self, text: str, end: int, labels: set[str], found: Inline) -> None:
        self._text = text
        self._end = end
        self._labels = labels
        self._found = found
        # The runs of backticks that are still to come, by their length; made when there is one.
        self._runs: dict[int, list[int]] | None = None
        # Brackets that are open: where, and how long the mark is.
        self._brackets: list[Span] = []
        # Of these many the first may no longer begin a link: one holds no other.
        self._spent = 0
        # What is known not to come any more.
        self._missing: set[str] = set()

    def read(self, special: re.Match[str] | None, pattern: Pattern) -> None:
        """Goes from one special character, of those that the pattern finds, to the next."""
        text, end = self._text, self._end
        readers = {
            "`": self._code,
            "<": self._angle,
            "[": self._opening,
            "]": self._closing,
            "\\": self._escape,
            "$": self._formula,
            "{": self._shortcode,
            ":": self._emoji,
        }
        while special:
            at = special.start()
            special = pattern.search(text, readers[text[at]](at), end)

    def _escape(self, at: int) -> int:
        return at + 2

    def _code(self, at: int) -> int:
        if self._runs is None:
            self._runs = {}
            for ticks in _TICKS.finditer(self._text, at, self._end):
                self._runs.setdefault(ticks.end() - ticks.start(), []).append(ticks.start())
            for starts in self._runs.values():
                starts.reverse()
        run = _TICKS.match(self._text, at, self._end)
        after = run.end() if run else at + 1
        starts = self._runs.get(after - at, [])
        while starts and starts[-1] < after:
            starts.pop()
        return self._found.keep(at, starts[-1] + after - at, after - at) if starts else after

    def _angle(self, at: int) -> int:
        text, found = self._text, self._found
        if autolink := _AUTOLINK.match(text, at, self._end):
            return found.keep(*autolink.span(), 1)
        if tag := _TAG.match(text, at, self._end):
            name = tag[1].lower()
            after = found.cut(*tag.span(), "\n" if name == "br" else "")
            if name in _CODE_TAGS and text[at + 1] != "/" and not text.startswith("/>", after - 2):
                return self._inside(f"</{name}", after)
            return after
        for opening, closing in _DECLARATIONS:
            if text.startswith(opening, at):
                stop = self._find(closing, at + len(opening))
                return found.cut(at, stop + len(closing)) if stop >= 0 else at + 1
        return at + 1

    def _inside(self, closing: str, at: int) -> int:
        """Keeps what stands in an element that holds code."""
        stop = self._find(closing, at)
        if stop > at:
            self._found.kept.append((at, stop))
        return max(stop, at)

    def _find(self, words: str, at: int) -> int:
        """Where these words come next; what does not come is looked for only once."""
        if words in self._missing:
            return -1
        stop = self._text.find(words, at, self._end)
        if stop < 0:
            self._missing.add(words)
        return stop

    def _formula(self, at: int) -> int:
        text = self._text
        if self._text.startswith("$$", at):
            displayed = _DISPLAYED.match(text, at, self._end)
            return self._found.keep(*displayed.span(), 0) if displayed else at + 2
        before = text[at - 1 : at]
        if before.isascii() and before.isalnum():
            return at + 1
        formula = _MATH.match(text, at, self._end)
        if formula and (not has_han(formula[0]) or _SYMBOL.search(formula[0])):
            return self._found.keep(*formula.span(), 0)
        return at + 1

    def _shortcode(self, at: int) -> int:
        for opening, closing in _SHORTCODES:
            if self._text.startswith(opening, at):
                stop = self._find(closing, at + len(opening))
                if at < stop <= at + _LONGEST_SHORTCODE:
                    return self._found.cut(at, stop + len(closing))
        return at + 1

    def _emoji(self, at: int) -> int:
        name = _EMOJI.match(self._text, at, self._end)
        return self._found.keep(*name.span(), 0) if name else at + 1

    def _opening(self, at: int) -> int:
        if note := _NOTE.match(self._text, at, self._end):
            return self._found.cut(*note.span())
        # An image is one wherever it stands, unless its mark is escaped.
        image = self._text[at - 1 : at] == "!" and self._text[at - 2 : at - 1] != "\\"
        self._brackets.append((at - 1, 2) if image else (at, 1))
        return at + 1

    def _closing(self, at: int) -> int:
        if not self._brackets:
            return at + 1
        start, mark = self._brackets.pop()
        usable = mark == 2 or len(self._brackets) >= self._spent
        self._spent = min(self._spent, len(self._brackets))
        end = self._link_end(start + mark, at) if usable else -1
        if end < 0:
            return at + 1
        self._found.cut(start, start + mark)
        self._found.cut(at, end)
        if mark == 1:
            self._spent = len(self._brackets)
        return end

    def _link_end(self, start: int, at: int) -> int:
        """Where the link ends whose words stand from `start` to the bracket at `at`; -1 where it is none."""
        text, after = self._text, at + 1
        if text.startswith("(", after) and (end := inline_end(text, after, self._end)) >= 0:
            attributes = _ATTRIBUTES.match(text, end, self._end)
            return attributes.end() if attributes else end
        if not self._labels:
            return -1
        label, end = label_end(text, after, self._end)
        if end >= 0 and label:
            return end if label in self._labels else -1
        if at - start <= 300 and folded(text[start:at]) in self._labels:
            return max(end, after)
        return -1
