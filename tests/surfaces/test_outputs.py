"""Reports for other programs: valid against their schemas, right in their places, safe with hostile content."""

import csv
import html
import io
import json
import pickle
import re
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from checking import issue, outcome
from command import lawcheck
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator, Draft202012Validator
from lxml import etree
from timing import grows_linearly

from lawcheck.checks import engine
from lawcheck.errors import SourceError, Words
from lawcheck.reporting.convert import checked_file
from lawcheck.reporting.github import GithubReporter
from lawcheck.reporting.gitlab import GitlabReporter
from lawcheck.reporting.json import JsonReporter
from lawcheck.reporting.junit import JunitReporter
from lawcheck.reporting.markdown import MarkdownReporter
from lawcheck.reporting.rdjson import RdjsonReporter
from lawcheck.reporting.report import FileError, Report, to_json
from lawcheck.reporting.report_formats import FORMATS
from lawcheck.reporting.sarif import SarifReporter
from lawcheck.reporting.text import TextReporter
from lawcheck.rulebook.findings import IssuePlace, Safety, Severity
from lawcheck.surfaces.cli.outputs import Outputs
from lawcheck.text.edits import Edit
from lawcheck.text.source import LineIndex

EXAMPLES = Path(__file__).parents[2] / "examples"
SCHEMAS = Path(__file__).parents[1] / "schemas"
REPORTERS = (
    GithubReporter,
    GitlabReporter,
    JsonReporter,
    JunitReporter,
    MarkdownReporter,
    RdjsonReporter,
    SarifReporter,
    TextReporter,
)
# An astral character stands before the findings of the second line.
PLAN = "示例区行动方案\n𠮷祥社区要依法行政,规范执法（20212025年）。\r\n一、总体要求\n全面推进,从严要求。\n"
ONLY = ("--select", "PUN001,NUM002")


def validator(name):
    schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    kind = Draft4Validator if "draft-04" in schema["$schema"] else Draft202012Validator
    return kind(schema, format_checker=kind.FORMAT_CHECKER)


