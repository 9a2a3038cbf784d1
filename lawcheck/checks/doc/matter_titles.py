"""Titles that have lost 关于 in front of the matter, or 的 behind it (DOC034)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.structure.frame import Title
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import YEAR
from lawcheck.text.vocabulary.genres import DECIDING_GENRE, OFFICIAL_GENRE, TELLING_GENRE
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import OFFICE_CHARACTERS

# 关于开展检查通知: between the matter and the genre stands 的.
_WITHOUT_DE = Pattern(f"关于(?:(?!的).){{4,60}}(?P<genre>{OFFICIAL_GENRE})$")
# These belong to the matter: 关于表彰先进工作报告 is one of several, 关于印发…意见 names what is issued.
_NOT_ALONE = Pattern("(?:工作|情况|调[查研]|述职|评估|审计|可行性|补充|紧急|实施|指导|若干|处理|复)$")
# What is done, said in words that are no part of the name of a thing: 抓好防汛工作通知.
_DONE = (
    "做好|抓好|举行(?!时间|地点|方式)|进行|筹备(?!组|会|方案)|开好|搞好|切实|认真|进一步|扎实|妥善|深入(?:开展|推进|学习|贯彻|实施)|全面(?:加强|推进|做好|落实|开展|推行)"
    "|加强(?!版|型|针|班)|加快|严禁|严格|推进(?!会)|开展|报送(?!材料|时间|要求|地[址点])|召开(?!时间|地点)|举办(?!地|方|单位|时间)|成立(?!大会|仪式|时间|.{1,6}周年)|组织(?=第|[0-9]|全[体校镇县市]|开展|参加|做好|实施|收看|申报|学习|评选)"
    "|贯彻(?:落实|执行)|选派|调整(?=[^的]{4})|(?:申报|征集|推荐|评选|参加)(?=[0-9第])"
)
# Words that name things as well, so that 的 has to follow the matter: 组织考核的通知, but 推荐名单公告.
_DONE_OR_NAMED = (
    "组织|征集|申报|推荐|评选|参加|启用|更换|撤销|填报|上报|学习|申请|表彰|选拔|聘任|任免|规范|实施|调整|暂停|恢复|延期"
)
_ISSUER = f"(?:[{HAN}]{{2,16}}?[{OFFICE_CHARACTERS}镇乡府校]|[{HAN}]{{2,6}}[省市县区])?"
_WITHOUT_ABOUT = Pattern(
    f"^{_ISSUER}(?P<verb>(?:{_DONE})(?=.{{2,60}}(?:{TELLING_GENRE}|的(?:{DECIDING_GENRE}))$)|(?:{_DONE_OR_NAMED})(?=.{{2,60}}的(?:{TELLING_GENRE}|{DECIDING_GENRE})$))"
)
# A matter that is named, not told: 校园绿化工作的通知.
_NAMED = Pattern(
    "^(?P<verb>.{2}).{4,50}(?:工作|活动|会议|大会|考核|评[选比定]|安排|事[项宜]|申报|检查|培训|[竞比大]赛|放假|招[聘生]|征集"
    f"|调整|变更|报名|选[题拔举]|演练|整治|调[查研]|统计)的(?:{TELLING_GENRE})$"
)
_GENRE = Pattern(f"(?P<genre>{TELLING_GENRE})$")
# What a letter does in its title needs no 关于: 印发…的通知, 对…的决定.
_OTHERWISE = Pattern("关于|印发|转发|批转|《|给予|授予|致|就[^业]|对|情况通报")
_MODIFIER = Pattern("(?:补充|紧急|预备|重要|变更|中标|招标|采购|招聘)$")
# 转发示例省水利厅开展检查的通知: what is forwarded has lost its 关于.
_FORWARDED = Pattern(
    f"转发[{HAN}]{{2,20}}?(?:厅|局|部|委|办公室|委员会|府)(?P<verb>{_DONE}|组织|实施(?!方案|办法|细则|意见))"
    "(?!.*(?:关于|《)).{3,60}的通知$",
    needs=("转发",),
)
# A title whose first characters are lost begins in the middle of a name or word.
_BEGUN = Pattern(
    "^(?:民委员会|民政府|民代表大会|民法院|民检察院|务院|生健康|展和改革|力资源|然资源|态环境|通运输|业农村|急管理|华人民共和国|产党|共中央"
    f"|[政育安法利务业计游康障设输境源]局(?=关于)|于(?=印发|做好|开展|进一步|加强|组织|召开|转发|举办|调整|成立|下达|公布|报送)|[县市区镇乡]{YEAR}年)"
)
_NUMBERED = Pattern(r"[号》）)〕\]件][ \t\u3000\n]*$")
_HEAD = 40


def title_without_de(document: Document) -> Iterator[Finding]:
    """DOC034: a title that goes from matter to genre without 的, or begins with its matter without 关于."""
    title = document.title
    if title is None:
        return
    match = _WITHOUT_DE.search(title.text)
    if match and not _NOT_ALONE.search(title.text[: match.start("genre")]):
        yield from _without_de(document, title, match["genre"])
        return
    if (begun := _BEGUN.match(title.text)) and _is_whole(document.text, title):
        yield Finding(title.start, title.start + len(begun[0]), {"found": begun[0]}, "begun")
        return
    if forwarded := _FORWARDED.search(title.text):
        at = document.text.find(forwarded["verb"], title.start, title.end)
        if at >= 0:
            yield Finding(at, at + len(forwarded["verb"]), {}, "about", (Edit(at, at, "关于"),))
            return
    bare = _WITHOUT_ABOUT.search(title.text) or _NAMED.search(title.text)
    if bare is None or _OTHERWISE.search(title.text) or not _is_whole(document.text, title):
        return
    at = document.text.find(bare["verb"], title.start, title.end)
    if at >= 0:
        yield Finding(at, at + len(bare["verb"]), {}, "about", (Edit(at, at, "关于"),))
        genre = _GENRE.search(title.text)
        before = title.text[: genre.start()] if genre else "的"
        if genre and not before.endswith("的") and not _MODIFIER.search(before):
            yield from _without_de(document, title, genre["genre"])


def _is_whole(text: str, title: Title) -> bool:
    """Whether the title is no second half of one that was torn: nothing stands above it but a number or a mark."""
    above = text[max(0, title.start - _HEAD) : title.start]
    return not above.strip() or _NUMBERED.search(above) is not None


def _without_de(document: Document, title: Title, genre: str) -> Iterator[Finding]:
    text = document.text[title.start : title.end].rstrip()
    if text.endswith(genre):
        at = title.start + len(text) - len(genre)
        yield Finding(at, at + len(genre), {"genre": genre}, edits=(Edit(at, at, "的"),))
