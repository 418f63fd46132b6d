from __future__ import annotations

from attrs import evolve

from malicoup.model import Article, Certainty, Diagnostic, Section, Severity, Span
from validate.sound import SOUND, at, changed


def text_hash_wrong() -> Article:
    return evolve(SOUND, text_sha256="0" * 64)


def text_blank() -> Article:
    return Article(text=" \n")


def text_lone_surrogate() -> Article:
    return Article(text="\ud83d")


def language_malformed() -> Article:
    return evolve(SOUND, language="Arabic (Egypt)")


def url_not_absolute() -> Article:
    return evolve(SOUND, url="/boats")


def url_with_fragment() -> Article:
    return evolve(SOUND, url="https://example.org/boats#comments")


def span_past_end() -> Article:
    place = Span(start=0, end=len(SOUND.text) + 1)
    fault = Diagnostic(code="odd", severity=Severity.INFO, span=place, message="odd")
    return evolve(SOUND, diagnostics=(fault,))


def span_empty() -> Article:
    return evolve(SOUND, title=Span(start=0, end=0))


def span_with_outer_space() -> Article:
    return evolve(SOUND, title=evolve(SOUND.title, end=SOUND.title.end + 1))


def span_splits_letter() -> Article:
    letter = at("جدًا").start + 1
    words = Span(start=at("التسليم").start, end=letter + 1)
    claims = changed(SOUND.claims, 1, hedges=(words,), certainty=Certainty.PROBABLE)
    return evolve(SOUND, claims=claims)


def parts_out_of_order() -> Article:
    return evolve(SOUND, title=SOUND.lede, lede=SOUND.title)


def parts_overlap() -> Article:
    return evolve(SOUND, lede=Span(start=SOUND.title.start, end=SOUND.lede.end))


def section_without_heading() -> Article:
    return evolve(SOUND, sections=changed(SOUND.sections, 1, heading=None))


def section_without_paragraphs() -> Article:
    only_heading = Section(heading=at("زوارق دورية"))
    return Article(text=SOUND.text, sections=(only_heading,))


def findings_out_of_order() -> Article:
    return evolve(SOUND, dates=SOUND.dates[::-1])
