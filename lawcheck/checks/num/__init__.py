"""The checks of the rules NUM."""
