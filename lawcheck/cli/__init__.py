"""The command line."""

from lawcheck.cli.main import main

__all__ = ["main"]
