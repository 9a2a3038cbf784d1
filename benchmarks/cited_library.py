"""How a library is held against: `python -m benchmarks.cited_library [--documents N] [--seed N] [--show]`.

A library of documents of our own is written, then a plan that cites it: sixty faulty references of thirteen kinds and
sixty right ones. Told are which faults are found, what else is, and the times: index, one change, a plan of 60.
"""

import argparse
import json
import os
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from benchmarks.process import run
from lawcheck.text.vocabulary.numerals import chinese_numeral

PLACES = [f"{a}{b}" for a in "青平安临新永长兴宁清" for b in "河山川江州海陵溪源泉"]
MATTERS = ("河道管护", "档案管理", "校车安全", "公园养护", "集市经营", "井盖维护", "路灯照明", "楼道消防")
GENRES = ("办法", "规定", "细则", "条例")
DUTIES = (
    "应当建立{}台账，按月核对并报送主管部门",
    "应当在{}现场设置警示标志，安排专人值守",
    "负责{}人员的培训，考核合格的方可上岗",
    "发现{}隐患的，应当当日处置并留存影像资料",
    "可以委托第三方开展{}评估，费用列入年度预算",
    "应当公开{}事项的办理流程，接受群众监督",
)
PERIODS = ("每日", "每周", "每旬", "每月", "每季度", "每半年", "每年")
WRONG = frozenset({"different", "repealed", "newer"})


