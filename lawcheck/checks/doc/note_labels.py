"""DOC032: the note on annexes says 附件：once, numbers the names, and stands above the signature."""

from bisect import bisect_left
from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Paragraph
from lawcheck.structure.frame import AnnexNote
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import FORM_GENRE
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.numerals import parse_numeral

_LABEL = Pattern(
    r"(?:(?<=\n)|^)[ \t\u3000]{0,16}"
    r"(?P<label>附[ \u3000]?件[ \u3000]?(?P<number>[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
    r"[ \u3000]{0,2}[.．、：:]?[ \u3000]{0,4})(?=[^\s0-9－—-])",
    needs=("件",),
)
# 附：1.名单, 附件 名单, 附件；名单
_HEAD = Pattern(r"[ \t\u3000]{0,16}附[ \u3000]?件?[ \u3000]?[：:]")
_SHORT = Pattern(r"[ \t\u3000]{0,16}(?P<label>附[ \u3000]?[：:])[ \u3000]{0,4}(?=[^\s])")
_BARE = Pattern(rf"附[ \u3000]?件(?P<sign>[；;，,、。]|[ \t\u3000]{{1,4}})[ \t\u3000]{{0,4}}(?=1[.．、]|《?[{HAN}])")
_NEXT = Pattern(r"[2-9][.．、]")
# 造林登记表
_FORM = Pattern(rf"(?!附|[一二三四五六七八九十]{{1,3}}、)[{HAN}]{{2,20}}(?:{FORM_GENRE}|模板|样表|范本)")
_SENTENCE_ENDS = ("。", "：", "；", "！")
_LONGEST = 60


def note_labels(document: Document) -> Iterator[Finding]:
    """DOC032: a note that begins 附件1, 附： or 附件 without its colon, or that stands below the signature."""
    frame, text = document.frame, document.text
    note, signed = frame.note, frame.date
    yield from _unlabelled(document)
    if signed is None or not frame.signers or signed.start < frame.body.start:
        return
    if note is None:
        yield from _without_colon(document, min(frame.signers[0].start, signed.start))
        return
    if signed.start < note.end:
        # 附件1：… below the signature may be the annexes themselves.
        if note.start >= signed.end and _HEAD.match(text, note.start, note.end):
            yield Finding(note.start, note.end, {}, "behind", related=((signed.start, signed.end, "date"),))
        return
    yield from _labelled(text, note)
    short = _SHORT.match(text, note.start, note.end)
    if short:
        yield Finding(*short.span("label"), {"right": "附件："}, edits=(Edit(*short.span("label"), "附件："),))


def _labelled(text: str, note: AnnexNote) -> Iterator[Finding]:
    labels = list(_LABEL.finditer(text, note.start, note.end))
    numbers = [parse_numeral(label["number"]) or 0 for label in labels]
    if not labels or numbers != list(range(1, len(numbers) + 1)):
        return
    single = len(note.names) == 1
    for label, number in zip(labels, numbers, strict=True):
        right = ("附件：" if number == 1 else "　　　") + ("" if single else f"{number}.")
        yield Finding(*label.span("label"), {"right": right.strip()}, edits=(Edit(*label.span("label"), right),))


def _without_colon(document: Document, signed: int) -> Iterator[Finding]:
    """附件 and a name without a colon between them, in the lines right above the signature."""
    text = document.text
    above = [line for line in document.paragraphs if line.end <= signed and line.start >= document.frame.body.start]
    while above and _NEXT.match(text, above[-1].start, above[-1].end):
        above.pop()
    if above and _is_name(text, above[-1]) and (match := _BARE.match(text, above[-1].start, above[-1].end)):
        yield Finding(match.start(), match.end(), {"right": "附件："}, "colon", edits=(Edit(*match.span(), "附件："),))


def _unlabelled(document: Document) -> Iterator[Finding]:
    """The name of a form alone in the line above the signature, in a document that speaks of something annexed."""
    text = document.text
    if not any(word in text for word in ("见附", "附件", "附：", "后附", "附后")):
        return
    for part in document.frame.texts:
        if part.signers and part.note is None:
            last = bisect_left(document.paragraphs, part.signers[0].start, key=lambda line: line.end) - 1
            above, line = document.paragraphs[max(0, last - 1)], document.paragraphs[last]
            alone = line.start > part.body.start and text[above.end - 1] == "。"
            if alone and _FORM.fullmatch(text, line.start, line.end):
                edits = (Edit(line.start, line.start, "附件："),)
                yield Finding(line.start, line.end, {"right": "附件："}, "bare", edits=edits)


def _is_name(text: str, line: Paragraph) -> bool:
    return line.end - line.start <= _LONGEST and not text.endswith(_SENTENCE_ENDS, line.start, line.end)
