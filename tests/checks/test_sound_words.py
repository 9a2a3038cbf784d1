"""Words and the others of their sound, and numbers of words: looked up singly as in a whole table."""

import pytest

from lawcheck.checks.lexicon import rank
from lawcheck.checks.sound_words import has_others, other_words_of
from lawcheck.reading import language
from lawcheck.reading.resources import rows


def test_each_word_has_the_others_of_its_line():
    table = rows("same_sound_words.tsv")
    for word, same, near in table[:: len(table) // 50]:
        assert has_others(*word)
        others = [*((other, False) for other in same.split()), *((other, True) for other in near.split())]
        assert list(other_words_of(word)) == others
    assert not has_others("龘", "龘")


def test_the_rank_of_a_pair_is_that_of_the_group_of_its_second_character():
    character, *groups = rows("pairs.tsv")[100]
    for below, group in enumerate(groups):
        assert all(rank(character + other) == 4 - below for other in group)
    assert (rank(character + "龘"), rank("龘" + character)) == (0, 0)


@pytest.mark.parametrize("few", [0, 10**6], ids=["in a table", "one by one"])
def test_the_number_of_a_word_is_the_same_however_it_is_looked_for(monkeypatch: pytest.MonkeyPatch, few: int):
    monkeypatch.setattr(language, "_FEW", few)
    monkeypatch.setattr(language, "_asked", language._Asked())
    words = language.words_of_two()[:3]
    assert [language.word_level(word) for word in ("龘", "龘龘", "龘龘龘")] == [-1.0] * 3
    assert [language.word_level(word) > 0 for word in words] == [True] * 3
    assert [language._asked[word] for word in words] == [language._numbers_of_words()[word] for word in words]
