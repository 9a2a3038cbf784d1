"""A few seconds of the attacks that `python -m benchmarks.attack` goes on with for as long as one likes."""

import shutil

import pytest

from benchmarks.attack import ATTACKS, attack


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("git") is None, reason="one of the attacks is on a history in Git")
def test_nothing_breaks_in_a_few_seconds(capsys):
    assert list(attack(6.0)) == []
    assert len(ATTACKS) > 5
