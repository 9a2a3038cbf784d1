"""Lines that only name a file of the web page: a picture, a download under the name that a machine gave it, a caption.

They stand anywhere in a text, where the picture or the link was. What an author calls a file stays:
附件1：报名表.docx is the name of an annex, and an address is there to be visited.
"""

import re
from collections.abc import Iterator

from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DAY, MONTH
from lawcheck.text.vocabulary.han import HAN

_PICTURE = r"\.(?:jpe?g|png|gif|bmp|webp|svg|tiff?)"
_DOWNLOAD = r"\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|rar|zip|7z)"
_PAGE = r"\.(?:s?html?|jspx?|aspx?|php|do|action)"
_LABEL = r"(?:[【\[]?(?:附件|文件|相关|点击|图片|资料|原文)?(?:下载|附件|图片|查看)[】\]]?[ \u3000]?[:：]?[ \u3000]?)?"
_QUERY = r"(?:\?[\w&=%.-]{0,80})?"
# /images/1.jpg, ../list.jsp, ./upload/2024/1.doc, images/1.jpg
_PATH = r"(?:\.{0,2}/|(?:images?|img|upload(?:s|files?)?|accessory|attachments?)/)[\w./%~()-]{0,200}"
# 373073790230205934.docx, W020230504371.pdf, image001.png: figures, and letters that are no word
_MACHINE_NAME = (
    r"(?:[A-Za-z]{0,6}[_-]?(?=[0-9a-fA-F_-]{0,24}[0-9])[0-9a-fA-F_-]{8,60}|(?:image|clip_image|pic|IMG)_?[0-9]{1,8})"
)
# 图片1.png, 微信图片_20240506083000.jpg, _8.jpg: the name that a program gave a picture.
_PICTURE_NAME = r"(?:(?:微信|QQ)?(?:图片|截图|照片|插图)[ _-]?[0-9_]{0,24}|_[0-9]{1,8})"
_FILE_LINE = Pattern(
    rf"(?<![^\n])[ \t\u3000]*(?P<file>{_LABEL}(?:{_PATH}(?:{_PICTURE}|{_DOWNLOAD}|{_PAGE}){_QUERY}"
    rf"|{_MACHINE_NAME}(?:{_PICTURE}|{_DOWNLOAD})|{_PICTURE_NAME}{_PICTURE}"
    rf"|https?://[\w./%~:-]{{1,200}}{_PICTURE}{_QUERY}"
    r"))[ \t\u3000\r]*(?![^\n])",
    re.IGNORECASE,
    needs=(".",),
)
# 区长作报告。本报记者 张三 摄
_CAPTION_LINE = Pattern(
    r"(?<![^\n])[ \t\u3000]*(?P<file>[^\n]{0,100}(?:记者|通讯员)[ \u3000:：/]{0,2}"
    rf"[{HAN}]{{2,4}}(?:[ \u3000、]{{1,2}}[{HAN}]{{1,4}}){{0,3}}(?:[ \u3000/]?(?<!拍)摄|[ \u3000/]摄影(?:报道)?)[）)]?)"
    r"[ \t\u3000\r]*(?![^\n])",
    needs=("摄",),
)
# A text of news has its pictures, and the captions are its own.
_NEWS = Pattern(
    rf"本报讯|[（(]附?图片|图片新闻|(?:新华社|本报)[{HAN}]{{2,10}}{MONTH}月{DAY}日[电讯]",
    needs=("本报", "（附", "(附", "（图片", "(图片", "图片新闻", "新华社"),
)


def file_lines(text: str) -> Iterator[tuple[int, int]]:
    """Each such line, without the space around it."""
    for pattern in (_FILE_LINE,) if _NEWS.search(text) else (_FILE_LINE, _CAPTION_LINE):
        for match in pattern.finditer(text):
            yield match.span("file")
