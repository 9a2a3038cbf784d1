"""Connections of the local page: a request has to come in time, and there are only so many connections."""

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

# More open connections than any browser has.
MOST_CONNECTIONS = 256
# From the first byte to the last of what stands before the body, and of the body: it comes from this machine.
HEAD_SECONDS = 10.0
BODY_SECONDS = 60.0


class Connection(H11Protocol):
    """One that is closed when its request does not come in time, or when others want its place."""

    _waits_since = 0.0
    _end: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begins to wait for a request; of too many that wait, the one that has waited longest goes."""
        waiting = [each for each in self.connections if isinstance(each, Connection) and each.waits]
        if waiting and len(self.connections) >= MOST_CONNECTIONS - 1:
            min(waiting, key=lambda each: each._waits_since).give_up()
        super().connection_made(transport)
        self._wait(HEAD_SECONDS)

    def data_received(self, data: bytes) -> None:
        """Takes in what has come; how much time there is for the rest depends on what is missing."""
        before = self.cycle
        super().data_received(data)
        if not self.waits:
            self._stop()
        elif self.cycle is not before:
            self._wait(BODY_SECONDS)
        elif self._end is None:
            self._wait(HEAD_SECONDS)

    def connection_lost(self, exc: Exception | None) -> None:
        """Forgets the connection."""
        self._stop()
        super().connection_lost(exc)

    @property
    def waits(self) -> bool:
        """Whether a request, or a part of one, has yet to come."""
        return self.cycle is None or self.cycle.response_complete or self.cycle.more_body

    def give_up(self) -> None:
        """Closes the connection at once, whatever has come."""
        self._stop()
        self.connections.discard(self)
        self.transport.abort()

    def _wait(self, seconds: float) -> None:
        self._stop()
        self._waits_since = self.loop.time()
        self._end = self.loop.call_later(seconds, self.give_up)

    def _stop(self) -> None:
        if self._end is not None:
            self._end.cancel()
            self._end = None
