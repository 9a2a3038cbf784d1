"""Paragraphs that lost line breaks hide, in statutes, forms and tables (STR021)."""

import pytest
from checking import check

from lawcheck.rulebook.registry import Selection
from lawcheck.text.source import Source

HEAD = "示例区绿道规定为规范绿道管护，制定本规定。管护单位履行下列职责：（一）每月巡查绿道；（二）修补破损路面；"
TAIL = "有下列情形之一的，给予警告：（一）未按期巡查的；（二）未修补破损路面的；（三）未建立台账的。"


def told(text: str) -> list[str]:
    found = check(Source(text), Selection(select=["STR021"]).rules()).diagnostics
    return [text[start : start + 5].strip() for d in found for start, _ in sorted(d.spans)]


@pytest.mark.parametrize(
    ("last", "begins"),
    [
        ("（三）建立台账。管护单位应当公布巡查结果。", ["管护单位应"]),
        ("（三）法规规定的其他职责。违反本规定第三条的，由区园林局责令改正。", ["违反本规定"]),
        ("（三）建立台账。", ["有下列情形"]),
        # What says more of the last member stays with it.
        ("（三）建立台账。其中，一级绿道每周巡查。", []),
        ("（三）建立台账。（责任单位：区园林局）", ["有下列情形"]),
        ("（三）建立台账。具体办法由区园林局制定。", []),
    ],
)
def test_what_follows_the_stop_that_closes_a_list(last: str, begins: list[str]) -> None:
    assert told(HEAD + last + TAIL) == begins


def test_items_of_several_sentences_are_no_list_that_a_stop_closes() -> None:
    text = HEAD.replace("路面；", "路面。损坏严重的，报区园林局；")
    assert told(text + "（三）建立台账。台账每季度公布。" + TAIL) == []


LABELLED = (
    "示例区证照改革方案一、绿道施工许可。实行告知承诺。审批层级：区级。许可条件：具备施工能力。办理程序：申请，受理，发证。"
    "二、古树迁移许可。审批层级：市级。许可条件：确需迁移。办理程序：申请，勘查，发证。"
    "三、临时占道许可。审批层级：区级。许可条件：已经备案。办理程序：申请，发证。"
)


def test_labels_that_stand_behind_stops_again_and_again() -> None:
    assert told(LABELLED) == ["审批层级：", "许可条件：", "办理程序："] * 3


def test_principles_behind_dashes_stages_and_notes() -> None:
    plan = (
        "示例区绿道方案一、原则。——坚持问题导向。找准问题。——坚持依法办事。落实责任。二、步骤。{}三、保障。加强领导。"
    )
    stages = "第一阶段：准备。印发方案。第二阶段（5月至6月）：实施。修补绿道。第三步，总结。注：各阶段可以交叉。"
    assert told(plan.format(stages)) == ["——坚持问", "——坚持依", "第一阶段：", "第二阶段（", "第三步，总", "注：各阶段"]
    aside = "绿道——城市的风景。巡查第一阶段的重点是路面。第二阶段工作由区园林局负责。"
    assert told(plan.format(aside)) == ["——坚持问", "——坚持依"]


def test_a_stage_and_its_dates_are_a_whole_heading() -> None:
    plan = "示例区绿道方案一、目标。修补。二、步骤（一）{}。（二）总结阶段（6月）各镇认真总结成效。三、保障。加强领导。"
    for stage in ("准备阶段（3月1日至4月30日）各镇要印发方案", "动员部署环节(2026年5月)区园林局召开会议"):
        text = plan.format(stage)
        found = check(Source(text), Selection(select=["STR009"]).rules()).diagnostics
        told_at = {text[start : start + 4] for d in found for start, _ in d.spans}
        assert {stage.replace("(", "（").replace(")", "）").split("）")[1][:4], "各镇认真"} <= told_at


def test_what_belongs_to_the_sentence_before_it_is_no_label() -> None:
    text = "".join(
        f"{n}、修补绿道。修补路段，其中：主路{k}处。更换牌子，其中：木牌{k}块。" for n, k in ("一3", "二5", "三7")
    )
    assert told("示例区绿道方案" + text) == []


def test_fields_of_a_form_that_run_into_one_another() -> None:
    assert told("拟稿单位：绿道管护科拟稿人：王小明联系电话：0999-88880000审核人：李小红") == [
        "拟稿人：王",
        "联系电话：",
        "审核人：李",
    ]
    assert told("姓名：王小明  性别：女  年龄：三十岁") == []
    assert told("负责人：王小明联系电话：0999-88880000") == []


def test_the_number_of_the_next_row_at_the_end_of_the_row_before_it() -> None:
    rows = "\n".join(f"绿道施工许可\n区园林局\n《示例区绿道规定》第{n}条{n + 7}" for n in range(3, 9))
    assert [begin.split("\n")[0] for begin in told(rows)] == ["10", "11", "12", "13", "14", "15"]
    # Notes, tables and annexes are counted so as well.
    for name in ("附件", "附表", "图", "标段"):
        assert told("\n".join(f"绿道施工一览{name}{n}" for n in range(1, 8))) == []
    assert told("\n".join(f"第{n}章绿道管护{n}" for n in range(1, 8))) == []
