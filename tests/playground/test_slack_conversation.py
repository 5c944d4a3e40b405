"""What the real slack-bolt and a person say to each other through the stand-in."""

from collections.abc import Iterator
from typing import Any

import pytest

from playground.slack import house
from tests.playground import slack_build as build
from tests.playground import slack_desk


@pytest.fixture(scope="module")
def slack() -> Iterator[house.SlackHouse]:
    with build.opened(paced=False) as opened:
        app = build.app(opened)
        slack_desk.listen(app)
        with build.connected(opened, app):
            yield opened


def _card(slack: house.SlackHouse) -> Any:
    buttons = build.actions(build.button("Approve", "approve", "4500118"), build.button("Reject", "reject"))
    posted = build.client(slack).chat_postMessage(
        channel="#orders", text="PO 4500118", blocks=[build.text_block("*PO 4500118* waits"), buttons]
    )
    return slack.message("orders", posted["ts"])


def test_a_card_is_posted_and_edited_in_place(slack: house.SlackHouse) -> None:
    card = _card(slack)
    build.client(slack).chat_update(channel=card.channel, ts=card.ts, text="Done", blocks=[])
    edited = slack.message("orders", card.ts)
    assert edited
    assert edited.edited
    assert slack.as_text(edited) == "Done"
    assert [it.ts for it in slack.messages("orders")].count(card.ts) == 1


def test_the_words_of_a_card_are_told_without_marks(slack: house.SlackHouse) -> None:
    assert slack.as_text(_card(slack)) == "PO 4500118 waits\n[Approve] [Reject]"


def test_a_thread_holds_its_replies_and_the_channel_does_not(slack: house.SlackHouse) -> None:
    card = _card(slack)
    build.client(slack).chat_postMessage(channel=card.channel, thread_ts=card.ts, text="Mail came in")
    assert [it.text for it in slack.thread("orders", card.ts)] == ["PO 4500118", "Mail came in"]
    assert "Mail came in" not in [it.text for it in slack.messages("orders")]


def test_metadata_comes_back_from_the_history_only_when_asked_for(slack: house.SlackHouse) -> None:
    client = build.client(slack)
    about = {"event_type": "card", "event_payload": {"key": "card-7"}}
    posted = client.chat_postMessage(channel="#orders", text="Card", metadata=about)
    where = {"channel": posted["channel"], "oldest": posted["ts"], "latest": posted["ts"], "inclusive": True}
    asked = client.conversations_history(**where, include_all_metadata=True)
    plain = client.conversations_history(**where)
    assert asked["messages"][0]["metadata"] == about
    assert "metadata" not in plain["messages"][0]


def test_the_history_comes_newest_first_and_in_pages(slack: house.SlackHouse) -> None:
    client = build.client(slack)
    channel = slack.add_channel("pages").id
    for number in range(5):
        client.chat_postMessage(channel=channel, text=f"Card {number}")
    pages = [[it["text"] for it in page["messages"]] for page in client.conversations_history(channel=channel, limit=2)]
    assert pages == [["Card 4", "Card 3"], ["Card 2", "Card 1"], ["Card 0"]]


def test_an_ephemeral_message_is_seen_by_one_person(slack: house.SlackHouse) -> None:
    build.client(slack).chat_postEphemeral(channel="#orders", user="U0MIA", text="Only for you")
    assert "Only for you" in [it.text for it in slack.ephemerals("mia")]
    assert "Only for you" not in [it.text for it in slack.ephemerals("ben")]
    assert "Only for you" not in [it.text for it in slack.messages("orders")]


def test_a_command_is_answered_to_the_asker(slack: house.SlackHouse) -> None:
    answers = slack.slash("ben", "orders", "/po", "4500118")
    assert [slack.as_text(it) for it in answers] == ["4500118 waits"]
    assert answers[0].only_for == "U0BEN"


def test_an_answer_may_come_with_the_acknowledgement(slack: house.SlackHouse) -> None:
    assert [it.text for it in slack.slash("ben", "orders", "/po", "quick")] == ["Here at once"]


def test_an_answer_may_be_for_all(slack: house.SlackHouse) -> None:
    (answer,) = slack.slash("ben", "orders", "/po", "share")
    assert answer.only_for is None
    assert answer in slack.messages("orders")


