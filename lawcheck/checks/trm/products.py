"""Names of products and file formats with the wrong capitals: excel, Github, WIFI (TRM037)."""

from collections.abc import Iterator
from functools import cache

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.verbatim import is_in_address, is_in_file_name, is_in_reference
from lawcheck.text.vocabulary.han import has_han

# As their owners write them. Names that are words of English too (Word, Access, Office) only in company, below.
_NAMES = (
    "GitHub,GitLab,LeetCode,PyCharm,IntelliJ,JavaScript,TypeScript,Python,MySQL,PostgreSQL,SQLite,MongoDB,Redis,Linux,Ubuntu,"
    "Windows,macOS,Android,iPhone,iPad,Excel,PowerPoint,PDF,PPT,JPG,QQ,TensorFlow,PyTorch,Docker,Kubernetes,OpenAI,ChatGPT,"
    "DeepSeek,WeChat,LaTeX,MATLAB,Photoshop,AutoCAD,YouTube,PayPal"
)
# What several forms are used for alike: nobody asks for one of them.
_ACCEPTED = {
    "wifi": ("Wi-Fi", "WiFi"),
    "wi-fi": ("Wi-Fi", "WiFi"),
    "python": ("Python", "PYTHON"),
    "windows": ("Windows", "WINDOWS"),
}
_WORD = Pattern(
    "(?<![A-Za-z0-9_.\\-/@\\\\#$:])[A-Za-z][A-Za-z\\-]{1,11}(?![A-Za-z0-9_\\-/@\\\\(=]|[. ][A-Za-z0-9]|\\.\\*)"
)
_VS_CODE = "vscode"
# word版 and office软件: with these behind them they are names.
_IN_COMPANY = {"word": "Word", "office": "Office", "access": "Access", "wps": "WPS"}
_COMPANY = Pattern("[ ]?(?:版|文档|文件|格式|表格|软件|文本|电子版|样式|排版|操作|数据库)")
_NEAR = 12


@cache
def _right() -> dict[str, tuple[str, ...]]:
    names = {name.lower(): (name,) for name in _NAMES.split(",")}
    return {**names, **_ACCEPTED, _VS_CODE: ("VS Code", "VSCode"), "visual-studio-code": ("VS Code",)}


def product_name(document: Document) -> Iterator[Finding]:
    """TRM037: a name of a program or format with other capitals than its own, in Chinese text."""
    text = document.text
    for match in _WORD.finditer(text):
        seen = match[0].lower()
        start, end = match.span()
        right = _right().get(seen)
        if right is None and seen in _IN_COMPANY and _COMPANY.match(text, end):
            right = (_IN_COMPANY[seen],)
        # In capitals a whole heading or a form may be.
        if right is None or match[0] in right or match[0] == seen.upper():
            continue
        around = text[max(0, start - _NEAR) : start].rpartition("\n")[2] + text[end : end + _NEAR].partition("\n")[0]
        if (
            not (has_han(around) or text[end : end + 1] == "：")
            or is_in_address(text, start, end)
            or is_in_file_name(text, start, end)
        ):
            continue
        if not is_in_reference(text, start):
            yield Finding(start, end, {"found": match[0], "right": right[0]}, edits=(Edit(start, end, right[0]),))
