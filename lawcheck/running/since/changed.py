"""Cuts the findings of documents down to those on what has changed since a revision."""

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from lawcheck.checks.checked import Checked
from lawcheck.errors import SourceError, UsageError, Words
from lawcheck.reading import FileContent
from lawcheck.reading.files import STDIN
from lawcheck.rulebook.findings import Issue, IssuePlace
from lawcheck.running.since.history import History, repository_of
from lawcheck.running.since.regions import Regions
from lawcheck.running.since.spans import Span, changed_spans
from lawcheck.text.source import LineIndex


class Since:
    """The comparison with one revision, which is the context that it lives in."""

    def __init__(self, revision: str, original: bool = False) -> None:
        """`original` undoes the tracked changes of Word files. Raises UsageError for what can be no revision."""
        if not revision or revision.startswith("-"):
            raise UsageError(
                Words(
                    f"--since 的值 {revision!r} 不是 Git 的版本",
                    f"{revision!r} is no revision of Git, as --since needs it",
                )
            )
        self._revision = revision
        self._original = original
        self._histories: dict[Path, History] = {}

    def __enter__(self) -> "Since":
        return self

    def __exit__(self, *error: object) -> None:
        for history in self._histories.values():
            history.close()

    def changed(self, path: str, checked: Checked) -> Checked:
        """A document with the findings that touch a line, task or heading that has changed; all, if it is new.

        Raises UsageError where there is no repository, or no such revision in it.
        """
        old = self._old_text(path)
        if old is None:
            return checked
        spans = changed_spans(old, checked.source.text)
        regions = self._regions(checked, spans) if spans and checked.diagnostics else Regions(())
        kept = (_touching(found, regions) for found in checked.diagnostics)
        return replace(checked, diagnostics=[found for found in kept if found])

    def _old_text(self, path: str) -> str | None:
        """The text of a document in the revision; None where it was not there, or no document yet."""
        if path == STDIN:
            raise UsageError(Words("--since 不能用于标准输入", "--since cannot be used for standard input"))
        real = Path(os.path.realpath(path))
        root = repository_of(real)
        if root not in self._histories:
            self._histories[root] = History(root, self._revision)
        data = self._histories[root].read(real.relative_to(root).as_posix())
        try:
            return None if data is None else FileContent(data).source(path, self._original).text
        except SourceError:
            return None

    def _regions(self, checked: Checked, spans: Iterable[Span]) -> Regions:
        """What belongs to the changes: the lines, and the own text of the tasks and headings that they are in."""
        source, document = checked.source, checked.document
        nodes = Regions(document.view.source_span(node.start, node.text_end) for node in document.walk())
        lines = LineIndex(source.text)
        regions: list[Span] = []
        for span in spans:
            if span[0] < span[1] and not source.text[slice(*span)].strip():
                regions.append(span)  # space alone changes nothing around it
                continue
            # What was taken out before a task was none of it; it may have been the end of the one before.
            own = [node for node in nodes.touching(span) if span[0] < span[1] or node[0] < span[0]]
            # In a text without line breaks the line is the whole document.
            regions += own or [_lines(lines, span)]
            if span[0] == span[1]:
                regions.append(span)
            elif not document.run_on:
                regions.append(_lines(lines, span))
        return Regions(regions)


def _lines(lines: LineIndex, span: Span) -> Span:
    """The lines that a span is in, without the end of the last."""
    first = lines.position(span[0]).line
    last = lines.position(max(span[0], span[1] - 1)).line
    return lines.line_span(first)[0], lines.line_span(last)[1]


def _touching(found: Issue, regions: Regions) -> Issue | None:
    """A finding with those of its places that touch one of the regions, themselves or by what they are related to."""
    return found.only({number for number, place in enumerate(found.places) if _touches(place, regions)})


def _touches(place: IssuePlace, regions: Regions) -> bool:
    spans = (place.span, *((start, end) for start, end, _ in place.related))
    return any(map(regions.touching, spans))
