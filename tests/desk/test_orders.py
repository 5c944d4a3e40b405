"""An order lives as LIFE says, whatever is tried in whatever sequence."""

import itertools
from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

import hypothesis
import pytest
from hypothesis import stateful
from hypothesis import strategies as st

from desk import approval, errors, events, orders, reading
from desk.orders import LIFE, OPEN, State
from tests import build

MOVES = tuple(itertools.product(State, State))
Fact = TypeVar("Fact", bound=events.Event)
LAST = frozenset(state for state in State if not LIFE[state])


def test_every_state_has_its_row() -> None:
    assert set(LIFE) == set(State)


def test_every_state_can_be_reached_and_every_open_one_can_end() -> None:
    reached = _from(State.NEEDS_LOOK)
    assert reached == set(State)
    assert {State.DECLINED, State.CANCELLED} == LAST
    for state in OPEN:
        assert State.AGREED in _from(state)
        assert _from(state) & LAST


@pytest.mark.parametrize(("start", "to"), [move for move in MOVES if move[1] in LIFE[move[0]]])
def test_what_life_allows_happens(start: State, to: State) -> None:
    assert orders.move(build.order(state=start), to).state is to


@pytest.mark.parametrize(("start", "to"), [move for move in MOVES if move[1] not in LIFE[move[0]]])
def test_what_life_does_not_allow_is_refused_by_name(start: State, to: State) -> None:
    with pytest.raises(errors.WrongStateError) as refused:
        orders.move(build.order(state=start), to)
    assert (refused.value.number, refused.value.state, refused.value.wanted) == ("SO-10021", start, to)


@pytest.mark.parametrize("state", State)
def test_an_order_is_open_while_somebody_must_do_something(state: State) -> None:
    closed = {State.AGREED, State.DECLINED, State.CANCELLED, State.SET_ASIDE}
    assert build.order(state=state).is_open is (state not in closed)


def test_a_cancelled_order_says_who_and_why() -> None:
    step = orders.cancel(build.order(state=State.AGREED), by=build.CLERK, reason="The buyer rang.", at=build.NOW)
    assert step.order.state is State.CANCELLED
    assert step.order.reason == "The buyer rang."
    assert step.facts == (
        events.OrderCancelled(number="SO-10021", at=build.NOW, by=build.CLERK, reason="The buyer rang."),
    )


def test_a_setting_aside_can_be_undone_and_the_doubts_are_still_there() -> None:
    doubt = reading.Doubt("buyer", "The sender is no buyer that we know.")
    doubted = build.order(state=State.NEEDS_LOOK, doubts=[doubt])
    aside = orders.set_aside(doubted, by=build.CLERK, at=build.NOW)
    again = orders.take_up_again(aside.order, by=build.CLERK, at=build.NOW)
    assert aside.order.state is State.SET_ASIDE
    assert again.order == doubted
    assert aside.facts == (events.SetAside(number="SO-10021", at=build.NOW, by=build.CLERK),)
    assert again.facts == (events.TakenUpAgain(number="SO-10021", at=build.NOW, by=build.CLERK),)


def test_only_what_was_set_aside_is_taken_up_again() -> None:
    with pytest.raises(errors.WrongStateError):
        orders.take_up_again(build.order(state=State.NEEDS_LOOK), by=build.CLERK, at=build.NOW)


def _from(start: State) -> set[State]:
    seen, ahead = {start}, [start]
    while ahead:
        new = LIFE[ahead.pop()] - seen
        seen |= new
        ahead += new
    return seen


people = st.sampled_from([build.CLERK, build.MANAGER, build.DIRECTOR, "U0STRANGER"])
sentences = st.sampled_from(["", "", "", "", "We cannot believe the sender."])
tiers = st.sampled_from([None, build.tier(), build.tier(name="director", approvers=[build.DIRECTOR, build.CLERK])])
answers = st.builds(
    approval.Answer,
    intent=st.sampled_from(reading.Intent) | st.just(reading.Intent.APPROVE),
    words=st.just("the buyer's words"),
    by=st.sampled_from([build.ANA, build.CHO]),
    version=st.sampled_from([2, 2, 2, 1, 3, None]),
    unbelieved=sentences,
    no_voice=sentences,
)
clear_answers = st.builds(
    build.answer, intent=st.sampled_from([reading.Intent.APPROVE, reading.Intent.CHANGE]), version=st.just(2)
)


