"""The text as it stands: source, view, what is not its author's, and the patterns that everything is found by."""
