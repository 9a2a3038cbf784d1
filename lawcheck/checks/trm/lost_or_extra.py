"""Characters that were left out of words, and such as are too many (TRM053)."""

from collections.abc import Iterator

from lawcheck.checks import extra_characters, left_out_characters
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.vocabulary.document_numbers import document_numbers_in

# So many characters the code of an agency may go on.
_CODE = 4


def lost_or_extra_character(document: Document) -> Iterator[Finding]:
    """TRM053: a word lacks a character, or a character stands where it parts a word."""
    text = document.text
    lost = [one for one in left_out_characters.find(text) if one.gain >= left_out_characters.SURE]
    extra = [one for one in extra_characters.find(text) if one.gain >= extra_characters.SURE]
    # The code of an agency is made up of characters as they come.
    codes = {number.opening for number in document_numbers_in(text)} if lost or extra else set()
    for left_out in lost:
        if codes.isdisjoint(range(left_out.at, left_out.at + _CODE)):
            values = {"found": text[left_out.start : left_out.end], "right": left_out.word}
            edit = Edit(left_out.at, left_out.at, left_out.missing)
            yield Finding(left_out.start, left_out.end, values, edits=(edit,))
    for one in extra:
        if codes.isdisjoint(range(one.at, one.at + _CODE)):
            values = {"found": text[one.at], "right": one.word}
            yield Finding(one.at, one.at + 1, values, "extra", (Edit(one.at, one.at + 1, ""),))
