"""Which actor a noun phrase means: by name, by title, as a document, as a nameless source."""

from __future__ import annotations

from functools import cache

from malicoup.lexicon._load import rows
from malicoup.lexicon.words import Tag
from malicoup.model import ActorKind, Confidence, Span
from malicoup.parse.names.complement import SAME
from malicoup.parse.names.phrase import Phrase, words_of
from malicoup.parse.names.roster import Draft, key_words
from malicoup.parse.page import Page
from malicoup.parse.quotes.bearers import bearer, by_description, clash, last_of_kind
from malicoup.parse.quotes.content import COMMAS
from malicoup.parse.quotes.entries import government, source_of
from malicoup.parse.quotes.frame import Frame
from malicoup.parse.quotes.joint import is_joint_document, joint, spoke_jointly
from malicoup.parse.quotes.state import HUMAN, Found, State
from malicoup.parse.quotes.subject import ends_noun_phrase

_DOCUMENT_REACH = 14


_SENDING_REACH = 4
_SENDER_REACH = 6


def resolve(state: State, frame: Frame, phrase: Phrase, limit: int) -> tuple[Found, Span]:
    """The actor a phrase means, and the words that name it.

    Args:
        state: The page so far.
        frame: The frame whose source is sought.
        phrase: The phrase.
        limit: Token behind which the noun phrase cannot go.
    """
    draft = state.roster.by_phrase.get(phrase.first)
    if phrase.end < len(state.page) and state.page.words[phrase.end].form in SAME:
        same = last_of_kind(state, frame, phrase)
        if same is not None:
            return same, words_of(state.page, phrase)
    again = spoke_jointly(state.page, [d for _, d in state.lately()], phrase)
    if again is not None:
        return Found(again, "same-source", Confidence.LIKELY), words_of(state.page, phrase)
    if phrase.title_class == "courtesy":
        same = by_description(state, frame, phrase)
        if same is not None:
            return same, words_of(state.page, phrase)
    if draft is None and phrase.title_class in HUMAN:
        apposed = apposed_person(state, phrase.end, limit)
        if apposed is not None:
            return apposed
    # A description that an earlier reading gave to a named body stays with it.
    if draft is not None and not draft.aliases and _is_descriptive(state.page, phrase):
        described = _described(state, phrase, draft)
        if described is not None:
            state.roster.merge(described, draft)
            draft = described
    if draft is not None:
        return Found(draft, "named", Confidence.CERTAIN), words_of(state.page, phrase)
    if phrase.kind == "place":
        return Found(
            government(state.roster, phrase), "place-for-government", Confidence.LIKELY
        ), words_of(state.page, phrase)
    if phrase.rule == "unnamed-source" and phrase.title_class == "document":
        author = _author(state, frame, phrase, limit)
        if author is not None:
            return author, words_of(state.page, phrase)
    holder = bearer(state, frame, phrase)
    if holder is not None:
        return holder, words_of(state.page, phrase)
    named = _in_bracket(state, phrase, limit) if phrase.title_class not in HUMAN else None
    if named is not None:
        return named
    span = noun_phrase(state, phrase.first, phrase.end, limit, phrase)
    if phrase.title_class in HUMAN:
        apposed = apposed_person(state, state.page.tokens.at(span.end - 1) + 1, limit)
        if apposed is not None:
            return apposed
    draft = source_of(state.roster, span)
    draft.gender = draft.gender or phrase.gender
    draft.human = phrase.title_class in HUMAN | {"people"}
    draft.number = "p" if phrase.number == "p" and phrase.title_class in HUMAN | {"people"} else "s"
    draft.country = draft.country or phrase.country
    if phrase.head:
        draft.heads.add(phrase.head)
    return Found(draft, "noun-phrase", Confidence.LIKELY), span


def apposed_person(state: State, end: int, limit: int) -> tuple[Found, Span] | None:
    """المتحدث باسم القيادة، العميد فلان، …: a name between commas behind a description.

    The name must close its pause: a list (الوزير، فلان وفلان) or a new clause does not.
    """
    page = state.page
    if end >= limit or page.raw(end) not in COMMAS:
        return None
    phrase = state.starts.get(end + 1)
    draft = state.roster.by_phrase.get(end + 1)
    if phrase is None or draft is None or draft.kind != ActorKind.PERSON or phrase.preposition:
        return None
    behind = phrase.end
    closed = behind >= limit or page.kind(behind) not in "wln" or page.words[behind].form in _LED
    if not closed and not page.words[behind].tags & (Tag.PREPOSITION | Tag.THAT | Tag.RELATIVE):
        return None
    return Found(draft, "name-in-apposition", Confidence.CERTAIN), words_of(page, phrase)


