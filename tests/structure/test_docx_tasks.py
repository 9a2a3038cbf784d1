"""Tables of a Word file that divide the work: their rows are tasks."""

import pytest
from command import lawcheck
from docx_documents import abstract, cell, docx, level, num, p, table

from lawcheck import pipeline
from lawcheck.reading import read_stream

TITLE = p("示例区楼道整治方案") + p("一、总体要求") + p("先易后难，分批推进，把楼道清理干净，让居民放心。")


def rows(*table_rows: list[str], head: str = TITLE, **parts: str):
    """The tasks in a table, each as number, part, summary, lead, participants, responsible, limits."""
    document = pipeline.parse(read_stream(docx(head + table(*table_rows), **parts)))
    return [
        (
            task.number,
            task.part,
            task.summary,
            [u.name for u in task.lead],
            [u.name for u in task.participants],
            [u.name for u in task.responsible],
            [(d.text, d.date) for d in task.deadlines],
        )
        for task in document.tasks
    ]


HEADER = [cell("序号"), cell("任务"), cell("牵头单位"), cell("参加单位"), cell("完成时限")]


def test_rows_are_tasks():
    found = rows(
        HEADER,
        [
            cell("1"),
            cell("清理楼道。登记造册。"),
            cell("区城管局"),
            cell("区民政局、各街道办事处"),
            cell("2025年6月底前"),
        ],
        [cell("2"), cell("培训楼长"), cell("—"), cell(""), cell("长期坚持")],
        [cell("3"), cell("更换灯具"), cell("区财政局"), cell(""), cell("2026年")],
        [cell(""), cell(""), cell("区审计局"), cell(""), cell("")],
    )
    assert found == [
        (1, 1, "清理楼道", ["区城管局"], ["区民政局", "各街道办事处"], [], [("2025年6月底前", "2025-06-30")]),
        (2, 1, "培训楼长", [], [], [], [("长期坚持", None)]),
        (3, 1, "更换灯具", ["区财政局"], [], [], [("2026年", "2026-12-31")]),
    ]


def test_merged_cells_hold_for_each_of_their_rows():
    found = rows(
        [cell("序号"), cell("重点任务"), cell("具体措施"), cell("责任单位")],
        [
            cell("1", merge="restart"),
            cell("整治楼道", merge="restart"),
            cell("摸清底数"),
            cell("区司法局", merge="restart"),
        ],
        [cell(merge="continue"), cell(merge="continue"), cell("登记造册"), cell(merge="continue")],
        [cell("2"), cell("公开结果"), cell("张贴公告"), cell("区民政局")],
    )
    assert [(number, part, summary, units) for number, part, summary, _, _, units, _ in found] == [
        (1, 1, "整治楼道", ["区司法局"]),
        (1, 2, "登记造册", ["区司法局"]),
        (2, 1, "公开结果", ["区民政局"]),
    ]


def test_automatic_numbers_headings_between_rows_and_titles_above():
    numbering = abstract(1, level(0, "decimal", "%1.")) + num(1, 1)
    found = pipeline.parse(
        read_stream(
            docx(
                TITLE
                + table(
                    [cell("任务分工表", span=3)],
                    [cell("序号"), cell("工作任务（内容）"), cell("责任部门")],
                    [cell("一、清理", span=3)],
                    [cell(p("", 1, 0)), cell("清理楼道"), cell("区城管局")],
                    [cell("二、培训", span=3)],
                    [cell(p("", 1, 0)), cell("培训楼长"), cell("区民政局")],
                ),
                numbering=numbering,
            )
        )
    ).tasks
    assert [(t.number, t.section, t.summary, t.node.marker) for t in found] == [
        (1, "一、清理", "清理楼道", "1."),
        (2, "二、培训", "培训楼长", "2."),
    ]


def test_tasks_of_the_text_and_of_the_table_stand_together():
    text = "登记造册，分类处置。（牵头单位：区司法局；参加单位：区财政局）"
    head = TITLE + p("二、重点任务") + p(f"1.清理楼道。{text}") + p(f"2.公开结果。{text}")
    found = rows(HEADER, [cell("3"), cell("1.培训楼长。2.考核楼长。"), cell("区民政局"), cell(""), cell("")], head=head)
    assert [(number, summary, lead) for number, _, summary, lead, *_ in found] == [
        (1, "清理楼道", ["区司法局"]),
        (2, "公开结果", ["区司法局"]),
        (3, "1.培训楼长", ["区民政局"]),
    ]


