"""TOML from a file of anybody: what it holds, or in which line it is wrong."""

import re
import tomllib
from typing import Any

_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")


def parse_toml(text: str) -> dict[str, Any]:
    """What a TOML text holds; raises ValueError, whose text says where it is wrong."""
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ValueError("不是正确的 TOML（嵌套过深）") from error
    except ValueError as error:
        place = _PLACE.search(str(error))
        where = f"第 {place[1]} 行第 {place[2]} 列" if place else "末尾"
        raise ValueError(f"不是正确的 TOML（{where}）") from error


def decode_utf8(data: bytes) -> str:
    """The text of a file that has to be UTF-8, a mark at its beginning or not; raises ValueError naming the line."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise ValueError(f"第 {line} 行不是 UTF-8 文字") from error
