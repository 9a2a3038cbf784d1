"""DOC: the parts of a document: signature, date, a draft's mark, a second copy."""

from collections.abc import Iterator

from lawcheck.checks.ocr.removed import start_of_residue
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.layers import copies
from lawcheck.text.vocabulary.genres import DRAFT

# What may stand behind the mark of a draft at the end of a title.
_CLOSING = "（）()〔〕[]【】 \u3000一二三四五六七八九十次0123456789年月日版"


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
        before, behind = document.text[title.start : match.start()], document.text[match.end() : title.end]
        # 关于征求《某办法（草案）》意见的通知, 某规划草案公示: a document on the draft.
        if "印发" in before or not behind.strip(_CLOSING):
            yield Finding(match.start(), match.end(), {"marker": match[0]})


def text_twice(document: Document) -> Iterator[Finding]:
    """DOC014: the whole document a second time; nothing else is found in the copy."""
    source = document.view.source_text
    for removed in list(document.view.removed_as(copies.KIND))[:1]:
        shown = source[removed.start : removed.end]
        start = removed.start + len(shown) - len(shown.lstrip())
        stop = source.find("\n", start, removed.end)
        # What the page put between the two came with the second: one finding.
        begin = start_of_residue(document.view, removed.start)
        yield Finding(start if begin is None else begin, stop if stop >= 0 else removed.end, in_source=True)
