"""Views: what is cut is gone, and every offset leads back to the file."""

from hypothesis import given
from hypothesis import strategies as st

from lawcheck.text.view import Cut, View

TEXT = st.text(st.sampled_from("一二三abc\n《》"), max_size=40)


@st.composite
def cuts_of(draw, length):
    """Cuts that do not overlap, over a text of this length."""
    places = sorted(draw(st.lists(st.integers(0, length), max_size=8, unique=True)))
    pairs = zip(places[::2], places[1::2], strict=False)
    return [Cut("x", a, b, draw(st.sampled_from(("", "", "\n", "￥￥￥")))) for a, b in pairs]


@st.composite
def views(draw):
    """A view after one to three rounds of cuts."""
    view = View(draw(TEXT))
    for _ in range(draw(st.integers(0, 3))):
        view = view.without(draw(cuts_of(len(view.text))))
    return view


@given(TEXT, st.data())
def test_what_is_cut_is_replaced_and_the_rest_stays(text, data):
    cuts = data.draw(cuts_of(len(text)))
    expected = text
    for cut in reversed(cuts):
        expected = expected[: cut.start] + cut.replacement + expected[cut.end :]
    assert View(text).without(cuts).text == expected


@given(views())
def test_offsets_are_monotone_and_inside_the_source(view):
    size = len(view.text)
    starts = [view.source_offset(i) for i in range(size + 1)]
    ends = [view.source_end(i) for i in range(size + 1)]
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert all(0 <= i <= len(view.source_text) for i in starts + ends)


@given(views(), st.data())
def test_spans_are_spans(view, data):
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    a, b = view.source_span(start, end)
    assert 0 <= a <= b <= len(view.source_text)
    if start == end:
        assert a == b


@given(views())
def test_characters_of_the_source_are_where_the_map_says(view):
    for offset, character in enumerate(view.text):
        a, b = view.source_span(offset, offset + 1)
        if character not in "\n￥":
            assert view.source_text[a:b] == character


@given(TEXT, st.data())
def test_cutting_twice_is_cutting_both(text, data):
    cuts = [Cut("x", c.start, c.end) for c in data.draw(cuts_of(len(text)))]
    middle = len(cuts) // 2
    first, second = cuts[:middle], cuts[middle:]
    shift = sum(c.end - c.start for c in first)
    moved = [Cut("x", c.start - shift, c.end - shift) for c in second]
    at_once, in_turn = View(text).without(cuts), View(text).without(first).without(moved)
    assert in_turn.text == at_once.text
    span = [at_once.source_span(i, i + 1) for i in range(len(at_once.text))]
    assert [in_turn.source_span(i, i + 1) for i in range(len(in_turn.text))] == span
    assert {(r.start, r.end) for r in in_turn.removed} == {(r.start, r.end) for r in at_once.removed}


def test_what_was_cut_is_remembered_where_it_stood():
    view = View("一<b>二</b>三").without([Cut("tag", 1, 4), Cut("tag", 5, 9)])
    assert view.text == "一二三"
    assert [(r.start, r.end, r.at) for r in view.removed_as("tag")] == [(1, 4, 1), (5, 9, 2)]
    assert list(view.removed_as("other")) == []
    later = view.without([Cut("first", 0, 1)])
    assert [(r.kind, r.start, r.at) for r in later.removed] == [("first", 0, 0), ("tag", 1, 0), ("tag", 5, 1)]


def test_no_cuts_give_the_same_view():
    view = View("一")
    assert view.without([]) is view


def test_a_view_of_nothing():
    view = View("一").without([Cut("x", 0, 1)])
    assert view.text == ""
    assert view.source_span(0, 0) == (1, 1)
