"""The same task in the text and in a table of it is told once in the ledger, with all that either says."""

from command import lawcheck
from docx_documents import cell, docx, p, table
from hypothesis import given, settings
from hypothesis import strategies as st

from lawcheck import pipeline
from lawcheck.reading import read_stream
from lawcheck.structure.same_tasks import told_once

NAMES = ("清理楼道堆物", "培训楼长骨干", "更换老旧灯具", "公开整治结果", "登记造册建档", "改造消防设施")
UNITS = ("区城管局", "区民政局", "区司法局", "区财政局")
HEAD = p("示例区楼道整治方案") + p("一、总体要求") + p("先易后难，分批推进，把楼道清理干净，让居民放心。")
ROW = st.tuples(st.sampled_from(NAMES), st.sampled_from(UNITS), st.sampled_from(("2025年6月底", "2025年9月底", "")))


def tasks(text, rows):
    """The tasks of a plan with these in its text and in its table, each as name, unit, limit."""
    body = HEAD + p("二、重点任务")
    for number, (name, unit, limit) in enumerate(text, 1):
        body += p(f"{number}.{name}。{f'{limit}前完成。' if limit else '逐楼落实。'}（牵头单位：{unit}）")
    lines = [[cell(str(n)), cell(name), cell(unit), cell(limit)] for n, (name, unit, limit) in enumerate(rows, 1)]
    header = [cell("序号"), cell("任务"), cell("牵头单位"), cell("完成时限")]
    document = pipeline.parse(read_stream(docx(body + p("附件") + table(header, *lines))))
    return document, told_once(document.tasks)


@settings(max_examples=25, deadline=None)
@given(st.lists(ROW, min_size=3, max_size=6, unique_by=lambda row: row[0]), st.data())
def test_rows_that_repeat_the_text_are_told_once_and_others_stay(text, data):
    changed = data.draw(st.sets(st.integers(0, len(text) - 1)))
    others = {unit: UNITS[(index + 1) % len(UNITS)] for index, unit in enumerate(UNITS)}
    rows = [(name, others[unit] if n in changed else unit, limit) for n, (name, unit, limit) in enumerate(text)]
    document, once = tasks(text, rows)
    assert len(document.tasks) == 2 * len(text)
    assert len(once) == len(text) + len(changed)
    told = [(task.summary, task.lead[0].name) for task in once]
    assert len(set(told)) == len(told)
    assert set(told) == {(name, unit) for name, unit, _ in [*text, *rows]}


def test_a_task_gains_the_time_limit_of_its_row():
    text = [(name, "区城管局", "") for name in NAMES[:3]]
    rows = [(name, "区城管局", "2025年6月底") for name in NAMES[:3]]
    _, once = tasks(text, rows)
    assert [[d.date for d in task.deadlines] for task in once] == [["2025-06-30"]] * 3


def test_another_time_is_another_task():
    text = [(name, "区城管局", "2025年9月底") for name in NAMES[:3]]
    rows = [(name, "区城管局", "2025年6月底") for name in NAMES[:3]]
    assert len(tasks(text, rows)[1]) == 6


def test_the_command_tells_them_once(tmp_path):
    text = "".join(f"{n}.{name}。逐楼落实。（牵头单位：区城管局）\n" for n, name in enumerate(NAMES, 1))
    lines = "".join(f"| {n} | {name} | 区城管局 |\n" for n, name in enumerate(NAMES, 1))
    path = tmp_path / "方案.md"
    head = "# 示例区楼道整治方案\n\n## 一、重点任务\n\n"
    path.write_text(f"{head}{text}\n| 序号 | 任务 | 牵头单位 |\n| --- | --- | --- |\n{lines}", encoding="utf-8")
    found = lawcheck("tasks", path, "--output-format", "json").json["files"][0]["tasks"]
    assert [task["summary"] for task in found] == list(NAMES)
