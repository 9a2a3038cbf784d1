"""The checks of the rules TRM."""
