"""Rarer ways to report: relative clauses, tails, documents, relays, quotes over paragraphs."""

from __future__ import annotations

import pytest

import malicoup
from parse.quote_cases import Row, check, rows

_SAMI, _LAYLA = "سامي الخوري", "ليلى منصور"
RELATIVE = [
    Row("verb-that", "التقى الوفد ليلى منصور التي أكدت أن [[الأجور قليلة]].", _LAYLA),
    Row("verb-that", "كان الجو باردا، غير أن سامي الخوري قال إن [[السباق سيبدأ]].", _SAMI),
    Row("verb-that", "أما ليلى منصور فقالت إن [[الأجور قليلة]].", _LAYLA),
    Row("noun-that", "وهو ما أكده سامي الخوري بقوله إن [[العمل صعب]].", _SAMI),
]
TAILS = [
    Row("marks-verb", "«[[لن نقبل بأي تأخير في التنفيذ]]»، كما قال سامي الخوري.", _SAMI),
    Row("marks-verb", "«[[الطريق طويل وصعب جدا في الشتاء]]»، هكذا قال سامي الخوري.", _SAMI),
    Row("according-to-after", "[[ارتفعت الأسعار كثيرا]]، حسب تعبير سامي الخوري.", _SAMI),
    Row(
        "according-to-after",
        "[[ارتفعت الأسعار كثيرا]]، استنادا إلى تقرير للبنك المركزي.",
        "البنك المركزي",
    ),
    Row("according-to-before", "وبحسب الخبير سامي الخوري فإن [[الأسعار سترتفع]].", _SAMI),
]
ENDS = [
    Row("verb-subject-that", "قال سامي الخوري إن [[الطريق مفتوح]]، غير أن الجسر مغلق.", _SAMI),
    Row("verb-subject-that", "قال سامي الخوري إن [[الطريق مفتوح]]، بيد أن الشرطة منعته.", _SAMI),
    Row("verb-that", "قال سامي الخوري إن [[الطريق مفتوح]] لكنه أضاف أن [[الجسر مغلق]].", _SAMI),
    Row("verb-that", "قال سامي الخوري إن [[الطريق مفتوح]]، إلا أنه أكد أن [[الجسر مغلق]].", _SAMI),
    Row("verb-subject-that", "أعلنت بيروت أنها [[ستشارك]]."),
]
NAMED_BY_A_CLAUSE = [
    Row("according-to-before", "وبحسب ما ذكرت صحيفة الميناء فإن [[العمل صعب]]."),
    Row("verb-subject-that", "وتقول صحيفة الميناء مثلا إن [[العمل صعب]]."),
]
DOCUMENTS = [
    Row("verb-subject-that", "وقال البيان إن [[العمل صعب]].", "البيان"),
    Row(
        "document-that",
        "قالت ليلى منصور إن [[العمل صعب]]. وجاء في البيان أن [[الأجور قليلة]].",
        _LAYLA,
    ),
    Row("document-that", "جاء في تقرير للمنظمة أن [[الأجور قليلة]].", "تقرير للمنظمة"),
]
SOURCES = [
    Row("verb-subject-that", "قال 3 شهود إن [[النار اندلعت ليلا]].", "3 شهود"),
    Row("verb-subject-that", "قال ثلاثة من الشهود إن [[النار اندلعت ليلا]].", "ثلاثة من الشهود"),
    Row("verb-subject-that", "قال أحد السكان إن [[النار اندلعت ليلا]].", "أحد السكان"),
    Row("verb-subject-that", "قال John Brown إن [[العمل صعب]].", "John Brown"),
    Row("verb-subject-that", "قالت شركة Blue Water إن [[العمل صعب]].", "شركة Blue Water"),
    Row("verb-subject-that", "قال أمس الاثنين سامي الخوري إن [[العمل صعب]].", _SAMI),
    Row("verb-subject-that", "بدوره، أوضح سامي الخوري أن [[الأجور قليلة]].", _SAMI),
    Row("verb-subject-that", "ومن جانبها أكدت ليلى منصور أن [[الأجور قليلة]].", _LAYLA),
    Row(
        "verb-subject-that",
        "أكد مصدر أمني أن [[الطريق مغلق]]. وأضاف المصدر أن [[الجسر آمن]].",
        "مصدر أمني",
    ),
    Row("verb-that", "وصل سامي الخوري إلى المدينة. وقال إن [[العمل صعب]].", _SAMI),
    Row("verb-that", "زار سامي الخوري المصنع وقال إن [[العمل صعب]].", _SAMI),
    Row("participle-colon", "غرد سامي الخوري قائلا: «[[لن نقبل بأي تأخير في التنفيذ]]».", _SAMI),
    Row("verb-subject-colon", "تساءل سامي الخوري: «[[متى تنتهي هذه الأزمة الطويلة؟]]».", _SAMI),
    Row("verb-subject-that", "وقال في بيان إن [[العمل صعب]].", None),
]
CONTINUED = [
    Row(
        "continued",
        "قال سامي الخوري: «[[الطريق طويل وصعب جدا]]».\n«[[لكننا سنصل إلى القمة في النهاية]]».",
        _SAMI,
    ),
    Row(
        "continued",
        "قال سامي الخوري: «[[الطريق طويل وصعب جدا.]]\n«[[لكننا سنصل إلى القمة في النهاية]]».",
        _SAMI,
    ),
]
ROWS = rows(RELATIVE, TAILS, ENDS, NAMED_BY_A_CLAUSE, DOCUMENTS, SOURCES, CONTINUED)


@pytest.mark.parametrize("row", ROWS)
def test_rare(row: Row) -> None:
    check(row)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("الوزير سامي الخوري الذي قال إن العمل صعب.", "antecedent-of-relative"),
        ("وهو ما أكده سامي الخوري بقوله إن العمل صعب.", "subject-of-clause"),
        ("زار سامي الخوري المصنع وقال إن العمل صعب.", "subject-of-clause"),
        ("نقلت صحيفة الميناء عن ليلى منصور أن العمل صعب.", "relayed-source"),
        ("وقال في بيان إن العمل صعب.", "no-source-named"),
    ],
)
def test_the_rule_that_found_the_speaker(text: str, rule: str) -> None:
    assert [q.speaker_rule for q in malicoup.parse(text).quotes] == [rule]


def test_whom_it_was_said_to() -> None:
    article = malicoup.parse("وقالت ليلى منصور، في تصريح لرويترز، إن العمل صعب.")
    assert [article.actor(q.addressee).name for q in article.quotes] == ["رويترز"]
    article = malicoup.parse("وقال سامي الخوري للصحافيين بعد الاجتماع إن العمل صعب.")
    assert [q.addressee for q in article.quotes] == [None]
