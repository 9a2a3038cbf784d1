"""The words that the names of offices, public bodies and groups of them end in, and places."""

# What the offices within a unit end in: 区委编办, 市司法局办公室.
INNER_OFFICES = "局委办部处室厅队所站司院校馆"
# A name that ends in one of these ends there in running text too: 区教育局负责.
OFFICE_CHARACTERS = f"{INNER_OFFICES}会署科股社台行关联协组团厂廳會辦處"
OFFICE_WORDS = (
    "政府|部门|单位|部門|單位|公司|中心|街道|机构|企业|大学|集团|新区|园区|开发区|高新区|县区|区县|乡镇|镇街|各村|各地"
    "|地方|团中央"
)
# These end a name only where it is known to be at its end: 各乡镇, but also 乡镇卫生院.
GROUP_CHARACTERS = "镇乡庭區"
GROUP_WORDS = (
    "示范区|经开区|自贸区|管理区|保税区|合作区|矿区|林区|专班|地区|各级|市县|市州|地市|城市|主体|街镇|人大|政协|媒体|军区"
    "|运营商|学校|支行|电网|铁塔|各市|各县|各区|各州|各旗|各省|各村（社区）|社区|县（市、区）|县(市、区)|县（市）|县（区）"
)
# For patterns: where the name of an office may end in running text.
OFFICE_END = f"(?:{OFFICE_WORDS}|团[省市区县]委|[{OFFICE_CHARACTERS}])"
# What divides the country: the last character of the name of a place.
PLACE_END = "[省市县区州盟旗]"
# Those that issue what the whole country or a whole place is to follow.
ORGAN = "(?:中共中央|党中央|国务院|中央|省委|市委|区委|县委|省政府|市政府|区政府|县政府)(?:办公厅|办公室)?"

_LAST = frozenset(OFFICE_CHARACTERS + GROUP_CHARACTERS)
_ENDINGS = tuple(f"{OFFICE_WORDS}|{GROUP_WORDS}".split("|"))


def ends_as_office(name: str) -> bool:
    """Whether these characters end like the name of an office, a public body or a group of them."""
    return name[-1:] in _LAST or name.endswith(_ENDINGS)
