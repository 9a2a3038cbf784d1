"""Values from several places, one laid over the other, and the result."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from lawcheck.records import dataclass, field
from lawcheck.rulebook.findings import Severity
from lawcheck.rulebook.registry import Selection, codes_of, hints, known_rules, select_rules
from lawcheck.rulebook.rule_options import OptionValue
from lawcheck.running.configuration.globs import matches_path
from lawcheck.structure.settings import NO_SETTINGS, LibrarySource, Scanned, Settings, Stage

if TYPE_CHECKING:
    from lawcheck.rulebook.check_options import Options
    from lawcheck.rulebook.rule import Rule

OFF = "off"
# The files that configure what lies beside and below them.
FILE = "lawcheck.toml"
PYPROJECT = "pyproject.toml"


@dataclass(frozen=True, slots=True)
class Layer:
    """What one place sets; None and empty is what it leaves alone. `origin` names the place for people.

    `severity` has rule selectors with "error", "warning", "info" or "off", `rule_options` codes with the values of
    options. `library` are absolute paths of folders and files.
    """

    origin: str
    select: Sequence[str] = ()
    extend_select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    rule_options: Mapping[str, Mapping[str, OptionValue]] = field(default_factory=dict)
    preview: bool | None = None
    kind: str | None = None
    stage: Stage | None = None
    lang: str | None = None
    fail_on: Severity | None = None
    scanned: Scanned | None = None
    library: tuple[str, ...] = ()

    @property
    def selection(self) -> Selection:
        """The rules that it turns on and off."""
        off = tuple(selector for selector, level in self.severity.items() if level == OFF)
        return Selection(self.select, self.extend_select, (*self.ignore, *off))


NOTHING_SET = Layer("")


@dataclass(frozen=True, slots=True)
class Globs:
    """Patterns of paths, relative to a folder."""

    folder: Path
    patterns: tuple[str, ...]

    def match(self, path: Path) -> bool:
        """Whether an absolute path lies in the folder and matches one of the patterns."""
        if not path.is_relative_to(self.folder):
            return False
        relative = path.relative_to(self.folder).as_posix()
        return any(matches_path(pattern, relative) for pattern in self.patterns)


@dataclass(frozen=True, slots=True)
class Configuration:
    """A configuration file with all that it extends, the farthest first.

    `baseline` is the file of accepted findings, `settings` are the registries, `rules` those that did not come with
    lawcheck; `origins` says where each came from.
    """

    layers: tuple[Layer, ...] = ()
    path_layers: tuple[tuple[Globs, Layer], ...] = ()
    include: Globs | None = None
    exclude: Globs | None = None
    baseline: str | None = None
    settings: Settings = NO_SETTINGS
    rules: tuple["Rule", ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)

    @property
    def lang(self) -> str | None:
        """The language that it sets for whatever is not set apart."""
        return next((layer.lang for layer in reversed(self.layers) if layer.lang), None)

    def layers_for(self, path: Path) -> tuple[Layer, ...]:
        """Every layer that is for an absolute path; those for certain paths lie on top."""
        return (*self.layers, *(layer for globs, layer in self.path_layers if globs.match(path)))

    def takes(self, path: Path) -> bool:
        """Whether a document that was found in a folder is to be checked."""
        included = self.include is None or self.include.match(path)
        return included and not (self.exclude and self.exclude.match(path))


@dataclass(frozen=True)
class Resolved:
    """What the layers of a document come to: how it is checked (`options`), and how that is reported.

    Its rules are looked up when they are first needed: what is known from before is shown without.
    """

    layers: tuple[Layer, ...]
    kind: str
    language: str
    fail_on: Severity
    settings: Settings
    own_rules: tuple["Rule", ...] = ()

    def __getstate__(self) -> dict[str, object]:
        """All but what is found again in a process that it goes to, such as the rules."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    @cached_property
    def rules(self) -> tuple["Rule", ...]:
        """The rules that run, with their severities."""
        selections = [layer.selection for layer in self.layers]
        rules = select_rules(selections, self.settings.stage, self.own_rules, self.preview)
        return tuple(map(self.configured, rules))

    @cached_property
    def options(self) -> "Options":
        """What holds for the check itself."""
        from lawcheck.rulebook.check_options import Options  # takes long to import

        return Options(self.rules, self.kind, self.settings)

    def configured(self, rule: "Rule") -> "Rule":
        """A rule with the severity and the options that the user has set."""
        severity, values = self._severities.get(rule.code), self._values.get(rule.code, {})
        if severity:
            # What the user sets holds for all that the rule says.
            rule = replace(rule, severity=severity, severities={})
        return replace(rule, values=values) if values else rule

    @property
    def preview(self) -> bool:
        """Whether rules in preview run too."""
        return next((layer.preview for layer in reversed(self.layers) if layer.preview is not None), False)

    def hints(self) -> Iterator[str]:
        """What to tell the user about the rules that were selected."""
        selectors = dict.fromkeys(each for layer in self.layers for each in (*layer.select, *layer.extend_select))
        if selectors:
            yield from hints(selectors, known_rules(self.own_rules), self.preview, self.language)

    @cached_property
    def _values(self) -> dict[str, dict[str, OptionValue]]:
        return rule_values(self.layers)

    @cached_property
    def _severities(self) -> dict[str, Severity]:
        severities: dict[str, Severity] = {}
        for layer in self.layers:
            for selector, level in layer.severity.items():
                if level != OFF:
                    found = codes_of([selector], known_rules(self.own_rules))
                    severities |= dict.fromkeys(found, Severity(level))
        return severities


def rule_values(layers: Sequence[Layer]) -> dict[str, dict[str, OptionValue]]:
    """The options of rules that these layers set, by code: of each the last value."""
    found: dict[str, dict[str, OptionValue]] = {}
    for layer in layers:
        for code, values in layer.rule_options.items():
            found.setdefault(code, {}).update(values)
    return found


def _library(folders: tuple[str, ...]) -> LibrarySource:
    if not folders:
        return LibrarySource()
    from lawcheck.checks.library.library_index import library_state  # few have a library

    return LibrarySource(folders, state=library_state(folders))


def resolve(layers: Sequence[Layer], configuration: Configuration) -> Resolved:
    """The result of these layers: of each value the last that is set, of the rules what each makes of those before."""
    settings = configuration.settings
    kind, stage, lang, fail_on = "auto", settings.stage, "zh", Severity.WARNING
    for layer in layers:
        kind, lang = layer.kind or kind, layer.lang or lang
        stage, fail_on = layer.stage or stage, layer.fail_on or fail_on
    scanned = next((layer.scanned for layer in reversed(layers) if layer.scanned), Scanned.AUTO)
    library = _library(next((layer.library for layer in reversed(layers) if layer.library), ()))
    settings = replace(settings, stage=stage, scanned=scanned.decided, own_rules=configuration.rules, library=library)
    return Resolved(tuple(layers), kind, lang, fail_on, settings, configuration.rules)
