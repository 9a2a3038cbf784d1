"""What a text does throughout is its habit and a remark; what it does once is a slip. Copies that are none."""

import pytest
from checking import check

from lawcheck.rulebook.findings import Safety
from lawcheck.rulebook.registry import Selection
from lawcheck.text.source import Source

COUNTY = "示例县教育局关于期中安排的通知\n\n各乡镇中学：\n{}\n\n示例县教育局\n2024年5月6日\n"
STATUTE = (
    "示例市绿道条例\n2019年3月1日示例市人民代表大会常务委员会通过\n{}\n"
    "第一条 为了管好绿道，制定本条例。\n第二条 {}\n第三条 本条例自公布之日起施行。\n"
)
BRACKETS = "各区(县)、各街道(乡)应当会同绿化部门(单位)和养护企业(班组)巡查绿道。"


def levels(text: str, code: str) -> list[tuple[str, int]]:
    """The level of each finding and how many places it has."""
    diagnostics = check(Source(text), Selection(select=[code]).rules()).diagnostics
    return [(str(d.severity), len(d.spans)) for d in diagnostics]


def test_brackets_of_one_width_throughout_are_a_remark() -> None:
    assert levels(COUNTY.format(BRACKETS), "PUN001") == [("info", 8)]
    # One comma among full-width ones stays a slip, beside them.
    assert levels(COUNTY.format(BRACKETS + "登记造册,按时报送。"), "PUN001") == [("info", 8), ("warning", 1)]
    # A text that has brackets of both widths has slipped, and two are no habit.
    assert levels(COUNTY.format(BRACKETS + "各社区（村）配合。"), "PUN001") == [("warning", 8)]
    assert levels(COUNTY.format("各区(县)巡查绿道。"), "PUN001") == [("warning", 2)]


def test_hyphens_in_all_ranges_are_a_remark_and_one_among_dashes_a_slip() -> None:
    assert levels(COUNTY.format("规划期为2021-2025年，每组5-10人。"), "PUN011") == [("info", 2)]
    assert levels(COUNTY.format("规划期为2021—2025年，每组5-10人。"), "PUN011") == [("warning", 1)]
    assert levels(COUNTY.format("每组5--10人。"), "PUN011") == [("warning", 1)]


def test_what_is_wrong_in_the_note_on_a_statute_is_a_remark() -> None:
    decision = "2021年5月1日示例市人民代表大会常务委员会《关于修改<示例市供水条例>的决定》修正"
    assert levels(STATUTE.format(decision + "）", "绿道应当养护。"), "PUN003") == [("info", 1)]
    assert levels(STATUTE.format(decision, "绿道应当养护。"), "PUN006") == [("info", 1)]
    article = "按照《关于修改<示例市供水条例>的决定》养护绿道）。"
    assert levels(STATUTE.format("", article), "PUN003") == [("error", 1)]
    assert levels(STATUTE.format("", article), "PUN006") == [("warning", 1)]


def test_what_is_not_safe_to_change_is_never_gathered_with_what_is() -> None:
    text = "现印发示政发[2024]5号、示政办函2024〕6号两个文件。\n"
    diagnostics = check(Source(text), Selection(select=["DOC005"]).rules()).diagnostics
    assert [(d.fix.safety, len(d.spans)) for d in diagnostics if d.fix] == [(Safety.SAFE, 1), (Safety.UNSAFE, 1)]


def test_points_beside_a_lost_character_are_left_alone() -> None:
    assert levels("补贴为四元每平方米?；；；年乘以工龄。", "PUN012") == []
    assert levels("补贴为四元每平方米；；；年乘以工龄。", "PUN012") == [("warning", 1)]


def test_an_entity_that_has_lost_its_name_is_residue() -> None:
    text = "特此通告。\n编&; 辑|&;郑某某\n审&; 核|&;陈某某\n"
    assert levels(text, "PUN001") == []
    assert levels(text, "OCR014") == [("warning", 4)]


