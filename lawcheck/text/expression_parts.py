"""What the parts of a regular expression consist of, as the parser of `re` takes it apart."""

from collections.abc import Callable, Iterable, Sequence
from re import IGNORECASE
from typing import Any

# Of more characters a class is not taken apart.
MOST = 64
_BEGINNINGS = ("AT_BEGINNING", "AT_BEGINNING_STRING")
_CATEGORIES: dict[str, Callable[[str], bool]] = {"CATEGORY_SPACE": str.isspace, "CATEGORY_DIGIT": str.isdecimal}
_Members = Sequence[tuple[Any, Any]]


def members_of(class_members: _Members) -> str:
    """The characters of a class, where they are few; empty where they are many."""
    found = []
    for kind, value in class_members:
        if str(kind) == "LITERAL":
            found.append(chr(value))
        elif str(kind) == "RANGE" and value[1] - value[0] < MOST:
            found += map(chr, range(value[0], value[1] + 1))
        else:
            return ""
    return "".join(found) if len(found) <= MOST else ""


def made_of(parts: Any) -> str | None:
    """All characters that parts may consist of, where they are few."""
    return _joined(_made_of(str(kind), value) for kind, value in parts)


def _made_of(kind: str, value: Any) -> str | None:
    if kind == "LITERAL":
        return chr(value)
    if kind == "IN":
        return members_of(value) or None
    if kind == "BRANCH":
        return _joined(map(made_of, value[1]))
    if kind == "SUBPATTERN":
        return None if value[1] & IGNORECASE else made_of(value[3])
    if kind == "ATOMIC_GROUP":
        return made_of(value)
    if kind.endswith("_REPEAT"):
        return made_of(value[2])
    return "" if kind in ("AT", "ASSERT", "ASSERT_NOT") else None


def _joined(several: Iterable[str | None]) -> str | None:
    found = ""
    for each in several:
        if each is None:
            return None
        found += each
    return found


def may_hold(parts: Any, signs: str) -> bool:
    """Whether parts may consist of one of these signs, among others."""
    return any(_may_hold(str(kind), value, signs) for kind, value in parts)


def _may_hold(kind: str, value: Any, signs: str) -> bool:
    if kind == "LITERAL":
        return chr(value) in signs
    if kind == "IN":
        return any(_is_member(value, sign) for sign in signs)
    if kind == "BRANCH":
        return any(may_hold(branch, signs) for branch in value[1])
    if kind == "SUBPATTERN":
        return bool(value[1] & IGNORECASE) or may_hold(value[3], signs)
    if kind == "ATOMIC_GROUP":
        return may_hold(value, signs)
    if kind.endswith("_REPEAT"):
        return may_hold(value[2], signs)
    # What a group has held stands there again.
    return kind not in ("AT", "ASSERT", "ASSERT_NOT", "GROUPREF")


def _is_member(members: _Members, sign: str) -> bool:
    """Whether a class has a sign; of kinds of characters that are not told apart here, it may have it."""
    negated = str(members[0][0]) == "NEGATE"
    for kind, value in members[negated:]:
        if str(kind) == "LITERAL":
            has = ord(sign) == value
        elif str(kind) == "RANGE":
            has = value[0] <= ord(sign) <= value[1]
        elif str(value) in _CATEGORIES:
            has = _CATEGORIES[str(value)](sign)
        else:
            return True
        if has:
            return not negated
    return negated


def signs_before(parts: Any) -> str:
    """The signs one of which stands right before a match, unless it begins the text; empty where others may stand."""
    if not len(parts):
        return ""
    kind, value = str(parts[0][0]), parts[0][1]
    if kind == "ASSERT" and value[0] < 0 and len(value[1]) == 1:
        inner, held = str(value[1][0][0]), value[1][0][1]
        return chr(held) if inner == "LITERAL" else members_of(held) if inner == "IN" else ""
    if kind == "ASSERT_NOT" and value[0] < 0 and len(value[1]) == 1 and str(value[1][0][0]) == "IN":
        held = value[1][0][1]
        return members_of(held[1:]) if str(held[0][0]) == "NEGATE" else ""
    if kind == "BRANCH":
        every = [branch for branch in value[1] if not (len(branch) == 1 and _is_beginning(branch[0]))]
        each = [signs_before(branch) if len(branch) == 1 else "" for branch in every]
        return "".join(each) if all(each) else ""
    return signs_before(value[3]) if kind == "SUBPATTERN" and len(value[3]) == 1 else ""


def _is_beginning(part: tuple[Any, Any]) -> bool:
    return str(part[0]) == "AT" and str(part[1]) in _BEGINNINGS
