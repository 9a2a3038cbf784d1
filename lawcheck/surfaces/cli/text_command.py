"""`lawcheck text`."""

from typing import Annotated

from lawcheck.running.configuration.layering import Resolved
from lawcheck.surfaces.cli.configured import finder_for
from lawcheck.surfaces.cli.inputs import Failures, each_source
from lawcheck.surfaces.cli.options import WHAT, Lang, Revisions, RevisionsChoice, argument, option
from lawcheck.surfaces.cli.output import write
from lawcheck.text.layers import clean
from lawcheck.text.source import Source

_Path = Annotated[str, argument("PATH", "文件；- 为标准输入", "file; - is standard input")]
_Cleaned = Annotated[
    bool,
    option(
        "--cleaned",
        WHAT,
        "去掉水印、断行和标记之后的文字，即检查时所用的",
        "the text without watermarks, broken lines and markup, as the checks see it",
    ),
]


def text(
    path: _Path,
    cleaned: _Cleaned = False,
    revisions: RevisionsChoice = Revisions.ACCEPTED,
    lang: Lang = None,
) -> int:
    """Writes the text of a document, or the view of it; returns the exit status."""
    failures = Failures()

    def show(path: str, source: Source, resolved: Resolved) -> None:
        write(clean(source).text if cleaned else source.text)

    each_source([path], finder_for(None, isolated=True, lang=lang), failures, show, revisions)
    return failures.status