def test_a_command_nobody_has_is_refused(slack: house.SlackHouse) -> None:
    (answer,) = slack.slash("ben", "orders", "/nope")
    assert "dispatch_unknown_command" in answer.text


def test_a_press_locks_the_card_with_the_name(slack: house.SlackHouse) -> None:
    card = _card(slack)
    assert slack.press("mia", card, "Approve").is_well
    locked = slack.wait_for(lambda: (now := slack.message("orders", card.ts)) and now.edited and now)
    assert locked
    assert slack.as_text(locked) == "Approved by @U0MIA"


def test_what_is_not_on_the_card_cannot_be_pressed(slack: house.SlackHouse) -> None:
    with pytest.raises(LookupError, match=r"reject \(Reject\)"):
        slack.press("mia", _card(slack), "Launch")


def test_a_button_opens_a_modal_whose_reason_reaches_the_thread(slack: house.SlackHouse) -> None:
    card = _card(slack)
    slack.press("mia", card, "reject")
    assert slack.wait_for(lambda: slack.modal("mia"))
    assert slack.fill_modal("mia", {"Reason": "Too dear"}).is_well
    assert slack.modal("mia") is None
    assert slack.wait_for(lambda: slack.thread("orders", card.ts)[1:])
    assert slack.thread("orders", card.ts)[1].text == "Rejected: Too dear"


def test_a_modal_stays_open_under_a_complaint(slack: house.SlackHouse) -> None:
    slack.press("ben", _card(slack), "reject")
    assert slack.wait_for(lambda: slack.modal("ben"))
    assert slack.submit("ben").errors == {"reason": "Please complete this required field."}
    assert slack.fill_modal("ben", {"reason": "no"}).errors == {"reason": "Please say more."}
    assert slack.modal("ben")
    slack.close_modal("ben")
    assert slack.modal("ben") is None


def test_a_response_url_replaces_the_message_when_told_to(slack: house.SlackHouse) -> None:
    posted = build.client(slack).chat_postMessage(
        channel="#orders", text="Old", blocks=[build.actions(build.button("Go", "replace", "new"))]
    )
    client = build.client(slack)
    client.chat_update(channel=posted["channel"], ts=posted["ts"], text="Old")  # the blocks stay
    old = slack.message("orders", posted["ts"])
    assert old
    slack.press("ben", old, "Go")
    assert slack.wait_for(lambda: slack.workspace.message(old.channel, old.ts).text == "Now new")  # type: ignore[union-attr]  # it stands


def test_the_home_is_published_when_it_is_opened(slack: house.SlackHouse) -> None:
    slack.open_home("mia")
    home = slack.wait_for(lambda: slack.home("mia"))
    assert home
    assert slack.as_text(home) == "Nothing waits\n[Details]"


def _modal_called(slack: house.SlackHouse, person: str, words: str) -> Any:
    return slack.wait_for(lambda: (view := slack.modal(person)) and words in slack.as_text(view) and view)


def _open_details(slack: house.SlackHouse, person: str) -> None:
    """From the Home, through a button, to the first modal."""
    slack.open_home(person)
    home = slack.wait_for(lambda: slack.home(person))
    assert home
    assert slack.press(person, home, "Details").is_well
    assert _modal_called(slack, person, "First")


def test_a_modal_pushes_a_second_whose_menu_the_app_fills_and_clears_both(slack: house.SlackHouse) -> None:
    _open_details(slack, "ben")
    assert slack.submit("ben").is_well
    assert len(slack.workspace.modals["U0BEN"]) == 2
    (offered,) = slack.suggest("ben", "sku", "GH-1")
    assert slack.fill_modal("ben", {"Product": offered}).is_well
    assert slack.modal("ben") is None


def test_the_answer_to_a_modal_may_change_it(slack: house.SlackHouse) -> None:
    _open_details(slack, "ben")
    slack.submit("ben")
    assert slack.fill_modal("ben", {"sku": slack.suggest("ben", "sku", "SH")[0]}).is_well
    assert _modal_called(slack, "ben", "Not that one")