HEAD = "示例区行政许可流程\n一、林木采伐许可\n（一）办理流程：\n"
STEPS = "1.受理申请材料。\n2.依规按程序审定专家意见后作出决定，并将结果在官网上公告，接受监督。\n"
LONG = (
    "健全绿道巡查登记制度，定期核对登记事项，及时公布核对结果，方便群众查询和监督，"
    "对发现的问题建立台账、限期整改，并将整改情况报区绿化委员会办公室备案。"
)


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}{STEPS}二、绿地占用许可\n（一）办理流程：\n{STEPS}",
        "示例区住房办法\n一、不予受理的情形\n（一）提供虚假材料的；\n"
        "（二）损毁、破坏公共租赁住房，擅自改变房屋用途、结构和配套设施的；\n"
        "二、应当收回的情形\n（一）转租、出借的；\n"
        "（二）损毁、破坏公共租赁住房，擅自改变房屋用途、结构和配套设施的；\n",
        f"示例区分工方案\n一、区司法局\n工作要求：\n1.{LONG}\n二、区财政局\n工作要求：\n1.{LONG}\n",
        f"示例区绿道工作通知\n附件：1.甲类承诺书\n2.乙类承诺书\n\n示例区绿化委员会\n2024年5月6日\n\n"
        f"附件1\n甲类承诺书\n{LONG}\n\n附件2\n乙类承诺书\n{LONG}\n",
    ],
)
def test_items_of_two_lists_that_are_built_alike_are_no_copies(text: str) -> None:
    assert levels(text, "STR012") == []


@pytest.mark.parametrize(
    "text",
    [
        # In one list, and a task that was copied under another heading.
        f"{HEAD}{STEPS}{STEPS.splitlines()[1].replace('2.', '3.')}\n",
        f"示例区方案\n一、健全制度\n1.{LONG}\n二、加强巡查\n1.落实责任。\n2.{LONG}\n",
        f"示例区绿道工作通知\n附件：1.承诺书\n2.承诺书\n\n示例区绿化委员会\n2024年5月6日\n\n"
        f"附件1\n承诺书\n{LONG}\n\n附件2\n承诺书\n{LONG}\n",
        f"示例区方案\n一、健全制度\n{LONG}\n加强培训。\n二、加强巡查\n{LONG}\n",
    ],
)
def test_a_copy_in_a_list_or_under_another_heading_is_told(text: str) -> None:
    assert [count for _, count in levels(text, "STR012")] == [1]


def test_a_short_heading_before_an_indented_paragraph_is_no_broken_line() -> None:
    text = (
        "二、报考程序\n（一）职位查询\n    各机关的招考人数、具体职位详见简章，请认真阅读，按时办理。\n"
        "（二）网上报名。报考人员登录网站，填写信息，上传照片。\n（三）资格审查。各机关审查报名申请，提出意见。\n"
        "（四）查询结果。报考人员登录网站，查询结果，及时缴费。\n（五）报名确认。报考人员到考点确认，领取证件。\n"
    )
    assert levels(text, "OCR011") == []


def test_the_date_of_a_web_page_is_no_date_of_signature() -> None:
    body = "示例县绿道开放通知\n各乡镇：\n绿道定于本周开放，请组织群众游览。\n示例县绿化委员会\n2024-02-28\n"
    assert levels(body, "DOC027") == [("warning", 1)]
    assert levels(body + "来源：示例县融媒体中心\n", "DOC027") == []


def test_a_sentence_in_the_place_of_a_heading_keeps_its_stop() -> None:
    text = "一、组织领导\n加强统筹。\n二、{}。\n具体安排另行通知。\n三、宣传引导\n加强宣传。\n"
    assert levels(text.format("重点任务"), "STR010") == [("info", 1)]
    for sentence in ("第二阶段为登记阶段", "符合要求的绿地予以保留", "登记由区水务局负责"):
        assert levels(text.format(sentence), "STR010") == []


