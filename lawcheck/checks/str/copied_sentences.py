"""Sentences and titles that stand twice, one near the other (STR019)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from lawcheck.checks.str.copied_clauses import copied_clauses
from lawcheck.checks.str.parallel_items import is_parallel
from lawcheck.records import dataclass
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Paragraph
from lawcheck.structure.kinds import Kind
from lawcheck.text.edits import Edit
from lawcheck.text.layers.copies import copied_stretch
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.document_numbers import BRACKETED_NUMBER
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.line_markers import BRACKETED, ITEM, SECTION, SERIAL

_SENTENCE = Pattern("[^。；！？;\n]{4,600}[。；！？;]?")
_ORDINAL = Pattern(rf"[ \t\u3000]{{0,8}}(?:{SECTION}|{BRACKETED}|{ITEM}|{SERIAL})?[ \t\u3000]{{0,4}}")
_COUNTED = Pattern(f"[{HAN}0-9]")
# Who does it, and what may be said of one thing after the other: a penalty, a procedure, a quotation.
_BOILERPLATE = Pattern(
    "^[（(]|(?:责任|牵头|参[加与]|配合|主管|组成|协办|完成)(?:单位|部门|时[间限])|负责[）)]?$|^[^，]{2,8}[：:]"
    "|[处给][^，。]{0,12}(?:罚款|罚金|处分|处罚|徒刑)|刑事责任|如下[：:]?|修改为|[“”]"
)
_REACH = 500
# The fewest ideographs and figures of a sentence said twice running, of one said far away, and of one in two items.
_STUTTERED, _FAR, _FAR_ITEMS = 4, 24, 40
_MOST_FAR, _TWICE = 3, 2
_ORDINAL_LENGTH = 8
_SHORTEST_TITLE = 8
_TITLE_LINES = 3
_NUMBER = Pattern(f"{BRACKETED_NUMBER}$")
_SPACE = Pattern(r"\s")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence without its ordinal: its paragraph by number, whether that begins with an ordinal, and its place."""

    number: int
    paragraph: Paragraph
    marked: bool
    start: int
    end: int
    words: str

    @property
    def length(self) -> int:
        """How many ideographs and figures it has."""
        return len(_COUNTED.compiled.findall(self.words))

    @property
    def is_whole(self) -> bool:
        """Whether it is all that its paragraph says."""
        return self.end - self.start >= self.paragraph.end - self.paragraph.start - _ORDINAL_LENGTH


def copied_sentence(document: Document, *, min_length: int) -> Iterator[Finding]:
    """STR019: a sentence that stands twice: at once, in its paragraph or the next one, far away; a clause; a title."""
    yield from _titles(document)
    yield from copied_clauses(document)
    if document.run_on:
        return
    seen: dict[str, _Sentence] = {}
    before: _Sentence | None = None
    copy: _Copy | None = None
    far: list[Finding] = []
    sentences = list(_sentences(document))
    often = Counter(sentence.words for sentence in sentences)
    for sentence in sentences:
        earlier = seen.get(sentence.words)
        seen[sentence.words] = sentence
        # A statute says the same of one case and of the other, though not twice running.
        statute = document.kind is Kind.STATUTE
        if before and _is_stuttered(document, before, sentence):
            yield _told(sentence, before)
        elif earlier and not statute and _is_near(earlier, sentence, min_length):
            yield _told(sentence, earlier)
        # What is said of three things or more is said of each on purpose.
        elif earlier and not statute and often[sentence.words] <= _TWICE and not _BOILERPLATE.search(sentence.words):
            if copy and copy.last is before and copy.goes_on(sentence, earlier):
                copy = replace(copy, last=sentence, earlier=_joined(copy.earlier, earlier))
            else:
                far += _far(document, copy)
                copy = _Copy(sentence, sentence, earlier)
        before = sentence
    far += _far(document, copy)
    # Where so much is copied it is one passage.
    yield from far if len(far) <= _MOST_FAR else [replace(far[0], also=tuple((f.start, f.end) for f in far[1:]))]


