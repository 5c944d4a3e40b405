import io
import random
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.importing import buyers, cells, columns, products, report, tables
from desk import catalogue, parties
from playground.samples import papers, truths, workbook, world

ANY = buyers.Catalogue()
HEAD = "sku,description,price\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "table.csv"


def read_products(file: Path, content: str | bytes) -> report.Report[catalogue.Product]:
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return products.read(file, currency="GBP")


def read_buyers(file: Path, content: str, ours: buyers.Catalogue = ANY) -> report.Report[buyers.Known]:
    file.write_text(content)
    return buyers.read(file, currency="GBP", ours=ours)


def complaints(found: report.Report[catalogue.Product] | report.Report[buyers.Known]) -> list[str]:
    return [str(complaint) for complaint in found.complaints]


# --- the sample world goes in whole


def test_the_sample_catalogue_is_read_whole(file: Path) -> None:
    found = read_products(file, world.catalogue_csv())
    assert (found.is_good, found.rows, len(found.entries), found.ignored) == (True, 40, 40, ())
    ring = found.entries[0]
    assert ring == catalogue.Product(
        sku="RNG-114",
        description="Stacking ring, brass, size M",
        price=Decimal("9.80"),
        currency="GBP",
        gtin=world.product("RNG-114").gtin,
        unit="EA",
        multiple=Decimal(12),
        tiers=(
            catalogue.PriceTier(Decimal("8.82"), "trade"),
            catalogue.PriceTier(Decimal("7.84"), "wholesale"),
        ),
    )


def test_the_sample_buyers_are_read_whole(file: Path) -> None:
    ours = buyers.Catalogue(frozenset(p.sku for p in world.PRODUCTS), frozenset({"", "trade", "wholesale"}))
    found = read_buyers(file, world.buyers_csv(), ours)
    assert (found.is_good, found.rows) == (True, 6)
    melrose = found.entries[0]
    assert melrose.part_numbers == {"MF-1001": "RNG-114", "MF-1002": "EAR-203", "MF-1003": "CDL-601"}
    assert melrose.buyer == parties.Buyer(
        id="MELROSE",
        name="Melrose & Finch Ltd",
        currency="GBP",
        country="GB",
        payment_terms="Net 30",
        tier="wholesale",
        contacts=(
            parties.Contact("ana.whitlock@melrosefinch.example", "Ana Whitlock"),
            parties.Contact("accounts@melrosefinch.example", "Priya Dunmore"),
        ),
        domains=("melrosefinch.example",),
    )


# --- files as programs write them


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_encoding_and_delimiter_is_understood(file: Path, encoding: str, delimiter: str) -> None:
    text = delimiter.join(["sku", "description", "price"]) + "\r\n"
    text += delimiter.join(["MUG-1", "Müsli-Schälchen", "9.80"]) + "\r\n"
    found = read_products(file, text.encode(encoding))
    assert [(p.sku, p.description, p.price) for p in found.entries] == [("MUG-1", "Müsli-Schälchen", Decimal("9.80"))]


def test_a_german_file_keeps_its_commas(file: Path) -> None:
    found = read_products(file, "Artikelnr.;Bezeichnung;Preis;VE\nA-1;Becher;9,80;12\nA-2;Uhr;1.234,50;1.000\n")
    assert [(p.price, p.multiple) for p in found.entries] == [
        (Decimal("9.80"), Decimal(12)),
        (Decimal("1234.50"), Decimal(1000)),
    ]


def test_excel_s_own_first_line_names_the_delimiter(file: Path) -> None:
    found = read_products(file, "sep=;\nsku;description;price\nA-1;Mug, small;9.80\nA-1;Mug;1\n")
    assert complaints(found) == ["Row 4, sku: 'A-1' stands in row 3 already."]


def test_a_workbook_gives_exact_figures(file: Path) -> None:
    rows: list[list[workbook.Cell]] = [
        ["SKU", "Description", "Price", "EAN", "Pack"],
        ["A-1", "Mug", Decimal("9.80"), 2970000000011, 12],
        [10015, "Bowl", Decimal("0.105"), None, None],
    ]
    found = read_products(file.with_suffix(".xlsx"), workbook.xlsx(rows))
    assert complaints(found) == []
    assert [(p.sku, p.price, p.gtin, p.multiple) for p in found.entries] == [
        ("A-1", Decimal("9.8"), "2970000000011", Decimal(12)),
        ("10015", Decimal("0.105"), "", Decimal(1)),
    ]


