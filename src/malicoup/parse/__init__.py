"""The stages of the parser, each a function from immutable values to immutable values."""
