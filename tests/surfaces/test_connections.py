"""Connections of the local page that send nothing, half a request, or too slowly."""

import asyncio
from contextlib import asynccontextmanager

import pytest
import uvicorn
from timing import PATIENCE
from uvicorn.server import ServerState

from lawcheck.surfaces.web import connections
from lawcheck.surfaces.web.connections import Connection

LONG = 1000.0
HEAD = b"GET / HTTP/1.1\r\nHost: a\r\n"
WITH_BODY = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n"


async def app(scope, receive, send):
    """Answers when the request is there as a whole."""
    while (await receive()).get("more_body"):
        pass
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})


@asynccontextmanager
async def served():
    """Opens connections to a server."""
    config = uvicorn.Config(app, ws="none", limit_concurrency=connections.MOST_CONNECTIONS, log_level="critical")
    config.load()
    state = ServerState()
    server = await asyncio.get_running_loop().create_server(lambda: Connection(config, state, {}), "127.0.0.1", 0)
    async with server:

        async def opened(sent=b""):
            reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname()[:2])
            writer.write(sent)
            await writer.drain()
            return reader, writer

        yield opened


async def until_closed(reader):
    """What comes until the connection is closed."""
    try:
        return await asyncio.wait_for(reader.read(), PATIENCE)
    except ConnectionResetError:
        return b""


async def answered(reader):
    return (await asyncio.wait_for(reader.readuntil(b"ok"), PATIENCE)).startswith(b"HTTP/1.1 200")


def limits(monkeypatch, head=LONG, body=LONG, most=256):
    monkeypatch.setattr(connections, "HEAD_SECONDS", head)
    monkeypatch.setattr(connections, "BODY_SECONDS", body)
    monkeypatch.setattr(connections, "MOST_CONNECTIONS", most)


@pytest.mark.parametrize("sent", [b"", b"GET / HT", HEAD, HEAD + b"X: "])
def test_a_request_that_does_not_come_is_not_waited_for(sent, monkeypatch):
    limits(monkeypatch, head=0.05)

    async def run():
        async with served() as opened:
            reader, _ = await opened(sent)
            return await until_closed(reader)

    assert asyncio.run(run()) == b""


def test_drops_do_not_win_time(monkeypatch):
    limits(monkeypatch, head=0.1)

    async def drip(writer):
        while True:
            writer.write(b"X")
            await asyncio.sleep(0.02)

    async def run():
        async with served() as opened:
            reader, writer = await opened(HEAD)
            dripping = asyncio.create_task(drip(writer))
            came = await until_closed(reader)
            dripping.cancel()
            return came

    assert asyncio.run(run()) == b""


def test_a_body_has_a_time_of_its_own(monkeypatch):
    limits(monkeypatch, body=0.05)

    async def run():
        async with served() as opened:
            reader, _ = await opened(WITH_BODY + b"abc")
            return await until_closed(reader)

    assert asyncio.run(run()) == b""


def test_what_is_whole_is_answered_however_long_that_takes(monkeypatch):
    limits(monkeypatch, head=0.2, body=0.2)

    async def run():
        async with served() as opened:
            reader, writer = await opened(WITH_BODY + b"abc")
            writer.write(b"de")
            assert await answered(reader)
            # The next one on the same connection, in parts.
            writer.write(HEAD)
            await writer.drain()
            await asyncio.sleep(0.01)
            writer.write(b"\r\n")
            assert await answered(reader)
            # Half of one more.
            writer.write(HEAD)
            return await until_closed(reader)

    assert asyncio.run(run()) == b""


def test_of_too_many_the_one_that_has_waited_longest_goes(monkeypatch):
    limits(monkeypatch, most=4)

    async def run():
        async with served() as opened:
            waiting = [await opened(HEAD) for _ in range(6)]
            reader, _ = await opened(HEAD + b"\r\n")
            assert await answered(reader)
            first, *_, last = waiting
            assert await until_closed(first[0]) == b""
            last[1].write(b"\r\n")
            assert await answered(last[0])

    asyncio.run(run())
