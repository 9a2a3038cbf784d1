"""Who may ask for what: only the page itself, opened on this machine; and what browsers may do with the answers."""

import secrets
from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lawcheck.reporting.words import word

TOKEN_HEADER = "lawcheck-token"
_READING = frozenset({"GET", "HEAD"})
_HTTP_PORT = 80
_HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


class Guard:
    """Stands before the application and refuses what does not come from its own page.

    A page of another site may send requests here, or have its own name lead here: the Host tells the second, the
    Origin and a token that only the page knows tell the first.
    """

    def __init__(self, app: ASGIApp, port: int, token: str) -> None:
        self._app = app
        self._hosts = frozenset(_hosts(port))
        self._origins = frozenset(f"http://{host}" for host in self._hosts)
        self._token = token.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers, or has the application answer."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            app = self._app if self._allows(scope) else PlainTextResponse(word(self._cause(scope), "zh"), 403)
            await app(scope, receive, _with_headers(send))
        else:
            await send({"type": "websocket.close"})

    def _allows(self, scope: Scope) -> bool:
        headers = Headers(scope=scope)
        if headers.getlist("host") not in [[host] for host in self._hosts]:
            return False
        # Pages of others may lead here, but not take anything from here into themselves.
        if headers.get("sec-fetch-site", "none") not in ("none", "same-origin") and scope["path"] != "/":
            return False
        if scope["method"] in _READING:
            return True
        given = headers.get(TOKEN_HEADER, "").encode()
        return headers.getlist("origin") in [[o] for o in self._origins] and secrets.compare_digest(given, self._token)

    def _cause(self, scope: Scope) -> str:
        """Why a request is refused: the page of a service that has ended does not know the token of this one."""
        headers = Headers(scope=scope)
        is_own = headers.getlist("origin") in [[o] for o in self._origins] and headers.get("host") in self._hosts
        return "no-restart" if is_own and headers.get(TOKEN_HEADER) else "no-request"


def _hosts(port: int) -> Iterable[str]:
    for name in ("127.0.0.1", "localhost"):
        yield f"{name}:{port}"
        if port == _HTTP_PORT:
            yield name


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sending
