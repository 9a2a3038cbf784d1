"""Findings written into Word documents: comments at their characters, fixes as tracked changes, nothing else."""

import io
import re
import subprocess
import zipfile
from pathlib import Path

import docx as python_docx
import pytest
from checking import issue, rule_of
from command import lawcheck
from docx_documents import OFFICIAL, cell, changed, docx, field, num, p, run, signed, table, zipped
from docx_strategies import BODIES, BOLD, BOX, NOTE_SIGN, RUBY, RUNS, document
from docx_undone import joined, undone
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from timing import PATIENCE

from lawcheck.checks import engine
from lawcheck.reading.word.package import Package
from lawcheck.reading.word.word_text import WordText, read_text
from lawcheck.reading.word.xml import w
from lawcheck.reporting.annotation.annotate import MOST_COMMENTS_EACH, Annotated, Fixes, Manner, annotate
from lawcheck.rulebook.findings import Issue, IssuePlace, Safety, Severity
from lawcheck.text.edits import Edit, apply_edits

DATE = "2024-05-06T07:08:09Z"


def finding(*spans, edits=(), safety=Safety.SAFE, code="XYZ001"):
    """A diagnostic on these spans."""
    places = [IssuePlace(*spans[0], tuple(edits)), *(IssuePlace(*span) for span in spans[1:])]
    return issue(0, 0, "有问题", places=places, safety=safety, code=code, name="example", severity=Severity.WARNING)


def written(data: bytes, diagnostics, fixes=Fixes.ALL) -> tuple[bytes, Annotated]:
    """The annotated package."""
    package = Package(data, "示例.docx")
    rules = {found.code: rule_of(found, "改掉") for found in diagnostics}
    result = annotate(package, read_text(package), diagnostics, rules, Manner("审校", DATE, "zh", fixes))
    parts = {name: package.read(name) for name in package.names}
    return zipped({**parts, **result.replaced, **result.added}), result


def text_of(data: bytes, original=False) -> WordText:
    return read_text(Package(data, "示例.docx"), original)


def root_of(data: bytes, part="word/document.xml"):
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(part))


def commented(data: bytes) -> list[str]:
    """The visible text that each comment of the body stands on, in the order of the text."""
    package = Package(data, "示例.docx")
    text = read_text(package)
    order = {element: index for index, element in enumerate(package.xml(package.main).iter())}
    found = []
    for start in (e for e in order if e.tag == w("commentRangeStart")):
        end = next(e for e in order if e.tag == w("commentRangeEnd") and e.get(w("id")) == start.get(w("id")))
        inside = [r for paragraph in text.paragraphs for r in paragraph.runs if r[2] in order]
        found.append("".join(text.text[a:b] for a, b, e in inside if order[start] < order[e] < order[end]))
    return found


_SPANS = st.tuples(st.integers(0, 60), st.integers(0, 8), st.text("改其他，", max_size=3), st.sampled_from([0, 1, 2]))


def findings(text: str, spans) -> list[Issue]:
    """Diagnostics on these spans of a text, some with fixes."""
    found = []
    for start, length, content, kind in spans:
        a = min(start, len(text))
        b = min(a + length, len(text))
        edits = [Edit(a, b, content)] if kind and (content or a < b) else []
        found.append(finding((a, b), edits=edits, safety=Safety.SAFE if kind == 1 else Safety.UNSAFE))
    return found


@settings(max_examples=100, deadline=None)
@given(BODIES, st.lists(_SPANS, max_size=8), st.sampled_from(Fixes))
def test_undoing_everything_gives_the_original_xml(body, spans, fixes):
    data = document(body)
    after, result = written(data, findings(text_of(data).text, spans), fixes)
    assert result.comments == len(spans)
    before, there = (zipfile.ZipFile(io.BytesIO(d)) for d in (data, after))
    for name in before.namelist():
        if name in result.replaced and "Types" not in name and "rels" not in name:
            assert undone(etree.fromstring(there.read(name))) == joined(etree.fromstring(before.read(name)))
        elif name not in result.replaced:
            assert there.read(name) == before.read(name)
    assert text_of(after, original=True).text == text_of(data, original=True).text


