"""Whether losses and weakenings are found: `python -m benchmarks.planted_losses [--pairs N] [--seed N] [--show]`.

Plans of a city are written from tables of our own, and a district's plan after each: other offices, headings in other
words, other order. In each pair a time limit is put off, a figure lowered, a duty weakened, an office changed and a
measure left out; told is what `lawcheck cover` says of these and of all others.
"""

import argparse
import random
from collections import Counter
from dataclasses import dataclass, replace

from lawcheck import parse
from lawcheck.comparing.coverage.cover import CoverageLink, Degree, cover
from lawcheck.comparing.coverage.measures import CoveredFile

MATTERS = (
    *(
        "河道管护",
        "校车安全",
        "公园养护",
        "集市经营",
        "井盖维护",
        "路灯照明",
        "楼道消防",
        "档案数字化",
        "食堂卫生",
        "电梯维保",
    ),
    *(
        "公厕改造",
        "停车秩序",
        "垃圾分类",
        "养老助餐",
        "托育服务",
        "图书漫游",
        "社区体育",
        "残疾人出行",
        "旧屋修缮",
        "树木养护",
    ),
)
OFFICES = ("水利", "教育", "园林", "商务", "城市管理", "消防", "档案", "民政", "卫生健康", "体育", "财政", "住房保障")
DEEDS = (
    ("摸清{}底数，逐户登记设施状况，建立电子台账并按月更新", ""),
    ("完善{}标准，明确巡查频次和处置流程，由专人负责验收", "{year}年{month}月底前完成"),
    ("组织{}技能培训，培训一线人员{count}人次，考核合格后上岗", ""),
    ("{}责任单位应当公开投诉电话，不得推诿群众反映的问题", ""),
    ("建设{}信息平台，接入监测点位{count}个，实现异常自动报警", "{year}年{month}月底前建成"),
    ("开展{}满意度调查，委托第三方随机走访，结果纳入年度考核", ""),
    ("对{}薄弱环节开展集中整治，问题整改率达到{percent}%以上", ""),
    ("安排{}专项资金，严格按进度拨付，必须做到专款专用", ""),
)
KINDS = ("deadline", "figure", "verb", "unit", "dropped")
WEAKER = (("应当", "可以"), ("不得", "原则上不得"), ("必须", "尽量"), ("建立", "探索建立"), ("开展", "鼓励开展"))


@dataclass(frozen=True)
class Item:
    """A measure of a plan with its time limit and its offices."""

    heading: str
    words: str
    limit: str
    offices: tuple[str, ...]

    def written(self, level: str, number: int) -> str:
        """As it stands in the plan of a level, 市 or 区."""
        limit = f"，{self.limit}" if self.limit else ""
        offices = "、".join(f"{level}{office}局" for office in self.offices)
        return f"{number}.{self.heading}。{self.words}{limit}。（责任单位：{offices}）"


def items(chance: random.Random) -> list[Item]:
    """Twenty measures."""
    found = []
    for matter in chance.sample(MATTERS, 20):
        words, limit = chance.choice(DEEDS)
        values = {"year": chance.choice((2026, 2027)), "month": chance.randint(3, 11), "count": chance.randint(20, 900)}
        words = words.format(matter, percent=chance.randint(80, 98), **values)
        offices = tuple(chance.sample(OFFICES, 3))
        found.append(Item(f"加强{matter}", words, limit.format(**values), offices))
    return found


def plan(level: str, measures: list[Item]) -> str:
    """The plan of a level."""
    lines = [f"示例{level}民生实事实施方案", "一、重点任务"]
    return "\n".join([*lines, *(item.written(level, n) for n, item in enumerate(measures, 1)), ""])


def fault(kind: str, item: Item, chance: random.Random) -> Item | None:
    """The measure with a fault of a kind; None where it can have none."""
    if kind == "deadline" and item.limit:
        return replace(item, limit=f"{int(item.limit[:4]) + 1}{item.limit[4:]}")
    if kind == "figure":
        figures = "".join(filter(str.isdecimal, item.words))
        return replace(item, words=item.words.replace(figures, str(int(figures) * 2 // 3))) if figures else None
    if kind == "verb":
        pairs = [(strong, weak) for strong, weak in WEAKER if strong in item.words]
        return replace(item, words=item.words.replace(*chance.choice(pairs), 1)) if pairs else None
    if kind == "unit":
        others = [office for office in OFFICES if not set(office) & set("".join(item.offices))]
        return replace(item, offices=(*item.offices[:-1], chance.choice(others)))
    return None


def is_said(kind: str, link: CoverageLink) -> bool:
    """Whether the link tells of a fault of this kind."""
    if kind == "dropped":
        return link.degree is Degree.NONE
    what = {"verb": "modality"}.get(kind, kind)
    return any(str(change.what) == what for change in link.altered)


def measured(pairs: int, seed: int, show: bool = False) -> Counter[str]:
    """How many faults of each kind are found and missed, and how many other measures are told to be less."""
    chance = random.Random(seed)
    counts: Counter[str] = Counter()
    for _ in range(pairs):
        measures = items(chance)
        own: list[Item | None] = [replace(item, heading=f"抓好{item.heading[2:]}工作") for item in measures]
        planted: dict[int, str] = {}
        for kind in KINDS:
            for place in chance.sample(range(20), 20):
                item = own[place]
                if place not in planted and item and (kind == "dropped" or (changed := fault(kind, item, chance))):
                    own[place] = None if kind == "dropped" else changed
                    planted[place] = kind
                    break
        kept = [item for item in own if item]
        kept[3:9] = kept[8:2:-1]
        files = (("superior.txt", plan("市", measures)), ("own.txt", plan("区", kept)))
        superior, lower = (CoveredFile(path, parse(text)) for path, text in files)
        found = cover([superior], lower)
        for place, link in enumerate(found.links):
            kind = planted.get(place, "")
            said = is_said(kind, link) if kind else link.is_less or bool(link.altered)
            counts[f"{kind or 'else'} {'told' if said else 'silent'}"] += 1
            if show and bool(kind) != said:
                print(kind or "else", found.superior[link.superior].text, link.degree, link.lost, link.altered)
    return counts


def main() -> None:
    """Reads the command line, measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--pairs", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true")
    arguments = parser.parse_args()
    for key, value in sorted(measured(arguments.pairs, arguments.seed, arguments.show).items()):
        print(f"{key:18}{value}")


if __name__ == "__main__":
    main()
