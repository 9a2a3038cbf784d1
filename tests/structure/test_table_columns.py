"""Which tables divide the work, by their headers: those that do, and lists of the same words that do not."""

import pytest

from lawcheck.structure.table_columns import columns_of


def read(header: str):
    """What columns_of makes of a header written with bars."""
    return columns_of(list(enumerate(header.split("|"))))


@pytest.mark.parametrize(
    ("header", "tasks", "units", "limit"),
    [
        ("序号|任务清单|责任单位", [1], [2], None),
        ("指标任务|责任单位", [0], [1], None),
        ("目标|责任单位", [0], [1], None),
        ("序号|主要指标|目标值|责任单位", [1], [3], None),
        ("阶段性任务|具体实施内容|预计完成时间|负责人|备注", [0, 1], [3], 2),
        ("序号|工作任务|责任人|完成时限", [1], [2], 3),
        ("序号|存在问题|整改措施|整改责任人|整改期限", [2], [3], 4),
        ("存在问题|整改责任单位|整改时限", [0], [1], 2),
        ("反馈问题|整改目标|整改措施|牵头整改单位|整改单位|完成时间", [2], [3, 4], 5),
        ("事项|承担单位|完成时限", [0], [1], 2),
        ("工作任务|承担单位", [0], [1], None),
        ("工作任务|主管部门|责任股室|时间节点", [0], [1, 2], 3),
        ("重点工作|责任科室|承办人|完成时间", [0], [1], 3),
        ("序号|工作事项|承办人|截止日期", [1], [2], 3),
        ("落实措施|落实单位|配合科室", [0], [1, 2], None),
        ("重点任务|牵头领导|牵头单位|配合单位", [0], [2, 3], None),
        ("改革举措|牵头负责人|起止时间", [0], [1], 2),
        ("步骤|工作内容|责任单位及责任人|进度安排", [0, 1], [2], 3),
        ("重点项目|责任单位|总投资|完成时限", [0], [1], 3),
        ("工作任务|责任单位|责任人|联系电话", [0], [1], None),
        ("任务|配合单位|负责人", [0], [1, 2], None),
        ("任务|工作要求|责任单位", [0], [2], None),
    ],
)
def test_headers_that_divide_the_work(header, tasks, units, limit):
    columns = read(header)
    assert columns is not None
    assert (list(columns.tasks), [column for column, _, _ in columns.units], columns.limit) == (tasks, units, limit)


@pytest.mark.parametrize(
    "header",
    [
        "序号|单位|负责人|联系电话",
        "序号|项目名称|负责人|所在单位|电话",
        "项目名称|承担单位|项目负责人|资助经费",
        "项目名称|承担单位|经费（万元）",
        "项目名称|单价|数量|金额",
        "预算项目|预算金额|责任单位",
        "项目|责任单位|投资额",
        "时间|活动内容|地点|负责人",
        "日期|内容|主持人",
        "事项名称|实施主体|办理时限|收费标准",
        "事项名称|主管部门|办结时限",
        "课程内容|时间|授课人",
        "姓名|职务|负责工作",
        "姓名|责任单位|电话",
        "序号|名称|数量",
        "任务|进度|备注",
        "成果名称|完成单位|完成人",
        "检查项目|检查内容|检查结果|负责人",
        "目标|2024年|2025年",
        "指标名称|单位|目标值",
        "岗位|责任人|联系方式",
        "风险点|防控措施|等级",
        "工作单位|职务|负责人",
    ],
)
def test_lists_and_prices_do_not(header):
    assert read(header.replace("（万元）", "")) is None
