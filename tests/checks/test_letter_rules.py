"""Letters that speak as another genre does, and names that differ: other forms than those of the rule files."""

import pytest

from lawcheck import check_text

CODES = (*(f"DOC0{number}" for number in range(19, 27)), "DOC004", "DOC029", "DOC030", "DOC031")


def letter(title: str, to: str, body: str, sign: str = "示例区水利局") -> str:
    return f"{sign}{title}\n\n{to}：\n{body}\n\n{sign}\n2026年3月5日\n"


def codes(text: str) -> list[str]:
    return [found.code for found in check_text(text, select=CODES).files[0].diagnostics]


@pytest.mark.parametrize(
    ("title", "to", "body", "expected"),
    [
        ("关于河道保洁情况的通报", "各街道办事处", "现将检查情况通告如下：\n甲街道未完成清理。", ["DOC019"]),
        ("关于商请提供河道资料的函", "示例区档案馆", "请提供河道资料。\n特此报告。", ["DOC019"]),
        ("关于拨付经费的请示", "示例区人民政府", "请安排经费50万元。\n特此请示。", []),
        ("关于提供河道资料的复函", "示例区档案馆", "河道资料共12卷。\n特此函复。", []),
        ("关于转发河道情况通报的通知", "各街道办事处", "现将河道情况通报如下。\n甲街道未完成清理。", []),
        ("关于举办河道讲座的通知", "各街道办事处", "讲座内容包括“特此通告”怎样写。\n特此通知。", []),
        ("关于同意清理河道的批复", "甲街道办事处", "同意清理河道。\n妥否，请批示。", ["DOC020"]),
        ("关于河道保洁情况的报告", "示例区人民政府", "拟新增船只5艘。是否妥当，请予审定。", ["DOC020"]),
        ("关于河道保洁情况的报告", "示例区人民政府", "居民来信询问可否批准占用河道，已答复。", []),
        ("关于增设水闸的请示", "示例区人民政府", "拟增设水闸2座，请予审批。", []),
        ("关于增设水闸的请示", "示例区人民政府、示例市水务局、示例区财政局", "请予批准。", ["DOC021"]),
        ("关于增设水闸的请示", "示例区人民政府", "你局曾于去年批准。请予批准。", ["DOC022"]),
        ("关于增设水闸的批复", "甲街道办事处", "你单位的请示收悉，同意增设水闸。", []),
    ],
)
def test_what_a_genre_may_say(title, to, body, expected):
    assert codes(letter(title, to, body)) == expected


@pytest.mark.parametrize(
    ("head", "sign", "expected"),
    [
        ("示例区水务局", "示例区水利局", ["DOC023"]),
        ("示例区教育局", "示例区水利局", ["DOC023"]),
        ("示例区卫生健康委员会", "示例区卫健委", []),
        ("示例区林业和草原局", "示例区林业局", ["DOC023"]),
        ("示例区自然资源和规划局", "示例区规划局", ["DOC023"]),
        ("示例区林业和草原局", "示例区林草局", []),
        ("示例区人力资源和社会保障局", "示例区人社局", []),
        ("示例区和平街道办事处", "示例区街道办事处", []),
        ("示例区人民政府", "示例区人民政府办公室", ["DOC023"]),
        ("示例区人民政府办公室", "示例区人民政府", ["DOC023"]),
        ("示例区河道管理委员会", "示例区河道管理委员会办公室", ["DOC023"]),
    ],
)
def test_who_signs(head, sign, expected):
    text = letter("关于做好河道保洁工作的通知", "各街道办事处", "各街道每周检查一次。", sign)
    assert codes(text.replace(sign, head, 1)) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("附件：1.名单\n　　　2.任务表\n　　　4.登记表", ["DOC024"]),
        ("附件：1.名单\n　　　2.任务表\n　　　2.登记表", ["DOC024"]),
        ("附件：1.示例区河道保洁责任人\n　　　名单\n　　　2.任务表", []),
        ("附件：1.名单\n　　　2.任务表\n　　　3.登记表", []),
        ("附件：任务表", []),
    ],
)
def test_numbers_of_annexes(note, expected):
    assert codes(letter("关于做好河道保洁工作的通知", "各街道办事处", f"请各街道填表。\n\n{note}")) == expected


@pytest.mark.parametrize(
    ("issued", "named", "expected"),
    [
        ("《示例区河道保洁管理办法》", "《示例区河道保洁管理办法（试行）》", []),
        ("《示例区河道保洁管理办法》", "《示例区河道保结管理办法》", ["DOC004"]),
        ("示例区河道保洁方案", "《关于示例区河道保洁的方案》", []),
        ("《示例区河道保洁管理办法》", "《河道保洁管理办法》", []),
        ("《示例区河道保洁管理办法》", "《示例区水闸运行规程》", []),
    ],
)
def test_what_a_notice_issues_and_what_its_text_calls_it(issued, named, expected):
    body = f"现将{named}印发给你们，请认真执行。"
    assert codes(letter(f"关于印发{issued}的通知", "各街道办事处", body)) == expected


NOTE = "请按附件填报。\n\n附件：1.企业名单\n　　　2.检查表"


@pytest.mark.parametrize(
    ("annexes", "expected"),
    [
        ("附件1\n企业名单\n甲公司。\n附件2\n检查表\n逐车检查。\n", []),
        ("附件2\n检查表\n逐车检查。\n", []),  # a copy may show some of them only
        ("附件1\n企业名单\n甲公司。\n附件1\n检查表\n逐车检查。\n", ["DOC030"]),
        ("附件1\n企业名单\n甲公司。\n附件3\n检查表\n逐车检查。\n", ["DOC030", "DOC030"]),
        ("附件1\n企业名单\n甲公司。\n附件1-1\n名单说明\n按月更新。\n附件2\n检查表\n逐车检查。\n", []),
    ],
)
def test_the_numbers_of_annexes(annexes, expected):
    assert codes(letter("关于做好检查工作的通知", "各街道办事处", NOTE) + annexes) == expected


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("示例区水利局\n2026年3月5日\n", []),
        ("2026年3月5日\n示例区水利局\n", ["DOC029"]),
        ("2026年3月5日\n", ["DOC029"]),
        ("2006年3月5日\n", []),  # until 2012 the seal alone signed
        ("示例区水利局\n2026年3月5日\n\n抄送：区委办公室\n示例区水利局办公室　　2026年3月5日印发\n", ["DOC031"]),
        ("示例区水利局\n2026年3月5日\n\n抄送：区委办公室。\n示例区水利局办公室　　2026年3月1日印发\n", ["DOC031"]),
        ("示例区水利局\n2026年3月5日\n\n抄送：区委办公室（3份）\n示例区水利局办公室　　2026年3月9日印发\n", []),
    ],
)
def test_how_a_letter_closes(end, expected):
    assert codes("示例区水利局关于做好河道保洁工作的通知\n\n各街道办事处：\n每周检查一次。\n\n" + end) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("清理河道20公里。请区政府追加专项经费50万元。", ["DOC020"]),
        ("清理河道20公里。恳请区政府予以批准。", ["DOC020"]),
        ("清理河道20公里，居民请求安排经费的事项已办结。", []),
        ("请各街道安排专项资金的意见已采纳。特此报告。", []),
        ("预算草案提请审查批准。", []),
    ],
)
def test_a_report_asks_for_nothing(body, expected):
    assert codes(letter("关于河道保洁情况的报告", "示例区人民政府", body)) == expected
