"""The text that benchmarks generate: the same for the same arguments, of any size, and made as real text is."""

import re
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import makeup
from benchmarks.documents import PLAN, STATUTE, plan, run_on_plan, scanned, statute
from benchmarks.prose import Writer, drawn, language
from lawcheck.reading.language import is_attested
from lawcheck.text.vocabulary.han import is_han

SIZE = 60_000


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return {genre: make(SIZE, 3) for genre, make in makeup.GENRES.items()}


@given(st.sampled_from([plan, run_on_plan, scanned, statute]), st.integers(0, 99), st.integers(500, 20_000))
@settings(max_examples=20, deadline=None)
def test_text_is_the_same_for_the_same_arguments_and_of_the_size_asked_for(make, seed, size):
    text = make(size, seed)
    assert text == make(size, seed) != make(size, seed + 1)
    assert size * 0.8 < len(text.encode()) < size + 12_000
    assert text.endswith("\n")


@pytest.mark.slow
def test_no_sentence_stands_twice(texts):
    for genre in ("plan", "run-on", "statute"):
        found = [s for s in re.findall("[^。；\n]+[。；]", texts[genre]) if len(s) > 20]
        assert len(found) > 100
        assert len(set(found)) == len(found)


def test_words_are_many_as_in_real_text(texts):
    for text in texts.values():
        pairs = [a + b for a, b in pairwise(text) if is_han(a) and is_han(b)]
        # Of 13,000 to 18,000 pairs of characters a third are distinct; of those of real text as many.
        assert 0.25 < len(set(pairs)) / len(pairs) < 0.55
        assert len(set(filter(is_han, text))) > 1000


def test_statutes_hold_to_what_official_texts_say_more_than_plans_and_scans_least(texts):
    def unknown(text: str) -> float:
        pairs = [a + b for a, b in pairwise(text) if is_han(a) and is_han(b)]
        return sum(not is_attested(pair) for pair in pairs) / len(pairs)

    assert unknown(texts["statute"]) < unknown(texts["plan"]) < unknown(texts["scan"]) < 0.06


@pytest.mark.parametrize(
    ("genre", "pattern", "least", "most"),
    [
        ("statute", "(?m)^第[一二三四五六七八九十百]+条　", 40, 110),
        ("statute", "(?m)^第[一二三四五六七八九十]+章　", 3, 12),
        ("plan", "(?m)^　　（[一二三四五六七八九十]+）", 10, 30),
        ("plan", "《", 12, 35),
        ("run-on", "“", 15, 40),
        ("run-on", "[（(]牵头单位：|责任单位：|负责）|牵头，", 2, 40),
        ("scan", "\\d", 200, 450),
        ("scan", "\n", 300, 450),
    ],
)
def test_as_much_stands_in_ten_thousand_characters_as_in_real_documents(texts, genre, pattern, least, most):
    text = texts[genre]
    assert least < len(re.findall(pattern, text)) / len(text) * 10_000 < most


def test_a_run_on_plan_is_one_line(texts):
    assert texts["run-on"].count("\n") == 1


def test_lines_of_a_scan_are_as_wide_as_the_paper(texts):
    assert max(map(len, texts["scan"].split("\n"))) < 60


def test_lengths_spread_as_they_were_measured():
    writer = Writer(Random(1), PLAN)
    lengths = sorted(drawn(writer.rng, STATUTE.sentence) for _ in range(2000))
    for share, length in ((0.25, STATUTE.sentence[2]), (0.5, STATUTE.sentence[3]), (0.9, STATUTE.sentence[5])):
        assert lengths[int(share * 0.99 * 2000)] == pytest.approx(length, rel=0.12)


def test_words_come_from_the_table_of_official_language():
    assert len(language().words) > 30_000


def test_real_documents_are_compared_with_as_many_generated_ones(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(makeup, "GENRES", {"statute": statute})
    monkeypatch.setattr(makeup, "WARMING", 100)
    for number in range(2):
        (tmp_path / f"{number}.txt").write_text(statute(500, 50 + number), encoding="utf-8")
    makeup.main("statute", str(tmp_path))
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("all")
    assert len(told) == makeup.DEAREST + 2
