"""The class of the record: frozen, keyword-only, every field with a default."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field, validators

from malicoup.model import Event, Quantity


@define(frozen=True, kw_only=True)
class PeacekeepingDeployment(Event):
    """Soldiers sent to a peacekeeping mission; ``contributor`` is an actor id."""

    kind: ClassVar[str] = "peacekeeping_deployment"

    contributor: str | None = None
    mission: str | None = None
    country: str | None = field(
        default=None, validator=validators.optional(validators.matches_re("[A-Z]{2}"))
    )
    troops: Quantity | None = field(
        default=None, validator=validators.optional(validators.instance_of(Quantity))
    )
