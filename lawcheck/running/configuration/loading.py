"""Reads configuration files, with those that they extend."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from lawcheck.errors import ConfigError, RuleFileError, SourceError, UsageError, Words
from lawcheck.reading import read_path
from lawcheck.reading.storage import MAX_BYTES, is_there, opened, read_bytes, real_path
from lawcheck.reading.toml_lines import NO_LINES, Keys, TomlLines
from lawcheck.reading.toml_text import BadTextError, decode_utf8, parse_toml
from lawcheck.rulebook.closed import WrongValueError
from lawcheck.rulebook.registry import find_rule, known_rules, verify
from lawcheck.rulebook.rule import Rule
from lawcheck.rulebook.rule_options import OptionValue
from lawcheck.rulebook.table_faults import key_hint, shown_way
from lawcheck.running.configuration.keys import Choices, ConfigFile, Registry, parse_config
from lawcheck.running.configuration.layering import PYPROJECT, Configuration, Globs, Layer
from lawcheck.structure.settings import Settings

_TABLE = ("tool", "lawcheck")
_REGISTRIES = ("units", "terms", "phrases")
_GLOBS = ("include", "exclude")


def load(path: Path, folder: Path | None = None, earlier: tuple[Path, ...] = ()) -> Configuration:
    """The configuration in a file, laid over the one that it extends.

    Patterns of paths, those of extended files too, are relative to `folder`, by default that of the file. `earlier`
    are the files that extend this one. Raises ConfigError naming the file and what is wrong in it.
    """
    real = Path(real_path(path))
    if real in earlier:
        raise ConfigError(str(path), Words("extends 绕回了自己", "extends leads back to the file itself"))
    values, lines = _table(path)
    return build(values, path, folder or real.parent, (*earlier, real), lines)


def build(
    values: Mapping[str, Any], path: Path, folder: Path, earlier: tuple[Path, ...] = (), lines: TomlLines = NO_LINES
) -> Configuration:
    """The configuration in a TOML table that stands in the file `path`, its keys in these lines."""
    name = str(path)
    config = parse_config(values, name, lines)
    base = Configuration()
    if config.extends is not None:
        base = load(_beside(path, config.extends), folder, earlier)
    rules = _own_rules(config, path, base.rules)
    known = known_rules(rules)
    registries = {key: words for key in _REGISTRIES if (words := _words(getattr(config, key), path)) is not None}
    entries = (
        (Globs(folder, entry.paths), _layer(entry, known, name, lines, ("per-path", number)))
        for number, entry in enumerate(config.per_path)
    )
    files = {key: Globs(folder, found) for key in _GLOBS if (found := getattr(config, key)) is not None}
    return Configuration(
        layers=(*base.layers, replace(_layer(config, known, name, lines), library=_library(config, path))),
        path_layers=(*base.path_layers, *entries),
        include=files.get("include", base.include),
        exclude=files.get("exclude", base.exclude),
        settings=_settings(base.settings, registries, config),
        baseline=base.baseline if config.baseline is None else str(_beside(path, config.baseline)),
        rules=rules,
        origins={**base.origins, **dict.fromkeys((*registries, *files), name), **_origins(config, name)},
    )


def sources(path: Path, earlier: tuple[Path, ...] = ()) -> Iterator[Path]:
    """A configuration file, those that it extends, and the registries and folders of rules that they name.

    Whatever is wrong with one of them, the file to be corrected is among them.
    """
    yield path
    real = Path(real_path(path))
    if real in earlier:
        return
    try:
        config = parse_config(_table(path)[0], str(path))
        registries = (words for key in _REGISTRIES if isinstance(words := getattr(config, key), str))
        yield from [_beside(path, name) for name in (*registries, *config.rules.folders)]
        if config.extends is not None:
            yield from sources(_beside(path, config.extends), (*earlier, real))
    except ConfigError:
        return


def _library(config: ConfigFile, path: Path) -> tuple[str, ...]:
    """The folders and files of the library, which have to be there."""
    places = [_beside(path, name) for name in config.library or ()]
    for place in places:
        if not is_there(place):
            raise ConfigError(str(path), Words(f"library 中的 {place} 不存在", f"{place} of library does not exist"))
    return tuple(map(real_path, places))


def _origins(config: ConfigFile, name: str) -> dict[str, str]:
    layout = config.layout.model_dump(exclude_none=True, by_alias=True)
    origins = {f"layout.{key}": name for key in layout}
    if config.docs_url:
        origins["docs-url"] = name
    if config.baseline:
        origins["baseline"] = name
    return {"rules": name, **origins} if config.rules.folders or config.plugins else origins


def _settings(base: Settings, registries: Mapping[str, tuple[str, ...]], config: ConfigFile) -> Settings:
    return replace(
        base,
        units=registries.get("units", base.units),
        terms=frozenset(registries.get("terms", base.terms)),
        phrases=frozenset(registries.get("phrases", base.phrases)),
        layout=replace(base.layout, **config.layout.model_dump(exclude_none=True)),
        docs_url=config.docs_url or base.docs_url,
    )


def _own_rules(config: ConfigFile, path: Path, base: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """The rules of the folders and packages that a configuration names, and of the one that it extends."""
    if not config.rules.folders and not config.plugins:
        return base
    from lawcheck.rulebook.own_rules import folder_rules, plugin_rules, verify_apart  # few have rules of their own

    try:
        folders = (folder_rules(_beside(path, folder)) for folder in config.rules.folders)
        plugins = map(plugin_rules, config.plugins)
        rules = (*base, *(rule for group in (*folders, *plugins) for rule in group))
        verify_apart(rules)
    except RuleFileError as error:
        raise ConfigError(str(path), error.words) from error
    return rules


def has_table(path: Path) -> bool:
    """Whether a pyproject.toml configures lawcheck; one that is no TOML is not ours to complain of."""
    try:
        with opened(path) as file:
            if b"lawcheck" not in file.read(MAX_BYTES):
                return False
        return bool(_in_table(parse_toml(_text(path))))
    except (SourceError, ConfigError, BadTextError):
        return False


def _table(path: Path) -> tuple[Mapping[str, Any], TomlLines]:
    """What a file says, and the lines in which it does."""
    text = _text(path)
    try:
        values = parse_toml(text)
    except BadTextError as error:
        raise ConfigError(str(path), error.words) from error
    return (_in_table(values), TomlLines(text, _TABLE)) if path.name == PYPROJECT else (values, TomlLines(text))


def _in_table(values: Any) -> Mapping[str, Any]:
    for key in _TABLE:
        values = values.get(key, {}) if isinstance(values, dict) else {}
    return values if isinstance(values, dict) else {}


def _text(path: Path) -> str:
    try:
        return decode_utf8(read_bytes(path))
    except SourceError as error:
        raise ConfigError(str(path), error.reason) from error
    except BadTextError as error:
        raise ConfigError(str(path), error.words) from error


def _beside(path: Path, value: str) -> Path:
    """The file that a configuration file names, relative to it."""
    if "://" in value:
        raise ConfigError(
            str(path),
            Words(f"extends 和名录只能是文件，不能是 {value}", f"extends and registries must be files, not {value}"),
        )
    return path.parent / value


def _words(registry: Registry | None, path: Path) -> tuple[str, ...] | None:
    """The words of a registry; in a file they stand one in each line, before a tab, and # begins a comment."""
    if not isinstance(registry, str):
        return registry
    try:
        lines = read_path(_beside(path, registry)).text.splitlines()
    except SourceError as error:
        raise ConfigError(str(path), error.words) from error
    words = (line.partition("\t")[0].strip() for line in lines if not line.startswith("#"))
    return tuple(word for word in words if word)


