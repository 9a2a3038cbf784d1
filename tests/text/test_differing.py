"""The edits between two texts, and the way back over them."""

from hypothesis import given
from hypothesis import strategies as st

from lawcheck.text import differing
from lawcheck.text.differing import WayBack, edits_between
from lawcheck.text.edits import Edit, apart, apply_edits

TEXTS = st.text("甲乙，。\n\t1", max_size=40)


@given(TEXTS, TEXTS)
def test_the_edits_make_the_other_text(old, new):
    edits = edits_between(old, new)
    assert apply_edits(old, edits) == new
    assert apart(edits)
    way = WayBack(edits)
    assert way.span(0, len(new))[1] == len(old) or edits
    kept = 0
    for edit in edits:  # what stays is found where it was
        shift = sum(len(e.content) - (e.end - e.start) for e in edits if e.start < edit.start)
        for at in range(kept, edit.start):
            assert way.span(at + shift, at + shift)[0] == at
        kept = edit.end


def test_they_are_small_and_stay_in_their_lines():
    old, new = "第一段,按期。\n第二段。\n第三段20242026年。\n", "第一段，按期。\n第二段。\n第三段2024—2026年。\n"
    edits = edits_between(old, new)
    assert [(old[e.start : e.end], e.content) for e in edits] == [(",", "，"), ("", "—")]
    assert WayBack(edits).span(new.index("—"), new.index("—") + 1) == (edits[1].start, edits[1].end)


def test_lines_that_are_too_long_are_written_anew(monkeypatch):
    monkeypatch.setattr(differing, "_MOST_WORK", 4)
    assert edits_between("甲乙丙\n", "甲丁丙\n") == [Edit(0, 4, "甲丁丙\n")]
