"""How fast lawcheck is, on documents that are made here: `python -m benchmarks`."""
