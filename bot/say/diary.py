"""What the thread under an order's card says of each fact."""

from typing import assert_never

from bot.say import mrkdwn, plain
from desk import events, reading

_WORDS = 700
_DOUBTS = 8
_ANSWERED: dict[reading.Intent, str] = {
    reading.Intent.APPROVE: "approved",
    reading.Intent.REJECT: "said no",
    reading.Intent.CHANGE: "asks for a change",
    reading.Intent.QUESTION: "has a question",
    reading.Intent.UNCLEAR: "answered, but not clearly",
}


def entry(fact: events.Fact) -> str | None:  # noqa: C901, PLR0911, PLR0912 - one case for each fact, and no more
    """One sentence of mrkdwn, outside text escaped; None where the card or another entry already says it."""
    match fact:
        case events.OrderTaken():
            return _taken(fact)
        case events.DoubtsRaised():
            return _doubts(fact)
        case events.LineSettled():
            return f"{mrkdwn.person(fact.by)} settled line {fact.position}: {mrkdwn.escape(fact.what)}."
        case events.OrderCorrected():
            return _corrected(fact)
        case events.TakenAsRead():
            return f"{mrkdwn.person(fact.by)} took the order as read."
        case events.SetAside():
            return f"{mrkdwn.person(fact.by)} set it aside: no order for us."
        case events.TakenUpAgain():
            return f"{mrkdwn.person(fact.by)} took it up again."
        case events.AskedAgain():
            return f"{mrkdwn.person(fact.by)} has the buyer asked once more."
        case events.DecisionAsked():
            people = plain.listed([mrkdwn.person(one) for one in fact.approvers[:10]], "or")
            return f"A decision was asked of {people or 'the approvers'} (tier {mrkdwn.quoted(fact.tier, 60)})."
        case events.ManagerApproved():
            return f"{mrkdwn.person(fact.by)} approved the order."
        case events.ManagerDeclined():
            return f"{mrkdwn.person(fact.by)} rejected the order: {mrkdwn.quoted(fact.reason)}"
        case events.ConfirmationAsked():
            return f"Version {fact.version} goes to {mrkdwn.escape(fact.to, 120)} to be approved."
        case events.BuyerApproved():
            said = mrkdwn.quoted(fact.words, _WORDS)
            return f"{mrkdwn.escape(fact.by, 120)} approved version {fact.version}: {said}"
        case events.BuyerAnswered():
            said = mrkdwn.quoted(fact.words, _WORDS)
            return f"{mrkdwn.escape(fact.by, 120)} {_ANSWERED[fact.intent]} (version {fact.version}): {said}"
        case events.AnswerDoubted():
            said = mrkdwn.quoted(fact.words, _WORDS)
            why = mrkdwn.escape(fact.why)
            return f"An answer from {mrkdwn.escape(fact.by, 120)} was not counted. {why} It said: {said}"
        case events.OrderCancelled():
            why = f": {mrkdwn.quoted(fact.reason)}" if fact.reason else "."
            return f"{mrkdwn.person(fact.by)} cancelled the order{why}"
        case events.LetterCarried():
            return f"Our {_letter(fact.letter)} was sent to {mrkdwn.escape(fact.to, 120)}."
        case events.LetterRefused():
            return (
                f"Our {_letter(fact.letter)} did not reach {mrkdwn.escape(fact.to, 120)}: {mrkdwn.escape(fact.why)} "
                "The buyer has not heard us."
            )
        case events.BuyerReminded():
            return (
                f"The buyer was reminded ({plain.counted(fact.count, 'time')} so far): {mrkdwn.escape(fact.to, 120)}."
            )
        case events.MailAttached():
            return f"A mail was filed here and changed nothing: {mrkdwn.escape(fact.what)}"
        case _:
            assert_never(fact)


def _taken(fact: events.OrderTaken) -> str:
    po = f"PO {mrkdwn.escape(fact.po_number, 60)}" if fact.po_number else "no PO number"
    proven = " The document proves itself." if fact.touchless else ""
    return f"Order taken from {mrkdwn.escape(fact.buyer, 120)}: {po}, {mrkdwn.escape(fact.total, 60)}.{proven}"


def _doubts(fact: events.DoubtsRaised) -> str:
    if not fact.doubts:
        return "A person must look at the order."
    shown = [mrkdwn.escape(one.why, 250) for one in fact.doubts[:_DOUBTS]]
    hidden = len(fact.doubts) - len(shown)
    rest = f" (and {plain.counted(hidden, 'more doubt')})" if hidden else ""
    return f"A person must look: {' '.join(shown)}{rest}"


def _corrected(fact: events.OrderCorrected) -> str:
    said = plain.listed([mrkdwn.quoted(one, 120) for one in fact.said[:_DOUBTS]], "and")
    learned = "; ".join(mrkdwn.escape(one, 200) for one in fact.learned[:_DOUBTS])
    kept = f" Learned for this buyer: {learned}." if learned else ""
    return f"{mrkdwn.person(fact.by)} corrected the order: {said}.{kept}"


def _letter(kind: str) -> str:
    return mrkdwn.escape(kind.replace("_", " "), 40)
