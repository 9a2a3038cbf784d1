"""What the READMEs and the pages of docs/ say works: their commands, examples, configurations and links."""

import contextlib
import io
import os
import re
import runpy
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from urllib.parse import unquote

import command
import pytest

from lawcheck.rulebook.rule import Origin
from lawcheck.rulebook.rule_file import parse_rule
from lawcheck.testing import run_examples

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.en.md")
OTHERS = ("CONTRIBUTING.md", "examples/README.md")
LANGUAGES = ("zh", "en")
PAGES = tuple(sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").glob("??/*.md")))
MOST_LINES = 150
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_CODE = re.compile(r"^(```|~~~~).*?^\1|`[^`\n]+`", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_INSTALL = re.compile(r"pip install '\.\[([\w,]+)\]'")
# They end when they are told to.
_LASTING = ("lawcheck serve",)


def text_of(name):
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(language):
    """Every block of code of a language, with the page where it stands; one that stands on several pages once."""
    found = {}
    for name in (*READMES, *OTHERS, *PAGES):
        for match in _BLOCK.finditer(text_of(name)):
            if match[1] == language:
                found.setdefault(match[2], name)
    return [(name, block) for block, name in found.items()]


COMMANDS = dict(reversed([(line, name) for name, block in blocks("sh") for line in block.splitlines()]))


@pytest.fixture
def folder(tmp_path):
    """A place with the examples, where reports may be written."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    return tmp_path


@pytest.fixture(scope="module")
def dataset(tmp_path_factory):
    """What the commands before have made of the examples."""
    path = tmp_path_factory.mktemp("scan") / "dataset"
    assert command.lawcheck("scan", ROOT / "examples", "-o", path).status == 0
    return path


def surroundings():
    return {**os.environ, "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))}


def run(command, folder):
    return subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env=surroundings(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def called(line, folder):
    """What a command of a page gives; those of the README run as users type them, the many others in this process."""
    if COMMANDS[line] == READMES[0]:
        done = run(line, folder)
        return command.Result(done.returncode, done.stdout, done.stderr)
    words, _, file = line.partition(" < ")
    data = (folder / file).read_bytes() if file else b""
    return command.lawcheck(*shlex.split(words)[1:], stdin=data)


@pytest.mark.slow
@pytest.mark.parametrize("line", [c for c in COMMANDS if c.startswith("lawcheck ") and not c.startswith(_LASTING)])
def test_commands_run(line, folder, monkeypatch, request):
    monkeypatch.chdir(folder)
    if "--baseline" in line:
        assert command.lawcheck("baseline", "examples").status == 0
    if line.startswith("lawcheck query"):
        shutil.copytree(request.getfixturevalue("dataset"), folder / "dataset")
    done = called(line, folder)
    assert done.status in (0, 1)
    # How much was fixed is said there.
    assert done.err.count("\n") == int("--fix" in line or "--diff" in line)
    silent = "--baseline" in line or "examples/plan.txt" in line
    assert done.out or silent or [path for path in folder.iterdir() if path.name != "examples"]


@pytest.mark.parametrize("line", [c for c in COMMANDS if not c.startswith("lawcheck ")])
def test_targets_of_make_exist(line):
    # Running them here would run this test again.
    assert line.startswith("make ")
    assert run(f"{line} --dry-run", ROOT).returncode == 0


@pytest.mark.slow
@pytest.mark.parametrize("line", [c for c in COMMANDS if c.startswith(_LASTING)])
def test_commands_that_last_begin(line, folder):
    arguments = [*line.replace(" --open", "").split(), "--port", "0"]
    with subprocess.Popen(arguments, cwd=folder, env=surroundings(), stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout.readline().startswith("http://127.0.0.1:")
        server.terminate()


@pytest.mark.slow
@pytest.mark.parametrize(("page", "code"), blocks("python"))
def test_python_examples_run(page, code, folder, monkeypatch):
    (folder / "example.py").write_text(code, encoding="utf-8")
    monkeypatch.chdir(folder)
    if page == READMES[0]:
        done = run(f'"{sys.executable}" example.py', folder)
        assert done.returncode == 0
        out, err = done.stdout, done.stderr
    else:
        with contextlib.redirect_stdout(io.StringIO()) as said, contextlib.redirect_stderr(io.StringIO()) as told:
            runpy.run_path("example.py", run_name="__main__")
        out, err = said.getvalue(), told.getvalue()
    assert err == ""
    assert out
    assert "NUM002" in out or "20212025" not in code


def is_rule(text):
    return text.startswith("code = ")


def is_of_an_editor(text):
    return text.startswith("[language-server.")


@pytest.mark.parametrize(("page", "text"), [block for block in blocks("toml") if is_rule(block[1])])
def test_the_rule_that_is_shown_works(page, text):
    own = Origin(page) if 'code = "X' in text else None
    run_examples(parse_rule(text, page, own))


CONFIGURATIONS = [block for block in blocks("toml") if not is_rule(block[1]) and not is_of_an_editor(block[1])]


@pytest.mark.slow
@pytest.mark.parametrize(("page", "text"), CONFIGURATIONS)
def test_the_configuration_that_is_shown_works(page, text, folder):
    (folder / "lawcheck.toml").write_text("lang = 'zh'", encoding="utf-8")
    (folder / "examples" / "lawcheck.toml").write_text(text, encoding="utf-8")
    for name in ("单位名录.txt", "units.txt"):
        (folder / "examples" / name).write_text("示例区司法局", encoding="utf-8")
    done = run("lawcheck config examples/plan.txt", folder)
    assert (done.returncode, done.stderr) == (0, "")
    found = [line.split()[:2] for line in done.stdout.splitlines()]
    for row in ("stage review", "units 1", "layout.body-size 16", "PUN001 info", "TRM001 off"):
        assert row.split() in found


@pytest.mark.slow
@pytest.mark.parametrize(("page", "text"), blocks("text"))
def test_the_report_that_is_shown_is_that_of_the_command_before_it(page, text, folder):
    before = text_of(page).partition(text)[0]
    command = before.rsplit("```sh\n", 1)[1].partition("\n")[0]
    assert run(command, folder).stdout == text


@pytest.mark.parametrize("readme", READMES)
def test_the_readme_is_short_and_begins_with_what_everybody_needs(readme):
    text = text_of(readme)
    assert text.count("\n") <= MOST_LINES
    assert text.index("docs/images/") < text.index("make demo") < text.index("make test") < text.index("lawcheck check")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_is_shown(language):
    shown = "".join(text_of(page) for page in PAGES if page.startswith(f"docs/{language}/"))
    commands = set(re.findall(r"^  ([a-z]+) {2,}\S", command.lawcheck("--help").out, re.MULTILINE))
    assert {"check", "annotate", "baseline", "compare", "serve", "explain"} <= commands
    assert [name for name in sorted(commands) if f"lawcheck {name}" not in shown] == []


def test_both_languages_have_the_same_pages_and_examples():
    names = {language: {Path(p).name for p in PAGES if p.startswith(f"docs/{language}/")} for language in LANGUAGES}
    assert names["zh"] == names["en"]
    for name in names["zh"]:
        zh, en = (text_of(f"docs/{language}/{name}") for language in LANGUAGES)
        assert len(_HEADING.findall(_CODE.sub("", zh))) == len(_HEADING.findall(_CODE.sub("", en))), name
        assert [m[1] for m in _BLOCK.finditer(zh)] == [m[1] for m in _BLOCK.finditer(en)], name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_in_the_table_of_contents(language):
    linked = set(_LINK.findall(text_of(f"docs/{language}/index.md")))
    names = {Path(page).name for page in PAGES if page.startswith(f"docs/{language}/")}
    assert names - {"index.md"} <= linked


def linked_pages():
    generated = [path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "rules").glob("**/*.md"))]
    return (*READMES, *OTHERS, *PAGES, "CHANGELOG.md", "examples/lawcheck-example/README.md", *generated)


def test_links_lead_somewhere():
    broken = []
    for name in linked_pages():
        for link in _LINK.findall(_CODE.sub("", text_of(name))):
            path, _, part = link.partition("#")
            if "://" in link:
                continue
            target = (ROOT / name).parent / unquote(path) if path else ROOT / name
            if not target.exists() or (part and part not in anchors(target)):
                broken.append((name, link))
    assert broken == []


def anchors(page):
    """The places in a page that a link can lead to."""
    titles = _HEADING.findall(page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def test_what_is_to_be_installed_exists():
    extras = tomllib.loads(text_of("pyproject.toml"))["project"]["optional-dependencies"]
    named = {
        extra for name in (*READMES, *PAGES) for found in _INSTALL.findall(text_of(name)) for extra in found.split(",")
    }
    assert {"web", "lsp", "rules"} <= named <= extras.keys()


def test_pictures_are_small():
    pictures = sorted((ROOT / "docs" / "images").iterdir())
    assert {"page-zh.png", "page-en.png", "rooms-zh.svg", "rooms-en.svg"} <= {picture.name for picture in pictures}
    assert all(picture.stat().st_size < 200_000 for picture in pictures)
