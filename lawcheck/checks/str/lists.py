"""Lists: their announced number, the signs that end their items, and headings (NUM009, PUN013, STR010)."""

from collections.abc import Iterator, Sequence
from itertools import islice

from lawcheck.checks.str.headings import at_line_start
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Node
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.numerals import chinese_numeral, parse_numeral

_FIRST_MEMBER = Pattern(r"[：:。]\s{0,6}(?=一(?P<form>[是要])|(?<=[：:\n\s])(?P<ordinal>[（(]一[）)]|1[.．、]|①))")
_MEMBER_LINE = Pattern(r"\n[ \t\u3000]{0,8}(?P<number>[一二三四五六七八九十]{1,3})(?P<form>[是要])")
_ANNOUNCED = Pattern(
    "(?P<count>[一二两三四五六七八九十]{1,3}|[0-9]{1,2})(?!个月|个工作日|个小时|个自然|个百分|年)(?:个方面|方面|项|个|点|条|种|类|大|件|步)(?P<rest>[^，。；：、“”\n]{0,12})$"
)
_NUMERAL_BEFORE = "第零百千万之.．0123456789一二三四五六七八九十"
# These leave the number open.
_OPEN = Pattern("以上|以下|之一|任[一何]|至少|以内|左右")
_NEAR = 24
_LONGEST = 4000


def count_mismatch(document: Document) -> Iterator[Finding]:
    """A number of things is announced before a colon, and another number of them follows."""
    text = document.text
    families: dict[int, tuple[Sequence[Node], int]] | None = None
    for match in _FIRST_MEMBER.finditer(text):
        near = max(0, match.start() - _NEAR)
        announced = _ANNOUNCED.search(text[near : match.start()])
        if announced is None or _OPEN.search(announced["rest"]):
            continue
        start = near + announced.start()
        count = 2 if announced["count"] == "两" else parse_numeral(announced["count"]) or 0
        # 二类 is the second class, 两类 are two.
        if count < 2 or announced["count"] == "二" or text[start - 1 : start] in tuple(_NUMERAL_BEFORE):
            continue
        if match["form"]:
            count_members = _lined_members if "\n" in match[0] else _inline_members
            found = count_members(text, match.end(), match["form"])
        else:
            families = families if families is not None else _families(document)
            found = _listed_members(*families.get(match.end(), ((), 0)))
        if found > 1 and found != count:
            yield Finding(start, match.start(), {"announced": announced["count"], "found": found})


def _inline_members(text: str, start: int, form: str) -> int:
    """How many members 一是…二是… has in its paragraph; 0 when another list is mixed into it."""
    end = text.find("\n", start)
    end = min(end if end >= 0 else len(text), start + _LONGEST)
    if text.find(f"一{form}", start + 2, end) >= 0:
        return 0
    count, at = 1, start
    while (at := text.find(f"{chinese_numeral(count + 1)}{form}", at + 2, end)) >= 0:
        count += 1
    # A list that goes on in the next paragraph, or after a lost member, is no matter for counting.
    following = f"{chinese_numeral(count + 1)}{form}"
    later = f"{chinese_numeral(count + 2)}{form}"
    if text.startswith(following, end + 1) or text.find(later, start, end) >= 0:
        return 0
    return count


def _lined_members(text: str, start: int, form: str) -> int:
    """How many paragraphs that begin with 一是, 二是 … follow one another; 0 when their numbers do not run on."""
    count = 1
    for match in _MEMBER_LINE.finditer(text, start, start + _LONGEST):
        if match["form"] != form or match["number"] == "一":
            break
        if parse_numeral(match["number"]) != count + 1:
            return 0
        count += 1
    return count


def _families(document: Document) -> dict[int, tuple[Sequence[Node], int]]:
    """For each node, by its start: the nodes of its family, and which of them it is."""
    groups = [document.nodes, *(node.children for node in document.walk())]
    return {node.start: (group, index) for group in groups for index, node in enumerate(group)}


def _listed_members(family: Sequence[Node], first: int) -> int:
    """How many members the list has that begins with this node; 0 when its numbers do not run on."""
    count = 0
    for node in islice(family, first, None):
        if node.number != count + 1 or node.inferred or node.level != family[first].level:
            # The next list begins anew; a number that is wrong is a matter of STR001–STR003.
            return count if node.number == 1 or node.level != family[first].level else 0
        count += 1
    return count


