"""Reported speech: reporting words and what they report (frames), whose it is (speakers)."""
