"""Citations held against the office's own library (CIT020–CIT025). Without a library they are silent."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document


def library_title(document: Document) -> Iterator[Finding]:
    """CIT020: a title that is written otherwise than in the library."""
    return _different(document, "title")


def library_number(document: Document) -> Iterator[Finding]:
    """CIT021: the number of another document than the one whose title it stands behind."""
    return _different(document, "number")


def library_place(document: Document) -> Iterator[Finding]:
    """CIT022: a chapter, article, paragraph or item that the document of the library does not have."""
    return _different(document, "place")


def library_quotation(document: Document) -> Iterator[Finding]:
    """CIT023: a quotation that does not stand word for word in the document that it is from."""
    return _different(document, "quotation")


def library_superseded(document: Document) -> Iterator[Finding]:
    """CIT024: a document that another one of the library repeals, or of which the library has a newer one."""
    return _different(document, "superseded")


def library_name(document: Document) -> Iterator[Finding]:
    """CIT025: a term, an office or a project that the cited document of the library calls otherwise."""
    if not document.settings.library:
        return
    from lawcheck.checks.library.superior_names import other_names  # few have a library

    for other in other_names(document):
        yield Finding(other.start, other.end, {"name": other.name, "title": other.title})


def _different(document: Document, kind: str) -> Iterator[Finding]:
    if not document.settings.library:
        return
    from lawcheck.checks.library.judging import judgements  # few have a library

    for judgement in judgements(document):
        for difference in judgement.differences:
            if difference.kind == kind:
                yield Finding(difference.start, difference.end, dict(difference.values), difference.variant)
