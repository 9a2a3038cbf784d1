"""Attacks by requests: to the local page, to `lawcheck lsp` and to `lawcheck mcp`."""

import asyncio
import io
import json
import os
import random
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from benchmarks.attacks.pieces import text_of
from benchmarks.fuzz_docx import truncated, xml_changed
from benchmarks.word import word
from lawcheck.surfaces.cli.configured import finder_for

_PORT = 8765
_HOST = f"127.0.0.1:{_PORT}"
_ODD = ("", "0", "-1", "9" * 30, "²", "../../x", "\x00", "<script>", "ALL", "PUN001", "é" * 600)
_CHANGES = ("fix", "fix-all", "ignore", "restore", "type", "off", "on", "choose", "undo", "redo", "next", "x")
_FIELDS = ("key", "keys", "place", "reason", "number", "start", "was", "text", "session", "code", "kind", "stage")
_FILES = ("document", "text", "clean", "annotated", "report", "json", "markdown", "tasks", "tasks-docx", "xlsx", "x")
_PATIENCE = 60.0


def page(chance: random.Random, folder: Path) -> None:
    """A document is opened on the page, then anything is asked for."""
    from starlette.testclient import TestClient

    from lawcheck.surfaces.web.app import Service
    from lawcheck.surfaces.web.form_choices import FormChoices

    def resolved(choices: FormChoices) -> Any:
        return finder_for(None, True, kind=choices.kind or None, lang=choices.language).resolved(".")

    service = Service(resolved, processes=_here())
    client = TestClient(service.app(_PORT), base_url=f"http://{_HOST}")
    own = {"origin": f"http://{_HOST}", "lawcheck-token": service.token}
    name, data = _document(chance)
    answers = [client.post("/documents", content=data, headers={**own, "lawcheck-name": quote(name)})]
    ids = [*service.drafts._drafts] if answers[0].status_code == 201 else ["x"]
    for _ in range(chance.randint(1, 4)):
        place = f"/documents/{ids[0]}"
        match chance.randrange(4):
            case 0:
                answers.append(client.get(f"{place}/files/{chance.choice(_FILES)}"))
            case 1:
                answers.append(client.request(chance.choice(("GET", "DELETE", "POST", "PUT")), place, headers=own))
            case _:
                said = json.dumps({field: _value(chance, data) for field in chance.choices(_FIELDS, k=4)})
                sent = chance.choice((said, said, said, said[:-3], "[]", "null", "[" * 5000))
                answers.append(client.post(f"{place}/{chance.choice(_CHANGES)}", content=sent, headers=own))
    assert all(answer.status_code < 500 for answer in answers), [answer.text for answer in answers]


def _here() -> Any:
    """The processes of the page, all of them this one."""
    from lawcheck.surfaces.web.processes import Processes

    class Here(Processes):
        async def run(self, seconds: float, function: Callable[..., Any], *arguments: Any) -> Any:
            return function(*arguments)

    return Here()


def _document(chance: random.Random) -> tuple[str, bytes]:
    """The name of a file, and what it holds."""
    if chance.random() < 0.2:
        return "a.docx", chance.choice((truncated, xml_changed))(chance, word(1, faults=3))
    return chance.choice(("a.txt", "a.md", "a.html", "../\x00.txt", "a")), text_of(chance).encode("utf-8", "replace")


def _value(chance: random.Random, data: bytes) -> str:
    at = chance.randrange(len(data) + 1)
    return chance.choice((*_ODD, str(at), data[at : at + 9].decode("utf-8", "replace"), text_of(chance)[:200]))


def editors(chance: random.Random, folder: Path) -> None:
    """A document is opened in an editor and changed, with places that may lie anywhere; then anything is asked for."""
    from lawcheck.surfaces.lsp.language_server import connect

    told = _Answers()
    reading, writing = os.pipe()
    messages = list(_messages(chance, folder))

    def write() -> None:
        with os.fdopen(writing, "wb") as editor:
            for message in messages:
                editor.write(_framed(message))
            editor.write(
                _framed({"id": "last", "method": "textDocument/documentSymbol", "params": _of("a.txt", folder)})
            )
            editor.flush()
            told.wait(b'"id": "last"', b'"id":"last"')
            editor.write(_framed({"id": "end", "method": "shutdown"}) + _framed({"method": "exit"}))

    writer = threading.Thread(target=write)
    writer.start()
    with os.fdopen(reading, "rb") as sent:
        connect(sent, told)
    writer.join()
    said = told.said
    assert b"Traceback" not in said and b"LAW000" not in said, said[-3000:].decode("utf-8", "replace")
    assert b"-32603" not in said, said[-3000:].decode("utf-8", "replace")


