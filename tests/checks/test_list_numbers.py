"""Numbers of lists in every form, and numbers that are said twice or cut in two."""

from collections.abc import Callable

import pytest
from checking import apply_fixes, check

from lawcheck.reading.formats import of_ending
from lawcheck.rulebook.registry import Selection
from lawcheck.text.source import Source

LISTS = ["STR001", "STR002", "STR003"]
WORDS = ["摸清底数", "分类处置", "严格督导", "总结验收", "巩固成果"]
CHINESE = "一二三四五六七八"


def found(text: str, *codes: str, name: str = "a.txt") -> list[tuple[str, str]]:
    """The code of each finding, and what stands from it on."""
    source = Source(text, format=of_ending(name))
    diagnostics = check(source, Selection(select=list(codes)).rules(), "auto").diagnostics
    return [(d.code, text[start : start + 8].split("\n")[0]) for d in diagnostics for start, _ in sorted(d.spans)]


FORMS: dict[str, Callable[[int], str]] = {
    "（一）": lambda n: f"（{CHINESE[n - 1]}）",
    "(1)": lambda n: f"({n})",
    "1.": lambda n: f"{n}.",
    "1、": lambda n: f"{n}、",
    "①": lambda n: "①②③④⑤"[n - 1],
    "一是": lambda n: f"{CHINESE[n - 1]}是",
    "第一、": lambda n: f"第{CHINESE[n - 1]}、",
    "第一阶段：": lambda n: f"第{CHINESE[n - 1]}阶段：",
    "任务一：": lambda n: f"任务{CHINESE[n - 1]}：",
    "其一，": lambda n: f"其{CHINESE[n - 1]}，",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_number_twice_in_a_sentence_is_named_once_in_every_form(form: Callable[[int], str]) -> None:
    def listed(*numbers: int) -> str:
        return (
            "抓好以下工作：" + "；".join(f"{form(n)}{w}，限期完成" for n, w in zip(numbers, WORDS, strict=False)) + "。"
        )

    assert found(listed(1, 2, 3, 4, 5), *LISTS) == []
    for numbers in ((1, 2, 2, 4, 5), (1, 2, 2, 3, 4)):
        text = listed(*numbers)
        assert found(text, *LISTS) == [("STR001", text[text.index(f"{form(2)}{WORDS[2]}") :][:8])]
    assert [code for code, _ in found(listed(1, 2, 4, 5), *LISTS)] == ["STR002"]


@pytest.mark.parametrize("form", [FORMS["第一、"], FORMS["第一阶段："], FORMS["任务一："], FORMS["其一，"]])
def test_two_numbers_that_changed_places_are_one_finding(form: Callable[[int], str]) -> None:
    text = "\n".join(f"{form(n)}{w}，限期完成。" for n, w in zip((1, 3, 2, 4, 5), WORDS, strict=True))
    assert found(text, *LISTS) == [("STR003", f"{form(2)}{WORDS[2]}，限期"[:8])]


RIGHT = [
    "发展第一、第三产业。第一、第二季度完成。",
    "任务一、任务三由街道承担。措施一和措施三已落实。",
    "首先，摸清底数；其次，建立台账。\n其次，分类处置；最后，巩固成果。",
    "其次，建立台账；其次，分类处置。首先要快，其次要稳，再次要准。",
    "第一阶段（3月）动员，第三阶段（5月）总结。",
    "按照（二）的要求办理：（一）受理；（二）审核；（三）办结。",
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_only_names_a_member_is_no_list(text: str) -> None:
    assert found(text, *LISTS) == []


def test_the_one_that_comes_next_twice() -> None:
    text = "首先，摸清底数；其次，建立台账；其次，分类处置；最后，巩固成果。"
    assert found(text, *LISTS) == [("STR001", "其次，分类处置；")]


def test_serial_columns_may_be_short_and_in_chinese() -> None:
    head = "| 序号 | 任务 |\n| --- | --- |\n"

    def table(*numbers: str) -> str:
        return head + "".join(f"| {n} | {w} |\n" for n, w in zip(numbers, WORDS, strict=False))

    assert [c for c, _ in found(table("1", "2", "4"), *LISTS, name="a.md")] == ["STR002"]
    assert [c for c, _ in found(table("一", "二", "二", "四"), *LISTS, name="a.md")] == ["STR001"]
    assert found(table("一", "1", "2", "二", "1"), *LISTS, name="a.md") == []
    assert found(table("1", "3", "7"), *LISTS, name="a.md") == []
    assert found(table("1", "甲", "3"), *LISTS, name="a.md") == []


def test_decimals_that_stand_twice_are_no_gap_as_well() -> None:
    text = "1 总则\n1.1 目的明确。\n1.2 范围明确。\n1.2 职责明确。\n1.4 时限明确。\n2 要求\n2.1 按时报送。\n"
    assert [c for c, _ in found(text, *LISTS)] == ["STR001"]


ANEW = (
    "一、甲类\n（一）受理。\n（二）审核。\n二、乙类\n（一）受理。\n（二）审核。\n"
    "三、丙类\n{}（三）受理。\n（四）审核。\n四、丁类\n（一）受理。\n（二）审核。\n"
)


def test_a_list_that_counts_on_alone_is_wrong() -> None:
    assert found(ANEW.format(""), *LISTS) == [("STR003", "（三）受理。")]
    # Lines that have lost their numbers may come before it.
    assert found(ANEW.format("受理前先行登记。\n"), *LISTS) == []


MEMBERS = [
    ("一是加强值守，及时报告二是备足物资；三是加强巡查。", "一是加强值守，及时报告；二是备足物资；三是加强巡查。"),
    ("一是加强值守。及时报告二是备足物资。", "一是加强值守。及时报告；二是备足物资。"),
    ("工作中，一要快；二要稳三要准；四要实。", "工作中，一要快；二要稳；三要准；四要实。"),
]


@pytest.mark.parametrize(("text", "right"), MEMBERS)
def test_a_lost_stop_before_a_member_is_put_back(text: str, right: str) -> None:
    diagnostics = check(Source(text), Selection(select=["PUN036"]).rules(), "auto").diagnostics
    assert apply_fixes(text, diagnostics) == right


@pytest.mark.parametrize(
    "text",
    [
        "一是一二是二，说到做到。",
        "一是时间紧；第二是任务重，他家三是好人。",
        "一要明确要求，办事二要点是公开；三要到位。",
        "一是快；二是稳。究竟哪个二是二？",
    ],
)
def test_numbers_that_are_no_members_need_no_stop(text: str) -> None:
    assert found(text, "PUN036") == []


COUNTS = [
    ("做到“四个到位”：认识到位、责任到位、措施到位。", ["“四个到位”"]),
    ("实现三个转变（理念转变、方式转变）。", ["三个转变"]),
    ("新建泵站3座，分别位于甲镇、乙镇、丙镇、丁镇。", ["3座"]),
    ("选派两名干部，分别是张某、李某、王某。", ["两名"]),
    ("做到“三个到位”：认识到位、责任到位和措施到位。", []),
    ("做到“三个到位”：镇主抓、村配合、户参与。", []),
    ("新建泵站3座，分别位于甲镇、乙镇和丙镇。", []),
    ("新建泵站3座，分别位于甲镇、乙镇等4个镇。", []),
    ("新建泵站3座，分别位于甲镇。", []),
]


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_members_that_are_called_what_was_announced_are_counted(text: str, expected: list[str]) -> None:
    diagnostics = check(Source(text), Selection(select=["NUM009"]).rules(), "auto").diagnostics
    assert [text[a:b] for d in diagnostics for a, b in d.spans] == expected


def test_a_blank_in_a_number_is_told_in_a_sentence_only() -> None:
    assert found("现有耕地3 5万亩。", "NUM032") == [("NUM032", "3 5万亩。")]
    for right in ("1 234 567元", "第3 5个班", "甲镇  乙镇  丙镇3 5亩", "丙镇3 5亩  丁镇4 6亩", "| 名称 | 丙镇3 5亩 |"):
        assert found(right, "NUM032") == []


def test_a_paragraph_of_one_long_sentence_may_have_lost_its_stop() -> None:
    head = "示例区加强管理。街道开展排查，社区登记造册。\n"
    ended = "".join(f"{c}街道按照要求，按时报送进展情况。\n" for c in "甲乙丙丁")
    long = "各单位要充分认识冬季防火工作的重要性，克服麻痹思想和侥幸心理，把各项措施落到实处"
    assert [c for c, _ in found(head + ended + long + "\n" + ended, "STR020")] == ["STR020"]
    # Rows of a table that was taken out of its lines, a list and a label are no sentences.
    for other in (
        f"{long}\n某某局\n",
        f"参加单位：{long}\n{ended}",
        f"1、球场2个，2、看台一处，{long}\n{ended}",
        "办公室，会议室\n",
    ):
        assert found(head + ended + other + ended, "STR020") == []


def said(text: str, code: str) -> list[tuple[str, str, int]]:
    """The severity of each finding, the beginning of its message, and how many places it has."""
    diagnostics = check(Source(text), Selection(select=[code]).rules(), "auto").diagnostics
    return [(str(d.severity), d.message[:4], len(d.spans)) for d in diagnostics]


SCHOOL = "关于期中考试安排的通知\n\n各班级：\n{}\n\n示例中学教学处\n2024年5月6日\n"
COUNTY = "示例县教育局关于期中考试安排的通知\n\n各乡镇中学：\n{}\n\n示例县教育局\n2024年5月6日\n"
TYPED = "时间:5月6日(周一)8:00-10:00,10:30-12:00;地点:一楼,二楼.请班主任(副班主任)到场,按时清点."


def test_what_a_school_types_throughout_is_its_custom() -> None:
    assert said(SCHOOL.format(TYPED), "PUN001")[0][0] == "info"
    assert said(SCHOOL.format(TYPED), "PUN011") == [("info", "全文的起", 2)]
    assert said(COUNTY.format(TYPED), "PUN001")[0][0] == "warning"
    # A hyphen throughout is everybody's habit.
    assert said(COUNTY.format(TYPED), "PUN011") == [("info", "全文的起", 2)]
    # One sign among full-width ones is a slip, and so are two hyphens.
    slip = "请班主任到场，按时清点，认真登记,及时上报，注意安全；逾期不候，后果自负：特此提醒。"
    assert said(SCHOOL.format(slip), "PUN001")[0][0] == "warning"
    assert said(SCHOOL.format("每班2--3人。"), "PUN011")[0][0] == "warning"
    # What shows nothing of its writer may be a part of an official document.
    assert said(TYPED, "PUN001")[0][0] == "warning"


def test_a_dunhao_behind_the_ordinals_of_a_school_is_its_custom() -> None:
    items = "1、带好文具。\n2、不得迟到。\n3、诚信考试。"
    assert said(SCHOOL.format(items), "STR007") == [("info", "全文的阿", 3)]
    assert said(COUNTY.format(items), "STR007") == [("warning", "阿拉伯数", 3)]
    assert said(SCHOOL.format(items.replace("2、", "2.")), "STR007")[0][0] == "warning"


def test_lost_headings_of_chapters_are_one_finding() -> None:
    text = (
        "示例市绿化条例\n\n第一章 总则\n第一条 本市绿地应当纳入规划。\n第三章 保护\n第二条 绿地应当养护。\n"
        "第三条 禁止占用绿地。\n第五章 附则\n第四条 本条例自2024年1月1日起施行。\n"
    )
    diagnostics = check(Source(text), Selection(select=["LAW001"]).rules(), "auto").diagnostics
    assert [(d.message, len(d.spans)) for d in diagnostics] == [("缺“第二章、第四章”：标题在所标各处丢失，共 2 处", 2)]


def test_missing_ordinals_of_a_document_are_one_finding() -> None:
    text = "示例区方案\n\n一、任务\n（一）清理。\n（三）养护。\n二、要求\n（一）领导。\n（三）督查。\n"
    diagnostics = check(Source(text), Selection(select=["STR002"]).rules(), "auto").diagnostics
    assert [len(d.spans) for d in diagnostics] == [2]


def test_headings_whose_text_follows_at_once_are_found() -> None:
    """Line breaks are lost: a heading ends where its words are said again, before a date, before 各单位要."""
    text = (
        "示例区水利方案一、建设条件（一）示例水库工程示例水库工程位于示例镇，建于1998年。（二）新风泵站新风泵站位于新风村。"
        "二、时间安排2024年5月至6月完成。三、组织实施各单位要落实责任，按月通报。"
    )
    diagnostics = check(Source(text), Selection(select=["STR009"]).rules(), "auto").diagnostics
    ends = {text[start - 4 : start] for d in diagnostics for start, _ in d.spans}
    assert {"水库工程", "新风泵站", "时间安排", "组织实施"} <= ends


TIMES = [
    ("NUM033", "20024年5月前完成。", ["20024年"]),
    ("NUM033", "224年5月6日施行，民国112年5月6日。", ["224年"]),
    ("NUM034", "上午14:00签到，中午9时开餐。", ["上午14:00", "中午9时"]),
    ("NUM034", "下午14:00，凌晨2时，上午30时，上午9:00。", []),
    ("PUN037", "清理河道、并组织验收，抓好动员、和培训。", ["、", "、"]),
    ("PUN037", "桥园里、和苑小区，创新、和谐，领跑、并跑，党员、及时。", []),
    ("PUN038", "事项如下；\n联系人；王某。\n", ["；", "；"]),
    ("PUN038", "提交附件；逾期不候。", []),
    ("NUM032", "占比30 %，2024年5 月6日前。", ["30 %", "2024年5 月6日"]),
    ("NUM032", "2024 年 5 月 6 日，2024年 5月 6日，2024年5月6日。", []),
]


@pytest.mark.parametrize(("code", "text", "expected"), TIMES)
def test_times_dividers_and_blanks(code: str, text: str, expected: list[str]) -> None:
    diagnostics = check(Source(text), Selection(select=[code]).rules(), "auto").diagnostics
    assert [text[a:b] for d in diagnostics for a, b in sorted(d.spans)] == expected


@pytest.mark.parametrize("form", ["（{}）", "{}）", "1.{} ", "2.1.{} "])
def test_items_of_the_lower_levels_are_glued_where_their_sisters_begin_lines(form: str) -> None:
    items = [f"{form.format(n)}{w}，限期完成。" for n, w in enumerate(WORDS, 1)]
    text = "示例区工作方案\n\n" + "\n".join(items[:2]) + items[2] + "\n" + "\n".join(items[3:]) + "\n"
    assert [code for code, _ in found(text, "STR009")] == ["STR009"]
    assert found(text.replace(items[2], "\n" + items[2]), "STR009") == []
    # A list inside a paragraph is the writer's own way.
    assert found("示例区工作方案\n\n任务：" + "".join(items) + "\n", "STR009") == []


def test_a_mark_that_points_the_wrong_way_makes_no_nested_quotation() -> None:
    text = "开展“双随机“抽查，落实“一业一查”。"
    assert found(text, "PUN005") == []
    assert [code for code, _ in found(text, "PUN002")] == ["PUN002"]
    assert [code for code, _ in found("他说“开展“双随机”抽查要严”。", "PUN005")] == ["PUN005"]


@pytest.mark.parametrize("marker", ["l.", "I.", "(-)"])
def test_a_damaged_first_ordinal_is_no_gap_as_well(marker: str) -> None:
    others = ["（二）", "（三）"] if marker == "(-)" else ["2.", "3."]
    text = "".join(f"{m}{w}，限期完成。\n" for m, w in zip([marker, *others], WORDS, strict=False))
    assert [code for code, _ in found(text, "STR002", "STR006")] == ["STR006"]


@pytest.mark.parametrize("form", FORMS)
def test_a_list_that_seems_to_begin_anew_and_counts_on_has_one_wrong_number(form: str) -> None:
    write = FORMS[form]
    numbers, wrong = [1, 2, 1, 4], write(1)
    lines = "\n".join(write(n) + word for n, word in zip(numbers, WORDS, strict=False))
    text = f"一、工作安排\n{lines}。\n"
    ((code, place),) = found(text, *LISTS)
    assert code == "STR003" and (wrong + WORDS[2]).startswith(place)


@pytest.mark.parametrize(
    "text",
    [
        "一、工作安排\n（1）摸清底数；（2）分类处置。另外：（1）严格督导；（2）总结验收。\n",
        "一、工作安排\n1.摸清底数。\n2.分类处置。\n督导要求如下：\n1.严格督导。\n2.总结验收。\n",
        "各村一要摸清底数，二要分类处置；各组一要严格督导，二要总结验收。\n",
        "全镇统一要摸清底数，万一要处置，二要督导，三要验收。\n",
        "各村一是摸清底数，二是分类处置，三是严格督导。\n",
    ],
)
def test_lists_that_begin_anew_by_right(text: str) -> None:
    assert found(text, *LISTS) == []
