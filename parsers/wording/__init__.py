"""What a buyer calls a thing, and which product of ours that is."""

from parsers.wording.index import How, Index, Match, Rival, Sellable

__all__ = ["How", "Index", "Match", "Rival", "Sellable"]