JSON_SCHEMAS = {
    "sarif": validator("sarif-2.1.0-rtm.5.json"),
    "gitlab": validator("gitlab-code-quality.json"),
    "rdjson": validator("rdjson.json"),
}
JUNIT_SCHEMA = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The current folder, with one document."""
    monkeypatch.chdir(tmp_path)
    Path("plan.txt").write_bytes(PLAN.encode())
    return tmp_path


def report(name, *arguments):
    """A report of the plan, read as what it is."""
    text = lawcheck("check", *(arguments or ("plan.txt", *ONLY)), "--output-format", name).out
    if name == "junit":
        return ElementTree.fromstring(text.encode())
    return json.loads(text) if name in JSON_SCHEMAS else text


def results(log):
    (run,) = log["runs"]
    return run["results"]


def placed(result):
    return result["locations"][0]["physicalLocation"]


def made(reporter, text, *issues, path="a.txt", errors=(), language="zh", title="改"):
    """What a reporter makes of one document."""
    reporter.add(outcome(text, *issues, path=path, title=title), language)
    return reporter.finish(errors, language)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", JSON_SCHEMAS)
def test_json_reports_keep_to_their_schemas(folder, name, language):
    Path("坏 文件.txt").write_bytes(b"\0\1\2\3")
    Path("clean.txt").write_text("没有问题。\n", encoding="utf-8")
    for paths in ([".", EXAMPLES, "missing.txt"], ["clean.txt"], ["missing.txt"]):
        result = lawcheck("check", *paths, "--output-format", name, "--lang", language)
        assert not list(JSON_SCHEMAS[name].iter_errors(result.json))


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_junit_report_keeps_to_its_schema(folder, language):
    Path("clean.txt").write_text("没有问题。\n", encoding="utf-8")
    for paths in ([".", EXAMPLES, "missing.txt"], ["clean.txt"], ["missing.txt"]):
        result = lawcheck("check", *paths, "--output-format", "junit", "--lang", language)
        JUNIT_SCHEMA.assertValid(etree.fromstring(result.out.encode()))


def test_the_schemas_refuse_what_is_wrong(folder):
    log = report("sarif")
    results(log)[0]["level"] = "fatal"
    assert list(JSON_SCHEMAS["sarif"].iter_errors(log))
    findings = report("gitlab")
    findings[0]["severity"] = "warning"
    assert list(JSON_SCHEMAS["gitlab"].iter_errors(findings))
    diagnostics = report("rdjson")
    diagnostics["diagnostics"][0]["location"]["range"]["start"]["column"] = 0
    assert list(JSON_SCHEMAS["rdjson"].iter_errors(diagnostics))
    assert not JUNIT_SCHEMA.validate(etree.fromstring("<testsuites><testcase/></testsuites>"))


def test_sarif_places_are_code_points(folder):
    log = report("sarif")
    assert log["runs"][0]["columnKind"] == "unicodeCodePoints"
    lines = LineIndex(PLAN)
    seen = []
    for result, place in ((each, place) for each in results(log) for place in each["locations"]):
        region = place["physicalLocation"]["region"]
        start, end = region["charOffset"], region["charOffset"] + region["charLength"]
        first, last = lines.position(start), lines.position(end)
        assert (region["startLine"], region["startColumn"]) == (first.line, first.column)
        assert (region["endLine"], region["endColumn"]) == (last.line, last.column)
        seen.append((result["ruleId"], PLAN[start:end], region["startLine"]))
    assert seen == [("PUN001", ",", 2), ("PUN001", ",", 4), ("NUM002", "20212025年", 2)]
    assert len(results(log)) == 2
    assert results(log)[0]["message"]["text"].endswith("，共 2 处（另见 4:5）")


def test_sarif_rules_say_why(folder):
    driver = report("sarif")["runs"][0]["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == ["PUN001", "NUM002"]
    rule = driver["rules"][1]
    assert rule["name"] == "glued-year-range"
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert "一字线" in rule["help"]["text"]
    assert "- 规定: 出版物上数字用法 GB/T 15835—2011 5.1.3" in rule["help"]["markdown"]
    assert "~~~~text\n示例区法治政府建设实施方案（⟦20212025年⟧）\n~~~~" in rule["help"]["markdown"]
    assert rule["properties"]["tags"][0] == "NUM"
    english = report("sarif", "plan.txt", *ONLY, "--lang", "en")["runs"][0]["tool"]["driver"]
    assert english["language"] == "en-US"
    assert english["rules"][1]["help"]["text"].startswith("NUM002 glued-year-range\n")
    for result in results(report("sarif")):
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_fixes_do_what_fix_does(folder):
    edits = []
    for result in results(report("sarif")):
        (fix,) = result["fixes"]
        assert fix["description"]["text"].endswith("[安全]")
        (change,) = fix["artifactChanges"]
        assert change["artifactLocation"] == placed(result)["artifactLocation"]
        for replacement in change["replacements"]:
            region = replacement["deletedRegion"]
            edits.append((region["charOffset"], region["charLength"], replacement["insertedContent"]["text"]))
    text = PLAN
    for start, length, content in sorted(edits, reverse=True):
        text = text[:start] + content + text[start + length :]
    lawcheck("check", "plan.txt", *ONLY, "--fix")
    assert Path("plan.txt").read_bytes() == text.encode()


def test_sarif_tells_unsafe_fixes(folder):
    found = issue(0, 1, edits=[Edit(0, 1, "")], safety=Safety.UNSAFE)
    log = json.loads(made(SarifReporter(), "一二", found, title="删去"))
    assert results(log)[0]["fixes"][0]["description"]["text"] == "删去 [需人工确认]"


def test_sarif_names_survive_edits_elsewhere(folder):
    before = [result["partialFingerprints"] for result in results(report("sarif"))]
    assert all(list(names) == ["lawcheckFingerprint/v1"] for names in before)
    assert len({name for names in before for name in names.values()}) == len(before)
    Path("plan.txt").write_bytes(b"\xe5\x89\x8d\xe8\xa8\x80\n\n" + PLAN.encode())
    assert [result["partialFingerprints"] for result in results(report("sarif"))] == before


def test_sarif_paths_are_relative_and_encoded(folder):
    name = "方案 100%:a.txt"
    Path("sub").mkdir()
    Path("sub", name).write_text(PLAN, encoding="utf-8")
    for path in (f"./sub/{name}", folder / "sub" / name, f"sub/../sub/{name}"):
        (location,) = {json.dumps(placed(r)["artifactLocation"]) for r in results(report("sarif", path, *ONLY))}
        location = json.loads(location)
        assert location["uriBaseId"] == "%SRCROOT%"
        assert re.fullmatch(r"[\w./%-]+", location["uri"], re.ASCII)
        assert unquote(location["uri"]) == f"sub/{name}"


def test_sarif_paths_outside_the_current_folder_are_absolute(folder, monkeypatch):
    Path("below").mkdir()
    monkeypatch.chdir(folder / "below")
    log = report("sarif", folder / "plan.txt", *ONLY)
    assert placed(results(log)[0])["artifactLocation"] == {"uri": f"file://{folder}/plan.txt"}


def test_sarif_related_places(folder):
    Path("list.txt").write_text("一、任务\n1.甲事项。\n2.乙事项。\n2.丙事项。\n3.丁事项。\n", encoding="utf-8")
    (result,) = results(report("sarif", "list.txt", "--select", "STR001"))
    (related,) = result["relatedLocations"]
    assert related["id"] == 1
    assert related["message"]["text"]
    assert related["physicalLocation"]["region"]["startLine"] == 3
    assert placed(result)["region"]["startLine"] == 4


def test_sarif_says_what_could_not_be_checked(folder):
    (run,) = report("sarif", "plan.txt", "missing.txt", *ONLY)["runs"]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["message"]["text"] == "未能检查：文件不存在"
    assert notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "missing.txt"
    assert [artifact["location"]["uri"] for artifact in run["artifacts"]] == ["plan.txt"]
    assert report("sarif")["runs"][0]["invocations"][0]["executionSuccessful"] is True


def test_sarif_with_a_rule_that_fails(folder, monkeypatch):
    def explode(code, rule):
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(engine, "check_of", explode)
    log = report("sarif", "plan.txt", "--select", "NUM002", "--no-cache")
    assert not list(JSON_SCHEMAS["sarif"].iter_errors(log))
    assert log["runs"][0]["tool"]["driver"]["rules"] == [{"id": "LAW000", "name": "rule-crash"}]
    assert log["runs"][0]["invocations"][0]["executionSuccessful"] is False


def test_sarif_messages_have_no_links(folder):
    log = json.loads(made(SarifReporter(), "一", issue(0, 1, "[点此](http://example.invalid) [甲]")))
    assert results(log)[0]["message"]["text"] == r"\[点此\](http://example.invalid) \[甲\]"
    log = json.loads(made(SarifReporter(), "一", issue(0, 1, "[甲]")))
    assert results(log)[0]["message"]["text"] == "[甲]"


@pytest.mark.slow
def test_word_files_have_findings_but_no_edits(folder):
    path = EXAMPLES / "plan.docx"
    assert any(d["fix"] for d in lawcheck("check", path, "--output-format", "json").json["files"][0]["diagnostics"])
    assert results(report("sarif", path))
    assert not any("fixes" in result for result in results(report("sarif", path)))
    assert not any("suggestions" in entry for entry in report("rdjson", path)["diagnostics"])


def test_edits_stay_with_their_places():
    # One has two edits, and one edit stands before its place.
    first = IssuePlace(2, 3, (Edit(0, 1, "甲"),))
    second = IssuePlace(4, 6, (Edit(4, 4, "乙"), Edit(5, 6, "丙")))
    found = issue(2, 3, places=[first, second, IssuePlace(9, 10, (Edit(9, 9, "丁"),))])
    log = json.loads(made(SarifReporter(), "一二三四五六七八九十", found))
    contents = [
        [r["insertedContent"]["text"] for r in result["fixes"][0]["artifactChanges"][0]["replacements"]]
        for result in results(log)
    ]
    assert contents == [["甲", "乙", "丙", "丁"]]
    entries = json.loads(made(RdjsonReporter(), "一二三四五六七八九十", found))["diagnostics"]
    assert [entry.get("suggestions", [{"text": None}])[0]["text"] for entry in entries] == ["甲", None, "丁"]


def test_github_annotations(folder):
    assert report("github", "plan.txt", "missing.txt", *ONLY).splitlines() == [
        "::error file=missing.txt,title=lawcheck::未能检查：文件不存在",
        "::error file=plan.txt,line=2,endLine=2,col=16,endColumn=25,title=NUM002 glued-year-range"
        "::年份区间丢失连接号，应为“2021—2025”",
        "::warning file=plan.txt,line=2,endLine=2,col=10,endColumn=11,title=PUN001 halfwidth-punctuation"
        "::中文里用了半角标点“,”，应为“，”，共 2 处（另见 4:5）",
    ]
    Path("clean.txt").write_text("没有问题。\n", encoding="utf-8")
    assert report("github", "clean.txt") == ""


def test_github_annotations_of_several_lines_have_no_columns():
    line = made(GithubReporter(), "一\n二\n", issue(0, 3, severity=Severity.INFO))
    assert line == "::notice file=a.txt,line=1,endLine=2,title=ABC001 some-rule::有误\n"


def test_github_commands_cannot_be_forged():
    found = issue(0, 1, "甲\n::error::乙%0A\r\x1b[31m")
    line = made(GithubReporter(), "一", found, path="a,b:c\n::warning::%d.txt", language="en")
    assert line == (
        "::error file=a%2Cb%3Ac%0A%3A%3Awarning%3A%3A%25d.txt,line=1,endLine=1,col=1,endColumn=2,"
        "title=ABC001 some-rule::甲%0A::error::乙%250A%0D␛[31m\n"
    )


def test_gitlab_names_are_unique_and_lasting(folder):
    Path("copy.txt").write_bytes(PLAN.encode())
    before = report("gitlab", "plan.txt", "copy.txt", "missing.txt", *ONLY)
    names = [entry["fingerprint"] for entry in before]
    assert len(set(names)) == len(names) == 7
    assert [entry["severity"] for entry in before[:3]] == ["minor", "minor", "major"]
    assert before[0]["location"] == {"path": "plan.txt", "lines": {"begin": 2, "end": 2}}
    assert before[0]["description"] == "PUN001 中文里用了半角标点“,”，应为“，”"
    assert before[-1]["severity"] == "blocker"
    assert before[-1]["description"] == "未能检查：文件不存在"
    Path("plan.txt").write_bytes(b"\n\n" + PLAN.encode())
    assert [e["fingerprint"] for e in report("gitlab", "plan.txt", "copy.txt", "missing.txt", *ONLY)] == names


def test_places_say_what_is_wrong_there_and_gitlab_nothing_twice(folder):
    Path("one.txt").write_text("各街道要加强巡查,及时登记,按月报送(含周末)。\n", encoding="utf-8")
    (finding,) = lawcheck("check", "one.txt", *ONLY, "--output-format", "json").json["files"][0]["diagnostics"]
    assert finding["message"] == "中文里用了半角标点“, ()”，应为“， （）”，共 4 处"
    assert not any("message" in place for place in finding["occurrences"])
    said = [entry["message"] for entry in report("rdjson", "one.txt", *ONLY)["diagnostics"]]
    # The brackets of a pair are one thing.
    comma, pair = "中文里用了半角标点“,”，应为“，”", "中文里用了半角标点“()”，应为“（）”"
    assert [message.removeprefix("PUN001 ") for message in said] == [comma, comma, pair, pair]
    (entry,) = report("gitlab", "one.txt", *ONLY)
    assert entry["description"] == f"PUN001 {comma}；{pair}"


def test_sarif_has_no_more_places_than_are_taken():
    found = issue(0, 1, places=[IssuePlace(at, at + 1) for at in range(1200)])
    (result,) = results(json.loads(made(SarifReporter(), "一" * 1200, found)))
    assert len(result["locations"]) == 1000


def test_rdjson_columns_are_bytes(folder):
    lines = PLAN.encode().split(b"\n")
    seen = []
    for entry in report("rdjson")["diagnostics"]:
        start, end = entry["location"]["range"]["start"], entry["location"]["range"]["end"]
        assert start["line"] == end["line"]
        seen.append(lines[start["line"] - 1][start["column"] - 1 : end["column"] - 1].decode())
        (suggestion,) = entry["suggestions"]
        assert suggestion["range"]["start"]["line"] == start["line"]
    assert seen == [",", ",", "20212025年"]


def test_rdjson_related_places_and_failures(folder):
    Path("list.txt").write_text("一、任务\n1.甲事项。\n2.乙事项。\n2.丙事项。\n3.丁事项。\n", encoding="utf-8")
    found, failure = report("rdjson", "list.txt", "missing.txt", "--select", "STR001")["diagnostics"]
    assert found["related_locations"][0]["location"]["range"]["start"] == {"line": 3, "column": 1}
    assert found["severity"] == "ERROR"
    assert failure == {
        "message": "未能检查：文件不存在",
        "location": {"path": "missing.txt"},
        "severity": "ERROR",
    }


@pytest.mark.growth
def test_rdjson_measures_long_lines_in_linear_time():
    def measure(size):
        found = [issue(at, at + 1) for at in range(0, size, 16)]
        return made(RdjsonReporter(), "一" * size, *found)

    assert grows_linearly(measure, 20_000)


@given(st.text(alphabet="a一𠮷é\n\r", max_size=3000), st.data())
def test_rdjson_columns_of_any_text(text, data):
    offset = data.draw(st.integers(0, len(text)))
    (entry,) = json.loads(made(RdjsonReporter(), text, issue(offset, offset)))["diagnostics"]
    place = LineIndex(text).position(offset)
    before = text[offset - place.column + 1 : offset]
    assert entry["location"]["range"]["start"] == {"line": place.line, "column": len(before.encode()) + 1}


def test_junit_cases(folder):
    Path("clean.txt").write_text("没有问题。\n", encoding="utf-8")
    root = report("junit", "plan.txt", "clean.txt", "missing.txt", *ONLY)
    assert root.attrib == {"name": "lawcheck", "tests": "4", "failures": "2", "errors": "1"}
    plan, clean, missing = root
    assert plan.attrib == {"name": "plan.txt", "tests": "2", "failures": "2", "errors": "0"}
    assert [case.get("name") for case in plan][1] == "NUM002 glued-year-range 2:16"
    assert plan[0][0].get("message") == "中文里用了半角标点“,”，应为“，”，共 2 处（另见 4:5）"
    assert plan[0][0].text.startswith("plan.txt:2:10: 警告 PUN001 ")
    assert (clean.get("tests"), clean.get("failures"), len(clean[0])) == ("1", "0", 0)
    assert missing[0][0].attrib == {"type": "unchecked", "message": "未能检查：文件不存在"}


def test_information_passes_in_junit():
    text = made(JunitReporter(), "一", issue(0, 1, severity=Severity.INFO), language="en")
    (suite,) = ElementTree.fromstring(text.encode())
    assert suite.attrib == {"name": "a.txt", "tests": "1", "failures": "0", "errors": "0"}
    assert suite[0].find("system-out").text == "a.txt:1:1: info ABC001 有误"


def test_markdown_is_a_folded_table_for_each_document(folder):
    Path("clean.txt").write_text("没有问题。\n", encoding="utf-8")
    assert report("markdown", "plan.txt", "clean.txt", "missing.txt", *ONLY) == (
        "### lawcheck\n\n"
        "检查了 2 个文件：错误 1，警告 1，提示 0；1 个文件未能检查\n\n"
        "- <code>missing.txt</code> 未能检查：文件不存在\n\n"
        "| 规则 | 级别 | 问题数 |\n"
        "| --- | --- | ---: |\n"
        "| NUM002 glued-year-range | 错误 | 1 |\n"
        "| PUN001 halfwidth-punctuation | 警告 | 1 |\n\n"
        "<details><summary><code>plan.txt</code> 错误 1，警告 1</summary>\n\n"
        "| 位置 | 级别 | 规则 | 问题 |\n"
        "| --- | --- | --- | --- |\n"
        "| 2:16 | 错误 | NUM002 | 年份区间丢失连接号，应为“2021—2025” |\n"
        "| 2:10 | 警告 | PUN001 | 中文里用了半角标点“,”，应为“，”，共 2 处（另见 4:5） |\n"
        "\n</details>\n"
    )
    english = report("markdown", "plan.txt", *ONLY, "--lang", "en")
    assert "<code>plan.txt</code> error 1, warning 1</summary>" in english
    assert "| place | severity | rule | finding |" in english
    assert report("markdown", "clean.txt") == "### lawcheck\n\n检查了 1 个文件，没有发现问题\n"


@pytest.mark.slow
def test_markdown_fits_into_a_comment():
    reporter = MarkdownReporter()
    found = [issue(0, 1, "<@甲>" * 100) for _ in range(100)]
    for number in range(100):
        reporter.add(outcome("一", *found, path=f"{number}.txt"), "zh")
    errors = [SourceError("&" * 1000, Words("<" * 1000, "")) for _ in range(1000)]
    text = reporter.finish(errors, "zh")
    assert len(text) < 65_536
    assert "错误 10000" in text
    rows = text.count("| ABC001 |")
    assert rows > 20
    assert f"\n另有 {10_000 - rows} 个问题未列出\n" in text
    failures = text.count("\n- <code>")
    assert failures > 1
    assert f"\n- 另有 {1000 - failures} 个文件未列出\n" in text
    assert text.count("<details>") == text.count("</details>")


@pytest.mark.slow
@pytest.mark.parametrize("summary", [False, True])
def test_markdown_leaves_out_notes_before_errors(monkeypatch, summary):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "/summary")
    reporter = MarkdownReporter("/summary" if summary else None)
    notes = [issue(0, 1, "提" * 200, severity=Severity.INFO) for _ in range(40)]
    for number in range(200):
        reporter.add(outcome("一", *notes, issue(0, 1, "误", severity=Severity.ERROR), path=f"{number}.txt"), "zh")
    text = reporter.finish([], "zh")
    assert text.count("| 错误 |") == 200 + 1
    assert 0 < text.count("| 提示 |") < 8000
    limit = 1_048_576 if summary else 65_536
    assert 0.6 * limit < (len(text.encode()) if summary else len(text)) < limit


def test_rows_of_findings(folder):
    Path("=坏.txt").write_text(PLAN, encoding="utf-8")
    lines = report_text("jsonl", "plan.txt", "missing.txt", *ONLY).splitlines()
    rows = [json.loads(line) for line in lines]
    assert [(row["path"], row["code"], row["line"]) for row in rows] == [
        ("plan.txt", "PUN001", 2),
        ("plan.txt", "NUM002", 2),
        ("missing.txt", "", 1),
    ]
    assert rows[0]["places"] == 2
    text = report_text("csv", "=坏.txt", "missing.txt", *ONLY)
    assert text.startswith("\ufeffpath,line,column,severity,code,")
    table = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [row["path"] for row in table] == ["'=坏.txt", "'=坏.txt", "missing.txt"]
    assert list(table[0]) == list(rows[0])
    assert table[1]["fix_safety"] == "safe"


def report_text(name, *arguments):
    return lawcheck("check", *arguments, "--output-format", name).out


def test_statistics_for_programs(folder):
    options = ("plan.txt", "missing.txt", *ONLY, "--statistics")
    counts = json.loads(report_text("json", *options))
    assert counts["schema"] == "lawcheck-statistics/1"
    assert counts["files"] == 1
    assert [(rule["code"], rule["severity"], rule["count"]) for rule in counts["rules"]] == [
        ("NUM002", "error", 1),
        ("PUN001", "warning", 1),
    ]
    assert counts["suppressed"] == {}
    assert [error["path"] for error in counts["errors"]] == ["missing.txt"]
    rows = [json.loads(line) for line in report_text("jsonl", *options).splitlines()]
    assert rows == counts["rules"]
    assert report_text("csv", *options).splitlines()[:2] == [
        "\ufeffcode,name,severity,count",
        "NUM002,glued-year-range,error,1",
    ]


def test_markdown_shows_hostile_content_as_it_is():
    found = issue(0, 1, "a|b `c` *d* [e](f) <img src=x> @someone #12 $x$\n# h")
    errors = [SourceError("*x*.txt", Words("@you", ""))]
    text = made(MarkdownReporter(), "一", found, path="<b>\n@me*.txt", errors=errors)
    assert "| a\\|b \\`c\\` \\*d\\* \\[e\\](f) &lt;img src=x&gt; @&#8203;someone #&#8203;12 \\$x\\$␊# h |\n" in text
    assert "<summary><code>&lt;b&gt;␊@&#8203;me*.txt</code>" in text
    assert "- <code>\\*x\\*.txt</code> 未能检查：@&#8203;you\n" in text


ANYTHING = st.text(alphabet=st.characters(), max_size=40)


@given(text=ANYTHING, path=ANYTHING.map("a{}".format), message=ANYTHING, reason=ANYTHING, data=st.data())
def test_any_content_gives_a_valid_report(text, path, message, reason, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    edits, related = [Edit(start, end, message)], [(start, end, message)]
    found = issue(start, end, f"误{message}", edits=edits, related=related)
    errors = [SourceError(path, Words(reason, reason))]

    def out(reporter):
        return made(reporter, text, found, path=path, errors=errors, title=message).encode("utf-8", "replace")

    for name, reporter in (("sarif", SarifReporter), ("gitlab", GitlabReporter), ("rdjson", RdjsonReporter)):
        assert not list(JSON_SCHEMAS[name].iter_errors(json.loads(out(reporter()))))
    JUNIT_SCHEMA.assertValid(etree.fromstring(out(JunitReporter())))
    github = out(GithubReporter()).decode()
    assert github.count("\n") == len(github.splitlines()) == 2
    assert all(c.isprintable() or c in "\n\u3000" for c in github)
    markdown = out(MarkdownReporter()).decode()
    assert markdown.count("\n| ") == 6
    assert not re.search("<(?!/?(details|summary|code)>)", markdown)
    assert html.unescape(markdown).count("\n- ") == 1


@pytest.mark.parametrize("reporter", REPORTERS)
def test_reports_do_not_hold_the_texts(reporter):
    kept = reporter()
    before = len(pickle.dumps(kept))
    kept.add(outcome("示例。" * 100_000, issue(0, 1)), "zh")
    assert len(pickle.dumps(kept)) < before + 2000


def test_json_is_that_of_the_models():
    places = [IssuePlace(0, 1, (), ((1, 2, "前"),)), IssuePlace(1, 2)]
    found = issue(0, 2, '"files":[]', places=places)
    documents = [outcome("一二", *[found] * name, path=f"{name}.txt") for name in range(3)]
    failed = (FileError(path="b.txt", message='"files":['),)
    for some in ([], documents[:1], documents):
        reporter = JsonReporter()
        for checked in some:
            reporter.add(checked, "zh")
        whole = Report(files=tuple(checked_file(checked, "zh") for checked in some), errors=failed)
        assert reporter.finish([SourceError("b.txt", Words('"files":[', ""))], "zh") == to_json(whole)


def test_every_format_is_made_by_a_reporter():
    for name in FORMATS:
        Outputs([f"{name}=a"]).add(outcome("一", issue(0, 1)), "zh")


def test_several_reports_in_one_call(folder):
    several = ("--output-format", "sarif=out.sarif", "--output-format", "concise", "--output-format", "junit=out.xml")
    result = lawcheck("check", "plan.txt", *ONLY, *several)
    assert (result.status, result.err) == (1, "")
    assert result.out == lawcheck("check", "plan.txt", *ONLY, "--output-format", "concise").out
    assert json.loads(Path("out.sarif").read_text(encoding="utf-8")) == report("sarif")
    assert Path("out.xml").read_text(encoding="utf-8").startswith("<?xml")
    only_files = lawcheck("check", "plan.txt", *ONLY, "--output-format", "github=a=b.txt")
    assert (only_files.status, only_files.out) == (1, "")
    assert Path("a=b.txt").is_file()


def test_the_output_file_is_for_the_format_without_one(folder):
    result = lawcheck(
        "check", "plan.txt", *ONLY,
        "--output-format", "gitlab=gl.json", "--output-format", "json", "--output-file", "own.json",
    )  # fmt: skip
    assert (result.status, result.out) == (1, "")
    assert json.loads(Path("own.json").read_text(encoding="utf-8"))["schema"] == "lawcheck-check/1"


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["--output-format", "xml"], "--output-format 没有 xml 这种格式；可用的有 full、concise、json、"),
        (["--output-format", "sarif="], "--output-format sarif=：等号后面缺少文件名"),
        (["--output-format", "json", "--output-format", "full"], "几种报告不能写到同一处"),
        (["--output-format", "json=a", "--output-format", "sarif=a"], "几种报告不能写到同一处"),
        (["--output-format", "json=a", "--output-file", "b"], "--output-file 没有对应的报告"),
        (["--output-format", "sarif", "--statistics"], "--statistics 不能与 --output-format sarif 同时使用"),
        (["--output-format", "sarif=a", "--diff"], "--diff 只显示修改"),
    ],
)
def test_choices_that_make_no_sense(folder, options, complaint):
    result = lawcheck("check", "plan.txt", *options)
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(f"lawcheck: {complaint}")
    assert sorted(path.name for path in folder.iterdir()) == ["plan.txt"]


def test_statistics_are_of_the_text_among_several_reports(folder):
    several = ("--output-format", "full", "--output-format", "json=all.json", "--statistics")
    result = lawcheck("check", "plan.txt", *ONLY, *several)
    assert result.out == lawcheck("check", "plan.txt", *ONLY, "--statistics").out
    assert len(json.loads(Path("all.json").read_text(encoding="utf-8"))["files"][0]["diagnostics"]) == 2


def test_a_report_that_cannot_be_written_does_not_cost_the_others(folder):
    several = ("--output-format", "sarif=no/out.sarif", "--output-format", "concise", "--output-format", "gitlab=gl")
    result = lawcheck("check", "plan.txt", *ONLY, *several)
    assert result.status == 2
    assert result.err == "lawcheck: no/out.sarif：无法写入（文件或目录不存在）\n"
    assert "NUM002" in result.out
    assert Path("gl").is_file()


def test_beside_a_fixed_text_the_report_goes_to_standard_error(folder):
    several = ("--output-format", "github", "--output-format", "json=all.json")
    result = lawcheck("check", "-", "--select", "PUN,NUM002", "--fix", *several, stdin=PLAN.encode())
    assert "（2021—2025年）" in result.out
    assert "::" not in result.out
    assert Path("all.json").is_file()


def test_standard_input_in_reports(folder):
    arguments = ("check", "-", "--select", "NUM002", "--output-format")
    for name in (*JSON_SCHEMAS, "github", "junit", "markdown"):
        assert "NUM002" in lawcheck(*arguments, name, stdin=PLAN.encode()).out
