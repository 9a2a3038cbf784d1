"""How often a call reads and parses a document: never more than it has to."""

import shutil
from collections import Counter
from pathlib import Path

import pytest
from command import lawcheck

from lawcheck import pipeline
from lawcheck.reading.word import package
from lawcheck.reading.word.word_text import read_source
from lawcheck.surfaces.cli.configured import finder_for
from lawcheck.surfaces.web.downloads import download
from lawcheck.surfaces.web.drafts import DraftVersion
from lawcheck.surfaces.web.work import WorkJob

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def counts(monkeypatch):
    """How often documents are parsed, and Word packages opened and their text read."""
    found = Counter()
    for owner, name, key in (
        (pipeline, "build_document", "parsed"),
        (package.Package, "__init__", "opened"),
    ):
        monkeypatch.setattr(owner, name, counting(getattr(owner, name), found, key))
    return found


def counting(real, found, key):
    def counted(*arguments, **named):
        found[key] += 1
        return real(*arguments, **named)

    return counted


@pytest.fixture(params=[".txt", ".docx"])
def document(request, tmp_path):
    """A document with something to fix."""
    path = tmp_path / f"plan{request.param}"
    if request.param == ".docx":
        shutil.copy(EXAMPLES / "plan.docx", path)
    else:
        path.write_text("示例区工作方案\n一、总体要求\n健全制度,明确责任。\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "call",
    [
        ("check", "--no-cache"),
        ("check", "--no-cache", "--output-format", "json"),
        ("check", "--no-cache", "--output-format", "html"),
        ("check", "--no-cache", "--output-format", "html=a.html", "--output-format", "sarif"),
        ("overview", "--no-cache", "-o", "a.html"),
        ("tasks",),
        ("outline",),
    ],
    ids=" ".join,
)
def test_what_only_reports_reads_and_parses_once(document, counts, call, monkeypatch):
    monkeypatch.chdir(document.parent)
    assert lawcheck(*call, document).status in (0, 1)
    assert counts == Counter(parsed=1, opened=int(document.suffix == ".docx")) + Counter()


def test_what_is_known_from_before_is_not_parsed_again(document, counts):
    lawcheck("check", document)
    counts.clear()
    lawcheck("check", document, "--lang", "en", "--output-format", "sarif")
    assert counts == Counter()
    lawcheck("check", document, "--output-format", "html")
    assert counts == Counter()


def texts(document):
    """What a fix has to parse: the document before and after, a Word file also as text alone, to see what is lost."""
    return 4 if document.suffix == ".docx" else 2


def test_a_fix_parses_the_text_before_and_the_text_after(document, counts):
    lawcheck("check", document, "--fix", "--output-format", "html")
    assert counts == Counter(parsed=texts(document), opened=int(document.suffix == ".docx")) + Counter()
    counts.clear()
    lawcheck("check", document, "--fix")
    assert counts["parsed"] == 1


def test_what_a_fix_would_do_is_known_from_both_texts(document, counts):
    lawcheck("check", document, "--diff")
    assert counts["parsed"] == texts(document)


def test_an_annotated_file_is_parsed_once(tmp_path, counts):
    path = shutil.copy(EXAMPLES / "plan.docx", tmp_path)
    lawcheck("annotate", path, "-o", tmp_path / "b.docx")
    assert counts == Counter(parsed=1, opened=1)


def test_a_comparison_parses_each_revision_once(counts):
    lawcheck("compare", EXAMPLES / "plan.txt", EXAMPLES / "plan-revised.txt", "--output-format", "json")
    assert counts == Counter(parsed=2)


def test_a_file_that_is_taken_from_the_page_annotated_is_parsed_once(counts):
    data = (EXAMPLES / "plan.docx").read_bytes()
    job = WorkJob("plan.docx", DraftVersion(data, original=data), finder_for(None, isolated=True).resolved("plan.docx"))
    counts.clear()
    taken = download(job, "annotated")
    # What was uploaded, and what it is now.
    assert counts == Counter(parsed=1, opened=2)
    before, after = (read_source(each, taken.name, original=True).text for each in (data, taken.data))
    assert after == before
