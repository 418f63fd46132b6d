"""Dates in reports: tables of hits and refusals, a calendar written and read back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from malicoup.model.vocab import TimeUnit
from malicoup.parse.dates import find_dates

PUBLISHED = date(2022, 3, 16)  # a Wednesday

MONTHS = {
    "Egypt": [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ],
    "Levant": [
        "كانون الثاني",
        "شباط",
        "آذار",
        "نيسان",
        "أيار",
        "حزيران",
        "تموز",
        "آب",
        "أيلول",
        "تشرين الأول",
        "تشرين الثاني",
        "كانون الأول",
    ],
    "Algeria": [
        "جانفي",
        "فيفري",
        "مارس",
        "أفريل",
        "ماي",
        "جوان",
        "جويلية",
        "أوت",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ],
    "Morocco": [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "ماي",
        "يونيو",
        "يوليوز",
        "غشت",
        "شتنبر",
        "أكتوبر",
        "نونبر",
        "دجنبر",
    ],
}
DAYS = [
    "الأول",
    "الثاني",
    "الثالث",
    "الرابع",
    "الخامس",
    "السادس",
    "السابع",
    "الثامن",
    "التاسع",
    "العاشر",
]
WEEKDAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def ordinal(day: int) -> str:
    if day <= 10:
        return DAYS[day - 1]
    if day in (20, 30):
        return "العشرين" if day == 20 else "الثلاثين"
    units = "الحادي" if day % 10 == 1 else DAYS[day % 10 - 1]
    return f"{units} عشر" if day < 20 else f"{units} {'والعشرين' if day < 30 else 'والثلاثين'}"


def written(day: date, first: str, second: str) -> list[str]:
    """Ways a report writes one day."""
    month, other = MONTHS[first][day.month - 1], MONTHS[second][day.month - 1]
    return [
        f"{day.day} {month} {day.year}",
        f"{day.day} {month}/{other} {day.year}",
        f"{day.day} {month} ({other}) عام {day.year}",
        f"الـ{day.day} من {month} {day.year}",
        f"{ordinal(day.day)} من {month} {day.year}",
        f"{ordinal(day.day)} من شهر {month} من عام {day.year}",
        f"يوم {WEEKDAYS[day.weekday()]} {day.day} {month} {day.year}",
        f"{WEEKDAYS[day.weekday()]} الموافق {day.day} {month} {day.year}م",
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day.year}-{day.month:02}-{day.day:02}",
    ]


systems = st.sampled_from(sorted(MONTHS))


@pytest.mark.property
@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), systems, systems)
def test_a_written_day_is_read_back(day: date, first: str, second: str) -> None:
    for phrase in written(day, first, second):
        for digits in (phrase, phrase.translate(EASTERN), phrase.translate(PERSIAN)):
            text = f"وصل الوفد في {digits} إلى المطار."
            (found,) = find_dates(text)
            assert text[found.span.start : found.span.end] == digits
            assert found.edtf == day.isoformat()


#: Phrase in a text, the words expected as span, EDTF without a publication date.
ABSOLUTE = [
    ("منذ عام 1991 لم يعد", "عام 1991", "1991"),
    ("في العام 1987", "العام 1987", "1987"),
    ("اتفاق 1979 ما زال قائما", "1979", "1979"),
    ("توفي في 1972 حسب العائلة", "1972", "1972"),
    ("تأسس الحزب (1948) في المنفى", "1948", "1948"),
    ("عام ألف وتسعمئة واثنين وستين", "عام ألف وتسعمئة واثنين وستين", "1962"),
    ("عامي 1995 و1996", "عامي 1995 و1996", "1995/1996"),
    ("بين عامي 1990 و 1994", "بين عامي 1990 و 1994", "1990/1994"),
    ("أعوام 1990 و1994 و1998", "أعوام 1990 و1994 و1998", "{1990,1994,1998}"),
    ("الحرب (1980-1988) دامت", "1980-1988", "1980/1988"),
    ("من 2001 حتى 2005", "من 2001 حتى 2005", "2001/2005"),
    ("موسم 2018/19", "2018/19", "2018/2019"),
    ("نحو عام 1960", "نحو عام 1960", "1960~"),
    ("جيل الخمسينيات", "الخمسينيات", "195X"),
    ("أربعينات القرن الماضي", "أربعينات القرن الماضي", "194X"),
    ("ثلاثينيات القرن التاسع عشر", "ثلاثينيات القرن التاسع عشر", "183X"),
    ("في القرن السابع عشر", "القرن السابع عشر", "16XX"),
    ("القرن الـ21", "القرن الـ21", "20XX"),
    ("القرنين الثامن عشر والتاسع عشر", "القرنين الثامن عشر والتاسع عشر", "17XX/18XX"),
    ("القرن الثالث قبل الميلاد", "القرن الثالث قبل الميلاد", "-0299/-0200"),
    ("خريف 1973", "خريف 1973", "1973-23"),
    ("الربع الثاني من 2019", "الربع الثاني من 2019", "2019-34"),
    ("النصف الثاني من عام 2021", "النصف الثاني من عام 2021", "2021-41"),
    ("في كانون الأول/ديسمبر 2019", "كانون الأول/ديسمبر 2019", "2019-12"),
    ("في أيلول (سبتمبر) من عام 2001", "أيلول (سبتمبر) من عام 2001", "2001-09"),
    ("شهر 9 سنة 2021", "شهر 9 سنة 2021", "2021-09"),
    ("3/2017", "3/2017", "2017-03"),
    ("من 3 إلى 9 حزيران 2015", "من 3 إلى 9 حزيران 2015", "2015-06-03/2015-06-09"),
    ("بين 4 و8 مايو 2012", "بين 4 و8 مايو 2012", "2012-05-04/2012-05-08"),
    ("بين أيار 2011 وحتى 7 آب 2012", "بين أيار 2011 وحتى 7 آب 2012", "2011-05/2012-08-07"),
    ("ثاني خميس من شهر نوفمبر 2018", "ثاني خميس من شهر نوفمبر 2018", "2018-11-08"),
    ("آخر يوم في فبراير 2020", "آخر يوم في فبراير 2020", "2020-02-29"),
    ("في 13 و14 يونيو 2010", "13 و14 يونيو 2010", "2010-06-13/2010-06-14"),
]


@pytest.mark.parametrize(("text", "words", "edtf"), ABSOLUTE)
def test_absolute(text: str, words: str, edtf: str) -> None:
    (found,) = find_dates(text)
    assert text[found.span.start : found.span.end] == words
    assert found.edtf == edtf
    assert found.reference is None


#: Phrase, EDTF beside PUBLISHED.
LEANING = [
    ("اليوم", "2022-03-16"),
    ("أمس الثلاثاء", "2022-03-15"),
    ("أول من أمس (الاثنين)", "2022-03-14"),
    ("بعد غد", "2022-03-18"),
    ("الليلة الماضية", "2022-03-15"),
    ("الأربعاء", "2022-03-16"),
    ("يوم الجمعة", "2022-03-11"),
    ("الجمعة المقبل", "2022-03-18"),
    ("الأحد الماضي", "2022-03-13"),
    ("الخميس من الأسبوع الماضي", "2022-03-10"),
    ("الأسبوع المقبل", "2022-03-21/2022-03-27"),
    ("الشهر الماضي", "2022-02"),
    ("العام قبل الماضي", "2020"),
    ("هذا العام", "2022"),
    ("العقد الماضي", "201X"),
    ("القرن الماضي", "19XX"),
    ("نوفمبر الماضي", "2021-11"),
    ("آب/أغسطس المقبل", "2022-08"),
    ("يناير", "2022-01"),
    ("ديسمبر", "2021-12"),
    ("5 أبريل", "2022-04-05"),
    ("الحادي عشر من سبتمبر", "2021-09-11"),
    ("مايو العام الماضي", "2021-05"),
    ("16 من الشهر الجاري", "2022-03-16"),
    ("قبل خمسة أشهر", "2021-10"),
    ("قبل عامين", "2020"),
    ("قبل أسبوعين", "2022-03-02"),
    ("بعد 3 أيام", "2022-03-19"),
    ("السنوات العشر الماضية", "2012/2021"),
    ("الأشهر الثلاثة المقبلة", "2022-04/2022-06"),
    ("آخر خمس سنوات", "2017/2021"),
    ("الصيف الماضي", "2021-22"),
    ("الربع الأول من العام الجاري", "2022-33"),
    ("بقية الشهر", "2022-03-16/2022-03-31"),
    ("من 20 إلى 25 مارس", "2022-03-20/2022-03-25"),
]


@pytest.mark.parametrize(("text", "edtf"), LEANING)
def test_leaning(text: str, edtf: str) -> None:
    (found,) = find_dates(text, published=PUBLISHED)
    assert found.edtf == edtf
    assert found.reference == PUBLISHED
    assert (found.span.start, found.span.end) == (0, len(text))


@pytest.mark.parametrize(("text", "_edtf"), LEANING)
def test_leaning_without_publication_date_stays_open(text: str, _edtf: str) -> None:
    (found,) = find_dates(text)
    assert found.edtf is None
    assert found.reference is None


def test_parts_are_kept() -> None:
    (month,) = find_dates("يناير الماضي")
    assert (month.partial, month.relative and month.relative.last) == ("XXXX-01", -1)
    (years,) = find_dates("السنوات السبع الماضية")
    assert years.relative is not None
    assert (years.relative.unit, years.relative.first, years.relative.last) == (
        TimeUnit.YEAR,
        -7,
        -1,
    )
    (recent,) = find_dates("السنوات الأخيرة", published=PUBLISHED)
    assert (recent.edtf, recent.reference) == (None, None)


def test_the_same_year_is_the_one_spoken_of() -> None:
    found = find_dates("بدأ التفاوض عام 2004 وانتهى في مايو من العام نفسه", published=PUBLISHED)
    assert [one.edtf for one in found] == ["2004", "2004-05"]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("الأحد الماضي الساعة 10:30 صباحا بتوقيت غرينتش", "10:30Z"),
        ("الساعة الثالثة من مساء الأحد", "15:00"),
        ("15 مايو 2020، عند الساعة 18:05", "18:05"),
        ("15 مايو 2020", None),
    ],
)
def test_time_of_day(text: str, time: str | None) -> None:
    (found,) = find_dates(text)
    assert found.time == time


@pytest.mark.parametrize(
    "text",
    [
        "2018 قتيلا",
        "1950 كيلومترا",
        "نحو 2000 مقاتل",
        "بلغ عدد اللاجئين 2015",
        "القرار 1973",
        "إف-16",
        "مناورات نسيم-2021",
        "انتهت المباراة 3-1",
        "هاتف 0101-555-2020",
        "https://example.org/2020/05/12",
        "الساعة 10:30",
        "على مدار الساعة 24/7",
        "الذي مارس ضغوطا",
        "شركة نيسان",
        "فتح باب الحوار",
        "كان أب لثلاثة",
        "اليوم الوطني",
        "في اليوم التالي",
        "كل يوم جمعة",
        "رجل في الثلاثينيات من عمره",
        "الأمين العام السابق",
        "بعد عام من توقيع الاتفاق",
        "قبل شهر من الانتخابات",
        "خلال أسبوعين",
        "اثنين من الجنود",
        "بشكل عام",
        "سنة و3 أشهر",
        "النصف الأول من المباراة",
        "صفر",
    ],
)
def test_no_date(text: str) -> None:
    assert find_dates(text, published=PUBLISHED) == ()


def test_islamic_dates_need_the_converter() -> None:
    (found,) = find_dates("في 10 رمضان 1444")
    try:
        import hijridate  # noqa: F401
    except ImportError:
        assert found.edtf is None
    else:
        assert found.edtf == "2023-04-01"


fragments = st.sampled_from(
    [
        "من",
        "إلى",
        "بين",
        "و",
        "في",
        "عام",
        "عامي",
        "2016",
        "2017",
        "5",
        "31",
        "99",
        "يوم",
        "الأحد",
        "الاثنين",
        "مايو",
        "شباط",
        "/",
        "(",
        ")",
        "،",
        "-",
        "الماضي",
        "المقبل",
        "قبل",
        "بعد",
        "ثلاثة",
        "أشهر",
        "القرن",
        "العشرين",
        "الستينيات",
        "هذا",
        "الشهر",
        "الربع",
        "الأول",
        "الثاني",
        "عشر",
        "آخر",
        "منذ",
        "\n",
    ]
)


@pytest.mark.property
@given(
    st.one_of(st.text(), st.lists(fragments, max_size=14).map(" ".join)),
    st.none() | st.dates(),
)
def test_total_ordered_and_repeatable(text: str, published: date | None) -> None:
    found = find_dates(text, published=published)
    assert found == find_dates(text, published=published)
    ends = 0
    for one in found:
        assert ends <= one.span.start < one.span.end <= len(text)
        ends = one.span.end
