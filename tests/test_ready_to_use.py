"""The files by which pre-commit, GitHub, GitLab and containers run lawcheck: what they name exists, and they run."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from command import lawcheck

from lawcheck.reading.formats import editable_endings
from lawcheck.reporting.report_formats import FORMATS as REPORT_FORMATS

ROOT = Path(__file__).parent.parent
PAGES = ("docs/zh/ci.md", "docs/en/ci.md")
REPORT_PAGES = ("docs/zh/reports.md", "docs/en/reports.md")
BAD = "实施方案（20212025年）已经印发。\n"
_YAML_BLOCK = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)


def load(name):
    return list(yaml.safe_load_all((ROOT / name).read_text(encoding="utf-8")))


HOOKS = load(".pre-commit-hooks.yaml")[0]
ACTION = load("action.yml")[0]
GITLAB_SPEC, GITLAB_JOBS = load("templates/lawcheck.yml")


@pytest.fixture
def folder(tmp_path):
    """A repository of documents, one of them bad, whose names have spaces."""
    Path(tmp_path, "my docs").mkdir()
    Path(tmp_path, "my docs", "bad plan.txt").write_text(BAD, encoding="utf-8")
    Path(tmp_path, "good.txt").write_text("没有问题。\n", encoding="utf-8")
    return tmp_path


def bash(script, folder, **variables):
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": path, **variables},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def shown_blocks():
    """The YAML that the guide shows."""
    return [
        (name, yaml.safe_load(block))
        for name in PAGES
        for block in _YAML_BLOCK.findall((ROOT / name).read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_the_hooks_take_the_documents_that_can_be_read_everywhere(hook):
    pattern = re.compile(hook["files"])
    for ending in editable_endings():
        assert pattern.search(f"文件/方案{ending}")
        assert pattern.search(f"方案{ending.upper()}")
    assert not pattern.search("a.py")
    assert not pattern.search("docx")


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_the_hooks_run(hook, folder, monkeypatch):
    monkeypatch.chdir(folder)
    command, *arguments = shlex.split(hook["entry"])
    assert command in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    assert lawcheck(*arguments, "good.txt").status == 0
    # What the configuration leaves out stays out, though pre-commit names it.
    Path("lawcheck.toml").write_text('exclude = ["my docs"]\n', encoding="utf-8")
    assert lawcheck(*arguments, "good.txt", "my docs/bad plan.txt").status == 0
    Path("lawcheck.toml").unlink()
    fixes = "--fix" in arguments
    assert lawcheck(*arguments, "good.txt", "my docs/bad plan.txt").status == int(not fixes)
    assert (Path("my docs/bad plan.txt").read_text(encoding="utf-8") == BAD) != fixes


def step(name):
    (found,) = [step for step in ACTION["runs"]["steps"] if step.get("name") == name]
    return found


def test_the_action_uses_its_inputs_and_nothing_else():
    steps = ACTION["runs"]["steps"]
    assert all(step["shell"] == "bash" for step in steps if "run" in step)
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"inputs\.([\w-]+)", text)) == set(ACTION["inputs"])
    assert set(re.findall(r"steps\.(\w+)\.", text)) <= {step.get("id") for step in steps}
    # An input that stood in a script would be run.
    assert not [step for step in steps if "${{" in step.get("run", "")]
    install = step("Install lawcheck")
    assert install["env"]["ACTION_PATH"] == "${{ github.action_path }}"
    assert set(re.findall(r"\$(\w+)", install["run"])) == {"PYTHON", "RUNNER_TEMP", "ACTION_PATH"}


def run_action(folder, **inputs):
    """The checking step, as the runner calls it."""
    place = folder / "temp" / "lawcheck" / "bin"
    place.mkdir(parents=True, exist_ok=True)
    if not (place / "lawcheck").exists():
        (place / "lawcheck").symlink_to(Path(sys.executable).parent / "lawcheck")
    check = step("Check documents")
    values = {name: value["default"] for name, value in ACTION["inputs"].items()} | inputs
    variables = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda m: values[m[1]], value)
        for name, value in check["env"].items()
    }
    (folder / "summary.md").touch()
    variables |= {"RUNNER_TEMP": str(folder / "temp"), "GITHUB_STEP_SUMMARY": str(folder / "summary.md")}
    return bash(check["run"], folder, **variables)


@pytest.mark.slow
def test_the_action_annotates_and_writes_its_reports(folder):
    done = run_action(folder, paths="my docs\ngood.txt\n", args="--select NUM002 --kind plan")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("::error file=my docs/bad plan.txt,line=1,")
    assert done.stdout.count("\n") == 1
    sarif = json.loads((folder / "lawcheck.sarif").read_text(encoding="utf-8"))
    assert [result["ruleId"] for result in sarif["runs"][0]["results"]] == ["NUM002"]
    assert "<code>my docs/bad plan.txt</code>" in (folder / "summary.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_action_fails_on_what_it_is_told(folder):
    everything = run_action(folder)
    assert everything.returncode == 1
    lenient = run_action(folder, args="--select PUN --exit-zero", **{"fail-on": "error"})
    assert (lenient.returncode, lenient.stdout, lenient.stderr) == (0, "", "")
    missing = run_action(folder, paths="missing.txt", args="")
    assert missing.returncode == 2
    assert missing.stdout.startswith("::error file=missing.txt,")


@pytest.mark.slow
def test_the_action_takes_no_input_for_a_command(folder):
    done = run_action(folder, paths="$(touch hacked)\n; touch hacked\n-h", args="--select `touch hacked`")
    assert done.returncode == 2
    assert not (folder / "hacked").exists()


def gitlab_script(**inputs):
    """The commands of the job, its inputs filled in as GitLab does."""
    declared = GITLAB_SPEC["spec"]["inputs"]
    values = {name: value["default"] for name, value in declared.items() if "default" in value} | inputs
    job = GITLAB_JOBS["lawcheck"]
    return [re.sub(r"\$\[\[ inputs\.([\w-]+) \]\]", lambda m: values[m[1]], line) for line in job["script"]]


def test_the_gitlab_component_uses_its_inputs(folder):
    declared = GITLAB_SPEC["spec"]["inputs"]
    text = (ROOT / "templates" / "lawcheck.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"\$\[\[ inputs\.([\w-]+) \]\]", text)) == set(declared)
    # No name that somebody else could take at a public index.
    assert [name for name, value in declared.items() if "default" not in value] == ["package"]


@pytest.mark.slow
def test_the_gitlab_job_writes_the_reports_that_it_hands_over(folder):
    install, check = gitlab_script(package="lawcheck @ https://example.invalid/lawcheck.tar.gz", args="--select NUM002")
    assert shlex.split(install)[-1] == "lawcheck @ https://example.invalid/lawcheck.tar.gz"
    done = bash(check, folder)
    assert (done.returncode, done.stderr) == (1, "")
    assert "NUM002" in done.stdout
    for name in GITLAB_JOBS["lawcheck"]["artifacts"]["reports"].values():
        assert "NUM002" in (folder / name).read_text(encoding="utf-8")


def container_lines(word):
    text = (ROOT / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    return [line.split(maxsplit=1)[1] for line in text.splitlines() if line.startswith(f"{word} ")]


@pytest.mark.slow
def test_the_container_copies_all_that_a_wheel_needs(tmp_path):
    for line in container_lines("COPY"):
        if line.startswith("--from"):
            continue
        *names, target = line.split()
        place = tmp_path / target.strip("/")
        for name in names:
            origin = ROOT / name
            if origin.is_dir():
                shutil.copytree(origin, place, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                place.mkdir(exist_ok=True)
                shutil.copy(origin, place)
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=tmp_path / "source", check=True, capture_output=True)
    assert list(tmp_path.glob("lawcheck-*.whl"))


def test_the_container_runs_the_command_as_nobody_in_particular():
    assert json.loads(container_lines("ENTRYPOINT")[0]) == ["/opt/lawcheck/bin/lawcheck"]
    assert json.loads(container_lines("CMD")[0]) == ["check"]
    assert container_lines("USER") == ["lawcheck"]
    assert all(line.startswith("python:3.11-slim") for line in container_lines("FROM"))


@pytest.mark.parametrize("page", PAGES)
def test_the_configurations_that_are_shown_name_what_exists(page):
    hook, workflow, component = [block for name, block in shown_blocks() if name == page]
    assert hook["repos"][0]["hooks"][0]["id"] == HOOKS[0]["id"]
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    (own,) = [step for step in steps if "/lawcheck@" in step["uses"]]
    assert set(own["with"]) <= set(ACTION["inputs"])
    (upload,) = [step for step in steps if "upload-sarif" in step["uses"]]
    assert upload["with"]["sarif_file"] == ACTION["inputs"]["sarif-file"]["default"]
    (included,) = component["include"]
    assert included["component"].rsplit("/", 1)[1].startswith("lawcheck@")
    assert set(included["inputs"]) <= set(GITLAB_SPEC["spec"]["inputs"])
    assert "package" in included["inputs"]


@pytest.mark.parametrize("page", REPORT_PAGES)
def test_every_format_is_described(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    for name in REPORT_FORMATS:
        assert f"`{name}`" in text
