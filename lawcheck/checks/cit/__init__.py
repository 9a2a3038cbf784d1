"""The checks of the rules CIT."""
