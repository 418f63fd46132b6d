"""Who is credited: by name, title, apposition, document, capital, pronoun, dropped subject."""

from __future__ import annotations

import pytest

import malicoup

#: (rule of the last quote, text, speaker of each quote in order)
Case = tuple[str, str, list[str | None]]

NAMED: list[Case] = [
    ("subject-behind-cue", "قال سامي الخوري إن العمل صعب.", ["سامي الخوري"]),
    ("subject-behind-cue", "قالت وزيرة البيئة ليلى منصور إن العمل صعب.", ["ليلى منصور"]),
    ("subject-behind-cue", "قال المتحدث باسم الجيش العقيد عمر بدران إن العمل صعب.", ["عمر بدران"]),
    ("subject-behind-cue", "قال وزير الخارجية الهولندي يان فيلدهوف إن العمل صعب.", ["يان فيلدهوف"]),
    ("subject-behind-cue", "قال الأمين العام للمنظمة سامي الخوري إن العمل صعب.", ["سامي الخوري"]),
    ("subject-behind-cue", "قال سامي الخوري، مدير المستشفى، إن العمل صعب.", ["سامي الخوري"]),
    ("subject-behind-cue", "قال مدير المستشفى، سامي الخوري، إن العمل صعب.", ["سامي الخوري"]),
    ("subject-behind-cue", "قال عبد الرحمن السالم إن العمل صعب.", ["عبد الرحمن السالم"]),
    ("subject-behind-cue", "قال أبو أحمد المصري إن العمل صعب.", ["أبو أحمد المصري"]),
    ("subject-before-cue", "سامي الخوري قال إن العمل صعب.", ["سامي الخوري"]),
    ("subject-before-cue", "وكان سامي الخوري قد قال إن العمل صعب.", ["سامي الخوري"]),
    ("subject-behind-cue", "قال الرئيس الفرنسي إيمانويل ماكرون إن العمل صعب.", ["إيمانويل ماكرون"]),
    ("subject-behind-cue", "أعلنت منظمة الصحة العالمية أن الوباء انتهى.", ["منظمة الصحة العالمية"]),
    ("subject-behind-cue", "أكدت وزارة الداخلية أن الطرق آمنة.", ["وزارة الداخلية"]),
    ("source-phrase", "وفقا لسامي الخوري، ارتفعت الأسعار كثيرا.", ["سامي الخوري"]),
    ("source-phrase", "ارتفعت الأسعار كثيرا، بحسب ليلى منصور.", ["ليلى منصور"]),
    ("relayed-source", "نقلت الوكالة عن سامي الخوري قوله إن العمل صعب.", ["سامي الخوري"]),
]  # fmt: skip
NAMELESS: list[Case] = [
    ("noun-phrase", "قالت مصادر أمنية إن الطريق مغلق.", ["مصادر أمنية"]),
    ("noun-phrase", "قال محللون إن السوق ستهبط.", ["محللون"]),
    ("noun-phrase", "أفاد شهود عيان بأن النار اندلعت ليلا.", ["شهود عيان"]),
    ("noun-phrase", "قال مسؤول في البلدية إن العمل صعب.", ["مسؤول في البلدية"]),
    ("noun-phrase", "ذكرت تقارير صحفية أن اللاعب سيرحل.", ["تقارير صحفية"]),
]
DROPPED: list[Case] = [
    ("last-source-agreeing|subject-of-last-verb", "قال سامي الخوري إن العمل صعب. وأضاف أن الأجور قليلة.",
     ["سامي الخوري", "سامي الخوري"]),
    ("last-source-agreeing|subject-of-last-verb", "قالت ليلى منصور إن العمل صعب. وتابعت أن الأجور قليلة.",
     ["ليلى منصور", "ليلى منصور"]),
    ("last-source-agreeing|subject-of-last-verb",
     "قالت ليلى منصور إن العمل صعب. وقال سامي الخوري إن الأجور قليلة. وأضافت أن الوقت ضيق.",
     ["ليلى منصور", "سامي الخوري", "ليلى منصور"]),
    ("last-source-agreeing|subject-of-last-verb",
     "قالت ليلى منصور إن العمل صعب. وقال سامي الخوري إن الأجور قليلة. وأضاف أن الوقت ضيق.",
     ["ليلى منصور", "سامي الخوري", "سامي الخوري"]),
    ("last-source-agreeing|subject-of-last-verb", "قال خبراء إن السوق ستهبط. وأضافوا أن الخسائر كبيرة.",
     ["خبراء", "خبراء"]),
    ("subject-of-governing-verb", "قال سامي الخوري إن العمل صعب، مضيفا أن الأجور قليلة.",
     ["سامي الخوري", "سامي الخوري"]),
    ("subject-of-governing-verb", "قالت ليلى منصور إن العمل صعب، مؤكدة أن الأجور قليلة.",
     ["ليلى منصور", "ليلى منصور"]),
]  # fmt: skip
BACK: list[Case] = [
    ("subject-behind-cue|description-of-last-source", "قال سامي الخوري إن العمل صعب. وأكد الخوري أن الأجور قليلة.",
     ["سامي الخوري", "سامي الخوري"]),
    ("title-of-named", "قال وزير المال سامي الخوري إن العمل صعب. وأكد الوزير أن الأجور قليلة.",
     ["سامي الخوري", "سامي الخوري"]),
    ("description-of-last-source",
     "قال سامي الخوري إن العمل صعب. وأكد المسؤول أن الأجور قليلة.",
     ["سامي الخوري", "سامي الخوري"]),
    ("description-of-last-source",
     "تقول الباحثة ليلى منصور إن العمل صعب. وتضيف الباحثة أن الأجور قليلة.",
     ["ليلى منصور", "ليلى منصور"]),
    ("subject-behind-cue", "أعلنت وزارة الصحة في بيان أن الوباء انتهى.", ["وزارة الصحة"]),
]  # fmt: skip
PLACES: list[Case] = [
    ("place-for-government", "أعلنت باريس أنها ستسحب قواتها.", ["باريس"]),
    ("place-for-government", "أكدت أنقرة أن المحادثات مستمرة.", ["أنقرة"]),
    ("subject-behind-cue", "أعلن البيت الأبيض أن الزيارة تأجلت.", ["البيت الأبيض"]),
    ("subject-behind-cue", "أعلنت إيطاليا أنها ستسحب قواتها.", ["إيطاليا"]),
    (
        "author-of-document",
        "جاء في تقرير لمنظمة الصحة العالمية أن الوباء انتهى.",
        ["منظمة الصحة العالمية"],
    ),
]
NOBODY: list[Case] = [
    ("impersonal", "يُعتقد أن السفينة غرقت قبل أسبوع.", [None]),
    ("impersonal", "ويُعتقد أن الرجل سافر إلى الخارج.", [None]),
]
KNOWN_GAPS: list[tuple[str, Case]] = [
    (
        "names/titled.py: صحافي behind مؤتمر is an adjective and no title",
        (
            "subject-behind-cue",
            "وقال في مؤتمر صحافي وزير المال سامي الخوري إن العمل صعب.",
            ["سامي الخوري"],
        ),
    ),
]


