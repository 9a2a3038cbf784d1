"""The checks of the rules OCR."""
