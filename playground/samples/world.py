"""The invented world: who sells, what is sold, and who buys; every name and number is made up."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

PENNY = Decimal("0.01")
# What each price list pays of the full price; "" is everybody's.
TIERS = {"": Decimal("1.00"), "trade": Decimal("0.90"), "wholesale": Decimal("0.80")}


@dataclass(frozen=True, slots=True)
class Seller:
    """The company whose desk this is."""

    name: str
    address: tuple[str, ...]
    email: str
    currency: str


@dataclass(frozen=True, slots=True)
class Product:
    """One thing for sale; orders go in whole packs of `pack`, `list_price` is for one unit."""

    sku: str
    description: str
    gtin: str
    unit: str
    pack: int
    list_price: Decimal

    def price(self, tier: str) -> Decimal:
        """What a buyer of this tier pays for one unit, in pence."""
        return (self.list_price * TIERS[tier]).quantize(PENNY)


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody who writes for a buyer."""

    name: str
    email: str

    @property
    def first_name(self) -> str:
        """What this person signs with."""
        return self.name.split()[0]


@dataclass(frozen=True, slots=True)
class Buyer:
    """A shop that orders; `part_numbers` goes from its own numbers to our SKUs, `prefix` starts its PO numbers."""

    code: str
    name: str
    country: str
    address: tuple[str, ...]
    ship_to: tuple[str, ...]
    contacts: tuple[Contact, ...]
    tier: str
    payment_terms: str
    prefix: str
    part_numbers: tuple[tuple[str, str], ...] = ()

    @property
    def domain(self) -> str:
        """Where its mail comes from."""
        return self.contacts[0].email.partition("@")[2]


SELLER = Seller(
    name="Harbour & Pine Trading",
    address=("Unit 4, The Ropewalk", "Quayside, Brinmouth BM1 4QX", "United Kingdom"),
    email="orders@harbourandpine.example",
    currency="GBP",
)

# SKU, description, unit, pack, list price.
_SHELF = """
RNG-114|Stacking ring, brass, size M|EA|12|9.80
RNG-115|Stacking ring, brass, size L|EA|12|9.80
RNG-120|Signet ring, silver plated|EA|6|14.50
RNG-131|Twist ring, rose gold|EA|12|11.20
EAR-203|Hoop earrings, gold 20 mm|PR|24|7.40
EAR-204|Hoop earrings, silver 20 mm|PR|24|6.90
EAR-205|Hoop earrings, silver 30 mm|PR|24|7.60
EAR-211|Stud earrings, freshwater pearl|PR|24|8.25
EAR-218|Drop earrings, sea glass green|PR|12|12.40
NCK-301|Necklace, fine chain 45 cm, gold|EA|12|13.90
NCK-302|Necklace, fine chain 60 cm, gold|EA|12|15.60
NCK-310|Pendant necklace, moonstone|EA|6|18.75
NCK-322|Choker, black velvet|EA|12|5.30
BRC-401|Bangle, hammered copper|EA|12|8.60
BRC-407|Charm bracelet, anchor|EA|12|10.45
BRC-415|Friendship bracelet, cotton, mixed|EA|48|1.85
BRO-501|Brooch, enamel robin|EA|24|6.15
BRO-502|Brooch, enamel puffin|EA|24|6.15
CDL-601|Soy candle, fig and cassis 220 g|EA|6|8.95
CDL-602|Soy candle, sea salt 220 g|EA|6|8.95
CDL-610|Beeswax taper candles, pair|PR|20|4.20
CDL-615|Tealight holder, recycled glass|EA|24|2.35
MUG-701|Stoneware mug, oatmeal 350 ml|EA|6|6.80
MUG-702|Stoneware mug, slate 350 ml|EA|6|6.80
MUG-710|Espresso cup and saucer, ivory|SET|8|7.90
BWL-720|Serving bowl, acacia wood 28 cm|EA|4|16.40
BRD-725|Chopping board, olive wood|EA|6|19.95
TWL-801|Tea towel, linen, herringbone|EA|20|5.75
TWL-802|Tea towel, cotton, lighthouse print|EA|20|4.60
CSH-810|Cushion cover, wool check 45 x 45 cm|EA|10|13.25
THR-815|Throw, lambswool, heather|EA|5|34.00
FRM-901|Photo frame, pine 13 x 18 cm|EA|12|6.45
FRM-902|Photo frame, pine 20 x 25 cm|EA|12|8.85
VAS-910|Bud vase, smoked glass|EA|12|5.95
PLT-915|Plant pot, terracotta 12 cm|EA|16|3.80
CLK-920|Wall clock, driftwood 30 cm|EA|4|27.50
NTB-930|Notebook, kraft cover A5|EA|40|2.95
CRD-935|Greeting card, letterpress fern|EA|60|1.25
SOP-940|Hand soap, rosemary 300 ml|EA|12|5.10
DIF-945|Reed diffuser, cedar 100 ml|EA|8|12.75
"""


def check_digit(digits: str) -> str:
    """The last digit of a GTIN whose other digits these are (GS1 General Specifications, 7.9)."""
    weighted = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits)))
    return str(-weighted % 10)


def _shelf() -> Iterable[Product]:
    for place, row in enumerate(_SHELF.strip().splitlines(), start=1):
        sku, description, unit, pack, price = row.split("|")
        # Prefixes 20-29 are for use inside one company: no one's real article has such a number.
        stem = f"2970000{place:05d}"
        yield Product(sku, description, stem + check_digit(stem), unit, int(pack), Decimal(price))


