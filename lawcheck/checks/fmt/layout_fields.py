"""FMT: fields that were not updated."""

from collections.abc import Iterator

from lawcheck.checks.fmt.layout_parts import gathered
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.structure.frame import ContentsEntry


def stale_field(document: Document) -> Iterator[Finding]:
    """FMT015: references and captions that an update would change, and contents whose pages run backwards."""
    layout = document.layout
    if layout is None:
        return
    counts = [(each.start, each.end) for each in layout.fields if each.kind == "count"]
    if counts:
        first = next(each for each in layout.fields if each.kind == "count")
        yield gathered(counts, {"now": first.now}, "count")
    for each in layout.fields:
        if each.kind != "count":
            variant = "default" if each.kind == "text" else each.kind
            yield Finding(each.start, each.end, {"now": each.now}, variant, in_source=True)
    # Where pages are counted anew, smaller numbers may follow larger ones.
    if not any(section.restarts for section in layout.sections[1:]):
        yield from _backwards(document)


def _backwards(document: Document) -> Iterator[Finding]:
    for part in document.frame.texts:
        for contents in part.contents:
            last: ContentsEntry | None = None
            for entry in contents.entries:
                if entry.page is None:
                    continue
                if last is not None and last.page is not None and entry.page < last.page:
                    yield Finding(entry.start, entry.end, {"page": entry.page, "before": last.page}, "pages")
                    break
                last = entry
