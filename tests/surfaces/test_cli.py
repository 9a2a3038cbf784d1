"""The command line, as a user calls it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from command import lawcheck

from lawcheck import __version__, pipeline
from lawcheck.checks import engine
from lawcheck.reading.formats import endings
from lawcheck.reporting.report import OutlineReport, Report, TaskReport, to_json
from lawcheck.reporting.rule_report import RuleReport
from lawcheck.structure.kinds import Kind
from lawcheck.surfaces.cli import main
from lawcheck.surfaces.cli.options import KindOption

BAD = "实施方案（20212025年）已经印发。\n"
GOOD = "一、总体要求\n先易后难，分批推进。\n"
ONLY = ("--select", "NUM002")
EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def bad(tmp_path):
    path = tmp_path / "方案：一.txt"
    path.write_text(BAD, encoding="utf-8")
    return path


@pytest.fixture
def good(tmp_path):
    path = tmp_path / "good.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


def test_full_report(bad):
    result = lawcheck("check", bad, *ONLY)
    assert result.status == 1
    assert result.err == ""
    assert result.out == (
        f"{bad}:1:6: 错误 NUM002 年份区间丢失连接号，应为“2021—2025”\n"
        "    1 | 实施方案（20212025年）已经印发。\n"
        "      |           ^^^^^^^^^^\n"
        "      = 修改（安全）：在两个年份之间补一字线\n"
        "\n"
        "检查了 1 个文件：错误 1，警告 0，提示 0\n"
    )


def test_concise_report_in_english(bad):
    result = lawcheck("check", bad, *ONLY, "--output-format", "concise", "--lang", "en")
    assert result.status == 1
    first, last = result.out.splitlines()
    assert first.startswith(f"{bad}:1:6: error NUM002 ")
    assert last == "1 file(s) checked: 1 error(s), 0 warning(s), 0 note(s)"


def test_json_report(bad):
    result = lawcheck("check", bad, *ONLY, "--output-format", "json", "--isolated", "--no-cache")
    assert result.status == 1
    report = result.json
    assert list(report) == ["schema", "tool", "files", "errors"]
    assert report["schema"] == "lawcheck-check/1"
    assert report["tool"] == {"name": "lawcheck", "version": __version__}
    (file,) = report["files"]
    assert (file["path"], file["kind"], file["encoding"], file["characters"]) == (str(bad), "plan", "utf-8", len(BAD))
    (found,) = file["diagnostics"]
    assert BAD[found["offset"] : found["end_offset"]] == "20212025年"
    assert found["start"] == {"line": 1, "column": 6}
    assert found["end"] == {"line": 1, "column": 15}
    assert found["fix"]["safety"] == "safe"
    assert found["url"] == "rules/pages/NUM002.md"
    assert {"title", "clause", "level", "verified"} == set(found["source"][0])
    assert "occurrences" not in found
    assert report["errors"] == []


def test_occurrences_only_where_there_are_several(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("建设,管理，服务,监督。\r\n", encoding="utf-8", newline="")
    (found,) = lawcheck("check", path, "--select", "PUN001", "--output-format", "json").json["files"][0]["diagnostics"]
    assert [(o["offset"], o["end_offset"], o["start"]["column"]) for o in found["occurrences"]] == [
        (2, 3, 3),
        (8, 9, 9),
    ]
    shown = lawcheck("check", path, "--select", "PUN001").out
    assert "      = 另见 1:9\n" in shown


def test_nothing_found(good):
    result = lawcheck("check", good)
    assert (result.status, result.out, result.err) == (0, "检查了 1 个文件，没有发现问题\n", "")


def test_a_missing_file_does_not_stop_the_others(bad, tmp_path):
    missing = tmp_path / "无：此.txt"
    result = lawcheck("check", missing, bad, *ONLY, "--output-format", "json")
    assert result.status == 2
    assert result.err == f"lawcheck: {missing}：文件不存在\n"
    assert result.json["errors"] == [{"path": str(missing), "message": "文件不存在"}]
    assert len(result.json["files"][0]["diagnostics"]) == 1
    assert lawcheck("check", missing, bad, *ONLY).out.endswith("；1 个文件未能检查\n")
    assert lawcheck("check", missing, "--lang", "en").out.endswith("; 1 file(s) could not be checked\n")


def test_a_binary_file_is_one_line(good, tmp_path):
    binary = tmp_path / "a.txt"
    binary.write_bytes(b"GIF89a\n")
    result = lawcheck("check", binary, good, "--exit-zero")
    assert result.status == 2
    known = "、".join(endings())
    reason = f"是图片（GIF），不能读取；能读取的有 {known} 文件，请先另存为其中一种"
    assert result.err == f"lawcheck: {binary}：{reason}\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_offsets_and_encoding_of_standard_input(encoding):
    result = lawcheck("check", "-", *ONLY, "--output-format", "json", stdin=BAD.encode(encoding))
    (file,) = result.json["files"]
    assert (file["path"], file["encoding"], file["characters"]) == ("-", encoding, len(BAD))
    assert file["diagnostics"][0]["offset"] == 5


def test_an_encoding_other_than_utf8_is_said():
    assert lawcheck("check", "-", stdin=GOOD.encode("gb18030")).out == (
        "检查了 1 个文件，没有发现问题；编码：gb18030\n"
    )


def test_folders_and_the_current_folder(bad, good, tmp_path, monkeypatch):
    assert [f["path"] for f in lawcheck("check", tmp_path, good, "--output-format", "json").json["files"]] == [
        str(good),
        str(bad),
    ]
    monkeypatch.chdir(tmp_path)
    assert len(lawcheck("check", "--output-format", "json").json["files"]) == 2


def test_a_folder_without_documents(tmp_path):
    result = lawcheck("check", tmp_path)
    assert result.status == 2
    assert result.err == f"lawcheck: {tmp_path}：目录中没有 {'、'.join(endings())} 文件\n"


def test_fail_on_and_exit_zero(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("建设,管理。", encoding="utf-8")
    warn = ("check", path, "--select", "PUN001")
    assert lawcheck(*warn).status == 1
    assert lawcheck(*warn, "--fail-on", "info").status == 1
    assert lawcheck(*warn, "--fail-on", "error").status == 0
    assert lawcheck(*warn, "--exit-zero").status == 0


def test_selection(bad):
    codes = ("check", bad, "--output-format", "json")

    def found(*options):
        return {d["code"] for d in lawcheck(*codes, *options).json["files"][0]["diagnostics"]}

    assert found("--select", "NUM") == {"NUM002"}
    assert found("--select", "PUN,glued-year-range") == {"NUM002"}
    assert found("--select", "PUN") == set()
    assert found("--select", "PUN", "--extend-select", "NUM002") == {"NUM002"}
    assert "NUM002" not in found("--ignore", "NUM002")
    assert "NUM002" in found("--select", "ALL")


def test_statistics(bad, tmp_path):
    result = lawcheck("check", bad, bad, *ONLY, "--statistics")
    assert result.out.splitlines() == [
        "     1  NUM002  错误  glued-year-range",
        "检查了 1 个文件：错误 1，警告 0，提示 0",
    ]
    both = lawcheck("check", bad, "--statistics", "--output-format", "sarif")
    assert (both.status, both.out) == (2, "")
    assert both.err == "lawcheck: --statistics 不能与 --output-format sarif 同时使用\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("check", "--select", "ZZZ999", "-"), "lawcheck: 没有规则 ZZZ999；用 lawcheck rules 查看全部规则\n"),
        (("explain", "nothing"), "lawcheck: 没有规则 nothing；用 lawcheck rules 查看全部规则\n"),
    ],
)
def test_a_wrong_call_is_one_line(arguments, message):
    result = lawcheck(*arguments)
    assert (result.status, result.out, result.err) == (2, "", message)


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--no-such-option"),
        ("check", "--kind", "novel"),
        ("nonsense",),
        ("outline",),
        ("check", "--lang", "fr"),
    ],
)
def test_other_wrong_calls(arguments):
    result = lawcheck(*arguments)
    assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)
    assert result.err.startswith("lawcheck: 用法错误：")


def test_help_and_version():
    assert lawcheck("--version").out == f"lawcheck {__version__}\n"
    assert lawcheck("--help").status == 0
    bare = lawcheck()
    assert bare.status == 2
    assert "check" in bare.out
    assert bare.err == ""
    check_help = lawcheck("check", "--help").out
    for option in ("--select", "--output-file", "--fail-on", "--exit-zero", "--isolated", "--no-cache", "--lang"):
        assert option in check_help


def test_the_kinds_are_those_of_the_model():
    assert set(KindOption) == {"auto", *Kind}


def test_output_file(bad, tmp_path):
    target = tmp_path / "report.json"
    target.write_text("old", encoding="utf-8")
    result = lawcheck("check", bad, "--output-format", "json", "--output-file", target, terminal=True)
    assert result.out == ""
    assert json.loads(target.read_text(encoding="utf-8"))["schema"] == "lawcheck-check/1"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([bad.name, "report.json"])


def test_a_report_that_cannot_be_written_leaves_nothing_behind(bad, tmp_path, monkeypatch):
    missing = tmp_path / "no" / "report.txt"
    result = lawcheck("check", bad, "--output-file", missing)
    assert result.status == 2
    assert result.err == f"lawcheck: {missing}：无法写入（文件或目录不存在）\n"

    def fail(self, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    target = tmp_path / "report.txt"
    target.write_text("old", encoding="utf-8")
    assert lawcheck("check", bad, "--output-file", target).status == 2
    assert target.read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([bad.name, "report.txt"])


def test_a_device_is_written_not_replaced(bad):
    assert lawcheck("check", bad, *ONLY, "--output-file", os.devnull).status == 1
    assert not Path(os.devnull).is_file()


def test_colours_are_for_terminals(bad, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert "\x1b[" not in lawcheck("check", bad, *ONLY).out
    coloured = lawcheck("check", bad, *ONLY, terminal=True).out
    assert "\x1b[31m错误\x1b[0m" in coloured
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in lawcheck("check", bad, *ONLY, terminal=True).out


def on_screen(written):
    """What is left to be seen of the lines of a terminal."""
    lines = []
    for line in written.split("\n"):
        shown = ""
        for part in line.split("\r"):
            shown = part + shown[len(part) :]
        lines.append(shown.rstrip())
    return lines


def test_a_progress_bar_is_for_people_who_wait_for_many(bad, good):
    many = lawcheck("check", bad, good, *ONLY, terminal=True)
    assert many.err.split("\r")[:3] == ["[----------]   0%", "[#####-----]  50%", "[##########] 100%"]
    assert on_screen(many.err) == [""]
    assert "100%" not in many.out
    assert lawcheck("check", bad, *ONLY, terminal=True).err == ""
    assert lawcheck("check", bad, good, *ONLY).err == ""


def test_a_complaint_takes_the_place_of_the_progress_bar(good, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_bytes(b"\0\1")
    shown = on_screen(lawcheck("outline", "a.txt", good, terminal=True).err)
    assert shown == [lawcheck("outline", "a.txt").err.rstrip(), ""]


@pytest.mark.slow
def test_the_progress_bar_is_drawn_when_it_changes(tmp_path):
    for number in range(250):
        (tmp_path / f"{number}.txt").write_bytes(b"")
    assert lawcheck("outline", tmp_path, terminal=True).err.count("%") == 101


def test_a_rule_that_fails_is_a_finding_and_exit_2(bad, monkeypatch):
    def explode(code, rule):
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(engine, "check_of", explode)
    result = lawcheck("check", bad, *ONLY, "--output-format", "json", "--exit-zero")
    assert result.status == 2
    (found,) = result.json["files"][0]["diagnostics"]
    assert found["code"] == "LAW000"
    assert "NUM002" in found["message"]
    assert (found["source"], found["url"]) == ([], "")


def test_a_fault_of_lawcheck_does_not_stop_the_others(bad, good, monkeypatch):
    parse = pipeline.parse

    def explode(source, kind):
        if source.path == str(good):
            raise RecursionError("too deep")
        return parse(source, kind)

    monkeypatch.setattr(pipeline, "parse", explode)
    result = lawcheck("check", good, bad, *ONLY, "--output-format", "json")
    assert result.status == 2
    told = "内部错误（RecursionError: too deep），请把这一行报告给 lawcheck 的维护者；设 LAWCHECK_DEBUG=1 可看到详情"
    assert result.err == f"lawcheck: {good}：{told}\n"
    assert [file["path"] for file in result.json["files"]] == [str(bad)]


def test_outline(tmp_path):
    tree = lawcheck("outline", EXAMPLES / "plan.txt")
    assert tree.status == 0
    lines = tree.out.splitlines()
    assert lines[0] == f"{EXAMPLES / 'plan.txt'}（方案）"
    assert lines[1] == "示例区政务服务便民提升行动实施方案（2024—2026年）"
    assert lines[2] == "  一、总体要求  [5:1]"
    assert "      15.引入社会监督  [57:1]" in lines
    report = lawcheck("outline", EXAMPLES / "plan.txt", "--output-format", "json").json
    assert report["schema"] == "lawcheck-outline/1"
    (file,) = report["files"]
    text = (EXAMPLES / "plan.txt").read_text(encoding="utf-8")
    assert text[file["title"]["offset"] : file["title"]["end_offset"]] == file["title"]["text"]
    section = file["nodes"][1]
    assert (section["depth"], section["level"], section["marker"], section["number"]) == (1, "section", "二、", 2)
    assert text[section["offset"] :].startswith("二、规范办事标准")
    assert [node["marker"] for node in section["children"]] == ["（四）", "（五）"]


def test_outline_of_a_statute_and_of_a_missing_file(tmp_path):
    result = lawcheck(
        "outline", EXAMPLES / "statute.txt", tmp_path / "x", "--output-format", "json", "--kind", "statute"
    )
    assert result.status == 2
    (file,) = result.json["files"]
    assert file["kind"] == "statute"
    assert [node["marker"] for node in file["nodes"]] == ["第一章", "第二章", "第三章", "第四章", "第五章"]
    assert result.json["errors"] == [{"path": str(tmp_path / "x"), "message": "文件不存在"}]


def test_tasks():
    report = lawcheck("tasks", EXAMPLES / "plan.txt", "--output-format", "json").json
    assert report["schema"] == "lawcheck-tasks/1"
    (file,) = report["files"]
    # （九） says in a sentence which office is responsible.
    assert [task["number"] for task in file["tasks"]] == [*range(1, 16), 9]
    task = file["tasks"][10]
    assert (task["section"], task["subsection"]) == ("三、方便群众办事", "（七）推动就近办理")
    assert task["lead"] == ["区政务服务局"]
    assert task["participants"] == ["区公安分局", "区卫生健康局", "区医保局"]
    assert task["deadlines"] == [{"text": "2025年12月底前", "date": "2025-12-31"}]
    table = lawcheck("tasks", EXAMPLES / "plan.txt").out
    assert "牵头" in table.splitlines()[1]
    assert "各镇人民政府" in table


def test_tasks_as_csv_for_spreadsheets():
    result = lawcheck("tasks", EXAMPLES / "plan.txt", "--output-format", "csv")
    assert result.out.startswith("\ufeff文件,序号,")
    assert len(result.out.split("\r\n")) == 1 + 16 + 1


def test_no_tasks(good):
    assert lawcheck("tasks", "-", "--lang", "en", stdin="正文。".encode()).out == "-\nno tasks\n"


def test_text_is_what_offsets_refer_to(tmp_path):
    path = tmp_path / "a.html"
    html = "<p>一、总体<b>要求</b></p>\r\n"
    path.write_bytes(html.encode("utf-16"))
    assert lawcheck("text", path).out == html
    assert lawcheck("text", path, "--cleaned").out == "\n一、总体要求\n"


def test_offsets_in_markup_are_those_of_the_file(tmp_path):
    path = tmp_path / "a.html"
    html = "<html><p>方案（2021<b>2025</b>年）&amp;完成。</p></html>"
    path.write_text(html, encoding="utf-8")
    (found,) = lawcheck("check", path, *ONLY, "--output-format", "json").json["files"][0]["diagnostics"]
    assert html[found["offset"] : found["end_offset"]] == "2021<b>2025</b>年"


def test_rules():
    result = lawcheck("rules")
    assert result.status == 0
    assert any(line.startswith("NUM002  glued-year-range ") for line in result.out.splitlines())
    report = lawcheck("rules", "--output-format", "json", "--lang", "en").json
    assert report["schema"] == "lawcheck-rules/1"
    (rule,) = [rule for rule in report["rules"] if rule["code"] == "NUM002"]
    assert (rule["severity"], rule["enabled"], rule["fix"]) == ("error", True, "safe")


def test_explain():
    chinese = lawcheck("explain", "num002").out
    assert chinese.startswith("NUM002 glued-year-range\n")
    assert "[规定] 出版物上数字用法 GB/T 15835—2011 5.1.3" in chinese
    assert "[依据] 标点符号用法 GB/T 15834—2011 4.13.3.2（条文未核对）" in chinese
    english = lawcheck("explain", "glued-year-range", "--lang", "en").out
    assert "[requirement]" in english
    assert "Bad (reported between ⟦ ⟧):" in english


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "model"),
    [
        (("check", EXAMPLES), Report),
        (("outline", EXAMPLES, "no such file"), OutlineReport),
        (("tasks", EXAMPLES), TaskReport),
        (("rules",), RuleReport),
    ],
)
def test_json_is_as_its_model_says(arguments, model):
    out = lawcheck(*arguments, "--output-format", "json").out
    assert to_json(model.model_validate_json(out, strict=True)) == out


def run(*arguments, **options):
    command = [sys.executable, "-m", "lawcheck", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, **options)


@pytest.mark.slow
def test_as_a_process(bad):
    done = run("check", bad, *ONLY, "--output-format", "concise")
    assert done.returncode == 1
    assert done.stderr == b""
    assert done.stdout.decode("utf-8").startswith(f"{bad}:1:6: 错误 NUM002 ")


@pytest.mark.slow
def test_a_locale_without_chinese(bad):
    done = run("check", bad, *ONLY, env={**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    assert done.returncode == 1
    assert "错误".encode() in done.stdout


def test_standard_output_that_is_closed(monkeypatch):
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        assert main(["rules"]) == 0


@pytest.mark.slow
def test_a_reader_that_goes_away(bad):
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "lawcheck", "rules"]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.slow
def test_the_same_input_gives_the_same_bytes():
    first = run("check", EXAMPLES, "--output-format", "json", env={**os.environ, "PYTHONHASHSEED": "1"})
    second = run("check", EXAMPLES, "--output-format", "json", env={**os.environ, "PYTHONHASHSEED": "2"})
    assert first.stdout == second.stdout
    assert first.returncode == 1
