"""What goes wrong, told to the user."""

import sys


def complain(message: str) -> None:
    """One line on standard error."""
    tell(" ".join(message.split()))


def tell(message: str) -> None:
    """A note on what was done, on standard error."""
    print(f"lawcheck: {message}", file=sys.stderr)
