"""The text as given, cut into tokens, marks, sentences and paragraphs. Knows no words."""
