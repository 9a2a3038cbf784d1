"""Builds the documentation site: `make site` writes `build/site/zh` and `build/site/en`, to be put on any server.

The pages of `docs/` and of the rules are gathered in one folder for each language, with links between them; links to
other files of the project become plain text. Nothing in the site is loaded from elsewhere, and searching in it asks
nobody.
"""

import re
import shutil
import tempfile
from pathlib import Path, PurePosixPath

import jieba
from mkdocs.commands.build import build
from mkdocs.config import load_config

ROOT = Path(__file__).parents[2]
LANGUAGES = {"zh": "中文", "en": "English"}
_LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s#]+)(#[^)\s]*)?\)")
_SECTION = re.compile(r"^## (.+)$", re.MULTILINE)
_INDEX_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
# Generated pages begin with a note; MkDocs takes the title from a heading that comes first.
_NOTE = re.compile(r"\A<!--.*?-->\s*")
_START = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>lawcheck</title>
<meta http-equiv="refresh" content="0; url=zh/"></head>
<body><p><a href="zh/">中文</a> <a href="en/">English</a></p></body></html>
"""


def pages(language: str) -> dict[str, str]:
    """By the path of a file in the project, its path in the site of a language."""
    suffix = "" if language == "zh" else f".{language}"
    found = {f"docs/{language}/{path.name}": path.name for path in (ROOT / "docs" / language).glob("*.md")}
    found |= {f"docs/images/{path.name}": f"images/{path.name}" for path in (ROOT / "docs" / "images").iterdir()}
    found[f"rules/README{suffix}.md"] = "rules/index.md"
    for path in (ROOT / "rules" / "pages").glob(f"*{suffix}.md"):
        code = path.name.removesuffix(f"{suffix}.md")
        if "." not in code:
            found[f"rules/pages/{path.name}"] = f"rules/{code}.md"
    return found | {"CONTRIBUTING.md": "contributing.md", "CHANGELOG.md": "changelog.md"}


def gathered(language: str, folder: Path) -> None:
    """Writes the pages of a language into a folder, as the site has them."""
    places = pages(language)
    (other,) = LANGUAGES.keys() - {language}
    elsewhere = {origin: f"../{other}/{_address(place)}" for origin, place in pages(other).items()}
    for origin, place in places.items():
        target = folder / place
        target.parent.mkdir(parents=True, exist_ok=True)
        if origin.endswith(".md"):
            target.write_text(
                _linked((ROOT / origin).read_text(encoding="utf-8"), origin, places, elsewhere), encoding="utf-8"
            )
        else:
            shutil.copy(ROOT / origin, target)


def _address(place: str) -> str:
    """Where a page of the site is found in the end: each has a folder of its own."""
    path = PurePosixPath(place)
    folder = path.parent if path.name == "index.md" else path.with_suffix("")
    return "" if folder == PurePosixPath() else f"{folder}/"


def _linked(text: str, origin: str, places: dict[str, str], elsewhere: dict[str, str]) -> str:
    """A page whose links lead to pages of the site, of this language or the other (`elsewhere`).

    Links to other files of the project are their words.
    """
    here = PurePosixPath(places[origin]).parent
    # MkDocs knows no page of another site, so links to those are written as they will be in the end.
    above = "../" * _address(places[origin]).count("/")

    def link(match: re.Match[str]) -> str:
        mark, words, path, part = match[1], match[2], match[3], match[4] or ""
        if "://" in path:
            return match[0]
        file = _joined(PurePosixPath(origin).parent, path)
        target = places.get(file)
        if target is None and file in elsewhere:
            return f"{mark}[{words}]({above}{elsewhere[file]})"
        return f"{mark}[{words}]({_relative(target, here)}{part})" if target else words

    return _LINK.sub(link, _NOTE.sub("", text))


def _joined(folder: PurePosixPath, path: str) -> str:
    parts: list[str] = []
    for part in (folder / path).parts:
        if part != "..":
            parts.append(part)
        elif parts:
            parts.pop()
    return "/".join(parts)


def _relative(target: str, folder: PurePosixPath) -> str:
    return "../" * len(folder.parts) + target


def navigation(language: str) -> list[object]:
    """The order of the pages, which is that of `index.md`."""
    text = (ROOT / "docs" / language / "index.md").read_text(encoding="utf-8")
    places = pages(language)
    entries: list[object] = ["index.md"]
    _, *sections = _SECTION.split(text)
    for title, section in zip(sections[::2], sections[1::2], strict=True):
        found = (places.get(_joined(PurePosixPath(f"docs/{language}"), path)) for path in _INDEX_LINK.findall(section))
        entries.append({title: [place for place in found if place]})
    return entries


def build_language(language: str, target: Path) -> None:
    """Builds the site of a language; what is wrong in it, such as a link that leads nowhere, is an error."""
    with tempfile.TemporaryDirectory() as folder:
        gathered(language, Path(folder))
        config = load_config(
            str(Path(__file__).with_name("mkdocs.yml")),
            docs_dir=folder,
            site_dir=str(target / language),
            nav=navigation(language),
            strict=True,
        )
        config.theme["language"] = language
        config.extra["alternate"] = [
            {"name": name, "link": f"../{key}/", "lang": key} for key, name in LANGUAGES.items()
        ]
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()


def build_site(target: Path) -> None:
    """Builds the site in both languages."""
    jieba.setLogLevel("WARNING")  # it tells of each step
    for language in LANGUAGES:
        build_language(language, target)
    (target / "index.html").write_text(_START, encoding="utf-8")


if __name__ == "__main__":
    build_site(ROOT / "build" / "site")
