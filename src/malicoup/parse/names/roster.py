"""Who is who: joins the phrases of a page into actors.

A roster is filled in one direction: named phrases first, then abbreviations in brackets, roles
in apposition, and last the short names found in the rest of the text.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice

from attrs import evolve

from malicoup.lexicon.words import Tag
from malicoup.model import ActorKind, MentionForm, Span
from malicoup.parse.names.phrase import Phrase, name_text
from malicoup.parse.page import Page
from malicoup.text.fold import fold

_ARTICLE = "ال"
#: How many actors of one name a report tells apart: a bound for lists of thousands of names.
_BEARERS = 64


class Draft:
    """An actor while the roster is being filled."""

    __slots__ = (
        "_places", "affiliation", "aliases", "country", "definite", "gender", "heads", "human",
        "id", "kind", "members", "mentions", "name", "number", "order", "rank", "roles", "title",
        "titles", "words",
    )  # fmt: skip

    def __init__(self, kind: str, name: str, order: int) -> None:
        self.kind = kind
        self.name = name
        self.order = order
        self.id = ""
        self.words = key_words(name)
        self.aliases: list[str] = []
        self.country: str | None = None
        self.rank: str | None = None
        self.title: str | None = None
        self.roles: list[str] = []
        self.affiliation: Draft | None = None
        self.gender: str | None = None
        self.number = "s"
        self.human = kind == ActorKind.PERSON
        self.heads: set[str] = set()
        self.titles: dict[str, frozenset[str]] = {}
        self.definite = True
        self.members: list[Draft] = []
        self.mentions: list[tuple[Span, MentionForm, str]] = []
        self._places: set[tuple[int, int]] = set()

    def mention(self, span: Span, form: MentionForm, rule: str) -> None:
        """Add a place where the actor is spoken of, once."""
        place = (span.start, span.end)
        if place not in self._places:
            self._places.add(place)
            self.mentions.append((span, form, rule))

    def alias(self, name: str) -> None:
        """Add another name, once, in its first spelling."""
        if name == self.name or name in self.aliases:
            return
        folded = fold(name)
        if folded != fold(self.name) and all(fold(a) != folded for a in self.aliases):
            self.aliases.append(name)


@lru_cache(maxsize=1 << 14)
def key_words(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: folded, articles off."""
    words = fold(name.replace("_", " ").replace("#", " ")).replace("-", " ").split()
    return tuple(_bare(w.strip('،,."«»“”()')) for w in words)


def _bare(word: str) -> str:
    return word[2:] if word.startswith(_ARTICLE) and len(word) > 4 else word


