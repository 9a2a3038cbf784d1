"""The checks of the rules STR."""
