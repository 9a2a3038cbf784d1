"""Edits: applied together, until none is left."""
