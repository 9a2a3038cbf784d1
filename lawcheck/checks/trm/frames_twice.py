"""What begins a frame stands twice in one clause: 将材料将于…报送, 在6月5日在区政府召开 (part of TRM057)."""

from lawcheck.checks.trm.sentence_patterns import Faulty
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DATE, PART_OF_DATE
from lawcheck.text.vocabulary.han import HAN

_BEGINS = "(?:^|(?<=[，。；：\n\u3000]))"
_HOW = (
    "重点|集中|全面|认真|统一|及时|专门|专项|严格|依法|定期|逐一|联合|深入|统筹|进一步|切实|不断|努力|充分|有效|积极|如实|详细|仔细"
    "|严厉|坚决|彻底|妥善"
)
_BIDDEN = (
    "切实|认真|进一步|加强|做好|严格|高度|及时|按照|按|积极|全面|深入|坚持|严肃|坚决|立即|如实|主动|自觉|充分|不断"
)
# 存在, 正在, 现在: words of their own.
_AT = "(?<![存实现正所内外潜旨好])在"
# 理由, 自由, 经由.
_BY = "(?<![理自经缘事来案情根])由(?!此)"
_NO_WORD = "[^，。；：、,;:（(\n"
# 将甲或者将乙: two members of a row.
_IN_A_ROW = "(?<![和与及或])(?<!或者)(?<!还是)"
# What the first one's clause ends with, or another one's begins with: 由甲承担其余由乙承担.
_OF_ANOTHER = "负责|牵头|组织|承担|办理|其余|其他|其它|剩余|余下|不足|另外|超出|部分"
# 应当自应当缴纳税款之日起: the second one tells which day, sum or matter.
_TELLS_WHICH = (
    "(?![^，。；：、\n]{2,12}(?:之日|之时|之前|期限|期间|日期|时间|数额|金额|税额|税款|份额|事项|部分|内容|范围|的))"
)

