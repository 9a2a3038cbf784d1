"""Rules of installed packages: the worked example, and packages that are broken in every way."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from command import lawcheck

from lawcheck import check_text
from lawcheck.errors import ConfigError, RuleFileError
from lawcheck.reporting.report_formats import FORMATS
from lawcheck.testing import plugin_rules, run_examples

pytestmark = pytest.mark.slow

EXAMPLE = Path(__file__).parents[2] / "examples" / "lawcheck-example"
TASKS = "二、重点任务\n" + "".join(f"{n}.第{n}项任务。抓紧办好。（牵头单位：区民政局）\n" for n in range(1, 6))


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The example package, installed where nothing else is."""
    target = tmp_path_factory.mktemp("site")
    options = ("--quiet", "--disable-pip-version-check", "--no-deps", "--no-build-isolation", "--no-index")
    command = (sys.executable, "-m", "pip", "install", *options, "--target", target, EXAMPLE)
    subprocess.run(command, check=True, capture_output=True)
    return target


@pytest.fixture
def example(installed, monkeypatch):
    monkeypatch.syspath_prepend(installed)


def run(installed, folder, *arguments):
    """Calls lawcheck as a user does who has installed the package."""
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONIOENCODING": "utf-8"}
    command = (sys.executable, "-m", "lawcheck", *map(str, arguments))
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_an_installed_rule_checks_documents(installed, tmp_path):
    (tmp_path / "lawcheck.toml").write_text('plugins = ["example"]\n', encoding="utf-8")
    for number in range(20):
        (tmp_path / f"{number}.txt").write_text(TASKS, encoding="utf-8")
    arguments = ("check", ".", "--select", "XEX", "--output-format", "json", "--fail-on", "info", "--jobs")
    for jobs in (1, 2, 2):  # and the third time it is known from before
        done = run(installed, tmp_path, *arguments, jobs)
        assert (done.returncode, done.stderr) == (1, "")
        for file in json.loads(done.stdout)["files"]:
            messages = [d["message"] for d in file["diagnostics"]]
            assert messages == ["区民政局牵头 5 项任务，超过 3 项"] * 2
    assert "XEX001" in run(installed, tmp_path, "rules").stdout
    assert run(installed, tmp_path, "rules", "--test").stdout == "检验了 1 条规则的示例：0 条不符\n"


def test_what_is_installed_and_not_named_does_nothing(installed, tmp_path):
    (tmp_path / "a.txt").write_text(TASKS, encoding="utf-8")
    (tmp_path / "lawcheck.toml").write_text('plugins = ["example"]\n', encoding="utf-8")
    done = run(installed, tmp_path, "check", "a.txt", "--isolated", "--select", "XEX")
    assert (done.returncode, done.stderr) == (2, "lawcheck: 没有规则 XEX；用 lawcheck rules 查看全部规则\n")
    assert "XEX001" not in run(installed, tmp_path, "check", "a.txt", "--isolated").stdout


@pytest.mark.usefixtures("example")
def test_the_example_of_the_package_bears_out_its_examples():
    (rule,) = plugin_rules("example")
    run_examples(rule)
    assert rule.origin.name == "lawcheck-example 1.0.0"


def test_the_tests_of_the_package_pass(installed):
    # What measures the coverage of these tests is no matter of those.
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("SLIPCOVER_")}
    environment = {**inherited, "PYTHONPATH": str(installed), "PYTHONDONTWRITEBYTECODE": "1"}
    command = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", EXAMPLE, EXAMPLE)
    done = subprocess.run(command, cwd=installed, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_a_package_that_is_not_installed_is_told(tmp_path):
    (tmp_path / "a.txt").write_text(TASKS, encoding="utf-8")
    (tmp_path / "lawcheck.toml").write_text('plugins = ["nothing"]\n', encoding="utf-8")
    result = lawcheck("check", tmp_path)
    assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)
    assert "没有安装名为 nothing 的规则包；已安装的：" in result.err


