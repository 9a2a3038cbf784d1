"""The documentation of the rules is that of their files."""

from pathlib import Path

import pytest

from lawcheck.reporting import rule_pages
from lawcheck.reporting.convert import rule_url
from lawcheck.reporting.rule_pages import FAMILIES, INDEX, pages
from lawcheck.rulebook.registry import all_rules, find_rule

ROOT = Path(__file__).parents[2]
PAGES = pages()


@pytest.mark.parametrize("path", sorted(PAGES))
def test_nothing_has_drifted(path):
    assert (ROOT / path).read_text(encoding="utf-8") == PAGES[path], "run make docs"


def test_there_are_no_other_pages():
    assert {f"rules/pages/{page.name}" for page in (ROOT / "rules" / "pages").iterdir()} == set(PAGES) - {INDEX}


def test_the_index_names_every_rule_in_its_family():
    index = PAGES[INDEX]
    for rule in all_rules():
        assert f"[{rule.code}](pages/{rule.code}.md) | `{rule.name}`" in index
        assert f"## {rule.family} {FAMILIES[rule.family]}" in index


def test_a_page_says_what_why_by_which_source_and_how():
    page = PAGES[rule_url(find_rule("NUM002"))]
    for words in (
        "# NUM002 glued-year-range",
        "- 级别：错误",
        "- 修改：在两个年份之间补一字线（安全）",
        "- 规定：出版物上数字用法 GB/T 15835—2011 5.1.3（国家标准，已核对原文）",
        "- 惯例：标点符号用法 GB/T 15834—2011 4.13.3.2（国家标准，未核对原文）",
        "示例区法治政府建设实施方案（⟦20212025年⟧）",
        "示例区法治政府建设实施方案（2021—2025年）",
        'ignore = ["NUM002"]',
        "<!-- lawcheck: ignore NUM002 -->",
        "## English",
    ):
        assert words in page
    off = PAGES[rule_url(find_rule("DOC011"))]
    assert "阶段为 final 时启用" in off
    assert 'extend-select = ["DOC011"]' in off


def test_only_verified_law_and_standards_are_requirements():
    lines = [line for page in PAGES.values() for line in page.splitlines()]
    required = [line for line in lines if line.startswith("- 规定：")]
    assert required
    assert all(line.endswith(("（法律，已核对原文）", "（国家标准，已核对原文）")) for line in required)


def test_what_cannot_be_seen_is_written_out():
    assert "优化⟦\\u200b⟧营商环境。" in PAGES[rule_url(find_rule("OCR004"))]
    assert all(c.isprintable() or c in "\n\u3000" for page in PAGES.values() for c in page)


def test_writing_removes_what_is_gone(tmp_path, monkeypatch):
    old = tmp_path / "rules" / "pages" / "ZZZ001.md"
    old.parent.mkdir(parents=True)
    old.write_text("old", encoding="utf-8")
    monkeypatch.setattr(rule_pages, "resource_dir", lambda name: tmp_path / name)
    rule_pages.main()
    assert {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.md")} == set(PAGES)
