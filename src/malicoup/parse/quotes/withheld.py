"""What a writer tells of what his source left out: ولم يقدم تفاصيل, دون ذكر كذا."""

from __future__ import annotations

from functools import cache

from malicoup.lexicon._load import rows
from malicoup.lexicon.words import Tag
from malicoup.parse.page import Page

#: "But he …" with a reporting verb behind it.
BUT_HE = frozenset({"لكنه", "لكنها", "لكنهم", "ولكنه", "ولكنها", "ولكنهم"})


def is_withheld(page: Page, k: int) -> bool:
    """ولم يقدم تفاصيل, من دون أن يحدد, دون ذكر: what the source left out is the writer's word."""
    form = page.words[k].form
    k += form in _FROM or (form in BUT_HE and page.words[k + 1].form in _NEVER)  # من دون
    if k + 2 >= len(page) or page.words[k].form not in _WITHOUT:
        return False
    k += 1
    if page.words[k].form != "ان" and page.words[k - 1].form not in _NEVER:
        reading = page.words[k].reading(Tag.MASDAR | Tag.CUE_NOUN | Tag.NOUN)
        return reading is not None and reading.entry.lemma in _withheld()
    k += page.words[k].form == "ان"
    return any(
        r.entry.tag & (Tag.VERB | Tag.CUE) and not r.conjunction and r.entry.lemma in _withheld()
        for r in page.words[k].readings
    )


_FROM = frozenset({"من", "ومن"})
_NEVER = frozenset({"لم", "ولم"})
_WITHOUT = _NEVER | {"دون", "ودون", "بدون", "غير"}


@cache
def _withheld() -> frozenset[str]:
    return frozenset(word for row in rows("withheld") for word in row)
