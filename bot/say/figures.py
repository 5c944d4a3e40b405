"""Sums, prices, quantities and days in words that cannot be misread."""

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from babel import dates

from desk import money

# Letters are in English, so figures are grouped the English way, and a currency is named by its code: "$" has twenty
# owners. Places are those of ISO 4217, which is what the sums are kept in; CLDR's differ for a dozen currencies.
_LOCALE = "en_GB"


def sum_of(amount: money.Money) -> str:
    """GBP 1,234.50; KWD 1,234.500; JPY 1,234."""
    return str(amount)


def bare(amount: money.Money) -> str:
    """The figure alone, for a column whose head names the currency."""
    return f"{amount.amount:,}"


def price(value: Decimal, currency: str, per: Decimal = Decimal(1)) -> str:
    """A unit price with at least the places of its currency and never fewer than it has: 4.10, 0.0325, 7.00 per 100."""
    exact = Decimal(format(value.normalize(), "f"))
    places = max(money.places(currency), -int(exact.as_tuple().exponent))
    figure = f"{exact:,.{places}f}"
    return figure if per == 1 else f"{figure} per {quantity(per)}"


def quantity(value: Decimal) -> str:
    """300; 1,000; 2.5."""
    return f"{Decimal(format(value.normalize(), 'f')):,}"


def day(value: date) -> str:
    """12 January 2026: no reader can take the day for the month."""
    return dates.format_date(value, "d MMMM y", locale=_LOCALE)


def moment(value: datetime, zone: str) -> str:
    """12 January 2026 at 14:03 GMT, on the clock of the seller's time zone (an IANA name)."""
    there = value.astimezone(ZoneInfo(zone))
    return f"{day(there.date())} at {there:%H:%M} {there.tzname()}"
