"""The checks of the rules REV: what has become of an earlier revision."""
