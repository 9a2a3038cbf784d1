"""The sorts of documents."""

from enum import StrEnum


class Kind(StrEnum):
    """What sort of document it is; rules may be for some kinds only.

    A plan has sections, tasks and responsible units; an official document (公文) is a notice, opinion or reply,
    perhaps with a plan or measures attached; a statute is laid out in articles.
    """

    PLAN = "plan"
    OFFICIAL = "official"
    STATUTE = "statute"
