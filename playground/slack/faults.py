"""What may go wrong on purpose: envelopes dropped, late or doubled, calls refused, answers lost, silence."""

import threading
from dataclasses import dataclass


@dataclass
class _Rule:
    """One fault and how many more times it strikes; `match` is a method or an envelope type, or "" for any."""

    what: str
    match: str
    times: int
    seconds: float = 0.0
    status: int = 0


class Faults:
    """The faults that wait to strike; each strikes `times` times and is gone."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._rules: list[_Rule] = []
        self.silent = False
        self.mute = False

    # -- envelopes ---------------------------------------------------------------------------------------

    def drop(self, kind: str = "", *, times: int = 1) -> None:
        """Envelopes of this type (slash_commands, interactive, events_api) are sent to nobody."""
        self._add(_Rule("drop", kind, times))

    def delay(self, seconds: float, kind: str = "", *, times: int = 1) -> None:
        """Envelopes come these seconds late; the deadline for the answer runs meanwhile."""
        self._add(_Rule("delay", kind, times, seconds=seconds))

    def duplicate(self, kind: str = "", *, times: int = 1) -> None:
        """Envelopes are sent twice, with two envelope ids and one payload."""
        self._add(_Rule("duplicate", kind, times))

    def silence(self, *, on: bool = True, pongs: bool = True) -> None:
        """The sockets stay open and nothing comes; without `pongs` not even the answer to a ping."""
        self.silent, self.mute = on, on and not pongs

    # -- calls -------------------------------------------------------------------------------------------

    def refuse(self, method: str = "", *, status: int = 500, after: float = 1, times: int = 1) -> None:
        """Calls are answered with this status and not done; 429 says Retry-After `after` seconds."""
        self._add(_Rule("refuse", method, times, seconds=after, status=status))

    def lose_answer(self, method: str = "", *, times: int = 1) -> None:
        """Calls are done, and then the connection breaks before the answer."""
        self._add(_Rule("lose", method, times))

    def clear(self) -> None:
        """Nothing goes wrong any more."""
        with self._lock:
            self._rules.clear()
        self.silence(on=False)

    # -- asked by the house ------------------------------------------------------------------------------

    def _add(self, rule: _Rule) -> None:
        with self._lock:
            self._rules.append(rule)

    def strike(self, what: str, name: str) -> _Rule | None:
        """The fault of this sort that strikes now, if one waits."""
        with self._lock:
            for rule in self._rules:
                if rule.what == what and rule.match in {"", name} and rule.times > 0:
                    rule.times -= 1
                    return rule
        return None