@settings(max_examples=100, deadline=None)
@given(BODIES, _SPANS)
def test_accepting_a_change_gives_the_fixed_text(body, span):
    data = document(body)
    text = text_of(data).text
    (one,) = findings(text, [span])
    after, result = written(data, [one])
    expected = apply_edits(text, one.edits) if result.changes else text
    assert text_of(after).text == expected


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(RUNS, min_size=1, max_size=5), min_size=1, max_size=4), st.data())
def test_a_comment_stands_on_exactly_its_characters(paragraphs, data):
    package = docx("".join(p("".join(runs)) for runs in paragraphs))
    lines = text_of(package).paragraphs
    line = data.draw(st.sampled_from(lines))
    start = data.draw(st.integers(line.body_start, line.end - 1))
    end = data.draw(st.integers(start + 1, line.end))
    after, _ = written(package, [finding((start, end))])
    assert commented(after) == [text_of(package).text[start:end]]


def at(data: bytes, words: str) -> tuple[int, int]:
    start = text_of(data).text.index(words)
    return start, start + len(words)


def test_a_change_keeps_the_formatting_of_each_run():
    data = docx(p(run("推进其") + run("它工作", BOLD) + run("。")))
    after, result = written(data, [finding(at(data, "其它"), edits=[Edit(*at(data, "其它"), "其他")])])
    body = zipfile.ZipFile(io.BytesIO(after)).read("word/document.xml").decode()
    assert result.changes == 1
    assert re.search(r"<w:del [^>]*>(<w:r>.*?</w:r>)</w:del>", body)[1] == (
        '<w:r><w:rPr><w:b/></w:rPr><w:delText xml:space="preserve">它</w:delText></w:r>'
    )
    assert "<w:rPr><w:b/></w:rPr><w:t>他</w:t></w:r></w:ins>" in body
    assert commented(after) == ["其他"]


def test_authors_dates_and_numbers_are_set_and_unique():
    data = docx(p(run("甲，乙，丙") + changed("ins", run("丁"))))
    spans = [(1, 2), (3, 4)]
    after, _ = written(data, [finding(s, edits=[Edit(*s, "、")]) for s in spans])
    numbers = [e.get(w("id")) for e in root_of(after).iter(w("ins"), w("del"))]
    comments = list(root_of(after, "word/comments.xml"))
    numbers += [c.get(w("id")) for c in comments]
    assert len(numbers) == len(set(numbers)) == 7
    assert {(c.get(w("author")), c.get(w("date"))) for c in comments} == {("审校", DATE)}


def test_comments_and_changes_that_are_there_stay():
    once, _ = written(docx(p("甲，乙。")), [finding((1, 2), edits=[Edit(1, 2, "、")])])
    twice, _ = written(once, [finding((0, 1)), finding((2, 3))])
    comments = root_of(twice, "word/comments.xml")
    assert len(comments) == 3
    assert len({c.get(w("id")) for c in comments}) == 3
    assert commented(twice) == ["甲", "、", "乙"]
    assert len(list(root_of(twice).iter(w("del")))) == 1
    names = zipfile.ZipFile(io.BytesIO(twice)).namelist()
    assert names.count("word/comments.xml") == 1


def test_findings_without_characters_stand_on_their_neighbours():
    data = docx(p("总体要求", 1, 0) + p("甲乙。"), numbering=OFFICIAL + num(1, 1))
    end = at(data, "甲乙。")[1]
    after, _ = written(data, [finding((0, 2)), finding((end, end))])
    assert commented(after) == ["总体要求", "。"]


def test_findings_across_paragraphs_stand_on_the_first():
    data = docx(p("甲乙") + p("丙丁"))
    after, result = written(data, [finding((1, 4), edits=[Edit(1, 4, "")])])
    assert commented(after) == ["乙"]
    assert result.changes == 0


@pytest.mark.parametrize(
    ("part", "expected"),
    [("脚注", "正文"), ("页眉", "正文"), ("框内", "正文")],
)
def test_findings_elsewhere_are_commented_in_the_body(part, expected):
    data = document(p(run("正文") + NOTE_SIGN + BOX.format(p("框内文字"))))
    after, result = written(data, [finding(at(data, part), edits=[Edit(*at(data, part), "改后")])])
    comment = "".join(root_of(after, "word/comments.xml").itertext())
    assert part in comment
    assert result.changes == 1
    assert "改后" in text_of(after).text
    for name in ("footnotes", "header1"):
        assert not list(root_of(after, f"word/{name}.xml").iter(w("commentReference")))
    assert expected in text_of(after).text


def test_a_header_has_no_comment_even_where_the_body_has_no_place_for_one():
    after, result = written(document("<w:tbl/>"), [finding((1, 3))])
    assert result.comments == 0
    assert after == document("<w:tbl/>")


