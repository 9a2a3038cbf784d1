"""Writes what follows from the code in `docs/` and for pre-commit: `make docs`, after the pages of the rules."""

import re
from pathlib import Path

import rooms

from lawcheck.reading.formats import FORMATS as FILE_FORMATS
from lawcheck.reading.formats import editable_endings
from lawcheck.reporting.report_formats import FORMATS

DOCS = Path(__file__).parents[1]
HOOKS = DOCS.parent / ".pre-commit-hooks.yaml"
_FORMAT_COLUMNS = {
    "zh": ("| `--output-format` | 用途 | 另需安装 |", "默认"),
    "en": ("| `--output-format` | what for | needs |", "the default"),
}


def formats_table(language: str) -> str:
    """The formats of reports, a row for each."""
    head, default = _FORMAT_COLUMNS[language]
    lines = [head, "| --- | --- | --- |"]
    for number, row in enumerate(FORMATS.values()):
        about = row.zh if language == "zh" else row.en
        note = "" if number else f"（{default}）" if language == "zh" else f" ({default})"
        lines.append(f"| `{row.name}` | {about}{note} | {f'`{row.extra}`' if row.extra else ''} |")
    return "\n".join(lines)


_READ_COLUMNS = {
    "zh": ("| 读取的文件 | `--fix` | `annotate` | 另需安装 |", "能"),
    "en": ("| Files | `--fix` | `annotate` | needs |", "yes"),
}


def files_table(language: str) -> str:
    """The files that are read, a row for each format."""
    head, yes = _READ_COLUMNS[language]
    lines = [head, "| --- | --- | --- | --- |"]
    for row in FILE_FORMATS:
        fixed, annotated = (yes if can else "" for can in (row.can_be_edited, row.is_annotated))
        program = "LibreOffice" if row.convert else ""
        lines.append(f"| {row.title.in_language(language)} | {fixed} | {annotated} | {program} |")
    return "\n".join(lines)


def hooks(text: str) -> str:
    """The hooks of pre-commit, with the endings of the files that are read everywhere."""
    endings = "|".join(ending.removeprefix(".") for ending in editable_endings())
    return re.sub(r"(?m)^(  files: ).*$", lambda match: rf"{match[1]}(?i)\.({endings})$", text)


def filled(text: str, name: str, content: str) -> str:
    """A page with the part between `<!-- name: make docs -->` and `<!-- /name -->` written anew."""
    pattern = re.compile(rf"(<!-- {name}: make docs -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    return pattern.sub(lambda match: f"{match[1]}{content}\n{match[2]}", text)


def files() -> dict[Path, str]:
    """Every file that is written, with its text."""
    texts = {HOOKS: hooks(HOOKS.read_text(encoding="utf-8"))}
    for language in rooms.LANGUAGES:
        for page, name, content in (
            ("reports", "formats", formats_table(language)),
            ("checking", "files", files_table(language)),
            ("architecture", "rooms", "\n".join(rooms.table(language))),
        ):
            path = DOCS / language / f"{page}.md"
            texts[path] = filled(path.read_text(encoding="utf-8"), name, content)
        texts[DOCS / "images" / f"rooms-{language}.svg"] = rooms.drawing(language)
        texts[DOCS / "images" / f"path-{language}.svg"] = rooms.path_drawing(language)
    return texts


def main() -> None:
    """Writes them."""
    for path, text in files().items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
