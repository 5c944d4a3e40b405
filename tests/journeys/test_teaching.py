"""A buyer calls things by words of their own: one correction, and the desk knows them, for this buyer alone."""

from dataclasses import replace

import pytest

from bot.flows import correct
from desk import taking
from desk.orders import Order, State
from playground.samples import layouts, mails, papers, truths, world
from tests.journeys.build import Scene

# The number of the order stands under a word of the house; what stands at "No." is something else.
HOUSE = replace(layouts.LAYOUTS["grid"], wording={"po_number": "Vorgang", "contact": "No."})
LEDGER = world.Contact("A-77310", "")


def post(scene: Scene, truth: truths.Truth) -> bytes:
    """The order in the house's own layout, over SMTP."""
    shown = replace(truth, buyer=replace(truth.buyer, contacts=(LEDGER, *truth.buyer.contacts)))
    drawn = papers.draw_pdf(shown, HOUSE)
    raw = mails.order_pdf(truth, drawn, at=scene.on.desk.now(), chance=scene.chance)
    scene.post(raw)
    return raw


def misread(scene: Scene, truth: truths.Truth) -> Order:
    """The order waits for a look, under a number that is none."""
    order = scene.order(post(scene, truth), State.NEEDS_LOOK)
    assert order.po_number != truth.po_number
    return order


def test_one_correction_teaches_the_desk_for_this_buyer_until_it_is_taken_back(scene: Scene) -> None:
    desk, first = scene.on.desk, scene.truth()
    order = misread(scene, first)

    done = correct.correct(desk, order.number, [f"po_number={first.po_number}"], by="Ben")

    assert scene.becomes(order, State.AWAITING_APPROVAL).po_number == first.po_number
    scene.diary(order, "Ben corrected the order")
    scene.diary(order, "the label “Vorgang” names the po number")
    assert scene.on.letter(first.contact.email, order.number, "confirmation")

    second = scene.truth()
    taught = scene.order(post(scene, second), State.AWAITING_APPROVAL)
    assert (taught.po_number, taught.touchless) == (second.po_number, True)

    misread(scene, scene.truth(buyer="ALDERST"))

    correct.undo(desk, done.learned[0].id, by="Ben")
    misread(scene, scene.truth())
    scene.said_once(order, confirmation=1)
    with pytest.raises(taking.ShownError, match="cancel it"):
        correct.correct(desk, order.number, ["po_number=1"], by="Ben")
