"""Which findings are on what has changed since a Git revision."""

from lawcheck.since.comparison import Since

__all__ = ["Since"]
