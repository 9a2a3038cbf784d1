"""Word documents for tests, from raw XML: every form of automatic numbering, tables, notes, tracked changes."""

import io
import zipfile
from xml.sax.saxutils import escape

from benchmarks.packages import SECTION, docx, zipped

__all__ = ["SECTION", "docx", "zipped"]


def run(text: str, properties: str = "", tag: str = "t") -> str:
    """A run with one text."""
    about = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{about}<w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'


def p(
    content: str = "",
    number: int | None = None,
    level: int | None = None,
    style: str | None = None,
    properties: str = "",
) -> str:
    """A paragraph of a text, or of runs in XML; in a list and level, in a style."""
    about = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number is not None:
        depth = "" if level is None else f'<w:ilvl w:val="{level}"/>'
        about += f'<w:numPr>{depth}<w:numId w:val="{number}"/></w:numPr>'
    inner = content if content.startswith("<") else run(content) if content else ""
    return f"<w:p><w:pPr>{about}{properties}</w:pPr>{inner}</w:p>"


def level(
    depth: int,
    number_format: str,
    text: str,
    start: int = 1,
    suffix: str = "nothing",
    restart: int | None = None,
    style: str | None = None,
    legal: bool = False,
) -> str:
    """A level of an abstract list."""
    parts = f'<w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>'
    parts += "" if restart is None else f'<w:lvlRestart w:val="{restart}"/>'
    parts += f'<w:pStyle w:val="{style}"/>' if style else ""
    parts += "<w:isLgl/>" if legal else ""
    parts += f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{escape(text)}"/><w:lvlJc w:val="left"/>'
    return f'<w:lvl w:ilvl="{depth}">{parts}</w:lvl>'


def abstract(number: int, *levels: str, link: str = "") -> str:
    """An abstract list; `link` is a styleLink or numStyleLink element."""
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{number}">{kind}{link}{"".join(levels)}</w:abstractNum>'


def num(number: int, of: int, **overrides: str | int) -> str:
    """A list of an abstract list; level0=5 starts it at 5, level1="<w:lvl …" defines a level anew."""
    inner = ""
    for name, value in overrides.items():
        content = f'<w:startOverride w:val="{value}"/>' if isinstance(value, int) else value
        inner += f'<w:lvlOverride w:ilvl="{name[-1]}">{content}</w:lvlOverride>'
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{inner}</w:num>'


def style(
    name: str, properties: str = "", based_on: str = "", kind: str = "paragraph", run_properties: str = ""
) -> str:
    """A style; the one named Normal is the default."""
    default = ' w:default="1"' if name == "Normal" else ""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}"{default} w:styleId="{name}"><w:name w:val="{name}"/>{base}'
        f"<w:pPr>{properties}</w:pPr><w:rPr>{run_properties}</w:rPr></w:style>"
    )


def in_list(number: int, depth: int | None = None) -> str:
    """The numbering properties of a style."""
    level = "" if depth is None else f'<w:ilvl w:val="{depth}"/>'
    return f'<w:numPr>{level}<w:numId w:val="{number}"/></w:numPr>'


def table(*rows: list[str]) -> str:
    """A table of rows of cells."""
    width = 4
    grid = "".join('<w:gridCol w:w="2000"/>' for _ in range(width))
    content = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{content}</w:tbl>'


def cell(content: str = "", span: int = 1, merge: str = "") -> str:
    """A cell of a text, or of blocks in XML; `merge` is "restart" or "continue"."""
    about = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    about += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    inner = content if content.startswith("<") else p(content)
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{about}</w:tcPr>{inner}</w:tc>'


