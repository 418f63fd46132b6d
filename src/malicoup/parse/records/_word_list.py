"""A list of predicates of another package, in the columns of ours."""

from __future__ import annotations

from collections import defaultdict

from malicoup.lexicon._load import parse_rows
from malicoup.lexicon.words import Entry, Lexicon
from malicoup.parse.records._lexicon import Sense, add_words
from malicoup.parse.records._scene import Scene

_FAMILY = 1


class WordList:
    """Words with roles, found in all their forms.

    Args:
        text: The list, tab-separated: perfect 3ms (or a noun), imperfect 3ms, nouns split by |,
            participles split by |, role, value; ``-`` for none, ``#`` opens a comment.
        file: Its name, for errors.

    Raises:
        LexiconError: If a row has another number of columns.
    """

    def __init__(self, text: str, *, file: str = "words") -> None:
        forms: dict[str, list[Entry]] = defaultdict(list)
        add_words(forms, parse_rows(text, file=file), _FAMILY)
        self._lexicon = Lexicon(dict(forms), {})

    def sense(self, scene: Scene, i: int, *roles: str) -> Sense | None:
        """What the list says of token *i* in one of the roles (any without roles)."""
        if scene.page.kind(i) != "w":
            return None
        for reading in self._lexicon.word(scene.page.raw(i)).readings:
            sense: Sense = reading.entry.data
            if not roles or sense.role in roles:
                return sense
        return None

    def tagged(self, scene: Scene, *roles: str) -> list[int]:
        """Tokens that stand in the list in one of the roles."""
        return [i for i in range(len(scene.page)) if self.sense(scene, i, *roles) is not None]
