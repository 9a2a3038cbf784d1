"""Pages that are one file: no scripts, no network, and a policy that forbids both."""

from base64 import b64encode
from functools import partial
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from lawcheck import __version__
from lawcheck.reporters.words import word


def page(folder: str, template: str, style: str, language: str, **values: object) -> str:
    """A template of a package with its style; everything that is put into it is escaped."""
    package = files(folder)
    css = (package / style).read_text(encoding="utf-8")
    text = (package / template).read_text(encoding="utf-8")
    made = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return made.from_string(text).render(
        language=language,
        version=__version__,
        word=partial(_word, language),
        policy=_policy(css),
        style=Markup(css),
        **values,
    )


def _word(language: str, key: str, **values: object) -> str:
    return word(key, language, **values)


def _policy(style: str) -> str:
    """What a browser may do with the page: show its own style, and nothing else."""
    own = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{own}'; base-uri 'none'; form-action 'none'"