def test_a_workbook_is_known_by_its_content_and_not_by_its_name(file: Path) -> None:
    found = read_products(file, workbook.xlsx([["sku", "description", "price"], ["A-1", "Mug", 5]]))
    assert found.entries[0].sku == "A-1"


def test_titles_above_the_headings_and_empty_rows_are_passed_over(file: Path) -> None:
    found = read_products(file, "Price list 2026,,\n,,\nSKU,Description,Price\nA-1,Mug,5.00\n,,\nA-2,Bowl,x\n")
    assert complaints(found) == ["Row 6, Price: 'x' is no number; a figure such as 9.80 was expected."]


def test_a_line_break_inside_a_cell_is_no_new_row(file: Path) -> None:
    found = read_products(file, HEAD + '"A-1","Mug\nlarge",5\nA-2,Bowl,x\n')
    assert [complaint.row for complaint in found.complaints] == [3]


def test_cells_that_look_like_formulas_are_data(file: Path) -> None:
    found = read_products(file, HEAD + '=1+1,"=HYPERLINK(""http://evil.example"")",5\n@x,+44,6\n')
    assert [(p.sku, p.description) for p in found.entries] == [
        ("=1+1", '=HYPERLINK("http://evil.example")'),
        ("@x", "+44"),
    ]


# --- headings


@pytest.mark.parametrize(
    "head", ["SKU,DESCRIPTION,PRICE", "Item No.,Product name,Unit Price", "Artikelnummer,Bezeichnung,Preis"]
)
def test_headings_are_known_by_their_other_names(file: Path, head: str) -> None:
    assert read_products(file, f"{head}\nA-1,Mug,5\n").entries[0].sku == "A-1"


def test_a_missing_column_is_one_sentence_with_a_guess(file: Path) -> None:
    with pytest.raises(report.TableError) as refused:
        read_products(file, "sku,descripton,price\nA-1,Mug,5\n")
    assert str(refused.value) == (
        'table.csv has no column "description". Did you mean "descripton" for description? Then rename it. '
        "Its headings are: sku, price, descripton."
    )


def test_two_columns_for_one_thing_are_refused(file: Path) -> None:
    with pytest.raises(report.TableError, match='two columns for price: "price" and "Unit Price"'):
        read_products(file, "sku,description,price,Unit Price\nA-1,Mug,5,6\n")


def test_columns_that_mean_nothing_to_us_are_told(file: Path) -> None:
    assert read_products(file, "sku,description,price,shelf\nA-1,Mug,5,B7\n").ignored == ("shelf",)


def test_price_columns_may_hold_for_a_list_and_from_a_quantity(file: Path) -> None:
    head = "sku,description,price,Price: trade,price trade from 100,Price from 50\n"
    product = read_products(file, head + "A-1,Mug,5.00,4.50,4.00,4.80\nA-2,Bowl,6.00,,,\n").entries[0]
    assert catalogue.price_for(product, tier="trade", quantity=Decimal(99)) == Decimal("4.50")
    assert catalogue.price_for(product, tier="trade", quantity=Decimal(100)) == Decimal("4.00")
    assert catalogue.price_for(product, tier="", quantity=Decimal(50)) == Decimal("4.80")


# --- bad rows


def test_every_bad_cell_is_told_and_nothing_is_half_imported(file: Path) -> None:
    head = "sku,description,price,currency,gtin,pack\n"
    found = read_products(
        file,
        head + "A-1,Mug,9.80,GBP,,12\n,Bowl,,GBX,2970000000013,0\na-1,Jug,-3,,12,x\nA-4,Cup,5,USD,,\n",
    )
    assert found.entries == ()
    assert complaints(found) == [
        "Row 3, price: is empty, and every row needs one.",
        "Row 3, sku: is empty, and every row needs one.",
        "Row 3, currency: 'GBX' is no currency; write its three letters, such as GBP.",
        "Row 3, gtin: '2970000000013' has a wrong check digit; 1 was expected at its end.",
        "Row 3, pack: '0' is nothing, where at least something was expected.",
        "Row 4, price: '-3' is less than nothing.",
        "Row 4, gtin: '12' has 2 digits; a GTIN has 8, 12, 13 or 14.",
        "Row 4, pack: 'x' is no number; a figure such as 9.80 was expected.",
        "Row 4, sku: 'a-1' stands in row 2 already.",
    ]
    assert found.summary("products") == (
        "2 of 4 rows are not as expected, so nothing was imported; mend the file and try again."
    )


