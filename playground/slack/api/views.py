"""Web API methods for modals and Homes."""

import dataclasses

from playground.slack import ground, refusals, things, views, workspace


def open_modal(base: ground.Ground, _token: str, args: things.Json) -> things.Json:
    """views.open: a modal on the screen of whoever pulled the trigger."""
    views.refuse_wrong(args.get("view"), kind="modal")
    trigger = _trigger(base, args)
    _refuse_twin(base, args["view"])
    base.workspace.close_modals(trigger.person, all_of_them=True)
    return _told(base.workspace.put_view(views.make(base.workspace, args["view"], person=trigger.person)))


def push(base: ground.Ground, _token: str, args: things.Json) -> things.Json:
    """views.push: a modal over the one that is open; at most three."""
    views.refuse_wrong(args.get("view"), kind="modal")
    trigger = _trigger(base, args)
    _refuse_twin(base, args["view"])
    over = base.workspace.modal(trigger.person)
    if over is None:
        raise refusals.RefusalError("not_found")
    if len(base.workspace.modals[trigger.person]) >= workspace.MODALS:
        raise refusals.RefusalError("push_limit_reached")
    made = views.make(base.workspace, args["view"], person=trigger.person, over=over)
    return _told(base.workspace.put_view(made))


def _trigger(base: ground.Ground, args: things.Json) -> things.Trigger:
    trigger_id = args.get("trigger_id") or args.get("interactivity_pointer")
    if not trigger_id:
        raise refusals.RefusalError("invalid_arguments", problems=["missing required field: trigger_id"])
    return base.workspace.exchange(str(trigger_id))


def _refuse_twin(base: ground.Ground, view: things.Json) -> None:
    external = view.get("external_id")
    if external and any(it.external_id == external for it in base.workspace.views()):
        raise refusals.RefusalError("duplicate_external_id")


def update(base: ground.Ground, _token: str, args: things.Json) -> things.Json:
    """views.update: an open modal with new content; the answers in blocks that stay are kept."""
    views.refuse_wrong(args.get("view"), kind="modal")
    wanted = {args.get("view_id"), args.get("external_id")} - {None, ""}
    found = [it for it in base.workspace.views() if it.id in wanted or it.external_id in wanted]
    if not found:
        raise refusals.RefusalError("not_found")
    _refuse_stale(found[0], args)
    return _told(change(base, found[0], args["view"]))


def _refuse_stale(view: things.View, args: things.Json) -> None:
    if args.get("hash") and args["hash"] != view.hash:
        raise refusals.RefusalError("hash_conflict")


def change(base: ground.Ground, view: things.View, body: things.Json) -> things.View:
    """The same view with another body."""
    body = views.named(body)
    kept = views.initial_values(body)
    for block_id, actions in kept.items():
        for action_id in actions:
            old = view.values.get(block_id, {}).get(action_id)
            actions[action_id] = old or actions[action_id]
    fresh = dataclasses.replace(
        view,
        body=body,
        hash=views.new_hash(base.workspace),
        external_id=body.get("external_id", ""),
        values=kept,
        errors={},
        trouble="",
    )
    return base.workspace.put_view(fresh)


def publish(base: ground.Ground, _token: str, args: things.Json) -> things.Json:
    """views.publish: a person's Home."""
    if not base.app.has_home:
        raise refusals.RefusalError("not_enabled")
    views.refuse_wrong(args.get("view"), kind="home")
    person = str(args.get("user_id") or "")
    if person not in base.workspace.people:
        raise refusals.RefusalError("invalid_arguments", problems=["user_id is not a user of this workspace"])
    home = base.workspace.homes.get(person)
    if home is None:
        return _told(base.workspace.put_view(views.make(base.workspace, args["view"], person=person)))
    _refuse_stale(home, args)
    return _told(change(base, home, args["view"]))


def _told(view: things.View) -> things.Json:
    return {"view": views.wire(view)}
