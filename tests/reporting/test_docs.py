"""The documentation of the rules is that of their files."""

from functools import cache
from pathlib import Path

from lawcheck.reporting import rule_pages
from lawcheck.reporting.rule_index import FAMILIES
from lawcheck.reporting.rule_pages import pages
from lawcheck.rulebook.registry import all_rules, find_rule
from lawcheck.rulebook.rule import FunctionCheck
from lawcheck.rulebook.rule_links import LANGUAGES, page_path

ROOT = Path(__file__).parents[2]
ZH, EN = "rules/README.md", "rules/README.en.md"


@cache
def made():
    return pages()


def page(code, language="zh"):
    return made()[page_path(find_rule(code), language)]


def test_nothing_has_drifted():
    drifted = [path for path, text in made().items() if (ROOT / path).read_text(encoding="utf-8") != text]
    assert drifted == [], "run make docs"


def test_there_are_no_other_pages():
    files = {f"rules/pages/{page.name}" for page in (ROOT / "rules" / "pages").iterdir()}
    assert files == {path for path in made() if path.startswith("rules/pages/")}
    assert len(files) == len(LANGUAGES) * len(all_rules())


def test_the_index_names_every_rule_in_its_family():
    for rule in all_rules():
        zh, en = FAMILIES[rule.family]
        assert f"[{rule.code}](pages/{rule.code}.md) | `{rule.name}` | {rule.summary.zh}" in made()[ZH]
        assert f"[{rule.code}](pages/{rule.code}.en.md) | `{rule.name}` | {rule.summary.en}" in made()[EN]
        assert f"## {rule.family} {zh}" in made()[ZH]
        assert f"## {rule.family} {en}" in made()[EN]


def test_a_page_says_what_why_by_which_source_and_how():
    for words in (
        "# NUM002 glued-year-range",
        "- 级别：错误",
        "- 修改：在两个年份之间补一字线（安全）",
        "- 规定：出版物上数字用法 GB/T 15835—2011 5.1.3（国家标准，已核对原文）",
        "- 依据：标点符号用法 GB/T 15834—2011 4.13.3.2（国家标准，未核对原文）",
        "示例区法治政府建设实施方案（⟦20212025年⟧）",
        "示例区法治政府建设实施方案（2021—2025年）",
        'ignore = ["NUM002"]',
        "<!-- lawcheck: ignore NUM002 -->",
        "[English](NUM002.en.md)",
    ):
        assert words in page("NUM002")
    assert "阶段为 final 时启用" in page("DOC011")
    assert 'extend-select = ["DOC011"]' in page("DOC011")


def test_the_english_page_says_the_same():
    for words in (
        "# NUM002 glued-year-range",
        "- Severity: error",
        "- Fix: Put a dash between the years (safe)",
        "- Requirement: 出版物上数字用法 GB/T 15835—2011 5.1.3 (national standard, compared with the original)",
        "- Source: 标点符号用法 GB/T 15834—2011 4.13.3.2 (national standard, not compared with the original)",
        "示例区法治政府建设实施方案（⟦20212025年⟧）",
        'ignore = ["NUM002"]  # turns this rule off',
        "[中文](NUM002.md)",
    ):
        assert words in page("NUM002", "en")
    assert "on at the stage final" in page("DOC011", "en")


def test_only_verified_law_and_standards_are_requirements():
    lines = [line for page in made().values() for line in page.splitlines()]
    required = [line for line in lines if line.startswith("- 规定：")]
    assert required
    assert all(line.endswith(("（法律，已核对原文）", "（国家标准，已核对原文）")) for line in required)
    in_english = [line for line in lines if line.startswith("- Requirement:")]
    assert len(in_english) == len(required)


def test_what_cannot_be_seen_is_written_out():
    assert "优化⟦\\u200b⟧营商环境。" in page("OCR004")
    assert all(c.isprintable() or c in "\n\u3000" for page in made().values() for c in page)


def test_the_index_for_developers_leads_to_the_function_and_the_tests():
    for language in LANGUAGES:
        rows = {
            line.split("[")[1][:6]: line
            for line in made()[f"docs/{language}/rule-index.md"].splitlines()
            if "| [" in line
        }
        assert rows.keys() == {rule.code for rule in all_rules()}
        for rule in all_rules():
            if isinstance(rule.check, FunctionCheck):
                file, function = rows[rule.code].split("`")[3].split()
                assert f"def {function}(" in (ROOT / file).read_text(encoding="utf-8")
        assert "`tests/checks/test_text_rules.py`" in rows["NUM002"]


def test_writing_removes_what_is_gone(tmp_path, monkeypatch):
    old = tmp_path / "rules" / "pages" / "ZZZ001.md"
    old.parent.mkdir(parents=True)
    old.write_text("old", encoding="utf-8")
    monkeypatch.setattr(rule_pages, "resource_dir", lambda name: tmp_path / name)
    rule_pages.main()
    assert {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.md")} == set(made())
