"""The table of national law is brought up to date from a folder of texts."""

import pytest

from lawcheck.surfaces import law_update

NEW = """中华人民共和国示例促进法
（2026年11月20日第二十届全国人民代表大会常务委员会第四十次会议通过）
第一条 为了促进示例，制定本法。
第二条 示例工作坚持下列原则：
（一）统筹兼顾；
（二）因地制宜。
国家鼓励示例研究。
第三条 国务院主管部门负责示例工作。
第三条之一 县级人民政府负责本地区的示例工作。
第四条 本法自2027年1月1日起施行，《中华人民共和国献血法》和《不存在的条例》同时废止。
"""
KNOWN = """中华人民共和国行政处罚法
（2021年1月22日第十三届全国人民代表大会常务委员会第二十五次会议修订）
第一条 为了规范行政处罚，制定本法。
第二条 本法自2021年7月15日起施行。
"""


def run(folder, tmp_path, capsys):
    assert law_update.main([str(folder), str(tmp_path / "out")]) == 0
    laws = (tmp_path / "out/laws.tsv").read_text(encoding="utf-8").splitlines()
    articles = (tmp_path / "out/law_articles.tsv").read_text(encoding="utf-8").splitlines()
    return laws, articles, capsys.readouterr()


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "laws"
    path.mkdir()
    return path


def test_a_new_law_and_what_it_repeals(folder, tmp_path, capsys):
    (folder / "new.txt").write_text(NEW, encoding="utf-8")
    laws, articles, told = run(folder, tmp_path, capsys)
    assert told.out.splitlines() == [
        "新增：《中华人民共和国示例促进法》",
        "新版本：《中华人民共和国示例促进法》2026-11-20，4",
        "废止：《中华人民共和国献血法》，2027-01-01 起为《中华人民共和国示例促进法》",
    ]
    assert "中华人民共和国示例促进法\t法律\t\t\t2026-11-20=4" in laws
    assert "中华人民共和国示例促进法\t2026-11-20\t2:2/1=2 3-1:1" in articles
    assert any(line.startswith("中华人民共和国献血法\t法律\t2027-01-01\t中华人民共和国示例促进法\t") for line in laws)
    assert "as of\t\t\t\t2026-11-20" in laws


def test_where_text_and_table_differ_nothing_is_known(folder, tmp_path, capsys):
    (folder / "known.md").write_text(KNOWN, encoding="utf-8")
    (folder / "notes.txt").write_text("不是法律的文字。\n", encoding="utf-8")
    laws, articles, told = run(folder, tmp_path, capsys)
    assert told.out == "条数不一：《中华人民共和国行政处罚法》2021-01-22，表中 86，文本 2\n"
    assert "notes.txt" in told.err
    assert "中华人民共和国行政处罚法\t法律\t\t\t2021-01-22" in laws
    assert not [line for line in articles if line.startswith("中华人民共和国行政处罚法\t")]


def test_without_texts_the_tables_stay(folder, tmp_path, capsys):
    laws, articles, told = run(folder, tmp_path, capsys)
    for name, lines in (("laws.tsv", laws), ("law_articles.tsv", articles)):
        now = (law_update.resource_dir("rules") / "data" / name).read_text(encoding="utf-8").splitlines()
        assert sorted(lines) == sorted(now)
    assert told.out == ""


def test_how_it_is_called_is_told(capsys):
    assert law_update.main([]) == 2
    assert "law_update FOLDER TO" in capsys.readouterr().err
