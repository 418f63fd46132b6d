"""The day on which a page says that it was published: where it is taken, and where not."""

from __future__ import annotations

from datetime import date

import pytest

import malicoup

DAY = date(2031, 5, 12)
BODY = "قال الوزير سامي العلي أمس إن المحادثات بين الطرفين انتهت دون اتفاق على جدول الأعمال."

#: What the page says, by the rule that reads it; ``{}`` is the report.
TAKEN = [
    ("dateline", "القاهرة في 12 مايو 2031 (أ ف ب) - {}"),
    ("dateline", "القاهرة، 12 مايو 2031 – {}"),
    ("dateline", "عنوان الخبر\nبيروت 12 أيار/مايو 2031 (رويترز) - {}"),
    ("dateline", "بكين 12 مايو 2031 (شينخوا) {}"),
    ("dateline", "أبوظبي في 12 مايو 2031 / وام / {}"),
    ("dateline", "تونس (وات) - 12 ماي 2031: {}"),
    ("dateline", "عمان، الأردن (CNN) – 12 أيار 2031 - {}"),
    ("dateline", "الرباط ١٢ مايو ٢٠٣١ (د ب أ) - {}"),
    ("dateline", "عنوان الخبر\nالرياض 20 محرم 1453 هـ الموافق 12 مايو 2031 م واس\n{}"),
    ("dateline", "عنوان الخبر\nعمان 12 أيار 2031 (بترا)- {}"),
    ("dateline", "عنوان الخبر\nالخرطوم 12-5-2031م (سونا) - {}"),
    ("dateline", "عنوان الخبر\nالجزائر - 12 ماي 2031 (واج) - {}"),
    ("dateline", "عنوان الخبر\nالرباط: 12/05/2031 (ومع) {}"),
    ("dateline", "عنوان الخبر\nمسقط في 12 مايو 2031 /العمانية/ {}"),
    ("dateline", "عنوان الخبر\nنواكشوط, 12/05/2031 - {}"),
    ("date-line", "عنوان الخبر\nأنقرة/ الأناضول\n12 مايو 2031\n{}"),
    ("date-line", "عنوان الخبر\nالاثنين 12 مايو 2031\n{}"),
    ("date-line", "12/05/2031 - 14:20 بتوقيت غرينتش\n{}"),
    ("date-line", "عنوان الخبر\n{}\n2031-05-12"),
    ("date-line", "عنوان الخبر\nالاثنين - 20 محرم 1453 هـ - 12 مايو 2031 مـ رقم العدد [15533]\n{}"),
    ("date-line", "عنوان الخبر\nالتاريخ: 12 مايو 2031 الساعة 10:30 صباحا\n{}"),
    ("publication-label", "عنوان الخبر\nتاريخ النشر: 12 مايو 2031\n{}"),
    ("publication-label", "عنوان الخبر\nنُشر في: الاثنين 12 مايو / أيار 2031 - 10:30\n{}"),
    ("publication-label", "{}\nتم النشر بتاريخ 12.5.2031"),
    ("publication-label", "تاريخ النشر: 12 مايو 2031، آخر تحديث: 14 مايو 2031\n{}"),
    ("publication-label", "عنوان الخبر\nآخر تحديث 14 مايو 2031 | نشر 12 مايو 2031\n{}"),
    ("publication-label", "الاثنين 19 مايو 2031\nنشرت يوم 12 مايو 2031\n{}"),
    ("update-label", "عنوان الخبر\nآخر تحديث: 12 مايو 2031 - 10:30 GMT\n{}"),
]

