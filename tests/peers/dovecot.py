"""A Dovecot of our own on free ports of this machine: the mail server that is no stand-in."""

import getpass
import json
import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

MISSING = "Dovecot's IMAP server is not installed; on Debian: apt install dovecot-imapd."
PASSWORD = "open-sesame"
START_SECONDS = 10.0
_TOKEN = "good-token-of-"
_AS_ROOT = os.geteuid() == 0

# Any name and the one password: each test has a mailbox of its own. Dovecot refuses uid 0 for mail. Folders lie under
# INBOX and are parted by dots, as on most shared hosts.
_CONFIG = """
base_dir = {home}/run
state_dir = {home}/run
log_path = {home}/log
default_internal_user = {internal}
default_login_user = {login}
first_valid_uid = 1
instance_name = countersign-test
listen = 127.0.0.1
protocols = imap
ssl = yes
ssl_cert = <{home}/cert.pem
ssl_key = <{home}/key.pem
disable_plaintext_auth = no
auth_failure_delay = 0
mail_location = maildir:{home}/mail/%u
maildir_very_dirty_syncs = no
auth_mechanisms = plain login xoauth2
passdb {{
  driver = static
  mechanisms = plain login
  args = password={password}
}}
passdb {{
  driver = oauth2
  mechanisms = xoauth2
  args = {home}/oauth2.conf
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={home}/mail/%u
}}
namespace inbox {{
  inbox = yes
  separator = .
  prefix = INBOX.
  mailbox Sent {{
    auto = create
    special_use = \\Sent
  }}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
"""


class MissingError(RuntimeError):
    """This machine has no Dovecot."""


@dataclass(frozen=True)
class Dovecot:
    """Where it listens (STARTTLS and none on `port`, TLS on `tls_port`), its authority, and its files."""

    host: str
    port: int
    tls_port: int
    cafile: str
    home: Path

    def deliver(self, address: str, raw: bytes, *, name: str) -> None:
        """As a delivery agent does: write beside, then rename (maildir(5)). The mailbox was opened before."""
        inbox = self.home / "mail" / address
        beside = inbox / "tmp" / name
        beside.write_bytes(raw.replace(b"\r\n", b"\n"))
        os.chown(beside, *_owner())
        beside.rename(inbox / "new" / name)

    def renumber(self, address: str) -> None:
        """Take the index away, as a restored backup does: Dovecot numbers the mailbox anew."""
        inbox = self.home / "mail" / address
        for index in (*inbox.glob("dovecot.index*"), inbox / "dovecot-uidlist"):
            index.unlink(missing_ok=True)

    def flags(self, address: str) -> set[str]:
        """The letters of every mail's flags in the file names (maildir(5)); S is Seen."""
        names = [file.name for file in (self.home / "mail" / address / "cur").iterdir()]
        return {letter for name in names for letter in name.partition(":2,")[2]}

    def kick(self, address: str) -> None:
        """End every connection of that user, if there is one."""
        command = ["doveadm", "-c", str(self.home / "dovecot.conf"), "kick", address]
        subprocess.run(command, check=False, capture_output=True)

    def token(self, address: str) -> str:
        """A bearer token that this server takes."""
        return _TOKEN + address


def is_required() -> bool:
    """Peers may not be skipped here."""
    return os.environ.get("COUNTERSIGN_PEERS") == "required"


@contextmanager
def running() -> Iterator[Dovecot]:
    """A Dovecot until the end of the block; MissingError where this machine has none."""
    program = shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if program is None:
        raise MissingError(MISSING)
    home = Path(tempfile.mkdtemp(prefix="countersign-dovecot-"))
    try:
        with _issuer() as issuer:
            made = _furnish(home, issuer)
            process = subprocess.Popen([program, "-F", "-c", str(home / "dovecot.conf")])
            try:
                _wait_for(made.port, process, home)
                yield made
            finally:
                process.terminate()
                process.wait(START_SECONDS)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _furnish(home: Path, issuer: int) -> Dovecot:
    home.chmod(0o755)
    (home / "mail").mkdir()
    os.chown(home / "mail", *_owner())
    certificate(home)
    (home / "oauth2.conf").write_text(
        f"tokeninfo_url = http://127.0.0.1:{issuer}/tokeninfo?access_token=\nusername_attribute = email\n"
    )
    port, tls_port = _free_port(), _free_port()
    uid, gid = _owner()
    internal, login = ("dovecot", "dovenull") if _AS_ROOT else (getpass.getuser(),) * 2
    (home / "dovecot.conf").write_text(
        _CONFIG.format(
            home=home, port=port, tls_port=tls_port, uid=uid, gid=gid,
            internal=internal, login=login, password=PASSWORD,
        )
    )  # fmt: skip
    return Dovecot("127.0.0.1", port, tls_port, str(home / "cert.pem"), home)


def _owner() -> tuple[int, int]:
    return (65534, 65534) if _AS_ROOT else (os.getuid(), os.getgid())


def certificate(home: Path) -> None:
    """A key (`key.pem`) and a certificate for 127.0.0.1 that vouches for itself (`cert.pem`)."""
    made = ["openssl", "req", "-x509", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-addext", "subjectAltName=IP:127.0.0.1"]
    files = ["-keyout", str(home / "key.pem"), "-out", str(home / "cert.pem")]
    subprocess.run([*made, *kind, *files], check=True, capture_output=True)


@contextmanager
def _issuer() -> Iterator[int]:
    """Where Dovecot asks whose token it is: the port of a small HTTP server."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _TokenInfo)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _TokenInfo(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        token = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query).get("access_token", [""])[0]
        good = token.startswith(_TOKEN)
        answer = json.dumps({"email": token.removeprefix(_TOKEN)} if good else {"error": "invalid_token"}).encode()
        self.send_response(200 if good else 401)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_said: object) -> None:
        """Say nothing."""


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port


def _wait_for(port: int, process: subprocess.Popen[bytes], home: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1) as line:
                if line.recv(4):
                    return
        except OSError:
            time.sleep(0.02)
    log = home / "log"
    raise RuntimeError(f"Dovecot did not start: {log.read_text() if log.exists() else 'it wrote no log'}")
