"""An amount in words, as it is written out on papers about money: Vietnamese and English."""

from collections.abc import Callable, Iterator, Mapping

IN_WORDS_FROM_VND = 10_000_000
"""Above this an amount is shown in words beside its figures."""

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_GROUPS = ("", "nghìn", "triệu")
_BILLION = "tỷ"

_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = (
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
_SCALES = ("", "thousand", "million", "billion", "trillion", "quadrillion")


def amount_words(amount_vnd: int, language: str = "vi") -> str:
    """``12570000`` → "mười hai triệu năm trăm bảy mươi nghìn đồng". Any other language: English."""
    say, sign, unit = _LANGUAGES.get(language, _LANGUAGES["en"])
    words = f"{say(abs(amount_vnd))} {unit}"
    return f"{sign} {words}" if amount_vnd < 0 else words


def vietnamese(number: int) -> str:
    """Read as in the north: linh, tư after a full ten, nghìn, tỷ."""
    if number == 0:
        return _DIGITS[0]
    return " ".join(_vietnamese(number, leading=True))


def english(number: int) -> str:
    """British: "and" before what follows the hundreds."""
    if number == 0:
        return _SMALL[0]
    parts: list[str] = []
    for scale in range(len(_SCALES) - 1, -1, -1):
        group = number // 1_000**scale % 1_000
        if group:
            parts.append(" ".join(_english_group(group, last=scale == 0 and bool(parts))))
            if _SCALES[scale]:
                parts.append(_SCALES[scale])
    return " ".join(parts)


def _vietnamese(number: int, *, leading: bool) -> Iterator[str]:
    """Billions are counted as a number of their own, so that any size can be read."""
    billions, rest = divmod(number, 10**9)
    if billions:
        yield from _vietnamese(billions, leading=leading)
        yield _BILLION
        leading = False
    for place in (2, 1, 0):
        group = rest // 1_000**place % 1_000
        if group:
            yield from _vietnamese_group(group, leading=leading)
            if _GROUPS[place]:
                yield _GROUPS[place]
            leading = False


def _vietnamese_group(group: int, *, leading: bool) -> Iterator[str]:
    """Three digits; all three are said unless they begin the number."""
    hundreds, tens, ones = group // 100, group // 10 % 10, group % 10
    if hundreds or not leading:
        yield from (_DIGITS[hundreds], "trăm")
        leading = False
    if tens > 1:
        yield from (_DIGITS[tens], "mươi")
    elif tens == 1:
        yield "mười"
    elif ones and not leading:
        yield "linh"
    if ones:
        yield _ones(tens, ones)


def _ones(tens: int, ones: int) -> str:
    """mốt after twenty, tư after twenty, lăm after ten."""
    if tens > 1 and ones in (1, 4):
        return "mốt" if ones == 1 else "tư"
    return "lăm" if tens and ones == 5 else _DIGITS[ones]


def _english_group(group: int, *, last: bool) -> Iterator[str]:
    hundreds, rest = divmod(group, 100)
    if hundreds:
        yield f"{_SMALL[hundreds]} hundred"
    if rest:
        if hundreds or last:
            yield "and"
        yield _english_rest(rest)


def _english_rest(rest: int) -> str:
    if rest < len(_SMALL):
        return _SMALL[rest]
    tens, ones = divmod(rest, 10)
    return f"{_TENS[tens]}-{_SMALL[ones]}" if ones else _TENS[tens]


_LANGUAGES: Mapping[str, tuple[Callable[[int], str], str, str]] = {
    "vi": (vietnamese, "âm", "đồng"),
    "en": (english, "minus", "đồng"),
}
