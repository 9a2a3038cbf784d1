"""What of a Markdown text is words, as another parser has it (markdown-it, which follows CommonMark)."""

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

_PARSER = MarkdownIt("commonmark")
# What a block of HTML begins with that holds no words.
_OPAQUE = re.compile(
    r"\A\s*(?:<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<![A-Za-z].*?(?:>|\Z)|"
    r"<(?:script|pre|style|textarea)\b.*?"
    r"(?:</(?:script|pre|style|textarea)>|\Z))",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(
    r"<!--.*?-->|<\?.*?\?>|</?[A-Za-z][A-Za-z0-9-]*(?:\s+[a-z]+(?:=\"[^\"]*\")?)*\s*/?>|<(?:[a-z]+:|[a-z]+@)[^<>\s]*>",
    re.DOTALL,
)


def words(text: str) -> str:
    """Everything that readers read as words, in order: no code, no addresses, no tags."""
    return "".join(_words(_PARSER.parse(text)))


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    is_address = False
    for token in tokens:
        if token.type in ("link_open", "link_close"):
            is_address = token.type == "link_open" and token.info == "auto"
        elif is_address:
            continue
        elif token.type == "html_block":
            yield _TAG.sub("", _OPAQUE.sub("", token.content, count=1))
        elif token.children:
            yield from _words(token.children)
        elif token.type == "text":
            yield token.content


def other_than_words(text: str) -> list[tuple[str, str]]:
    """All code, addresses, titles of links and tags, in order."""
    found: list[tuple[str, str]] = []

    def collect(tokens: Sequence[Token]) -> None:
        for token in tokens:
            if token.type in ("code_inline", "code_block", "fence", "html_inline"):
                found.append((token.type, token.content))
            found.extend((name, str(value)) for name, value in token.attrs.items() if name in ("href", "src", "title"))
            if token.type == "html_block":
                found.extend(("html", tag) for tag in _TAG.findall(token.content))
            collect(token.children or ())

    collect(_PARSER.parse(text))
    return found
