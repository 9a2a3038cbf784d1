"""The attacks that `python -m benchmarks.attack` goes on with for as long as one likes: some of each kind."""

import shutil
import signal

import pytest

from benchmarks import attack
from benchmarks.attack import KINDS, State, outcome, turn
from lawcheck.errors import UsageError, Words

FEW = 20


@pytest.fixture
def only(monkeypatch):
    """Has one kind of attack be this function."""

    def take(function):
        monkeypatch.setattr(attack, "KINDS", {"own": function})
        monkeypatch.setattr(attack, "COUNTS", {function: 5})

    return take


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("git") is None, reason="one of the attacks is on a history in Git")
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_breaks(kind):
    assert list(turn(kind, 0, 0.0)) == [(0, "")]


@pytest.mark.slow
def test_no_text_breaks_anything():
    assert [fault for number in range(FEW) if (fault := outcome("texts", number))] == []


def test_a_fault_is_told_with_its_number_and_the_rest_goes_on(only):
    def fails(chance, folder):
        if chance.random() < 0.5:
            raise ValueError("too much")
        raise UsageError(Words("错", "wrong"))

    only(fails)
    state = State()
    faults = list(attack.attack(60.0, state, ["own"]))
    assert state.done["own"] == 5
    (told,) = state.faults
    assert told == "own: ValueError: too much"
    assert [line.partition(":")[0] for line in faults] == [f"own {number}" for number in state.faults[told]]
    assert 0 < len(faults) < 5


def test_a_case_that_takes_too_long_is_ended(only, monkeypatch):
    def hangs(chance, folder):
        while True:
            pass

    only(hangs)
    monkeypatch.setattr(attack, "LONGEST_SECONDS", 0.1)
    assert list(turn("own", 3, 60.0)) == [(3, attack._END[signal.SIGPROF])]


def test_the_next_run_goes_on_where_the_last_one_ended(only, tmp_path):
    cases = []
    only(lambda chance, folder: cases.append(1))
    state, path = State(done={"own": 3}), tmp_path / "state"
    assert list(attack.attack(60.0, state, ["own"], path)) == []
    assert '"own": 5' in path.read_text("utf-8")
