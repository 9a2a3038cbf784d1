"""Findings that name several places, cut down to some of them."""

import re
from collections.abc import Collection
from dataclasses import replace

from lawcheck.rulebook.findings import Issue
from lawcheck.text.edits import Edit


def narrowed(found: Issue, kept: Collection[int]) -> Issue | None:
    """A finding with those of its places that have one of these numbers, from 0; None where none is left."""
    spans = [span for number, span in enumerate(found.spans) if number in kept]
    if not spans:
        return None
    if len(spans) == len(found.spans):
        return found
    fix = found.fix and replace(found.fix, edits=_edits(found, kept, spans))
    start, end = spans[0]
    return replace(
        found,
        message=_recounted(found.message, len(found.spans), len(spans)),
        start=start,
        end=end,
        occurrences=tuple(spans) if len(spans) > 1 else (),
        fix=fix if fix and fix.edits else None,
    )


def _edits(found: Issue, kept: Collection[int], spans: Collection[tuple[int, int]]) -> tuple[Edit, ...]:
    """The edits for the places that are kept: with one for each they go by number, else by where they are."""
    edits = found.fix.edits if found.fix else ()
    if len(edits) == len(found.spans):
        return tuple(edit for number, edit in enumerate(edits) if number in kept)
    return tuple(edit for edit in edits if any(edit.start <= end and start <= edit.end for start, end in spans))


def _recounted(message: str, old: int, new: int) -> str:
    """The message with the new count: where a message counts its places, that is its last number."""
    head, number, tail = message.rpartition(str(old))
    stands_alone = number and not head[-1:].isdigit() and not re.match(r"\d", tail) and not re.search(r"\d", tail)
    return f"{head}{new}{tail}" if stands_alone else message
