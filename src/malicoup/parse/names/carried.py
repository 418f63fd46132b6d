"""What carries a name on behind its first word, and what ends it."""

from __future__ import annotations

from malicoup.lexicon.words import Reading, Tag, Word
from malicoup.parse.names.name_words import (
    ENDS,
    NAMED,
    NOT_A_NAME,
    given_stem,
    is_accusative,
    is_clear_given,
    is_plain_word,
    months,
)
from malicoup.parse.page import Page

PATRONYMICS = frozenset({"بن", "ابن", "بنت", "ولد", "منت", "ايت"})


def goes_on(page: Page, i: int) -> bool:
    """Whether token *i* follows its forerunner in the same run of words."""
    if i >= len(page) or page.kind(i) not in "wl":
        if page.raw(i) == "-" and page.kind(i + 1) == "w":
            return page.tokens.starts[i] == page.tokens.ends[i - 1]
        return False
    between = page.text[page.tokens.ends[i - 1] : page.tokens.starts[i]]
    return all(c in " \u00a0_#\t" for c in between)


def carries_on(word: Word, raw: str, count: int, page: Page, i: int) -> bool:
    """Whether a word carries a name on that has *count* words already."""
    if raw == "-":
        return True
    if not word.form or word.tags & (Tag.THAT | Tag.PREPOSITION | Tag.PRONOUN | Tag.RELATIVE):
        return False
    if word.tags & Tag.NUMBER and not word.tags & NAMED:
        return False
    if word.tags & Tag.TIME and word.form.startswith("ال") and page.words[i - 1].form in months():
        return False  # أفريل الماضي: a month, no given name
    if page.kind(i) == "l":
        return raw[0].isupper()
    if page.raw(i - 1) == "-":
        return True
    if count and (_is_office_of(page, i) or _is_led(word, raw) or _is_joined_name(page, i)):
        return False
    if word.tags & Tag.SURNAME:
        reading = word.reading(Tag.SURNAME)
        clear = reading is not None and not reading.conjunction and not reading.preposition
        if clear and not (reading and reading.entry.data and word.tags & ENDS):
            return True
    given = given_stem(word)
    if given is not None:
        # و + a name is a second person; a name that begins with و is in the lists itself.
        if given.preposition and (count > 1 or given.preposition == "ل"):
            return False
        return given.conjunction != "و" and not word.tags & Tag.FUNCTION
    if word.tags & (Tag.COUNTRY | Tag.PLACE) and not word.tags & NAMED:
        return False
    if any(s.preposition for s in word.heads) and word.tags & Tag.ORGANIZATION:
        return False  # قال فلان لرويترز: whom he told
    if count and _is_regnal(word):
        return True
    if _is_joined_word(word) or _is_told_of_him(word):
        return False
    if is_plain_word(word):
        if word.tags & Tag.SURNAME and (_is_the_name(page, i) or _is_bare_noun(page, i)):
            return True
        if count > 1 and page.words[i - 2].form not in PATRONYMICS:
            return False
        return _is_bare_adjective(word, page, i) or _is_the_name(page, i) or _is_bare_noun(page, i)
    if word.form[0] == "و" and count > 1:  # "and" before another name, more often than not
        return False
    if "\u064b" in raw or len(word.form) < 2 or is_accusative(word.form):
        return False
    return not NOT_A_NAME.fullmatch(word.form) or _ends_like_macron(word, page, i)


def _is_office_of(page: Page, i: int) -> bool:
    """فلان قائد الفيلق, أمير دولة كذا: an office with what it is over, though it is a name too."""
    word = page.words[i]
    if not _is_office(word) or word.form.startswith("ال") or page.kind(i + 1) != "w":
        return page.raw(i + 1) in '«"“' and _is_office(word) and bool(page.raw(i + 1))
    after = page.words[i + 1]
    over = Tag.ORG_HEAD | Tag.COUNTRY | Tag.PLACE_HEAD
    return after.form.startswith("ال") or bool((after.tags | after.head_tags) & over)


def _is_led(word: Word, raw: str) -> bool:
    """بإحقاق, للجزيرة, لمستشار: a particle that nothing but a word of the language can bear."""
    if word.tags & NAMED:
        return False
    if raw[0] in "بلكوف" and raw[1:2] == "إ":
        return True
    titled = [r for r in word.readings if r.entry.tag & (Tag.TITLE | Tag.ORGANIZATION)]
    return word.form.startswith("لل") or any(r.preposition for r in titled)


def _is_joined_name(page: Page, i: int) -> bool:
    """كيري ولافروف: "and" before a name that stands on the page without it."""
    form = page.words[i].form
    if form[0] != "و" or len(form) < 4:
        return False
    if any(r.conjunction and r.entry.tag & Tag.TITLE for r in page.words[i].readings):
        return True
    return not page.words[i].tags & NAMED and form[1:] in page.once(unlisted)


def unlisted(page: Page) -> frozenset[str]:
    """The words of the page that no list knows, or that lists know as names."""
    return frozenset(w.form for w in page.words if w.form and (not w.tags or w.tags & NAMED))


def _ends_like_macron(word: Word, page: Page, i: int) -> bool:
    """ريندون: an unlisted word in -ون behind a given name; a plural noun would be listed."""
    plural = word.form.startswith("ال") or not word.form.endswith("ون")
    return not plural and word.tags == 0 and bool(page.words[i - 1].tags & Tag.GIVEN)


