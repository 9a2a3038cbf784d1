"""Word documents of any size: plans as `documents.plan` makes them, with headings and items numbered by lists.

`python -m benchmarks.word` says how long one of 130 pages takes to read, and to write with 500 comments and tracked
changes; exit status 1 when that is above 0.3 s and 3 s.
"""

import re
import statistics
import sys
import tempfile
import time
from pathlib import Path
from xml.sax.saxutils import escape

from benchmarks.documents import plan
from benchmarks.packages import docx
from lawcheck.annotation.annotate import Manner, annotate
from lawcheck.diagnostics import Diagnostic, Edit, Fix, Safety, Severity
from lawcheck.docx.package import Package
from lawcheck.docx.text import read_text
from lawcheck.readers import read_stream

_MARKERS = ((r"[一二三四五六七八九十]{1,3}、", 0), (r"（[一二三四五六七八九十]{1,3}）", 1), (r"\d{1,2}\.", 2))
_LEVELS = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))
_FONT = '<w:rPr><w:rFonts w:hint="eastAsia" w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/></w:rPr>'
# What fits on a page of 22 lines of 28 characters, headings and short last lines taken in.
_PAGE = 580
_COMMENTS = 500


def word(pages: int) -> bytes:
    """A plan of so many pages as .docx: each clause a run of its own, and a table of the tasks behind it."""
    lines = plan(pages * _PAGE * 3).splitlines()
    body = "".join(_paragraph(line) for line in lines)
    cells = [re.findall(r"牵头单位：([^；）]+)；参加单位：([^；）]+)", line) for line in lines]
    rows = "".join(_row("清理楼道", *found[0]) for found in cells if found)
    body += f"<w:tbl><w:tblPr/><w:tblGrid/>{_row('任务', '牵头单位', '参加单位')}{rows}</w:tbl>"
    return docx(body, "<w:sectPr/>", numbering=_numbering())


def _paragraph(line: str) -> str:
    properties = ""
    for pattern, level in _MARKERS:
        if match := re.match(pattern, line):
            line = line[match.end() :]
            properties = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
            break
    return f"<w:p>{properties}{''.join(map(_run, re.findall('[^，。]+[，。]?', line)))}</w:p>"


def _run(text: str) -> str:
    return f'<w:r>{_FONT}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc><w:tcPr/><w:p>{_run(cell)}</w:p></w:tc>' for cell in cells)}</w:tr>"


def _numbering() -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for n, (kind, text) in enumerate(_LEVELS)
    )
    lists = f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
    return f'{lists}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'


def main() -> int:
    """Reads a document of 130 pages some times and prints the seconds."""
    data = word(130)
    seconds = []
    for _ in range(10):
        start = time.perf_counter()
        source = read_stream(data, "a.docx")
        seconds.append(time.perf_counter() - start)
    print(f"{len(source.text)} characters, {source.text.count(chr(10))} lines, {len(source.labels)} automatic numbers")
    print(f"read in {statistics.median(seconds):.3f} s (median), {seconds[0]:.3f} s the first time (with imports)")
    writing = annotating(data)
    print(f"written with {_COMMENTS} comments and tracked changes in {writing:.3f} s, reading taken in")
    return int(statistics.median(seconds) > 0.3 or writing > 3)


def annotating(data: bytes) -> float:
    """The seconds that it takes to read a document and write it with comments and changes spread over it."""
    start = time.perf_counter()
    opened = Package(data, "a.docx")
    text = read_text(opened)
    commas = [m.span() for m in re.finditer("，", text.text)]
    spans = commas[:: len(commas) // _COMMENTS][:_COMMENTS]
    found = [
        Diagnostic("XYZ001", "example", Severity.WARNING, "逗号", a, b, fix=Fix(Safety.SAFE, "改", (Edit(a, b, "、"),)))
        for a, b in spans
    ]
    result = annotate(opened, text, found, {}, Manner("lawcheck", "2024-01-01T00:00:00Z"))
    with tempfile.TemporaryDirectory() as folder:
        opened.save(Path(folder, "out.docx"), result.replaced, result.added)
    assert (result.comments, result.changes) == (_COMMENTS, _COMMENTS)
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
