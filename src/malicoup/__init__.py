"""Reads Arabic news reports: who said what, how surely, and what happened."""

from malicoup.parse.article import parse
