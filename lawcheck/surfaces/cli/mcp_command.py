"""`lawcheck mcp`."""

from functools import partial
from typing import Annotated

from lawcheck.surfaces.cli.configured import HERE, finder_for
from lawcheck.surfaces.cli.extras import needs
from lawcheck.surfaces.cli.options import OTHER, Config, Isolated, Lang, Library, argument, option

_Folders = Annotated[
    list[str] | None,
    argument(
        "[FOLDER...]",
        "只有这些文件夹中的文件可以读；默认当前文件夹",
        "only files in these folders can be read; by default the current one",
    ),
]
_AllowWrite = Annotated[
    bool, option("--allow-write", OTHER, "可以写这些文件夹中的文件", "files in these folders may be written, too")
]


def mcp(
    folders: _Folders = None,
    allow_write: _AllowWrite = False,
    library: Library = None,
    lang: Lang = None,
    config: Config = None,
    isolated: Isolated = False,
) -> int:
    """Serves one agent until it ends the connection."""
    with needs("mcp"):
        from lawcheck.surfaces.mcp.folders import Folders
        from lawcheck.surfaces.mcp.mcp_server import serve
        from lawcheck.surfaces.mcp.tools import Tools

    finder = partial(finder_for, config, isolated, lang=lang, library=library)
    language = finder().resolved(HERE).language  # what is wrong with the configuration is told now
    serve(Tools(Folders(folders or [HERE]), allow_write, finder), allow_write, language)
    return 0
