"""The office's library in an editor: what a citation means is shown, and gone to."""

import pytest
from docx_documents import docx, p
from editor import editor
from lsprotocol import types

REGULATION = """示例市河道管护办法
（2022年3月5日示例市人民政府令第8号公布）
第一章 总则
第一条 为了加强河道管护，制定本办法。
第二条 河道管护坚持下列原则：
（一）分级负责；
（二）社会参与。
第三条 镇街应当每日巡查河道，及时打捞漂浮物。
第三条之一 打捞的漂浮物应当当日清运。
第二章 附则
第四条 本办法自2022年5月1日起施行。
"""
BODY = (
    "依照《示例市河道管护办法》第三条、第三条之一、第二条第二项、第二章和第九条，落实《示例省道路养护规定》。\n"
    "《示例市河道管护办法》第三条规定：“镇街应当每日巡查河道，及时打捞漂浮物。”\n"
)
NOTICE = f"示例区人民政府关于加强河道管护的通知\n各镇人民政府：\n{BODY}示例区人民政府\n2024年3月5日\n"


@pytest.fixture
def office(tmp_path):
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "regulation.txt").write_text(REGULATION, encoding="utf-8")
    (tmp_path / "lawcheck.toml").write_text('library = ["library"]', encoding="utf-8")
    return tmp_path


def at(words, line=2):
    return types.Position(line, NOTICE.splitlines()[line].index(words) + 1)


async def test_what_is_cited_is_shown_and_gone_to(office):
    file = office / "library" / "regulation.txt"
    async with editor(office) as session:
        found = await session.open("a.txt", NOTICE)
        assert [each.code for each in found] == ["CIT022"]
        for words, line, shown in [
            ("《示例市河道管护办法》", 0, "（2022年3月5日示例市人民政府令第8号公布）\n第一章 总则"),
            ("第三条、", 7, "第三条 镇街应当每日巡查河道，及时打捞漂浮物。"),
            ("第三条之一", 8, "第三条之一 打捞的漂浮物应当当日清运。"),
            ("第二条第二项", 6, "（二）社会参与。"),
            ("第二章", 9, "第二章 附则"),
        ]:
            hover = await session.hover("a.txt", at(words))
            assert hover.contents.value.startswith("《示例市河道管护办法》")
            assert shown in hover.contents.value
            assert hover.contents.value.endswith(f"{file}，第 {line + 1} 行")
            location = await session.definition("a.txt", at(words))
            assert (location.uri, location.range.start) == (file.as_uri(), types.Position(line, 0))
        hover = await session.hover("a.txt", at("每日巡查", 3))
        assert "第三条 镇街应当每日巡查河道" in hover.contents.value
        # What is wrong comes first; it leads to the document at least.
        hover = await session.hover("a.txt", at("第九条"))
        assert hover.contents.value.startswith("[CIT022]") and "《示例市河道管护办法》 · 不符" in hover.contents.value
        assert (await session.definition("a.txt", at("第九条"))).range.start == types.Position(0, 0)
        for words in ("依照", "《示例省道路养护规定》"):
            assert await session.hover("a.txt", at(words)) is None
            assert await session.definition("a.txt", at(words)) is None
        # The library is changed while the editor runs.
        file.write_text("\n" + REGULATION.replace("每日巡查", "每周巡查"), encoding="utf-8")
        session.type("a.txt", ((0, 0), (0, 0), ""))
        assert "每周巡查" in (await session.hover("a.txt", at("第三条、"))).contents.value
        assert (await session.definition("a.txt", at("第三条、"))).range.start == types.Position(8, 0)
        file.unlink()


async def test_a_word_file_of_the_library_is_opened_at_its_beginning(office):
    (office / "library" / "regulation.txt").unlink()
    file = office / "library" / "regulation.docx"
    file.write_bytes(docx("".join(p(line) for line in REGULATION.splitlines())))
    async with editor(office) as session:
        await session.open("a.txt", NOTICE)
        hover = await session.hover("a.txt", at("第三条、"))
        assert "镇街应当每日巡查河道" in hover.contents.value
        assert hover.contents.value.endswith(str(file))
        location = await session.definition("a.txt", at("第三条、"))
        assert (location.uri, location.range.start) == (file.as_uri(), types.Position(0, 0))


async def test_without_a_library_nothing_is_shown(tmp_path):
    async with editor(tmp_path) as session:
        await session.open("a.txt", NOTICE)
        assert await session.definition("a.txt", at("第三条、")) is None
        assert await session.definition("never-opened.txt", at("第三条、")) is None
