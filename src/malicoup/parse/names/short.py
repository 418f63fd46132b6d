"""Short names: where people of the roster are mentioned by one word of their name."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from attrs import evolve

from malicoup.lexicon.build import lexicon
from malicoup.lexicon.words import Stem, Tag, Word
from malicoup.model import ActorKind, MentionForm, Span
from malicoup.parse.names.phrase import Phrase, letters
from malicoup.parse.names.roster import Draft, Roster
from malicoup.text.fold import fold

_ARTICLE = "ال"


def find_short_names(roster: Roster) -> None:
    """Mention people by one word of their name wherever it stands outside the phrases read."""
    page = roster.page
    _find_family_names(roster)
    index = _short_index(roster)
    kinds, covered = page.kinds, roster.covered
    for i, word in enumerate(page.words if index else ()):
        if i in covered or kinds[i] not in "wl":
            continue
        for stem in word.stems:
            draft = index.get(stem.form)
            if draft is not None:
                _mention(roster, draft, (i, i + 1), stem)
                break
    roster.phrases.sort(key=attrgetter("first"))


def _find_family_names(roster: Roster) -> None:
    """شارك بن يوسف في: a family name of several words, opened by a particle."""
    page = roster.page
    families: dict[str, list[tuple[tuple[str, ...], Draft]]] = {}
    for draft in roster.drafts:
        for words in _families(draft) if draft.kind == ActorKind.PERSON else ():
            families.setdefault(words[0], []).append((words, draft))
    for i, word in enumerate(page.words if families else ()):
        for stem in word.stems:
            for words, draft in families.get(stem.form, ()):
                end = i + len(words)
                forms = tuple(w.form for w in page.words[i + 1 : end])
                free = not any(k in roster.covered for k in range(i, end))
                if forms == words[1:] and free:
                    _mention(roster, draft, (i, end), stem)


def _families(draft: Draft) -> Iterator[tuple[str, ...]]:
    """The words of a name from each particle on that stands behind its given name."""
    words = fold(draft.name).split()
    for n in range(1, len(words) - 1):
        if lexicon().word(words[n]).tags & Tag.NAME_PARTICLE:
            yield tuple(words[n:])


def _mention(roster: Roster, draft: Draft, at: tuple[int, int], stem: Stem) -> None:
    """Enter a short name that begins with *stem* at these tokens."""
    page = roster.page
    first, end = at
    start = page.tokens.ends[first] - letters(page, first, stem.form)
    span = Span(start=start, end=page.tokens.ends[end - 1])
    draft.mention(span, MentionForm.SHORT_NAME, "short-name")
    draft.alias(page.text[span.start : span.end])
    made = Phrase(first, end, ActorKind.PERSON, "short-name", name=span)
    roster.by_phrase.setdefault(first, draft)
    roster.phrases.append(evolve(made, preposition=stem.preposition))
    roster.cover(first, end)


def find_article_names(roster: Roster) -> None:
    """قال المعلم, رد الخازن: a family name that is a word of the language with its article.

    It is the person's where a verb stands right before it and somebody named so is on the page.
    """
    page = roster.page
    by_form: dict[str, Draft] = {}
    for person in roster.drafts:
        last = fold(person.name).split()[-1] if person.kind == ActorKind.PERSON else ""
        if last.startswith(_ARTICLE) and len(person.words) > 1:
            by_form.setdefault(last, person)
    known = {p.first: n for n, p in enumerate(roster.phrases)}
    for i, word in enumerate(page.words if by_form else ()):
        draft = by_form.get(word.form)
        if draft is None or i == 0 or not _tells_of_him(page.words[i - 1], draft):
            continue
        held = roster.phrases[known[i]] if i in known else None
        if held is not None and (held.name is not None or held.end > i + 1):
            continue
        if held is None and i in roster.covered:
            continue
        span = page.span(i, i + 1)
        phrase = Phrase(i, i + 1, ActorKind.PERSON, "short-name", name=span)
        if held is not None:
            roster.phrases[known[i]] = phrase
        else:
            roster.phrases.append(phrase)
        draft.mention(span, MentionForm.SHORT_NAME, "short-name")
        draft.alias(page.slice(i, i + 1))
        roster.by_phrase[i] = draft
        roster.cover(i, i + 1)
    roster.phrases.sort(key=attrgetter("first"))


def _tells_of_him(word: Word, draft: Draft) -> bool:
    """Whether a word is a finite verb, or looks like one, that agrees with the person."""
    reading = word.reading(Tag.VERB)
    if reading is None or reading.pronoun or reading.entry.person != 3:
        return False
    return draft.gender is None or reading.entry.gender == draft.gender


def _short_index(roster: Roster) -> dict[str, Draft]:
    """Words that name one person alone: the last name, or any that is no word of the language."""
    index: dict[str, Draft] = {}
    for draft in roster.drafts:
        if draft.kind != ActorKind.PERSON:
            continue
        for word in draft.words[-1:] if len(draft.words) > 1 else draft.words:
            if len(word) > 2 and not _is_common(word):
                index.setdefault(word, draft)
                index.setdefault(_ARTICLE + word, draft)
    for draft in roster.drafts:
        if draft.kind == ActorKind.PERSON:
            for word in draft.words[1:-1]:  # أوسوريو دي لا كروز: the father's name comes first
                if len(word) > 3 and _is_unknown(word):
                    index.setdefault(word, draft)
    return index


def _is_unknown(word: str) -> bool:
    """Whether a word of a name is nothing but a family name: no given name, no word of ours."""
    return not lexicon().word(word).tags & ~Tag.SURNAME


def _is_common(word: str) -> bool:
    tags = lexicon().word(word).tags
    return bool(tags & (Tag.FUNCTION | Tag.CUE | Tag.VERB | Tag.NOUN | Tag.ADJECTIVE | Tag.TITLE))
