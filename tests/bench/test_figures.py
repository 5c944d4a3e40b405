"""A table on the terminal and on the page says the same."""

import pytest

from bench import figures, machine


def test_a_table_becomes_markdown_with_its_title_and_how_it_was_measured() -> None:
    drawn = figures.table("Reading, ms", "document", "p50", "p95", told="Medians of 5 rounds.")
    drawn.add_row("`a|b`", "1.5", "2.5")

    assert list(figures.markdown(drawn)) == [
        "## Reading, ms",
        "",
        "| document | p50 | p95 |",
        "| --- | --: | --: |",
        "| `a\\|b` | 1.5 | 2.5 |",
        "",
        "Medians of 5 rounds.",
        "",
    ]


@pytest.mark.parametrize(("share", "expected"), [(0.5, 50.5), (0.95, 95), (0.99, 99), (1, 100)])
def test_a_quantile_is_the_figure_that_so_large_a_share_does_not_exceed(share: float, expected: float) -> None:
    assert figures.quantile([float(one) for one in range(1, 101)], share) == expected


def test_the_machine_is_told_by_its_size_and_not_by_its_name() -> None:
    told = machine.size()

    assert "cores" in told
    assert "GB of memory" in told
    assert "/" not in told
