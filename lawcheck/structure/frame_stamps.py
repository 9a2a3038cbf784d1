"""The lines above and below a title that are neither number nor addressee: stamps, marks and bylines."""

from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import GAP, YEAR
from lawcheck.text.vocabulary.han import COMMON_HAN

SECRECY = Pattern(
    r"(?P<level>绝密|机密|秘密|内部事项|普通事项|内部资料)(?:[ \u3000]{0,2}[★☆*＊]?[ \u3000]{0,2}"
    r"(?P<term>[0-9一二三四五六七八九十]{1,3}(?:年|个月)|长期))?(?![级的文件工])"
    # 内部资料　注意保存
    r"(?:(?<=资料)[ \u3000，,]{0,4}(?:注意|妥善|严禁|不得|请勿)[保外][存密管传])?"
)
MARK = Pattern(r"[^\s，。；：（(]{3,40}[ \u3000]{0,4}文[ \u3000]{0,4}件$")
_PERSON = f"[{COMMON_HAN}Xx×]{{2,4}}"
# What stands above a title: the number of the copy, how secret and how urgent it is, who approved it.
STAMPS = {
    "COPY": Pattern(r"(?:0[0-9]{4,6}|(?:№|N[Oo][.．]?|份号[:：]?)[ \u3000]?[0-9]{1,7})$"),
    "SECRECY": SECRECY,
    "URGENCY": Pattern(rf"(?:特提|特急|加急|平急|急件)(?![^\s{COMMON_HAN}])"),
    "APPROVER": Pattern(rf"签发人?[ \u3000]{{0,2}}[:：][ \u3000]{{0,4}}(?:{_PERSON}(?:[ \u3000、]{{1,3}}|$)){{0,4}}"),
}
# What stands below a title: where a speech was given and by whom, when a law was adopted, how final a draft is.
BYLINE = Pattern(
    rf"[—－–―─-]{{1,2}}.{{4,60}}$|[（(【].{{0,90}}(?:{YEAR}年|通过|公布|发布|修[正订]|同意|稿|草案|试行|暂行).{{0,90}}[）)】]$"
    # A history may name each decision that amended it: 根据2020年5月15日…《…的决定》第二次修正.
    # and be cut before one of its dates: …批准　根据.
    rf"|.{{0,20}}{YEAR}{GAP}年.{{1,400}}(?:通过|公布|发布|修[正订改]|批准|印发|施行)"
    r"(?:[）)]?|[，、；。]?[ \u3000]{0,4}(?:根据|依据|经|自|于|并经?|[，、；]))$"
    rf"|[（(]?{YEAR}{GAP}年[^，。；：]{{4,60}}(?:会议|大会|全会)上[）)]?$"
    # What stands below a picture: 图为大会现场, 记者 王某某 摄.
    rf"|[▲△]?[ \u3000]?图(?:为|片|[0-9一二三四五]).{{2,60}}$|(?:摄影|图片来源|供图|图片)[:：].{{2,30}}$"
    rf"|.{{0,60}}(?:[ \u3000/／。]|记者){_PERSON}[ \u3000/／]{{0,2}}(?:摄影?|供图)[）)]?$"
    rf"|[{COMMON_HAN}]{{0,12}}(?:[省市州盟区县]长|主席|主任|书记|院长|检察长|[厅局校]长)[ \u3000]{{1,4}}"
    rf"[{COMMON_HAN}][{COMMON_HAN} \u3000]{{1,5}}$"
)
_SIGNS = Pattern(r"[^\w\s]{1,80}$")


def is_sign(text: str, start: int, end: int) -> bool:
    """Whether a line is only the star or rule below a letterhead."""
    return _SIGNS.match(text, start, end) is not None