PRODUCTS: tuple[Product, ...] = tuple(_shelf())

BUYERS: tuple[Buyer, ...] = (
    Buyer(
        code="MELROSE",
        name="Melrose & Finch Ltd",
        country="GB",
        address=("12 Cloister Row", "Aldersfold AF2 7LN", "United Kingdom"),
        ship_to=("Melrose & Finch Warehouse", "Bay 3, Tannery Lane", "Aldersfold AF4 1QD", "United Kingdom"),
        contacts=(
            Contact("Ana Whitlock", "ana.whitlock@melrosefinch.example"),
            Contact("Priya Dunmore", "accounts@melrosefinch.example"),
        ),
        tier="wholesale",
        payment_terms="Net 30",
        prefix="45",
        part_numbers=(("MF-1001", "RNG-114"), ("MF-1002", "EAR-203"), ("MF-1003", "CDL-601")),
    ),
    Buyer(
        code="ALDERST",
        name="Alder Street Gifts",
        country="GB",
        address=("81 Alder Street", "Wexcombe WX1 2HT", "United Kingdom"),
        ship_to=("Alder Street Gifts", "81 Alder Street", "Wexcombe WX1 2HT", "United Kingdom"),
        contacts=(Contact("Tomas Reddy", "tomas@alderstreetgifts.example"),),
        tier="",
        payment_terms="Net 14",
        prefix="ASG-",
    ),
    Buyer(
        code="KASTANIE",
        name="Kastanienhof Wohnen GmbH",
        country="DE",
        address=("Am Mühlgraben 7", "01999 Lindenau-Süd", "Deutschland"),
        ship_to=("Kastanienhof Lager", "Tor 2, Gewerbering 15", "01998 Lindenau-Süd", "Deutschland"),
        contacts=(
            Contact("Jürgen Weißbach", "einkauf@kastanienhof.example"),
            Contact("Heike Öhler", "h.oehler@kastanienhof.example"),
        ),
        tier="trade",
        payment_terms="30 Tage netto",
        prefix="B-2026-",
        part_numbers=(("70-4411", "MUG-701"), ("70-4412", "MUG-702"), ("70-5020", "BWL-720")),
    ),
    Buyer(
        code="HERON",
        name="Blue Heron Mercantile Inc.",
        country="US",
        address=("2200 Cattail Avenue, Suite 5", "Pinehollow, VT 05999", "USA"),
        ship_to=("Blue Heron DC 1", "14 Freight House Road", "Pinehollow, VT 05998", "USA"),
        contacts=(Contact("Dana Okafor", "purchasing@blueheron.example"),),
        tier="wholesale",
        payment_terms="2% 10, Net 45",
        prefix="PO-",
    ),
    Buyer(
        code="CLAIRVAL",
        name="Maison Clairval SARL",
        country="FR",
        address=("3 impasse du Verger", "99400 Clairval-sur-Orme", "France"),
        ship_to=("Maison Clairval", "Entrepôt B, 3 impasse du Verger", "99400 Clairval-sur-Orme", "France"),
        contacts=(Contact("Élise Garnier", "achats@maisonclairval.example"),),
        tier="trade",
        payment_terms="30 jours fin de mois",
        prefix="CMD",
    ),
    Buyer(
        code="LINDHEM",
        name="Lindhem Interiör AB",
        country="SE",
        address=("Björkstigen 9", "999 41 Sjöbacka", "Sverige"),
        ship_to=("Lindhem Lager", "Hamnvägen 2", "999 45 Sjöbacka", "Sverige"),
        contacts=(Contact("Åsa Holmgren", "asa.holmgren@lindhem.example"),),
        tier="",
        payment_terms="Net 30",
        prefix="L",
    ),
)


def product(sku: str) -> Product:
    """The product with this SKU; KeyError where there is none."""
    return {one.sku: one for one in PRODUCTS}[sku]


def buyer(code: str) -> Buyer:
    """The buyer with this code; KeyError where there is none."""
    return {one.code: one for one in BUYERS}[code]


def catalogue_csv() -> str:
    """The catalogue as `countersign import catalogue` reads it: one row a product, one price column a price list."""
    tiers = [tier for tier in TIERS if tier]
    head = ["sku", "description", "gtin", "unit", "pack", "currency", "price", *(f"price_{tier}" for tier in tiers)]
    return _csv(head, ([*_plain(p), *(p.price(tier) for tier in tiers)] for p in PRODUCTS))


def _plain(p: Product) -> list[object]:
    return [p.sku, p.description, p.gtin, p.unit, p.pack, SELLER.currency, p.list_price]


def buyers_csv() -> str:
    """The buyers as `countersign import buyers` reads them: one row a buyer, lists parted by semicolons."""
    head = ["id", "name", "country", "currency", "price_list", "payment_terms", "contacts", "domains", "part_numbers"]
    return _csv(head, (_row(b) for b in BUYERS))


def _row(b: Buyer) -> list[object]:
    contacts = "; ".join(f"{contact.name} <{contact.email}>" for contact in b.contacts)
    numbers = "; ".join(f"{theirs}={ours}" for theirs, ours in b.part_numbers)
    plain = [b.code, b.name, b.country, SELLER.currency, b.tier, b.payment_terms]
    return [*plain, contacts, b.domain, numbers]


def _csv(head: list[str], rows: Iterable[Iterable[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return out.getvalue()