def test_a_figure_that_can_be_read_in_two_ways_is_a_complaint(file: Path) -> None:
    found = read_products(file, HEAD + 'A-1,Mug,"1,234"\n')
    assert complaints(found) == ["Row 2, price: '1,234' can be read in two ways; write it without a thousands sign."]
    assert read_products(file, HEAD + 'A-1,Mug,"1,234"\nA-2,Jug,9.80\n').entries[0].price == 1234


@pytest.mark.parametrize("price", ["NaN", "Infinity", "1e3", "9..8", "free", "10000000000"])
def test_a_price_that_is_no_figure_is_a_complaint(file: Path, price: str) -> None:
    assert [c.said for c in read_products(file, HEAD + f"A-1,Mug,{price}\n").complaints] == [price]


def test_one_gtin_on_two_products_is_a_complaint(file: Path) -> None:
    found = read_products(file, "sku,description,price,ean\nA,Mug,5,0012345678905\nB,Jug,5,012345678905\n")
    assert complaints(found) == ["Row 3, ean: '012345678905' stands in row 2 already."]


def test_zeros_that_a_spreadsheet_dropped_from_a_gtin_are_put_back() -> None:
    assert cells.gtin(Decimal(12345678905)) == "012345678905"


# --- buyers

BUYERS = "name,email\n"


def test_a_buyers_file_may_be_as_small_as_a_name_and_an_address(file: Path) -> None:
    known = read_buyers(file, BUYERS + "Alder Street Gifts,Tomas@AlderStreet.example\n").entries[0]
    assert known.buyer == parties.Buyer(
        "ALDER-STREET-GIFTS",
        "Alder Street Gifts",
        "GBP",
        contacts=(parties.Contact("tomas@alderstreet.example"),),
    )


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ('"Whitlock, Ana <ana@m.example>"', [("Whitlock, Ana", "ana@m.example")]),
        ('"ana@m.example, ben@m.example"', [("", "ana@m.example"), ("", "ben@m.example")]),
        ("Ana <ana@m.example>; ben@m.example", [("Ana", "ana@m.example"), ("", "ben@m.example")]),
    ],
)
def test_contacts_are_read_as_people_write_them(file: Path, said: str, people: list[tuple[str, str]]) -> None:
    contacts = read_buyers(file, BUYERS + f"Melrose,{said}\n").entries[0].buyer.contacts
    assert [(contact.name, contact.email) for contact in contacts] == people


def test_only_the_named_approvers_may_approve(file: Path) -> None:
    head = "name,contacts,approvers\n"
    buyer = read_buyers(file, head + "Melrose,ana@m.example; ben@m.example,Ben@m.example\n").entries[0].buyer
    assert [(contact.email, contact.may_approve) for contact in buyer.contacts] == [
        ("ana@m.example", False),
        ("ben@m.example", True),
    ]
    found = read_buyers(file, head + "Melrose,ana@m.example,eve@x.example\n")
    assert "eve@x.example, who is not among the contacts" in complaints(found)[0]


def test_every_bad_cell_of_a_buyer_is_told(file: Path) -> None:
    head = "id,name,contacts,currency,country,price list,domains,part numbers\n"
    ours = buyers.Catalogue(frozenset({"RNG-114"}), frozenset({"", "wholesale"}))
    found = read_buyers(
        file,
        head + "M,Melrose,ana at m,XXQ,Britain,wholsale,gmail.com,M1\nm,,a@m.example,,,,not a domain,M1=GONE\n",
        ours,
    )
    assert complaints(found) == [
        "Row 2, contacts: 'ana at m' holds 'ana at m', which is no e-mail address.",
        "Row 2, currency: 'XXQ' is no currency; write its three letters, such as GBP.",
        "Row 2, country: 'Britain' is no country code; write its two letters, such as GB.",
        "Row 2, price list: 'wholsale' is no price list of the catalogue; did you mean 'wholesale'?",
        "Row 2, domains: 'gmail.com' holds gmail.com, where anybody may have a mailbox; list the people as contacts.",
        "Row 2, part numbers: 'M1' holds 'M1'; \"THEIR-NUMBER=OUR-SKU\" was expected.",
        "Row 3, name: is empty, and every row needs one.",
        "Row 3, domains: 'not a domain' holds 'not', which is no mail domain such as melrosefinch.example.",
        "Row 3, part numbers: 'M1=GONE' gives M1 to GONE, which is no SKU of the catalogue.",
        "Row 3, id: 'm' stands in row 2 already.",
    ]


