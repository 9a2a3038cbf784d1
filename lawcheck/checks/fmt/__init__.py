"""The checks of the rules FMT."""
