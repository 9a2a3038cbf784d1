"""Which format is in force: what a run or paragraph says itself, then its styles, then the defaults of the document.

Tables are left out: their styles would come between, and nothing is said about the looks of tables.
"""

from collections.abc import Iterable, Iterator, Sequence

from lawcheck.errors import Words
from lawcheck.reading.safe_xml import Element
from lawcheck.reading.word.package import Package
from lawcheck.reading.word.styles import Styles
from lawcheck.reading.word.theme import theme_fonts
from lawcheck.reading.word.walker import WordParagraph
from lawcheck.reading.word.xml import child, value, w
from lawcheck.text.layout import FormattedParagraph, FormattedText, ParagraphFormat, Said, Spacing, TextFormat
from lawcheck.text.vocabulary.typography import font_name

Says = dict[str, str]
Levels = Sequence[tuple[Words, Says]]

DIRECT = Words("直接格式", "direct formatting")
DEFAULTS = Words("文档默认", "document defaults")
_STYLE = Words("样式 ", "style ")
_CHARACTER_STYLE = Words("字符样式 ", "character style ")
_TWIPS = 20
_GRID_LINE = 240
# What Word takes where nothing is said, in points.
_SIZE = 10.0
_LARGEST = 10_000_000
_R, _RPR, _BODY = w("r"), w("rPr"), w("body")
_OUTSIDE_TABLES = frozenset((w("sdtContent"), w("sdt"), w("customXml"), w("smartTag"), w("ins"), w("moveTo")))
_SCRIPTS = ("eastAsia", "ascii", "hAnsi")
# Word has no name for what it gives a gap of so many hundredths of a line, and to a gap that it decides itself.
_GAP_LINE, _OWN_GAP = 15.6, 14.0
_ON, _OFF = ("1", "true", "on"), ("0", "false", "off")
# The elements that matter, with the attributes of them that do and what these are called here.
_RUN_PARTS = {
    w("rFonts"): {w(name): name for name in (*(f"{s}{t}" for s in _SCRIPTS for t in ("", "Theme")), "hint")},
    w("sz"): {w("val"): "size"},
    w("rStyle"): {w("val"): "style"},
    w("vertAlign"): {w("val"): "raised"},
}
_GAPS = ("before", "after")
_INDENTS = ("firstLine", "firstLineChars", "hanging", "hangingChars", "left", "leftChars")
_PARAGRAPH_PARTS = {
    w("pStyle"): {w("val"): "style"},
    w("jc"): {w("val"): "alignment"},
    w("ind"): {w(name): name for name in _INDENTS} | {w("start"): "left", w("startChars"): "leftChars"},
    w("spacing"): {w("line"): "line", w("lineRule"): "rule"}
    | {w(f"{gap}{unit}"): f"{gap}{unit}" for gap in _GAPS for unit in ("", "Lines", "Autospacing")},
    w("contextualSpacing"): {w("val"): "contextual"},
    w("outlineLvl"): {w("val"): "outline"},
    w("snapToGrid"): {w("val"): "grid"},
}
_OUTLINE_LEVELS = 9
_STYLE_NAMES = {"normal": "正文", "title": "标题", "body text": "正文文本", "default": "正文"}
_ALIGNMENTS = {"start": "left", "end": "right"}


