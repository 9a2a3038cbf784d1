"""`lawcheck scan`: very many documents, checked into a Parquet dataset."""

import os
import sys
import time
from typing import Annotated

from lawcheck.errors import UsageError, Words
from lawcheck.running.job import usable_processors
from lawcheck.surfaces.cli.configured import HERE, finder_for
from lawcheck.surfaces.cli.extras import needs
from lawcheck.surfaces.cli.inputs import Failures, listed_paths
from lawcheck.surfaces.cli.notes import complain
from lawcheck.surfaces.cli.options import (
    OUTPUT,
    SPEED,
    WHAT,
    Config,
    ExtendSelect,
    Ignore,
    Isolated,
    Jobs,
    KindChoice,
    Lang,
    Preview,
    ScannedChoice,
    Select,
    argument,
    number,
    option,
)
from lawcheck.surfaces.cli.options_of_check import FilesFrom
from lawcheck.surfaces.cli.output import write

_MEBIBYTE = 1024 * 1024
_INTERRUPTED = 130
_SECONDS = 60
_MOST_SECONDS = 24 * 3600
_PARTITION = 16
_MOST_PARTITION = 1024
_ENGINES = ("local", "ray")
_LEAST_SHOWN = 1.0

_Inputs = Annotated[
    list[str],
    argument(
        "INPUT...",
        "目录、文件、压缩包（zip、tar）、表（jsonl、csv、parquet），也可以是 s3:// 等地址",
        "folders, files, archives (zip, tar) and tables (jsonl, csv, parquet), also as addresses like s3://",
    ),
]
_Output = Annotated[str, option("-o, --output DIR", OUTPUT, "数据集的目录", "the folder of the dataset")]
_TextColumn = Annotated[
    str,
    option(
        "--text-column NAME",
        WHAT,
        "表中正文所在的列；默认为 text、content、正文等常用名称",
        "the column that holds the text; by default one of the usual names (text, content …)",
    ),
]
_NameColumn = Annotated[
    str,
    option(
        "--name-column NAME", WHAT, "表中作为文件编号的列；默认用行号", "the column of ids; by default the row's number"
    ),
]
_Engine = Annotated[
    str, option("--engine <local|ray>", SPEED, "由谁执行：本机进程或者 Ray 集群", "processes here, or a Ray cluster")
]
_Address = Annotated[
    str | None,
    option(
        "--address ADDRESS",
        SPEED,
        "Ray 集群的地址；默认用 RAY_ADDRESS，没有就在本机临时启动",
        "of the Ray cluster; RAY_ADDRESS by default, else one is started here for this call",
    ),
]
_Timeout = Annotated[
    int, number("--timeout", SPEED, "每个文件最多几秒，默认 60，0 为不限", "seconds for a document; 60, 0 is no limit")
]
_PartitionSize = Annotated[
    int,
    number(
        "--partition-size",
        SPEED,
        "每个分区约几 MiB，默认 16；0 为每个文件一个分区",
        "MiB of a partition, 16 by default; 0 is a partition for each document",
        _MOST_PARTITION,
    ),
]


def scan(
    paths: _Inputs = [],  # noqa: B006 as Typer wants it
    output: _Output = "",
    files_from: FilesFrom = None,
    text_column: _TextColumn = "",
    name_column: _NameColumn = "",
    select: Select = None,
    extend_select: ExtendSelect = None,
    ignore: Ignore = None,
    preview: Preview = False,
    kind: KindChoice = None,
    scanned: ScannedChoice = None,
    lang: Lang = None,
    config: Config = None,
    isolated: Isolated = False,
    engine: _Engine = "local",
    address: _Address = None,
    jobs: Jobs = 0,
    timeout: _Timeout = _SECONDS,
    partition_size: _PartitionSize = _PARTITION,
) -> int:
    """Writes the dataset, or what of it is missing; returns 2 when an input cannot be read."""
    named = [*paths, *(listed_paths(files_from) if files_from else ())]
    if not named:
        raise UsageError(Words("请指明要检查的文件或目录", "please name the files or folders to be checked"))
    if not output:
        raise UsageError(Words("请用 -o 指明数据集的目录", "please name the folder of the dataset with -o"))
    if engine not in _ENGINES:
        raise UsageError(
            Words(f"--engine 没有 {engine}；可用的有 local、ray", f"--engine knows local and ray, not {engine}")
        )
    finder = finder_for(
        config,
        isolated,
        lang=lang,
        kind=kind,
        scanned=scanned,
        select=select,
        extend_select=extend_select,
        ignore=ignore,
        preview=preview,
    )
    resolved = finder.resolved(HERE)
    failures = Failures()
    with needs("scan" if engine == "local" else "ray"):
        from lawcheck.surfaces.scan.planning import Columns
        from lawcheck.surfaces.scan.scan_partition import ScanJob
        from lawcheck.surfaces.scan.scanning import Engine, EngineChoice
        from lawcheck.surfaces.scan.scanning import scan as scanned_all

        job = ScanJob(
            os.path.realpath(output), resolved, Columns(text_column, name_column), min(timeout, _MOST_SECONDS)
        )
        chosen = Engine(EngineChoice(engine), jobs or usable_processors(), address or os.environ.get("RAY_ADDRESS"))
        shown = _Progress(resolved.language)
        try:
            totals = scanned_all(
                named,
                job,
                chosen,
                partition_bytes=partition_size * _MEBIBYTE,
                failed=lambda error: failures.add(error, resolved.language),
                shown=shown,
            )
        except KeyboardInterrupt:
            shown.clear()
            complain(_GOES_ON.in_language(resolved.language))
            return _INTERRUPTED
        shown.clear()
    counts = f"{totals.documents:,}", f"{totals.unchecked:,}", f"{totals.findings:,}", f"{totals.done_before:,}"
    write(
        Words(
            "文件 {} 个，其中未能检查 {} 个；问题 {} 条；以前已完成的分区 {} 个\n".format(*counts),
            "{} documents, {} of them not checked; {} findings; {} partitions were done before\n".format(*counts),
        ).in_language(resolved.language)
    )
    return failures.status


_GOES_ON = Words(
    "已中断，已完成的分区都已写好；再次运行同一命令即继续",
    "interrupted; the partitions that are done are written, and the same command goes on with the others",
)


class _Progress:
    """How far the scan is, how fast it goes and how long it still takes, for a person who waits."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._begun = time.monotonic()
        self._first: int | None = None
        self._width = 0

    def __call__(self, done: int, total: int) -> None:
        if not sys.stderr.isatty():
            return
        first = self._first = done if self._first is None else self._first
        seconds = time.monotonic() - self._begun
        rate = (done - first) / seconds if seconds > _LEAST_SHOWN else 0
        left = (total - done) / rate if rate else 0
        words = Words(
            f"{100 * done // max(1, total)}%  {rate / _MEBIBYTE:.1f} MiB/秒  还需 {_time(left)}",
            f"{100 * done // max(1, total)}%  {rate / _MEBIBYTE:.1f} MiB/s  {_time(left)} left",
        ).in_language(self._language)
        self._draw(words)

    def clear(self) -> None:
        """Takes the line away."""
        if self._width:
            self._draw("")

    def _draw(self, words: str) -> None:
        sys.stderr.write(f"{words.ljust(self._width)}\r")
        sys.stderr.flush()
        self._width = len(words) + sum(not letter.isascii() for letter in words)


def _time(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}"
