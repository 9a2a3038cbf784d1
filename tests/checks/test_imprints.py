"""DOC031: the line of an imprint that does not say 印发."""

import pytest

from tests.checking import places

LETTER = "示例镇人民政府关于防汛的通知\n\n各村：\n请做好防汛工作。\n\n示例镇人民政府\n2024年5月8日\n\n"
DAY = "2024年5月9日"


@pytest.mark.parametrize(
    ("end", "found"),
    [
        (f"抄送：县应急局。\n示例镇党政办 {DAY}\n", [DAY]),
        (f"示例镇人民政府办公室　　　　{DAY}\n", [DAY]),
        (f"抄送：县应急局。\n示例镇党政办 {DAY}印发\n", []),
        (f"示例镇应急站 {DAY}\n", []),
        (f"抄送：县应急局。\n{DAY}\n", []),
        (f"抄送：县应急局。\n示例镇人民政府 {DAY}\n", []),
    ],
)
def test_the_day_of_printing_is_followed_by_yinfa(end, found):
    assert places(LETTER + end, "DOC031") == found


def test_a_letter_on_one_line_and_one_without_signature():
    assert places(LETTER.replace("\n", " ") + f"抄送：县应急局。 示例镇党政办 {DAY}", "DOC031") == [DAY]
    assert places(f"示例镇关于防汛的通知\n请做好防汛工作。\n示例镇人民政府办公室 {DAY}\n", "DOC031") == []
