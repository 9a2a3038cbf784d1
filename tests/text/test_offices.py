"""What names of offices end in."""

import pytest

from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.offices import OFFICE_END, PLACE_END, ends_as_office


@pytest.mark.parametrize(
    "name",
    [
        "区教育局",
        "示例委",
        "团区委",
        "各镇",
        "人民法庭",
        "示例大学",
        "各有关部门",
        "高新区",
        "示例集团",
        "甲社区",
        "示例中学",
        "示例监狱",
        "区工作联席会议",
        "区青少年宫",
        "示例支行",
        "市教育廳",
    ],
)
def test_names(name: str) -> None:
    assert ends_as_office(name)


@pytest.mark.parametrize("name", ["", "示例", "加强管理", "教育局长", "区教育局负责"])
def test_other_words(name: str) -> None:
    assert not ends_as_office(name)


def test_where_names_end_in_text() -> None:
    ends = [match.end() for match in Pattern(OFFICE_END).finditer("区教育局、团区委、甲乡镇负责")]
    assert ends == [4, 8, 12]
    assert Pattern(f".{PLACE_END}").fullmatch("甲县")
