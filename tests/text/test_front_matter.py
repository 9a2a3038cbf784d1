"""Fields for a generator of pages above a plain text."""

import pytest

from lawcheck import check_text, parse

NOTICE = "示例区水利局关于做好河道保洁工作的通知\n\n各街道办事处：\n请每周检查一次。\n\n示例区水利局\n2026年3月5日\n"
FIELDS = '---\ntitle: "河道保洁"\nsource: "示例网"\ntags:\n  - 通知\n---\n'


def test_fields_are_no_text_of_the_document():
    document = parse(FIELDS + NOTICE)
    assert document.title is not None
    assert document.title.text == "示例区水利局关于做好河道保洁工作的通知"
    assert check_text(FIELDS + NOTICE).diagnostics == []


@pytest.mark.parametrize("text", ["---\n" + NOTICE, "---\n请看：\n" + NOTICE + "---\n", NOTICE + FIELDS])
def test_lines_between_rules_are_text(text):
    assert "各街道办事处" in parse(text).text
