"""Headings: their levels, their lines, and what stands under them (STR004, STR009, STR011)."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from lawcheck.checks.scanned import is_scanned
from lawcheck.checks.str.decimal_tree import numbers_that_skip
from lawcheck.checks.str.glued_headings import glued_heading_ends
from lawcheck.checks.str.level_scheme import divisions_out_of_place, lists_before_sections, odd_levels
from lawcheck.checks.str.marked_headings import odd_marks
from lawcheck.checks.str.node_lines import at_line_start, own_line
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import LONGEST_TITLE, Document, Node
from lawcheck.structure.kinds import Kind
from lawcheck.structure.levels import LEVEL, Breach
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN, is_han

_STOPS = frozenset("。；;！？：:…")
_QUOTES = ("“", "《")
_LABEL = Pattern(rf"[ \t\u3000]*[{HAN}]{{2,8}}[：:][ \t\u3000]*$")
_LONGEST_LABEL = 24
_LEFT_OUT = Pattern("[（(](?:略|从略|另[发附行]|[附见].{1,12})[）)]$|[（(]?略[）)]?$")
_VARIANTS = {Breach.SKIPPED: "default", Breach.INVERTED: "inverted"}
_RUN_ON_LEVELS = frozenset({"part", "chapter", "division", "article", "section", "subsection", "clause", "item"})
# Lists of these often stand inside a paragraph: one of them is glued where all but one in three begin lines.
_LOW_LEVELS = frozenset({"subitem", "decimal"})
_MOSTLY = 3
# A paragraph of a text of so many that is smaller than this part of it: line breaks were not lost.
_MANY, _SMALL_PART = 8, 3
# What is to be chosen, and 一是, stand in lines as there is room.
_IN_LINES = frozenset({"CAPITAL", "LETTER", "SERIAL"})


def level_skip(document: Document) -> Iterator[Finding]:
    """STR004: under 一、 directly （1），though the document has a level between; （一） below 1.

    Of a list the first is named: the others follow from it. What statutes skip is a matter of LAW002.
    """
    found = [*divisions_out_of_place(document)]
    if document.kind is not Kind.STATUTE:
        found += [*_breaches(document), *odd_levels(document), *lists_before_sections(document)]
        found += numbers_that_skip(document)
    yield from found
    told = {each.start for each in found}
    yield from (mark for mark in odd_marks(document) if mark.start not in told)


def _breaches(document: Document) -> Iterator[Finding]:
    """What the grammar of plans says of a list: two levels left out, or inverted."""
    used = {LEVEL[node.form].rank for node in document.walk() if node.form and at_line_start(document, node)}
    for node in document.walk():
        for breach, members in groupby(node.children, key=lambda child: child.breach):
            first = next(members)
            if breach in _VARIANTS and at_line_start(document, first) and not first.inferred:
                between = used.intersection(range(LEVEL[node.form].rank + 1, LEVEL[first.form].rank))
                if between or breach is Breach.INVERTED:
                    values = {"parent": node.marker, "marker": first.marker}
                    yield Finding(first.start, first.body_start, values, _VARIANTS[breach])


_NO_TEXT = "。，、：:. \u3000\t\r\n"
_FULL_STOPS = ("。", "；", ";")

# 一、补贴对象 补贴发给种粮大户。
_BLANK_BEHIND = Pattern(f"[{HAN}]{{3,12}}(?P<blank>[ \u3000]{{1,4}})(?=[{HAN}][^\n：。]{{8,400}}。)")


def _blank_behind(document: Document, node: Node) -> tuple[int, int] | None:
    """The blank that is left of the line end between a heading and its text."""
    if node.level not in ("section", "subsection") or node.inferred or not at_line_start(document, node):
        return None
    match = _BLANK_BEHIND.match(document.text, node.body_start)
    return match.span("blank") if match else None


def run_on_heading(document: Document) -> Iterator[Finding]:
    """STR009: a heading or item that does not begin a line, though others of its list do or line breaks were lost.

    In the cell of a table there is no room for lines: a list in one is no heading.
    """
    for family in _families(document):
        siblings = [node for node in family if not document.is_in_cell(node.start)]
        apart = [at_line_start(document, node) for node in siblings]
        enumerating = enclosed = False
        in_one = not any(apart) and _are_in_one_paragraph(document, siblings)
        for node, alone in zip(siblings, apart, strict=True):
            # A list wholly inside one paragraph is the author's own way to enumerate.
            enumerating = not alone and (enumerating or _begins_list(document, node))
            enclosed = enumerating and (enclosed or document.text[node.start - 1] in "（(")
            alone = alone or enclosed or _behind_label(document, node) or _ends_line(document, node)
            among_lines = any(apart) if node.level not in _LOW_LEVELS else _MOSTLY * sum(apart) >= 2 * len(apart)
            glued = not alone and not enumerating and (node.level == "section" or among_lines)
            run_on = document.run_on and node.level not in _LOW_LEVELS
            if in_one:
                continue
            if (glued or (run_on and not alone)) and not node.inferred:
                yield _broken(node.start)
            if document.run_on and _runs_into_text(document, node):
                yield _broken(node.title_end, "into_text")
            elif blank := _blank_behind(document, node):
                yield Finding(*blank, variant="into_text", edits=(Edit(*blank, "\n"),))
    for at in glued_heading_ends(document, _families(document)):
        yield _broken(at, "into_text")


def _are_in_one_paragraph(document: Document, siblings: Sequence[Node]) -> bool:
    """Whether a list stands in one paragraph of a text of many: that is the author's way to enumerate."""
    if not siblings or siblings[0].number != 1:
        return False
    text = document.text
    line = text.rfind("\n", 0, siblings[0].start) + 1
    end = text.find("\n", siblings[-1].start)
    end = len(text) if end < 0 else end
    if "\n" in text[line : siblings[-1].start] or (end - line) * _SMALL_PART >= len(text):
        return False
    # 一、…（一）…二、… in one paragraph has lost its line breaks.
    starts = _starts(document)
    alone = bisect_left(starts, end) - bisect_left(starts, line) == len(siblings)
    return alone and len(document.paragraphs) >= _MANY


