"""`lawcheck query`: SQL over a dataset that sees nothing else, ready reports, samples, and how answers are shown."""

import csv
import gc
import io
import json
from pathlib import Path

import pytest
from command import lawcheck

from lawcheck.surfaces.scan.asking import REPORTS, Dataset

pytestmark = pytest.mark.slow

PLAN = (
    "示例区绿化实施方案\n\n一、重点任务\n1.栽种{tree}行道树。牵头单位：区园林局\n2.修补绿道,按期完成。牵头单位：区水务局；"
    "配合单位：区财政局\n依据《中华人民共和国森林法》实施。\n\n示例区园林局\n{year}年3月5日\n"
)
FILLER = "".join(
    f"{place}要做好{what}的日常管护，及时报告{fault}，{unit}按月巡查并限期整改到位。\n"
    for place, what, fault, unit in zip(
        ("示例街道", "河口镇", "城东社区", "北山林场", "南湖公园", "西郊苗圃"),
        ("行道树", "滨河绿带", "口袋公园", "防火隔离林", "水生植物", "容器苗木"),
        ("枯枝断枝", "违章占绿", "设施破损", "林下火情", "水质异常", "病虫灾害"),
        ("区城管局", "区水务局", "区住房城乡建设局", "区应急局", "区生态环境分局", "区农业农村局"),
        strict=True,
    )
)


@pytest.fixture(scope="module")
def dataset(tmp_path_factory):
    root = tmp_path_factory.mktemp("query")
    lines = [
        {"id": "甲", "text": PLAN.format(tree="银杏", year=2023) + FILLER},
        {"id": "乙", "text": PLAN.format(tree="银杏", year=2023) + FILLER},
        {"id": "丙", "text": PLAN.format(tree="香樟", year=2024) + FILLER},
        {"id": "=丁", "text": "完全不同的一段说明文字，讲的是供水管网。"},
    ]
    source = root / "all.jsonl"
    source.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines) + "{\n", encoding="utf-8")
    words = ["scan", str(source), "-o", str(root / "out"), "--name-column", "id", "--isolated", "--jobs", "1"]
    assert lawcheck(*words).status == 0
    return root / "out"


def asked(dataset, *words):
    return lawcheck("query", str(dataset), *words)


def answer(dataset, *words):
    done = asked(dataset, *words, "--output-format", "json")
    assert done.status == 0, done.err
    return json.loads(done.out)


def test_sql_sees_the_tables(dataset):
    counted = answer(dataset, "SELECT count(*) AS n, sum(tasks) AS tasks FROM documents WHERE error IS NULL")
    assert counted == [{"n": 4, "tasks": 6}]


@pytest.mark.parametrize(
    "sql",
    ["SELECT * FROM read_csv('/etc/passwd')", "COPY documents TO 'x.csv'", "SELECT nothing FROM documents", "SELEC"],
)
def test_sql_reads_and_writes_nothing_else_and_a_wrong_question_is_one_line(sql, dataset, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = asked(dataset, sql)
    assert done.status == 2 and done.err.count("\n") == 1 and "不能回答" in done.err
    assert list(tmp_path.iterdir()) == []


def test_what_does_not_fit_into_memory_goes_to_no_folder_of_the_user(dataset, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    asked = Dataset(str(dataset))
    place = asked.ask("SELECT current_setting('temp_directory')").rows[0][0]
    assert Path(place).is_dir()
    assert not Path(place).is_relative_to(tmp_path)
    del asked
    gc.collect()
    assert not Path(place).exists()


def test_the_reports(dataset):
    rules = {row["code"]: row for row in answer(dataset, "--report", "rules")}
    # Of two documents with the same content one counts.
    assert (rules["PUN001"]["findings"], rules["PUN001"]["documents"]) == (2, 2)
    units = {row["unit"]: row for row in answer(dataset, "--report", "units")}
    assert (units["区园林局"]["lead"], units["区财政局"]["participants"]) == (3, 3)
    assert [(row["year"], row["documents"]) for row in answer(dataset, "--report", "years")][:2] == [
        (2023, 1),
        (2024, 1),
    ]
    (cited,) = [row for row in answer(dataset, "--report", "citations") if row["title"] == "中华人民共和国森林法"]
    assert (cited["citations"], cited["documents"]) == (3, 3)
    failed, *_ = answer(dataset, "--report", "documents")
    assert "JSON" in failed["error"]


def test_copies_and_what_is_nearly_one_are_found(dataset):
    pairs = {(row["one"][-1], row["other"][-1]): row["alike"] for row in answer(dataset, "--report", "near-duplicates")}
    assert pairs[("乙", "甲")] == 1.0
    assert 0.8 <= max(value for pair, value in pairs.items() if "丙" in pair) < 1.0
    assert not any("丁" in pair for pair in pairs)


def test_a_sample_is_the_same_for_a_seed_and_shows_the_text_around(dataset):
    first = answer(dataset, "--sample", "2", "--rule", "PUN001")
    assert first == answer(dataset, "--sample", "2", "--rule", "PUN001")
    assert len(first) == 2 and all("绿道⟦,⟧按期" in row["context"] for row in first)
    everything = answer(dataset, "--sample", "99", "--seed", "7")
    assert everything != answer(dataset, "--sample", "99", "--seed", "8")
    assert sorted(map(str, everything)) == sorted(map(str, answer(dataset, "--sample", "99", "--seed", "8")))


def test_how_an_answer_is_shown(dataset, tmp_path):
    sql = "SELECT name, tasks FROM documents WHERE error IS NULL ORDER BY name"
    table = asked(dataset, sql).out.splitlines()
    assert table[0].split() == ["name", "tasks"] and table[2].split() == ["=丁", "0"]
    sheet = asked(dataset, sql, "--output-format", "csv").out
    assert list(csv.reader(io.StringIO(sheet.removeprefix("\ufeff"))))[1] == ["'=丁", "0"]
    page = tmp_path / "answer.html"
    assert asked(dataset, "--report", "units", "-o", str(page)).status == 0
    html = page.read_text(encoding="utf-8")
    assert "区园林局" in html and "data:image/svg+xml" in html and "<script" not in html
    assert "data:image" not in asked(dataset, "SELECT name FROM documents", "--output-format", "html").out
    assert asked(dataset, "SELECT list_value(1, 2) AS both, NULL AS nothing").out.splitlines()[2].split() == ["1、2"]


@pytest.mark.parametrize("words", [(), ("SELECT 1", "--report", "rules"), ("--sample", "1", "--report", "rules")])
def test_one_question_at_a_time(words, dataset):
    done = asked(dataset, *words)
    assert done.status == 2 and "--sample" in done.err


def test_a_folder_that_is_no_dataset_is_told(tmp_path):
    done = asked(tmp_path, "SELECT 1")
    assert done.status == 2 and "不是" in done.err


def test_every_report_has_its_words_in_both_languages():
    assert all(words.zh and words.en for _, words in REPORTS.values())
