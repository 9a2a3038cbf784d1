"""Characters that were left out of words, and such as are too many (TRM053)."""

from collections.abc import Iterator

from lawcheck.checks import cut_off_words, extra_characters, left_out_characters
from lawcheck.checks.old_prose import is_old_prose
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.document_numbers import document_numbers_in

# 党的十八精神: a congress that has lost its 大.
_CONGRESS = Pattern(
    "(?:党的|贯彻|学习|落实)(?P<place>十[六七八九]|二十)(?=精神|报告|以来|召开|胜利召开|会议精神)", needs=("十",)
)
# So many characters the code of an agency may go on.
_CODE = 4


def lost_or_extra_character(document: Document) -> Iterator[Finding]:
    """TRM053: a word or the name of a congress lacks a character, or a character stands where it parts a word."""
    text = document.text
    if is_old_prose(text):
        return
    for match in _CONGRESS.finditer(text):
        start, end = match.span("place")
        values = {"found": match["place"], "right": match["place"] + "大"}
        yield Finding(start, end, values, edits=(Edit(end, end, "大"),))
    lost = [one for one in left_out_characters.find(text) if one.gain >= left_out_characters.SURE]
    lost += cut_off_words.find(text)
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