_LED = frozenset({"ل", "لـ"})


def _in_bracket(state: State, phrase: Phrase, limit: int) -> tuple[Found, Span] | None:
    """منظمة كذا كذا (فلانة): a bracket behind the description holds the name."""
    page = state.page
    for k in range(phrase.end, min(limit, phrase.end + 8)):
        if page.raw(k) in COMMAS:
            return None
        if page.raw(k) == "(" and k + 2 < len(page) and page.raw(k + 2) == ")":
            draft = state.roster.by_phrase.get(k + 1) or state.roster.named(
                key_words(page.raw(k + 1))
            )
            if draft is None:
                return None
            return Found(draft, "name-in-bracket", Confidence.LIKELY), page.span(k + 1, k + 2)
    return None


def _is_descriptive(page: Page, phrase: Phrase) -> bool:
    """المنظمة الحقوقية: a head noun with article and adjectives describes as often as it names."""
    if phrase.rule != "head-complement" or not page.words[phrase.first].form.startswith("ال"):
        return False
    return phrase.kind in (ActorKind.ORGANIZATION, ActorKind.MEDIA) and all(
        page.words[k].tags & Tag.ADJECTIVE for k in range(phrase.first + 1, phrase.end)
    )


def _described(state: State, phrase: Phrase, itself: Draft) -> Draft | None:
    """The body of that head noun that spoke or was named last before."""
    here = state.page.tokens.starts[phrase.first]
    earlier = sorted((d for d in state.roster.drafts if d.order < here), key=lambda d: -d.order)
    for draft in [*(d for _, d in state.lately()), *earlier]:
        alike = phrase.head in draft.heads or draft.kind == phrase.kind == ActorKind.MEDIA
        if alike and draft is not itself and draft.kind != ActorKind.UNNAMED:
            return None if clash(draft, phrase) else draft
    return None


def noun_phrase(
    state: State, first: int, end: int, limit: int, phrase: Phrase | None = None
) -> Span:
    """The characters of a noun phrase, grown to its end; a name behind it is another's."""
    page = state.page
    end = min(end, max(limit, first + 1))
    while end < limit:
        pair = page.pair_at.get(end)
        if pair is None or not pair.closed or not page.words[end - 1].tags & Tag.ORG_HEAD:
            break
        end = pair.close + 1  # تحالف «دعم كذا»
    while end < limit and not ends_noun_phrase(page, first, end):
        other = state.starts.get(end)
        definite = page.words[first].form.startswith("ال") and page.words[end - 1].form.startswith(
            "ال"
        )
        described = page.words[end - 1].tags & (Tag.ADJECTIVE | Tag.NISBA) and end > first + 1
        described = described and not any(s.conjunction for s in page.words[end].heads)
        if other is not None and other.name is not None and (definite or described):
            break  # أبلغ مسؤولان حكوميان الوكالة: an adjective governs no name
        end += 1
    opened = next((k for k in range(first + 1, end) if page.raw(k) == "("), end)
    if ")" not in [page.raw(k) for k in range(opened, end)]:
        end = opened  # المتحدث باسم الوزارة (الديوان: half a bracket names nobody
    while end - 1 > first and page.words[end - 1].tags & Tag.PREPOSITION:
        end -= 1
    start = phrase.title.start if phrase is not None and phrase.title else page.tokens.starts[first]
    return Span(start=start, end=page.tokens.ends[max(end, first + 1) - 1])


def _is_definite(page: Page, phrase: Phrase) -> bool:
    """الوزارة, or مكتب الإحصاء: by its own article or that of its last word."""
    return phrase.definite or page.words[phrase.end - 1].form.startswith("ال")


