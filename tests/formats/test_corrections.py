"""Export, correct in the tool's file, read back: exactly the corrections, in each tool."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

from formats.edits import TOOLS, Tool
from formats.exports import FED
from formats.parsed import EVERY_REPORT, parsed
from formats.report import ACTORS, QUOTES, REPORT, at
from malicoup.errors import DecodeError
from malicoup.formats._reading import ChangeReport
from malicoup.formats.diff import diff
from malicoup.model import (
    ActorKind,
    Article,
    Certainty,
    Confidence,
    MentionForm,
    Organization,
    Polarity,
    QuoteStyle,
    Span,
)
from malicoup.validate import validate

EVERY = pytest.mark.parametrize("name", list(TOOLS))
ADDED = at("وأدانت كندا الهجوم")


def start(name: str) -> tuple[Any, Any]:
    make, module = TOOLS[name]
    return make(REPORT), module


def done(name: str, tool: Tool) -> tuple[Article, ChangeReport]:
    article, report = TOOLS[name][1].loads(tool.files(), REPORT)
    assert report.tool == name
    assert report.changes == diff(REPORT, article)
    return article, report


def paths(report: ChangeReport) -> list[str]:
    return [f"{change.kind} {change.path}" for change in report.changes]


@EVERY
@given(article=FED)
def test_what_nobody_touched_reads_back_equal(name: str, article: Article) -> None:
    module = TOOLS[name][1]
    again, report = module.loads(module.dumps(article).files, article)
    assert again == article
    assert (report.changes, report.merged) == ((), ())


@EVERY
def test_moved_quote(name: str) -> None:
    tool, _ = start(name)
    span = Span(start=QUOTES[0].span.start, end=QUOTES[0].span.end - 1)
    tool.move("q0", span)
    article, report = done(name, tool)
    # The rule says who did it; the claim of the very same words follows.
    assert paths(report) == [
        "changed $.quotes[0].span",
        "changed $.quotes[0].rule",
        "changed $.claims[0].span",
    ]
    assert (article.quotes[0].span, article.quotes[0].rule) == (span, "manual")
    assert article.claims[0].span == span


@EVERY
def test_moved_mention(name: str) -> None:
    tool, _ = start(name)
    tool.move("m9", at("إيزابيل موراليس"))
    article, report = done(name, tool)
    assert paths(report) == ["changed $.mentions[9].span"]
    assert article.mentions[9].span == at("إيزابيل موراليس")


@EVERY
def test_blanks_at_the_ends_are_no_part_of_what_was_marked(name: str) -> None:
    tool, _ = start(name)
    wider = Span(start=at("الوزيرة").start, end=at("موراليس ").end)
    assert REPORT.slice(wider).endswith(" ")
    tool.move("m9", wider)
    tool.add_quote(Span(start=ADDED.start, end=ADDED.start + len("وأدانت ")), "m18")
    article, report = done(name, tool)
    assert paths(report) == ["added $.quotes[5]"]
    assert article.slice(article.quotes[5].span) == "وأدانت"


@EVERY
def test_reassigned_speaker(name: str) -> None:
    tool, _ = start(name)
    tool.speak("q3", "m5")
    article, report = done(name, tool)
    assert paths(report) == [
        "changed $.quotes[3].speaker",
        "changed $.quotes[3].mention",
        "changed $.quotes[3].speaker_confidence",
        "changed $.quotes[3].speaker_rule",
        "changed $.claims[2].holders",
    ]
    assert (article.quotes[3].speaker, article.quotes[3].mention) == ("andersen", "m5")
    assert article.quotes[3].speaker_confidence is Confidence.CERTAIN
    assert article.claims[2].holders == ("harbour", "andersen")
    assert report.changes[0].message == (
        "quote q3 “إلغاء الصفقة”: speaker morales “إيزابيل موراليس” → andersen “ماتياس أندرسن”"
    )


@EVERY
def test_speaker_taken_away(name: str) -> None:
    tool, _ = start(name)
    tool.speak("q3", None)
    article, _ = done(name, tool)
    assert article.quotes[3].speaker is None
    assert article.claims[2].holders == ("harbour", None)


@EVERY
def test_speaker_with_a_dropped_mention(name: str) -> None:
    """The line goes to other words for the speaker; drawn anew it takes their mention."""
    tool, _ = start(name)
    tool.speak("q2", "m2")
    article, _ = done(name, tool)
    assert (article.quotes[2].speaker, article.quotes[2].mention) == ("harbour", "m2")
    assert article.mentions[7] == REPORT.mentions[7]


@EVERY
def test_deleted_quote(name: str) -> None:
    tool, _ = start(name)
    tool.delete("q0")
    article, report = done(name, tool)
    assert paths(report) == ["removed $.quotes[0]", "changed $.claims[0].quote"]
    assert [quote.id for quote in article.quotes] == ["q1", "q2", "q3", "q4"]
    assert article.claims[0].quote is None
    assert report.remarks == ("c0 is kept, but its quote q0 is gone",)


@EVERY
def test_deleted_claim(name: str) -> None:
    tool, _ = start(name)
    tool.delete("c0")
    article, report = done(name, tool)
    assert paths(report) == ["removed $.claims[0]", "changed $.arms_deals[0].evidence[0].claim"]
    assert article.arms_deals[0].evidence[0].fields == REPORT.arms_deals[0].evidence[0].fields


@EVERY
def test_added_quote(name: str) -> None:
    tool, _ = start(name)
    tool.add_quote(ADDED, "m18")
    article, report = done(name, tool)
    assert paths(report) == ["added $.quotes[5]"]
    quote = article.quotes[5]
    assert (quote.id, quote.span, quote.style) == ("q5", ADDED, QuoteStyle.INDIRECT)
    assert (quote.speaker, quote.mention, quote.speaker_rule) == ("canada", "m18", "manual")


@EVERY
def test_added_mentions(name: str) -> None:
    """Words that are the name of an actor name that actor; others a new one."""
    tool, _ = start(name)
    tool.add_mention(at("المرفأ"), ActorKind.MEDIA)
    tool.add_mention(at("ضباط", nth=0), ActorKind.ARMED_GROUP)
    article, report = done(name, tool)
    assert paths(report) == ["added $.actors[8]", "added $.mentions[3]", "added $.mentions[13]"]
    known, new = (m for m in article.mentions if m.id not in {x.id for x in REPORT.mentions})
    assert (known.actor, known.form) == ("harbour", MentionForm.SHORT_NAME)
    actor = article.actor(new.actor)
    assert actor is not None
    assert (actor.id, actor.name, actor.kind) == ("a1", "ضباط", ActorKind.ARMED_GROUP)


@EVERY
def test_merged_actors(name: str) -> None:
    tool, _ = start(name)
    tool.unite("m13", "m12")
    article, report = done(name, tool)
    assert report.merged == (("medina", "salas"),)
    assert paths(report) == [
        "removed $.actors[9]",
        "changed $.actors[8].aliases",
        "changed $.mentions[13].actor",
        "changed $.events[1].ousted",
    ]
    salas = article.actor("salas")
    assert salas is not None
    assert salas.aliases == ("بيدرو ميدينا",)
    assert article.events[1].ousted == "salas"  # type: ignore[union-attr]
    assert article.mention("m13").actor == "salas"  # type: ignore[union-attr]
    assert article.mention("m13").rule == REPORT.mention("m13").rule  # type: ignore[union-attr]


@EVERY
def test_reassigned_mention(name: str) -> None:
    """Its actor has other words, so nobody is merged."""
    tool, _ = start(name)
    tool.unite("m18", "m17")
    article, report = done(name, tool)
    assert report.merged == ()
    assert paths(report) == ["changed $.mentions[18].actor"]
    assert article.mentions[18].actor == "peru"


@EVERY
def test_deleted_mention_keeps_the_speaker(name: str) -> None:
    tool, _ = start(name)
    tool.delete("m9")
    article, report = done(name, tool)
    assert article.quotes[3].speaker == "morales"
    assert article.quotes[3].mention is None
    assert "q3 keeps its speaker: only the words for it are gone" in report.remarks


@EVERY
def test_properties(name: str) -> None:
    tool, _ = start(name)
    tool.say("c0", "certainty", "probable")
    tool.say("c0", "polarity", "negative")
    tool.say("q4", "style", "mixed")
    tool.say("m2", "form", "nominal")
    article, report = done(name, tool)
    assert article.claims[0].certainty is Certainty.PROBABLE
    assert article.claims[0].polarity is Polarity.NEGATIVE
    assert article.quotes[4].style is QuoteStyle.MIXED
    assert article.mentions[2].form is MentionForm.NOMINAL
    assert paths(report) == [
        "changed $.mentions[2].form",
        "changed $.quotes[4].style",
        "changed $.quotes[4].confidence",
        "changed $.claims[0].certainty",
        "changed $.claims[0].polarity",
    ]


def corrected(name: str) -> Article:
    """Everything at once."""
    tool, _ = start(name)
    tool.move("q4", at("بلغت قيمتها 40 مليون يورو"))
    tool.speak("q3", "m5")
    tool.delete("q0")
    tool.add_quote(ADDED, "m18")
    tool.unite("m13", "m12")
    return done(name, tool)[0]


def test_all_tools_give_the_same_article() -> None:
    first, *others = (corrected(name) for name in TOOLS)
    assert all(diff(first, other) == () for other in others)


@EVERY
def test_corrections_make_nothing_invalid(name: str) -> None:
    before = {(issue.code, issue.message) for issue in validate(REPORT).issues}
    after = {(issue.code, issue.message) for issue in validate(corrected(name)).issues}
    # The merge is absurd, and the validator says so.
    assert {code for code, _ in after - before} == {"leader-is-ousted"}


@EVERY
@EVERY_REPORT
def test_real_reports_are_corrected_alike(name: str, report: str) -> None:
    """Move, reassign, delete, add: the article says so, and nothing else becomes invalid."""
    before = parsed(report)
    first, second, last = before.quotes[0], before.quotes[1], before.quotes[-1]
    shorter = Span(
        start=first.span.start, end=first.span.start + before.slice(first.span).index(" ")
    )
    other = next(m for m in before.mentions if len(m.span) and m.actor != second.speaker)
    tool = TOOLS[name][0](before)
    tool.move(first.id, shorter)
    tool.speak(second.id, other.id)
    tool.delete(last.id)
    after, changes = TOOLS[name][1].loads(tool.files(), before)
    assert (changes.tool, changes.changes) == (name, diff(before, after))
    assert [quote.id for quote in after.quotes] == [quote.id for quote in before.quotes[:-1]]
    assert after.quotes[0].span == shorter
    assert (after.quotes[1].speaker, after.quotes[1].mention) == (other.actor, other.id)
    assert after.quotes[2:] == before.quotes[2:-1]
    assert {actor.id for actor in after.actors} <= {actor.id for actor in before.actors}
    assert [mention.id for mention in after.mentions] == [m.id for m in before.mentions]


@EVERY
def test_an_actor_without_a_mention_does_not_undo_the_order(name: str) -> None:
    """Who had the first word is gone: the actor it was merged into moves up."""
    nameless = Organization(id="nowhere", name="جهة")
    article = evolve(
        REPORT,
        actors=(*ACTORS[:3], nameless, *ACTORS[3:]),
        publisher="nowhere",
    )
    tool = TOOLS[name][0](article)
    tool.unite("m2", "m17")  # its only mention: the outlet becomes one with Peru
    after, _ = TOOLS[name][1].loads(tool.files(), article)
    codes = {issue.code for issue in validate(after).issues}
    assert "actors-out-of-order" not in codes
    assert any(actor.id == "nowhere" for actor in after.actors)


@EVERY
def test_another_text_is_refused(name: str) -> None:
    tool, module = start(name)
    with pytest.raises(DecodeError):
        module.loads(tool.files(), Article(text="نص آخر"))


@EVERY
@pytest.mark.parametrize("data", [b"", b"\xff", b"[]", b"{}", b"x y z", b"<a/>", b'{"data": 1}'])
def test_rubbish_is_refused(name: str, data: bytes) -> None:
    file = {"brat": "a.ann", "cas": "a.json", "labelstudio": "a.json"}[name]
    if (name, data) == ("brat", b""):
        return  # an empty file says that everything was deleted
    with pytest.raises(DecodeError):
        TOOLS[name][1].loads({file: data}, REPORT)
    with pytest.raises(DecodeError):
        TOOLS[name][1].loads({}, REPORT)
