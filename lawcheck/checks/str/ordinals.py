"""How ordinals are written (STR006, STR007, STR008)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from re import Match

from lawcheck.checks.authority import has_own_customs
from lawcheck.checks.scanned import is_misread
from lawcheck.checks.str.broken_ordinals import broken_ordinals
from lawcheck.checks.str.numbered_divisions import signs_behind_numbers
from lawcheck.checks.str.torn_decimals import torn_decimals
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Node
from lawcheck.structure.levels import LEVEL
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_DASH = Pattern(r"[-－—–─ー_]")
_SPACE = Pattern(r"[ \u3000]+")
_BLANKS = " \t\u3000\xa0"
# What ends a sentence or a note before an ordinal that does not begin its line.
_BEFORE_ORDINAL = "。；;：:！!？?）)”|"
# What a list marker or line break of another program became.
_PRIVATE = Pattern("[\ue000-\uf8ff]")
_QUOTE_REACH = 200
# After a figure and a blank these make an amount or a date of it: 4 月份, 3 个.
_COUNTED = Pattern(
    r"[ \t\u3000]*(?:[年月日号时点分秒个项名人家户次件天周倍元万亿米吨克亩度级届岁所处条辆台套间%％℃]"
    r"|公[里斤顷]|平方|千[米克瓦]|小时)"
)
_HEADINGS = frozenset({"section", "subsection", "chapter"})
_BRACKETED = frozenset({"subsection", "clause", "subitem"})
# Figures with one sign behind them, whichever it is, and none.
_ITEM_AND_SIGN = Pattern("[0-9０-９]{1,3}[ \u3000]?[,，、·•。:：;；‧∙*－—-]")
_SECTION_AND_SIGN = Pattern("[一二三四五六七八九十⼀⼆⼋⼗]{1,3}[ \u3000]?[^ \u30000-9]")
_SECTION_ALONE = Pattern("(?P<number>[一二三四五六七八九十]{1,3})[ \u3000]{0,2}")


def damaged_ordinal(document: Document) -> Iterator[Finding]:
    """STR006: a 一 or 二 that became a sign: (-), =、; brackets and figures lost or misread: 二）, （）, [三)."""
    told: set[int] = set()
    for node in document.walk():
        if node.form == "SHAPED_SECTION" or (node.form == "SUBSECTION" and _DASH.search(node.marker)):
            wanted = LEVEL[node.form].spelled(node.parts)
            edits = (Edit(node.start, node.body_start, wanted),)
            told.add(node.start)
            yield Finding(node.start, node.body_start, {"marker": node.marker, "wanted": wanted}, edits=edits)
    for broken in (*broken_ordinals(document), *torn_decimals(document.text, is_misread(document))):
        if broken.start not in told:
            told.add(broken.start)
            values = {"marker": document.text[broken.start : broken.end], "wanted": broken.wanted}
            edits = (Edit(broken.start, broken.end, broken.wanted),)
            yield Finding(broken.start, broken.end, values, edits=edits)


def ordinal_terminator(document: Document) -> Iterator[Finding]:
    """STR007: an ordinal with the wrong sign after it, with a superfluous one, or with none.

    The ordinals of a list are changed together: half of them would leave it in two styles.
    """
    # 1 总则, 1.1 目的: such documents set their numbers off by a space.
    spaced = any(node.level == "decimal" for node in document.walk())
    # Behind these an ordinal begins what has only lost its line: a clause of who is responsible, a heading.
    ends = frozenset(attribution.end for attribution in document.attributions)
    if document.run_on:
        ends |= frozenset(node.title_end for node in document.walk() if node.level in _HEADINGS and node.title)
    lists: dict[tuple[int, str, tuple[int, int] | None], list[tuple[Node, Edit, bool]]] = {}
    families = document.families
    for family, children in enumerate(families):
        # 1总则, 1.1目的: the numbers of such documents have no point behind them.
        pointless = spaced and not any(node.form == "ITEM" and node.marker[-1] in ".．" for node in children)
        for node in children:
            is_right = node.inferred or (pointless and node.form == "BARE_ITEM")
            edit = None if is_right else _terminated(document, node, spaced)
            if edit:
                variant = "superfluous" if not edit.content else "item" if edit.content == "." else "default"
                key = family, variant, document.cell_at(node.start)
                lists.setdefault(key, []).append((node, edit, _stands_at_head(document, node, ends)))
    yield from _behind_colons(document)
    yield from signs_behind_numbers(document)
    for (family, variant, _), members in lists.items():
        named = [(node, edit) for node, edit, stands in members if stands]
        if named:
            (first, edit), *others = named
            # Outside of official documents 1、 is the custom of many; a list in two styles is nobody's.
            if variant == "item" and has_own_customs(document) and _is_uniform(families[family], named):
                variant = "custom"
            also = tuple((node.start, own.end) for node, own in others)
            # Where the others of the list have a wide point, a narrow one would be another fault (STR015).
            point = _point_of(families[family])
            edits = tuple(replace(own, content=point) if own.content == "." else own for _, own in named)
            unsafe = len(named) < len(members)
            yield Finding(first.start, edit.end, {}, variant, edits, also=also, unsafe=unsafe)


# 1:易燃液体⏎2:压缩气体⏎3:腐蚀品; ratios and times stand between figures.
_COLON = Pattern(f"(?m)^[ \u3000]{{0,8}}(?P<number>[0-9]{{1,2}})(?P<sign>[:：])(?=[{HAN}]{{2}})", needs=(":", "："))
_FEWEST_LINES = 3


def _behind_colons(document: Document) -> Iterator[Finding]:
    """A list whose lines have a colon behind their numbers."""
    row: list[Match[str]] = []
    for match in (*_COLON.finditer(document.text), None):
        if match and int(match["number"]) == len(row) + 1:
            row.append(match)
            continue
        if len(row) >= _FEWEST_LINES:
            places = [(found.start("number"), found.end("sign")) for found in row]
            edits = tuple(Edit(*found.span("sign"), ".") for found in row)
            yield Finding(*places[0], {}, "item", edits, also=tuple(places[1:]), unsafe=True)
        row = [match] if match and match["number"] == "1" else []


def _point_of(family: Sequence[Node]) -> str:
    """The point that most ordinals of a list have."""
    points = Counter(node.marker[-1:] for node in family if node.level == "item")
    return "．" if points["．"] > points["."] else "."


def _is_uniform(family: Sequence[Node], named: Sequence[tuple[Node, Edit]]) -> bool:
    """Whether the lists that these items stand in have 、 behind all of their ordinals."""
    lists: list[list[Node]] = [[]]
    for node in family:
        if node.level == named[0][0].level:
            if node.number == 1:
                lists.append([])
            lists[-1].append(node)
    starts = {node.start for node, _ in named}
    touched = [nodes for nodes in lists if any(node.start in starts for node in nodes)]
    return all(node.marker[-1] == "、" for nodes in touched for node in nodes)


def _terminated(document: Document, node: Node, spaced: bool) -> Edit | None:
    """What gives an ordinal the sign that belongs after it; None where it has it."""
    text, last = document.text, node.marker[-1]
    if LEVEL[node.form].symbol == "SECTION" and last != "、":
        if alone := _SECTION_ALONE.fullmatch(node.marker):
            return Edit(node.start + alone.end("number"), node.body_start, "、")
        signed = _SECTION_AND_SIGN.fullmatch(node.marker)
        return Edit(node.body_start - 1, node.body_start, "、") if signed else None
    if node.form == "BARE_ITEM":
        return Edit(node.body_start, node.body_start, ".")
    if node.level == "item" and _ITEM_AND_SIGN.fullmatch(node.marker):
        return Edit(node.body_start - 1, node.body_start, ".")
    if node.level == "item" and last.isspace() and not spaced and not _COUNTED.match(text, node.body_start):
        return Edit(node.start + len(node.marker.rstrip()), node.body_start, ".")
    # （一）、（二）项所列材料: named, not numbered.
    if node.level in _BRACKETED and text.startswith(("、（", "、("), node.body_start):
        return None
    if node.level in _BRACKETED and text[node.body_start : node.body_start + 1] in tuple("、.．。，,"):
        return Edit(node.body_start, node.body_start + 1, "")
    return None


def _stands_at_head(document: Document, node: Node, ends: frozenset[int]) -> bool:
    """Whether an ordinal begins a line, a cell or a sentence, outside of quotations: 从0到1、从1到2 has none.

    `ends` are those of headings and of clauses on who is responsible: where line ends were lost, an item follows them.
    """
    text, at = document.text, node.start
    while at and text[at - 1] in _BLANKS:
        at -= 1
    if at in ends:
        return True
    if at and text[at - 1] != "\n" and text[at - 1] not in _BEFORE_ORDINAL and not _PRIVATE.match(text, at - 1):
        cell = document.cell_at(node.start)
        if cell is None or text[cell[0] : node.start].strip():
            return False
    line = text[max(0, at - _QUOTE_REACH) : at].rpartition("\n")[2]
    return line.rfind("“") <= line.rfind("”")


def space_in_ordinal(document: Document) -> Iterator[Finding]:
    """STR008: a space inside an ordinal: `2 .`, （ 一 ）."""
    for node in document.walk():
        marker = node.marker.rstrip()
        if node.level in ("item", "subsection", "subitem", "section", "article", "chapter") and _SPACE.search(marker):
            content = _SPACE.compiled.sub("", marker)
            end = node.start + len(marker)
            yield Finding(node.start, end, edits=(Edit(node.start, end, content),))
