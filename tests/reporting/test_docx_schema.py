"""What is written is what the schema of Word allows: whatever is wrong with a file was wrong before.

The validator follows Microsoft's Open XML SDK: order and kind of elements, attributes, numbers that must be unique.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from command import lawcheck
from docx_documents import docx, p, run
from docx_strategies import BODIES, document
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator
from test_docx_annotate import finding, written

from lawcheck.fixing.fixer import compatible
from lawcheck.reading.formats import DOCX
from lawcheck.reading.word.editing import WordEditor
from lawcheck.text.edits import Edit

EXAMPLE = Path(__file__).parents[2] / "examples" / "plan.docx"
_SPANS = st.tuples(st.integers(0, 60), st.integers(0, 6), st.sampled_from(["", "改", " 其他", "\n"]))


def faults(data: bytes) -> set[str]:
    """What is wrong with a package, apart from parts that Word itself would add."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.docx")
        path.write_bytes(data)
        # One validator for each file: it takes packages for the same that stand at the same place in memory.
        found = OpenXmlValidator().validate(str(path)).errors
    return {error.description for error in found if "A required relationship type" not in error.description}


@pytest.mark.parametrize(
    "body",
    [
        f"<w:p>{run('甲')}<w:pPr/></w:p>",
        "<w:p><w:r><w:t>甲</w:t><w:rPr><w:b/></w:rPr></w:r></w:p>",
        "<w:p><w:r><w:rPr><w:sz w:val='3'/><w:b/></w:rPr></w:r></w:p>",
        "<w:p><w:commentReference w:id='1'/></w:p>",
        "<w:p><w:ins w:id='1' w:author='甲'><w:p/></w:ins></w:p>",
    ],
)
def test_the_validator_sees_what_stands_in_the_wrong_place(body):
    assert faults(docx(p("甲"))) == set()
    assert faults(docx(body))


@settings(max_examples=60, deadline=None)
@given(BODIES, st.lists(_SPANS, max_size=6))
def test_annotating_and_fixing_add_no_fault(body, spans):
    data = document(body)
    editor = WordEditor(data, "示例.docx", DOCX)
    size = len(editor.source.text)
    places = [(min(a, size), min(a + n, size), content) for a, n, content in spans]
    edits = [Edit(*place) for place in places if place[2] or place[0] < place[1]]
    annotated, _ = written(data, [finding((e.start, e.end), edits=[e]) for e in edits])
    before = faults(data)
    assert faults(annotated) <= before
    taken = [edit for edit in edits if editor.takes([edit]) and "page" not in body]
    kept = [taken[index] for index in compatible([[edit] for edit in taken])]
    editor.edited(editor.source, sorted(kept, key=lambda edit: (edit.start, edit.end)))
    assert faults(editor.packed()) <= before


def test_the_commands_write_valid_files(tmp_path):
    path, out = tmp_path / "plan.docx", tmp_path / "out.docx"
    path.write_bytes(EXAMPLE.read_bytes())
    assert faults(path.read_bytes()) == set()
    assert lawcheck("annotate", path, "-o", out, "--isolated", "--fixes", "all").status == 0
    lawcheck("check", path, "--isolated", "--fix", "--unsafe-fixes")
    assert path.read_bytes() != EXAMPLE.read_bytes()
    assert faults(out.read_bytes()) == faults(path.read_bytes()) == set()
