"""Attacks by what stands beside documents: configurations, ignore files, and a history in Git."""

import random
import subprocess
from pathlib import Path

from benchmarks.attacks.pieces import text_of
from lawcheck import check_many
from lawcheck.running.configuration.loading import load
from lawcheck.surfaces.cli import main as lawcheck

_KEYS = (
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
    "library",
    "language",
    "baseline",
)
_VALUES = (
    '"PUN"',
    "[]",
    '["*a*a*a*b"]',
    "1",
    "true",
    '"/dev/zero"',
    '"lawcheck.toml"',
    "{ PUN001 = 1 }",
    '[{ paths = ["**"] }]',
    "nan",
    "-9223372036854775809",
    "1979-05-27",
    '"\\u001b"',
    '"',
)


def configurations(chance: random.Random, folder: Path) -> None:
    """Configuration files that say anything."""
    path = folder / "lawcheck.toml"
    lines = (f"{chance.choice(_KEYS)} = {chance.choice(_VALUES)}\n" for _ in range(chance.randint(1, 3)))
    path.write_text("".join(lines), encoding="utf-8")
    load(path)


def ignore_files(chance: random.Random, folder: Path) -> None:
    """Ignore files with many wildcards, and names that they nearly match."""
    patterns = ("".join(chance.choices(("*", "**/", "a", "?", "[a-z]", "\\", "!", "/", "b"), k=8)) for _ in range(500))
    (folder / ".lawcheckignore").write_text("\n".join(patterns))
    (folder / ("a" * 200 + ".txt")).write_text("好。", encoding="utf-8")
    list(check_many(folder))


def histories(chance: random.Random, folder: Path) -> None:
    """Repositories whose objects, names and references are damaged, and revisions that are none."""
    path = folder / "a.txt"
    git = ["git", "-C", str(folder), "-c", "user.name=a", "-c", "user.email=a@example.com"]
    calls = [["init", "-q"]]
    calls += [["add", "."], ["commit", "-q", "-m", "1", "--allow-empty"]] * chance.randint(0, 2)
    for call in calls:
        path.write_text(text_of(chance), encoding="utf-8", errors="replace")
        subprocess.run([*git, *call], check=False, capture_output=True)
    kept = sorted(file for file in (folder / ".git").rglob("*") if file.is_file())
    if chance.random() < 0.5:
        file = chance.choice(kept)
        file.chmod(0o644)
        file.write_bytes(chance.choice((b"", b"\xff" * 50, file.read_bytes()[:-9])))
    revision = chance.choice(("HEAD", "HEAD...", "HEAD~1", "...", "a\nb", "\x1b[31m", "x" * 3000, "HEAD:a.txt"))
    assert lawcheck(["check", str(path), f"--since={revision}", "--isolated", "-q"]) in (0, 1, 2)
