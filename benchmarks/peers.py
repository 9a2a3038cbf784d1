"""lawcheck and other checkers of Chinese text on the same inputs: what each finds, how much of it is right, how long.

`npm install --prefix PEERS autocorrect-node zhlint @lint-md/core textlint textlint-rule-zh-half-and-full-width-bracket`
brings the others. Then `python -m benchmarks.peers PEERS CASES DOCUMENTS` enters the figures into results.json and
writes the tables of docs/zh/comparison.md and docs/en/comparison.md; no text of an input is kept.

Some ask for a space between Chinese and Western characters, which official documents do not have. Such findings are
left out on all sides: they would be wrong everywhere, and right by chance wherever a fault is near.

CASES is a file of JSON Lines: `text`, `format`, `kind`, `options` (of lawcheck), and the places `must` that are wrong
and `must_not` that are right, each with the words `at`, the `nth` time. DOCUMENTS is a folder of NAME.txt, each with
the annotations of people in NAME.gold.jsonl: `kind`, `certainty` and `places`.
"""

import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from benchmarks.process import LAWCHECK
from benchmarks.results import circumstances, enter

Spans = list[tuple[int, int]]
Found = dict[str, Spans]
Checker = Callable[[Path, Sequence[Path]], Found]

ROOT = Path(__file__).parent.parent
RUNS = 3
# So far a finding may stand beside the place that it is about.
NEAR_CASE, NEAR_PLACE = 1, 2
_FILES = "const fs = require('fs'); const out = {}; for (const file of JSON.parse(fs.readFileSync(0, 'utf8'))) {"
_ZHLINT = (
    "const { run } = require('zhlint');"
    + _FILES
    + "out[file] = run(fs.readFileSync(file, 'utf8'), { rules: { preset: 'default' } }).validations"
    ".map(v => [v.index, v.index + v.length, v.target.startsWith('space')]); } console.log(JSON.stringify(out));"
)
_LINT_MD = (
    "const { lintMarkdown } = require('@lint-md/core');"
    + _FILES
    + "out[file] = lintMarkdown(fs.readFileSync(file, 'utf8'), {}, false).lintResult"
    ".map(r => [r.loc.start.offset, r.loc.end.offset, r.name.startsWith('space-around')]); }"
    " console.log(JSON.stringify(out));"
)


def _output(command: Sequence[str], given: str = "", folder: Path | None = None) -> str:
    done = subprocess.run(
        command, input=given, capture_output=True, text=True, encoding="utf-8", cwd=folder, check=False
    )
    if done.returncode not in (0, 1):
        raise SystemExit(f"{command[0]}: exit status {done.returncode}\n{done.stderr[-500:]}")
    return done.stdout


def _text(file: Path) -> str:
    with file.open(encoding="utf-8", newline="") as opened:
        return opened.read()


def lawcheck(peers: Path, files: Sequence[Path], options: Sequence[str] = (), least: str = "info") -> Found:
    """Its findings of a severity, with all their places."""
    levels = ("info", "warning", "error")
    call = (*LAWCHECK, "check", "--isolated", "--no-cache", "--output-format", "json", *options, *map(str, files))
    found: Found = {}
    for file in json.loads(_output(call))["files"]:
        wanted = [d for d in file["diagnostics"] if levels.index(d["severity"]) >= levels.index(least)]
        places = [place for d in wanted for place in d.get("occurrences") or [d]]
        found[str(file["path"])] = [(place["offset"], place["end_offset"]) for place in places]
    return found


def autocorrect(peers: Path, files: Sequence[Path]) -> Found:
    """It gives lines as they are and as they should be; the places are where the two differ."""
    call = (str(peers / "node_modules/.bin/autocorrect"), "--lint", "--format", "json", *map(str, files))
    found: Found = {}
    for message in json.loads(_output(call))["messages"]:
        starts = [0, *(match.end() for match in re.finditer(r"\r\n?|\n", _text(Path(message["filepath"]))))]
        found[message["filepath"]] = [
            (starts[line["l"] - 1] + line["c"] - 1 + a, starts[line["l"] - 1] + line["c"] - 1 + b)
            for line in message["lines"]
            for tag, a, b, c, d in SequenceMatcher(None, line["old"], line["new"], autojunk=False).get_opcodes()
            if tag != "equal" and (line["old"][a:b] + line["new"][c:d]).strip()
        ]
    return found


