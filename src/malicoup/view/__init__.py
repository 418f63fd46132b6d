"""Articles for people to read; ``account`` writes one for a terminal."""

from malicoup.view.account import account

__all__ = ["account"]
