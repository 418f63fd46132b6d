"""Builds the lexicon from the data files, once, when it is first asked for."""

from __future__ import annotations

import gc
from collections import defaultdict
from functools import cache
from typing import Any, NamedTuple

from malicoup.lexicon import _forms
from malicoup.lexicon._load import cells, rows
from malicoup.lexicon.words import Entry, Lexicon, PhraseEntry, Tag
from malicoup.model.vocab import ActorKind, Stance
from malicoup.text.fold import fold


class CueData(NamedTuple):
    """A reporting verb: lemma, stance and class (see ``cues.tsv``)."""

    lemma: str
    stance: Stance
    kind: str


class TitleData(NamedTuple):
    """A title: class (rank, honorific, office, profession, person) and English gloss."""

    kind: str
    gloss: str


class ActorData(NamedTuple):
    """An entry that names an actor: kind and country, where there are any."""

    kind: str
    country: str | None
    ambiguous: bool = False


_FUNCTION_TAGS = {
    "preposition": Tag.PREPOSITION,
    "conjunction": Tag.CONJUNCTION,
    "negation": Tag.NEGATION,
    "pronoun": Tag.PRONOUN,
    "demonstrative": Tag.DEMONSTRATIVE,
    "relative": Tag.RELATIVE,
    "adverb": Tag.ADVERB,
}

_THAT = ("إن", "أن", "إنه", "إنها", "إنهم", "إنهما", "إنهن", "إنني", "إني", "إننا", "إنا", "إنك")


