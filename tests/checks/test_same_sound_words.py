"""Words that stand for others of the same sound (TRM039, OCR020)."""

import pytest
from checking import places
from timing import grows_linearly

from lawcheck.checks.same_sound_words import DOUBTFUL, other_words, sure_words

HEAD = "示例区工作方案\n为做好有关工作，制定本方案。\n一、重点任务\n"


def below_head(text: str, code: str) -> list[str]:
    return places(HEAD + text + "\n", code)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("各街道要严格直行请示报告制度。", "直行", "执行"),
        ("项目资金实行同意管理、分账核算。", "同意", "统一"),
        ("对国道和高铁告诉公路沿线开展整治。", "告诉", "高速"),
        ("全面落实安全生产主题责任制度。", "主题", "主体"),
        ("提高应急出力能力。", "出力", "处理"),
        ("保障居民群众声明财产安全。", "声明", "生命"),
        ("按照全市同意部署，开展专项整治。", "同意", "统一"),
        ("要积极开战志愿服务活动。", "开战", "开展"),
        ("检查不能流域形式。", "流域", "流于"),
    ],
)
def test_a_word_that_official_texts_never_have_in_this_company(text: str, wrong: str, right: str) -> None:
    assert [(one.found, one.right) for one in sure_words(text)] == [(wrong, right)]
    assert wrong in below_head(text, "TRM039")


@pytest.mark.parametrize(
    "text",
    [
        "本次培训的主题是责任与担当。",
        "经业主大会同意，管理单位可以动用维修资金。",
        "直行车辆应当让行人先行。",
        "该河流域形成了独特的生态。",
        "运动会将于下周开战，各代表队抓紧训练。",
        "消防人员不得泄露或者声明财产来源。",
        "由法院指定管理人负责清算。",
        "衷心感谢社会各界的关心支持。",
        "精心组织文艺汇演，营造节日气氛。",
        "理事人数应为奇数。",
        "检察机关依法提起公益诉讼。",
        "各单位可以告诉公众举报电话。",
        "做好艾滋病防治宣传工作，在车站设立防治内容广告，放置宣传材料或播放宣传信息。",
        "拟新增许可企业时，提前两个月公布受理条件。",
        "对死亡的古树应当采取防腐措施。",
    ],
)
def test_words_in_their_own_company_are_left_alone(text: str) -> None:
    assert not sure_words(text)
    assert below_head(text, "TRM039") == []


def test_the_right_word_in_the_same_company_elsewhere_speaks_for_it() -> None:
    slip = "各镇落实主题责任。"
    alone = {one.at: one.weight for one in other_words(slip)}
    text = slip + "各村压实主体责任。"
    beside = {one.at: one.weight for one in other_words(text)}
    assert beside[slip.index("主题")] > alone.get(slip.index("主题"), 0)


def test_what_recurs_is_a_term_of_the_document() -> None:
    slip = "项目资金实行同意管理。"
    assert len(other_words(slip)) == 1
    assert other_words(slip + "设备也实行同意管理。") == ()
    assert other_words(slip * 3) == ()


def test_what_comes_twice_in_another_company_is_less_certain() -> None:
    slip = "项目资金实行同意管理。"
    (alone,) = other_words(slip)
    assert all(one.weight < alone.weight for one in other_words(slip + "经业主同意后办理。"))


def test_names_in_marks_and_of_persons_are_left_alone() -> None:
    assert other_words("印发《同意管理》一书。") == ()
    assert other_words("由总经理高同意管理有关事务。") == ()


def test_of_two_overlapping_words_the_likelier_one_is_told() -> None:
    for one in other_words("对国道和高铁告诉公路沿线开展整治。"):
        assert one.found == "告诉"


def test_less_certain_ones_are_told_where_others_are_certain() -> None:
    doubtful = "企业落实主题责任不到位。会议的主题是安全。建筑主体完工。"
    assert [one.found for one in other_words(doubtful) if one.weight >= DOUBTFUL] == ["主题"]
    assert not sure_words(doubtful)
    assert below_head(doubtful, "OCR020") == []
    assert below_head("要积极开战志愿服务活动。" + doubtful, "OCR020") == ["主题"]


def test_it_takes_linear_time() -> None:
    slip = "项目资金实行同意管理。各街道要严格直行请示报告制度。"
    assert grows_linearly(lambda size: other_words(slip * size), 400)
