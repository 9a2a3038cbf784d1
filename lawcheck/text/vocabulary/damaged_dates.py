"""Dates that lost their signs: 20191月27日, 2019年1225日, 11月1起施行, 20151231日, 613日下午."""

from lawcheck.text.patterns import Pattern

# A date that lost one of its signs. 20191月27日, 2019年1225日, 2019年1月12印发: nothing else is written so, but 11日内
# and 15日的 may be days of a length, and 1、3日, 1至3日 and 1日 share theirs.
DATE_WITHOUT_YEAR_SIGN = Pattern(
    "(?<![0-9A-Za-z.．,/—－–〔号-])(?:19|20)[0-9]{2}(?:1[0-2]|0?[1-9])月(?![龄薪报息])", needs=("月",), first="12"
)
DATE_WITHOUT_MONTH_SIGN = Pattern(
    "(?<![0-9])(?:19|20)[0-9]{2}年(?!36[56]日)(?:(?:1[0-2]|0?[1-9])(?:3[01]|[12][0-9])日|(?:1[0-2]|0[1-9])0?[1-9]日"
    "|[0-9]{1,2}日(?=起|前|至|印发|发布|公布|通过|施行|[ \u3000]?第|[，。；）\n])"
    # 2023年4底前
    "|(?:1[0-2]|[1-9])(?=底[前，。；、）]|[上中下]旬))",
    needs=("日", "底", "旬"),
    first="12",
)
_DAY_IN_FIGURES = "(?:1[0-2]|0?[1-9])月(?:3[01]|[12][0-9]|0?[1-9])"
DATE_WITHOUT_DAY_SIGN = Pattern(
    f"(?<![0-9])(?:19|20)[0-9]{{2}}年{_DAY_IN_FIGURES}"
    "(?=起(?![0-9])|[前止](?![0-9])|至(?:今|[0-9]{1,4}[年月])|印发|发布|公布|通过|施行|第[0-9一二三四五六七八九十]{1,4}[届次]|[，。；）](?![0-9]))"
    f"|(?<![0-9年.．/—－–-]){_DAY_IN_FIGURES}(?=止[，。；）]|起(?:至|[施执实]行|正式|[，；])|前(?:[将把由向报送完提上交，。；]|各))",
    needs=("月",),
    first="12",
)
# 2024年5日6日: the month has the sign of the day.
DATE_WITH_TWO_DAY_SIGNS = Pattern(
    "(?<![0-9])(?:19|20)[0-9]{2}年(?:1[0-2]|0?[1-9])日(?:3[01]|[12][0-9]|0?[1-9])日", needs=("日",), first="12"
)
# 2024.5.6日, 2024年5.6日: points and signs in one date.
DATE_OF_POINTS_AND_SIGNS = Pattern(
    r"(?<![0-9.．/A-Za-z-])(?:19|20)[0-9]{2}(?:[.．](?:1[0-2]|0?[1-9])[.．月]|年(?:1[0-2]|0?[1-9])[.．])"
    r"(?:3[01]|[12][0-9]|0?[1-9])日(?![内报均])",
    needs=(".", "．"),
    first="12",
)

# 20151231日, 201211日: neither 年 nor 月 is left.
_ALL_FIGURES = "(?:19|20)[0-9]{2}(?:1[0-2]|0?[1-9])(?:3[01]|[12][0-9]|0?[1-9])"
DATE_OF_FIGURES = Pattern(
    f"(?<![0-9A-Za-z.．/_号—－–-]){_ALL_FIGURES}日(?![期志报记均龄历刊活])", needs=("日",), first="12"
)
# 613日下午: only where no length of time can stand, for 120日 is one. 1018日，… begins a sentence.
_MONTH_AND_DAY = "(?:1[0-2]|[1-9])(?:3[01]|[12][0-9])日"
DAY_WITHOUT_MONTH_SIGN = Pattern(
    f"(?m)(?<![0-9A-Za-z.．/—－–第-])(?<![0-9][,，]){_MONTH_AND_DAY}(?=[上下]午|[凌早]晨|早上|中午|晚|傍晚|夜间)"
    f"|(?:^|(?<=[。\u3000])|(?<=[今去当同]年)){_MONTH_AND_DAY}(?=，)"
    f"|(?<=[，。；：\n\u3000]自){_MONTH_AND_DAY}(?=起)",
    needs=("日",),
    first="123456789",
)
# A line that is nothing but the figures of a day: 2016121. Six of them may be a postcode.
LINE_OF_FIGURES = Pattern(
    f"(?m)^[ \u3000\xa0]*(?P<date>(?=[0-9]{{7}}){_ALL_FIGURES})[ \u3000\xa0]*$", needs=("19", "20")
)
# The year alone.
LINE_OF_YEAR = Pattern("(?m)^[ \u3000\xa0]*(?P<date>20[0-4][0-9])[ \u3000\xa0]*$", needs=("20",))
# 10月至02月, 于03月完成: a month without its year. 0, in a row of codes stands behind a sign.
PADDED_MONTH = Pattern("(?<![0-9０-９A-Za-z.．/年_—－–-])(?P<zero>[0０])[1-9１-９]月", needs=("月",))
