"""Sets the examples of rules as a Word file: as the standard has it, except for what an example says.

`layout` of an example names what is different, as `_STANDARD` does; `emphasis` is text that stands in 黑体, `pasted`
text in the `pasted-font`, and `change`, `comment`, `hidden`, `white` and `highlight` are texts that are marked so.
`outlined` are the lines that are headings for the file, `automatic` ordinals that it counts itself, with | between
them. A line of one wide space is an empty paragraph. The last line is a table where `table-width` says how wide. A
field shows the `field` and would show the `field-now`. The lines after an empty one are the page numbers: of odd pages,
then of even ones; where `boxed` is 1 they are text in boxes.
"""

import re
from collections.abc import Iterator, Mapping

from lawcheck.errors import RuleFileError, Words
from lawcheck.reading.formats import DOCX
from lawcheck.text.layout import (
    FieldResult,
    FormattedParagraph,
    FormattedText,
    Layout,
    Leftover,
    PageNumber,
    ParagraphFormat,
    PlacedTable,
    Said,
    Section,
    Spacing,
    TextFormat,
)
from lawcheck.text.source import Source
from lawcheck.text.vocabulary.typography import size_of

Differences = Mapping[str, str | float]

_STYLE = Words("样式 正文", "style Normal")
_DIRECT = Words("直接格式", "direct formatting")
_STANDARD: Differences = {
    "width": 210.0,
    "height": 297.0,
    "margin-top": 37.0,
    "margin-bottom": 35.0,
    "margin-left": 28.0,
    "margin-right": 26.0,
    "title-font": "方正小标宋简体",
    "title-size": "二号",
    "title-alignment": "center",
    "heading-font": "黑体",
    "body-font": "仿宋_GB2312",
    "body-size": "三号",
    "body-indent": 2.0,
    "line-spacing": 28.95,
    "emphasis": "",
    "pasted": "",
    "pasted-font": "宋体",
    "signs-font": "",
    "space-before": 0.0,
    "outlined": "",
    "automatic": "",
    "table-width": 0.0,
    "table-alignment": "left",
    "field": "",
    "field-now": "",
    "field-kind": "text",
    "boxed": 0.0,
    "number-font": "宋体",
    "number-size": "四号",
    "number-alignment": "",
}
_LEFTOVERS = ("change", "comment", "hidden", "highlight", "white")
_HEADING = re.compile("[一二三四五六七八九十]{1,3}、[^。]*$")
_LINE = re.compile(r"[^\n]+")
_BLANK = re.compile(r"^\u3000$", re.MULTILINE)
_SIDES = (("default", "right"), ("even", "left"))


def specimen(text: str, differences: Differences) -> Source:
    """A text as a Word file with these differences from the standard."""
    unknown = differences.keys() - _STANDARD.keys() - set(_LEFTOVERS)
    if unknown:
        names = sorted(unknown)
        raise RuleFileError(
            Words(f"examples.layout 没有键 {'、'.join(names)}", f"examples.layout has no key {', '.join(names)}")
        )
    body_end = text.find("\n\n") + 1 or len(text)
    setting = _Setting(text, body_end, {**_STANDARD, **differences})
    layout = Layout(
        (setting.section(),),
        tuple(setting.paragraphs()),
        tuple(setting.leftovers(differences)),
        tuple(blank.start() for blank in _BLANK.finditer(text, 0, body_end)),
        tuple(setting.tables()),
        tuple(setting.fields()),
        tuple(line.span() for line in _LINE.finditer(text, body_end) if differences.get("boxed")),
    )
    return Source(text, encoding="", format=DOCX, body_end=body_end, layout=layout)


class _Setting:
    def __init__(self, text: str, body_end: int, values: Differences) -> None:
        self._text = text
        self._body_end = body_end
        self._values = values

    def section(self) -> Section:
        """The only section, with its page numbers."""
        names = ("width", "height", "margin-top", "margin-bottom", "margin-left", "margin-right")
        width, height, top, bottom, left, right = (self._number(name) for name in names)
        return Section(
            0, self._body_end, width, height, top, bottom, left, right, width > height, page_numbers=self._numbers()
        )

    def _numbers(self) -> tuple[PageNumber, ...]:
        if self._values["boxed"]:
            return ()
        lines = _LINE.finditer(self._text, self._body_end)
        alignment = str(self._values["number-alignment"])
        return tuple(
            PageNumber(*line.span(), pages, alignment or side, self._format("number"))
            for line, (pages, side) in zip(lines, _SIDES, strict=False)
        )

    def paragraphs(self) -> Iterator[FormattedParagraph]:
        """Every line: the first one is the title."""
        for line in _LINE.finditer(self._text, 0, self._body_end):
            part = "title" if line.start() == 0 else "heading" if _HEADING.match(line[0]) else "body"
            alignment = str(self._values["title-alignment"]) if part == "title" else "both"
            indent = 0.0 if part == "title" else self._number("body-indent")
            spacing = Spacing("exact", self._number("line-spacing"))
            texts = tuple(self._texts(*line.span(), self._format(part)))
            form = ParagraphFormat(
                Said(alignment, _STYLE),
                Said(indent, _STYLE),
                0.0,
                Said(spacing, _STYLE),
                Said(self._number("space-before"), _STYLE),
                outline=int(line[0] in str(self._values["outlined"]).split("|")),
            )
            labels = str(self._values["automatic"]).split("|")
            label = next((label for label in labels if label and line[0].startswith(label)), "")
            yield FormattedParagraph(line.start(), line.start() + len(label), line.end(), form, texts)

    def _texts(self, start: int, end: int, form: TextFormat) -> Iterator[FormattedText]:
        """The text of a line, cut around what is emphasised."""
        emphasis = str(self._values["emphasis"] or self._values["pasted"])
        at = self._text.find(emphasis, start, end) if emphasis else -1
        if at < 0:
            yield FormattedText(start, end, form)
            return
        font = "黑体" if self._values["emphasis"] else str(self._values["pasted-font"])
        bold = TextFormat(Said(font, _DIRECT), form.latin, form.size)
        stop = at + len(emphasis)
        yield FormattedText(start, at, form)
        yield FormattedText(at, stop, bold)
        yield FormattedText(stop, end, form)

    def leftovers(self, differences: Differences) -> Iterator[Leftover]:
        """What is left of a review; without a text of its own it stands after the last comma."""
        for kind in _LEFTOVERS:
            if kind in differences:
                words = str(differences[kind])
                start = self._text.index(words) if words else self._text.rindex("，") + 1
                yield Leftover(kind, start, start + len(words))

    def tables(self) -> Iterator[PlacedTable]:
        """The last line, where it is a table."""
        if width := self._number("table-width"):
            *_, last = _LINE.finditer(self._text, 0, self._body_end)
            yield PlacedTable(last.start(), last.end(), 0.0, width, str(self._values["table-alignment"]))

    def fields(self) -> Iterator[FieldResult]:
        """The field, at the last place of what it shows."""
        if shown := str(self._values["field"]):
            start = self._text.rindex(shown)
            kind, now = str(self._values["field-kind"]), str(self._values["field-now"])
            yield FieldResult(kind, start, start + len(shown), now)

    def _format(self, part: str) -> TextFormat:
        font = Said(str(self._values[f"{part}-font"]), _STYLE)
        size = self._values.get(f"{part}-size", self._values["body-size"])
        points = size_of(size) if isinstance(size, str) else size
        signs = Said(str(self._values["signs-font"]), _STYLE)
        return TextFormat(font, font, Said(points or 0.0, _STYLE), signs=signs)

    def _number(self, name: str) -> float:
        return float(self._values[name])