def field(code: str, result: str) -> str:
    """A field as Word writes it, code and result in runs of their own."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        mark.format("begin") + run(code, tag="instrText") + mark.format("separate") + run(result) + mark.format("end")
    )


def changed(kind: str, content: str) -> str:
    """A tracked change ("ins", "del", "moveFrom", "moveTo") around runs."""
    return f'<w:{kind} w:id="1" w:author="示例" w:date="2024-01-01T00:00:00Z">{content}</w:{kind}>'


def signed(data: bytes) -> bytes:
    """A package with a digital signature, as far as its parts show."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature"
    to = '<Relationship Id="s1" Type="{}" Target="{}"/>'
    end = "</Relationships>"
    origin = to.format(f"{kind}/origin", "_xmlsignatures/origin.sigs")
    files["_rels/.rels"] = files["_rels/.rels"].decode().replace(end, origin + end).encode()
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    signature = f"{relations}{to.format(f'{kind}/signature', 'sig1.xml')}{end}"
    files["_xmlsignatures/origin.sigs"] = b""
    files["_xmlsignatures/_rels/origin.sigs.rels"] = signature.encode()
    files["_xmlsignatures/sig1.xml"] = b'<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>'
    return zipped(files)


OFFICIAL = abstract(
    1,
    level(0, "chineseCounting", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimal", "（%4）"),
    level(4, "decimalEnclosedCircleChinese", "%5"),
)
ARTICLES = abstract(2, level(0, "chineseCountingThousand", "第%1条", suffix="space"))
FORMATS = (
    "decimal",
    "decimalZero",
    "decimalEnclosedCircle",
    "decimalEnclosedCircleChinese",
    "chineseCounting",
    "chineseCountingThousand",
    "chineseLegalSimplified",
    "japaneseCounting",
    "ideographTraditional",
    "ideographZodiac",
    "upperRoman",
    "lowerRoman",
    "upperLetter",
    "lowerLetter",
    "none",
)


def _official() -> bytes:
    lines = [
        *((0, "总体要求"), (1, "工作思路"), (None, "先易后难，分批推进。"), (1, "工作原则"), (2, "因地制宜。")),
        *((2, "分类施策。"), (3, "先行试点。"), (3, "逐步推开。"), (4, "列出清单。"), (4, "逐项销号。")),
        *((0, "重点任务"), (1, "清理楼道"), (2, "摸清底数。"), (0, "保障措施"), (1, "加强宣传")),
    ]
    body = "".join(p(text, None if depth is None else 1, depth) for depth, text in lines)
    return docx(p("示例区楼道整治方案") + body, numbering=OFFICIAL + num(1, 1))


def _articles() -> bytes:
    body = "".join(p(f"有关事项之{n}。", 3, 0) for n in range(97, 124)) + p("另起一表。", 2, 0)
    return docx(body, numbering=ARTICLES + num(2, 2) + num(3, 2, level0=97))


def _thousands() -> bytes:
    numbering = ARTICLES + "".join(num(n, 2, level0=n) for n in (10, 19, 20, 99, 100, 101, 110, 999, 1000, 1010, 2024))
    return docx(
        "".join(p("内容。", n, 0) for n in (10, 19, 20, 99, 100, 101, 110, 999, 1000, 1010, 2024)), numbering=numbering
    )


def _styles() -> bytes:
    levels = (
        level(0, "chineseCounting", "%1、", style="H1"),
        level(1, "chineseCounting", "（%2）", style="H2"),
        level(2, "decimal", "%3.", style="H3"),
    )
    styles = style("Normal") + style("H1", in_list(1)) + style("H2", in_list(1, 1), "H1") + style("H3", in_list(1, 2))
    styles += style("Derived", "", "H2") + style("Off", in_list(0), "H1")
    body = p("总体要求", style="H1") + p("思路", style="H2") + p("原则", style="H2") + p("细目", style="H3")
    body += p("派生样式", style="Derived") + p("取消编号", style="Off") + p("直接取消", 0, 0, style="H1")
    body += p("任务", style="H1") + p("改级", 1, 2, style="H1") + p("思路", style="H2")
    return docx(body, styles=styles, numbering=abstract(1, *levels) + num(1, 1))


def _overrides() -> bytes:
    numbering = ARTICLES + num(2, 2) + num(3, 2, level0=10) + num(4, 2, level0=1)
    numbering = OFFICIAL + numbering + num(5, 1) + num(6, 1, level0=3) + num(7, 1, level1=1)
    numbering += num(8, 1, level2=level(2, "upperLetter", "%3）"))
    body = p("一。", 2, 0) + p("二。", 2, 0) + p("十。", 3, 0) + p("十一。", 3, 0) + p("接着数。", 2, 0)
    body += p("重来。", 4, 0) + p("再来。", 4, 0)
    body += p("甲", 5, 0) + p("乙", 5, 1) + p("丙", 5, 1) + p("从三起", 6, 0) + p("子项", 6, 1) + p("下一个", 6, 0)
    body += p("项", 5, 1) + p("项", 5, 1) + p("重新起项", 7, 1) + p("接着", 7, 1) + p("字母", 8, 2) + p("字母", 8, 2)
    return docx(body, numbering=numbering)


def _restarts() -> bytes:
    levels = (level(0, "chineseCounting", "第%1章"), level(1, "chineseCounting", "第%2节"), level(2, "decimal", "%3."))
    return docx(
        "".join(p("内容。", 1, depth) for depth in [0, 1, 2, 2, 1, 2, 0, 2, 1, 2, 0, 1, 2, 2]),
        numbering=abstract(1, *levels) + num(1, 1),
    )


def _links() -> bytes:
    numbering = abstract(1, level(0, "chineseCounting", "%1、"), level(1, "decimal", "%2."), link="")
    numbering = numbering.replace('"multilevel"/>', '"multilevel"/><w:styleLink w:val="Outline"/>')
    numbering += abstract(2, link='<w:numStyleLink w:val="Outline"/>') + num(1, 1) + num(2, 2)
    styles = style("Normal") + style("Outline", in_list(1), kind="numbering")
    body = p("甲", 2, 0) + p("乙", 2, 1) + p("丙", 2, 1) + p("丁", 1, 0)
    return docx(body, styles=styles, numbering=numbering)


def _formats() -> bytes:
    numbering = "".join(abstract(n, level(0, f, "%1．")) for n, f in enumerate(FORMATS, 1))
    numbering += "".join(num(n, n) for n in range(1, len(FORMATS) + 1))
    body = "".join(p(f"{f} {count}", n, 0) for n, f in enumerate(FORMATS, 1) for count in range(1, 13))
    return docx(body, numbering=numbering)


def _starts() -> bytes:
    levels = (level(0, "decimal", "%1.", start=5), level(1, "decimal", "%1.%2.", start=0))
    body = "".join(p("内容。", 1, depth) for depth in [0, 1, 1, 0, 1])
    return docx(body, numbering=abstract(1, *levels) + num(1, 1))


def _inline() -> bytes:
    body = p(run("甲") + "<w:r><w:tab/></w:r>" + run("乙"))
    body += p(run("上行") + "<w:r><w:br/></w:r>" + run("下行"))
    body += p(run("见") + f'<w:hyperlink w:anchor="x">{run("附件")}</w:hyperlink>' + run("。"))
    body += f"<w:sdt><w:sdtContent>{p('控件段落。')}</w:sdtContent></w:sdt>"
    body += p(f"<w:sdt><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>" + run("文字。"))
    body += p() + p("　　末段。")
    return docx(body)


def _table() -> bytes:
    rows = (
        [cell("任务"), cell("牵头单位"), cell("完成时限")],
        [cell("共同任务", merge="restart"), cell("区司法局"), cell("2024年底")],
        [cell(merge="continue"), cell("区财政局"), cell("2025年底")],
        [cell("横跨两列", span=2), cell(p("第一段。") + p("第二段。"))],
    )
    return docx(p("任务分工表") + table(*rows) + p("表后。"))


# Each must read, line for line, as LibreOffice has it.
COMPARED = {
    "official": _official,
    "articles": _articles,
    "thousands": _thousands,
    "styles": _styles,
    "overrides": _overrides,
    "restarts": _restarts,
    "links": _links,
    "formats": _formats,
    "starts": _starts,
    "inline": _inline,
    "table": _table,
}