RULE = """\
code = "XBB001"
name = "bad-word"
severity = "warning"
summary = "有坏词"
reason = "坏词不好。"
messages.default = "这里有坏词"
sources = [{ title = "示例规定", level = "convention" }]
examples = [{ bad = "⟦坏⟧" }, { good = "好" }]
"""
LAST = RULE.count("\n") + 1
FUNCTION = 'check = { kind = "function", function = "checks.bad" }\n'
CHECKS = """\
from lawcheck import Finding
def bad(document):
    at = document.text.find("坏")
    if at >= 0:
        yield Finding(at, at + 1)
"""


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Makes an installed package with these files; its entry point is `broken`."""

    def make(files, module="broken_rules"):
        (tmp_path / "broken_rules").mkdir()
        for name, text in {"__init__.py": "", **files}.items():
            (tmp_path / "broken_rules" / name).write_text(text, encoding="utf-8")
        metadata = tmp_path / "broken_rules-2.0.dist-info"
        metadata.mkdir()
        (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: broken-rules\nVersion: 2.0\n")
        (metadata / "entry_points.txt").write_text(f"[lawcheck.rules]\nbroken = {module}\n")
        for name in [name for name in sys.modules if name.partition(".")[0] == "broken_rules"]:
            monkeypatch.delitem(sys.modules, name)
        monkeypatch.syspath_prepend(tmp_path)

    return make


FILE = "XBB001-bad-word.toml"


@pytest.mark.parametrize(
    ("files", "module", "complaint"),
    [
        ({"__init__.py": "1 / 0"}, "broken_rules", "规则包 broken-rules 2.0 无法使用（ZeroDivisionError: division "),
        ({}, "broken_rules.nothing", "无法使用（ModuleNotFoundError: "),
        ({}, "broken_rules", "broken-rules 2.0：没有规则文件（.toml）"),
        ({FILE: RULE + "check = 1"}, "broken_rules", f"2.0/{FILE}：第 {LAST} 行：check.kind 可用的值：pattern、"),
        ({FILE: RULE + "check = { kind = 'suppression' }"}, "broken_rules", "limit、function\n"),
        ({FILE: RULE + "check = { kind = 'lexicon', data = 'a/b' }"}, "broken_rules", "check.data 只能是"),
    ],
)
def test_a_broken_package_is_told_in_one_line(package, tmp_path, files, module, complaint):
    package(files, module)
    config = tmp_path / "lawcheck.toml"
    config.write_text('plugins = ["broken"]\n', encoding="utf-8")
    (tmp_path / "a.txt").write_text("坏\n", encoding="utf-8")
    result = lawcheck("check", tmp_path / "a.txt")
    assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)
    assert complaint in result.err
    assert result.err.startswith(f"lawcheck: {config}：")
    with pytest.raises(RuleFileError):
        plugin_rules("broken")


@pytest.mark.parametrize(
    ("lang", "message"),
    [
        (
            "zh",
            "规则 XBB001（bad-word）出错，已跳过：它的程序出错（“ZeroDivisionError: division by zero”）。"
            "此规则来自规则包 broken-rules 2.0，请向规则包的作者报告此问题；可用 --ignore XBB001 停用该规则",
        ),
        (
            "en",
            'Rule XBB001 (bad-word) failed and was skipped: its code raised an error ("ZeroDivisionError: division by '
            'zero"). It is a rule of the package broken-rules 2.0: please report this to the authors of the package; '
            "--ignore XBB001 turns the rule off",
        ),
    ],
)
def test_a_rule_that_fails_is_a_finding_that_names_its_package(package, lang, message):
    package({FILE: RULE + FUNCTION, "checks.py": "def bad(document):\n    yield 1 / 0\n"})
    found = check_text("坏（20212025年）", config={"plugins": ["broken"]}, lang=lang).diagnostics
    assert {"LAW000", "NUM002"} <= {d.code for d in found}
    assert [d.message for d in found if d.code == "LAW000"] == [message]


def test_the_author_of_a_rule_can_see_where_it_fails(package, monkeypatch, capsys):
    package({FILE: RULE + FUNCTION, "checks.py": "def bad(document):\n    yield 1 / 0\n"})
    check_text("坏", config={"plugins": ["broken"]})
    assert capsys.readouterr().err == ""
    monkeypatch.setenv("LAWCHECK_DEBUG", "1")
    check_text("坏", config={"plugins": ["broken"]})
    told = capsys.readouterr().err
    assert 'checks.py", line 2, in bad' in told and "ZeroDivisionError" in told


# Each way in which a rule can fail: its messages where they are not the usual ones, its module, and what is told.
SAYS = 'messages.default = "这里有坏词"'
FAILURES = {
    "at once": (SAYS, "def bad(document):\n    return 1 / 0", "ZeroDivisionError: division by zero"),
    "half-way": (SAYS, "def bad(document):\n    yield Finding(0, 1)\n    1 / 0", "ZeroDivisionError: "),
    "by ending the process": (SAYS, "def bad(document):\n    raise SystemExit(3)", "SystemExit: 3"),
    "with an error that cannot be told": (
        SAYS,
        "class Odd(Exception):\n    __str__ = None\ndef bad(d):\n    raise Odd",
        "Odd",
    ),
    "without findings": (SAYS, "def bad(document):\n    pass", "TypeError: "),
    "with what is no finding": (SAYS, "def bad(document):\n    yield 0, 1", "TypeError: (0, 1) is no Finding"),
    "with parameters of its own": (SAYS, "def bad(document, more):\n    yield Finding(0, 1)", "TypeError: "),
    "at import": (SAYS, "1 / 0", "ZeroDivisionError: division by zero"),
    "at import by ending the process": (SAYS, "import sys\nsys.exit()", "SystemExit: "),
    "in its grammar": (SAYS, "def bad(", "SyntaxError: "),
    "for want of a function": (SAYS, "", "AttributeError: "),
    "for want of a value": (
        'messages.default = "{nothing}"',
        "def bad(d):\n    yield Finding(0, 1)",
        "KeyError: 'nothing'",
    ),
    "for want of a value in English": (
        'messages.default = { zh = "坏", en = "{nothing}" }',
        "def bad(document):\n    yield Finding(0, 1)",
        "KeyError: 'nothing'",
    ),
    "for want of a message": (SAYS, "def bad(d):\n    yield Finding(0, 1, variant='nothing')", "KeyError: 'nothing'"),
    "for want of a message of what is related": (
        SAYS,
        "def bad(document):\n    yield Finding(0, 1, related=((0, 1, 'nothing'),))",
        "KeyError: 'nothing'",
    ),
    "with a value that cannot be written": (
        SAYS,
        "class Odd:\n    __format__ = None\ndef bad(document):\n    yield Finding(0, 1, {'what': Odd()})",
        "TypeError: ",
    ),
    "before the text": (SAYS, "def bad(document):\n    yield Finding(-1, 1)", "位置不可能存在（-1–1）"),
    "behind the text": (SAYS, "def bad(document):\n    yield Finding(0, 10_000)", "位置不可能存在（0–10000）"),
    "behind the file": (SAYS, "def bad(d):\n    yield Finding(0, 10_000, in_source=True)", "位置不可能存在（0–10000）"),
    "backwards": (SAYS, "def bad(document):\n    yield Finding(2, 1)", "位置不可能存在（2–1）"),
    "nowhere": (SAYS, "def bad(document):\n    yield Finding(None, None)", "位置不可能存在（None–None）"),
    "between characters": (SAYS, "def bad(document):\n    yield Finding(0.5, 1.5)", "位置不可能存在（0.5–1.5）"),
    "in a further place": (SAYS, "def bad(d):\n    yield Finding(0, 1, also=((3, 2),))", "位置不可能存在（3–2）"),
    "in what is related": (SAYS, "def bad(d):\n    yield Finding(0, 1, related=((0, 999, 'default'),))", "（0–999）"),
    "with an edit outside": (SAYS, "def bad(d):\n    yield Finding(0, 1, edits=(Edit(0, 999, ''),))", "（0–999）"),
    "with an edit of no text": (SAYS, "def bad(d):\n    yield Finding(0, 1, edits=(Edit(0, 1, None),))", "（None）"),
    "with edits that overlap": (
        SAYS,
        "def bad(document):\n    yield Finding(0, 1, edits=(Edit(0, 2, ''), Edit(1, 3, '')))",
        "位置不可能存在（0–2 1–3）",
    ),
}


# What is told of a failure that is not one of the check itself, whose place is not impossible.
STEPS = {
    "at import": ("它无法载入（“ZeroDivisionError", 'it cannot be loaded ("ZeroDivisionError'),
    "in its grammar": ("它无法载入（“SyntaxError", 'it cannot be loaded ("SyntaxError'),
    "for want of a function": ("它无法载入（“AttributeError", 'it cannot be loaded ("AttributeError'),
    "for want of a value": ("它的提示无法填写（“KeyError", 'its messages cannot be filled in ("KeyError'),
    "for want of a message": ("它的提示无法填写（“KeyError", 'its messages cannot be filled in ("KeyError'),
    "half-way": ("它的程序出错（“ZeroDivisionError", 'its code raised an error ("ZeroDivisionError'),
    "without findings": ("它的程序出错（“TypeError", 'its code raised an error ("TypeError'),
    "backwards": ("它给出的位置不可能存在（2–1）", "it names an impossible place (2–1)"),
}


@pytest.mark.parametrize("way", STEPS)
def test_what_failed_is_told_in_either_language(package, way):
    failing(package, way)
    for lang, told in zip(("zh", "en"), STEPS[way], strict=True):
        found = check_text("坏", config={"plugins": ["broken"]}, lang=lang).diagnostics
        (message,) = [d.message for d in found if d.code == "LAW000"]
        assert told in message


def failing(package, way):
    """Installs a package whose one rule fails in this way."""
    messages, module, _ = FAILURES[way]
    rule = RULE.replace(SAYS, messages) + FUNCTION
    rule = rule.replace("check =", 'fix = { safety = "safe", title = "改" }\ncheck =')
    package({FILE: rule, "checks.py": f"from lawcheck import Edit, Finding\n{module}\n"})


@pytest.mark.parametrize("way", FAILURES)
def test_a_rule_may_fail_in_any_way(package, way):
    """It is told with its package, nothing else of it is kept, and the other rules go on."""
    failing(package, way)
    for lang, name in (("zh", "规则 XBB001（bad-word）"), ("en", "Rule XBB001 (bad-word)")):
        found = check_text("坏（20212025年）", config={"plugins": ["broken"]}, lang=lang).diagnostics
        (crash,) = [d for d in found if d.code == "LAW000"]
        assert crash.message.startswith(name)
        assert "broken-rules 2.0" in crash.message
        assert lang == "en" or FAILURES[way][2] in crash.message
        assert "NUM002" in {d.code for d in found}
        assert "XBB001" not in {d.code for d in found}


@pytest.mark.parametrize("way", ["half-way", "at import", "for want of a value in English", "with edits that overlap"])
@pytest.mark.parametrize("name", FORMATS)
def test_every_report_tells_a_rule_that_has_failed(package, tmp_path, monkeypatch, name, way):
    monkeypatch.chdir(tmp_path)
    failing(package, way)
    (tmp_path / "lawcheck.toml").write_text('plugins = ["broken"]\n', encoding="utf-8")
    (tmp_path / "a.txt").write_text("坏（20212025年）\n", encoding="utf-8")
    for lang in ("zh", "en"):
        result = lawcheck("check", "a.txt", "--output-format", name, "--lang", lang)
        assert result.status == 2
        assert "XBB001" in result.out and "broken-rules 2.0" in result.out
        assert ("glued-year-range" if name == "gitlab" else "NUM002") in result.out


@pytest.mark.parametrize("way", ["half-way", "at import", "for want of a value in English", "with edits that overlap"])
def test_every_command_tells_a_rule_that_has_failed(package, tmp_path, monkeypatch, way):
    monkeypatch.chdir(tmp_path)
    failing(package, way)
    (tmp_path / "lawcheck.toml").write_text('plugins = ["broken"]\n', encoding="utf-8")
    text = tmp_path / "a.txt"
    text.write_text("坏（20212025年）\n", encoding="utf-8")
    shutil.copy(EXAMPLE.parent / "plan.docx", tmp_path)
    for call in (("annotate", "plan.docx", "-o", "b.docx"), ("compare", "a.txt", "a.txt")):
        result = lawcheck(*call)
        assert result.status == 2
        assert result.err.startswith("lawcheck: 规则 XBB001（") and "broken-rules 2.0" in result.err
    assert lawcheck("overview", "a.txt", "-o", "b.html").status == 2
    assert "LAW000" in (tmp_path / "b.html").read_text(encoding="utf-8")
    assert lawcheck("baseline", "a.txt").status == 2
    assert lawcheck("check", "a.txt", "--fix").status == 2
    assert text.read_text(encoding="utf-8") == "坏（2021—2025年）\n"


def test_rules_of_packages_may_be_declared_too_with_every_expression(package):
    rule = RULE + "check = { kind = 'pattern', pattern = '坏(?!人)' }"
    other = RULE.replace("XBB001", "XBB002").replace("bad-word", "other") + FUNCTION
    package({FILE: rule, "XBB002-other.toml": other, "checks.py": CHECKS})
    report = check_text("坏人坏事", config={"plugins": ["broken"]}, select=["X"])
    assert [(d.code, d.offset) for d in report.diagnostics] == [("XBB002", 0), ("XBB001", 2)]


def test_folder_and_package_cannot_share_a_code(package, tmp_path):
    pattern = RULE + "check = { kind = 'pattern', pattern = '坏' }"
    package({FILE: pattern})
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / FILE).write_text(pattern, encoding="utf-8")
    with pytest.raises(ConfigError, match=re.escape("broken-rules 2.0：XBB001 不止一条规则")):
        check_text("坏", config={"rules": [str(tmp_path / "rules")], "plugins": ["broken"]})


def test_what_is_known_from_before_is_forgotten_when_the_code_changes(package, tmp_path):
    package({FILE: RULE + FUNCTION, "checks.py": CHECKS})
    (tmp_path / "lawcheck.toml").write_text('plugins = ["broken"]\n', encoding="utf-8")
    (tmp_path / "a.txt").write_text("坏好坏\n", encoding="utf-8")
    offsets = []
    for code in (CHECKS, CHECKS.replace(".find", ".rfind")):
        (tmp_path / "broken_rules" / "checks.py").write_text(code, encoding="utf-8")
        done = run(tmp_path, tmp_path, "check", "a.txt", "--select", "X", "--output-format", "json")
        offsets += [d["offset"] for d in json.loads(done.stdout)["files"][0]["diagnostics"]]
    assert offsets == [0, 2]


def test_what_is_kept_of_a_package_depends_on_the_modules_that_it_uses(package, tmp_path, monkeypatch):
    (tmp_path / "shared_helper.py").write_text("import json\nfrom shared_words import WORD\n", encoding="utf-8")
    (tmp_path / "shared_words.py").write_text('WORD = "坏"\n', encoding="utf-8")
    checks = CHECKS.replace('"坏"', "WORD").replace("def bad", "from shared_helper import WORD\ndef bad")
    package({FILE: RULE + FUNCTION, "checks.py": checks})
    document = tmp_path / "a.txt"
    document.write_text("坏，差。\n", encoding="utf-8")
    (tmp_path / "lawcheck.toml").write_text('plugins = ["broken"]\nselect = ["XBB001"]\n', encoding="utf-8")

    def places():
        for name in [name for name in sys.modules if name.startswith(("broken_rules", "shared_"))]:
            monkeypatch.delitem(sys.modules, name)
        (file,) = lawcheck("check", document, "--output-format", "json").json["files"]
        return [found["start"]["column"] for found in file["diagnostics"]]

    assert places() == places() == [1]
    (tmp_path / "shared_words.py").write_text('WORD = "差。"\n', encoding="utf-8")
    assert places() == [3]
