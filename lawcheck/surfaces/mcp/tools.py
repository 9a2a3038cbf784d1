"""What agents can ask for: each tool gives the report that the command of its name writes as JSON."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import BeforeValidator, Field

from lawcheck import pipeline
from lawcheck.api.checker import fix_file
from lawcheck.api.given import HERE, KindName
from lawcheck.api.structures import compare_files, cover_files, each_document
from lawcheck.errors import SourceError, UsageError, Words
from lawcheck.reading import read_path, text_source
from lawcheck.reading.files import STDIN
from lawcheck.reporting.catalogue import explanation
from lawcheck.reporting.citing.cite_convert import citing_file
from lawcheck.reporting.citing.cite_report import CiteReport
from lawcheck.reporting.comparison.compare_report import CompareReport
from lawcheck.reporting.convert import checked_file, outline_file, task_file
from lawcheck.reporting.coverage.cover_report import CoverReport
from lawcheck.reporting.report import FileError, OutlineReport, Report, TaskReport
from lawcheck.reporting.written import FixedFile
from lawcheck.rulebook.registry import find_rule
from lawcheck.running.configuration.finder import Finder
from lawcheck.running.configuration.layering import Resolved
from lawcheck.running.named import named_documents
from lawcheck.surfaces.mcp.folders import Folders
from lawcheck.text.source import Source

_Path = Annotated[
    str | None,
    Field(
        description="文件或文件夹；与 text 同时给出时只是它的名字 / "
        "a file or folder; beside `text` it is only what the text is called, and its ending tells the format"
    ),
]
_Text = Annotated[str | None, Field(description="要检查的文字，代替文件 / the text itself, instead of a file")]
_File = Annotated[str, Field(description="文件 / a file")]
# Agents give one where several are taken.
_SEVERAL = BeforeValidator(lambda given: (given,) if isinstance(given, str) else given)
_Kind = Annotated[KindName, Field(description="文件的种类 / the kind of document")]
_Rules = Annotated[
    tuple[str, ...], _SEVERAL, Field(description="规则编号、前缀或 ALL / codes of rules, prefixes, or ALL")
]
_Output = Annotated[
    str | None,
    Field(
        description="写入的文件：原文件，或者还没有的文件；不给出则不写，只返回文字 / where to write: the file itself, "
        "or one that is not there yet; without it nothing is written and the fixed text is returned"
    ),
]
_Unsafe = Annotated[bool, Field(description="也作需要人工确认的修改 / also the fixes that somebody has to confirm")]
_Made = TypeVar("_Made")


class FixedDocument(FixedFile):
    """A document after its fixes; `text` is there where nothing was written."""

    text: str | None = None


class Tools:
    """The tools, as methods: their names, arguments and results are those of the protocol.

    `finder` looks up what holds for documents, after the rules and the kind of one call. Raises what the Python
    interface raises, and UsageError for a file outside the folders.
    """

    def __init__(self, folders: Folders, writing: bool, finder: Callable[..., Finder]) -> None:
        self._folders = folders
        self._writing = writing
        self._finder = finder

    def check(
        self,
        path: _Path = None,
        text: _Text = None,
        kind: _Kind = "auto",
        select: _Rules = (),
        ignore: _Rules = (),
    ) -> Report:
        """检查文件或文字，报告问题：在哪里、为什么、依据什么、怎么改。

        Checks documents and reports what is wrong, where, why, by which source, and how to fix it.
        """
        finder = self._found(kind, select, ignore)
        files, errors = self._each(
            path, text, finder, lambda source, at: checked_file(pipeline.check(source, at.options), at.language)
        )
        return Report(files=files, errors=errors)

    def fix(
        self,
        path: _Path = None,
        text: _Text = None,
        output: _Output = None,
        unsafe: _Unsafe = False,
        kind: _Kind = "auto",
        select: _Rules = (),
        ignore: _Rules = (),
    ) -> FixedDocument:
        """改正可以安全改正的问题，返回改好的文字，或者写入文件。

        Makes the fixes that are safe; returns the fixed text, or writes it to a file.
        """
        finder = self._found(kind, select, ignore)
        if output is not None:
            return self._fixed_file(path, text, output, unsafe, finder)
        source = self._only(path, text)
        fixed = pipeline.fix(source, finder.resolved(source.path).options, unsafe)
        counts = dict(sorted(fixed.edits.items()))
        return FixedDocument(path=source.path, fixes=counts, left=fixed.left, text=fixed.text)

    def outline(self, path: _Path = None, text: _Text = None, kind: _Kind = "auto") -> OutlineReport:
        """文件的层次结构。

        The structure of documents: headings, items, articles.
        """
        files, errors = self._each(
            path,
            text,
            self._found(kind),
            lambda source, at: outline_file(source, pipeline.parse(source, at.kind)),
        )
        return OutlineReport(files=files, errors=errors)

    def tasks(self, path: _Path = None, text: _Text = None, kind: _Kind = "auto") -> TaskReport:
        """任务清单：牵头、参加和责任单位，时限。

        The tasks with their lead, participating and responsible units, and their deadlines.
        """
        files, errors = self._each(
            path, text, self._found(kind), lambda source, at: task_file(source, pipeline.parse(source, at.kind))
        )
        return TaskReport(files=files, errors=errors)

    def compare(self, old: _File, new: _File, kind: _Kind = "auto") -> CompareReport:
        """比较两稿：增删、移动、改写，单位、时限和指标的变动，新增和消除的问题。

        Compares two revisions: what changed, and the findings that came and went.
        """
        before, after = self._folders.inside(old), self._folders.inside(new)
        return compare_files(before, after, self._found(kind).resolved(after))

    def cover(
        self,
        superiors: Annotated[tuple[str, ...], _SEVERAL, Field(description="上级文件 / the superior documents")],
        own: Annotated[str, Field(description="本级文件 / one's own document")],
        kind: _Kind = "auto",
    ) -> CoverReport:
        """对照上级文件：各项任务由哪些措施承接，缺什么、低于什么。

        Holds a document against its superiors: which measures take up each of theirs, what is missing or less.
        """
        given, mine = list(map(self._folders.inside, superiors)), self._folders.inside(own)
        return cover_files(given, mine, self._found(kind).resolved(mine))

    def cite(self, path: _Path = None, text: _Text = None, kind: _Kind = "auto") -> CiteReport:
        """核对引用：每一处引用与文件库和国家法律法规对照。

        Every reference, held against the configured library and national law.
        """
        files, errors = self._each(path, text, self._found(kind), citing_file)
        return CiteReport(files=files, errors=errors)

    def explain(self, code: Annotated[str, Field(description="规则的编号或名称 / code or name of a rule")]) -> str:
        """说明一条规则：理由、依据、示例和改法。

        Explains a rule: reason, sources, examples and fix.
        """
        resolved = self._found().resolved(HERE)
        rule = resolved.configured(find_rule(code, resolved.own_rules))
        return "\n".join(explanation(rule, resolved.language))

    def _found(self, kind: KindName = "auto", select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> Finder:
        chosen = None if kind == "auto" else kind
        return self._finder(kind=chosen, select=select, ignore=ignore)

    def _each(
        self, path: str | None, text: str | None, finder: Finder, convert: Callable[[Source, Resolved], _Made]
    ) -> tuple[tuple[_Made, ...], tuple[FileError, ...]]:
        """What is made of the text, or of each document that the path names, and what could not be read."""
        if text is not None:
            source = self._only(path, text)
            return (convert(source, finder.resolved(source.path)),), ()
        place = self._folders.inside(_given(path))
        found = named_documents([place], finder)
        # A document in a folder can be a link that leads out of it.
        allowed = [each for each in found if isinstance(each, SourceError) or self._folders.holds(each)]
        return each_document(allowed, finder, convert)

    def _only(self, path: str | None, text: str | None) -> Source:
        """The one document of a call."""
        if text is not None:
            return text_source(text, STDIN if path is None else path)
        return read_path(self._folders.inside(_given(path)))

    def _fixed_file(
        self, path: str | None, text: str | None, output: str, unsafe: bool, finder: Finder
    ) -> FixedDocument:
        if not self._writing:
            raise UsageError(
                Words(
                    "不能写文件：服务器启动时没有 --allow-write",
                    "nothing may be written: the server was started without --allow-write",
                )
            )
        if text is not None:
            raise UsageError(Words("output 只用于 path", "output is only for a path"))
        place, target = self._folders.inside(_given(path)), self._folders.inside(output)
        if target != place and os.path.lexists(target):
            raise UsageError(Words(f"{output} 已经存在", f"{output} exists already"))
        if Path(target).suffix != Path(place).suffix:
            raise UsageError(Words("output 的扩展名应与 path 相同", "output needs the same ending as path"))
        written = fix_file(place, None if target == place else target, finder.resolved(place), unsafe)
        return FixedDocument(**written.model_dump())


def _given(path: str | None) -> str:
    if path is None:
        raise UsageError(Words("请给出 path 或 text", "path or text is needed"))
    return path
