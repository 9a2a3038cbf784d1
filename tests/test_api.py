"""The Python interface."""

import io
import json
import os
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import jsonschema
import pytest

import lawcheck
from lawcheck import (
    CheckedFile,
    Checker,
    ConfigError,
    Diagnostic,
    FileError,
    LawcheckWarning,
    Report,
    Severity,
    SourceError,
    UsageError,
    annotate_path,
    check_bytes,
    check_many,
    check_path,
    check_text,
    check_texts,
    cite_paths,
    compare_paths,
    compare_texts,
    cover_paths,
    fix_path,
    fix_text,
    list_tasks,
    parse,
    parse_path,
    rules,
)

EXAMPLES = Path(__file__).parents[1] / "examples"
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


@pytest.mark.parametrize("options", [{"lang": "fr"}, {"config": {"lang": "fr"}}])
def test_an_unknown_language_is_told_in_english(options):
    with pytest.raises(lawcheck.LawcheckError, match="lang") as told:
        check_text(BAD, **options)
    assert str(told.value).isascii()


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
    for name in lawcheck.__all__:
        assert getattr(lawcheck, name).__doc__
    assert {"Checker", "UsageError", "Finding", "Node", "Unit", "Deadline", "list_tasks"} <= set(lawcheck.__all__)
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


@pytest.mark.slow
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


def test_one_where_several_are_taken(tmp_path):
    (tmp_path / "a.txt").write_text(BAD, encoding="utf-8")
    assert [found.code for found in check_text(BAD, select="NUM002").diagnostics] == ["NUM002"]
    for given in (tmp_path, str(tmp_path), [tmp_path]):
        (file,) = check_many(given, select="NUM002")
        assert isinstance(file, CheckedFile)
    both = check_text("甲（20212025年）,乙。", select=["NUM002", "PUN001"])
    for given in (
        "NUM002,PUN001",
        "num002, pun001",
        ["NUM002,PUN001"],
        {"NUM002", "PUN001"},
        iter(["PUN001", "NUM002"]),
    ):
        assert check_text("甲（20212025年）,乙。", select=given) == both
    assert check_text(BAD, select="", ignore=[]) == check_text(BAD)
    assert len(list(check_texts(BAD))) == 1
    assert len(list_tasks(tmp_path).files) == len(cite_paths(str(tmp_path)).files) == 1
    assert cover_paths(tmp_path / "a.txt", tmp_path / "a.txt").schema_ == "lawcheck-cover/1"


@pytest.mark.parametrize("given", [None, 5, b"PUN001", [5], [None], [b"PUN001"]])
@pytest.mark.parametrize("name", ["select", "extend_select", "ignore"])
def test_what_names_no_rule_is_refused_by_name(name, given):
    with pytest.raises(TypeError, match=f"^{name} takes str, not "):
        Checker(**{name: given})


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: Checker(kinds="plan"), "no option 'kinds'; did you mean 'kind'"),
        (lambda: check_text(BAD, encoding="utf-8"), "no option 'encoding'; there are: kind, config, "),
        (lambda: compare_texts(BAD, BAD, slect="PUN"), "did you mean 'select'"),
        (lambda: Checker(library="library"), "no option 'library'"),
        (lambda: Checker(preview="no"), "preview takes bool, not str"),
        (lambda: Checker(config=5), "config takes a path or a mapping, not int"),
        (lambda: Checker(config=["lawcheck.toml"]), "config takes a path or a mapping, not list"),
        (lambda: fix_text(BAD, unsafe="no"), "unsafe takes bool, not str"),
        (lambda: fix_path("a.txt", unsafe="no"), "unsafe takes bool, not str"),
        (lambda: annotate_path("a.docx", "b.docx", author=5), "author takes str, not int"),
        (lambda: check_many([], cache="no"), "cache takes bool, not str"),
        (lambda: check_many([], jobs="2"), "jobs takes int, not str"),
        (lambda: check_texts([], jobs=None), "jobs takes int, not NoneType"),
        (lambda: check_texts([], timeout="5"), "timeout takes float or int, not str"),
        (lambda: check_texts({"a.txt": BAD}), "its items"),
    ],
)
def test_a_wrong_option_is_told_by_its_name(call, told):
    with pytest.raises(TypeError, match=told):
        call()


