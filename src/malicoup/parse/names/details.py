"""What stands beside a name: roles in apposition, countries, affiliations."""

from __future__ import annotations

from malicoup.lexicon.words import Tag
from malicoup.model import ActorKind
from malicoup.model.vocab import ORGANIZATION_KINDS
from malicoup.parse.names.abbreviations import bracket, find_abbreviations, join_latin
from malicoup.parse.names.countries import country_of
from malicoup.parse.names.phrase import Phrase
from malicoup.parse.names.roster import Draft, Roster, fill
from malicoup.parse.names.short import find_article_names, find_short_names
from malicoup.parse.page import Page

_COMMAS = frozenset({"،", ","})
_RELATIVE_REACH = 9


def read_roster(page: Page, phrases: list[Phrase]) -> Roster:
    """The roster of a page: named phrases joined, short names found, details added."""
    roster = fill(page, phrases)
    find_abbreviations(roster)
    find_short_names(roster)
    find_article_names(roster)
    add_details(roster)
    return roster


def add_details(roster: Roster) -> None:
    """Fill in countries, roles and affiliations. The roster must hold all phrases."""
    starts = {p.first: p for p in roster.phrases}
    for phrase in list(roster.phrases):
        draft = roster.by_phrase.get(phrase.first)
        if draft is None:
            continue
        if draft.kind == ActorKind.PERSON:
            _add_role(roster, starts, phrase, draft)
    join_latin(roster)
    _add_countries(roster)
    _add_title_affiliations(roster, starts)


def _add_countries(roster: Roster) -> None:
    """المجلس العسكري: a body of a state takes the one country named before it in its sentence."""
    page = roster.page
    start, seen = -1, 0
    named: set[str] = set()  # in the sentence up to the phrase
    for phrase in roster.phrases:
        draft = roster.by_phrase.get(phrase.first)
        if draft is None or draft.country or draft.kind not in _OF_A_STATE:
            continue
        if page.sentence_start[phrase.first] != start:
            start = seen = page.sentence_start[phrase.first]
            named.clear()
        named.update(c for k in range(seen, phrase.first) if (c := country_of(page, k, k + 1)))
        seen = phrase.first
        if len(named) == 1:
            draft.country = next(iter(named))


_OF_A_STATE = frozenset({ActorKind.GOVERNMENT, ActorKind.ARMED_FORCE})


# -- roles ------------------------------


def _add_role(roster: Roster, starts: dict[int, Phrase], phrase: Phrase, draft: Draft) -> None:
    page = roster.page
    k = phrase.end
    inside = bracket(page, k)
    if inside is not None and inside[0] in starts and starts[inside[0]].title is not None:
        _learn_role(roster, starts, draft, starts[inside[0]], inside[1])
        k = inside[1] + 1
    if page.raw(k) in _COMMAS:
        apposed = starts.get(k + 1)
        if apposed is not None and apposed.kind == "nominal" and _is_title(apposed):
            _learn_role(roster, starts, draft, apposed, _role_end(page, apposed))
            return
    follow = starts.get(k)
    bare = follow is not None and not page.words[follow.first].form.startswith("ال")
    if follow is not None and follow.kind == "nominal" and _is_title(follow) and bare:
        _learn_role(roster, starts, draft, follow, follow.end)
    elif k < len(page) and page.words[k].tags & Tag.RELATIVE:
        draft.affiliation = draft.affiliation or _works_for(roster, starts, k)


def _is_title(phrase: Phrase) -> bool:
    return phrase.rule == "title-alone" and phrase.number == "s"


def _role_end(page: Page, phrase: Phrase) -> int:
    """The token behind a role: at the next comma, colon, mark or bracket."""
    k = phrase.end
    limit = page.sentence_end[phrase.first]
    while k < limit:
        raw = page.raw(k)
        if raw in _COMMAS or raw in ':«"“(–' or raw in ("لـ", "ل"):
            break
        if page.words[k].tags & (Tag.THAT | Tag.CUE | Tag.RELATIVE):
            break
        k += 1
    return k


def _learn_role(
    roster: Roster, starts: dict[int, Phrase], draft: Draft, role: Phrase, end: int
) -> None:
    page = roster.page
    text = page.slice(role.first, max(end, role.first + 1))
    if text not in draft.roles:
        draft.roles.append(text)
    draft.gender = role.gender or draft.gender  # a role tells more than a given name
    draft.heads.add(role.head)
    draft.country = draft.country or role.country
    draft.affiliation = draft.affiliation or _body_in(roster, starts, role.first, end)


def _body_in(roster: Roster, starts: dict[int, Phrase], first: int, end: int) -> Draft | None:
    """The first named body among the tokens."""
    for k in range(first, end):
        if k in starts:
            draft = roster.by_phrase.get(k)
            if draft is not None and draft.kind in ORGANIZATION_KINDS:
                return draft
    return None


def _works_for(roster: Roster, starts: dict[int, Phrase], k: int) -> Draft | None:
    """التي تعمل ضمن كذا: the body named in the relative clause."""
    page = roster.page
    verbs = {r.entry.lemma for r in page.words[k + 1].readings} if k + 1 < len(page) else set()
    if not verbs & {"عمل", "ترأس", "رأس", "قاد", "مثل", "أدار"}:
        return None
    return _body_in(roster, starts, k + 2, min(k + _RELATIVE_REACH, len(page)))


def _add_title_affiliations(roster: Roster, starts: dict[int, Phrase]) -> None:
    """المتحدث باسم كذا فلان: the body inside the title."""
    for phrase in roster.phrases:
        draft = roster.by_phrase.get(phrase.first)
        if draft is None or draft.kind != ActorKind.PERSON or phrase.title is None:
            continue
        if draft.affiliation is None:
            end = roster.page.tokens.at(phrase.title.end - 1) + 1
            draft.affiliation = _body_in(roster, starts, phrase.first + 1, end)
