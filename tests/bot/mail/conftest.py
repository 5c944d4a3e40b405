"""The mailbox under test, on the playground's own server and on Dovecot."""

import itertools
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.mail import door, imap
from playground import mail
from tests.bot.mail import build
from tests.peers import dovecot

_numbers = itertools.count(1)


@dataclass
class Peer:
    """One mailbox on one server, and what somebody else may do to it."""

    server: door.Server
    login: door.Login
    token: str

    def deliver(self, raw: bytes) -> None:
        raise NotImplementedError

    def seen(self) -> bool:
        raise NotImplementedError

    def renumber(self) -> None:
        raise NotImplementedError

    def cut(self) -> None:
        raise NotImplementedError

    def open(self) -> imap.Mailbox:
        return imap.Mailbox(self.server, self.login)


@dataclass
class HousePeer(Peer):
    house: mail.MailHouse

    def deliver(self, raw: bytes) -> None:
        self.house.deliver(raw, to=self.login.user, trust=None)

    def seen(self) -> bool:
        return any("\\Seen" in held.flags for held in self.house.messages(self.login.user))

    def renumber(self) -> None:
        self.house.renumber(self.login.user)

    def cut(self) -> None:
        self.house.cut()


@dataclass
class DovecotPeer(Peer):
    dovecot: dovecot.Dovecot

    def deliver(self, raw: bytes) -> None:
        self.dovecot.deliver(self.login.user, raw, name=f"{next(_numbers)}.test.peer")

    def seen(self) -> bool:
        return "S" in self.dovecot.flags(self.login.user)

    def renumber(self) -> None:
        self.dovecot.renumber(self.login.user)
        self.dovecot.kick(self.login.user)

    def cut(self) -> None:
        self.dovecot.kick(self.login.user)


@pytest.fixture
def house() -> Iterator[mail.MailHouse]:
    tokens = {build.SELLER: "good-token"}
    accounts = {build.SELLER: build.PASSWORD, build.BUYER: build.PASSWORD}
    with mail.MailHouse(accounts, tokens=tokens, max_size=3_000_000) as opened:
        yield opened


@dataclass
class Vouched:
    """What a server with a certificate of its own needs, and the file that vouches for it."""

    context: ssl.SSLContext
    cafile: str


@pytest.fixture
def vouched(tmp_path: Path) -> Vouched:
    dovecot.certificate(tmp_path)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    return Vouched(context, str(tmp_path / "cert.pem"))


@pytest.fixture(scope="session")
def dovecot_server() -> Iterator[dovecot.Dovecot]:
    try:
        with dovecot.running() as started:
            yield started
    except dovecot.MissingError as missing:
        if dovecot.is_required():
            raise
        pytest.skip(str(missing))


@pytest.fixture
def house_peer(house: mail.MailHouse) -> Peer:
    server = door.loopback_only(house.host, house.imap_port)
    return HousePeer(server, door.Login(build.SELLER, build.PASSWORD), "good-token", house)


@pytest.fixture
def dovecot_peer(dovecot_server: dovecot.Dovecot) -> Peer:
    address = f"orders{next(_numbers)}@seller.example"
    server = door.loopback_only(dovecot_server.host, dovecot_server.port)
    login = door.Login(address, dovecot.PASSWORD)
    with imap.Mailbox(server, login) as box:
        box.select("INBOX")  # which makes it
    return DovecotPeer(server, login, dovecot_server.token(address), dovecot_server)


@pytest.fixture(params=["house", "dovecot"])
def peer(request: pytest.FixtureRequest) -> Peer:
    made: Peer = request.getfixturevalue(f"{request.param}_peer")
    return made