@lru_cache(maxsize=1)
def _starts(document: Document) -> list[int]:
    """Where the nodes begin that want a line of their own."""
    return sorted(node.start for node in document.walk() if node.form not in _IN_LINES)


def _ends_line(document: Document, node: Node) -> bool:
    """Whether nothing follows in the line: 回执（一） is a name."""
    start, end = own_line(document, node)
    return start == end


def _behind_label(document: Document, node: Node) -> bool:
    """Whether a label of a form is all that stands before a node in its line: 风险名称：2.用电安全."""
    low = max(0, node.start - _LONGEST_LABEL)
    line = document.text.rfind("\n", low, node.start) + 1
    return (line > 0 or low == 0) and _LABEL.match(document.text, line, node.start) is not None


def _broken(at: int, variant: str = "default") -> Finding:
    return Finding(at, at, variant=variant, edits=(Edit(at, at, "\n"),))


def _runs_into_text(document: Document, node: Node) -> bool:
    """Whether the text under a heading follows in its line with nothing between them."""
    following = document.text[node.title_end : node.title_end + 1]
    begins = is_han(following) or following.isdecimal() or following in _QUOTES
    return node.title_end < node.text_end and begins and node.title_end < node.body_start + LONGEST_TITLE


def _begins_list(document: Document, node: Node) -> bool:
    """做到：1.…；2.…, （1.…；2.…）: a first item after a colon or bracket."""
    before = document.text[max(0, node.start - 2) : node.start]
    return node.number == 1 and (before[-1:] in ("：", ":", "（", "(") or before == "：“")


@lru_cache(maxsize=1)
def _families(document: Document) -> tuple[list[Node], ...]:
    """The children of each node by level."""
    families: list[list[Node]] = []
    for children in document.families:
        by_level: dict[str, list[Node]] = {}
        for child in children:
            if child.level in _RUN_ON_LEVELS or (child.level in _LOW_LEVELS and child.form not in _IN_LINES):
                by_level.setdefault(child.level, []).append(child)
        families += by_level.values()
    return tuple(families)


def empty_section(document: Document) -> Iterator[Finding]:
    """STR011: a heading with nothing under it, where its neighbours have something."""
    # In a scan an item that has lost its stop looks like a heading.
    if document.run_on or is_scanned(document):
        return
    nodes = list(document.walk())
    for siblings in _families(document):
        headings = [node for node in siblings if node.level in ("section", "subsection", "chapter", "division")]
        empty = [node for node in headings if _is_bare(document, node)]
        # Where the others are sentences this is one that has lost its stop.
        sentences = sum(_is_sentence(document, node) for node in headings)
        if 2 * len(empty) > len(headings) or 2 * sentences >= len(headings) - len(empty):
            continue
        for node in empty:
            # The last heading of a text stands where it was cut off; that is another matter.
            if node is not nodes[-1]:
                yield Finding(node.start, node.title_end, {"heading": node.marker + node.title})
    yield from _empty_articles(document, nodes)


def _empty_articles(document: Document, nodes: Sequence[Node]) -> Iterator[Finding]:
    """第三条。 between articles that have their text."""
    articles = [node for node in nodes if node.level == "article" and not node.inferred]
    for node in articles[:-1]:
        body = document.text[node.body_start : node.end]
        if not body.strip(_NO_TEXT) and at_line_start(document, node) and ("\n" in body or node.title_end < node.end):
            yield Finding(node.start, node.start + len(node.marker.rstrip()), {"heading": node.marker.rstrip()})


def _is_sentence(document: Document, node: Node) -> bool:
    """Whether a node is no more than a sentence with its stop."""
    own = document.text[node.body_start : node.end].strip()
    return not node.children and own[-1:] in _FULL_STOPS and "\n" not in own


def _is_bare(document: Document, node: Node) -> bool:
    """Nothing but a title of its own line."""
    if node.children or node.inferred or not at_line_start(document, node):
        return False
    if document.text[node.end - 1 : node.end] != "\n":
        return False
    own = document.text[node.body_start : node.end].strip()
    # 十一、游泳馆（25米，八条泳道） says all there is to say.
    says_all = any(character.isdigit() for character in own) or ("（" in own and "，" in own.partition("（")[2])
    # What is left out on purpose, or comes by itself, is said so: 二、问题清单（略）.
    says_all = says_all or _LEFT_OUT.search(own) is not None
    # So does the title of a document in a list of them.
    says_all = says_all or (own.startswith("《") and own.endswith("》"))
    return bool(own) and own == node.title and not says_all and not _STOPS & set(own)
