"""的, 地 and 得 (TRM051)."""

import pytest
from checking import check

from lawcheck.rulebook.registry import Selection
from lawcheck.text.source import Source

RULES = Selection(select=["TRM051"]).rules()


def places(text: str) -> list[str]:
    found = check(Source(text + "\n"), RULES).diagnostics
    return [text[start - 2 : end] for finding in found for start, end in finding.spans]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("为了更好的服务辖区企业和群众，制定本办法。", "更好的"),
        ("更快的融入当地生活。", "更快的"),
        ("要不断的增强党员意识和责任感。", "不断的"),
        ("逐步的推进各项改革任务。", "逐步的"),
        ("充分的调动干部群众积极性。", "充分的"),
        ("最大限度的减少群众损失和影响。", "限度的"),
        ("自觉的遵守廉洁纪律。", "自觉的"),
        ("全身心的投入到防汛工作中。", "身心的"),
        ("今年的宣传工作做的很好。", "做的"),
        ("有的单位整改任务完成的不够彻底。", "成的"),
        ("值班值守抓的不紧，隐患排查做的不到位的，限期整改。", "抓的"),
        ("各站有效的规范了登记手续。", "有效的"),
        ("试点工作极大的促进了群众增收。", "极大的"),
        ("认真的把每件事办细办实。", "认真的"),
        ("及时的掌握汛情。", "及时的"),
        ("街面变的更加整洁。", "变的"),
        ("这一做法值的推广。", "值的"),
        ("全年取的了较好的成绩。", "取的"),
        ("不折不扣的完成全年各项任务。", "不扣的"),
        ("全方位的调动村干部工作积极性和创造性。", "方位的"),
        ("多渠道、高效率的有序推进信息公开各项工作。", "效率的"),
        ("这一机制极大的稳定并激活了队伍。", "极大的"),
        ("对灾情作出及时、准确、深入地报道。", "深入地"),
    ],
)
def test_an_adverbial_takes_di_and_a_complement_de(text: str, wrong: str) -> None:
    found = places(text)[0]
    assert found.endswith(wrong) or wrong.endswith(found)


@pytest.mark.parametrize(
    "text",
    [
        "为居民提供更好的服务。",
        "建设更好的服务体系，营造更好的发展环境。",
        "采取更有效的保障措施。",
        "企业有更快的发展。",
        "形成充分的支持和保障。",
        "开展更加深入的推进工作。",
        "找到更好的服务群众的方式。",
        "这是他做的好事，写的很多文章都发表了。",
        "执行的非常规措施，讲的比较好的课。",
        "制定更加有效的落实办法。",
        "更好地服务辖区企业，工作做得很好。",
        "全面的了解，合理的做法，认真的态度，规范的把握方式。",
        "积极的发挥作用的方式。",
        "高质量的推进格局，全方位的落实举措，创造性的开展方式，全方位的解决方案，多层次的推进会。",
        "进行深入的研究，深入地研究问题，进行认真细致的检查，在实地调研。",
        "查获的第二类制品，采取的重大措施，收取的了结费用，所写的不多。",
    ],
)
def test_noun_phrases_are_left_alone(text: str) -> None:
    assert places(text) == []
