"""Reads Arabic news reports: who said what, how surely, and what happened.

Example:
    >>> import malicoup
    >>> article = malicoup.parse("قال الوزير سامي العلي إن المحادثات انتهت.")
    >>> [article.slice(q.span) for q in article.quotes]
    ['المحادثات انتهت']
"""

from malicoup.parse import find_dates, find_quantities, parse

__all__ = ["find_dates", "find_quantities", "parse"]
