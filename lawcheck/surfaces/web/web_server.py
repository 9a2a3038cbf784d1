"""Serves the page on this machine, until it is ended."""

import gc
import logging
import os
import signal
import socket
import webbrowser
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException

import uvicorn

from lawcheck.errors import UsageError, Words
from lawcheck.reading.storage import cause
from lawcheck.surfaces.web.app import Service
from lawcheck.surfaces.web.connections import MOST_CONNECTIONS, Connection

_LOOPBACK = "127.0.0.1"
_PROBE_SECONDS = 2


def serve(service: Service, port: int, ready: Callable[[str], None], show: bool = False, place: str = "") -> None:
    """Serves until Ctrl-C; `ready` is told the address, which is opened in the browser where `show` asks for it.

    `place` is what of the page is shown first.

    Where the page is served at the port already it is only opened. Port 0 is one that is free. Raises UsageError when
    the port cannot be used.
    """
    if show and port and not place and _is_served(port):  # as by a second double click
        address = f"http://{_LOOPBACK}:{port}/"
        ready(address)
        webbrowser.open(address)
        return
    gc.enable()  # unlike the other commands this one lives long
    # Else the processes that are started would load what they need from the folder that this one was started in.
    os.environ["PYTHONSAFEPATH"] = "1"
    # A process that is ended while the service ends is waited for by two parts of asyncio: the second of them warns.
    logging.getLogger("asyncio").setLevel(logging.ERROR)
    with _listening(port) as listening:
        port = listening.getsockname()[1]
        config = uvicorn.Config(
            service.app(port),
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            ws="none",
            limit_concurrency=MOST_CONNECTIONS,  # others are turned away
            http=Connection,
            timeout_graceful_shutdown=1,
        )
        address = f"http://{_LOOPBACK}:{port}/{place}"
        ready(address)
        if show:
            webbrowser.open(address)
        _end_when_hung_up()
        uvicorn.Server(config).run(sockets=[listening])


def _end_when_hung_up() -> None:
    """A terminal that is closed ends the service as SIGTERM does, which is what uvicorn listens to."""
    number = getattr(signal, "SIGHUP", None)  # Windows has none
    if number is not None and signal.getsignal(number) is not signal.SIG_IGN:  # nohup ignores it
        signal.signal(number, lambda *_: signal.raise_signal(signal.SIGTERM))


def _is_served(port: int) -> bool:
    """Whether the page is served at a port by now."""
    connection = HTTPConnection(_LOOPBACK, port, timeout=_PROBE_SECONDS)
    try:
        connection.request("GET", "/")
        return b'name="lawcheck-token"' in connection.getresponse().read()
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _listening(port: int) -> socket.socket:
    """A socket that only this machine reaches."""
    listening = socket.socket()
    try:
        # A port that a server has just left can be taken at once; on Windows this would take it from another.
        if os.name == "posix":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((_LOOPBACK, port))
        listening.listen()
    except OSError as error:
        listening.close()
        why = cause(error)
        raise UsageError(
            Words(
                f"端口 {port} 不能使用（{why.zh}），请用 --port 换一个",
                f"port {port} cannot be used ({why.en}), please choose another with --port",
            )
        ) from error
    return listening
