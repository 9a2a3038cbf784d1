"""Word documents of any size: plans as `documents.plan` makes them, with headings and items numbered by lists.

`python -m benchmarks.word` says how long one of 130 pages takes to read, to write with 500 comments and tracked changes
(exit status 1 when that is above 0.3 s or 3 s), and by whole commands.
"""

import re
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from benchmarks.documents import plan
from benchmarks.packages import docx
from benchmarks.process import run
from lawcheck.reading import read_stream
from lawcheck.reading.word.package import Package
from lawcheck.reading.word.word_text import read_text
from lawcheck.reporting.annotation.annotate import Manner, annotate
from lawcheck.rulebook.findings import Issue, IssuePlace, Safety
from lawcheck.rulebook.registry import find_rule
from lawcheck.text.edits import Edit

_MARKERS = ((r"[一二三四五六七八九十]{1,3}、", 0), (r"（[一二三四五六七八九十]{1,3}）", 1), (r"\d{1,2}\.", 2))
_LEVELS = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))
_FONT = '<w:rPr><w:rFonts w:hint="eastAsia" w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/></w:rPr>'
# What fits on a page of 22 lines of 28 characters, headings and short last lines taken in.
_PAGE = 580
_PAGES = 130
_COMMENTS = 500
_RUNS = 5


def word(pages: int, faults: int = 0) -> bytes:
    """A plan of so many pages as .docx: each clause a run of its own, and a table of the tasks after it.

    Its words have so many faults that have fixes.
    """
    text = plan(pages * _PAGE * 3, units=1)
    if faults:
        text = re.sub("(?<=，)(?=[一-龥])", "其它", text, count=faults)
    lines = text.splitlines()
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


def measured() -> dict[str, float]:
    """The CPU seconds that a document of 130 pages takes: to be read, to be written, and by whole calls."""
    data = word(_PAGES, faults=_COMMENTS)
    reading = []
    for _ in range(_RUNS):
        start = time.process_time()
        read_stream(data, "a.docx")
        reading.append(time.process_time() - start)
    return {
        "pages": _PAGES,
        "read_seconds": round(statistics.median(reading), 3),
        "comments": _COMMENTS,
        "write_comments_seconds": round(statistics.median(annotating(data) for _ in range(_RUNS)), 3),
        **{f"{name}_cpu_seconds": round(seconds, 3) for name, seconds in _calls(data)},
    }


def _calls(data: bytes) -> Iterator[tuple[str, float]]:
    """The CPU seconds of whole commands with the default rules."""
    with tempfile.TemporaryDirectory() as folder:
        path, out = Path(folder, "a.docx"), Path(folder, "out.docx")
        for name, command in (
            ("check", ["check", path, "--no-cache"]),
            ("annotate", ["annotate", path, "-o", out, "--fixes", "all"]),
            ("fix", ["check", path, "--fix", "--unsafe-fixes"]),
        ):
            times = []
            for _ in range(_RUNS):
                path.write_bytes(data)
                times.append(run([*map(str, command), "--isolated"]).cpu)
            yield name, statistics.median(times)


def annotating(data: bytes) -> float:
    """The CPU seconds that it takes to read a document and write it with comments and changes spread over it."""
    start = time.process_time()
    opened = Package(data, "a.docx")
    text = read_text(opened)
    commas = [m.span() for m in re.finditer("，", text.text)]
    spans = commas[:: len(commas) // _COMMENTS][:_COMMENTS]
    rule, said = find_rule("PUN001"), {"half": "，", "full": "、"}
    found = [
        Issue(
            rule.code,
            rule.name,
            rule.severity,
            (IssuePlace(a, b, (Edit(a, b, "、"),)),),
            values=said,
            safety=Safety.SAFE,
        )
        for a, b in spans
    ]
    result = annotate(opened, text, found, {rule.code: rule}, Manner("lawcheck", "2024-01-01T00:00:00Z"))
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "out.docx").write_bytes(opened.packed(result.replaced, result.added))
    assert (result.comments, result.changes) == (_COMMENTS, _COMMENTS)
    return time.process_time() - start


def main() -> int:
    """Measures and prints; 1 when reading or writing takes longer than it may."""
    found = measured()
    for name, value in found.items():
        print(f"{value:8} {name}")
    return int(found["read_seconds"] > 0.3 or found["write_comments_seconds"] > 3)


if __name__ == "__main__":
    sys.exit(main())
