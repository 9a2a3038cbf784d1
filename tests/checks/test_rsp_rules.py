"""Findings about responsible units that the examples of the rules do not show."""

import pytest
from checking import apply_fixes, check

from lawcheck.rulebook.findings import Severity
from lawcheck.rulebook.registry import find_rule
from lawcheck.rulebook.worded import Worded
from lawcheck.text.source import Source

ITEMS = [
    ("健全制度。制定管理办法，明确工作流程。", "（责任单位：市司法局）"),
    ("加强培训。每季度组织一次业务培训。", "（责任单位：市人社局）"),
    ("推进改革。优化审批流程，压缩时间。", "（责任单位：市政务服务局）"),
    ("严格考核。每年通报一次考核结果。", "（责任单位：市教育局）"),
]


def plan(*without: int, heading: str = "一、重点任务") -> str:
    """A plan of four items, those in `without` attributed to nobody."""
    lines = [f"{n}.{text}{'' if n in without else units}" for n, (text, units) in enumerate(ITEMS, 1)]
    return "\n".join([heading, *lines, ""])


def found(code: str, text: str) -> list[Worded]:
    return check(Source(text), (find_rule(code),), kind="plan").diagnostics


def test_a_task_without_a_unit_is_an_error_at_its_heading() -> None:
    text = plan(3)
    (diagnostic,) = found("RSP001", text)
    assert diagnostic.severity is Severity.ERROR
    assert text[diagnostic.start : diagnostic.end] == "3.推进改革"
    assert "推进改革" in diagnostic.message


@pytest.mark.parametrize(
    "text",
    [
        plan(),
        plan(1, 2),
        plan(1, 2, 3, 4),
        plan(3).replace("3.推进改革", "3.加强组织领导"),
        plan(3).replace("一、重点任务", "一、重点任务（责任单位：市政府办公室）"),
        plan(4).rstrip("。\n") + "，形成长",
        "以下各项任务均含市司法局、市财政局，不再列出。\n" + plan(3),
        plan(3).replace("3.推进改革。", "3.推进改革。试点城市负责编制改革方案。"),
    ],
    ids=["all", "half", "none", "organisation", "section attributed", "torn", "blanket", "said in a sentence"],
)
def test_tasks_that_may_go_without_a_unit(text: str) -> None:
    assert found("RSP001", text) == []


def test_who_does_it_in_earnest_is_not_said() -> None:
    text = plan(3).replace("3.推进改革。", "3.推进改革。各方要认真负责抓好落实。")
    assert len(found("RSP001", text)) == 1


def test_the_last_task_is_asked_for_its_unit_like_the_others() -> None:
    for ending in ("", "\n", "\n\n", "\n示例区司法局\n2024年3月5日\n"):
        assert len(found("RSP001", plan(4).rstrip() + ending)) == 1


def test_the_item_at_which_a_torn_text_stops_may_go_without_a_unit() -> None:
    for ending in ("，形成长", "，形成长\n", "，形成长\n\n"):
        assert found("RSP001", plan(4).rstrip("。\n") + ending) == []


def test_general_sections_are_left_out_unless_all_their_other_items_are_attributed() -> None:
    general = (
        "\n二、保障措施\n5.落实经费。安排专项资金。{}\n6.加强宣传。报道先进经验。{}\n7.强化监督。定期通报进展。{}\n"
    )
    unit = "（责任单位：市财政局）"
    assert found("RSP001", plan() + general.format("", "", "")) == []
    assert len(found("RSP001", plan() + general.format(unit, "", unit))) == 1


@pytest.mark.parametrize("code", ["RSP004", "RSP008", "RSP009"])
def test_fixes_silence_their_rule_and_leave_the_units(code: str) -> None:
    for example in find_rule(code).examples:
        if example.fixed is None:
            continue
        assert found(code, example.fixed) == []
        assert apply_fixes(example.fixed, found(code, example.fixed)) == example.fixed


def test_a_unit_that_leads_and_takes_part_is_named_with_both_places() -> None:
    text = "1.健全制度。牵头单位：市司法局；参加单位：市财政局、市司法局\n"
    (diagnostic,) = found("RSP004", text)
    assert text[diagnostic.start : diagnostic.end] == "市司法局"
    assert diagnostic.fix is None
    assert [text[r.start : r.end] for r in diagnostic.related] == ["市司法局"]


def test_glued_labels_are_one_finding_with_every_place() -> None:
    text = "1.健全制度。牵头单位:市司法局参加单位:各相关单位2.加强培训。牵头单位:市人社局参加单位:各相关单位"
    (diagnostic,) = found("RSP008", text)
    assert [text[a:b] for a, b in diagnostic.occurrences] == ["参加单位:", "参加单位:"]


def test_vague_units_are_no_finding_where_the_whole_document_is_vague() -> None:
    text = "1.健全制度。责任单位：各有关部门\n2.加强培训。责任单位：各有关部门\n"
    assert found("RSP003", text) == []


def test_a_time_limit_for_all_tasks_or_a_period_in_the_title_is_enough() -> None:
    text = plan() + "5.做好宣传。报道先进经验。（责任单位：市广电局）\n"
    assert len(found("TGT001", text)) == 1
    assert found("TGT001", "示例市法治建设实施方案（2023—2025年）\n\n" + text) == []
    assert found("TGT001", text + "未注明完成时限的任务，均应于年底前完成。\n") == []
