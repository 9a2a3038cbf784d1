"""RSP005, RSP006, RSP010: names of units."""

import pytest
from checking import check

from lawcheck.reading.resources import rows
from lawcheck.rulebook.registry import Selection
from lawcheck.rulebook.worded import Worded
from lawcheck.structure.settings import Settings
from lawcheck.text.source import Source


def found(text: str, code: str, units: tuple[str, ...] = ()) -> list[Worded]:
    return check(Source(text), Selection(select=[code]).rules(), settings=Settings(units=units)).diagnostics


def places(text: str, code: str, units: tuple[str, ...] = ()) -> list[str]:
    return [text[a:b] for d in found(text, code, units) for a, b in d.spans]


def tasks(*units: str) -> str:
    lines = (f"{n}.健全制度。（责任单位：{u}）\n" for n, u in enumerate(units, 1))
    return "一、主要任务\n" + "".join(lines)


@pytest.mark.parametrize(
    ("units", "wrong"),
    [
        (("区发展改革局", "区发展改革局", "区发改局"), ["区发改局"]),
        (("省人社厅", "省人社厅", "省人力资源社会保障厅"), ["省人力资源社会保障厅"]),
        (("省发展改革委", "省发展和改革委员会", "省发展和改革委员会"), ["省发展改革委"]),
        (("市教育局", "市教育体育局"), []),
        (("市公安局", "市公安局高新分局"), []),
        (("市发改局", "区发展改革局"), []),
        (("市财政局", "市司法局"), []),
    ],
)
def test_one_unit_has_one_name(units: tuple[str, ...], wrong: list[str]) -> None:
    assert places(tasks(*units), "RSP005") == wrong


def test_a_declared_abbreviation_is_the_same_unit() -> None:
    text = tasks("区发展改革局", "区发改局")
    assert places("区发展改革局（以下简称“区发改局”）牵头。\n" + text, "RSP005") == []


def notice(body: str, date: str) -> str:
    return f"示例市人民政府关于规范经营的通知\n各区人民政府：\n{body}\n示例市人民政府\n{date}\n"


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("由市工商局牵头。", ["工商局"]),
        ("由国土资源部、环境保护部审核。", ["国土资源部", "环境保护部"]),
        ("由国土资源部门、农业部门审核。", []),
        ("由原国土资源部审核。", []),
        ("执行《国土资源部关于示例的通知》。", []),
        ("执行国土资源部令第3号。", []),
        ("组建市场监管局，不再保留市工商局。", []),
        ("由住房城乡建设部、农业农村部审核。", []),
        ("项目由住房城乡建设部审批（机构改革前由国土资源部审批）。", []),
        ("此前由市工商局登记的，继续有效。", []),
        ("2014年，项目经国土资源部批准。", []),
        ("6月底之前由市工商局完成登记。", ["工商局"]),
        ("2014年立项的项目，2021年由国土资源部验收。", ["国土资源部"]),
    ],
)
def test_former_names_are_found_by_the_date_of_the_document(body: str, wrong: list[str]) -> None:
    assert places(notice(body, "2022年3月5日"), "RSP006") == wrong
    assert places(notice(body, "2015年3月5日"), "RSP006") == []


def test_a_document_without_a_date_or_a_year_is_given_the_benefit_of_the_doubt() -> None:
    assert places("由市工商局牵头。", "RSP006") == []
    assert places("到2025年，由市工商局牵头完成。", "RSP006") == ["工商局"]
    assert places("2015年以来，由市工商局牵头，到2025年完成。", "RSP006") == []


def test_the_table_of_reforms_names_days() -> None:
    for old, new, since, scope in rows("ministries.tsv"):
        assert old != new and len(since) == 10 and scope in ("全国", "地方"), old


def test_units_are_compared_with_the_registry_of_the_user() -> None:
    registry = ("区司法局", "区财政局")
    text = tasks("区司法局、区财证局、各有关部门", "区档案馆")
    assert places(text, "RSP010", registry) == ["区财证局", "区档案馆"]
    assert "区财政局" in found(text, "RSP010", registry)[0].message
    assert found(text, "RSP010") == []


@pytest.mark.parametrize(
    ("units", "wrong"),
    [
        (("县水务局", "县应急管理局", "县应急管理局、县应急管埋局"), ["县应急管埋局"]),
        (("区城市管理局", "区城市管理局", "区城市菅理局"), ["区城市菅理局"]),
        # Other words, other places, and names that stand equally often.
        (("区水务局", "区水务局", "区税务局"), []),
        (("张庄镇", "张庄镇", "章庄镇"), []),
        (("县林业局", "县林业局", "县农业局"), []),
    ],
)
def test_a_name_with_a_character_of_like_shape_is_a_slip_for_the_usual_one(
    units: tuple[str, ...], wrong: list[str]
) -> None:
    assert places(tasks(*units), "RSP005") == wrong
