"""Strategies for text: Arabic in every state that reports arrive in."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Iterable
from typing import ParamSpec, TypeVar, cast

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

_P = ParamSpec("_P")
_T = TypeVar("_T")
_S = TypeVar("_S", bound=SearchStrategy[object])


def cached(make: Callable[_P, _S]) -> Callable[_P, _S]:
    """Keep the strategies that *make* made: to make one takes longer than to draw from it."""
    return cast("Callable[_P, _S]", functools.lru_cache(maxsize=64)(make))


def choose(draw: DrawFn, options: Iterable[_T]) -> _T:
    """One of *options*, the first being the simplest; quicker than a new ``sampled_from``."""
    items = tuple(options)
    return items[draw(st.integers(0, len(items) - 1))]


@cached
def maybe(strategy: SearchStrategy[_T]) -> SearchStrategy[_T | None]:
    """None, or what *strategy* gives."""
    return st.none() | strategy


#: Letters, the Persian and Maghrebi ones of names included.
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةىپچژڤگکی"
DIACRITICS = "".join(map(chr, (*range(0x064B, 0x0653), 0x0670)))
DIGITS = "".join(map(chr, (*range(0x30, 0x3A), *range(0x0660, 0x066A), *range(0x06F0, 0x06FA))))
#: Quotation marks by code point, since their order on the screen deceives.
QUOTATION_MARKS = "\u0022\u0027\u00ab\u00bb\u2018\u2019\u201a\u201c\u201d\u201e\u2039\u203a"
STOPS = ".,:;!?()[]-–—/…%،؛؟٪٫٬"
#: Controls of direction and of joining.
CONTROLS = "".join(
    map(
        chr,
        (0x061C, 0x200C, 0x200D, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)),
    )
)
#: Beyond U+FFFF: a flag is two of them, a pilot four with joiners.
EMOJI = "😀🚁🇲🇱👩🏽✈📰"
TATWEEL = "\u0640"

#: Phrases that hold what single characters hardly ever make up.
_PHRASES = (
    "قالت الوزيرة إن الاتفاق «لم يُوقَّع بعد».",
    "\u200fوأضاف المتحدث: \u201dننتظر الرد\u201d",
    "سلّمت الشركة ٣ طائرات في 2017، أي ٪١٢ من الطلبية.",
    "«كتب أحدهم: “لا”»",
    "عقيدٌ في الجيش 👩🏽\u200d✈️",
    "",
)
#: Ordinary words, so that most generated text looks like text.
_WORDS = (
    "وزير", "متحدّث", "الجيش", "قال", "أكدت", "صفقة", "مروحيات", "تدريب", "ضباط", "مدينة",
    "العام", "الماضي", "حكومة", "اتفاق", "مصادر", "خبيرة", "لجنة", "بيان", "حول", "إنّ",
    "سـلام", "الأمن", "مؤتمر", "شركة", "معهد", "قاعدة", "صحيفة", "رئيسة", "تقرير", "غير",
)  # fmt: skip


@cached
def arabic_text(*, min_size: int = 0, max_size: int | None = None) -> SearchStrategy[str]:
    """Text with letters, diacritics, digits of three scripts, marks, controls and emoji.

    Lone surrogates are left out: no file in UTF-8 can hold them.
    """
    alphabet = "".join(
        [
            LETTERS,
            " \n\t\u00a0",
            DIACRITICS,
            DIGITS,
            QUOTATION_MARKS,
            STOPS,
            CONTROLS,
            EMOJI,
            TATWEEL,
        ]
    )
    texts = st.text(st.sampled_from(alphabet), min_size=min_size, max_size=max_size)
    fitting = [
        phrase
        for phrase in _PHRASES
        if min_size <= len(phrase) and (max_size is None or len(phrase) <= max_size)
    ]
    return texts | st.sampled_from(fitting) if fitting else texts


@cached
def words() -> SearchStrategy[str]:
    """Words: a letter, then letters, diacritics, digits, controls or emoji; no blanks, no marks."""
    inner = st.sampled_from(LETTERS + DIACRITICS + DIGITS + CONTROLS + EMOJI + TATWEEL)
    odd = st.builds(str.__add__, st.sampled_from(LETTERS), st.text(inner, max_size=5))
    return st.sampled_from(_WORDS) | odd


@cached
def phrases(*, min_size: int = 1, max_size: int = 3) -> SearchStrategy[str]:
    """Words with single blanks between them: names, titles, ranks, descriptions."""
    return st.lists(words(), min_size=min_size, max_size=max_size).map(" ".join)


@cached
def ids() -> SearchStrategy[str]:
    """Ids as the parser writes them, and others that may stand in an address."""
    plain = st.builds("{}{}".format, st.sampled_from("amqcde"), st.integers(1, 99))
    return plain | words()


@cached
def rules() -> SearchStrategy[str]:
    """Names of rules and codes of diagnostics."""
    parts = ("verb", "subject", "that", "date2", "mark", "never-closed", "by_hand")
    names = ["-".join(pair) for pair in itertools.permutations(parts, 2)]
    return st.sampled_from(["manual", *parts, *names])
