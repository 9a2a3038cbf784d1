"""What the language of official documents has one pattern and one parser for."""
