"""TRM042: a body that is called by a name that no body has."""

from collections.abc import Iterator
from functools import cache

from lawcheck.reading.resources import rows
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.search import Terms

_LOCAL = "地方"
_PLACES = ("省", "市", "县", "区", "州", "盟", "旗", "人民", "自治区")
# These end a longer right name, or begin another word: 中国|国家…
_GOES_ON = frozenset("学院校")


@cache
def _wrong() -> tuple[Terms, tuple[tuple[str, ...], ...]]:
    table = rows("wrong_bodies.tsv")
    return Terms(row[0] for row in table), table


def wrong_body_name(document: Document) -> Iterator[Finding]:
    """TRM042: 国家教育部, 住房与城乡建设局, 退伍军人事务局."""
    text = document.text
    terms, table = _wrong()
    told = 0
    for index, start, end in sorted(terms.find(text), key=lambda found: (found[1], -found[2])):
        wrong, right, unless, scope = table[index]
        following = text[end : end + 1]
        if start < told or (following and following in unless) or following in _GOES_ON:
            continue
        if scope == _LOCAL and not text.endswith(_PLACES, 0, start):
            continue
        told = end
        edits = (Edit(start, end, right),) if "、" not in right and "（" not in right else ()
        yield Finding(start, end, {"found": wrong, "right": right}, edits=edits)
