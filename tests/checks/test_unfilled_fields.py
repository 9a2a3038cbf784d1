"""DOC026: fields without what belongs into them, figures typed to no purpose, brackets of a form."""

import pytest

from tests.checking import places

HEAD = "示例镇人民政府关于河道清障的通告\n\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("值守手机：        ，夜间另设热线。", ["值守手机：        "]),
        ("联系人:  ;地点:二楼。", ["联系人:  "]),
        ("卫生所电话：卫生所前台\n", ["卫生所前台"]),
        ("监督电话：纪检组；邮箱：办公室。", ["纪检组", "办公室"]),
        ("联系人：0000-2200110。", ["0000-2200110"]),
        ("666666666666\n定于5月3日停水。", ["666666666666"]),
        ("河道清障完毕。789\n", ["789"]),
        ("路面（40）米封闭，限高（3.5）米，限重(10)吨。", ["（40）", "（3.5）", "(10)"]),
        ("联系电话：1XXXXXXXXXX，投诉电话：0000-XXXXXXX。", ["1XXXXXXXXXX", "0000-XXXXXXX"]),
        ("　　123123123\n", ["123123123"]),
    ],
)
def test_what_was_not_filled_in_is_told(text, found):
    assert places(HEAD + text, "DOC026") == found


@pytest.mark.parametrize(
    "text",
    [
        "签字：　　　　年　月　日\n",
        "电话：2200110，邮箱：见封底，传真：同上。",
        "监督电话：纪检组\n2200110\n",
        "咨询电话：服务台（2200110）。",
        "咨询电话：服务台 2200110\n",
        "（1）序号，（30）班，（2）米袋，分（3）公里处。",
        "热线：12345\n12345\n555\n",
        "完成任务。12\n",
        "完成任务。123\n清理完毕。124\n",
        "姓名：  ，性别：  ，年龄：  ，住址：  。",
        "666666\n777777\n888888\n",
        "（  ：  ）。",
        "单位：　　　　，负责人：　　　　\n",
    ],
)
def test_forms_and_numbers_are_left_alone(text):
    assert places(HEAD + text, "DOC026") == []


def test_forms_contracts_and_long_texts_with_pages_are_left_alone():
    assert (
        places("示例镇设备采购合同\n\n价款（10）万元，预付（3）万元，尾款（7）万元，联系电话：办公室。\n", "DOC026")
        == []
    )
    assert places(HEAD + "请按时清理河道并报送情况。\n" * 1600 + "清理完毕。789\n", "DOC026") == []
    table = HEAD + "| 单位 | 电话：前台 |\n| --- | --- |\n| 站 | 电话：前台 |\n"
    assert places(table, "DOC026") == []
