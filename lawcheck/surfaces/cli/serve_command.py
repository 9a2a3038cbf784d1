"""`lawcheck serve`: the local page."""

from functools import cache
from pathlib import Path
from typing import Annotated

from lawcheck.running.configuration.layering import Resolved
from lawcheck.structure.settings import Scanned, Stage
from lawcheck.surfaces.cli.configured import HERE, finder_for
from lawcheck.surfaces.cli.extras import needs
from lawcheck.surfaces.cli.options import OTHER, Config, Isolated, Lang, argument, number, option
from lawcheck.surfaces.cli.output import write

_Paths = Annotated[
    list[str] | None,
    argument("[PATH...]", "跟随这些文件：每次保存后重新检查", "files to follow: checked anew whenever they are saved"),
]
_Port = Annotated[int, number("--port", OTHER, "端口；0 为任一空闲端口", "port; 0 is any that is free", most=65535)]
_Open = Annotated[bool, option("--open", OTHER, "在浏览器中打开", "open it in the browser")]


def serve(
    paths: _Paths = None,
    port: _Port = 8765,
    show: _Open = False,
    lang: Lang = None,
    config: Config = None,
    isolated: Isolated = False,
) -> int:
    """Serves until Ctrl-C; files that are named are followed: shown anew each time they are saved."""
    with needs("web"):
        from lawcheck.surfaces.web.app import Service
        from lawcheck.surfaces.web.form_choices import FormChoices
        from lawcheck.surfaces.web.recovery import RecoveryStore, data_folder
        from lawcheck.surfaces.web.web_server import serve as run

    @cache
    def resolved(choices: FormChoices) -> Resolved:
        stage = Stage(choices.stage) if choices.stage else None
        scanned = Scanned(choices.scanned) if choices.scanned else None
        kind, lang = choices.kind or None, choices.language
        return finder_for(config, isolated, kind=kind, lang=lang, stage=stage, scanned=scanned).resolved(HERE)

    resolved(FormChoices("", "", "", "zh"))  # what is wrong with the configuration is reported now
    service = Service(resolved, store=None if isolated else RecoveryStore(data_folder()))
    ids = "+".join(map(service.follow, map(Path, paths or ())))
    run(service, port, lambda address: write(f"{address}\n"), show, f"#{ids}" if ids else "")
    return 0
