"""Idioms of general Chinese with a wrong character (TRM001)."""

import pytest

from lawcheck import check_text

RIGHT = [
    "不动声色", "如履薄冰", "一筹莫展", "千钧一发", "迎刃而解", "震耳欲聋", "走投无路", "异口同声",
]  # fmt: skip
WRONG = ["不动生色", "迎刃而借", "众失之的", "全神灌注", "旁征博印"]
# Each is right: another idiom or variant of one, an idiom cut short or turned about, two words side by side.
LOOK_ALIKES = [
    "风霜雪雨", "源源而至", "在其位、谋其政", "以史鉴今", "历经艰辛", "不假思索", "不加思索", "势在必得", "临危授命",
    "含糊其词", "故步自封", "共商国事", "青天霹雳", "万众瞩望",
]  # fmt: skip


def told(idiom: str) -> list[str]:
    text = f"示例区的同志谈到{idiom}，都有体会。\n"
    return [text[d.offset : d.end_offset] for d in check_text(text).diagnostics if d.code == "TRM001"]


@pytest.mark.parametrize("idiom", WRONG)
def test_an_idiom_with_a_wrong_character_is_told(idiom: str):
    assert told(idiom) == [idiom]


@pytest.mark.parametrize("idiom", [*RIGHT, *LOOK_ALIKES])
def test_a_right_one_and_what_looks_like_one_are_not(idiom: str):
    assert told(idiom) == []
