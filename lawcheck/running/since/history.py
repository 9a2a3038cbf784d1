"""Old versions of files, out of Git repositories.

What a repository configures must not make this run anything: only `rev-parse`, `ls-tree` and `cat-file` are called,
which know no filters, text converters, external diffs, hooks or pagers; and missing objects are fetched from nowhere.
"""

import os
import shutil
import subprocess
from pathlib import Path
from typing import IO

from lawcheck.errors import COLON, UsageError, Words
from lawcheck.reading.storage import MAX_BYTES, printable

_OPTIONS = ("--no-pager", "--no-optional-locks", "-c", "core.fsmonitor=false")
# Each has precedence over what a repository sets.
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_REPOSITORY = ".git"
# Between two revisions it stands for their common ancestor; one that is left out is the current commit.
_ANCESTOR = "..."
_HEAD = "HEAD"
# Characters of a revision in a message.
_SHOWN = 200


class History:
    """The files of a repository as they were in one revision; has to be closed."""

    def __init__(self, root: Path, revision: str) -> None:
        """Raises UsageError where Git is missing, or has no such revision there."""
        self._root = root
        self._command = _git(root)
        self._commit = self._resolved(root, revision)
        self._process = subprocess.Popen(
            [*self._command, "cat-file", "--batch"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )

    def read(self, path: str) -> bytes | None:
        """A file by its path from the root, with `/`; None where there was none, or one too large to be a document."""
        if "\n" in path:
            return None
        question, answer = self._pipes()
        question.write(f"{self._commit}:".encode() + os.fsencode(path) + b"\n")
        question.flush()
        header = answer.readline().split()
        if len(header) != 3 or not header[2].isdigit():  # missing, or Git has given up
            self._refuse_incomplete(path)
            return None
        data, left = b"", int(header[2])
        if left <= MAX_BYTES:
            data, left = answer.read(left), 0
        while left > 0:
            left -= len(answer.read(min(left, MAX_BYTES)))
        answer.read(1)  # a line end
        return data if header[1] == b"blob" and int(header[2]) <= MAX_BYTES else None

    def _refuse_incomplete(self, path: str) -> None:
        """Raises UsageError where a file was there and Git does not have what it held: then nothing is known of it."""
        listed = self._asked("ls-tree", "--full-tree", "--name-only", "-z", self._commit, "--", path)
        if listed.returncode == 0 and not listed.stdout:
            return
        where = printable(str(self._root)) + COLON
        raise UsageError(
            where
            + Words(
                f"仓库不完整，缺少 {printable(path)} 在 {self._commit[:12]} 时的内容；"
                "请先补全，如 git fetch --refetch --no-filter",
                f"the clone lacks what {printable(path)} held in {self._commit[:12]}; "
                "please fetch it first, as by git fetch --refetch --no-filter",
            )
        )

    def _asked(self, *question: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run([*self._command, *question], capture_output=True, env=_environment(), check=False)

    def close(self) -> None:
        """Ends Git."""
        self._process.kill()
        self._process.communicate()

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        return self._process.stdin, self._process.stdout

    def _resolved(self, root: Path, revision: str) -> str:
        first, between, last = revision.partition(_ANCESTOR)
        ends = [self._commit_of(root, each or _HEAD) for each in ((first, last) if between else (revision,))]
        if not between:
            return ends[0]
        # It gives both ends, and their common ancestors as what is left out.
        lines = self._asked("rev-parse", _ANCESTOR.join(ends)).stdout.decode("ascii", "replace").split()
        for line in lines:
            if line.startswith("^"):
                return line[1:]
        why = Words(f"{revision} 没有共同祖先", f"{revision} have no common ancestor")
        raise UsageError(printable(str(root)) + COLON + why + self._shallow())

    def _commit_of(self, root: Path, revision: str) -> str:
        done = self._asked("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if done.returncode:
            shown = f"{revision[:_SHOWN]}…" if len(revision) > _SHOWN else revision
            why = Words(f"Git 仓库中没有版本 {shown}", f"the Git repository has no revision {shown}")
            # Where there is only no such revision, Git says nothing.
            damaged = Words("，或者仓库已损坏", ", or is damaged") if done.stderr.strip() else Words("", "")
            raise UsageError(printable(str(root)) + COLON + why + damaged + self._shallow())
        return done.stdout.decode("ascii", "replace").strip()

    def _shallow(self) -> Words:
        """What helps where the clone has only the latest commits."""
        if self._asked("rev-parse", "--is-shallow-repository").stdout.strip() != b"true":
            return Words("", "")
        return Words(
            "；这是浅克隆，请先 git fetch --unshallow（GitHub Actions 用 fetch-depth: 0）",
            "; the clone is shallow: git fetch --unshallow, or fetch-depth: 0 in GitHub Actions",
        )


def repository_of(path: Path) -> Path:
    """The root of the repository that an absolute path is in; raises UsageError where there is none."""
    for folder in path.parents:
        if os.path.lexists(folder / _REPOSITORY):
            return folder
    raise UsageError(
        printable(str(path))
        + COLON
        + Words("不在 Git 仓库中，不能用 --since", "is in no Git repository, so that --since cannot be used")
    )


def _git(root: Path) -> list[str]:
    program = shutil.which("git")
    if program is None:
        raise UsageError(Words("--since 需要 Git，没有找到 git 命令", "--since needs Git, and there is no git command"))
    return [program, *_OPTIONS, "-C", str(root)]


def _environment() -> dict[str, str]:
    """The environment without what points Git to another repository, as the hooks of Git do."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_") or "CONFIG" in key}
    return {**kept, **_ENVIRONMENT}
