"""A manager's decision above a threshold, and the buyer's yes to what stands."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk import approval, errors, events, money, orders, reading
from desk.orders import State
from desk.reading import Intent
from tests import build

TIERS = [
    build.tier(name="director", above=20_000, approvers=[build.DIRECTOR]),
    build.tier(name="manager", above=5000, approvers=[build.MANAGER, build.DIRECTOR]),
]
RATES = {"EUR": Decimal("0.86"), "JPY": Decimal("0.0052")}
LATER = build.NOW.replace(hour=11)


def waiting(*, taken_by: str = "", decided_by: str = "", state: State = State.AWAITING_DECISION) -> orders.Order:
    """An order that the manager was asked about."""
    return build.order(
        state=state,
        tier="manager",
        approvers=[build.MANAGER, build.DIRECTOR],
        taken_by=taken_by,
        decided_by=decided_by,
    )


@pytest.mark.parametrize(
    ("total", "tier"),
    [
        ("0", None),
        ("4999.99", None),
        ("5000.00", None),  # exactly the threshold goes by itself
        ("5000.01", "manager"),
        ("20000.00", "manager"),
        ("20000.01", "director"),
        ("1000000", "director"),
    ],
)
def test_the_highest_threshold_exceeded_decides(total: str, tier: str | None) -> None:
    found = approval.tier_for(build.gbp(total), TIERS, {})
    assert (found.name if found else None) == tier


@pytest.mark.parametrize(
    ("total", "coin", "tier"),
    [
        ("5813.95", "EUR", None),  # 4,999.997 pounds: 5,000.00
        ("5813.97", "EUR", "manager"),  # 5,000.0142
        ("23255.81", "EUR", "manager"),
        ("23255.82", "EUR", "director"),  # 20,000.0052: a penny above
        ("961538", "JPY", None),
        ("961541", "JPY", "manager"),
        ("0.01", "USD", "director"),  # no rate: nobody can say that it is little
    ],
)
def test_a_foreign_total_is_compared_in_the_sellers_currency(total: str, coin: str, tier: str | None) -> None:
    found = approval.tier_for(money.exact(Decimal(total), coin), TIERS, RATES)
    assert (found.name if found else None) == tier


def test_without_tiers_everything_goes_by_itself() -> None:
    assert approval.tier_for(money.Money(10**9, "USD"), [], {}) is None


@given(st.integers(0, 3_000_000), st.integers(0, 3_000_000))
def test_a_larger_order_never_needs_less(one: int, other: int) -> None:
    def threshold(minor: int) -> int:
        found = approval.tier_for(money.Money(minor, "GBP"), TIERS, {})
        return found.above.minor if found else -1

    small, large = sorted((one, other))
    assert threshold(small) <= threshold(large)


@given(st.integers(0, 3_000_000), st.permutations(TIERS))
def test_the_sequence_of_tiers_in_the_policy_means_nothing(minor: int, shuffled: list[approval.Tier]) -> None:
    total = money.Money(minor, "GBP")
    assert approval.tier_for(total, shuffled, {}) == approval.tier_for(total, TIERS, {})


def test_an_order_below_every_threshold_is_offered_to_the_buyer() -> None:
    order = build.order(state=State.NEEDS_LOOK)
    step = approval.go_on(order, None, at=LATER)
    assert step.order == replace(order, state=State.AWAITING_APPROVAL, confirmed_at=LATER)
    assert step.facts == (
        events.ConfirmationAsked(number="SO-10021", at=LATER, version=1, seal=order.version.seal, to=build.ANA),
    )


def test_an_order_above_a_threshold_waits_for_its_approvers() -> None:
    step = approval.go_on(build.order(state=State.NEEDS_LOOK), TIERS[1], at=LATER)
    assert step.order.state is State.AWAITING_DECISION
    assert step.order.approvers == (build.MANAGER, build.DIRECTOR)
    assert step.facts == (
        events.DecisionAsked(number="SO-10021", at=LATER, tier="manager", approvers=(build.MANAGER, build.DIRECTOR)),
    )


@pytest.mark.parametrize("state", [state for state in State if state is not State.NEEDS_LOOK])
def test_only_an_order_that_came_in_goes_on(state: State) -> None:
    with pytest.raises(errors.WrongStateError):
        approval.go_on(build.order(state=state), None, at=LATER)


DOUBT = reading.Doubt("order", "The document does not prove its own figures.")


def test_an_order_in_doubt_does_not_go_on() -> None:
    with pytest.raises(errors.WrongStateError, match="in doubt"):
        approval.go_on(build.order(state=State.NEEDS_LOOK, doubts=[DOUBT]), None, at=LATER)


def test_what_lacks_a_price_is_not_offered() -> None:
    order = build.order(state=State.NEEDS_LOOK, version=build.version(lines=[build.line(price=None)]))
    with pytest.raises(errors.WrongStateError, match="incomplete"):
        approval.go_on(order, None, at=LATER)


def test_a_person_who_takes_an_order_as_read_settles_its_doubts() -> None:
    step = approval.take_as_read(build.order(state=State.NEEDS_LOOK, doubts=[DOUBT]), None, by=build.CLERK, at=LATER)
    assert step.order.state is State.AWAITING_APPROVAL
    assert step.order.taken_by == build.CLERK
    assert step.order.doubts == ()
    assert step.facts[0] == events.TakenAsRead(number="SO-10021", at=LATER, by=build.CLERK)
    assert isinstance(step.facts[1], events.ConfirmationAsked)


def test_taking_as_read_does_not_pass_by_the_manager() -> None:
    order = build.order(state=State.NEEDS_LOOK, doubts=[DOUBT])
    step = approval.take_as_read(order, TIERS[1], by=build.CLERK, at=LATER)
    assert step.order.state is State.AWAITING_DECISION


@pytest.mark.parametrize("state", [state for state in State if state is not State.NEEDS_LOOK])
def test_only_what_needs_a_look_is_taken_as_read(state: State) -> None:
    with pytest.raises(errors.WrongStateError):
        approval.take_as_read(build.order(state=state), None, by=build.CLERK, at=LATER)


@pytest.mark.parametrize("tier", [None, TIERS[1]])
def test_what_lacks_a_product_or_a_price_cannot_be_taken_as_read(tier: approval.Tier | None) -> None:
    order = build.order(state=State.NEEDS_LOOK, version=build.version(lines=[build.line(price=None)]))
    with pytest.raises(errors.WrongStateError, match="incomplete"):
        approval.take_as_read(order, tier, by=build.CLERK, at=LATER)


@pytest.mark.parametrize("state", [State.AWAITING_APPROVAL, State.ANSWERED])
def test_a_person_may_have_the_buyer_asked_again(state: State) -> None:
    order = replace(build.order(state=state), reminders=2, reason="The letter came back.")
    step = approval.ask_again(order, by=build.CLERK, at=LATER)
    assert step.order == replace(order, state=State.AWAITING_APPROVAL, confirmed_at=LATER, reminders=0, reason="")
    assert step.facts[0] == events.AskedAgain(number="SO-10021", at=LATER, by=build.CLERK)
    assert isinstance(step.facts[1], events.ConfirmationAsked)


@pytest.mark.parametrize("state", [one for one in State if one not in {State.AWAITING_APPROVAL, State.ANSWERED}])
def test_asking_again_passes_by_no_look_and_no_manager(state: State) -> None:
    with pytest.raises(errors.WrongStateError):
        approval.ask_again(build.order(state=state), by=build.CLERK, at=LATER)


def test_a_managers_yes_has_the_buyer_asked() -> None:
    step = approval.approve(waiting(), by=build.MANAGER, at=LATER)
    assert step.order.state is State.AWAITING_APPROVAL
    assert step.order.decided_by == build.MANAGER
    assert step.facts[0] == events.ManagerApproved(number="SO-10021", at=LATER, by=build.MANAGER)
    assert isinstance(step.facts[1], events.ConfirmationAsked)


def test_a_managers_no_ends_the_order_with_its_reason() -> None:
    step = approval.decline(waiting(), by=build.MANAGER, reason=" Too dear. ", at=LATER)
    assert step.order.state is State.DECLINED
    assert (step.order.decided_by, step.order.reason) == (build.MANAGER, "Too dear.")
    assert step.facts == (events.ManagerDeclined(number="SO-10021", at=LATER, by=build.MANAGER, reason="Too dear."),)


@pytest.mark.parametrize("reason", ["", "  ", "\n"])
def test_a_no_needs_a_reason(reason: str) -> None:
    with pytest.raises(errors.NotAllowedError, match="without a reason"):
        approval.decline(waiting(), by=build.MANAGER, reason=reason, at=LATER)


@pytest.mark.parametrize("by", [build.CLERK, "U0STRANGER", build.MANAGER.lower(), ""])
def test_only_those_whom_the_policy_names_decide(by: str) -> None:
    with pytest.raises(errors.NotAllowedError, match="the policy names other approvers"):
        approval.approve(waiting(), by=by, at=LATER)
    with pytest.raises(errors.NotAllowedError, match="the policy names other approvers"):
        approval.decline(waiting(), by=by, reason="Too dear.", at=LATER)


def test_whoever_took_an_order_does_not_decide_on_it() -> None:
    order = waiting(taken_by=build.MANAGER)
    with pytest.raises(errors.NotAllowedError, match="whoever took"):
        approval.approve(order, by=build.MANAGER, at=LATER)
    with pytest.raises(errors.NotAllowedError, match="whoever took"):
        approval.decline(order, by=build.MANAGER, reason="Too dear.", at=LATER)
    assert approval.approve(order, by=build.DIRECTOR, at=LATER).order.decided_by == build.DIRECTOR


def test_the_first_yes_stands() -> None:
    approved = approval.approve(waiting(), by=build.MANAGER, at=LATER).order
    with pytest.raises(errors.AlreadyDecidedError, match=f"already approved by {build.MANAGER}"):
        approval.decline(approved, by=build.DIRECTOR, reason="Too dear.", at=LATER)
    with pytest.raises(errors.AlreadyDecidedError):
        approval.approve(approved, by=build.MANAGER, at=LATER)


def test_the_first_no_stands() -> None:
    declined = approval.decline(waiting(), by=build.MANAGER, reason="Too dear.", at=LATER).order
    with pytest.raises(errors.AlreadyDecidedError, match=f"already declined by {build.MANAGER}"):
        approval.approve(declined, by=build.DIRECTOR, at=LATER)


@pytest.mark.parametrize("state", [state for state in State if state is not State.AWAITING_DECISION])
def test_nothing_is_decided_where_nobody_was_asked(state: State) -> None:
    with pytest.raises(errors.WrongStateError):
        approval.approve(waiting(state=state), by=build.MANAGER, at=LATER)


def test_a_believed_yes_to_the_current_version_agrees_the_order() -> None:
    order = build.order()
    step = approval.hear(order, build.answer(words="Approved, thank you."), at=LATER)
    assert step.order == replace(order, state=State.AGREED, approved_by=build.ANA, approved_at=LATER)
    assert step.facts == (
        events.BuyerApproved(
            number="SO-10021",
            at=LATER,
            version=1,
            seal=order.version.seal,
            by=build.ANA,
            words="Approved, thank you.",
        ),
    )


@pytest.mark.parametrize("intent", [intent for intent in Intent if intent is not Intent.APPROVE])
@pytest.mark.parametrize("state", [State.AWAITING_APPROVAL, State.ANSWERED])
def test_any_other_answer_goes_to_a_person_with_its_words(intent: Intent, state: State) -> None:
    step = approval.hear(build.order(state=state), build.answer(intent=intent, words="Make it 250."), at=LATER)
    assert step.order == build.order(state=State.ANSWERED)
    assert step.facts == (
        events.BuyerAnswered(number="SO-10021", at=LATER, version=1, intent=intent, by=build.ANA, words="Make it 250."),
    )


SECOND = build.order(version=build.version(number=2))


@pytest.mark.parametrize("intent", Intent)
@pytest.mark.parametrize(
    ("order", "answer", "why"),
    [
        (build.order(), build.answer(unbelieved="No DKIM of fernhill.example."), "No DKIM of fernhill.example."),
        (build.order(), build.answer(no_voice="Cho is no contact of Fernhill."), "Cho is no contact of Fernhill."),
        (build.order(), build.answer(version=None), "does not show which version"),
        (SECOND, build.answer(version=1), "It answers version 1; the current one is 2."),
        (build.order(), build.answer(version=2), "It answers version 2; the current one is 1."),
    ],
    ids=["unbelieved", "no voice", "no version", "an older version", "a version that never was"],
)
def test_an_answer_in_doubt_moves_nothing_and_is_told(
    order: orders.Order, answer: approval.Answer, why: str, intent: Intent
) -> None:
    step = approval.hear(order, replace(answer, intent=intent), at=LATER)
    assert step.order == order
    (fact,) = step.facts
    assert isinstance(fact, events.AnswerDoubted)
    assert why in fact.why
    assert (fact.by, fact.words) == (answer.by, answer.words)


@pytest.mark.parametrize("state", [one for one in State if one not in {State.AWAITING_APPROVAL, State.ANSWERED}])
@pytest.mark.parametrize("intent", Intent)
def test_an_answer_that_nobody_awaited_moves_nothing(state: State, intent: Intent) -> None:
    order = build.order(state=state)
    step = approval.hear(order, build.answer(intent=intent), at=LATER)
    assert step.order == order
    (fact,) = step.facts
    assert isinstance(fact, events.AnswerDoubted)
    assert "no answer was awaited" in fact.why


def test_a_yes_after_a_wish_for_change_may_mean_either() -> None:
    changed = approval.hear(build.order(), build.answer(intent=Intent.CHANGE, words="Make it 250."), at=LATER).order
    step = approval.hear(changed, build.answer(), at=LATER)
    assert step.order == changed
    assert isinstance(step.facts[0], events.AnswerDoubted)


def test_a_yes_counts_again_once_a_person_has_asked_again() -> None:
    changed = approval.hear(build.order(), build.answer(intent=Intent.QUESTION), at=LATER).order
    asked = approval.ask_again(changed, by=build.CLERK, at=LATER).order
    assert approval.hear(asked, build.answer(), at=LATER).order.state is State.AGREED


def test_a_second_yes_agrees_nothing_a_second_time() -> None:
    agreed = approval.hear(build.order(), build.answer(), at=build.NOW).order
    step = approval.hear(agreed, build.answer(words="approved!"), at=LATER)
    assert step.order == agreed
    assert not any(isinstance(fact, events.BuyerApproved) for fact in step.facts)
