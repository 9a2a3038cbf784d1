"""The words of the reports that are not those of a rule, in Chinese and English."""

_WORDS = {
    "error": ("错误", "error"),
    "warning": ("警告", "warning"),
    "info": ("提示", "info"),
    "safe": ("安全", "safe"),
    "unsafe": ("需人工确认", "needs review"),
    "fix": ("修改", "fix"),
    "related": ("参见", "see"),
    "occurrences": ("另见", "also"),
    "clean": ("检查了 {files} 个文件，没有发现问题", "{files} file(s) checked, nothing found"),
    "summary": (
        "检查了 {files} 个文件：错误 {error}，警告 {warning}，提示 {info}",
        "{files} file(s) checked: {error} error(s), {warning} warning(s), {info} note(s)",
    ),
    "encodings": ("编码：{names}", "encodings: {names}"),
    "failed": ("{count} 个文件未能检查", "{count} file(s) could not be checked"),
    "lost": ("（原编号缺失，应为 {number}）", "(marker lost, must have been {number})"),
    "plan": ("方案", "plan"),
    "official": ("公文", "official document"),
    "statute": ("法规", "statute"),
    "on": ("开", "on"),
    "off": ("关", "off"),
    "rule": ("规则", "rule"),
    "name": ("名称", "name"),
    "severity": ("级别", "severity"),
    "default": ("默认", "default"),
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
    "customary": ("惯例", "convention"),
    "bad": ("有问题（⟦ ⟧ 为报告处）", "Bad (reported between ⟦ ⟧)"),
    "fixed": ("修改后", "Fixed"),
    "good": ("没有问题", "Good"),
    "kinds": ("适用", "for"),
    "empty": ("没有任务", "no tasks"),
}


def word(key: str, language: str, **values: object) -> str:
    """A phrase in "zh" or "en", its placeholders filled."""
    return _WORDS[key][language == "en"].format(**values)
