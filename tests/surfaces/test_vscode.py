"""The VS Code extension, run by Node.js in a stand-in for the editor; the server that it starts is tested by itself."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from lawcheck import __version__
from lawcheck.surfaces.lsp.preferences import preferences

ROOT = Path(__file__).parents[2]
EXTENSION = ROOT / "editors" / "vscode"
MANIFEST = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))
SETTINGS = MANIFEST["contributes"]["configuration"]["properties"]
SOURCE = (EXTENSION / "extension.js").read_text(encoding="utf-8")
TEXT = {"languageId": "plaintext", "uri": {"scheme": "file"}}
FINDINGS = [{"source": "lawcheck", "severity": severity} for severity in (0, 1, 1, 2)]
OTHERS = [{"source": "another", "severity": 0}]


def load(name):
    return json.loads((EXTENSION / name).read_text(encoding="utf-8"))


def run(**scenario):
    """What the extension does; `starts` says whether the server can be started."""
    given = {"settings": {"path": "lawcheck"}, "starts": True, "document": TEXT, **scenario}
    node = shutil.which("node") or shutil.which("nodejs")
    assert node, "Node.js is needed: `make test` installs it"
    words = [node, str(Path(__file__).with_name("vscode_host.js")), str(EXTENSION / "extension.js"), json.dumps(given)]
    done = subprocess.run(words, capture_output=True, text=True, check=True, encoding="utf-8")
    return json.loads(done.stdout)


@pytest.mark.program
def test_it_starts_the_language_server_with_the_settings():
    settings = {"path": "/opt/lawcheck", "ignore": ["PUN001"], "kind": "plan"}
    (client,) = run(settings=settings)["clients"]
    assert client["server"] == {"command": "/opt/lawcheck", "args": ["lsp"]}
    held = preferences(client["options"]["initializationOptions"], "/", "zh-cn")
    assert (held.top.selection.ignore, held.top.kind) == (("PUN001",), "plan")
    assert {each["language"] for each in client["options"]["documentSelector"]} == {"plaintext", "markdown", "html"}


@pytest.mark.program
def test_an_empty_path_is_the_program_on_the_path():
    (client,) = run(settings={"path": ""})["clients"]
    assert client["server"]["command"] == "lawcheck"


@pytest.mark.program
@pytest.mark.parametrize(
    ("scenario", "shown"),
    [
        ({"findings": [*FINDINGS, *OTHERS]}, ("$(warning) lawcheck 4", "1 errors, 2 warnings, 1 notes")),
        ({"findings": OTHERS}, ("$(check) lawcheck", "Nothing found")),
        ({"starts": False}, ("$(circle-slash) lawcheck", "The language server is not running")),
        ({"document": {"languageId": "python", "uri": {"scheme": "file"}}}, None),
        ({"document": {"languageId": "plaintext", "uri": {"scheme": "git"}}}, None),
        ({"document": None}, None),
    ],
)
def test_the_status_bar_tells_of_the_document_in_front(scenario, shown):
    status = run(**scenario)["status"]
    assert (status and (status["text"], status["tooltip"])) == shown


@pytest.mark.program
def test_a_program_that_is_missing_is_told_with_a_way_out():
    (told,) = run(starts=False)["errors"]
    assert "lawcheck cannot be started" in told and "pip install 'lawcheck[lsp]'" in told
    opened = run(starts=False, answer=0)["executed"]
    assert opened == [["workbench.action.openSettings", "lawcheck.path"]]
    assert run(starts=False, answer=1)["clients"][0]["log"] == ["shown"]


@pytest.mark.program
def test_its_commands_fix_restart_and_show_the_log():
    done = run(commands=["lawcheck.fixAll", "lawcheck.restart", "lawcheck.showOutput"])
    assert done["executed"] == [["editor.action.codeAction", {"kind": "source.fixAll.lawcheck", "apply": "first"}]]
    first, second = done["clients"]
    assert (first["log"], second["log"]) == (["stopped", "disposed"], ["shown"])
    assert sorted(done["commands"]) == sorted(each["command"] for each in MANIFEST["contributes"]["commands"])


@pytest.mark.program
def test_another_program_is_started_at_once_and_other_settings_are_left_to_the_server():
    assert len(run(changed=["lawcheck.path"])["clients"]) == 2
    assert len(run(changed=["lawcheck.ignore"])["clients"]) == 1


@pytest.mark.program
def test_it_ends_with_the_editor_also_when_nothing_was_started():
    assert run(closes=True)["clients"][0]["log"] == ["stopped"]
    assert run(closes=True, starts=False)["clients"][0]["log"] == []
    assert len(run(starts=False, commands=["lawcheck.restart"])["clients"]) == 2


def test_every_setting_is_one_of_the_server_and_the_other_way_round():
    names = {name.removeprefix("lawcheck.") for name in SETTINGS} - {"path"}
    server = (ROOT / "lawcheck" / "surfaces" / "lsp" / "preferences.py").read_text(encoding="utf-8")
    assert names == set(re.findall(r'given(?:, |\.get\()"(\w+)"', server))


@pytest.mark.parametrize("name", ["lang", "kind"])
def test_the_values_of_a_setting_are_those_of_the_server(name):
    for value in SETTINGS[f"lawcheck.{name}"]["enum"]:
        preferences({name: value}, "/", "en")


def test_no_folder_that_is_opened_can_name_the_program():
    assert SETTINGS["lawcheck.path"]["scope"] == "machine"


def test_everything_is_said_in_both_languages():
    english, chinese = load("package.nls.json"), load("package.nls.zh-cn.json")
    named = set(re.findall(r'"%([\w.]+)%"', json.dumps(MANIFEST)))
    assert named == english.keys() == chinese.keys()
    said = set(re.findall(r'l10n\.t\(\s*"([^"]+)"', SOURCE))
    assert said == load("l10n/bundle.l10n.zh-cn.json").keys()
    assert all(re.search("[一-鿿]", words) for words in load("l10n/bundle.l10n.zh-cn.json").values())


def test_its_version_and_licence_are_those_of_the_project():
    assert MANIFEST["version"] == __version__
    assert (EXTENSION / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()
