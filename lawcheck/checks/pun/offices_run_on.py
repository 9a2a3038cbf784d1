"""Offices that stand side by side in a sentence with nothing between them: 省财政厅省教育厅牵头 (part of PUN030)."""

from collections.abc import Iterator

from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import DEPARTMENTS

# What offices do, or what else is joined to them: a title goes on with 关于, a signature with a date.
_DOES = (
    "(?=牵头|负责|[要应将](?!诊|用)|联合|会同|配合|等|《|分别|共同|、|和|及|制定|印发|下发|组织|有关|备案|审[批核]|同意|批准"
    "|按照|依据|按职责|各自|提供|参加)"
)
_OFFICE_END = "(?:局|厅|委员会|委|办公室|总队|支队|人民法院|人民检察院)"
# Of one level: the same first character tells that a second name begins.
_LOCAL = Pattern(
    f"(?<![{HAN}“《])(?:由|经|与|向|请|报|及|和|以及)?(?P<first>(?P<level>[省市县区州旗])(?:{DEPARTMENTS})[{HAN}]{{0,8}}?{_OFFICE_END})"
    f"(?P<second>(?P=level)(?:{DEPARTMENTS})[{HAN}]{{0,8}}?{_OFFICE_END}){_DOES}",
    first="省市县区州旗由经与向请报及和以",
)
_MINISTRY = f"(?:{DEPARTMENTS})[{HAN}]{{0,6}}?(?:部|总局|总署|委员会|委)(?:办公厅)?"
_NATIONAL = Pattern(
    f"(?:(?<![{HAN}“《])|(?<=按照)|(?<=根据)|(?<=[由经与]))(?P<first>{_MINISTRY})(?P<second>{_MINISTRY}){_DOES}",
    needs=("部", "总局", "总署", "委"),
)


def offices_run_on(text: str) -> Iterator[tuple[int, int, int]]:
    """The span of both names, and where the second one begins."""
    for pattern in (_LOCAL, _NATIONAL):
        for match in pattern.finditer(text):
            yield match.start("first"), match.end("second"), match.start("second")
