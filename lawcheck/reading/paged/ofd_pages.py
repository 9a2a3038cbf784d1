"""The pages of an OFD file (GB/T 33190—2016): a zip package of XML that says where each character stands."""

import posixpath

from lawcheck.errors import Words
from lawcheck.reading.packed_parts import ENCRYPTED, Parts
from lawcheck.reading.paged.glyphs import SeenPage
from lawcheck.reading.paged.ofd_drawing import FARTHEST, MILLIMETRE, Drawn
from lawcheck.reading.paged.ofd_values import all_named, numbers
from lawcheck.reading.paged.page_options import page_numbers
from lawcheck.reading.safe_xml import Element

_ROOT = "OFD.xml"
_A4 = (210.0, 297.0)
_MOST_PAGES = 3000
# Of all pages together, with their lines.
_MOST_GLYPHS = 4_000_000
# A text of which this much is lost is no text.
_MOST_LOST = 0.1
_RESOURCES = ("PublicRes", "DocumentRes")
_NO_OFD = Words("不是 OFD 文件，或者文件已损坏、不完整", "is no OFD file, or is damaged or incomplete")
_TOO_MUCH = Words("内容过于庞大，拒绝读取", "is too large and is not read")
_NO_SUCH_PAGES = Words("没有所要的页", "has none of the pages that are asked for")
_TOO_MANY = Words("页数过多，不能读取", "has too many pages to be read")
_LOST = Words(
    "文字的编码已丢失（字体没有说明是哪些字），请在 OFD 阅读器中打印成图片或 PDF，再加 --ocr always 检查",
    "names no characters (its fonts do not say which they are); please print it as pictures or PDF in an OFD reader "
    "and check that with --ocr always",
)

# A document and the part that a page of it is.
_Numbered = tuple["_Document", str]


def read_ofd_pages(data: bytes, path: str, wanted: str = "") -> tuple[list[SeenPage], list[bytes]]:
    """The pages of an OFD file, in their order, or those wanted ("1-5,8"), and its pictures that are as large as pages.

    Raises SourceError.
    """
    parts = Parts(data, path, _NO_OFD)
    if any(posixpath.basename(name) == "Encryptions.xml" for name in parts.names):
        raise parts.refused(ENCRYPTED)
    roots = [found.text or "" for found in all_named(parts.xml(_ROOT), "DocRoot")]
    if not roots:
        raise parts.refused(_NO_OFD)
    documents = [_Document(parts, name) for name in dict.fromkeys(_place(_ROOT, root) for root in roots)]
    pages = [(document, name) for document in documents for name in document.pages]
    if len(pages) > _MOST_PAGES:
        raise parts.refused(_TOO_MANY)
    seen: list[SeenPage] = []
    pictures: list[bytes] = []
    room, lost = _MOST_GLYPHS, 0
    for at, (document, name) in _chosen(pages, wanted, parts):
        page, drawn = document.page(name)
        room -= drawn.count
        lost += drawn.lost
        if room < 0:
            raise parts.refused(_TOO_MUCH)
        seen.append(page._replace(number=at))
        pictures += document.pictures(drawn)
    if lost > _MOST_LOST * sum(len(page.glyphs) for page in seen):
        raise parts.refused(_LOST)
    return seen, pictures


def _chosen(pages: list[_Numbered], wanted: str, parts: Parts) -> list[tuple[int, _Numbered]]:
    numbered = list(enumerate(pages, 1))
    if not wanted:
        return numbered
    found = [numbered[at] for first, last in page_numbers(wanted) for at in range(first - 1, min(last, len(pages)))]
    if not found:
        raise parts.refused(_NO_SUCH_PAGES)
    return found


class _Document:
    """One document of a file, which mostly has only one; `pages` are the parts that its pages are, each once."""

    def __init__(self, parts: Parts, name: str) -> None:
        self._parts = parts
        self._name = name
        root = parts.xml(name)
        self._size = _page_size(root) or _A4
        self._templates = {each.get("ID", ""): each.get("BaseLoc", "") for each in all_named(root, "TemplatePage")}
        self._drawn: dict[str, Drawn] = {}
        self._units: dict[str, Element] = {}
        self._media: dict[str, str] = {}
        for kind in _RESOURCES:
            for said in all_named(root, kind):
                self._add_resources(_place(name, said.text or ""))
        said_pages = [
            page.get("BaseLoc", "") for group in all_named(root, "Pages") for page in all_named(group, "Page")
        ]
        self.pages = list(dict.fromkeys(_place(name, each) for each in said_pages))

    def _add_resources(self, part: str) -> None:
        """Notes the composed units and the pictures that a part of resources names; one that is not there has none."""
        if part not in self._parts.names:
            return
        root = self._parts.xml(part)
        for unit in all_named(root, "CompositeGraphicUnit"):
            self._units[unit.get("ID", "")] = unit
        for media in all_named(root, "MultiMedia"):
            for file in all_named(media, "MediaFile"):
                folder = posixpath.join(root.get("BaseLoc", ""), (file.text or "").strip())
                self._media[media.get("ID", "")] = _place(part, folder)

    def page(self, name: str) -> tuple[SeenPage, Drawn]:
        """What is seen on a page, the template under it, too."""
        page = self._parts.xml(name)
        for said in all_named(page, "PageRes"):
            self._add_resources(_place(name, said.text or ""))
        width, height = _page_size(page) or self._size
        drawn = Drawn(self._units.get)
        for used in all_named(page, "Template"):
            drawn.add(self._template(_place(self._name, self._templates.get(used.get("TemplateID", ""), ""))))
        drawn.draw(page)
        return drawn.seen(round(width * MILLIMETRE), round(height * MILLIMETRE)), drawn

    def pictures(self, drawn: Drawn) -> list[bytes]:
        """The pictures that are as large as a page."""
        names = [self._media.get(name, "") for name in drawn.pictures]
        return [self._parts.read(name) for name in names if name in self._parts.names]

    def _template(self, name: str) -> Drawn:
        """What a template draws, on every page alike; one that is not there draws nothing."""
        if name not in self._drawn:
            self._drawn[name] = Drawn(self._units.get)
            if name in self._parts.names:
                self._drawn[name].draw(self._parts.xml(name))
        return self._drawn[name]


def _page_size(element: Element) -> tuple[float, float] | None:
    """The size of the pages that an element says, or has an element that says it."""
    for area in (*all_named(element, "PageArea"), *all_named(element, "Area")):
        for box in all_named(area, "PhysicalBox"):
            found = numbers(box.text, 4)
            if found and 0 < found[2] < FARTHEST / MILLIMETRE and 0 < found[3] < FARTHEST / MILLIMETRE:
                return found[2], found[3]
    return None


def _place(part: str, said: str) -> str:
    """The name of a part that another one names; a name that begins with / begins at the root."""
    joined = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), said.strip()))
    return joined.lstrip("/")
