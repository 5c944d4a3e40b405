"""Items as shops write them in their mails: "Gold ring  12 × $9.80  $117.60", with "SKU: RNG-114" in a row below."""

import re

from parsers import numbers
from parsers.form import proof
from parsers.form.proof import Proof
from parsers.numbers import Mark

_FIGURE = r"\d[\d.,']*"
_MONEY = rf"(?:[$€£¥₹] ?{_FIGURE}|{_FIGURE} ?[$€£¥₹])"
_NAMED = r"(?:sku|item|code|art|art\.|ref|ref\.|réf|réf\.)(?: ?(?:no|nr|number|n°)\.?)? ?[:#]+"
_CODE = rf"(?:\s+{_NAMED}\s*(?P<sku>[\w./-]*[\w]))?"
_TIMES = rf"(?:(?:qty|quantity|menge|qté|cant\.?)\s*:\s*)?(?P<quantity>{_FIGURE})\s*[x×]\s*(?P<unit_price>{_MONEY})"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"(?P<description>\S.*?){_CODE}\s+{_TIMES}\s+(?P<amount>{_MONEY})",
        rf"(?P<description>\S.*?)\s+{_TIMES}\s+(?P<amount>{_MONEY}){_CODE}",
        rf"(?P<description>\S.*?)\s+(?P<amount>{_MONEY}){_CODE}\s+{_TIMES}",
    )
)
_MORE = re.compile(rf"{_NAMED}\s*[\w./-]*\w", re.IGNORECASE)

Span = tuple[int, int]


def parts(text: str, mark: Mark) -> dict[str, Span] | None:
    """Where each part of an item stands in this text, if quantity x price is the amount beside them."""
    for shape in _SHAPES:
        found = shape.fullmatch(text)
        if found is None:
            continue
        count, price, amount = (numbers.figure(found[name], mark) for name in ("quantity", "unit_price", "amount"))
        if count and price and amount and proof.line(count.value, price.value, amount.value) is Proof.EXACT:
            return {name: found.span(name) for name in shape.groupindex if found[name]}
    return None


def is_code(text: str) -> bool:
    """A row that says the code of an item and nothing else: "SKU: RNG-114"."""
    return bool(_MORE.fullmatch(text))
