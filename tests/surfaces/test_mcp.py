"""`lawcheck mcp`, called through the client of the protocol's own SDK."""

import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import jsonschema
import pytest
from mcp.client.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client

from lawcheck import check_path, compare_paths, cover_paths, fix_text, list_tasks
from lawcheck.errors import UsageError
from lawcheck.surfaces.cli import main
from lawcheck.surfaces.cli.configured import finder_for
from lawcheck.surfaces.mcp.folders import Folders
from lawcheck.surfaces.mcp.mcp_server import server_of
from lawcheck.surfaces.mcp.tools import Tools

pytestmark = pytest.mark.slow

YEARS = "实施方案（20212025年）已经印发。\n"
FIXED = fix_text(YEARS)
PLAN = "二、重点任务\n1.整理档案，年底前完成。（牵头单位：区档案馆）\n2.更换门牌，年底前完成。（牵头单位：区民政局）\n"
SCHEMAS = Path(__file__).parents[2] / "lawcheck" / "reporting" / "schemas"


@pytest.fixture
def folder(tmp_path):
    given = tmp_path / "given"
    given.mkdir()
    (given / "years.txt").write_text(YEARS, encoding="utf-8")
    (given / "plan.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "secret.txt").write_text(YEARS, encoding="utf-8")
    return given


def client(folder, writing=False, lang="zh", isolated=True):
    tools = Tools(Folders([str(folder)]), writing, partial(finder_for, None, isolated, lang=lang))
    return Client(server_of(tools, writing, lang))


async def called(folder, tool, *, writing=False, lang="zh", isolated=True, **arguments):
    """What a tool answers: its report, or in one text what was wrong with the call."""
    async with client(folder, writing, lang, isolated) as agent:
        answer = await agent.call_tool(tool, arguments)
    (content,) = answer.content
    if answer.is_error:
        return content.text
    assert json.loads(content.text) == answer.structured_content if tool != "explain" else content.text
    return answer.structured_content


async def test_the_tools_are_told_in_both_languages(folder):
    async with client(folder, writing=True) as agent:
        tools = {tool.name: tool for tool in (await agent.list_tools()).tools}
    assert list(tools) == ["check", "fix", "outline", "tasks", "compare", "cover", "cite", "explain"]
    assert "检查文件或文字" in tools["check"].description and "what is wrong" in tools["check"].description
    assert not any(line.startswith(" ") for tool in tools.values() for line in tool.description.splitlines())
    assert [name for name, tool in tools.items() if not tool.annotations.read_only_hint] == ["fix"]


async def test_nothing_is_called_a_tool_that_writes_where_nothing_may_be_written(folder):
    async with client(folder) as agent:
        assert all(tool.annotations.read_only_hint for tool in (await agent.list_tools()).tools)


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("check", {"path": "."}),
        ("check", {"text": YEARS, "select": ["NUM"]}),
        ("outline", {"path": "plan.txt"}),
        ("tasks", {"text": PLAN, "kind": "plan"}),
        ("compare", {"old": "plan.txt", "new": "years.txt"}),
        ("cover", {"superiors": ["plan.txt"], "own": "years.txt"}),
        ("cite", {"text": "按照《中华人民共和国档案法》第二条办理。"}),
    ],
)
async def test_what_a_tool_gives_is_what_the_schema_of_the_report_says(folder, tool, arguments):
    schema = json.loads((SCHEMAS / f"{tool}.json").read_text(encoding="utf-8"))
    report = await called(folder, tool, **arguments)
    jsonschema.validate(report, schema)
    assert report["errors"] == []


async def test_a_file_is_checked_as_it_is_anywhere_else(folder):
    place = os.path.realpath(folder / "years.txt")
    assert await called(folder, "check", path="years.txt") == json.loads(check_path(place).model_dump_json())
    assert await called(folder, "check", path=place) == json.loads(check_path(place).model_dump_json())
    assert await called(folder, "tasks", path=place) == json.loads(list_tasks(place).model_dump_json())


async def test_two_revisions_and_a_superior(folder):
    (folder / "new.txt").write_text(PLAN.replace("区民政局", "区司法局"), encoding="utf-8")
    old, new = (os.path.realpath(folder / name) for name in ("plan.txt", "new.txt"))
    compared = await called(folder, "compare", old="plan.txt", new="new.txt")
    assert compared == json.loads(compare_paths(old, new).model_dump_json())
    covered = await called(folder, "cover", superiors=["plan.txt"], own="new.txt")
    assert covered == json.loads(cover_paths(old, new).model_dump_json())
    assert "上级文件" in await called(folder, "cover", superiors=[], own="new.txt")


