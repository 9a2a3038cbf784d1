"""What rules are: their files, words, sources, examples and options. Knows no document."""
