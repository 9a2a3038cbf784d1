"""The rooms of lawcheck from the bottom to the top, and the path of a text, as tables and drawings.

A module imports from its own room and from those below. `tests/test_docs.py` holds this list against the order that
`tests/test_rooms.py` enforces.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Room:
    """A folder of `lawcheck/`, or a module that stands beside them, with what it does in both languages."""

    name: str
    zh: str
    en: str
    is_module: bool = False

    @property
    def path(self) -> str:
        """The file or folder."""
        return f"lawcheck/{self.name}{'.py' if self.is_module else '/'}"

    def about(self, language: str) -> str:
        """What it does, in "zh" or "en"."""
        return self.en if language == "en" else self.zh


ROOMS = (
    Room("records", "数据类，用到时才生成方法", "dataclasses whose methods are made when used", is_module=True),
    Room("errors", "会抛出的错误，每个一行说明", "what is raised: one line for each", is_module=True),
    Room("text", "文字：原文、视图、位置对应、词汇、模式", "the text: source, view, offsets, vocabulary, patterns"),
    Room("reading", "从文件到文字，再写回文件", "from files to text, and back to files"),
    Room(
        "structure",
        "从文字到结构：语法、标题、条款、任务、单位",
        "from text to structure: grammars, headings, tasks, units",
    ),
    Room("rulebook", "规则是什么：规则文件、说明、示例、登记", "what a rule is: rule files, words, examples, registry"),
    Room(
        "checks", "检查函数，每类规则一个目录；逐条运行规则", "the check functions, a folder a family; runs the rules"
    ),
    Room("fixing", "修改：一起作，直到没有可改的", "edits: made together until none is left"),
    Room("pipeline", "一份文件从头到尾：解析、检查、修改", "one document from end to end", is_module=True),
    Room(
        "running", "许多文件：配置、进程、缓存、基线、改动", "many documents: configuration, processes, cache, baseline"
    ),
    Room("comparing", "两稿比较，修订引出的问题", "two revisions, and the problems of a revision"),
    Room("testing", "用示例检验规则", "runs the examples of rules", is_module=True),
    Room("reporting", "结果写成人和程序读的各种格式", "results as people and programs read them"),
    Room("api", "Python 接口", "the Python interface"),
    Room("surfaces", "命令行、网页、编辑器、智能体、总览", "command line, page, editors, agents, overview"),
)
_FOOT = {"zh": "只能引用自己和下面的", "en": "imports only from itself and below"}
_COLUMNS = {"zh": "| 位置 | 内容 |", "en": "| Place | What it holds |"}

# What a text becomes on its way, and which room makes the next thing of it.
PATH = (
    ("file", "文件", "bytes", "reading"),
    ("Source", "解码后的文字", "the decoded text", "text.layers"),
    ("View", "作者的文字", "the author's text", "structure"),
    ("Document", "结构", "the structure", "checks"),
    ("Finding", "问题", "what is wrong", "reporting, fixing"),
)
_END = {"zh": "报告，改后的文件", "en": "reports, fixed files"}

_STYLE = (
    "text{font-family:'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif;fill:#1b1f24}"
    ".name{font-weight:bold;font-size:15px}.about{font-size:13px}.arrow{stroke:#57606a;stroke-width:2;fill:none}"
    ".room{fill:#e3ecf7;stroke:#3a6ea5}.module{fill:#fff;stroke:#8c959f;stroke-dasharray:4 3}"
)
_HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-label="{label}">\n'
    "<style>{style}</style>\n"
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
    '<path d="M0 0L8 4L0 8z" fill="#57606a"/></marker></defs>\n'
    '<rect width="{width}" height="{height}" fill="#fff"/>\n'
)


def table(language: str) -> Iterator[str]:
    """The rooms as rows, the highest first."""
    yield _COLUMNS[language]
    yield "| --- | --- |"
    for room in reversed(ROOMS):
        yield f"| `{room.path}` | {room.about(language)} |"


def drawing(language: str) -> str:
    """The rooms as a house: each stands on those that it may import."""
    width, step = 720, 44
    height = step * len(ROOMS) + 20
    parts = [_HEAD.format(width=width, height=height, label=_FOOT[language], style=_STYLE)]
    for index, room in enumerate(reversed(ROOMS)):
        y = 10 + index * step
        kind = "module" if room.is_module else "room"
        parts.append(f'<rect class="{kind}" x="50" y="{y}" width="660" height="{step - 8}" rx="4"/>\n')
        parts.append(f'<text class="name" x="64" y="{y + 23}">{room.name}</text>\n')
        parts.append(f'<text class="about" x="184" y="{y + 23}">{escape(room.about(language))}</text>\n')
    parts.append(f'<path class="arrow" d="M25 20V{height - 22}" marker-end="url(#tip)"/>\n')
    parts.append(f'<text class="about" transform="translate(18 {height - 30}) rotate(-90)">{_FOOT[language]}</text>\n')
    return "".join(parts) + "</svg>\n"


def path_drawing(language: str) -> str:
    """What a text becomes on its way."""
    width, height, step = 1000, 120, 166
    parts = [_HEAD.format(width=width, height=height, label=" → ".join(row[0] for row in PATH), style=_STYLE)]
    for index, (name, zh, en, maker) in enumerate(PATH):
        x = 6 + index * step
        about = zh if language == "zh" else en
        parts.append(f'<rect class="room" x="{x}" y="44" width="124" height="56" rx="4"/>\n')
        parts.append(f'<text class="name" x="{x + 62}" y="68" text-anchor="middle">{name}</text>\n')
        parts.append(f'<text class="about" x="{x + 62}" y="90" text-anchor="middle">{escape(about)}</text>\n')
        parts.append(f'<path class="arrow" d="M{x + 126} 72h36" marker-end="url(#tip)"/>\n')
        parts.append(f'<text class="about" x="{x + 145}" y="32" text-anchor="middle">{maker}</text>\n')
    x = 6 + len(PATH) * step
    parts.append(f'<text class="about" x="{x + 4}" y="76">{_END[language]}</text>\n')
    return "".join(parts) + "</svg>\n"
