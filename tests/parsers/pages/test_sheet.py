import io
import zipfile

import pytest

from parsers import errors, page
from parsers.pages import sheet
from playground.samples import papers, truths


def rows(found: page.Page) -> list[list[str]]:
    return [[phrase.text for phrase in found.phrases(row)] for row in found.rows]


def test_cells_stand_in_their_columns() -> None:
    found = sheet.csv_pages(b"Item,Qty,Note\nRNG-114,12,\n,5,gold\n")[0]

    places = {word.text: word.x0 for word in found.words}
    assert rows(found) == [["Item", "Qty", "Note"], ["RNG-114", "12"], ["5", "gold"]]
    assert places["Qty"] == places["12"] == places["5"]
    assert places["Note"] == places["gold"]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_separator_is_found(sign: str) -> None:
    data = f"Item{sign}Qty{sign}Price\nRNG-114{sign}12{sign}9.80\n".encode()

    assert sheet.is_csv(data)
    assert rows(sheet.csv_pages(data)[0]) == [["Item", "Qty", "Price"], ["RNG-114", "12", "9.80"]]


def test_prose_with_commas_is_no_spreadsheet() -> None:
    assert not sheet.is_csv(b"Dear Ben,\nplease send us, as always, twelve rings.\nThanks,\nAna")


def test_a_workbook_keeps_its_rows() -> None:
    truth = truths.order(73, count=2)

    found = sheet.pages(papers.as_xlsx(truth))[0]

    assert any(truth.lines[0].sku in row for row in rows(found))


@pytest.mark.parametrize("data", [b"PK\x03\x04 and no more", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600])
def test_a_broken_workbook_is_told_in_a_sentence(data: bytes) -> None:
    with pytest.raises(errors.UnreadableError, match="broken"):
        sheet.pages(data)


def test_a_workbook_that_unpacks_without_end_is_refused() -> None:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed,
        packed.open("xl/worksheets/sheet1.xml", "w") as member,
    ):
        for _ in range(160):
            member.write(b" " * 1_000_000)

    with pytest.raises(errors.UnreadableError, match="unpacks to 160 MB"):
        sheet.pages(out.getvalue())
