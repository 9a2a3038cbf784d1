"""Runs what is done with documents in other processes: a few at a time, each for so long and no longer."""

import math
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar, TypeVarTuple

import anyio
import anyio.to_process

from lawcheck.errors import LawcheckError
from lawcheck.reporting.words import phrase
from lawcheck.running.job import usable_processors
from lawcheck.surfaces.web.refusals import FaultError, StoppedError

_Result = TypeVar("_Result")
_Arguments = TypeVarTuple("_Arguments")


class Processes:
    """As many processes as there are processors; what is more waits for its turn."""

    def __init__(self, processes: int | None = None) -> None:
        self._turns = anyio.CapacityLimiter(processes or usable_processors())

    async def prepare(self, seconds: float, function: Callable[[*_Arguments], object], *arguments: *_Arguments) -> None:
        """Has a process begin, and load what the function needs; where that fails the first who asks is told."""
        with suppress(LawcheckError):
            await self.run(seconds, function, *arguments)

    async def run(self, seconds: float, function: Callable[[*_Arguments], _Result], *arguments: *_Arguments) -> _Result:
        """What the function makes of its arguments; raises its LawcheckError, FaultError or StoppedError."""
        async with self._turns:
            try:
                # The wait for a turn does not count. A process that is not needed any more is ended at once.
                with anyio.fail_after(seconds):
                    return await anyio.to_process.run_sync(
                        function, *arguments, cancellable=True, limiter=anyio.CapacityLimiter(math.inf)
                    )
            except TimeoutError:
                raise StoppedError(phrase("no-time", seconds=round(seconds))) from None
            except anyio.BrokenWorkerProcess:
                raise StoppedError(phrase("no-process")) from None
            except LawcheckError:
                raise
            except Exception as error:  # what it says may be words of the document, which are in no log
                raise FaultError(phrase("no-answer", fault=type(error).__name__)) from None
