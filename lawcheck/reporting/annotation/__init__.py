"""Findings written back into the Word files that they were found in."""
