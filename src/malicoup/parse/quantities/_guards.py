"""Numbers that count nothing: model numbers, clock times, scores, telephones, list numbers."""

from __future__ import annotations

from functools import cache

from malicoup.lexicon._load import rows
from malicoup.parse._view import View
from malicoup.parse._words import word_set
from malicoup.parse.dates._parts import counts
from malicoup.text.fold import fold

_TIES = frozenset({"-", "–", "‑", "_", "/"})
_CHAIN = frozenset({"-", "–", ":", "/", "+", ".", "*", "x"})

_OPENING = frozenset({"«", "“", '"', "”"})
_CLOSING = frozenset({"»", "”", '"', "“"})


def skipped_until(view: View, i: int) -> int:
    """Index after the digits at *i* where they are no quantity, else 0."""
    if view.kind(i) != "n":
        return 0
    named = _names(view, i) or _numbered(view, i) or _list_number(view, i) or _in_title(view, i)
    if named:
        return _tied_end(view, i)
    return _chain_end(view, i)


def _tied_end(view: View, i: int) -> int:
    """The end of the digits tied to those at *i* by hyphens and the like."""
    end = i + 1
    while view.raw(end) in _CHAIN and view.touching(end - 1) and view.touching(end):
        if view.kind(end + 1) != "n":
            break
        end += 2
    return end


def _names(view: View, i: int) -> bool:
    """إف-16, إس 400, أس- 300, F 16, #2030."""
    mark = view.raw(i - 1)
    if mark == "#" and view.touching(i - 1):
        return True
    if _named_year(view, i):
        return True
    if mark in _TIES and view.kind(i - 2) in ("w", "l") and view.touching(i - 2):
        return view.touching(i - 1) or view.folded(i - 2) in word_set("letter_names")
    if view.kind(i - 1) == "l":
        return view.touching(i - 1) or (len(view.raw(i - 1)) <= 3 and view.raw(i - 1).isupper())
    if view.kind(i + 1) == "l" and view.touching(i) and len(view.raw(i + 1)) <= 2:
        return view.raw(i + 1).isupper()
    before = view.folded(i - 1)
    return before in word_set("letter_names") or _bare(before) in ("طراز", "نوع")


def _named_year(view: View, i: int) -> bool:
    """نسيم - 2021, نسيم2021: the number of an exercise or a project."""
    tied = view.raw(i - 1) in ("-", "–") and view.kind(i - 2) in ("w", "l")
    if tied and len(view.digits(i)) == 4 and view.whole(i, 1900, 2100) is not None:
        return not view.word(i - 2).hit
    word = view.word(i - 1)
    return view.kind(i - 1) == "w" and view.touching(i - 1) and not (word.lone or word.hit)


def _in_title(view: View, i: int) -> bool:
    """«جنيف 2»: one word and a number alone in quotation marks are a name."""
    return (
        view.raw(i + 1) in _CLOSING
        and view.kind(i - 1) == "w"
        and view.raw(i - 2) in _OPENING
        and not view.word(i - 1).hit
    )


def _bare(folded: str) -> str:
    for prefix in ("وال", "بال", "لل", "ال"):
        if folded.startswith(prefix):
            return folded[len(prefix) :]
    return folded


def _numbered(view: View, i: int) -> bool:
    """القرار 2254, رقم 5: the number is a name."""
    before = _bare(view.folded(i - 1))
    if view.raw(i - 1) in (":", "(") and view.kind(i - 2) == "w":
        return _bare(view.folded(i - 2)) in word_set("numbered_things")
    things = word_set("numbered_things")
    if view.word(i + 1).month and before in word_set("named_after_days"):
        return True
    if _is_far_name(view, i) or before in things:
        return True
    return before[1:] in things and before[:1] in ("و", "ف", "ب", "ل")


def _is_far_name(view: View, i: int) -> bool:
    """قرار مجلس الشورى 2100: the number of a thing whose complement stands between."""
    if len(view.digits(i)) < 3 or counts(view, i + 1) or not view.folded(i - 1).startswith("ال"):
        return False
    at = i - 1
    while at > i - 5 and view.kind(at) == "w" and not view.word(at).hit:
        at -= 1
        if _bare(view.folded(at)) in word_set("resolutions"):
            return True
    return False


@cache
def _graded() -> frozenset[tuple[str, str]]:
    """Titles with a grade, folded: فريق أول, ملازم أول."""
    pairs = (fold(cell).split() for row in rows("titles") for cell in row[:2])
    return frozenset((pair[0], pair[1]) for pair in pairs if len(pair) > 1)


def is_graded(view: View, i: int) -> bool:
    """الفريق أول فلان: the ordinal is the grade of a rank and counts nothing."""
    before = view.folded(i - 1)
    return any((form, view.word(i).core) in _graded() for form in (_bare(before), before[1:]))


def _list_number(view: View, i: int) -> bool:
    """1- or 2) at the beginning of a line."""
    if i and view.kind(i - 1) != "b":
        return False
    mark = view.raw(i + 1)
    if mark not in ("-", "–", ")", ".", "ـ") or not view.touching(i) or view.touching(i + 1):
        return False
    return view.whole(i, 0, 99) is not None and view.kind(i + 2) in ("w", "l", "p")


def _chain_end(view: View, i: int) -> int:
    """The end of a clock time, a telephone number, a score, a sum: 06:50, 0123-456-789, 5+1."""
    digits = view.digits(i)
    lone = view.raw(i - 1) == "+" and view.touching(i - 1)
    end = _tied_end(view, i)
    marks = [view.raw(at) for at in range(i + 1, end, 2)] + ["+"] * lone
    if not marks:
        return i + 1 if len(digits) > 6 and digits.startswith("0") and digits.isdecimal() else 0
    if len(marks) == 1 and marks[0] in ("-", "–"):
        return 0  # a range or a score: decided with what follows
    if len(marks) == 1 and marks[0] == "/":
        low, high = view.whole(i, 1, 99), view.whole(i + 2, 2, 100)
        return 0 if low is not None and high is not None and low < high else end
    return end
