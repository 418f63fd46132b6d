"""Frames of finite reporting verbs and of participles: قال إن…, قال: «…», مضيفًا أن…."""

from __future__ import annotations

from attrs import evolve

from malicoup.lexicon.words import Tag, Word
from malicoup.model import Confidence, Stance
from malicoup.parse.page import Page, phrase_at
from malicoup.parse.quotes.content import COMMAS, clause, in_marks, skip_commas
from malicoup.parse.quotes.frame import Content, CueWord, Frame, shares_form, words_in
from malicoup.parse.quotes.opening import find_opening, gap_end, lost_opening, relative_end
from malicoup.parse.quotes.subject import skip_circumstances

_SPEECH = frozenset({"say", "relay", "aside", "document"})


def finite_frames(page: Page, cue: CueWord) -> list[Frame]:
    """The frames that one finite verb or participle opens; none where it reports nothing."""
    limit = relative_end(page, cue.token)
    found = find_opening(page, cue, limit)
    about = _about_frame(page, cue, limit if found is None else found[1])
    if about:
        return about
    if found is None:
        return _comma_frame(page, cue, limit)
    how, at = found
    if _is_editorial(page, cue, at):
        return []
    if not _takes(page, cue, how, at):
        return []
    if cue.data.kind == "document":
        return _document_frames(page, cue, how, at, limit)
    gap = (cue.token + 1, gap_end(page, cue.token + 1, at))
    contents = _contents(page, cue, how, at, limit)
    rule = _rule(cue, how, gap)
    return [_frame(page, cue, content, gap, rule, how) for content in contents]


#: Verbs that tell of an event behind عن: تحدث عن مقتل كذا, أعلن عن تقديم كذا.
_TELLING = frozenset({"أعلن", "تحدث", "كشف"})
_ABOUT_REACH = 9
_ABOUT_WORDS = 5


def _about_frame(page: Page, cue: CueWord, opening: int) -> list[Frame]:
    """تحدث فلان عن استمرار كذا, كشفت عن مقتل كذا: عن with a verbal noun stands for a clause.

    A thing, or a verbal noun of somebody's own (كشف عن هويته, عن زيارته), is only a topic.
    """
    if cue.data.lemma not in _TELLING or cue.reading.pronoun:
        return []
    for k in range(cue.token + 1, min(cue.token + _ABOUT_REACH, opening - 1)):
        if page.words[k].tags & (Tag.THAT | Tag.RELATIVE | Tag.CUE_PARTICIPLE):
            return []
        if page.words[k].form == "عن" and _tells_event(page.words[k + 1]):
            limit = page.sentence_end[cue.token]
            content = clause(page, k + 1, limit, cue.reading.entry)
            if content is None or words_in(page, content.first, content.end) < _ABOUT_WORDS:
                return []
            gap = (cue.token + 1, k)
            frame = _frame(page, cue, content, gap, _rule(cue, "about", gap), "about")
            if _opens_without_subject(page, cue, gap):
                frame = evolve(frame, subject="nobody")
            return [evolve(frame, confidence=Confidence.LIKELY)]
    return []


def _opens_without_subject(page: Page, cue: CueWord, gap: tuple[int, int]) -> bool:
    """أعلن في المدينة أمس عن وفاة فلان: a sentence opened so, and no subject, is a passive."""
    if cue.reading.conjunction or page.sentence_start[cue.token] != cue.token:
        return False
    return cue.reading.entry.tag & Tag.CUE != 0 and skip_circumstances(page, *gap) >= gap[1]


_NO_EVENTS = Tag.CUE_NOUN | Tag.TITLE | Tag.UNNAMED | Tag.ORG_HEAD | Tag.GIVEN | Tag.COUNTRY


