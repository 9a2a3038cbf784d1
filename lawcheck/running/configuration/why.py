"""Which value holds for a document, and which place set it."""

from collections.abc import Iterator, Sequence

from lawcheck.records import dataclass
from lawcheck.rulebook.rule_options import shown_value
from lawcheck.running.configuration.layering import Configuration, Layer, Resolved, resolve, rule_values
from lawcheck.structure.settings import Scanned

_KEYS = ("kind", "stage", "scanned", "lang", "fail_on", "preview")
_REGISTRIES = ("units", "terms", "phrases")
_GLOBS = ("include", "exclude")
# Of the looks of Word files only what was set is of interest.
_LAYOUT = "layout."


@dataclass(frozen=True, slots=True)
class Value:
    """A value of the configuration as people write it, and where it was set ("" where it is the default)."""

    key: str
    value: str
    origin: str = ""


def values(configuration: Configuration, layers: Sequence[Layer], resolved: Resolved) -> Iterator[Value]:
    """Every value that holds for a document, except for rules."""
    held = {
        "kind": resolved.kind,
        "stage": resolved.settings.stage or "",
        "scanned": {None: Scanned.AUTO, True: Scanned.YES, False: Scanned.NO}[resolved.settings.scanned],
        "lang": resolved.language,
        "fail_on": resolved.fail_on,
        "preview": shown_value(resolved.preview),
    }
    for key in _KEYS:
        origins = [layer.origin for layer in layers if getattr(layer, key) not in (None, "")]
        yield Value(key.replace("_", "-"), held[key], origins[-1] if origins else "")
    for key in _REGISTRIES:
        yield Value(key, str(len(getattr(resolved.settings, key))), configuration.origins.get(key, ""))
    libraries = [layer for layer in layers if layer.library]
    if libraries:
        yield Value("library", " ".join(libraries[-1].library), libraries[-1].origin)
    yield Value("rules", str(len(configuration.rules)), configuration.origins.get("rules", ""))
    if configuration.baseline:
        yield Value("baseline", configuration.baseline, configuration.origins["baseline"])
    if resolved.settings.docs_url:
        yield Value("docs-url", resolved.settings.docs_url, configuration.origins["docs-url"])
    for key, origin in configuration.origins.items():
        if key.startswith(_LAYOUT):
            looks = getattr(resolved.settings.layout, key.removeprefix(_LAYOUT).replace("-", "_"))
            yield Value(key, " ".join(looks) if isinstance(looks, tuple) else str(looks).removesuffix(".0"), origin)
    for key in _GLOBS:
        globs = getattr(configuration, key)
        yield Value(key, " ".join(globs.patterns) if globs else "", configuration.origins.get(key, ""))


def rule_options(layers: Sequence[Layer]) -> Iterator[Value]:
    """The options of rules that these layers set."""
    for code, values in sorted(rule_values(layers).items()):
        for name, value in values.items():
            origin = [layer.origin for layer in layers if name in layer.rule_options.get(code, {})][-1]
            yield Value(f"rules.{code}.{name}", shown_value(value), origin)


def rule_changes(configuration: Configuration, layers: Sequence[Layer]) -> Iterator[Value]:
    """The rules whose state or severity is not the default: what they are, and the layer that made them so."""
    severities = [_severities(configuration, layers[:count]) for count in range(len(layers) + 1)]
    for code in sorted({code for found in severities for code in found}):
        states = [found.get(code, "off") for found in severities]
        changed = [index for index in range(len(layers)) if states[index] != states[index + 1]]
        if states[-1] != states[0] and changed:
            yield Value(code, states[-1], layers[changed[-1]].origin)


def _severities(configuration: Configuration, layers: Sequence[Layer]) -> dict[str, str]:
    """The severity of each rule that is on after these layers."""
    return {rule.code: rule.severity for rule in resolve(layers, configuration).rules}