def _author(state: State, frame: Frame, phrase: Phrase, limit: int) -> Found | None:
    """Whose document it is: named right behind it, or, where it is definite, the last source."""
    page = state.page
    sender = _sender(state, frame, phrase, limit)
    if sender is not None:
        return sender
    k = phrase.first + 1
    while k < min(limit, phrase.first + _DOCUMENT_REACH):
        if page.raw(k) in COMMAS or page.words[k].tags & (Tag.THAT | Tag.RELATIVE):
            break
        inner = state.starts.get(k)
        if inner is not None and inner.kind == "nominal" and _is_definite(page, inner):
            known = bearer(state, frame, inner)
            if known is not None:
                return known._replace(rule="author-of-document")
            before = page.words[k - 1]
            issued = k == phrase.first + 1 or before.form == "عن"
            issued = issued or bool(before.tags & Tag.DEMONSTRATIVE)  # بيان هذه الحركة
            if (inner.preposition == "ل" or issued) and inner.title_class != "document":
                body = source_of(state.roster, words_of(page, inner))
                return Found(body, "author-of-document", Confidence.LIKELY)
        if inner is not None and inner.kind not in ("place", "nominal"):
            draft = state.roster.by_phrase.get(k)
            if inner.kind == ActorKind.COUNTRY and k > phrase.first + 1 and not _signs(page, k):
                k += 1  # بيان صدر في ألمانيا: where, not whose
                continue
            if (draft is not None and draft.kind != ActorKind.PERSON) or _signs(page, k):
                if draft is None:
                    return None
                both = joint(state.roster, state.starts, inner, draft, words_of(page, inner), limit)
                draft = both[0] if both is not None else draft
                return Found(draft, "author-of-document", Confidence.CERTAIN)
        k += 1
    issuer = _issuer(state, phrase)
    if issuer is not None:
        return issuer
    if is_joint_document(page, phrase):
        for _, draft in state.lately():
            if draft.members:
                return Found(draft, "document-of-last-source", Confidence.LIKELY)
    if phrase.definite and phrase.number == "s" and phrase.end == phrase.first + 1:
        for _, draft in state.lately():
            if draft.kind not in (ActorKind.MEDIA,):
                return Found(draft, "document-of-last-source", Confidence.LIKELY)
    return None


_ISSUED = 48


@cache
def _issuing_verbs() -> frozenset[str]:
    return frozenset(verb for (verb,) in rows("issuing_verbs"))


def _issuer(state: State, phrase: Phrase) -> Found | None:
    """نشرت صحيفة كذا تقريرا … وأوضح التقرير: whoever published the document told of before."""
    page = state.page
    if not phrase.definite or phrase.number != "s":
        return None
    bare = page.words[phrase.first].form.removeprefix("ال")
    issuing = _issuing_verbs()
    for k in range(phrase.first - 1, max(-1, phrase.first - 4 * _ISSUED), -1):
        if page.words[k].form not in (bare, bare + "ا"):
            continue
        for n in range(k - 1, max(-1, k - _ISSUED), -1):
            if page.kind(n) == "b":
                break
            draft = state.roster.by_phrase.get(n)
            verbs = page.words[n - 1].readings if n and draft else ()
            if draft is not None and any(r.entry.lemma in issuing for r in verbs):
                return Found(draft, "author-of-document", Confidence.LIKELY)
        return None
    return None


_IT = frozenset({"به", "بها"})


def _sender(state: State, frame: Frame, phrase: Phrase, limit: int) -> Found | None:
    """بيان أصدره فلان, رسالة بعث بها فلان: the subject of the verb that sent the document."""
    page = state.page
    for k in range(phrase.end, min(phrase.end + _SENDING_REACH, limit)):
        verb = page.words[k].reading(Tag.VERB)
        if verb is None or page.kind(k) != "w":
            continue
        by = k + 1 < limit and page.words[k + 1].form in _IT
        if not (verb.pronoun or by):
            return None
        behind = range(k + 1 + by, min(k + _SENDER_REACH, limit))
        phrases = (state.starts[n] for n in behind if n in state.starts)
        subject = next((p for p in phrases if not p.preposition), None)
        if subject is None or subject.kind == "place":
            return None
        if subject.name is None and (not subject.definite or subject.number != "s"):
            return None
        found, _ = resolve(state, frame, subject, limit)
        return found._replace(rule="author-of-document", confidence=Confidence.LIKELY)
    return None


def _signs(page: Page, k: int) -> bool:
    """Whether ل, عن or من before token *k* makes a person the author."""
    before = page.words[k - 1].form
    return before in ("عن", "من", "ل", "لـ") or any(
        s.preposition == "ل" for s in page.words[k].stems
    )
