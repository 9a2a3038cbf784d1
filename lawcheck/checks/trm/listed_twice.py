"""TRM050: an item that stands twice in one enumeration."""

from collections.abc import Iterator

from lawcheck.checks.likelihood import is_word
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_LIST = Pattern(rf"[{HAN}]{{2,14}}(?:、[{HAN}]{{2,14}}){{2,20}}", needs=("、",))
_ITEM = Pattern("[^、]+")
# What leads in the first item, and what goes on behind the last one.
_LED_IN = Pattern(
    f"^(?:[{HAN}]{{0,8}}(?:包括|会同|加强|做好|开展|推进|完善|组织|围绕|聚焦|落实)|由|对|将|向|与|和|及|以及|有|为)"
)
_ENDED = Pattern(f"(?:(?:等|配合|参加|负责|牵头)[{HAN}]{{0,8}}|工作|内容|情况|制度)$")
# A sentence goes on between such items: 登记、转送、交办而未按照规定登记、转送、交办.
_CLAUSE = Pattern("[或的到由对以和与及而被将在未无不]")
_LONGEST = 8
# The stops of a route may be passed twice.
_STOPS = tuple("路街站桥道巷村口")


def listed_twice(document: Document) -> Iterator[Finding]:
    """TRM050: 登记、收费、巡查、登记."""
    text = document.text
    for match in _LIST.finditer(text):
        items = [(item.start(), item[0]) for item in _ITEM.finditer(text, *match.span())]
        items[0] = _without_lead(*items[0])
        items[-1] = (items[-1][0], _ENDED.compiled.sub("", items[-1][1]))
        seen: dict[str, int] = {}
        for index, (start, item) in enumerate(items):
            first = seen.setdefault(item, index)
            between = [other for _, other in items[first + 1 : index]]
            if first == index or not _is_plain(item) or any(map(_is_clause, between)) or not between:
                continue
            begin = items[first][0]
            edits = (Edit(start - 1, start + len(item), ""),)
            related = ((begin, begin + len(item), "first"),)
            yield Finding(start, start + len(item), {"item": item}, edits=edits, related=related)


def _without_lead(start: int, item: str) -> tuple[int, str]:
    lead = _LED_IN.match(item)
    return (start + lead.end(), item[lead.end() :]) if lead else (start, item)


def _is_plain(item: str) -> bool:
    """Whether an item is a word or the name of a body, and not that of a person or of a stop on the way."""
    return 2 <= len(item) <= _LONGEST and not item.endswith(_STOPS) and (len(item) > 3 or is_word(item))


def _is_clause(item: str) -> bool:
    return len(item) > _LONGEST or _CLAUSE.search(item) is not None
