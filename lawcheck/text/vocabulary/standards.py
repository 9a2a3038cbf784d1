"""The codes and numbers of standards: GB/T 9704—2012, HJ 633—2012, DB32/T 4000—2021."""

# Sectoral codes, without the letter that says that a standard is recommended.
_SECTORAL = (
    "AQ|BB|CB|CH|CJ|CY|DA|DL|DZ|FZ|GA|GH|GM|GY|HB|HG|HJ|HY|JB|JC|JGJ?|JR|JT|JY|LB|LD|LS|LY|MH|MT|MZ|NB|NY|QB|QC|QX"
    "|RB|SB|SC|SF|SH|SJ|SL|SN|SY|TB|TD|WB|WH|WS|WW|XB|XF|YB|YC|YD|YS|YY|YZ"
)
# National, local and sectoral ones.
STANDARD_CODES = f"GB|DB[0-9]{{2}}|{_SECTORAL}"
# Those that are written with nothing behind them but a letter of their own.
STANDARD_CODE = f"(?:GBJ|GBZ|CJJ|JTG|{STANDARD_CODES})(?:/[TZ])?"
YEAR_OF_STANDARD = "[ ]?[-—－–][ ]?(?:(?:19|20)[0-9]{2}|[89][0-9])(?![0-9])"
STANDARD_NUMBER = rf"{STANDARD_CODE}[ ]?[0-9]{{1,6}}(?:\.[0-9]{{1,3}})*(?:{YEAR_OF_STANDARD})"
# The same with whatever a careless hand or recognition makes of it: GB厂T 3095, DB ll/408.2007, G8 50016一20l4.
LOOSE_STANDARD_NUMBER = (
    rf"(?<![A-Za-z0-9/_.-])(?P<code>JTG(?:/T)?[ ]?[A-H]|GBJ|GBZ|CJJ|DB[ ]?[0-9lI]{{2}}|[Gg][Bb8]|6B|C8|{_SECTORAL})"
    r"(?P<slash>[ ]?[/／\\|厂][ ]?[TZt丁]|[丁压斤]|/)?"
    r"(?P<blank>[ ]?)(?P<number>[0-9lIO](?:[ ]?[0-9lIO]{1,5})?(?:\.[0-9lI]{1,2}(?![0-9lIO]))*)"
    r"(?:(?P<dash>[ ]?[-—－–一~～_.:：·][ ]?|[ ])(?P<year>[12lI][ ]?[09OoQ](?:[ ]?[0-9OolI]){2}|[0-9]{2})"
    r"|(?P<glued>(?:19|20)[0-9]{2}))?(?![0-9A-Za-z]|[.—-][0-9])"
)