@pytest.mark.parametrize(
    "header",
    [
        [cell("序号"), cell("名称"), cell("数量")],
        [cell("任务"), cell("进度"), cell("备注")],
        [cell("姓名"), cell("责任单位"), cell("电话")],
    ],
)
def test_other_tables_hold_no_tasks(header):
    assert rows(header, [cell("1"), cell("清理楼道"), cell("区司法局")]) == []


def test_the_command_lists_them(tmp_path):
    path = tmp_path / "分工.docx"
    path.write_bytes(
        docx(TITLE + table(HEADER, [cell("1"), cell("清理楼道"), cell("区城管局"), cell(""), cell("2025年底前")]))
    )
    result = lawcheck("tasks", path, "--output-format", "json")
    (task,) = result.json["files"][0]["tasks"]
    text = read_stream(path.read_bytes()).text
    assert text[task["offset"] : task["end_offset"]] == "1\t清理楼道\t区城管局\t\t2025年底前"
    assert text[task["attribution"]["offset"] : task["attribution"]["end_offset"]] == "区城管局"
    assert lawcheck("check", path).status == 0


# The rules on tasks and units hold for rows as well

NAMES = ("清理楼道", "培训楼长", "更换灯具", "公开结果", "登记造册")
COLUMNS = [cell("序号"), cell("任务"), cell("牵头单位"), cell("配合单位"), cell("完成时限"), cell("备注")]


def row(number: object, task: str, lead: str = "区城管局", others: str = "", limit: str = "2025年底前", note: str = ""):
    """A row of a table with these columns."""
    return [cell(str(number)), cell(task), cell(lead), cell(others), cell(limit), cell(note)]


def found(*table_rows: list[str], codes: str = "RSP,TGT", head: str = TITLE, header: list[str] = COLUMNS):
    """The findings in a table, each as code and the text of its place."""
    data = docx(head + table(header, *table_rows))
    result = lawcheck("check", "-", "--isolated", "--select", codes, "--output-format", "json", stdin=data)
    text = read_stream(data).text
    found = result.json["files"][0]["diagnostics"]
    return [(d["code"], text[d["offset"] : d["end_offset"]]) for d in found]


def usual(*others: list[str]) -> list[list[str]]:
    """Rows without a fault, and these."""
    return [row(n, name) for n, name in enumerate(NAMES, 1)] + list(others)


def test_rows_without_a_fault():
    assert found(*usual()) == []


def test_a_row_that_names_nobody_among_others_that_do():
    assert found(*usual(row(6, "考核楼长", ""))) == [("RSP001", "6\t考核楼长")]
    # Where most rows name nobody, the column is for those that need it.
    assert found(*(row(n, name, "" if n > 2 else "区城管局") for n, name in enumerate(NAMES, 1))) == []


@pytest.mark.parametrize(
    "other",
    [
        row(6, "考核楼长", "—"),
        row("", "考核楼长", ""),
        row("合计", "6项", ""),
        row("", "小 计", ""),
        row(6, "", "", note="另行安排"),
        [cell("6"), cell("加强组织领导"), cell(""), cell(""), cell(""), cell("")],
        COLUMNS,
        [cell("二、第二批", span=6)],
    ],
    ids=["dash", "goes on", "total", "subtotal", "only a note", "organisation", "header again", "heading"],
)
def test_rows_that_need_no_unit_of_their_own(other):
    assert found(*usual(other)) == []


def test_rows_below_a_header_that_comes_again_go_on():
    document = pipeline.parse(read_stream(docx(TITLE + table(COLUMNS, *usual(COLUMNS, row(6, "考核楼长"))))))
    assert [task.number for task in document.tasks] == [1, 2, 3, 4, 5, 6]


def test_rows_whose_number_is_empty_go_on_with_the_one_above():
    document = pipeline.parse(read_stream(docx(TITLE + table(COLUMNS, row(1, "清理楼道"), row("", "登记造册")))))
    assert [(task.number, task.part) for task in document.tasks] == [(1, 1), (1, 2)]
    document = pipeline.parse(read_stream(docx(TITLE + table(COLUMNS, row("", "清理楼道"), row("", "登记造册")))))
    assert [(task.number, task.part) for task in document.tasks] == [(None, 1), (None, 1)]


