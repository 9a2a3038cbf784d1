"""How findings are put into words: by the messages of their rules, in the language asked for.

What is kept of earlier runs is shown by this alone, so it imports nothing that takes long.
"""

from collections.abc import Mapping, Sequence

from lawcheck.errors import Words
from lawcheck.records import dataclass
from lawcheck.rulebook.findings import Issue, IssuePlace, Safety, Severity, Values
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
    """A finding in words, or one place of it. `occurrences` is not empty only where there are several places.

    `each` has the message of every place where they say different things.
    """

    code: str
    name: str
    severity: Severity
    message: str
    spans: tuple[tuple[int, int], ...]
    related: tuple[WordedRelated, ...] = ()
    fix: WordedFix | None = None
    each: tuple[str, ...] = ()

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


# What a rule says of several places whose messages differ, and of one place where its message counts them.
SEVERAL, _PLACE = "several", "place"
# Messages are those of one place; this follows where a finding has more.
_TIMES = Words("，共 {count} 处", ", {count} places")
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
    message = _message(issue, words, language) if number is None else _message_of(issue, first, words, language)
    if first.is_label and not edits:
        message += _OF_LIST.in_language(language)
    related = tuple(
        WordedRelated(start, end, words.messages[name].in_language(language)) for start, end, name in first.related
    )
    fix = None
    if edits and issue.safety and words.fix:
        fix = WordedFix(issue.safety, words.fix.in_language(language), edits)
    spans = tuple(place.span for place in places)
    each = _each(issue, words, language) if number is None else ()
    return Worded(issue.code, issue.name, issue.severity, message, spans, related, fix, each)


def _message(issue: Issue, words: RuleWords, language: str) -> str:
    """What is said of all places of an issue: of each placeholder every value, in the order of the document."""
    variant, values = issue.variant, issue.values
    if said := [place.said for place in issue.places if place.said]:
        variant = said[0][0] if all(name == said[0][0] for name, _ in said) else SEVERAL
        values = _joined([own for _, own in said])
        # Two lists in one sentence do not tell what belongs together.
        lists = [name for name in values if len({own[name] for _, own in said if name in own}) > 1]
        if SEVERAL in words.messages and sum(f"{{{name}}}" in words.messages[variant].zh for name in lists) > 1:
            variant = SEVERAL
    message = words.messages[variant].in_language(language)
    if issue.count > 1 and "{count}" not in message:
        message += _TIMES.in_language(language)
    return message.format(**{**values, "count": issue.count})


def _joined(values: Sequence[Values]) -> Values:
    joined: dict[str, dict[str | int | float, None]] = {}
    for own in values:
        for name, value in own.items():
            joined.setdefault(name, {})[value] = None
    return {name: " ".join(map(str, each)) if len(each) > 1 else next(iter(each)) for name, each in joined.items()}


def _each(issue: Issue, words: RuleWords, language: str) -> tuple[str, ...]:
    """The message of each place, where they are not of one kind."""
    kinds = {place.said[0] for place in issue.places if place.said}
    return tuple(_message_of(issue, place, words, language) for place in issue.places) if len(kinds) > 1 else ()


def _message_of(issue: Issue, place: IssuePlace, words: RuleWords, language: str) -> str:
    """What is said of one place; the only one that is listed may stand for more."""
    variant, values = place.said or (issue.variant, issue.values)
    message = words.messages[variant]
    count = issue.count if len(issue.places) == 1 else 1
    if count != issue.count and "{count}" in message.zh:
        message = words.messages.get(_PLACE, message)
    return message.in_language(language).format(**{**values, "count": count})
