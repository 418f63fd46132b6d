"""Who passes on what another said: نقلت وكالة كذا عن الوزير قوله."""

from __future__ import annotations

from malicoup.model import ActorKind
from malicoup.parse.names.roster import Draft, Roster
from malicoup.parse.page import Page
from malicoup.parse.quotes.frame import Frame

_REACH = 24
_PASSES_ON = "نقل"
_BODIES = frozenset({ActorKind.MEDIA, ActorKind.ORGANIZATION})


def carrier_of(page: Page, roster: Roster, frame: Frame, speaker: Draft | None) -> Draft | None:
    """The outlet that passes a statement on, where it stands between the verb and عن.

    Args:
        page: The page.
        roster: Its actors.
        frame: The reporting frame.
        speaker: Who said it.
    """
    told = frame.lemma == _PASSES_ON
    if not told and not frame.rule.startswith("noun"):
        return None
    stop = frame.content.first
    for verb in range(stop - 1, max(page.sentence_start[frame.cue[0]], stop - _REACH) - 1, -1):
        if _PASSES_ON not in page.words[verb].form:
            continue
        readings = page.words[verb].readings
        if not any(r.entry.lemma == _PASSES_ON and r.entry.person == 3 for r in readings):
            continue
        if told and verb != frame.cue[0]:
            return None
        about = next((k for k in range(verb + 1, stop) if page.words[k].form == "عن"), verb)
        between = (roster.by_phrase.get(k) for k in range(verb + 1, about))
        return next((d for d in between if _carries(d, speaker)), None)
    return None


def _carries(draft: Draft | None, speaker: Draft | None) -> bool:
    return draft is not None and draft is not speaker and draft.kind in _BODIES
