"""Offices side by side in a sentence with nothing between them (PUN030)."""

import pytest
from checking import check

from lawcheck.rulebook.registry import Selection
from lawcheck.text.source import Source


def told(text: str) -> list[str]:
    found = check(Source(text), Selection(select=["PUN030"]).rules()).diagnostics
    return [text[start:end] for d in found for start, end in d.spans]


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("由省财政厅省教育厅牵头，省科技厅配合。", "省财政厅省教育厅"),
        ("县民政局县司法局要加强协作。", "县民政局县司法局"),
        ("近日，教育部科技部联合印发通知。", "教育部科技部"),
        ("按照财政部办公厅教育部办公厅《关于绿道的通知》要求，做好工作。", "财政部办公厅教育部办公厅"),
        ("经区发展改革委区水务局同意，绿道可以施工。", "区发展改革委区水务局"),
    ],
)
def test_two_offices_in_a_sentence(text: str, offices: str) -> None:
    assert told(text) == [offices]


@pytest.mark.parametrize(
    "text",
    [
        "示例省财政厅示例省教育厅关于印发绿道办法的通知",
        "根据《财政部办公厅教育部办公厅关于绿道的通知》，制定本方案。",
        "示例省财政厅示例省教育厅\n2026年5月6日",
        "由省财政厅、省教育厅牵头。",
        "教育部部长要求各地落实。",
        "财政部部门预算编制手册由财政部印发。",
        "市公安局交通警察支队负责疏导。",
        "市公安局市区分局负责疏导。",
        "区教育局区属学校要落实责任。",
        "县水务局县城供水管理所负责维修。",
    ],
)
def test_titles_signatures_and_what_belongs_to_one_office(text: str) -> None:
    assert told(text) == []
