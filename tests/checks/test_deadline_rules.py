"""TGT002–TGT007: time limits, periods and target values."""

import pytest
from checking import check

from lawcheck.rulebook.registry import Selection
from lawcheck.rulebook.worded import Worded
from lawcheck.text.source import Source


def found(text: str, code: str) -> list[Worded]:
    return check(Source(text), Selection(select=[code]).rules()).diagnostics


def places(text: str, code: str) -> list[str]:
    return [text[a:b] for d in found(text, code) for a, b in d.spans]


def plan(body: str, title: str = "示例市优化服务实施方案（2021—2025年）") -> str:
    return f"{title}\n一、主要任务\n{body}\n二、保障措施\n加强组织领导。\n"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("实施期限2025—2021年。", ["2025—2021年"]),
        ("实施期限2025年至2021年。", ["2025年至2021年"]),
        ("2024年9月至2024年3月试点。", ["2024年9月至2024年3月"]),
        ("2024年5月8日至2024年5月2日公示。", ["2024年5月8日至2024年5月2日"]),
        ("2024年5月8日至2024年5月公示。", []),
        ("2024年9月至2025年3月试点，每年9月至次年3月整治。", []),
        ("实施期限2021—2025年，2025—2021号。", []),
        ("电话：0431-2099-2021年。", []),
        ("2010—2000年代", []),
    ],
)
def test_a_period_runs_forwards(text: str, wrong: list[str]) -> None:
    assert places(text, "TGT004") == wrong


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("建立清单，2026年底前完成。", ["2026年底前"]),
        ("建立清单，2025年12月31日前完成。", []),
        ("建立清单。完成时限：2027年3月", ["2027年3月"]),
        ("到2035年，基本建成服务体系。", []),
        ("到2035年前基本建成服务体系。", []),
        ("2020年底前完成的试点继续推广。", []),
        ("较2027年前实现的目标更高。", []),
    ],
)
def test_limits_lie_inside_the_period_of_the_title(body: str, wrong: list[str]) -> None:
    assert places(plan(body), "TGT003") == wrong


def test_a_yearly_plan_may_look_beyond_its_year() -> None:
    assert places(plan("建立清单，2025年6月底前完成。", "示例市2024年工作要点"), "TGT003") == []
    assert places(plan("建立清单，2026年6月底前完成。", "示例市优化服务实施方案"), "TGT003") == []


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("年底前完成清理。", ["年底前"]),
        ("2024年启动清理，年底前完成。", []),
        ("每年年底前完成评估，当年底前报送。", []),
        ("尽快出台细则，适时开展督查。", ["尽快"]),
    ],
)
def test_a_limit_without_a_year_is_vague(body: str, wrong: list[str]) -> None:
    title = "示例市优化服务实施方案"
    assert places(plan(body, title), "TGT002") == wrong
    assert places(plan(body, "示例市2024年工作要点"), "TGT002") == [w for w in wrong if w != "年底前"]


def test_relative_dates_matter_in_limits_only() -> None:
    title = "示例市优化服务实施方案"
    assert places(plan("今年7月底前完成，明年上半年评估。", title), "TGT005") == ["今年7月底前", "明年上半年"]
    assert places(plan("今年以来成效明显，去年整改到位。", title), "TGT005") == []
    assert places(plan("今年7月底前完成。", "示例市工作情况汇报"), "TGT005") == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("办理率达到  %以上。", ["  "]),
        ("办理率达到%以上。", [""]),
        ("新增××项，投资__亿元。", ["××", "__"]),
        ("新建   个站点。", ["   "]),
        ("办理率达到 90 %以上。", []),
        ("完成率=完成数÷总数×100%", []),
        ("××市××县××村", []),
        ("20×30项", []),
        ("填写培训____人次", []),
    ],
)
def test_a_target_has_its_number(text: str, wrong: list[str]) -> None:
    assert places(text, "TGT006") == wrong


def test_a_form_is_full_of_blanks() -> None:
    assert places("投资____万元，" * 20, "TGT006") == []


@pytest.mark.parametrize(
    ("second", "count"),
    [
        ("到2025年，示例市事项网上办理率达到95%。", 1),
        ("到2025年，示例市事项网上办理率达到90.0%。", 0),
        ("到2023年，示例市事项网上办理率达到85%。", 0),
        ("到2025年，力争示例市事项网上办理率达到95%。", 0),
        ("到2025年，示例市企业网上办理率达到95%。", 0),
    ],
)
def test_a_target_has_one_value(second: str, count: int) -> None:
    text = f"到2025年，示例市事项网上办理率达到90%。\n一、主要任务\n{second}\n"
    assert len(found(text, "TGT007")) == count
