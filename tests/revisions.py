"""Revisions of the examples, made by edits whose outcome is known."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "examples"
_TASK = re.compile(r"\d+\.(.*)")
_CLOSING = "示例区人民政府办公室\n2024年3月5日"
# What the example does not have of itself.
OLD_PLAN = (
    (EXAMPLES / "plan.txt")
    .read_text(encoding="utf-8")
    .replace("对群众提出的意见逐件登记，", "对群众提出的意见应当逐件登记，但匿名意见除外，")
)
TITLES = [match[1].split("。")[0] for match in re.finditer(r"(?m)^\d+\.(.*)$", OLD_PLAN)]


@dataclass
class Draft:
    """A plan whose tasks are kept in order and numbered anew; what each edit is to show goes along with it."""

    lines: list[str] = field(default_factory=lambda: OLD_PLAN.split("\n"))
    kinds: Counter[tuple[str, str]] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)

    def at(self, title: str) -> int:
        """The line of a task."""
        return next(index for index, line in enumerate(self.lines) if _TASK.match(line) and title in line)

    def replace(self, title: str, old: str, new: str) -> None:
        """Puts words of a task in the place of others."""
        line = self.lines[self.at(title)]
        assert old in line
        self.lines[self.at(title)] = line.replace(old, new, 1)

    def expect(self, title: str, kind: str, *codes: str) -> None:
        """Notes that an edit shows in a task, and by which rules."""
        self.kinds[title, kind] += 1
        self.codes.update(codes)

    def text(self) -> str:
        """The plan with its tasks numbered from 1."""
        number = 0
        lines = []
        for line in self.lines:
            if match := _TASK.match(line):
                number += 1
                line = f"{number}.{match[1]}"
            lines.append(line)
        return "\n".join(lines)

    def expected(self) -> Counter[tuple[str, str]]:
        """Every kind of change in every task; those of which only the number has changed among them."""
        titles = [match[1].split("。")[0] for line in self.lines if (match := _TASK.match(line))]
        renumbered = [title for title in titles if title in TITLES and titles.index(title) != TITLES.index(title)]
        return self.kinds + Counter((title, "renumbered") for title in renumbered)


def insert(draft: Draft) -> None:
    """A new task."""
    text = "9.建立回访台账。对已经办结的事项抽取样本回访，记录评价并逐项改进。"
    attribution = "（牵头单位：区审计局；完成时限：2025年9月底前）"
    draft.lines.insert(draft.at("清理重复材料"), text + attribution)
    draft.expect("建立回访台账", "added")


def delete(draft: Draft) -> None:
    """A task less."""
    del draft.lines[draft.at("开设帮办专区")]
    draft.expect("开设帮办专区", "removed", "REV001")


def move(draft: Draft) -> None:
    """A task in another section."""
    line = draft.lines.pop(draft.at("编制事项目录"))
    draft.lines.insert(draft.at("办理群众意见"), line)
    draft.expect("编制事项目录", "moved")


def change_lead(draft: Draft) -> None:
    """Another unit that leads."""
    draft.replace("推行容缺受理", "牵头单位：区市场监管局", "牵头单位：区商务局")
    draft.expect("推行容缺受理", "units", "REV002")


def drop_participant(draft: Draft) -> None:
    """A unit less that takes part."""
    draft.replace("延长服务时间", "、区自然资源局", "")
    draft.expect("延长服务时间", "units", "REV002")


def change_date(draft: Draft) -> None:
    """Another time limit."""
    draft.replace("公布承诺时限", "2025年6月底前", "2025年12月底前")
    draft.expect("公布承诺时限", "deadlines", "REV003")


def change_target(draft: Draft) -> None:
    """Another figure."""
    draft.replace("精简内部流程", "三成以上", "两成以上")
    draft.expect("精简内部流程", "targets", "REV003")


def weaken(draft: Draft) -> None:
    """A word of obligation that binds less."""
    draft.replace("办理群众意见", "应当", "可以")
    draft.expect("办理群众意见", "modality", "REV005")


def drop_exception(draft: Draft) -> None:
    """An exception less."""
    draft.replace("办理群众意见", "，但匿名意见除外", "")
    draft.expect("办理群众意见", "exceptions", "REV007")


def reword(draft: Draft) -> None:
    """Other words."""
    draft.replace("布设自助终端", "提供查询、打印和缴费服务", "方便居民自行查询和缴费")
    draft.expect("布设自助终端", "reworded")


def rename(draft: Draft) -> None:
    """A unit by a new name throughout."""
    for title in TITLES:
        try:
            at = draft.at(title)
        except StopIteration:  # that task was deleted
            continue
        if "区数据管理局" in draft.lines[at]:
            draft.lines[at] = draft.lines[at].replace("区数据管理局", "区数据局")
            draft.expect(title, "renamed")


def reorder_units(draft: Draft) -> None:
    """The same units in another order."""
    draft.replace("下放高频事项", "区公安分局、区卫生健康局、区医保局", "区医保局、区公安分局、区卫生健康局")
    draft.expect("下放高频事项", "unit-order")


Edit = Callable[[Draft], None]
EDITS: tuple[Edit, ...] = (
    *(insert, delete, move, change_lead, drop_participant, change_date),
    *(change_target, weaken, drop_exception, reword, rename, reorder_units),
)


def revised(edits: Iterable[Edit]) -> Draft:
    """The plan after some edits, dated anew."""
    draft = Draft()
    for edit in edits:
        edit(draft)
    draft.lines = "\n".join(draft.lines).replace(_CLOSING, _CLOSING.replace("3月5日", "4月8日")).split("\n")
    draft.expect("示例区人民政府办公室", "reworded")
    return draft
