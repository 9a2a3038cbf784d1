"""The particles 的, 地 and 得, which sound the same (TRM051)."""

from collections.abc import Iterator
from re import Match

from lawcheck.checks.trm.wrong_particles import WRONG_PARTICLES
from lawcheck.reading.known_words import pair_level, word_level
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.usual_words import ADVERBIALS, ONLY_ADVERBIALS, QUALIFIED_NOUNS

# What stands before a verb and, in this form, before no noun: 有效的措施 and 积极的作用 are right.
_ADVERBS = frozenset(ONLY_ADVERBIALS.split("|"))
# Verbs that are never nouns.
_PURE = (
    "发挥|满足|履行|贯彻|融入|践行|激发|调动|遵守|树立|凝聚|顺应|惠及|造福|弘扬|担负|做好|做到|抓好|搞好|用好|管好|办好|打造|"
    "营造|投入到|投身|参与到|运用到|服务好|服务于|认识到|体会到|完成好|落实好|发展好"
)
# Verbs that may also be nouns or stand before one: they need an object that begins as none of these does.
_OTHER = (
    "推动|促进|推进|提高|提升|增强|服务|保障|支持|帮助|引导|解决|开展|落实|完成|构建|传承|维护|适应|掌握|把握|领会|了解|带动|"
    "配合|执行|完善|减少|化解|消除|回应"
)
_ADVERBIAL = Pattern(
    f"的(?=(?:{_PURE})[{HAN}]{{2}}|(?:{_OTHER})(?!{QUALIFIED_NOUNS})(?![^，。；：、！？\\n]{{0,12}}的)[{HAN}]{{4}})",
    needs=("的",),
)
# Words that with 的 stand before nouns too, and with 地 before what can only be a verb: 有效的规范了.
_ADVERBIALS = frozenset(ADVERBIALS.split("|"))
_LONGEST = max(map(len, _ADVERBS | _ADVERBIALS))
_OF_VERB = Pattern(
    f"(?<=[{HAN}]{{2}})的(?=把[{HAN}]{{2}}|(?P<verb>[{HAN}]{{2}}))",
    needs=("的",),
)
_DONE_BEHIND = Pattern(f"(?:[并、和][{HAN}]{{2}})?了(?![解结然如])")
# 积极的发挥作用的方式: a verb with its object before the noun that 的 belongs to.
_ATTRIBUTE = Pattern("[^，。；：、！？\\n]{0,12}的")
# 有针对性的开展检查: behind what has a plan or an aim, a verb with its object that ends the clause.
_PLANNED = Pattern(
    "有(?:针对性|重点|计划|步骤|组织|侧重)(?P<place>的)(?=(?:开展|推进|组织|实施|排查|整治|推动|落实|加强|做好)"
    f"(?!{QUALIFIED_NOUNS})(?:(?!的|方[式案法]|措施|体系|机制|计划|活动)[{HAN}]){{2,8}}[，。；\n])",
    needs=("有",),
)
# 实事求是的总结工作成绩: behind what tells how something is done. 高质量的推进格局 is a noun phrase.
_MANNERS = (
    "实事求是|脚踏实地|扎扎实实|踏踏实实|认认真真|勤勤恳恳|老老实实|原原本本|仔仔细细|实实在在|切切实实|清清楚楚|明明白白|旗帜鲜明"
    "|坚定不移|有条不紊|循序渐进|因地制宜|因势利导|卓有成效|富有成效|创造性|一丝不苟|坚持不懈|持之以恒|锲而不舍|孜孜不倦"
    "|竭尽全力|全力以赴|不折不扣|毫不动摇|毫不犹豫|毫不松懈|毫无保留|一如既往|始终如一|理直气壮|大张旗鼓|雷厉风行|客观公正"
    "|公平公正|科学合理|及时有效|及时准确|准确及时|快速有效|迅速有效|依法依规|合理合法|深入细致|认真细致|耐心细致|认真负责"
    "|严肃认真|扎实有效|扎实有序|有力有序|高效有序|安全有序|平稳有序|正常有序|规范有序|稳妥有序|积极稳妥|积极主动|自觉主动"
    "|坚决果断|及时果断|全面系统|系统全面|全面客观|深入持久|有声有色|有理有据|有力有效|分门别类|统筹兼顾|设身处地|推心置腹"
    "|开诚布公|不遗余力|不失时机|恰如其分|源源不断|深入浅出|简明扼要|言简意赅|生动形象|绘声绘色|全心全意|一心一意|齐心协力"
    "|同心协力|自觉自愿|自始至终|一以贯之|一鼓作气|最大限度|最大程度|顺顺利利|稳稳当当|全方位|多层次|多渠道|多角度|高标准"
    "|高质量|高效率|高水平|高起点|快节奏|分层次|分阶段|分批次|分步骤|点对点|面对面"
)
_IN_MANNER = Pattern(
    f"(?:{_MANNERS})(?P<place>的)(?=(?:有序|全面|扎实|深入|稳步|统筹)?(?:"
    f"(?:{_PURE}|开好|处理好|对待)[{HAN}]{{2}}|(?:开展|推进|推动|落实|加强|完成|总结|调动|解决|查找|行使|执行)(?!{QUALIFIED_NOUNS})"
    f"(?:(?!的|方[式案法]|措施|举措|体系|机制|计划|活动|格局|局面|架构|网络|队伍)[{HAN}]){{2,16}}(?<![会者力率告单账])[，。；、\n]))",
    needs=("的",),
)
# 能够及时有效的组织: between such a verb and another one stands how it is done.
_HOW = (
    "及时|有效|迅速|快速|准确|科学|合理|高效|妥善|稳妥|正确|积极|认真|主动|充分|顺利|有序|平稳|灵活|自觉|全面|深入|扎实"
    "|持续|更好"
)
_BEHIND_MODAL = Pattern(
    "(?:能够|必须|应当|应该|可以|不能|未能|务必|才能|能否|不得)"
    f"(?P<how>(?:{_HOW}){{1,3}})(?P<place>的)(?![是有人])(?=[{HAN}]{{2}})",
    needs=tuple(how + "的" for how in _HOW.split("|")),
)
# 得不到有效地处置: what is had is a noun.
_HAD = Pattern(
    f"得不?到(?P<how>(?:{_HOW}){{1,3}})(?P<place>地)(?=[{HAN}]{{2}})",
    needs=tuple(how + "地" for how in _HOW.split("|")),
)
# How often (natural logarithm) a word that never follows 的 stands in official texts at least.
_USUAL = 4.5
# 做的很好 for 做得很好.
_COMPLEMENT = Pattern(
    "的(?=(?:很|非常|十分|比较|较|更|最|太|不|还不够|不够|还不|不太|不很)"
    "(?:好|差|到位|扎实|出色|细致|满意|理想|完善|彻底|深入|够|紧|实|严|细|牢|快|慢)(?![的地人事处公话评听学于同及])"
    "|不(?:够|太|很)?到位|不好的地方)",
    needs=("的",),
)
# 作出深入地报道 for 深入的: what is done stands behind as a noun.
_OF_NOUN = Pattern(
    "(?:进行|作出|做出|开展|给予|予以)了?(?:(?!合作|工作|活动|行动|业务|建设|更好)[^，。；：\n]){0,20}"
    f"(?P<place>地)[{HAN}]{{2}}(?=[，。；\n])",
    needs=("地",),
)
# 有了显著的增强, 得不到有效的遏制: what is had, got or done ends the clause as a noun. 作为最有效的调节手段.
_CLAUSE = Pattern("[，。；：！？\n]")
_CLAUSE_REACH = 30
_GOVERNS = Pattern(
    "(?:(?<![所具])有(?![效序力关利所机的限条针计组重步侧无待助])|得不?到|[受遭遇]到|受过|遭受|经受|享受|接受|进行|加以|给予|予以|[作做]出?了|[作做]出|获得|取得|收到|起到"
    "|赢得|需要|寻求|缺[乏少]|离不开|带来|[带送]给|意味着|提供|形成|实行|引起|经过|通过|经历|希望|期[待望]|感谢|需|求得|谋求|要求|追求|表示|换[来得])"
)
_NAMES = Pattern("(?:作为|[成视称]为|当[作做成]|看[作成做]|属于|称得上|不失为|堪称|是(?:一[个种次项条]|最))")
_NOUN_AT_END = Pattern(f"[{HAN}]{{2}}(?:[、和与及并]?[{HAN}]{{2}})?了?(?:[，。；：！？、”』」）\n]|$)")
_DONE = frozenset({"做", "干", "抓", "搞", "办", "完成", "落实", "执行", "开展", "讲", "说", "写", "学"})
# 变的更加, 值的注意: verbs that end with 得.
_ENDING = Pattern(
    "变的(?=更|越来越|十分|非常|日益)|显的(?=尤为|尤其|更|格外|十分|非常|有些)|值的(?=一提|注意|关注|学习|肯定|推广|借鉴|信赖|珍惜)"
    "|(?<![采收领提索抽支套骗获窃吸摄])取的(?=了|良好|显著|明显|优异|较好|实效|新成效)"
    "|(?<![查缴捕截抓破俘所])获的(?=了|[一二三]等奖|优秀|好评|表彰|荣誉称号)|觉的(?=很|有必要|应该|应当|自己)",
    needs=("的",),
)


