"""What the ``hypothesis`` entry point names: it registers our strategies once Hypothesis is used.

The entry point cannot name ``malicoup.strategies`` itself: that module imports Hypothesis, which
runs the entry points while the module is still half-made.
"""

from __future__ import annotations

import sys


def register() -> None:
    """Register the strategies; where they are being imported they do it themselves at the end."""
    if "malicoup.strategies" not in sys.modules:
        from malicoup.strategies import register as register_strategies

        register_strategies()
