"""Which findings are on what has changed since a Git revision."""

from lawcheck.running.since.changed import Since

__all__ = ["Since"]
