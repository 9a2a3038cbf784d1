"""What the page sends: a document, or a few words of JSON; both within limits, and never written to disk."""

import json
import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote

from starlette.requests import Request

from lawcheck.errors import Words
from lawcheck.reading.storage import MAX_BYTES
from lawcheck.reporting.words import phrase, word
from lawcheck.surfaces.web.refusals import TooLargeError

NAME_HEADER = "lawcheck-name"
MIBIBYTES = MAX_BYTES // 1024 // 1024
_LONGEST_NAME = 100
_MOST_WORDS = 16 * 1024
_NOT_IN_NAMES = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|\ud800-\udfff]")


async def document(request: Request, language: str) -> tuple[str, bytes]:
    """The name of a document, without any folder, and what it holds; raises TooLargeError."""
    data = await _body(request, MAX_BYTES, phrase("page-large", size=MIBIBYTES))
    return file_name(request.headers.get(NAME_HEADER, ""), language), data


async def words(request: Request) -> Mapping[str, str]:
    """The texts of a JSON object; whatever else was sent is as if it were not there."""
    data = await _body(request, _MOST_WORDS, phrase("page-long", size=_MOST_WORDS // 1024))
    try:
        values: Any = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return {key: value for key, value in values.items() if isinstance(value, str)} if isinstance(values, dict) else {}


def file_name(sent: str, language: str) -> str:
    """The name of a file as a browser sends it, percent-encoded: its last part, without what names cannot have."""
    name = PurePosixPath(unquote(sent, errors="replace").replace("\\", "/")).name
    name = _NOT_IN_NAMES.sub("_", name).strip()
    path = PurePosixPath(name)
    return f"{path.stem[:_LONGEST_NAME]}{path.suffix[:8]}" if path.stem else word("page-pasted", language)


async def _body(request: Request, most: int, too_large: Words) -> bytes:
    """All that was sent; what is too much is not even waited for."""
    announced = request.headers.get("content-length", "0")
    if announced.isascii() and announced.isdigit() and int(announced[:20]) > most:
        raise TooLargeError(too_large)
    pieces: list[bytes] = []
    size = 0
    async for piece in request.stream():
        size += len(piece)
        if size > most:
            raise TooLargeError(too_large)
        pieces.append(piece)
    return b"".join(pieces)
