"""Runs the command line in this process, as a user calls it."""

import contextlib
import io
import json
import sys
from dataclasses import dataclass
from unittest import mock

from lawcheck.surfaces.cli import main


@dataclass(frozen=True)
class Result:
    """What a call gave: exit status, standard output, standard error."""

    status: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


class _Stream(io.TextIOWrapper):
    """A standard stream, a terminal or not."""

    def __init__(self, data: bytes = b"", terminal: bool = False) -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8", newline="", write_through=True)
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    def content(self) -> str:
        self.flush()
        return self.buffer.getvalue().decode("utf-8")


def lawcheck(*arguments: object, stdin: bytes = b"", terminal: bool = False) -> Result:
    """Calls `lawcheck` with these arguments."""
    out, err = _Stream(terminal=terminal), _Stream(terminal=terminal)
    with (
        mock.patch.object(sys, "stdin", _Stream(stdin)),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        status = main([str(argument) for argument in arguments])
    return Result(status, out.content(), err.content())
