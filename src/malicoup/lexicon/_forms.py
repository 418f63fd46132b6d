"""Paradigms: the written forms of a verb, participle or noun, from its dictionary forms.

Arabic morphology is handled here and nowhere else. Forms are made unvocalised, as newspapers
print them. Only what is needed to read a report is made: third persons and the first, perfect
and imperfect. Source: W. Wright, A Grammar of the Arabic Language, part second, §§ 77–178.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Form(NamedTuple):
    """One written form with its features (None where the spelling does not tell)."""

    text: str
    person: int | None
    gender: str | None
    number: str | None
    tense: str


def verb_forms(perfect: str, imperfect: str) -> Iterator[Form]:
    """The finite forms of a verb.

    Args:
        perfect: Third person masculine singular of the perfect (قال).
        imperfect: The same of the imperfect (يقول).
    """
    yield from _perfect(perfect)
    yield from _imperfect(imperfect)


def _perfect(p: str) -> Iterator[Form]:
    short = p[:-1]
    defective = p[-1] in "ىا" and len(p) > 2
    yield Form(p, 3, "m", "s", "perfect")
    if defective:
        weak = "و" if p[-1] == "ا" else "ي"
        shapes = (short + "ت", short + "وا", short + weak + "ا", short + "تا", short + weak)
    elif p[-1] == "ي":
        shapes = (p + "ت", short + "وا", p + "ا", p + "تا", p)
    elif p[-1] == "أ":
        shapes = (p + "ت", p + "وا", short + "آ", p + "تا", p)
        yield Form(short + "ؤوا", 3, "m", "p", "perfect")
    else:
        shapes = (p + "ت", p + "وا", p + "ا", p + "تا", _consonantal(p))
    feminine, plural, dual, dual_f, stem = shapes
    yield Form(feminine, 3, "f", "s", "perfect")
    yield Form(plural, 3, "m", "p", "perfect")
    yield Form(dual, 3, "m", "d", "perfect")
    yield Form(dual_f, 3, "f", "d", "perfect")
    yield Form(stem + "نا", 1, None, "p", "perfect")
    if stem + "ت" != feminine:
        yield Form(stem + "ت", 1, None, "s", "perfect")
    if len(p) == 4 and p[1] == "ا":  # شوهد, هوجم
        passive = p[0] + "و" + p[2:]
        yield Form(passive, 3, "m", "s", "passive")
        yield Form(passive + "ت", 3, "f", "s", "passive")
    if stem != p and not defective:  # a hollow root shows its passive: قيل, أفيد
        yield Form(p[:-2] + "ي" + p[-1], 3, "m", "s", "passive")


def feminine_plural(p: str) -> Form:
    """قلن, أكدن, رأين: what several women did; made for reporting verbs alone, since rare."""
    if p[-1] in "ىا" and len(p) > 2:
        stem = p[:-1] + ("و" if p[-1] == "ا" else "ي")
    else:
        stem = p if p[-1] in "يأ" else _consonantal(p)
    return Form(stem + "ن", 3, "f", "p", "perfect")


def _consonantal(p: str) -> str:
    """The stem before endings that begin with a consonant: قال → قل, أفاد → أفد."""
    return p[:-2] + p[-1] if len(p) >= 3 and p[-2] == "ا" and not _sound_form(p) else p


def _sound_form(p: str) -> bool:
    """Whether the alef before the last letter belongs to the pattern فاعل (تابع has none there)."""
    return len(p) == 4 and p[1] == "ا"


def _imperfect(i: str) -> Iterator[Form]:
    rest = i[1:]
    if len(rest) >= 3 and rest[-2] in "وي":  # يقال, يشار
        yield Form("ي" + rest[:-2] + "ا" + rest[-1], 3, "m", "s", "passive")
    base = rest[:-1] if rest[-1] in "ىيو" and len(rest) > 2 else rest
    yield Form(i, 3, "m", "s", "imperfect")
    yield Form("ت" + rest, 3, "f", "s", "imperfect")
    yield Form("ن" + rest, 1, None, "p", "imperfect")
    yield Form("أ" + rest, 1, None, "s", "imperfect")
    yield Form("ي" + base + "ون", 3, "m", "p", "imperfect")
    yield Form("ي" + base + "وا", 3, "m", "p", "imperfect")
    dual = base + {"ى": "ي", "ي": "ي", "و": "و"}.get(rest[-1], "") if base != rest else rest
    yield Form("ي" + dual + "ان", 3, "m", "d", "imperfect")
    yield Form("ت" + dual + "ان", 3, "f", "d", "imperfect")
    yield Form("ي" + dual + "ن", 3, "f", "p", "imperfect")
    short = _jussive(rest, base)
    if short is not None:  # لم ينف, لم يقل, لم يشر
        yield Form("ي" + short, 3, "m", "s", "jussive")
        yield Form("ت" + short, 3, "f", "s", "jussive")


def _jussive(rest: str, base: str) -> str | None:
    """The shortened stem of a weak root behind لم, where it differs."""
    if base != rest:
        return base
    if len(rest) == 3 and rest[1] in "اوي":
        return rest[0] + rest[2]
    return rest[:-2] + rest[-1] if len(rest) > 3 and rest[-2] == "ي" else None


def participle_forms(participle: str, *, defective: bool) -> Iterator[Form]:
    """The forms of an active participle; the accusative ones accompany a finite verb (مضيفًا)."""
    stem = participle + "ي" if defective and not participle.endswith("ي") else participle
    yield Form(participle, None, "m", "s", "participle")
    yield Form(stem + "ا", None, "m", "s", "circumstance")
    yield Form(stem + "ة", None, "f", "s", "circumstance")
    plural = participle if defective else stem
    yield Form(plural + "ين", None, "m", "p", "circumstance")
    yield Form(plural + "ون", None, "m", "p", "participle")
    yield Form(stem + "ات", None, "f", "p", "circumstance")
    yield Form(stem + "ان", None, "m", "d", "participle")
    yield Form(stem + "تين", None, "f", "d", "circumstance")


def plural_forms(singular: str, plurals: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Plurals as listed and the dual of a noun, each as ``(form, number)``.

    The genitive of a sound masculine plural is made from its nominative; a broken plural of that
    ending (سجن, سجون) has none.
    """
    for plural in plurals:
        yield plural, "p"
        if plural.endswith("ون") and (plural[:-2] == singular or singular[-1] in "ىاءةي"):
            yield plural[:-2] + "ين", "p"
            yield plural[:-1], "p"  # construct: مسؤولو
            yield plural[:-2] + "ي", "p"
        elif plural[-1] not in "ةاءىتن":
            yield plural + "ا", "p"  # accusative: أضرارا
    if " " in singular:
        return
    feminine = singular.endswith("ة")
    stem = singular[:-1] + "ت" if feminine else singular
    if not feminine and stem[-1] not in "اءى":
        yield stem + "ا", "s"  # accusative, and the dual before a complement
    for ending in ("ان", "ين", "ا", "ي") if feminine else ("ان", "ين", "ي"):
        yield stem + ending, "d"
