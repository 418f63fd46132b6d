"""What `loads` refuses, each with its place. The base is the golden article."""

from __future__ import annotations

import copy
import json as plain_json
from typing import Any

import pytest

from formats.golden import ARTICLE
from malicoup.errors import DecodeError
from malicoup.formats import json
from malicoup.model import Stance

DOCUMENT = plain_json.loads(json.dumps(ARTICLE))
DROP = object()
KINDS_OF_ACTORS = (
    "person, armed_force, armed_group, facility, government, media, organization, country, unnamed"
)
KINDS_OF_EVENTS = "military_training, coup, sanction, suspension, expulsion, embargo, condemnation"


def faults(data: str | bytes, **options: int) -> tuple[str, ...]:
    with pytest.raises(DecodeError) as caught:
        json.loads(data, **options)
    return caught.value.faults


def edited(*edits: tuple[str, object]) -> str:
    """The document with values put at places such as `quotes 0 span start`."""
    document = copy.deepcopy(DOCUMENT)
    for place, value in edits:
        *steps, last = (int(s) if s.isdigit() else s for s in place.split())
        node: Any = document if steps[:1] == ["$"] or last == "$" else document["article"]
        for step in steps:
            node = node if step == "$" else node[step]
        if value is DROP:
            del node[last]
        else:
            node[last] = value
    return plain_json.dumps(document)


NUMBER = 'must be a number written as text, such as "3.5"'
NO_DAY = "must be EDTF text (no day 30 in 2020-02)"
FINGERPRINT = "is not the fingerprint of the text: the text was changed, or the spans lie"

REFUSED = [
    # Types: nothing is coerced.
    ("quotes 0 span start", "5", "must be a whole number, not the text '5'"),
    ("quotes 0 span start", 7.0, "must be a whole number, not the number 7.0"),
    ("quotes 0 span start", True, "must be a whole number, not true"),
    ("quotes 0 span start", None, "must be a whole number, not null"),
    ("quotes 0 span", None, "must be an object, not null"),
    ("quotes 0 span", [1, 2], "must be an object, not a list"),
    ("quotes 0 id", 5, "must be text, not the number 5"),
    ("quotes 0 id", None, "must be text, not null"),
    ("quotes 0", "x", "must be an object, not the text 'x'"),
    ("quotes", {}, "must be a list, not an object"),
    ("quotes", "", "must be a list, not the text ''"),
    ("actors 0 aliases", "abc", "must be a list, not the text 'abc'"),
    ("actors 1 roles", {"x": 1}, "must be a list, not an object"),
    ("actors 1 roles 0", 3, "must be text, not the number 3"),
    ("claims 1 holders", None, "must be a list, not null"),
    ("claims 1 holders 0", 1, "must be text, not the number 1"),
    ("quantities 2 approximate", 1, "must be true or false, not the number 1"),
    ("quantities 2 approximate", "true", "must be true or false, not the text 'true'"),
    ("quotes 0 cue stance", "loud", f"must be one of {', '.join(Stance)}, not the text 'loud'"),
    ("quotes 0 style", ["direct"], "must be one of direct, indirect, mixed, not a list"),
    ("quotes 0 style", "Direct", "must be one of direct, indirect, mixed, not the text 'Direct'"),
    # Numbers and dates have one spelling.
    *(
        ("quantities 0 minimum", number, f"{NUMBER}, not {shown}")
        for number, shown in [
            (2, "the number 2"),
            (2.5, "the number 2.5"),
            ("NaN", "the text 'NaN'"),
            ("Infinity", "the text 'Infinity'"),
            (" 2", "the text ' 2'"),
            ("2\n", r"the text '2\n'"),
            ("1_0", "the text '1_0'"),
            ("02", "the text '02'"),
            ("+2", "the text '+2'"),
            (".5", "the text '.5'"),
            ("1e5", "the text '1e5'"),
            ("٣", "the text '٣'"),
            ("²", "the text '²'"),
            ("", "the text ''"),
        ]
    ),
    ("quantities 0 minimum", f"1E+{9**21}", f"is out of the range of numbers: '1E+{9**21}'"),
    *(
        ("published", day, f"must be a date such as 2020-08-26, not the text {day!r}")
        for day in ["20200826", "2020-W35-3", "2020-8-26", "٢٠٢٠-٠٨-٢٦", "2020-13-01"]
    ),
    ("published", "2019-02-29", "is no day of the calendar: '2019-02-29'"),
    ("published", "0000-01-01", "is no day of the calendar: '0000-01-01'"),
    # Keys.
    ("extra", 1, "unknown key"),
    ("$ extra", 1, "unknown key"),
    ("quotes 0 span length", 1, "unknown key"),
    ("quotes 0 span kind", "span", "unknown key"),
    ("actors 0 a/b", 1, "unknown key"),
    ("actors 0 rank", "عقيد", "unknown key"),
    ("text", DROP, "key missing"),
    ("text_sha256", DROP, "key missing"),
    ("quotes 1 style", DROP, "key missing"),
    ("statistics 0 value", DROP, "key missing"),
    ("$ article", DROP, "key missing"),
    ("$ malicoup", DROP, 'key missing, such as "malicoup": "1.0"'),
    ("$ malicoup", "9.0", "unknown version of the format, known are 1.0: the text '9.0'"),
    ("$ malicoup", 1.0, "unknown version of the format, known are 1.0: the number 1.0"),
    # Kinds.
    ("actors 0 kind", DROP, f"key missing, one of {KINDS_OF_ACTORS}"),
    ("actors 0 kind", "robot", f"unknown kind, known are {KINDS_OF_ACTORS}: the text 'robot'"),
    ("actors 0 kind", None, f"unknown kind, known are {KINDS_OF_ACTORS}: null"),
    ("actors 0", None, "must be an object, not null"),
    ("events 1 kind", DROP, f"key missing, one of {KINDS_OF_EVENTS}"),
    ("events 1 kind", ["coup"], f"unknown kind, known are {KINDS_OF_EVENTS}: a list"),
    # The model's own checks keep their words.
    ("quotes 0 span end", 3, "'Span.end' must be >= start (148): 3"),
    ("quotes 0 span start", -1, "'Span.start' must be an int >= 0: -1"),
    ("actors 4 country", "QQ", "'Country.country' must be an ISO 3166-1 alpha-2 code: 'QQ'"),
    ("actors 0 name", " ", "'Organization.name' must be text that is not blank: ' '"),
    ("dates 0 edtf", "2020-02-30", f"'DateExpression.edtf' {NO_DAY}: '2020-02-30'"),
    ("events 0 duration", "18", "'MilitaryTraining.duration' must be an ISO 8601 duration: '18'"),
    ("arms_deals 0 value currency", "XYZ", "'Money.currency' must be an ISO 4217 code: 'XYZ'"),
    # The text and its fingerprint.
    ("text_sha256", "0" * 64, FINGERPRINT),
    ("text_sha256", "0", "'Article.text_sha256' must be 64 hexadecimal digits: '0'"),
    ("url", "a\ud800", "holds a lone surrogate, U+D800, at character 1"),
]  # fmt: skip


