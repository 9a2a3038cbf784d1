"""The checks of the rules PUN."""
