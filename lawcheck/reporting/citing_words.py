"""The words of the table of references, in Chinese and English."""

CITING_WORDS = {
    "cite": ("引用核对", "References"),
    "cite-summary": (
        "{path}：引用 {count} 处，相符 {right}，不符 {different}，已废止 {repealed}，有新版 {newer}，"
        "库中没有 {missing}，无从核对 {unknown}",
        "{path}: {count} reference(s), {right} right, {different} different, {repealed} repealed, {newer} replaced,"
        " {missing} not in the library, {unknown} unclear",
    ),
    "cite-at": ("{path}，第 {line} 行", "{path}, line {line}"),
    "state-right": ("相符", "right"),
    "state-different": ("不符", "different"),
    "state-repealed": ("已废止", "repealed"),
    "state-newer": ("有新版", "replaced"),
    "state-missing": ("库中没有", "not in the library"),
    "state-unknown": ("无从核对", "unclear"),
    "cite-law": ("国家法律法规数据表", "table of national law"),
    "column-state": ("状态", "state"),
    "column-cited-at": ("位置", "place"),
    "column-cited": ("引用", "reference"),
    "column-known": ("核对依据", "held against"),
    "column-remarks": ("说明", "remarks"),
    "cite-sheet": ("引用核对", "references"),
}
