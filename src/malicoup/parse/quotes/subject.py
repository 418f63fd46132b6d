"""Where the subject of a reporting word stands, and how far its noun phrase goes."""

from __future__ import annotations

from malicoup.lexicon.words import Tag, Word
from malicoup.parse.names.complement import is_loose
from malicoup.parse.names.phrase import Phrase
from malicoup.parse.page import Page
from malicoup.parse.quotes.content import COMMAS
from malicoup.parse.quotes.nearby import comma_before, comma_from

#: Words that lead on from a noun phrase to circumstances of the speech.
_CIRCUMSTANCE = frozenset(
    {
        "في",
        "فى",
        "خلال",
        "يوم",
        "اليوم",
        "امس",
        "بعد",
        "قبل",
        "عبر",
        "عند",
        "لدى",
        "ل",
        "لـ",
        "بشان",
        "حول",
        "ردا",
        "امام",
        "اثناء",
        "عقب",
        "على",
        "عن",
        "الى",
        "ان",
    }
)
#: Prepositions that carry a noun phrase on: عدد من, الخلاف بين.
_WITHIN = frozenset({"من", "بين", "غير", "باسم", "مثل", "ضد"})
_AUXILIARIES = frozenset(
    {"قد", "كان", "كانت", "كانوا", "سوف", "لا", "لم", "ما", "نفسه", "نفسها", "ايضا"}
)


def ends_noun_phrase(page: Page, first: int, k: int) -> bool:
    """Whether a noun phrase that began at token *first* has ended before token *k*."""
    word = page.words[k]
    if page.kind(k) not in "wln":
        return page.raw(k) not in "()٪%" or k == first
    if word.tags & (Tag.THAT | Tag.RELATIVE | Tag.TIME) and not word.tags & Tag.TITLE:
        return True
    if word.form in _CIRCUMSTANCE or (word.tags & Tag.PREPOSITION and word.form not in _WITHIN):
        return not _leads_to_body(page, first, k)
    reading = word.reading(Tag.CUE_NOUN)
    if k > first and reading is not None and reading.pronoun:
        return True
    if k > first and page.words[k - 1].form.startswith("ال") and is_loose(word):
        return True
    if k > first and (_is_pronoun(word) or _is_object(page, first, k)):
        return True
    if k > first and word.tags & (Tag.VERB | Tag.CUE_PARTICIPLE) and not _is_nominal(word):
        return True
    return k > first and is_prepositional(page, k) and not word.tags & Tag.FUNCTION


_OF_HIM = frozenset({"عنه", "عنها", "عنهم", "عنهما"})


def _is_pronoun(word: Word) -> bool:
    """المتهم وهو يبتسم, صحف عنه: a pronoun of its own, or on a preposition."""
    return word.form in _AND_HE or word.form in _OF_HIM


_THINGS = (
    Tag.NOUN | Tag.MASDAR | Tag.ORG_HEAD | Tag.UNNAMED | Tag.CUE_NOUN | Tag.NORM | Tag.OCCASION
)


def _is_object(page: Page, first: int, k: int) -> bool:
    """برر المدير القرار: behind a definite noun and its adjectives a second one is the object."""
    word = page.words[k]
    if not (word.form.startswith("ال") and word.tags & _THINGS):
        return False
    if word.tags & ~_THINGS:
        return False
    described = Tag.ADJECTIVE | Tag.NISBA
    if not all(page.words[n].tags & described for n in range(first + 1, k)):
        return False
    return page.words[first].form.startswith("ال") and not page.words[first].tags & Tag.FUNCTION


def _leads_to_body(page: Page, first: int, k: int) -> bool:
    """مسؤول في البيت الأبيض: "in" with a body, country or city belongs to the noun phrase."""
    if page.words[k].form not in ("في", "فى") or k == first or k + 1 >= len(page):
        return False
    after = page.words[k + 1]
    if after.tags & (Tag.OCCASION | Tag.CUE_NOUN) or any(r.pronoun for r in after.readings):
        return False
    return bool(after.tags & (Tag.ORG_HEAD | Tag.COUNTRY | Tag.SEAT | Tag.ORGANIZATION))


