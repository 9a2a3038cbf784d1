"""Conjunctions that come in pairs, of which one stands alone or with the partner of another (TRM056).

What would answer the first one is looked for in the whole rest of the sentence, in every form, and at the beginning of
the next one; so a sentence is told only where nothing answers. One that stands behind what it speaks of (…，虽然…。)
wants no answer.
"""

from collections.abc import Iterator

from lawcheck.checks.trm.sentence_patterns import Faulty, found
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_BEGINS = "(?:(?<=[。；，\n：])|^)[ \u3000]{0,4}(?:[（(]?[0-9一二三四五六七八九十]{1,3}[）)、.．])?"
# A sentence of its own, or one that a semicolon parts.
_STARTS = "(?:(?<=[。；\n])|^)[ \u3000]{0,4}(?:[（(]?[0-9一二三四五六七八九十]{1,3}[）)、.．])?"
# 虽然…。但是…; 不仅…；而且….
_NEXT = "(?![ \u3000\n]{0,4}(?:但|然而|可|不过|却|而|并|更|还|也|仍|同时|甚至|原因|这|因|主要|尤其|特别|于是|所以))"


def _alone(first: str, answers: str, at_start: bool = False, behind: str = "") -> Pattern:
    """A sentence with a comma that holds the first conjunction, and behind it nothing that answers."""
    no_answer = f"(?!{answers})"
    begins = f"{_STARTS}(?:(?!{first})[{HAN}]){{0,10}}" if at_start else ""
    return Pattern(
        f"{begins}(?P<place>{first}){behind}(?:{no_answer}[^。；！？，\n”」]){{2,40}}，(?:{no_answer}[^。；：！？\n“”「」『』]){{2,80}}[。；]{_NEXT}",
        needs=tuple(first.split("|")),
    )


# What says that it is so all the same.
_ANSWERS = (
    "都|也|均|总|皆|一律|始终|必|应|要|可|不|须|还|才|只|一样|所有|凡|从|全|每|依|扣|罚|按|仍|将|会|是|就|却|更|又|无|没|能|绝|决"
    "|照|一直|永远|一概|统统|通通|一如"
)
_KINDS = (
    Faulty(
        "default",
        _alone(
            "虽然|尽管",
            "但|却|可|然而|仍|依|还|不|也|而|如此|并|只|因|均|都|又|总|就|更|毕竟|其实|实际|照|始终|皆|终|反|由于|没|无|未|是",
            at_start=True,
            # 虽然下着雨，… paints a picture.
            behind=f"(?![{HAN}]?着)",
        ),
    ),
    Faulty("not_only", _alone("不但|不仅", "如此|而且|还|也|更|又|同时|甚至|反|并|且|而|都|亦|再|是|均|让|使")),
    Faulty("even_if", _alone("即使|即便|哪怕|纵使", "也|还|仍|都|亦|依|就|又|未|不|同|而|均|必")),
    Faulty(
        "the_reason",
        _alone("之所以", "因|由|在于|为了|原因|根本|源于|得益|关键|靠|是|就|有关|相关|关系|功|含义|意义|离不开|凭|归"),
    ),
    # 只有改革，就能发展: 只有…才, or 只要…就.
    Faulty(
        "only",
        Pattern(
            f"{_BEGINS}(?P<place>只有)(?![0-9０-９一二两三四五六七八九十几])(?:(?!才|方)[^。；！？\n，]){{2,30}}，"
            "(?:(?!才|方)[^。；！？\n，]){0,10}就(?:能|可|会|要|必)",
            needs=("只有",),
        ),
    ),
    Faulty(
        "as_long_as",
        Pattern(
            f"{_BEGINS}(?P<place>只要)(?:(?!就|便|都|总|即)[^。；！？\n，]){{2,30}}，"
            "(?:(?!就|便|都|总|即)[^。；！？\n，]){0,10}才(?:能|可|会|是)",
            needs=("只要",),
        ),
    ),
    # 既要抓发展。: a second 要 answers too.
    Faulty(
        "both",
        Pattern(
            f"(?<![{HAN}])(?P<place>既)(?:要|能(?!源)|可以)(?:(?!又|也|还|更|同时|且|亦|再|并|要|能)[^。；！？\n]){{2,60}}。",
            needs=("既要", "既能", "既可"),
        ),
    ),
    Faulty(
        "whatever",
        Pattern(
            f"{_STARTS}(?P<place>无论|不论|不管)(?!如何，|男女|老少|三七二十一|大小|多少|贫富|昼夜|白天|城乡|何时|何地|春夏|刮风)"
            f"(?:(?!{_ANSWERS})[^。；！？，\n“”「」『』]){{2,30}}，(?:(?!{_ANSWERS})[^。；：！？\n“”「」『』]){{2,60}}[。；]{_NEXT}",
            needs=("无论", "不论", "不管"),
        ),
    ),
)


def unpaired_conjunction(document: Document) -> Iterator[Finding]:
    """TRM056: a conjunction that wants a partner has none in its sentence, or that of another."""
    yield from found(document.text, _KINDS, {})
