"""DOC046: a text speaks of its annex, and neither names one nor has one below."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.structure.kinds import Kind
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import FORM_GENRE, ONE_LINE_GENRE, Meaning
from lawcheck.text.vocabulary.han import HAN

_N = "[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2}"
# What is done with an annex of one's own: 按附件2填写. Without a number it may be that of anything.
_USED = "按照?|根据|对照|参照|如|填写|使用|填报|报送|提交|详细内容在"
_MENTION = Pattern(
    rf"(?:[详参附具]?见|填写|填报)[“‘]?(?P<place>附[件表](?:{_N})?)(?![年月\d]|[的为中]?《)"
    rf"|(?:{_USED})(?P<used>附[件表](?:{_N}))(?![年月\d]|[的为中]?《)"
    rf"|(?<=[{HAN}》])[（(](?P<aside>附[件表](?:{_N})?)[）)]"
    rf"|(?:{FORM_GENRE}|要求|格式|样式|式样|方案|材料|回执|标准)(?P<behind>附后)(?=[）)。；，\s]|$)",
    needs=("附",),
)
# What stands below a letter, in its note, or anywhere in a text whose lines ran together, and is an annex there in
# whatever form; the links of a web page are its annexes as well.
_ANNEX = Pattern(
    rf"(?:^|[\n。；！：:日>》”\]｜|])[ \t\u3000#*【]*附[ \t\u3000]*(?:[件表录](?!另|由|[^\n]{{0,10}}[）)])|[：:])"
    rf"|[ \t\u3000]附[ \t\u3000]*[件表录]|附[件表录][ ]?(?:{_N})?[ ]?[：:]|附[：:]"
    r"|附件下载|下载附件|相关附件|\.(?:docx?|xlsx?|pdf|zip|rar|wps)(?![A-Za-z])",
    needs=("附", "."),
)
# What is passed on speaks of the annexes of the original; to a contract the parties annex what they like.
_OF_ANOTHER = Pattern("转发|批转|合同|协议")
# A title in the one line of a text that has lost its breaks.
_TITLED = Pattern(rf"[ \t\u3000]*[^\s，。；：]{{2,50}}(?:{ONE_LINE_GENRE})[ \u3000\n]")
_QUOTED = Pattern("“[^“”\n]{0,40}$")
_QUOTE_REACH = 42
# A text as short as that is a passage of one, and its annexes are elsewhere.
_SHORTEST = 60
_CUT_OFF = "，、：—…"
_SEVERAL = 2
# What is sent or kept elsewhere: 附件请登录网站下载, 附件另发.
_ELSEWHERE = Pattern("下载|登录|网站|网址|网页|网盘|另(?:行[发印下寄]|[发附寄])|随文|邮件|系统|平台|工作群")
_STOP, _LONGEST = "。\n", 80


def unannounced_annex(document: Document) -> Iterator[Finding]:
    """DOC046: （见附件） in a text that has no note on annexes and no annex; a whole letter has surely lost one."""
    frame, text = document.frame, document.text
    labelled = frame.note or any(annex.label for annex in frame.annexes)
    if labelled or not _MENTION.may_match(text) or _ANNEX.search(document.view.source_text):
        return
    whole = frame.title and frame.addressee and frame.signers and frame.date and not document.run_on
    if not (whole or _is_one(document)):
        return
    # What a letter calls its annex may be what it issues, which stands below without a label.
    begin = frame.annexes[0].start if frame.annexes else 0
    for match in _MENTION.finditer(text, begin):
        start, end = next(match.span(name) for name in ("place", "used", "aside", "behind") if match[name])
        if _QUOTED.search(text, max(0, start - _QUOTE_REACH), start):
            continue
        stops = (text.find(stop, end, end + _LONGEST) for stop in _STOP)
        if _ELSEWHERE.search(text, start, min((stop for stop in stops if stop >= 0), default=end + _LONGEST)):
            continue
        if match["behind"] and _stands_below(text, match.start(), end):
            continue
        yield Finding(start, end, {"found": text[start:end]}, "default" if whole else "part")


def _is_one(document: Document) -> bool:
    """Whether it is a document of its own that is written to its end, and no statute, whose annexes collections cut."""
    title, text = document.title, document.text.rstrip()
    if document.kind is Kind.STATUTE or (
        title and (title.meaning is Meaning.STATUTE or _OF_ANOTHER.search(title.text))
    ):
        return False
    if not title and len(document.nodes) < _SEVERAL and not _TITLED.match(text):
        return False
    return len(text) >= _SHORTEST and text[-1] not in _CUT_OFF


def _stands_below(text: str, start: int, end: int) -> bool:
    """Whether what 附后 promises stands below: 推荐表附后 and then a line 推荐表."""
    begin = max(text.rfind(sign, max(0, start - 12), start) for sign in "，。；（(、：\n") + 1
    name = text[max(begin, start - 4) : end - len("附后")]
    return any(name[-size:] in text[end:] for size in (3, 2) if len(name) >= size)
