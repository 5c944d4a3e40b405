"""How fast an app may call: one message a second a channel, and so many calls a minute by tier.

docs.slack.dev/apis/web-api/rate-limits: tiers of 1, 20, 50 and 100 calls a minute, short bursts forgiven.
"""

import math
from collections.abc import Callable

from playground.slack import refusals

TIERS = {1: 1, 2: 20, 3: 50, 4: 100}
BURST = 10  # messages to one channel at once before the second-by-second pace holds; Slack names no figure


class Pace:
    """Buckets that fill with time and empty with calls."""

    def __init__(self, now: Callable[[], float], *, on: bool = True, burst: int = BURST) -> None:
        self._now = now
        self.on = on
        self.burst = burst
        self._buckets: dict[str, tuple[float, float]] = {}  # what is left, and when that was so

    def call(self, method: str, tier: int) -> None:
        """Count a call of a method; raises ratelimited."""
        if tier:
            self._take(method, size=TIERS[tier], a_second=TIERS[tier] / 60)

    def post(self, channel: str) -> None:
        """Count a message to a channel; raises ratelimited."""
        self._take(f"#{channel}", size=self.burst, a_second=1.0)

    def _take(self, name: str, *, size: int, a_second: float) -> None:
        if not self.on:
            return
        left, then = self._buckets.get(name, (float(size), self._now()))
        left = min(float(size), left + (self._now() - then) * a_second)
        if left < 1:
            raise refusals.RefusalError("ratelimited", after=max(1, math.ceil((1 - left) / a_second)))
        self._buckets[name] = left - 1, self._now()