def _tells_event(word: Word) -> bool:
    """Whether a word is a verbal noun without a pronoun, and none of speech."""
    if word.tags & (
        Tag.CUE_NOUN | Tag.TITLE | Tag.UNNAMED | Tag.ORG_HEAD | Tag.GIVEN | Tag.COUNTRY
    ):
        return False
    return any(
        (r.entry.tag & Tag.MASDAR) and not (r.pronoun or r.preposition) for r in word.readings
    )


def _resumes_relative(page: Page, cue: CueWord, at: int) -> bool:
    """الذي يُعتقد أنه كذا: the pronoun on أن is the subject of the clause, so it belongs to it."""
    relative = cue.token > 0 and bool(page.words[cue.token - 1].tags & Tag.RELATIVE)
    reading = page.words[at].reading(Tag.THAT)
    pronoun = reading is not None and bool(reading.entry.data)
    return relative and pronoun and _is_impersonal(page, cue, (cue.token + 1, at))


def _contents(page: Page, cue: CueWord, how: str, at: int, limit: int) -> list[Content]:
    if how == "that" and _resumes_relative(page, cue, at):
        content = clause(page, at, limit, cue.reading.entry)
        return [content] if content else []
    if how in ("that", "like"):
        content = clause(page, at + 1, limit, cue.reading.entry)
        return [content] if content else []
    if (
        cue.data.kind not in _SPEECH
        and how == "colon"
        and skip_commas(page, at + 1) not in page.pair_at
    ):
        return []
    if how == "colon":
        lost = lost_opening(page, at)
        return [lost] if lost else _after_colon(page, at, limit)
    if _is_fragment(page, cue, at):
        return []
    content = in_marks(page, at)
    return [content, *_more(page, content.end, limit)] if content else []


def _is_fragment(page: Page, cue: CueWord, at: int) -> bool:
    """Whether the marks hold only a part of a clause of the writer: دعا إلى «…», بـ«…» كذا."""
    before = page.words[at - 1]
    if before.tags & Tag.PREPOSITION or before.form in ("ب", "بـ", "ل", "لـ", "ال"):
        return True
    if at > cue.token + 1 and before.tags & Tag.MASDAR and not before.tags & Tag.CUE_NOUN:
        return not before.form.startswith("ال")  # ممارسة «…»: the marks complete a noun phrase
    pair = page.pair_at[at]
    if cue.data.kind in _SPEECH or not pair.closed:
        return False
    behind = pair.close + 1
    return page.kind(behind) in "wln" and not page.words[behind].tags & Tag.CUE_PARTICIPLE


def _after_colon(page: Page, at: int, limit: int) -> list[Content]:
    first = skip_commas(page, at + 1)
    that = page.words[first].reading(Tag.THAT) if first < limit else None
    if that is not None and not (that.conjunction or that.preposition):  # قال: إن المشروع
        first += 1
    if first in page.pair_at:
        content = in_marks(page, first, introduced=True)
        return (
            [content, *_more(page, content.end, page.sentence_end[content.end - 1])]
            if content
            else []
        )
    content = clause(page, first, limit)
    if content is None or words_in(page, content.first, content.end) < 2:
        return []
    verb = page.words[content.first].tags & Tag.VERB
    return [content] if verb or words_in(page, content.first, content.end) > 2 else []


def _more(page: Page, end: int, limit: int) -> list[Content]:
    """Further quotes of the same cue in the same sentence: «…» و«…»."""
    found = []
    k = end + 1
    while k < limit:
        if page.words[k].tags & (Tag.CUE | Tag.CUE_PARTICIPLE | Tag.THAT) or page.raw(k) == ":":
            break
        content = in_marks(page, k)
        if content is not None:
            found.append(content)
            k = content.end
        elif k in page.pair_at:
            k = page.pair_at[k].close
        k += 1
    return found


