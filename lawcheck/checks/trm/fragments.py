"""Sentences without a main clause: 随着绿道的开放。, 如果发生险情。 (part of TRM033)."""

from lawcheck.checks.trm.sentence_patterns import Faulty
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_SENTENCE = "(?:^|(?<=[。\n]))[\u3000 ]{0,4}"
_AT = "在(?![于校职岗建读场途押])"

_DEPENDENT = "由于|随着|鉴于|经过|因为|虽然|尽管|如果|只要|除非|不论|不管|即使|一旦|假如|倘若"

FRAGMENTS = (
    Faulty(
        "fragment",
        Pattern(
            f"{_SENTENCE}(?P<place>(?:{_DEPENDENT})(?!如何)[^，。；：\n]{{4,60}}。)",
            needs=tuple(_DEPENDENT.split("|")),
        ),
    ),
    Faulty(
        "fragment",
        Pattern(
            f"{_SENTENCE}(?P<place>{_AT}[^，。；：\n]{{4,40}}(?:下|中|后|期间|之际)。)",
            needs=("下。", "中。", "后。", "期间。", "之际。"),
        ),
    ),
    # 本办法所称巡查，是指组织人员对绿道进行检查。: an act is meant, 的行为.
    Faulty(
        "defined",
        Pattern(
            "所称的?[^，。；\n]{2,24}，?(?P<place>是指)(?:(?!的)[^。；\n])*(?:进行|予以|加以|给予|开展)[^。；，\n的]{2,14}。",
            needs=("所称",),
        ),
    ),
    # 开展培训是提高能力是必要的: two predicates of one clause.
    Faulty(
        "two_are",
        Pattern(
            f"(?:^|(?<=[，。；：\n]))[{HAN}]{{2,12}}(?<![既又不])是(?![否非])[{HAN}]{{2,14}}(?<![不还就也都要可总而但或尤更特正便若凡只像于又既])(?P<place>是)(?!否)[{HAN}]{{2,20}}(?=[，。；])",
            needs=("是",),
        ),
    ),
)
