"""The commands that are about no document: the configuration, the catalogue, the language server."""

from lawcheck.surfaces.cli.calls import Call, command
from lawcheck.surfaces.cli.extras import needs
from lawcheck.surfaces.cli.options import CONFIG, SETTINGS, RuleFormat
from lawcheck.surfaces.cli.parameters import argument, choice, flag

_PATH = argument("PATH", "文件或目录，默认为当前目录", default=".")


@command(_PATH, CONFIG)
def config(call: Call) -> int:
    """显示对文件起作用的配置，以及各项来自哪里。"""
    from lawcheck.surfaces.cli.configured import finder_of, show

    return show(call[_PATH], finder_of(call))


_FORMAT = choice("--output-format", RuleFormat, "输出格式", RuleFormat.TABLE)
_TEST = flag("--test", text="不列出，用示例检验自定规则；有不符的退出码为 1")


@command(_FORMAT, _TEST, *SETTINGS)
def rules(call: Call) -> int:
    """列出全部规则，包括配置中的自定规则。"""
    from lawcheck.surfaces.cli import show
    from lawcheck.surfaces.cli.configured import finder_of

    finder = finder_of(call)
    return show.test_rules(finder) if call[_TEST] else show.rules(call[_FORMAT], finder)


_CODE = argument("CODE", "规则的编号或名称")


@command(_CODE, *SETTINGS)
def explain(call: Call) -> int:
    """说明一条规则：理由、依据、示例和改法。"""
    from lawcheck.surfaces.cli import show
    from lawcheck.surfaces.cli.configured import finder_of

    return show.explain(call[_CODE], finder_of(call))


@command()
def lsp(call: Call) -> int:
    """语言服务器：由编辑器启动，经标准输入和标准输出与它通信。"""
    with needs("lsp"):
        from lawcheck.surfaces.lsp.language_server import serve
    return serve()
