"""The words of the reports that are not those of a rule, in Chinese and English."""

from collections.abc import Iterable, Mapping

from lawcheck.errors import COMMA, Words
from lawcheck.reporting.citing_words import CITING_WORDS
from lawcheck.reporting.comparison_words import COMPARISON_WORDS
from lawcheck.reporting.coverage_words import COVERAGE_WORDS
from lawcheck.reporting.display_words import DISPLAY_WORDS
from lawcheck.reporting.page_words import PAGE_WORDS

_WORDS = {
    "error": ("错误", "error"),
    "warning": ("警告", "warning"),
    "info": ("提示", "info"),
    "scanned": ("按扫描识别的文字检查，依据：{why}", "checked as a text read off pages, because of {why}"),
    "scan-setting": ("指定", "the setting"),
    "scan-reader": ("文件格式", "the format of the file"),
    "scan-watermark": ("文库水印", "watermarks"),
    "scan-line-breaks": ("句中断行", "broken lines"),
    "scan-page-numbers": ("文中的页码", "page numbers"),
    "scan-blanks-before-stops": ("标点前的空格", "blanks before stops"),
    "scan-crossed-brackets": ("左右不配的括号", "crossed brackets"),
    "scan-letters-in-numbers": ("数字中的字母", "letters in numbers"),
    "scan-lost-characters": ("丢失的字", "lost characters"),
    "scan-misread-words": ("认错的字", "misread characters"),
    "safe": ("安全", "safe"),
    "unsafe": ("需人工确认", "needs review"),
    "fix": ("修改", "fix"),
    "related": ("参见", "see"),
    "on-page": ("第 {page} 页第 {line} 行", "page {page}, line {line}"),
    "occurrences": ("另见", "also"),
    "clean": ("检查了 {files} 个文件，没有发现问题", "{files} file(s) checked, nothing found"),
    "summary": (
        "检查了 {files} 个文件：错误 {error}，警告 {warning}，提示 {info}",
        "{files} file(s) checked: {error} error(s), {warning} warning(s), {info} note(s)",
    ),
    "encodings": ("编码：{names}", "encodings: {names}"),
    "failed": ("{count} 个文件未能检查", "{count} file(s) could not be checked"),
    "suppressed": ("已忽略", "suppressed"),
    "fixes-made": ("修改了 {files} 个文件的 {edits} 处", "fixed {edits} place(s) in {files} file(s)"),
    "would-fix": ("可修改 {files} 个文件的 {edits} 处", "would fix {edits} place(s) in {files} file(s)"),
    "not-fixed": (
        "另有 {edits} 处不能改：在 Word 的自动编号、域、他人的修订之中，或者跨段",
        "{edits} more cannot be made: in automatic numbers, fields or tracked changes of Word, or across paragraphs",
    ),
    "unfinished": (
        "有 {count} 个没有写完的临时文件，如 {name}：写它的程序可能被强行结束，可以删除",
        "{count} unfinished temporary file(s), such as {name}: what wrote them was probably killed; delete them",
    ),
    "signed": (
        "文件有数字签名，改动后签名失效",
        "the file has a digital signature, which is void after a change",
    ),
    "accepted": ("{file}：接受了 {count} 处问题", "{file}: {count} place(s) accepted"),
    "stale": (
        "基线 {file} 中有 {count} 处问题已经没有，用 lawcheck baseline 重新生成即可去掉",
        "{count} place(s) of the baseline {file} are gone: lawcheck baseline writes it anew without them",
    ),
    "lost": ("（原编号缺失，应为 {number}）", "(marker lost, must have been {number})"),
    "plan": ("方案", "plan"),
    "official": ("公文", "official document"),
    "statute": ("法规", "statute"),
    "preview": ("预览", "preview"),
    "stable": ("稳定", "stable"),
    "deprecated": ("弃用", "deprecated"),
    "status": ("状态", "status"),
    "only-with-preview": ("（用 --preview 启用）", " (only with --preview)"),
    "use-successor": ("（改用 {code}）", " (use {code})"),
    "precision": ("准确率", "precision"),
    "measured": (
        "{percent:.0%}（{date} 读 {read} 处，对 {right} 处）",
        "{percent:.0%} ({right} of {read} findings were right, {date})",
    ),
    "aliases": ("旧编号", "old codes"),
    "options": ("选项", "options"),
    "option": ("{name} = {value}：{summary}", "{name} = {value}: {summary}"),
    "on": ("开", "on"),
    "off": ("关", "off"),
    "rules-tested": (
        "检验了 {rules} 条规则的示例：{failures} 条不符",
        "examples of {rules} rule(s): {failures} failed",
    ),
    "rules-on": ("启用 {count} 条规则", "{count} rule(s) on"),
    "rule": ("规则", "rule"),
    "name": ("名称", "name"),
    "severity": ("级别", "severity"),
    "default": ("默认", "default"),
    "call": ("命令行", "command line"),
    "watching": ("等待文件改动，Ctrl-C 结束", "waiting for changes; Ctrl-C ends it"),
    "none": ("无", "none"),
    "what": ("内容", "what it finds"),
    "number": ("序号", "no."),
    "task": ("任务", "task"),
    "lead": ("牵头", "lead"),
    "participants": ("参加", "participants"),
    "responsible": ("责任", "responsible"),
    "deadlines": ("时限", "deadlines"),
    "reason": ("理由", "Reason"),
    "sources": ("依据", "Sources"),
    "mandatory": ("规定", "requirement"),
    "cited": ("依据", "source"),
    "not-compared": ("（条文未核对）", " (wording not compared)"),
    "customary": ("惯例", "convention"),
    "old": ("修订之前", "Before the revision"),
    "bad": ("有问题（⟦ ⟧ 为报告处）", "Bad (reported between ⟦ ⟧)"),
    "fixed": ("修改后", "Fixed"),
    "good": ("没有问题", "Good"),
    "laid-out": ("Word 文件，版式合乎标准", "a Word file that looks as the standard has it"),
    "but-for": ("，除 {differences}", ", but for {differences}"),
    "kinds": ("适用", "for"),
    "advice": ("建议", "advice"),
    "tracked": ("（已作修订标出）", " (shown as a tracked change)"),
    "as-first": ("（同上，见第 1 处）", "(as at the first place)"),
    "first-places": ("共 {count} 处，只批注前 {most} 处", "{count} places, only the first {most} have comments"),
    "annotated": (
        "{path}：批注 {comments} 条，修订 {changes} 处",
        "{path}: {comments} comment(s), {changes} tracked change(s)",
    ),
    "fix-here": ("{title}（{safety}，此处）", "{title} ({safety}, here)"),
    "fix-everywhere": ("{title}（{safety}，全部 {count} 处）", "{title} ({safety}, all {count} places)"),
    "fix-all": ("改正本文件中可以安全改正的全部问题", "Fix all that can be fixed safely in this file"),
    "not-in-editors": (
        "Word 等格式的文件不能在编辑器中检查，请运行 lawcheck check，或用 lawcheck annotate 把问题写成批注",
        "Word files and the like are not checked in editors: please run lawcheck check, or lawcheck annotate, which "
        "writes the findings as comments",
    ),
    "ignore-line": ("用注释忽略本行的 {code}", "Ignore {code} on this line with a comment"),
    "unchecked": ("未能检查：{reason}", "could not be checked: {reason}"),
    "also-at": ("{message}（另见 {places}）", "{message} (also {places})"),
    "place": ("位置", "place"),
    "finding": ("问题", "finding"),
    "findings-of-rule": ("问题数", "findings"),
    "left-out": ("另有 {count} 个问题未列出", "{count} more finding(s) left out"),
    "files-left-out": ("另有 {count} 个文件未列出", "{count} more file(s) left out"),
    "comments-left": (
        "另有 {count} 处未批注：Word 打不开批注更多的文件",
        "{count} more place(s) have no comment: Word opens no file with more comments",
    ),
    "empty": ("没有任务", "no tasks"),
    "column-file": ("文件", "file"),
    "column-number": ("序号", "no."),
    "column-part": ("分项", "part"),
    "column-section": ("一级标题", "section"),
    "column-subsection": ("二级标题", "subsection"),
    "column-summary": ("任务", "task"),
    "column-lead": ("牵头单位", "lead"),
    "column-participants": ("参加单位", "participants"),
    "column-responsible": ("责任单位", "responsible"),
    "column-deadlines": ("时限", "deadlines"),
    "column-dates": ("截止日期", "last day"),
    "column-start": ("起始位置", "offset"),
    "column-end": ("结束位置", "end offset"),
    "column-text": ("全文", "full text"),
    "column-place": ("行:列", "line:column"),
    "sheet-tasks": ("任务", "Tasks"),
    "sheet-units": ("单位", "Units"),
    "column-unit": ("单位", "unit"),
    "column-tasks": ("任务数", "tasks"),
    "count-lead": ("牵头", "leads"),
    "count-participants": ("参加", "joins"),
    "count-responsible": ("责任", "responsible"),
    "list-lead": ("牵头的任务", "tasks it leads"),
    "list-participants": ("参加的任务", "tasks it joins"),
    "list-responsible": ("负责的任务", "tasks it is responsible for"),
    "cut": ("……（过长，未全列，见原文）", "… (too long for a cell; see the document)"),
    "overview": ("总览", "Overview"),
    "overview-files": ("文件", "documents"),
    "overview-findings": ("问题", "findings"),
    "overview-tasks": ("任务", "tasks"),
    "overview-units": ("单位", "units"),
    "overview-deadlines": ("时限", "time limits"),
    "overview-written": ("{path}：{files} 个文件的总览", "{path}: overview of {files} document(s)"),
    "overview-made": ("由 lawcheck {version} 生成", "made by lawcheck {version}"),
    "overview-errors": ("未能检查的文件", "Documents that could not be checked"),
    "overview-empty": ("没有可以画出的内容。", "There is nothing to draw."),
    "overview-figures": ("全部数字（{count} 行）", "All figures ({count} rows)"),
    "overview-table": ("{name}：全部数字", "{name}: all figures"),
    "overview-rest": (
        "图中只有前 {most} 行，其余 {count} 行共 {total}，见下表。",
        "The plot has the first {most} rows; the other {count}, {total} in all, are in the table.",
    ),
    "by-rule": ("各规则的问题", "Findings by rule"),
    "by-rule-about": (
        "每条规则报告了多少问题，按级别分段，由多到少。",
        "How many findings each rule has, in pieces by severity, most first.",
    ),
    "by-document": ("各文件的问题", "Findings by document"),
    "by-document-about": (
        "每个文件有多少问题，按级别分段，由多到少。",
        "How many findings each document has, in pieces by severity, most first.",
    ),
    "by-unit": ("各单位的任务", "Tasks by unit"),
    "by-unit-about": (
        "每个单位牵头、参加、负责多少任务，由多到少；右边是任务数，同一任务中兼有两种分工的各计一次，只算一项任务。",
        "How many tasks each unit leads, joins and is responsible for, most first; the number on the right counts "
        "tasks, of which one with two parts for a unit is one.",
    ),
    "by-month": ("时限", "Time limits"),
    "by-month-about": (
        "每个月有多少时限到期，按最后一天计。",
        "How many time limits end in each month, by their last day.",
    ),
    "overview-undated": ("另有 {count} 个时限没有确定的日期。", "{count} more have no certain date."),
    "column-month": ("月份", "month"),
    "column-limits": ("时限数", "time limits"),
    "column-about": ("内容", "what it finds"),
    "column-total": ("合计", "total"),
    "page": ("第 {page} 页，共 {pages} 页", "Page {page} of {pages}"),
}

_WORDS |= CITING_WORDS | COMPARISON_WORDS | COVERAGE_WORDS | DISPLAY_WORDS | PAGE_WORDS


def why_scanned(marks: Iterable[str], language: str) -> str:
    """What is said of a document that was taken for a scan by these marks; "" where there are none."""
    named = [word(f"scan-{mark}", language) for mark in marks]
    return word("scanned", language, why=COMMA.in_language(language).join(named)) if named else ""


def phrase(key: str, **values: object) -> Words:
    """A phrase in both languages, its placeholders filled; a value that is words is taken in each language."""
    zh, en = _WORDS[key]
    return Words(zh.format(**_values(values, "zh")), en.format(**_values(values, "en")))


def _values(values: Mapping[str, object], language: str) -> dict[str, object]:
    return {name: v.in_language(language) if isinstance(v, Words) else v for name, v in values.items()}


def word(key: str, language: str, **values: object) -> str:
    """A phrase in "zh" or "en", its placeholders filled."""
    return _WORDS[key][language == "en"].format(**values)