def _by_node(script: str) -> Checker:
    def check(peers: Path, files: Sequence[Path]) -> Found:
        told = json.loads(_output(("node", "-e", script), json.dumps([str(file) for file in files]), peers))
        return {
            name: _code_points(_text(Path(name)), [(start, end) for start, end, is_space in spans if not is_space])
            for name, spans in told.items()
        }

    return check


def textlint(peers: Path, files: Sequence[Path]) -> Found:
    """The one rule for Chinese that can be installed: half-width brackets."""
    call = (str(peers / "node_modules/.bin/textlint"), "--rule", "zh-half-and-full-width-bracket", "--format", "json")
    told = json.loads(_output((*call, *map(str, files)), folder=peers) or "[]")
    return {f["filePath"]: _code_points(_text(Path(f["filePath"])), [m["range"] for m in f["messages"]]) for f in told}


def _code_points(text: str, spans: Iterable[Sequence[int]]) -> Spans:
    """JavaScript counts what Python counts once twice, beyond the first 65,536 characters."""
    if max(text, default="") <= "\uffff":
        return [(start, end) for start, end in spans]
    units = text.encode("utf-16-le")
    return [tuple(len(units[: 2 * at].decode("utf-16-le", "ignore")) for at in span) for span in spans]  # type: ignore[misc]


CHECKERS: dict[str, Checker] = {
    "lawcheck": lawcheck,
    "autocorrect": autocorrect,
    "zhlint": _by_node(_ZHLINT),
    "lint-md": _by_node(_LINT_MD),
    "textlint": textlint,
}
PACKAGES = {
    "autocorrect": "autocorrect-node",
    "zhlint": "zhlint",
    "lint-md": "@lint-md/core",
    "textlint": "textlint",
}


def _touches(span: tuple[int, int], others: Spans, near: int) -> bool:
    return any(start <= span[1] + near and span[0] <= end + near for start, end in others)


def _place(text: str, place: dict[str, Any]) -> tuple[int, int]:
    if place["at"] == "*":
        return 0, len(text)
    at = -1
    for _ in range(place.get("nth", 1)):
        at = text.index(place["at"], at + 1)
    return at, at + len(place["at"])


def on_cases(peers: Path, file: Path) -> dict[str, Any]:
    """For each checker the places that it found, by kind, and those that it rightly left alone."""
    cases = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    figures: dict[str, Any] = {"inputs": len(cases), "checkers": {}}
    with tempfile.TemporaryDirectory() as name:
        files: list[Path] = []
        for number, case in enumerate(cases):
            path = Path(name, f"{number:04}.{case['format']}")
            path.write_text(case["text"], encoding="utf-8", newline="")
            files.append(path)
        for checker, check in CHECKERS.items():
            found, firm = check(peers, files), None
            if checker == "lawcheck":
                found, firm = _with_options(peers, cases, files, "info"), _with_options(peers, cases, files, "warning")
            figures["checkers"][checker] = _case_figures(cases, files, found, firm or found)
    return figures


def _with_options(peers: Path, cases: Sequence[dict[str, Any]], files: Sequence[Path], least: str) -> Found:
    groups: dict[tuple[str, ...], list[Path]] = defaultdict(list)
    for case, file in zip(cases, files, strict=True):
        groups[tuple(case["options"])].append(file)
    return {
        name: spans for options, own in groups.items() for name, spans in lawcheck(peers, own, options, least).items()
    }


def _case_figures(cases: Sequence[dict[str, Any]], files: Sequence[Path], found: Found, firm: Found) -> dict[str, Any]:
    kinds: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    left = [0, 0]
    for case, file in zip(cases, files, strict=True):
        text, spans = case["text"], found.get(str(file), [])
        for place in case["must"]:
            others = [{"at": at, "nth": nth} for at, nth in place.get("or", [])]
            hit = any(_touches(_place(text, each), spans, NEAR_CASE) for each in (place, *others))
            kinds[case["kind"]][0] += hit
            kinds[case["kind"]][1] += 1
        for place in case["must_not"]:
            if not place["codes"]:
                left[0] += not _touches(_place(text, place), firm.get(str(file), []), 0)
                left[1] += 1
    return {
        "found": [sum(k[n] for k in kinds.values()) for n in (0, 1)],
        "left": left,
        "kinds": dict(sorted(kinds.items())),
    }