def _is_nominal(word: Word) -> bool:
    return bool(
        word.tags & (Tag.NOUN | Tag.ADJECTIVE | Tag.NISBA | Tag.TITLE | Tag.ORG_HEAD | Tag.MASDAR)
    ) or word.form.startswith("ال")


def is_prepositional(page: Page, k: int) -> bool:
    """Whether ل or ب is written onto the word, in every reading of it."""
    readings = page.words[k].readings
    return (
        bool(readings)
        and all(
            r.preposition in ("ل", "ب", "ك") and (r.article or r.entry.number != "d")
            for r in readings
        )
        and not page.words[k].tags & (Tag.GIVEN | Tag.SURNAME)
    )


def skip_circumstances(page: Page, first: int, end: int) -> int:
    """Pass adverbs, time words and prepositional groups before a subject."""
    k = first
    while k < end:
        word = page.words[k]
        if page.raw(k) in COMMAS or page.raw(k) in "()-–":
            k += 1
        elif word.form == "اول" and k + 2 < end and page.words[k + 2].tags & Tag.TIME:
            k += 3  # أول من أمس
        elif word.tags & Tag.PREPOSITION or is_prepositional(page, k) or _is_manner(page, k):
            k = _behind_comma(page, k, end)
        elif is_adverbial(word) or (word.tags & Tag.FUNCTION and k == first and _is_aside(word)):
            k += 1
            while k < end and word.tags & Tag.TIME and page.kind(k) == "n":
                k += 1
        else:
            break
    return k


def _is_aside(word: Word) -> bool:
    """قال بعده فلان: a preposition with its pronoun."""
    return bool(word.tags & Tag.PRONOUN) and not word.tags & (Tag.TITLE | Tag.GIVEN | Tag.UNNAMED)


_AND_HE = frozenset({"وهو", "وهي", "وهم", "وهما", "وهن", "وقد"})
_PERSON_WORDS = Tag.GIVEN | Tag.SURNAME | Tag.TITLE | Tag.UNNAMED | Tag.NOUN


def _is_manner(page: Page, k: int) -> bool:
    """قال ضاحكا, قالت مبتسمة, وقال طالبا عدم نشر اسمه, أضاف وهو يلتفت: how it was said.

    An indefinite accusative behind a verb is no subject; the feminine shows it only where it is
    nothing but a participle.
    """
    word = page.words[k]
    if word.form in _AND_HE:
        return True
    if word.tags & Tag.UNNAMED:  # مصدرا: a source, no "exporting"
        return False
    if not any(r.entry.tense == "circumstance" and not r.article for r in word.readings):
        return False
    if word.form.endswith("ا"):
        return not word.tags & (Tag.GIVEN | Tag.SURNAME)
    return not word.tags & _PERSON_WORDS


def _behind_comma(page: Page, k: int, end: int) -> int:
    return comma_from(page, k, end)


def is_adverbial(word: Word) -> bool:
    """Whether the word is an adverb or a word of time and nothing that could be a subject."""
    return bool(word.tags & (Tag.ADVERB | Tag.TIME)) and not word.tags & (Tag.GIVEN | Tag.TITLE)


def clause_start(page: Page, i: int) -> int:
    """First token of the clause in which the verb at token *i* stands.

    A comma before an apposition that closes right before the verb does not begin a clause.
    """
    first = sentence_start(page, i)
    comma = comma_before(page, first, i - 1) if page.raw(i - 1) not in COMMAS else None
    return first if comma is None else comma + 1


def sentence_start(page: Page, i: int) -> int:
    """First token of the sentence of token *i*."""
    return page.sentence_start[i]


def is_governed(page: Page, k: int) -> bool:
    """Whether a preposition governs the phrase at token *k*."""
    return k > 0 and bool(page.words[k - 1].tags & Tag.PREPOSITION)


def may_stand_between(page: Page, n: int) -> bool:
    """What may stand between a subject and its verb: adverbs, time words, auxiliaries, commas."""
    word = page.words[n]
    if page.raw(n) in COMMAS or page.raw(n) in "()-–":
        return True
    return word.form in _AUXILIARIES or is_adverbial(word) or page.kind(n) == "n"


def phrase_reaches(page: Page, phrase: Phrase, i: int) -> bool:
    """Whether only words that may stand between lie from the phrase to token *i*."""
    return phrase.end <= i and all(may_stand_between(page, n) for n in range(phrase.end, i))
