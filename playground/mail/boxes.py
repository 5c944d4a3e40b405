"""Mailboxes in memory that keep every keyword and hear bearer tokens, served by pymap over IMAP."""

import hmac
from argparse import Namespace
from collections.abc import Mapping, MutableMapping, Sequence
from datetime import UTC, datetime

from pymap import context as pymap_context
from pymap.backend.dict import Config, Identity, Login
from pymap.backend.dict.filter import FilterSet
from pymap.backend.dict.mailbox import MailboxData, MailboxSet, Message
from pymap.concurrent import Event, Subsystem
from pymap.exceptions import InvalidAuth
from pymap.parsing.message import AppendMessage
from pymap.parsing.specials import FetchRequirement, ObjectId
from pymap.parsing.specials.flag import Flag, Wildcard
from pymap.selected import SelectedMailbox
from pymap.user import UserMetadata
from pysasl import SASLAuth
from pysasl.creds.external import ExternalCredentials, ExternalVerificationRequired
from pysasl.creds.server import ServerCredentials
from pysasl.hashing import Cleartext

from playground.mail import faults, stored


class Box(MailboxData):
    """One folder; it never tells an idling client anything while the house is deaf."""

    mishaps: faults.Faults
    keeps_keywords = True

    @property
    def permanent_flags(self) -> frozenset[Flag]:
        """The system's flags and any keyword; without the wildcard pymap drops unknown keywords in silence."""
        return super().permanent_flags | ({Wildcard} if self.keeps_keywords else frozenset())

    async def update_selected(self, selected: SelectedMailbox, *, wait_on: Event | None = None) -> SelectedMailbox:
        """What is new for this client; an idling one waits for its own DONE while the house is deaf."""
        while wait_on is not None and not wait_on.is_set() and not self._has_news(selected):
            await wait_on.or_event(self._updated).wait()
        if self.mishaps.frozen and selected.mod_sequence is not None:
            return selected
        return await super().update_selected(selected)

    def _has_news(self, selected: SelectedMailbox) -> bool:
        """Of itself pymap tells an idling client only what comes after IDLE began, not what came just before."""
        told = not (self.mishaps.deaf or self.mishaps.frozen)
        return told and selected.mod_sequence != self._mod_sequences.highest

    async def keep(self, raw: bytes, *, at: datetime) -> int:
        """Put one mail in and tell whoever idles; the answer is its UID."""
        message = await self.append(AppendMessage(raw, at), recent=True)
        return message.uid

    async def contents(self) -> list[stored.Stored]:
        """Every mail, oldest first."""
        return [await self._stored(message) async for message in self.messages()]

    async def _stored(self, message: Message) -> stored.Stored:
        loaded = await message.load_content(FetchRequirement.CONTENT)
        flags = frozenset(str(flag) for flag in message.permanent_flags)
        return stored.Stored(message.uid, bytes(loaded.content), flags, message.internal_date)

    def renumber(self) -> None:
        """Do what a rebuilt or restored mailbox does: a new UIDVALIDITY, and every UID starts over."""
        held = list(self._messages.values())
        self._mailbox_id = ObjectId.random_mailbox_id()
        self._uid_validity += 1
        self._messages.clear()
        self._mod_sequences.expunge([message.uid for message in held])
        self._messages.update({uid: Message.copy(message, uid=uid) for uid, message in enumerate(held, 1)})
        self._max_uid = len(held)
        self._mod_sequences.update(self._messages)


class Boxes(MailboxSet):
    """The folders of one account."""

    def __init__(self, mishaps: faults.Faults, *, keeps_keywords: bool) -> None:
        super().__init__()
        self._mishaps, self._keeps_keywords = mishaps, keeps_keywords
        self._inbox = self._box()

    def _box(self) -> Box:
        box = Box(self._content_cache, self._thread_cache)
        box.mishaps, box.keeps_keywords = self._mishaps, self._keeps_keywords
        return box

    async def add_mailbox(self, name: str) -> ObjectId:
        """Make a folder; ValueError where one of that name stands already."""
        if name in self._set:
            raise ValueError(name)
        self._set[name] = box = self._box()
        return box.mailbox_id

    async def box(self, name: str) -> Box:
        """The folder of that name, made where it is missing."""
        if name.upper() != "INBOX" and name not in self._set:
            await self.add_mailbox(name)
        found = await self.get_mailbox(name)
        assert isinstance(found, Box)
        return found


