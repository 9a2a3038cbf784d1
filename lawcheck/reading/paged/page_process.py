"""Reads pages in a process of its own, which comes to its end whatever is in the file.

`python -P -m lawcheck.reading.paged.page_process` reads a question, a line of JSON, and a file from standard input, and
writes a line of JSON for each page. Its last line says that it has come to its end, or why it has not.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lawcheck.errors import SourceError, Words
from lawcheck.reading.paged.glyphs import SeenPage, seen_page
from lawcheck.reading.paged.page_options import PageOptions

# What reading may take: bytes of memory, and seconds for the text of a file and for each page that is recognised.
MEMORY = 3 * 1024**3
TEXT_SECONDS = 60.0
PAGE_SECONDS = 60.0
_DAMAGED = Words("不能读取，它可能已损坏", "cannot be read; it may be damaged")
_REASONS = {
    "damaged": Words("不是完好的 PDF 文件，不能读取", "is no sound PDF file and cannot be read"),
    "encrypted": Words("已加密，不能读取；请先去掉密码", "is encrypted and cannot be read; please remove its password"),
    "pages": Words("页数过多，不能读取", "has too many pages to be read"),
    "picture": Words("不是完好的图片，不能读取", "is no sound picture and cannot be read"),
    "memory": Words("读取所需的内存过多", "takes too much memory to be read"),
    "size": Words("的图片过大，不能读取", "has a picture that is too large to be read"),
    "range": Words("没有所要的页", "has none of the pages that are asked for"),
}
_SCAN = Words(
    "第 {page} 页没有可用的文字层（扫描件，或者文字层的编码已丢失），要识别文字请安装：pip install 'lawcheck[ocr]'",
    "page {page} has no text layer that can be used (a scan, or the codes of its text are lost); to have it recognised "
    "please install: pip install 'lawcheck[ocr]'",
)
NOT_ALLOWED = Words(
    "没有可用的文字层，而 --ocr 的值不让识别",
    "has no text layer that can be used, and --ocr never forbids recognising it",
)


def read_pages(data: bytes, name: str, kind: str, options: PageOptions, lengths: Sequence[int] = ()) -> list[SeenPage]:
    """The pages of a file of a kind, "pdf" or "picture"; raises SourceError.

    `lengths` are those of the pictures where there are several, one after the other.
    """
    asked = {"kind": kind, "ocr": options.ocr, "pages": options.pages, "name": name, "lengths": list(lengths)}
    return [seen_page(page) for page in answers(asked, data, name, options.seconds)]


def answers(asked: dict[str, Any], data: bytes, name: str, seconds: float) -> list[dict[str, Any]]:
    """What the process answers to a question about a file; raises SourceError, also for want of an extra."""
    # Where this process has found lawcheck, that one does.
    path = os.pathsep.join([str(Path(__file__).parents[3]), *filter(None, [os.environ.get("PYTHONPATH")])])
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", __name__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=None if os.environ.get("LAWCHECK_DEBUG") == "1" or sys.stderr.isatty() else subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": path, "OMP_NUM_THREADS": os.environ.get("OMP_NUM_THREADS", "2")},
    )
    try:
        out, _ = process.communicate(json.dumps(asked).encode() + b"\n" + data, timeout=seconds)
    except subprocess.TimeoutExpired as error:
        raise SourceError(name, Words("读取时间过长，已停止", "takes too long to be read and was stopped")) from error
    finally:
        process.kill()
        process.wait()
    return _answers(out.splitlines(), name)


def _answers(lines: Sequence[bytes], name: str) -> list[dict[str, Any]]:
    try:
        *found, last = [json.loads(line) for line in lines]
    except ValueError as error:
        raise SourceError(name, _DAMAGED) from error
    if last.get("end") is True:
        return found
    if missing := last.get("missing"):
        extra = f"pip install 'lawcheck[{last['extra']}]'"
        raise SourceError(
            name,
            Words(f"缺少 {missing}，请安装：{extra}", f"cannot be read without {missing}, please install it: {extra}"),
        )
    raise SourceError(name, _reason(last))


def _reason(last: dict[str, Any]) -> Words:
    if page := last.get("scan"):
        return Words(_SCAN.zh.format(page=page), _SCAN.en.format(page=page))
    return NOT_ALLOWED if last.get("unread") else _REASONS.get(last.get("error", ""), _DAMAGED)


if __name__ == "__main__":
    from lawcheck.reading.paged.page_worker import work

    work()
