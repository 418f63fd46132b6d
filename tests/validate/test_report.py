from __future__ import annotations

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError

from malicoup.errors import MalicoupError, ModelError, ValidationError
from malicoup.model import Article, Severity, Span
from malicoup.validate import Issue, Report, validate
from validate.sound import SOUND, changed


def issue(severity: Severity, code: str = "odd-thing") -> Issue:
    return Issue(code=code, severity=severity, path="$.title", message="is odd")


ERROR, WARNING, INFO = map(issue, (Severity.ERROR, Severity.WARNING, Severity.INFO))


def test_issue_reads_as_one_line() -> None:
    assert str(ERROR) == "error odd-thing at $.title: is odd"
    placed = evolve(ERROR, span=Span(start=3, end=5))
    assert str(placed) == "error odd-thing at $.title [3:5]: is odd"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("code", "Odd Thing"),
        ("severity", "error"),
        ("path", " "),
        ("message", ""),
        ("span", (0, 1)),
    ],
)
def test_issue_refuses(field: str, value: object) -> None:
    with pytest.raises(ModelError, match=f"Issue.{field}"):
        evolve(ERROR, **{field: value})


def test_issue_is_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        ERROR.code = "other"  # type: ignore[misc]


def test_report_sorts_by_severity() -> None:
    report = Report(issues=(INFO, ERROR, WARNING))
    assert list(report) == [INFO, ERROR, WARNING]
    assert len(report) == 3
    assert (report.errors, report.warnings, report.infos) == ((ERROR,), (WARNING,), (INFO,))


@pytest.mark.parametrize(
    ("issues", "ok"), [((), True), ((WARNING, INFO), True), ((WARNING, ERROR), False)]
)
def test_report_is_ok_without_errors(issues: tuple[Issue, ...], ok: bool) -> None:
    assert Report(issues=issues).ok is ok


@pytest.mark.parametrize(
    ("issues", "head"),
    [
        ((), "no issues"),
        ((ERROR,), "1 error"),
        ((WARNING, ERROR, WARNING), "1 error, 2 warnings"),
        ((INFO, INFO), "2 infos"),
    ],
)
def test_report_reads_as_a_list(issues: tuple[Issue, ...], head: str) -> None:
    assert str(Report(issues=issues)).splitlines() == [head, *map(str, issues)]


def test_raise_if_invalid_carries_the_report() -> None:
    report = Report(issues=(WARNING, ERROR))
    with pytest.raises(ValidationError, match="odd-thing") as caught:
        report.raise_if_invalid()
    assert caught.value.report is report
    assert isinstance(caught.value, MalicoupError)
    assert isinstance(caught.value, ValueError)


def test_raise_if_invalid_lets_warnings_pass() -> None:
    Report(issues=(WARNING, INFO)).raise_if_invalid()


def test_issues_come_in_document_order_then_by_code() -> None:
    article = evolve(
        SOUND,
        statistics=changed(SOUND.statistics, 0, measure=None, subject="nobody"),
        quotes=changed(SOUND.quotes, 1, addressee="najjar", quoted=()),
        language="?",
        url="/a#b",
    )
    assert [(issue.path, issue.code) for issue in validate(article)] == [
        ("$.language", "language-malformed"),
        ("$.url", "url-not-absolute"),
        ("$.url", "url-with-fragment"),
        ("$.quotes[1].addressee", "addressee-is-speaker"),
        ("$.quotes[1].quoted", "direct-without-quoted"),
        ("$.statistics[0].measure", "statistic-without-measure"),
        ("$.statistics[0].subject", "actor-unknown"),
    ]


def test_indices_are_sorted_as_numbers() -> None:
    mentions = tuple(evolve(m, actor="nobody") for m in SOUND.mentions)
    report = validate(evolve(SOUND, mentions=mentions))
    paths = [i.path for i in report if i.path.startswith("$.mentions")]
    assert paths == [f"$.mentions[{n}].actor" for n in range(len(mentions))]


def test_empty_article_is_only_blank() -> None:
    assert [issue.code for issue in validate(Article(text=""))] == ["text-blank"]
