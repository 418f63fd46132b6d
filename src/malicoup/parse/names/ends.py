"""What ends a phrase that opens with a title."""

from __future__ import annotations

from malicoup.lexicon.words import Reading, Tag
from malicoup.parse.page import Page


def is_closed(page: Page, k: int, end: int, head: Reading) -> bool:
    """ضباط متمردون رئيس كذا: no noun goes on with people behind their plural adjective."""
    many = head.entry.number == "p"
    word, before = page.words[k], page.words[k - 1]
    if many and word.tags & Tag.MASDAR and before.tags & Tag.COUNTRY:  # الضباط في كذا اعتقال كذا
        return not word.form.startswith("ال") and not word.tags & (Tag.ADJECTIVE | Tag.NISBA)
    many = many and not head.article
    noun = word.tags & (Tag.TITLE | Tag.MASDAR) and not word.tags & (Tag.ADJECTIVE | Tag.NISBA)
    plural = any(
        r.entry.number == "p" and r.entry.tag & (Tag.ADJECTIVE | Tag.NISBA) and not r.article
        for r in before.readings
    )
    whole = before.form.endswith("ون") and not before.form.startswith(
        "ال"
    )  # no ن before a genitive
    return bool(many and noun and (whole or (k > end and plural)))
