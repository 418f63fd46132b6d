"""Generated deployments, for tests of code that handles them."""

from __future__ import annotations

from hypothesis import strategies as st

from malicoup.strategies import country_codes, edtf, evidences, ids, phrases, quantities
from malicoup_peacekeeping.model import PeacekeepingDeployment


def deployments(*, text: str | None = None) -> st.SearchStrategy[PeacekeepingDeployment]:
    """Deployments that are valid in themselves; with *text* their places lie in it."""
    return st.builds(
        PeacekeepingDeployment,
        id=ids(),
        date=st.none() | edtf(),
        source=st.none() | ids(),
        evidence=st.lists(evidences(text=text), max_size=2).map(tuple),
        contributor=st.none() | ids(),
        mission=st.none() | phrases(),
        country=st.none() | country_codes(),
        troops=st.none() | quantities(text=text),
    )
