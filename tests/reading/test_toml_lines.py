"""In which line of a TOML text a key stands."""

import tomllib

import pytest

from lawcheck.reading.toml_lines import NO_LINES, TomlLines

APOSTROPHE = "'"
TEXT = '''\
# a = 1
first = """
second = 2
[no.table] \\""" # quoted
"""
"quoted key" = 'x = "1"'
a . "b.c" = [ # begins
  "]", '[', 1.5,
  { x = 1, y = [2] },
]
[table]
key = "#"
[ 'other' . deep ]  # comment
key = { inside = 1 }
[[many]]
name = 1

[[many]]
name = 2
[many.sub]
key = 1
[[many.parts]]
key = 2
[[many.parts]]
last = 1
'''
TEXT += f"x = {3 * APOSTROPHE}\nno = 1\n{4 * APOSTROPHE}\ny = 1\n"


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (("first",), 2),
        (("quoted key",), 6),
        (("a",), 7),
        (("a", "b.c"), 7),
        (("a", "b.c", 3, "x"), 7),
        (("table",), 11),
        (("table", "key"), 12),
        (("table", "missing"), 11),
        (("other", "deep"), 13),
        (("other", "deep", "key", "inside"), 14),
        (("many", 0), 15),
        (("many", 0, "name"), 16),
        (("many", 1, "name"), 19),
        (("many", 1, "sub", "key"), 21),
        (("many", 1, "parts", 0, "key"), 23),
        (("many", 1, "parts", 1, "last"), 25),
        (("many", 1, "parts", 1, "x"), 26),
        (("many", 1, "parts", 1, "y"), 29),
        (("many", 1, "missing"), 18),
    ],
)
def test_each_key_has_its_line(keys, line):
    tomllib.loads(TEXT)
    assert TomlLines(TEXT).place(keys).en == f"line {line}: "
    assert TomlLines(TEXT.replace("\n", "\r\n")).place(keys).zh == f"第 {line} 行："


@pytest.mark.parametrize("keys", [("second",), ("no", "table"), ("missing",), ()])
def test_what_does_not_stand_there_has_none(keys):
    assert TomlLines(TEXT).place(keys).en == NO_LINES.place(keys).en == ""


def test_keys_are_those_of_a_table():
    text = "[tool.other]\nkey = 1\n[tool.lawcheck]\nkey = 2\n[tool.lawcheck.rules]\nx = 3\n"
    lines = TomlLines(text, ("tool", "lawcheck"))
    assert [lines.place(keys).en for keys in (("key",), ("rules", "x"), ("missing",))] == ["line 4: ", "line 6: ", ""]