FRAMES_TWICE = (
    # 为了为加强管理; 为了为企业服务 is right.
    Faulty(
        "frame",
        Pattern(
            f"{_BEGINS}为了(?P<place>为了?)(?=进一步|切实|加强|规范|认真|贯彻|全面|深入|推动|推进|确保|做好|落实|保障(?!对象)|提高|提升)",
            needs=("为了为",),
        ),
    ),
    # 重点对…进行重点治理, 联合开展联合执法
    Faulty(
        "default",
        Pattern(
            f"(?P<how>{_HOW})(?:(?:对|把|将)[^，。；\n]{{2,40}}(?:进行|予以|加以)了?|(?:组织|开展|进行|实施|做好|加强)了?)(?P<place>(?P=how))"
            f"(?=[{HAN}]{{2}})(?![{HAN}]{{1,2}}的)",
            needs=tuple(_HOW.split("|")),
        ),
    ),
    Faulty(
        "frame",
        Pattern(
            f"{_BEGINS}将(?!来|军){_NO_WORD}将]{{2,24}}(?<![即必终麻]){_IN_A_ROW}(?P<place>将)(?![来军近要会关握脉手守控它其])",
            needs=("将",),
        ),
    ),
    Faulty(
        "frame",
        Pattern(
            f"{_BY}(?:(?!{_OF_ANOTHER}){_NO_WORD}由或]){{2,16}}{_IN_A_ROW}(?P<place>{_BY})(?=[{HAN}]{{2,10}}(?:负责|牵头|组织|承担|办理))",
            needs=("由",),
        ),
    ),
    Faulty(
        "frame",
        Pattern(
            f"{_BEGINS}对(?![于口应照待比策外准]){_NO_WORD}对的]{{2,20}}(?<![针面反绝相应校核]){_IN_A_ROW}(?P<place>对)(?![于口应照待比策外准象])"
            "[^，。；\n的]{2,20}(?:进行|予以)",
            needs=("对",),
        ),
    ),
    Faulty(
        "frame",
        Pattern(
            f"{_AT}(?:{DATE}|{PART_OF_DATE}){_NO_WORD}在的]{{0,8}}{_IN_A_ROW}(?P<place>{_AT})[^，。；：\n]{{2,16}}(?:召开|举行|举办)",
            needs=("召开", "举行", "举办"),
        ),
    ),
    # 各单位要结合实际要认真落实
    Faulty(
        "frame",
        Pattern(
            f"{_BEGINS}[{HAN}、]{{2,14}}(?<![需重主必首紧不只])要(?![求素点闻么]){_NO_WORD}要]{{2,14}}(?<![需重主必首紧不只])(?P<place>要)(?={_BIDDEN})",
            needs=("要",),
        ),
    ),
    Faulty(
        "frame",
        Pattern(
            f"(?:应当|必须)(?:(?!告知|通知|责令|明确){_NO_WORD}的]){{2,14}}{_IN_A_ROW}(?P<place>应当|必须|(?<!必)须(?!知))(?!知道)(?=[{HAN}]){_TELLS_WHICH}",
            needs=("应当", "必须"),
        ),
    ),
    Faulty(
        "frame",
        Pattern(
            f"{_BEGINS}为了?(?![期何此人主民]){_NO_WORD}为]{{2,14}}(?<![行认作成称因视])(?P<place>为)(?=确保|进一步|切实|了)",
            needs=("为",),
        ),
    ),
    Faulty("frame", Pattern(f"并(?:且)?{_NO_WORD}并]{{1,8}}(?P<place>并)(?=且|将|于|要)", needs=("并",))),
    # 共计发放资料共3000份. 共检查企业12家共发现隐患30处 tells two numbers.
    Faulty(
        "frame",
        Pattern(
            f"(?<![公总])共(?:计|有)?{_NO_WORD}共0-9一二三四五六七八九十两]{{2,16}}(?<![公总])(?P<place>共计?)(?=[0-9一二三四五六七八九十])",
            needs=("共",),
        ),
    ),
    Faulty(
        "frame",
        Pattern(
            f"累计{_NO_WORD}0-9一二三四五六七八九十两]{{1,14}}(?P<place>共计?|累计|总计)(?=[0-9])", needs=("累计",)
        ),
    ),
    # 进行了检查了
    Faulty(
        "frame",
        Pattern(
            "(?:进行|开展|组织|召开|完成|取得|制定|建立|成立|落实|举办|召集)了[^，。；：\n了]{2,14}(?<![为除解明终未结])(?P<place>了)(?=[，。；\n])",
            needs=("了",),
        ),
    ),
    Faulty(
        "frame",
        Pattern("通过[^，。；：\n]{2,20}的?(?:方式|形式|途径|手段|渠道|活动|措施)来?(?P<place>通过)", needs=("通过",)),
    ),
    Faulty(
        "frame",
        Pattern(
            f"从{_NO_WORD}从]{{2,14}}{_IN_A_ROW}(?P<place>从)(?=[{HAN}]{{2,8}}(?:入手|出发|抓起|做起|着手))",
            needs=("从",),
        ),
    ),
    Faulty(
        "frame",
        Pattern(
            f"组织了?(?:开展|召开|举办|进行)了?{_NO_WORD}]{{2,14}}(?P<place>开展|召开|举办|进行)(?=[^，。；：\n]{{2,20}}(?:培训|活动|演练|检查|学习|会议)(?=[，。；\n]))",
            needs=("组织",),
        ),
    ),
    # 等部门等
    Faulty(
        "frame",
        Pattern("等(?:部门|单位|工作|方面|内容|问题|活动|措施|情况|事项)(?P<place>等)(?=[，。；\n])", needs=("等",)),
    ),
    Faulty(
        "default", Pattern("主要(?:包括|有|是)(?:(?!以)[^。；\n]){2,60}(?P<place>为主)(?=[，。；\n])", needs=("为主",))
    ),
    Faulty("default", Pattern("高度重视[^，。；\n]{2,20}(?P<place>的?重视)", needs=("重视",))),
)
