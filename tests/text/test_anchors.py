"""What every match of an expression holds, and how far behind its beginning."""

import re

import pytest

from lawcheck.text.anchors import Anchor, anchors


def anchor(word: str, least: int, most: int, loose: str = "", behind: int = 0) -> Anchor:
    return word, (least, most, loose, behind)


READ = {
    # A character that official texts seldom have, where it stands.
    "[0-9]{4}旧": [anchor("旧", 4, 4)],
    "(?<![0-9])(?:[1-9][0-9]?|十)佰": [anchor("佰", 1, 2, "0123456789十")],
    "(?<=旧)[\u3400-\u9fff]{2}": [anchor("旧", -1, -1)],
    "[\u3400-\u9fff](?=旧)": [anchor("旧", 1, 1)],
    "(?<![0-9])(?P<a>[〇旧])": [anchor("〇", 0, 0), anchor("旧", 0, 0)],
    "(?<![0-9])[ｘ-ｚ]": [anchor("ｘ", 0, 0), anchor("ｙ", 0, 0), anchor("ｚ", 0, 0)],
    "(?<![0-9])(?:旧|新旗)": [anchor("旧", 0, 0), anchor("旗", 1, 1)],
    "(?<![0-9])(?:旧){1,3}": [anchor("旧", 0, 0)],
    "(?<![0-9])(?>旧)": [anchor("旧", 0, 0)],
    # Behind a run of blanks or figures, which is gone back over.
    "(?<![0-9])[ \t]{0,8}旧": [anchor("旧", 0, 8, "\t ")],
    "(?<![一二])[0-9]{1,3}(?:[.]5){0,2}[\u3400-\u9fff]旧": [anchor("旧", 2, 8, ".0123456789", 1)],
    "(?:(?<=[，。])[ ]{0,8}|(?<=[\u3400-\u9fff]、))〇?旧": [anchor("旧", 0, 9, " 〇")],
    # Behind two of them with something else between, anything may stand.
    "(?<![0-9])a?[\u3400-\u9fff]b?旧": [anchor("旧", 1, 3)],
    # The beginning of a text or a line.
    "^[\u3400-\u9fff]+": [anchor("", 0, 0)],
    "(?<=^)[\u3400-\u9fff]+": [anchor("", 0, 0)],
    "(?m)^[\u3400-\u9fff]+": [anchor("", 0, 0), anchor("\n", -1, -1)],
    r"\A[^a]": [anchor("", 0, 0)],
    # Two common characters side by side are seldom.
    "(?<![0-9])的，": [anchor("的，", 0, 0)],
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
    "[ \t]*(?<=^)[^a]",
    "(?:^|[^a])[^b]",
    "(?<![0-9])[ \t]*的[^a]",
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
