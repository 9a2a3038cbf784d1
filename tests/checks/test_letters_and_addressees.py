"""DOC019, DOC020, DOC050: the genre of a letter, what it asks for, and whom it goes to."""

import pytest

from lawcheck import check_text


def told(title: str, to: str, body: str, sign: str = "示例区水务局") -> list[str]:
    text = f"{sign}{title}\n\n{to}：\n{body}\n\n{sign}\n2026年3月5日\n"
    return [
        each.code for each in check_text(text, select=("DOC001", "DOC019", "DOC020", "DOC050")).files[0].diagnostics
    ]


REPORT = "现将有关情况报告如下。\n一、进展\n完成清淤3公里。\n二、问题\n{}\n三、打算\n加快进度。\n特此报告。"


@pytest.mark.parametrize(
    ("asked", "codes"),
    [
        ("经费不足，现恳请区政府批准我局追加经费50万元，并同意先行招标。", ["DOC020"]),
        ("机械不足，请求区政府同意我局购置清淤船2艘。", ["DOC020"]),
        ("请区政府批准我局购置清淤船2艘。", ["DOC020"]),
        ("特申请示例区人民政府追加经费50万元。", ["DOC020"]),
        ("经请示区政府同意，已追加经费50万元。", []),
        ("居民请求社区同意加装的设施已经完成。", []),
        ("请求区财政局拨付的事项另行请示。", []),
        ("建议区政府统筹安排队伍培训，加大投入力度。", []),
        ("请各街道安排专项经费的意见已经采纳。", []),
    ],
)
def test_what_a_report_asks_for_anywhere(asked: str, codes: list[str]) -> None:
    assert told("关于河道整治情况的报告", "示例区人民政府", REPORT.format(asked)) == codes


@pytest.mark.parametrize(
    ("title", "to", "body", "codes"),
    [
        ("关于新建泵站的请示报告", "示例区人民政府", "拟新建泵站1座。\n妥否，请批示。", ["DOC001"]),
        ("关于加强管护的请示", "示例区人民政府", "提出以下意见。\n如无不妥，请批转各街道执行。", []),
        ("关于提供资料的函", "示例区气象局", "请提供降雨资料。\n以上报告，请审阅。", ["DOC019"]),
        ("关于命名节水单位的决定", "各街道办事处", "命名示例中学为节水单位。\n特此通知。", ["DOC019"]),
        ("关于拨付经费的请示", "示例区财政局", "请拨付50万元。\n妥否，请批示。", ["DOC050"]),
        ("关于拨付经费的函", "示例区人民政府", "请批准拨付50万元。\n盼复。", ["DOC050"]),
        ("关于值守安排的通知", "示例区人民政府", "每日两人值班。", ["DOC050"]),
        ("关于做好值守的报告", "各街道办事处", "每日两人值班。", ["DOC050"]),
        ("关于报送总结的函", "示例区人民政府办公室", "现将总结报上，请查收。", []),
        ("关于联合执法的通知", "示例区公安局", "4月10日集合。", []),
        ("关于报送预案的报告", "示例市水务局", "现将预案报上，请予备案。", []),
    ],
)
def test_genre_and_addressee(title: str, to: str, body: str, codes: list[str]) -> None:
    assert told(title, to, body) == codes
