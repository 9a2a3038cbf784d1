"""The page that compares lawcheck with other checkers: its figures are those that were measured."""

import json

import pytest

from benchmarks import peers
from benchmarks.results import RESULTS

FIGURES = json.loads(RESULTS.read_text(encoding="utf-8"))["peers"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_tables_are_what_was_measured(language):
    page = (peers.ROOT / "docs" / language / "comparison.md").read_text(encoding="utf-8")
    for name, table in peers.tables(FIGURES, language).items():
        assert f"<!-- {name}: python -m benchmarks.peers -->\n{table}\n<!-- /{name} -->" in page


def test_no_words_of_the_inputs_are_kept():
    for part in ("cases", "documents"):
        for figures in FIGURES[part]["checkers"].values():
            assert all(kind.isascii() and len(kind) < 20 for kind in figures["kinds"])


def test_places_and_touching(tmp_path, monkeypatch):
    assert peers._code_points("𠮷,国", [[2, 3]]) == [(1, 2)]
    assert peers._code_points("国,国", [[1, 2]]) == [(1, 2)]
    case = {"text": "甲,乙。甲,丙。", "format": "txt", "kind": "punct", "options": []}
    case |= {"must": [{"at": ",", "nth": 2}], "must_not": [{"at": "乙", "codes": []}]}
    cases = tmp_path / "cases.jsonl"
    cases.write_text(json.dumps(case), encoding="utf-8")
    checkers = {"one": lambda _, files: {str(files[0]): [(5, 6)]}, "other": lambda _, files: {str(files[0]): [(2, 3)]}}
    monkeypatch.setattr(peers, "CHECKERS", checkers)
    figures = peers.on_cases(tmp_path, cases)["checkers"]
    assert (figures["one"]["found"], figures["one"]["left"]) == ([1, 1], [1, 1])
    assert (figures["other"]["found"], figures["other"]["left"]) == ([0, 1], [0, 1])