# --- files that are no tables


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"\n\n,,\n", "is empty"),
        (b"PK\x03\x04 not really", "is no workbook"),
        (b"\xd0\xcf\x11\xe0 not really", "is no workbook"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "neither a workbook nor text"),
        (papers.draw_pdf(truths.order(1)), "table.csv"),
        (b'sku,description,price\n"A-1,Mug,5\n' + b"x" * 200_000, "no CSV that can be read"),
    ],
)
def test_a_file_that_is_no_table_gets_one_sentence(file: Path, content: bytes, says: str) -> None:
    with pytest.raises(report.TableError, match=says):
        read_products(file, content)


def test_a_file_that_is_not_there_gets_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(report.TableError, match="cannot be read"):
        products.read(tmp_path / "gone.csv", currency="GBP")


def test_a_file_that_is_too_large_is_not_opened(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "LARGEST", 10)
    with pytest.raises(report.TableError, match="is larger than"):
        read_products(file, world.catalogue_csv())


def test_a_workbook_that_unpacks_without_end_is_not_unpacked(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "UNPACKED", 1000)
    with pytest.raises(report.TableError, match="unpacks to more than"):
        read_products(file, workbook.xlsx([["sku", "description", "price"], ["A-1", "x" * 2000, 1]]))


def test_a_cell_far_out_does_not_fill_the_memory(file: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(workbook.xlsx([["sku", "description", "price"]]))) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace(b'"C1"', b'"ZZZ999999"')
    with zipfile.ZipFile(file, "w") as hurt:
        for name, part in parts.items():
            hurt.writestr(name, part)
    with pytest.raises(report.TableError, match="a cell so far out"):
        products.read(file, currency="GBP")


@given(seed=st.integers(0, 100_000))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_hurt_workbook_is_a_table_or_a_sentence(file: Path, seed: int) -> None:
    chance = random.Random(seed)
    content = bytearray(workbook.xlsx([["sku", "description", "price"], ["A-1", "Mug", 5]]))
    for _ in range(chance.randint(1, 6)):
        content[chance.randrange(4, len(content))] = chance.randrange(256)
    file.write_bytes(bytes(content))
    try:
        answer: object = tables.rows(file)
    except report.TableError as refused:
        answer = str(refused)
    assert answer


@given(content=st.binary(max_size=300))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_a_table_or_a_sentence(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    try:
        answer: object = tables.rows(file)
    except report.TableError as refused:
        answer = str(refused)
    assert answer
    assert isinstance(answer, tuple) or str(answer).endswith(".")


@given(prices=st.lists(st.decimals(0, 99_999, places=2), min_size=1, max_size=8), seed=st.integers(0, 99))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_prices_come_back_as_they_were_in_either_kind_of_file(file: Path, prices: list[Decimal], seed: int) -> None:
    lines = [f"A-{place},Mug {place},{price}" for place, price in enumerate(prices)]
    random.Random(seed).shuffle(lines)
    as_text = read_products(file, HEAD + "\n".join(lines))
    head: list[workbook.Cell] = ["sku", "description", "price"]
    cells_of: list[list[workbook.Cell]] = [[*line.split(",")[:2], Decimal(line.split(",")[2])] for line in lines]
    as_sheet = read_products(file, workbook.xlsx([head, *cells_of]))
    wanted = dict(enumerate(prices))
    for found in (as_text, as_sheet):
        assert {int(p.sku[2:]): p.price for p in found.entries} == wanted


def test_progress_is_told_up_to_the_end(file: Path) -> None:
    told: list[tuple[int, int]] = []
    file.write_text(HEAD + "".join(f"A-{place},Mug,5\n" for place in range(600)))
    products.read(file, currency="GBP", progress=lambda done, whole: told.append((done, whole)))
    assert told == [(250, 600), (500, 600), (600, 600)]


@pytest.mark.parametrize("column", [*products.COLUMNS, *buyers.COLUMNS], ids=lambda column: column.name)
def test_every_column_is_explained_to_the_person_who_brings_the_file(column: columns.Column) -> None:
    page = Path(__file__).parents[2] / "docs" / "importing.md"
    assert f"\n| `{column.name}` |" in page.read_text()
