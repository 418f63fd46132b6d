from __future__ import annotations

from attrs import evolve

from malicoup.model import Article, Confidence, Cue, Mention, MentionForm, Quote, QuoteStyle, Span
from validate.sound import SOUND, at, changed


def cue_in_quoted_words() -> Article:
    cue = Cue(span=at("تغير"), lemma="غير")
    return evolve(SOUND, quotes=changed(SOUND.quotes, 1, cue=cue))


def quoted_outside_quote() -> Article:
    return evolve(SOUND, quotes=changed(SOUND.quotes, 2, quoted=(at("بطيء جدًا»."),)))


def quoted_out_of_order() -> Article:
    return evolve(SOUND, quotes=changed(SOUND.quotes, 2, quoted=(at("جدًا"), at("بطيء"))))


def direct_without_quoted() -> Article:
    return evolve(SOUND, quotes=changed(SOUND.quotes, 1, quoted=()))


def direct_partly_quoted() -> Article:
    return evolve(SOUND, quotes=changed(SOUND.quotes, 1, quoted=(at("الصفقة صغيرة"),)))


def mixed_without_quoted() -> Article:
    return evolve(SOUND, quotes=changed(SOUND.quotes, 2, quoted=()))


def told_but_all_quoted() -> Article:
    return evolve(SOUND, quotes=changed(SOUND.quotes, 1, style=QuoteStyle.INDIRECT))


def indirect_with_quoted() -> Article:
    return evolve(SOUND, quotes=changed(SOUND.quotes, 2, style=QuoteStyle.INDIRECT))


def quote_with_marks() -> Article:
    return evolve(SOUND, quotes=changed(SOUND.quotes, 1, span=at("«الصفقة صغيرة ولا تغير شيئًا»")))


def direct_without_marks() -> Article:
    whole = SOUND.quotes[3].span
    quotes = changed(SOUND.quotes, 3, style=QuoteStyle.DIRECT, quoted=(whole,))
    return evolve(SOUND, quotes=quotes)


def quote_across_parts() -> Article:
    both = Span(start=SOUND.quotes[0].span.start, end=at("تدريب البحارة").end)
    return evolve(SOUND, quotes=changed(SOUND.quotes, 0, span=both))


def quotes_cross() -> Article:
    words = at("طلبت ستة زوارق عام 2019، وأن التسليم «بطيء جدًا».")
    half = Quote(id="q9", span=words, style=QuoteStyle.INDIRECT)
    return evolve(SOUND, quotes=(*SOUND.quotes[:3], half, *SOUND.quotes[3:]))


def quote_repeated() -> Article:
    again = evolve(SOUND.quotes[4], id="q9")
    return evolve(SOUND, quotes=(*SOUND.quotes, again))


def quote_mention_not_speaker() -> Article:
    return evolve(SOUND, quotes=changed(SOUND.quotes, 1, mention="m7"))


def quote_mention_in_words() -> Article:
    boat = Mention(id="m99", span=at("الصفقة"), actor="najjar", form=MentionForm.NOMINAL)
    return evolve(
        SOUND,
        mentions=(*SOUND.mentions[:6], boat, *SOUND.mentions[6:]),
        quotes=changed(SOUND.quotes, 1, mention="m99"),
    )


def addressee_is_speaker() -> Article:
    return evolve(SOUND, quotes=changed(SOUND.quotes, 1, addressee="najjar"))


def speaker_without_confidence() -> Article:
    return evolve(SOUND, quotes=changed(SOUND.quotes, 2, speaker_confidence=None))


def confidence_without_speaker() -> Article:
    quotes = changed(SOUND.quotes, 1, speaker=None, mention=None)
    return evolve(SOUND, quotes=changed(quotes, 1, speaker_confidence=Confidence.GUESS))
