"""Formats an article can be written to, a module each.

Every module has the same names: ``make_converter``, ``configure_converter``, ``dumps``,
``loads``. The native format is in ``json`` and, a report a line, in ``jsonl``; ``schema``
describes it and ``versions`` reads older files.
"""
