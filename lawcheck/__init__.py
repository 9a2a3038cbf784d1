"""lawcheck: reads Chinese official documents as they are and says what is wrong in them, where and by which source."""

__version__ = "0.1.0"
