"""How precise rules are: places are drawn, verdicts counted and written into the rule files."""

from datetime import date
from pathlib import Path

from benchmarks.precision import draw, verdicts, with_precision
from lawcheck.reading.resources import resource_dir
from lawcheck.rulebook.rule_file import parse_rule

DAY = date(2026, 3, 5)


def write(folder: Path, texts: list[str]) -> str:
    for number, text in enumerate(texts):
        Path(folder, f"{number}.txt").write_text(text, encoding="utf-8")
    return str(folder)


def test_places_of_each_rule_are_drawn_with_their_context(tmp_path: Path) -> None:
    folder = write(tmp_path, [f"示例区第{n}次会议要求，按月报送,按季汇总。" for n in range(5)])
    sheet = draw([folder], seed=1, per_rule=3, codes=["PUN001"])
    assert sheet.startswith("# PUN001: 3 of 5\n")
    assert sheet.count("按月报送⟦,⟧按季汇总") == 3
    assert sheet == draw([folder], seed=1, per_rule=3, codes=["PUN001"])
    assert {draw([folder], seed=seed, per_rule=1, codes=["PUN001"]) for seed in range(9)} != {sheet}


def test_blank_places_do_not_count() -> None:
    sheet = (
        "# PUN001: 3 of 9\n[+] PUN001 warning a.txt:3 …\n[-] PUN001 warning a.txt:8 …\n[ ] PUN001 warning b.txt:8 …\n"
    )
    assert verdicts([sheet, "[+] STR001 error c.txt:1 …\n"]) == {"PUN001": (2, 1), "STR001": (1, 1)}


def test_figures_take_the_place_of_earlier_ones() -> None:
    (path,) = resource_dir("rules").glob("*/PUN001-*.toml")
    text = with_precision(with_precision(path.read_text(encoding="utf-8"), 30, 21, DAY), 40, 39, DAY)
    precision = parse_rule(text, path.name).precision
    assert precision is not None
    assert (precision.read, precision.right, precision.date) == (40, 39, "2026-03-05")
    assert text.count("[precision]") == 1
