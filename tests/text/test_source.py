"""Lines and columns of every sort of text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.text.source import LineIndex, Position

TEXTS = st.text(st.sampled_from("一a\r\n\u2028\u0085\v\ufeff𠮷（）"))


@given(TEXTS, st.data())
def test_offsets_come_back_through_line_and_column(text, data):
    lines = LineIndex(text)
    offset = data.draw(st.integers(0, len(text)))
    assert lines.offset(lines.position(offset)) == offset


@given(TEXTS)
def test_positions_grow_with_offsets(text):
    lines = LineIndex(text)
    positions = [lines.position(offset) for offset in range(len(text) + 1)]
    keys = [(p.line, p.column) for p in positions]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_each_line_end_is_one(end):
    lines = LineIndex(f"一二{end}{end}三")
    assert lines.position(0) == Position(1, 1)
    assert lines.position(2 + 2 * len(end)) == Position(3, 1)
    assert lines.line_span(1) == (0, 2)
    assert lines.line_span(2) == (2 + len(end), 2 + len(end))
    assert lines.line_span(3) == (2 + 2 * len(end), 3 + 2 * len(end))


def test_columns_count_code_points():
    lines = LineIndex("𠮷\u2028野\n家")
    assert lines.position(2) == Position(1, 3)
    assert lines.position(4) == Position(2, 1)