def test_what_was_chosen_in_a_modal_is_in_the_state_of_the_next_press(slack: house.SlackHouse) -> None:
    _open_details(slack, "ben")
    slack.submit("ben")
    second = slack.modal("ben")
    assert second
    slack.press("ben", second, "colour", value="Blue")
    chosen = slack.modal("ben")
    assert chosen
    slack.press("ben", chosen, "Repaint")
    assert _modal_called(slack, "ben", "All Blue")


def test_the_app_hears_of_a_modal_closed_where_it_asked(slack: house.SlackHouse) -> None:
    _open_details(slack, "mia")
    assert slack.close_modal("mia").is_well
    assert slack.modal("mia") is None
    assert slack.wait_for(lambda: "Changed your mind?" in [it.text for it in slack.direct_messages("mia")])


def test_a_mention_is_heard_and_answered_in_its_thread(slack: house.SlackHouse) -> None:
    said = slack.say("ben", "orders", f"<@{slack.bot}> hello")
    assert slack.wait_for(lambda: len(slack.thread("orders", said.ts)) == 2)


def test_a_file_goes_up_and_comes_down_whole(slack: house.SlackHouse) -> None:
    card = _card(slack)
    data = b"%PDF-1.7 an order" * 100
    done = build.client(slack).files_upload_v2(
        channel=card.channel, thread_ts=card.ts, filename="order.pdf", title="The original", content=data
    )
    posted = slack.thread("orders", card.ts)[1]
    file = slack.file(posted.files[0])
    assert (file.data, file.title, file.mimetype) == (data, "The original", "application/pdf")
    assert done["file"]["id"] == file.id


def test_several_files_go_up_in_one_message(slack: house.SlackHouse) -> None:
    channel = slack.add_channel("files").id
    uploads = [{"filename": f"page-{number}.png", "content": b"\x89PNG"} for number in range(3)]
    build.client(slack).files_upload_v2(channel=channel, file_uploads=uploads, initial_comment="Pages")
    (posted,) = slack.messages(channel)
    assert posted.text == "Pages"
    assert [slack.file(it).name for it in posted.files] == ["page-0.png", "page-1.png", "page-2.png"]


def test_a_file_dropped_by_a_person_is_heard_of(slack: house.SlackHouse) -> None:
    slack.share_file("ben", "orders", "po-77.pdf", b"%PDF")
    assert slack.wait_for(lambda: [it for it in slack.messages("orders") if it.text == "Got po-77.pdf"])


def test_a_message_shortcut_brings_the_message(slack: house.SlackHouse) -> None:
    said = slack.say("ben", "orders", "300 gold hoops please")
    slack.shortcut("ben", "make_order", said)
    assert slack.wait_for(lambda: "From 300 gold hoops please" in [it.text for it in slack.ephemerals("ben")])


def test_a_message_to_a_person_opens_their_direct_conversation(slack: house.SlackHouse) -> None:
    posted = build.client(slack).chat_postMessage(channel="U0MIA", text="A word")
    assert posted["channel"].startswith("D")
    assert "A word" in [it.text for it in slack.direct_messages("mia")]


def test_a_permalink_names_the_message(slack: house.SlackHouse) -> None:
    card = _card(slack)
    link = build.client(slack).chat_getPermalink(channel=card.channel, message_ts=card.ts)["permalink"]
    assert link.endswith(f"/archives/{card.channel}/p{card.ts.replace('.', '')}")


def test_a_repeated_client_msg_id_makes_no_second_message(slack: house.SlackHouse) -> None:
    client, channel = build.client(slack), slack.add_channel("once").id
    first = client.chat_postMessage(channel=channel, text="Card", client_msg_id="a-1")
    again = client.chat_postMessage(channel=channel, text="Card", client_msg_id="a-1")
    assert first["ts"] == again["ts"]
    assert len(slack.messages(channel)) == 1


def test_changes_are_numbered_for_a_page_that_follows(slack: house.SlackHouse) -> None:
    seen = slack.workspace.changes[-1].number
    card = _card(slack)
    changes = slack.workspace.since(seen)
    assert [it.key for it in changes if it.what == "message"] == [f"{card.channel}/{card.ts}"]
    assert [it.number for it in changes] == list(range(seen + 1, seen + 1 + len(changes)))
