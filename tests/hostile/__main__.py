"""Writes docs/hostile.md anew from the list: `python -m tests.hostile`."""

from tests.hostile import listing

listing.PAGE.write_text(listing.page(), encoding="utf-8")
