"""Sentences without a main clause: 随着绿道的开放。, 如果发生险情。 (part of TRM033)."""

from lawcheck.checks.trm.sentence_patterns import Faulty
from lawcheck.text.patterns import Pattern

_SENTENCE = "(?:^|(?<=[。\n]))[\u3000 ]{0,4}"
_AT = "在(?![于校职岗建读场途押])"

_DEPENDENT = "由于|随着|鉴于|经过|虽然|尽管|如果|只要|除非|不论|不管|即使|一旦|假如|倘若"

# 如果不合格就停用。, 一旦发现险情立即上报。: the main clause follows without a comma.
_MAIN = (
    "就(?![业近地医读餐职任诊学寝座此])|则(?![是表])|便(?![利民捷于携服道])|即可|也(?!许)|都(?![市城])|但(?!书)|却(?!步)|仍|还(?![原款贷清])|否则"
    "|立即|马上|应当|必须|须(?!知)|务必|可以|请(?![求示假])|不得|要(?![求素点闻件])"
)
FRAGMENTS = (
    Faulty(
        "fragment",
        Pattern(
            f"{_SENTENCE}(?P<place>(?:{_DEPENDENT})(?!如何)(?:(?!{_MAIN})[^，。；：\n]){{4,60}}。)",
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
)
