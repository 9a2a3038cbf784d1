"""The server: one agent, on standard input and output."""

import functools
import gc
from collections.abc import Callable
from inspect import getdoc
from threading import Lock
from typing import Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations

from lawcheck import __version__
from lawcheck.errors import LawcheckError, Words
from lawcheck.reading.remembered import remembering
from lawcheck.surfaces.mcp.tools import Tools

_INSTRUCTIONS = Words(
    "检查中文公文、方案和法规。起草或修改之后用 check 检查，用 explain 了解规则，用 fix 改正。位置从 0 起，按码点计。",
    "Checks Chinese official documents, plans and statutes. Check what you have drafted or changed with `check`, ask "
    "`explain` about a rule, and correct with `fix`. Offsets count code points from 0.",
)
# One call after another: they would only slow one another down, and what a call has read is known to all threads.
_TURN = Lock()
_NAMES = ("check", "fix", "outline", "tasks", "compare", "cover", "cite", "explain")


def server_of(tools: Tools, writing: bool, language: str) -> MCPServer[Any]:
    """The server of these tools; what an agent does wrong it is told in this language."""
    server: MCPServer[Any] = MCPServer(
        "lawcheck", version=__version__, instructions=_INSTRUCTIONS.in_language(language), log_level="ERROR"
    )
    for name in _NAMES:
        writes = writing and name == "fix"
        hints = ToolAnnotations(read_only_hint=not writes, destructive_hint=writes, open_world_hint=False)
        tool = getattr(tools, name)
        server.add_tool(_told(tool, language), name, description=getdoc(tool), annotations=hints)
    return server


def serve(tools: Tools, writing: bool, language: str) -> None:
    """Serves one agent until it ends the connection; what else is printed meanwhile goes to standard error."""
    gc.enable()  # unlike the other commands this one lives long
    server_of(tools, writing, language).run()


def _told(tool: Callable[..., Any], language: str) -> Callable[..., Any]:
    """A tool that tells what is wrong with a call as the protocol does."""

    @functools.wraps(tool)
    def told(*arguments: Any, **named: Any) -> Any:
        try:
            with _TURN, remembering():
                return tool(*arguments, **named)
        except LawcheckError as error:
            raise ToolError(error.in_language(language)) from error

    return told
