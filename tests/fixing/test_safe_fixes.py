"""Safe fixes leave no trace but their own, in any document at all."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.fix_safety import alone, damaged, shown, together
from lawcheck.rulebook.check_options import Options
from lawcheck.rulebook.registry import Selection
from lawcheck.text.source import Source

OPTIONS = Options(tuple(Selection().rules()))
TITLES = st.sampled_from(
    [
        "示例区河道保洁工作方案（2024—2026年）",
        "示例区人民政府办公室关于做好河道保洁工作的通知\n\n各街道办事处，区政府各部门：",
        "示政发〔2026〕5号\n\n示例区人民政府关于印发《示例区供水办法》的通知",
        "示例区排水管理规定\n第一条 为了规范排水，制定本规定。",
    ]
)
SENTENCES = st.sampled_from(
    [
        "清理水面，每日清理；清理岸线，每周清理。",
        "落实《示例市河道条例》《示例市供水办法》（示政发〔1998〕003号）和示办字[2018]58号文件，增强“四个意识”。",
        "活动以“重温红色记忆 建设美丽家园”为主题，覆盖“从0到1、从1到2、从2到N”全过程。",
        "2025年3月05日前报送，4 月份、5 月份各一次，每组5-10人，联系电话0571-88886666。",
        "牵头单位：；配合单位：区城管局。联系人：；电话：。",
        "句号“。”和逗号“,”都要用对，总部--基地协同推进，从1998-2004年算起。",
        "[1] 张某, 李某. 示例河道研究[J]. 示例学报, 2001, 9(12): 123-128",
        "请见http://example.gov.cn/a,b(c)和任务表(终稿).docx，或写信给a.b@example.gov.cn。",
        "保洁全面推开(含开发区).各单位照此办理, 区里将通报表扬;逾期不候!",
        "各 单 位 要 认 真 加 强 管 理 ， 按 月 上 报 情 况 。",
        "组长：李 明，区水利局局长；副组长：王　强，区城管局局长。",
        "办理时间缩短3、4个工作日，上午9：00—11：30受理，覆盖学校、医院、等场所。",
        "区水利局《关于修改<示例市供水办法>的决定》已经施行，其它台帐另行建立。",
    ]
)
ORDINALS = st.sampled_from(
    ["", "一、", "二、", "三、。", "（一）", "(二)", "（三）、", "1.", "2,", "3、", "4 ", "第二条 ", "①"]
)
ENDS = st.sampled_from(
    [
        "（牵头单位：区水利局；配合单位：区城管局、区财政局）",
        "(责任单位:区水利局,区城管局)",
        "（牵头单位：；配合单位：区城管局）",
        "",
        "。。",
        "……等。",
    ]
)
# A passage that stands twice is another matter: a fix of one copy alone makes the copies differ (DOC014).
LINES = st.lists(st.tuples(ORDINALS, SENTENCES, ENDS), min_size=1, max_size=8, unique_by=lambda line: line[1])
BODIES = LINES.map(lambda lines: "\n".join(map("".join, lines)))
TAILS = st.sampled_from(
    ["", "示例区人民政府办公室\n2026年03月05日\n", "示例区人民政府\n二Ｏ  年  月  日\n", "附件:1.任务清单\n"]
)
DOCUMENTS = st.tuples(TITLES, BODIES, TAILS).map("\n".join)


@settings(max_examples=14, deadline=None)
@given(DOCUMENTS, st.randoms(use_true_random=False))
def test_a_safe_fix_alone_leaves_no_trace_but_its_own(text: str, rng: random.Random) -> None:
    for each in (text, damaged(text, rng)):
        source = Source(each)
        for issue, edits, fault in alone(source, OPTIONS, 6, rng):
            assert not fault, f"{issue.code} {shown(each, sorted(edits, key=lambda e: e.start))}: {fault}"
        assert not together(source, OPTIONS)
