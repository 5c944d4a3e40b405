"""Codes of X12 element lists (235, 639, 374, 98, 1300) in the words of the house."""

from decimal import Decimal

# 235, product or service id: whose number it is.
OURS = ("VN", "VP", "VC", "VA", "SK", "MG", "MN", "MP", "ST", "SN", "PN", "PC", "IT", "MF")
SELLERS = ("VN", "VP", "VC", "VA")
BUYERS = ("BP", "IN", "PI", "CB", "PO")
GTINS = ("UK", "UP", "EN", "UA", "UE", "EU", "EO", "UN")
VARIANTS = ("BO", "VE", "CL", "CM", "IZ", "SZ", "IS", "SM", "BC", "VS")
# 750, product characteristic: what a PID describes.
PID_VARIANTS = ("35", "73", "74", "75", "91", "92")

# 639, basis of unit price: how many units a price is for.
PER = {
    **dict.fromkeys(("HP", "LC", "QH", "TC", "WC", "HF"), Decimal(100)),
    **dict.fromkeys(("TP", "LM", "QS", "TM", "WM", "TF", "PS"), Decimal(1000)),
    **dict.fromkeys(("LD", "PD", "TD", "WD"), Decimal(12)),
    "PN": Decimal(10), "TT": Decimal(10_000), "HT": Decimal(100_000),
}  # fmt: skip
# Units that are already so many: a price per dozen of something counted in dozens is a price for one.
WITHIN = {Decimal(12): ("DZ",), Decimal(100): ("HU", "HC"), Decimal(1000): ("TH", "T3", "MX")}
EACH = frozenset("PE TE LE QE WE UM CT CA DI DR NT ST WH QT PR FX PQ SC SW DP".split()) | {""}
MEASURES = {
    "PP": ("LB",), "PK": ("KG",), "PO": ("OZ",), "PL": ("LT",), "PT": ("TN", "ST", "LT"), "PF": ("FT", "LF"),
    "PY": ("YD", "LY"), "PG": ("GR",), "P7": ("MR", "LM"),
}  # fmt: skip
FREE = "NC"
UNPRICED = ("NQ", "NS")
RETAIL = frozenset("RC RD RE RM RS RT SR".split())
# 236, price identifier of CTP: prices that the buyer does not pay.
SHELF_PRICES = frozenset("RES RTL MSR SRP MAX ICL".split())

# 374, date qualifiers, the likelier first.
REQUESTED = ("002", "010", "106", "074", "071", "067", "068", "118", "078", "037", "064", "079", "018")
CANCEL = ("001", "061", "177", "175", "063", "038")
ORDERED = ("004", "003", "097")

# 98, entity identifiers, the likelier first.
PARTIES = {
    "BY": "buyer", "OB": "buyer", "VN": "vendor", "SE": "vendor", "SU": "vendor", "SF": "",
    "ST": "ship_to", "DA": "ship_to", "BT": "bill_to", "RI": "",
}  # fmt: skip

# 1300, allowances and charges that have a field of their own.
FREIGHT = frozenset("D240 D220 D230 D260 D270 D280 G821 G830 D980".split())
TAXES = frozenset("H600 H620 H625 H630 H640 H650 H660 H680 H700 H720 H730 H740 H750 H770 H780 H790 H850".split())
NOT_ON_THIS_ORDER = frozenset({"01", "03", "04", "13"})  # 331: billed back, by cheque, by credit

# 353, purpose of the transaction set.
ORIGINAL, CANCELLED, CHANGED = ("00", "26"), ("01", "17"), ("04", "05", "02", "03", "52")
PURPOSES = {"06": "a confirmation", "07": "a duplicate", "18": "a reissue", "22": "a copy for information"}
# 92, purchase order types that do not simply order goods.
TYPES = {
    "BK": "a blanket order",
    "BL": "a blanket order",
    "BE": "a blanket order",
    "CF": "a confirmation",
    "IN": "for information",
}

# 670, what a change does to a line.
CHANGES = {
    "AI": "adds the line", "DI": "deletes the line", "QI": "raises the quantity", "QD": "lowers the quantity",
    "PC": "changes the price", "PQ": "changes price and quantity", "CT": "changes dates", "RS": "reschedules the line",
    "RZ": "replaces all values", "RQ": "reschedules quantity", "CA": "changes the line", "NC": "repeats the line",
    "PR": "changes unit price and schedule", "MU": "changes several things", "CF": "cancels what was changed",
    "OC": "cancels the line",
}  # fmt: skip

# Segments that an 850 or 860 may hold, over the versions in use (003010 to 008010).
SEGMENTS = frozenset(
    "ST BEG BCH CUR REF PER TAX FOB CTP PAM CSH SAC ITD DIS INC DTM LDT LIN SI PID MEA PWK PKG TD1 TD5 TD3 TD4 MAN PCT"
    " CTB TXI AMT N9 MTX MSG EFI N1 N2 N3 N4 NX2 SPI RDT CED G53 LM LQ CB1 ADV PO1 POC PO3 PO4 IT8 IT3 SDQ SCH TC2 QTY"
    " SLN NM1 VEH V1 R4 FA1 FA2 NTE CTT SE G61 G62 CRC YNQ CN1 TMD GID PS PYD FST SWD UIT SHP X1 X2 DD".split()
)
