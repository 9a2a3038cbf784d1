"""Documents that are called laws or regulations and are none: 《…预案》等法律法规, 法律：《…条例》 (CIT031)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import ENACTED_GENRE, PAPER_GENRE

_TITLE = "《[^《》\n]{3,60}》(?:（[^（）\n]{1,40}）|\\([^()\n]{1,40}\\))?"
# A row of documents of which none is a law; 等法律法规和文件 names them too.
_CALLED = Pattern(
    f"(?P<row>{_TITLE}(?:[、和及与，]{{0,2}}{_TITLE}){{0,12}})等(?:有关|相关)?(?P<kind>法律、?法规|法律|行政法规|法规)"
    "(?![、，]?(?:法规|行政|和(?!条例)|及|以及|规章|文件|政策|规范|标准|制度|、|与))",
    needs=("》等", "）等", ")等"),
)
_EACH = Pattern("《(?P<name>[^《》\n]{3,60})》")
_PAPER = Pattern(f"(?:{PAPER_GENRE})(?:（[^（）]{{1,20}}）)?$")
# 法律：《…条例》 at the head of a line or a sentence.
_LABELLED = Pattern(
    "(?:(?<=^)|(?<=[\n。；]))[ \u3000]{0,8}(?P<kind>法律|行政法规|地方性法规)[：:]"
    "[ \u3000]?《(?P<name>[^《》\n]{4,60})》",
    needs=("法律：", "法规：", "法律:", "法规:"),
)
# Laws of the Standing Committee whose names end as those of regulations do.
_LAWS = (
    *("学位条例", "户口登记条例", "警衔条例", "军衔条例", "关衔条例", "服役条例", "拘留条例", "处罚条例", "议事规则"),
    *("铁路法", "归侨", "保密", "消防救援衔条例"),
)
_REGULATION = Pattern(f"(?:{ENACTED_GENRE})(?:（[^（）]{{1,20}}）)?$")
_LAW = Pattern("(?<![办方书语])法(?:（[^（）]{1,20}）)?$")
_NATIONAL = "中华人民共和国"


def kind_of_norm(document: Document) -> Iterator[Finding]:
    """CIT031: plans and notices called 法律法规, and a label of another kind than the title behind it."""
    text = document.text
    for match in _CALLED.finditer(text):
        names = [each["name"] for each in _EACH.finditer(match["row"])]
        if all(_PAPER.search(name) for name in names):
            yield Finding(*match.span("kind"), {"kind": match["kind"], "name": names[-1]})
    for match in _LABELLED.finditer(text):
        kind, name = match["kind"], match["name"]
        if _is_other(kind, name):
            yield Finding(*match.span("kind"), {"kind": kind, "name": name}, "label")


def _is_other(kind: str, name: str) -> bool:
    if kind == "法律":
        return _REGULATION.search(name) is not None and not any(law in name for law in _LAWS)
    if kind == "行政法规":
        return name.startswith(_NATIONAL) and _LAW.search(name) is not None
    return name.startswith(_NATIONAL)
