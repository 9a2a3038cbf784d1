"""What looks like a fault and is none: telephone numbers, notes of tables, heads of records, longer words."""

import pytest

from lawcheck import check_text
from lawcheck.pipeline import parse
from lawcheck.text.source import Source

HEAD = "示例区绿道养护方案\n\n"
BODY = "一、加强巡查\n各街道每周巡查绿道，发现破损及时修复。\n二、落实责任\n各街道要明确责任人，按月报送进展。\n"


def places(text: str, *codes: str) -> list[str]:
    found = check_text(text, select=list(codes), preview=True).diagnostics
    return [text[a:b] for d in found for a, b in sorted((o.offset, o.end_offset) for o in (d.occurrences or [d]))]


@pytest.mark.parametrize(
    ("lines", "ordinals"),
    [
        ("养护电话：\n（028）85550000\n（028）85550001（夜间）\n", []),
        ("养护电话：\n（010） 5555 0000\n(010)55550001\n", []),
        ("（021）5555****\n（022）5555－0001\n", []),
        ("（1）每日保洁\n（2）每周检查\n", [1, 2]),
        ("（001）每日保洁\n（002）每周检查\n", [1, 2]),
        ("（1）2024年每日保洁\n（2）2025年每周检查\n", [1, 2]),
    ],
)
def test_an_area_code_is_no_ordinal(lines: str, ordinals: list[int]) -> None:
    text = f"{HEAD}{BODY}{lines}"
    found = [node.number for node in parse(Source(text)).walk() if node.depth > 1]
    assert found == ordinals
    assert places(text, "STR001", "STR002", "STR004") == []


@pytest.mark.parametrize("date", ["2024 年 3 月 5 日", "2024年3月5 日", "2024 年 3 月 15 日", "二〇二四年三月五日"])
def test_a_date_with_the_blanks_of_a_page_ends_a_text(date: str) -> None:
    assert places(f"{HEAD}{BODY}特此公告。 示例股份有限公司 监事会 {date}", "STR013") == []


def test_notes_under_the_table_of_an_article_are_no_items_of_it() -> None:
    text = (
        "示例区考核办法\n第一条 考核下列事项：\n（一）业绩；\n（二）质量。\n第二条 标准如下：\n级别 分值\n一级 90\n"
        "{}1.业绩按季度计算。\n2.质量按年度计算。\n第三条 本办法自2024年3月1日起施行。\n"
    )
    for label in ("说明：", "注：", "备注：", "填表说明：", "  注: "):
        assert places(text.format(label), "LAW002") == []
    assert places(text.format("").replace("级别 分值\n一级 90\n", ""), "LAW002") == ["1."]


@pytest.mark.parametrize(
    "record",
    [
        "时间：2024年3月5日 14:30\n地点：社区会议室\n",
        "会议名称：绿道养护例会\n时间：2024年3月5日\n",
        "时间：2024-03-05 14:30\n主 持 人：张某\n",
        "地　点：社区会议室\n时间：2024年3月5日下午\n参加人员：王某\n",
        "时间：2024年3月5日\n议题：研究绿道养护\n",
    ],
)
def test_the_head_of_a_record_is_no_web_page(record: str) -> None:
    assert places(f"示例社区会议记录\n{record}{BODY}", "OCR015") == []


@pytest.mark.parametrize(
    "line", ["来源：本站\n时间：2024-03-05 14:30", "2024-03-05 14:30:00", "来源：示例区人民政府网"]
)
def test_the_time_of_a_web_page_is(line: str) -> None:
    assert places(f"{HEAD.strip()}\n{line}\n{BODY}", "OCR015") == [line]


@pytest.mark.parametrize("word", ["自评表报人事科", "互评表报办公室", "测评表格上交", "考评表由专人管", "开评标会"])
def test_the_end_of_a_word_of_three_characters_is_no_typo(word: str) -> None:
    assert places(f"{HEAD}{BODY}请于3月5日前将{word}。\n", "TRM008") == []


def test_a_typo_of_two_characters_is() -> None:
    assert places(f"{HEAD}{BODY}区财政局组织招表，加强政物公开。\n", "TRM008") == ["招表", "政物"]


def test_marks_of_headings_stand_before_the_line() -> None:
    text = "# 示例社团章程\n## 第一章 总则\n### 第一条\n名称为示例社。\n### 第二条\n本社服务同学。\n<!-- 草稿 -->\n"
    assert places(text, "STR009", "LAW001", "STR002") == []
    assert places(text, "OCR014") == ["# ", "## ", "### ", "### ", "<!-- 草稿 -->"]
    assert [node.marker for node in parse(Source(text)).walk()] == ["第一章", "第一条", "第二条"]
    for right in ("C# 语言培训\n", "会议#1 号厅\n", "#1 机组\n"):
        assert places(f"{HEAD}{BODY}{right}", "OCR014") == []


WRAPPED = "三、考核\n区园林局每季度检查一次，检查结果作\n为支付费用的依据。\n四、其他\n费用由区财政局拨付，专款专用。\n"


