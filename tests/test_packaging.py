"""The wheel holds all that lawcheck needs, and works far from the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
BAD = "实施方案（20212025年）已经印发。\n"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return path


def names(folder: str, pattern: str) -> set[str]:
    found = {path.relative_to(ROOT / folder).as_posix() for path in (ROOT / folder).glob(pattern)}
    assert found
    return found


def test_every_grammar_rule_and_schema_is_in_the_wheel(wheel):
    packed = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("grammars", "rules"):
        assert {f"lawcheck/_data/{folder}/{name}" for name in names(folder, "**/*.*")} <= packed
    assert {f"lawcheck/reporting/schemas/{name}" for name in names("lawcheck/reporting/schemas", "*.json")} <= packed
    for folder in ("surfaces/overview", "reporting/display", "surfaces/web"):
        assert {f"lawcheck/{folder}/{name}" for name in names(f"lawcheck/{folder}", "*.[!p]*")} <= packed
    modules = {str(path.relative_to(ROOT)) for path in (ROOT / "lawcheck").rglob("*.py")}
    assert modules | {"lawcheck/py.typed"} <= packed
    assert not [name for name in packed if name.startswith(("tests", "examples")) or name.endswith(".pyc")]


def test_it_runs_outside_the_checkout(wheel, tmp_path):
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    document = tmp_path / "a.txt"
    document.write_text(BAD, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(site)}

    def run(*arguments):
        command = [sys.executable, *arguments]
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    where = run("-c", "import lawcheck; print(lawcheck.__file__)")
    assert where.stdout.strip() == str(site / "lawcheck" / "__init__.py")
    done = run("-m", "lawcheck", "check", "a.txt", "--select", "NUM002", "--output-format", "concise")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("a.txt:1:6: 错误 NUM002 ")
    assert run("-m", "lawcheck", "outline", "a.txt").returncode == 0
    listed = run("-m", "lawcheck", "rules").stdout
    assert all(path.name[:6] in listed for path in (ROOT / "rules").glob("*.toml"))


def test_importing_lawcheck_is_cheap():
    assert heavy("import lawcheck", "pydantic", "lark", "argparse") == set()


def heavy(code, *names, folder=None):
    """Those of the packages that are imported after the code has run."""
    code = f"import sys\n{code}\nprint(*{{module.partition('.')[0] for module in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=folder)
    return set(names) & set(done.stdout.splitlines()[-1].split())


def test_help_needs_no_rules_or_grammars(tmp_path):
    for call, needed in ((["--version"], set()), (["check", "--help"], {"typer"})):
        code = f"from lawcheck.surfaces.cli import main; main({call})"
        assert heavy(code, "typer", "rich", "pydantic", "lark", "lxml", "asyncio", folder=tmp_path) == needed


def test_explaining_a_rule_needs_no_models(tmp_path):
    code = "from lawcheck.surfaces.cli import main; main(['explain', 'NUM002'])"
    assert heavy(code, "pydantic", "lark", "lxml", folder=tmp_path) == set()
