"""Characters that both models of official language call wrong (TRM039)."""

from collections.abc import Iterator

from lawcheck.checks.scanned import is_scanned
from lawcheck.checks.wrong_characters import wrong_characters
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.vocabulary.document_numbers import document_numbers_in


def wrong_character(document: Document) -> Iterator[Finding]:
    """TRM039: a character that makes no sense where one that sounds or looks alike would."""
    text = document.text
    scanned = is_scanned(document)
    sure = [one for one in wrong_characters(text, scanned) if one.is_sure(scanned)]
    codes = {number.opening for number in document_numbers_in(text)} if sure else frozenset()
    for one in sure:
        end = one.start + len(one.word)
        # The code of an agency is made up of characters as they come.
        if not codes.isdisjoint(range(one.at, end + 2)):
            continue
        values = {"found": text[one.start : end], "right": one.word}
        yield Finding(one.start, end, values, edits=(Edit(one.at, one.at + 1, one.right),))
