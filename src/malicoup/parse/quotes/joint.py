"""Joint speakers: several actors who say one thing together (فلان وفلان, states of a communiqué).

They are one source, named by all of its members in the order of the text; each member stays an
actor of its own.
"""

from __future__ import annotations

from functools import cache

from malicoup.lexicon._load import rows
from malicoup.lexicon.words import Tag
from malicoup.model import ActorKind, Span
from malicoup.parse.names.phrase import Phrase
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
    members, last = [draft], first
    pending: list[Draft] = []
    end = max(first.end, page.tokens.at(span.end - 1) + 1)
    while len(members) + len(pending) < _MOST:
        found = _next(page, starts, end, limit)
        if found is None:
            break
        phrase, linked = found
        member = _member(roster, phrase)
        if member is None or member in members or member in pending:
            break
        pending.append(member)
        end = phrase.end
        if linked:
            members, last, pending = members + pending, phrase, []
    if len(members) == 1 or _goes_on(page, last.end, limit):
        return None
    words = last.name or last.title or page.span(last.first, last.end)
    return _source(roster, members), Span(start=span.start, end=words.end)


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


def _member(roster: Roster, phrase: Phrase) -> Draft | None:
    draft = roster.by_phrase.get(phrase.first)
    if draft is not None:
        return draft
    if phrase.kind == "place":
        return government(roster, phrase)
    if phrase.rule == "unnamed-source" and phrase.title_class != "document":
        return source_of(roster, roster.page.span(phrase.first, phrase.end))
    return None


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
