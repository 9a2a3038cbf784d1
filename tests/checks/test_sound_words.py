"""Words and the others of their sound: looked up singly as in a whole table."""

from lawcheck.checks.lexicon import rank
from lawcheck.checks.sound_words import other_words_of, seconds_of
from lawcheck.reading.resources import rows


def test_each_word_has_the_others_of_its_line():
    table = rows("same_sound_words.tsv")
    for word, same, near in table[:: len(table) // 50]:
        assert word[1] in seconds_of(word[0])
        others = [*((other, False) for other in same.split()), *((other, True) for other in near.split())]
        assert list(other_words_of(word)) == others
    assert not seconds_of("龘")


def test_the_rank_of_a_pair_is_that_of_the_group_of_its_second_character():
    character, *groups = rows("pairs.tsv")[100]
    for below, group in enumerate(groups):
        assert all(rank(character + other) == 4 - below for other in group)
    assert (rank(character + "龘"), rank("龘" + character)) == (0, 0)
