"""The signs that end the items of a list (PUN013)."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lawcheck.checks.pun.item_ends import begins_anew, item_ends
from lawcheck.checks.str.node_lines import at_line_start, own_line
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Node
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import is_han
from lawcheck.text.vocabulary.numerals import parse_numeral

_LEVELS = frozenset({"clause", "subsection", "item", "subitem"})
_POINTS = "。；，、;,"
_SEMICOLONS = "；;"
_COMMAS = "，、,"
# How much of what follows a list is looked at.
_SEEN, _LINES = 400, 6
_SENTENCE_END = Pattern("[。；;]")


def series_terminator(document: Document, *, min_items: int) -> Iterator[Finding]:
    """PUN013: an item of a list that ends in another sign than the others, or a last item without a full stop."""
    yield from _inside(document)
    yield from _commas(document)
    told: set[int] = set()
    for finding in _of_items(document, min_items):
        told.add(finding.start)
        yield finding
    for finding in _before_higher(document):
        if finding.start not in told:
            told.add(finding.start)
            yield finding
    for each in item_ends(document):
        if each.start not in told:
            yield Finding(each.start, each.end, {"sign": each.sign}, each.variant, (each.edit,))


def _of_items(document: Document, min_items: int) -> Iterator[Finding]:
    """The odd ends of items that are in order but for them."""
    for family in document.families:
        for items in _runs(family):
            if len(items) >= min_items and all(node.level in _LEVELS and not node.children for node in items):
                yield from _odd_ends(document, items)


# How high a line stands that begins with an ordinal: 第三条, 一、, （一）, 1., （1）.
_RANKED = Pattern(
    "[ \u3000]*(?:第(?P<a>[一二三四五六七八九十百零]{1,6})[章节条]|(?P<b>[一二三四五六七八九十]{1,3})、"
    "|[（(](?P<c>[一二三四五六七八九十]{1,3})[）)]|(?P<d>[0-9]{1,2})[.．、](?![0-9])|[（(](?P<e>[0-9]{1,2})[）)])"
)
_LOWEST = ("f", 0)


def _before_higher(document: Document) -> Iterator[Finding]:
    """A semicolon at the end of the last item of a list: the next line is a heading above that list.

    Lines without ordinals are items below a heading: between 4.负责人 and 5.要求.
    """
    text = document.text
    above, ends, listed = _LOWEST, "", 0
    lines = [p for p in document.paragraphs if not document.is_in_cell(p.start)]
    for line, following in pairwise(lines):
        (rank, number), after = _rank(text, line.start), _rank(text, following.start)
        sign = text[line.end - 1]
        if number:
            above, ends, listed = (rank, number), sign, 0
        else:
            listed += sign in _SEMICOLONS
        is_item = number or (listed > 1 and ends not in _POINTS and after == (above[0], above[1] + 1))
        if sign in _SEMICOLONS and after[0] < rank and is_item:
            yield Finding(line.end - 1, line.end, {"sign": sign}, "last", (Edit(line.end - 1, line.end, "。"),))


def _rank(text: str, start: int) -> tuple[str, int]:
    """How high the line that begins there stands, and its number."""
    found = _RANKED.match(text, start)
    group = found.lastgroup if found else None
    return (group, parse_numeral(found[group]) or 0) if found and group else _LOWEST


_MEMBER = Pattern(
    "(?:(?P<sign>[：:。；，])|^|(?<=\n))"
    "(?:(?P<number>[一二三四五六七八九])(?P<form>[是要])|[（(](?P<enclosed>[一二三四五六七八九]|[1-9])[）)])"
)
_FEWEST_SIGNS = 2


def _inside(document: Document) -> Iterator[Finding]:
    """The signs before some members of 一是…；二是…。三是…；四是…, where most others have a semicolon."""
    text = document.text
    found: list[re.Match[str]] = []
    for match in _MEMBER.finditer(text):
        number = parse_numeral(match["number"] or match["enclosed"])
        follows = bool(found) and number == len(found) + 1 and match["form"] == found[0]["form"]
        if follows and _one_clause(text, found[-1], match):
            found.append(match)
            continue
        yield from _odd_sign(found)
        found = [match] if number == 1 else []
    yield from _odd_sign(found)


_SERIAL = Pattern("(?P<sign>[。；，：\\n])(?P<number>[一二三四五六七八九])(?P<form>[是要])(?!否)")


def _commas(document: Document) -> Iterator[Finding]:
    """A comma before one member of a row in one paragraph, where all the others begin after a full stop."""
    row: list[re.Match[str]] = []
    for match in (*_SERIAL.finditer(document.text), None):
        number = parse_numeral(match["number"]) if match else 0
        goes_on = bool(row) and match and number == (parse_numeral(row[-1]["number"]) or 0) + 1
        if match and goes_on and match["sign"] != "\n" and match["form"] == row[0]["form"]:
            row.append(match)
            continue
        signs = [each["sign"] for each in row if each["number"] != "一"]
        if len(signs) > _FEWEST_SIGNS and signs.count("。") == len(signs) - 1 and "，" in signs:
            at = next(each.start() for each in row if each["number"] != "一" and each["sign"] == "，")
            yield Finding(at, at + 1, {"sign": "。"}, "sentence", (Edit(at, at + 1, "。"),))
        row = [match] if match and number in (1, 2) else []


def _one_clause(text: str, before: re.Match[str], match: re.Match[str]) -> bool:
    """Whether a member, up to the sign before the next one, is one sentence of one paragraph."""
    end = text.find("\n", before.end(), match.start())
    return end < 0 and not _SENTENCE_END.search(text, before.end(), match.start())


def _odd_sign(members: Sequence[re.Match[str]]) -> Iterator[Finding]:
    """The signs that are no semicolons, where at least half of them are."""
    signs = members[1:]
    odd = [match for match in signs if match["sign"] != "；"]
    # All but one or two of 120 rows in published texts have one sign throughout.
    if len(signs) >= _FEWEST_SIGNS and 2 * len(odd) <= len(signs):
        for match in odd:
            at = match.start()
            yield Finding(at, at + 1, {"sign": match["sign"]}, edits=(Edit(at, at + 1, "；"),))


def _runs(family: Sequence[Node]) -> Iterator[list[Node]]:
    """The lists that stand one after another below one heading: each begins its numbers anew."""
    run: list[Node] = []
    for node in family:
        if run and (node.number != (run[-1].number or 0) + 1 or node.level != run[-1].level):
            yield run
            run = []
        run.append(node)
    if run:
        yield run


def _odd_ends(document: Document, items: Sequence[Node]) -> Iterator[Finding]:
    text = document.text
    ends = [own_line(document, node)[1] for node in items]
    *signs, last = (text[end - 1] for end in ends)
    semicolons = sum(sign in _SEMICOLONS for sign in signs)
    # Most lists are in order; those that are not divided by semicolons go by other rules.
    # A comma is no end of an item, even of one of two.
    commas = sum(sign in _COMMAS for sign in signs)
    if last == "。" and semicolons == 1 and "".join(signs).count("。") == len(signs) - 1:
        yield from _one_semicolon(document, items, ends)
        return
    among_few = commas == 1 and semicolons == len(signs) - 1 and semicolons > 0
    if (semicolons == len(signs) and last == "。") or (2 * semicolons <= len(signs) and not among_few):
        return
    bare = [index for index, sign in enumerate((*signs, last)) if sign not in _POINTS]
    if bare and not (len(bare) == 1 and semicolons >= len(signs) - 1 and semicolons > 1):
        return
    # An item with lines of its own below ends where they do.
    if any(text[end : after.start].strip() for end, after in zip(ends, items[1:], strict=False)):
        return
    for node, end in zip(items, ends, strict=True):
        if not at_line_start(document, node) or _SENTENCE_END.search(text, node.body_start, end - 1):
            return
    if bare:
        # 1.申请书； 2.身份证明 3.场地证明。
        end = ends[bare[0]]
        if is_han(text[end - 1]) and (bare[0] < len(signs) or _is_last(text, end)):
            stop = "；" if bare[0] < len(signs) else "。"
            yield Finding(end - 1, end, {"sign": stop}, "bare", (Edit(end, end, stop),))
        return
    for sign, end in zip(signs, ends, strict=False):
        if sign not in _SEMICOLONS:
            yield Finding(end - 1, end, {"sign": sign}, edits=(Edit(end - 1, end, "；"),))
    if last != "。" and not _goes_on(text, ends[-1]):
        yield Finding(ends[-1] - 1, ends[-1], {"sign": last}, "last", (Edit(ends[-1] - 1, ends[-1], "。"),))


def _one_semicolon(document: Document, items: Sequence[Node], ends: Sequence[int]) -> Iterator[Finding]:
    """The one semicolon among the ends of items that else are full stops; of three short items either may be wrong."""
    text = document.text
    apart = any(text[end : after.start].strip() for end, after in zip(ends, items[1:], strict=False))
    if apart or not all(at_line_start(document, node) for node in items):
        return
    at = next(end - 1 for end in ends if text[end - 1] in _SEMICOLONS)
    others = [end for end in ends[:-1] if end - 1 != at]
    has_sentences = any(
        _SENTENCE_END.search(text, node.body_start, end - 1) for node, end in zip(items, ends, strict=True)
    )
    if len(others) > 1 or has_sentences:
        yield Finding(at, at + 1, {"sign": "。"}, "sentence", (Edit(at, at + 1, "。"),))
        return
    first, second = sorted((at, others[0] - 1))
    yield Finding(first, first + 1, {}, "mixed", also=((second, second + 1),))


def _is_last(text: str, end: int) -> bool:
    """Whether an item that has no point ends its list."""
    following = end + len(text[end : end + _SEEN]) - len(text[end : end + _SEEN].lstrip())
    return not _goes_on(text, end) and begins_anew(text, following)


def _goes_on(text: str, at: int) -> bool:
    """Whether the list goes on below its last number, in lines that lost theirs or were broken."""
    following = text[at : at + _SEEN].strip("\n").split("\n")[:_LINES]
    return any(line.rstrip().endswith(("；", ";")) for line in following[:-1])
