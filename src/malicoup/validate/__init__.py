"""Look at a whole article as a careful archivist would.

Classes of the model refuse what one object alone can know to be wrong; the rules here need
the whole article: places against the text, ids against what they point at, figures and
dates against one another.
"""

from __future__ import annotations

from malicoup.extension import record_types
from malicoup.model import Article
from malicoup.validate import (  # noqa: F401  (each registers its rules)
    rules_actors,
    rules_claims,
    rules_evidence,
    rules_ids,
    rules_quotes,
    rules_records,
    rules_text,
    rules_times,
)
from malicoup.validate._context import Context, position, show
from malicoup.validate._registry import RULES, Finding, Rule
from malicoup.validate.issue import Issue, Report

__all__ = ["Context", "Finding", "Issue", "Report", "Rule", "validate"]


def validate(article: Article) -> Report:
    """List everything that is wrong or doubtful in *article*.

    Never raises on an article, however broken; see ``Report.raise_if_invalid``. Issues stand
    in the order of the document, those of one place in the order of their codes.

    Example:
        >>> from malicoup.model import Article, Span
        >>> print(validate(Article(text="خبر", title=Span(start=0, end=9))))
        1 error
        error span-past-end at $.title [0:9]: ends at 9 in a text of 3 characters
    """
    context = Context(article)
    found = [
        (position(article, finding.path), rule.code, rule.severity, finding)
        for rule in (*RULES.values(), *(r for added in record_types() for r in added.rules()))
        for finding in rule.check(context)
    ]
    found.sort(key=lambda item: item[:2])
    return Report(
        issues=tuple(
            Issue(
                code=code,
                severity=severity,
                path=show(finding.path),
                message=finding.message,
                span=finding.span,
            )
            for _, code, severity, finding in found
        )
    )
