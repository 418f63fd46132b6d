"""A second validator agrees with the first on good and on broken records.

No package reads PLOVER; the schema is malicoup's own. This shows that it means the same to two
validators, not that a program of the PLOVER family reads the file.
"""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from formats.exports import FED, json_lines
from formats.parsed import EVERY_REPORT, parsed
from formats.report import REPORT
from malicoup.formats import plover
from malicoup.model import Article

jsonschema = pytest.importorskip("jsonschema")
fastjsonschema = pytest.importorskip("fastjsonschema")


def draft7(schema: Any) -> Any:
    """fastjsonschema knows drafts to 7: ``$defs`` is ``definitions`` there."""
    text = copy.deepcopy(schema)
    text["$schema"] = "http://json-schema.org/draft-07/schema#"
    return text


VALIDATOR = jsonschema.Draft202012Validator(plover.schema())
SECOND = fastjsonschema.compile(draft7(plover.schema()))


def second_takes(record: dict[str, Any]) -> bool:
    try:
        SECOND(copy.deepcopy(record))
    except fastjsonschema.JsonSchemaValueException:
        return False
    return True


@EVERY_REPORT
def test_both_validators_take_the_seed_and_the_sample_reports(report: str) -> None:
    for record in json_lines(plover.dumps(parsed(report)).data):
        assert VALIDATOR.is_valid(record)
        assert second_takes(record)


@pytest.mark.property
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(FED)
def test_both_validators_take_every_record(article: Article) -> None:
    for record in json_lines(plover.dumps(article).data):
        assert VALIDATOR.is_valid(record)
        assert second_takes(record)


@pytest.mark.parametrize(
    "change",
    [{"event": ["COUP"]}, {"date": "2015"}, {"mode": ["firearms"]}, {"quad_code": 3}, {"x": 1}],
)
def test_both_validators_refuse_broken_records(change: dict[str, Any]) -> None:
    record = json_lines(plover.dumps(REPORT).data)[1] | change
    assert not VALIDATOR.is_valid(record)
    assert not second_takes(record)
