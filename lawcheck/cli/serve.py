"""`lawcheck serve`: the local page."""

from typing import Annotated

import typer

from lawcheck.cli.extras import needs
from lawcheck.cli.options import Config, Isolated

PORT = 8765


def serve(
    port: Annotated[int, typer.Option(metavar="N", min=0, max=65535, help="端口；0 为任一空闲端口")] = PORT,
    show: Annotated[bool, typer.Option("--open", help="在浏览器中打开")] = False,
    config: Config = None,
    isolated: Isolated = False,
) -> int:
    """在本机打开网页，在浏览器中检查、修改文件；按 Ctrl-C 结束。"""
    with needs("web"):
        from lawcheck.web.app import Choices, Service
        from lawcheck.web.server import serve as run
    from functools import cache

    from lawcheck.cli.configured import finder_for
    from lawcheck.cli.output import write
    from lawcheck.configuration.layers import Options
    from lawcheck.settings import Stage

    @cache
    def options(choices: Choices) -> Options:
        stage = Stage(choices.stage) if choices.stage else None
        return finder_for(config, isolated, choices.kind or None, choices.language, stage).options(".")

    options(Choices("", "", "zh"))  # what is wrong with the configuration is told now
    run(Service(options), port, lambda address: write(f"{address}\n"), show)
    return 0