def _document_frames(page: Page, cue: CueWord, how: str, at: int, limit: int) -> list[Frame]:
    """وجاء في بيان الوزارة أن…: what stands in a document is said by its author."""
    first = cue.token + 2
    if page.words[cue.token + 1].form in ("فيه", "فيها", "فيهما"):  # نشر بيانا جاء فيه أن
        gap = (first, first)
        return [
            evolve(_frame(page, cue, content, gap, f"document-{how}", how), subject="governor")
            for content in _contents(page, cue, how, at, limit)
        ]
    if first >= at or page.words[cue.token + 1].form not in ("في", "فى"):
        return []
    head = page.words[first]
    if not (head.tags | head.head_tags) & (Tag.UNNAMED | Tag.CUE_NOUN):
        return []
    gap = (first, gap_end(page, first, at))
    return [
        evolve(_frame(page, cue, content, gap, f"document-{how}", how), subject="source")
        for content in _contents(page, cue, how, at, limit)
    ]


#: Verbs whose attached pronoun is the one spoken to: أخبره أن.
_TOLD = frozenset({"أخبر", "أبلغ", "سأل", "طمأن", "وعد", "نصح", "حذر"})


def _takes(page: Page, cue: CueWord, how: str, at: int) -> bool:
    """Whether the cue can take what opens there."""
    if how == "like":
        return True
    if cue.data.kind == "will":  # رفض أن يفعل: what he would not do, nothing he said
        return how != "that"
    if cue.data.kind == "show" and how == "that" and cue.token + 2 >= at:
        return False  # دليلًا يثبت أن: a property, unless a subject stands behind the verb
    if cue.data.kind == "describe":  # وصفه بأنه, never وصف أن
        return how == "that" and page.words[at].form.startswith("ب")
    if cue.reading.pronoun:  # تصريحات نقلتها وكالات الأنباء: …
        return how == "that" and cue.data.lemma in _TOLD | {"اعتبر", "قال"}
    return (
        how == "that"
        or not shares_form(page, cue.token)
        or (cue.data.kind == "say" and (at == cue.token + 1 or _colon_and_marks(page, how, at)))
    )


def _colon_and_marks(page: Page, how: str, at: int) -> bool:
    """سأل الصحافي: «…»: a colon with marks behind it tells a verb of speech from its homographs."""
    return how == "colon" and skip_commas(page, at + 1) in page.pair_at


def _ends_a_name(word: Word) -> bool:
    return bool(word.form) and not word.tags & ~(Tag.GIVEN | Tag.SURNAME | Tag.NAME_PARTICLE)


#: Impersonal verbs with which a writer adds background of his own: يُذكر أن, يشار إلى أن.
_EDITORIAL = frozenset({"ذكر", "أشار", "افترض"})


def _is_editorial(page: Page, cue: CueWord, at: int) -> bool:
    entry = cue.reading.entry
    bare = gap_end(page, cue.token + 1, at) == cue.token + 1
    impersonal = entry.tense == "passive" or (entry.tense == "imperfect" and entry.gender == "m")
    if cue.token and _ends_a_name(page.words[cue.token - 1]):
        return False  # فلان يشير إلى أن
    return bare and impersonal and entry.lemma in _EDITORIAL and entry.number == "s"


def _comma_frame(page: Page, cue: CueWord, limit: int) -> list[Frame]:
    """قالت اللجنة، لم يكن هناك…: a comma alone stands before what is said."""
    entry = cue.reading.entry
    if cue.data.kind != "say" or entry.tag & Tag.CUE_PARTICIPLE or cue.reading.pronoun:
        return []
    if cue.token and page.words[cue.token - 1].tags & Tag.NEGATION:
        return []
    comma = next(
        (k for k in range(cue.token + 2, min(cue.token + 9, limit)) if page.raw(k) in COMMAS), None
    )
    if comma is None or comma + 1 >= limit or not _begins_clause(page, comma + 1):
        return []
    if any(page.words[k].tags & (Tag.RELATIVE | Tag.CUE) for k in range(cue.token + 1, comma)):
        return []
    content = clause(page, comma + 1, limit, entry)
    if content is None or words_in(page, content.first, content.end) < 5:
        return []
    return [_frame(page, cue, content, (cue.token + 1, comma), "verb-subject-comma", "comma")]


