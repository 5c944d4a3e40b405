import random
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk import catalogue, reading
from parsers import wording
from parsers.wording import codes, words
from playground.samples import papers, world

INDEX = wording.Index(world.PRODUCTS)
MELROSE = dict(world.buyer("MELROSE").part_numbers)


@dataclass(frozen=True, slots=True)
class Thing:
    sku: str
    description: str
    gtin: str = ""


def match(
    description: str | None = None,
    *,
    index: wording.Index = INDEX,
    numbers: Mapping[str, str] | None = None,
    **printed: str,
) -> wording.Match:
    return index.match(reading.Line(None, description=description, **printed), numbers or {})  # type: ignore[arg-type]  # the texts of a line


def rivals(found: wording.Match) -> list[str]:
    return [rival.sku for rival in found.rivals]


# --- codes


@pytest.mark.parametrize("printed", ["RNG-114", "rng-114", "RNG 114", "rng114", " RNG–114 ", "RNG.114"])
def test_our_sku_is_known_in_any_dress(printed: str) -> None:
    found = match(sku=printed)
    assert (found.sku, found.how, found.rivals) == ("RNG-114", wording.How.SKU, ())


def test_our_sku_in_the_wording_counts_where_no_column_holds_one() -> None:
    found = match("RNG-114 (the brass one)")
    assert (found.sku, found.how) == ("RNG-114", wording.How.SKU)


def test_an_sku_with_a_slip_is_a_doubt_that_names_what_it_may_be() -> None:
    found = match("Stacking ring, brass, size M", sku="RNG-141")
    assert found.sku is None
    assert rivals(found)[0] == "RNG-114"
    assert "RNG-141, which is almost" in found.why


def test_letters_that_look_like_digits_are_a_doubt_too() -> None:
    index = wording.Index([Thing("A1050", "lamp")])
    found = match("lamp", index=index, sku="AIOSO")
    assert found.sku is None
    assert rivals(found) == ["A1050"]


@given(st.sampled_from(world.PRODUCTS), st.integers(0, 10_000))
def test_a_mistyped_sku_never_matches_in_silence(product: world.Product, seed: int) -> None:
    chance = random.Random(seed)
    at = chance.randrange(len(product.sku))
    typed = product.sku[:at] + chance.choice("0123456789ABCXYZ") + product.sku[at + 1 :]
    found = match(product.description, sku=typed)
    assert found.sku is None or codes.normal(found.sku) == codes.normal(typed)


def test_two_skus_that_differ_in_signs_alone_are_told_apart_by_them() -> None:
    index = wording.Index([Thing("A-12-3", "lamp"), Thing("A-1-23", "vase")])
    assert match(index=index, sku="a-1-23").sku == "A-1-23"
    assert rivals(match(index=index, sku="A123")) == ["A-12-3", "A-1-23"]


def test_a_gtin_is_known_with_or_without_leading_zeros() -> None:
    index = wording.Index([Thing("LMP-1", "lamp", "012345678905")])
    for printed in ("012345678905", "0012345678905", "00012345678905", "0 12345 67890 5"):
        assert match(index=index, gtin=printed).sku == "LMP-1"
        assert match(index=index, sku=printed).how is wording.How.GTIN


def test_a_gtin_whose_check_digit_is_wrong_names_nothing() -> None:
    assert match(gtin="2970000000018").sku is None


def test_a_gtin_of_another_maker_speaks_against_the_wording() -> None:
    found = match("Wall clock, driftwood 30 cm", gtin="4006381333931")
    assert found.sku is None
    assert rivals(found)[0] == "CLK-920"


def test_the_gtin_of_a_carton_is_a_doubt_about_the_quantity() -> None:
    stem = f"1{world.product('RNG-114').gtin[:-1]}"
    found = match("Stacking ring, brass, size M", sku="RNG-114", gtin=stem + codes.check_digit(stem))
    assert found.sku is None
    assert rivals(found)[0] == "RNG-114"
    assert "may count cartons" in found.why


def test_the_buyer_s_own_number_is_known_where_it_was_learned() -> None:
    found = match("brass rings", buyer_sku="mf 1001", numbers=MELROSE)
    assert (found.sku, found.how) == ("RNG-114", wording.How.PART_NUMBER)
    assert match("brass rings", buyer_sku="MF-1001").sku is None


def test_a_part_number_of_a_product_we_no_longer_have_names_nothing() -> None:
    assert match(buyer_sku="MF-9", numbers={"MF-9": "GONE-1"}).sku is None