class Formats:
    """What is in force in one document; whatever runs and paragraphs share is looked up once."""

    def __init__(self, package: Package) -> None:
        self._styles = Styles(package.only("styles"))
        defaults = child(package.only("styles"), "docDefaults")
        self._run_defaults = _says(child(child(defaults, "rPrDefault"), "rPr"), _RUN_PARTS)
        self._paragraph_defaults = _says(child(child(defaults, "pPrDefault"), "pPr"), _PARAGRAPH_PARTS)
        self._theme = theme_fonts(package)
        # LibreOffice sets signs as the text around them is set, and does not write that down.
        self._tells_signs = not package.producer.startswith("LibreOffice")
        self._same: dict[TextFormat, TextFormat] = {}
        self._texts: dict[tuple[str | None, tuple[tuple[str, str], ...]], TextFormat] = {}
        self._paragraphs: dict[tuple[tuple[tuple[str, str], ...], float, bool], ParagraphFormat] = {}
        self._levels: dict[tuple[str, str | None], Levels] = {}
        self.default_size = self.text(None, None).size.value

    def paragraphs(self, paragraphs: Iterable[WordParagraph], part: str) -> Iterator[FormattedParagraph]:
        """The paragraphs of a part that have a text and stand outside tables and text boxes."""
        for paragraph in paragraphs:
            if paragraph.part != part or not paragraph.runs or not is_outside_tables(paragraph.element):
                continue
            texts = self.texts(paragraph)
            if texts:
                own = self._paragraph(paragraph.element, texts[0].format.size.value)
                yield FormattedParagraph(paragraph.start, paragraph.body_start, paragraph.end, own, texts)

    def texts(self, paragraph: WordParagraph) -> tuple[FormattedText, ...]:
        """The text of a paragraph by its formats."""
        style = value(child(paragraph.element, "pPr"), "pStyle")
        found: list[FormattedText] = []
        for start, end, element in paragraph.runs:
            run = element.getparent()
            if run is None or run.tag != _R:
                continue
            own = self.text(style, next(run.iterchildren(_RPR), None))
            if found and found[-1].end == start and found[-1].format is own:
                start = found.pop().start
            found.append(FormattedText(start, end, own))
        return tuple(found)

    def text(self, style: str | None, properties: Element | None) -> TextFormat:
        """The format of a run with these properties in a paragraph of a style."""
        says = _says(properties, _RUN_PARTS)
        style = style or self._styles.default
        key = (style, tuple(says.items()))
        found = self._texts.get(key)
        if found is None:
            levels = (
                (DIRECT, says),
                *self._of_styles(_CHARACTER_STYLE, says.get("style"), "rPr"),
                *self._of_styles(_STYLE, style, "rPr"),
                (DEFAULTS, self._run_defaults),
            )
            raised = _first(levels, "raised").value in ("superscript", "subscript")
            font, latin = self._font(levels, "eastAsia"), self._font(levels, "ascii")
            made = TextFormat(font, latin, _size(levels), raised, self._signs(levels, font))
            found = self._texts[key] = self._same.setdefault(made, made)
        return found

    def alignment(self, properties: Element | None) -> Said[str]:
        """How a paragraph with these properties is aligned."""
        return _alignment(self._of_paragraph(_says(properties, _PARAGRAPH_PARTS)))

    def _paragraph(self, element: Element, size: float) -> ParagraphFormat:
        """How a paragraph stands whose characters are of a size."""
        says = _says(child(element, "pPr"), _PARAGRAPH_PARTS)
        # Unless the paragraph itself says where it begins, its list does.
        in_list = not says.keys() & set(_INDENTS) and self._is_in_list(element, says)
        key = (tuple(says.items()), size, in_list)
        found = self._paragraphs.get(key)
        if found is None:
            levels = self._of_paragraph(says)
            left = _indent(levels, "left", size).value or 0.0
            first = _first_line(levels, size)
            indent: Said[float | None] = Said(left + (first.value or 0.0), first.origin)
            before, after = (_gap(levels, name) for name in _GAPS)
            outline = _number(_first(levels, "outline").value)
            found = ParagraphFormat(
                _alignment(levels),
                Said(None) if in_list else indent,
                left,
                _spacing(levels),
                before,
                after,
                outline + 1 if outline is not None and 0 <= outline < _OUTLINE_LEVELS else 0,
            )
            self._paragraphs[key] = found
        return found

    def _is_in_list(self, paragraph: Element, says: Says) -> bool:
        """Whether a paragraph is one of a list, be it of numbers or of bullets."""
        own = child(child(paragraph, "pPr"), "numPr")
        if own is not None:
            return value(own, "numId") != "0"
        inherited = next((found for _, found in self._styles.numbering(self._style(says))), None)
        return inherited is not None and value(inherited, "numId") != "0"

    def _of_paragraph(self, says: Says) -> Levels:
        styles = self._of_styles(_STYLE, self._style(says), "pPr")
        return ((DIRECT, says), *styles, (DEFAULTS, self._paragraph_defaults))

    def _style(self, says: Says) -> str | None:
        return says.get("style") or self._styles.default

    def _of_styles(self, kind: Words, name: str | None, properties: str) -> Levels:
        """What a style says of runs ("rPr") or paragraphs ("pPr"), and all that it is based on."""
        key = (properties, name)
        if key not in self._levels:
            parts = _RUN_PARTS if properties == "rPr" else _PARAGRAPH_PARTS
            self._levels[key] = tuple(
                (kind + _style_name(style), _says(child(style, properties), parts))
                for _, style in self._styles.chain(name)
            )
        return self._levels[key]

    def _signs(self, levels: Levels, font: Said[str]) -> Said[str]:
        """The font of what both scripts have: that of Western text, unless a hint says otherwise."""
        if not self._tells_signs:
            return Said("")
        return font if _first(levels, "hint").value == "eastAsia" else self._font(levels, "hAnsi")

    def _font(self, levels: Levels, script: str) -> Said[str]:
        """The font of a script; what names one of the theme weighs more than a font named beside it."""
        theme = f"{script}Theme"
        for origin, says in levels:
            if theme in says:
                return Said(font_name(self._theme.get(says[theme], "")), origin + Words("，主题字体", ", theme font"))
            if says.get(script):
                return Said(font_name(says[script]), origin)
        return Said("")


