"""Who does what by when: every way to say it that plans use, and what only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.structure.deadlines import find_deadlines
from lawcheck.structure.document import Attribution, Role
from lawcheck.structure.responsibility import find_attributions
from lawcheck.structure.units import split_units


def roles(attribution: Attribution) -> dict[str, list[str]]:
    named = {role.value: [unit.name for unit in attribution.units(role)] for role in Role}
    return {role: units for role, units in named.items() if units}


def only(text: str) -> dict[str, list[str]]:
    (attribution,) = find_attributions(text)
    return roles(attribution)


FORMS = [
    (
        "健全制度。责任单位：市司法局（牵头）、市财政局（配合）",
        {"lead": ["市司法局"], "participants": ["市财政局"]},
    ),
    ("健全制度。责任单位　市司法局　市财政局", {"responsible": ["市司法局", "市财政局"]}),
    ("健全制度。（市司法局，市财政局，2026年底前完成）", {"responsible": ["市司法局", "市财政局"]}),
    ("健全制度。（市司法局、市财政局，持续推进）", {"responsible": ["市司法局", "市财政局"]}),
    ("健全制度。（责任单位：市司法局、市财政局）", {"responsible": ["市司法局", "市财政局"]}),
    ("健全制度。〔责任单位：市司法局、市财政局〕", {"responsible": ["市司法局", "市财政局"]}),
    ("健全制度。(责任单位:市司法局,市财政局)", {"responsible": ["市司法局", "市财政局"]}),
    ("健全制度。（责任单位：市司法局)", {"responsible": ["市司法局"]}),
    ("健全制度。（責任單位：市司法局）", {"responsible": ["市司法局"]}),
    ("健全制度。（责任部门：市司法局牵头，市财政局）", {"lead": ["市司法局"], "responsible": ["市财政局"]}),
    (
        "健全制度。（责任部门：市司法局牵头，市财政局、市应急管理局按职责分工负责）",
        {"lead": ["市司法局"], "responsible": ["市财政局", "市应急管理局"]},
    ),
    (
        "健全制度。（牵头单位：市司法局，参与单位：相关部门与地方。）",
        {"lead": ["市司法局"], "participants": ["相关部门", "地方"]},
    ),
    (
        "健全制度。(牽頭單位:州司法局;責任單位:州財政局,6月底完成)",
        {"lead": ["州司法局"], "responsible": ["州財政局"]},
    ),
    ("健全制度。（市司法局、市财政局负责）", {"responsible": ["市司法局", "市财政局"]}),
    ("健全制度。（市司法局、市财政局等按职责分工负责）", {"responsible": ["市司法局", "市财政局"]}),
    ("健全制度。（市司法局等部门负责落实）", {"responsible": ["市司法局"]}),
    ("健全制度。（市司法局牵头负责）", {"lead": ["市司法局"]}),
    ("健全制度。（由市司法局牵头，市财政局配合）", {"lead": ["市司法局"], "participants": ["市财政局"]}),
    (
        "健全制度。（市司法局牵头，市财政局、市教育局等部门参与）",
        {"lead": ["市司法局"], "participants": ["市财政局", "市教育局"]},
    ),
    ("健全制度。（市司法局牵头，会同市财政局负责）", {"lead": ["市司法局"], "participants": ["市财政局"]}),
    ("健全制度。（市司法局会同市财政局负责）", {"responsible": ["市司法局", "市财政局"]}),
    ("健全制度。（市司法局指导，各区政府负责落实）", {"responsible": ["市司法局", "各区政府"]}),
    (
        "健全制度。（市司法局、市财政局负责，列第一位者为牵头单位，下同）",
        {"responsible": ["市司法局", "市财政局"]},
    ),
    (
        "健全制度。（责任单位：市司法局。以下均需各区政府、新区管委会落实，不再列出）",
        {"responsible": ["市司法局"]},
    ),
    ("健全制度。（市司法局、市财政局，各区政府）\n", {"responsible": ["市司法局", "市财政局", "各区政府"]}),
    ("健全制度。牵头单位：市司法局参加单位：各有关部门", {"lead": ["市司法局"], "participants": ["各有关部门"]}),
    (
        "健全制度。（市司法局、市财政局，各县（市、区）政府，列第一位者为牵头单位）\n",
        {"responsible": ["市司法局", "市财政局", "各县（市、区）政府"]},
    ),
    ("健全制度。【牵头单位】市司法局 【配合单位】市财政局\n", {"lead": ["市司法局"], "participants": ["市财政局"]}),
    ("健全制度。〔责任单位〕：市司法局\n", {"responsible": ["市司法局"]}),
    (
        "健全制度。牵头单位  市司法局   配合单位  市财政局、各街道\n",
        {"lead": ["市司法局"], "participants": ["市财政局", "各街道"]},
    ),
    ("健全制度。牵头单位 ： 市司法局 配合部门 ： 市财政局", {"lead": ["市司法局"], "participants": ["市财政局"]}),
    ("健全制度。\n牵头单位：市司法局\n参加单位：市财政局\n", {"lead": ["市司法局"], "participants": ["市财政局"]}),
    ("健全制度。\n责任单位：\n市司法局、市财政局\n", {"responsible": ["市司法局", "市财政局"]}),
    ("健全制度。责任单位：市司法局 市财政局。", {"responsible": ["市司法局", "市财政局"]}),
    (
        "健全制度。负责市长：王某牵头部门：市司法局配合部门：市财政局、市教育局（二）加强管理",
        {"lead": ["市司法局"], "participants": ["市财政局", "市教育局"]},
    ),
    (
        "健全制度。牵头部门：市司法局；责任人：王某；配合部门：市财政局。",
        {"lead": ["市司法局"], "participants": ["市财政局"]},
    ),
    ("（责任单位：市司法局（牵头）、市财政局）", {"lead": ["市司法局"], "responsible": ["市财政局"]}),
    ("【责任单位：市司法局】", {"responsible": ["市司法局"]}),
    ("一、健全制度（牵头单位：市司法局）\n", {"lead": ["市司法局"]}),
    ("（负责部门：市司法局、市财政局；适用范围：全市）", {"responsible": ["市司法局", "市财政局"]}),
]


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_every_form_gives_its_units_their_roles(text: str, expected: dict[str, list[str]]) -> None:
    assert only(text) == expected


@pytest.mark.parametrize(
    ("behind", "units"),
    [
        ("市司法局、市财政局2 .强化监督检查", ["市司法局", "市财政局"]),
        ("市司法局、市财政局三、建立健全制度", ["市司法局", "市财政局"]),
        ("市司法局、市市场监管局示范分局（四）完善机制", ["市司法局", "市市场监管局示范分局"]),
        ("区委依法治区办、区委编办依法公开办事结果", ["区委依法治区办", "区委编办"]),
        ("各有关部门依法保护企业产权，防止滥用权力", ["各有关部门"]),
        (
            "市司法局、各区（含甲区、乙区）政府，新区管委会加强管理",
            ["市司法局", "各区（含甲区、乙区）政府", "新区管委会"],
        ),
        ("市司法局、各镇（街道）组织开展检查", ["市司法局", "各镇（街道）"]),
        ("各县（市、区）人民政府、区纪委监委组织开展检查", ["各县（市、区）人民政府", "区纪委监委"]),
        ("区委全面深化改革委办公室将考核结果公开", ["区委全面深化改革委办公室"]),
        ("市司法局，各县（市、区）政府。加强管理", ["市司法局", "各县（市、区）政府"]),
    ],
)
def test_a_list_in_running_text_ends_with_its_last_unit(behind: str, units: list[str]) -> None:
    assert only("健全制度。责任单位:" + behind) == {"responsible": units}


@pytest.mark.parametrize(
    ("written", "units"),
    [
        ("国家发展和改革委员会和住房和城乡建设部", ["国家发展和改革委员会", "住房和城乡建设部"]),
        ("市委和市政府", ["市委", "市政府"]),
        ("各有关部门和单位", ["各有关部门和单位"]),
        ("各级党委和政府", ["各级党委和政府"]),
        ("市司法局及各区、县政府", ["市司法局", "各区、县政府"]),
        ("各市、县（区）人民政府", ["各市、县（区）人民政府"]),
        ("各县、区人民政府（管委会）、市财政局", ["各县、区人民政府（管委会）", "市财政局"]),
        ("甲州、乙城、丙山市政府，省司法厅", ["甲州、乙城、丙山市政府", "省司法厅"]),
        ("各市（含甲州、乙市，下同）、县政府", ["各市（含甲州、乙市，下同）、县政府"]),
        ("省发展改革委（省粮食局）、省商务厅等部门", ["省发展改革委", "省商务厅"]),
        ("财政部、民政部等有关部门和单位", ["财政部", "民政部"]),
        ("财政部等和各省级人民政府", ["财政部", "各省级人民政府"]),
        ("企协、工商联、妇联", ["企协", "工商联", "妇联"]),
    ],
)
def test_units_are_divided_where_names_end(written: str, units: list[str]) -> None:
    assert [unit.name for unit in split_units(written, 0, len(written))] == units


@pytest.mark.parametrize(
    "text",
    [
        "公开程序：本单位审核后公开\n责任部门：市政府办公室秘书一处\n",
        "考核由人力资源行政部门负责。",
        "标准的实施（职业院校内由人力资源行政部门负责），由市里统一安排。",
        "经市科学技术局（以下简称市科技局）批准。",
        "见《管理办法》（示政办发〔2019〕1号）。",
        "请及时反馈。（电话：12345678）",
        "领导小组组成如下。组长：王某 副组长：李某 成员：市司法局、市财政局",
        "有关单位负责人：按规定追究责任。",
        "序号 任务 责任单位 完成时限",
        "明确责任单位：各地要加强组织领导，压实责任。",
        "牵头单位：（盖章）\n归口部门：（盖章）\n",
        "协办单位：甲市人民政府、乙市人民政府",
        "做到“三个独立”（单独档案室、保密室、阅卷室）。",
    ],
)
def test_what_only_looks_like_an_attribution_is_none(text: str) -> None:
    assert find_attributions(text) == ()


@pytest.mark.parametrize(
    "text", ["（责任单位：）", "（牵头单位： 。）", "牵头单位：\n参加单位：市司法局", "责任单位："]
)
def test_a_label_without_units_is_an_empty_field(text: str) -> None:
    (attribution,) = find_attributions(text)
    assert attribution.fields[0].label
    assert attribution.fields[0].units == ()


def test_one_unit_in_brackets_counts_where_the_document_attributes_its_tasks() -> None:
    alone = "发布公告。（市司法局）\n"
    assert find_attributions(alone) == ()
    assert len(find_attributions("健全制度。（责任单位：市财政局）\n" + alone)) == 2


def test_fields_say_how_they_were_labelled() -> None:
    (attribution,) = find_attributions("（牵头 单位：市司法局；市财政局配合）")
    assert [(f.label, f.role) for f in attribution.fields] == [("牵头单位", Role.LEAD), ("", Role.PARTICIPANTS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2025年，建成体系", [("到2025年", "2025-12-31")]),
        ("2025年底前完成", [("2025年底前", "2025-12-31")]),
        ("2025年6月底前完成", [("2025年6月底前", "2025-06-30")]),
        ("2024年2月底前完成", [("2024年2月底前", "2024-02-29")]),
        ("2024年12月31日前完成", [("2024年12月31日前", "2024-12-31")]),
        ("2025年上半年完成", [("2025年上半年", "2025-06-30")]),
        ("2024年第三季度完成", [("2024年第三季度", "2024-09-30")]),
        ("（完成时限：2022年）", [("2022年", "2022-12-31")]),
        ("6月底前完成", [("6月底前", None)]),
        ("2024年启动，6月底前完成", [("6月底前", "2024-06-30")]),
        ("每年6月底前公布", [("每年6月底前", None)]),
        ("加强宣传，长期坚持。", [("长期坚持", None)]),
        ("持续推进改革", []),
        ("截至2023年底，共有三家", []),
        ("2021年至2023年", []),
        ("2024年1月1日起施行", []),
        ("2024年2月30日前完成", [("2024年2月30日前", None)]),
    ],
)
def test_time_limits_and_their_last_day(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(d.text, d.date) for d in find_deadlines(text, 0, len(text))] == expected


def test_an_attribution_carries_its_time_limit() -> None:
    (attribution,) = find_attributions("（牵头部门：市司法局；完成时限：2022年6月）")
    assert [(d.text, d.date) for d in attribution.deadlines] == [("2022年6月", "2022-06-30")]
    assert roles(attribution) == {"lead": ["市司法局"]}


PIECES = st.one_of(
    st.sampled_from("（）()〔〕<>：:、，；。\n和及等由甲县"),
    st.sampled_from(
        ["各市", "政府", "市司法局", "区委", "编办", "各有关部门", "2025年", "6月底前", "一、", "（二）", "3."]
    ),
    st.sampled_from(
        [
            "责任单位：",
            "牵头单位:",
            "参加单位",
            "完成时限：",
            "负责市长：",
            "负责",
            "牵头",
            "配合",
            "按职责分工",
            "会同",
        ]
    ),
    st.sampled_from(["以下均需", "列第一位者为牵头单位", "下同", "不再列出"]),
)


@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_text_parses_and_spans_nest(text: str) -> None:
    end = 0
    for attribution in find_attributions(text):
        assert end <= attribution.start < attribution.end <= len(text)
        end = attribution.end
        assert attribution.fields
        at = attribution.start
        for field in attribution.fields:
            assert at <= field.start < field.end <= attribution.end
            at = field.end
            for unit in field.units:
                assert field.start <= unit.start < unit.end <= field.end
                assert unit.name == "".join(text[unit.start : unit.end].split())
        for deadline in attribution.deadlines:
            assert attribution.start <= deadline.start < deadline.end <= attribution.end


@given(st.text())
def test_no_text_raises(text: str) -> None:
    assert all(a.fields for a in find_attributions(text))


def test_a_time_limit_ends_where_the_next_item_follows_at_once():
    text = "1.补种。责任单位:市林业局,完成时限:2026年12月底前2.修枝。责任单位:市园林局完成时限:长期坚持（三）验收。"
    found = find_attributions(text)
    assert [roles(attribution) for attribution in found] == [
        {"responsible": ["市林业局"]},
        {"responsible": ["市园林局"]},
    ]
    assert text[found[0].end :].startswith("2.修枝")
    assert text[found[1].end :].startswith("（三）验收")