def test_codes_that_name_two_products_are_a_doubt_with_both() -> None:
    found = match(sku="RNG-114", gtin=world.product("RNG-131").gtin)
    assert found.sku is None
    assert set(rivals(found)) == {"RNG-114", "RNG-131"}


def test_an_sku_beside_the_wording_of_another_product_is_a_doubt() -> None:
    found = match("Stacking ring, brass, size L", sku="RNG-114")
    assert found.sku is None
    assert set(rivals(found)[:2]) == {"RNG-114", "RNG-115"}
    assert "describes RNG-115" in found.why


def test_an_sku_beside_a_wording_that_names_nothing_stands() -> None:
    assert match("as discussed on the phone", sku="RNG-114").sku == "RNG-114"


# --- wordings


@pytest.mark.parametrize(
    ("asked", "sku"),
    [
        ("gold hoops", "EAR-203"),
        ("the gold hoops", "EAR-203"),
        ("glod hoops", "EAR-203"),
        ("slvr hoops 20mm", "EAR-204"),
        ("silver hoop earrings 30 mm", "EAR-205"),
        ("mugs slate", "MUG-702"),
        ("photoframe pine 13x18", "FRM-901"),
        ("tea towels, linen", "TWL-801"),
        ("teatowel lighthouse", "TWL-802"),
        ("robin brooches", "BRO-501"),
        ("necklace gold 60cm", "NCK-302"),
        ("STACKING RINGS, BRASS, SIZE L", "RNG-115"),
        ("Stoneware mug, oatmeal 350 ml (box of 6)", "MUG-701"),
        ("hand soap rosmary 300ml", "SOP-940"),
    ],
)
def test_a_wording_that_fits_one_product_is_matched(asked: str, sku: str) -> None:
    found = match(asked)
    assert (found.sku, found.how) == (sku, wording.How.WORDING)


@pytest.mark.parametrize(
    ("asked", "might_be"),
    [
        ("silver hoops", {"EAR-204", "EAR-205"}),
        ("stacking rings brass", {"RNG-114", "RNG-115"}),
        ("candles", {"CDL-601", "CDL-602", "CDL-610"}),
        ("soy candle 220 g", {"CDL-601", "CDL-602"}),
        ("pine frames", {"FRM-901", "FRM-902"}),
    ],
)
def test_a_wording_that_fits_several_products_names_them(asked: str, might_be: set[str]) -> None:
    found = match(asked)
    assert (found.sku, found.how) == (None, wording.How.UNSURE)
    assert might_be <= set(rivals(found))
    assert all(sku in found.why for sku in might_be)


@pytest.mark.parametrize(
    "asked",
    [
        "hoop earrings, silver 25 mm",
        "Hoop earrings, gold 20 mm, blue",
        "Wall clock, driftwood 40 cm",
        "Notebook, kraft cover A4",
        "Brooch, enamel wren",
        "Stacking ring, brass, size N",
        "Bangle, hammered copper, cooper",
    ],
)
def test_a_wording_of_something_we_almost_have_is_a_doubt(asked: str) -> None:
    found = match(asked)
    assert found.sku is None
    assert found.rivals


@pytest.mark.parametrize("asked", ["bananas", "", None, "…", "the of and"])
def test_a_wording_of_nothing_we_have_is_unknown(asked: str | None) -> None:
    found = match(asked)
    assert (found.sku, found.how, found.rivals) == (None, wording.How.UNKNOWN, ())
    assert found.why


def test_gold_hoops_are_a_doubt_once_there_are_two() -> None:
    index = wording.Index([*world.PRODUCTS, Thing("EAR-206", "Hoop earrings, gold 40 mm")])
    found = match("gold hoops", index=index)
    assert found.sku is None
    assert set(rivals(found)[:2]) == {"EAR-203", "EAR-206"}


def test_a_long_description_cannot_hide_behind_short_ones() -> None:
    hidden = Thing("X-99", "Hoop earrings in gold, handmade by our own silversmith in a gift box with care card, 60 mm")
    crowd = [Thing(f"N-{place}", f"Hoop, number {place}") for place in range(60)]
    index = wording.Index([Thing("E-1", "Hoop, gold"), Thing("E-2", "Hoops gold mini"), *crowd, hidden])
    assert set(rivals(match("gold hoops mini earring", index=index))) >= {"E-2"}
    assert match("gold earring hoops", index=index).sku == "X-99"


def test_small_words_run_into_their_neighbours_do_no_harm() -> None:
    assert match("candle figand cassis").sku == "CDL-601"
    assert match("soycandle fig and cassis").sku == "CDL-601"