class Roster:
    """Actors in the order of their first mention, and the phrases they were read from."""

    def __init__(self, page: Page, phrases: list[Phrase]) -> None:
        self.page = page
        self.phrases = phrases
        self.drafts: list[Draft] = []
        self._entered = 0
        self.by_phrase: dict[int, Draft] = {}  # index of the first token → actor
        self.covered: set[int] = set()  # tokens that belong to a phrase
        self._by_name: dict[tuple[str, ...], Draft] = {}
        self._by_word: dict[str, dict[Draft, None]] = {}
        self._unnamed: dict[tuple[str, ...], Draft] = {}
        self._merged: dict[Draft, Draft] = {}
        for phrase in phrases:
            self.covered.update(range(phrase.first, phrase.end))

    def new(self, kind: str, name: str, at: int) -> Draft:
        """Enter an actor."""
        draft = Draft(kind, name, at)
        self._entered += 1
        draft.id = f"a{self._entered}"
        self.drafts.append(draft)
        self._index(draft, draft.words)
        if kind == ActorKind.UNNAMED:
            self._unnamed.setdefault(draft.words, draft)
        return draft

    def _index(self, draft: Draft, words: tuple[str, ...]) -> None:
        self._by_name.setdefault(words, draft)
        for word in words:
            self._by_word.setdefault(word, {})[draft] = None

    def named(self, words: tuple[str, ...]) -> Draft | None:
        """The actor of exactly that name."""
        return self._by_name.get(words)

    def bearing(self, word: str) -> list[Draft]:
        """Actors with that word in their name, the first :data:`_BEARERS` of them."""
        return list(islice(self._by_word.get(_bare(word), ()), _BEARERS))

    def unnamed(self, words: tuple[str, ...]) -> Draft | None:
        """The nameless source that is spoken of in exactly these words."""
        return self._unnamed.get(words)

    def link(self, phrase: Phrase, draft: Draft, form: MentionForm) -> None:
        """Record that a phrase mentions an actor."""
        self.by_phrase[phrase.first] = draft
        span = phrase.name if phrase.name is not None else phrase.title
        if span is not None:
            draft.mention(span, form, phrase.rule)
        _learn(draft, phrase, self.page)

    def add_alias(self, draft: Draft, name: str) -> None:
        """Let *draft* go by another name from now on."""
        draft.alias(name)
        self._index(draft, key_words(name))

    def merge(self, keep: Draft, drop: Draft) -> None:
        """Make two actors one: *drop*'s names, mentions and phrases go to *keep*."""
        keep, drop = self.living(keep), self.living(drop)
        if keep is drop:
            return
        self._merged[drop] = keep
        for first, draft in self.by_phrase.items():
            if draft is drop:
                self.by_phrase[first] = keep
        for span, form, rule in drop.mentions:
            keep.mention(span, form, rule)
        for name in (drop.name, *drop.aliases):
            self.add_alias(keep, name)
        keep.country = keep.country or drop.country
        keep.heads |= drop.heads
        keep.order = min(keep.order, drop.order)
        self.drafts.remove(drop)
        if self._unnamed.get(drop.words) is drop:
            del self._unnamed[drop.words]
        for draft in self.drafts:
            if draft.affiliation is drop:
                draft.affiliation = keep
        for words, draft in list(self._by_name.items()):
            if draft is drop:
                self._by_name[words] = keep
        for held in self._by_word.values():
            if drop in held:
                del held[drop]
                held[keep] = None

    def living(self, draft: Draft) -> Draft:
        """The actor that *draft* has become, where it was merged into another; else itself."""
        while draft in self._merged:
            draft = self._merged[draft]
        return draft

    def rename(self, draft: Draft, name: str) -> None:
        """Give *draft* a fuller name; the old one stays as an alias."""
        old, draft.name = draft.name, name
        draft.words = key_words(name)
        draft.aliases = [a for a in draft.aliases if fold(a) != fold(draft.name)]
        draft.alias(old)
        self._index(draft, draft.words)

    def cover(self, first: int, end: int) -> None:
        """Mark tokens as read."""
        self.covered.update(range(first, end))


def _learn(draft: Draft, phrase: Phrase, page: Page) -> None:
    """Take over what a phrase tells of its actor."""
    if phrase.country and draft.country is None:
        draft.country = phrase.country
    if phrase.gender and draft.gender is None:
        draft.gender = phrase.gender
    if phrase.head:
        draft.heads.add(phrase.head)
        if phrase.title is not None:
            words = title_words(page, phrase)
            draft.titles[phrase.head] = draft.titles.get(phrase.head, words) | words
    if phrase.kind == ActorKind.PERSON and phrase.title is not None:
        _learn_title(draft, page.text[phrase.title.start : phrase.title.end], phrase.title_class)


def _learn_title(draft: Draft, title: str, title_class: str) -> None:
    """A rank is kept apart; an office with its complement is a role as well."""
    if title_class == "rank":
        draft.rank = draft.rank or title
        return
    draft.title = draft.title or title
    if title_class == "office" and " " in title and title not in draft.roles:
        draft.roles.append(title)


def title_words(page: Page, phrase: Phrase) -> frozenset[str]:
    """The words of a title as they are compared: articles off, nationalities left out."""
    if phrase.title is None:
        return frozenset()
    first = page.tokens.at(phrase.title.start)
    last = page.tokens.at(phrase.title.end - 1)
    return frozenset(
        _bare(page.words[k].form)
        for k in range(first, last + 1)
        if page.kind(k) == "w" and not page.words[k].tags & (Tag.NISBA | Tag.COUNTRY | Tag.FUNCTION)
    )


def words_before_preposition(page: Page, phrase: Phrase) -> frozenset[str]:
    """The words of a title as :func:`title_words` has them, up to where it says at whose side."""
    at = next(
        (k for k in range(phrase.first + 1, phrase.end) if page.words[k].tags & Tag.PREPOSITION),
        None,
    )
    if at is None or phrase.title is None:
        return title_words(page, phrase)
    until = Span(start=phrase.title.start, end=page.tokens.ends[at - 1])
    return title_words(page, evolve(phrase, title=until))


