"""What is done to a picture before and after its characters are recognised."""

from typing import NamedTuple

import cv2
import numpy as np
import pytest

from parsers.page import Word
from parsers.pages import belief, flatten, lettering, lonely, prose, seen_rules
from parsers.pages.picture import Grey, Picture
from parsers.pages.recogniser import Letter


def _blank(wide: int = 800, high: int = 1000) -> Grey:
    return np.full((high, wide), 255, np.uint8)


def _ruled() -> Grey:
    page = _blank()
    for y in (200, 300, 400):
        cv2.line(page, (100, y), (700, y), (0,), 2)
    for x in (100, 400, 700):
        cv2.line(page, (x, 200), (x, 400), (0,), 2)
    return page


def test_ruling_lines_are_found_and_taken_away_but_letters_are_not() -> None:
    page = _ruled()
    cv2.putText(page, "Quantity 12", (120, 270), cv2.FONT_HERSHEY_SIMPLEX, 1.0, (0,), 2)

    found = seen_rules.ruled(page, 150)

    assert sorted(round(rule.x0, -1) for rule in found.rules if rule.is_upright) == [100, 400, 700]
    assert sorted(round(rule.top, -1) for rule in found.rules if not rule.is_upright) == [200, 300, 400]
    assert found.bare[195:205].min() > 200
    assert found.bare[240:280, 120:320].min() == 0


@pytest.mark.parametrize("lean", [-3.0, 1.4])
def test_a_sheet_that_lies_askew_is_set_straight(lean: float) -> None:
    turn = cv2.getRotationMatrix2D((400, 500), lean, 1.0)
    askew = cv2.warpAffine(_ruled(), turn, (800, 1000), borderValue=(255,)).astype(np.uint8)

    straight = flatten.flat(Picture(askew, 150))

    levels = [rule for rule in seen_rules.ruled(straight.dots, 150).rules if not rule.is_upright]
    assert len(levels) == 3
    assert all(rule.x1 - rule.x0 > 580 for rule in levels)


def test_a_sheet_on_a_table_is_cut_out_and_a_framed_one_is_not() -> None:
    photo = np.full((1300, 1100), 40, np.uint8)
    corners = np.array([[150, 120], [960, 150], [980, 1180], [130, 1150]], np.int32)
    cv2.fillConvexPoly(photo, corners, (230,))
    framed = _blank()
    cv2.rectangle(framed, (60, 60), (740, 940), (0,), 8)

    assert flatten.flat(Picture(photo, 150)).dots.shape == pytest.approx((1032, 851), abs=12)
    assert flatten.flat(Picture(framed, 150)).dots.shape == framed.shape


def test_a_shadow_is_taken_off_the_paper() -> None:
    page = np.tile(np.linspace(120, 250, 800), (1000, 1)).astype(np.uint8)

    assert flatten.evenly(page)[100:-100, 20:-20].min() > 215


def _line(*places: tuple[str, int]) -> tuple[list[Letter], Grey]:
    """A line of letters (boxes of 12 x 20 dots) at these places, as the recogniser would tell it."""
    wide = max(x for _, x in places) + 30
    dots = np.full((30, wide), 255, np.uint8)
    for _, x in places:
        dots[5:25, x : x + 12] = 0
    return [Letter(text, (x + 6) / wide, 0.99) for text, x in places], dots


def test_words_are_parted_by_white_that_the_recogniser_passed_over() -> None:
    letters, dots = _line(("5", 10), ("0", 25), ("R", 80), ("N", 95), ("G", 110))

    first, second = lettering.words(letters, dots)

    assert (first.text, second.text) == ("50", "RNG")
    assert (first.x0, first.x1, second.x0) == (10, 37, 80)


def test_figures_are_not_parted_beside_their_point() -> None:
    letters, dots = _line(("5", 10), (".", 31), ("1", 52), ("3", 67))

    assert [piece.text for piece in lettering.words(letters, dots)] == ["5.13"]


def test_a_figure_within_a_word_is_a_letter_and_no_longer_certain() -> None:
    letters, dots = _line(*((sign, 10 + 15 * at) for at, sign in enumerate("Bestel1-Nr")))

    (piece,) = lettering.words(letters, dots)

    assert piece.text == "Bestell-Nr"
    assert (piece.certainties[6], min(piece.certainties[:6])) == (0.0, 0.99)


