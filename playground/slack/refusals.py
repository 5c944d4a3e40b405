"""How this Slack refuses: its own error codes, as the Web API words them."""

from collections.abc import Sequence

from playground.slack import things


class RefusalError(Exception):
    """The call is refused; `code` is Slack's word for it, `problems` say where the blocks are wrong."""

    def __init__(
        self, code: str, *, problems: Sequence[str] = (), needed: str = "", provided: str = "", after: int = 0
    ) -> None:
        super().__init__(f"Slack refuses: {code}" + "".join(f"; {problem}" for problem in problems))
        self.code, self.problems, self.after = code, tuple(problems), after
        self.needed, self.provided = needed, provided

    @property
    def status(self) -> int:
        """Slack answers 200 to every refusal but the one for too many calls."""
        return 429 if self.code == "ratelimited" else 200

    def body(self) -> things.Json:
        """The refusal as JSON."""
        said: things.Json = {"ok": False, "error": self.code}
        if self.needed:
            said |= {"needed": self.needed, "provided": self.provided}
        if self.problems:
            # Since the JSON pointers came, both places name the problems.
            said["errors"] = list(self.problems)
            said["response_metadata"] = {"messages": [f"[ERROR] {problem}" for problem in self.problems]}
        return said
