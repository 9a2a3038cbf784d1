"""What goes wrong, told to the user."""

import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from lawcheck.errors import LawcheckWarning
from lawcheck.surfaces.cli.streams import for_terminal, give_up


def complain(message: str) -> None:
    """One line on standard error."""
    tell(" ".join(message.split()))


def tell(message: str) -> None:
    """A note on what was done, on standard error; where that is full, nobody can be told."""
    try:
        print(f"lawcheck: {for_terminal(message)}", file=sys.stderr, flush=True)
    except BrokenPipeError:
        raise
    except OSError:
        give_up(sys.stderr)


@contextmanager
def told_warnings() -> Iterator[None]:
    """Tells the warnings of lawcheck as notes; those of others are shown as Python shows them."""
    with warnings.catch_warnings():
        warnings.simplefilter("always", LawcheckWarning)
        shown = warnings.showwarning

        def show(message: Warning | str, category: type[Warning], *place: Any) -> None:
            if issubclass(category, LawcheckWarning):
                complain(str(message))
            else:
                shown(message, category, *place)

        warnings.showwarning = cast("Any", show)
        yield