@pytest.mark.parametrize("inner", [changed("ins", run("甲，乙")), field(" REF x ", "甲，乙")])
def test_no_change_is_made_inside_of_other_changes_and_fields(inner):
    data = docx(p(inner))
    after, result = written(data, [finding((1, 2), edits=[Edit(1, 2, "、")])])
    assert result.changes == 0
    assert "“、”" in "".join(root_of(after, "word/comments.xml").itertext())
    assert text_of(after).text == text_of(data).text


def test_no_change_takes_the_sign_of_a_note_away():
    data = document(p(f"<w:r><w:t>甲</w:t>{NOTE_SIGN[5:-6]}<w:t>乙</w:t></w:r>"))
    after, result = written(data, [finding((0, 2), edits=[Edit(0, 2, "丙")])])
    assert result.changes == 0
    after, result = written(data, [finding((0, 1), edits=[Edit(0, 1, "丙")])])
    assert result.changes == 1
    deleted = next(root_of(after).iter(w("del")))
    assert [e.tag for e in deleted.iter()] == [w("del"), w("r"), w("delText")]


@pytest.mark.parametrize("edit", [Edit(1, 1, "新"), Edit(1, 2, "新"), Edit(4, 5, "")])
def test_no_change_is_made_in_a_run_that_cannot_be_cut(edit):
    data = docx(p(f"<w:r><w:t>甲乙</w:t>{RUBY}<w:t>丙丁戊</w:t></w:r>"))
    after, result = written(data, [finding((edit.start, edit.end), edits=[edit])])
    assert (result.comments, result.changes) == (1, 0)
    assert text_of(after).text == "甲乙字丙丁戊\n"


def test_a_change_goes_over_what_is_only_a_note_of_word():
    seen = "<w:r><w:t>甲</w:t><w:lastRenderedPageBreak/><w:t>乙</w:t></w:r>"
    after, result = written(docx(p(seen + run("丙"))), [finding((0, 2), edits=[Edit(0, 2, "丁")])])
    assert (result.changes, text_of(after).text) == (1, "丁丙\n")


def test_a_part_that_only_has_the_name_of_the_comments_stays():
    package = Package(docx(p("甲乙")), "示例.docx")
    parts = {name: package.read(name) for name in package.names} | {
        "word/Comments.xml": b"<a/>",
        "word/comments1.xml": b"",
    }
    after, _ = written(zipped(parts), [finding((0, 1))])
    assert zipfile.ZipFile(io.BytesIO(after)).read("word/Comments.xml") == b"<a/>"
    assert "有问题" in "".join(root_of(after, "word/comments2.xml").itertext())


def test_of_very_many_places_only_the_first_have_comments():
    data = docx(p("，" * 80))
    spans = [(n, n + 1) for n in range(80)]
    after, result = written(data, [finding(*spans)])
    assert result.comments == MOST_COMMENTS_EACH
    first, second = list(root_of(after, "word/comments.xml"))[:2]
    assert "共 80 处，只批注前 50 处" in "".join(first.itertext())
    assert "共 80 处" not in "".join(second.itertext())


def test_there_are_no_more_comments_than_word_opens(plan, monkeypatch):
    monkeypatch.setattr("lawcheck.reading.word.comments.MOST", 2)
    done = call(plan)
    assert (done.status, done.err) == (0, "lawcheck: 另有 1 处未批注：Word 打不开批注更多的文件\n")
    assert "批注 2 条" in done.out
    again = lawcheck("annotate", plan.with_name("out.docx"), "-o", plan.with_name("again.docx"), "--isolated")
    assert "批注 2 条" in again.out


# The command

PLAN = p("示例区楼道整治方案") + p(run("推进其") + run("它工作,抓好落实", BOLD) + run("。"))
PLAN += table([cell("任务"), cell("完成时限")], [cell("清理楼道"), cell("2024年13月底")])


@pytest.fixture
def plan(tmp_path) -> Path:
    path = tmp_path / "plan.docx"
    path.write_bytes(docx(PLAN))
    return path


def call(path: Path, *arguments: str):
    return lawcheck("annotate", path, "-o", path.with_name("out.docx"), "--isolated", "--ignore", "FMT", *arguments)


