"""Two revisions of a document: what was added, removed, moved, renumbered and reworded, and what findings that brought.

Read `compare.py` first: passages.py divides a document, pairing.py finds what belongs together, wording.py the words
that differ, facts.py what they mean; the checks of the REV rules are in revisions.py, stale.py and metadata.py.
"""
