"""What a request says beside its body: the language, and what the reader has chosen."""

from starlette.requests import Request

from lawcheck.records import dataclass
from lawcheck.structure.kinds import Kind
from lawcheck.structure.settings import Scanned, Stage


@dataclass(frozen=True, slots=True)
class FormChoices:
    """What the reader has chosen for a document; "" is what is not said."""

    kind: str
    stage: str
    scanned: str
    language: str


def language_of(request: Request) -> str:
    """The language of the page."""
    return "en" if request.query_params.get("lang") == "en" else "zh"


def chosen(said: str, values: type[Kind] | type[Stage] | type[Scanned]) -> str:
    """A choice of the reader; "" where it is none of these."""
    return said if said in list(values) else ""
