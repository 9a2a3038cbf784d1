"""What Chinese typography calls sizes and fonts."""

from contextlib import suppress

from lawcheck.errors import Words
from lawcheck.text.patterns import Pattern

# In points.
SIZES = {
    "初号": 42.0,
    "小初": 36.0,
    "一号": 26.0,
    "小一": 24.0,
    "二号": 22.0,
    "小二": 18.0,
    "三号": 16.0,
    "小三": 15.0,
    "四号": 14.0,
    "小四": 12.0,
    "五号": 10.5,
    "小五": 9.0,
    "六号": 7.5,
    "小六": 6.5,
    "七号": 5.5,
    "八号": 5.0,
}
_SIZE_NAMES = {points: name for name, points in SIZES.items()}
# What the names of fonts of one face have in common, whichever firm makes them; the first face that fits is taken.
_FACES = {
    "小标宋": ("小标宋", "xiaobiaosong", "fzxbs", "文星标宋", "创艺简标宋"),
    "仿宋": ("仿宋", "fangsong", "fang song"),
    "楷体": ("楷体", "楷_", "kaiti", "stkai", "fzkai", "方正楷"),
    "黑体": ("黑体", "simhei", "heiti", "sthei", "stxihei", "fzhei", "方正黑"),
    "宋体": ("宋体", "simsun", "songti", "stsong", "stzhongsong", "nsimsun", "书宋", "fzshusong", "中宋", "报宋"),
}
# These are no more than named like the face.
_NOT_THE_FACE = ("雅黑", "yahei", "大黑", "大标宋", "粗宋")
# One font under two names.
_ENGLISH_NAMES = {
    "fangsong": "仿宋",
    "fangsong_gb2312": "仿宋_gb2312",
    "kaiti": "楷体",
    "kaiti_gb2312": "楷体_gb2312",
    "simhei": "黑体",
    "simsun": "宋体",
    "stfangsong": "华文仿宋",
    "stkaiti": "华文楷体",
    "stsong": "华文宋体",
    "stzhongsong": "华文中宋",
}


# What fonts that have no Chinese characters are called, or begin with: those of Office, of the Web and of free systems.
_WESTERN = (
    *("times", "arial", "calibri", "cambria", "helvetica", "georgia", "verdana", "tahoma", "courier", "consolas"),
    *("century", "garamond", "book antiqua", "palatino", "candara", "constantia", "corbel", "aptos", "trebuchet"),
    *("segoe ui", "franklin gothic", "gill sans", "lucida", "liberation", "dejavu", "bookman", "carlito", "caladea"),
)


def is_western(font: str) -> bool:
    """Whether a font is known to have no Chinese characters: its quotation marks and dashes are those of English."""
    return font.strip().lower().startswith(_WESTERN)


# The bytes of Chinese names that a program took for characters of Western Europe.
_GARBLED = Pattern(r"[\x20-\xff]*[\x80-\xff][\x20-\xff]*")


def font_name(name: str) -> str:
    """A name as it was before a program misread its bytes, once (·ÂËÎ is 仿宋) or twice (脣脦脤氓 is 宋体)."""
    with suppress(UnicodeError):
        once = name if _GARBLED.fullmatch(name) else name.encode("gbk").decode("utf-8")
        if _GARBLED.fullmatch(once):
            found = once.encode("latin-1").decode("gbk")
            return found if face(found) else name
    return name


def size_name(points: float) -> str:
    """A size as people say it: 三号, or 13 磅 where it has no name."""
    return _SIZE_NAMES.get(points) or f"{points:g} 磅"


def size_words(points: float) -> Words:
    """The same in both languages: in English sizes have no names."""
    return Words(size_name(points), f" {points:g} pt")


def size_of(name: str) -> float | None:
    """The points of a size under its name; 3号 is 三号 too."""
    digits = str.maketrans("12345678", "一二三四五六七八")
    return SIZES.get(name.strip().translate(digits))


def face(font: str) -> str | None:
    """The face that a font is cut in (仿宋 for 仿宋_GB2312, FangSong, 方正仿宋_GBK …), if it is one of documents."""
    name = font.lower()
    if any(part in name for part in _NOT_THE_FACE):
        return None
    return next((face for face, parts in _FACES.items() if any(part in name for part in parts)), None)


def is_font(font: str, wanted: str) -> bool:
    """Whether a font is the wanted one; the name of a face stands for every font that is cut in it."""
    return face(font) == wanted if wanted in _FACES else _canonical(font) == _canonical(wanted)


def _canonical(font: str) -> str:
    name = font.strip().lower()
    return _ENGLISH_NAMES.get(name, name)
