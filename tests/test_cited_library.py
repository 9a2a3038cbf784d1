"""The benchmark of the library: all planted faults are found, and nothing else."""

import pytest

from benchmarks.cited_library import measured


@pytest.mark.slow
def test_every_planted_fault_is_found_and_nothing_else(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    result = measured(120, seed=4)
    assert (result["found"], result["else"]) == (60, 0)
