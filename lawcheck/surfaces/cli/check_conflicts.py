"""Options of `lawcheck check` that do not go together, and what is said of them."""

from lawcheck.errors import UsageError, Words

ORIGINAL = Words(
    "--revisions original 不能与 --fix、--diff 同时使用：改写的是修订全部接受后的文字",
    "--revisions original cannot be used with --fix or --diff, which change the accepted text",
)
DIFF_TO_FILES = Words(
    "--diff 只显示修改，不能与 --output-format 格式=文件 同时使用",
    "--diff shows changes only and cannot be used with --output-format FORMAT=FILE",
)
FILTERED_FIXES = Words(
    "--baseline、--since 不能与 --fix、--diff 同时使用：修改的是全部问题",
    "--baseline and --since cannot be used with --fix or --diff, which change whatever is found",
)


def refuse_together(are_given: bool, why: Words) -> None:
    """Raises UsageError where options are given that do not go together."""
    if are_given:
        raise UsageError(why)
