"""What goes wrong, told to the user."""

import sys


def complain(message: str) -> None:
    """One line on standard error."""
    print(f"lawcheck: {' '.join(message.split())}", file=sys.stderr)
