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
