from __future__ import annotations

import pytest

from malicoup.errors import DecodeError, ModelError
from malicoup.formats import json, versions
from malicoup.formats._envelope import Envelope
from malicoup.formats._hooks import event_classes
from malicoup.model import Article

CURRENT = {"malicoup": "1.0", "article": {"text": "خبر"}}


def test_the_version_of_a_document_is_identified() -> None:
    assert versions.identify(CURRENT) == versions.FORMAT_VERSION == "1.0"


@pytest.mark.parametrize("document", [None, [], "1.0", {}, {"malicoup": "0.1"}, {"malicoup": []}])
def test_what_has_no_known_version_is_refused(document: object) -> None:
    with pytest.raises(DecodeError):
        versions.identify(document)


def test_migrating_to_the_same_version_gives_a_copy() -> None:
    copy = versions.migrate(CURRENT)
    assert copy == CURRENT
    assert copy is not CURRENT
    assert copy["article"] is not CURRENT["article"]


def test_an_unknown_target_is_refused() -> None:
    with pytest.raises(ValueError, match=r"cannot migrate from version 1\.0 to 3\.0"):
        versions.migrate(CURRENT, to="3.0")


def test_old_documents_go_through_every_step_and_stay_as_they_were(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    steps = {
        "0.8": ("0.9", lambda old: {**old, "article": {"text": old["body"]}, "body": None}),
        "0.9": ("1.0", lambda old: {k: v for k, v in old.items() if k != "body"}),
    }
    monkeypatch.setattr(versions, "_STEPS", steps)
    old = {"malicoup": "0.8", "body": "خبر"}
    assert versions.migrate(old) == CURRENT
    assert versions.migrate(old, to="0.9")["malicoup"] == "0.9"
    assert old == {"malicoup": "0.8", "body": "خبر"}
    with pytest.raises(ValueError, match="cannot migrate"):
        versions.migrate(CURRENT, to="0.8")


def test_loads_migrates_old_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    article = Article(text="خبر")
    monkeypatch.setattr(versions, "_STEPS", {"0.9": ("1.0", dict)})
    assert json.loads(json.dumps(article).replace("1.0", "0.9")) == article


def test_every_event_class_has_a_kind_of_its_own() -> None:
    kinds = [cl.kind for cl in event_classes()]
    assert len(set(kinds)) == len(kinds) == 7


def test_an_envelope_is_of_the_current_version() -> None:
    with pytest.raises(ModelError, match=r"'Envelope\.malicoup' must be 1\.0"):
        Envelope(malicoup="0.9", article=Article(text=""))
