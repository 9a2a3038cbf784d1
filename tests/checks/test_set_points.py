"""TRM055: the points of set names."""

import pytest
from checking import check

from lawcheck.rulebook.registry import Selection
from lawcheck.text.source import Source


def places(text: str) -> list[str]:
    found = check(Source(text), Selection(select=["TRM055"]).rules()).diagnostics
    return [text[a:b] for d in found for a, b in d.spans]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("开展“学史明理学史增信”读书班。", ["学史明理学史增信"]),
        ("开展“不忘初心，牢记使命”主题教育。", ["不忘初心，牢记使命"]),
        ("坚持“创新,协调,绿色,开放,共享”的理念", ["创新,协调,绿色,开放,共享"]),
        ("做到“两个维护、”增强“四个意识，”。坚持“三严三实；”，", ["“两个维护、”", "“四个意识，”。", "“三严三实；”，"]),
        ("“照镜子，正衣冠、洗洗澡、治治病”\n", ["照镜子，正衣冠、洗洗澡、治治病"]),
        (
            "“产业兴旺、生态宜居、乡风文明、治理有效、生活富裕、”",
            ["产业兴旺、生态宜居、乡风文明、治理有效、生活富裕、"],
        ),
    ],
)
def test_wrong_points_are_told(text: str, wrong: list[str]) -> None:
    assert places(text) == wrong


@pytest.mark.parametrize(
    "text",
    [
        "“不忘初心、牢记使命”主题教育，“不忘初心，牢记使命”，不忘初心，方得始终。",
        "“守初心、担使命，找差距、抓落实”",
        "标语牌“学史明理　学史增信”“学史明理 学史增信”",
        "“学党史，悟思想”“学思想，强党性，重实践，建新功”",
        "“创新-协调-绿色-开放-共享”，创新，协调，绿色",
        "做到“两个维护”，增强“四个意识”、坚定“四个自信”。",
    ],
)
def test_right_points_are_left_alone(text: str) -> None:
    assert places(text) == []
