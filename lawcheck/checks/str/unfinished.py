"""Paragraphs and items that end in mid-sentence or without their stop, where their sisters have one (STR020)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lawcheck.checks.ocr.parted_words import parted_words
from lawcheck.checks.scanned import is_scanned
from lawcheck.checks.str.clause_ends import unended_clauses
from lawcheck.checks.str.lead_ins import has_removed
from lawcheck.checks.str.node_lines import at_line_start, own_line
from lawcheck.checks.str.open_bodies import open_bodies
from lawcheck.checks.str.series_forms import NUMERAL
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Node
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DATE
from lawcheck.text.vocabulary.genres import TITLE_GENRE
from lawcheck.text.vocabulary.han import HAN, is_han
from lawcheck.text.vocabulary.offices import OFFICE_CHARACTERS, ends_as_office

_STOPS = "。；！？"
_COMMAS = frozenset("，、")
_ENDED = frozenset("。；！？：…”）》】〕!?;:)")
_STOP = Pattern(f"[{_STOPS}]")
_COMMA = Pattern("[，,]")
_LONG_SENTENCE = 24
# What stands behind a last sentence without being one: who issued it and when, the title of what is attached.
_NO_SENTENCE_ENDS = Pattern(
    f"(?:[日号月年府{OFFICE_CHARACTERS}]|印发|发布|公布|通过|施行|修订|根据|公开|附件|负责|{TITLE_GENRE})$"
)
_NO_SENTENCE = Pattern(
    f"{DATE}"
    "|^第[一二三四五六七八九十]{1,3}[章节]"
    "|^[）)]|^[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]?[^0-9、年月个项种类条款级次]|[附图表]件?[0-9一二三四五]{0,2}$"
)
# Words that end as the names of offices do: 落到实处, 服务大局.
_NO_OFFICE = Pattern("(?:[实好用坏益长短到之]处|[大全格布新开]局|[干全内外]部|[社机]会|场所|教室)$")
_LISTED = Pattern("[0-9]、|[：:\t]")
_LONGEST_CELL = 15
_LONGEST = 2000
_TAIL = 200
_SHORTEST_TAIL = 8
# So many paragraphs and items must show that here they end with a stop; of those that do not, at most one in four.
_FEWEST_PARAGRAPHS, _FEWEST_ITEMS, _SHARE = 4, 2, 4
# What is filled in behind its label is no sentence.
_FIELDS = "时间|日期|地[点址]|对象|主题|方式|电话|联系人|邮箱|单位|人员|费用|名称|姓名|编号|标准|数量|规格|附件"
_FIELD = Pattern(f"[ \u3000]*[^：:，。]{{0,6}}(?:{_FIELDS})[^：:，。]{{0,4}}[：:][^，。]*$")
# …由两局负责。三、时间要求: a heading is glued to the item, and has no stop.
_GLUED = Pattern(f"[{_STOPS}][ \u3000]*(?:{NUMERAL}、|[（(]{NUMERAL}[）)])[^{_STOPS}，]{{2,20}}$")
_LEVELS = frozenset({"section", "item", "subitem", "clause", "subsection", "decimal"})
_HEADED = _LEVELS | {"article", "chapter"}


def unfinished_paragraph(document: Document) -> Iterator[Finding]:
    """STR020: a paragraph of sentences, or an item of a list, that ends in a word."""
    if document.run_on:
        return
    text = document.text
    at_comma = {finding.end: finding for finding in _at_comma(document)}
    yield from at_comma.values()
    if is_scanned(document):
        return
    found = {*_paragraphs(document), *_items(document), *open_bodies(document), *unended_clauses(document)}
    found.difference_update(at_comma)
    # A line that breaks off within a word is told as that (OCR011).
    parted = {finding.start for finding in parted_words(document)} if found else set()
    for end in sorted(found - parted):
        if text[end - 1] in _COMMAS:
            yield Finding(end - 1, end, {"tail": text[end - 1]}, "comma")
        else:
            yield Finding(end - 1, end, {"tail": text[max(0, end - 8) : end].rpartition("\n")[2]})


# A heading or an item begins behind the comma.
_ORDINAL = Pattern(f"[ \u3000]*(?:{NUMERAL}、|[（(]{NUMERAL}[）)]|第{NUMERAL}[章节条])")


# 责任单位：区教育局、 above 完成时限：
_UNITS = Pattern("[ \u3000]*(?:责任|牵头|配合|协办|主办|承办|协作)(?:单位|部门|科室)[：:]")
_NEXT_FIELD = Pattern(f"{_ORDINAL.compiled.pattern}|[ \u3000]*[0-9]{{1,2}}[.．、]|[ \u3000]*[{HAN}]{{2,8}}[：:]")


# What asks for more behind it, where the next article or section begins: 对损坏的，应当.
_STOP_OR_COMMA = Pattern(f"[{_STOPS}，]")
_ASKS = Pattern("(?:应当|不得|必须|以及|或者|并且|按照|依照|不少于|不低于|不超过|不高于|不大于|不小于)$")
_NEXT_HEADING = Pattern(f"[ \u3000]*(?:{NUMERAL}、|第{NUMERAL}[章节条])")


def _at_comma(document: Document) -> Iterator[Finding]:
    """A paragraph that ends in a comma where the next one is headed by an ordinal, and is no item of that list.

    So does one that ends in 应当, and one behind which the signature stands.
    """
    text = document.text
    nodes = {node.start: node for node in document.walk() if node.level in _HEADED and not node.inferred}
    listed = _listed_by_commas(document, nodes)
    signatures = {signer.start for part in document.frame.texts for signer in part.signers[:1]}
    for paragraph, following in pairwise(document.paragraphs):
        sign = text[paragraph.end - 1]
        if (asking := _ASKS.search(text, max(paragraph.start, paragraph.end - _SHORTEST_TAIL), paragraph.end)) and (
            _STOP_OR_COMMA.search(text, max(paragraph.start, paragraph.end - _LONGEST), paragraph.end)
            and _NEXT_HEADING.match(text, following.start)
            and not document.is_in_cell(paragraph.start)
        ):
            yield Finding(*asking.span(), {"tail": asking[0]}, "comma")
            continue
        if sign not in _COMMAS or document.is_in_cell(paragraph.start) or document.is_in_cell(following.start):
            continue
        label = _UNITS.match(text, paragraph.start, paragraph.end)
        if label and _NEXT_FIELD.match(text, following.start):
            yield Finding(paragraph.end - 1, paragraph.end, {"tail": sign}, "comma")
            continue
        ordinal = _ORDINAL.match(text, following.start) or following.start in nodes
        item = nodes.get(paragraph.start)
        is_long = paragraph.end - paragraph.start > _SHORTEST_TAIL
        is_signed = sign == "，" and is_long and following.start in signatures
        is_signed = is_signed and not ends_as_office(
            text[max(paragraph.start, paragraph.end - _TAIL) : paragraph.end - 1]
        )
        if is_signed or (
            ordinal and is_long and (item.form not in listed if item else not _ORDINAL.match(text, paragraph.start))
        ):
            yield Finding(paragraph.end - 1, paragraph.end, {"tail": sign}, "comma")


def _listed_by_commas(document: Document, nodes: dict[int, Node]) -> set[str | None]:
    """The forms of items of which many end in a comma, as some write their lists."""
    ends: dict[str | None, list[str]] = {}
    for paragraph in document.paragraphs:
        if node := nodes.get(paragraph.start):
            ends.setdefault(node.form, []).append(document.text[paragraph.end - 1])
    return {
        form
        for form, signs in ends.items()
        if _SHARE * sum(sign in _COMMAS for sign in signs) > sum(sign in _STOPS for sign in signs)
    }


def _paragraphs(document: Document) -> Iterator[int]:
    text, paragraphs = document.text, document.paragraphs
    open_ends: list[int] = []
    ended = 0
    starts = {node.start for node in document.walk()}
    bodies = [(part.body.start, part.body.end) for part in document.frame.texts]
    for index, paragraph in enumerate(paragraphs[:-1]):
        start, end = max(paragraph.start, paragraph.end - _LONGEST), paragraph.end
        if document.is_in_cell(start):
            continue
        if text[end - 1] in _ENDED:
            ended += end - start > _SHORTEST_TAIL
        elif is_han(text[end - 1]) and _has_sentences(document, index, starts):
            tail = _STOP.compiled.split(text[max(start, end - _TAIL) : end])[-1].strip()
            inside = any(first <= start and end <= last for first, last in bodies)
            following = paragraphs[index + 1].start
            # What was cut from the text, as code, a picture or a page number, may be what it leads in.
            cut = document.is_in_cell(following) or has_removed(document, end, following)
            if inside and _is_sentence(tail) and not cut:
                open_ends.append(end)
    if ended >= _FEWEST_PARAGRAPHS and _SHARE * len(open_ends) <= ended:
        yield from open_ends
    elif ended >= _FEWEST_ITEMS and len(open_ends) == 1:
        # Of a few paragraphs one that plainly is a sentence.
        first = text.rfind("\n", max(0, open_ends[0] - _LONGEST), open_ends[0]) + 1
        if len(_COMMA.compiled.findall(text, first, open_ends[0])) > 1:
            yield from open_ends


def _has_sentences(document: Document, index: int, starts: set[int]) -> bool:
    """Whether a paragraph is made of sentences, or is one of several clauses with whole sentences below."""
    text, paragraph, below = document.text, document.paragraphs[index], document.paragraphs[index + 1]
    start, end = max(paragraph.start, paragraph.end - _LONGEST), paragraph.end - 1
    # The cells of a table that was taken out of its lines are short and have no stops.
    in_text = below.start in starts or text[below.end - 1] in _ENDED
    if _STOP.search(text, start, end):
        return in_text or below.end - below.start > _LONGEST_CELL
    clauses = len(_COMMA.compiled.findall(text, start, end)) > 1
    is_long = end - start >= _LONG_SENTENCE
    return in_text and is_long and clauses and not _LISTED.search(text, start, end)


def _is_sentence(tail: str) -> bool:
    words = tail.rpartition("）")[2]
    if len(words) < _SHORTEST_TAIL or _NO_SENTENCE.search(tail):
        return False
    # 为社区治理注入动力，建成示范工厂: who signs has no comma in the name.
    return "，" in tail or bool(_NO_OFFICE.search(tail)) or not _NO_SENTENCE_ENDS.search(tail)


def _items(document: Document) -> Iterator[int]:
    """The ends of items that have no stop, where sisters of theirs have a full stop."""
    for family in document.families:
        for items in _in_order(family):
            if len(items) < _FEWEST_ITEMS or not all(n.level in _LEVELS and _is_line(document, n) for n in items):
                continue
            ends = [own_line(document, node)[1] for node in items]
            stops = [document.text[end - 1] for end in ends]
            stopped = sum(stop in _STOPS for stop in stops)
            # Those with semicolons are told with the signs of their list (PUN013).
            if not stopped or 2 * sum(stop in "；;" for stop in stops) > stopped:
                continue
            for node, end in zip(items, ends, strict=True):
                words = document.text[node.body_start : end]
                # Of two items one says little of the other.
                is_plain = len(items) > _FEWEST_ITEMS or len(_COMMA.compiled.findall(words)) > 1
                if end < document.paragraphs[-1].end and is_plain and _is_open(words, stopped):
                    yield end


def _in_order(family: Sequence[Node]) -> Iterator[list[Node]]:
    """The items of a family that are counted together: 1., 2., 3. of one form."""
    run: list[Node] = []
    for node in family:
        if run and (node.form != run[-1].form or node.number != (run[-1].number or 0) + 1):
            yield run
            run = []
        run.append(node)
    if run:
        yield run


def _is_open(words: str, stopped: int) -> bool:
    """Whether an item is a sentence without its stop: no name, no 地点：三楼会议室; a quotation may end it."""
    quoted = words.endswith("”") and words[-2:-1] not in _ENDED
    if _GLUED.search(words):
        return False
    is_long = len(words) >= (_SHORTEST_TAIL if stopped >= _FEWEST_ITEMS else _LONG_SENTENCE)
    ends = bool(words) and (is_han(words[-1]) or quoted)
    return ends and (is_long or bool(_COMMA.search(words))) and len(words) >= _SHORTEST_TAIL and not _FIELD.match(words)


def _is_line(document: Document, node: Node) -> bool:
    """Whether a node is one line of text."""
    if node.children or node.inferred or document.is_in_cell(node.start) or not at_line_start(document, node):
        return False
    return not document.text[own_line(document, node)[1] : node.end].strip()
