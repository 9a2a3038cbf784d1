"""What the page can ask to be done with a document, and how its requests say so."""

from collections.abc import Mapping

from lawcheck.records import dataclass
from lawcheck.reporting.words import phrase
from lawcheck.surfaces.web.refusals import UnknownError

_LONGEST_REASON = 500


@dataclass(frozen=True, slots=True)
class AcceptedFix:
    """The request to apply the fix of a finding, or of one of its places."""

    key: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class SafeFixes:
    """The request to apply every safe fix: of the findings that are named, or of all."""

    keys: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Ignore:
    """The request to see a finding, or one of its places, no more."""

    key: str
    reason: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Restore:
    """The request to see again what was ignored; `number` counts from 0."""

    number: int


@dataclass(frozen=True, slots=True)
class NextVersion:
    """The request to go on with another file, which was made of this one elsewhere."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Typed:
    """The request to have `text` where `was` stands from `start` on, as one that writes in `session` has it by now."""

    start: int
    was: str
    text: str
    session: str


@dataclass(frozen=True, slots=True)
class RuleSwitch:
    """The request to check a document without a rule, or with it again."""

    code: str
    is_on: bool


Change = RuleSwitch | Typed | AcceptedFix | SafeFixes | Ignore | Restore | NextVersion


def asked(change: str, said: Mapping[str, str]) -> Change:
    """The change that a request means; raises UnknownError where it means none."""
    key, place = said.get("key", ""), said.get("place", "")
    if change == "ignore":
        return Ignore(key, said.get("reason", "")[:_LONGEST_REASON].strip(), place)
    if change == "restore" and (number := said.get("number", "")).isdecimal():
        return Restore(int(number[:6]))
    if change == "type" and (start := said.get("start", "")).isdecimal() and said.get("session"):
        return Typed(int(start[:9]), said.get("was", ""), said.get("text", ""), said["session"])
    if change in ("off", "on") and said.get("code"):
        return RuleSwitch(said["code"][:_LONGEST_REASON], change == "on")
    if change == "fix-all":
        return SafeFixes(frozenset(said.get("keys", "").split()))
    if change == "fix" and key:
        return AcceptedFix(key, place)
    raise UnknownError(phrase("no-request"))
