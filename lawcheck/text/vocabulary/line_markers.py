"""What a line may begin with that numbers it: the forms of ordinals, for those who only ask whether one stands there.

Which level an ordinal is of, and whether it is one, is known to `lawcheck/structure/levels.py`.
"""

_CHINESE = "[一二三四五六七八九十]{1,3}"
SECTION = f"{_CHINESE}[、.．]"
BRACKETED = r"[（(〔\[][一二三四五六七八九十\d－—-]{1,4}[）)〕\]]"
ITEM = r"\d{1,3}[^\S\n]?[.．、,)）]"
DIVISION = r"第[零〇一二三四五六七八九十百千\d]{1,7}[编章节条部]"
POINT = "[①-⑳⑴-⒇]"
SERIAL = f"{_CHINESE}是"
# Any of them.
ORDINAL = f"(?:{SECTION}|{BRACKETED}|{ITEM}|{DIVISION}|{POINT})"
