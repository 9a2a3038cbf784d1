"""Time limits of tasks."""

import re
from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.structure.tasks import is_general, is_set_apart
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import dates_in, periods_in

_PERIOD = Pattern(r"[一二三]年行动|五年|十[二三四五六]五|年度")
_LABEL = Pattern(r"(?:完成|办结|整改|落实)(?:时限|时间|期限)(?:要求)?[^\S\n]{0,2}[：:]")
_NOTHING = Pattern(r"[^\S\n]{0,4}(?:[；;，,。、]{0,2}[^\S\n]{0,4}(?:[）)〕\]]|$|\n)|[；;])")
_NEXT_LINE = Pattern(r"\s{0,40}[^\n：:]{1,30}(?:\n|$)")
_TIME = Pattern(r"[年月日季]|长期|持续|立行")
_SHARE = 0.6
_FEWEST = 3
_LONGEST = 20
_GENERAL_LIMIT = Pattern(
    r"(?:未|没有|没)(?:注明|明确|标明|列明)[^。\n]{0,12}(?:时限|时间|期限)|(?:时限|期限|完成时间)(?:均为|为|统一)"
)


def task_without_deadline(document: Document, *, min_tasks: int) -> Iterator[Finding]:
    """TGT001: no task has a time limit, and neither the title nor a sentence of the document sets one for all."""
    tasks = document.tasks
    title = document.title.text if document.title else ""
    if len(tasks) < min_tasks or any(task.deadlines for task in tasks):
        return
    # Sentences that say who acts make no list of tasks.
    if not any(is_set_apart(document.text, task) for task in tasks):
        return
    if dates_in(title) or periods_in(title) or _PERIOD.search(title) or _GENERAL_LIMIT.search(document.text):
        return
    for task in tasks:
        yield Finding(task.node.start, max(task.node.title_end, task.node.body_start))


def empty_deadline(document: Document) -> Iterator[Finding]:
    """TGT009: a label for a time limit with nothing after it; the empty cell of a row whose sisters have a limit."""
    yield from _empty_labels(document)
    rows = [row for row in document.rows if row.part == 1 and not is_general((row.node,))]
    limited = sum(bool(row.deadlines) for row in rows)
    if limited < max(_FEWEST, _SHARE * len(rows)):
        return
    for row in rows:
        # A row that names nobody either is told about once, for that.
        if row.open_limit is not None and row.attributions:
            task = row.summary if len(row.summary) <= _LONGEST else row.summary[:_LONGEST] + "…"
            yield Finding(row.open_limit, row.open_limit, {"task": task}, "cell")


def _empty_labels(document: Document) -> Iterator[Finding]:
    """The labels in the text: where no other one has a time the text is a form to be filled in."""
    text = document.text
    labels = list(_LABEL.finditer(text))
    empty = [label for label in labels if (blank := _NOTHING.match(text, label.end())) and _ends(text, blank)]
    if 2 * len(empty) <= len(labels):
        for label in empty:
            yield Finding(*label.span(), {"label": label[0].strip().rstrip("：:")})


def _ends(text: str, blank: re.Match[str]) -> bool:
    """Whether what follows a label is no time on the line below it."""
    return not blank[0].endswith("\n") or not ((line := _NEXT_LINE.match(text, blank.end())) and _TIME.search(line[0]))
