"""Phrases that break off: 现代化新，, 深表感。, “三大”和, 由负责。, and rows whose first office lacks its 局 (part of
TRM054)."""

from lawcheck.checks.trm.sentence_patterns import Faulty
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import DEPARTMENTS

# What ends in 新 and is whole: 建设科技创新, 打造高新.
_WHOLE_NEW = "创更焕出崭全翻维革清常最立求尝迎育刷重日一如簇鲜自推高国布温谋履拓弥见知耳"
UNFINISHED = (
    # 加快建设富裕美丽新，: the place is lost.
    Faulty(
        "named_place",
        Pattern(
            f"(?:建设|打造|构建|建成|谱写|描绘|开创)(?![{HAN}]{{0,8}}(?:创新|项目|用地))[{HAN}、]{{3,16}}(?<![{_WHOLE_NEW}])(?P<place>新)(?=[，。；])",
            needs=("新",),
        ),
    ),
    # 下面是由带来的报告, 由负责。
    Faulty(
        "who_does",
        Pattern(
            "(?<![理自经缘事来案情根])(?P<place>由)(?=(?:负责|牵头|主持|承办|组织实施)[，。；]|带来|负责解释|负责落实|主持召开|牵头负责)",
            needs=("由",),
        ),
    ),
    # 对各位表示衷心的感。
    Faulty(
        "broken",
        Pattern(
            "(?P<place>深表感|特此通|特此报|特此函|表示(?:衷心|诚挚)?的?感|致以(?:崇高|诚挚)的?敬|请予批|妥否，请批)(?=[。，；！]|$)",
            needs=("表感", "特此", "的感", "示感", "的敬", "请予批", "请批"),
        ),
    ),
    # 厕所“三大”和: 三大革命.
    Faulty(
        "quoted",
        Pattern(
            "(?<![称谓即])(?P<place>“[三四五六七八九十两][大个项]”)(?=[和与及、，。；])", needs=("大”", "个”", "项”")
        ),
    ),
    # 会议确定各项任务得到落实, 取得成绩和存在不足, 刚刚过去一年里.
    Faulty(
        "named",
        Pattern(
            "(?P<place>(?:确定|提出|部署|下达|安排))(?=各项(?:目标|工作|重点|改革){0,2}(?:任务|要求|措施)(?:得到|如期|按期|顺利|圆满))"
            "|(?P<other>取得)(?=(?:成绩|成效|经验|进展|成果)[和、及与]存在)",
            needs=("各项", "取得"),
        ),
    ),
    Faulty(
        "named",
        Pattern(
            "刚刚(?P<place>过去)(?=一(?:个?学期|年|个?月|周|个?季度)[里中，])",
            needs=("刚刚过去",),
        ),
    ),
    # 示例市财政、农业农村局、林业局.
    Faulty(
        "office",
        Pattern(
            f"(?:(?<=[省市县区州盟旗])|(?<=[由和及与]))(?P<place>(?:{DEPARTMENTS}))(?=、(?:[{HAN}]{{2,10}}局[、和]){{1,8}}[{HAN}]{{2,10}}局)",
            needs=("局",),
        ),
    ),
)