def test_what_is_no_path_is_refused_with_what_takes_it():
    calls = (
        check_path,
        check_many,
        list_tasks,
        fix_path,
        parse_path,
        lambda path: compare_paths(path, path),
        lambda path: cover_paths(path, path),
        lambda path: check_text(BAD, path=path),
    )
    for call in calls:
        for wrong in (b"a.txt", io.BytesIO(b"a"), 5, None):
            if (call is calls[-1] and wrong is None) or (
                call in (check_many, list_tasks) and wrong.__class__ is io.BytesIO
            ):
                continue  # a text needs no path; an open file is several lines of bytes
            with pytest.raises(TypeError, match="bytes and open files go to check_bytes"):
                call(wrong)
    with pytest.raises(TypeError, match="a path goes to check_path"):
        check_text(Path("a.txt"))
    with pytest.raises(TypeError, match="a path goes to check_path"):
        check_bytes(Path("a.txt"))


@pytest.mark.parametrize("name", ["a.txt", "docs/实施方案.docx", "/home/me/A.PDF"])
def test_a_name_that_is_checked_as_a_text_is_warned_of(name):
    with pytest.warns(LawcheckWarning, match="a file goes to check_path"):
        assert check_text(name).files[0].characters == len(name)


def test_a_text_that_names_a_file_is_a_text():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for text in ("见附件 a.docx。", "附件：a.docx\n", "", " ", f"{'甲' * 300}.docx"):
            check_text(text)


def test_the_outcome_of_a_file_has_its_ending(tmp_path):
    word, text = tmp_path / "plan.docx", tmp_path / "other.txt"
    word.write_bytes((EXAMPLES / "plan.docx").read_bytes())
    text.write_text(BAD, encoding="utf-8")
    for call in (
        lambda: fix_path(word, output=text),
        lambda: annotate_path(word, text),
        lambda: fix_path(text, output=word),
    ):
        with pytest.raises(SourceError, match="扩展名应是"):
            call()
    assert text.read_text(encoding="utf-8") == BAD
    assert fix_path(text, output=tmp_path / "new.TXT").count
    assert fix_path(text, output=tmp_path / "new").count


def test_bytes_and_open_files(tmp_path):
    data = BAD.encode("gb18030")
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with path.open("rb") as file:
        by_file = check_bytes(file, select="NUM002")
    assert by_file == check_path(path, select="NUM002")
    for given in (data, bytearray(data), io.BytesIO(data)):
        (file,) = check_bytes(given, path="upload.txt", select="NUM002").files
        assert (file.path, file.encoding, len(file.diagnostics)) == ("upload.txt", "gb18030", 1)
    assert check_bytes(data).files[0].path == "-"
    with pytest.raises(TypeError, match="binary"):
        check_bytes(io.StringIO(BAD))
    with pytest.raises(SourceError, match=r"^upload\.docx："):
        check_bytes(b"no Word file", path="upload.docx")


def test_the_path_of_a_text_says_what_it_is():
    text = "`20212025年`\n\n实施方案（20212025年）已经印发。\n"
    (file,) = check_text(text, path="a.md", select="NUM002").files
    assert (file.path, [found.start.line for found in file.diagnostics]) == ("a.md", [3])
    assert len(check_text(text, select="NUM002").diagnostics[0].occurrences) == 2
    assert check_text(text, path="a.docx", select="NUM002").files[0].path == "a.docx"
    config = {"per-path": [{"paths": ["old"], "ignore": ["NUM002"]}]}
    assert check_text(text, path="old/a.txt", select="NUM002", config=config).diagnostics
    assert not check_text(text, path="old/a.txt", config=config | {"select": ["NUM002"]}).diagnostics
    assert fix_text(text, path="a.md").startswith("`20212025年`")
    assert parse("# 示例区便民方案\n\n一、要求\n", path="a.md").title.text == "示例区便民方案"


@pytest.mark.slow
def test_many_texts_in_memory():
    texts = ["好。\n", ("a.md", BAD), BAD]
    for jobs in (1, 2):
        files = list(check_texts(iter(texts), select="NUM002", jobs=jobs))
        assert [(file.path, len(file.diagnostics)) for file in files] == [("-", 0), ("a.md", 1), ("-", 1)]
    many = list(check_texts([BAD] * 40, select="NUM002", jobs=2))
    assert [len(file.diagnostics) for file in many] == [1] * 40


