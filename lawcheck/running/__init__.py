"""Checks many documents: in several processes, and not again what was checked before."""