def _begins_clause(page: Page, k: int) -> bool:
    """Whether an independent clause may begin at token *k*: a verb, a negation, a noun with one."""
    word = page.words[k]
    country = phrase_at(page, k, Tag.COUNTRY)
    if country is not None and not country[1].conjunction:
        return _verb_ahead(page, country[0])
    if word.tags & (
        Tag.TIME
        | Tag.ADVERB
        | Tag.RELATIVE
        | Tag.CUE_PARTICIPLE
        | Tag.TITLE
        | Tag.PREPOSITION
        | Tag.CONJUNCTION
    ):
        return False
    if word.readings and all(r.conjunction for r in word.readings):
        return False
    if word.tags & (Tag.NEGATION | Tag.VERB):
        return not word.tags & Tag.CUE
    return bool(word.tags & Tag.ORG_HEAD) and _verb_ahead(page, k + 1)


def _verb_ahead(page: Page, k: int) -> bool:
    return any(
        page.words[n].tags & Tag.VERB and not page.words[n].tags & Tag.NOUN
        for n in range(k, min(k + 5, len(page)))
    )


def _rule(cue: CueWord, how: str, gap: tuple[int, int]) -> str:
    form = "participle" if cue.reading.entry.tag & Tag.CUE_PARTICIPLE else "verb"
    subject = "-subject" if gap[1] > gap[0] and form == "verb" else ""
    return f"{form}{subject}-{how}"


#: Vowel mark of the passive on the first letter: يُعتقد.
_DAMMA = "\u064f"


def _is_impersonal(page: Page, cue: CueWord, gap: tuple[int, int]) -> bool:
    """يُعتقد أن: a verb of belief with nobody as its subject."""
    entry = cue.reading.entry
    if gap[1] > gap[0] or entry.gender != "m" or entry.number != "s" or cue.reading.pronoun:
        return False
    if _DAMMA in page.raw(cue.token)[:3] and entry.tense == "imperfect":
        return cue.data.stance in _BELIEF or cue.data.kind == "relay"
    return entry.tense == "imperfect" and cue.data.kind == "think"


_HE = frozenset({"هو", "وهو", "فهو", "هي", "وهي", "فهي"})


def _is_passive(page: Page, cue: CueWord) -> bool:
    """يُعتقد, أُبلغ: whether the vowel mark of the passive is written."""
    return _DAMMA in page.raw(cue.token)[:3] and cue.reading.entry.tense in ("imperfect", "perfect")


def _about(page: Page, gap: tuple[int, int]) -> bool:
    """نُقل عن فلان أن: the source of a passive."""
    return any(page.words[k].form in ("عن", "على") for k in range(*gap))


_BELIEF = frozenset({Stance.BELIEVING, Stance.EXPECTING, Stance.FEARING, Stance.ALLEGING})


def _frame(
    page: Page, cue: CueWord, content: Content, gap: tuple[int, int], rule: str, how: str
) -> Frame:
    entry = cue.reading.entry
    participle = bool(entry.tag & Tag.CUE_PARTICIPLE)
    nobody = entry.tense == "passive" or _is_impersonal(page, cue, gap)
    nobody = nobody or (
        _is_passive(page, cue) and entry.tense == "perfect" and not _about(page, gap)
    )
    nobody = nobody and not (cue.token and page.words[cue.token - 1].form in _HE)
    impersonal = "nobody" if entry.tense == "passive" or _is_passive(page, cue) else "perhaps"
    sure = cue.data.kind == "say" or (how == "that" and cue.data.kind not in ("act", "will"))
    sure = sure and not shares_form(page, cue.token)
    return Frame(
        (cue.token, cue.token + 1), cue.data.lemma, cue.data.stance, content, gap,
        entry.gender, entry.number, entry.person,
        "governor" if participle else impersonal if nobody else "after", rule,
        Confidence.CERTAIN if sure else Confidence.LIKELY,
    )  # fmt: skip
