"""What the comment on a finding says."""

from collections.abc import Collection

from lawcheck.reporting.catalogue import force
from lawcheck.reporting.words import word
from lawcheck.rulebook.findings import Issue
from lawcheck.rulebook.messages import words_of
from lawcheck.rulebook.rule import Rule
from lawcheck.rulebook.worded import WordedFix, worded
from lawcheck.text.edits import Edit

_MOST_ADVICE = 3


def remark(issue: Issue, index: int, most: int, rule: Rule | None, made: Collection[Edit], language: str) -> list[str]:
    """The lines on one place of a finding; `made` are the edits that tracked changes show already."""
    colon = "：" if language == "zh" else ": "
    words = rule.words if rule else words_of(issue.code)
    found = worded(issue, words, language, index)
    lines = [f"[{found.code}] {found.message}"]
    if index == 0 and len(issue.places) > most:
        lines.append(word("first-places", language, count=len(issue.places), most=most))
    lines += [f"{word('related', language)}{colon}{related.message}" for related in found.related]
    # A fix stands with the first of several places that it is for.
    if fix := found.fix or worded(issue, words, language).fix:
        lines.append(_advice(fix, made, language, colon))
    if rule:
        lines.append(f"{word('reason', language)}{colon}{rule.reason.in_language(language)}")
        sources = [f"[{word(force(s), language)}] {s.title} {s.clause}".rstrip() for s in rule.sources]
        lines.append(f"{word('sources', language)}{colon}{'；'.join(sources)}")
    return lines


def _advice(fix: WordedFix, made: Collection[Edit], language: str, colon: str) -> str:
    """How to fix the place: by the tracked change, or what should be written."""
    if all(edit in made for edit in fix.edits):
        return f"{word('fix', language)}{colon}{fix.title}{word('tracked', language)}"
    contents = "、".join(f"“{edit.content}”" for edit in fix.edits[:_MOST_ADVICE] if edit.content.strip())
    return f"{word('advice', language)}{colon}{fix.title} {contents}".rstrip()
