"""Who acts and speaks in a report."""

from __future__ import annotations

from typing import Any, ClassVar

from attrs import define, field

from malicoup.model import _checks
from malicoup.model.span import Span
from malicoup.model.vocab import ORGANIZATION_KINDS, ActorKind, Gender, MentionForm


@define(frozen=True, kw_only=True)
class Actor:
    """What every actor has. Use one of the subclasses.

    Attributes:
        id: Reference used by mentions, quotes and records.
        name: The fullest name in the article, titles left out.
        aliases: Other names it goes by in the article, without ``name``.
        country: ISO 3166-1 alpha-2 code, where the article or general knowledge gives one.
    """

    id: str = field(validator=_checks.filled)
    name: str = field(validator=_checks.filled)
    aliases: tuple[str, ...] = field(default=(), validator=_checks.each(_checks.filled))
    country: str | None = field(default=None, validator=_checks.optional(_checks.country))


@define(frozen=True, kw_only=True)
class Person(Actor):
    """A human being with a name.

    Attributes:
        rank: Military or police rank as written.
        title: Title or description before the name, as written.
        roles: Offices and functions, as written.
        affiliation: Actor id of the body the person belongs to.
        gender: Where the words show it.
    """

    kind: ClassVar[ActorKind] = ActorKind.PERSON

    rank: str | None = field(default=None, validator=_checks.optional(_checks.filled))
    title: str | None = field(default=None, validator=_checks.optional(_checks.filled))
    roles: tuple[str, ...] = field(default=(), validator=_checks.each(_checks.filled))
    affiliation: str | None = field(default=None, validator=_checks.optional(_checks.filled))
    gender: Gender | None = field(default=None, validator=_checks.optional(_checks.of(Gender)))


@define(frozen=True, kw_only=True)
class Organization(Actor):
    """A body with a name: firm, institute, outlet, government, armed force or group, facility."""

    kind: ActorKind = field(default=ActorKind.ORGANIZATION, validator=_checks.of(ActorKind))

    @kind.validator
    def _kind_of_body(self, attribute: Any, value: ActorKind) -> None:
        if value not in ORGANIZATION_KINDS:
            _checks.fail(self, attribute, value, "must be a kind of organization")


@define(frozen=True, kw_only=True)
class Country(Actor):
    """A country. ``country`` is its own code."""

    kind: ClassVar[ActorKind] = ActorKind.COUNTRY


@define(frozen=True, kw_only=True)
class Source(Actor):
    """A source without a name ("analysts", "Russian officials"); ``name`` is its noun phrase."""

    kind: ClassVar[ActorKind] = ActorKind.UNNAMED


AnyActor = Person | Organization | Country | Source


@define(frozen=True, kw_only=True)
class Mention:
    """A place where an actor is spoken of.

    A dropped subject has an empty span behind its verb.
    """

    id: str = field(validator=_checks.filled)
    span: Span = field(validator=_checks.of(Span))
    actor: str = field(validator=_checks.filled)
    form: MentionForm = field(validator=_checks.of(MentionForm))
    rule: str = field(default="manual", validator=_checks.code)

    @span.validator
    def _words_unless_dropped(self, attribute: Any, value: Span) -> None:
        # `form` is set after `span`, but attrs runs validators once all fields are set.
        if (len(value) == 0) != (self.form is MentionForm.DROPPED):
            _checks.fail(
                self, attribute, value, "must be empty for a dropped mention, and only then"
            )
