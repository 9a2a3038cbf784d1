"""Attacks lawcheck with whatever may come: texts, Word files, HTML, Markdown, configurations, ignore files, a history.

`python -m benchmarks.attack SECONDS [SEED]` goes on for so long; a few seconds of it are a test. Nothing may raise but
a LawcheckError, take more than ten seconds, or lose by a safe fix what a document has. What does is printed with the
seed of its round, which makes the same input again.
"""

import random
import subprocess
import sys
import tempfile
import traceback
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from time import perf_counter

from lawcheck import LawcheckError, check_bytes, check_many, check_text, compare_texts, fix_text, parse
from lawcheck.running.configuration.loading import load
from lawcheck.surfaces.cli import main as lawcheck

LONGEST_SECONDS = 10.0
EXAMPLES = Path(__file__).parents[1] / "examples"
PIECES = (
    "示例区工作方案\n",
    "一、",
    "（一）",
    "1.",
    "（1）",
    "①",
    "第一条 ",
    "第二章 总则\n",
    "三、。",
    "5,",
    "2 .",
    "清理楼道。",
    "（牵头单位：区民政局；配合单位：",
    "责任单位：",
    "完成时限：",
    "2026年9月27日",
    "20212025年",
    "7年0月",
    "《",
    "》",
    "“",
    "”",
    "（",
    "）",
    "〔2026〕5号",
    "附件：",
    "|",
    "| --- |",
    "# ",
    "```",
    "<td>",
    "</table>",
    "<script>",
    "<!--",
    "&#x4e00;",
    "\n",
    "\r\n",
    "\t",
    "\u3000",
    "\u202e",
    "\u001b[31m",
    "\ud800",
    "𠮷",
    "é",
    "\ufeff",
    "0" * 40,
    "由会员分享，可在线阅读",
    "# lawcheck: ignore ALL\n",
    "，，",
    "。",
    ",",
    "本办法自公布之日起施行。\n",
    "甲" * 300,
)
KEYS = (
    "select",
    "ignore",
    "kind",
    "extends",
    "exclude",
    "rules",
    "severity",
    "per-path",
    "units",
    "layout",
    "baseline",
)
VALUES = (
    '"PUN"',
    "[]",
    '["*a*a*a*b"]',
    "1",
    "true",
    '"/dev/zero"',
    "{ PUN001 = 1 }",
    '[{ paths = ["**"] }]',
    "nan",
    '"\\u001b"',
)

Attack = Callable[[random.Random, Path], None]


def text_of(chance: random.Random) -> str:
    """Some pieces one after another, now and then one of them many times."""
    pieces = chance.choices(PIECES, k=chance.randint(0, 60))
    if pieces and chance.random() < 0.2:
        pieces.insert(chance.randrange(len(pieces)), chance.choice(PIECES) * chance.randint(2, 3000))
    return "".join(pieces)


def texts(chance: random.Random, folder: Path) -> None:
    """Texts as text, Markdown and HTML: checked, fixed twice, compared, and parsed before and after."""
    text, name = text_of(chance), chance.choice(("a.txt", "a.md", "a.html"))
    kind = chance.choice(("auto", "plan", "official", "statute"))
    (file,) = check_text(text, path=name, kind=kind).files
    for found in file.diagnostics:
        assert 0 <= found.offset <= found.end_offset <= len(text), found
        assert found.code != "LAW000", found.message
    fixed = fix_text(text, path=name, kind=kind)
    assert fix_text(fixed, path=name, kind=kind) == fixed, "fixed twice"
    before, after = parse(text, kind, path=name), parse(fixed, kind, path=name)
    assert len(tuple(after.walk())) >= len(tuple(before.walk())), "a heading is lost"
    assert len(after.tasks) >= len(before.tasks), "a task is lost"
    compare_texts(text, fixed, kind=kind)


def encodings(chance: random.Random, folder: Path) -> None:
    """Texts in any encoding, with some bytes that are damaged."""
    encoding = chance.choice(("utf-8", "utf-8-sig", "gb18030", "big5", "utf-16", "utf-32"))
    data = bytearray(text_of(chance).encode(encoding, "replace"))
    for _ in range(chance.randint(0, 3) if data else 0):
        data[chance.randrange(len(data))] = chance.randrange(256)
    check_bytes(bytes(data), path=chance.choice(("a.txt", "a.md", "a.html", "a")))


