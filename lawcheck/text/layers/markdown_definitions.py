"""Where links of Markdown lead: destinations and titles, and definitions of references."""

from typing import NamedTuple

from lawcheck.text.patterns import Pattern

# Quantifiers keep what they have taken: there is but one way to read an escape, so no second one is tried.
_LABEL = Pattern(r"\[(?!\^)((?:[^\[\]\\\n]|\\.){1,300}+)\]:[ \t]{0,100}(\n[ \t]{0,100})?")
_LABEL_END = Pattern(r"\[((?:[^\[\]\\]|\\.){0,300}+)\]")
_TITLE = Pattern(
    r'"(?:[^"\\]|\\[\s\S]){0,1000}+"' + r"|'(?:[^'\\]|\\[\s\S]){0,1000}+'" + r"|\((?:[^()\\]|\\[\s\S]){0,1000}+\)"
)
_IN_ANGLES = Pattern(r"<(?:[^<>\\\n]|\\.){0,1000}+>")
_PART = Pattern(r"(?:\\[!-/:-@\[-`{-~]|[^ \t\n()\x00-\x1f])++|[()]")
_DEEPEST = 32
_LINE_REST = Pattern(r"[ \t]*(?=\n|\Z)")
_BETWEEN = Pattern(r"[ \t]*\n?[ \t]*")
_BLANK = Pattern(r"\n[ \t]*\n")
_SPACE = " \t\n"
# What may be meant as an address though there are spaces in it.
_LIKE_ADDRESS = Pattern(r"(?:[a-z]{2,8}:/|\.{0,2}/|#|[^。，；]*\.[A-Za-z0-9]{2,5}\Z)")
_LONGEST = 1_000


class Definition(NamedTuple):
    """The label that a definition names, and where it ends."""

    label: str
    end: int


def folded(label: str) -> str:
    """A label as it is compared with others."""
    return " ".join(label.split()).casefold()


def definition_at(text: str, at: int, end: int, one_line: bool) -> Definition | None:
    """The definition `[label]: destination "title"` that begins here; within a quotation or item it has one line."""
    stop = end if one_line else len(text)
    label = _LABEL.match(text, at, stop)
    if label is None or not label[1].strip():
        return None
    after = destination_end(text, label.end(), stop)
    if after <= label.end():
        return None
    between = _BETWEEN.match(text, after, stop)
    if between and between.end() > after and (title := _TITLE.match(text, between.end(), stop)):
        rest = _LINE_REST.match(text, title.end())
        if rest and not _BLANK.search(title[0]):
            return Definition(folded(label[1]), rest.end())
    rest = _LINE_REST.match(text, after)
    return Definition(folded(label[1]), rest.end()) if rest else None


def destination_end(text: str, at: int, stop: int) -> int:
    """Where the destination that begins here ends; `at` itself for one without a character, -1 for none."""
    if text.startswith("<", at):
        angles = _IN_ANGLES.match(text, at, stop)
        return angles.end() if angles else -1
    depth = 0
    while part := _PART.match(text, at, stop):
        depth += {"(": 1, ")": -1}.get(part[0], 0)
        if depth < 0 or depth > _DEEPEST:
            break
        at = part.end()
    return at if depth <= 0 else -1


def inline_end(text: str, at: int, stop: int) -> int:
    """Where `(destination "title")` ends, of which the bracket stands at `at`; -1 where there is none."""
    place = _skip(text, at + 1, stop)
    after = destination_end(text, place, stop)
    if after >= 0:
        place = _skip(text, after, stop)
        if place > after and (title := _TITLE.match(text, place, stop)) and not _BLANK.search(title[0]):
            place = _skip(text, title.end(), stop)
        if text.startswith(")", place) and place < stop:
            return place + 1
    return _loose_end(text, at, stop)


def _loose_end(text: str, at: int, stop: int) -> int:
    """The same for an address with spaces in it, which Markdown does not know but people write."""
    depth = 0
    line_end = text.find("\n", at, stop)
    stop = min(stop if line_end < 0 else line_end, at + _LONGEST)
    place = at
    while place < stop:
        opening, closing = text.find("(", place, stop), text.find(")", place, stop)
        if closing < 0:
            return -1
        if 0 <= opening < closing:
            depth += 1
            if depth > _DEEPEST:
                return -1
            place = opening + 1
            continue
        depth -= 1
        place = closing + 1
        if depth == 0:
            return place if _LIKE_ADDRESS.match(text[at + 1 : closing]) else -1
    return -1


def label_end(text: str, at: int, stop: int) -> tuple[str, int]:
    """The label `[…]` that begins here, and where it ends; -1 where there is none."""
    found = _LABEL_END.match(text, at, stop)
    return (folded(found[1]), found.end()) if found else ("", -1)


def _skip(text: str, at: int, stop: int) -> int:
    while at < stop and text[at] in _SPACE:
        at += 1
    return at
