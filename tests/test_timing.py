"""The measure of growth tells linear work from quadratic work, on any machine."""

import pytest
from timing import grows_linearly

from lawcheck.text.patterns import Pattern


def linear(size):
    for _ in range(3 * size):
        len("")


def quadratic(size):
    linear(10 * size)
    for _ in range(size):
        linear(size)


def rescanning(size):
    text = "（" * size
    for at in range(size):
        any(character == "）" for character in text[at:])


@pytest.mark.parametrize("size", [1, 100, 2_000])
def test_linear_work_passes(size):
    assert grows_linearly(linear, size)
    assert grows_linearly(lambda size: list(Pattern("示").finditer("示例" * size)), size)


@pytest.mark.parametrize("work", [quadratic, rescanning])
def test_quadratic_work_fails(work, monkeypatch):
    monkeypatch.delenv("LAWCHECK_GROWTH_BY_THE_CLOCK", raising=False)
    assert not grows_linearly(work, 400)
