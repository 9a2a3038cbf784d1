"""The benchmark of coverage: what is planted into pairs of plans is told, and nothing else."""

from benchmarks.planted_losses import KINDS, measured


def test_every_planted_loss_is_told_and_nothing_else():
    counts = measured(4, seed=3)
    assert {kind: counts[f"{kind} told"] for kind in KINDS} == dict.fromkeys(KINDS, 4)
    assert counts["else told"] == 0
