"""Products, what each costs whom, and what buyers call them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desk import catalogue
from store import rows
from store.tables import counters, part_numbers, price_tiers, products

EDITION = "catalogue edition"
_FIELDS = tuple(field.name for field in fields(catalogue.Product) if field.name != "tiers")
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class PartNumber:
    """What a buyer calls a product of ours, who said so, and when."""

    buyer: str
    theirs: str
    sku: str
    taught_by: str
    taught_at: datetime


def key(code: str) -> str:
    """A code without what people change when they copy it: letters and digits alone, in capitals."""
    return re.sub(r"[\W_]+", "", code).upper()


def gtin_key(gtin: str) -> str:
    """A GTIN in its longest form, 14 digits, of which GTIN-8, 12 and 13 are the ends (GS1); "" for none."""
    digits = re.sub(r"\D", "", gtin)
    return digits.zfill(14) if digits else ""


class Shelf:
    """The catalogue as a unit of the books sees it."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def keep(self, product: catalogue.Product) -> None:
        """Put the product in, or make what stands say the same, price steps included."""
        self.keep_all([product])

    def keep_all(self, new: Iterable[catalogue.Product]) -> None:
        """Many at once; products that are not named stay as they are."""
        many = list(new)
        for start in range(0, len(many), _CHUNK):
            few = many[start : start + _CHUNK]
            rows.upsert_all(self._session, products, [_row(product) for product in few])
            skus = [product.sku for product in few]
            self._session.execute(sa.delete(price_tiers).where(price_tiers.c.sku.in_(skus)))
            steps = [_step(product.sku, n, step) for product in few for n, step in enumerate(product.tiers)]
            if steps:
                self._session.execute(sa.insert(price_tiers), steps)
        rows.count_up(self._session, counters, EDITION, start=1)

    def edition(self) -> int:
        """A number that changes whenever a product or a part number does: what was built from an older one is stale."""
        return self._session.scalar(sa.select(counters.c.value).where(counters.c.name == EDITION)) or 0

    def get(self, sku: str) -> catalogue.Product | None:
        """The product with exactly this SKU."""
        return self.some([sku]).get(sku)

    def some(self, skus: Iterable[str]) -> dict[str, catalogue.Product]:
        """Those of the SKUs that we sell."""
        wanted = sorted(set(skus))
        found: dict[str, catalogue.Product] = {}
        for start in range(0, len(wanted), _CHUNK):
            few = self._many(products.c.sku.in_(wanted[start : start + _CHUNK]))
            found |= {product.sku: product for product in few}
        return found

    def coded(self, code: str) -> tuple[catalogue.Product, ...]:
        """Products whose SKU is this code, if need be but for case, spaces and dashes; more than one is a doubt."""
        exact = self.get(code)
        if exact:
            return (exact,)
        return self._many(products.c.sku_key == key(code)) if key(code) else ()

    def of_gtin(self, gtin: str) -> tuple[catalogue.Product, ...]:
        """Products with this GTIN, in whichever of its lengths it is written."""
        return self._many(products.c.gtin_key == gtin_key(gtin)) if gtin_key(gtin) else ()

    def every(self) -> tuple[catalogue.Product, ...]:
        """All products, by SKU."""
        return self._many(sa.true())

    def count(self) -> int:
        """How many products there are."""
        return self._session.scalar(sa.select(sa.func.count()).select_from(products)) or 0

    def teach(self, buyer: str, theirs: str, sku: str, *, by: str, at: datetime) -> None:
        """From now on this buyer's part number means this product."""
        values = {"buyer": buyer, "theirs_key": key(theirs), "theirs": theirs, "sku": sku, "taught_by": by}
        rows.upsert(self._session, part_numbers, values | {"taught_at": at})
        rows.count_up(self._session, counters, EDITION, start=1)

    def forget(self, buyer: str, theirs: str) -> bool:
        """Undo what was taught; False where nothing was."""
        gone = sa.delete(part_numbers).where(_theirs(buyer, theirs)).returning(part_numbers.c.sku)
        known = self._session.scalar(gone) is not None
        if known:
            rows.count_up(self._session, counters, EDITION, start=1)
        return known

    def meant(self, buyer: str, theirs: str) -> str | None:
        """The SKU that this buyer means by a part number of theirs, if anybody taught us."""
        return self._session.scalar(sa.select(part_numbers.c.sku).where(_theirs(buyer, theirs)))

    def part_numbers(self, buyer: str) -> tuple[PartNumber, ...]:
        """Everything that was taught about this buyer."""
        asked = sa.select(part_numbers).where(part_numbers.c.buyer == buyer).order_by(part_numbers.c.theirs_key)
        return tuple(
            PartNumber(row.buyer, row.theirs, row.sku, row.taught_by, row.taught_at)
            for row in self._session.execute(asked)
        )

    def _many(self, wanted: sa.ColumnElement[bool]) -> tuple[catalogue.Product, ...]:
        found = self._session.execute(sa.select(products).where(wanted).order_by(products.c.sku)).all()
        asked = sa.select(price_tiers).where(price_tiers.c.sku.in_(sa.select(products.c.sku).where(wanted)))
        steps: dict[str, list[catalogue.PriceTier]] = {}
        for row in self._session.execute(asked.order_by(price_tiers.c.sku, price_tiers.c.position)):
            steps.setdefault(row.sku, []).append(catalogue.PriceTier(row.price, row.tier, row.from_quantity))
        return tuple(_product(row, steps.get(row.sku, [])) for row in found)


def _theirs(buyer: str, theirs: str) -> sa.ColumnElement[bool]:
    return sa.and_(part_numbers.c.buyer == buyer, part_numbers.c.theirs_key == key(theirs))


def _row(product: catalogue.Product) -> dict[str, object]:
    keys = {"sku_key": key(product.sku), "gtin_key": gtin_key(product.gtin)}
    return {name: getattr(product, name) for name in _FIELDS} | keys


def _step(sku: str, position: int, step: catalogue.PriceTier) -> dict[str, object]:
    return {
        "sku": sku,
        "position": position,
        "tier": step.tier,
        "from_quantity": step.from_quantity,
        "price": step.price,
    }


def _product(row: sa.Row[Any], steps: list[catalogue.PriceTier]) -> catalogue.Product:
    return catalogue.Product(**{name: getattr(row, name) for name in _FIELDS}, tiers=tuple(steps))
