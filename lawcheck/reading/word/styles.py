"""Styles as far as they decide what text is seen: numbering and hidden text, inherited along `basedOn`."""

from collections.abc import Iterator

from lawcheck.reading.safe_xml import Element
from lawcheck.reading.word.xml import child, is_on, value, w

# Word itself allows eleven.
_LONGEST_CHAIN = 30


class Styles:
    """The styles of one document; a chain that has no end, or none that Word would follow, is cut off."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._hides: dict[tuple[str | None, str | None], bool] = {}
        self.default: str | None = None
        for style in () if root is None else root.iterchildren(w("style")):
            name = style.get(w("styleId"), "")
            self._styles[name] = style
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true", "on"):
                self.default = name

    def chain(self, name: str | None) -> Iterator[tuple[str, Element]]:
        """A style and all that it is based on, the nearest first."""
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(name or "")
            if name is None or style is None:
                return
            yield name, style
            name = value(style, "basedOn")

    def numbering(self, name: str | None) -> Iterator[tuple[str, Element]]:
        """The numbering properties along a chain, each with the style that has them."""
        for style_name, style in self.chain(name):
            properties = child(child(style, "pPr"), "numPr")
            if properties is not None:
                yield style_name, properties

    def hides(self, paragraph_style: str | None, run_style: str | None) -> bool:
        """Whether text in these styles is hidden."""
        key = (paragraph_style or self.default, run_style)
        if key not in self._hides:
            self._hides[key] = self._find_hidden(key[1]) or self._find_hidden(key[0])
        return self._hides[key]

    def _find_hidden(self, name: str | None) -> bool:
        for _, style in self.chain(name):
            said = is_on(child(style, "rPr"), "vanish")
            if said is not None:
                return said
        return False
