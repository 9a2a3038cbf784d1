"""Terms that a document writes in two ways (TRM012)."""

from collections.abc import Iterator

from lawcheck.reading.resources import rows
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document


def term_drift(document: Document) -> Iterator[Finding]:
    """TRM012: a term that is written in two ways: each place of the rarer way."""
    text = document.text
    for usual, *variants in rows("variants.tsv"):
        places = {form: _places(text, form, [usual, *variants]) for form in (usual, *variants)}
        used = sorted((form for form in places if places[form]), key=lambda form: -len(places[form]))
        for form in used[1:]:
            for at in places[form]:
                first = places[used[0]][0]
                values = {"found": form, "usual": used[0]}
                yield Finding(at, at + len(form), values, related=((first, first + len(used[0]), "related"),))


def _places(text: str, form: str, forms: list[str]) -> list[int]:
    """Where a form stands, but not as a part of a longer one."""
    longer = [other for other in forms if form in other and other != form]
    found: list[int] = []
    at = text.find(form)
    while at >= 0:
        if not any(text.startswith(other, at - other.index(form)) for other in longer if at >= other.index(form)):
            found.append(at)
        at = text.find(form, at + len(form))
    return found
