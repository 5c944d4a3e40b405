"""Characters as recognised: where their words stand, how they are spelled, which mark is a comma."""

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from parsers.page import Seen, Word
from parsers.pages import flatten, lettering, level, points, spelling, stamps, stature
from parsers.pages.lettering import Piece
from parsers.pages.picture import Grey, Picture
from parsers.pages.recogniser import Letter


def _written(text: str, *, above: str = "") -> Grey:
    """A line of print that stands on row 40, with what reaches into it from the line above."""
    dots = np.full((60, 400), 255, np.uint8)
    cv2.putText(dots, text, (10, 40), cv2.FONT_HERSHEY_SIMPLEX, 0.8, (0,), 2)
    if above:
        cv2.putText(dots, above, (10, 0), cv2.FONT_HERSHEY_SIMPLEX, 0.8, (0,), 2)
    return dots


@pytest.mark.parametrize("text", ["none", "Agent", "yyy", "12.50", "MIXED", "pour"])
def test_words_of_one_line_have_one_height_whatever_their_letters(text: str) -> None:
    top, bottom = stature.band(_written(text) < 128, text)

    wanted_top, wanted_bottom = stature.band(_written("Tag") < 128, "Tag")
    assert top == pytest.approx(wanted_top, abs=4)
    assert bottom == pytest.approx(wanted_bottom, abs=4)


def test_what_reaches_into_a_line_from_above_is_none_of_it() -> None:
    alone = stature.band(_written("12.50") < 128, "12.50")

    assert stature.band(_written("12.50", above="gyp") < 128, "12.50") == alone


def test_a_line_of_nothing_but_a_dash_stands_in_the_middle() -> None:
    top, bottom = stature.band(_written("-") < 128, "-")

    assert (top + bottom) / 2 == 30


def test_a_typewriter_is_known_by_its_slim_letters() -> None:
    text = "tililsamaliensimmallit"
    even = [10.0 * at for at in range(len(text))]
    uneven = np.cumsum([5.0 if sign in "til" else 11.0 for sign in text]).tolist()

    assert stature.is_typed([(text, even)] * 3)
    assert not stature.is_typed([(text, uneven)] * 3)
    assert not stature.is_typed([(text, even)])


def _letters(text: str, **others: str) -> list[Letter]:
    return [Letter(sign, at / len(text), 0.99, tuple(others.get(f"at{at}", ""))) for at, sign in enumerate(text)]


@pytest.mark.parametrize(
    ("told", "others", "spelled"),
    [
        ("P08529471", {"at1": "OQ"}, "PO8529471"),
        ("P08529471", {}, "P08529471"),
        ("Ref..", {"at4": ":"}, "Ref.:"),
        ("Zahlung;", {"at7": ":"}, "Zahlung:"),
        ("1O5,00", {"at1": "0"}, "105,00"),
        ("12l", {"at2": "1"}, "12l"),
        ("n.o", {"at2": "0"}, "n.o"),
        ("RS", {"at1": "$5"}, "R$"),
        ("RS", {}, "RS"),
        ("Anzabl", {"at4": "h"}, "Anzahl"),
        ("Anzabl", {"at4": "k"}, "Anzabl"),
    ],
)
def test_a_character_is_another_where_its_neighbours_say_so_and_the_recogniser_thought_of_it(
    told: str, others: dict[str, str], spelled: str
) -> None:
    found = spelling.spelled(_letters(told, **others))

    assert "".join(letter.text for letter in found) == spelled
    assert [letter.certainty for letter in found] == [
        0.99 if a == b else 0.0 for a, b in zip(told, spelled, strict=True)
    ]


def _pieces(*texts: str) -> list[Piece]:
    return [Piece(text, 0, 0, 9, 9, (0.99,) * len(text), ((",", "."),) * len(text)) for text in texts]


def test_a_point_among_commas_is_a_comma_and_no_longer_certain() -> None:
    found = list(points.settled(_pieces("1.280,82", "4,50", "7,00", "12,5", "21.3470", "1.250", "04.12.26")))

    assert [piece.text for piece in found] == ["1.280,82", "4,50", "7,00", "12,5", "21,3470", "1.250", "04.12.26"]
    assert found[4].certainties[2] == 0.0


def test_what_parts_thousands_parts_no_decimals() -> None:
    told = ["1.930.86", "229.851.74", "107.27", "18,000"]

    assert [piece.text for piece in points.settled(_pieces(*told))] == ["1.930,86", "229.851,74", "107,27", "18,000"]


