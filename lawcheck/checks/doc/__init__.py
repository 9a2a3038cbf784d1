"""The checks of the rules DOC."""
