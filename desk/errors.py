"""Errors of the desk: each is one sentence to a person, and keeps its facts."""


class DeskError(Exception):
    """Something that a person can be told in one sentence: what is wrong, what was expected, what to do."""


class MoneyError(DeskError):
    """An amount that its currency cannot hold, or two currencies in one sum."""


class WrongStateError(DeskError):
    """The order is not in a state that allows this."""

    def __init__(self, number: str, state: str, wanted: str) -> None:
        super().__init__(f"Order {number} is {state}; it cannot become {wanted}.")
        self.number, self.state, self.wanted = number, state, wanted


class NotAllowedError(DeskError):
    """This person may not do this."""

    def __init__(self, who: str, what: str, because: str) -> None:
        super().__init__(f"{who} may not {what}: {because}.")
        self.who, self.what, self.because = who, what, because


class AlreadyDecidedError(DeskError):
    """Somebody was first; the first decision stands."""

    def __init__(self, number: str, decided: str, by: str) -> None:
        super().__init__(f"Order {number} was already {decided} by {by}; the first decision stands.")
        self.number, self.decided, self.by = number, decided, by


class UnknownError(DeskError):
    """No such thing in the store."""

    def __init__(self, what: str, key: str, hint: str = "") -> None:
        super().__init__(f"There is no {what} {key!r}." + (f" {hint}" if hint else ""))
        self.what, self.key = what, key
