"""What is asked of an office above, and in which genre (DOC020), and the point in 妥否，请批示 (DOC044)."""

from collections.abc import Iterator
from itertools import chain

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import ASKED_WITH, ASKS_FOR_DECISION, SELF_NAMES, STACKED_GENRES
from lawcheck.text.vocabulary.han import HAN

# 以上请示妥否，请批示。
_REQUEST = Pattern(
    "(?:妥否|当否|可否|是否妥当|是否可行|如无不当|如无不妥)[，,]?[恳敬]?请(?:领导|上级|[省市区县]?(?:政府|委))?(?:予以?)?"
    "(?:批示|批复|审批|指示|审定|审示|核准|批准)",
    needs=("否", "是否", "如无"),
)
# 妥否、请批示。
_PUNCTUATED = Pattern(
    f"(?:(?<=[\n。，；])|^)(?:以上|上述)?(?:{ASKED_WITH})?(?:[妥当可]否|如无不[妥当])(?P<sign>[、。；;:：,.？?]?)"
    "(?=[恳敬]?请(?:批示|批复|审批|指示|审定|审示|核准|批准|函复|复函|审议)[。！\n])",
    needs=("否", "不"),
)
_MAY_REQUEST = ("请示", "函")
# What only an office above gives: between equals one asks for an answer (请函复) or for approval.
_OF_THOSE_ABOVE = ("批示", "批复", "指示", "审示")
# 恳请区政府安排专项经费50万元。 What a budget submits to an assembly (提请审查批准) is no such request.
_ASKS = Pattern(
    "(?<![提申报邀宴])(?:恳请|特请|拟请|请(?![示求]))(?![各全])[^。；！？已了\n“”《》]{0,20}"
    "(?:予以?批准|给予批准|审批|批复|批示|(?:增拨|核拨|拨付|安排|解决|追加)[^。；\n]{0,16}(?:经费|资金|编制|补助|款))[^。；\n]{0,12}(?=[。！])",
    needs=("请",),
)
# 因工作需要申请经费10万元，请批准。
_ASKS_AT_END = Pattern(
    "(?<=[，。；\n\u3000])(?:现|特)?[恳敬]?请(?:予以?)?(?:批准|批复|审批|核准|批示)(?=[。！])",
    needs=("批准", "批复", "审批", "核准", "批示"),
)
# 现恳请市卫生健康委员会批准我院增加编制: a clause of its own that asks an office above for a decision.
_OFFICE = f"(?:[{HAN}]{{0,6}}[省市区县州旗镇乡])?(?:人民政府|政府|党委|委|[{HAN}]{{2,10}}(?:局|委员会|厅|部|院))"
_ABOVE = f"(?:贵[{HAN}]|上级|领导|{_OFFICE})"
_ASKS_ABOVE = Pattern(
    f"(?<=[，。；：\\n\u3000])(?:为此|现|特|故|因此|拟|谨|我[{HAN}]{{1,3}}|，){{0,3}}"
    f"(?P<ask>(?:(?:恳请|请求|申请|敬请|特请|请)(?![各全]){_ABOVE}[^，。；：\\n“”《》]{{0,8}}?"
    "(?:批准|同意|批复|审批|核拨|拨付|增拨|追加|(?:安排|解决)[^，。；\\n]{0,12}(?:经费|资金|编制|补助))"
    f"|建议{_ABOVE}(?:予以)?(?:批准|核拨|追加|增拨))(?![后的了])[^，。；：\\n“”《》]{{0,24}})",
    needs=("请", "建议"),
)
_TAIL, _QUOTED_REACH = 300, 40


def request_in_another_genre(document: Document) -> Iterator[Finding]:
    """DOC020: 妥否，请批示 in a document that may not ask for a decision; or a 请示 that does not ask for one."""
    genre = document.title.genre if document.title else None
    # 请示报告 is told as two genres.
    if genre not in SELF_NAMES or document.title is None or STACKED_GENRES.search(document.title.text):
        return
    text, body = document.text, document.frame.body
    requests = (m for m in _REQUEST.finditer(text, body.start, body.end) if not _is_quoted(text, m.start()))
    if genre not in _MAY_REQUEST:
        for match in requests:
            yield Finding(*match.span(), {"genre": genre}, "report" if genre == "报告" else "default")
            return
        if genre == "报告" and _is_letter(document):
            for match in _ASKS_ABOVE.finditer(text, body.start, body.end):
                if not _is_quoted(text, match.start("ask")):
                    yield Finding(*match.span("ask"), {"genre": genre}, "report")
                    return
            last = max(body.start, body.end - _TAIL)
            for match in chain(_ASKS.finditer(text, last, body.end), _ASKS_AT_END.finditer(text, last, body.end)):
                yield Finding(*match.span(), {"genre": genre}, "report")
    elif genre == "函":
        for match in requests:
            if match[0].endswith(_OF_THOSE_ABOVE):
                yield Finding(*match.span(), {}, "letter")
                return
    elif (
        genre == "请示"
        and _is_letter(document)
        and not ASKS_FOR_DECISION.search(text, max(body.start, body.end - _TAIL), body.end)
    ):
        yield Finding(document.title.start, document.title.end, {}, "missing")


def _is_quoted(text: str, at: int) -> bool:
    """Whether a place stands in a quotation that begins before it in the same line."""
    head = text[max(0, at - _QUOTED_REACH) : at].rpartition("\n")[2]
    return head.rfind("“") > head.rfind("”")


def closing_point(document: Document) -> Iterator[Finding]:
    """DOC044: another sign than a comma, or none, between 妥否 and 请批示."""
    for match in _PUNCTUATED.finditer(document.text):
        start, end = match.span("sign")
        yield Finding(match.start() if start == end else start, end, edits=(Edit(start, end, "，"),))


def _is_letter(document: Document) -> bool:
    """Whether it is all there, from the addressee to the signature."""
    return bool(document.frame.addressee and document.frame.signers)
