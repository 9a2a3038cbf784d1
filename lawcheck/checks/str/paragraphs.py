"""Whole paragraphs: copied ones and the end of the text (STR012, STR013)."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import filterfalse

from lawcheck.checks.likelihood import cut
from lawcheck.checks.ocr.lost_stops import lost_stop
from lawcheck.checks.str.parallel_items import is_parallel
from lawcheck.checks.str.same_rows import same_rows
from lawcheck.checks.str.twin_headings import twin_headings
from lawcheck.checks.str.twins import twin_paragraphs
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Paragraph
from lawcheck.structure.kinds import Kind
from lawcheck.text.layers import web_page
from lawcheck.text.layers.copies import copied_stretch
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DAY, GAP
from lawcheck.text.vocabulary.han import HAN, is_han
from lawcheck.text.vocabulary.line_markers import BRACKETED, ITEM, SECTION
from lawcheck.text.vocabulary.numerals import parse_numeral
from lawcheck.text.vocabulary.offices import OFFICE_CHARACTERS
from lawcheck.text.vocabulary.sentences import SENTENCE_END

# Copies share their first or their last characters; only those that do are compared, the latest few of them.
_KEY = 28
_COMPARED = 3
_ADJACENT = 4
_QUOTES = frozenset('“「『"')
# So many articles are rules that a document brings along.
_OF_RULES = 3
# In what else a copy may differ: items that differ in a name or a number are parallel.
_LOOSE = frozenset("的了着等及和与或并要将应已就也都、，。；：,.;:（）()“”《》 \u3000\xa0\t\n")
_ORDINAL = Pattern(rf"\s{{0,8}}(?:{SECTION}|{BRACKETED}|{ITEM})?\s{{0,4}}")
_SENTENCE_SIGN = Pattern(r"[，。；,]")

_FINISHED = frozenset("。！？；：”）》!?;:)")
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"))
# Where the label of back matter begins at the latest.
_LABEL = 4
_STOPS = frozenset("。；！？：;:）)")
# What something must follow.
_UNFINISHED = frozenset("、，,（(《“‘〈〔【")
_CELLS = 4
_LONGEST_FIELD = 12
# A line of so many characters is prose.
_PROSE = 40
# The last line of a finished text may end without a stop: a signature, a date, a contact, the name of an annex.
_SIGNED = 20
_SIGNATURE = Pattern(
    rf"(?:[年月日号页府等{OFFICE_CHARACTERS}]|单位|部门|公司|中心|大学|附件|附表|地址|同志|先生|女士|印发|解读|[\d.\-—:：]+)$"
)
_BACK_MATTER = Pattern(
    r"附 ?[件表录注图]|抄送|联系|电话|地址|邮编|网站|版权|主办|备案|来源|编辑|[单單]位[:：]|[a-zA-Z]{6}"
)
# What closes a page wherever it stands: a date, who issued it, a link to an explanation, when it is in force.
_ENDED = Pattern(f"(?:{DAY}{GAP}日|日印发|政策解读|起(?:施行|实施|执行)|有效期[^，。]{{1,6}}年)$")
# Words that something must follow, and single characters that may end a sentence.
_LEADS_ON = Pattern(
    "(?:[和与及或并且以把被将从向对由按让使须该各每第更最很]|关于|根据|按照|依照|通过|能够|必须|应当|进一步|不断|可以|由于|因为|为了)$"
)
_ENDS_ALONE = frozenset(
    "的了着过次个项条件名人年月日天处家户元亩里好完到成住上下中内外前后时者地起来去止位度率化性力员量级类种倍点分秒制权法型式倾严实牢稳"
)
_LAST_RUN = Pattern(f"[{HAN}]{{1,8}}$")
# A line of names: 赵某、钱某、孙某; 甲镇东村、乙镇西村
_PLACE = f"[{HAN}]{{1,16}}(?:村|社区|[镇乡区县园]|街道|小区|公司|学校|小学|中学|医院|中心)"
_NAMES = Pattern(f"^[ \u3000]*(?:[{HAN}·]{{2,5}}(?:[、，,][{HAN}·]{{2,5}}){{2,200}}|{_PLACE}(?:、{_PLACE}){{1,200}})$")
_WIDE = dict(zip(",;:!?()", "，；：！？（）", strict=True))
_FULL_WIDTH = str.maketrans(_WIDE)
_CLAUSE = Pattern(r"[，,；;。、]")
_COMMA = Pattern(r"[，,；;]")
_HEADINGS = frozenset({"section", "subsection", "item"})
_LINE = 200
_MEMBER = Pattern("(?P<number>[一二三四五六七八九十]{1,3})是")
_ANNOUNCED = Pattern(f"(?P<count>[一二三四五六七八九十]{{1,3}})[个项大](?P<called>[{HAN}]{{2}})[{HAN}]{{0,6}}")
_MEMBERS, _CALLED, _ANNOUNCEMENT = 20, 8, 400
# The label of a note of Markdown.
_NOTE = "[^"


def duplicate_paragraph(document: Document, *, min_length: int, min_similarity: int) -> Iterator[Finding]:
    """STR012: a paragraph (an item, where line breaks were lost) that stands twice, perhaps under another number."""
    found = list(_long_copies(document, min_length, min_similarity))
    for more in (() if document.run_on else (twin_paragraphs, twin_headings), (same_rows,)):
        told = {each.start for each in found}
        found += (each for kind in more for each in kind(document) if each.start not in told)
    yield from found


def _long_copies(document: Document, min_length: int, min_similarity: int) -> Iterator[Finding]:
    """Paragraphs that are too long to be said twice, wherever they stand."""
    # Copies may differ in the width of their signs.
    text = document.text
    # `str.translate` takes a hundred times as long on a whole text.
    for sign, wide in _WIDE.items():
        text = text.replace(sign, wide)
    articles = [node.start for node in document.walk() if node.level == "article"]
    first_article = articles[0] if len(articles) >= _OF_RULES else len(text)
    # Where the words of a paragraph begin, it itself, and its end: to keep the words would take as much as the text.
    seen: dict[int, list[tuple[int, int, int]]] = {}
    copied = copied_stretch(document.view) or (0, 0)
    for start, end in _blocks(document):
        # What is left of a document's second copy is told with that (DOC014).
        if copied[0] <= start < copied[1]:
            continue
        ordinal = _ORDINAL.match(text, start, end)
        words = ordinal.end() if ordinal else start
        content = text[words:end]
        if len(content) < min_length or not _SENTENCE_SIGN.search(content):
            continue
        # A list of legal bases cites one text many times: 行政法规：《示例条例》（示例令第5号，2024年修订）.
        if "《" in content and "。" not in content:
            continue
        # What begins alike and what ends alike.
        likely = [seen.setdefault(hash(key), []) for key in ("^" + content[:_KEY], "$" + content[-_KEY:])]
        earlier = (
            copy
            for copies in likely
            for copy in copies[-_COMPARED:]
            if _same(text[copy[0] : copy[2]], content, min_similarity)
        )
        original = max(earlier, key=lambda copy: copy[1], default=None)
        # A statute repeats its provisions on purpose (单位犯前款罪的…), though not one right after the other, and so
        # does what amends it.
        on_purpose = document.kind is Kind.STATUTE or content[0] in _QUOTES or start > first_article
        if original and start - original[2] >= _ADJACENT and not on_purpose:
            on_purpose = is_parallel(document, original[1], (start, end))
        if original and (not on_purpose or start - original[2] < _ADJACENT):
            yield Finding(start, end, related=((original[1], original[2], "original"),))
        for copies in likely:
            copies.append((words, start, end))


def _blocks(document: Document) -> Iterator[tuple[int, int]]:
    if not document.run_on:
        yield from ((p.start, p.end) for p in document.paragraphs)
        return
    for node in document.walk():
        end = node.text_end
        yield node.start, node.start + len(document.text[node.start : end].rstrip())


def _same(one: str, other: str, min_similarity: int) -> bool:
    # The second copy may have gone on from a broken line.
    if one == other or one.startswith(other) or other.startswith(one):
        return True
    if 2 * min(len(one), len(other)) < min_similarity / 100 * (len(one) + len(other)):
        return False
    if [*filterfalse(_LOOSE.__contains__, one)] != [*filterfalse(_LOOSE.__contains__, other)]:
        return False
    from rapidfuzz import fuzz  # its libraries take long to load, and most documents do without
    from rapidfuzz.distance import Indel

    if not fuzz.ratio(one, other, score_cutoff=min_similarity):
        return False
    edits = Indel.editops(one, other)
    differing = {one[op.src_pos] if op.tag == "delete" else other[op.dest_pos] for op in edits}
    return differing <= _LOOSE


# 责任单位：区数据局；完成时限：2024年10月
_LABELLED = Pattern("(?:[时期]限|时间|日期|单位|部门|负责人|责任人|联系人|电话|地址|邮箱)[：:][^。；：:]{1,40}$")


def truncated_document(document: Document) -> Iterator[Finding]:
    """STR013: the text stops in the middle of a sentence, or of a list whose length it has told."""
    text, paragraphs = document.text, _of_body(document)
    if not paragraphs:
        return
    yield from _broken_list(document, paragraphs)
    last = paragraphs[-1]
    line = text[max(last.start, last.end - _LINE) : last.end]
    is_open = line[-1] in _UNFINISHED
    if len(paragraphs) + len(document.nodes) < 2 or not (is_han(line[-1]) or is_open):
        return
    # A page that goes on below the text was not cut off.
    if any(removed.at >= last.end for removed in document.view.removed_as(web_page.KIND)):
        return
    *sentences, tail = SENTENCE_END.compiled.split(line)
    if is_open:
        yield Finding(last.end - min(3, len(tail)), last.end, {"tail": tail[-8:]})
        return
    if _is_back_matter(tail) or _ENDED.search(tail) or _NAMES.search(line) or _LABELLED.search(line):
        return
    if (document.run_on or not sentences) and _SIGNATURE.search(tail) and not _COMMA.search(tail[-_SIGNED:]):
        return
    # A form or list ends in words without a stop: what is cut off there shows only in a long sentence.
    of_list = _in_table(document) or (_is_of_annex(document, last) and not _is_prose_before(document))
    if not sentences and len(line) < _PROSE and of_list:
        return
    stops_short = sentences or _begins_body(document, last) or (_is_in_clause(line) and not _in_table(document))
    # In a scan a stop that was not recognised is likelier than a lost page.
    if stops_short and not any(lost.end == last.end for lost in lost_stop(document)):
        # A heading or label lacks its text.
        whole = "stop" if _COMMA.search(line) else "bare"
        variant = "default" if _breaks_off(tail) else whole
        yield Finding(last.end - min(3, len(tail)), last.end, {"tail": tail[-8:]}, variant)


def _breaks_off(tail: str) -> bool:
    """Whether a sentence cannot end here: in a part of a word, in a word that leads on, with marks left open."""
    if any(tail.count(first) > tail.count(last) for first, last in _PAIRS):
        return True
    if _LEADS_ON.search(tail):
        return True
    run = _LAST_RUN.search(tail)
    return run is not None and len(cut(run[0]).words[-1]) == 1 and tail[-1] not in _ENDS_ALONE


def _broken_list(document: Document, paragraphs: Sequence[Paragraph]) -> Iterator[Finding]:
    """落实“九个深入推进”。一是深入推进…二是深入推进…, and no more: so many are to come, and each is called so."""
    text, expected = document.text, 0
    starts: list[int] = []
    for paragraph in reversed(paragraphs[-_MEMBERS:]):
        member = _MEMBER.match(text, paragraph.start, paragraph.end)
        if not starts and not member:
            return
        number = parse_numeral(member["number"]) if member else None
        if starts and expected == 0:
            break
        if member and (not starts or number == expected):
            starts.append(member.end())
            expected = (number or 0) - 1
    else:
        return
    for announced in _ANNOUNCED.finditer(text, max(paragraph.start, paragraph.end - _ANNOUNCEMENT), paragraph.end):
        count, called = parse_numeral(announced["count"]) or 0, announced["called"]
        if len(starts) < count <= _MEMBERS and all(called in text[at : at + _CALLED] for at in starts):
            last = paragraphs[-1]
            values = {"announced": announced[0], "found": len(starts)}
            yield Finding(last.end - 1, last.end, values, "list", related=((*announced.span(), "announced"),))
            return


def _is_back_matter(tail: str) -> bool:
    """Whether a line is about the document: its words may stand in a sentence, too (只备案不再认)."""
    found = _BACK_MATTER.search(tail)
    if found is None:
        return False
    clause = _COMMA.compiled.split(tail)[-1].strip()
    of_label = "：" in clause.translate(_FULL_WIDTH) or _BACK_MATTER.match(clause) is not None
    return found.start() < _LABEL or of_label or clause == tail.strip()


def _is_in_clause(line: str) -> bool:
    """Whether a line has clauses, or opens a quotation, title or note that it does not close."""
    return bool(_CLAUSE.search(line)) or any(line.count(first) > line.count(last) for first, last in _PAIRS)


def _of_body(document: Document) -> tuple[Paragraph, ...]:
    """The paragraphs without those of notes, headers and the like after the body."""
    last = bisect_left(document.paragraphs, document.view.body_end, key=lambda p: p.start)
    notes = _notes(document)
    while last and document.paragraphs[last - 1].start in notes:
        last -= 1
    return document.paragraphs[:last]


def _notes(document: Document) -> set[int]:
    """Where paragraphs begin that are notes of Markdown."""
    source = document.view.source_text
    if not document.format.read_markup or _NOTE not in source:
        return set()
    return {removed.at for removed in document.view.removed_as("markup") if source.startswith(_NOTE, removed.start)}


def _begins_body(document: Document, last: Paragraph) -> bool:
    """Whether an unfinished last line is a heading, or follows one: no document ends like that."""
    headings = {node.start: node for node in document.walk() if node.level in _HEADINGS}
    if last.start in headings:
        return not _in_table(document)
    paragraphs = _of_body(document)
    before = paragraphs[-2].start if len(paragraphs) > 1 else -1
    return before in headings and not SENTENCE_END.search(document.text, before, last.start)


def _in_table(document: Document) -> bool:
    """Whether the lines before the last are cells or fields of a form: most of them end without a stop."""
    before = _of_body(document)[-1 - _CELLS : -1]
    # 姓名： and 单位： one below the other are the fields of a form.
    fields = [p.end - p.start <= _LONGEST_FIELD and document.text[p.end - 1] in "：:" for p in before[-2:]]
    if len(fields) > 1 and all(fields):
        return True
    return 2 * sum(document.text[p.end - 1] not in _FINISHED for p in before) > len(before)


def _is_prose_before(document: Document) -> bool:
    """Whether the lines before the last are headings and whole sentences, one of them with a comma."""
    text = document.text
    before = _of_body(document)[-1 - _CELLS : -1]
    starts = {node.start for node in document.walk()}
    whole = all(text[p.end - 1] in _STOPS or p.start in starts for p in before)
    return whole and any(text[p.end - 1] in _STOPS and _COMMA.search(text, p.start, p.end) for p in before)


def _is_of_annex(document: Document, paragraph: Paragraph) -> bool:
    return any(annex.start <= paragraph.start for annex in document.frame.annexes)
