"""Articles that were inserted behind another one: 第二条之一 (LAW011)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.vocabulary.numerals import chinese_numeral


def inserted_articles(document: Document) -> Iterator[Finding]:
    """LAW011: inserted articles that do not follow their article one by one."""
    before: tuple[int, ...] = ()
    for article in document.articles:
        parts = article.parts
        if len(parts) == 2 and before:
            last = before[1] if len(before) == 2 else 0
            if before[0] != parts[0]:
                yield Finding(article.start, article.body_start, {"article": article.marker.strip()}, "misplaced")
            elif parts[1] != last + 1:
                variant = "double" if parts[1] == last else "default"
                values = {"article": article.marker.strip(), "expected": f"之{chinese_numeral(last + 1)}"}
                yield Finding(article.start, article.body_start, values, variant)
        before = parts
