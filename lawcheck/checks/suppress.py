"""Findings that a document asks not to be shown, and what such requests get wrong."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from lawcheck.checks.located import Located
from lawcheck.records import dataclass, field
from lawcheck.rulebook.findings import Finding
from lawcheck.rulebook.registry import all_rules, matches
from lawcheck.rulebook.rule import Rule, SuppressionCheck
from lawcheck.structure.document import Document
from lawcheck.structure.settings import KnownRule
from lawcheck.text.layers.directives import KIND
from lawcheck.text.patterns import Pattern
from lawcheck.text.view import Removed

_REQUEST = Pattern(r"lawcheck[ \t]{0,8}[:：]([^\n]{0,400}?)(?:-->|\s*$)")
_SEPARATOR = Pattern(r"[\s,，、;；]+")
_LINE_END = Pattern("[\n\r\u2028\u2029\x85\v\f]")
_SPACE = Pattern(r"\s*")


@dataclass(frozen=True, slots=True)
class Request:
    """What one comment asks for: to hide what some rules find from `first` to `last`, both included, in the source.

    `fault` names the message for a comment that is wrong, `culprit` the word in it.
    """

    start: int
    end: int
    verb: str
    selectors: tuple[str, ...]
    first: int = 0
    last: int = -1
    fault: str = ""
    culprit: str = ""

    def names(self, rule: KnownRule) -> bool:
        """Whether it is about this rule. One that names none is about all but the rule on such comments."""
        if not self.selectors:
            return not (isinstance(rule, Rule) and isinstance(rule.check, SuppressionCheck))
        return any(matches(selector, rule) for selector in self.selectors)


def requests(document: Document) -> list[Request]:
    """Every request of a document, in order; those of ranges that nobody closes reach to the end."""
    comments = list(document.view.removed_as(KIND))
    if not comments:  # as nearly always
        return []
    reader = _Reader(document.view.source_text, _known(document))
    for removed in comments:
        reader.read(removed)
    return reader.finished()


class _Reader:
    """Turns comments into requests, one after another."""

    def __init__(self, text: str, known: Sequence[KnownRule]) -> None:
        self._text = text
        self._known = known
        self._line_ends = [m.start() for m in _LINE_END.finditer(text)]
        self._found: list[Request] = []
        self._ranges: list[int] = []
        # Those that have a line to themselves and wait for the next one with text.
        self._waiting: list[int] = []

    def read(self, removed: Removed) -> None:
        request = _parsed(self._text, removed, self._known)
        self._settle(removed.start)
        index = len(self._found)
        if request.fault:
            pass
        elif request.verb == "ignore" and self._has_own_line(removed):
            self._waiting.append(index)
        elif request.verb == "ignore":
            request = replace(request, first=self._line_start(removed.start), last=self._line_end(removed.end))
        elif request.verb == "ignore-file":
            request = replace(request, last=len(self._text))
        elif request.verb == "ignore-start":
            request = replace(request, first=removed.end, last=len(self._text), fault="open")
            self._ranges.append(index)
        elif not self._close(request):
            request = replace(request, fault="stray")
        self._found.append(request)

    def _close(self, end: Request) -> bool:
        """Ends the last open range with the same rules, or with any where none are named."""
        for place in reversed(range(len(self._ranges))):
            index = self._ranges[place]
            start = self._found[index]
            if not end.selectors or _folded(end) == _folded(start):
                self._found[index] = replace(start, last=end.start, fault="")
                del self._ranges[place]
                return True
        return False

    def _settle(self, before: int) -> None:
        """Gives the waiting requests the next line with text, if one begins before this place."""
        if not self._waiting:
            return
        first = self._found[self._waiting[-1]].end
        space = _SPACE.match(self._text, first)
        text_start = space.end() if space else first
        if text_start >= before and before < len(self._text):
            return
        for index in self._waiting:
            self._found[index] = replace(self._found[index], first=first, last=self._line_end(text_start))
        self._waiting.clear()

    def finished(self) -> list[Request]:
        self._settle(len(self._text))
        return [r for r in self._found if r.verb != "ignore-end" or r.fault]

    def _has_own_line(self, removed: Removed) -> bool:
        before, last = self._text[max(0, removed.start - 1) : removed.start], self._text[removed.end - 1]
        at_start = not before or _LINE_END.match(before) is not None
        return at_start and (_LINE_END.match(last) is not None or removed.end == len(self._text))

    def _line_start(self, offset: int) -> int:
        index = bisect_left(self._line_ends, offset)
        return self._line_ends[index - 1] + 1 if index else 0

    def _line_end(self, offset: int) -> int:
        index = bisect_left(self._line_ends, offset)
        return self._line_ends[index] if index < len(self._line_ends) else len(self._text)


def _folded(request: Request) -> list[str]:
    """The selectors of a request, as if all were written in one case."""
    return [selector.upper() for selector in request.selectors]


_VERBS = frozenset(("ignore", "ignore-start", "ignore-end", "ignore-file"))


def _known(document: Document) -> tuple[KnownRule, ...]:
    return (*all_rules(), *document.settings.own_rules)


def _parsed(text: str, removed: Removed, known: Sequence[KnownRule]) -> Request:
    match = _REQUEST.search(text[removed.start : removed.end])
    verb, *selectors = _SEPARATOR.compiled.split(match[1].strip()) if match else [""]
    request = Request(removed.start, removed.end, verb, tuple(s for s in selectors if s))
    if verb not in _VERBS:
        return replace(request, fault="malformed", culprit=verb)
    for selector in request.selectors:
        if not any(matches(selector, rule) for rule in known):
            return replace(request, fault="unknown", culprit=selector)
    return request


def faults(document: Document) -> Iterator[Finding]:
    """The requests of a document that are wrong in themselves."""
    for request in requests(document):
        if request.fault:
            yield _finding(document, request, request.fault)


def _finding(document: Document, request: Request, variant: str) -> Finding:
    """A request as a finding, without the space around it."""
    text = document.view.source_text[request.start : request.end]
    start = request.start + len(text) - len(text.lstrip())
    return Finding(start, start + len(text.strip()), {"word": request.culprit}, variant, in_source=True)


@dataclass(slots=True)
class Suppressions:
    """The requests of one document at work: what they have hidden so far, by the code of the rule."""

    requests: Sequence[Request]
    hidden: Counter[str] = field(default_factory=Counter)
    _used: set[Request] = field(default_factory=set)

    def visible(self, rule: Rule, findings: list[Located]) -> list[Located]:
        """The findings of a rule that are not hidden."""
        own = [r for r in self.requests if r.first <= r.last and r.names(rule)] if findings else []
        if not own:
            return findings
        offsets = sorted(finding.start for finding in findings)
        for request in own:
            at = bisect_left(offsets, request.first)
            if at < len(offsets) and offsets[at] <= request.last:
                self._used.add(request)
        spans = _merged(own)
        starts = [first for first, _ in spans]
        kept = []
        for finding in findings:
            at = bisect_right(starts, finding.start) - 1
            if at < 0 or finding.start > spans[at][1]:
                kept.append(finding)
        if len(kept) < len(findings):
            self.hidden[rule.code] += len(findings) - len(kept)
        return kept

    def unused(self, document: Document, ran: Collection[Rule]) -> Iterator[Finding]:
        """The requests that hid nothing, unless a rule that they name did not run."""
        codes = {rule.code for rule in ran}
        for request in self.requests:
            if request not in self._used and not request.fault:
                named = [rule for rule in _known(document) if request.names(rule) and not rule.compares]
                usual = {rule.code for rule in named if rule.enabled and rule.status == "stable"}
                expected = usual or {rule.code for rule in named}
                if named and expected <= codes:
                    yield _finding(document, request, "default")


def _merged(own: Sequence[Request]) -> list[tuple[int, int]]:
    """The stretches that the requests cover together, in order."""
    spans: list[tuple[int, int]] = []
    for first, last in sorted((r.first, r.last) for r in own):
        if spans and first <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], last))
        else:
            spans.append((first, last))
    return spans