class _Answers(io.BytesIO):
    """What the server writes, which can be waited for."""

    def __init__(self) -> None:
        super().__init__()
        self._changed = threading.Condition()
        self.said = b""

    def write(self, data: Any, /) -> int:
        with self._changed:
            self.said += bytes(data)
            self._changed.notify_all()
        return len(data)

    def close(self) -> None:
        """Stays, to be looked at."""

    def wait(self, *words: bytes) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: any(word in self.said for word in words), _PATIENCE), "no answer"


def _framed(message: dict[str, Any]) -> bytes:
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


def _of(name: str, folder: Path) -> dict[str, Any]:
    return {"textDocument": {"uri": (folder / name).as_uri()}}


def _messages(chance: random.Random, folder: Path) -> Any:
    """What an editor may say: in order, with the versions of documents going up."""
    text = text_of(chance)
    options = chance.choice((None, {}, {"select": ["PUN"]}, {"select": 1}, [], "x", {"language": "xx"}))
    yield {
        "id": 0,
        "method": "initialize",
        "params": {"capabilities": {}, "rootUri": folder.as_uri(), "initializationOptions": options},
    }
    yield {"method": "initialized", "params": {}}
    item = {**_of("a.txt", folder)["textDocument"], "languageId": chance.choice(("plaintext", "markdown", "html", ""))}
    yield {"method": "textDocument/didOpen", "params": {"textDocument": {**item, "version": 1, "text": text}}}
    for number in range(1, chance.randint(2, 6)):
        place = {"start": _place(chance), "end": _place(chance)}
        what = chance.choice(("didChange", "didChange", "codeAction", "hover", "definition", "foldingRange", "didSave"))
        said = _of("a.txt", folder)
        if what == "didChange":
            said["textDocument"]["version"] = number + 1
            whole = chance.random() < 0.2
            change = {"text": text_of(chance)[:300]} if whole else {"range": place, "text": text_of(chance)[:20]}
            yield {"method": "textDocument/didChange", "params": {**said, "contentChanges": [change]}}
        elif what == "didSave":
            yield {"method": "textDocument/didSave", "params": said}
        else:
            said |= {"range": place, "position": place["start"], "context": {"diagnostics": []}}
            yield {"id": number, "method": f"textDocument/{what}", "params": said}


def _place(chance: random.Random) -> dict[str, int]:
    return {"line": chance.choice((0, 0, 1, 2, 99)), "character": chance.choice((0, 1, 5, 20, 99999))}


def agents(chance: random.Random, folder: Path) -> None:
    """An agent calls a tool with anything."""
    asyncio.run(_asked(chance, folder))


async def _asked(chance: random.Random, folder: Path) -> None:
    from mcp.client.client import Client

    from lawcheck.surfaces.mcp.folders import Folders
    from lawcheck.surfaces.mcp.mcp_server import server_of
    from lawcheck.surfaces.mcp.tools import Tools

    name, data = _document(chance)
    place = folder / Path(name.replace("\x00", "")).name
    place.write_bytes(data)
    writing = chance.random() < 0.5
    tools = Tools(Folders([str(folder)]), writing, partial(finder_for, None, True, lang="zh"))
    paths = (str(place), place.name, ".", "..", "/etc/passwd", "\x00", "x" * 5000, f"{folder}/../a.txt", "b.txt")
    async with Client(server_of(tools, writing, "zh")) as agent:
        for _ in range(chance.randint(1, 4)):
            tool = chance.choice(("check", "fix", "outline", "tasks", "compare", "cover", "cite", "explain"))
            given = {"text": text_of(chance), "kind": chance.choice(("auto", "plan", "x")), "code": chance.choice(_ODD)}
            given |= {key: chance.choice(paths) for key in ("path", "output", "old", "new", "own")}
            given |= {"superiors": [place.name], "select": [chance.choice(_ODD)], "unsafe": chance.random() < 0.5}
            asked = {key: value for key, value in given.items() if chance.random() < 0.6}
            answer = await agent.call_tool(tool, json.loads(json.dumps(asked, ensure_ascii=True)))
            said = "".join(content.text for content in answer.content)
            # Of what it did not expect, the server says no more than that.
            assert said != f"Error executing tool {tool}" and '"LAW000"' not in said, (asked, said)
