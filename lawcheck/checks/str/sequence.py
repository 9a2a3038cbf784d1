"""What is said of numbers that are missing, wrong, stand twice or are out of order (STR001, STR002, STR003, LAW001)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lawcheck.checks.ocr.figure_slots import TO_FIGURES
from lawcheck.checks.str.automatic import restarted, typed_beside
from lawcheck.checks.str.breaks import Break, Fault, faults
from lawcheck.checks.str.broken_ordinals import broken_ordinals
from lawcheck.checks.str.captions import caption_left_out, caption_twice
from lawcheck.checks.str.decimal_tree import numbers_under_another
from lawcheck.checks.str.extracts import Extracts, extracts
from lawcheck.checks.str.kept_numbers import DECIMALS, counts_on, is_extract, is_part, keeps_numbers, may_be_days
from lawcheck.checks.str.lost_chapters import lost_chapters
from lawcheck.checks.str.misread_ordinals import Broken
from lawcheck.checks.str.said_ordinals import are_said
from lawcheck.checks.str.series_numbers import series_faults
from lawcheck.checks.str.unnumbered_headings import unnumbered_headings
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import ROW, Document, Node
from lawcheck.structure.levels import LEVEL
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN, is_han

_STATUTE_LEVELS = frozenset({"part", "chapter", "division", "article"})
# What a marker can follow, and what can follow its number.
_BEFORE_MARKER = frozenset("\n \t\u3000\xa0：:。；;！？）)】”")
# 附件1、附件2 are no list.
_NAMED_BY = frozenset("第件表图款项条号〇零一二三四五六七八九十百")
_ANNEX = Pattern("附[ \u3000]?件[ \u3000]?[0-9一二三四五六七八九十]{1,2}[:：]")
# What leads in what stands in the lines below.
_INTRODUCING = ("：", ":", "—", "-", "－")
# Between the articles of another text that an amendment words anew, others stay as they are.
_AMENDING = Pattern(
    "(?:修改|修订|改|调整)为[：:“《]|增加[一二三四五六七八九十]{1,2}条|删[去除]第", needs=("为", "增加", "删")
)
# What stands around the number of an ordinal.
_AROUND = "（）()第条.．、 "
_INDENT = 2
_SIGNS = frozenset("、.．,，")
# How far back a number is looked for.
_REACH = 4000
# So many missing ordinals are named one by one.
_NAMED = 4


def duplicate_ordinal(document: Document) -> Iterator[Finding]:
    """STR001: the same number twice in one list."""
    duplicates = (fault for fault in _faults(document, Break.DUPLICATE) if not _is_torn(document, fault.node))
    yield from map(_finding, duplicates)
    yield from series_faults(document, Break.DUPLICATE)
    yield from typed_beside(document)
    yield from caption_twice(document)


# What follows the first part of a decimal number: 5. 3 or 5.3 behind 2., or 5 with a blank before it.
_REST = Pattern(f"(?:[0-9]{{1,2}} ?[.．]| [0-9]{{1,2}}(?=[ .．{HAN}])(?! ?[年月日个项家名人天次]))")


def _is_torn(document: Document, node: Node) -> bool:
    """Whether a number is the first part of a decimal one that blanks have torn: 2. 5. 3 for 2.5.3."""
    return (
        node.level == "item" and node.marker[-1:] in (".", "．") and bool(_REST.match(document.text, node.body_start))
    )


def missing_ordinal(document: Document) -> Iterator[Finding]:
    """STR002: a number is left out."""
    listed: Node | None = None
    twice = sorted(found.start for found in series_faults(document, Break.DUPLICATE))
    gaps = list(_faults(document, Break.GAP))
    days = bool(gaps) and may_be_days(document)
    damaged = list(broken_ordinals(document)) if gaps else []
    otherwise = sorted(found.start for found in series_faults(document, Break.WRONG) if "other" in found.values)
    for fault in gaps:
        if is_extract(document, fault) or keeps_numbers(document, fault):
            continue
        if is_part(document, fault) or (days and LEVEL.get(fault.node.form) in DECIMALS):
            continue
        # l. before 2. is no gap: STR006 says that it is 1.
        if _is_damaged(document, fault, damaged):
            continue
        # 一是…二要…三是: the second of them is told as what it should be.
        first = fault.before.start if fault.before else fault.node.start
        if bisect_left(otherwise, first) < bisect_right(otherwise, fault.node.start):
            continue
        # （二）…（二）…（四）: the second of them is told.
        if fault.before and bisect_left(twice, fault.before.start) < bisect_left(twice, fault.node.start):
            continue
        if fault.node.inferred and fault.before and (fault.before is listed or _introduces(document, fault.before)):
            # The lines below 3.获奖论文： are its own, and no items that have lost their numbers.
            listed = fault.node
        else:
            yield _finding(fault)
    yield from series_faults(document, Break.GAP)
    yield from caption_left_out(document)
    yield from unnumbered_headings(document)
    yield from lost_chapters(document)


# 第l2条, 1O.: letters in the place of figures are told by themselves.
_LETTERED = Pattern(
    r"(?m)^[ \u3000]{0,8}第?[ （(]?(?=[0-9]*[lIOoSBZ])(?P<number>[0-9lIOoSBZ]{1,3})(?=[条章节、.．）)])"
)


def _is_damaged(document: Document, fault: Fault, damaged: Sequence[Broken]) -> bool:
    """Whether the missing numbers stand in the gap, damaged."""
    first = fault.before.start if fault.before else max(0, fault.node.start - _REACH)
    there = {broken.wanted.strip(_AROUND) for broken in damaged if first <= broken.start < fault.node.start}
    stretch = document.text[max(first, fault.node.start - _REACH) : fault.node.start]
    lettered = {int(match["number"].translate(TO_FIGURES)) for match in _LETTERED.finditer(stretch)}
    numbers = {_spelled(fault.node, (number,)).strip(_AROUND) for number in fault.missing if number not in lettered}
    return bool(fault.missing) and numbers <= there


def _introduces(document: Document, item: Node) -> bool:
    end = document.text.find("\n", item.start)
    return not item.inferred and document.text[item.start : max(end, item.start)].rstrip().endswith(_INTRODUCING)


def ordinal_out_of_order(document: Document) -> Iterator[Finding]:
    """STR003: a number comes after a higher one, or is not the one that its neighbours leave for it."""
    yield from _findings(document, Break.DISORDER, Break.WRONG)
    told = {fault.node.start for fault in faults(document)}
    yield from (found for found in numbers_under_another(document) if found.start not in told)
    yield from series_faults(document, Break.DISORDER, Break.WRONG)
    yield from restarted(document)


def _findings(document: Document, *kinds: Break) -> Iterator[Finding]:
    return map(_finding, _faults(document, *kinds))


def _faults(document: Document, *kinds: Break) -> Iterator[Fault]:
    for fault in faults(document):
        if fault.kind not in kinds or fault.node.level in _STATUTE_LEVELS:
            continue
        if not (_is_written(document, fault) or _begins_anew(document, fault)):
            yield fault


def article_sequence(document: Document) -> Iterator[Finding]:
    """LAW001: chapters, divisions or articles that do not count on from one to the next."""
    chapters: list[Finding] = []
    damaged: list[Broken] | None = None
    taken = extracts(document)
    for fault in faults(document):
        # The articles of an amendment to the constitution count on from those of the earlier ones.
        if fault.kind is Break.GAP and fault.before is None and counts_on(document):
            continue
        if fault.kind is Break.GAP and is_extract(document, fault):
            continue
        if fault.node.level == "article" and _is_taken(document, taken, fault):
            continue
        if fault.node.level in _STATUTE_LEVELS and not _is_written(document, fault):
            if fault.kind is Break.GAP:
                damaged = list(broken_ordinals(document)) if damaged is None else damaged
                if _is_damaged(document, fault, damaged):
                    continue
            if fault.kind is Break.GAP and fault.node.level != "article":
                chapters.append(_finding(fault))
            else:
                yield _finding(fault)
    yield from chapters if len(chapters) < 2 else [_together(chapters)]


def _is_taken(document: Document, taken: Extracts, fault: Fault) -> bool:
    """Whether an article is taken from another document than the one before it, or from one that has more."""
    node, before = fault.node, fault.before
    if before and (_is_amending(document, before, node) or taken.apart(before, node)):
        return True
    return fault.kind is Break.GAP and taken.leaves_out(node)


def _is_amending(document: Document, before: Node, node: Node) -> bool:
    """Whether what stands between two articles says that one of them is worded anew, added or struck out."""
    return _AMENDING.search(document.text, max(before.start, node.start - _REACH), node.start) is not None


def _together(gaps: Sequence[Finding]) -> Finding:
    """Headings of chapters that a text has lost, as one finding."""
    first, *others = gaps
    missing = "、".join(str(gap.values["missing"]).removesuffix("、") for gap in gaps)
    return replace(
        first,
        values={**first.values, "missing": missing},
        variant="chapters",
        also=tuple((o.start, o.end) for o in others),
    )


def _is_written(document: Document, fault: Fault) -> bool:
    """Whether a number that nothing was found under stands where it must: 3：1、60个班；2、…, 附件：1.甲（…\n2.乙."""
    node, before = fault.node, fault.before
    if fault.kind is not Break.GAP or node.inferred or not fault.missing or node.level == ROW:
        return False
    if before:
        first = before.body_start
    else:
        enclosing = document.path_at(document.view.source_offset(node.start))
        first = max((other.start for other in enclosing if other.start < node.start), default=0)
        contents = (each.end for text in document.frame.texts for each in text.contents if each.end <= node.start)
        first = max(first, *contents, node.start - _REACH)
    stretch = document.text[first : min(node.start, first + _REACH)]
    if node.form == "SERIAL" and are_said(stretch, fault.missing):
        return True
    return all(_stands_in(stretch, _marker(node, number)) for number in fault.missing)


def _begins_anew(document: Document, fault: Fault) -> bool:
    """Whether another list begins between two numbers: in an annex, or with a first number that was not found."""
    node, before = fault.node, fault.before
    is_serial = node.form == "SERIAL"
    kinds = (Break.DISORDER, Break.DUPLICATE) if is_serial else (Break.DISORDER,)
    if fault.kind not in kinds or not before or node.level == ROW or before.end > node.start + _REACH:
        return False
    stretch = document.text[max(before.body_start, node.start - _REACH) : node.start]
    if is_serial and are_said(stretch, (1,)):
        return True
    return bool(_ANNEX.search(stretch)) or _stands_in(stretch, _marker(node, 1))


def _stands_in(stretch: str, marker: str) -> bool:
    at = stretch.find(marker)
    while at >= 0:
        before = stretch[at - 1 : at] if at else "\n"
        # 统一、之一 are words.
        if before in _BEFORE_MARKER or (not is_han(marker[0]) and is_han(before) and before not in _NAMED_BY):
            return True
        if marker.startswith("第") and is_han(before):
            return True
        at = stretch.find(marker, at + 1)
    return False


def _marker(node: Node, number: int) -> str:
    """Another number in the form of a node, with the sign that this one has after it."""
    marker, sign = LEVEL[node.form].spelled((*node.parts[:-1], number), node.marker), node.marker.strip()[-1:]
    return marker[:-1] + sign if sign in _SIGNS and marker[-1:] in _SIGNS else marker


def _finding(fault: Fault) -> Finding:
    node, before = fault.node, fault.before
    values = {
        "marker": node.marker.strip(),
        "before": before.marker.strip() if before else "",
        "missing": _spelled(node, fault.missing),
    }
    if fault.kind is Break.WRONG:
        variant = "anew" if fault.missing == (1,) and node.level not in _STATUTE_LEVELS else "wrong"
        variant = "shifted" if fault.shifted else variant
    elif fault.kind is not Break.GAP:
        variant = fault.kind.value if node.level in _STATUTE_LEVELS else "default"
    elif node.inferred:
        variant = "lost"
    else:
        # A text that begins with an ordinal is a part of another one.
        variant = "default" if before else "extract" if node.start <= _INDENT else "first"
    related = ((before.start, before.body_start, "before"),) if before and not before.inferred else ()
    if fault.kind is Break.GAP:
        return Finding(node.start if fault.since is None else fault.since, node.start, values, variant, related=related)
    also = ((before.start, before.body_start),) if before and fault.kind is Break.DISORDER else ()
    return Finding(node.start, node.body_start, values, variant, related=related, also=also)


def _spelled(node: Node, numbers: Sequence[int]) -> str:
    """Ordinals in the form of their neighbours."""
    level = LEVEL[node.form]
    spelled = [str(n) if node.level == ROW else level.spelled((*node.parts[:-1], n), node.marker) for n in numbers]
    if len(spelled) == 1:
        return spelled[0]
    spelled = [name.removesuffix("、") for name in spelled]
    return "、".join(spelled) if len(spelled) <= _NAMED else f"{spelled[0]}至{spelled[-1]}"