def test_the_command_says_what_it_did_and_leaves_its_input(plan):
    before = plan.read_bytes()
    done = call(plan, "--author", "张三", "--fixes", "all")
    out = plan.with_name("out.docx")
    assert (done.status, done.out, done.err) == (0, f"{out}：批注 3 条，修订 2 处\n", "")
    assert plan.read_bytes() == before
    comments = list(python_docx.Document(str(out)).comments)
    assert {c.author for c in comments} == {"张三"}
    texts = sorted(c.text for c in comments)
    assert [text[:8] for text in texts] == ["[DOC008]", "[PUN001]", "[TRM007]"]
    assert all("理由：" in text and re.search(r"依据：\[(规定|依据|惯例)\] ", text) for text in texts)
    assert commented(out.read_bytes()) == ["其他", "，", "2024年13月"]


@pytest.mark.parametrize(("fixes", "changes"), [("safe", 1), ("all", 2), ("none", 0)])
def test_which_fixes_become_changes(plan, fixes, changes):
    plan.write_bytes(docx(p("违反本办法第12条规定的,予以纠正。")))
    assert f"修订 {changes} 处" in call(plan, "--fixes", fixes, "--select", "PUN001,CIT008").out


def test_the_input_is_replaced_only_when_it_is_named(plan):
    assert lawcheck("annotate", plan, "-o", plan, "--isolated", "--ignore", "FMT").status == 0
    assert len(list(python_docx.Document(str(plan)).comments)) == 3
    assert lawcheck("annotate", plan).status == 2


def test_that_a_signature_is_lost_is_told_when_it_is(plan):
    plan.write_bytes(signed(plan.read_bytes()))
    out = plan.with_name("out.docx")
    done = call(plan)
    assert (done.status, done.err) == (0, f"lawcheck: {out}：文件有数字签名，改动后签名失效\n")
    done = call(plan, "--lang", "en")
    assert done.err == f"lawcheck: {out}：the file has a digital signature, which is void after a change\n"
    assert call(plan, "--select", "NUM").err == ""  # nothing was written into it


def test_what_is_no_word_file_is_refused_and_nothing_written(tmp_path):
    path = tmp_path / "plan.docx"
    path.write_text("方案", encoding="utf-8")
    done = call(path)
    assert done.status == 2
    assert done.err.count("\n") == 1
    assert not (tmp_path / "out.docx").exists()


def test_a_rule_that_fails_is_told_and_the_rest_is_written(plan, monkeypatch):
    check_of = engine.check_of

    def explode(*about):
        if "DOC008" in (getattr(one, "code", one) for one in about):
            raise ZeroDivisionError("division by zero")
        return check_of(*about)

    monkeypatch.setattr(engine, "check_of", explode)
    done = call(plan)
    assert done.status == 2
    assert done.err.startswith("lawcheck: 规则 DOC008（") and done.err.count("\n") == 1
    assert "PUN001" in "".join(root_of(plan.with_name("out.docx").read_bytes(), "word/comments.xml").itertext())


def test_other_formats_are_to_be_saved_as_docx_first(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_bytes(b"")
    told = "是 TXT 文本（.txt），不能批注；能批注的有 .docx、.pdf 文件，请先另存"
    assert call(path).err == f"lawcheck: {path}：{told}\n"


def test_libreoffice_sees_comments_and_changes_where_they_belong(plan, tmp_path, soffice):
    call(plan, "--fixes", "all")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "fodt", "--outdir", tmp_path, tmp_path / "out.docx"]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
    found = (tmp_path / "out.fodt").read_text(encoding="utf-8")
    assert (found.count("<text:insertion>"), found.count("<text:deletion>")) == (2, 2)
    body = re.sub(r"<text:tracked-changes>.*?</text:tracked-changes>", "", found, flags=re.DOTALL)
    pattern = r"<office:annotation [^>]*>.*?\[(\w{6})\].*?</office:annotation>(.*?)<office:annotation-end"
    places = {code: re.sub("<[^>]*>", "", text) for code, text in re.findall(pattern, body, flags=re.DOTALL)}
    assert {code: "".join(text.split()) for code, text in places.items()} == {
        "TRM007": "其它他",
        "PUN001": ",，",
        "DOC008": "2024年13月",
    }


def test_the_sign_of_a_note_between_two_runs_is_not_deleted_with_them():
    note = '<w:r><w:t>注</w:t><w:footnoteReference w:id="7"/></w:r>'
    data = document(p("<w:r><w:t>一一</w:t></w:r>" + note + "<w:r><w:t>二二</w:t></w:r>"))
    text = text_of(data).text
    (one,) = findings(text, [(text.index("一一"), len("一一注二二"), "", 1)])
    after, result = written(data, [one])
    assert result.changes == 0
    assert text_of(after).text == text


