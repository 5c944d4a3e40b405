"""Codes of UN/EDIFACT lists (1225, 2005, 3035, 5025, 5125, 7143) in the words of the house."""

from desk.reading import Kind

# 1225, message function.
FUNCTIONS = {
    "1": Kind.ORDER_CANCELLATION, "3": Kind.ORDER_CANCELLATION, "4": Kind.ORDER_CHANGE, "5": Kind.ORDER_CHANGE,
    "20": Kind.ORDER_CHANGE, "33": Kind.ORDER_CHANGE, "36": Kind.ORDER_CHANGE,
}  # fmt: skip
ORIGINAL = ("", "9", "46", "47")
COPIES = {"6": "a confirmation", "7": "a duplicate", "31": "a copy", "42": "a confirmation", "16": "a proposal"}
# 1001, documents that do not simply order goods.
TYPES = {"221": "a blanket order", "258": "a standing order", "227": "a consignment order", "228": "a sample order"}

# 2005, date qualifiers, the likelier first.
ORDERED = ("137", "4")
REQUESTED = ("2", "64", "358", "10", "69", "200", "63", "76", "17", "11")
CANCEL = ("61",)

# 3035, parties, the likelier first.
PARTIES = {
    "BY": "buyer", "SU": "vendor", "SE": "vendor", "DP": "ship_to", "ST": "ship_to", "CN": "ship_to", "UC": "ship_to",
    "IV": "bill_to", "BT": "bill_to",
}  # fmt: skip

# 7143, whose number it is.
SELLERS = ("SA", "VP", "VN", "MF", "MP", "MN")
BUYERS = ("BP", "IN", "PI")
GTINS = ("SRV", "EN", "UP", "EU", "GTN")

# 6063, quantities.
ORDERED_QUANTITY = ("21", "1")
SHARE = ("11", "21", "113", "1")
FREE = "192"

# 5125, prices, the likelier first; those of GROSS leave the line's allowances out.
PRICES = ("AAA", "NTP", "CAL", "INV", "AAB", "GRP", "AAE", "INF")
GROSS = ("AAB", "GRP")
RETAIL = ("RTP", "SRP", "MSR")  # 5387

# 5025, sums, the likelier first.
TOTALS = ("86", "128", "39", "77", "9")
SUBTOTALS = ("79",)
TAXES = ("176", "124")
LINE_AMOUNTS = ("203", "66", "38")
ALLOWED = ("8", "204", "23", "131")

FREIGHT = ("FC", "DL", "FI", "SH")  # 7161
PERIODS = {"D": "days", "CD": "days", "W": "weeks", "M": "months", "WD": "working days", "Y": "years"}  # 2151
VARIANTS = ("35", "98", "SGR")  # 7081: colour, size

# 1229, what a change does to a line.
CHANGES = {
    "1": "adds the line", "2": "deletes the line", "3": "changes the line", "4": "repeats the line",
    "7": "does not take the line", "18": "replaces the line", "21": "adds to the line",
}  # fmt: skip

# Segments that an ORDERS or ORDCHG may hold, over the directories in use (D.93A to D.20B).
SEGMENTS = frozenset(
    "UNH BGM DTM PAI ALI IMD FTX GIR RFF NAD LOC FII DOC CTA COM TAX MOA CUX PCD PAT PYT TDT TOD PAC PCI GIN EQD HAN"
    " SCC PRI APR RNG ALC QTY RTE RCS DGS LIN PIA MEA QVR GDS STG CCI CAV CNT UNS UNT AJT INP"
    " GEI RJL TMP TEM SEL".split()
)
