"""What holds for any text at all."""

from itertools import pairwise

from checking import check
from hypothesis import given, settings
from hypothesis import strategies as st

from lawcheck.checks.str.breaks import faults
from lawcheck.pipeline import parse
from lawcheck.reading.formats import HTML, MARKDOWN
from lawcheck.rulebook.registry import all_rules
from lawcheck.structure.build import build_document
from lawcheck.structure.document import Node
from lawcheck.structure.kinds import Kind
from lawcheck.structure.lexer import candidates
from lawcheck.structure.nodes import nodes_of
from lawcheck.structure.numbering import Ordinals
from lawcheck.text.file_format import PLAIN, FileFormat
from lawcheck.text.layers import clean
from lawcheck.text.source import Source

ORDINALS = (
    "一、 二、 三、 十一、 （一） (二) （十三） (-) （—） 1. 2. 3_. 4, 5_ ６． 7、 1.1 2.3.1 （1） (2) 3) ① ② "
    "一是 二是 第一， 第一章 第二章_ 第三节 第一条_ 第二条\u3000 第五条 附件 附件1： 附件：1. 2024年3月5日 20212025年"
)
WORDS = (
    "牵头单位： 参加单位： （责任单位： 区司法局 各有关部门 等部门 按职责分工负责） 完成时限：2025年6月底前 "
    "总体要求 健全制度 公开办事指南 实施方案 管理办法 征求意见稿 由会员分享，可在线阅读，文库网 —_3_—"
)
SIGNS = "《 》 “ ” （ ） ( ) 。 ， , ； ： 、 —— \ufffd \ufeff 𠮷 ⼀ ２０ O l <p> </p> &nbsp; #_ ```"
SPACES = ["\n", "\r\n", "\r", "\u2028", " ", "\u3000", "\t", "\x00", "\n2、", "\n3、", "\n4、"]
MARKERS = [word.replace("_", " ") for word in f"{ORDINALS} {WORDS} {SIGNS}".split(" ")] + SPACES
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(MARKERS), max_size=80).map("".join))
FORMATS = st.sampled_from([PLAIN, MARKDOWN, HTML])
KINDS = st.sampled_from(["auto", *Kind])


@settings(max_examples=100, deadline=None)
@given(TEXTS, FORMATS, KINDS)
def test_any_text_is_checked(text: str, text_format: FileFormat, kind: str) -> None:
    found = check(Source(text, format=text_format), all_rules(), kind)
    assert not [d for d in found.diagnostics if d.code == "LAW000"]
    for diagnostic in found.diagnostics:
        for start, end in diagnostic.spans:
            assert 0 <= start <= end <= len(text)
        if diagnostic.fix:
            edits = sorted(diagnostic.fix.edits, key=lambda e: (e.start, e.end))
            assert all(0 <= e.start <= e.end <= len(text) for e in edits)
            assert all(a.end <= b.start for a, b in pairwise(edits))
    assert found.diagnostics == sorted(found.diagnostics, key=lambda d: (d.start, d.end, d.code, d.message))


@settings(max_examples=80, deadline=None)
@given(TEXTS, FORMATS)
def test_the_same_text_gives_the_same_findings(text: str, text_format: FileFormat) -> None:
    source = Source(text, format=text_format)
    assert check(source, all_rules()).diagnostics == check(source, tuple(reversed(all_rules()))).diagnostics


@settings(max_examples=100, deadline=None)
@given(TEXTS, FORMATS)
def test_views_lead_back_to_their_source(text: str, text_format: FileFormat) -> None:
    view = clean(Source(text, format=text_format))
    offsets = [view.source_offset(i) for i in range(len(view.text) + 1)]
    assert offsets == sorted(offsets)
    assert not view.text or 0 <= offsets[0] <= offsets[-1] <= len(text)
    for i, character in enumerate(view.text):
        start, end = view.source_span(i, i + 1)
        assert start < end
        if end - start == 1 and text_format is PLAIN and character != "\n":
            assert text[start] == character
    for removed in view.removed:
        assert 0 <= removed.start <= removed.end <= len(text)
        assert 0 <= removed.at <= len(view.text)


@settings(max_examples=100, deadline=None)
@given(TEXTS, KINDS)
def test_spans_nest_and_tokens_tile(text: str, kind: str) -> None:
    document = build_document(clean(Source(text)), PLAIN, kind)
    view = document.text

    def inside(nodes: tuple[Node, ...], start: int, end: int) -> None:
        at = start
        for node in nodes:
            assert at <= node.start <= node.body_start <= node.title_end <= node.end <= end
            inside(node.children, node.body_start, node.end)
            at = node.end

    inside(document.nodes, 0, len(view))
    for task in document.tasks:
        assert 0 <= task.start <= task.end <= len(view)
        for attribution in task.attributions:
            assert task.start <= attribution.start <= attribution.end <= task.end
    for attribution in document.attributions:
        for field in attribution.fields:
            assert attribution.start <= field.start <= field.end <= attribution.end
            assert all(field.start <= unit.start < unit.end <= field.end for unit in field.units)
    list(faults(document))


@settings(max_examples=80, deadline=None)
@given(TEXTS)
def test_every_sequence_of_ordinals_has_nodes_and_each_is_in_one(text: str) -> None:
    found = list(candidates(text))
    for kind in Kind:
        nodes = [node for top in nodes_of(text, Ordinals(found, []), kind, False) for node in top.walk()]
        # A date begins the numbering anew and is no node.
        dates = [o for o in found if o.form == "ANNEX" and not text.startswith("附", o.start)]
        assert [node.start for node in nodes] == [o.start for o in found if o not in dates]


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_parsing_knows_nothing_of_what_it_parsed_before(text: str) -> None:
    first = parse(Source(text))
    parse(Source("一、总体要求\n（一）目标。\n"))
    again = parse(Source(text))
    assert (first.kind, first.nodes, first.tasks) == (again.kind, again.nodes, again.tasks)
