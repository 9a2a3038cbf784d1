"""Writes findings into a PDF file: each a highlight at its characters, with a comment."""

import base64
from collections.abc import Iterator, Mapping
from typing import Any

from lawcheck.checks.checked import Checked
from lawcheck.reading.paged.page_options import Ocr, PageOptions
from lawcheck.reading.paged.page_process import answers
from lawcheck.reporting.annotation.remarks import remark
from lawcheck.rulebook.rule import Rule

# Of a finding with more places than these the rest is only counted.
MOST_EACH = 50


def annotated_pdf(
    data: bytes, checked: Checked, rules: Mapping[str, Rule], author: str, language: str
) -> tuple[bytes, int]:
    """The file with its findings as comments, and how many there are; raises SourceError."""
    marks = list(_marks(checked, rules, language))
    asked = {"kind": "marks", "marks": marks, "author": author, "ocr": Ocr.NEVER, "pages": ""}
    (answer,) = answers(asked, data, checked.source.path, PageOptions(Ocr.NEVER).seconds)
    return base64.b64decode(answer["file"]), len(marks)


def _marks(checked: Checked, rules: Mapping[str, Rule], language: str) -> Iterator[dict[str, Any]]:
    pages = checked.source.pages
    if pages is None or not pages.lines:
        return
    slants = dict(pages.slants)
    for issue in checked.diagnostics:
        for index, (start, end) in enumerate(issue.spans[:MOST_EACH]):
            text = "\n".join(remark(issue, index, MOST_EACH, rules.get(issue.code), (), language))
            boxes = list(pages.boxes(start, end)) or list(pages.boxes(max(0, start - 1), start))
            by_page: dict[int, list[list[int]]] = {}
            for box in boxes:
                by_page.setdefault(box.page, []).append([box.left, box.top, box.right, box.bottom])
            for page, places in by_page.items():
                mark = {"page": page, "boxes": places, "severity": issue.severity, "text": text}
                yield mark | ({"slant": slants[page]} if page in slants else {})
