"""Whether a thing happens that happens so often."""

import random


def happens(chance: random.Random, share: float) -> bool:
    """True in so large a share of all draws."""
    return chance.random() < share