def on_documents(peers: Path, folder: Path) -> dict[str, Any]:
    """For each checker what it found of the annotations, by kind, how much it reported, and its time."""
    files = sorted(file for file in folder.glob("*.txt") if file.with_suffix(".gold.jsonl").exists())
    notes = {
        file: [json.loads(line) for line in _text(file.with_suffix(".gold.jsonl")).splitlines() if line]
        for file in files
    }
    figures: dict[str, Any] = {
        "inputs": len(files),
        "characters": sum(len(_text(file)) for file in files),
        "checkers": {},
    }
    own: Found = {}
    for checker, check in CHECKERS.items():
        seconds = []
        for _ in range(RUNS):
            start = time.perf_counter()
            found = check(peers, files)
            seconds.append(time.perf_counter() - start)
        own = own or found
        kinds: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        reported = right = more = 0
        for file in files:
            spans = found.get(str(file), [])
            marks = [(start, end) for note in notes[file] for start, end in note["places"]]
            reported += len(spans)
            right += sum(_touches(span, marks, NEAR_PLACE) for span in spans)
            for note in notes[file]:
                for start, end in note["places"] if note["certainty"] == "certain" else ():
                    hit = _touches((start, end), spans, NEAR_PLACE)
                    kinds[note["kind"]][0] += hit
                    kinds[note["kind"]][1] += 1
                    more += hit and not _touches((start, end), own.get(str(file), []), NEAR_PLACE)
        figures["checkers"][checker] = {
            "found": [sum(k[n] for k in kinds.values()) for n in (0, 1)],
            "reported": reported,
            "right": right,
            "more": more,
            "seconds": round(statistics.median(seconds), 2),
            "kinds": dict(sorted(kinds.items())),
        }
    return figures


def _versions(peers: Path) -> dict[str, str]:
    manifests = {name: peers / "node_modules" / package / "package.json" for name, package in PACKAGES.items()}
    return {name: json.loads(path.read_text(encoding="utf-8"))["version"] for name, path in manifests.items()}


_WORDS = {
    "zh": {
        "checker": "工具",
        "found": "找到",
        "left": "对的没有报",
        "share": "占应找到的",
        "reported": "共报",
        "right": "落在批注处",
        "more": "lawcheck 没有找到的",
        "seconds": "用时（秒）",
        "kind": "种类",
    },
    "en": {
        "checker": "checker",
        "found": "found",
        "left": "right places left alone",
        "share": "of what is to be found",
        "reported": "reported",
        "right": "of these at an annotation",
        "more": "not found by lawcheck",
        "seconds": "seconds",
        "kind": "kind",
    },
}


