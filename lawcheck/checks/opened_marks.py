"""Whether what stands before a place has opened marks that it does not close."""


def is_title_open(before: str) -> bool:
    """Whether a place behind this text stands in a title: 《关于落实某某条例."""
    return before.rfind("《") > before.rfind("》")


def is_quotation_open(before: str) -> bool:
    """Whether a place behind this text stands in a quotation: 要求“落实某某条例."""
    return before.rfind("“") > before.rfind("”")
