"""The pages of the rules in both languages, written from their files by `python -m lawcheck.reporting.rule_pages`."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from lawcheck.reading.resources import resource_dir
from lawcheck.reporting.catalogue import force, looks, measured, status
from lawcheck.reporting.rule_index import NOTES, catalogue, figures, function_index, state
from lawcheck.reporting.words import word
from lawcheck.rulebook.example import Example
from lawcheck.rulebook.registry import all_rules
from lawcheck.rulebook.rule import Rule, RuleSource
from lawcheck.rulebook.rule_links import LANGUAGES, page_path
from lawcheck.rulebook.rule_options import shown_value

_INDEXES = (catalogue, function_index, figures)
_LEVELS = {
    "law": ("法律", "law"),
    "party-regulation": ("党内法规", "Party regulation"),
    "national-standard": ("国家标准", "national standard"),
    "policy": ("政策文件", "policy document"),
}
_LABELS = {
    "other": ("[English]({file})", "[中文]({file})"),
    "summary": ("{text}。", "{text}."),
    "line": ("- {label}：{text}", "- {label}: {text}"),
    "severity": ("级别", "Severity"),
    "default": ("默认", "Default"),
    "status": ("状态", "Status"),
    "precision": ("准确率", "Precision"),
    "aliases": ("旧编号", "Old codes"),
    "kinds": ("适用", "Kinds of documents"),
    "fix": ("修改", "Fix"),
    "safety": ("{title}（{safety}）", "{title} ({safety})"),
    "since": ("始于", "Since"),
    "none": ("无", "none"),
    "list": ("、", ", "),
    "part": ("；", "; "),
    "reason": ("理由", "Reason"),
    "sources": ("依据", "Sources"),
    "verified": ("（{level}，已核对原文）", " ({level}, compared with the original)"),
    "unverified": ("（{level}，未核对原文）", " ({level}, not compared with the original)"),
    "messages": ("提示", "Messages"),
    "examples": ("示例", "Examples"),
    "kind": ("，{kind}", ", {kind}"),
    "registry": ("（单位名录：{units}）", " (registry of units: {units})"),
    "colon": ("：", ":"),
    "options": ("选项", "Options"),
    "columns": ("| 选项 | 默认值 | 含义 |", "| Option | Default | Meaning |"),
    "configuration": ("配置", "Configuration"),
    "off": ("不用这条规则", "turns this rule off"),
    "on": ("启用这条规则", "turns this rule on"),
}
_HOW = (
    """\
在 `lawcheck.toml` 中：

```toml
{use} = ["{code}"]  # {what}
severity = {{ {code} = "{severity}" }}  # 或者改变级别
```

只忽略文中一处：在上一行写 `# lawcheck: ignore {code}`，Markdown 和 HTML 中写
`<!-- lawcheck: ignore {code} -->`。""",
    """\
In `lawcheck.toml`:

```toml
{use} = ["{code}"]  # {what}
severity = {{ {code} = "{severity}" }}  # or changes its severity
```

