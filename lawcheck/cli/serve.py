"""`lawcheck serve`: the local page."""

from lawcheck.cli.calls import Call, command
from lawcheck.cli.extras import needs
from lawcheck.cli.options import CONFIG, ISOLATED
from lawcheck.cli.parameters import flag, number

_PORT = number("--port", "端口；0 为任一空闲端口", 8765, most=65535)
_OPEN = flag("--open", text="在浏览器中打开")


@command(_PORT, _OPEN, CONFIG, ISOLATED)
def serve(call: Call) -> int:
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
        return finder_for(call[CONFIG], call[ISOLATED], choices.kind or None, choices.language, stage).options(".")

    options(Choices("", "", "zh"))  # what is wrong with the configuration is told now
    run(Service(options), call[_PORT], lambda address: write(f"{address}\n"), call[_OPEN])
    return 0
