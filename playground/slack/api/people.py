"""Web API methods about who is there: auth, users, bots, the team, and the way to a socket."""

import secrets

from playground.slack import ground, paging, refusals, things, workspace


def auth_test(base: ground.Ground, _token: str, _args: things.Json) -> things.Json:
    """auth.test: whose token this is."""
    bot = base.workspace.people[workspace.BOT_USER]
    return {
        "url": f"{base.address}/",
        "team": base.workspace.name,
        "user": bot.name,
        "team_id": workspace.TEAM,
        "user_id": bot.id,
        "bot_id": workspace.BOT,
        "is_enterprise_install": False,
    }


def connections_open(base: ground.Ground, _token: str, _args: things.Json) -> things.Json:
    """apps.connections.open: the address of one new socket."""
    ticket = secrets.token_urlsafe(16)
    base.lines.tickets.add(ticket)
    where = base.address.replace("http://", "ws://", 1)
    return {"url": f"{where}/link/?ticket={ticket}&app_id={workspace.APP}"}


def users_info(base: ground.Ground, token: str, args: things.Json) -> things.Json:
    """users.info: one person; raises user_not_found."""
    person = base.workspace.people.get(args.get("user", ""))
    if person is None:
        raise refusals.RefusalError("user_not_found")
    return {"user": wire(base, token, person)}


def users_list(base: ground.Ground, token: str, args: things.Json) -> things.Json:
    """users.list: everybody, a page at a time."""
    page = paging.page(sorted(base.workspace.people), args, most=1000)
    members = [wire(base, token, base.workspace.people[user_id]) for user_id in page.items]
    return {"members": members} | page.cursor()


def wire(base: ground.Ground, token: str, person: things.Person) -> things.Json:
    """The person as Slack sends them; the address only where the token may read it."""
    profile = {"real_name": person.real_name, "display_name": person.name}
    if person.email and "users:read.email" in base.tokens[token]:
        profile["email"] = person.email
    return {
        "id": person.id,
        "team_id": workspace.TEAM,
        "name": person.name,
        "real_name": person.real_name,
        "deleted": False,
        "is_bot": person.is_bot,
        "is_app_user": False,
        "tz": "Etc/UTC",
        "tz_offset": 0,
        "profile": profile,
    }


def bots_info(base: ground.Ground, _token: str, args: things.Json) -> things.Json:
    """bots.info: the app's own bot; raises bot_not_found."""
    if args.get("bot") != workspace.BOT:
        raise refusals.RefusalError("bot_not_found")
    about = {"id": workspace.BOT, "app_id": workspace.APP, "user_id": workspace.BOT_USER, "deleted": False}
    return {"bot": about | {"name": base.workspace.people[workspace.BOT_USER].name}}


def team_info(base: ground.Ground, _token: str, _args: things.Json) -> things.Json:
    """team.info: the workspace's name."""
    return {"team": {"id": workspace.TEAM, "name": base.workspace.name, "domain": "playground"}}
