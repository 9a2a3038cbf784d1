"""Documents of any size, always the same for the same arguments: plans with tasks and units, and statutes."""

import random
import re

VERBS = re.findall(r"\S+", "完善 健全 推进 规范 优化 落实 加强 开展 建立 公开 压缩 简化 统筹 深化 提升 拓展 整合 清理")
OBJECTS = re.findall(
    r"\S+",
    """办事指南 登记制度 监管清单 执法程序 服务窗口 信用档案 评价机制 培训计划 公示平台 审批流程
    联席会议 考核办法 应急预案 数据目录 投诉渠道 巡查记录 资金台账 调解组织 法律顾问 公共设施""",
)
PHRASES = re.findall(
    r"\S+",
    """严格执行有关标准 明确责任主体 定期通报进展 主动接受监督 加强部门协同 做好政策衔接 强化结果运用 及时回应关切
    坚持问题导向 注重源头治理 分类制定措施 按季开展评估 引导社会参与 防止层层加码 确保取得实效 减少申请材料""",
)
UNITS = re.findall(
    r"\S+",
    """区司法局 区财政局 区民政局 区审计局 区教育局 区商务局 区水务局 区城管局 区发展改革局 区市场监管局
    区委编办 各街道办事处""",
)
SECTIONS = 40
NUMERALS = "一二三四五六七八九十"


def numeral(value: int) -> str:
    """1 to 99 in Chinese."""
    tens, ones = divmod(value, 10)
    return (NUMERALS[tens - 1] if tens > 1 else "") + ("十" if tens else "") + (NUMERALS[ones - 1] if ones else "")


def sentence(rng: random.Random) -> str:
    clauses = [rng.choice(VERBS) + rng.choice(OBJECTS), *rng.sample(PHRASES, rng.randint(2, 4))]
    return "，".join(clauses) + "。"


def body(rng: random.Random, characters: int) -> str:
    text = ""
    while len(text) < characters:
        text += sentence(rng)
    return text


def plan(size: int, seed: int = 1) -> str:
    """A plan of about `size` bytes of UTF-8: headings and tasks of some 300 characters with their units."""
    rng = random.Random(seed)
    lines = ["示例区优化公共服务行动方案（2024—2026年）", "一、总体要求", body(rng, 300)]
    written = sum(len(line.encode()) for line in lines)
    section = 1
    subsection = item = annex = 0
    while written < size:
        new: list[str] = []
        if item % 60 == 0:
            section, subsection = section + 1, 0
            if section > SECTIONS:
                annex, section = annex + 1, 1
                new.append(f"附件{annex}")
            new.append(f"{numeral(section)}、{rng.choice(VERBS)}{rng.choice(OBJECTS)}")
        if item % 6 == 0:
            subsection += 1
            new.append(f"（{numeral(subsection)}）{rng.choice(VERBS)}{rng.choice(OBJECTS)}")
        lead, *others = rng.sample(UNITS, rng.randint(2, 4))
        units = f"（牵头单位：{lead}；参加单位：{'、'.join(others)}；完成时限：2025年{rng.randint(1, 12)}月底前）"
        new.append(f"{item % 6 + 1}.{rng.choice(VERBS)}{rng.choice(OBJECTS)}。{body(rng, 240)}{units}")
        item += 1
        lines += new
        written += sum(len(line.encode()) for line in new)
    return "\n".join(lines) + "\n"


def statute(size: int, seed: int = 1) -> str:
    """Measures of about `size` bytes of UTF-8: chapters, articles, items."""
    rng = random.Random(seed)
    lines = ["示例市公共服务管理办法"]
    written = article = chapter = 0
    while written < size:
        new: list[str] = []
        if article % 60 == 0:
            chapter += 1
            new.append(f"第{numeral((chapter - 1) % 99 + 1)}章　{rng.choice(OBJECTS)}")
        article = article % 900 + 1
        hundreds, rest = divmod(article, 100)
        word = (NUMERALS[hundreds - 1] + "百" if hundreds else "") + ("零" if hundreds and 0 < rest < 10 else "")
        word += ("一" if hundreds and 10 <= rest < 20 else "") + (numeral(rest) if rest else "")
        new.append(f"第{word}条　{body(rng, 120)}")
        if article % 5 == 0:
            new.append("办事机构应当公开下列事项：")
            items = (f"（{numeral(n)}）{rng.choice(VERBS)}{rng.choice(OBJECTS)}" for n in range(1, 6))
            new += [item + end for item, end in zip(items, "；；；；。", strict=True)]
        lines += new
        written += sum(len(line.encode()) for line in new)
    return "\n".join(lines) + "\n"
