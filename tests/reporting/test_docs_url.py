"""Reports lead to the page of each rule, where the configuration says that it is."""

import json
from pathlib import Path

import pytest
from command import lawcheck
from jsonschema import Draft4Validator, Draft202012Validator

from lawcheck import check_text

SCHEMAS = Path(__file__).parents[1] / "schemas"
SITE = "https://docs.example.gov.cn/lawcheck/{lang}/rules/{code}/"
PAGE = "https://docs.example.gov.cn/lawcheck/zh/rules/NUM002/"
PAGE_EN = "https://docs.example.gov.cn/lawcheck/en/rules/NUM002/"
YEARS = "实施方案（20212025年）已经印发。\n"
OWN_RULE = """
code = "XDW001"
name = "no-haste"
severity = "warning"
summary = "不写“抓紧”"
reason = "写明时限。"
messages.default = "写明时限"
sources = [{ title = "示例市办法", clause = "第一条", level = "convention" }]
check = { kind = "pattern", pattern = "抓紧" }
examples = [{ bad = "⟦抓紧⟧办理。" }, { good = "六月底前办理。" }]
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(YEARS, encoding="utf-8")
    configure(SITE)
    return tmp_path


def configure(address, more='select = ["NUM002"]'):
    Path("lawcheck.toml").write_text(f'docs-url = "{address}"\n{more}\n', encoding="utf-8")


def report(name, *options):
    return lawcheck("check", "a.txt", "--output-format", name, *options)


def test_json(folder):
    (found,) = report("json").json["files"][0]["diagnostics"]
    assert found["url"] == PAGE
    (found,) = report("json", "--lang", "en").json["files"][0]["diagnostics"]
    assert found["url"] == PAGE_EN
    assert PAGE in {rule["url"] for rule in lawcheck("rules", "--output-format", "json").json["rules"]}


def test_python():
    found = check_text(YEARS, select=["NUM002"], config={"docs-url": SITE}, lang="en").diagnostics[0]
    assert found.url == PAGE_EN
    assert check_text(YEARS, select=["NUM002"]).diagnostics[0].url == "rules/pages/NUM002.md"
    assert check_text(YEARS, select=["NUM002"], lang="en").diagnostics[0].url == "rules/pages/NUM002.en.md"


def test_what_is_known_from_before_follows_the_configuration(folder):
    for address, page in ((SITE, PAGE), (SITE, PAGE), ("../site/{code}.html", "../site/NUM002.html")):
        configure(address)
        assert report("json").json["files"][0]["diagnostics"][0]["url"] == page


def test_sarif(folder):
    found = report("sarif").json
    schema = json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER).validate(found)
    assert [rule["helpUri"] for rule in found["runs"][0]["tool"]["driver"]["rules"]] == [PAGE]


def test_gitlab(folder):
    found = report("gitlab").json
    Draft202012Validator(json.loads((SCHEMAS / "gitlab-code-quality.json").read_text(encoding="utf-8"))).validate(found)
    assert [entry["content"]["body"] for entry in found] == [PAGE]


def test_rdjson(folder):
    assert [entry["code"] for entry in report("rdjson").json["diagnostics"]] == [{"value": "NUM002", "url": PAGE}]


def test_html(folder):
    assert f'<a href="{PAGE}" target="_blank" rel="noopener noreferrer">NUM002</a>' in report("html").out
    configure("../site/{code}.html")
    assert '<a href="../site/NUM002.html"' in report("html").out


def test_programs_that_show_a_report_elsewhere_get_no_relative_paths(folder):
    for arguments in ((), ("--isolated", "--select", "NUM002")):
        configure("../site/{code}.html")
        assert "helpUri" not in report("sarif", *arguments).out
        assert "content" not in report("gitlab", *arguments).json[0]
        assert "url" not in report("rdjson", *arguments).json["diagnostics"][0]["code"]


def test_rules_of_the_user_lead_nowhere(folder):
    Path("rules").mkdir()
    Path("rules/XDW001-no-haste.toml").write_text(OWN_RULE, encoding="utf-8")
    configure(SITE, 'select = ["NUM002", "XDW001"]\nrules = ["rules"]')
    Path("a.txt").write_text(f"请抓紧办理。\n{YEARS}", encoding="utf-8")
    urls = {found["code"]: found["url"] for found in report("json").json["files"][0]["diagnostics"]}
    assert urls == {"XDW001": "", "NUM002": PAGE}
    rules = report("sarif").json["runs"][0]["tool"]["driver"]["rules"]
    assert {rule["id"]: rule.get("helpUri") for rule in rules} == {"XDW001": None, "NUM002": PAGE}
