"""Actors: phrases that name someone (scan), and who is who among them (roster)."""