class Doorkeeper(Login):
    """Lets in who knows the password, or holds a bearer token of the address (XOAUTH2)."""

    def __init__(self, config: Config, tokens: Mapping[str, str]) -> None:
        super().__init__(config)
        self._bearer = tokens

    async def authenticate(self, credentials: ServerCredentials) -> Identity:
        """The identity behind these credentials; InvalidAuth where they are wrong."""
        if not isinstance(credentials, ExternalCredentials):
            return await super().authenticate(credentials)
        try:
            credentials.verify(None)
        except ExternalVerificationRequired as needed:
            address = credentials.authzid
            if needed.token is None or self._bearer.get(address) != needed.token:
                raise InvalidAuth from needed
            return Identity(address, self, None, frozenset())


class _AsTheyAre(Cleartext):
    """Passwords as they are, in any alphabet (pysasl's own compares ASCII alone)."""

    def verify(self, secret: str, hash: str) -> bool:  # noqa: A002 - pysasl's own name
        return hmac.compare_digest(secret.encode(), hash.encode())


class Rules(Config):
    """How pymap is run here: any client on loopback, no look-ups in the DNS, passwords as they are."""

    def __init__(self, *, lacks: frozenset[str], max_size: int) -> None:
        super().__init__(
            Namespace(passlib_cfg=None, proxy_protocol=None),
            demo_data=False,
            demo_user="",
            demo_password="",
            host="127.0.0.1",
            port=0,
            hash_context=_AsTheyAre(),
            cpu_subsystem=Subsystem.for_asyncio(),
            invalid_user_sleep=0.0,
            reject_dnsbl=False,
            tls_enabled=False,
            disable_idle="IDLE" in lacks,
            max_append_len=max_size,
        )
        self._lacks = lacks

    @property
    def login_capability(self) -> Sequence[bytes]:
        """What is offered after the login."""
        return [name for name in super().login_capability if name.decode() not in self._lacks]

    @property
    def tls_auth(self) -> SASLAuth:
        """The ways to log in."""
        return SASLAuth.named([b"PLAIN", b"LOGIN", b"XOAUTH2"])

    @property
    def greeting(self) -> bytes:
        """The first line; pymap's own asks the DNS for this machine's name."""
        return b"The mail house is open"


class Shelf:
    """Every account's folders, and the login that opens them."""

    def __init__(
        self, *, tokens: MutableMapping[str, str], mishaps: faults.Faults, lacks: frozenset[str], max_size: int
    ) -> None:
        self.rules = Rules(lacks=lacks, max_size=max_size)
        self.login = Doorkeeper(self.rules, tokens)
        self._mishaps, self._lacks = mishaps, lacks
        self._accounts: dict[str, Boxes] = {}

    def open_account(self, address: str, password: str) -> None:
        """Give `address` its folders and its password."""
        pymap_context.subsystem.set(self.rules.subsystem)
        boxes = self._accounts.setdefault(address, Boxes(self._mishaps, keeps_keywords="KEYWORDS" not in self._lacks))
        self.rules.set_cache[address] = (boxes, FilterSet())
        self.login.users_dict[address] = UserMetadata(self.rules, address, password=password)

    def has(self, address: str) -> bool:
        """Somebody lives at this address."""
        return address in self._accounts

    async def box(self, address: str, folder: str) -> Box:
        """That folder of that account; KeyError where nobody lives there."""
        return await self._accounts[address].box(folder)

    async def deliver(self, raw: bytes, *, address: str, folder: str) -> int:
        """Put one mail into a folder; the answer is its UID."""
        box = await self.box(address, folder)
        return await box.keep(raw, at=datetime.now(UTC))