@dataclass(frozen=True, slots=True)
class _Copy:
    """Sentences that stand far above as they do here."""

    first: _Sentence
    last: _Sentence
    earlier: _Sentence

    def goes_on(self, sentence: _Sentence, earlier: _Sentence) -> bool:
        """Whether the next sentence follows in both paragraphs."""
        return self.last.number == sentence.number and self.earlier.end == earlier.start


def _joined(first: _Sentence, last: _Sentence) -> _Sentence:
    return replace(first, end=last.end, words=first.words + last.words)


def _far(document: Document, copy: _Copy | None) -> Iterator[Finding]:
    """A long sentence, or several, that are also said elsewhere. What parallel items share may be so on purpose."""
    if copy is None or (copy.earlier.is_whole and copy.first.is_whole):
        return
    first, earlier = copy.first, copy.earlier
    both = first.marked and earlier.marked
    if earlier.length < (_FAR_ITEMS if both else _FAR) or first.number - earlier.number < 1:
        return
    if not is_parallel(document, earlier.paragraph.start, (first.paragraph.start, copy.last.end)):
        yield Finding(first.start, copy.last.end, related=((earlier.start, earlier.end, "original"),))


def _sentences(document: Document) -> Iterator[_Sentence]:
    text = document.text
    marked = {node.start for node in document.walk() if not node.inferred}
    copied = copied_stretch(document.view) or (0, 0)
    for number, paragraph in enumerate(document.paragraphs):
        if document.is_in_cell(paragraph.start) or copied[0] <= paragraph.start < copied[1]:
            continue
        for match in _SENTENCE.finditer(text, paragraph.start, paragraph.end):
            head = _ORDINAL.match(text, match.start(), match.end())
            start = head.end() if head else match.start()
            words = text[start : match.end()].rstrip("。；！？; \u3000")
            yield _Sentence(number, paragraph, paragraph.start in marked, start, match.end(), words)


def _is_stuttered(document: Document, before: _Sentence, sentence: _Sentence) -> bool:
    """Whether a sentence stands twice running in one paragraph."""
    text = document.text
    again = before.number == sentence.number and before.words == sentence.words and before.end == sentence.start
    ended = text[before.end - 1] == text[sentence.end - 1] == "。"
    return again and ended and sentence.length >= _STUTTERED and not _BOILERPLATE.search(sentence.words)


def _is_near(earlier: _Sentence, sentence: _Sentence, min_length: int) -> bool:
    """Whether a sentence stands a second time in its paragraph or in the next one."""
    if sentence.start - earlier.end > _REACH or sentence.length < min_length or _BOILERPLATE.search(sentence.words):
        return False
    # A whole paragraph that stands twice is a matter of STR012; two items of a list may say the same.
    follows = sentence.number == earlier.number + 1 and not sentence.marked and not sentence.is_whole
    return sentence.number == earlier.number or follows


def _told(sentence: _Sentence, earlier: _Sentence) -> Finding:
    edits = (Edit(sentence.start, sentence.end, ""),)
    return Finding(sentence.start, sentence.end, related=((earlier.start, earlier.end, "original"),), edits=edits)


def _titles(document: Document) -> Iterator[Finding]:
    """The title of a web page right over that of the document itself, or over its number."""
    lines = document.paragraphs[: 1 + _TITLE_LINES]
    words = [_SPACE.compiled.sub("", document.text_of(line)) for line in lines]
    if (
        len(words) < 2
        or len(words[0]) < _SHORTEST_TITLE
        or words[0][-1] in "。：；:;"
        or document.is_in_cell(lines[0].start)
    ):
        return
    below = 1 + (document.kind is not Kind.STATUTE and len(words) > 2 and _NUMBER.search(words[1]) is not None)
    # The whole page may stand twice, which is another matter.
    if words[0] == words[below] and words.count(words[0]) == 2:
        related = ((lines[below].start, lines[below].end, "original"),)
        yield Finding(lines[0].start, lines[0].end, {}, "title", related=related)
