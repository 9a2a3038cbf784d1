"""How the tasks of a document are spread over units."""

from collections.abc import Iterator

from lawcheck import Document, Finding


def too_many_leads(document: Document, *, most: int) -> Iterator[Finding]:
    """XEX001: a unit that leads more tasks than it can see to, where it is named beyond that."""
    for unit in document.units:
        for task in unit.lead[most:]:
            named = next(lead for lead in task.lead if lead.name == unit.name)
            yield Finding(named.start, named.end, {"unit": unit.name, "number": len(unit.lead), "most": most})
