"""The years of national planning documents that are cited (CIT005)."""

from collections.abc import Iterator
from functools import cache

from lawcheck.reading.resources import rows
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.search import Terms
from lawcheck.text.vocabulary.dates import period_at
from lawcheck.text.vocabulary.han import HAN

# What may stand before the name of a national document; a place there makes it a local one with years of its own.
_NATIONAL = Pattern(
    f"(?:^|[^{HAN}]|国务院|中共中央|党中央|中央|国家|办公厅|落实|执行|贯彻|根据|依据|按照|遵照|实施|印发|发布|[和及与])$"
)
_LONGEST_PREFIX = 4


@cache
def _known() -> tuple[Terms, list[str], dict[str, list[str]]]:
    """Every document with the periods of its versions, as they are written."""
    periods: dict[str, list[str]] = {}
    for name, first, last, _ in rows("periods.tsv"):
        periods.setdefault(name, []).append(f"{first}—{last}年")
    names = list(periods)
    return Terms(names), names, periods


def wrong_document_version(document: Document) -> Iterator[Finding]:
    """CIT005: a national planning document cited with years that are those of none of its versions."""
    text = document.text
    terms, names, periods = _known()
    for index, start, end in terms.find(text):
        cited = period_at(text, end + text.startswith(("（", "("), end))
        if cited is None or not _NATIONAL.search(text[max(0, start - _LONGEST_PREFIX) : start]):
            continue
        if cited.written not in periods[names[index]]:
            values = {"name": names[index], "cited": cited.written, "known": "、".join(periods[names[index]])}
            yield Finding(cited.start, cited.end, values)
