"""Who may be the subject of a cue that names none: the topic of its sentence, earlier subjects.

Arabic leaves a subject out once it is known. It is then the noun with which the sentence opens
(لكن الوزير نفى ذلك، وقال …) or the subject of the verb told last (وصل الوزير … وأضاف).
"""

from __future__ import annotations

from malicoup.lexicon.words import Tag
from malicoup.parse.names.phrase import Phrase
from malicoup.parse.page import Page
from malicoup.parse.quotes.content import COMMAS
from malicoup.parse.quotes.frame import Frame
from malicoup.parse.quotes.subject import (
    ends_noun_phrase,
    is_governed,
    is_prepositional,
    sentence_start,
    skip_circumstances,
)

#: Words that lead to the topic of a sentence and are no part of it.
_LEADS = frozenset(
    {"لكن", "ولكن", "اما", "واما", "كان", "وكان", "كانت", "وكانت", "قد", "وقد", "و", "ثم", "بدوره"}
)
#: Words that lead to it together with أن behind them: غير أن, إلا أن.
_LEADS_WITH_THAT = frozenset({"غير", "الا", "بيد", "كما", "اذ", "حيث", "على", "مع"})
_TOPIC_WORDS = 14
_NOMINAL = Tag.NOUN | Tag.UNNAMED | Tag.TITLE | Tag.ORG_HEAD | Tag.ADJECTIVE | Tag.CUE_NOUN


def topic_start(page: Page, cue: int) -> int:
    """The token at which the topic of the sentence of *cue* begins; *cue* where none may."""
    first = sentence_start(page, cue)
    known = page.once(_no_topics)
    if first not in known:
        known[first] = _topic_from(page, first, page.sentence_end[first])
    return min(known[first], cue)


def _no_topics(page: Page) -> dict[int, int]:
    return {}


def _topic_from(page: Page, k: int, cue: int) -> int:
    while k < cue:
        form = page.words[k].form
        if form in _LEADS_WITH_THAT and page.words[k + 1].tags & Tag.THAT:
            k += 2
        elif form in _LEADS or page.kind(k) == "p":
            k += 1
        else:
            after = skip_circumstances(page, k, cue)
            if after == k:
                break
            k = after
    return k


#: Particles behind which the letters of a noun are a verb: وقد حظي.
_BEFORE_VERBS = frozenset({"قد", "وقد", "فقد", "لقد", "ولقد", "لم", "ولم", "لن", "ولن", "سوف"})


def is_own_verb(page: Page, k: int) -> bool:
    """Whether token *k* is a finite verb and nothing else."""
    if k < 0:
        return False
    tags = page.words[k].tags
    if not tags & Tag.VERB or tags & (Tag.PREPOSITION | Tag.TITLE):
        return False
    return not tags & Tag.NOUN or (k > 0 and page.words[k - 1].form in _BEFORE_VERBS)


def is_second_of_genitive(page: Page, k: int, first: int) -> bool:
    """اجتماع فلان, ختام المؤتمر: whether a bare noun before token *k* governs it."""
    if k <= first:
        return False
    word = page.words[k - 1]
    if word.form.startswith("ال") or word.tags & (Tag.VERB | Tag.TITLE | Tag.FUNCTION):
        return False
    return bool(word.tags & (Tag.NOUN | Tag.MASDAR | Tag.ORG_HEAD | Tag.CUE_NOUN))


def _is_verb_here(page: Page, k: int) -> bool:
    """Whether token *k* is a finite verb, in a place where the noun of those letters is none.

    Behind a definite noun, a comma or nothing a bare noun cannot stand before another noun.
    """
    if is_own_verb(page, k):
        return True
    tags = page.words[k].tags
    if not tags & Tag.VERB or tags & (Tag.PREPOSITION | Tag.TITLE | Tag.FUNCTION):
        return False
    before = k - 1
    return before < 0 or page.kind(before) != "w" or page.words[before].form.startswith("ال")


def _is_subordinate(page: Page, verb: int) -> bool:
    """Whether a verb stands in a relative or complement clause (الذي زار, أن يزور).

    وهو ما نفته الشركة goes on with the main line of the text.
    """
    if verb == 0 or not page.words[verb - 1].tags & (Tag.RELATIVE | Tag.THAT):
        return False
    return page.words[verb - 1].form != "ما" or page.words[verb - 2].form not in ("وهو", "وهي")


