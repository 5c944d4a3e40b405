"""Whether a text reads like the name of a company, by the legal forms and words of many countries."""

import re

_FORMS = re.compile(
    r"(?<![\w.])(?:inc|llc|l\.l\.c|llp|ltd|limited|plc|corp|corporation|company|pty|pvt|gmbh|mbh|ohg|e\.? ?k"
    r"|s\.a\.?s?|s\.?a\.?r\.?l|s\.?r\.?l|s\.?p\.a|spa|s\.?n\.?c|s\.l\.?u?|ltda|eireli|lda|b\.v|n\.v|v\.?o\.?f"
    r"|a/s|aps|ehf|sp\.? ?z\.? ?o\.? ?o|s\.?r\.?o|a\.s|d\.o\.o|kft|zrt|a\.ş|şti|w\.l\.l|fzc?o|fze|eurl"
    r"|ε\.?π\.?ε|α\.ε|ο\.ε|ι\.?κ\.?ε|ооо|оао|зао|пао|тов|фоп)(?!\w)",
    re.IGNORECASE,
)
# Short forms are words of other languages too ("as", "co-operate"): here the capitals tell.
_CAPITALS = re.compile(
    r"(?<![\w.])(?:AG|KG|UG|SE|SA|SAS|SL|BV|NV|AB|Ab|AS|Oyj?|OY|Ky|CC|Bt|Co|CO|Cia|АО|ИП|Group|GROUP|Industries|INDUSTRIES"
    r"|Trading|TRADING|Enterprises?|ENTERPRISES?|International|INTERNATIONAL|Stores|STORES|Traders|TRADERS|Wholesale"
    r"|WHOLESALE|University|UNIVERSITY|District|DISTRICT|Bros|BROS|& Sons|& SONS)(?!\w)"
)
# These are written without a space before or behind.
_JOINED = re.compile(
    r"株式会社|有限会社|合同会社|（株）|\(株\)|㈱|有限公司|公司|商店|주식회사|\(주\)|㈜|شركة|مؤسسة|בע[\"״]מ"
)


def is_company(text: str) -> bool:
    """A legal form ("Ltd", "GmbH", "Sp. z o.o.", "株式会社") or a word that companies call themselves by."""
    return any(pattern.search(text) for pattern in (_FORMS, _CAPITALS, _JOINED))
