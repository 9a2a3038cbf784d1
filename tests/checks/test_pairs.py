"""Where two characters of a kind stand side by side."""

import sys

from lawcheck.checks import pairs
from lawcheck.checks.pairs import Pairs, number_of_pair, numbers_of_pairs


def are_digits(one: str, other: str) -> bool:
    return one.isdigit() and other.isdigit()


def test_each_place_is_found_in_order():
    assert Pairs(are_digits).places("12与3、456") == [[0, 5, 6]]
    assert Pairs(are_digits).places("") == Pairs(are_digits).places("1") == [[]]


def test_several_kinds_are_told_apart_in_one_pass():
    same = Pairs(lambda one, other: are_digits(one, other) | (one == other) << 1, 2)
    assert same.places("11与与、456") == [[0, 5, 6], [0, 2]]


def test_rare_characters_and_halves_of_them_shift_nothing():
    assert Pairs(are_digits).places("\U00020000 12") == [[2]]
    assert Pairs(are_digits).places("\ud800 12") == [[2]]


def test_a_pair_has_the_same_number_alone_as_in_a_text():
    text = "按照规定，a1"
    assert [number_of_pair(text[at:]) for at in range(len(text) - 1)] == list(numbers_of_pairs(text))
    assert len(set(numbers_of_pairs(text))) == len(text) - 1


def test_what_is_remembered_has_an_end(monkeypatch):
    monkeypatch.setattr(pairs, "_MOST", 3)
    digits = Pairs(are_digits)
    assert digits.places("12与3、456") == [[0, 5, 6]]
    assert len(digits) <= 3


def test_machines_that_store_numbers_the_other_way_round_find_the_same(monkeypatch):
    monkeypatch.setattr(sys, "byteorder", "big" if sys.byteorder == "little" else "little")
    monkeypatch.setattr(pairs, "_ENCODING", "utf-16-be")
    assert Pairs(are_digits).places("12与3、456") == [[0, 5, 6]]
