"""What each word may be, read from the data files in ``data/``."""
