"""A long text is passed over by words that its patterns need: what a short one is told of, it is told of too."""

import pytest

from lawcheck import check_text

# More than so many characters are searched for those words first, and none of them stands in these.
FILLER = "甲乙丙丁戊己庚辛。\n" * 80


@pytest.mark.parametrize(
    ("code", "text", "place"),
    [
        ("NUM030", "上午9:32时召开会议。\n", "时"),
        ("TRM050", "副组长：李明华、王志强\n副组长：李明华、赵文\n", "李明华"),
        ("STR021", "联系人：王小明地址：示例路1号\n", ""),
        ("STR021", "记者提问。A：今年施行。A：由区里负责。A：按月公布。\n", ""),
    ],
)
def test_a_long_text_is_told_of_what_a_short_one_is(code: str, text: str, place: str) -> None:
    for long in (text, FILLER + text):
        found = check_text(long, select=[code]).files[0].diagnostics
        assert [(each.code, long[each.offset : each.end_offset]) for each in found] == [(code, place)]
