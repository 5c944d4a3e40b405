"""The ways a wire can fail: try later, never again, or nobody knows whether it was carried."""

from desk.errors import DeskError


class TryLaterError(DeskError):
    """The other side is away or busy; `after` is how many seconds it asked us to wait, where it did."""

    def __init__(self, why: str, *, after: float | None = None) -> None:
        super().__init__(why)
        self.after = after


class NeverAgainError(DeskError):
    """The other side refused for good; trying again would only repeat the refusal."""


class UnknownOutcomeError(DeskError):
    """The wire broke after the message may have been taken: look for it before sending again."""
