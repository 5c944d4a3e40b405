"""A person corrects an order, and the next one of that layout is read right by itself."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from bot import office
from bot.demo import stage
from bot.flows import correct, decide
from desk import correcting, errors, events, orders, taking
from desk.orders import State
from playground.samples import layouts, papers, truths
from store import inbox, outbox
from tests.bot import build

HOUSE = {"order_date": "Vorgangstag"}
BEN = "Ben"


def mail(stated: truths.Truth, wording: Mapping[str, str] = HOUSE) -> bytes:
    """The order as a PDF in a layout that calls some things by words of its own."""
    drawn = replace(layouts.LAYOUTS["grid"], wording=wording)
    return build.note("Our order.", ("order.pdf", papers.draw_pdf(stated, drawn)), sender=stated.contact)


def taken(desk: office.Office, po_number: str = "4500118", *, buyer: str = "MELROSE") -> orders.Order:
    build.open_up(desk, mail(build.truth(po_number, buyer=buyer)))
    return build.every(desk)[-1]


def correct_day(desk: office.Office, order: orders.Order) -> correct.Corrected:
    return correct.correct(desk, order.number, [f"order_date={build.NOON:%Y-%m-%d}"], by=BEN)


def test_a_corrected_order_goes_on_by_the_same_rules_as_always(desk: office.Office) -> None:
    order = taken(desk)
    assert order.state is State.NEEDS_LOOK

    done = correct_day(desk, order)

    now = build.order(desk, order.number)
    assert (now.state, now.doubts, now.touchless, now.taken_by) == (State.AWAITING_APPROVAL, (), False, BEN)
    assert now.version.order_date == build.NOON.date()
    assert done.order == now
    assert build.letters(desk, order.number) == ["confirmation"]


def test_the_next_order_of_that_layout_goes_on_by_itself(desk: office.Office) -> None:
    correct_day(desk, taken(desk))

    second = taken(desk, "4500119")

    assert (second.state, second.touchless) == (State.AWAITING_APPROVAL, True)
    assert second.version.order_date == build.NOON.date()


def test_another_buyers_order_is_read_as_if_nothing_had_been_taught(desk: office.Office) -> None:
    correct_day(desk, taken(desk))

    other = taken(desk, "PO-20440", buyer="HERON")

    assert (other.buyer_id, other.state) == ("HERON", State.NEEDS_LOOK)


def test_an_unbelieved_mail_is_read_without_lessons(desk: office.Office) -> None:
    correct_day(desk, taken(desk))

    build.open_up(desk, mail(build.truth("4500119")), verdict="fail")

    assert "order_date" in {doubt.field for doubt in build.every(desk)[-1].doubts}


def test_undo_takes_it_back(desk: office.Office) -> None:
    (lesson,) = correct_day(desk, taken(desk)).learned

    correct.undo(desk, lesson.id, by="Mira")

    assert taken(desk, "4500119").state is State.NEEDS_LOOK
    assert build.facts(desk, "buyer:MELROSE") == ["LessonUndone"]
    with pytest.raises(errors.UnknownError, match="no lesson"):
        correct.undo(desk, lesson.id, by="Mira")


def test_the_diary_and_the_journal_tell_who_corrected_what(desk: office.Office) -> None:
    order = taken(desk)
    correct_day(desk, order)

    assert build.facts(desk, order.number)[-2:] == ["OrderCorrected", "ConfirmationAsked"]
    posts = [str(item.body) for item in build.said(desk, f"order:{order.number}", outbox.Kind.POST)]
    assert any("Ben corrected the order" in post and "Vorgangstag" in post for post in posts)


def test_what_is_in_doubt_still_waits_for_a_person(desk: office.Office) -> None:
    build.open_up(desk, mail(build.truth()), verdict="fail")
    (order,) = build.every(desk)

    correct_day(desk, order)

    assert build.order(desk, order.number).state is State.NEEDS_LOOK


def test_an_order_that_the_buyer_was_shown_is_not_changed(desk: office.Office) -> None:
    order = build.confirmed(desk)

    with pytest.raises(taking.ShownError, match="cancel it"):
        correct.correct(desk, order.number, ["po_number=1"], by=BEN)

    assert build.order(desk, order.number) == order
    with desk.store.look() as books:
        assert books.lessons.every() == ()


def test_a_value_that_is_none_changes_nothing(desk: office.Office) -> None:
    order = taken(desk)

    with pytest.raises(correcting.NoFieldError, match="write it as 2026-11-12"):
        correct.correct(desk, order.number, ["order_date=12/11"], by=BEN)

    assert build.order(desk, order.number) == order


def test_a_value_that_does_not_stand_in_the_document_corrects_and_teaches_nothing(desk: office.Office) -> None:
    order = taken(desk)

    done = correct.correct(desk, order.number, ["po_number=by phone 7"], by=BEN)

    assert build.order(desk, order.number).po_number == "by phone 7"
    assert done.learned == ()
    assert "does not stand in the document" in done.unlearned[0][1]


def test_a_second_correction_keeps_the_first(desk: office.Office) -> None:
    order = taken(desk)
    correct.correct(desk, order.number, ["po_number=by phone 7"], by=BEN)

    correct_day(desk, order)

    now = build.order(desk, order.number)
    assert (now.po_number, now.version.order_date) == ("by phone 7", build.NOON.date())


def test_a_quantity_that_breaks_the_sums_is_a_doubt(desk: office.Office) -> None:
    order = taken(desk)

    correct.correct(desk, order.number, [f"order_date={build.NOON:%Y-%m-%d}", "lines.1.quantity=25"], by=BEN)

    now = build.order(desk, order.number)
    assert now.state is State.NEEDS_LOOK
    assert now.version.lines[0].quantity == 25
    assert any("quantity x price" in doubt.why for doubt in now.doubts)


def test_our_own_code_for_a_line_teaches_the_buyers_part_number(desk: office.Office) -> None:
    build.open_up(desk, build.note("Please send us on PO 4500777:\n\n24 x MF-9999 @ 7.84\n"))
    (order,) = build.every(desk)

    done = correct.correct(desk, order.number, ["lines.1.sku=RNG-114"], by=BEN)

    assert build.order(desk, order.number).version.lines[0].sku == "RNG-114"
    with desk.store.look() as books:
        assert books.catalogue.meant("MELROSE", "MF-9999") == "RNG-114"
    correct.undo(desk, done.learned[0].id, by=BEN)
    with desk.store.look() as books:
        assert books.catalogue.meant("MELROSE", "MF-9999") is None


def test_a_line_that_a_person_settled_stays_settled(desk: office.Office) -> None:
    build.open_up(desk, build.note("Please send us on PO 4500777:\n\n24 x ZZ-9 hoops @ 7.84\n"))
    (order,) = build.every(desk)
    decide.settle(desk, order.number, 1, "RNG-114", price=None, by=BEN)

    correct.correct(desk, order.number, ["po_number=4500778"], by=BEN)

    assert build.order(desk, order.number).version.lines[0].sku == "RNG-114"


def test_a_person_says_whose_order_it_is_and_the_next_is_known(desk: office.Office) -> None:
    stranger = replace(build.ANA, email="ana@elsewhere.example")
    first = build.note("Our order.", ("order.pdf", papers.draw_pdf(build.truth())), sender=stranger)
    build.open_up(desk, first)
    (order,) = build.every(desk)
    assert order.buyer_id == ""

    correct.correct(desk, order.number, ["buyer=MELROSE"], by=BEN)

    assert build.order(desk, order.number).buyer_id == "MELROSE"
    second = papers.draw_pdf(build.truth("4500119"))
    build.open_up(desk, build.note("Our order.", ("order.pdf", second), sender=stranger))
    assert build.every(desk)[-1].buyer_id == "MELROSE"


def test_a_mail_in_which_no_order_was_found_becomes_one(desk: office.Office) -> None:
    house = {name: f"Xy{name[::2]}" for name in ("po_number", "sku", "quantity", "unit_price", "amount", "total")}
    house["order"] = "Zettel"
    stated = build.truth("4500118")
    kept = build.open_up(desk, mail(stated, house))
    assert kept.state is inbox.State.NEEDS_PERSON
    line = stated.lines[0]
    said = ["po_number=4500118", f"total={stated.total}", f"lines.1.sku={line.sku}"]
    said += [f"lines.1.{name}={getattr(line, name)}" for name in ("quantity", "unit_price", "amount")]

    done = correct.correct(desk, f"mail:{kept.id}", said, by=BEN)

    assert done.order.version.lines[0].quantity == line.quantity
    assert build.message(desk, kept.id).state is inbox.State.HANDLED
    assert build.facts(desk, done.order.number)[0] == "OrderTaken"
    build.open_up(desk, mail(build.truth("4500119"), house))
    assert build.every(desk)[-1].po_number == "4500119"


def test_a_mail_that_needs_nobody_is_not_made_an_order(desk: office.Office) -> None:
    order = build.confirmed(desk)

    with pytest.raises(errors.WrongStateError):
        correct.correct(desk, f"mail:{order.mail}", ["po_number=1"], by=BEN)
    with pytest.raises(errors.UnknownError, match="mail:12"):
        correct.correct(desk, "mail:x", ["po_number=1"], by=BEN)


def test_who_corrected_an_order_may_not_approve_it(desk: office.Office) -> None:
    build.open_up(desk, mail(build.truth("PO-77120", wanted=(("THR-815", 200), ("CLK-920", 60)), buyer="HERON")))
    (order,) = build.every(desk)
    correct.correct(desk, order.number, [f"order_date={build.NOON:%Y-%m-%d}"], by=stage.MANAGER)

    assert build.order(desk, order.number).state is State.AWAITING_DECISION
    with pytest.raises(errors.NotAllowedError):
        decide.approve(desk, order.number, by=stage.MANAGER)


def test_a_fact_about_a_correction_comes_back_from_the_journal(desk: office.Office) -> None:
    from store import journal  # noqa: PLC0415 - only here

    order = taken(desk)
    correct_day(desk, order)

    with desk.store.look() as books:
        facts = [journal.fact(entry) for entry in books.journal.history(order.number)]
    (fact,) = (one for one in facts if isinstance(one, events.OrderCorrected))
    assert (fact.by, fact.said) == (BEN, (f"order_date={build.NOON:%Y-%m-%d}",))
