"""The stages of the parser, each a function from immutable values to immutable values."""

from malicoup.parse.actors import find_actors
from malicoup.parse.article import parse
from malicoup.parse.dates import find_dates
from malicoup.parse.quantities import find_quantities

__all__ = ["find_actors", "find_dates", "find_quantities", "parse"]
