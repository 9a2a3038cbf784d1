"""What lawcheck is attacked with, kind by kind; `benchmarks.attack` goes on with them for as long as one likes.

A case of a kind is made of a source of chance and has a folder of its own. It raises where something is wrong; a
LawcheckError is no fault.
"""
