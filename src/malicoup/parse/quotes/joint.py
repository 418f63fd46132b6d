"""Joint speakers: several actors who say one thing together (فلان وفلان, states of a communiqué).

They are one source, named by all of its members in the order of the text; each member stays an
actor of its own.
"""

from __future__ import annotations

from functools import cache

from malicoup.lexicon._load import rows
from malicoup.lexicon.words import Tag
from malicoup.model import ActorKind, MentionForm, Span
from malicoup.parse.names.phrase import Phrase, words_of
from malicoup.parse.names.roster import Draft, Roster, key_words
from malicoup.parse.page import Page
from malicoup.parse.quotes.content import COMMAS
from malicoup.parse.quotes.entries import government, source_of
from malicoup.text.fold import fold

_AND = "و"
#: How many members are read; more are rarely listed, and a bound keeps the way back short.
_MOST = 16
_JOINT = frozenset({"مشترك", "مشتركة", "مشتركه", "المشترك", "المشتركة", "المشتركه"})


def joint(
    roster: Roster, starts: dict[int, Phrase], first: Phrase, draft: Draft, span: Span, limit: int
) -> tuple[Draft, Span] | None:
    """The joint source that begins with the phrase *first*, or None where it stands alone.

    Args:
        roster: The actors so far.
        starts: Phrases by their first token.
        first: The phrase of the first member.
        draft: Whom it means.
        span: The words that name that one.
        limit: Token behind which no member can stand.
    """
    page = roster.page
    chain: list[Phrase] = []
    linked = 0  # how many of the chain و has linked to the first
    end = max(first.end, page.tokens.at(span.end - 1) + 1)
    while len(chain) < _MOST:
        found = _next(page, starts, end, limit)
        if found is None or not _may_join(roster, found[0]):
            break
        chain.append(found[0])
        end = found[0].end
        linked = len(chain) if found[1] else linked
    chain = chain[:linked]
    if not chain or _goes_on(page, chain[-1].end, limit):
        return None
    members = [draft, *(_member(roster, phrase) for phrase in chain)]
    if len(set(members)) < len(members):
        return None
    return _source(roster, members), Span(start=span.start, end=words_of(page, chain[-1]).end)


def two_titles(
    roster: Roster, starts: dict[int, Phrase], first: Phrase, limit: int
) -> tuple[Draft, Span] | None:
    """الكاتب والمحلل سامي العلي: a title alone and a title with a name are one person's."""
    if first.name is not None or first.number != "s" or first.title is None:
        return None
    found = _next(roster.page, starts, first.end, limit)
    if found is None or found[0].title is None or found[0].name is None:
        return None
    draft = roster.by_phrase.get(found[0].first)
    if draft is None or draft.kind != ActorKind.PERSON:
        return None
    return draft, found[0].name


def chain_start(page: Page, starts: dict[int, Phrase], phrase: Phrase) -> Phrase:
    """The first of the phrases that و joins to *phrase* and that stand before it."""
    before = {p.end: p for k in range(max(0, phrase.first - 24), phrase.first)
              if (p := starts.get(k)) is not None}  # fmt: skip
    while _is_linked(page, phrase.first):
        earlier = before.get(phrase.first) or before.get(phrase.first - 1)
        if earlier is None or (earlier.end < phrase.first and page.raw(earlier.end) not in COMMAS):
            break
        phrase = earlier
    return phrase


def spoke_jointly(page: Page, spoken: list[Draft], phrase: Phrase) -> Draft | None:
    """الوزيران, الدول الثلاث: the joint source that spoke last, of people or of states."""
    if not phrase.definite or phrase.name is not None or phrase.number == "s":
        return None
    form = page.words[phrase.first].form
    if form in _together() or phrase.title_class in ("", "people"):
        return named_together(spoken, form)
    for draft in spoken:
        if draft.members and (phrase.number == "p" or draft.number == phrase.number):
            return draft if draft.human else None
    return None


@cache
def _together() -> dict[str, tuple[str, str]]:
    return {fold(word): (number, who) for word, number, who in rows("joint_words")}


def named_together(spoken: list[Draft], form: str) -> Draft | None:
    """الطرفان, الدولتان: words that stand for the members of the joint source that spoke last."""
    number, who = _together().get(form, ("", ""))
    for draft in spoken:
        if draft.members and number in (draft.number, "p"):
            fits = who == "any" or draft.human == (who == "people")
            return draft if number and fits else None
    return None


def is_joint_document(page: Page, phrase: Phrase) -> bool:
    """بيان مشترك: the adjective behind the document's name."""
    return any(
        page.words[k].form in _JOINT
        for k in range(phrase.first + 1, min(phrase.end + 2, len(page)))
    )


def _next(page: Page, starts: dict[int, Phrase], k: int, limit: int) -> tuple[Phrase, bool] | None:
    """The next member behind token *k*, and whether و links it (a comma only lists it)."""
    comma = k < limit and page.raw(k) in COMMAS
    k += comma
    alone = k < limit and page.words[k].form == _AND
    k += alone
    phrase = starts.get(k)
    if phrase is None or phrase.end > limit or phrase.preposition:
        return None
    linked = alone or _is_linked(page, k)
    listed = comma and phrase.kind in ("country", "place")  # فلان، سفير كذا: an apposition
    return (phrase, linked) if linked or listed else None


def _is_linked(page: Page, k: int) -> bool:
    word = page.words[k]
    conjunctions = [s.conjunction for s in word.heads] or [r.conjunction for r in word.readings]
    conjunctions = conjunctions or [s.conjunction for s in word.stems]
    return word.form.startswith(_AND) and _AND in conjunctions


def _may_join(roster: Roster, phrase: Phrase) -> bool:
    """Whether a phrase stands for somebody: an actor, a capital, a nameless source."""
    nameless = phrase.rule == "unnamed-source" and phrase.title_class != "document"
    return phrase.first in roster.by_phrase or phrase.kind == "place" or nameless


def _member(roster: Roster, phrase: Phrase) -> Draft:
    """The actor of a phrase that joins; one not told of before is entered, with these words."""
    draft = roster.by_phrase.get(phrase.first)
    if draft is not None:
        return draft
    span = words_of(roster.page, phrase)
    if phrase.kind == "place":
        draft, form = government(roster, phrase), MentionForm.NAME
    else:
        draft, form = source_of(roster, span), MentionForm.NOMINAL
    draft.mention(span, form, "joint-speakers")
    return draft


def _goes_on(page: Page, k: int, limit: int) -> bool:
    """قال فلان وفلان يستمع إن: a verb behind the last name makes it a clause of its own."""
    return k < limit and bool(page.words[k].tags & Tag.VERB) and not page.words[k].tags & Tag.NOUN


def _source(roster: Roster, members: list[Draft]) -> Draft:
    name = f" {_AND}".join(member.name for member in members)
    known = roster.unnamed(key_words(name))
    if known is not None:
        return known
    draft = roster.new(ActorKind.UNNAMED, name, min(member.order for member in members))
    draft.members = members
    draft.human = all(member.human for member in members)
    draft.number = "d" if len(members) == 2 else "p"
    feminine = not draft.human or all(member.gender == "f" for member in members)
    draft.gender = "f" if feminine else "m"
    return draft
