"""Two characters that stand for a word of the same sound (TRM039, OCR020)."""

import pytest
from checking import places
from timing import grows_linearly

from lawcheck.checks.mistyped_words import mistyped_words

HEAD = "示例区工作方案\n为做好有关工作，制定本方案。\n一、重点任务\n"


def below_head(text: str, code: str) -> list[str]:
    return places(HEAD + text + "\n", code)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("依法维护农民工合法泉异。", "泉异", "权益"),
        ("加大行政直发力度。", "直发", "执法"),
        ("统筹安排财政滋劲。", "滋劲", "资金"),
    ],
)
def test_both_characters_of_a_word_are_wrong(text: str, wrong: str, right: str) -> None:
    assert [(one.found, one.right) for one in mistyped_words(text) if one.is_sure] == [(wrong, right)]
    assert below_head(text, "TRM039") == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        "运动员须穿钉鞋参赛，不合规定的鞋钉要求一律更换。",
        "鞋套一律放在鞋柜，古籍、医案分类保管。",
        "依法维护农民工合法权益，加大行政执法力度。",
        "请戚墅里、郫筒两个街道报送名单，由禚玉龙同志汇总。",
        "全一册教材按年级发放。",
        "《新西》一刊停办。",
        "",
    ],
)
def test_other_strangers_are_left_alone(text: str) -> None:
    assert not [one for one in mistyped_words(text) if one.is_sure]
    assert below_head(text, "TRM039") == []


def test_what_recurs_is_a_term_of_the_document() -> None:
    assert mistyped_words("加大行政直发力度。" * 2) == ()


def test_it_takes_linear_time() -> None:
    assert grows_linearly(lambda size: mistyped_words("加大行政直发力度，统筹安排财政滋劲。" * size), 400)