class Walk(stateful.RuleBasedStateMachine):
    """Everybody tries everything, in any sequence; what must never be is looked for after each step."""

    def __init__(self) -> None:
        super().__init__()
        self.order = build.order(state=State.NEEDS_LOOK, version=build.version(number=2))
        self.now = build.NOW
        self.facts: list[events.Fact] = []

    @stateful.initialize(doubted=st.booleans())
    def arrives(self, doubted: bool) -> None:  # noqa: FBT001  (Hypothesis calls by name)
        doubts = [reading.Doubt("order", "The document does not prove its own figures.")] if doubted else []
        self.order = build.order(state=State.NEEDS_LOOK, version=build.version(number=2), doubts=doubts)

    @stateful.rule(tier=tiers)
    def goes_on(self, tier: approval.Tier | None) -> None:
        doubted = bool(self.order.doubts)
        stepped = self._try(lambda: approval.go_on(self.order, tier, at=self.now))
        assert not (stepped and doubted)

    @stateful.rule(tier=tiers, by=people)
    def is_taken_as_read(self, tier: approval.Tier | None, by: str) -> None:
        if self._try(lambda: approval.take_as_read(self.order, tier, by=by, at=self.now)):
            assert self.order.taken_by == by

    @stateful.rule(by=people)
    def is_asked_again(self, by: str) -> None:
        self._try(lambda: approval.ask_again(self.order, by=by, at=self.now))

    @stateful.rule(by=people)
    def is_approved(self, by: str) -> None:
        before = self.order
        if self._try(lambda: approval.approve(before, by=by, at=self.now)):
            assert before.state is State.AWAITING_DECISION
            assert by in before.approvers
            assert by != before.taken_by

    @stateful.rule(by=people, reason=st.sampled_from(["Too dear.", "  "]))
    def is_declined(self, by: str, reason: str) -> None:
        before = self.order
        if self._try(lambda: approval.decline(before, by=by, reason=reason, at=self.now)):
            assert by in before.approvers
            assert by != before.taken_by
            assert self.order.reason == "Too dear."

    @stateful.rule(answer=answers | clear_answers)
    def is_answered(self, answer: approval.Answer) -> None:
        before = self.order
        assert self._try(lambda: approval.hear(before, answer, at=self.now)), (
            "an answer is heard or doubted, never lost"
        )
        plain = answer.intent is reading.Intent.APPROVE and not answer.unbelieved and not answer.no_voice
        may = plain and answer.version == 2 and before.state is State.AWAITING_APPROVAL
        assert (self.order.state is State.AGREED and before.state is not State.AGREED) == may
        if may:
            assert self.order.approved_by == answer.by

    # A walk that ends with its first steps has seen little: orders are called off later.
    @stateful.precondition(lambda self: len(self.facts) > 3)
    @stateful.rule(by=people)
    def is_cancelled(self, by: str) -> None:
        self._try(lambda: orders.cancel(self.order, by=by, reason="The buyer rang.", at=self.now))

    @stateful.rule(by=people)
    def is_set_aside(self, by: str) -> None:
        self._try(lambda: orders.set_aside(self.order, by=by, at=self.now))

    @stateful.rule(by=people)
    def is_taken_up_again(self, by: str) -> None:
        self._try(lambda: orders.take_up_again(self.order, by=by, at=self.now))

    @stateful.invariant()
    def nobody_decides_twice(self) -> None:
        decisions = self._of(events.ManagerApproved) + self._of(events.ManagerDeclined)
        assert len(decisions) <= 1
        assert bool(self.order.decided_by) == bool(decisions)

    @stateful.invariant()
    def what_a_manager_was_asked_is_offered_only_after_a_yes(self) -> None:
        if self.order.tier and self.order.state in {State.AWAITING_APPROVAL, State.ANSWERED, State.AGREED}:
            assert self._of(events.ManagerApproved)

    @stateful.invariant()
    def an_agreed_order_has_the_buyers_word_for_what_stands(self) -> None:
        said = self._of(events.BuyerApproved)
        assert len(said) <= 1
        assert bool(self.order.approved_by) == bool(said)
        if self.order.state is State.AGREED:
            assert [(one.version, one.seal) for one in said] == [(2, self.order.version.seal)]

    @stateful.invariant()
    def nothing_in_doubt_is_offered(self) -> None:
        if self.order.state not in {State.NEEDS_LOOK, State.SET_ASIDE, State.CANCELLED}:
            assert not self.order.doubts

    @stateful.invariant()
    def the_buyer_was_asked_before_we_wait_for_an_answer(self) -> None:
        if self.order.state in {State.AWAITING_APPROVAL, State.ANSWERED, State.AGREED}:
            assert self._of(events.ConfirmationAsked)[-1].seal == self.order.version.seal
            assert self.order.confirmed_at is not None

    def _try(self, rule: Callable[[], orders.Step]) -> bool:
        """Take the step if the rules allow it; either way the order moved as LIFE says."""
        before = self.order
        self.now += timedelta(minutes=1)
        try:
            step = rule()
        except errors.DeskError:
            return False
        self.order = step.order
        self.facts += step.facts
        assert step.facts, "what happened is always told"
        assert all((fact.number, fact.at) == (before.number, self.now) for fact in step.facts)
        if step.order != before:
            self._moved_lawfully(before)
        return True

    def _moved_lawfully(self, before: orders.Order) -> None:
        assert before.state not in LAST
        assert self.order.state in LIFE[before.state]
        assert (self.order.number, self.order.version) == (before.number, before.version)

    def _of(self, kind: type[Fact]) -> list[Fact]:
        return [fact for fact in self.facts if isinstance(fact, kind)]


TestWalk = Walk.TestCase
TestWalk.settings = hypothesis.settings(max_examples=250, stateful_step_count=25)
