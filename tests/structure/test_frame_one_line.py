"""Parts of a frame that share a line with nothing between them, because line breaks were lost."""

import pytest
from timing import grows_linearly

from lawcheck.pipeline import parse
from lawcheck.structure.frame import Frame
from lawcheck.text.source import Source

ISSUE = "《示例区绿道整治方案》已经区政府同意，现印发给你们，请认真贯彻执行。"
PLAN = "为了管护好绿道，制定本方案。一、加强巡查各镇要加强巡查。二、修补路面各镇要修补破损路面。"


def frame(text: str) -> Frame:
    return parse(Source(text)).frame


def titles(found: Frame) -> list[str | None]:
    return [annex.title and annex.title.text for annex in found.annexes]


def signed(found: Frame) -> tuple[list[str], str | None]:
    return [name.name for name in found.signers], found.date.iso if found.date else None


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("示例区人民政府关于印发《示例区绿道整治方案》的通知", "《示例区绿道整治方案》已经区政府同意，现印发给你们。"),
        (
            "示例区人民政府关于同意建立绿道管护联席会议制度的批复",
            "你局《关于建立联席会议制度的请示》收悉，现批复如下。",
        ),
        ("示例区人民政府关于促进绿道建设的若干意见", "绿道是城市重要的公共空间，近几年发展很快。"),
        ("示例区人民政府关于深化绿道建设的意见", "实施绿道建设工程，是改善人居环境的重要举措。"),
        ("示例区教育局关于做好绿道研学有关工作的通知", "党中央、国务院高度重视研学工作，各校要认真落实。"),
        ("示例区人民政府对区政协第12号提案的答复", "您提出的《关于建设绿道的提案》收悉，现答复如下。"),
        ("示例区人民法院关于适用绿道管护规定的解释（一）", "为正确审理绿道管护案件，结合审判实践，制定本解释。"),
        ("示例区政府办公室转发区园林局关于绿道管护的意见的通知", "区园林局的意见已经区政府同意，请各镇认真执行。"),
        ("关于做好绿道管护工作的通知", "随着天气转暖，绿道上的行人日益增多，各镇要加强巡查。"),
        ("关于做好绿道管护工作的函", "你局关于绿道管护的来函收悉，经研究，现函复如下。"),
        ("示例区委办公室印发《关于建设绿道的意见》", "近日，区委办公室印发了意见，并发出通知，要求认真落实。"),
    ],
)
@pytest.mark.parametrize("above", ["", "示政发〔2024〕5号\n"])
def test_a_title_ends_where_its_first_sentence_begins(title: str, text: str, above: str) -> None:
    found = frame(f"{above}{title}{text}\n一、加强巡查\n各镇要加强巡查。\n")
    assert found.title
    assert found.title.text == title
    assert found.body.start == len(above + title)


@pytest.mark.parametrize(
    "line",
    [
        "示例区教育局关于绿道研学的通知印发后，各校认真落实，取得了成效。",
        "示例区教育局关于绿道研学的通知已经下发，请各校认真落实有关要求。",
        "示例区教育局关于绿道研学的通知要求，各校每学期组织一次研学活动。",
        "示例区教育局关于绿道研学的通知书应当在十日内送达有关的学生家长。",
        "示例区教育局关于绿道研学的意见征集工作已经结束，共收到意见五条。",
        "示例区教育局关于绿道研学的意见实施以来，各校组织了多次研学活动。",
        "示例区教育局关于绿道研学的决定作出以后，各校认真开展了研学活动。",
        "关于绿道研学的请示收悉，经研究，同意各校每学期组织一次研学活动。",
        "关于绿道研学的报告会在区文化馆举行，各校的教师和学生参加了会议。",
        "你局关于绿道研学的请示收悉，经研究，同意各校每学期组织研学活动。",
        "根据示例区教育局关于绿道研学的通知，各校每学期组织一次研学活动。",
        "示例区教育局关于绿道研学的通知、意见和决定，各校都要认真地落实。",
    ],
)
def test_a_sentence_about_another_document_begins_with_no_title(line: str) -> None:
    assert frame(f"{line}\n一、加强巡查\n各镇要加强巡查。\n").title is None


