"""Verbs whose objects want other ones (TRM034)."""

from collections.abc import Iterator

from lawcheck.checks.trm.sentence_patterns import CLAUSE_END, Faulty, found
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DATE, MONTH, PART_OF_DATE, YEAR

_COLLOCATIONS = (
    Faulty(
        "force",
        Pattern(
            "(?P<place>加强|加快)(?:对(?:(?!加大|力度)[^，。；\n]){2,40}的)?[^，。；、：\n的大]{0,10}力度",
            needs=("力度",),
        ),
    ),
    Faulty(
        "pace", Pattern(f"(?P<place>加大)[^，。；、：\n]{{0,12}}(?:步伐|进度|速度|进程){CLAUSE_END}", needs=("加大",))
    ),
    Faulty("effect", Pattern(f"(?P<place>发扬)[^，。；、：\n]{{0,12}}作用{CLAUSE_END}", needs=("发扬",))),
    Faulty(
        "spirit",
        Pattern(
            f"(?P<place>发挥)(?:(?!首创|主人|主动|能动|尖兵|先锋)[^，。；、：\n作]){{0,10}}(?:精神|作风|优良传统){CLAUSE_END}",
            needs=("发挥",),
        ),
    ),
    Faulty(
        "hold",
        Pattern(
            "(?P<place>召开)(?:(?!会|部署|研究|推进|总结|安排|启动|听取|专题)[^，。；、：\n]){2,15}(?:工作|活动)(?=[，。；\n])",
            needs=("召开",),
        ),
    ),
    Faulty(
        "default",
        Pattern(
            f"(?P<place>纳入)[^，。；\n为]{{1,30}}的重要(?:内容|依据|参考|抓手|手段|举措|组成部分){CLAUSE_END}",
            needs=("纳入",),
        ),
    ),
    Faulty(
        "since",
        Pattern(
            f"(?P<place>于)(?:{DATE}|{PART_OF_DATE}|(?:{YEAR}年|[今明去]年)?{MONTH}月|[今明去]年)起(?![草诉运飞])",
            needs=("起",),
        ),
    ),
)
# What the verb becomes.
_BETTER = {"force": "加大", "pace": "加快", "effect": "发挥", "spirit": "发扬", "hold": "开展", "since": "自"}


def collocation(document: Document) -> Iterator[Finding]:
    """TRM034: a verb whose object wants another one."""
    yield from found(document.text, _COLLOCATIONS, _BETTER)