@pytest.mark.slow
def test_a_document_that_takes_too_long_costs_only_itself(tmp_path):
    long = "1.清理楼道，" * 400_000
    slow, quick = check_texts([("slow.txt", long), ("a.txt", BAD)], timeout=1.5, lang="en", select=["ALL"])
    assert isinstance(slow, FileError)
    assert (slow.path, slow.message) == ("slow.txt", "took longer than 1.5 s and was not checked")
    assert isinstance(quick, CheckedFile)
    (tmp_path / "a.txt").write_text(BAD, encoding="utf-8")
    (file,) = check_many(tmp_path, timeout=60)
    assert file == check_path(tmp_path / "a.txt").files[0]
    with pytest.raises(UsageError, match="timeout"):
        check_many(tmp_path, timeout=0)


def test_many_with_the_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "a.txt").write_text(BAD, encoding="utf-8")
    first = list(check_many(tmp_path / "a.txt", cache=True))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("lawcheck.pipeline.check", None)
        assert list(check_many(tmp_path / "a.txt", cache=True)) == first


def test_a_checker_is_made_once():
    checker = Checker(select="NUM002", lang="en", config={"severity": {"NUM002": "info"}})
    assert checker.check_text(BAD).diagnostics[0].severity is Severity.INFO
    assert checker.check_text(BAD) == checker.check_text(BAD)
    assert checker.fix_text(BAD) == "实施方案（2021—2025年）已经印发。\n"
    (rule,) = (entry for entry in checker.rules().rules if entry.code == "NUM002")
    assert rule.severity is Severity.INFO
    assert rules().rules[0].summary != rules(lang="en").rules[0].summary
    assert repr(Checker(kind="plan", select="NUM")) == "Checker(kind='plan', select='NUM')"


@pytest.mark.slow
def test_files_are_fixed_and_annotated(tmp_path):
    path, other = tmp_path / "a.txt", tmp_path / "b.txt"
    path.write_bytes(BAD.encode("gb18030"))
    fixed = fix_path(path, output=other, select="NUM002")
    assert (fixed.path, fixed.fixes, fixed.count, fixed.left) == (str(other), {"NUM002": 1}, 1, 0)
    assert path.read_bytes() == BAD.encode("gb18030")
    assert fix_path(path, select="NUM002").count == 1
    assert path.read_bytes() == other.read_bytes() == "实施方案（2021—2025年）已经印发。\n".encode("gb18030")
    assert fix_path(path, select="NUM002").fixes == {}
    with pytest.raises(UsageError, match="revisions"):
        fix_path(path, revisions="original")
    word = tmp_path / "plan.docx"
    word.write_bytes((EXAMPLES / "plan.docx").read_bytes())
    made = annotate_path(word, word, fixes="all", author="示例区")
    assert made.comments
    assert made.path == str(word)
    with pytest.raises(SourceError, match="不能批注"):
        annotate_path(path, word)
    with pytest.raises(UsageError, match="fixes"):
        annotate_path(word, word, fixes="some")


def test_rows_make_tables(tmp_path):
    report = check_text(BAD, select="NUM002", path="a.txt")
    (row,) = report.rows()
    assert (row["path"], row["line"], row["column"], row["code"], row["severity"], row["fix_safety"]) == (
        ("a.txt", 1, 6, "NUM002", "error", "safe")
    )
    assert all(isinstance(value, str | int) for value in row.values())
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    ledger = list_tasks([tmp_path / "plan.txt", tmp_path / "no.txt"])
    assert [row["participants"] for row in ledger.rows()] == ["区司法局、区财政局", "", ""]
    assert [error.path for error in ledger.errors] == [str(tmp_path / "no.txt")]


def test_a_column_has_values_of_one_type(tmp_path):
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    cited = "".join(f"按照《示例区档案管理办法》{place}执行。\n" for place in ("", "第二章", "第三条第二款第一项"))
    old.write_text(f"{cited}{PLAN}（一）由区档案馆负责整理档案，年底前完成。\n", encoding="utf-8")
    new.write_text(PLAN.replace("区民政局", "区档案馆").replace("2.更换门牌", "2.更换全部门牌"), encoding="utf-8")
    for report in (
        check_path(EXAMPLES / "plan-defects.txt"),
        list_tasks(old),
        cite_paths(old),
        cover_paths(old, new),
        compare_paths(old, new),
        rules(),
    ):
        first, *others = report.rows()
        assert others
        for row in others:
            assert {name: type(value) for name, value in row.items()} == {name: type(first[name]) for name in first}


