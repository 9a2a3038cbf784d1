"""Whether a letter speaks as its genre asks: opening and closing, whom it addresses (DOC019–DOC023, DOC044)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import ASKED_WITH, ASKS_FOR_DECISION, LETTER_GENRES, SELF_NAME, SELF_NAMES
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import SIGNING_END, ends_as_office

_CLOSING = Pattern(rf"特此(?P<says>{SELF_NAME})(?=[。！\n]|$)", needs=("特此",))
_OPENING = Pattern(rf"[现就将][^。！？\n“”《》]{{0,60}}?(?P<says>{SELF_NAME})如下(?=[：:。，\n])", needs=("如下",))
# What a letter that answers another one says.
_ANSWERS = Pattern("收悉|收到|来函|来文|来电|复函|回复|答复|贵[^。]{0,8}函|《[^》]*函》")
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
_TAIL, _QUOTED_REACH = 300, 40


def closing_of_another_genre(document: Document) -> Iterator[Finding]:
    """DOC019: 特此通知 in a 函, 现将有关事项通知如下 in a 通告."""
    genre = document.title.genre if document.title else None
    says = SELF_NAMES.get(genre or "")
    if says is None:
        return
    body = document.frame.body
    for pattern, variant in ((_OPENING, "opening"), (_CLOSING, "default")):
        for match in pattern.finditer(document.text, body.start, body.end):
            start = match.start("says") - (len("特此") if variant == "default" else 0)
            end = match.end("says") + (len("如下") if variant == "opening" else 0)
            # 转发…通报的通知 has the 通报 behind it.
            if match["says"] not in says and document.title and match["says"] not in document.title.text:
                yield Finding(start, end, {"genre": genre, "says": match["says"]}, variant)
                return
            if (
                genre == "函"
                and variant == "default"
                and match["says"] == "函复"
                and not _ANSWERS.search(document.text)
            ):
                yield Finding(start, end, {}, "reply")


def request_in_another_genre(document: Document) -> Iterator[Finding]:
    """DOC020: 妥否，请批示 in a document that may not ask for a decision; or a 请示 that does not ask for one."""
    genre = document.title.genre if document.title else None
    if genre not in SELF_NAMES or document.title is None:
        return
    text, body = document.text, document.frame.body
    requests = (m for m in _REQUEST.finditer(text, body.start, body.end) if not _is_quoted(text, m.start()))
    if genre not in _MAY_REQUEST:
        for match in requests:
            yield Finding(*match.span(), {"genre": genre}, "report" if genre == "报告" else "default")
            return
        if genre == "报告" and _is_letter(document):
            for match in _ASKS.finditer(text, max(body.start, body.end - _TAIL), body.end):
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


_BETWEEN = Pattern("[、，,；;和\\s]")


def several_addressees(document: Document) -> Iterator[Finding]:
    """DOC021: a 请示 to several offices."""
    addressee = document.frame.addressee
    if addressee is None or document.title is None or document.title.genre != "请示":
        return
    start, end = addressee.names[0].start, addressee.names[-1].end
    offices = [name for name in _BETWEEN.compiled.split(document.text[start:end]) if ends_as_office(name)]
    if len(offices) > 1:
        yield Finding(start, end, {"offices": len(offices)})


_YOU = Pattern("你(?P<office>局|委|办|厅|部|院|政府|府|机关|单位|署|省|市|县|区|镇|校|街道)(?![员里处])", first="你")
_QUOTED = 8
# 尊敬的示例市人民政府领导： as one writes to a person.
_DEAR = Pattern(
    "尊敬的[^，。；：:\n]{2,30}(?:政府|委|局|厅|部|办|院|办公室|领导|首长|书记|[市县区镇局厅部]长|主任)们?[：:]",
    first="尊",
)
_HEAD = 200


def form_of_address(document: Document) -> Iterator[Finding]:
    """DOC022: 你局, as one speaks to those below, in a 请示 or 报告 to those above."""
    title = document.title
    if title is None or title.genre not in LETTER_GENRES:
        return
    text, body = document.text, document.frame.body
    dear = next(iter(_DEAR.finditer(text, title.end, min(title.end + _HEAD, len(text)))), None)
    if dear and title.issuer:
        yield Finding(*dear.span(), {"found": dear[0][:-1]}, "dear")
    if title.genre not in ("请示", "报告") or document.frame.addressee is None:
        return
    for match in _YOU.finditer(text, body.start, body.end):
        before = text[max(body.start, match.start() - _QUOTED) : match.start()]
        if not any(sign in before for sign in "“《"):
            yield Finding(*match.span(), {"found": match[0], "office": match["office"]})


_LONGEST_NAME = 40
# One department of a place: 示例区教育局.
_PLACED = Pattern(f"[{HAN}]{{1,6}}?[省市区县州盟旗](?=[{HAN}]{{1,14}}{SIGNING_END}$)(?![{HAN}]*(?:联合|等|[省市区县]))")


def signer_mismatch(document: Document) -> Iterator[Finding]:
    """DOC023: the signature differs in a character or two from the office that the title names."""
    title, signers = document.title, document.frame.signers
    issuer = title.issuer if title else None
    if issuer is None or len(issuer) > _LONGEST_NAME or any(signer.name == issuer for signer in signers):
        return
    for signer in signers:
        if len(signer.name) == len(issuer):
            different = sum(a != b for a, b in zip(signer.name, issuer, strict=True))
            if different <= 1 or (different == 2 and len(issuer) > len("示例区水利局")):
                yield Finding(signer.start, signer.end, {"signer": signer.name, "title": issuer})
                return
    judges = (_is_other_office, _is_its_office, _has_lost_half)
    if len(signers) == 1 and any(judge(issuer, signers[0].name) for judge in judges):
        yield Finding(signers[0].start, signers[0].end, {"signer": signers[0].name, "title": issuer})


def _has_lost_half(issuer: str, signer: str) -> bool:
    """Whether the signature is the office of the title without one of its two matters: 林业和草原局, 林业局."""
    place = _PLACED.match(issuer)
    head, joint, tail = issuer.partition("和")
    if not (place and joint and signer.startswith(place[0]) and issuer[-1] == signer[-1]):
        return False
    matters = head[place.end() :], tail[:-1]
    return signer[place.end() : -1] in matters


def _is_its_office(one: str, other: str) -> bool:
    """Whether one is a government and the other one its office (办公室): each issues documents of its own."""
    short, long = sorted((one, other), key=len)
    return short.endswith(("人民政府", "管理委员会")) and long in (f"{short}办公室", f"{short}办公厅")


def _is_other_office(one: str, other: str) -> bool:
    """Whether two names are those of two departments of one place, neither of which is short for the other."""
    place, same = _PLACED.match(one), _PLACED.match(other)
    if not (place and same and place[0] == same[0]):
        return False
    left, right = one[place.end() :], other[place.end() :]
    return not any(_is_short(a, b) for a, b in ((left, right), (right, left)))


def _is_short(short: str, whole: str) -> bool:
    """Whether all characters of one name stand in the other in their order: 卫健委, 卫生健康委员会."""
    rest = iter(whole)
    return all(character in rest for character in short)