async def test_rules_are_chosen_and_explained(folder):
    report = await called(folder, "check", text=YEARS, ignore=["NUM002"])
    assert "NUM002" not in json.dumps(report)
    assert "年份区间" in (await called(folder, "explain", code="NUM002"))["result"]
    assert "NUM999" in await called(folder, "explain", code="NUM999")
    assert "unknown" in await called(folder, "check", text=YEARS, select=["NUM999"], lang="en")


async def test_a_text_can_be_called_anything_and_its_ending_tells_the_format(folder):
    report = await called(folder, "check", text="# 方案\n\n`20212025年`\n", path="/nowhere/a.md")
    assert report["files"][0]["path"] == "/nowhere/a.md"
    assert report["files"][0]["diagnostics"] == []


async def test_the_configuration_of_the_folder_holds(folder):
    (folder / "lawcheck.toml").write_text('ignore = ["NUM002"]\n', encoding="utf-8")
    assert "NUM002" not in json.dumps(await called(folder, "check", path="years.txt", isolated=False))
    assert "NUM002" in json.dumps(await called(folder, "check", path="years.txt"))


@pytest.mark.parametrize("path", ["../secret.txt", "link.txt", "linked/secret.txt", "a\0b", "{tmp}/secret.txt"])
async def test_nothing_outside_the_folders_is_read(folder, path):
    (folder / "link.txt").symlink_to(folder.parent / "secret.txt")
    (folder / "linked").symlink_to(folder.parent)
    told = await called(folder, "check", path=path.format(tmp=folder.parent))
    assert "不在启动时给出的文件夹中" in told
    report = await called(folder, "check", path=".")
    assert [Path(file["path"]).name for file in report["files"]] == ["plan.txt", "years.txt"]


async def test_what_cannot_be_read_is_told_and_the_rest_is_checked(folder):
    (folder / "bad.docx").write_bytes(b"PK nothing")
    report = await called(folder, "check", path=".", lang="en")
    assert [Path(error["path"]).name for error in report["errors"]] == ["bad.docx"]
    assert len(report["files"]) == 2
    assert "path or text is needed" in await called(folder, "check", lang="en")
    assert "missing.txt" in await called(folder, "fix", path="missing.txt")


async def test_fixing_gives_the_text_and_writes_nothing(folder):
    made = {"fixes": {"NUM002": 1}, "left": 0, "text": FIXED}
    assert await called(folder, "fix", text=YEARS) == {"path": "-", **made}
    assert (await called(folder, "fix", path="years.txt"))["text"] == FIXED
    refused = await called(folder, "fix", path="years.txt", output="years.txt")
    assert "--allow-write" in refused
    assert (folder / "years.txt").read_text(encoding="utf-8") == YEARS


async def test_with_leave_a_file_is_fixed_in_its_place_or_into_a_new_one(folder):
    made = await called(folder, "fix", path="years.txt", output="new.txt", writing=True)
    assert (made["fixes"], made["text"]) == ({"NUM002": 1}, None)
    assert (folder / "new.txt").read_text(encoding="utf-8") == FIXED
    assert (folder / "years.txt").read_text(encoding="utf-8") == YEARS
    await called(folder, "fix", path="years.txt", output="years.txt", writing=True)
    assert (folder / "years.txt").read_text(encoding="utf-8") == FIXED


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"path": "years.txt", "output": "plan.txt"}, "已经存在"),
        ({"path": "years.txt", "output": "lawcheck.toml"}, "扩展名"),
        ({"path": "years.txt", "output": "../new.txt"}, "不在启动时给出的文件夹中"),
        ({"text": YEARS, "output": "new.txt"}, "只用于 path"),
    ],
)
async def test_with_leave_no_other_file_is_written(folder, arguments, told):
    before = {path: path.read_bytes() for path in folder.parent.rglob("*.*")}
    assert told in await called(folder, "fix", writing=True, **arguments)
    assert {path: path.read_bytes() for path in folder.parent.rglob("*.*")} == before


