"""Runs of characters that stand twice."""

import random
import re
from collections.abc import Iterator
from typing import ClassVar

import pytest

from lawcheck.text.doubled import doubled, side_by_side
from lawcheck.text.patterns import Pattern

RUNS = {(1, 8): Pattern("([㐀-鿿]{1,8})\\1"), (1, 1): Pattern("([㐀-鿿])\\1"), (2, 3): Pattern("([㐀-鿿]{2,3})\\1")}


@pytest.mark.parametrize("sizes", RUNS)
@pytest.mark.parametrize(
    "text",
    [
        "",
        "甲",
        "各镇各镇要落实落实",
        "的的的的的",
        "甲乙甲乙甲乙丙",
        "。。  \u3000\u3000的的…………12121212",
        "\U00020000\U00020001\U00020000\U00020001的的",
        "\0\0甲甲\0",
        "\ud800\ud800的的",
        "甲乙丙丁戊己庚辛甲乙丙丁戊己庚辛",
        "甲乙丙丁戊己庚辛壬甲乙丙丁戊己庚辛壬",
    ],
)
def test_each_is_found_as_its_expression_finds_it(sizes: tuple[int, int], text: str) -> None:
    assert spans(doubled(RUNS[sizes], text, side_by_side(*sizes))) == spans(RUNS[sizes].compiled.finditer(text))


def test_so_is_each_in_a_long_text() -> None:
    rng = random.Random(1)
    text = "".join(rng.choice("甲乙丙。 一\n") for _ in range(3000))
    for sizes, pattern in RUNS.items():
        assert spans(doubled(pattern, text, side_by_side(*sizes))) == spans(pattern.compiled.finditer(text))


def test_what_stands_between_them_is_passed_over() -> None:
    pattern = Pattern("(加强|推进)(?:和|以及)\\1")
    text = "加强和加强监管，推进以及推进改革，加强和推进，推进、推进。"
    assert (
        spans(doubled(pattern, text, ((2, 3), (2, 4)))) == spans(pattern.compiled.finditer(text)) == [(0, 5), (8, 14)]
    )


def spans(found: Iterator[re.Match[str]]) -> list[tuple[int, int]]:
    return [match.span() for match in found]


def test_a_line_of_one_character_is_left_behind_as_it_is_matched() -> None:
    class Counted:
        places: ClassVar[list[int]] = []

        def match(self, text: str, at: int) -> re.Match[str] | None:
            self.places.append(at)
            return re.compile("([㐀-鿿]{3,16})\\1").match(text, at)

    assert len(spans(doubled(Counted(), "甲" * 32_000, side_by_side(3, 16)))) == len(Counted.places) == 1000
