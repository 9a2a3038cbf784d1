"""Lines that a document-sharing site put into a document: who shared it, where to download it."""

from lawcheck.text.layers.printed_lines import past_gap
from lawcheck.text.patterns import Pattern
from lawcheck.text.view import Cut, View
from lawcheck.text.vocabulary.han import is_han

# One of these may stand in a text about such sites; two in one line are the site's own.
_FEATURE = Pattern(
    r"由会员(?:分享|上传)|会员(?:分享|上传)|(?:可|供|免费)?在线阅读|更多相关|\d{1,4}页(?:珍藏|完整|可编辑)?版|珍藏版"
    r"|文库网?|豆丁|道客巴巴|原创力文档|请在.{1,12}上(?:搜索|查找)|下载(?:后|即可|可|原)?.{0,3}编辑|(?:免费|点击|付费)下载"
    # 百度文库 - and what the site says of itself.
    r"|(?<=文库) ?[-—–_] ?(?=好好学习)|让每个人平等地提升自我"
    r"|(?:本|该)文档.{0,8}(?:提供|上传|收集|整理)|版权归.{0,6}所有|\.(?:docx?|pdf|wps|pptx?)(?=[》》\s，,]|$)"
)
_ANCHOR = Pattern(r"在线阅读|文库|由会员|豆丁|道客巴巴|原创力|珍藏版|免费下载|本文档", first="在文由豆道原珍免本")
_LONGEST = 300
# A clause of so many Chinese characters in which nothing of such a site stands is the author's.
_OWN_CLAUSE = 5
_CLAUSE = Pattern("[^，,。；;！!？?\n\t 　]+")
_NAME = Pattern("《[^《》\n]{0,120}》|“[^“”\n]{0,120}”")
KIND = "watermark"


def watermark_cuts(view: View) -> list[Cut]:
    """Each line with two or more marks of a sharing site, its line end included."""
    text = view.text
    cuts: list[Cut] = []
    at = 0
    for anchor in _ANCHOR.finditer(text):
        if anchor.start() < at:
            continue
        start = text.rfind("\n", max(0, anchor.start() - _LONGEST), anchor.start()) + 1
        if start == 0 and anchor.start() > _LONGEST:
            continue
        end = text.find("\n", anchor.end(), start + _LONGEST)
        if end < 0:
            if len(text) > start + _LONGEST:
                continue
            end = len(text) - 1
        at = end + 1
        if len({m[0] for m in _FEATURE.finditer(text, start, at)}) >= 2 and _is_all_of_site(text[start:at]):
            at = past_gap(text, start, at)
            cuts.append(Cut(KIND, start, at))
    return cuts


def _is_all_of_site(line: str) -> bool:
    """Whether every clause of a line is about the file and where it can be had: the author's own would go with it."""
    line = _NAME.compiled.sub(lambda name: "文库" if _FEATURE.search(name[0]) else "", line)
    return all(
        _FEATURE.search(clause[0]) or sum(map(is_han, clause[0])) < _OWN_CLAUSE for clause in _CLAUSE.finditer(line)
    )
