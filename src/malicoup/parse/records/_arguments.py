"""The arguments of a predicate: its subject behind it, before it, or taken from its sentence."""

from __future__ import annotations

from malicoup.lexicon.words import Tag
from malicoup.model import ActorKind
from malicoup.parse.records._parties import Parties
from malicoup.parse.records._party import PARTS, Party, country_of_nisba
from malicoup.parse.records._scene import AUXILIARIES, COMMAS, Scene

NO_PARTY = frozenset({ActorKind.FACILITY})


def main_verb(scene: Scene, i: int) -> int | None:
    """The first finite verb of the clause before token *i*."""
    clause = scene.clause(i)
    for k in range(clause.first, i):
        word = scene.page.words[k]
        finite = any(r.entry.person == 3 for r in word.readings)
        if finite and not word.tags & (Tag.FUNCTION | Tag.NOUN | Tag.TITLE):
            return k
    return None


def subject(
    scene: Scene, parties: Parties, verb: int, near: list[Party], *, behind: bool = True
) -> Party | None:
    """The subject of a finite verb: behind it, before it, or that of its sentence.

    Args:
        scene: The report.
        parties: Its parties.
        verb: Token of the verb.
        near: Parties that may take part.
        behind: Whether what stands behind the verb may be its subject.
    """
    behind = behind and not _is_plural(scene, verb)
    clause = scene.clause(verb)
    speaker = self_told(scene, verb)
    if speaker is not None:  # قالت إنها ستدرب جنودا
        return speaker
    led = next((p for p in near if p.end == verb and is_free(scene, p)), None)
    if led is not None and clause.opener == "that" and led.first - clause.first <= 2:
        return led  # إن ألمانيا دربت جنودا
    found = first_behind(scene, verb, near) if behind else None
    if found is not None:
        return found
    if clause.opener == "that" and verb - clause.first <= 3 and _has_pronoun(scene, clause.first):
        return _speaker(scene, clause.first)
    if clause.opener == "relative" and verb - clause.first <= 2:
        return _antecedent(scene, parties, clause.first)
    before = [p for p in near if clause.first <= p.first < verb and is_free(scene, p)]
    if before:
        return before[0]
    main = [p for p in parties.within(_report_start(scene, verb), verb) if is_free(scene, p)]
    near_that = clause.opener == "that" and verb - clause.first <= 3
    helped = scene.form(clause.first + 1) in AUXILIARIES
    if not main and near_that and (helped or scene.is_verb(clause.first + 1)):
        first = scene.clause(clause.first - 1).first  # نفت كذا أن تكون قد زودت
        main = [p for p in parties.within(first, clause.first) if is_free(scene, p)]
    return main[0] if main else None


def self_told(scene: Scene, verb: int) -> Party | None:
    """Who speaks of himself with the verb: قالت مصر إنها تدين."""
    clause = scene.clause(verb)
    close = clause.opener == "that" and verb - clause.first <= 2
    return _speaker(scene, clause.first) if close and _has_pronoun(scene, clause.first) else None


def nisba_subject(scene: Scene, parties: Parties, verb: int) -> Party | None:
    """أوقف القضاء الهولندي: a body of a country that only its nationality tells."""
    if verb + 2 >= len(scene.page) or not scene.has_article(verb + 1):
        return None
    country = country_of_nisba(scene.page, verb + 2)
    body = scene.page.words[verb + 1].tags & (Tag.NOUN | Tag.MASDAR | Tag.ORG_HEAD)
    if country is None or not body or not scene.has_article(verb + 2):
        return None
    draft = parties.of_country(country)
    return Party(verb + 1, verb + 3, "", -1, False, draft, None, country, ActorKind.COUNTRY)


def _is_plural(scene: Scene, verb: int) -> bool:
    """Whether a verb stands in the plural: its subject is then before it, never behind."""
    form = scene.form(verb)
    return form.endswith("وا") or (form[0] in "يت" and form.endswith("ون"))


def _has_pronoun(scene: Scene, i: int) -> bool:
    """Whether a pronoun is written onto أن: أنها, إنه."""
    reading = scene.page.words[i].reading(Tag.THAT)
    return reading is not None and scene.base(i).endswith(("ه", "ها", "هم", "هما", "نا"))


def _speaker(scene: Scene, i: int) -> Party | None:
    """Who speaks of himself: قالت إنها ستسلم."""
    speaker = scene.book.speaker_at(i + 1, i + 2)
    draft = next((d for d in scene.roster.drafts if d.id == speaker), None)
    if draft is None:
        return None
    return Party(i, i + 1, "", -1, False, draft, None, draft.country, draft.kind)


def _report_start(scene: Scene, i: int) -> int:
    """Where the words begin that a subject may be taken from: behind أن, else the sentence."""
    first, _ = scene.sentence(i)
    own = scene.clause_of[i]
    for n in range(own, -1, -1):
        clause = scene.clauses[n]
        if clause.first < first:
            break
        aside = n < own and n > 0 and scene.clauses[n - 1].opener == "relative"
        if clause.opener == "that" and not aside:  # اللذان يعتقد أنهما … is an aside
            return clause.first
    return first


def is_free(scene: Scene, party: Party) -> bool:
    """Whether a party may be a subject: nothing governs it, no و joins it to another."""
    del scene
    return party.bare and not party.joined and party.kind not in NO_PARTY


def first_behind(scene: Scene, verb: int, near: list[Party]) -> Party | None:
    """A bare party right behind a verb, adverbs, dates and commas left out."""
    clause = scene.clause(verb)
    for party in near:
        if party.first <= verb or party.first >= clause.end:
            continue
        if not party.bare and party.governor != verb:
            return None
        if party.first - verb > 8:
            return None
        between = range(verb + 1, party.first)
        return party if all(_may_stand_between(scene, k) for k in between) else None
    return None


def _may_stand_between(scene: Scene, k: int) -> bool:
    word = scene.page.words[k]
    if scene.page.raw(k) in COMMAS or scene.page.kind(k) in "pn":
        return True
    if word.tags & Tag.THAT:
        return False
    if scene.base(k) in PARTS:
        return True
    if any(w.first <= k < w.end for w in scene.whens) or scene.figure_at(k):
        return True
    return (
        bool(word.tags & (Tag.ADVERB | Tag.FUNCTION))
        or any(
            r.entry.data in ("human", "group", "time") or r.preposition == "ب"
            for r in word.readings
        )
        or scene.form(k) in ("شركة", "بموجبها", "بموجبه", "عليها", "بدورها")
    )


def _antecedent(scene: Scene, parties: Parties, i: int) -> Party | None:
    before = [p for p in parties.within(i - 16, i) if p.end <= i and i - p.end <= 3]
    return before[-1] if before else None