def test_changes_and_rules_are_tables():
    report = compare_texts(PLAN, PLAN.replace("区民政局）\n3", "区档案馆）\n3"), path="a.md")
    (row,) = report.rows()
    assert (row["old_path"], row["change"], row["new_line"]) == ("a.md", "units", 8)
    assert (row["removed_units"], row["added_units"]) == ("区民政局", "区档案馆")
    assert "更换门牌" in row["old_text"] and "更换门牌" in row["new_text"]
    by_code = {row["code"]: row for row in rules(lang="en", config={"severity": {"NUM002": "info"}}).rows()}
    assert (by_code["NUM002"]["severity"], by_code["NUM002"]["enabled"]) == ("info", True)
    assert len(by_code) == len(rules().rules)


def test_notebooks_show_tables_and_no_markup_of_documents():
    text = "<script>甲</script>（20212025年）已经印发。\n一、<b>任务</b>\n1.整理<i>档案</i>。（牵头单位：区档案馆）\n"
    shown = [
        check_text(text, path="<img>.txt")._repr_html_(),
        parse(text, "plan")._repr_html_(),
        compare_texts(text, text.replace("档案馆", "司法局"))._repr_html_(),
    ]
    for page in shown:
        assert page.count("<") > 4
        assert not any(tag in page for tag in ("<script", "<img", "<b>任", "<i>档"))
    assert "<table>" in list_tasks([])._repr_html_()
    (file,) = check_text(text, path="<img>.txt").files
    assert file._repr_html_() == shown[0]
    assert "NUM002" in rules()._repr_html_()


def test_references_and_coverage_are_tables(tmp_path):
    superior, own = tmp_path / "上级.txt", tmp_path / "本级.txt"
    superior.write_text(PLAN, encoding="utf-8")
    own.write_text(f"按照《示例区<b>档案</b>管理办法》第三条执行。\n{PLAN}", encoding="utf-8")
    cited = cite_paths(own)
    (row,) = cited.rows()
    assert (row["line"], row["title"], row["article"]) == (1, "示例区<b>档案</b>管理办法", "3")
    assert "<b>" not in cited._repr_html_()
    covered = cover_paths(superior, own)
    assert len(covered.rows()) == len(covered.links) > 0
    assert {row["degree"] for row in covered.rows()} <= {link.degree for link in covered.links}
    assert "<table>" in covered._repr_html_()


def test_what_is_no_text_is_refused_in_words():
    with pytest.raises(TypeError, match="bytes and open files go to check_bytes"):
        check_text(BAD.encode())
    with pytest.raises(TypeError, match="not NoneType"):
        fix_text(None)
    with pytest.raises(TypeError, match="a text goes to check_text"):
        check_bytes(BAD)
    for wrong in (3, ("a.txt", BAD, ""), None):
        with pytest.raises(TypeError, match="a pair"):
            list(check_texts([BAD, wrong]))
    with pytest.raises(TypeError, match="not bytes"):
        list(check_texts([("a.txt", BAD.encode())]))
    assert [file.path for file in check_texts([(Path("a.txt"), BAD)])] == ["a.txt"]


def test_all_names_can_be_completed():
    assert set(lawcheck.__all__) <= set(dir(lawcheck))


def test_json_is_as_the_schema_says(tmp_path):
    from lawcheck.reporting.schemas import FOLDER

    schema = json.loads((FOLDER / "check.json").read_text(encoding="utf-8"))
    assert schema["$id"] == "urn:lawcheck:schema:lawcheck-check/1"
    report = check_text(BAD)
    for value in (report.model_dump(mode="json"), json.loads(report.model_dump_json())):
        jsonschema.validate(value, schema)
        assert value["schema"] == "lawcheck-check/1"
    assert Report.model_validate_json(report.model_dump_json()) == report


@pytest.mark.slow
def test_threads_share_a_checker():
    checker = Checker(lang="en")
    texts = [f"{BAD}{PLAN}{number}。\n" for number in range(24)]
    alone = [checker.check_text(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(checker.check_text, texts)) == alone
        assert list(pool.map(check_text, texts)) == [check_text(text) for text in texts]
        assert len(set(pool.map(checker.fix_text, texts))) == len(texts)


def test_a_library_is_named_or_refused(tmp_path):
    (tmp_path / "a.txt").write_text("按照《示例区档案管理办法》第三条执行。\n", encoding="utf-8")
    (tmp_path / "library").mkdir()
    (law := tmp_path / "library" / "law.txt").write_text(
        "示例区档案管理办法\n第一条 为了方便群众，制定本办法。\n第二条 本办法自公布之日起施行。\n", encoding="utf-8"
    )
    (file,) = cite_paths(tmp_path / "a.txt", library=law).files
    assert file.references[0].state == "different"
    with pytest.raises(UsageError, match="library"):
        cite_paths(tmp_path / "a.txt", library=tmp_path / "none")
