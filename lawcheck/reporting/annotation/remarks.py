"""What the comment on a finding says."""

from collections.abc import Collection

from lawcheck.reporting.catalogue import force
from lawcheck.reporting.words import word
from lawcheck.rulebook.findings import Issue
from lawcheck.rulebook.rule import Rule
from lawcheck.text.edits import Edit

_MOST_ADVICE = 3


def remark(
    diagnostic: Issue, index: int, most: int, rule: Rule | None, made: Collection[Edit], language: str
) -> list[str]:
    """The lines on one place of a finding; `made` are the edits that tracked changes show already."""
    colon = "：" if language == "zh" else ": "
    lines = [f"[{diagnostic.code}] {diagnostic.message}"]
    if index == 0 and len(diagnostic.occurrences) > most:
        lines.append(word("first-places", language, count=len(diagnostic.occurrences), most=most))
    lines += [f"{word('related', language)}{colon}{related.message}" for related in diagnostic.related]
    lines += _advice(diagnostic, index, made, language, colon)
    if rule:
        lines.append(f"{word('reason', language)}{colon}{rule.reason.in_language(language)}")
        sources = [f"[{word(force(s), language)}] {s.title} {s.clause}".rstrip() for s in rule.sources]
        lines.append(f"{word('sources', language)}{colon}{'；'.join(sources)}")
    return lines


def _advice(diagnostic: Issue, index: int, made: Collection[Edit], language: str, colon: str) -> list[str]:
    """How to mend the place: by the tracked change, or what should be written."""
    fix = diagnostic.fix
    if fix is None:
        return []
    start, end = diagnostic.spans[index]
    here = [edit for edit in fix.edits if edit.start <= end and edit.end >= start]
    edits = here or list(fix.edits[:_MOST_ADVICE])
    if all(edit in made for edit in edits):
        return [f"{word('fix', language)}{colon}{fix.title}{word('tracked', language)}"]
    contents = "、".join(f"“{edit.content}”" for edit in edits[:_MOST_ADVICE] if edit.content.strip())
    return [f"{word('advice', language)}{colon}{fix.title} {contents}".rstrip()]
