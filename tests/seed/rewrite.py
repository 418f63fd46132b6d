"""Rewrites the seed: other names, countries, numbers, marks, order, digits, diacritics.

A rewriting replaces words of the seed, form by form, and the same words in the facts; so what
is expected of the new text follows from it and is written down nowhere. Replacements keep the
grammatical gender, since the verbs around them stay.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from malicoup.lexicon._load import cells, rows
from seed.reading import Edit, Reading, moved


class Land(NamedTuple):
    """A country of feminine gender with what belongs to it."""

    code: str
    name: str
    capital: str
    masculine: str
    feminine: str
    nominative: str
    oblique: str


#: Countries that Arabic takes as masculine: verbs around them would have to change.
_MASCULINE = frozenset(
    [
        "العراق",
        "لبنان",
        "الأردن",
        "السودان",
        "المغرب",
        "اليمن",
        "الصومال",
        "الكويت",
        "قطر",
        "تشاد",
        "نيبال",
        "بنغلاديش",
        "الفاتيكان",
        "الغابون",
        "الكاميرون",
        "السنغال",
        "النيجر",
        "لوكسمبورغ",
        "البحرين",
    ]
)


#: Words that a rewriting replaces themselves.
_CONTINENTAL = ("أفريقي", "إفريقي", "آسيا")


@cache
def lands() -> tuple[Land, ...]:
    """The countries of the lexicon that are feminine and have one clear name and nationality."""
    nisbas: dict[str, list[tuple[str, ...]]] = {}
    for code, *forms in rows("nationalities"):
        nisbas.setdefault(code, []).append(tuple(forms))
    found = []
    for code, name, _others, capitals in rows("countries"):
        held = nisbas.get(code, [])
        if len(held) != 1 or not capitals or name in _MASCULINE or held[0][3] == "yes":
            continue
        masculine, feminine, plural = (cells(cell) for cell in held[0][:3])
        capital = cells(capitals)[0]
        if (
            not plural
            or not feminine
            or " " in masculine[0]
            or " " in feminine[0]
            or " " in plural[0]
        ):
            continue
        if capital.removeprefix("ال") == name.removeprefix("ال"):
            continue
        if any(word in name for word in _CONTINENTAL):
            continue
        found.append(
            Land(code, name, capital, masculine[0], feminine[0], _case(plural, "ون"),
                 _case(plural, "ين"))
        )  # fmt: skip
    return tuple(found)


def _case(plural: tuple[str, ...], ending: str) -> str:
    return next((p for p in plural if p.endswith(ending)), plural[0])


class Power(NamedTuple):
    """A country whose government goes by the name of a building (masculine)."""

    code: str
    seat: str


POWERS = (
    Power("RU", "الكرملين"),
    Power("US", "البيت الأبيض"),
    Power("FR", "الإليزيه"),
    Power("IT", "قصر كيجي"),
    Power("BR", "قصر بلانالتو"),
    Power("ES", "قصر مونكلوا"),
    Power("GR", "قصر ماكسيموس"),
)


class Region(NamedTuple):
    """A province and its country."""

    name: str
    code: str


class Continent(NamedTuple):
    """A continent, its feminine adjective, and its people in the genitive."""

    name: str
    feminine: str
    people: str


REGIONS = (Region("فلوريدا", "US"), Region("كاليفورنيا", "US"), Region("بافاريا", "DE"))
CONTINENTS = (
    Continent("إفريقيا", "الأفريقية", "الأفارقة"),
    Continent("آسيا", "الآسيوية", "الآسيويين"),
)


class Choice(NamedTuple):
    """What stands in the rewritten text. The defaults leave the seed as it is."""

    countries: Mapping[str, Land] = {}  # by the code of the seed
    seat: str = "الكرملين"
    continent: Continent = CONTINENTS[0]
    region: Region = REGIONS[0]
    words: Mapping[str, str] = {}  # names of people and bodies, ranks, weapons
    years: Mapping[int, int] = {}
    decade: int = 6
    month: tuple[str, int] = ("يناير", 1)
    last_years: int = 10
    days: int = 18
    percent: int = 16
    ordered: int = 4
    stay: str = "عامًا"
    marks: str = "curly"
    sound_marks: bool = False
    indic_digits: bool = False
    bare: bool = False
    marked: tuple[int, ...] = ()  # where diacritics are put: positions modulo the length
    order: tuple[int, ...] = ()  # which order of the paragraphs


COUNTED = {3: "ثلاث", 4: "أربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثماني", 9: "تسع", 10: "عشر"}
DECADES = {5: "الخمسينيات", 6: "الستينيات", 7: "السبعينيات", 8: "الثمانينيات"}
STAYS = {"عامًا": "P1Y", "شهرًا": "P1M", "أسبوعًا": "P1W"}
MARKS = {"curly": "“”", "guillemets": "«»", "straight": '""'}
_LATIN = "A-Za-z0-9.\\-"

#: Names in the seed that a rewriting replaces, with their short forms.
PEOPLE = {
    "keita": ("إبراهيم أبوبكر كيتا", "كيتا"),
    "diaw": ("مالك دياو", ""),
    "camara": ("ساديو كامارا", ""),
    "toure": ("أمادو توماني توري", ""),
    "filatova": ("إيرينا فيلاتوفا", "فيلاتوفا"),
    "cahalan": ("كيلي كاهالان", ""),
    "goita": ("أسيمي غويتا", "غويتا"),
    "devermont": ("جود ديفيرمونت", ""),
    "coulibaly": ("فاتوماتا كوليبالي", ""),
    "kuimova": ("ألكسندرا كويموفا", ""),
}


def rewrite(seed: Reading, choice: Choice) -> Reading:
    """The seed with everything replaced as *choice* says, and the facts of the new text."""
    reading = _replace(seed, _table(seed, choice))
    reading = _set_values(reading, choice)
    reading = _set_marks(reading, choice)
    if choice.indic_digits:
        reading = reading.edited(_indic(reading.text))
    if choice.bare:
        reading = reading.edited(
            Edit(m.start(), m.end(), "") for m in re.finditer("[\u064b-\u0652\u0670]", reading.text)
        )
    reading = reading.edited(_diacritics(reading.text, choice.marked))
    return _reorder(reading, choice.order)


# -- words ------------------------------


def _table(seed: Reading, choice: Choice) -> dict[str, str]:
    table = dict(choice.words)
    known = {land.code: land for land in lands()}
    for code in ("ML", "RU", "US", "FR", "DE", "CN", "EG"):
        new = choice.countries.get(code)
        if new is not None:
            old = _OLD[code] if code == "ML" else known[code]
            table.update(_forms(old, new))
    table["الكرملين"] = choice.seat
    old = CONTINENTS[0]
    table.update(zip(old, choice.continent, strict=True))
    table[REGIONS[0].name] = choice.region.name
    for year in (2012, 2013, 2014, 2016, 2017, 2019):
        table[str(year)] = str(choice.years.get(year, year))
    table[DECADES[6]] = DECADES[choice.decade]
    table["يناير"] = choice.month[0]
    table["السنوات العشر"] = "السنوات ال" + COUNTED[choice.last_years]
    table["18"], table["16"] = str(choice.days), str(choice.percent)
    table["أربع"] = COUNTED[choice.ordered]
    table["عامًا"] = choice.stay
    return table


#: Mali's nationality is an ordinary word too, so the lexicon's table leaves it out.
_OLD = {"ML": Land("ML", "مالي", "باماكو", "مالي", "مالية", "ماليون", "ماليين")}


def _forms(old: Land, new: Land) -> Iterator[tuple[str, str]]:
    for a, b in zip(old[3:6], new[3:6], strict=True):
        yield "ال" + a, "ال" + b
    yield old.feminine, new.feminine
    if old.code == "RU":  # both cases of the plural are one word here
        yield "الروس", "ال" + new.nominative
        yield "روس", new.oblique
    yield old.name, new.name
    yield old.capital, new.capital


def _replace(seed: Reading, table: Mapping[str, str]) -> Reading:
    keys = sorted((k for k, v in table.items() if k != v), key=len, reverse=True)
    if not keys:
        return seed
    pattern = re.compile(
        rf"(?<![\w{_LATIN}])(?P<lead>[وف]?[لبك]?)(?P<key>{'|'.join(map(re.escape, keys))})"
        rf"(?![\w{_LATIN}]*[\w])"
    )
    reading = seed.edited(_edits(seed.text, pattern, table))
    actors = {
        key: json.loads(_in_string(json.dumps(actor, ensure_ascii=False), pattern, table))
        for key, actor in reading.facts["actors"].items()
    }
    deals = [
        {**deal, "designation": table.get(deal["designation"], deal["designation"])}
        for deal in reading.facts["arms_deals"]
    ]
    facts = {**reading.facts, "actors": actors, "arms_deals": deals}
    return Reading(reading.text, facts)


def _edits(text: str, pattern: re.Pattern[str], table: Mapping[str, str]) -> Iterator[Edit]:
    for match in pattern.finditer(text):
        new = table[match["key"]]
        if match["lead"].endswith("ل") and new.startswith("ال"):
            new = new[1:]  # ل and ال fuse
        yield Edit(match.start("key"), match.end("key"), new)


def _in_string(text: str, pattern: re.Pattern[str], table: Mapping[str, str]) -> str:
    return Reading(text, {}).edited(_edits(text, pattern, table)).text


# -- values ------------------------------


def _set_values(reading: Reading, choice: Choice) -> Reading:
    """Countries, dates and numbers of the facts, as the words now say them."""
    codes = {code: land.code for code, land in choice.countries.items()}
    years = {str(a): str(b) for a, b in choice.years.items()}
    facts = _mapped(reading.facts, codes, years)
    facts["actors"]["macdill"]["country"] = choice.region.code
    if "US" in codes and facts["actors"]["csis"]["aliases"][0] == "CSIS":
        del facts["actors"]["csis"]["country"]  # what the lexicon knows and the text says differ
    dates = facts["dates"]
    dates[2]["edtf"] = f"19{choice.decade}X"
    year = 2020 if choice.month[1] < 8 else 2019
    dates[3]["published_2020_08_26"] = f"{year}-{choice.month[1]:02}"
    dates[8]["published_2020_08_26"] = f"{2020 - choice.last_years}/2020"
    for index, value in ((1, choice.days), (2, choice.ordered), (4, choice.percent)):
        facts["quantities"][index].update(minimum=value, maximum=value)
    facts["arms_deals"][0]["ordered"] = [choice.ordered, choice.ordered]
    facts["statistics"][0]["value"] = [choice.percent, choice.percent]
    facts["trainings"][1]["duration"] = STAYS[choice.stay]
    facts["trainings"][4].update(duration=f"P{choice.days}D", country=choice.region.code)
    return Reading(reading.text, facts)


_CODED = frozenset({"country", "countries"})
_DATED = frozenset({"edtf", "date", "order_date"})


def _mapped(fact: Any, codes: Mapping[str, str], years: Mapping[str, str], key: str = "") -> Any:
    if isinstance(fact, dict):
        return {k: _mapped(v, codes, years, k) for k, v in fact.items()}
    if isinstance(fact, list):
        return [_mapped(v, codes, years, key) for v in fact]
    if isinstance(fact, str) and key in _CODED:
        return codes.get(fact, fact)
    if isinstance(fact, str) and key in _DATED:
        return "/".join(years.get(part, part) for part in fact.split("/"))
    return fact


# -- marks, digits, diacritics ------------------------------


def _set_marks(reading: Reading, choice: Choice) -> Reading:
    faults = {f["span"][0]: f["code"] for f in reading.facts["faults"]}
    opening, closing = MARKS[choice.marks]
    edits = []
    for match in re.finditer("[“”]", reading.text):
        code = faults.get(match.start())
        new = opening if match.group() == "“" else closing
        if choice.sound_marks and code is not None:
            new = opening if code == "mark-opened-with-closing" else ""
        edits.append(Edit(match.start(), match.end(), new))
    kept = [] if choice.sound_marks else reading.facts["faults"]
    if choice.marks == "straight":  # a straight mark has no wrong side, and a lone one no side
        either = "mark-never-opened|mark-never-closed"
        kept = [{**f, "code": either} for f in kept if f["code"] == "mark-never-opened"]
    return Reading(reading.text, {**reading.facts, "faults": kept}).edited(edits)


_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def _indic(text: str) -> Iterator[Edit]:
    for match in re.finditer(r"(?<![A-Za-z0-9.\-])\d+(?![A-Za-z0-9\-])", text):
        yield Edit(match.start(), match.end(), match.group().translate(_INDIC))


#: Marks that change no word into another: fatha, kasra, sukun, shadda (a damma makes a passive).
_MARKS = "\u064e\u0650\u0652\u0651"


def _diacritics(text: str, places: tuple[int, ...]) -> Iterator[Edit]:
    """Marks on letters of every line but the last: the source line is read as it is written."""
    body = text[: text.rindex("\n")]
    letters = [
        m.end() for m in re.finditer("[\u0621-\u063a\u0641-\u064a](?![\u064b-\u0652\u0670])", body)
    ]
    for n in sorted({place % len(letters) for place in places}):
        yield Edit(letters[n], letters[n], _MARKS[n % len(_MARKS)])


# -- order ------------------------------

#: Lines of the seed that lean on each other, section by section; a section opens with its
#: heading, and the last one stays last, since it takes up who was introduced before.
SECTIONS = (
    ((2, 3, 4), (5,)),
    ((6,), (7, 8, 9), (10,)),
    ((11,), (12,), (13,), (14, 15)),
    ((16,), (17,), (18,), (19,), (20,)),
)


def line_order(turns: tuple[int, ...]) -> list[int]:
    """An order of the seed's lines; *turns* says how far the groups of each section are turned,
    and in the last place whether the two middle sections change places."""
    if not turns:
        return list(range(22))
    sections = []
    for n, section in enumerate(SECTIONS):
        heading, groups = (section[:1], section[1:]) if n else ((), section)
        turn = turns[n] % len(groups)
        sections.append([*heading, *groups[turn:], *groups[:turn]])
    if turns[len(SECTIONS)] % 2:
        sections[1], sections[2] = sections[2], sections[1]
    return [0, 1, *(line for s in sections for group in s for line in group), 21]


def _reorder(reading: Reading, turns: tuple[int, ...]) -> Reading:
    lines = reading.text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    new_start: dict[int, int] = {}
    done = 0
    for n in line_order(turns):
        new_start[n] = done
        done += len(lines[n]) + 1

    def move(offset: int) -> int:
        n = next(i for i in range(len(lines)) if starts[i] <= offset <= starts[i] + len(lines[i]))
        return new_start[n] + offset - starts[n]

    facts = moved(reading.facts, move)
    structure = facts["structure"]
    for key in ("headings", "paragraphs"):
        structure[key] = sorted(structure[key])
    return Reading("\n".join(lines[n] for n in line_order(turns)), facts)
