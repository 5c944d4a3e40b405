"""Exact formats: X12, EDIFACT, UBL, Order-X and cXML, each read by its own standard into one Reading."""
