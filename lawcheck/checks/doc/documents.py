"""DOC: the parts of a document: title, signature, date."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.layers import copies
from lawcheck.text.vocabulary.genres import DRAFT

# The rest of a title line that is longer than this is body text.
_LONGEST_REST = 15
# After these the name goes on: it was cited in a sentence.
_GOES_ON = "的》〉”、，；"


def title_body_run_on(document: Document) -> Iterator[Finding]:
    """DOC003: a title that is followed by body text on its line."""
    title = document.title
    if title is None:
        return
    line_end = document.text.find("\n", title.end)
    rest = document.text[title.end : line_end if line_end >= 0 else len(document.text)]
    if len(rest.strip()) > _LONGEST_REST and rest[0] not in _GOES_ON:
        yield Finding(title.end, title.end, {"title": title.text}, edits=(Edit(title.end, title.end, "\n"),))


def missing_signature(document: Document) -> Iterator[Finding]:
    """DOC010: an official document that no date closes."""
    if document.paragraphs and not any(text.date for text in document.frame.texts):
        end = document.paragraphs[-1].end
        yield Finding(end, end)


def draft_marker_left(document: Document) -> Iterator[Finding]:
    """DOC011: a title that still says which draft this is."""
    title = document.title
    if title is None:
        return
    for match in DRAFT.finditer(document.text, title.start, title.end):
        yield Finding(match.start(), match.end(), {"marker": match[0]})


def text_twice(document: Document) -> Iterator[Finding]:
    """DOC014: the whole document a second time; nothing else is found in the copy."""
    source = document.view.source_text
    for removed in list(document.view.removed_as(copies.KIND))[:1]:
        shown = source[removed.start : removed.end]
        start = removed.start + len(shown) - len(shown.lstrip())
        stop = source.find("\n", start, removed.end)
        yield Finding(start, stop if stop >= 0 else removed.end, in_source=True)
