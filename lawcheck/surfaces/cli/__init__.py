"""The command line."""

from lawcheck.surfaces.cli.main import main

__all__ = ["main"]