def test_a_bar_left_of_a_ruling_line_is_no_character_and_what_stands_beside_it_is_not_certain() -> None:
    parted = list(lettering.words(*_line(("|", 0), ("I", 40), ("V", 54))))
    beside = list(lettering.words(*_line(("7", 0), ("4", 20), ("|", 40))))

    assert [piece.text for piece in parted] == ["IV"]
    assert parted[0].certainties == (0.99, 0.99)
    assert [piece.text for piece in beside] == ["74"]
    assert beside[0].certainties == (0.99, 0.0)


def test_a_dark_band_is_turned_light_and_ruling_and_print_stay_dark() -> None:
    page = _ruled()
    cv2.rectangle(page, (100, 500), (700, 535), (70,), -1)
    cv2.putText(page, "Item No.", (120, 527), cv2.FONT_HERSHEY_SIMPLEX, 0.8, (255,), 2)
    cv2.putText(page, "Quantity 12", (120, 270), cv2.FONT_HERSHEY_SIMPLEX, 1.0, (0,), 3)

    light = flatten.unshaded(Picture(page, 150)).dots

    assert np.median(light[500:535, 100:700]) > 200
    assert light[505:530, 120:240].min() < 20
    assert (light[:490] == page[:490]).all()


def test_a_lonely_figure_is_found_and_specks_and_lines_are_not() -> None:
    page = _blank()
    cv2.putText(page, "Known line", (100, 100), cv2.FONT_HERSHEY_SIMPLEX, 1.0, (0,), 2)
    cv2.putText(page, "7", (600, 500), cv2.FONT_HERSHEY_SIMPLEX, 0.8, (0,), 2)
    cv2.circle(page, (300, 700), 2, (0,), -1)
    known = [np.array([[95, 70], [300, 70], [300, 115], [95, 115]], dtype=np.float32)]

    (corners,) = lonely.boxes(page, 150, known)

    assert corners[0][0] < 605 < corners[1][0]
    assert corners[0][1] < 490 < corners[2][1]


class _Print(NamedTuple):
    x0: float
    top: float
    bottom: float
    dots: Grey


def _prints(count: int, wide: int, *, gap: int) -> list[_Print]:
    dots = np.full((20, wide), 255, np.uint8)
    for x in range(0, wide, 20 + gap):
        dots[4:16, x : x + 20] = 0
    return [_Print(50, 100 + 24 * at, 120 + 24 * at, dots) for at in range(count)]


def test_of_a_page_of_terms_the_beginning_is_recognised_and_of_a_table_everything() -> None:
    terms, table = _prints(60, 600, gap=8), _prints(60, 600, gap=60)

    assert prose.skipped(terms) == frozenset(range(2, 60))
    assert prose.skipped(table) == frozenset()
    assert prose.skipped(terms[:20]) == frozenset(), "there is time to read a short one whole"


def _words(*texts: str) -> list[Word]:
    return [Word(text, 0, 12.0 * at, 40, 12.0 * at + 10) for at, text in enumerate(texts)]


def test_letters_that_no_language_spells_are_not_believed() -> None:
    said = "Purchase order number date supplier delivery address quantity description price amount total terms".split()
    private = [chr(0xE000 + at) * 5 for at in range(20)]
    broken = ["Pu#ch@se", "O$d*r", "Q=an%ity", "De~iv^ry", "A}dr{ss", "S<pp>ier", "T*t%l", "Pr^c~"] * 2
    codes = [f"RNG-{at:04}" for at in range(30)]
    japanese = ["青葉文具株式会社", "注文番号", "納入場所", "合計金額", "東海県白波市", "支払条件"] * 3
    confused = ["".join(chr(ord(letter) + 1000) for letter in word) for word in japanese]

    assert not belief.is_strange(_words(*said))
    assert not belief.is_strange(_words(*codes))
    assert not belief.is_strange(_words(*japanese))
    assert belief.is_strange(_words(*private))
    assert belief.is_strange(_words(*broken))
    assert belief.is_strange(_words(*confused))


def test_a_page_without_one_word_of_trade_is_suspect() -> None:
    said = "purchase order number date supplier delivery address quantity description price amount total terms".split()
    shifted = ["".join(chr(ord("a") + (ord(letter) - ord("a") + 3) % 26) for letter in word) for word in said]

    assert belief.says_nothing(_words(*shifted, *shifted))
    assert not belief.says_nothing(_words(*shifted, *shifted, "Quantity"))
    assert not belief.says_nothing(_words(*shifted)), "too few words to tell"


def test_a_layer_of_text_is_believed_where_the_picture_says_the_same() -> None:
    said = _words("Purchase", "Order", "4711", "Melrose", "Jewellery")

    assert belief.agrees(said, _words("purchase", "0rder", "4711", "Melrose"))
    assert not belief.agrees(said, _words("Invoice", "Statement", "Account", "4711"))
