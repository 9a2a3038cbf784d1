"""The genres of documents."""

import pytest

from lawcheck.text.vocabulary.genres import GENRES, Meaning, alternatives, genre_of, meaning_of


@pytest.mark.parametrize(
    ("title", "genre", "meaning"),
    [
        ("示例区绿化工作方案", "方案", Meaning.PLAN),
        ("示例区防汛应急预案", "应急预案", Meaning.PLAN),
        ("示例区绿化管理办法（试行）", "办法", Meaning.STATUTE),
        ("示例区绿化管理办法（试行）（征求意见稿）", "办法", Meaning.STATUTE),
        ("示例区绿化条例(2024年修订)", "条例", Meaning.STATUTE),
        ("示例站操作规程", "规程", Meaning.STATUTE),
        ("示例村村规民约公约", "公约", Meaning.STATUTE),
        ("示例学校章程", "章程", Meaning.STATUTE),
        ("财务管理制度", "制度", Meaning.STATUTE),
        ("示例区服务标准", "标准", Meaning.STATUTE),
        ("关于印发方案的通　知", "通知", Meaning.OFFICIAL),
        ("关于同意示例的复函", "复函", Meaning.OFFICIAL),
        ("2024年政府工作报告", "报告", Meaning.OFFICIAL),
        ("示例区权责目录", "目录", Meaning.OTHER),
        ("示例区专家名单", "名单", Meaning.OTHER),
        ("合作框架协议", "协议", Meaning.OTHER),
        ("示例区绿化工作情况", "情况", Meaning.LOOSE),
        ("示例区绿化工作", None, None),
        ("", None, None),
    ],
)
def test_titles(title: str, genre: str | None, meaning: Meaning | None) -> None:
    assert genre_of(title) == genre
    assert meaning_of(title) == meaning


def test_each_genre_means_one_thing() -> None:
    every = alternatives(*Meaning).split("|")
    assert sorted(every) == sorted(GENRES)
    assert [len(word) for word in every] == sorted((len(word) for word in every), reverse=True)
    assert all(genre_of(f"示例区{word}") in GENRES for word in GENRES)