def test_a_line_end_within_a_word_is_told_as_that() -> None:
    text = f"{HEAD}{BODY}{WRAPPED}"
    assert places(text, "OCR011", "STR020") == ["\n"]
    (finding,) = check_text(text, select=["OCR011"]).diagnostics
    assert text[finding.offset - 1 : finding.end_offset + 1] == "作\n为"


@pytest.mark.parametrize(
    "lines",
    [
        "（一）健全绿道养护和巡查工作制度\n工作制度由各街道制定。\n",
        "推进绿道养护工作回顾\n过去一年，各街道养护绿道十公里。\n",
        "张　某　　示例区园林局副局长\n长孙某　　示例区水务局职员\n",
        "关于印发示例区绿道养护工作实施\n方案的通知\n",
        "| 示例区园林局检查绿道结果作 |\n| 为依据 |\n",
        "本办法由区园林局会同区水务局负责解释工作\n一、总则\n",
    ],
)
def test_line_ends_between_words_and_lines_that_are_whole(lines: str) -> None:
    assert places(f"{HEAD}{BODY}{lines}", "OCR011") == []


def test_entries_for_persons_are_not_joined() -> None:
    text = (
        f"{HEAD}一、分工\n张某某，示例小学语文教师，负责活动签到，\n李某某，示例小学数学教师，负责会场布置，\n"
        "王某某，示例小学英语教师，负责摄影。\n二、其他\n请准时参加。\n"
    )
    assert places(text, "OCR011") == []


PROGRAMME = (
    "示例区邻里节活动方案\n\n一、活动安排\n活动分三个阶段，由区民政局负责。\n{}\n二、工作要求\n各社区要做好宣传。\n"
)


@pytest.mark.parametrize(
    ("line", "open_places"),
    [
        ("时间：　　月　　日", ["　　月　　日"]),
        ("时间：   年  月  日", ["   年  月  日"]),
        ("时间：  月  日—  月  日", ["  月  日—  月  日"]),
        ("时间：月  日— 日", ["月  日— 日"]),
        ("（一）宣传阶段（ 月  日— 月  日）", [" 月  日— 月  日"]),
        ("邻里节时间 月  － 月  日，共三个阶段", [" 月  － 月  日"]),
        ("地点：**广场（8时至9时）", ["**"]),
        ("时间：9月18日—23日", []),
        ("填表时间：　　年　　月　　日", []),
        ("签字时间：    年  月  日", []),
        ("地点：**广场**", []),
        ("地点：人民广场", []),
        ("（一）宣传阶段（3月1日—4月1日）", []),
        ("按月 日均客流统计。", []),
    ],
)
def test_days_and_places_of_a_programme_that_were_left_open(line: str, open_places: list[str]) -> None:
    assert places(PROGRAMME.format(line), "DOC026") == open_places


def test_a_form_keeps_its_blanks() -> None:
    assert places("示例区邻里节活动报名表\n\n姓名：\n时间：   年  月  日\n地点：**广场\n", "DOC026") == []


def test_the_notes_of_an_office_system() -> None:
    notes = "评论回复\n张某某：请审阅 ［2024-03-10］\n李某：同意 [2024-03-11]\n提交回复返回"
    assert places(f"{HEAD}{BODY}特此通知。\n{notes}\n", "OCR015") == [notes]
    for right in ("评论员：张某某\n", "张某某：组长\n", "附件：绿道名录［2024版］\n"):
        assert places(f"{HEAD}{BODY}特此通知。\n{right}", "OCR015") == []


def test_blanks_within_words_after_an_office_are_no_layout() -> None:
    text = f"{HEAD}{BODY}三、议事\n会议每年召开一次，经所有部 长联名提议，可以临时召开。\n"
    assert places(text, "OCR012") == [" "]
    for right in ("会议由区园林局 区水务局联合召开，每年一次。", "大会由中国园林学会 示例市园林局主办，每年一次。"):
        assert places(f"{HEAD}{BODY}三、议事\n每年组织一次交流，{right}\n", "OCR012") == []


def test_who_to_call_under_its_own_heading_is_body_text() -> None:
    text = (
        "示例区安委办关于开展检查的通知\n各街道：\n一、检查时间。3月10日开始。二、检查方式。各街道自查。"
        "三、联系方式。联系人：王某某；电话：85550000。\n"
    )
    assert "三、联系方式。" not in "".join(
        text[: d.offset][-7:] for d in check_text(text, select=["DOC013"]).diagnostics
    )


def test_the_article_before_the_last_may_say_from_when() -> None:
    head = "示例区考核办法\n" + "".join(f"第{n}条 考核应当公开。\n" for n in "一二三四五六七八")
    assert places(head + "第九条 本办法自发布之日起执行。\n第十条 本办法由区人事局负责解释。\n", "LAW008") == []
    assert len(places(head + "第九条 考核结果公布。\n第十条 本办法由区人事局负责解释。\n", "LAW008")) == 1
