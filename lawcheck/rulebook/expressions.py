"""Regular expressions of rules.

Those of lawcheck and of installed packages are Python's. A folder of rules may come from anybody: its expressions run
on RE2, which looks for a match in time proportional to the text whatever the expression is. RE2 knows no look-around
and no back-references. That every match may look at all that follows it is bounded too: a match keeps to its line.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from lawcheck.errors import RuleFileError, Words
from lawcheck.records import dataclass
from lawcheck.text.patterns import Pattern

# Expressions of several thousand characters are lists of terms, which a lexicon finds faster.
_LONGEST = 2000
_MEMORY = 8 << 20
# What is searched at once is a line, or so much of it up to the end of a sentence.
_LINE = 1000
_PIECE = Pattern(rf"[^\n]{{0,{_LINE - 1}}}(?:。|(?=\n)|$)|[^\n]{{1,{_LINE}}}")
# A group in a template: by name, by number; any other backslash is a mistake.
_REFERENCE = Pattern(r"\\(?:g<(\w+)>|(\d)|)")


class Match(Protocol):
    """What a match of either kind can tell."""

    def __getitem__(self, group: int | str, /) -> str: ...

    def span(self, group: int, /) -> tuple[int, int]:
        """Where a group, by its number, stands."""

    def groupdict(self, default: str, /) -> Mapping[str, str]:
        """What the named groups matched."""


class _Grouped(Protocol):
    @property
    def groups(self) -> int:
        """How many groups there are."""

    @property
    def groupindex(self) -> Mapping[str, int]:
        """The numbers of the named groups."""


class Expression(_Grouped, Protocol):
    """A compiled expression of either kind."""

    def finditer(self, text: str, /) -> Iterable[Match]:
        """Every match."""

    def search(self, text: str, /) -> Match | None:
        """The first match."""


def expanded(template: str, match: Match) -> str:
    """The template with what its groups matched."""
    return _REFERENCE.compiled.sub(lambda reference: match[reference[1] or int(reference[2])] or "", template)


def wrong_references(template: str, expression: Expression) -> Iterator[str]:
    """What in a template names no group of the expression."""
    for reference in _REFERENCE.finditer(template):
        name, number = reference.groups()
        if name not in expression.groupindex and not (number and int(number) <= expression.groups):
            yield reference[0]


def compiled(pattern: str, linear: bool) -> Expression:
    """A compiled expression, on RE2 where it has to be `linear`.

    Raises RuleFileError, with the reason, where it is malformed, too long, or RE2 does not know or have what it needs.
    """
    if linear:
        return _linear(pattern)
    expression = Pattern(pattern)
    try:
        expression.compiled  # noqa: B018 where it is wrong, this says so
    except re.error as error:
        raise RuleFileError(_fault(error)) from error
    return expression


def _fault(error: re.error) -> Words:
    place = (error.pos or 0) + 1
    return Words(
        f"不是正确的正则表达式（第 {place} 个字符处）", f"is not a valid regular expression (character {place})"
    )


def _linear(pattern: str) -> Expression:
    try:
        import re2  # only those who have rules of their own need it
    except ImportError as error:
        raise RuleFileError(
            Words(
                "规则目录中的正则表达式需要 google-re2：pip install 'lawcheck[rules]'",
                "regular expressions in a folder of rules need google-re2: pip install 'lawcheck[rules]'",
            )
        ) from error
    if len(pattern) > _LONGEST:
        raise RuleFileError(
            Words(
                f"超过 {_LONGEST} 个字符；词多时用 lexicon",
                f"is longer than {_LONGEST} characters; use lexicon for many words",
            )
        )
    options = re2.Options()
    options.log_errors = False
    options.max_mem = _MEMORY
    try:
        return _Linear(re2.compile(pattern, options))
    except re2.error as error:
        raise RuleFileError(_re2_fault(error.args[0].decode("utf-8", "replace"))) from error


def _re2_fault(said: str) -> Words:
    """What RE2 refuses; it names the part of the expression after a colon."""
    part = said.partition(": ")[2] or "?"
    return Words(
        f"不是正确的 RE2 表达式，环视和反向引用都不能用（{part} 处）",
        f"is not a valid expression of RE2, which has no lookaround and no back references (at {part})",
    )


@dataclass(frozen=True, slots=True)
class _Shifted:
    """A match in a piece of a text, with its place in the whole."""

    match: Match
    start: int

    def __getitem__(self, group: int | str, /) -> str:
        return self.match[group]

    def span(self, group: int, /) -> tuple[int, int]:
        start, end = self.match.span(group)
        return (start, end) if start < 0 else (self.start + start, self.start + end)

    def groupdict(self, default: str, /) -> Mapping[str, str]:
        return self.match.groupdict(default)


class _Bounded(_Grouped, Protocol):
    """What RE2 compiles."""

    def finditer(self, text: str, start: int, end: int, /) -> Iterable[Match]:
        """Every match between two places; `^` and `$` are the ends of the whole text."""


@dataclass(frozen=True, slots=True)
class _Linear:
    """An expression that is looked for in each line by itself; `^` and `$` are its ends."""

    expression: _Bounded

    @property
    def groups(self) -> int:
        return self.expression.groups

    @property
    def groupindex(self) -> Mapping[str, int]:
        return self.expression.groupindex

    def finditer(self, text: str, /) -> Iterator[Match]:
        for piece in _PIECE.finditer(text):
            start, end = piece.span()
            # A sign on either side shows where a line was taken apart, and that it neither begins nor ends there.
            before, after = int(text[start - 1 : start] not in ("", "\n")), int(text[end : end + 1] not in ("", "\n"))
            seen = text[start - before : end + after]
            for match in self.expression.finditer(seen, before, len(seen) - after) if piece[0] else ():
                yield _Shifted(match, start - before)

    def search(self, text: str, /) -> Match | None:
        return next(self.finditer(text), None)
