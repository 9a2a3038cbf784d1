"""Where an article of a statute, or a paragraph of one (款), ends without its stop (STR020).

Each of them is a sentence or more, so that little else can end in a word or a comma: the title of an article, what
leads in a table, and what stands behind the last article.
"""

from collections.abc import Iterator
from itertools import pairwise

from lawcheck.checks.str.lead_ins import has_removed
from lawcheck.structure.document import Document
from lawcheck.structure.kinds import Kind
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DATE
from lawcheck.text.vocabulary.han import is_han

_COMMAS = frozenset("，、")
_HEADED = frozenset({"article", "chapter", "section"})
_SHORTEST = 8
# So many must end with a stop, and of those that do not, at most one in so many.
_FEWEST, _SHARE = 3, 2
_SPACE = " \t\u3000"
_NO_SENTENCE = Pattern(f"^(?:附|第[^，。]{{1,6}}[编章节])|[：:\t]|{DATE}$|(?:主席令|国务院令|[令号])$")
# What a sentence has, and a title has not.
_SAYS = Pattern("，|。|；|应当|不得|可以|必须|禁止|是指")


def unended_clauses(document: Document) -> Iterator[int]:
    """Where the articles and paragraphs end that have no stop, past their last character."""
    if document.kind is not Kind.STATUTE:
        return
    ended, found = 0, []
    for start, end, following, is_alone in _clauses(document):
        sign = document.text[end - 1]
        # The title of an article stands over its text, and that of a chapter may have lost its ordinal.
        if sign in _COMMAS or (is_han(sign) and (is_alone or _SAYS.search(document.text, start, end))):
            if not has_removed(document, end, following):
                found.append(end)
        else:
            ended += 1
    if ended >= _FEWEST and _SHARE * len(found) <= ended:
        yield from found


def _clauses(document: Document) -> Iterator[tuple[int, int, int, bool]]:
    """The articles and their paragraphs: where the words of each begin and end, and where the next paragraph begins.

    With each, whether it is an article of one paragraph.
    """
    nodes = {node.start: node for node in document.walk()}
    text = document.text
    bodies = [(part.body.start, part.body.end) for part in document.frame.texts]
    within = listed = False
    for paragraph, below in pairwise(document.paragraphs):
        node = nodes.get(paragraph.start)
        if node:
            within = node.level == "article"
        start, end = node.body_start if node else paragraph.start, paragraph.end
        # 由下列人员组成：委员长，副委员长若干人，秘书长: a list goes on to its full stop.
        in_list, listed = listed and not node, text[end - 1] in "：:" or (listed and text[end - 1] != "。")
        if not within or in_list or end - start < _SHORTEST:
            continue
        if document.is_in_cell(start) or document.is_in_cell(below.start):
            continue
        inside = any(first <= start and end <= last for first, last in bodies)
        if inside and not _NO_SENTENCE.search(text[start:end].lstrip(_SPACE)):
            after = nodes.get(below.start)
            yield start, end, below.start, bool(node and after and after.level in _HEADED)
