"""Record types that other packages add, found through the entry point group ``malicoup.records``.

An entry point of the group loads to a :class:`RecordType`, which names the class of the record,
the rule that reads it and what the other parts of malicoup need to treat it like one of ours; or
to a bare ``malicoup.parse.records.RecordRule``, which only adds a rule for a class of ours.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, get_origin

import attrs
from attrs import define, field

from malicoup.errors import ModelError
from malicoup.model import Event

#: Group of the entry points.
ENTRY_POINTS = "malicoup.records"


@define(frozen=True, kw_only=True)
class RecordType:
    """A kind of event of another package, with everything malicoup asks of it.

    Attributes:
        cls: Its class: a frozen attrs class, subclass of ``Event``, with a ``kind`` of its own.
        find: The rule: called with the scene and the parties of a report, gives findings.
        actors: Names of the fields that hold one actor id or a tuple of them.
        rules: Rules of the validator (``malicoup.validate.Rule``), asked after ours; a function
            without arguments that gives them, so that nothing is imported before it is needed.
        strategy: Function of the keyword ``text`` that gives a Hypothesis strategy, or None.

    Raises:
        ModelError: If ``cls`` is no event, has no kind, or lacks a field of ``actors``.
    """

    cls: type[Event]
    find: Callable[[Any, Any], Sequence[Any]]
    actors: tuple[str, ...] = ()
    rules: Callable[[], Sequence[Any]] = field(default=tuple)
    strategy: Callable[..., Any] | None = None

    def __attrs_post_init__(self) -> None:
        if not (attrs.has(self.cls) and issubclass(self.cls, Event)):
            raise ModelError("RecordType.cls", self.cls, "must be an attrs class from Event")
        if not getattr(self.cls, "kind", None):
            raise ModelError("RecordType.cls", self.cls, "must have a kind")
        missing = set(self.actors) - {a.name for a in attrs.fields(self.cls)}
        if missing:
            raise ModelError("RecordType.actors", sorted(missing), "must be fields of the class")

    @property
    def kind(self) -> str:
        """The word that tells its records apart in every format."""
        return str(self.cls.kind)

    @property
    def own_fields(self) -> tuple[Any, ...]:
        """The attrs fields that the class adds to those of every event."""
        common = {a.name for a in attrs.fields(Event)}
        return tuple(a for a in attrs.fields(self.cls) if a.name not in common)

    @property
    def many(self) -> frozenset[str]:
        """Those of ``actors`` that hold a tuple of ids."""
        attrs.resolve_types(self.cls)
        fields = attrs.fields_dict(self.cls)
        tuples = (name for name in self.actors if get_origin(fields[name].type) is tuple)
        return frozenset(tuples)


@cache
def loaded() -> tuple[Any, ...]:
    """What the entry points load to, in the order of their names; looked for once."""
    from importlib.metadata import entry_points

    points = sorted(entry_points(group=ENTRY_POINTS), key=lambda point: point.name)
    return tuple(point.load() for point in points)


def record_types() -> tuple[RecordType, ...]:
    """The record types of installed packages."""
    return tuple(found for found in loaded() if isinstance(found, RecordType))