class _Builder:
    """Collects forms and phrases; one method a list."""

    def __init__(self) -> None:
        self.forms: dict[str, list[Entry]] = defaultdict(list)
        self.phrases: dict[str, list[PhraseEntry]] = defaultdict(list)

    def form(self, text: str, entry: Entry) -> None:
        if " " in text:
            self.phrase(text, entry.tag, entry.lemma, entry)
            return
        held = self.forms[_fold_entry(text)]
        if not held or entry not in held:
            held.append(entry)

    def phrase(self, text: str, tag: int, name: str, data: Any) -> None:
        words = tuple(_fold_entry(word) for word in text.split())
        self.phrases[words[0]].append(PhraseEntry(words, tag, name, data))

    def functions(self) -> None:
        for word, kind in rows("function_words"):
            tag = Tag.FUNCTION | _FUNCTION_TAGS.get(kind, 0)
            self.form(word, Entry(tag, word, data=kind))
        for that in _THAT:
            self.form(that, Entry(Tag.THAT, that, data=that[2:]))

    def cues(self) -> None:
        for perfect, imperfect, masdars, participle, stance, kind in rows("cues"):
            data = CueData(perfect, Stance(stance), kind)
            for form in (
                *_forms.verb_forms(perfect, imperfect),
                _forms.feminine_plural(perfect),
            ):
                self.form(form.text, _verb_entry(Tag.CUE | Tag.VERB, perfect, form, data))
            for masdar in cells(masdars):
                self.form(masdar, Entry(Tag.CUE_NOUN, perfect, data=data))
            if participle:
                for form in _forms.participle_forms(participle, defective=perfect[-1] in "ىا"):
                    entry = _verb_entry(Tag.CUE_PARTICIPLE, perfect, form, data)
                    self.form(form.text, entry)
                    if form.text.endswith("ة"):  # محذره, as Egyptian papers write it
                        self.form(form.text[:-1] + "ه", entry)

    def verbs(self) -> None:
        for perfects, imperfects, masdars, participles in rows("verbs"):
            for perfect in cells(perfects):
                for imperfect in cells(imperfects):
                    for form in _forms.verb_forms(perfect, imperfect):
                        self.form(form.text, _verb_entry(Tag.VERB, perfect, form, None))
            for masdar in cells(masdars):
                self.form(masdar, Entry(Tag.MASDAR | Tag.NOUN, masdar, "m", "s"))
            for participle in cells(participles):
                for form in _forms.participle_forms(participle, defective=perfects[-1] in "ىا"):
                    self.form(form.text, _verb_entry(Tag.ADJECTIVE, participle, form, None))

    def nouns(self) -> None:
        for singular, gender, plurals, kind in rows("nouns"):
            tag = Tag.NOUN | Tag.TIME if kind == "time" else Tag.NOUN
            self.form(singular, Entry(tag, singular, gender or None, "s", data=kind))
            for form, number in _forms.plural_forms(singular, cells(plurals)):
                self.form(form, Entry(tag, singular, gender or None, number, data=kind))
        for weekday, _number, _clear in rows("weekdays"):
            self.form("ال" + weekday, Entry(Tag.NOUN | Tag.TIME, weekday, "m", "s", data="time"))

    def adjectives(self) -> None:
        for masculine, feminine, plural in rows("adjectives"):
            self.form(masculine, Entry(Tag.ADJECTIVE, masculine, "m", "s"))
            self.form(masculine + "ا", Entry(Tag.ADJECTIVE, masculine, "m", "s"))
            if feminine:
                self.form(feminine, Entry(Tag.ADJECTIVE, masculine, "f", "s"))
            base = (masculine, *((feminine,) if feminine else ()))
            for form, number in [
                *(p for b in base for p in _forms.plural_forms(b, ())),
                *_forms.plural_forms(masculine, cells(plural)),
                (masculine + "ين", "p"),
                (masculine + "ون", "p"),
            ]:
                self.form(form, Entry(Tag.ADJECTIVE, masculine, None, number))

    def names(self) -> None:
        for name, gender, _origin, ambiguous in rows("given_names"):
            self.form(name, Entry(Tag.GIVEN, name, gender or None, "s", data=ambiguous == "yes"))
        for name, ambiguous in rows("surnames"):
            self.form(name, Entry(Tag.SURNAME, name, None, "s", data=ambiguous == "yes"))
        for particle, position in rows("name_particles"):
            self.form(particle, Entry(Tag.NAME_PARTICLE, particle, data=position))

    def titles(self) -> None:
        for masculine, feminine, plurals, kind, gloss in rows("titles"):
            data = TitleData(kind, gloss)
            self.form(masculine, Entry(Tag.TITLE, masculine, "m", "s", data=data))
            if len(masculine) == 1 or "." in masculine:  # an abbreviation has no other forms
                continue
            if feminine:
                self.form(feminine, Entry(Tag.TITLE, masculine, "f", "s", data=data))
                for form, number in _forms.plural_forms(feminine, (feminine[:-1] + "ات",)):
                    self.form(form, Entry(Tag.TITLE, masculine, "f", number, data=data))
            for form, number in _forms.plural_forms(masculine, cells(plurals)):
                self.form(form, Entry(Tag.TITLE, masculine, "m", number, data=data))
        for noun, number, gender, kind in rows("unnamed_sources"):
            entry = Entry(Tag.UNNAMED, noun, gender or None, number[:1], data=kind)
            self.form(noun, entry)
            if number == "sg" and gender == "m" and kind == "people" and noun[-1] not in "ءىاه":
                self.form(noun + "ا", entry)  # لكن مصدرا أمنيا قال

    def countries(self) -> None:
        for code, name, others, capitals in rows("countries"):
            data = ActorData(ActorKind.COUNTRY, code)
            for text in (name, *cells(others)):
                self.phrase(text, Tag.COUNTRY, name, data)
            for text in cells(capitals):
                capital = ActorData("city", code)
                self.phrase(text, Tag.PLACE, text, capital)
        for code, masculine, feminine, plural, ambiguous in rows("nationalities"):
            pair = ActorData("nisba", code or None, ambiguous == "yes")
            for cell, gender, number in (
                (masculine, "m", "s"),
                (feminine, "f", "s"),
                (plural, "m", "p"),
            ):
                for text in cells(cell):
                    self.form(
                        text, Entry(Tag.NISBA, cells(masculine)[0], gender, number, data=pair)
                    )
            for text in cells(masculine):
                for form, number in _forms.plural_forms(text, ()):
                    entry = Entry(Tag.NISBA, cells(masculine)[0], "m", number, data=pair)
                    self.form(form, entry)
            for text in cells(feminine):
                for form, number in _forms.plural_forms(text, (text[:-1] + "ات",)):
                    self.form(form, Entry(Tag.NISBA, cells(masculine)[0], "f", number, data=pair))

    def places(self) -> None:
        for name, code, kind in rows("places"):
            self.phrase(name, Tag.PLACE, name, ActorData(kind, code or None))

        for noun, plurals in rows("place_heads"):
            self.form(noun, Entry(Tag.PLACE_HEAD | Tag.NOUN, noun, None, "s"))
            for form, number in _forms.plural_forms(noun, cells(plurals)):
                self.form(form, Entry(Tag.PLACE_HEAD | Tag.NOUN, noun, None, number))

        for noun, plurals in rows("norms"):
            self.form(noun, Entry(Tag.NORM | Tag.NOUN, noun, None, "s"))
            for form, number in _forms.plural_forms(noun, cells(plurals)):
                self.form(form, Entry(Tag.NORM | Tag.NOUN, noun, None, number))

        for noun, plurals in rows("occasions"):
            self.form(noun, Entry(Tag.OCCASION | Tag.NOUN, noun, None, "s"))
            for form, number in _forms.plural_forms(noun, cells(plurals)):
                self.form(form, Entry(Tag.OCCASION | Tag.NOUN, noun, None, number))

    def numbers(self) -> None:
        for word, _value, _kind in rows("number_words"):
            self.form(word, Entry(Tag.NUMBER, word))

    def organizations(self) -> None:
        for names, kind, code in rows("seats"):
            first = cells(names)[0]
            for text in cells(names):
                self.phrase(text, Tag.SEAT, first, ActorData(kind, code or None))
        for name, aliases, kind, code, ambiguous in rows("organizations"):
            data = ActorData(kind, code or None, ambiguous == "yes")
            for text in (name, *cells(aliases)):
                like_article = " " not in text and text.startswith(("إل", "أل", "آل"))
                own = data._replace(ambiguous=True) if like_article else data
                self.phrase(text, Tag.ORGANIZATION, name, own)
        for noun, gender, plurals, kind, _gloss in rows("organization_heads"):
            self.form(noun, Entry(Tag.ORG_HEAD, noun, gender or None, "s", data=kind))
            for form, number in _forms.plural_forms(noun, cells(plurals)):
                self.form(form, Entry(Tag.ORG_HEAD, noun, gender or None, number, data=kind))

    def according(self) -> None:
        for text, preposition, stance in rows("according"):
            self.phrase(text, Tag.ACCORDING, text, (preposition, Stance(stance)))
            if not preposition and text.split()[-1] not in _BARE_ONLY:
                for pronoun in ("ه", "ها", "هم", "هما"):
                    self.phrase(text + pronoun, Tag.ACCORDING, text, (pronoun, Stance(stance)))


