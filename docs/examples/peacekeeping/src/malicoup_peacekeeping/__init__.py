"""Deployments of peacekeepers: who sends how many soldiers to which mission, and where."""

from malicoup.extension import RecordType
from malicoup_peacekeeping.model import PeacekeepingDeployment
from malicoup_peacekeeping.parse import find_deployments

__all__ = ["RECORD_TYPE", "PeacekeepingDeployment"]


def _rules():
    from malicoup_peacekeeping.validate import RULES

    return RULES


def _strategy(*, text=None):
    from malicoup_peacekeeping.strategies import deployments

    return deployments(text=text)


RECORD_TYPE = RecordType(
    cls=PeacekeepingDeployment,
    find=find_deployments,
    actors=("contributor",),
    rules=_rules,
    strategy=_strategy,
)
