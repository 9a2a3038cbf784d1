"""The looks that documents are to have: those of GB/T 9704—2012, or what a house has made of them."""

from collections.abc import Iterable, Sequence

from lawcheck.errors import Words
from lawcheck.records import dataclass
from lawcheck.text.vocabulary.typography import is_font, size_words


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """Fonts by name, where the name of a face (仿宋) allows every font of it; sizes in points, margins in mm.

    `heading_fonts` are those of the levels 一、（一）1.（1）. `line_spacing` is how far the lines of the body are
    apart, in points; None asks for 22 lines on a page. Page numbers stand "outside" (right, on even pages left) or
    in the "center".
    """

    body_font: tuple[str, ...] = ("仿宋",)
    body_size: float = 16.0
    title_font: tuple[str, ...] = ("小标宋",)
    title_size: float = 22.0
    heading_fonts: tuple[str, ...] = ("黑体", "楷体", "仿宋", "仿宋")
    margin_top: float = 37.0
    margin_bottom: float = 35.0
    margin_left: float = 28.0
    margin_right: float = 26.0
    line_spacing: float | None = None
    page_number: str = "outside"

    def is_body(self, font: str) -> bool:
        """Whether the body may be set in a font."""
        return _is_one(font, self.body_font)

    def is_title(self, font: str) -> bool:
        """Whether the title may be set in a font."""
        return _is_one(font, self.title_font)

    def heading_font(self, level: int) -> str:
        """The font of headings of a level, from 1."""
        return self.heading_fonts[min(level, len(self.heading_fonts)) - 1]

    @property
    def body(self) -> Words:
        """Font and size of the body, for people."""
        return names(self.body_font) + size_words(self.body_size)

    @property
    def title(self) -> Words:
        """Font and size of the title, for people."""
        return names(self.title_font) + size_words(self.title_size)


def names(found: Iterable[str]) -> Words:
    """Names one after another."""
    found = tuple(found)
    return Words("、".join(found), ", ".join(found))


def _is_one(font: str, wanted: Sequence[str]) -> bool:
    return any(is_font(font, name) for name in wanted)
