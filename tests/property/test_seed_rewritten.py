"""The seed with other names, numbers, marks, order, digits and diacritics is read as well.

Nothing expected here is written down: it follows from the facts of the seed and from what was
put in place of what. The names are invented, or common in some country; none is in the seed.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import Phase, assume, currently_in_test_context, example, given, note, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

import malicoup
from malicoup.lexicon.build import lexicon
from seed.compare import PUBLISHED, Comparison
from seed.reading import read_seed
from seed.records import differences as record_differences
from seed.rewrite import (
    CONTINENTS,
    COUNTED,
    DECADES,
    MARKS,
    PEOPLE,
    POWERS,
    REGIONS,
    SECTIONS,
    STAYS,
    Choice,
    lands,
    rewrite,
)

pytestmark = pytest.mark.property

SEED = read_seed()
LANDS = lands()
#: Not drawn in these places. "University of Georgetown": the capital of one country, and a
#: university of another goes by its name. واليس وفوتونا is not read yet where its first part
#: may be "and is it not" and its second a verb.
NOT_THERE = {"ML": {"GY", "WF"}, "US": {"WF"}}
BY_CODE = {land.code: land for land in LANDS}
WOMEN = {"filatova", "cahalan", "coulibaly", "kuimova"}

GIVEN_MALE = (
    "أنطوان", "ميغيل", "ستيفان", "ماركو", "يوهان", "تشارلز", "إدواردو", "بيتر", "نيكولاس",
    "أحمد", "ياسين", "جوزيف", "محمد", "دانيال", "روبرتو", "جان-بيير", "هان-جي", "عبد الرحمن",
    "أبو بكر", "محمد عبد الله", "ميغيل أنخيل", "خالد بن سالم", "كريم", "عادل",
)  # fmt: skip
GIVEN_FEMALE = (
    "ماريا", "كاترينا", "هيلين", "سعاد", "إيفا", "لورا", "ناتاليا", "فاطمة", "كلارا",
    "مارتا", "خديجة", "إليزابيث", "جوليا", "أولغا", "ماري-كلير", "أم كلثوم", "آنا ماريا",
)  # fmt: skip
FAMILY = (
    "بوكانتي", "هالدورسن", "كراسنوف", "هالفورد", "تيراكي", "موندلا", "رينالدي", "زيمبالي",
    "دوفالييه", "ماكلاود", "غونزاليس", "تراوري", "أوكافور", "لينديمان", "بيترسن",
    "كازاريان", "دلغادو", "فيرنانديز", "شميدت", "دي سيلفا", "آل ثنيان", "بن يوسف",
    "ولد الشيباني", "أبو زيد", "عبد القادر", "الحداد", "النجار", "الصباغ",
)  # fmt: skip
#: Adjectives too: behind a particle, with a family name that is a word with its article, they
#: read as well as "of one generous of …" (بكريم الصفات), so the two are not drawn together.
ADJECTIVES = {"كريم", "عادل"}
TRADES = {"الحداد", "النجار", "الصباغ"}
RANKS = (
    "العقيد", "اللواء", "العميد", "المقدم", "الرائد", "الجنرال", "الفريق أول", "العميد الركن",
    "الملازم أول", "اللواء الركن",
)  # fmt: skip
OUTLETS = ("DW", "BBC", "CNN", "RFI", "NRW", "TVQ5")
SITES = ("aBamako.com", "Lomenews.com", "tchadinfo.net", "iNews24.org", "monde-actu.info")
WEAPONS = ("Mi-35M", "Ka-52K", "Su-30SM", "AH-64D", "UH-60M")
SCHOOLS = ("المدرسة العليا للاقتصاد", "الأكاديمية الوطنية للإدارة", "الجامعة الوطنية للعلوم")
COLLEGES = ("الكلية العسكرية العليا", "الأكاديمية البحرية العليا", "الكلية الجوية العليا")
COURSES = (
    "جامعة العمليات الخاصة المشتركة",
    "أكاديمية الحرب البحرية المتقدمة",
    "كلية الدفاع الجوي المشتركة",
)
NAMESAKES = (
    "مركز جورج سي مارشال الأوروبي",
    "معهد روبرت إي هاملتون الأوروبي",
    "مركز جون أف كارسون الأوروبي",
)
BASES = ("قاعدة ماكديل الجوية", "قاعدة إدواردز الجوية", "قاعدة لانغورد الجوية")
MONTHS = (
    ("يناير", 1), ("فبراير", 2), ("مارس", 3), ("أيار", 5), ("يونيو", 6), ("تموز", 7),
    ("سبتمبر", 9), ("تشرين الأول", 10), ("نوفمبر", 11), ("ديسمبر", 12), ("جانفي", 1),
    ("فيفري", 2), ("أفريل", 4), ("ماي", 5), ("جوان", 6), ("جويلية", 7), ("أوت", 8),
    ("كانون الثاني", 1), ("شباط", 2), ("آذار", 3), ("نيسان", 4), ("حزيران", 6), ("آب", 8),
    ("أيلول", 9), ("تشرين الثاني", 11), ("كانون الأول", 12), ("غشت", 8), ("شتنبر", 9),
    ("نونبر", 11), ("دجنبر", 12),
)  # fmt: skip

_NO_NAME = re.compile(r".*(ون|ين|ات|ية|ة|ي)")


@st.composite
def invented_families(draw: DrawFn) -> str:
    """Family names of three syllables that are no words: كوراديف, مازولين.

    A word that ends like a plural or an adjective is left out: undeclined, it cannot be told
    from one. So is every form of a word of the language.
    """
    onsets, vowels = st.sampled_from("بدركلمنفزستغ"), st.sampled_from("اويا")
    return "".join(draw(onsets) + draw(vowels) for _ in range(3)) + draw(st.sampled_from("نسفر"))


def families() -> st.SearchStrategy[str]:
    invented = invented_families().filter(
        lambda name: not lexicon().word(name).tags and not _NO_NAME.fullmatch(name)
    )
    return st.sampled_from(FAMILY) | invented


@st.composite
def people(draw: DrawFn) -> dict[str, str]:
    """Other names for everybody: given names by gender, different family names."""
    surnames = draw(st.lists(families(), min_size=len(PEOPLE), max_size=len(PEOPLE), unique=True))
    words = {}
    for (key, (name, short)), surname in zip(PEOPLE.items(), surnames, strict=True):
        options = GIVEN_FEMALE if key in WOMEN else GIVEN_MALE
        if surname in TRADES:
            options = tuple(name for name in options if name not in ADJECTIVES)
        given = draw(st.sampled_from(options))
        words[name] = f"{given} {surname}"
        if short:
            words[short] = surname
    return words


@st.composite
def bodies(draw: DrawFn) -> dict[str, str]:
    """Other institutions, media, ranks and weapons, of the same gender."""
    words = {}
    for options in (OUTLETS, SITES, WEAPONS, SCHOOLS, COLLEGES, COURSES, NAMESAKES,
                    BASES, RANKS):  # fmt: skip
        words[options[0]] = draw(st.sampled_from(options))
    return words


@st.composite
def places(draw: DrawFn) -> dict[str, object]:
    """Other countries, one of them with the seat of its government, and another continent."""
    power = draw(st.sampled_from([p for p in POWERS if p.code in BY_CODE and p.code != "ES"]))
    others = draw(
        st.lists(
            st.sampled_from([land for land in LANDS if land.code != power.code]),
            min_size=6,
            max_size=6,
            unique=True,
        )
    )
    codes = ("ML", "US", "FR", "DE", "CN", "EG")
    assume(all(o.code not in NOT_THERE.get(c, ()) for c, o in zip(codes, others, strict=True)))
    countries = {"RU": BY_CODE[power.code], **dict(zip(codes, others, strict=True))}
    return {
        "countries": countries,
        "seat": power.seat,
        "continent": draw(st.sampled_from(CONTINENTS)),
        "region": draw(st.sampled_from(REGIONS)),
    }


@st.composite
def numbers(draw: DrawFn) -> dict[str, object]:
    """Other years in the same order, another decade and month, other counts."""
    years = sorted(draw(st.sets(st.integers(1992, 2019), min_size=6, max_size=6)))
    return {
        "years": dict(zip((2012, 2013, 2014, 2016, 2017, 2019), years, strict=True)),
        "decade": draw(st.sampled_from(sorted(DECADES))),
        "month": draw(st.sampled_from(MONTHS)),
        "last_years": draw(st.sampled_from(sorted(COUNTED))),
        "days": draw(st.integers(11, 99)),
        "percent": draw(st.integers(11, 99)),
        "ordered": draw(st.sampled_from(sorted(COUNTED))),
        "stay": draw(st.sampled_from(sorted(STAYS))),
    }


@st.composite
def spellings(draw: DrawFn) -> dict[str, object]:
    """Other marks, with or without their faults; other digits; diacritics on and off."""
    return {
        "marks": draw(st.sampled_from(sorted(MARKS))),
        "sound_marks": draw(st.booleans()),
        "indic_digits": draw(st.booleans()),
        "bare": draw(st.booleans()),
        "marked": tuple(draw(st.lists(st.integers(0, 10_000), max_size=60))),
    }


def orders() -> st.SearchStrategy[tuple[int, ...]]:
    turn = st.integers(0, 3)
    return st.just(()) | st.tuples(*(turn for _ in SECTIONS), turn)


#: Each part alone gets fewer examples than all at once; the profile sets the number.
SHARE = max(settings.default.max_examples // 3, 10)
#: Shrinking reads the article hundreds of times, for minutes: only the long profile does it.
PHASES = [p for p in Phase if p is not Phase.shrink and p is not Phase.explain]
LONG = settings.default.max_examples > 100
whole = settings(phases=settings.default.phases if LONG else PHASES)
few = settings(whole, max_examples=SHARE)


def check(choice: Choice) -> None:
    reading = rewrite(SEED, choice)
    if currently_in_test_context():  # the tables below are no properties
        note(reading.text)
    article = malicoup.parse(reading.text)
    compared = Comparison(article, reading)
    differences = [
        *compared.structure(),
        *compared.faults(),
        *compared.statements(),
        *compared.actors(),
        *compared.dates(),
        *compared.quantities(),
        *record_differences(compared),
        *Comparison(malicoup.parse(reading.text, published=PUBLISHED), reading).dates(
            published=True
        ),
    ]
    assert differences == []


def test_a_rewriting_that_changes_nothing_gives_the_seed() -> None:
    assert rewrite(SEED, Choice()) == SEED


ALL_LANDS = {land.code: land for land in lands()}
CSIS, SIPRI = "مركز إفريقيا للدراسات الاستراتيجية والدولية", "معهد ستوكهولم الدولي لأبحاث السلام"

#: Rewritings that once were gaps.
MENDED = [
    Choice(words={"جود ديفيرمونت": "عبد الله دلغادو"}),
    Choice(words={"أمادو توماني توري": "عبد الله هالفورد"}),
    Choice(words={"ساديو كامارا": "عبد الله كازاريان"}),
    Choice(words={"جود ديفيرمونت": "طارق كازاريان"}),
    Choice(words={"فاتوماتا كوليبالي": "صوفي لازيراف"}),
    Choice(words={"جود ديفيرمونت": "لوكاس ماناريس"}),
    Choice(countries={"FR": ALL_LANDS["VN"]}),
    Choice(countries={"RU": ALL_LANDS["ES"]}, seat="قصر مونكلوا"),
    Choice(words={"إبراهيم أبوبكر كيتا": "ميغيل فالدسون", "كيتا": "فالدسون"}),
    Choice(words={"قاعدة ماكديل الجوية": "قاعدة دورتون البحرية"}),
    Choice(countries={"ML": ALL_LANDS["PL"]}),
    Choice(countries={"ML": ALL_LANDS["CN"], "CN": ALL_LANDS["IN"]}),
    Choice(words={"إبراهيم أبوبكر كيتا": "ماركو ستافروس", "كيتا": "ستافروس"}),
    Choice(words={"DW": "NRW"}),
    Choice(words={SIPRI: "معهد جنيف الدولي لبحوث التسلح", "SIPRI": "GIAR"}),
    Choice(words={"أفريكوم": "باسكوم"}),
    Choice(words={CSIS: "مركز ليبرمان للدراسات السياسية والدفاعية", "CSIS": "LPDC"}),
    Choice(words={CSIS: "معهد كالدر للدراسات الأمنية والدولية", "CSIS": "CISD"}),
]


@pytest.mark.parametrize("choice", MENDED)
def test_mended(choice: Choice) -> None:
    check(choice)


@few
@given(people())
def test_other_people(words: dict[str, str]) -> None:
    check(Choice(words=words))


@few
@given(bodies())
def test_other_institutions_media_ranks_and_weapons(words: dict[str, str]) -> None:
    check(Choice(words=words))


@few
@given(places())
def test_other_countries(chosen: dict[str, object]) -> None:
    check(Choice(**chosen))


@few
@given(numbers())
def test_other_numbers(chosen: dict[str, object]) -> None:
    check(Choice(**chosen))


@few
@given(spellings())
@example({"marks": "straight", "sound_marks": False})
@example({"marks": "guillemets", "indic_digits": True, "bare": True})
def test_other_spellings(chosen: dict[str, object]) -> None:
    check(Choice(**chosen))


@few
@given(orders())
def test_another_order_of_the_paragraphs(order: tuple[int, ...]) -> None:
    check(Choice(order=order))


@whole
@given(people(), bodies(), places(), numbers(), spellings(), orders())
def test_all_at_once(
    persons: dict[str, str],
    others: dict[str, str],
    where: dict[str, object],
    figures: dict[str, object],
    spelling: dict[str, object],
    order: tuple[int, ...],
) -> None:
    words = {**persons, **others}
    check(Choice(words=words, order=order, **where, **figures, **spelling))
