"""An app like the desk's, on the real slack-bolt."""

from typing import Any

from slack_bolt import App

from tests.playground import slack_build as build


def listen(app: App) -> None:
    """A command, a card with buttons, a modal with a reason, a Home, files and a shortcut."""
    for part in (_commands, _presses, _modals, _stack, _events, _shortcuts):
        part(app)


def _commands(app: App) -> None:

    @app.command("/po")
    def po(ack: Any, respond: Any, command: dict[str, Any]) -> None:
        if command["text"] == "quick":
            ack("Here at once")
            return
        ack()
        if command["text"] == "share":
            respond(text="For all", response_type="in_channel")
        elif command["text"] != "silent":
            respond(text=f"Order {command['text']}", blocks=[build.text_block(f"*{command['text']}* waits")])


def _presses(app: App) -> None:
    @app.action("approve")
    def approve(ack: Any, body: dict[str, Any], client: Any) -> None:
        ack()
        who = body["user"]["id"]
        where = {"channel": body["channel"]["id"], "ts": body["message"]["ts"]}
        client.chat_update(**where, text="Approved", blocks=[build.text_block(f"Approved by <@{who}>")])

    @app.action("reject")
    def reject(ack: Any, body: dict[str, Any], client: Any) -> None:
        ack()
        where = f"{body['channel']['id']} {body['message']['ts']}"
        view = build.modal(build.question(), callback_id="rejecting", private_metadata=where)
        client.views_open(trigger_id=body["trigger_id"], view=view)

    @app.action("replace")
    def replace(ack: Any, respond: Any, action: dict[str, Any]) -> None:
        ack()
        respond(text=f"Now {action['value']}", replace_original=True)


def _modals(app: App) -> None:
    @app.view("rejecting")
    def rejecting(ack: Any, view: dict[str, Any], client: Any) -> None:
        reason = view["state"]["values"]["reason"]["words"]["value"]
        if reason == "no":
            ack(response_action="errors", errors={"reason": "Please say more."})
            return
        ack()
        channel, ts = view["private_metadata"].split()
        client.chat_postMessage(channel=channel, thread_ts=ts, text=f"Rejected: {reason}")


def _stack(app: App) -> None:
    @app.action("details")
    def details(ack: Any, body: dict[str, Any], client: Any) -> None:
        ack()
        view = build.modal(build.text_block("First"), callback_id="first", notify_on_close=True)
        client.views_open(trigger_id=body["trigger_id"], view=view)

    @app.view("first")
    def first(ack: Any) -> None:
        colour = build.actions(build.menu("colour", "Red", "Blue"), build.button("Repaint", "repaint"))
        second = build.modal(build.external("sku"), colour, callback_id="second")
        ack(response_action="push", view=second)

    @app.view("second")
    def second(ack: Any, view: dict[str, Any]) -> None:
        if view["state"]["values"]["sku"]["pick"]["selected_option"]["value"] == "GH-1":
            ack(response_action="clear")
        else:
            ack(response_action="update", view=build.modal(build.text_block("Not that one")))

    @app.view_closed("first")
    def closed(ack: Any, body: dict[str, Any], client: Any) -> None:
        ack()
        client.chat_postMessage(channel=body["user"]["id"], text="Changed your mind?")

    @app.options("pick")
    def options(ack: Any, payload: dict[str, Any]) -> None:
        skus = [sku for sku in ("GH-1", "GH-2", "SH-1") if sku.startswith(payload["value"])]
        ack(options=[build.option(sku) for sku in skus])

    @app.action("colour")
    def colour(ack: Any) -> None:
        ack()

    @app.action("repaint")
    def repaint(ack: Any, body: dict[str, Any], client: Any) -> None:
        ack()
        chosen = body["view"]["state"]["values"]["decide"]["colour"]["selected_option"]["value"]
        view = build.modal(build.text_block(f"All {chosen}"))
        client.views_update(view_id=body["view"]["id"], hash=body["view"]["hash"], view=view)


def _events(app: App) -> None:
    @app.event("app_home_opened")
    def welcome(event: dict[str, Any], client: Any) -> None:
        client.views_publish(
            user_id=event["user"],
            view=build.home(build.text_block("Nothing waits"), build.actions(build.button("Details", "details"))),
        )

    @app.event("app_mention")
    def mentioned(event: dict[str, Any], say: Any) -> None:
        say(text=f"You said {event['text']}", thread_ts=event["ts"])

    @app.event("file_shared")
    def shared(event: dict[str, Any], client: Any) -> None:
        file = client.files_info(file=event["file_id"])["file"]
        client.chat_postMessage(channel=event["channel_id"], text=f"Got {file['name']}")

    @app.event("message")
    def heard() -> None:
        """Words between people are theirs."""


def _shortcuts(app: App) -> None:
    @app.shortcut("make_order")
    def make_order(ack: Any, shortcut: dict[str, Any], respond: Any) -> None:
        ack()
        respond(text=f"From {shortcut['message']['text']}")
