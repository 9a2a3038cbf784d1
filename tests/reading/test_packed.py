"""Tables in one string have what a dictionary has."""

import pytest

from lawcheck.reading import packed
from lawcheck.reading.known_words import is_official_word, numbers_of_words, word_level, words_of_two
from lawcheck.reading.packed import Numbers, Strings, packed_words

WORDS = ["一", "一个", "一些", "丁", "七个", "七里河"]


def test_each_character_has_its_string_and_others_have_none():
    table = {"甲": "一二", "乙": "", "丙": "三"}
    strings = Strings(*packed.packed(table))
    assert [strings[key] for key in ("丙", "甲", "乙", "甲")] == ["三", "一二", "", "一二"]
    assert [strings[key] for key in ("", "丁", "甲乙")] == [""] * 3


@pytest.mark.parametrize("many", [0, 1, 100], ids=["all at once", "at the second", "one by one"])
def test_words_have_their_numbers_however_many_are_asked_for(monkeypatch: pytest.MonkeyPatch, many: int):
    monkeypatch.setattr(packed, "_MANY", many)
    numbers = Numbers(*packed_words(WORDS))
    asked = ["七个", "", "七", "八", "一些", *WORDS, "个一"]
    assert [numbers.get(word, -1) for word in asked] == [WORDS.index(word) if word in WORDS else -1 for word in asked]
    assert numbers.beginning_with("一") == ["一", "一个", "一些"]
    assert numbers.beginning_with("八") == []


def test_official_words_are_found_in_the_whole_list():
    words = words_of_two()
    assert all(map(is_official_word, words[::500]))
    assert [word_level(word) > 0 for word in words[::500]] == [True] * len(words[::500])
    assert [numbers_of_words().get(word, -1) for word in ("龘", "龘龘", "龘龘龘")] == [-1] * 3
    assert [word_level(word) for word in ("龘", "龘龘", "")] == [-1.0] * 3
