"""Cuts descriptions that run on into the next noun phrase: خبراء بريطانيون | جنودا كينيين.

The scan of names reads a title with all that may belong to it. Where a sentence sets two noun
phrases side by side (subject and object, subject and verbal noun), the first one ends behind
its adjectives; the words of records tell where the next begins.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from malicoup.lexicon.words import Tag
from malicoup.model import ActorKind, Span
from malicoup.parse.names.countries import country_of
from malicoup.parse.names.phrase import Phrase, name_span
from malicoup.parse.names.scan import read_phrase
from malicoup.parse.records._lexicon import Family
from malicoup.parse.records._scene import Scene

#: Fields of ministries that stand for the ministry.
_FIELDS = frozenset({"الخارجية", "الداخلية", "الخزانة", "الرئاسة"})
_PLACED = frozenset({"في", "فى", "قرب", "داخل"})
_CLOSED = Tag.ADJECTIVE | Tag.NISBA | Tag.COUNTRY | Tag.PLACE


def pieces(scene: Scene, phrases: list[Phrase]) -> list[Phrase]:
    """The phrases of one line in text order, those that run on cut in two."""
    found: list[Phrase] = []
    held = {p.first for p in phrases}
    seen: set[int] = set()
    for phrase in phrases:
        if phrase.kind == "nominal":
            found.extend(_pieces_of(scene, phrase, held, seen))
        else:
            found.append(phrase)
    return sorted(found, key=lambda p: (p.first, -p.end))


def ministries(scene: Scene) -> Iterator[Phrase]:
    """الخارجية البولندية: a ministry told by its field and nationality alone."""
    spots = [k for k in scene.spots(_FIELDS) if k + 1 < len(scene.page)]
    covered = {k for p in scene.roster.phrases for k in range(p.first, p.end)} if spots else ()
    for k in spots:
        form = scene.base(k)
        if k in covered or not scene.page.words[k + 1].tags & Tag.NISBA:
            continue
        country = country_of(scene.page, k + 1, k + 2)
        if country is not None and scene.has_article(k + 1):
            stem = None if form == scene.form(k) else form
            name = name_span(scene.page, k, k + 2, stem)
            kind = ActorKind.GOVERNMENT
            yield Phrase(k, k + 2, kind, "ministry", name=name, country=country)


def _pieces_of(scene: Scene, phrase: Phrase, held: set[int], seen: set[int]) -> Iterator[Phrase]:
    waiting = [phrase]  # a stack and no recursion: one piece may run on into the next
    while waiting:
        phrase = waiting.pop()
        end = _cut(scene, phrase)
        if end == phrase.end or phrase.title is None:
            yield phrase
            continue
        title = Span(start=phrase.title.start, end=scene.page.tokens.ends[end - 1])
        country = country_of(scene.page, phrase.first, end)
        yield evolve(phrase, end=end, title=title, country=country)
        waiting.extend(reversed(list(_inner(scene, end, phrase.end, held, seen))))


def _inner(scene: Scene, k: int, end: int, held: set[int], seen: set[int]) -> Iterator[Phrase]:
    """The phrases that begin from token *k* up to *end* and are not read yet."""
    while k < end and k not in seen:
        seen.add(k)
        read = read_phrase(scene.page, k) if scene.page.kind(k) == "w" and k not in held else None
        inner = read is not None and (read.title is not None or read.end - k == 1)
        if read is None or (not inner and any(n in held for n in range(k + 1, read.end))):
            k += 1
            continue
        yield read
        k = max(read.end, k + 1)


def _cut(scene: Scene, phrase: Phrase) -> int:
    """Where a description ends: its own end, or the word that opens the next phrase."""
    if phrase.kind != "nominal" or phrase.first in scene.roster.by_phrase:
        return phrase.end
    for k in range(phrase.first + 1, phrase.end):
        if _opens(scene, phrase, k):
            return k
    return phrase.end


def _opens(scene: Scene, phrase: Phrase, k: int) -> bool:
    if scene.form(k) in _PLACED:
        return phrase.number in ("p", "d") or _is_human(scene, phrase.first)
    if scene.figure_at(k) or scene.page.kind(k) == "n":
        return True
    word = scene.page.words[k]
    if scene.has_article(k) or word.tags & (Tag.FUNCTION | Tag.GIVEN):
        return False
    nominal = word.tags & (Tag.NOUN | Tag.MASDAR | Tag.TITLE | Tag.ORG_HEAD)
    accusative = word.form.endswith("ا") and not word.tags & (Tag.ADJECTIVE | Tag.NISBA)
    apposed = scene.form(k - 1).endswith("ا")  # طالبا ضابطا
    if nominal and accusative and not apposed and len(word.form) > 3:
        return True
    office = bool(word.tags & Tag.TITLE)  # قادة الجيش | رئيس البلاد
    return _is_closed(scene, k - 1) and (office or _is_human(scene, k) or _is_act(scene, k))


def _is_human(scene: Scene, k: int) -> bool:
    """Whether a word stands for soldiers or a body of them."""
    force = scene.page.words[k].tags & Tag.ORG_HEAD
    return bool(force) or scene.sense(k, Family.TRAINING, "soldier") is not None


def _is_act(scene: Scene, k: int) -> bool:
    """Whether a word is a verbal noun of the lists."""
    for family, roles in (
        (Family.TRAINING, ("train", "course", "exercise")),
        (Family.DEAL, ("supply", "acquire", "stage")),
    ):
        found = scene.sense(k, family, *roles)
        if found is not None and found[1].form == "noun":
            return True
    return False


def _is_closed(scene: Scene, k: int) -> bool:
    """Whether a noun phrase may end with token *k*."""
    word = scene.page.words[k]
    return bool(word.tags & _CLOSED) or word.form.startswith(("ال", "لل"))
