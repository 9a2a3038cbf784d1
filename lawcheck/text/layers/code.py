"""What stands outside of code and the like."""

import re
from collections.abc import Iterable, Iterator

from lawcheck.text.view import Cut


def outside(matches: Iterable[re.Match[str]], blocks: Iterable[Cut]) -> Iterator[re.Match[str]]:
    """The matches that do not begin in one of the blocks; both come in order."""
    ahead = iter(blocks)
    block = next(ahead, None)
    for match in matches:
        while block and block.end <= match.start():
            block = next(ahead, None)
        if block is None or match.start() < block.start:
            yield match
