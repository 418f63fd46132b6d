"""Quotation marks: every pair, nested, faulty, and marks that are no speech."""

from __future__ import annotations

import pytest

import malicoup
from malicoup.text.marks import pair_marks
from malicoup.text.tokens import tokenize
from parse.quote_cases import Row, check, rows

_WORDS = "لن نقبل بأي تأخير في التنفيذ"
PAIRS = ["«»", "“”", '""', "„“", "„”", "””", "““", "»«"]


@pytest.mark.parametrize("marks", PAIRS)
@pytest.mark.parametrize("frame", ["قال الوزير: {}.", "قال الوزير إن {}.", "{}، قال الوزير."])
def test_every_pair_of_marks_holds_a_quote(marks: str, frame: str) -> None:
    article = malicoup.parse(frame.format(marks[0] + _WORDS + marks[1]))
    assert [(article.slice(q.span), q.style) for q in article.quotes] == [(_WORDS, "direct")]


ROWS = [
    Row(
        "verb-subject-colon", "قال الوزير: «[[لن نقبل بأي تأخير في التنفيذ]]\nثم غادر الوفد القاعة."
    ),
    Row("verb-subject-colon", "قال الوزير: [[لن نقبل بأي تأخير في التنفيذ]]».", style="direct"),
    Row("verb-subject-colon", "قال الوزير: « [[لن نقبل بأي تأخير في التنفيذ]] »."),
    Row("verb-subject-colon", "قال الوزير: «[[لن نقبل بأي تأخير في التنفيذ.]]»"),
    Row("verb-subject-colon", 'قال الوزير : " [[لن نقبل بأي تأخير في التنفيذ]] ".'),
    Row("verb-subject-colon", "قالت الوزيرة سعاد منصور لـ KRT: «[[نرحب بالقرار كثيرا]]»."),
    Row("", "قال الكاتب في روايته: «ظلال النهر»."),
    Row("", "اجتمع مجلس «النخبة» في المدينة."),
    Row("", 'تعرض قاعة "المتحف الوطني الكبير" لوحات جديدة.'),
    Row("", "قرأت الطالبة كتاب «ألف ليلة وليلة» كاملا."),
]


@pytest.mark.parametrize("row", rows(ROWS))
def test_marks(row: Row) -> None:
    check(row)


def test_a_quote_inside_a_quote_belongs_to_the_outer_one() -> None:
    text = 'قال الوزير: «سمعت أبي يقول: "لا تنم والجار جائع في بيته" ولم أنس ذلك».'
    article = malicoup.parse(text)
    outer = max(article.quotes, key=lambda q: q.span.end - q.span.start)
    assert article.slice(outer.span) == text[text.index("«") + 1 : text.index("»")]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("قال: «نعم نحن هنا اليوم».", []),
        ("قال: ”نعم نحن هنا اليوم”.", ["mark-opened-with-closing"]),
        ("قال: «نعم نحن هنا اليوم«.", ["mark-closed-with-opening"]),
        ("قال: «نعم نحن هنا اليوم.", ["mark-never-closed"]),
        ("نعم نحن هنا اليوم».", ["mark-never-opened"]),
        ('قال: "نعم نحن هنا اليوم.', ["mark-never-closed"]),
        ('قال: «نعم "نحن هنا" اليوم».', []),
        ("قال: «نعم «نحن هنا» اليوم».", []),
        ("it's", []),
        ("«نعم»\n«لا»", []),
        ("«نعم\nلا»", ["mark-never-closed", "mark-never-opened"]),
        ('"نعم" و"لا"', []),
    ],
)
def test_faults(text: str, codes: list[str]) -> None:
    found = malicoup.parse(text).diagnostics
    assert [d.code for d in found if d.code.startswith("mark-")] == codes


@pytest.mark.parametrize(
    ("text", "depths"),
    [
        ("«أ» «ب»", [0, 0]),
        ("«أ “ب” ج»", [0, 1]),
        ('«أ "ب" ج»', [0, 1]),
        ("«أ «ب» ج»", [0, 1]),
        ('"أ" "ب"', [0, 0]),
        ("", []),
    ],
)
def test_pairs_and_depths(text: str, depths: list[int]) -> None:
    assert [p.depth for p in pair_marks(tokenize(text)).pairs] == depths
