"""Many terms at once, also in texts longer than a piece."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.text import search
from lawcheck.text.search import Terms


def test_the_longer_term_wins_unless_all_are_wanted() -> None:
    terms = ["布署", "布署工作", "工作"]
    assert list(Terms(terms).find("布署工作")) == [(1, 0, 4)]
    assert list(Terms(terms, overlapping=True).find("布署工作")) == [(0, 0, 2), (1, 0, 4), (2, 2, 4)]


def test_much_text_is_searched_as_little_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "_MUCH", 1000)
    terms = ["布署", "布署工作", "工作"]
    for overlapping in (False, True):
        few, many = (list(Terms(terms, overlapping).find("布署工作。" * times)) for times in (3, search._MUCH))
        assert many[: len(few)] == few
        assert len(many) * 3 == len(few) * search._MUCH


@given(st.text("甲乙。\n", max_size=60), st.integers(3, 9))
def test_pieces_change_nothing(text: str, piece: int) -> None:
    whole = list(Terms(["甲乙", "乙乙甲"]).find(text))
    with_pieces = search._PIECE
    search._PIECE = piece
    try:
        found = list(Terms(["甲乙", "乙乙甲"]).find(text))
    finally:
        search._PIECE = with_pieces
    # Only a run without any sentence end, longer than a piece, may be cut inside a term.
    if all(len(run) < piece for run in text.replace("\n", "。").split("。")):
        assert found == whole
    assert set(found) <= {(i, m, m + len(t)) for i, t in enumerate(["甲乙", "乙乙甲"]) for m in range(len(text))}


@pytest.mark.parametrize("overlapping", [False, True])
@given(st.text("甲乙丙。\n", max_size=60))
def test_a_little_text_is_searched_as_much_is(overlapping: bool, text: str) -> None:
    terms = Terms(["甲乙", "乙乙甲", "甲", "丁", "丙丙", "甲乙丙"], overlapping)
    little = list(terms.find(text))
    assert list(terms.find("。" * (search._LITTLE + 1))) == []
    assert list(terms.find(text)) == little
