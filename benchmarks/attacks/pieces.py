"""What texts are made of: pieces of anything, the examples of the rules, and damage to them."""

import random
from functools import cache

from lawcheck.rulebook.registry import Selection

PIECES = (
    "示例区工作方案\n",
    "一、",
    "（一）",
    "1.",
    "（1）",
    "①",
    "第一条 ",
    "第二章 总则\n",
    "三、。",
    "5,",
    "2 .",
    "清理楼道。",
    "（牵头单位：区民政局；配合单位：",
    "责任单位：",
    "完成时限：",
    "2026年9月27日",
    "20212025年",
    "7年0月",
    "《",
    "》",
    "“",
    "”",
    "（",
    "）",
    "〔2026〕5号",
    "附件：",
    "|",
    "| --- |",
    "# ",
    "```",
    "<td>",
    "</table>",
    "<script>",
    "<!--",
    "&#x4e00;",
    "\n",
    "\r\n",
    "\t",
    "\u3000",
    "\u202e",
    "\u001b[31m",
    "\ud800",
    "𠮷",
    "é",
    "\ufeff",
    "0" * 40,
    "由会员分享，可在线阅读",
    "# lawcheck: ignore ALL\n",
    "，，",
    "。",
    ",",
    "本办法自公布之日起施行。\n",
    "甲" * 300,
)
# A piece that stands many times makes no longer a text: to check and fix it several times takes a second or two where
# the time grows with the length, and more than the limit where it grows with its square.
_LONGEST = 40_000


@cache
def examples() -> tuple[str, ...]:
    """The bad and the good text of each example of a rule."""
    found = (example.bad or example.good or "" for rule in Selection().rules() for example in rule.examples)
    return tuple(text.replace("⟦", "").replace("⟧", "") for text in found)


def text_of(chance: random.Random) -> str:
    """A text: mostly a short one, sometimes of many pieces, now and then with one of them many times."""
    of_all = chance.random()
    if of_all < 0.6:
        return damaged(chance, chance.choice(examples()))
    if of_all < 0.8:
        joint = chance.choice(("", "\n", "\n\n"))
        return damaged(chance, joint.join(chance.choices(examples(), k=chance.randint(2, 5))))
    if of_all < 0.95:
        return "".join(chance.choices(PIECES[:-1], k=chance.randint(0, 12)))
    pieces = chance.choices(PIECES, k=chance.randint(0, 60))
    if pieces and of_all > 0.999:
        piece = chance.choice(PIECES)
        pieces.insert(chance.randrange(len(pieces)), piece * chance.randint(2, _LONGEST // len(piece)))
    return "".join(pieces)


def damaged(chance: random.Random, text: str) -> str:
    """The text with up to four places cut, doubled, moved, or written over by something else."""
    for _ in range(chance.randint(0, 4)):
        start, end = sorted(chance.choices(range(len(text) + 1), k=2)) if text else (0, 0)
        end = min(end, start + chance.choice((0, 1, 1, 2, 8)))
        part, before, after = text[start:end], text[:start], text[end:]
        match chance.randrange(4):
            case 0:
                text = before + after
            case 1:
                text = before + part * chance.randint(2, 3) + after
            case 2:
                at = chance.randint(0, len(before))
                text = before[:at] + part + before[at:] + after
            case _:
                text = before + chance.choice(PIECES[:-1]) + after
    return text