def particle(document: Document) -> Iterator[Finding]:
    """TRM051: 的 behind an adverb and before its verb, 的 between a verb and how well it is done, 地 before a noun."""
    text = document.text
    found = {}
    for pattern, right, before in ((_ADVERBIAL, "地", _ADVERBS), (_COMPLEMENT, "得", _DONE)):
        for match in pattern.finditer(text):
            word = _word_before(text, match.start(), before)
            if word:
                found[match.start()] = (word, right)
    for match in _OF_VERB.finditer(text):
        word = _word_before(text, match.start(), _ADVERBIALS)
        if word and _is_verb(text, match, word):
            found[match.start()] = (word, "地")
    for match in _ENDING.finditer(text):
        found[match.start() + 1] = (match[0][0], "得")
    for pattern in (_PLANNED, _IN_MANNER):
        for match in pattern.finditer(text):
            at = match.start("place")
            found[at] = (text[match.start() : at], "地")
    for match in _OF_NOUN.finditer(text):
        if word := _word_before(text, match.start("place"), _ADVERBIALS):
            found[match.start("place")] = (word, "的")
    for pattern, right in ((_BEHIND_MODAL, "地"), (_HAD, "的"), *WRONG_PARTICLES):
        for match in pattern.finditer(text):
            found[match.start("place")] = (match["how"], right)
    for at, (word, right) in sorted(found.items()):
        if right == "地" and _is_qualified_noun(text, at, word):
            continue
        values = {"found": word + text[at], "right": word + right}
        yield Finding(at, at + 1, values, edits=(Edit(at, at + 1, right),))


