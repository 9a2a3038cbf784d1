"""What is lawcheck's own fault, or that of its installation, is one line and exit status 2."""

import builtins
import re
import tomllib
from pathlib import Path

import pytest
from command import lawcheck

from lawcheck.errors import RuleFileError, UsageError, fault_words
from lawcheck.reading import resources
from lawcheck.rulebook import registry, rule_tables
from lawcheck.surfaces.cli import extras
from lawcheck.surfaces.cli.extras import needs

ROOT = Path(__file__).parents[2]


def explode(*_, **__):
    raise KeyError("机密\n文字")


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "方案.txt"
    path.write_text("示例区工作要点\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("command", ["check", "outline", "text", "config"])
def test_a_fault_anywhere_is_one_line_and_exit_status_2(command, document, monkeypatch):
    monkeypatch.setattr("lawcheck.running.configuration.finder.Finder.configuration", explode)
    monkeypatch.setattr("lawcheck.surfaces.cli.inputs.named_documents", explode)
    result = lawcheck(command, document)
    assert (result.status, result.out) == (2, "")
    assert result.err == f"lawcheck: {fault_words(KeyError('机密 文字')).zh}\n".replace("机密 文字", "机密\\n文字")
    assert "请把这一行报告给" in result.err


def test_its_traceback_is_there_for_who_asks(document, monkeypatch):
    monkeypatch.setattr("lawcheck.surfaces.cli.inputs.named_documents", explode)
    monkeypatch.setenv("LAWCHECK_DEBUG", "1")
    result = lawcheck("check", document, "--isolated")
    assert result.status == 2
    assert result.err.startswith("Traceback (most recent call last):")
    assert result.err.splitlines()[-1].startswith("lawcheck: 内部错误（KeyError")


def test_a_fault_in_one_document_has_its_traceback_too(document, monkeypatch):
    monkeypatch.setattr("lawcheck.pipeline.check", explode)
    for asked in ("", "1"):
        monkeypatch.setenv("LAWCHECK_DEBUG", asked)
        result = lawcheck("check", document, "--isolated", "--no-cache")
        assert (result.status, "Traceback" in result.err) == (2, bool(asked))
        assert f"lawcheck: {document}：内部错误（KeyError" in result.err


# Extras


@pytest.mark.parametrize("extra", extras._PACKAGES)
def test_a_missing_package_of_an_extra_is_told_with_the_extra(extra):
    for name in extras._PACKAGES[extra]:
        for missing in (name, f"{name}.part"):
            with pytest.raises(UsageError, match=re.escape(f"pip install 'lawcheck[{extra}]'")), needs(extra):
                raise ModuleNotFoundError(f"No module named {missing!r}", name=missing)


@pytest.mark.parametrize("extra", extras._PACKAGES)
@pytest.mark.parametrize("missing", ["lawcheck.reporting.gone", "numpy", "webs", None])
def test_what_else_is_missing_is_no_missing_extra(extra, missing):
    with pytest.raises(ModuleNotFoundError), needs(extra):
        raise ModuleNotFoundError("gone", name=missing)


def test_a_package_that_is_broken_is_no_missing_extra(document, monkeypatch):
    real = builtins.__import__

    def broken(name, *arguments, **options):
        if name.startswith("jinja2"):
            raise ImportError("cannot import name 'Undefined'")
        return real(name, *arguments, **options)

    monkeypatch.delitem(__import__("sys").modules, "lawcheck.reporting.html", raising=False)
    monkeypatch.delitem(__import__("sys").modules, "lawcheck.reporting.page", raising=False)
    monkeypatch.setattr(builtins, "__import__", broken)
    result = lawcheck("check", document, "--isolated", "--output-format", "html")
    assert (result.status, "pip install" in result.err, result.err.count("\n")) == (2, False, 1)


def test_the_packages_are_those_of_the_project():
    """Each is one that the extra installs, or comes with one of them."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    come_along = {"markupsafe": "jinja2", "lsprotocol": "pygls", "mcp_types": "mcp"}
    for extra, packages in extras._PACKAGES.items():
        lines = [
            line
            for of in (extra, *re.findall(r"lawcheck\[(\w+)\]", " ".join(declared[extra])))
            for line in declared[of]
        ]
        installed = {re.match(r"[\w-]+", line)[0].lower() for line in lines} - {"lawcheck"}
        assert {come_along.get(name, name) for name in packages} == installed


# Rule files of lawcheck


@pytest.fixture
def rules(tmp_path, monkeypatch):
    """A folder of rules as lawcheck's own, with one rule in it."""
    (tmp_path / "NUM").mkdir()
    (tmp_path / "data").mkdir()
    path = tmp_path / "NUM" / "NUM002.toml"
    (found,) = resources.resource_dir("rules").glob("*/NUM002*.toml")
    path.write_bytes(found.read_bytes())
    monkeypatch.setattr(rule_tables, "resource_dir", lambda name: tmp_path)
    monkeypatch.setattr(resources, "resource_dir", lambda name: tmp_path)
    monkeypatch.setattr(rule_tables, "kept", lambda name, key, make: make())
    return path


def all_rules():
    return registry.all_rules.__wrapped__()


def test_a_rule_file_that_is_right(rules):
    assert [rule.code for rule in all_rules()] == ["NUM002"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda text: f"{text}\n[fix", "不是正确的 TOML（文件末尾，"),
        (lambda text: f"x = 1 2\n{text}", "不是正确的 TOML（第 1 行第 7 列，"),
        (lambda text: text.replace("severity = ", "severity = 1 #"), "第 {line} 行：severity "),
        (lambda text: text.replace("severity = ", "severiti = "), "第 {line} 行：没有键 severiti"),
        (lambda text: "code = 1\n", "check.kind 可用的值"),
    ],
)
def test_a_bad_rule_file_of_lawcheck_is_named_with_its_line(rules, change, told):
    text = change(rules.read_text(encoding="utf-8"))
    line = 1 + text.partition("\nseverit")[0].count("\n") + 1
    rules.write_text(text, encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        all_rules()
    assert str(caught.value).startswith(f"{rules}：")
    assert told.format(line=line) in str(caught.value)


def test_bytes_that_are_no_text_are_named_with_their_line(rules, tmp_path):
    rules.write_bytes(rules.read_bytes() + b"\n# \xff\n")
    line = rules.read_bytes().count(b"\n")
    with pytest.raises(RuleFileError, match=f"第 {line} 行不是 UTF-8 文字$"):
        all_rules()
    (tmp_path / "data" / "broken.tsv").write_bytes("甲\n乙\n".encode() + b"\xff\n")
    with pytest.raises(RuleFileError, match=r"broken\.tsv：第 3 行不是 UTF-8 文字$"):
        resources.rows("broken.tsv")