To ignore one place only: `# lawcheck: ignore {code}` on the line before it, in Markdown and HTML
`<!-- lawcheck: ignore {code} -->`.""",
)


def _say(key: str, language: str, **values: str) -> str:
    return _LABELS[key][LANGUAGES.index(language)].format(**values)


def pages() -> dict[str, str]:
    """Every generated file of the documentation, by its path in the project, with its text."""
    rules = all_rules()
    texts: dict[str, str] = {}
    for language in LANGUAGES:
        texts |= {path: _joined(lines) for path, lines in (index(rules, language) for index in _INDEXES)}
        texts |= {page_path(rule, language): _joined(_page(rule, language)) for rule in rules}
    return texts


def _joined(lines: Iterator[str]) -> str:
    return "\n".join(lines) + "\n"


def _page(rule: Rule, language: str) -> Iterator[str]:
    (other,) = (name for name in LANGUAGES if name != language)
    yield NOTES[language]
    yield ""
    yield f"# {rule.code} {rule.name}"
    yield ""
    yield _say("other", language, file=Path(page_path(rule, other)).name)
    yield ""
    yield _say("summary", language, text=rule.summary.in_language(language))
    yield ""
    for label, text in _facts(rule, language):
        yield _say("line", language, label=_say(label, language), text=text)
    yield from _section("reason", language, [rule.reason.in_language(language)])
    yield from _section("sources", language, (_source(source, language) for source in rule.sources))
    messages = (f"- {_shown(text.in_language(language))}" for text in rule.messages.values())
    yield from _section("messages", language, messages)
    yield from _section("examples", language, (line for e in rule.examples for line in _example(e, language)))
    if rule.options:
        yield from _section("options", language, _options(rule, language))
    use, what = ("ignore", "off") if rule.enabled else ("extend-select", "on")
    severity = "error" if rule.severity != "error" else "warning"
    how = _HOW[LANGUAGES.index(language)]
    how = how.format(code=rule.code, use=use, what=_say(what, language), severity=severity)
    yield from _section("configuration", language, [how])


def _facts(rule: Rule, language: str) -> Iterator[tuple[str, str]]:
    yield "severity", word(rule.severity, language)
    yield "default", state(rule, language)
    yield "status", status(rule, language)
    if rule.precision:
        yield "precision", measured(rule.precision, language)
    if rule.aliases:
        yield "aliases", _say("list", language).join(rule.aliases)
    kinds = _say("list", language).join(word(kind, language) for kind in rule.kinds)
    yield "kinds", f"{kinds}{_say('part', language)}{word('compares', language)}" if rule.compares else kinds
    fix = rule.fix
    if fix:
        safety = word(fix.safety, language)
        yield "fix", _say("safety", language, title=fix.title.in_language(language), safety=safety)
    else:
        yield "fix", _say("none", language)
    yield "since", rule.since


def _section(label: str, language: str, lines: Iterator[str] | Sequence[str]) -> Iterator[str]:
    yield ""
    yield f"## {_say(label, language)}"
    yield ""
    yield "\n".join(lines).strip("\n")


def _source(source: RuleSource, language: str) -> str:
    """Where a rule comes from; only what binds and was compared with the original is called a requirement."""
    title = f"{source.title} {source.clause}".rstrip()
    line = _say("line", language, label=_capital(word(force(source), language)), text=title)
    if source.level == "convention":
        return line
    level = _LEVELS[source.level][LANGUAGES.index(language)]
    return line + _say("verified" if source.verified else "unverified", language, level=level)


def _example(example: Example, language: str) -> Iterator[str]:
    texts = {"old": example.old, "bad": example.bad, "fixed": example.fixed, "good": example.good}
    kind = _say("kind", language, kind=word(example.kind, language)) if example.kind != "auto" else ""
    registry = _say("registry", language, units="、".join(example.units)) if example.units else ""
    for key, text in texts.items():
        if text is not None:
            fence = "```" if "```" not in text else "~~~~"
            label = f"{word(key, language)}{kind}{registry}{looks(example, language)}"
            yield _capital(label) + _say("colon", language)
            yield ""
            yield f"{fence}text"
            yield _shown(text).strip("\n")
            yield fence
            yield ""


def _options(rule: Rule, language: str) -> Iterator[str]:
    yield _say("columns", language)
    yield "| --- | --- | --- |"
    for name, option in rule.options.items():
        yield f"| `{name}` | `{shown_value(option.default)}` | {option.in_language(language)} |"
    yield ""
    yield "```toml"
    yield f"[rules.{rule.code}]"
    for name, option in rule.options.items():
        yield f"{name} = {shown_value(option.default)}"
    yield "```"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _shown(text: str) -> str:
    """A text whose characters can all be seen."""
    return "".join(c if c.isprintable() or c in "\n\u3000" else f"\\u{ord(c):04x}" for c in text)


def main() -> None:
    """Writes every page, and removes those of rules that are gone."""
    root = Path(str(resource_dir("rules"))).parent
    texts = pages()
    for path, text in texts.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    for page in root.glob("rules/pages/*.md"):
        if str(page.relative_to(root)) not in texts:
            page.unlink()


if __name__ == "__main__":
    main()
