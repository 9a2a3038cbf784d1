"""The Python interface."""

import os

import pytest

import lawcheck
from lawcheck import (
    CheckedFile,
    Diagnostic,
    FileError,
    Report,
    Severity,
    check_many,
    check_path,
    check_text,
    fix_text,
    parse,
    parse_path,
)
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
        "CompareReport",
        "CoverReport",
        "Diagnostic",
        "Document",
        "Edit",
        "FileError",
        "Finding",
        "LawcheckError",
        "Report",
        "Severity",
        "check_many",
        "check_path",
        "check_text",
        "compare_paths",
        "compare_texts",
        "cover_paths",
        "fix_text",
        "parse",
        "parse_path",
    }
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = lawcheck.nothing


PLAN = """\
示例区楼道整治工作方案

一、总体要求
先易后难。

二、重点任务
1.清理楼道。集中清理堆物。（牵头单位：区民政局；参加单位：区司法局、区财政局）
2.更换门牌。统一样式。（牵头单位：区民政局）
3.培训楼长。每季度一次。（责任单位：区司法局）
"""


def test_check_many(tmp_path):
    for number in range(20):
        (tmp_path / f"{number:02}.txt").write_text(BAD if number % 2 else "好。\n", encoding="utf-8")
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04")
    for jobs in (1, 2):
        outcomes = list(check_many([tmp_path / "no", tmp_path], jobs=jobs, select=["NUM002"]))
        assert [outcome.path.rpartition(os.sep)[2] for outcome in outcomes] == [
            "no",
            *(f"{number:02}.txt" for number in range(20)),
            "broken.docx",
        ]
        errors = [outcome for outcome in outcomes if isinstance(outcome, FileError)]
        assert errors == [outcomes[0], outcomes[-1]]
        assert all(error.message for error in errors)
        found = [len(outcome.diagnostics) for outcome in outcomes if isinstance(outcome, CheckedFile)]
        assert found == [0, 1] * 10


def test_check_many_tells_an_empty_folder_first_and_says_what_check_path_says(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.txt").write_text(BAD, encoding="utf-8")
    empty, file = check_many([tmp_path / "a.txt", tmp_path / "empty"], lang="en")
    assert isinstance(empty, FileError)
    assert file == check_path(tmp_path / "a.txt", lang="en").files[0]


@pytest.mark.parametrize("options", [{"jobs": -1}, {"revisions": "both"}, {"ignore": ["ZZZ"]}, {"kind": "novel"}])
def test_wrong_values_of_check_many_are_told_at_once(options):
    with pytest.raises(UsageError):
        check_many(["no.txt"], **options)


def test_parse_path(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_bytes(PLAN.encode("gb18030"))
    assert [task.summary for task in parse_path(path).tasks] == [task.summary for task in parse(PLAN).tasks]
    with pytest.raises(SourceError, match="文件不存在"):
        parse_path(tmp_path / "no.txt")
    with pytest.raises(UsageError):
        parse_path(path, revisions="both")


def test_what_a_document_can_be_asked():
    document = parse(PLAN)
    assert [section.title for section in document.sections] == ["总体要求", "重点任务"]
    assert document.articles == ()
    units = {
        unit.name: ([t.number for t in unit.lead], [t.number for t in unit.participants], len(unit.responsible))
        for unit in document.units
    }
    assert units == {"区民政局": ([1, 2], [], 0), "区司法局": ([], [1], 1), "区财政局": ([], [1], 0)}
    assert list(units) == ["区民政局", "区司法局", "区财政局"]
    assert document.text_of(document.tasks[1].lead[0]) == "区民政局"
    law = parse(
        "示例市办法\n第一章 总则\n第一条 为了方便群众，制定本办法。\n第二条 本办法自公布之日起施行。\n", "statute"
    )
    assert [article.number for article in law.articles] == [1, 2]
    assert [chapter.title for chapter in law.sections] == ["总则"]


def test_places_lead_back_to_the_source():
    document = parse(f"# lawcheck: ignore PUN001\n{PLAN}")
    source = document.view.source_text
    for part in (*document.walk(), *document.tasks, *document.paragraphs):
        start, end = document.source_span(part)
        assert source[start:end] == document.text_of(part)
    task = document.tasks[1]
    place = source.index("更换门牌")
    assert [node.marker for node in document.path_at(place)] == ["二、", "2."]
    assert document.path_at(place)[-1] == task.node
    assert document.path_at(0) == ()