def is_subject(page: Page, phrase: Phrase) -> bool:
    """Whether a phrase stands right behind a finite verb, outside quoted words."""
    k = phrase.first
    if k == 0 or phrase.preposition or page.inside[k] is not None or _is_outside(page, phrase):
        return False
    opens = sentence_start(page, k) == k - 1 or page.raw(k - 2) in COMMAS
    return (
        is_own_verb(page, k - 1)
        or _bears_object(page, k - 1)
        or (phrase.name is not None and opens and _is_verb_here(page, k - 1))
    )


#: What opens the clause of a source that only passes something on: وفقا لما ذكرته الصحيفة.
_RELAYED = frozenset({"لما", "حسبما", "وفقما", "بما", "عما"})


def _is_outside(page: Page, phrase: Phrase) -> bool:
    """Whether the verb before a phrase disagrees with it (تستهدف تحقيق كذا) or only relays."""
    k = phrase.first
    if k > 1 and page.words[k - 2].form in _RELAYED:
        return True
    verbs = [r.entry for r in page.words[k - 1].readings if r.entry.tag & Tag.VERB]
    third = [v for v in verbs if v.person == 3 and v.number == "s"]
    feminine = bool(third) and all(v.gender == "f" for v in third)
    return feminine and phrase.gender == "m" and phrase.number == "s" and phrase.name is None


def _bears_object(page: Page, k: int) -> bool:
    """فزجره فلان: with a pronoun on it, a noun of those letters would govern no name."""
    readings = page.words[k].readings
    return all(r.pronoun for r in readings) and any(r.entry.tag & Tag.VERB for r in readings)


def is_main_subject(page: Page, phrase: Phrase) -> bool:
    """Whether a phrase is the subject of a verb before it in a main clause."""
    k = phrase.first
    if k == 0 or phrase.preposition or page.inside[k] is not None or _is_outside(page, phrase):
        return False
    return _is_verb_here(page, k - 1) and not _is_subordinate(page, k - 1)


def agrees(frame: Frame, phrase: Phrase) -> bool:
    """Whether the form of a cue agrees with a phrase as the subject known before it.

    Plurals of things and of bodies take the feminine singular; people, their own number.
    """
    if frame.number is None:
        return True
    if phrase.number == "p":
        return frame.number == "p" or (frame.number == "s" and frame.gender == "f")
    if frame.number == "p":
        return phrase.kind not in ("person", "nominal")
    return None in (frame.gender, phrase.gender) or frame.gender == phrase.gender


def bare_topic(page: Page, k: int, cue: int) -> bool:
    """Whether the tokens from *k* to the cue are one noun phrase that no list of sources knows."""
    if (
        not k < cue <= k + _TOPIC_WORDS
        or page.kind(k) != "w"
        or is_prepositional(page, k)
        or is_governed(page, k)
    ):
        return False
    word = page.words[k]
    if word.tags & (Tag.FUNCTION | Tag.VERB | Tag.TIME | Tag.CUE_PARTICIPLE | Tag.THAT):
        return False
    if not word.tags & _NOMINAL:
        return False
    return not any(
        ends_noun_phrase(page, k, n) and not _is_genitive(page, n) for n in range(k + 1, cue)
    )


def _is_genitive(page: Page, n: int) -> bool:
    """المكتب الإعلامي لفلان: ل behind a definite noun names whose it is."""
    joined = any(s.preposition == "ل" for s in page.words[n].stems)
    return joined and page.words[n - 1].form.startswith("ال")


def bare_topic_agrees(page: Page, k: int, frame: Frame) -> bool:
    """Whether a noun that no list of sources knows agrees with the cue in gender."""
    reading = page.words[k].reading(_NOMINAL)
    gender = "f" if page.words[k].form.endswith("ة") else reading.entry.gender if reading else None
    plural = reading is not None and reading.entry.number == "p"
    if frame.number == "s" and frame.gender == "m":
        return gender != "f" and not plural
    return not (frame.gender == "f" and frame.number == "s" and gender == "m" and not plural)