def test_two_products_with_the_same_description_are_rivals() -> None:
    index = wording.Index([Thing("A-1", "Brass lamp"), Thing("A-2", "Lamp, brass")])
    assert set(rivals(match("brass lamp", index=index))) == {"A-1", "A-2"}
    assert match("brass lamp", index=index, sku="A-2").sku == "A-2"


def test_a_word_that_a_product_says_twice_and_the_buyer_once_is_not_its_own_wording() -> None:
    index = wording.Index(
        [Thing("A-1", "Jug, terracotta, terracotta red"), Thing("A-2", "Jug, leather, terracotta red")]
    )
    assert set(rivals(match("jug terracotta red", index=index))) == {"A-1", "A-2"}
    assert match("jug terracotta terracotta red", index=index).sku == "A-1"


def test_the_variant_belongs_to_the_wording() -> None:
    assert match("Stacking ring, brass", variant="size L").sku == "RNG-115"


def test_an_unknown_code_built_like_ours_needs_more_than_a_likely_wording() -> None:
    found = match("oatmeal mug", sku="KLB-999")
    assert found.sku is None
    assert rivals(found)[0] == "MUG-701"


def test_a_foreign_code_beside_our_very_own_wording_does_no_harm() -> None:
    assert match("Stoneware mug, oatmeal 350 ml", sku="7000456").sku == "MUG-701"


@given(st.sampled_from(world.PRODUCTS), st.randoms(use_true_random=False))
def test_a_product_s_own_words_in_any_order_are_that_product(product: world.Product, chance: random.Random) -> None:
    said = product.description.replace(",", "").split()
    chance.shuffle(said)
    assert match(" ".join(said)).sku in {product.sku, None}
    assert match(product.description).sku == product.sku


@given(st.sampled_from(world.PRODUCTS), st.integers(0, 10_000))
def test_a_slip_of_the_fingers_never_names_another_product(product: world.Product, seed: int) -> None:
    typed = papers.misspelt(product.description, random.Random(seed))
    found = match(typed)
    assert found.sku in {product.sku, None}


@given(st.text(), st.text(), st.text())
def test_any_text_gets_an_answer(description: str, sku: str, gtin: str) -> None:
    found = match(description, sku=sku, gtin=gtin)
    assert (found.sku is None) == (found.how in {wording.How.UNSURE, wording.How.UNKNOWN})
    assert bool(found.why) == (found.sku is None)
    assert len(found.rivals) <= 5


def test_a_wording_without_end_is_answered_at_once() -> None:
    assert match("gold hoops " * 100_000).sku == "EAR-203"


def test_an_empty_catalogue_knows_nothing() -> None:
    assert match("gold hoops", index=wording.Index([]), sku="RNG-114").how is wording.How.UNKNOWN


def test_the_desk_s_own_product_is_sellable() -> None:
    product = catalogue.Product("LMP-1", "Brass lamp", Decimal("9.80"), "GBP")
    assert match("lamp in brass", index=wording.Index([product])).sku == "LMP-1"


def test_other_alphabets_are_matched_too() -> None:
    index = wording.Index([Thing("A-1", "Серьги кольца золото"), Thing("A-2", "Серьги кольца серебро")])
    assert match("кольца золото", index=index).sku == "A-1"


# --- the parts


def test_words_are_folded_and_in_the_singular() -> None:
    assert words.split("Größe L, Glasses & 2,5-cm Berries") == ("grosse", "l", "glass", "2.5", "cm", "berry")


@pytest.mark.parametrize(
    ("asked", "ours", "alike"),
    [("slvr", "silver", True), ("neckl", "necklace", True), ("glod", "gold", True), ("ht", "walnut", False),
     ("cm", "ceramic", False), ("20", "25", False), ("gold", "silver", False)],
)  # fmt: skip
def test_a_word_explains_its_abbreviation_and_its_slip(asked: str, ours: str, *, alike: bool) -> None:
    assert (words.likeness(asked, ours) > 0) is alike


@given(st.integers(0, 10**12 - 1))
def test_a_gtin_with_its_check_digit_is_one_in_every_length(number: int) -> None:
    stem = f"{number:012d}"
    whole = stem + codes.check_digit(stem)
    assert codes.gtin(whole) == codes.gtin(f"0{whole}") == f"0{whole}"
    wrong = stem + str((int(whole[-1]) + 1) % 10)
    assert codes.gtin(wrong) is None
