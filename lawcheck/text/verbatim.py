"""Stretches that stand in a text as they stand elsewhere, so that no sign of theirs is the author's to change.

They are addresses of the web and of mail, paths, names of files, and the entries of a list of references, which keep
half-width marks (GB/T 7714).
"""

from lawcheck.text.patterns import Pattern

_ADDRESS = Pattern(
    r"(?:https?|ftp|file)://[^\s，。；、（）《》“”<>]{1,500}"
    r"|www\.[A-Za-z0-9-][^\s，。；、（）《》“”<>]{1,300}"
    r"|[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}"
    r"|(?<![A-Za-z0-9])[A-Za-z]:\\[^\s，。；、《》“”<>]{1,300}",
    needs=("://", "www.", "@", ":\\"),
)
_FILE_NAME = Pattern(
    r"[^\s，。；：、“”《》<>|]{1,80}\.(?:docx?|xlsx?|pptx?|pdf|wps|et|txt|csv|zip|rar|7z|jpe?g|png|mp[34]|ofd|html?)"
    r"(?![A-Za-z0-9])",
    needs=(".",),
)
# [J], [M], [EB/OL]: the sort of a work, in square brackets of either width.
_SORT = Pattern(r"[\[［](?:[JMCDNPSRGZAK]|EB|DB|CP)(?:/(?:OL|CD|DK|MT))?[\]］]")
_BRACKETS = ("[", "［")
_NUMBERED = Pattern(r"[ \t\u3000]{0,8}[\[［][0-9]{1,3}[\]］]")
_YEAR_OF_WORK = Pattern(r"(?:19|20)[0-9]{2}\s?[,，:：(（.;]")
# How far around a place a stretch is looked for; a longer line is no entry of a list.
_REACH = 400


def _line(text: str, at: int) -> tuple[int, int]:
    """The line that a place stands in, as far as it reaches in either direction."""
    start = text.rfind("\n", max(0, at - _REACH), at) + 1 or max(0, at - _REACH)
    end = text.find("\n", at, at + _REACH)
    return start, end if end >= 0 else min(len(text), at + _REACH)


def is_in_address(text: str, start: int, end: int) -> bool:
    """Whether a stretch touches the inside of an address of the web or of mail, or of a path."""
    return _is_inside(_ADDRESS, text, start, end)


def is_in_file_name(text: str, start: int, end: int) -> bool:
    """Whether a stretch touches the inside of the name of a file."""
    return _is_inside(_FILE_NAME, text, start, end)


def _is_inside(pattern: Pattern, text: str, start: int, end: int) -> bool:
    first, last = _line(text, start)
    line = text[first : min(max(last, end), start + _REACH)]
    return any(match.start() < end - first and start - first < match.end() for match in pattern.finditer(line))


def is_in_reference(text: str, at: int) -> bool:
    """Whether a place stands in an entry of a list of references."""
    start, end = _line(text, at)
    line = text[start:end]
    if not any(bracket in line for bracket in _BRACKETS):
        return False
    return bool(_SORT.search(line) or (_NUMBERED.match(line) and _YEAR_OF_WORK.search(line)))
