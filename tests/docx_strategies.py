"""Word documents of all sorts: runs, fields, notes, boxes, tracked changes, lists and tables in any order."""

from docx_documents import OFFICIAL, cell, changed, docx, field, num, p, run, table
from hypothesis import strategies as st

BOLD = "<w:b/>"
HEADER = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
NOTE = '<w:footnote w:id="7"><w:p>{}</w:p></w:footnote>'
NOTE_SIGN = '<w:r><w:footnoteReference w:id="7"/></w:r>'
BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>{}</w:txbxContent>'
    "</wps:txbx></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
)
_WORDS = st.text("甲乙丙丁，。 其它a1", min_size=1, max_size=6)
RUNS = st.builds(run, _WORDS, st.sampled_from(["", BOLD, "<w:i/>"]))
RUBY = f"<w:ruby><w:rt>{run('a')}</w:rt><w:rubyBase>{run('字')}</w:rubyBase></w:ruby>"
_ODD = st.sampled_from(
    [
        "<w:r><w:tab/></w:r>",
        "<w:r><w:t>前</w:t><w:br/><w:t>后 </w:t><w:noBreakHyphen/></w:r>",
        "<w:proofErr w:type='spellStart'/>",
        "<w:bookmarkStart w:id='3' w:name='b'/><w:bookmarkEnd w:id='3'/>",
        f"<w:r><w:t>注</w:t>{NOTE_SIGN[5:]}",
        field(" REF x ", "域内"),
        BOX.format(p("框内文字")),
        "<w:r/>",
        '<w:r><w:br w:type="page"/></w:r>',
        f"<w:r>{RUBY}</w:r>",
        f"<w:r><w:t>前，</w:t>{RUBY}<w:t>后，文</w:t></w:r>",
        "<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>",
    ]
)
_WRAPPED = st.one_of(
    st.builds(lambda inner: changed("ins", inner), RUNS),
    st.builds(lambda words: changed("del", run(words, tag="delText")), _WORDS),
    st.builds(lambda inner: f'<w:hyperlink w:anchor="x">{inner}</w:hyperlink>', RUNS),
    st.builds(lambda inner: f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>", RUNS),
)
_PARAGRAPHS = st.builds(
    lambda inner, number: p("".join(inner), number, 0),
    st.lists(st.one_of(RUNS, RUNS, _ODD, _WRAPPED), max_size=6),
    st.sampled_from([None, 1]),
)
_TABLES = st.builds(lambda first, second: table([cell(first), cell(second)]), _PARAGRAPHS, _PARAGRAPHS)
BODIES = st.lists(st.one_of(_PARAGRAPHS, _PARAGRAPHS, _TABLES), min_size=1, max_size=5).map("".join)


def document(body: str) -> bytes:
    """A document with this body, a list, a footnote and a header."""
    return docx(
        body,
        section=HEADER,
        numbering=OFFICIAL + num(1, 1),
        footnotes=NOTE.format(run("脚注，文字。")),
        header1=p("页眉文字"),
    )
