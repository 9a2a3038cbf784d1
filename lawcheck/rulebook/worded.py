"""How findings are put into words: by the messages of their rules, in the language asked for.

What is kept of earlier runs is shown by this alone, so it imports nothing that takes long.
"""

from collections.abc import Mapping

from lawcheck.errors import Words
from lawcheck.records import dataclass
from lawcheck.rulebook.findings import Issue, Safety, Severity
from lawcheck.text.edits import Edit

LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True)
class RuleWords:
    """What a rule says of what it finds: its messages by their names, and what its fix does."""

    messages: Mapping[str, Words]
    fix: Words | None = None


@dataclass(frozen=True, slots=True)
class WordedRelated:
    """A second place that helps to understand a finding."""

    start: int
    end: int
    message: str


@dataclass(frozen=True, slots=True)
class WordedFix:
    """Edits that remove the cause of a finding, and what they do."""

    safety: Safety
    title: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Worded:
    """A finding in words, or one place of it. `occurrences` is not empty only where there are several places."""

    code: str
    name: str
    severity: Severity
    message: str
    spans: tuple[tuple[int, int], ...]
    related: tuple[WordedRelated, ...] = ()
    fix: WordedFix | None = None

    @property
    def start(self) -> int:
        """Where its first place begins."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where its first place ends."""
        return self.spans[0][1]

    @property
    def occurrences(self) -> tuple[tuple[int, int], ...]:
        """Its places where they are several."""
        return self.spans if len(self.spans) > 1 else ()


# A number that no run of a Word file holds.
_OF_LIST = Words(
    "（这是自动编号：请修改列表的编号设置，不能直接改文字）",
    " (an automatic number: change the settings of the list, not the text)",
)


def worded(issue: Issue, words: RuleWords, language: str, number: int | None = None) -> Worded:
    """An issue in the words of its rule, or the one of its places that has this number, from 0.

    What leads elsewhere from the first of several places is told of all. Raises what wrong words raise; the engine
    has tried those of every issue that it gives.
    """
    places = issue.places if number is None else issue.places[number : number + 1]
    first = places[0]
    edits = tuple(edit for place in places for edit in place.edits)
    message = words.messages[issue.variant].in_language(language).format(**{**issue.values, "count": issue.count})
    if first.is_label and not edits:
        message += _OF_LIST.in_language(language)
    related = tuple(
        WordedRelated(start, end, words.messages[name].in_language(language)) for start, end, name in first.related
    )
    fix = None
    if edits and issue.safety and words.fix:
        fix = WordedFix(issue.safety, words.fix.in_language(language), edits)
    spans = tuple(place.span for place in places)
    return Worded(issue.code, issue.name, issue.severity, message, spans, related, fix)
