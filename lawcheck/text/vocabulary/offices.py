"""The words that the names of offices, public bodies and groups of them end in, and places."""

# What the offices within a unit end in: 区委编办, 市司法局办公室.
INNER_OFFICES = "局委办部处室厅队所站司院校馆"
# A name that ends in one of these ends there in running text too: 区教育局负责.
OFFICE_CHARACTERS = f"{INNER_OFFICES}会署科股社台行关联协组团厂廳會辦處"
OFFICE_WORDS = (
    "政府|部门|单位|部門|單位|公司|中心|街道|机构|企业|大学|集团|新区|园区|开发区|高新区|县区|区县|乡镇|镇街|各村|各地"
    "|地方|团中央|专班|党组织|团组织|总支"
)
# These end a name only where it is known to be at its end: 各乡镇, but also 乡镇卫生院.
GROUP_CHARACTERS = "镇乡庭區"
GROUP_WORDS = (
    "示范区|经开区|自贸区|管理区|保税区|合作区|矿区|林区|地区|各级|市县|市州|地市|城市|主体|街镇|人大|政协|媒体|军区"
    "|运营商|学校|各车间|各班组|各病区|各年级|各班级|各系|各项目部|中小学|中学|小学|少年宫|文化宫|监狱|联席会议|幼儿园|支行|电网|铁塔|各市|各县|各区|各州|各旗|各省|各村（社区）|社区|县（市、区）|县(市、区)|县（市）|县（区）"
)
# For patterns: where the name of an office may end in running text.
OFFICE_END = f"(?:{OFFICE_WORDS}|团[省市区县]委|[{OFFICE_CHARACTERS}])"
# What divides the country: the last character of the name of a place.
PLACE_END = "[省市县区州盟旗]"
# Those that issue what the whole country or a whole place is to follow.
ORGAN = "(?:中共中央|党中央|国务院|中央|省委|市委|区委|县委|省政府|市政府|区政府|县政府)(?:办公厅|办公室)?"

# How the names of departments begin: another name begins there where nothing stands between the names of offices.
DEPARTMENTS = (
    "发展(?:和)?改革|发改|教育|科技|科学技术|工业和信息化|工信|经济和信息化|公安|民政|司法|财政|人力资源|人社|自然资源"
    "|规划和自然资源|生态环境|住房|住建|城乡建设|交通运输|水利|水务|农业|商务|文化|文旅|卫生|卫健|退役军人|应急|审计|国资"
    "|国有资产|市场监[管督]|广播电视|广电|体育(?![部组处])|统计|医保|医疗保障|乡村振兴|扶贫|林业|林草|园林|城市管理|城管|行政审批|政务服务"
    "|大数据|数据|地方金融|金融|粮食|能源|信访|机关事务|税务|气象|海关|邮政|人民银行|银保监|银监|保监|证监|知识产权|药监|自然科学基金|中科院|社科院|工程院|总工会|妇女联合会|妇联"
    "|残疾人联合会|残联|科协|工商业联合会|工商联|红十字会|人民法院|人民检察院|外交|国防|供销"
)
# Those of the whole country and of parties, by their first word.
NATIONAL = "国家|国务院|全国|最高人民|中央|中共|中国|共青团|团[省市区县]委"
# What offices of one level end in, which sign beside each other: what ends otherwise is a part of the one before it.
SIGNING_END = "[部委局办厅院署行社联协会府室]"
# Those of which departments are a part that are named after them without a sign: 国务院扶贫办.
PARENTS = ("国务院", "中央", "省委", "市委", "区委", "县委", "州委", "旗委", "党委", "工委", "军委", "人民政府")
# How those are called who sign for an office, and what a family's name begins with.
HOLDERS = (
    "总理|主席|委员长|主任|[省市州盟区县旗乡镇]长|部长|厅长|局长|署长|行长|院长|检察长|校长|所长|会长"
    "|理事长|董事长|总经理|书记"
)
# The same set apart, as they sign: 市　长.
SPACED_HOLDERS = (
    r"[省市州盟区县旗乡镇部厅局署行院校所会][ \u3000]{1,4}长|主[ \u3000]{1,4}[任席]"
    r"|总[ \u3000]{1,4}理|书[ \u3000]{1,4}记"
)
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪"
    "范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施牛樊葛邢安齐易乔伍庞颜倪"
    "庄聂章鲁岳翟申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉翁蓝路游辛靳管柴蒙鲍华祁屈"
)

_LAST = frozenset(OFFICE_CHARACTERS + GROUP_CHARACTERS)
# What ends like an office and is none: 清单出台.
_NO_OFFICES = ("出台", "舞台", "后台", "窗台", "登台", "督办", "举办", "交办", "筹办", "查处", "惩处")
_ENDINGS = tuple(f"{OFFICE_WORDS}|{GROUP_WORDS}".split("|"))


def ends_as_office(name: str) -> bool:
    """Whether these characters end like the name of an office, a public body or a group of them."""
    return (name[-1:] in _LAST and not name.endswith(_NO_OFFICES)) or name.endswith(_ENDINGS)
