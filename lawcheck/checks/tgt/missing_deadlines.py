"""Time limits of tasks."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import dates_in, periods_in

_PERIOD = Pattern(r"[一二三]年行动|五年|十[二三四五六]五|年度")
_GENERAL_LIMIT = Pattern(
    r"(?:未|没有|没)(?:注明|明确|标明|列明)[^。\n]{0,12}(?:时限|时间|期限)|(?:时限|期限|完成时间)(?:均为|为|统一)"
)


def task_without_deadline(document: Document, *, min_tasks: int) -> Iterator[Finding]:
    """TGT001: no task has a time limit, and neither the title nor a sentence of the document sets one for all."""
    tasks = document.tasks
    title = document.title.text if document.title else ""
    if len(tasks) < min_tasks or any(task.deadlines for task in tasks):
        return
    if dates_in(title) or periods_in(title) or _PERIOD.search(title) or _GENERAL_LIMIT.search(document.text):
        return
    for task in tasks:
        yield Finding(task.node.start, max(task.node.title_end, task.node.body_start))
