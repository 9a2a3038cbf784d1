"""What sites that share documents write into them: what can be done with the file, and their marks (part of OCR014)."""

from collections.abc import Iterator

from lawcheck.text.patterns import Pattern

_WORDS = Pattern(
    "下载后(?:可以?|即可)?(?:任意|自由|自行|直接|随意)(?:编辑|修改)(?:使用)?"
    "|[（(]?未完，全文共[0-9]{1,6}字，当前显示[0-9]{1,6}字[）)]?|[（(]请认真阅读下面的提示信息[）)]"
    "|(?:亲，)?(?:该|本)文档总共[0-9]{1,4}页，?(?:全部预览完了|预览结束)(?:，如果喜欢就下载吧[！!。]?)?"
    "|试读已?结束，?(?:如需|想要)?(?:继续)?(?:阅读)?请?(?:全文|下载)[^。\n]{0,12}"
    "|(?:本|此|该)文档(?:由|为|来自)[^。；\n]{0,12}(?:精心(?:整理|收集|编[制写])|提供下载|下载自)[^。；\n]{0,12}"
    "|如有侵权[，,]?请?(?:及时)?(?:与?(?:我们?|本站|作者|本人))?(?:联系|告知)[^。\n]{0,8}删除"
    "|(?:最新|完整|精品|精编)?[（(]?(?:可编辑|可修改)[）)]?(?:word|Word|WORD|文档)?(?:版|格式)(?=[）)\n]|$)"
    "|(?m:^[ \u3000]*(?:最新|精编|完整|精选)?[ ]?W ?O ?R ?D ?(?:版本?|格式|文档)[ \u3000]*$)",
    needs=("下载", "全文共", "提示信息", "文档", "试读", "侵权", "编辑", "修改", "ORD", "O R D"),
)
# IBM system office room 【A0816H-A0912AAAHH-GX8Q8】: a code that a site gives to a file that was handed in again.
_GROUPS = "[A-Z0-9]{2,12}(?:[- ][A-Z0-9]{2,12}){2,6}"
_CODE = Pattern(
    "(?:(?:SANY|IBM|HUA|GE|TTMS|MG|YUKI|AKKG)[ A-Za-z]{0,8} (?:GROUP )?(?:system office room|standardization office)"
    "|(?:SANY|XX公司|公司)标准化(?:小组|编码)|标准化管理[处部]编码|Corporation standardization office"
    "|(?:Company )?[Dd]ocument (?:serial )?number|Company number)"
    rf"[ ：:]{{0,3}}(?:[#【\[（(][ ]?)?{_GROUPS}(?:[ ]?[#】\]）)])?",
    needs=("office", "标准化", "ocument", "Company"),
)


def sharing_sites(text: str) -> Iterator[tuple[int, int]]:
    """Each place that a site wrote."""
    for pattern in (_WORDS, _CODE):
        for match in pattern.finditer(text):
            yield match.start(), match.start() + len(match[0].rstrip())
