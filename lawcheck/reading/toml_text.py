"""TOML from a file of anybody: what it holds, or in which line it is wrong."""

import re
import tomllib
from typing import Any

from lawcheck.errors import LawcheckError, Words

_NO_TOML = Words("不是正确的 TOML", "is no valid TOML")
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")


class BadTextError(LawcheckError):
    """A file does not hold what it must; whoever has read it adds its name."""


def parse_toml(text: str) -> dict[str, Any]:
    """What a TOML text holds; raises BadTextError, whose text says where it is wrong."""
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise BadTextError(_NO_TOML + Words("（嵌套过深）", " (nested too deeply)")) from error
    except ValueError as error:
        place = _PLACE.search(str(error))
        where = Words("（末尾）", " (at its end)")
        if place:
            where = Words(f"（第 {place[1]} 行第 {place[2]} 列）", f" (line {place[1]}, column {place[2]})")
        raise BadTextError(_NO_TOML + where) from error


def decode_utf8(data: bytes) -> str:
    """The text of a file that has to be UTF-8, a mark at its beginning or not; raises BadTextError naming the line."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise BadTextError(Words(f"第 {line} 行不是 UTF-8 文字", f"line {line} is no UTF-8")) from error
