"""The checks of the rules TGT."""