def twips(text: str | None) -> float | None:
    """The points of a length, None for what is none."""
    number = _number(text)
    return None if number is None else number / _TWIPS


def _number(text: str | None) -> int | None:
    digits = (text or "").removeprefix("-")
    if not digits.isascii() or not digits.isdigit() or len(digits) > len(str(_LARGEST)):
        return None
    return int(text or "")


def _says(properties: Element | None, parts: dict[str, dict[str, str]]) -> Says:
    """What properties say of what matters here; an element without its attribute (`<w:snapToGrid/>`) says ""."""
    says: Says = {}
    for element in () if properties is None else properties:
        wanted = parts.get(element.tag)
        if wanted is None:
            continue
        if not element.keys():
            says[next(iter(wanted.values()))] = ""
        for attribute, said in element.items():
            if attribute in wanted:
                says[wanted[attribute]] = str(said)[:100]
    return says


def _first(levels: Levels, name: str) -> Said[str]:
    """What the nearest level says."""
    return next((Said(says[name], origin) for origin, says in levels if name in says), Said(""))


def _size(levels: Levels) -> Said[float]:
    for origin, says in levels:
        half_points = _number(says.get("size"))
        if half_points is not None and half_points > 0:
            return Said(half_points / 2, origin)
    return Said(_SIZE)


def _alignment(levels: Levels) -> Said[str]:
    said = _first(levels, "alignment")
    return Said(_ALIGNMENTS.get(said.value, said.value) or "left", said.origin)


def _first_line(levels: Levels, size: float) -> Said[float | None]:
    """How far the first line stands in, or out: the nearest that is said in characters, unless that is nothing."""
    inwards, outwards = _indent(levels, "firstLine", size), _indent(levels, "hanging", size)
    return Said(-outwards.value, outwards.origin) if outwards.value else inwards


def _indent(levels: Levels, name: str, size: float) -> Said[float | None]:
    """An indent in characters."""
    characters = _first(levels, f"{name}Chars")
    hundredths = _number(characters.value)
    if hundredths:
        return Said(hundredths / 100, characters.origin)
    said = _first(levels, name)
    points = twips(said.value)
    return Said(None if points is None else points / size, said.origin)


def _gap(levels: Levels, name: str) -> Said[float]:
    """The space above or below a paragraph, in points; none where it is only kept to paragraphs of another style."""
    contextual = _first(levels, "contextual")
    if contextual.origin is not None and contextual.value not in _OFF:
        return Said(0.0)
    for origin, says in levels:
        if says.get(f"{name}Autospacing") in _ON:
            return Said(_OWN_GAP, origin)
        if hundredths := _number(says.get(f"{name}Lines")):
            return Said(hundredths / 100 * _GAP_LINE, origin)
        points = twips(says.get(name))
        if points is not None:
            return Said(points, origin)
    return Said(0.0)


def _spacing(levels: Levels) -> Said[Spacing]:
    on_grid = _first(levels, "grid").value not in _OFF
    for origin, says in levels:
        amount = _number(says.get("line"))
        if amount is None:
            continue
        rule = says.get("rule", "auto")
        per_unit = _TWIPS if rule in ("exact", "atLeast") else _GRID_LINE
        return Said(Spacing(rule if per_unit == _TWIPS else "auto", abs(amount) / per_unit, on_grid), origin)
    return Said(Spacing(on_grid=on_grid))


def is_outside_tables(element: Element) -> bool:
    """Whether a paragraph or table stands in the body itself: in no table, no text box and no note."""
    parent = element.getparent()
    while parent is not None and parent.tag in _OUTSIDE_TABLES:
        parent = parent.getparent()
    return parent is not None and parent.tag == _BODY


def _style_name(style: Element) -> Words:
    """What Word calls a style; one of its own has a name in each language."""
    name = (value(style, "name") or style.get(w("styleId")) or "")[:40]
    lower = name.lower()
    if lower.startswith("heading "):
        return Words(f"标题{lower.removeprefix('heading')}", name)
    return Words(_STYLE_NAMES.get(lower, name), name)
