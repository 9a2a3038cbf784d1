"""The Python interface."""

import os

import pytest

import lawcheck
from lawcheck import Diagnostic, Report, Severity, check_path, check_text, fix_text, parse
from lawcheck.errors import ConfigError, SourceError, UsageError

BAD = "实施方案（20212025年）已经印发。\n"


def test_check_text():
    report = check_text(BAD, select=["NUM002"])
    assert isinstance(report, Report)
    (found,) = report.diagnostics
    assert isinstance(found, Diagnostic)
    assert (found.code, found.severity, found.offset, found.start.column) == ("NUM002", Severity.ERROR, 5, 6)
    assert report.files[0].path == "-"
    assert report.errors == ()


def test_language_and_selection():
    (chinese,) = check_text(BAD, select=["NUM"]).diagnostics
    (english,) = check_text(BAD, select=["NUM"], lang="en").diagnostics
    assert chinese.message != english.message
    assert "NUM002" not in {d.code for d in check_text(BAD, ignore=["NUM002"]).diagnostics}
    assert check_text(BAD, select=["PUN"], extend_select=["NUM002"]).diagnostics[0].code == "NUM002"


def test_check_path(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(BAD.encode("gb18030"))
    (file,) = check_path(path, kind="plan", select=["NUM002"]).files
    assert (file.path, file.encoding, file.kind) == (os.fspath(path), "gb18030", "plan")
    with pytest.raises(SourceError, match=r"：文件不存在$"):
        check_path(tmp_path / "no.txt")


def test_parse():
    document = parse("一、总体要求\n（一）工作思路。先易后难。\n（二）目标。全部完成。\n", "plan")
    assert [node.marker for node in document.walk()] == ["一、", "（一）", "（二）"]


@pytest.mark.parametrize("options", [{"kind": "novel"}, {"lang": "fr"}, {"select": ["ZZZ"]}])
def test_wrong_values(options):
    with pytest.raises(UsageError):
        check_text(BAD, **options)
    with pytest.raises(UsageError, match=r"kind 不能是 'novel'，可用的值：auto、plan、official、statute$"):
        parse(BAD, "novel")


def test_configuration(tmp_path):
    path = tmp_path / "lawcheck.toml"
    path.write_text('lang = "en"\nkind = "official"\nseverity = { NUM002 = "info" }\n', encoding="utf-8")
    for config in (path, str(path), {"lang": "en", "kind": "official", "severity": {"NUM002": "info"}}):
        report = check_text(BAD, config=config, select=["NUM002"])
        assert report.files[0].kind == "official"
        (found,) = report.diagnostics
        assert found.severity is Severity.INFO
        assert found.message.startswith("The dash between the years is lost")
    assert check_text(BAD, config=path, kind="plan", select=["NUM002"]).files[0].kind == "plan"
    document = tmp_path / "a.txt"
    document.write_text(BAD, encoding="utf-8")
    per_path = {"per-path": [{"paths": [str(document.name)], "ignore": ["NUM002"]}]}
    assert len(check_path(document, select=["NUM002"], config={"lang": "zh"}).diagnostics) == 1
    assert len(check_path(document, select=["NUM002"], config=per_path).diagnostics) == 1
    with pytest.raises(ConfigError, match=r"^config：没有键 langs，是否指 lang$"):
        check_text(BAD, config={"langs": "en"})


def test_fix_text():
    assert fix_text(BAD) == "实施方案（2021—2025年）已经印发。\n"
    assert fix_text(BAD, ignore=["NUM002"]) == BAD
    assert fix_text("按照《办法》及档案管理规定执行，责任落实,到人。", config={"ignore": ["PUN"]}).count(",") == 1
    assert fix_text("") == ""
    with pytest.raises(UsageError):
        fix_text(BAD, select=["ZZZ"])


def test_half_a_surrogate_pair_is_reported_not_raised():
    report = check_text("甲\ud800乙")
    assert report.files[0].characters == 3
    assert report.model_dump_json()
    assert parse("\udfff").text == "\ufffd"


def test_names():
    assert set(lawcheck.__all__) == {
        "CheckedFile",
        "Diagnostic",
        "Document",
        "FileError",
        "LawcheckError",
        "Report",
        "Severity",
        "check_many",
        "check_path",
        "check_text",
        "fix_text",
        "parse",
        "parse_path",
    }
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = lawcheck.nothing