def test_merged_cells_name_their_units_for_every_row():
    merged = [
        [cell("1", merge="restart"), cell("清理楼道"), cell("区城管局、区城管局", merge="restart"), cell(""), cell("")],
        *([cell(merge="continue"), cell(name), cell(merge="continue"), cell(""), cell("")] for name in NAMES[1:4]),
    ]
    assert found(*merged, header=COLUMNS[:5]) == [("RSP004", "区城管局")]


def test_an_empty_cell_where_the_other_rows_name_who_leads():
    assert found(*usual(row(6, "考核楼长", "", "区民政局"))) == [("RSP002", "")]
    # Not every task needs others to take part.
    assert found(*usual(row(6, "考核楼长", "区民政局", ""))) == []
    assert found(*usual(row(6, "考核楼长", "/", "区民政局"))) == []


def test_the_place_of_an_empty_cell_is_shown_and_commented(tmp_path):
    path = tmp_path / "分工.docx"
    path.write_bytes(docx(TITLE + table(COLUMNS, *usual(row(6, "考核楼长", "", "区民政局")))))
    result = lawcheck("check", path, "--isolated", "--select", "RSP002")
    assert "“牵头单位”一栏没有单位，其余各行多已写明：补写单位，不需要的写“—”" in result.out
    assert "批注 1 条" in lawcheck("annotate", path, "-o", path, "--isolated", "--select", "RSP002").out


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (row(6, "考核楼长", "各有关部门"), [("RSP003", "各有关部门")]),
        (row(6, "考核楼长", "区司法局、区司法局"), [("RSP004", "区司法局")]),
        (row(6, "考核楼长", "区司法局", "区民政局、区司法局"), [("RSP004", "区司法局")]),
        (row(6, "考核楼长", "区城市管理局"), [("RSP005", "区城市管理局")]),
        (row(6, "考核楼长", limit="2031年底前"), [("TGT003", "2031年底前")]),
        (row(6, "考核楼长", limit="尽快"), [("TGT002", "尽快")]),
        (row(6, "考核楼长", limit="2025年9月—2025年3月"), [("TGT004", "2025年9月—2025年3月")]),
    ],
)
def test_units_and_limits_in_cells_are_checked_as_in_the_text(other, expected):
    head = TITLE.replace("整治方案", "整治方案（2024—2026年）")
    assert found(*usual(other), codes="RSP001,RSP002,RSP003,RSP004,RSP005,TGT", head=head) == expected


def test_years_that_a_cell_leaves_out():
    rows = [row(n, name, limit="年底前" if n == 1 else "2025年底前") for n, name in enumerate(NAMES, 1)]
    assert found(*rows) == [("TGT002", "年底前")]


def test_a_year_in_the_header_is_that_of_its_column():
    header = [*COLUMNS[:4], cell("完成时限（2025年）"), *COLUMNS[5:]]
    rows = [row(n, name, limit="年底前" if n == 1 else "6月底前") for n, name in enumerate(NAMES, 1)]
    assert found(*rows, header=header) == []
    assert found(*rows, head=TITLE.replace("整治方案", "2025年整治方案")) == []


def test_units_in_cells_are_looked_for_in_the_registry(tmp_path):
    (tmp_path / "lawcheck.toml").write_text('units = ["区城管局", "区民政局"]\n', encoding="utf-8")
    path = tmp_path / "分工.docx"
    path.write_bytes(docx(TITLE + table(COLUMNS, *usual(row(6, "考核楼长", "区民政厅")))))
    assert "区民政厅" in lawcheck("check", path, "--select", "RSP010").out


def test_a_list_in_a_cell_is_no_heading_that_runs_on():
    body = p("一、总体要求") + p("先易后难，分批推进。") + p("二、重点任务") + p("任务分工见下表。")
    rows = [row(n, f"一、{name}。二、登记造册。三、公开结果。") for n, name in enumerate(NAMES, 1)]
    head = p("示例区楼道整治方案") + body
    assert found(*rows, codes="STR009", head=head) == []
    assert found(*rows, codes="STR009", head=p("示例区楼道整治方案")) == []
    inner = table([cell("一、清理楼道。二、登记造册。")])
    assert found(*rows, row(6, f"{inner}<w:p/>"), codes="STR009", head=head) == []
    # In the text it is one.
    text = p("一、总体要求。先易后难。二、重点任务。清理楼道。三、保障措施。加强宣传。") + p("四、其他事项")
    assert [code for code, _ in found(*rows, codes="STR009", head=head + text)] != []


