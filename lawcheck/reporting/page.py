"""Pages that are one file: no network, no scripts but their own, and a policy that forbids all else."""

from base64 import b64encode
from functools import cache, partial
from hashlib import sha256
from importlib.resources import files

from jinja2 import BaseLoader, ChoiceLoader, Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from lawcheck import __version__
from lawcheck.reporting.words import word

# Where the head of every page stands.
_SHARED = "lawcheck.reporting"


def page(folder: str, template: str, style: str, language: str, script: str = "", **values: object) -> str:
    """A template of a package with its style and script; everything else that is put into it is escaped."""
    css = resource(folder, style)
    code = resource(folder, script) if script else ""
    folders = [folder, _SHARED]
    return rendered(
        folders, template, language, policy=_policy(css, code), style=Markup(css), script=Markup(code), **values
    )


def rendered(folders: list[str], template: str, language: str, **values: object) -> str:
    """A template of the first of these packages that has it; it may import others."""
    return _environment(tuple(folders), language).get_template(template).render(values)


@cache
def _environment(folders: tuple[str, ...], language: str) -> Environment:
    """What compiles the templates of these packages, each of them once."""
    loader: BaseLoader = ChoiceLoader([FunctionLoader(partial(_template, folder)) for folder in folders])
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.globals |= {"language": language, "version": __version__, "word": partial(_word, language)}
    return made


def resource(folder: str, name: str) -> str:
    """A file of a package."""
    return (files(folder) / name).read_text(encoding="utf-8")


def _template(folder: str, name: str) -> str | None:
    file = files(folder) / name
    return file.read_text(encoding="utf-8") if file.is_file() else None


def _word(language: str, key: str, **values: object) -> str:
    return word(key, language, **values)


def _policy(style: str, script: str) -> str:
    """What a browser may do with the page: show its own style and pictures, run its own script, and nothing else."""
    own = f"style-src {_hash(style)}; " + (f"script-src {_hash(script)}; " if script else "")
    return f"default-src 'none'; {own}img-src data:; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