# The same file again


def marks(path: Path) -> tuple[int, int, int]:
    """How many comments, references to them and tracked changes a file has."""
    data = path.read_bytes()
    comments = len(root_of(data, "word/comments.xml"))
    root = root_of(data)
    changes = len(list(root.iter(w("ins"), w("del"))))
    return comments, len(list(root.iter(w("commentReference")))), changes


@pytest.mark.parametrize("author", ["lawcheck", "审校"])
def test_a_file_that_is_annotated_again_gains_nothing(plan, author):
    seen = []
    for source, target in (("plan", "one"), ("one", "two"), ("two", "three")):
        paths = plan.with_name(f"{source}.docx"), "-o", plan.with_name(f"{target}.docx")
        done = lawcheck("annotate", *paths, "--isolated", "--author", author)
        seen.append((done.out.split("：")[1], marks(plan.with_name(f"{target}.docx"))))
    assert seen[0][1][0] > 0
    assert seen[0][1][2] > 0
    assert seen[0] == seen[1] == seen[2]
    before = text_of(plan.read_bytes()).text
    assert text_of(plan.with_name("three.docx").read_bytes(), original=True).text == before


def test_what_others_wrote_stays_and_only_that_is_left_of_a_review(tmp_path):
    body = p("示例区人民政府办公室关于做好绿化工作的通知") + p("各街道：")
    body += p(run("各单位要抓好") + changed("ins", run("贯彻")) + run("落实,加强领导。"))
    path = tmp_path / "通知.docx"
    path.write_bytes(docx(body))
    for _ in range(3):
        lawcheck("annotate", path, "-o", path, "--isolated", "--stage", "final")
    root = root_of(path.read_bytes())
    assert [c.get(w("author")) for c in root.iter(w("ins"))].count("示例") == 1
    found = lawcheck("check", path, "--isolated", "--stage", "final", "--select", "FMT008", "--output-format", "json")
    messages = [d["message"] for d in found.json["files"][0]["diagnostics"]]
    assert len(messages) == 1
    assert "1 处修订" in messages[0]


def test_a_file_without_faults_loses_the_old_comments(plan):
    call(plan)
    out, clean = plan.with_name("out.docx"), plan.with_name("clean.docx")
    assert "批注 0 条，修订 0 处" in lawcheck("annotate", out, "-o", clean, "--isolated", "--select", "CIT001").out
    assert marks(clean) == (0, 0, 0)
    assert text_of(clean.read_bytes()).text == text_of(plan.read_bytes()).text


def test_a_comment_that_somebody_answered_stays(plan):
    call(plan)
    out = plan.with_name("out.docx")
    with zipfile.ZipFile(out) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    w14, w15 = (f"http://schemas.microsoft.com/office/word/201{n}/wordml" for n in (0, 2))
    comments = etree.fromstring(files["word/comments.xml"])
    comments[0][-1].set(f"{{{w14}}}paraId", "00000001")
    files["word/comments.xml"] = etree.tostring(comments)
    entries = f'<e:commentsEx xmlns:e="{w15}"><e:commentEx e:paraId="2" e:paraIdParent="00000001"/></e:commentsEx>'
    files["word/commentsExtended.xml"] = entries.encode()
    relations = "word/_rels/document.xml.rels"
    kind = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    link = f'<Relationship Id="x9" Type="{kind}" Target="commentsExtended.xml"/></Relationships>'
    files[relations] = files[relations].decode().replace("</Relationships>", link).encode()
    out.write_bytes(zipped(files))
    lawcheck("annotate", out, "-o", out, "--isolated", "--select", "CIT001")
    assert marks(out)[0] == 1


def test_further_places_refer_to_the_first():
    after, _ = written(docx(p("，" * 3)), [finding((0, 1), (1, 2), (2, 3))])
    first, *others = ["\n".join(c.itertext()) for c in root_of(after, "word/comments.xml")]
    assert "理由" in first
    assert others == ["[XYZ001] （同上，见第 1 处）"] * 2


def test_what_is_left_of_a_review_is_one_comment():
    found = [finding((0, 1), (2, 3), code="FMT008"), finding((1, 2), code="FMT008")]
    after, result = written(docx(p("甲乙丙丁")), found)
    assert result.comments == 1
    assert "".join(root_of(after, "word/comments.xml").itertext()).count("[FMT008]") == 2