def _is_qualified_noun(text: str, at: int, word: str) -> bool:
    """Whether 的 stands before a noun of its clause: 得到切实有效的贯彻执行, 作为最有效的调节手段."""
    start = at - len(word)
    before = _CLAUSE.compiled.split(text[max(0, start - _CLAUSE_REACH) : start])[-1]
    # 积极性、创造性的发挥.
    if word.endswith("性") and before.endswith(("、", "和", "与", "及", "的", "其")):
        return True
    if _NAMES.search(before):
        return True
    return bool(_GOVERNS.search(before) and _NOUN_AT_END.match(text, at + 1))


def _word_before(text: str, at: int, words: frozenset[str]) -> str:
    """The shortest of some words that ends before a place."""
    return next((text[at - size : at] for size in range(1, min(at, _LONGEST) + 1) if text[at - size : at] in words), "")


def _is_verb(text: str, match: Match[str], adverb: str) -> bool:
    """Whether what stands behind 的 can only be a verb: 把, one with 了, or one that official texts never have there"""
    verb = match["verb"]
    if not verb or _DONE_BEHIND.match(text, match.end() + len(verb)):
        return True
    if word_level(verb) < _USUAL or pair_level("的", verb) >= 0:
        return False
    follows = pair_level("地", verb) >= 0 or pair_level(adverb, verb) >= 0
    return follows and not _ATTRIBUTE.match(text, match.end() + len(verb))
