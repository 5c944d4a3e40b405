"""The made-up GLNs of seller and buyer (prefixes 20-29 are for use inside one company)."""

from playground.samples import world

SELLER, BUYER = (stem + world.check_digit(stem) for stem in ("297000099901", "297000099902"))
