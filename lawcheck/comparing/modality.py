"""How strongly a passage binds: words of obligation that were put for others."""

from collections.abc import Iterator

from lawcheck.comparing.change_kinds import ChangeKind
from lawcheck.comparing.changes import Pair, ValueChange
from lawcheck.text.patterns import Pattern

_STRENGTH = {
    **dict.fromkeys(("应当", "必须", "务必", "不得", "禁止", "严禁", "一律", "应", "须"), 3),
    **dict.fromkeys(("原则上", "一般", "尽量", "尽可能", "视情"), 2),
    **dict.fromkeys(("可以", "可", "鼓励", "支持", "倡导", "提倡", "引导"), 1),
}
# Words that forbid.
FORBIDS = frozenset({"不得", "禁止", "严禁"})
_BINDS = 3
# What weakens a measure by standing there; the others are verbs as well.
_HEDGES = frozenset({"原则上", "一般", "尽量", "尽可能", "视情", "可以", "可", "鼓励"})
# The words of obligation, as a pattern.
OBLIGES = (
    "应当|必须|务必|不得|禁止|严禁|一律|原则上|一般(?=应|不|要|在|由|按)|尽量|尽可能|视情(?!况)|可以|鼓励|支持|倡导|提倡|引导"
    "|(?<![响适供对反相感顺理])应(?=[由在按将于及依予与向先报])|(?<!必)须(?=[由在按将于及依予与向先经报])|(?<![不许认])可(?=[由在按将向不依根])"
)
_WORDS = Pattern(OBLIGES)
# Beside a word of obligation a piece may hold so much: a longer one is another sentence.
_MOST_BESIDE = 4


def modality_changes(pair: Pair) -> Iterator[ValueChange]:
    """Words of obligation that were replaced by stronger, weaker or opposite ones, put in or taken out."""
    for piece in pair.differences:
        old, new = (
            document.text[start:end]
            for document, (start, end) in zip(pair.documents, (piece.old, piece.new), strict=True)
        )
        before, after = _word(old), _word(new)
        if before == after or max(len(old) - len(before), len(new) - len(after)) > _MOST_BESIDE:
            continue
        # Without such a word a measure is simply to be carried out.
        first, second = (_STRENGTH.get(word, _BINDS) for word in (before, after))
        if before and after and first == second and (before in FORBIDS) == (after in FORBIDS):
            continue
        if (before and after) or (before or after) in _HEDGES:
            yield ValueChange(ChangeKind.MODALITY, before, after, piece.old, piece.new, weaker=second < first)


def _word(text: str) -> str:
    """The weakest word of obligation in a text: 原则上应当 binds no more than 原则上."""
    return min((m[0] for m in _WORDS.finditer(text)), key=lambda word: _STRENGTH[word], default="")


def strength(word: str) -> int:
    """How strongly a word of obligation binds, from 1 (鼓励) to 3 (应当)."""
    return _STRENGTH[word]