def path(place: str) -> str:
    """`quotes 0 id` as a JSON path."""
    steps = place.split() if place.startswith("$") else ["$", "article", *place.split()]
    parts = [
        f"[{s}]" if s.isdigit() else f".{s}" if s.isidentifier() else f'["{s}"]' for s in steps[1:]
    ]
    return f"${''.join(parts)}"


@pytest.mark.parametrize(("place", "value", "fault"), REFUSED)
def test_one_fault_is_named_with_its_place(place: str, value: object, fault: str) -> None:
    assert faults(edited((place, value))) == (f"{fault} @ {path(place)}",)


def test_a_changed_text_is_told_by_its_fingerprint() -> None:
    assert faults(edited(("text", "آخر"))) == (f"{FINGERPRINT} @ $.article.text_sha256",)


def test_a_fault_between_two_fields_is_named_at_one_of_them() -> None:
    (fault,) = faults(edited(("mentions 0 form", "dropped")))
    assert "must be empty for a dropped mention" in fault
    assert fault.endswith(" @ $.article.mentions[0].span")


def test_keys_of_another_kind_are_unknown() -> None:
    assert faults(edited(("events 2 kind", "coup"))) == (
        "unknown key @ $.article.events[2].sender",
        "unknown key @ $.article.events[2].target",
        "unknown key @ $.article.events[2].measure",
    )


def test_all_faults_come_at_once_in_the_order_of_the_document() -> None:
    data = edited(
        ("$ extra", 1),
        ("statistics 0 value minimum", 40),
        ("published", "today"),
        ("quotes 0 id", ""),
        ("quotes 0 span start", -2),
        ("quotes 0 span end", -3),
        ("quotes 1 cue", DROP),
        ("quotes 1 span", DROP),
        ("actors 1 gender", "f"),
        ("text_sha256", "0" * 64),
    )
    assert [fault.rpartition(" @ ")[2] for fault in faults(data)] == [
        "$.article.published",
        "$.article.actors[1].gender",
        "$.article.quotes[0].id",
        "$.article.quotes[0].span.start",
        "$.article.quotes[0].span.end",
        "$.article.quotes[1].span",
        "$.article.statistics[0].value.minimum",
        "$.article.text_sha256",
        "$.extra",
    ]


