"""The checks of the rules LAW."""
