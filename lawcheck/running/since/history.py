"""Old versions of files, out of Git repositories.

What a repository configures must not make this run anything: only `rev-parse` and `cat-file` are called, which know no
filters, text converters, external diffs, hooks or pagers; and missing objects are fetched from nowhere.
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
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_REPOSITORY = ".git"


class History:
    """The files of a repository as they were in one revision; has to be closed."""

    def __init__(self, root: Path, revision: str) -> None:
        """Raises UsageError where Git is missing, or has no such revision there."""
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
        if len(header) != 3 or not header[2].isdigit():  # missing
            return None
        data, left = b"", int(header[2])
        if left <= MAX_BYTES:
            data, left = answer.read(left), 0
        while left > 0:
            left -= len(answer.read(min(left, MAX_BYTES)))
        answer.read(1)  # a line end
        return data if header[1] == b"blob" and int(header[2]) <= MAX_BYTES else None

    def close(self) -> None:
        """Ends Git."""
        self._process.kill()
        self._process.communicate()

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        return self._process.stdin, self._process.stdout

    def _resolved(self, root: Path, revision: str) -> str:
        command = [*self._command, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"]
        done = subprocess.run(command, capture_output=True, env=_environment(), check=False)
        if done.returncode:
            why = Words(f"Git 仓库中没有版本 {revision}", f"the Git repository has no revision {revision}")
            # Where there is only no such revision, Git says nothing.
            damaged = Words("，或者仓库已损坏", ", or is damaged") if done.stderr.strip() else ""
            raise UsageError(printable(str(root)) + COLON + why + damaged)
        return done.stdout.decode("ascii", "replace").strip()


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
