"""What no fix may change unseen, whichever rule proposes it.

A quotation, the name or number of another document, an address and a figure stay as they are written; a label keeps
its colon. An edit that touches one of them has to be read, even where its rule is safe elsewhere. A scan is a
copy of an original: there only damage is mended unseen, not what the author chose.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lawcheck.checks.scanned import is_scanned
from lawcheck.rulebook.findings import Issue, IssuePlace, Safety, Severity
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.source import Source
from lawcheck.text.verbatim import is_in_address, is_in_file_name, is_in_reference
from lawcheck.text.vocabulary.dates import ZEROS, date_of
from lawcheck.text.vocabulary.document_numbers import document_numbers_in

_QUOTATIONS = (("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ('"', '"'))
_TITLE = ("《", "》")
_REACH = 300
_SHORTEST_TITLE = 6
_WIDE_STOP = str.maketrans("。．", "..")
_FRAMES = frozenset("“”‘’《》〈〉「」『』（）()〔〕[]【】［］﹝﹞<>")
_FIGURES = str.maketrans("一二三四五六七八九", "123456789") | dict.fromkeys(map(ord, ZEROS + "〇0"))
# Rules on what authors write so: 、 between quotations or before 等, the sign of a range or after an ordinal, 帐.
_CHOSEN_BY_AUTHORS = frozenset({"PUN007", "PUN008", "PUN011", "STR007", "TRM003"})
_COLONS = frozenset(":：")


def guarded(document: Document, issues: Iterable[Issue]) -> list[Issue]:
    """The issues; what must not be applied unseen is unsafe, and stands apart from the rest of its issue."""
    issues = list(issues)
    if not any(issue.safety is Safety.SAFE and issue.edits for issue in issues):
        return issues
    if is_scanned(document):
        issues = [_as_in_original(issue) for issue in issues]
    guard = _Guard(document)
    found = [part for issue in issues for part in _parts(guard, issue)]
    return sorted(found, key=lambda issue: (issue.start, issue.end, issue.code))


def doubted(source: Source, issues: Iterable[Issue]) -> list[Issue]:
    """The issues; of one that lies in characters that recognition is not sure of nothing is certain: it is a hint."""
    pages = source.pages
    if pages is None or not pages.doubtful:
        return list(issues)
    return [
        replace(issue, severity=Severity.INFO, safety=None)
        if all(pages.is_doubtful(start, end) for start, end in issue.spans)
        else issue
        for issue in issues
    ]


def _as_in_original(issue: Issue) -> Issue:
    """An issue of a scan: what its author chose, and no recognition has done, stands in the original too."""
    if issue.safety is Safety.SAFE and issue.code in _CHOSEN_BY_AUTHORS:
        return replace(issue, safety=Safety.UNSAFE)
    return issue


def _parts(guard: "_Guard", issue: Issue) -> Iterator[Issue]:
    if issue.safety is not Safety.SAFE:
        yield issue
        return
    kept: list[IssuePlace] = []
    held: list[IssuePlace] = []
    for place in issue.places:
        (kept if guard.allows(place.edits) else held).append(place)
    if not held:
        yield issue
        return
    if kept:
        yield replace(issue, places=tuple(kept))
    yield replace(issue, places=tuple(held), safety=Safety.UNSAFE, more=0 if kept else issue.more)


class _Guard:
    """Judges the edits of one document, in offsets of its source."""

    def __init__(self, document: Document) -> None:
        view = document.view
        self._text = view.source_text
        titles = [document.title, *(annex.title for annex in document.frame.annexes)]
        self._titles = [_plain(title.text) for title in titles if title]
        own = document.frame.letterhead.number
        self._numbers = [
            view.source_span(number.start, number.end)
            for number in document_numbers_in(document.text)
            if own is None or number.start != own.start
        ]
        self._cut = view.removed

    def allows(self, edits: Sequence[Edit]) -> bool:
        """Whether the edits of one place may be applied unseen."""
        return all(self._allows(edit) for edit in edits)

    def _allows(self, edit: Edit) -> bool:
        text, start, end = self._text, edit.start, edit.end
        if self._is_cut(start, end):
            return True
        old, new = text[start:end], edit.content
        # An insertion stands between two characters: both are looked at.
        first, last = (start, end) if start < end else (max(0, start - 1), min(len(text), end + 1))
        if is_in_reference(text, start) or is_in_address(text, first, last) or is_in_file_name(text, first, last):
            return False
        if _COLONS & set(old) and not _COLONS & set(new):
            return False
        if not self._leaves_figures(start, end, new) or self._is_in_other_number(start, end, new):
            return False
        return self._leaves_quotation(edit, bool(old.strip()) and _plain(old) == _plain(new))

    def _is_cut(self, start: int, end: int) -> bool:
        """Whether an edit takes away what is no text of the author, as the layers have found."""
        index = max(0, bisect_right(self._cut, start, key=lambda cut: cut.start) - 1)
        at = start
        while at < end and index < len(self._cut) and self._cut[index].start <= at:
            at = max(at, self._cut[index].end)
            index += 1
        return start < end <= at

    def _leaves_quotation(self, edit: Edit, only_widens: bool) -> bool:
        """Whether an edit in a quotation or title changes the width of its signs at most."""
        old = self._text[edit.start : edit.end]
        if old and edit.content and _FRAMES.issuperset(old + edit.content):
            return True
        for opening, closing in _QUOTATIONS:
            if inside := _enclosing(self._text, edit.start, edit.end, opening, closing):
                if _closes_up(self._text, edit, inside):
                    continue
                if not only_widens or not any(sign.isalnum() for sign in self._text[inside[0] : inside[1]]):
                    return False
        title = _enclosing(self._text, edit.start, edit.end, *_TITLE)
        return title is None or only_widens or self._is_own_title(self._text[title[0] : title[1]])

    def _is_own_title(self, name: str) -> bool:
        """Whether it is that of this document or of its annex, or is named in it (关于印发……的通知)."""
        plain = _plain(name)
        return len(plain) >= _SHORTEST_TITLE and any(plain in title for title in self._titles)

    def _leaves_figures(self, start: int, end: int, new: str) -> bool:
        """Whether the figures say the same before and after, and none that stood apart have grown together."""
        text = self._text
        old = text[start:end]
        if not any(_is_figure(sign) for sign in old + new):
            joins = (
                not new.strip()
                and end > start
                and _is_digit(text[start - 1 : start])
                and _is_digit(text[end : end + 1])
            )
            return not joins
        if _figures(old) == _figures(new):
            return True
        before, after = date_of(old), date_of(new)
        return before is not None and after is not None and before.iso == after.iso

    def _is_in_other_number(self, start: int, end: int, new: str) -> bool:
        """Whether an edit changes more than the brackets of the number of another document."""
        old = self._text[start:end]
        if _plain(old) == _plain(new) or (old and new and _FRAMES.issuperset(old + new)):
            return False
        index = bisect_right(self._numbers, start, key=lambda span: span[0]) - 1
        if index < 0:
            return False
        stop = self._numbers[index][1]
        return start < stop or start == end == stop


def _enclosing(text: str, start: int, end: int, opening: str, closing: str) -> tuple[int, int] | None:
    """The inside of the pair of marks that a stretch stands in, on its line; None where it stands in none."""
    head = text[max(0, start - _REACH) : start]
    head = head[head.rfind("\n") + 1 :]
    if opening == closing:
        at = head.rfind(opening) if head.count(opening) % 2 else -1
    else:
        at = head.rfind(opening) if head.rfind(opening) > head.rfind(closing) else -1
    if at < 0:
        return None
    line_end = text.find("\n", end, end + _REACH)
    stop = text.find(closing, end, line_end if line_end >= 0 else end + _REACH)
    return None if stop < 0 else (start - len(head) + at + 1, stop)


def _closes_up(text: str, edit: Edit, inside: tuple[int, int]) -> bool:
    """Whether an edit takes a blank away at the edge of a quotation, or where all its characters are set apart."""
    if edit.content or text[edit.start : edit.end].strip():
        return False
    if edit.start == inside[0] or edit.end == inside[1]:
        return True
    return all(len(piece) == 1 for piece in text[inside[0] : inside[1]].split())


def _plain(text: str) -> str:
    """A text without blanks and without the width of its characters."""
    return "".join(unicodedata.normalize("NFKC", text.translate(_WIDE_STOP)).split())


def _is_digit(sign: str) -> bool:
    return bool(sign) and unicodedata.normalize("NFKC", sign).isdecimal()


def _is_figure(sign: str) -> bool:
    return _is_digit(sign) or sign in "〇一二三四五六七八九十百千万亿"


def _figures(text: str) -> str:
    """The figures of a text, in whichever numerals, without their zeros, which are written in many ways."""
    said = unicodedata.normalize("NFKC", text).translate(_FIGURES)
    return "".join(sign for sign in said if sign.isdecimal() or sign in "十百千万亿")