@pytest.mark.parametrize(
    ("tool", "arguments", "zh", "en"),
    [
        ("check", {"text": 5}, "text 应为字符串", "text must be a string"),
        ("check", {"path": ["plan.txt"]}, "path 应为字符串", "path must be a string"),
        (
            "check",
            {"text": YEARS, "kind": "pla"},
            "kind 可用的值：auto、plan、official、statute",
            "kind can be: auto, plan, official, statute",
        ),
        ("check", {"text": YEARS, "select": 5}, "select 应为数组", "select must be an array"),
        ("check", {"text": YEARS, "select": [5]}, "select[1] 应为字符串", "select[1] must be a string"),
        (
            "check",
            {"text": YEARS, "selct": "NUM"},
            "没有参数 selct，是否指 select",
            "no argument selct; did you mean select?",
        ),
        (
            "explain",
            {"code": "NUM002", "rule": "NUM002"},
            "没有参数 rule；可用的：code",
            "there is no argument rule; there are: code",
        ),
        ("compare", {"old": "plan.txt"}, "缺少参数 new", "missing argument new"),
        ("explain", {}, "缺少参数 code", "missing argument code"),
        ("fix", {"text": YEARS, "unsafe": "perhaps"}, "unsafe 应为 true 或 false", "unsafe must be true or false"),
        (
            "cover",
            {"superiors": 5},
            "superiors 应为数组；缺少参数 own",
            "superiors must be an array; missing argument own",
        ),
        ("chek", {"text": YEARS}, "没有工具 chek，是否指 check", "there is no tool chek; did you mean check?"),
    ],
)
async def test_a_wrong_call_is_told_in_one_line(folder, tool, arguments, zh, en):
    for lang, words in (("zh", zh), ("en", en)):
        told = await called(folder, tool, lang=lang, **arguments)
        assert told.endswith(words)
        assert "\n" not in told


async def test_one_is_taken_where_several_are(folder):
    for given in ("NUM002", ["NUM002"], "NUM002,PUN001", '["NUM002"]'):
        report = await called(folder, "check", text=YEARS, select=given)
        assert [found["code"] for found in report["files"][0]["diagnostics"]] == ["NUM002"]
    one = await called(folder, "cover", superiors="plan.txt", own="years.txt")
    assert one == await called(folder, "cover", superiors=["plan.txt"], own="years.txt")


def test_a_folder_that_is_none_is_told_at_once(folder, capsys):
    assert main(["mcp", str(folder / "years.txt")]) == 2
    assert "不是文件夹" in capsys.readouterr().err
    with pytest.raises(UsageError, match="不是文件夹"):
        Folders([str(folder / "missing")])


async def test_an_agent_starts_it_as_a_program(folder):
    program = StdioServerParameters(command=sys.executable, args=["-m", "lawcheck", "mcp", str(folder), "--lang", "en"])
    async with Client(stdio_client(program)) as agent:
        assert agent.server_info.name == "lawcheck"
        assert "Checks Chinese official documents" in agent.instructions
        answer = await agent.call_tool("check", {"path": "years.txt"})
        assert [found["code"] for found in answer.structured_content["files"][0]["diagnostics"]] == ["NUM002"]


def test_it_ends_with_its_agent_also_amid_a_call(folder):
    """A call that nobody waits for any more is not worked at to its end."""
    hello = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "agent", "version": "1"}}
    call = {"name": "check", "arguments": {"text": "字" * 3_000_000}}
    messages = [
        {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": hello},
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        {"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": call},
    ]
    with subprocess.Popen(
        [sys.executable, "-m", "lawcheck", "mcp", str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as server:
        server.stdin.write("".join(json.dumps(message) + "\n" for message in messages).encode())
        server.stdin.flush()
        assert json.loads(server.stdout.readline())["id"] == 1
        server.stdout.close()
        server.stdin.close()
        assert server.wait(timeout=60) == 0


def test_it_ends_with_its_agent(folder):
    done = subprocess.run(
        [sys.executable, "-m", "lawcheck", "mcp", str(folder)], input=b"", capture_output=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout) == (0, b"")


@pytest.mark.parametrize("name", ["x" * 300 + ".txt", "x/" * 1200, "\0.txt", "\ud800.txt"])
async def test_a_name_that_no_file_can_have_is_answered_in_words(folder, name):
    for isolated in (True, False):
        found = await called(folder, "check", text=YEARS, path=name, isolated=isolated)
        assert [file["path"] for file in found["files"]] == [name.replace("\ud800", "\ufffd")]
        for tool in ("check", "outline", "tasks", "cite", "fix"):
            told = await called(folder, tool, path=name, isolated=isolated)
            assert told != f"Error executing tool {tool}"
