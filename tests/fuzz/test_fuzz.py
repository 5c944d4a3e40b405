"""The short form of `make fuzz`: a few hundred hurt files, chosen anew by Hypothesis each time."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz import asking, changing
from tests.fuzz.samples import samples


@pytest.mark.parametrize("name", samples())
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32))
def test_a_file_hurt_anywhere_is_read_or_told_in_a_sentence(name: str, seed: int) -> None:
    data = changing.change(samples()[name], list(samples().values()), random.Random(seed))

    asking.ask(data, name)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([data[:12] for data in samples().values()]), st.binary(max_size=600))
def test_any_bytes_behind_the_mark_of_a_kind_are_read_or_told_in_a_sentence(mark: bytes, rest: bytes) -> None:
    asking.ask(mark + rest, "file")