#: Words whose letters with a pronoun mean something else: وفقه is "its law" as well.
_BARE_ONLY = frozenset({"وفق", "حسب", "نظر", "ذمة", "لسان", "شهادة"})


def _fold_entry(text: str) -> str:
    """Fold a form of the lists, which hold no diacritics: only the alefs differ."""
    if text[0] < "\u0600":  # Latin
        return fold(text)
    return text.replace("أ", "ا").replace("إ", "ا").replace("آ", "ا")


def _verb_entry(tag: int, lemma: str, form: _forms.Form, data: CueData | None) -> Entry:
    return Entry(tag, lemma, form.gender, form.number, form.person, form.tense, data)


@cache
def lexicon() -> Lexicon:
    """The bundled lexicon.

    Raises:
        LexiconError: If a data file is missing or malformed.
    """
    collecting = gc.isenabled()
    gc.disable()  # some hundred thousand small objects are made, and none of them is garbage
    try:
        return _build()
    finally:
        if collecting:
            gc.enable()


def _build() -> Lexicon:
    builder = _Builder()
    builder.functions()
    builder.cues()
    builder.verbs()
    builder.nouns()
    builder.adjectives()
    builder.names()
    builder.titles()
    builder.countries()
    builder.places()
    builder.organizations()
    builder.numbers()
    builder.according()
    for entries in builder.phrases.values():
        entries.sort(key=lambda e: -len(e.words))
    return Lexicon(dict(builder.forms), dict(builder.phrases))
