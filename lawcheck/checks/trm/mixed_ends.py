"""Frames that end as another one does: 旨在…为目的, 有…组成, 根据…为依据 (part of TRM033)."""

from lawcheck.checks.trm.sentence_patterns import CLAUSE_END, Faulty
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DATE, MONTH, PART_OF_DATE
from lawcheck.text.vocabulary.genres import EVERY_GENRE, TOLD_AS
from lawcheck.text.vocabulary.han import HAN

_BEGINS = "(?:^|(?<=[，。；：\n\u3000]))"
# 作为, 成为, 定为: another verb before 为, so that it belongs to that one.
_OTHER_VERB = "[以作成行认称视设定列]"
# 分为, 作为, 因为: words of their own.
_NO_PURPOSE = "[分是旨作成称在认视列定设变即转因]"
_AIM = "目的|宗旨|目标|出发点|原则"
_HELP = "领导|帮助|支持|关心|指导|努力|配合|推动|带动|影响|协助|关怀|重视"
_THANKED = "关注|重视|关心|欢迎|认可|好评|支持|称赞|喜爱"

MIXED_ENDS = (
    Faulty(
        "purpose",
        Pattern(
            f"(?:旨在|(?:目的|宗旨)(?:在于|是))(?:(?!以)[^，。；：\n]){{2,30}}(?<!{_OTHER_VERB})为(?:目的|目标|宗旨){CLAUSE_END}"
            f"|旨在以[^，。；：\n]{{2,30}}为(?:目的|目标|宗旨){CLAUSE_END}|以[^，。；：\n]{{2,24}}为目的是",
            needs=("旨在", "目的", "宗旨"),
        ),
    ),
    # 为了方便群众为出发点
    Faulty(
        "purpose",
        Pattern(
            f"{_BEGINS}为了?(?:(?!{_OTHER_VERB})[^，。；：\n]){{2,24}}为(?:{_AIM}){CLAUSE_END}",
            needs=tuple(f"为{word}" for word in _AIM.split("|")),
        ),
    ),
    # 围绕以经济建设为中心，: 围绕以…为中心的 is right.
    Faulty(
        "centre",
        Pattern(
            f"围绕着?以[^，。；：\n]{{1,20}}为(?:中心|主题|主线|重点|核心|目标|导向){CLAUSE_END}",
            needs=("围绕以", "围绕着以"),
        ),
    ),
    Faulty(
        "principle",
        Pattern(f"本着以[^，。；：\n]{{1,20}}为(?:原则|宗旨|目的|前提|导向){CLAUSE_END}", needs=("本着以",)),
    ),
    Faulty(
        "standard",
        Pattern(
            f"(?<![以由])(?:根据|依据|按照|依照)(?:(?![以是定设列]|作为)[^，。；：\n]){{2,40}}为(?:依据|根据|遵循){CLAUSE_END}",
            needs=("为依据", "为根据", "为遵循"),
        ),
    ),
    # 以《办法》的规定依据，: 为依据.
    Faulty(
        "grounds",
        Pattern("以《[^》\n]{2,40}》[^，。；：为\n]{0,10}(?P<place>依据|根据)(?=，)", needs=("依据，", "根据，")),
    ),
    # 共有五个部分组成: 由五个部分组成.
    Faulty(
        "consists",
        Pattern(
            f"(?<![由拥])(?P<place>有(?:[一二三四五六七八九十两0-9]{{1,3}}|若干|几|多)(?:大|个|名|位|家|项|部|类|层|级)?(?:(?![由的])[{HAN}]){{0,12}}(?:组成|构成)){CLAUSE_END}",
            needs=("组成", "构成"),
        ),
    ),
    # 根据上级要求下，: 在…要求下, or 根据…要求.
    Faulty(
        "default",
        Pattern(
            "(?:根据|按照|依照|依据|遵照|按|围绕|本着|坚持|随着|通过|经过)(?:(?!在)[^，。；：\n]){2,24}(?:要求|部署|指示|精神|安排|规定|指导|领导|统筹|原则|号召)下(?=[，。])",
            needs=("下，", "下。"),
        ),
    ),
    # 随着…，使; 在…过程中，使: no subject is left.
    Faulty(
        "no_subject",
        Pattern(
            f"{_BEGINS}(?P<place>(?:随着[^，。；：\n使]{{2,40}}|在[^，。；：\n使]{{2,40}}中|对于?[^，。；：\n使]{{2,30}}问题)，(?:从而|也|都|进一步|更)?使得?)"
            f"(?![用命馆节者])(?![^，。；：\n]{{2,40}}的[{HAN}]{{0,6}}(?:{EVERY_GENRE}|机制|模式|方式|路径|思路|途径|过程|效果|目的)[，、值可应])",
            needs=("，使", "而使", "也使", "都使", "步使", "更使"),
        ),
    ),
    # 在上级的支持下使得项目竣工
    Faulty(
        "no_subject",
        Pattern(f"{_BEGINS}在[^，。；\n]{{2,30}}(?:{_HELP})下使得?(?![用命馆节者])", needs=("下使",)),
    ),
    # 引起了各界所关注
    Faulty(
        "welcome",
        Pattern(
            f"(?:引起|得到|引发|赢得)[^，。；：\n所]{{2,16}}所(?:{_THANKED})",
            needs=tuple(f"所{word}" for word in _THANKED.split("|")),
        ),
    ),
    # 比去年相比, 与去年相比较之下
    Faulty(
        "compared",
        Pattern(
            "[比较](?:去年|上年|往年|前年|上月|上季度)(?:(?![，。；：、])[^\n]){0,8}相比|与[^，。；\n]{2,12}相比较之下",
            needs=("相比",),
        ),
    ),
    # 同比去年增长, 较上年同比增长: 同比 is held against the year before.
    Faulty(
        "compared",
        Pattern(
            "(?:同比|环比)(?:去年|上年|上月|上季度|[较比](?:去年|上年|上月|上季度))(?:同期)?|[比较](?:去年|上年|上月)(?:同期|同月|同季度?)?[^，。；：、\n]{0,6}(?:同比|环比)",
            needs=("同比", "环比"),
        ),
    ),
    # 对违反规定者的，: 者 or 的.
    Faulty(
        "default",
        Pattern(
            f"(?:{_BEGINS}对|凡是?|如有|若有)(?:(?![的给向])[^，。；：、\n]){{2,14}}者的(?=，)",
            needs=("者的，",),
        ),
    ),
    Faulty(
        "default",
        Pattern(
            "据(?:了解|调查|反映|统计)到(?!位)|据悉知|被评为被|以来来",
            needs=("到", "据悉知", "为被", "来来"),
        ),
    ),
    # 截止6月底前: 截至6月底, or 6月底前.
    Faulty(
        "until",
        Pattern(
            f"截[至止]到?(?:{DATE}|{PART_OF_DATE}|{MONTH}月[底末初]?|今日|目前)(?:之前|以前|前)",
            needs=("截至", "截止"),
        ),
    ),
    # 优点在于是
    Faulty(
        "default",
        Pattern("(?:优点|特点|目标|问题|难点|重点|关键|根本|核心|优势|好处|不足)就?在于是", needs=("在于是",)),
    ),
    # 使信息予以公开: 得以.
    Faulty(
        "passive",
        Pattern(
            "(?<![促迫致即大行天假])使(?![用命馆节者])(?:(?!的)[^，。；：、\n]){2,16}(?P<place>予以|加以)",
            needs=("予以", "加以"),
        ),
    ),
    # 某局为切实做好防汛工作。: a purpose is no sentence.
    Faulty(
        "no_sentence",
        Pattern(
            f"(?:^|(?<=[。\n]))[\u3000 ]{{0,4}}(?P<place>(?:(?:(?!是|旨)[{HAN}、]){{2,20}}(?<!{_NO_PURPOSE}))?"
            "为(?:了|进一步|切实|扎实|认真|全面|有效|深入|更好|确保)(?:(?!是|而)[^，。；：\n]){4,60}。)",
            needs=("为",),
        ),
    ),
    # 确保各项工作圆满完成任务
    Faulty(
        "default",
        Pattern(
            "(?:确保|保证)[^，。；\n]{2,30}工作(?:(?![的为])[^，。；\n]){0,20}完成任务(?=[，。；\n])",
            needs=("完成任务",),
        ),
    ),
    # 由于管理不严，造成损失: what caused it is no subject.
    Faulty(
        "by_cause",
        Pattern(
            "(?:^|(?<=[。；\n\u3000]))(?P<place>由于[^，。；：\n]{2,40}，(?:导致|造成|使得?|引发))(?![用命馆节者])",
            needs=("由于",),
        ),
    ),
    Faulty(
        "start",
        Pattern("(?:根据|按照|本着)[^，。；：\n从]{2,20}出发(?=[，。；])", needs=("出发，", "出发。", "出发；")),
    ),
    # 现将以下事项通知如下, 特此通知如下
    Faulty(
        "doubled_lead",
        Pattern(
            f"(?:以下|下列)(?!简称)[^，。；：\n]{{1,14}}如下(?=[：，。])|特此(?:{TOLD_AS}|说明)如下",
            needs=("如下",),
        ),
    ),
    # 不发生事故的发生
    Faulty(
        "occur",
        Pattern(
            f"(?:确保|保证|坚决|严禁|力争|严防)不?(?:发生|出现)(?:(?!还是)[^，。；、\n]){{1,20}}(?:发生|出现){CLAUSE_END}",
            needs=("发生", "出现"),
        ),
    ),
    # 以镇长任组长, 由镇长为组长
    Faulty(
        "headed_by",
        Pattern(
            "(?P<place>以(?:(?![由为])[^，。；、：\n]){2,20}(?:担任|(?<![担责信主兼])任)(?:组长|副组长|主任|总指挥|指挥长|队长))"
            "|(?P<other>由(?:(?![任成作])[^，。；、：\n]){2,20}为(?:组长|副组长|主任|总指挥|指挥长|队长|成员))",
            needs=("组长", "主任", "指挥", "队长", "成员"),
        ),
    ),
    # 授予甲村为“文明村”称号; 被评为“文明村”称号
    Faulty(
        "award",
        Pattern(
            "授予[^，。；\n]{2,40}为[^，。；\n]{0,20}(?:称号|荣誉)|(?:评为|评选为|命名为)[^，。；\n]{2,30}(?:荣誉称号|称号|荣誉)(?=[，。；\n])",
            needs=("称号", "荣誉"),
        ),
    ),
    # 视情节严重给予处分: 轻重.
    Faulty(
        "gravity",
        Pattern("(?:根据|视|按照?)其?情节(?P<place>严重)(?!程度|的|后果|情形|性|与否)", needs=("情节严重",)),
    ),
    # 作以简要总结
    Faulty("made_of", Pattern("[做作](?P<place>以)(?=简要|简单|详细|具体|全面|认真|适当|必要)", needs=("以",))),
    Faulty("default", Pattern("担任为", needs=("担任为",))),
    # 确保在年底前坚决完成
    Faulty(
        "sure",
        Pattern(
            "(?:确保|保证)[^，。；、\n]{0,20}(?P<place>坚决|务必|一定要)(?=[^，。；、\n]{2})",
            needs=("坚决", "务必", "一定要"),
        ),
    ),
    # 在登记表去登记: 到…去, or 在…上登记.
    Faulty("default", Pattern("在[^，。；：\n到]{2,14}去(?:登记|办理|领取|报名|填写|处理|解决)", needs=("去",))),
)
NEGATIONS = (
    # 避免不发生群体性事件
    Faulty(
        "negated",
        Pattern(
            "(?:防止|避免|杜绝|严防|以免|预防|减少|制止|遏制|防范)(?:(?![而则或和又并不]|确保|保证|做到|实现|力争|努力|守住|坚持)[^，。；、：\n]){0,16}"
            f"不(?:再次?)?(?:发生|出现|产生|造成|引发|再犯|犯|重演|反弹|回潮)(?!的?[{HAN}]{{0,4}}(?:问题|现象|情况)的)",
            needs=tuple(
                f"不{word}" for word in ("再", "发生", "出现", "产生", "造成", "引发", "犯", "重演", "反弹", "回潮")
            ),
        ),
    ),
    # 难免不会, 不得严禁, 忌不要
    Faulty(
        "forbidden",
        Pattern(
            f"难免(?:不会?|没有?)|(?<!切)忌不[要可能]|不[能可得]否认[{HAN}]{{0,8}}[不没](?!同|断|仅|但|少)|不得(?:严禁|禁止|不准)",
            needs=("难免", "忌不", "否认", "不得"),
        ),
    ),
    # 严禁未经批准不得上岗
    Faulty(
        "forbidden",
        Pattern(
            f"(?:严禁|禁止)(?:(?![的者区期内段燃]|范围|场所|行为)[^。；，、：\n]){{2,20}}(?:不得|不准|不许)(?=[{HAN}])",
            needs=("严禁", "禁止"),
        ),
    ),
)
