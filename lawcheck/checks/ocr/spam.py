"""Advertisements of gambling and the like that were smuggled into a page and stand within its sentences (OCR014)."""

from collections.abc import Iterator

from lawcheck.text.patterns import Pattern

# Names of such sites; what the police write against (赌博, 六合彩) is none of them.
_NAMES = (
    *(
        "bet365",
        "Bet365",
        "BET365",
        "365bet",
        "188bet",
        "10bet",
        "bwin",
        "必威体育",
        "必威官网",
        "万博体育",
        "万博官网",
        "亚博体育",
    ),
    *(
        "亚博官网",
        "乐鱼体育",
        "开云体育",
        "米乐体育",
        "九游会",
        "皇冠体育",
        "皇冠现金",
        "新葡京",
        "威廉希尔",
        "立博官网",
        "金宝博",
    ),
    *(
        "大发888",
        "优德88",
        "沙巴体育",
        "波音平台",
        "凯发娱乐",
        "凯发k8",
        "亚游集团",
        "永利官网",
        "永利娱乐",
        "威尼斯人官网",
    ),
    *("金沙官网", "银河官网", "澳门官网", "亚洲官网", "即时比分", "足球比分", "时时彩平台", "时时彩计划", "六合彩资料"),
    *(
        "六合彩开奖",
        "香港开奖结果",
        "百家乐官网",
        "百家乐平台",
        "真人娱乐",
        "真人荷官",
        "老虎机平台",
        "棋牌官网",
        "博彩网",
        "博彩公司",
    ),
    *(
        "体育投注",
        "外围投注",
        "买球网",
        "买球app",
        "快三平台",
        "爱上海同城",
        "上海同城论坛",
        "上海龙凤",
        "夜上海论坛",
        "龙凤论坛",
    ),
    *("娱乐城官网", "太阳城官网", "太阳城娱乐", "彩票官网", "手机版官网", "线上娱乐官网"),
)
_TAIL = "(?:亚洲官网|官网|官方网站|网址|平台|论坛|下载|手机版|注册|开户|足球|娱乐|[ ])*"
_SPAM = Pattern(f"(?:足球|在线|最新)?(?:{'|'.join(_NAMES)}){_TAIL}", needs=_NAMES)
_AGAINST = Pattern("赌|打击|涉嫌|侦破|查处|诈骗|网站名|被黑")
_REACH = 40


def spam(text: str) -> Iterator[tuple[int, int]]:
    """Each place, except where the sentence speaks of such sites."""
    for match in _SPAM.finditer(text):
        around = text[max(0, match.start() - _REACH) : match.end() + _REACH]
        if not _AGAINST.search(around):
            start, end = match.span()
            yield start, start + len(text[start:end].rstrip())
