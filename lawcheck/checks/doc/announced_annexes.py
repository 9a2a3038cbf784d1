"""DOC046: a letter speaks of its annex, and neither names one above its signature nor has one below."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_N = "[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2}"
_MENTION = Pattern(
    rf"(?:[详参附具]?见|填写|填报)(?P<place>附[件表](?:{_N})?)(?![年月\d]|[的为中]?《)"
    rf"|(?<=[{HAN}》])[（(](?P<aside>附件(?:{_N})?)[）)]",
    needs=("附",),
)
# What stands below a letter, or in its note, and is called an annex there in whatever form.
_ANNEX = Pattern(r"(?:^|\n)[ \t\u3000]*附[ \t\u3000]*(?:[件表录]|[：:])|附件[：:]|附[：:]|附件下载")
# What is sent or kept elsewhere: 附件请登录网站下载, 附件另发.
_ELSEWHERE = Pattern("下载|登录|网站|网址|网页|网盘|另[发附行寄]|随文|邮件|系统|平台|工作群")
_STOP, _LONGEST = "。\n", 80


def unannounced_annex(document: Document) -> Iterator[Finding]:
    """DOC046: （见附件） in a whole letter that has no note on annexes and no annex."""
    frame, text = document.frame, document.text
    if frame.note or frame.annexes or not (frame.title and frame.addressee and frame.signers and frame.date):
        return
    if document.run_on or _ANNEX.search(document.view.source_text):
        return
    for match in _MENTION.finditer(text, frame.body.start, frame.body.end):
        name = "place" if match["place"] else "aside"
        stops = (text.find(stop, match.end(), match.end() + _LONGEST) for stop in _STOP)
        end = min((stop for stop in stops if stop >= 0), default=match.end() + _LONGEST)
        if _ELSEWHERE.search(text, match.start(), end):
            return
        yield Finding(*match.span(name), {"found": match[name]})
        return