def fill(page: Page, phrases: list[Phrase]) -> Roster:
    """Join phrases into a roster."""
    roster = Roster(page, phrases)
    named = [p for p in phrases if p.name is not None and p.kind != "place"]
    for p in sorted(named, key=lambda p: -_width(page, p)):
        _enter(roster, p)
    roster.drafts.sort(key=lambda d: d.order)
    return roster


def _width(page: Page, p: Phrase) -> int:
    """Words in a name: fuller names are entered first, so shorter ones find them."""
    assert p.name is not None
    return len(page.text[p.name.start : p.name.end].split())


def _enter(roster: Roster, p: Phrase) -> None:
    assert p.name is not None
    text = name_text(roster.page, p.name)
    name = p.canonical if p.canonical and p.kind == ActorKind.COUNTRY else text
    words = key_words(name)
    draft = _find(roster, p, words)
    if draft is None:
        draft = roster.new(p.kind, name, p.name.start)
        if p.kind == ActorKind.COUNTRY:
            draft.alias(text)
        if p.canonical and p.kind != ActorKind.COUNTRY:
            roster._index(draft, key_words(p.canonical))
        form = MentionForm.NAME
    else:
        short = len(words) < len(draft.words)
        form = MentionForm.SHORT_NAME if short else MentionForm.NAME
        if text != draft.name:
            draft.alias(text)
    draft.order = min(draft.order, p.name.start)
    roster.link(p, draft, form)


def _find(roster: Roster, p: Phrase, words: tuple[str, ...]) -> Draft | None:
    """The actor that a named phrase means, if it is in the roster already."""
    exact = roster.named(words)
    if exact is not None and _alike(exact.kind, p.kind):
        return exact
    if p.canonical:
        exact = roster.named(key_words(p.canonical))
        if exact is not None and _alike(exact.kind, p.kind):
            return exact
    sounds = _sounds(words)
    alike = [d for d in roster.bearing(words[-1]) if sounds <= _sounds(d.words)]
    fitting = [d for d in alike if _is_short_for(p, words, d)]
    return min(fitting, key=lambda d: (d.order > p.first, abs(d.order - p.first)), default=None)


def _is_short_for(p: Phrase, words: tuple[str, ...], draft: Draft) -> bool:
    """Whether a name is a shorter form of an actor's name.

    A family name alone is, and one of several words (بن يوسف) has no gender of its own; the name
    of a body only with its head noun or a listed name.
    """
    if not is_part(words, draft.words):
        return False
    if p.kind == ActorKind.PERSON or draft.kind == ActorKind.PERSON:
        family = len(words) > 1 and p.title is None and words == draft.words[-len(words) :]
        return p.kind == draft.kind and (family or _agree(draft.gender, p.gender))
    if not _alike(draft.kind, p.kind) or (
        p.country and draft.country and p.country != draft.country
    ):
        return False
    return len(words) > 1 and (words[0] == draft.words[0] or p.canonical is not None)


def _alike(a: str, b: str) -> bool:
    return a == b or (ActorKind.PERSON not in (a, b) and ActorKind.COUNTRY not in (a, b))


def _agree(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a == b


def is_part(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether the words of *short* stand in *full* in the same order."""
    n = 0
    for word in short:
        while n < len(full) and not same_word(word, full[n]):
            n += 1
        if n == len(full):
            return False
        n += 1
    return True


@lru_cache(maxsize=1 << 14)
def _sounds(words: tuple[str, ...]) -> frozenset[str]:
    """Words as :func:`same_word` compares them: alike where it takes them for one."""
    return frozenset(f"{w[0]}-{skeleton(w)}" if len(w) > 3 else w for w in words)


def same_word(a: str, b: str) -> bool:
    """Whether two words of names are spellings of one: غ for ج, ق or ك, vowels written or not."""
    return a == b or (len(a) > 3 and len(b) > 3 and a[0] == b[0] and skeleton(a) == skeleton(b))


_SPELLINGS = str.maketrans(
    {
        "غ": "ج",
        "ق": "ج",
        "ك": "ج",
        "ط": "ت",
        "ث": "ت",
        "ڤ": "ف",
        "و": None,
        "ا": None,
        "ي": None,
        "ى": None,
        "ه": None,
        "ة": None,
    }
)


def skeleton(word: str) -> str:
    """The consonants of a transliterated name, those that spellings mix up made one."""
    return word.translate(_SPELLINGS)
