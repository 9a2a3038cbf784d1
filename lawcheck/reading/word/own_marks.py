"""What lawcheck wrote into a Word file before: comments, known by their initials, and the changes that go with them.

Authors are chosen by those who annotate, so they alone do not tell. A change has no room for a mark: it is one of
lawcheck where it has the author and the minute of one of its comments.
"""

from lawcheck.reading.safe_xml import Element
from lawcheck.reading.word.package import Package
from lawcheck.reading.word.xml import w

NAME = "lawcheck"
_MINUTE = len("2024-05-06T07:08")
_INS, _DEL = w("ins"), w("del")
_RANGES = (w("commentRangeStart"), w("commentRangeEnd"))
_REFERENCE = w("commentReference")
_PROPERTIES = w("rPr")
_CHANGES = tuple(w(name) for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange"))
_PARTS = ("header", "footer", "footnotes", "endnotes")
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


class OwnMarks:
    """The comments and changes of a package that lawcheck wrote."""

    def __init__(self, package: Package) -> None:
        self._package = package
        parts = package.related(package.main, "comments")
        self._comments_part = parts[0] if parts else ""
        comments = list(package.xml(self._comments_part)) if parts else []
        self._comments = {c.get(w("id"), ""): c for c in comments if NAME in (c.get(w("initials")), c.get(w("author")))}
        self._hands = {_hand(comment) for comment in self._comments.values()}

    def has_comment(self, number: str) -> bool:
        """Whether the comment of this number is one of them."""
        return number in self._comments

    def has_change(self, change: Element) -> bool:
        """Whether a tracked change is one of them."""
        return change.get(w("author")) == NAME or _hand(change) in self._hands

    def remove(self, *, changes: bool) -> set[str]:
        """Takes the comments out, and the changes back; the parts that are other now. What people answered stays."""
        touched: set[str] = set()
        parts = [self._package.main, *(p for kind in _PARTS for p in self._package.related(self._package.main, kind))]
        if changes:
            touched |= {part for part in parts if self._take_back(part)}
        return touched | self._remove_comments()

    def _take_back(self, part: str) -> bool:
        """Rejects the changes of a part; whether there were any."""
        found = self._package.xml(part).iter(_INS, _DEL)
        own = [change for change in found if self.has_change(change) and _is_around_runs(change)]
        return bool([change for change in own if self._taken_back(change)])

    def _taken_back(self, change: Element) -> bool:
        """Rejects a change, unless others have changed something in it."""
        if any(not self.has_change(inner) for inner in change.iterdescendants(*_CHANGES)):
            return False
        parent = change.getparent()
        if parent is None:
            return False
        if change.tag == _DEL:
            for text in list(change.iter(w("delText"))):
                text.tag = w("t")
            for inner in list(change):
                change.addprevious(inner)
        parent.remove(change)
        return True

    def _remove_comments(self) -> set[str]:
        answered = {entry.get(f"{_W15}paraIdParent") for entry in self._entries()}
        gone = {number: c for number, c in self._comments.items() if not (_paragraph_ids(c) & answered)}
        if not gone:
            return set()
        main = self._package.xml(self._package.main)
        for mark in list(main.iter(*_RANGES, _REFERENCE)):
            if mark.get(w("id"), "") in gone:
                _drop(mark)
        identifiers = {i for comment in gone.values() for i in _paragraph_ids(comment)}
        touched = {self._package.main, self._comments_part}
        for comment in gone.values():
            _drop(comment)
        for entry in self._entries():
            if entry.get(f"{_W15}paraId") in identifiers:
                _drop(entry)
                touched |= set(self._package.related(self._package.main, "commentsExtended"))
        return touched

    def _entries(self) -> list[Element]:
        """What Word notes of comments in a part of its own: which one answers which."""
        parts = self._package.related(self._package.main, "commentsExtended")
        return [entry for part in parts for entry in self._package.xml(part)]


def _hand(element: Element) -> tuple[str, str]:
    """Who wrote it, and in which minute: Word keeps no seconds."""
    return element.get(w("author"), ""), element.get(w("date"), "")[:_MINUTE]


def _is_around_runs(change: Element) -> bool:
    parent = change.getparent()
    return parent is not None and parent.tag != _PROPERTIES


def _paragraph_ids(comment: Element) -> set[str | None]:
    return {paragraph.get(f"{_W14}paraId") for paragraph in comment.iter(w("p"))} - {None}


def _drop(element: Element) -> None:
    """Removes an element, and the run that held nothing else."""
    parent = element.getparent()
    if parent is None:
        return
    others = [child for child in parent if child is not element and child.tag != _PROPERTIES]
    above = parent.getparent()
    if element.tag == _REFERENCE and parent.tag == w("r") and not others and above is not None:
        above.remove(parent)
    else:
        parent.remove(element)
