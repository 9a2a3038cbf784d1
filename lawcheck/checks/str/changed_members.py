"""Members of a list that go on in another form than they began: 一是…，二是…，第三，…; 三、要…；四要… (STR003)."""

import re
from collections.abc import Iterator

from lawcheck.checks.str.series_forms import LONGEST, NUMERAL
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.numerals import chinese_numeral, parse_numeral

Span = tuple[int, int]

_PART = "(?:(?<=^)|(?<=[\n。；：，,;:]))[ \t\u3000]{0,4}"
# 第三产业, 第三方 and 第三季度 are no members: behind 第三 stands a mark, 要 or what is to be done.
_DONE = "加强|落实|严格|强化|抓好|完善|健全|推进|提高|提升|深化|优化|规范|做好|加大|开展|组织|建立"
_MEMBER = Pattern(
    f"{_PART}(?P<mark>(?P<number>{NUMERAL})(?P<form>[是要])(?![求点素件闻道否]|{NUMERAL}[、，。；])"
    f"|第(?P<order>{NUMERAL})(?=[，,：:是要]|{_DONE}))",
    needs=("是", "要", "第"),
)
_FIRST = Pattern("[一二三][是要]", needs=("是", "要"))
_FEWEST = 2
_HEADINGS = frozenset({"section", "subsection"})
_LONGEST_BODY = 600


def changed_members(document: Document) -> Iterator[tuple[Span, Span, str]]:
    """The member that is of another form than the two before it, the one before it, and what it should be."""
    text = document.text
    if _FIRST.may_match(text):
        yield from _inside(text)
    yield from _below_headings(document)


def _inside(text: str) -> Iterator[tuple[Span, Span, str]]:
    run: list[re.Match[str]] = []
    for match in _MEMBER.finditer(text):
        number = parse_numeral(match["number"] or match["order"])
        last = run[-1] if run else None
        goes_on = last is not None and number == len(run) + 1 and "\n" not in text[last.end() : match.start()]
        if not goes_on or last is None or match.start() - last.start() > LONGEST:
            run = [match] if number == 1 else []
            continue
        if len(run) == _FEWEST and len({each["form"] for each in run}) == 1 and match["form"] != last["form"]:
            # 第一，…第二，…三是…: the figure is the same, and what is written around it changes.
            figure = match["number"] or match["order"]
            right = f"第{figure}" if last["order"] else f"{figure}{last['form']}"
            # 一是…；二是…；三要… is told where the list has a member more to show its form.
            if last["order"] or match["order"]:
                yield match.span("mark"), last.span("mark"), right
        run.append(match)


def _below_headings(document: Document) -> Iterator[tuple[Span, Span, str]]:
    """四要… within the text of 三、要…: a heading that has lost its line and its mark."""
    text = document.text
    for node in document.walk():
        word = text[node.body_start : node.body_start + 1]
        if node.level not in _HEADINGS or node.number is None or node.inferred or word not in ("是", "要"):
            continue
        body = text[node.body_start : min(node.end, node.body_start + _LONGEST_BODY)].partition("\n")[0]
        own, following = chinese_numeral(node.number), chinese_numeral(node.number + 1)
        match = re.search(f"[；。]({following}{word})(?=[{HAN}])", body)
        if match and f"{own}{word}" not in body:
            at = node.body_start + match.start(1)
            right = node.marker.replace(own, following)
            yield (at, at + len(match[1])), (node.start, node.body_start), right
