"""Hypothesis profiles: `quick` for every run, `full` for the nightly one."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# One draw of an article takes some 15 ms, which a busy machine can make "too slow".
COMMON = {
    "deadline": None,
    "suppress_health_check": [HealthCheck.too_slow],
}
# The same examples each time: what must pass never hangs on luck; luck is for `full`.
settings.register_profile("quick", max_examples=50, derandomize=True, **COMMON)
settings.register_profile("full", max_examples=1000, **COMMON)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
