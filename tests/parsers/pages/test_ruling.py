import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from parsers.page import Rule
from parsers.pages import ruling

PLACES = st.integers(0, 40).map(float)
PIECES = st.lists(st.tuples(st.booleans(), PLACES, PLACES, st.integers(6, 30)), min_size=1, max_size=30)


def merged(*pieces: tuple[float, float, float, float]) -> tuple[Rule, ...]:
    return ruling.merged(np.array(pieces, np.float64).reshape(-1, 4))


def test_the_boxes_of_a_grid_become_its_lines() -> None:
    edges = [
        edge
        for x in (10, 60)
        for y in (100, 120, 140)
        for edge in ((x, y, x, y + 20), (x + 50, y, x + 50, y + 20), (x, y, x + 50, y), (x, y + 20, x + 50, y + 20))
    ]

    assert merged(*edges) == (
        *(Rule(x, 100, x, 160) for x in (10, 60, 110)),
        *(Rule(10, y, 110, y) for y in (100, 120, 140, 160)),
    )


def test_a_gap_parts_two_lines() -> None:
    assert merged((0, 50, 30, 50), (40, 50, 90, 50)) == (Rule(0, 50, 30, 50), Rule(40, 50, 90, 50))


def test_a_double_line_stays_double() -> None:
    assert merged((0, 50, 30, 50), (0, 52, 30, 52)) == (Rule(0, 50, 30, 50), Rule(0, 52, 30, 52))


def test_nothing_drawn_is_no_line() -> None:
    assert merged() == ()


@given(PIECES)
def test_every_piece_lies_on_one_line_and_no_two_lines_touch(drawn: list[tuple[bool, float, float, int]]) -> None:
    pieces = [(a, b, a, b + long) if stands else (b, a, b + long, a) for stands, a, b, long in drawn]

    lines = merged(*pieces)

    for piece in pieces:
        assert sum(rule.x0 <= piece[0] and rule.top <= piece[1] and rule.x1 >= piece[2] and rule.bottom >= piece[3]
                   for rule in lines) == 1  # fmt: skip
    assert len(merged(*lines)) == len(lines)
