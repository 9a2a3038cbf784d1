"""The commands that are about no document: the configuration, the catalogue, the language server."""

from typing import Annotated

import typer

from lawcheck.cli.extras import needs
from lawcheck.cli.options import Config, Isolated, Lang, RuleFormat


def show_config(
    path: Annotated[str, typer.Argument(metavar="PATH", help="文件或目录")] = ".", config: Config = None
) -> int:
    """显示对文件起作用的配置，以及各项来自哪里。"""
    from lawcheck.cli.configured import finder_for, show

    return show(path, finder_for(config, isolated=False))


def rules(
    output_format: Annotated[RuleFormat, typer.Option(help="输出格式")] = RuleFormat.TABLE,
    test: Annotated[bool, typer.Option("--test", help="不列出，用示例检验自定规则；有不符的退出码为 1")] = False,
    lang: Lang = None,
    config: Config = None,
    isolated: Isolated = False,
) -> int:
    """列出全部规则，包括配置中的自定规则。"""
    from lawcheck.cli import show
    from lawcheck.cli.configured import finder_for

    finder = finder_for(config, isolated, lang=lang)
    return show.test_rules(finder) if test else show.rules(output_format, finder)


def explain(
    code: Annotated[str, typer.Argument(metavar="CODE", help="规则的编号或名称")],
    lang: Lang = None,
    config: Config = None,
    isolated: Isolated = False,
) -> int:
    """说明一条规则：理由、依据、示例和改法。"""
    from lawcheck.cli import show
    from lawcheck.cli.configured import finder_for

    return show.explain(code, finder_for(config, isolated, lang=lang))


def lsp() -> int:
    """语言服务器：由编辑器启动，经标准输入和标准输出与它通信。"""
    with needs("lsp"):
        from lawcheck.lsp.server import serve
    return serve()