def _layer(choices: Choices, known: Sequence[Rule], name: str, lines: TomlLines, table: Keys = ()) -> Layer:
    """What a table sets; raises ConfigError for a selector that names no rule, and for a wrong option of one."""
    selectors = {
        "select": choices.select or (),
        "extend-select": choices.extend_select,
        "ignore": choices.ignore,
        "severity": choices.severity,
    }
    for key, values in selectors.items():
        try:
            verify(values, known)
        except UsageError as error:
            keys = (*table, key)
            raise ConfigError(name, lines.place(keys) + shown_way(keys) + Words(" 中", ": ") + error.words) from error
    return Layer(
        f"{name} {shown_way(table)}".rstrip(),
        tuple(selectors["select"]),
        choices.extend_select,
        choices.ignore,
        choices.severity,
        _rule_options(choices.rules.model_extra or {}, known, name, lines, (*table, "rules")),
        choices.preview,
        choices.kind,
        choices.stage,
        choices.lang,
        choices.fail_on,
        choices.scanned,
    )


def _rule_options(
    tables: Mapping[str, Mapping[str, Any]], known: Sequence[Rule], name: str, lines: TomlLines, within: Keys
) -> dict[str, dict[str, OptionValue]]:
    """By code the options of rules that the tables set."""
    found: dict[str, dict[str, OptionValue]] = {}
    for selector, values in tables.items():
        try:
            rule = find_rule(selector, known)
        except UsageError as error:
            place = lines.place((*within, selector)) + shown_way(within)
            raise ConfigError(name, place + Words(" 中", ": ") + error.words) from error
        set_to = found.setdefault(rule.code, {})
        for key, value in values.items():
            keys = (*within, selector, key)
            line, where = lines.place(keys), shown_way(keys)
            if key not in rule.options:
                hint = Words("，这条规则没有选项", "; the rule has no options")
                if rule.options:
                    hint = key_hint(key, list(rule.options))
                raise ConfigError(name, line + Words("没有键 ", "there is no key ") + where + hint)
            try:
                set_to[key] = rule.options[key].taken(value)
            except WrongValueError as error:
                raise ConfigError(name, line + f"{where} " + error.words) from error
    return found
