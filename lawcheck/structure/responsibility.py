"""Finds the places that say who is responsible."""

import re
from collections.abc import Iterator
from dataclasses import replace

from lawcheck.structure.attribution_lexer import (
    ANY_LABEL,
    ASIDE_LABEL,
    CARRYING_LABEL,
    FIRST_LEADS,
    LABEL,
    VERB,
    WEAK_LABEL,
)
from lawcheck.structure.attribution_parser import parse_attribution
from lawcheck.structure.deadlines import find_deadlines
from lawcheck.structure.document import Attribution, Role
from lawcheck.structure.stated_duties import ARE, stated
from lawcheck.structure.unit_lists import MARKER, list_end
from lawcheck.structure.units import PROSE, is_name
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_BRACKET = Pattern(r"[（(〔\[【）)〕\]】]")
_OPENING = frozenset("（(〔[【")
_JOINED = Pattern("会同|會同")
_LONGEST = 1200
_RECURS = 2
_HIGHEST = 3
_LONGEST_MARKER = 6
_SENTENCE_ENDS = frozenset("。；！？;\n")
_NO_LIST = Pattern(r"[（(〔\[]\s*(?:[以详见含附即如下略暂试]|注[：:])")
_METADATA = Pattern(
    r"(?:公开(?:程序|方式|范围|时限|形式|类别|属性)|索引号|发布(?:机构|日期)|主题分类|信息来源|网站标识码?)"
    r"[^\S\n]{0,4}[：:]|版权所有"
)
_BETWEEN = Pattern(r"[ \t\u3000\xa0，,；;。、）)]{0,6}(?:\n\s{0,8})?")
_LINE_START = Pattern(r"(?:^|\n)[ \t\u3000\xa0（(〔\[]*$")
_ASIDE = Pattern(r"[^\n。；;，,）)]{0,30}")
# 完成时限：2026年底前2.推广报警器: where line breaks were lost the next item follows at once.
_NEXT_ITEM = Pattern(
    rf"(?<=[{HAN}）)])[ \u3000]?(?=[一二三四五六七八九十]{{1,3}}、|[（(][一二三四五六七八九十]{{1,3}}[）)]"
    r"|\d{1,2} ?[.．、](?!\d))"
)
_BLANK = Pattern(
    rf"[ \t\u3000\xa0、，,；;。]{{0,8}}(?:\n\s{{0,8}}|$|(?=[）)〕\]])|(?={ANY_LABEL.pattern})|(?={MARKER.pattern}))"
)
_FIRST_OF_SEVERAL = Pattern(r"\s{0,8}(?:[（(](?:[1１一])[）)]|[1１一][.．、](?!\d)|[①⑴])[^\S\n]{0,4}")
_LINE_END = Pattern(r"[ \u3000。；;]{0,4}(?:\n|$)")
_FORM_LINE = Pattern(r"[^\n：:]{2,12}[：:][ \u3000_（(]{0,8}(?:盖章|\n|$)")


def find_attributions(text: str) -> tuple[Attribution, ...]:
    """Every attribution of a text, in order; they do not overlap."""
    lists: list[Attribution] = []
    found: list[Attribution] = []
    for attribution, bare in _bracketed(text):
        (lists if bare else found).append(attribution)
    found += _unbracketed(text, sorted((a.start, a.end) for a in (*found, *lists)))
    # One unit alone in brackets may be anything; where the document attributes its tasks, it is the one responsible.
    single = bool(found) or len(lists) >= 2
    found += [a for a in lists if single or len(a.fields[0].units) > 1]
    return tuple(sorted(found, key=lambda a: a.start))


def _bracketed(text: str) -> Iterator[tuple[Attribution, bool]]:
    """Attributions within brackets, the outer ones where they are nested, and whether each is a bare list."""
    covered = 0
    for start, end in _bracket_pairs(text):
        # 【责任单位】区教育局: the brackets hold the label alone.
        if start < covered or LABEL.match(text, start, end):
            continue
        inner = start + 1, end - 1
        bare = not (LABEL.search(text, *inner) or VERB.search(text, *inner) or WEAK_LABEL.match(text, *inner))
        attribution = _in_brackets(text, start, end, bare)
        if attribution is not None:
            covered = end
            yield attribution, bare


def _bracket_pairs(text: str) -> list[tuple[int, int]]:
    """Spans from an opening bracket to its closing one, whatever their forms, in the order of the text.

    Each place lies in few of them: pairs that hold more than a nested note or two are left out.
    """
    pairs = []
    unclosed: list[tuple[int, int]] = []
    for mark in _BRACKET.finditer(text):
        if mark[0] in _OPENING:
            unclosed.append((mark.start(), 0))
        elif unclosed:
            start, height = unclosed.pop()
            if mark.end() - start <= _LONGEST and height < _HIGHEST:
                pairs.append((start, mark.end()))
            if unclosed and unclosed[-1][1] <= height:
                unclosed[-1] = unclosed[-1][0], height + 1
    pairs.sort()
    return pairs