def _is_joined_word(word: Word) -> bool:
    """بالقول, بوفد, فتذهب: a particle on a word of the language, which no name holds."""
    if word.tags & NAMED:
        return False
    for reading in word.readings:
        entry = reading.entry
        if reading.conjunction == "ف" and reading.preposition:
            continue  # فلمبان is no "and for buildings"
        if reading.preposition in ("ب", "ل") and entry.tag & (Tag.NOUN | Tag.CUE_NOUN | Tag.MASDAR):
            if entry.number != "d" and (reading.article or not reading.pronoun):
                return True
        if reading.conjunction and entry.tag & (Tag.VERB | Tag.CUE) and entry.person == 3:
            return True
    return False


def _is_told_of_him(word: Word) -> bool:
    """تفاؤله, نظيره: a noun with a pronoun is the object of the verb before the name."""
    if word.tags & NAMED:
        return False
    nominal = Tag.MASDAR | Tag.CUE_NOUN | Tag.TITLE | Tag.NOUN
    pronoun = bool(word.readings) and all(r.pronoun for r in word.readings)
    return pronoun and any(r.entry.tag & nominal for r in word.readings)


def _is_the_name(page: Page, i: int) -> bool:
    """خالد النجار, سامي الحداد: a family name that is a word with its article.

    Behind a given name alone it belongs to the name, unless a second definite word makes it a
    title in apposition (خالد الرئيس التنفيذي).
    """
    word = page.words[i]
    if not word.form.startswith("ال") or not page.words[i - 1].tags & Tag.GIVEN:
        return False
    if word.tags & (Tag.NISBA | Tag.TIME | Tag.FUNCTION | Tag.RELATIVE) or word.form.endswith("ة"):
        return False
    after = page.words[i + 1] if i + 1 < len(page) else None
    if after is None or after.tags & Tag.RELATIVE:  # التي, الذي: no word with an article
        return True
    if after.tags & Tag.PREPOSITION:  # إلى, folded, begins like an article
        return True
    return not (after.form.startswith("ال") and page.kind(i + 1) == "w")


_CLOSING = (
    Tag.THAT | Tag.PREPOSITION | Tag.CUE | Tag.CUE_PARTICIPLE | Tag.RELATIVE | Tag.TIME | Tag.VERB
)


def _is_bare_noun(page: Page, i: int) -> bool:
    """عدنان حلاق, غادة ترك: a noun without article closes a name, if nothing hangs on it.

    Behind a given name an indefinite noun is no apposition and, with nothing definite behind
    it, no genitive; a verb would not stand before إن.
    """
    word = page.words[i]
    if not page.words[i - 1].tags & Tag.GIVEN or word.form[-1] in "ةاىء" or len(word.form) < 3:
        return False
    if word.tags & (Tag.FUNCTION | Tag.UNNAMED | Tag.CUE | Tag.CUE_PARTICIPLE | Tag.ORG_HEAD):
        return False
    if not any(_is_bare_reading(r) for r in word.readings) or _is_office(word):
        return False
    if page.kind(i + 1) not in "wl":
        return page.raw(i + 1) not in '«"“(' or not word.tags & Tag.VERB
    after = page.words[i + 1]
    if word.tags & Tag.VERB:
        return bool(after.tags & Tag.THAT)
    if word.tags & Tag.SURNAME and after.form[0] == "و" and is_clear_given(after):
        return True  # كريم حداد وسامي نصار
    return bool(after.tags & _CLOSING) and not after.form.startswith("ال")


def _is_office(word: Word) -> bool:
    """رئيس, وزير: what stands behind a name as its title, not as a part of it."""
    reading = word.reading(Tag.TITLE)
    return reading is not None and reading.entry.data.kind in ("office", "rank", "honorific")


def _is_bare_reading(reading: Reading) -> bool:
    entry = reading.entry
    joined = reading.article or reading.conjunction or reading.preposition or reading.pronoun
    singular = entry.number not in ("p", "d")
    return (
        not joined
        and singular
        and bool(entry.tag & (Tag.NOUN | Tag.TITLE | Tag.ADJECTIVE | Tag.NISBA))
    )


def _is_regnal(word: Word) -> bool:
    """محمد السادس, عبد الله الثاني: an ordinal closes the name of a sovereign."""
    reading = word.reading(Tag.NAME_PARTICLE)
    return (
        reading is not None
        and reading.entry.data == "inside"
        and word.form.startswith("ال")
        and not (reading.conjunction or reading.preposition)
    )


def _heads_genitive(word: Word, page: Page, i: int) -> bool:
    """تسلم الرئيس جورج منصب الرئاسة: a noun that a definite one follows opens a phrase."""
    noun = any(r.entry.tag & Tag.NOUN and r.entry.data != "human" for r in word.readings)
    return noun and page.kind(i + 1) == "w" and page.words[i + 1].form.startswith("ال")


def _is_bare_adjective(word: Word, page: Page, i: int) -> bool:
    """سالم مبارك: an adjective without article behind a name can only belong to the name."""
    if not is_clear_given(page.words[i - 1]) or word.form[-1] in "ةا":
        return False
    if _heads_genitive(word, page, i):
        return False
    return any(
        r.entry.tag & Tag.ADJECTIVE and not (r.article or r.conjunction or r.preposition)
        for r in word.readings
    ) and not word.tags & (ENDS | Tag.NISBA)