def packages(chance: random.Random, folder: Path) -> None:
    """Word files whose parts, or whose bytes, are damaged."""
    data = bytearray((EXAMPLES / "plan.docx").read_bytes())
    if chance.random() < 0.5:
        with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(made := BytesIO(), "w") as after:
            for name in before.namelist():
                part = bytearray(before.read(name))
                for _ in range(chance.randint(0, 4)):
                    at = chance.randrange(len(part))
                    part[at : at + chance.randint(0, 30)] = chance.choice((b"", b"<w:p>", b"&", b"\xff", b"9" * 30))
                after.writestr(name, bytes(part))
        data = bytearray(made.getvalue())
    else:
        for _ in range(chance.randint(1, 20)):
            data[chance.randrange(len(data))] = chance.randrange(256)
    path = folder / "a.docx"
    path.write_bytes(data)
    check_bytes(bytes(data), path="a.docx")
    assert lawcheck(["check", str(path), "--fix", "--isolated", "-q"]) in (0, 1, 2)


def configurations(chance: random.Random, folder: Path) -> None:
    """Configuration files that say anything."""
    path = folder / "lawcheck.toml"
    path.write_text("".join(f"{chance.choice(KEYS)} = {chance.choice(VALUES)}\n" for _ in range(chance.randint(1, 3))))
    load(path)


def ignore_files(chance: random.Random, folder: Path) -> None:
    """Ignore files with many wildcards, and names that they nearly match."""
    patterns = ("".join(chance.choices(("*", "**/", "a", "?", "[a-z]", "\\", "!", "/", "b"), k=8)) for _ in range(500))
    (folder / ".lawcheckignore").write_text("\n".join(patterns))
    (folder / ("a" * 200 + ".txt")).write_text("好。", encoding="utf-8")
    list(check_many(folder))


def histories(chance: random.Random, folder: Path) -> None:
    """Repositories whose objects and names are damaged, and revisions that are none."""
    path = folder / "a.txt"
    path.write_text(text_of(chance), encoding="utf-8", errors="replace")
    git = ["git", "-C", str(folder), "-c", "user.name=a", "-c", "user.email=a@example.com"]
    for call in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "1", "--allow-empty"]):
        subprocess.run([*git, *call], check=False, capture_output=True)
    objects = sorted(file for file in (folder / ".git" / "objects").rglob("*") if file.is_file())
    if objects and chance.random() < 0.5:
        chance.choice(objects).unlink()
    revision = chance.choice(("HEAD", "HEAD...", "HEAD~1", "...", "a\nb", "\x1b[31m", "x" * 3000, "HEAD:a.txt"))
    assert lawcheck(["check", str(path), f"--since={revision}", "--isolated", "-q"]) in (0, 1, 2)


ATTACKS: tuple[Attack, ...] = (texts, texts, texts, encodings, packages, configurations, ignore_files, histories)


def attack(seconds: float, seed: int = 0) -> Iterator[str]:
    """What has gone wrong in so many seconds, in words."""
    begin, number = perf_counter(), seed
    while perf_counter() - begin < seconds:
        chance = random.Random(number)
        one = ATTACKS[number % len(ATTACKS)]
        start = perf_counter()
        try:
            with tempfile.TemporaryDirectory() as folder:
                one(chance, Path(folder))
        except LawcheckError:
            pass
        except Exception:
            yield f"{one.__name__} {number}: {traceback.format_exc()}"
        if (took := perf_counter() - start) > LONGEST_SECONDS:
            yield f"{one.__name__} {number}: took {took:.1f} s"
        number += 1
    print(f"{number - seed} rounds, from seed {seed}", file=sys.stderr)


def main() -> int:
    """Attacks for as many seconds as the call says; returns 1 where something has gone wrong."""
    wrong = 0
    for line in attack(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0):
        print(line)
        wrong = 1
    return wrong


if __name__ == "__main__":
    sys.exit(main())
