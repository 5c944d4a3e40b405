"""The words by which an order is found, and the one spelling of a PO number."""

import re
import unicodedata

from desk import orders

# Sorts behind every character that a word may hold.
LAST = "\U0010ffff"
MOST = 1000
_WORD = re.compile(r"[^\W_]+")
# What people write before a number without meaning a part of it: PO 123, P.O. No. 123, Order #123.
_PREFIX = re.compile(r"^(?:PURCHASEORDER|PURCHORDER|PONUMBER|PO|ORDER)(?:NUMBER|NUM|NO|NR)?(?=[0-9])")


def po_key(po_number: str) -> str:
    """Letters and digits in capitals, no zeros in front of a run of digits, no "PO" before it: 123 for PO-00123."""
    bare = "".join(_WORD.findall(unicodedata.normalize("NFKC", po_number))).upper()
    bare = _PREFIX.sub("", bare)
    return re.sub(r"(?<![0-9])0+(?=[0-9])", "", bare)


def asked(text: str) -> tuple[str, ...]:
    """The words that a person looks for."""
    return tuple(dict.fromkeys(_words(text)))


def of_order(order: orders.Order) -> frozenset[str]:
    """The words of an order; its own number stands among them once more as "#" and its digits."""
    texts = [order.number, order.po_number, order.buyer_name, order.contact, order.subject]
    for line in order.version.lines:
        texts += [line.sku, line.buyer_sku, line.description]
    found = list(dict.fromkeys(word for text in texts for word in _words(text)))[:MOST]
    digits = re.search(r"[0-9]+$", order.number)
    named = {f"#{po_key(digits.group())}"} if digits else set()
    key = {po_key(order.po_number).casefold()} - {""}
    return frozenset(found) | named | key


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