def _in_brackets(text: str, start: int, end: int, bare: bool) -> Attribution | None:
    inner = start + 1, end - 1
    # （牵头单位为甲局，责任单位为乙局）.
    if (are := ARE.match(text, *inner)) and (found := stated(text, are, inner[1])):
        return replace(found, start=start, end=end)
    if bare and not _may_be_list(text, start, end):
        return None
    label = LABEL.search(text, *inner) or WEAK_LABEL.match(text, *inner)
    if label is not None:
        return parse_attribution(text, start, end, inner) if label.start() - start <= 40 else None
    # （甲局、乙局，列第一位者为牵头单位）: a list with a note instead of a verb.
    listed = bare or FIRST_LEADS.search(text, *inner) is not None
    attribution = parse_attribution(text, start, end, inner, listed)
    if attribution is None:
        return None
    units = [unit for f in attribution.fields for unit in f.units]
    # （由甲局会同乙局制定）: a sentence, whose list ends with what they do.
    starts = {unit.start for unit in units}
    if any(joined.end() not in starts for joined in _JOINED.finditer(text, *inner)):
        return None
    begins = inner[0] + (text[inner[0]] == "由")
    if units[0].start - begins > 2 and not attribution.deadlines:
        return None
    named = sum(is_name(unit.name) for unit in units)
    return attribution if named == len(units) or (not bare and named * 2 > len(units)) else None


def _may_be_list(text: str, start: int, end: int) -> bool:
    """Whether brackets without any word of duty may hold the units responsible: they stand after a sentence."""
    if start == 0 or text[start - 1] not in _SENTENCE_ENDS or _NO_LIST.match(text, start):
        return False
    content = _without_limit(text, start + 1, end - 1).rstrip("。；; ")
    return is_name(content[-40:]) and not PROSE.search(content)


def _without_limit(text: str, start: int, end: int) -> str:
    """甲局、乙局 for 甲局、乙局，2026年底前完成."""
    limits = find_deadlines(text, start, end)
    aside = ASIDE_LABEL.search(text, start, end)
    cut = min(limits[0].start if limits else end + 1, aside.start() if aside else end + 1) - 1
    return text[start:cut] if start < cut < end and text[cut] in "，,；;" else text[start:end]


def _unbracketed(text: str, taken: list[tuple[int, int]]) -> Iterator[Attribution]:
    """Attributions that begin with a label and end where the last of their lists of units ends."""
    covered = index = 0
    for label in _labels(text):
        while index < len(taken) and taken[index][1] <= label.start():
            index += 1
        if label.start() < covered or (index < len(taken) and taken[index][0] <= label.start()):
            continue
        end = _labelled_end(text, label)
        if end is None:
            continue
        covered = max(end, label.end())
        attribution = parse_attribution(text, label.start(), covered, (label.start(), covered))
        if attribution is not None and any(f.role is not Role.PARTICIPANTS for f in attribution.fields):
            yield attribution


def _labels(text: str) -> Iterator[re.Match[str]]:
    """The labels, and those like 承办单位 that lines begin with again and again: what each of several is done by."""
    lines = [m for m in CARRYING_LABEL.finditer(text) if _LINE_START.search(text, max(0, m.start() - 8), m.start())]
    recurring = lines if len(lines) >= _RECURS else []
    yield from sorted((*LABEL.finditer(text), *recurring), key=lambda label: label.start())


def _labelled_end(text: str, label: re.Match[str]) -> int | None:
    """Where an attribution ends that begins with this label; None when it is none (metadata of a web page, prose)."""
    if _METADATA.search(text, max(0, label.start() - 60), label.start()):
        return None
    own_line = _LINE_START.search(text, max(0, label.start() - 8), label.start()) is not None
    end = None
    roles: set[str] = set()
    following: re.Match[str] | None = label
    while following is not None:
        stop = _field_end(text, following, own_line)
        if stop is None:
            break
        end = stop
        roles.add(following[0][:2])
        gap = _BETWEEN.match(text, end)
        following = ANY_LABEL.match(text, gap.end() if gap else end)
        if following is not None and following[0][:2] in roles:
            break
    return end


def _field_end(text: str, label: re.Match[str], own_line: bool) -> int | None:
    """Where the field of a label ends; None when what follows is no field."""
    at = label.end()
    if ASIDE_LABEL.fullmatch(label[0]):
        aside = _ASIDE.match(text, at)
        end = aside.end() if aside else at
        nearer = [
            found.start()
            for found in (ANY_LABEL.search(text, at, end), _NEXT_ITEM.search(text, at, end + _LONGEST_MARKER))
            if found
        ]
        return min(nearer, default=end)
    stop = list_end(text, at, own_line)
    if stop > at:
        return stop
    blank = _BLANK.match(text, at)
    if blank is None:
        return None
    if "\n" in blank[0]:
        # （1）甲局负责道路；（2）乙局负责广场 below it: each has a sentence of its own.
        if (first := _FIRST_OF_SEVERAL.match(text, blank.end())) and list_end(text, first.end(), False) > first.end():
            return None
        stop = list_end(text, blank.end(), False)
        if stop > blank.end() and _LINE_END.match(text, stop):
            return stop
        if _FORM_LINE.match(text, blank.end()) and not ANY_LABEL.match(text, blank.end()):
            return None
    return at