def test_where_figures_are_written_both_ways_none_is_set_right() -> None:
    told = ["4,50", "7.00", "12,50", "21.30"]

    assert [piece.text for piece in points.settled(_pieces(*told))] == told


def test_a_stroke_that_stands_off_on_one_side_is_a_word_of_its_own() -> None:
    dots = np.full((30, 140), 255, np.uint8)
    places = {"4": 10, "7": 25, "/": 48, "1": 62, "2": 77}
    for x in places.values():
        dots[5:25, x : x + 12] = 0
    letters = [Letter(sign, (x + 6) / 140, 0.99) for sign, x in places.items()]

    assert [piece.text for piece in lettering.words(letters, dots)] == ["47", "/", "12"]


def test_a_date_is_one_word_however_wide_it_is_printed() -> None:
    dots = np.full((30, 400), 255, np.uint8)
    places = [(sign, 10 + 30 * at) for at, sign in enumerate("12/07/2021")]
    for _, x in places:
        dots[5:25, x : x + 12] = 0
    letters = [Letter(sign, (x + 6) / 400, 0.99) for sign, x in places]

    assert [piece.text for piece in lettering.words(letters, dots)] == ["12/07/2021"]


def test_a_sheet_half_in_the_shadow_is_not_cut_in_two() -> None:
    shade = np.concatenate([np.linspace(90, 250, 700), np.full(100, 250)])
    page = np.tile(shade, (1000, 1)).astype(np.uint8)

    assert flatten.flat(Picture(page, 150)).dots.shape == page.shape


def _lines(tilt: float, spread: float) -> list[NDArray[np.float32]]:
    """Corners of lines of print that fall by `tilt`, and by `spread` more at the foot of the page than at its head."""
    found = []
    for y in range(100, 1000, 60):
        slope = tilt + spread * (y - 500) / 1000
        left, right = y - 300 * slope, y + 300 * slope
        found.append(np.array([[100, left], [700, right], [700, right + 30], [100, left + 30]], np.float32))
    return found


def test_lines_that_fall_more_at_the_foot_of_the_page_are_set_level() -> None:
    corners, page = _lines(0.004, 0.02), np.full((1000, 800), 255, np.uint8)
    for one in corners:
        cv2.line(page, one[0].astype(int).tolist(), one[1].astype(int).tolist(), (0,), 2)

    told = level.fall(corners, page, 150)

    assert told is not None
    moved = [level.moved(one, told) for one in corners]
    assert max(abs(float(one[1, 1] - one[0, 1])) for one in moved) < 0.6
    rows = np.flatnonzero((level.levelled(page, told)[:, 120:680] < 128).mean(axis=1) > 0.9)
    assert len(rows) >= len(corners)


def test_lines_that_are_level_or_few_are_left_as_they_are() -> None:
    page = np.full((1000, 800), 255, np.uint8)

    assert level.fall(_lines(0.0, 0.0), page, 150) is None
    assert level.fall(_lines(0.004, 0.02)[:4], page, 150) is None
    assert level.fall([], page, 150) is None


def test_a_pale_stamp_is_taken_off_and_print_and_pale_boxes_are_not() -> None:
    page = np.full((1000, 800), 235, np.uint8)
    cv2.putText(page, "420 x 143,83", (250, 300), cv2.FONT_HERSHEY_SIMPLEX, 1.0, (10,), 3)
    cv2.rectangle(page, (100, 600), (400, 800), (140,), 3)
    plain = page.copy()
    cv2.circle(page, (400, 300), 110, (140,), 4)

    clean = stamps.removed(page, 150)

    assert (clean[:450] < 180).sum() == pytest.approx((plain[:450] < 180).sum(), rel=0.1)
    assert (clean[450:] == plain[450:]).all()
    assert (stamps.removed(plain, 150) == plain).all()


def test_words_from_which_a_stamp_was_taken_are_not_certain() -> None:
    changed = np.zeros((100, 200), bool)
    changed[40:44, 20:60] = True
    under, beside = (Seen(Word("TLMBC", x, 30.0, x + 30, 42.0), (0.99,) * 5) for x in (10.0, 70.0))

    assert [one.certainty for one in stamps.doubted([under, beside], changed, 1.0)] == [stamps.UNSURE, 0.99]