# What the kinds of the inputs are called on the page; others keep their names.
_KINDS = {
    "attachment": ("附件说明", "note on annexes"),
    "body-date": ("正文日期", "date in the text"),
    "brackets": ("括号配对", "brackets that match"),
    "break": ("错误断行", "wrong line breaks"),
    "calendar": ("不存在的日期", "dates that do not exist"),
    "character": ("错字", "wrong characters"),
    "citation": ("引用", "citations"),
    "coinage": ("新造词", "coinages"),
    "consistency": ("前后不一致", "inconsistency"),
    "count": ("数目不符", "counts"),
    "damaged-phrase": ("残缺的套语", "damaged phrases"),
    "date": ("日期", "dates"),
    "dates": ("日期写法", "forms of dates"),
    "decimal-ordinal": ("1.1 式序号", "decimal ordinals"),
    "enumeration": ("列举", "enumerations"),
    "first-duplicate": ("首个序号重复", "first ordinal twice"),
    "frame-glue": ("落款等连在一起", "frame run together"),
    "gap-ten": ("十以上漏号", "gaps beyond ten"),
    "genre": ("文种", "genres"),
    "glue": ("文字粘连", "lines run together"),
    "headfoot": ("页眉页脚混入", "headers and footers"),
    "inline-enumeration": ("句中列举", "enumerations in sentences"),
    "law-name": ("法规名称", "names of laws"),
    "level-skip": ("跳级", "levels left out"),
    "line-wrap": ("硬回车", "wrapped lines"),
    "missing": ("缺漏", "something missing"),
    "missing-dot": ("缺点号", "missing points"),
    "mojibake": ("乱码", "mojibake"),
    "numbering": ("序号", "numbering"),
    "numeral": ("数字用法", "numerals"),
    "ocr-digit": ("识别错的数字", "misread figures"),
    "ocr009-clean": ("形近字", "look-alikes"),
    "other": ("其他", "other"),
    "page-furniture": ("页码等混入", "page furniture"),
    "phone": ("电话", "telephones"),
    "placeholder": ("占位符", "placeholders"),
    "punct": ("标点", "punctuation"),
    "punctuation": ("标点", "punctuation"),
    "quotes": ("引号", "quotation marks"),
    "range": ("范围", "ranges"),
    "repeated-word": ("重复的词", "repeated words"),
    "repetition": ("重复", "repetition"),
    "residue": ("网页残留", "residue of web pages"),
    "responsibility": ("责任单位", "responsibility"),
    "safe-fix": ("可安全修改的", "safe fixes"),
    "sequence-cascade": ("一处错号", "one wrong ordinal"),
    "slogan": ("固定提法", "set phrases"),
    "statute": ("法规条款", "articles of statutes"),
    "sums": ("合计", "sums"),
    "table-cell": ("表格", "cells of tables"),
    "term": ("用词", "terms"),
    "title-mismatch": ("标题不符", "titles that differ"),
    "toc": ("目录", "contents"),
    "typo": ("别字", "mistyped words"),
}


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["---"] + ["--:"] * (len(head) - 1), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f}%" if whole else "—"


def tables(figures: dict[str, Any], language: str) -> dict[str, str]:
    """The tables of the page by the names of their marks."""
    words = _WORDS[language]
    named = {name: f"{name} {version}" for name, version in figures["versions"].items()}
    cases, documents = figures["cases"]["checkers"], figures["documents"]["checkers"]
    made = {
        "cases": _table(
            [words[key] for key in ("checker", "found", "share", "left")],
            [
                (
                    named.get(name, name),
                    f"{f['found'][0]}/{f['found'][1]}",
                    _share(*f["found"]),
                    f"{f['left'][0]}/{f['left'][1]}",
                )
                for name, f in cases.items()
            ],
        ),
        "documents": _table(
            [words[key] for key in ("checker", "found", "share", "reported", "right", "more", "seconds")],
            [
                (
                    named.get(name, name),
                    f"{f['found'][0]}/{f['found'][1]}",
                    _share(*f["found"]),
                    f["reported"],
                    _share(f["right"], f["reported"]),
                    f["more"],
                    f"{f['seconds']:.1f}",
                )
                for name, f in documents.items()
            ],
        ),
    }
    for key, each in (("case-kinds", cases), ("document-kinds", documents)):
        rows = [
            (
                _KINDS.get(kind, (kind, kind))[language == "en"],
                f["kinds"][kind][1],
                *(other["kinds"][kind][0] for other in each.values()),
            )
            for f in (each["lawcheck"],)
            for kind in f["kinds"]
        ]
        made[key] = _table([words["kind"], "n", *each], rows)
    return made


def write_pages(figures: dict[str, Any]) -> None:
    """Puts the tables between their marks; what is written around them stays."""
    for language in _WORDS:
        page = ROOT / "docs" / language / "comparison.md"
        text = page.read_text(encoding="utf-8")
        for name, table in tables(figures, language).items():
            mark = rf"(<!-- {name}: python -m benchmarks.peers -->\n).*?(<!-- /{name} -->)"
            text = re.sub(mark, lambda match, table=table: f"{match[1]}{table}\n{match[2]}", text, flags=re.DOTALL)  # type: ignore[misc]
        page.write_text(text, encoding="utf-8")


def main(peers: str, cases: str, documents: str) -> None:
    """Measures, enters the figures and writes the pages."""
    folder = Path(peers).resolve()
    figures = {
        **circumstances(),
        "versions": _versions(folder),
        "cases": on_cases(folder, Path(cases)),
        "documents": on_documents(folder, Path(documents).resolve()),
    }
    enter({"peers": figures})
    write_pages(figures)


if __name__ == "__main__":
    main(*sys.argv[1:4])