def test_fields_left_out_do_not_hide_the_faults_of_others() -> None:
    data = edited(("arms_deals 0 weapon", DROP), ("arms_deals 0 id", 5), ("text_sha256", DROP))
    assert faults(data) == (  # what is missing stands nowhere, so it comes first
        "key missing @ $.article.text_sha256",
        "must be text, not the number 5 @ $.article.arms_deals[0].id",
    )


def test_the_error_prints_its_faults_line_by_line() -> None:
    error = DecodeError(faults(edited(("publisher", 1), ("url", 2))))
    assert str(error).splitlines()[0] == "2 faults"
    assert len(str(error).splitlines()) == 3


def test_an_endless_value_is_not_printed_in_full() -> None:
    (fault,) = faults(edited(("quotes 0 rule", "x" * 10_000 + "!")))
    assert len(fault) < 400


def test_a_key_that_stands_twice_is_refused_where_it_stands() -> None:
    data = json.dumps(ARTICLE).replace('{"id":"m1",', '{"id":"m0","id":"m1",')
    assert faults(data) == ("key stands more than once @ $.article.mentions[0].id",)


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity"])
def test_constants_that_are_no_json_are_refused_where_they_stand(constant: str) -> None:
    data = json.dumps(ARTICLE).replace('"unit":"USD"', f'"unit":{constant}')
    place = "$.article.quantities[2].unit"
    assert faults(data) == (f"must be text, not {constant}, which is no JSON @ {place}",)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ("", "no JSON: Expecting value at line 1, column 1 @ $"),
        ("{", "no JSON: Expecting property name enclosed in double quotes at line 1, column 2 @ $"),
        ("{}\n{}", "no JSON: Extra data at line 2, column 1 @ $"),
        ("null", "must be an object, not null @ $"),
        ("[]", "must be an object, not a list @ $"),
        ("NaN", "must be an object, not NaN, which is no JSON @ $"),
        ("1e999", "must be an object, not the number beyond 10**20 @ $"),
        ("1" * 5000, "a number has too many digits @ $"),
        ("\ufeff{}", "begins with a byte order mark (U+FEFF); leave it out @ $"),
        (b"\xef\xbb\xbf{}", "begins with a byte order mark (EF BB BF); leave it out @ $"),
        ("{}".encode("utf-16"), "is UTF-16 (byte order mark); write UTF-8 without a mark @ $"),
        (b'{"a": "\xff"}', "no UTF-8: byte 0xFF at offset 7 (invalid start byte) @ $"),
        ("خبر".encode("cp1256"), "no UTF-8: byte 0xCE at offset 0 (invalid continuation byte) @ $"),
        (b'"\xed\xa0\x80"', "no UTF-8: byte 0xED at offset 1 (invalid continuation byte) @ $"),
        ("[" * 100_000, "nested more than 64 levels deep @ $"),
    ],
    ids=range(15),
)  # fmt: skip
def test_what_is_no_document_is_refused(data: str | bytes, fault: str) -> None:
    assert faults(data) == (fault,)


def test_deep_nesting_is_named_beside_the_fault_it_makes() -> None:
    deep = plain_json.loads("[" * 70 + "]" * 70)
    assert faults(edited(("quotes", deep))) == (
        "nested more than 64 levels deep @ $",
        "must be an object, not a list @ $.article.quotes[0]",
    )
    assert len(faults(edited(("quotes", [[[]]])))) == 1


@pytest.mark.parametrize("data", [json.dumps(ARTICLE), json.dumps(ARTICLE).encode()])
def test_longer_input_than_allowed_is_refused_by_its_bytes(data: str | bytes) -> None:
    size = len(json.dumps(ARTICLE).encode())
    assert json.loads(data, max_bytes=size) == ARTICLE
    assert faults(data, max_bytes=size - 1) == (f"longer than {size - 1} bytes (max_bytes) @ $",)


def test_other_buffers_are_read_like_bytes() -> None:
    data = json.dumps(ARTICLE).encode()
    assert json.loads(bytearray(data)) == json.loads(memoryview(data)) == ARTICLE  # type: ignore[arg-type]


@pytest.mark.parametrize("data", [None, 5, DOCUMENT, ["{}"]])
def test_what_is_neither_text_nor_bytes_is_a_type_error(data: object) -> None:
    with pytest.raises(TypeError, match="JSON is text or bytes, not"):
        json.loads(data)  # type: ignore[arg-type]
