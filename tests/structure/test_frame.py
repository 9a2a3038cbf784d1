"""The frame of a document: what stands around its body."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from timing import grows_linearly

from lawcheck import check_text
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


NOTICE = f"{TITLE}\n{TO}\n{TEXT}\n"
MANY = [SIGNED, "示例区财政局", "示例区教育局"]


@pytest.mark.parametrize(
    ("signature", "names"),
    [
        ("示例区水利局示例区财政局示例区教育局", MANY),
        ("示例区水利局\n示例区财政局\n示例区教育局", MANY),
        ("示例区水利局　示例区财政局\n示例区教育局", MANY),
        ("示例区水利局、示例区财政局、示例区教育局", MANY),
        ("示例区水利局财政局教育局", [SIGNED, "财政局", "教育局"]),
        ("示例区发展改革委区财政局", ["示例区发展改革委", "区财政局"]),
        ("中共示例区委示例区人民政府", ["中共示例区委", "示例区人民政府"]),
        ("中共示例区委区人民政府", ["中共示例区委", "区人民政府"]),
        ("中共示例区委办公室示例区人民政府办公室", ["中共示例区委办公室", "示例区人民政府办公室"]),
        (
            "教育部国家发展改革委中国人民银行工业和信息化部",
            ["教育部", "国家发展改革委", "中国人民银行", "工业和信息化部"],
        ),
        ("中共中央国务院", ["中共中央", "国务院"]),
        ("发文单位：示例区水利局", [SIGNED]),
        ("区长　王某某", ["区长王某某"]),
        ("示例区水利局局长　李　某", ["示例区水利局局长李某"]),
    ],
)
def test_offices_that_sign_together_are_several(signature: str, names: list[str]):
    found = frame(f"{NOTICE}{signature}\n{DATE}\n")
    assert [name.name for name in found.signers] == names
    assert found.date.iso == "2024-03-05"


@pytest.mark.parametrize(
    "name",
    [
        "国务院办公厅",
        "国务院扶贫办",
        "中共示例市委教育工委",
        "中共示例市委宣传部",
        "示例市财政局教育科",
        "示例省教育厅体育卫生与艺术教育处",
        "示例市公安局交通管理局",
        "示例市民政局社会组织管理局",
        "教育部教育考试院",
        "示例市残疾人联合会",
        "国家发展和改革委员会",
        "示例区住房和城乡建设局",
        "示例区人民政府教育督导室",
        "中央军委科技委",
    ],
)
def test_an_office_and_its_part_are_one_signer(name: str):
    assert [found.name for found in frame(f"{NOTICE}{name}\n{DATE}\n").signers] == [name]


@pytest.mark.parametrize(
    "line",
    [
        "日期：2024年3月5日",
        "时间：2024年3月5日",
        "签发日期：2024年3月5日",
        "成文日期：2024-03-05",
        "发布日期：2024年3月5日",
        "印发日期: 2024年3月5日",
        "发文时间：二〇二四年三月五日",
        "落款日期：2024年3月5日",
        "日　期：2024年3月5日",
        "（2024年3月5日）",
    ],
)
def test_a_line_that_names_the_date_of_signature(line: str):
    for below in ("", "附件1\n名单\n甲街道。\n", "（此件公开发布）\n"):
        found = frame(f"{NOTICE}{SIGNED}\n{line}\n{below}")
        assert [name.name for name in found.signers] == [SIGNED]
        assert found.date.iso == "2024-03-05"


@pytest.mark.parametrize(
    "body",
    [
        "一、活动安排\n日期：2024年6月1日\n地点：示例公园\n",
        "一、参加单位\n示例区水利局\n时间：2024年6月1日\n地点：示例公园\n",
        "一、开标\n开标日期：2024年6月1日\n二、评标\n评标日期：2024年6月2日\n",
        "一、大事记\n示例区水利局2024年6月1日印发示例区绿化方案\n示例区水利局2024年6月2日启动示例区绿化行动\n",
    ],
)
def test_dates_of_other_things_close_nothing(body: str):
    text = f"{NOTICE}{body}{SIGNED}\n{DATE}\n"
    found = frame(text)
    assert text[found.body.start : found.body.end] == f"{TEXT}\n{body}"
    assert (found.date.iso, found.annexes) == ("2024-03-05", ())


@pytest.mark.parametrize(
    "line", ["参会人员：正副主任、各站站长。", "分三类场所：菜场、商场、超市。", "列席人员：各科室负责人。"]
)
def test_a_label_of_people_or_of_kinds_addresses_nobody(line: str):
    assert frame(f"{line}\n").addressee is None


PRINTED = "示例区水利局办公室　2024年3月6日印发"


@pytest.mark.parametrize(
    "imprint",
    [
        f"{PRINTED}附件1\n示例区河道保洁方案\n",
        f"{PRINTED}附件1示例区河道保洁方案\n",
        f"{PRINTED}附件1：示例区河道保洁方案\n",
        f"{PRINTED}示例区河道保洁方案\n",
        f"抄送：区委办公室。\n{PRINTED}附件1\n示例区河道保洁方案\n",
        f"抄送：区委办公室。{PRINTED}附件1\n示例区河道保洁方案\n",
        f"{PRINTED}\n附件1\n示例区河道保洁方案\n",
    ],
)
def test_an_imprint_that_runs_into_an_annex(imprint: str):
    document = parse(Source(f"{NOTICE}{SIGNED}\n{DATE}\n{imprint}一、巡查\n每周一次。\n"))
    (annex,) = document.frame.annexes
    assert annex.title.text == "示例区河道保洁方案"
    assert words(document, document.frame.imprint.printed) == PRINTED


@pytest.mark.parametrize(
    "attached",
    [
        "示例区支持花卉产业\n创新发展若干措施",
        "示例区支持花卉产业创新发展若干措施",
        "示例区支持花卉产业\n创新发展\n若干措施",
    ],
)
@pytest.mark.parametrize("gap", ["", "\n", "　"])
def test_an_attached_title_that_is_glued_to_the_date(attached: str, gap: str):
    issued = "《示例区支持花卉产业创新发展若干措施》已经区政府同意，现印发给你们，请认真执行。"
    found = frame(
        f"各街道办事处：\n{issued}\n示例区人民政府办公室\n{DATE}{gap}{attached}\n为加快发展，制定措施。\n一、扩面\n扩大。\n"
    )
    (annex,) = found.annexes
    assert annex.title.text == "示例区支持花卉产业创新发展若干措施"
    assert found.date.iso == "2024-03-05"


def test_each_document_that_is_issued_begins_where_its_name_stands():
    text = (
        "现将《示例区绿化办法》和《示例区河道养护办法》印发给你们，请认真执行。\n示例区人民政府\n2024年3月5日\n"
        "示例区绿化办法\n一、种树\n每年种树。\n示例区河道\n养护办法\n一、清淤\n每年清淤。\n"
    )
    assert [annex.title.text for annex in frame(text).annexes] == ["示例区绿化办法", "示例区河道养护办法"]


def test_names_in_a_list_begin_no_document():
    text = f"{TITLE}\n{TO}\n现将《甲区绿化办法》《乙区养护办法》印发给你们，请执行：\n甲区绿化办法\n乙区养护办法\n"
    assert frame(text).annexes == ()


@pytest.mark.parametrize(
    ("title", "whole"),
    [
        ("示例区人民政府关于印发示例区绿化方案\n的通知", "示例区人民政府关于印发示例区绿化方案的通知"),
        ("关于深化示例计划（专项、基金等）\n管理改革的意见", "关于深化示例计划（专项、基金等）管理改革的意见"),
        ("王某某：在示例大会上的讲话", "王某某：在示例大会上的讲话"),
        ("学习材料第二专题\n王某某：在示例大会上的讲话", "王某某：在示例大会上的讲话"),
    ],
)
def test_titles_over_two_lines_and_with_whose_speech_it_is(title: str, whole: str):
    assert frame(f"{title}\n示政发〔2024〕5号\n各街道办事处：\n{TEXT}\n").title.text == whole


@pytest.mark.parametrize(
    "caption",
    [
        "图为大会现场",
        "▲图为王某某作报告。",
        "记者　王某某　摄",
        "王某某（左二）在会上讲话。李某摄",
        "摄影：李某",
        "图片来源：示例日报",
    ],
)
def test_a_caption_stands_above_the_addressee(caption: str):
    found = frame(f"示例区政府工作报告\n区长　王某某\n{caption}\n各位代表：\n现在，我代表区政府作工作报告。\n")
    assert [name.name for name in found.addressee.names] == ["各位代表"]


@pytest.mark.parametrize(
    ("head", "number", "title"),
    [
        ("示例市人民政府令\n第5号", "第5号", "示例市人民政府令"),
        ("示例市人民政府令第5号", "示例市人民政府令第5号", None),
        ("示例市人民政府第5号令", "示例市人民政府第5号令", None),
        ("示例市统计局公告\n2024年第3号", "2024年第3号", "示例市统计局公告"),
        ("示例市统计局公告\n（2024年第12号）", "2024年第12号", "示例市统计局公告"),
        ("主席令第四十二号", "主席令第四十二号", None),
        ("示例市绿化办法\n（示例市人民政府令第5号）", "示例市人民政府令第5号", "示例市绿化办法"),
    ],
)
def test_the_number_of_an_order(head: str, number: str, title: str | None):
    found = frame(f"{head}\n《示例市绿化办法》已经市政府通过，现予公布。\n市长　王某某\n{DATE}\n")
    assert found.letterhead.number.written == number
    assert (found.title.text if found.title else None) == title
    run_on = frame(
        f"示例市人民政府令第5号《示例市绿化办法》已经市政府通过，现予公布。市长王某某{DATE}示例市绿化办法第一章总则"
    )
    assert [name.name for name in run_on.signers] == ["市长王某某"]
    assert [annex.title.text for annex in run_on.annexes] == ["示例市绿化办法"]


@pytest.mark.parametrize(
    "line",
    [
        "示例市人民政府令第5号公布的《示例市绿化办法》已经修改。",
        "示例市人民政府令第5号《示例市绿化办法》第三条规定，每年种树。",
        "2024年第3号台风应对情况",
        "第12号楼加装电梯情况",
    ],
)
def test_the_number_of_another_order_is_not_the_document_s_own(line: str):
    assert frame(f"{line}\n请认真执行。\n").letterhead.number is None


def test_annexes_that_begin_within_a_line():
    text = (
        "为了绿化，制定本计划。一、任务每年种树。附件：1.示例区种树专项方案2.示例区养护专项方案3.2024-2026年任务表"
        "附件1示例区种树专项方案一、种树每年种树。附件2示例区养护专项方案一、养护按附件1示例区种树专项方案一、二执行。"
    )
    found = frame(text)
    assert [name.name for name in found.note.names] == ["示例区种树专项方案", "示例区养护专项方案", "2024-2026年任务表"]
    assert [(annex.number, annex.title.text) for annex in found.annexes] == [
        (1, "示例区种树专项方案"),
        (2, "示例区养护专项方案"),
    ]


def test_a_date_before_the_years_of_what_is_issued():
    text = "各街道：方案已经区政府同意，现印发给你们，请认真执行。二〇二四年三月五日（2024—2026年）为了绿化，制定方案。"
    found = frame(text)
    assert found.date.iso == "2024-03-05"
    assert len(found.annexes) == 1


def test_the_name_after_a_label_is_the_title_unless_a_fuller_one_stands_below():
    body = f"{NOTICE}{SIGNED}\n{DATE}\n"
    (annex,) = frame(f"{body}附件1：操作流程\n示例区学生安全教育活动\n第一步：登录。\n").annexes
    assert annex.title.text == "操作流程"
    (annex,) = frame(f"{body}附件1：报名表\n示例区学生安全教育活动报名表\n姓名：\n").annexes
    assert annex.title.text == "示例区学生安全教育活动报名表"
    (annex,) = frame(f"{body}示例区学生安全教育活动报名表\n").annexes
    assert annex.title.text == "示例区学生安全教育活动报名表"


@pytest.mark.parametrize(
    "text",
    ["附件：；\n名额表\n", "附件1：。\n示例区水利局\n名额表", "附件：1. 2.\n", "现印发《　　　　　　》。\n示例\n"],
)
def test_annexes_without_a_name(text: str):
    assert frame(f"{NOTICE}{SIGNED}\n{DATE}\n{text}").date.iso == "2024-03-05"


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


@settings(max_examples=100, deadline=None)
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


CATALOGUES = [
    "索 引 号：0001/2024-3\n主题分类：水利\n发文机关：示例区水利局\n成文日期：2024-03-05\n"
    "标　　题：{}\n发文字号：{}\n\n{}\n{}\n",
    "索引号\n0001/2024-3\n发文机关\n示例区水利局\n标题\n{}\n文号\n{}\n有效性\n有效\n",
    "  • 索引号:\n\n    0001\n  • 发文机构:\n\n    区水利局\n  • 发文字号:\n\n    {1}\n  • 内容概述:\n\n{0}\n",
    "| 索引号 | 0001 | 主题分类 | 水利 |\n| --- | --- | --- | --- |\n| 标题 | {} | 文号 | {} |\n\n",
    "来源:示例区门户网 日期:2024-03-05 17:08 字号:【\n视力保护色:\n{}\n{}\n",
]


@pytest.mark.parametrize("catalogue", CATALOGUES)
def test_the_catalogue_of_a_web_page_is_no_body(catalogue: str):
    title, number = "示例区水利局关于做好河道保洁工作的通知", "示水发〔2024〕5号"
    head = catalogue.format(title, number, title, number)
    found = frame(head + "各街道办事处：\n请按月检查。\n示例区水利局\n2024年3月5日\n")
    assert (found.title.text, found.letterhead.number.written) == (title, number)
    assert [name.name for name in found.addressee.names] == ["各街道办事处"]


@pytest.mark.parametrize(
    "text",
    [
        "示例区图书馆索引规则\n索引号：每册图书一个。\n一、总则\n编号不重复。\n",
        "示例区水利局关于开会的通知\n各街道：\n时间：2024年3月5日上午9时。\n地点：区水利局。\n",
    ],
)
def test_labels_in_a_text_are_no_catalogue(text: str):
    document = parse(Source(text))
    assert words(document, document.frame.body).count("：") == text.rstrip("\n").count("：") - text.count("各街道：")


@pytest.mark.parametrize(
    ("signature", "names"),
    [
        ("中国人民银行\n示例省分行\n示例省财政厅", ["中国人民银行示例省分行", "示例省财政厅"]),
        ("国家税务总局\n示例市税务局", ["国家税务总局示例市税务局"]),
        ("国家税务总局\n示例市财政局", ["国家税务总局", "示例市财政局"]),
        ("示例银行\n示例市税务局", ["示例银行", "示例市税务局"]),
    ],
)
def test_an_office_and_its_branch_on_two_lines_are_one(signature: str, names: list[str]):
    found = frame(f"关于做好服务工作的通知\n各单位：\n请认真落实。\n{signature}\n2024年3月5日\n")
    assert [name.name for name in found.signers] == names


def test_a_joint_mark_is_of_all_its_lines():
    document = parse(
        Source("示例区教育局  文件\n示例区财政局\n示教发〔2024〕5号\n关于绿化的通知\n各学校：\n请落实。\n")
    )
    assert words(document, document.frame.letterhead.mark) == "示例区教育局  文件\n示例区财政局"
    assert document.title.text == "关于绿化的通知"


def test_names_behind_a_sentence_sign_when_the_date_stands_below():
    found = frame("关于绿化的意见\n各单位：\n一、巡查\n每月一次。（区水利局负责）示例区人民政府\n2024年3月5日\n")
    assert [name.name for name in found.signers] == ["示例区人民政府"]


def test_the_title_of_an_annex_ends_where_its_name_does():
    text = (
        "关于绿化的通知\n各单位：\n请填报。\n附件：1.界址点坐标\n2.经费表\n示例区园林局\n2024年3月5日\n"
        "附件1\n界址点坐标\n编号\n说明\n注：甲地。\n附件2\n经费表\n序号\n金额\n1\n"
    )
    document = parse(Source(text))
    assert [annex.title.text for annex in document.frame.annexes] == ["界址点坐标", "经费表"]
    assert words(document, document.frame.annexes[0].body).startswith("编号")


def test_the_sign_of_a_heading_is_no_part_of_a_title():
    assert frame("# 示例区绿道条例\n\n第一条　为了管护绿道，制定本条例。\n").title.text == "示例区绿道条例"


def test_a_number_in_brackets_behind_a_title():
    found = frame("示例区水利局关于河道保洁的通知（示水发〔2024〕5号）\n各街道：\n请落实。\n")
    assert (found.title.text, found.letterhead.number.written) == (
        "示例区水利局关于河道保洁的通知",
        "示水发〔2024〕5号",
    )


def test_an_annex_without_a_text_has_an_empty_body():
    document = parse(Source("关于绿化的通知\n各单位：\n请落实。\n示例区园林局\n2024年3月5日\n附件：补种名单\n"))
    (annex,) = document.frame.annexes
    assert (annex.title.text, words(document, annex.body).strip()) == ("补种名单", "")


def test_what_closes_a_letter_that_is_all_in_one_line():
    document = parse(
        Source(
            "示例区教育局关于述职的通知各学校：请按时报送材料。联系人：王某某，电话：8888000。附件：1.评价意见表2.2024年情况统计表"
            "示例区教育局2024年3月5日（此件不公开）附件1评价意见表附件22024年情况统计表示例区教育局办公室2024年3月6日印发"
        )
    )
    found = document.frame
    assert [name.name for name in found.note.names] == ["评价意见表", "2024年情况统计表"]
    assert [name.name for name in found.signers] == ["示例区教育局"]
    assert [annex.number for annex in found.annexes] == [1, 2]
    assert words(document, found.imprint.printed) == "示例区教育局办公室2024年3月6日印发"
    assert {"item", "date", "title", "printed"} <= {glued.part for glued in found.glued}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "示例市情况——2024年1月20日在示例会议上各位代表：现在报告工作。一、回顾一年来成绩显著。",
            Kind.OFFICIAL,
        ),
        (
            "近日，两办印发了《关于加强示例工作的意见》，并发出通知，要求落实。一、总体要求（一）思想。学习。",
            Kind.OFFICIAL,
        ),
        ("为做好示例工作，制定本方案。一、总体要求（一）思想。学习。二、任务（一）绿化。种树。", Kind.PLAN),
    ],
)
def test_the_kind_of_a_text_without_a_title(text: str, kind: Kind):
    assert parse(Source(text)).kind is kind


@pytest.mark.growth
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
        "。附件1示例区绿道方案一、",
        "现印发《示例区绿道方案》。\n示例区绿道方案\n",
        "示例区水利局财政局",
        "示例市人民政府令第5号",
        "现印发《甲》。\n甲\n",
        "索引号：示例\n",
        "附件：1.示例表2.示例图示例区水利局2024年3月5日",
        "。联系人：王某某抄送：示例区水利局",
    ],
)
def test_time_grows_no_faster_than_the_text(hostile: str):
    assert grows_linearly(lambda size: parse(Source(hostile * (size // len(hostile)))), 10_000)


def test_a_long_history_of_amendments_stands_above_the_body_of_a_statute() -> None:
    history = (
        "2001年3月5日 示例市第三届人民代表大会常务委员会第二次会议通过 根据2010年4月28日示例市第五届"
        "人民代表大会常务委员会第七次会议《关于修改〈示例市绿化条例〉等三件地方性法规的决定》第一次修正 "
        "根据2020年5月15日示例市第七届人民代表大会常务委员会第九次会议《关于修改〈示例市绿化条例〉的决定》第二次修正"
    )
    text = f"示例市绿化条例\n{history}\n第一条 为了加强绿化，制定本条例。\n"
    found = frame(text)
    assert text[found.body.start :].startswith("第一条")


@pytest.mark.parametrize("note", ["公开程序：本单位审核后公开", "来源：示例区政府办", "责任编辑：张某某"])
@pytest.mark.parametrize("signer", ["", "示例区教育局\n"])
def test_what_a_page_says_behind_the_date_belongs_to_neither_date_nor_body(note: str, signer: str) -> None:
    text = f"各中学：\n请认真落实。\n{signer}2024年3月5日　{note}\n"
    found = frame(text)
    assert found.date and found.date.iso == "2024-03-05"
    assert [text[remark.start : remark.end] for remark in found.remarks] == [note]
    assert text[found.body.start : found.body.end].strip() == "请认真落实。"


@pytest.mark.slow
def test_the_number_of_the_year_behind_a_title_is_no_part_of_what_orders_are_called():
    text = "示例区绿化管理局招聘公告（2024年第13号）\n\n现面向社会招聘。\n\n示例区绿化管理局\n2024年5月3日\n"
    assert frame(text).title.text == "示例区绿化管理局招聘公告"
    assert check_text(text).diagnostics == []
