"""What the comment on a finding says."""

from collections.abc import Collection

from lawcheck.reporting.catalogue import cited
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
    first = worded(issue, words, language)
    if index:
        # The reason and the sources stand with the first place.
        told = "" if found.message == worded(issue, words, language, 0).message else f"{found.message} "
        lines = [f"[{found.code}] {told}{word('as-first', language)}"]
        return [*lines, _advice(found.fix, made, language, colon)] if found.fix else lines
    lines = [f"[{found.code}] {found.message}"]
    if len(issue.places) > most > 1:
        lines.append(word("first-places", language, count=len(issue.places), most=most))
    lines += [f"{word('related', language)}{colon}{related.message}" for related in found.related]
    if first.fix:
        lines.append(_advice(first.fix, made, language, colon))
    if rule:
        lines.append(f"{word('reason', language)}{colon}{rule.reason.in_language(language)}")
        sources = [cited(source, language) for source in rule.sources]
        lines.append(f"{word('sources', language)}{colon}{'；'.join(sources)}")
    return lines


def first_line(issue: Issue, rule: Rule | None, language: str) -> str:
    """The code and the message of a finding."""
    found = worded(issue, rule.words if rule else words_of(issue.code), language)
    return f"[{found.code}] {found.message}"


def _advice(fix: WordedFix, made: Collection[Edit], language: str, colon: str) -> str:
    """How to fix the place: by the tracked change, or what should be written."""
    if all(edit in made for edit in fix.edits):
        return f"{word('fix', language)}{colon}{fix.title}{word('tracked', language)}"
    contents = "、".join(f"“{edit.content}”" for edit in fix.edits[:_MOST_ADVICE] if edit.content.strip())
    return f"{word('advice', language)}{colon}{fix.title} {contents}".rstrip()