_LEVELS = frozenset({"clause", "subsection", "item", "subitem"})
_POINTS = "。；，、;,"
_SEMICOLONS = "；;"
_SENTENCE_END = Pattern("[。；;]")


def series_terminator(document: Document, *, min_items: int) -> Iterator[Finding]:
    """An item of a list that ends in another sign than the others, or a last item without a full stop."""
    for family in [document.nodes, *(node.children for node in document.walk())]:
        if len(family) >= min_items and all(node.level in _LEVELS and not node.children for node in family):
            for items in _runs(family):
                if len(items) >= min_items:
                    yield from _odd_ends(document, items)


def _runs(family: Sequence[Node]) -> Iterator[list[Node]]:
    """The lists that stand one after another below one heading: each begins its numbers anew."""
    run: list[Node] = []
    for node in family:
        if run and (node.number != (run[-1].number or 0) + 1 or node.level != run[-1].level):
            yield run
            run = []
        run.append(node)
    yield run


def _odd_ends(document: Document, items: Sequence[Node]) -> Iterator[Finding]:
    text = document.text
    ends = [_line(document, node)[1] for node in items]
    *signs, last = (text[end - 1] for end in ends)
    semicolons = sum(sign in _SEMICOLONS for sign in signs)
    # Most lists are in order; those that are not divided by semicolons go by other rules.
    if (semicolons == len(signs) and last == "。") or 2 * semicolons <= len(signs):
        return
    if not all(sign in _POINTS for sign in (*signs, last)):
        return
    for node, end in zip(items, ends, strict=True):
        if not at_line_start(document, node) or _SENTENCE_END.search(text, node.body_start, end - 1):
            return
    for sign, end in zip(signs, ends, strict=False):
        if sign not in _SEMICOLONS:
            yield Finding(end - 1, end, {"sign": sign}, edits=(Edit(end - 1, end, "；"),))
    if last != "。":
        yield Finding(ends[-1] - 1, ends[-1], {"sign": last}, "last", (Edit(ends[-1] - 1, ends[-1], "。"),))


def _line(document: Document, node: Node) -> tuple[int, int]:
    """The rest of the line behind a marker, without space around it; no more of it than an item can be long."""
    stop = document.text.find("\n", node.body_start, node.body_start + _LONGEST)
    line = document.text[node.body_start : stop if stop >= 0 else node.body_start + _LONGEST]
    start = node.body_start + len(line) - len(line.lstrip())
    return start, start + len(line.strip())


_HEADINGS = frozenset({"section", "subsection", "part", "chapter", "division"})
_STOPS = "。；，、;,"


def heading_final_punctuation(document: Document, *, max_length: int) -> Iterator[Finding]:
    """A heading on a line of its own that ends in a point, where its neighbours do not."""
    for family in [document.nodes, *(node.children for node in document.walk())]:
        levels: dict[str, list[Node]] = {}
        for node in family:
            if node.level in _HEADINGS:
                levels.setdefault(node.level, []).append(node)
        for nodes in levels.values():
            yield from _pointed(document, nodes, max_length)


def _pointed(document: Document, nodes: list[Node], max_length: int) -> Iterator[Finding]:
    """The headings of one list that end in a point, where most do not."""
    ends = [_line(document, node)[1] for node in nodes if _is_heading(document, node, max_length)]
    pointed = [end for end in ends if document.text[end - 1] in _STOPS]
    if 2 * len(pointed) < len(ends):
        for end in pointed:
            yield Finding(end - 1, end, {"sign": document.text[end - 1]}, edits=(Edit(end - 1, end, ""),))


def _is_heading(document: Document, node: Node, max_length: int) -> bool:
    """Whether a node has a short line for its heading and text of its own below."""
    if node.inferred or not at_line_start(document, node):
        return False
    start, end = _line(document, node)
    line = document.text[start:end]
    if not 1 < len(line) <= max_length or set(line[:-1]) & set("。；"):
        return False
    return node.end > end and bool(document.text[end : node.end].strip())
