"""What every match of an expression holds, and how far behind its beginning."""

import re

import pytest

from lawcheck.text.anchors import anchors

READ = {
    # A character that official texts seldom have, where it stands.
    "[0-9]{4}旧": [("旧", 4, 4)],
    "(?<![0-9])(?:[1-9][0-9]?|十)佰": [("佰", 1, 2)],
    "(?<=旧)[\u3400-\u9fff]{2}": [("旧", -1, -1)],
    "[\u3400-\u9fff](?=旧)": [("旧", 1, 1)],
    "(?<![0-9])(?P<a>[〇旧])": [("〇", 0, 0), ("旧", 0, 0)],
    "(?<![0-9])[ｘ-ｚ]": [("ｘ", 0, 0), ("ｙ", 0, 0), ("ｚ", 0, 0)],
    "(?<![0-9])(?:旧|新旗)": [("旧", 0, 0), ("旗", 1, 1)],
    "(?<![0-9])(?:旧){1,3}": [("旧", 0, 0)],
    "(?<![0-9])(?>旧)": [("旧", 0, 0)],
    # Two common characters side by side are seldom.
    "(?<![0-9])的，": [("的，", 0, 0)],
}
# No match, or not each, holds one that is worth it.
UNREAD = [
    "旧*",
    "(?i)[^a]旧x",
    "(?<!a)(?i:旧)",
    "(?<![0-9])(?:旧|[^。])",
    "[\u3400-\u9fff]",
    r"(?<![0-9])\d",
    "[，。]",
    "的",
    "(?<![0-9])[^的]",
    "(?<![0-9])[的，。、]",
    f"(?<!a)[{''.join(map(chr, range(0x8000, 0x8100)))}]",
]


@pytest.mark.parametrize("pattern", READ)
def test_the_rarest_character_of_every_match_is_told_with_its_distance(pattern):
    if "(?>" in pattern:
        pytest.importorskip("re._parser")
    assert sorted(anchors(pattern, 0)) == sorted(READ[pattern])


@pytest.mark.parametrize("pattern", UNREAD)
def test_where_nothing_is_worth_looking_for_nothing_is_told(pattern):
    assert anchors(pattern, 0) == ()


def test_an_expression_that_minds_no_case_is_left_alone():
    assert anchors("(?<![0-9])Q", re.IGNORECASE) == ()