@pytest.mark.parametrize(
    ("closing", "names", "day"),
    [
        ("各镇每月报告。示例区园林局2024年3月5日", ["示例区园林局"], "2024-03-05"),
        ("各镇每月报告。2024年3月5日", [], "2024-03-05"),
        ("（区园林局负责）二〇二四年三月五日", [], "2024-03-05"),
        ("各镇每月报告。园 林 局2024年3月5日", ["园林局"], "2024-03-05"),
        ("各镇每月报告。附件：绿道巡查制度财政部2024年3月5日", ["财政部"], "2024-03-05"),
        ("各镇每月报告。附件：2024年绿道巡查方案示例区园林局2024年3月5日", ["示例区园林局"], "2024-03-05"),
    ],
)
def test_a_closing_behind_the_last_sentence(closing: str, names: list[str], day: str) -> None:
    text = f"示例区园林局关于绿道巡查的通知\n各镇人民政府：\n为了管护绿道，现通知如下。一、加强巡查{closing}\n"
    assert signed(frame(text)) == (names, day)


@pytest.mark.parametrize(
    "closing",
    ["整改期限延长到2024年3月5日", "会议时间：2024年3月5日", "区园林局于2024年3月5日", "截止日期为2024年3月5日"],
)
def test_a_day_that_a_sentence_is_about_is_no_closing(closing: str) -> None:
    text = f"示例区园林局关于绿道巡查的通知\n各镇人民政府：\n为了管护绿道，现通知如下。一、加强巡查。{closing}\n"
    assert frame(text).date is None


@pytest.mark.parametrize(
    "between",
    [
        "示例区人民政府2024年3月5日",
        "示例区人民政府2024年3月5日（此件公开发布）",
        "示例区人民政府2024年3月5日附件",
        "示例区人民政府2024年3月5日附件：",
        "示例区人民政府2024年3月5日附件1",
        "示例区人民政府2024年3月5日------------------",
        "示例区人民政府2024年3月5日\xa0\xa0",
        "2024年3月5日",
    ],
)
@pytest.mark.parametrize("title", ["示例区绿道整治方案", "示例区绿道整治方　案"])
def test_what_is_issued_behind_the_date(between: str, title: str) -> None:
    found = frame(f"各镇人民政府：{ISSUE}{between}{title}{PLAN}\n")
    assert found.date
    assert titles(found) == ["示例区绿道整治方案"]
    assert found.annexes[0].body.start > found.annexes[0].start


@pytest.mark.parametrize("form", ["示例区绿道志愿者推荐表", "示例区绿道管护重点路段名单", "示例区绿道设施登记册"])
def test_a_form_that_fills_the_rest_of_the_line_of_the_date(form: str) -> None:
    above = "示例区关于绿道巡查的通知\n各镇人民政府：\n请各镇每月报告。\n"
    text = f"{above}示例区园林局2024年3月5日{form}\n姓名\n单位\n电话\n"
    found = frame(text)
    assert signed(found) == (["示例区园林局"], "2024-03-05")
    assert titles(found) == [form]


@pytest.mark.parametrize("label", ["附件", "附件：", "附件 "])
@pytest.mark.parametrize("name", ["绿道整治重点任务清单", "17个示范路段名单", "2024年绿道巡查方案"])
def test_a_note_with_its_annex_directly_behind_it(name: str, label: str) -> None:
    text = f"示例区绿道整治方案{PLAN}附件：{name}{label}{name}一、东湖路二、西湖路三、南湖路\n"
    found = frame(text)
    assert found.note
    assert [each.name for each in found.note.names] == [name]
    (annex,) = found.annexes
    assert annex.title
    assert annex.title.text == name


def test_a_label_below_a_note_and_a_date_is_no_further_note() -> None:
    note = "附件：示例区绿道整治方案\n示例区人民政府2024年3月5日附件示例区绿道整治方案\n"
    text = f"各镇人民政府：\n{ISSUE}\n{note}一、加强巡查\n"
    found = frame(text)
    assert found.note
    assert [each.name for each in found.note.names] == ["示例区绿道整治方案"]
    assert titles(found) == ["示例区绿道整治方案"]


def test_no_border_is_seen_within_the_name_of_a_branch() -> None:
    text = f"各镇人民政府：\n{ISSUE}\n示例省工业和信息化厅中国人民银行示例省分行\n2024年3月5日\n"
    places = [text[glued.at :][:6] for glued in frame(text).glued if glued.part == "signer"]
    assert places == ["中国人民银行"]


@pytest.mark.parametrize(
    "unit", ["示例区关于绿道巡查的通知", "附件：绿道名单附件绿道名单。", "园 林 局 ", "（2024年3月5日）"]
)
def test_such_lines_take_linear_time(unit: str) -> None:
    assert grows_linearly(lambda size: frame(unit * size + "\n"), 800)