@dataclass
class Kept:
    """A regulation of the library with what is true of it."""

    title: str
    day: str
    order: int
    place: str
    chapters: int
    articles: list[tuple[int, int, str]] = field(default_factory=list)
    repeals: str = ""

    @property
    def text(self) -> str:
        """As it stands in its file."""
        lines = [self.title, f"（{self.day}{self.place}市人民政府令第{self.order}号公布）"]
        each = -(-len(self.articles) // self.chapters)
        for number, (paragraphs, items, words) in enumerate(self.articles, 1):
            if (number - 1) % each == 0:
                lines.append(
                    f"第{chinese_numeral((number - 1) // each + 1)}章 第{chinese_numeral((number - 1) // each + 1)}部分"
                )
            lines.append(f"第{chinese_numeral(number)}条 {words}{'，包括：' if items else '。'}")
            lines += [f"（{chinese_numeral(item)}）第{chinese_numeral(item)}类场所；" for item in range(1, items)]
            lines += [f"（{chinese_numeral(items)}）其他场所。"] * bool(items)
            lines += [f"前款工作由{self.place}市第{chinese_numeral(n)}工作组复核。" for n in range(1, paragraphs)]
        end = f"，《{self.repeals}》同时废止" if self.repeals else ""
        return "\n".join([*lines, f"第{chinese_numeral(len(self.articles) + 1)}条 本规定自公布之日起施行{end}。", ""])


def kept(chance: random.Random, count: int) -> list[Kept]:
    """Regulations, of which some repeal an older one and some have a newer version of the same title."""
    found: list[Kept] = []
    titles = [f"{p}市{m}{g}" for p in PLACES for m in MATTERS for g in GENRES]
    chance.shuffle(titles)
    while len(found) < count:
        title = titles[len(found) % len(titles)]
        year = 2005 + len(found) // len(titles) + chance.randrange(8)
        one = Kept(title, f"{year}年{chance.randint(1, 12)}月{chance.randint(1, 28)}日", len(found) + 3, title[:2], 3)
        for _ in range(chance.randint(9, 18)):
            words = chance.choice(DUTIES).format(f"{chance.choice(PERIODS)}{chance.choice(MATTERS)}")
            who = f"{one.place}市{chance.choice(MATTERS)}单位"
            one.articles.append((chance.randint(1, 3), chance.choice((0, 0, 0, 3, 4)), who + words))
        found.append(one)
        if len(found) % 5 == 0 and len(found) < count:
            old = Kept(f"{title[:-2]}暂行{title[-2:]}", "1998年3月5日", len(found) + 1, one.place, 3, one.articles[:9])
            one.repeals = old.title
            found.append(old)
        elif len(found) % 7 == 0 and len(found) < count:
            found.append(Kept(title, f"{year + 9}年1月5日", len(found) + 5000, one.place, 3, one.articles))
    return found


def references(library: list[Kept], chance: random.Random) -> Iterator[tuple[str, str]]:
    """Kinds with sentences; "" for right ones."""
    titles = Counter(one.title for one in library)
    repealed = {one.repeals for one in library}
    usual = [one for one in library if titles[one.title] == 1 and one.title not in repealed]
    older = [one for one, other in pairwise(library) if one.title == other.title]
    gone = [one for one in library if one.title in repealed]
    for number in range(60):
        kind = list(KINDS)[number % len(KINDS)]
        source = {"repealed": gone, "newer": older}.get(kind, usual)
        yield kind, KINDS[kind](chance.choice(source), chance)
        yield "", RIGHT[number % len(RIGHT)](chance.choice(usual), chance)


def _quote(one: Kept, number: int, words: str) -> str:
    return f"《{one.title}》第{chinese_numeral(number)}条规定：“{words}”。"


def _any(one: Kept, chance: random.Random) -> int:
    return chance.randint(1, len(one.articles))


def _place(one: Kept, number: int, part: str = "") -> str:
    return f"依照《{one.title}》第{chinese_numeral(number)}条{part}办理。"


def _unlike(one: Kept, chance: random.Random) -> tuple[int, int]:
    """Two articles of different words."""
    pairs = [(a, b) for a in range(len(one.articles)) for b in range(len(one.articles))]
    a, b = chance.choice([(a, b) for a, b in pairs if one.articles[a][2] != one.articles[b][2]])
    return a + 1, b + 1


def _elsewhere(one: Kept, chance: random.Random) -> str:
    there, said = _unlike(one, chance)
    words = one.articles[there - 1][2]
    first = next(n for n, article in enumerate(one.articles, 1) if article[2] == words)
    return _quote(one, said if one.articles[said - 1][2] != words else first + 1, words)


Sentence = Callable[[Kept, random.Random], str]
KINDS: dict[str, Sentence] = {
    "title": lambda one, chance: f"依照《{one.title[:4]}{one.title[5]}{one.title[4]}{one.title[6:]}》办理。",
    "title lost": lambda one, chance: f"依照《{one.title[:5]}{one.title[6:]}》办理。",
    "order": lambda one, chance: f"依照《{one.title}》（{one.place}市人民政府令第{one.order + 1}号）办理。",
    "day": lambda one, chance: f"依照《{one.title}》（{int(one.day[:4]) - 1}{one.day[4:]}公布）办理。",
    "chapter": lambda one, chance: f"依照《{one.title}》第五章办理。",
    "article": lambda one, chance: _place(one, len(one.articles) + chance.randint(2, 9)),
    "inserted": lambda one, chance: _place(one, _any(one, chance), "之一"),
    "paragraph": lambda one, chance: _place(one, _any(one, chance), "第五款"),
    "item": lambda one, chance: _place(one, _any(one, chance), "第八项"),
    "quotation": lambda one, chance: _quote(one, 2, f"{one.articles[1][2][:-4]}尽量{one.articles[1][2][-4:]}"),
    "elsewhere": _elsewhere,
    "repealed": lambda one, chance: _place(one, 1),
    "newer": lambda one, chance: f"依照《{one.title}》（{one.day}{one.place}市人民政府令第{one.order}号公布）办理。",
}
RIGHT: tuple[Sentence, ...] = (
    lambda one, chance: f"依照《{one.title}》办理。",
    lambda one, chance: f"依照《{one.title}》（{one.day}{one.place}市人民政府令第{one.order}号公布）第一条办理。",
    lambda one, chance: _place(one, number := _any(one, chance), f"第{chinese_numeral(one.articles[number - 1][0])}款"),
    lambda one, chance: _quote(one, 3, one.articles[2][2]),
    lambda one, chance: f"依照《{one.title}》第三章办理。",
    lambda one, chance: f"参照《{one.place}市{chance.choice(MATTERS)}指南》和《{one.title}》第二条。",
)


def plan(sentences: list[str]) -> str:
    """A plan with these references."""
    body = "\n".join(f"{number}.{sentence}" for number, sentence in enumerate(sentences, 1))
    return f"示例区人民政府关于印发工作方案的通知\n各镇人民政府：\n{body}\n示例区人民政府\n2026年11月5日\n"


def measured(count: int, seed: int, show: bool = False) -> dict[str, object]:
    """What is found, and the times in seconds."""
    chance = random.Random(seed)
    library = kept(chance, count)
    cases = list(references(library, chance))
    with tempfile.TemporaryDirectory() as name:
        folder, text, report = Path(name, "library"), Path(name, "plan.txt"), Path(name, "cited.json")
        folder.mkdir()
        os.environ["XDG_CACHE_HOME"] = name
        for number, one in enumerate(library):
            (folder / f"{number}.txt").write_text(one.text, encoding="utf-8")
        time.sleep(2.1)  # what changed a moment ago is read again
        text.write_text(plan([sentence for _, sentence in cases]), encoding="utf-8")
        call = ["cite", "--isolated", "--library", str(folder), "-o", str(report), str(text)]
        times = [run(call), run(call)]
        (folder / "0.txt").write_text(library[0].text.replace("第一部分", "总则"), encoding="utf-8")
        times.append(run(call))
        found = json.loads(report.read_text(encoding="utf-8"))["files"][0]["references"]
    right: Counter[str] = Counter()
    other = 0
    for number, (kind, sentence) in enumerate(cases):
        said = [each for each in found if each["start"]["line"] == number + 3]
        wrong = [each for each in said if each["state"] in WRONG]
        right[kind] += bool(kind and wrong)
        other += bool(not kind and wrong)
        if show and bool(kind) != bool(wrong):
            print(kind or "else", sentence, [(each["state"], each["message"]) for each in said])
    return {
        "documents": count,
        "faults": 60,
        "found": sum(right.values()),
        "else": other,
        "index": round(times[0].cpu, 1),
        "warm": round(times[1].cpu, 2),
        "after one change": round(times[2].cpu, 2),
    }


def main() -> None:
    """Reads the command line, measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true")
    arguments = parser.parse_args()
    for key, value in measured(arguments.documents, arguments.seed, arguments.show).items():
        print(f"{key:18}{value}")


if __name__ == "__main__":
    main()
