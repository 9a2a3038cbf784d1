"""Where rules are described: pages of this project, or the documentation site that the configuration names."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from lawcheck.rulebook.rule import Rule  # what is known from before is shown without loading a rule

LANGUAGES = ("zh", "en")
_SCHEMES = ("http", "https", "")
_ON_THE_WEB = ("http://", "https://")
_LEAST = "{code}"


def page_path(rule: "Rule", language: str) -> str:
    """The page of a rule in this project."""
    return f"rules/pages/{rule.code}{'' if language == 'zh' else f'.{language}'}.md"


def rule_url(rule: "Rule", language: str, docs_url: str = "") -> str:
    """Where a rule is described; "" for those that did not come with lawcheck.

    `docs_url` is an address with {code} and perhaps {lang}; without one it is the page in this project.
    """
    if rule.origin:
        return ""
    if not docs_url:
        return page_path(rule, language)
    return docs_url.replace("{code}", rule.code).replace("{lang}", language)


def web_address(rule: "Rule", language: str, docs_url: str) -> str:
    """Where a rule is described on the web; "" where no such place is configured.

    Programs that show a report elsewhere have no use for a relative path.
    """
    return rule_url(rule, language, docs_url) if docs_url.startswith(_ON_THE_WEB) else ""


def is_docs_url(address: str) -> bool:
    """Whether an address can be used: http, https or a relative path, with a place for the code of a rule."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    has_host = bool(parts.netloc) == bool(parts.scheme)
    is_plain = address.isprintable() and not set(address) & set(" <>\"'`\\")
    rest = address.replace("{code}", "").replace("{lang}", "")
    return parts.scheme in _SCHEMES and has_host and is_plain and _LEAST in address and not set(rest) & set("{}")