def test_the_first_part_of_a_torn_decimal_number_does_not_stand_twice() -> None:
    text = "示例区预案\n2.5.1负责编制预案。\n2. 5. 2负责牵头处置。\n2. 5. 3执行上级指令。\n2. 5. 4报告情况。\n"
    assert levels(text, "STR001") == []
    assert levels("示例区预案\n1.负责编制。\n2.负责处置。\n2.负责报告。\n3.负责总结。\n", "STR001") == [("error", 1)]


def test_an_item_among_sentences_is_no_empty_heading() -> None:
    items = ["编制预案，报区政府批准。", "组织巡查，登记结果", "报告情况，提出建议。", "落实经费，保障装备。"]
    lines = [f"（{number}）{item}\n" for number, item in zip("一二三四", items, strict=True)]
    assert levels("一、职责\n" + "".join(lines) + "二、保障\n加强领导。\n", "STR011") == []


def test_a_report_that_is_read_out_calls_laws_by_their_names() -> None:
    body = "各位代表：\n全面落实示例市绿化条例，建成绿道五公里。\n根据示例市供水条例，管网改造已经开工。\n"
    assert levels(f"示例市政府工作报告\n{body}", "CIT001") == [("warning", 1)]
    assert levels(f"示例市绿化工作方案\n{body}", "CIT001") == [("warning", 1), ("warning", 1)]


def test_what_amends_a_statute_adds_two_articles() -> None:
    assert levels("在第五条后增加二条，作为第六条、第七条。每校推荐二名教师。", "NUM018") == [("info", 1)]


TASKS = "一、重点任务\n" + "".join(f"{n}.健全绿道巡查登记制度，定期核对。（区水务局负责）\n" for n in range(1, 8))


def test_units_in_broken_brackets_are_named() -> None:
    assert levels(TASKS + "8.完善绿道养护标准，按季公布结果。《区林业局负责)\n", "RSP001") == []
    assert levels(TASKS + "8.完善绿道养护标准，按季公布结果。\n", "RSP001") == [("error", 1)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("LAW009", STATUTE.format("", "本条例所称绿道信托属于公益信托，是指委托人依法设立的信托。")),
        ("TRM006", STATUTE.format("", "根据举报或者取得的涉嫌违法证据，可以查阅、复制有关资料。")),
        ("TRM007", STATUTE.format("", "产品所含成份与标准不符的，不得使用。")),
        (
            "STR010",
            STATUTE.format(
                "", "选举按照下列办法进行：\n（一）分区。\n各区选举。\n（二）计票\n公开。\n（三）公布\n当日。"
            ),
        ),
    ],
)
def test_what_statutes_write_is_left_alone(code: str, text: str) -> None:
    assert levels(text, code) == []


def test_a_misread_name_above_the_date_of_a_scan_is_no_missing_one() -> None:
    text = "示例区绿化通知\n\n各街道：\n请做好绿化工作。\n\n院办公房\n2024年5月6日\n"
    scan = check(Source(text, scanned=True), Selection(select=["DOC029"]).rules()).diagnostics
    assert scan == []


def test_units_in_a_bracket_that_is_never_closed_are_named() -> None:
    assert (
        levels(
            TASKS + "8.完善绿道养护标准，按季公布结果。（区林业局、区水务局负\n9.加强宣传。（区水务局负责）\n", "RSP001"
        )
        == []
    )


def test_terms_that_are_called_by_a_part_of_their_names_are_used() -> None:
    own = "本条例所称绿道重要支线，是指连接公园的支线。绿道管理单位应当养护重要支线。"
    assert levels(STATUTE.format("", own), "LAW009") == []
    assert levels(STATUTE.format("", "本条例所称绿道重要支线，是指连接公园的道路。"), "LAW009") == [("info", 1)]
    assert levels(STATUTE.format("", "本条例所称绿道不包括公园内的道路。"), "LAW009") == []


def test_a_decision_of_the_congress_calls_laws_as_statutes_do() -> None:
    body = "一、根据行政处罚法第五条的规定，加强监督。\n二、有关部门应当报告。\n"
    assert levels("示例市关于加强监督的决定\n" + body, "CIT001") == [("warning", 1)]
    assert levels("全国人民代表大会常务委员会关于加强监督的决定\n" + body, "CIT001") == []
