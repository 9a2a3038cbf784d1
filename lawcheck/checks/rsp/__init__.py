"""The checks of the rules RSP."""