def check(case: Case) -> None:
    rule, text, names = case
    article = malicoup.parse(text)
    found = [article.actor(q.speaker).name if q.speaker else None for q in article.quotes]
    rules = [q.speaker_rule for q in article.quotes]
    assert found == names, rules
    assert rules[-1] in rule.split("|")
    for quote in article.quotes:
        assert (quote.speaker is None) == (quote.speaker_confidence is None)


@pytest.mark.parametrize("case", NAMED + NAMELESS + DROPPED + BACK + PLACES + NOBODY)
def test_speakers(case: Case) -> None:
    check(case)


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, marks=pytest.mark.xfail(reason=reason, strict=True))
        for reason, case in KNOWN_GAPS
    ],
)
def test_known_gaps(case: Case) -> None:
    check(case)


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("قالت ليلى منصور لـ BBC: «لن نقبل بأي تأخير في التنفيذ».", "BBC"),
        ("قالت ليلى منصور لصحيفة «الشرق الأوسط» إن العمل صعب.", "الشرق الأوسط"),
        ("قال سامي الخوري لوكالة رويترز إن العمل صعب.", "رويترز"),
        ("قال سامي الخوري إن العمل صعب.", None),
        ("قال سامي الخوري للصحافيين إن العمل صعب.", None),
    ],
)
def test_addressees(text: str, addressee: str | None) -> None:
    article = malicoup.parse(text)
    found = article.quotes[0].addressee
    if addressee is None:
        assert found is None
    else:
        assert found is not None
        actor = article.actor(found)
        assert any(addressee in name for name in (actor.name, *actor.aliases))


def test_an_open_speaker_is_reported() -> None:
    article = malicoup.parse("وأضاف أن الأجور قليلة.")
    assert [q.speaker for q in article.quotes] == [None]
    assert "speaker-undecided" in [d.code for d in article.diagnostics]


def test_nobody_named_is_no_doubt() -> None:
    article = malicoup.parse("يُعتقد أن السفينة غرقت قبل أسبوع.")
    assert "speaker-undecided" not in [d.code for d in article.diagnostics]


def test_the_mention_of_a_dropped_subject_is_empty_and_stands_behind_the_cue() -> None:
    article = malicoup.parse("قال سامي الخوري إن العمل صعب. وأضاف أن الأجور قليلة.")
    mention = next(m for m in article.mentions if m.id == article.quotes[1].mention)
    assert mention.form == "dropped"
    assert mention.span.start == mention.span.end == article.quotes[1].cue.span.end