PEOPLE = [cell("序号"), cell("工作任务"), cell("责任人"), cell("完成时限")]


def people(number: int, task: str, person: str = "张示例", limit: str = "2025年6月底"):
    """A row of a table with people in it."""
    return [cell(str(number)), cell(task), cell(person), cell(limit)]


def test_people_are_responsible_where_no_unit_is():
    found = rows(PEOPLE, people(1, "清理楼道", "张示例、李示例"))
    assert found == [(1, 1, "清理楼道", [], [], ["张示例", "李示例"], [("2025年6月底", "2025-06-30")])]
    header = [cell("任务"), cell("责任单位"), cell("责任人")]
    assert rows(header, [cell("清理楼道"), cell("区城管局"), cell("张示例")])[0][5] == ["区城管局"]


def test_names_of_people_are_no_names_of_units(tmp_path):
    names = ("王强", "王小强", "王强、李四", "张三")
    lines = [people(n, task, name) for n, (task, name) in enumerate(zip(NAMES, names, strict=False), 1)]
    assert found(*lines, header=PEOPLE) == []
    (tmp_path / "lawcheck.toml").write_text('units = ["区城管局", "区民政局"]\n', encoding="utf-8")
    path = tmp_path / "分工.docx"
    path.write_bytes(docx(TITLE + table(PEOPLE, *lines)))
    assert lawcheck("check", path, "--select", "RSP010").status == 0


def test_the_row_without_a_person_or_time_is_told_once():
    lines = [people(n, task) for n, task in enumerate(NAMES, 1)]
    assert found(*lines, people(6, "考核楼长", ""), header=PEOPLE) == [("RSP001", "6\t考核楼长")]
    assert found(*lines, people(6, "考核楼长", limit=""), header=PEOPLE) == [("TGT009", "")]
    assert found(*lines, people(6, "考核楼长", "", ""), header=PEOPLE) == [("RSP001", "6\t考核楼长")]
    assert found(*lines, people(6, "考核楼长", "—", "—"), header=PEOPLE) == []
    assert found(*lines, people(6, "考核楼长", limit="长期"), header=PEOPLE) == []


def test_columns_of_limits_that_are_mostly_empty_are_left_alone():
    lines = [people(n, task, limit="" if n > 2 else "2025年6月底") for n, task in enumerate(NAMES, 1)]
    assert found(*lines, header=PEOPLE) == []


def test_a_heading_between_rows_need_not_be_merged():
    lines = [people(n, task) for n, task in enumerate(NAMES, 1)]
    heading = [cell(""), cell("二、第二批"), cell(""), cell("")]
    assert found(*lines, heading, people(6, "考核楼长"), header=PEOPLE) == []
    document = pipeline.parse(read_stream(docx(TITLE + table(PEOPLE, *lines, heading, people(6, "考核楼长")))))
    assert [task.section for task in document.tasks][-2:] == ["", "二、第二批"]


@pytest.mark.parametrize(
    "text",
    [
        "<table><tr><th>目标</th><th>责任单位</th></tr><tr><td>清理楼道</td><td>区城管局</td></tr></table>",
        "| 阶段性任务 | 预计完成时间 | 责任股室 |\n| --- | --- | --- |\n| 清理楼道 | 2025年6月 | 区城管局 |",
        "| 任务清单 | 责任单位 |\n| --- | --- |\n| 清理楼道 | 区城管局 |",
    ],
)
def test_tables_of_web_pages_and_markdown(text, tmp_path):
    path = tmp_path / ("分工.html" if text.startswith("<") else "分工.md")
    path.write_text(text, encoding="utf-8")
    (task,) = lawcheck("tasks", path, "--output-format", "json").json["files"][0]["tasks"]
    assert (task["summary"], task["responsible"]) == ("清理楼道", ["区城管局"])