#: A day stands there, but the page doesn't say that it is its own.
LEFT_OPEN = [
    "هجمات القاهرة في 12 مايو 2031 - التي هزت البلاد - غيرت كل شيء. {}",
    "متظاهرون في القاهرة في 12 مايو 2031\n{}",
    "متظاهرون وسط القاهرة - 12 مايو 2031\n{}",
    "نشر في 12 مايو 2031 كتاب عن الحرب. {}",
    "النشر الإلكتروني بدأ في 12 مايو 2031\n{}",
    "في 12 مايو 2031 اندلعت الحرب. {}",
    "في 12 مايو 2031 (يوم الاثنين) اندلعت الحرب. {}",
    "12 مايو 2031 - اندلعت الحرب. {}",
    "مايو 2031\n{}",
    "عام 2031\n{}",
    "القاهرة 12 مايو (رويترز) - {}",
    "12 مايو\n{}",
    "عنوان الخبر\nأبوظبي في 12 مايو/ وام / {}",
    "عنوان الخبر\nعمان 12 أيار (بترا)- {}",
    "عنوان الخبر\nالكويت - 12 - 5 (كونا) -- {}",
    "عنوان الخبر\nالقاهرة في 12 مايو/أ ش أ/ {}",
    "عنوان الخبر\nالدوحة في 12 مايو /قنا/ {}",
    "عنوان الخبر\nكتب: سامي العلي | 12 مايو 2031\n{}",
    "القاهرة في 31 فبراير 2031 (رويترز) - {}",
    "عنوان الخبر\n12 مايو 2031\n13 مايو 2031\n{}",
    "نشر في 12 مايو 2031\nنشر في 13 مايو 2031\n{}",
    "{} انتهت الحرب بعد ذلك.\n" * 5 + "12 مايو 2031\n" + "{} بدأت الحرب.\n" * 5,
    "قال إن الاجتماع في القاهرة في 12 مايو 2031 (رويترز) - {}",
    "شارع 12 مايو 2031 {}",
    "12 مايو 2031",
    "12 مايو 2031 إلى 14 مايو 2031\n{}",
    "هاتف 12-05-2031-44\n{}",
]


@pytest.mark.parametrize(("rule", "page"), TAKEN)
def test_taken(rule: str, page: str) -> None:
    text = page.replace("{}", BODY)
    article = malicoup.parse(text)
    assert article.published == DAY
    told = [d for d in article.diagnostics if d.code == "published-from-page"]
    assert [rule in d.message for d in told] == [True]
    assert "12" in article.slice(told[0].span).translate(str.maketrans("١٢", "12"))
    (yesterday,) = (d for d in article.dates if article.slice(d.span) == "أمس")
    assert (yesterday.edtf, yesterday.reference) == ("2031-05-11", DAY)
    assert yesterday in malicoup.find_dates(text)
    assert article.quotes[0].speaker is not None


@pytest.mark.parametrize("page", LEFT_OPEN)
def test_left_open(page: str) -> None:
    article = malicoup.parse(page.replace("{}", BODY))
    assert article.published is None
    yesterday = [d for d in article.dates if article.slice(d.span) == "أمس"]
    assert all(d.edtf is None for d in yesterday)
    assert "published-from-page" not in {d.code for d in article.diagnostics}


def test_several_days_are_told() -> None:
    article = malicoup.parse(f"عنوان الخبر\n12 مايو 2031\n13 مايو 2031\n{BODY}")
    told = [d for d in article.diagnostics if d.code == "publication-undecided"]
    assert [article.slice(d.span) for d in told] == ["12 مايو 2031", "13 مايو 2031"]


def test_what_the_caller_knows_counts() -> None:
    page = f"القاهرة في 12 مايو 2031 (رويترز) - {BODY}"
    article = malicoup.parse(page, published=date(2031, 6, 2))
    assert article.published == date(2031, 6, 2)
    assert "2031-06-01" in {d.edtf for d in article.dates}
    assert not [d for d in article.diagnostics if d.code.startswith("publ")]


def test_records_lean_on_the_day_of_the_page() -> None:
    page = "نشر في 12 مايو 2031\nأطاح ضباط في الجيش أمس برئيس مالي في انقلاب عسكري.\n"
    (coup,) = malicoup.parse(page).events
    assert coup.date == "2031-05-11"
