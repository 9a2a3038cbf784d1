"""Which characters are Chinese."""

import pytest

from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import COMMON_HAN, HAN, WIDE, is_han


@pytest.mark.parametrize(
    ("character", "han", "common", "wide"),
    [
        ("一", True, True, True),
        ("龥", True, True, True),
        ("㙍", True, False, True),
        ("、", False, False, True),
        ("Ａ", False, False, True),
        ("A", False, False, False),
        ("", False, False, False),
    ],
)
def test_characters(character: str, han: bool, common: bool, wide: bool) -> None:
    assert is_han(character) == han
    ranges = (HAN, COMMON_HAN, WIDE)
    assert [bool(Pattern(f"[{r}]").fullmatch(character)) for r in ranges] == [han, common, wide]
