"""The server: one agent, on standard input and output."""

import functools
import gc
import os
from collections.abc import Callable, Iterable
from inspect import getdoc
from threading import Lock
from typing import TYPE_CHECKING, Any

from anyio import to_thread
from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations
from pydantic import ValidationError

from lawcheck import __version__
from lawcheck.errors import SEMICOLON, LawcheckError, Words, joined, nearest
from lawcheck.reading.remembered import remembering
from lawcheck.rulebook.table_faults import wrong_value
from lawcheck.surfaces.mcp.tools import Tools

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_INSTRUCTIONS = Words(
    "检查中文公文、方案和法规。起草或修改之后用 check 检查，用 explain 了解规则，用 fix 改正。位置从 0 起，按码点计。",
    "Checks Chinese official documents, plans and statutes. Check what you have drafted or changed with `check`, ask "
    "`explain` about a rule, and correct with `fix`. Offsets count code points from 0.",
)
# One call after another: they would only slow one another down, and what a call has read is known to all threads.
_TURN = Lock()
_NAMES = ("check", "fix", "outline", "tasks", "compare", "cover", "cite", "explain")


class _Server(MCPServer[Any]):
    """Tells an agent in one line what is wrong with the arguments of a call, and nothing is left out in silence."""

    language = "zh"

    async def call_tool(self, name: str, arguments: dict[str, Any], context: Any = None) -> Any:
        tools = {tool.name: tool for tool in await self.list_tools()}
        if name not in tools:
            raise self._wrong(Words("没有工具 ", "there is no tool ") + name + _one_of(name, tools))
        known = tools[name].input_schema["properties"]
        for argument in arguments:
            if argument not in known:
                raise self._wrong(Words("没有参数 ", "there is no argument ") + argument + _one_of(argument, known))
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            if isinstance(error.__cause__, ValidationError):
                raise self._wrong(joined(SEMICOLON, map(_fault, error.__cause__.errors()))) from error
            raise

    def _wrong(self, what: Words) -> ToolError:
        return ToolError(what.in_language(self.language))


def _fault(fault: "ErrorDetails") -> Words:
    if fault["type"] == "missing":
        return Words("缺少参数 ", "missing argument ") + str(fault["loc"][-1])
    return wrong_value(fault, fault["loc"])


def _one_of(name: str, known: Iterable[str]) -> Words:
    """The name that was probably meant, else all that there are."""
    names = list(known)
    if close := nearest(name, names):
        return Words(f"，是否指 {close}", f"; did you mean {close}?")
    return Words(f"；可用的：{'、'.join(names)}", f"; there are: {', '.join(names)}")


def server_of(tools: Tools, writing: bool, language: str) -> MCPServer[Any]:
    """The server of these tools; what an agent does wrong it is told in this language."""
    server = _Server(
        "lawcheck", version=__version__, instructions=_INSTRUCTIONS.in_language(language), log_level="ERROR"
    )
    server.language = language
    for name in _NAMES:
        writes = writing and name == "fix"
        hints = ToolAnnotations(read_only_hint=not writes, destructive_hint=writes, open_world_hint=False)
        tool = getattr(tools, name)
        server.add_tool(_told(tool, language), name, description=getdoc(tool), annotations=hints)
    return server


def serve(tools: Tools, writing: bool, language: str) -> None:
    """Serves one agent until it ends the connection; what else is printed meanwhile goes to standard error."""
    gc.enable()  # unlike the other commands this one lives long
    try:
        server_of(tools, writing, language).run()
    except* BrokenPipeError:
        pass  # the agent was killed, and cannot be told that its last call has failed
    if _TURN.locked():
        # What a call still works at, nobody is there to hear; files are replaced as a whole or not at all.
        os._exit(0)


def _told(tool: Callable[..., Any], language: str) -> Callable[..., Any]:
    """A tool that tells what is wrong with a call as the protocol does."""

    def called(arguments: dict[str, Any]) -> Any:
        with _TURN, remembering():
            return tool(**arguments)

    @functools.wraps(tool)
    async def told(**arguments: Any) -> Any:
        try:
            # An agent that goes, or calls off what it has asked for, does not wait for its end.
            return await to_thread.run_sync(called, arguments, abandon_on_cancel=True)
        except LawcheckError as error:
            raise ToolError(error.in_language(language)) from error

    return told
