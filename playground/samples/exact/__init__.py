"""A sample order in the exact formats of machines, so that what is read back can be held against its truth."""

from playground.samples.exact.edi import (
    EDIFACT,
    X12,
    Signs,
    as_edifact,
    as_x12,
    edifact_file,
    edifact_message,
    x12_file,
    x12_set,
)
from playground.samples.exact.xml import as_cxml, as_orderx, as_ubl

__all__ = [
    "EDIFACT",
    "X12",
    "Signs",
    "as_cxml",
    "as_edifact",
    "as_orderx",
    "as_ubl",
    "as_x12",
    "edifact_file",
    "edifact_message",
    "x12_file",
    "x12_set",
]
