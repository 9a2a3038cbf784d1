"""What web pages put around a document: buttons, where it comes from, how often it was read, how to share it.

Such lines stand before the first sentence of a text or after the last one; within it the same words are its author's.
Only lines that name the files of the page stand anywhere.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lawcheck.text.layers.page_files import file_lines
from lawcheck.text.layers.page_links import below_links, repeated_below
from lawcheck.text.layers.site_words import ANYWHERE, AROUND, GLUED
from lawcheck.text.patterns import Pattern
from lawcheck.text.view import Cut, View
from lawcheck.text.vocabulary.genres import EVERY_GENRE, TITLE_GENRE
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import ends_as_office

KIND = "web-page"

_LINE = Pattern(r"\S(?:[^\n]*\S)?")
_IS = r"[ \u3000]?[:：][ \u3000]?"
# 2024-05-06 08:30:00
_STAMP = r"[0-9]{4}[-/年][0-9]{1,2}[-/月][0-9]{1,2}日?[ \u3000]+[0-9]{1,2}[:：时][0-9]{2}.{0,12}"
# A name on the way to a page: 政务公开
_STEP = r"[^。，；：！？,;!?<>＞»“”‘’\"'=]{1,60}"
_BUTTON = (
    r"(?:打印(?:本页|本文|此页|此文|文章)?|关闭(?:窗口|本页|页面)?|返回(?:顶部|首页|列表|上一页)?|(?:加入)?收藏|分享|点赞|(?:我要)?纠错"
    r"|设为首页|听全文|朗读|全屏|下载)"
)
_LINK = "(?:联系我们|网站地图|隐私声明|关于我们|法律声明|版权声明|免责声明|使用帮助|网站声明)"
_HAND = rf"(?:供稿|撰稿|图文|摄影|编辑|审核|校对|责编|[初复终一二三]审){_IS}[^。，；：:]{{1,12}}"
# A line that no document has.
_CERTAIN = Pattern(
    "|".join(
        (
            AROUND,
            # 【字号：大 中 小】
            r"[【\[（(]?(?:字号|字体)(?:大小)?[ \u3000]?[:：\[【].{0,40}",
            # 分享到：微信 微博
            r"分享(?:到|至)[ \u3000]?[:：]?.{0,30}",
            # 当前位置：首页 > 政务公开
            "[【]?(?:您(?:现在|目前|当前)?的?|当前)(?:所在)?位置.{0,60}",
            r"首页[ \u3000]?(?:[>＞»›/\\-]|[ \u3000]).{0,80}",
            f"{_STEP}[>＞»]{_STEP}[>＞»]{_STEP}(?:[>＞»]{_STEP})?",
            # 打印本页, 【关闭】
            r"[【\[]?(?:我要)?(?:打印(?:本页|本文|此页|文章)|(?:打印|关闭)窗口|关闭(?:本页|页面)"
            r"|返回(?:顶部|首页|列表)|加入收藏|设为首页)[】\]]?",
            r"[【\[](?:打印|关闭|收藏|分享|纠错|返回|我要纠错)[】\]].{0,20}",
            # 发布时间：2024-05-06 浏览次数：12
            rf".{{0,60}}(?:浏览|阅读|点击|访问)(?:次数|量|数)?{_IS}[0-9]{{0,9}}次?.{{0,20}}",
            rf"(?:信息)?(?:发布|发表|更新|发稿|公开|录入)(?:时间|日期){_IS}[0-9]{{4}}[-年./].{{0,60}}",
            rf"(?:责任编辑|文字编辑|网站编辑|信息来源|稿件来源|文章来源){_IS}.{{0,40}}",
            # （来源：示例日报）
            rf"[（(](?:来源|稿源|转自|摘自){_IS}.{{2,30}}[）)]",
            # 打印本页 | 关闭窗口, 【打印】【关闭】
            rf"[【\[]?{_BUTTON}[】\]]?(?:[ \u3000|｜·]{{0,4}}[【\[]?{_BUTTON}[】\]]?){{1,6}}|我要纠错|听全文",
            rf"{_LINK}(?:[ \u3000|｜·]{{1,4}}{_LINK}){{1,6}}",
            # 2024-05-06 10:20 来源：示例区教育局, 发布人：管理员 发布时间：2024-05-06
            rf"(?:(?:发布)?(?:时间|日期){_IS})?{_STAMP}来源{_IS}.{{1,60}}",
            rf"(?:发布[人者]|作者){_IS}[^。，；]{{1,30}}[ \t\u3000]{{1,8}}"
            rf"(?:发布|发表|更新)?(?:日期|时间){_IS}.{{1,60}}",
            # 供稿：党政办 审核：王某某
            rf"[（(]?{_HAND}(?:[ \t\u3000]{{1,8}}{_HAND}){{1,4}}[）)]?",
            r"[（(]责任编辑[:：][^。（）()]{1,20}[）)]",
            "(?:相关|文档|文件)附件[:：]?|附件下载[:：]?.{0,80}",
            "(?:保护视力|视力保护)色[:：]?.{0,20}|分享[:：]|(?:本文|原文)(?:链接|地址|网址)[:：].{0,200}|已有[0-9]{1,6}人(?:发表)?评论",
            # 来源：示例区教育局　发布时间：2024-05-06
            rf"(?:信息|稿件|文章)?来源{_IS}[^。，；]{{1,30}}[ \t\u3000]{{1,8}}"
            rf"(?:发布)?(?:日期|时间|作者){_IS}.{{1,60}}",
            # 编　辑|王某某, 审核|李某某
            r"(?:编[ \u3000]{0,4}[辑审]|审[ \u3000]{0,4}[核批校]|校[ \u3000]{0,4}对|[初复终]审|责编|供稿|撰稿)"
            r"[ \u3000]{0,2}[|｜].{1,20}",
            # 上一篇：…, 相关报道：
            rf"[【\[]?[上下]一[篇条页][】\]]?{_IS}.{{0,60}}",
            r"相关(?:报道|文档|链接|阅读|新闻|解读|文章|稿件|信息|附件下载)[ \u3000]?[:：]?",
            "(?:政策|文件|图文|文字|视频)解读[:：].{0,120}",
            # 更多信息请关注官方微信
            # 点击下载附件：报名表.docx
            "(?:[请可]|欢迎)?[点单]击(?:此处|这里|链接)?(?:下载|查看|打开|阅读|浏览)[^。]{0,60}",
            "(?:更多|详细)(?:信息|资讯|内容)?(?:敬?请)关注[^。]{0,40}",
            "(?:微信|手机)?(?:扫一扫|扫码|扫描二维码)[^。]{0,30}",
            "(?:扫|长按)[^。]{0,12}二维码[^。]{0,20}",
            "关注[^。]{0,16}(?:微信|公众号|微博)[^。]{0,20}",
            # 评论回复, 提交回复返回, 王某：同意 ［2024-03-05］: the notes of an office system.
            "(?:发表|我要|网友|全部|查看|最新)评论.{0,12}|评论(?:回复|列表|区)|(?:提交|发表)(?:回复|评论)(?:返回)?",
            f"[{HAN}]{{2,4}}[：:].{{1,60}}[［\\[][0-9]{{4}}-[0-9]{{1,2}}-[0-9]{{1,2}}.{{0,12}}[］\\]]",
            # What an office's page says of itself.
            "公开程序[:：][^。]{1,30}",
            f"[{HAN}]{{2,8}}(?<!查看)(?<!了解)详情页?",
            # 返回列表>>, Read More
            "返回(?:列表|上层菜单|上一级|上级|目录|栏目)[ >＞»]{0,4}",
            "(?:阅读|查看|显示|了解)更多[ >＞».…]{0,4}|Read More|展开全文",
            # ▼ of a list that is unfolded
            "[▼▲►▶◀»›]{1,3}",
            "原文链接.{0,200}|版权所有.{0,60}|.{0,10}网站标识码.{0,40}|.{0,10}ICP备.{0,40}|用户登录",
        )
    )
)
# 政策法规 above 示例局关于…的通知.
_SECTIONS = frozenset(
    {
        *(
            "详细信息",
            "信息内容",
            "信息详情",
            "详细内容",
            "内容详情",
            "内容详细",
            "文件正文",
            "正文",
            "当前栏目",
            "工作动态",
        ),
        *("政策法规", "政策文件", "政策文件库", "政府法规", "政府文件", "法规文件", "法规库", "部门文件", "规范性文件"),
        *(
            "通知公告",
            "公示公告",
            "公告公示",
            "信息公开",
            "政务公开",
            "政府信息公开",
            "最新政策",
            "最新文件",
            "最新公告",
        ),
    }
)
_TITLE = Pattern(
    f"[^。；！？\n]{{0,40}}关于[^。；！？\n]{{4,80}}(?:{EVERY_GENRE})|[^。；！？，\n]{{8,40}}(?:{TITLE_GENRE})"
)
# Words that are furniture only beside such a line.
_BESIDE = Pattern(
    "|".join(
        (
            "下载|打印|全屏|收藏|分享|加大|还原|减小|放大|缩小|复制|朗读|纠错|返回|关闭|[大中小]",
            "首页|登录|注册|退出|语言|您好|搜索|导航|市民网页|简体|繁体|English|无障碍|微信|微博|QQ空间|QQ好友",
            r"[【】\]）)>＞|×+↺/·-]",
            rf"(?:来源|时间|作者|编辑|审核|校对|初审|复审|终审|值班编委|供稿|摄影){_IS}.{{0,30}}|责任部门[:：].{{1,30}}",
            _STAMP,
            # 主办：示例区教育局　技术支持：示例信息中心
            rf"主办(?:单位|方)?{_IS}.{{2,30}}[ \u3000|｜]{{1,8}}(?:承办|协办|技术支持|维护|运维).{{2,60}}",
        )
    )
)
_SOURCE = Pattern(rf"{_STAMP}|(?:信息|稿件|文章)?来源{_IS}[^。]{{0,30}}")
# When a page was published, beside where it comes from; by itself it is when something takes place.
_PUBLISHED = Pattern(rf"时间{_IS}[0-9]{{4}}[-年./][^。]{{0,20}}")
# What is glued to the last sentence of a text.
_TAIL = Pattern(
    r"(?:更多(?:信息|资讯|内容)(?:敬?请)关注[^。\n]{0,40}"
    r"|(?<=[。！？日）)”》读])(?:公开程序[:：][^。\n]{1,60}|政策解读[:：][^\n]{0,120}|分享到[:：][^。\n]{0,30}"
    r"|责任编辑[:：][^。\n]{0,30})"
    # …报送。重点任务清单.docx
    r"|(?:(?<=[。！？])|(?<=\.com)|(?<=\.cn))[^。，；：！？@\n]{2,60}\.(?:docx?|xlsx?|pdf|wps|zip|rar|ofd)"
    # 附件：1.进度表2.示例图政策解读：《…》文字解读
    r"|(?<=[图表册单书案])政策解读[:：][^。\n]{2,100}解读"
    r"|(?:(?<=[。！？日])关于[^。，；：《》\n]{6,60}|(?<=[^\s：:、.．（(《“])《[^。；《》\n]{4,60}》的?)"
    rf"(?:政策|文件|图文)?(?:解读|图解))$|{GLUED}"
)
# 时间：2024年3月5日 above or below one of these is the head of a record.
_OF_RECORD = Pattern(
    "(?:会议|活动|培训|学习|比赛|考试|面试|集合|检查|调研)?[ \u3000]?"
    "(?:地[ \u3000]*点|主[ \u3000]?持|记[ \u3000]?录|[出列缺][ \u3000]?席|议[ \u3000]?题|参[加会]|名称|主题|内容|对象)"
    "[^，。：:\n]{0,6}[：:]"
)
_SIGNED_ON = Pattern(rf"发布(?:时间|日期){_IS}[0-9]{{4}}[-年./][0-9]{{1,2}}[-月./][0-9]{{1,2}}日?")
_ENDS = "。；！？"
_LONGEST = 60
_TAIL_REACH = 200
# …负责。关于示例方案的政策解读更多信息请关注官方微信: one behind another.
_MOST_TAILS = 3
_EXPLAINED = Pattern("(?:政策|文件|图文|文字)?(?:解读|图解)$")
_MOST_TITLE_LINES = 3
_MOST = 60

Line = tuple[int, int]


def web_page_cuts(view: View) -> list[Cut]:
    """Every line of a page around the text, with its line end."""
    text = view.text[: view.body_end]
    lines = [match.span() for match in _LINE.finditer(text)]
    if not lines:
        return []
    head, foot = _head(text, lines), _foot(text, lines)
    again: Sequence[Line] = ()
    count = repeated_below(text, lines)
    if count and _CERTAIN.fullmatch(text, *lines[-count - 1]):
        # Its buttons stand above what a page repeats of the text.
        foot, again = _foot(text, lines[:-count]), lines[-count:]
    found = [
        *_around(text, head, is_head=True),
        *_sections(text, head),
        *_around(text, foot, is_head=False),
        *below_links(text, foot),
        *again,
        *file_lines(text),
        *(match.span("line") for match in ANYWHERE.finditer(text)),
    ]
    cuts = {start: Cut(KIND, start, _line_end(text, end)) for start, end in found}
    start, end = lines[-1]
    while start in cuts and len(cuts) < len(lines):
        lines.pop()
        start, end = lines[-1]
    for _ in range(_MOST_TAILS):
        low = max(start, end - _TAIL_REACH)
        tail = _TAIL.search(text[low:end])
        begin = low + tail.start() if tail else _own_title_again(text, head, low, end)
        if begin < end:
            cuts[begin] = Cut(KIND, begin, end)
            end = begin
    return list(cuts.values())


def _own_title_again(text: str, head: Sequence[Line], low: int, end: int) -> int:
    """Where the links of a page begin that end a text, its own title and 解读; the end where none do."""
    explained = _EXPLAINED.search(text, low, end)
    if explained is None or explained.end() < end:
        return end
    words = ""
    for line in head[:_MOST_TITLE_LINES]:
        words += text[slice(*line)]
        if title := _TITLE.match(words):
            begin = explained.start()
            while text.endswith(title[0], low, begin):
                begin -= len(title[0])
            return begin if low < begin < explained.start() else end
    return end


def _head(text: str, lines: Sequence[Line]) -> Sequence[Line]:
    """The lines before the first sentence."""
    stop = next((n for n, (start, end) in enumerate(lines[:_MOST]) if _is_sentence(text, start, end)), _MOST)
    return lines[:stop]


def _foot(text: str, lines: Sequence[Line]) -> Sequence[Line]:
    """The lines after the last sentence."""
    last = lines[-_MOST:]
    behind = next((n for n, (start, end) in enumerate(reversed(last)) if _is_sentence(text, start, end)), len(last))
    return lines[len(lines) - behind :] if behind < len(lines) else []


def _sections(text: str, head: Sequence[Line]) -> Iterator[Line]:
    """The name of the part of a site that a document is shown in, above its title."""
    others = [line for line in head if not _CERTAIN.fullmatch(text, *line)]
    for line, (start, end) in pairwise(others):
        if text[slice(*line)] in _SECTIONS and _TITLE.fullmatch(text, start, end):
            yield line


def _is_sentence(text: str, start: int, end: int) -> bool:
    return text[end - 1] in _ENDS or (end - start > _LONGEST and not _CERTAIN.fullmatch(text, start, end))


def _around(text: str, lines: Sequence[Line], is_head: bool) -> Iterator[Line]:
    """The certain lines, and those beside them that may be furniture too."""
    run: list[Line] = []
    certain = False
    before = above = ""
    for start, end in [*lines, (0, 0)]:
        sure = end > start and _CERTAIN.fullmatch(text, start, end) is not None and not _signs(text, before, start, end)
        before = text[start:end] if end - start <= _LONGEST else ""
        if sure or (end > start and _BESIDE.fullmatch(text, start, end)):
            run.append((start, end))
            certain = certain or sure
            continue
        if certain:
            yield from run
        elif is_head and not _OF_RECORD.match(above) and not _OF_RECORD.match(text, start, end):
            sourced = any(_SOURCE.fullmatch(text, *line) for line in run)
            wanted = (_SOURCE, _PUBLISHED) if sourced else (_SOURCE,)
            yield from (line for line in run if any(pattern.fullmatch(text, *line) for pattern in wanted))
        run, certain, above = [], False, before


def _signs(text: str, before: str, start: int, end: int) -> bool:
    """Whether a line says when the office in the line before it has signed: 示例区水利局 / 发布日期：2024年3月5日."""
    return ends_as_office(before) and _SIGNED_ON.fullmatch(text, start, end) is not None


def _line_end(text: str, end: int) -> int:
    stop = text.find("\n", end)
    return len(text) if stop < 0 else stop + 1
