"""What the READMEs say works."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lawcheck.rulebook.rule import Origin
from lawcheck.rulebook.rule_file import parse_rule
from lawcheck.testing import run_examples

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.en.md")
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def blocks(language):
    """Every block of code of a language, with the README that it stands in."""
    return [
        (name, match[2])
        for name in READMES
        for match in _BLOCK.finditer((ROOT / name).read_text(encoding="utf-8"))
        if match[1] == language
    ]


COMMANDS = [(name, line) for name, block in blocks("sh") for line in block.splitlines()]


@pytest.fixture
def folder(tmp_path):
    """A place with the examples, where reports may be written."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    return tmp_path


def run(command, folder):
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    environment = {**os.environ, "PATH": path}
    return subprocess.run(
        command, shell=True, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.mark.parametrize(("readme", "command"), COMMANDS, ids=[f"{name}: {line}" for name, line in COMMANDS])
def test_commands_run(readme, command, folder):
    if command.startswith("make "):
        # Running them here would run this test again; that the target is there must do.
        assert run(f"{command} --dry-run", ROOT).returncode == 0
        return
    done = run(command, folder)
    assert done.returncode in (0, 1)
    # How much was fixed is said there.
    assert done.stderr.count("\n") == int("--fix" in command or "--diff" in command)
    assert done.stdout or [path for path in folder.iterdir() if path.name != "examples"]


@pytest.mark.parametrize(("readme", "code"), blocks("python"))
def test_python_examples_run(readme, code, folder):
    script = folder / "example.py"
    script.write_text(code, encoding="utf-8")
    done = run(f'"{sys.executable}" example.py', folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert "NUM002" in done.stdout


def is_rule(text):
    return text.startswith("code = ")


@pytest.mark.parametrize(("readme", "text"), [block for block in blocks("toml") if is_rule(block[1])])
def test_the_rule_that_is_shown_works(readme, text):
    own = Origin(readme) if 'code = "X' in text else None
    run_examples(parse_rule(text, readme, own))


@pytest.mark.parametrize(("readme", "text"), [block for block in blocks("toml") if not is_rule(block[1])])
def test_the_configuration_that_is_shown_works(readme, text, folder):
    (folder / "lawcheck.toml").write_text("lang = 'zh'", encoding="utf-8")
    (folder / "examples" / "lawcheck.toml").write_text(text, encoding="utf-8")
    for name in ("单位名录.txt", "units.txt"):
        (folder / "examples" / name).write_text("示例区司法局", encoding="utf-8")
    done = run("lawcheck config examples/plan.txt", folder)
    assert (done.returncode, done.stderr) == (0, "")
    found = [line.split()[:2] for line in done.stdout.splitlines()]
    for row in ("stage review", "units 1", "layout.body-size 16", "PUN001 info", "TRM001 off"):
        assert row.split() in found


@pytest.mark.parametrize(("readme", "text"), blocks("text"))
def test_the_report_that_is_shown_is_that_of_the_command_before_it(readme, text, folder):
    before = (ROOT / readme).read_text(encoding="utf-8").partition(text)[0]
    command = before.rsplit("```sh\n", 1)[1].partition("\n")[0]
    assert run(command, folder).stdout == text


def test_every_command_is_shown():
    for name in READMES:
        text = (ROOT / name).read_text(encoding="utf-8")
        for command in (
            "check",
            "annotate",
            "baseline",
            "config",
            "outline",
            "tasks",
            "overview",
            "compare",
            "text",
            "rules",
            "explain",
        ):
            assert f"\nlawcheck {command} " in text or f"\nlawcheck {command}\n" in text
        assert text.index("make demo") < text.index("make test") < text.index("lawcheck check")
