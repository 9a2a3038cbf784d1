"""Characters that both models of official language call wrong (TRM039)."""

from collections.abc import Iterator

from lawcheck.checks.mistyped_words import mistyped_words
from lawcheck.checks.old_prose import is_old_prose
from lawcheck.checks.same_sound_words import sure_words
from lawcheck.checks.scanned import is_misread
from lawcheck.checks.swapped_characters import swapped_characters
from lawcheck.checks.wrong_characters import sure_characters
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.document_numbers import document_numbers_in

# So many characters a code may go on behind the word.
_CODE = 3
_COUNTED = Pattern("[0-9一二三四五六七八九十百千万亿几两][个件名项条次处家户座台只张份套栋人批支辆枚例起宗笔亩吨米]")
# 改做 and 改作 are both written.
_TWO_SPELLINGS = {"做", "作"}


def wrong_character(document: Document) -> Iterator[Finding]:
    """TRM039: a character for which one that sounds or looks alike was meant, two that have changed places, or a word
    for which another one of the same sound was meant."""
    text = document.text
    if is_old_prose(text):
        return
    scanned = is_misread(document)
    for pair in swapped_characters(text):
        end = pair.at + len(pair.right)
        values = {"found": text[pair.at : end], "right": pair.right}
        yield Finding(pair.at, end, values, edits=(Edit(pair.at, end, pair.right),))
    sure = [one for one in sure_characters(text, scanned) if {text[one.at], one.right} != _TWO_SPELLINGS]
    codes = {number.opening for number in document_numbers_in(text)} if sure else frozenset()
    for one in sure:
        # The code of an agency is made up of characters as they come, and a measure behind its number is right.
        if codes.isdisjoint(range(one.at, one.end + _CODE)) and not _COUNTED.match(text, one.at - 1):
            values = {"found": text[one.start : one.end], "right": one.word}
            yield Finding(one.start, one.end, values, edits=(Edit(one.at, one.at + 1, one.right),))
    known = {at for one in sure for at in range(one.start, one.end)}
    heard = [(other.at, other.found, other.right) for other in sure_words(text)]
    heard += [(one.at, one.found, one.right) for one in mistyped_words(text) if one.is_sure]
    for at, found, right in heard:
        end = at + len(found)
        if known.isdisjoint(range(at, end)):
            yield Finding(at, end, {"found": found, "right": right}, edits=(Edit(at, end, right),))
