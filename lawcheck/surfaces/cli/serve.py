"""`lawcheck serve`: the local page."""

from lawcheck.surfaces.cli.calls import Call, command
from lawcheck.surfaces.cli.extras import needs
from lawcheck.surfaces.cli.options import CONFIG, ISOLATED
from lawcheck.surfaces.cli.parameters import flag, number

_PORT = number("--port", "端口；0 为任一空闲端口", 8765, most=65535)
_OPEN = flag("--open", text="在浏览器中打开")


@command(_PORT, _OPEN, CONFIG, ISOLATED)
def serve(call: Call) -> int:
    """在本机打开网页，在浏览器中检查、修改文件；按 Ctrl-C 结束。"""
    with needs("web"):
        from lawcheck.surfaces.web.app import FormChoices, Service
        from lawcheck.surfaces.web.web_server import serve as run
    from functools import cache

    from lawcheck.running.configuration.layering import Resolved
    from lawcheck.structure.settings import Stage
    from lawcheck.surfaces.cli.configured import finder_for
    from lawcheck.surfaces.cli.output import write

    @cache
    def resolved(choices: FormChoices) -> Resolved:
        stage = Stage(choices.stage) if choices.stage else None
        return finder_for(call[CONFIG], call[ISOLATED], choices.kind or None, choices.language, stage).resolved(".")

    resolved(FormChoices("", "", "zh"))  # what is wrong with the configuration is told now
    run(Service(resolved), call[_PORT], lambda address: write(f"{address}\n"), call[_OPEN])
    return 0
