"""What expressions are compiled to is kept, and means the same when it comes back."""

import marshal
import re

import pytest

from lawcheck.text import programs

_PATTERNS = [
    (r"第(?P<number>[一二三四五六七八九十百]{1,4})条(之(?P<more>[一二三]))?", 0),
    (r"[㐀-鿿豈-﫿]+[。；]", 0),
    (r"(?<![0-9０-９])(?:19|20)[0-9]{2}年(?=度|内)", 0),
    (r"^(?:table of )?contents$", re.IGNORECASE | re.MULTILINE),
    (r"(?x) [Ａ-Ｚ]   # full width", 0),
    (r"(甲|乙)\1", 0),
    (r"(?s).(?i:Ä)\Z", 0),
    *((f"示例{number}(?:区|县)", 0) for number in range(programs._ENOUGH)),
]
_TEXT = "第十二条之一，甲甲。\nTable of Contents\n2024年度，Ｂ示例3区；ä"


class File:
    """Where the programs of a run are kept."""

    data = b""

    def write(self, data):
        self.data = data

    def run(self, patterns=_PATTERNS):
        with programs.keeping(lambda: self.data, self.write):
            return [programs.compiled(pattern, flags) for pattern, flags in patterns]


@pytest.fixture
def no_compiler(monkeypatch):
    """Fails whatever compiles anew."""

    def refuse(*_):
        raise AssertionError("compiled anew")

    def forbid():
        re.purge()
        monkeypatch.setattr("re._parser.parse", refuse)

    return forbid


def test_a_kept_program_is_the_expression(no_compiler):
    file = File()
    file.run()
    no_compiler()
    for kept, (pattern, flags) in zip(file.run(), _PATTERNS, strict=True):
        assert kept.pattern == pattern
        assert kept.flags & flags == flags
    expected = [("第十二条之一", "十二", "之一", "一"), ("第十二条之一，甲甲。",)]
    number, han = file.run()[:2]
    assert number.search(_TEXT).group(0, 1, 2, 3) == expected[0]
    assert number.search(_TEXT)["more"] == "一"
    assert dict(number.groupindex) == {"number": 1, "more": 3}
    assert han.search(_TEXT)[0] == "甲甲。"


def test_what_is_kept_finds_what_is_compiled():
    file = File()
    for _ in range(2):
        for kept, (pattern, flags) in zip(file.run(), _PATTERNS, strict=True):
            usual = re.compile(pattern, flags)
            assert kept == programs.compiled(pattern, flags)  # the code is compared too
            assert kept.groupindex == usual.groupindex
            assert [m.regs for m in kept.finditer(_TEXT)] == [m.regs for m in usual.finditer(_TEXT)]


def test_few_new_ones_are_not_worth_writing():
    file = File()
    file.run(_PATTERNS[: programs._ENOUGH - 1])
    assert file.data == b""
    file.run()
    before = file.data
    file.run([*_PATTERNS, ("新", 0)])
    assert file.data == before != b""


def test_those_that_no_run_uses_are_given_up(monkeypatch):
    file = File()
    file.run()
    monkeypatch.setattr(programs, "_MOST", len(_PATTERNS))
    file.run([(f"另{number}", 0) for number in range(programs._ENOUGH)])
    _, kept = marshal.loads(file.data)
    assert len(kept) == programs._ENOUGH


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"\xff" * 40,
        marshal.dumps(None),
        marshal.dumps([1, 2, 3]),
        marshal.dumps([["another Python"], {("a", 0): (32, b"", 0, {}, ())}]),
    ],
)
def test_what_makes_no_sense_is_made_anew(data):
    file = File()
    file.data = data
    assert file.run()[0].search(_TEXT)
    assert len(marshal.loads(file.data)[1]) == len(_PATTERNS)


@pytest.mark.parametrize("program", [None, (32, b"abc", 0, {}, ()), (32, b"\xff" * 40, 0, {}, (None,)), (1, 2, 3, 4)])
def test_a_wrong_program_is_not_used(program):
    file = File()
    file.run()
    version, kept = marshal.loads(file.data)
    file.data = marshal.dumps([version, dict.fromkeys(kept, program)])
    assert file.run()[0].search(_TEXT)["number"] == "十二"


def test_without_the_parts_of_re_everything_is_compiled_as_usual(monkeypatch):
    monkeypatch.delattr("re._compiler._code")
    monkeypatch.setattr(re, "compile", lambda pattern, flags=0: (pattern, flags))
    file = File()
    assert file.run() == _PATTERNS
    assert file.data == b""


def test_a_malformed_expression_is_told():
    file = File()
    with pytest.raises(re.error, match="unterminated"):
        file.run([("(甲", 0)])
    with pytest.raises(re.error, match="unterminated"):
        programs.compiled("(甲")
