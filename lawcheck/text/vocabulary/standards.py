"""The codes and numbers of standards: GB/T 9704—2012, HJ 633—2012, DB32/T 4000—2021."""

# National, local and sectoral codes, without the letter that says that a standard is recommended.
STANDARD_CODES = (
    "GB|DB[0-9]{2}|AQ|BB|CB|CH|CJ|CY|DA|DL|DZ|FZ|GA|GH|GM|GY|HB|HG|HJ|HY|JB|JC|JGJ?|JR|JT|JY|LB|LD|LS|LY|MH|MT|MZ|NB|NY|QB|QC|QX"
    "|RB|SB|SC|SF|SH|SJ|SL|SN|SY|TB|TD|WB|WH|WS|WW|XB|XF|YB|YC|YD|YS|YY|YZ"
)
# Those that are written with nothing behind them but a letter of their own.
STANDARD_CODE = f"(?:GBJ|GBZ|CJJ|JTG|{STANDARD_CODES})(?:/[TZ])?"
YEAR_OF_STANDARD = "[ ]?[-—－–][ ]?(?:(?:19|20)[0-9]{2}|[89][0-9])(?![0-9])"
STANDARD_NUMBER = rf"{STANDARD_CODE}[ ]?[0-9]{{1,6}}(?:\.[0-9]{{1,3}})*(?:{YEAR_OF_STANDARD})"
