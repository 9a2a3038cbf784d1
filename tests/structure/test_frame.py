"""The frame of a document: what stands around its body."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from timing import grows_linearly

from lawcheck.pipeline import parse
from lawcheck.structure.document import Document
from lawcheck.structure.frame import Frame
from lawcheck.structure.grammar import load_grammar
from lawcheck.structure.kinds import Kind
from lawcheck.text.source import Source

ORDER = """000012
机密★1年
特急
示例市人民政府文件
示政发〔2024〕5号　　签发人：张某某　李某
示例市人民政府关于印发
示例市绿道管护方案的通　知
各县（市、区）人民政府，市政府各部门：
现将《示例市绿道管护方案》印发给你们，请认真组织实施。
附件：1.任务分工表
2.进度安排表
示例市人民政府
2024年3月5日
（此件公开发布）
附件1
任务分工表
一、巡查
区水利局负责。
附件2
进度安排表
二、修补
区园林局负责。
抄送：市委办公室，市人大常委会办公室。
示例市人民政府办公室　2024年3月6日印发
"""


def frame(text: str) -> Frame:
    return parse(Source(text)).frame


def words(document: Document, part) -> str | None:
    return None if part is None else document.text[part.start : part.end]


def test_every_part_of_an_official_document():
    document = parse(Source(ORDER))
    found = document.frame
    head = found.letterhead
    assert words(document, head.copies_number) == "000012"
    assert (head.secrecy.level, head.secrecy.term) == ("机密", "1年")
    assert words(document, head.urgency) == "特急"
    assert words(document, head.mark) == "示例市人民政府文件"
    assert head.number.written == "示政发〔2024〕5号"
    assert [name.name for name in head.approvers] == ["张某某", "李某"]
    assert found.title.text == "示例市人民政府关于印发示例市绿道管护方案的通知"
    assert (found.title.genre, found.title.issuer) == ("通知", "示例市人民政府")
    assert [name.name for name in found.addressee.names] == ["各县（市、区）人民政府", "市政府各部门"]
    assert words(document, found.body).strip() == "现将《示例市绿道管护方案》印发给你们，请认真组织实施。"
    assert [name.name for name in found.note.names] == ["任务分工表", "进度安排表"]
    assert [name.name for name in found.signers] == ["示例市人民政府"]
    assert found.date.iso == "2024-03-05"
    assert [words(document, remark) for remark in found.remarks] == ["（此件公开发布）"]
    assert [(annex.number, annex.title.text) for annex in found.annexes] == [(1, "任务分工表"), (2, "进度安排表")]
    assert [words(document, line) for line in found.imprint.copied_to] == ["抄送：市委办公室，市人大常委会办公室。"]
    assert words(document, found.imprint.printed) == "示例市人民政府办公室　2024年3月6日印发"
    assert found.glued == ()


def test_nodes_end_where_a_body_ends():
    text = "示例区绿道方案\n一、巡查\n每周一次。\n二、修补\n三日内修补。（区园林局负责）\n示例区园林局\n2024年3月5日\n"
    document = parse(Source(text))
    last = document.nodes[-1]
    assert document.text[last.start : last.end] == "二、修补\n三日内修补。（区园林局负责）\n"
    assert document.text_of(document.tasks[-1]) == "二、修补\n三日内修补。（区园林局负责）\n"


TITLE, NUMBER, TO = "示例区水利局关于加强河道保洁的通知", "示水发〔2024〕7号", "各街道办事处，区政府各部门："
TEXT, SIGNED, DATE = "请认真做好河道保洁工作，按月报送情况。", "示例区水利局", "2024年3月5日"


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}{NUMBER}{TO}{TEXT}\n{SIGNED}\n{DATE}\n",
        f"{TITLE}\n{NUMBER}{TO}\n{TEXT}\n{SIGNED}\n{DATE}\n",
        f"{TITLE}\n{NUMBER}\n{TO}{TEXT}{SIGNED}{DATE}\n",
        f"{NUMBER}{TITLE}\n{TO}\n{TEXT}\n{SIGNED}{DATE}\n",
        f"{TITLE}{NUMBER}{TO}{TEXT}{SIGNED}{DATE}（此件公开发布）",
        f"示例区水利局文件{NUMBER}{TITLE}{TO}{TEXT}{SIGNED}{DATE}附件1 名单\n甲街道。\n",
    ],
)
def test_parts_in_one_line_are_found(text: str):
    found = frame(text)
    assert found.title.text == TITLE
    assert found.letterhead.number.written == NUMBER
    assert [name.name for name in found.addressee.names] == ["各街道办事处", "区政府各部门"]
    assert [name.name for name in found.signers] == [SIGNED]
    assert found.date.iso == "2024-03-05"
    assert text[found.body.start : found.body.end].strip() == TEXT


def test_the_title_of_what_is_issued_is_known_by_its_name():
    text = (
        "《示例区支持夜间市场的若干政策》已经区政府同意，现印发给你们，请认真执行。示例区人民政府办公室2024年3月5日"
        "示例区支持夜间市场的若干政策夜间市场是城市的名片。一、延长时间。延长到二十三时。"
    )
    (annex,) = frame(text).annexes
    assert (annex.label, annex.title.text) == (None, "示例区支持夜间市场的若干政策")


@pytest.mark.parametrize(
    "body",
    [
        "根据《示例市河道办法》（示市政发〔2023〕3号）要求，2024年3月1日，示例区水利局召开会议。\n",
        "一、活动时间\n2024年5月6日\n二、活动地点\n示例区体育公园\n",
        "示例区水利局2024年3月1日起受理申请。\n",
        "成员单位：\n区司法局\n区财政局\n以上单位按月报送。\n",
    ],
)
def test_what_a_body_says_closes_nothing(body: str):
    text = f"{TITLE}\n{TO}\n{body}{TEXT}\n{SIGNED}\n2024年3月5日\n"
    found = frame(text)
    assert text[found.body.start : found.body.end] == f"{body}{TEXT}\n"
    assert found.annexes == ()
    assert found.letterhead.number is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("示例区政府工作报告\n各位代表：\n现在报告工作。\n一、回顾\n经济增长。\n", Kind.OFFICIAL),
        (ORDER, Kind.OFFICIAL),
        ("各街道办事处：\n请按月报送情况。\n一、时间\n每月五日前。\n", Kind.OFFICIAL),
        ("示例区绿道方案\n一、巡查\n每周一次。\n", Kind.PLAN),
        ("一、巡查\n每周一次。\n", Kind.PLAN),
        ("示例区绿道办法\n第一条　为了管好绿道。\n第二条　每周巡查。\n第三条　自发布之日起施行。\n", Kind.STATUTE),
    ],
)
def test_the_kind_follows_from_genre_and_frame(text: str, kind: Kind):
    assert parse(Source(text)).kind is kind


def test_every_sequence_of_tokens_parses():
    grammar = load_grammar("official.lark")
    terminals = sorted({name for row in grammar.actions for name in row if name.isupper()} - {"$END"})
    choose = random.Random(7)
    for _ in range(3000):
        tokens = [choose.choice(terminals) for _ in range(choose.randrange(9))]
        found = grammar.parse(((name, [name]) for name in tokens), lambda _, parts: [x for part in parts for x in part])
        assert found == tokens


SIGNS = "。：\n\n\n\u3000 ，"
PARTS = (
    "附件 附件1 ： 1. 2. 一、 二、 示例区水利局 2024年3月5日 目录 ……3 关于绿道的通知 各街道： 示政发〔2024〕5号"
    " （此件公开发布） 抄送： 印发 现印发给你们 签发人：张某"
)
PIECES = st.sampled_from([*SIGNS, *PARTS.split()])


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_has_a_frame_whose_parts_lie_in_it(text: str):
    document = parse(Source(text))
    found = document.frame
    for part in found.texts:
        assert 0 <= part.body.start <= part.body.end <= len(document.text)
        assert part.date is None or part.body.end <= part.date.start < part.date.end <= len(document.text)
        assert all(entry.start < entry.end for contents in part.contents for entry in contents.entries)
    starts = [annex.start for annex in found.annexes]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    "hostile",
    [
        "。示例区水利局2024年3月5日附件：",
        "附件1：示例\n",
        "示例区水利局\n",
        "关于绿道的通知\n",
        "目录\n一、甲\n",
        "一、甲……1\n",
        "各街道、示例区水利局",
        "（此件公开",
        "现印发给你们，请执行。2024年3月5日为",
    ],
)
def test_time_grows_no_faster_than_the_text(hostile: str):
    assert grows_linearly(lambda size: parse(Source(hostile * (size // len(hostile)))), 20_000)
