"""TOML from a file of anybody: what it holds, or in which line it is wrong."""

import re
import tomllib
from typing import Any

from lawcheck.errors import LawcheckError, Words

# The faults of TOML by what the parser says of them.
_TOML_FAULTS = {
    "Expected '='": Words("键后面缺少等号", "an equals sign is missing after a key"),
    "Expected newline": Words("一行中写了两项", "two statements are on one line"),
    "Cannot overwrite": Words("同一个键写了两次", "a key is given twice"),
    "Cannot declare": Words("同一个表写了两次", "a table is given twice"),
    "Cannot mutate": Words("同一个表写了两次", "a table is given twice"),
    "Duplicate": Words("同一个键写了两次", "a key is given twice"),
    "Unterminated": Words("字符串没有结束", "a string does not end"),
    "Expected \"'": Words("字符串没有结束", "a string does not end"),
    "Unclosed array": Words("数组没有结束", "an array does not end"),
    "Unclosed inline": Words("表没有结束", "a table does not end"),
    "Unescaped": Words("反斜杠后面的字符不对", "a wrong character follows a backslash"),
    "Illegal": Words("有不能出现的字符", "a character cannot stand here"),
    "Invalid": Words("写法不对", "this is not TOML"),
}
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")


class BadTextError(LawcheckError):
    """A file does not hold what it must; the caller that read it adds its name."""


def parse_toml(text: str) -> dict[str, Any]:
    """What a TOML text holds; raises BadTextError, which says where it is wrong."""
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadTextError(toml_fault(error)) from error


def decode_utf8(data: bytes) -> str:
    """The text of a file that has to be UTF-8, with or without its mark; raises BadTextError naming the line."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise BadTextError(Words(f"第 {line} 行不是 UTF-8 文字", f"line {line} is not in UTF-8")) from error


def toml_fault(error: ValueError | RecursionError) -> Words:
    """What is wrong with a text that is not TOML, and where."""
    said = str(error)
    if isinstance(error, RecursionError):
        what = Words("嵌套过深", "it is nested too deeply")
    else:
        what = next((words for start, words in _TOML_FAULTS.items() if said.startswith(start)), _TOML_FAULTS["Invalid"])
    if place := _PLACE.search(said):
        line, column = place.groups()
        what = Words(f"第 {line} 行第 {column} 列，", f"line {line}, column {column}: ") + what
    elif "(at end of document)" in said:
        what = Words("文件末尾，", "end of the file: ") + what
    return Words(f"不是正确的 TOML（{what.zh}）", f"is not valid TOML ({what.en})")
