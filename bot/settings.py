"""Secrets and connections from the environment, the seller's policy from a file; read once, all complaints at once."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from bot import policy_file
from desk import errors, policy

Security = Literal["tls", "starttls", "plain"]
Login = Literal["password", "token", "refresh_token", "microsoft"]


class SettingsError(errors.DeskError):
    """Everything that is wrong with the settings, one sentence a line."""

    def __init__(self, complaints: list[str]) -> None:
        super().__init__("\n".join(complaints))
        self.complaints = complaints


class Connections(BaseSettings):
    """The environment, or a file `.env`. In the environment a name may end in `_FILE`: that file holds the value."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore")

    countersign_policy: Path = Field(Path("countersign.toml"), description="the seller's policy file")
    database_url: str = Field("sqlite:///countersign.db", description="sqlite:///FILE or postgresql://…")
    thread_secret: SecretStr | None = Field(None, description="signs the thread of every letter; long and random")

    imap_host: str = Field("", description="where the mailbox is read")
    imap_port: int = Field(993)
    imap_security: Security = Field("tls")
    smtp_host: str = Field("", description="where letters are handed in")
    smtp_port: int = Field(587)
    smtp_security: Security = Field("starttls")
    mail_user: str = Field("", description="login name of the mailbox")
    mail_password: SecretStr | None = Field(None, description="its password, for MAIL_LOGIN=password")
    mail_login: Login = Field("password")
    mail_authserv_id: str = Field("", description="our mail server's name in Authentication-Results")
    oauth_token: SecretStr | None = Field(None, description="a bearer token, for MAIL_LOGIN=token")
    oauth_token_url: str = Field("", description="where tokens are fetched, for MAIL_LOGIN=refresh_token")
    oauth_client_id: str = Field("")
    oauth_client_secret: SecretStr | None = Field(None)
    oauth_refresh_token: SecretStr | None = Field(None)
    oauth_tenant: str = Field("", description="directory (tenant) id, for MAIL_LOGIN=microsoft")

    slack_bot_token: SecretStr | None = Field(None, description="xoxb-…")
    slack_app_token: SecretStr | None = Field(None, description="xapp-…, for Socket Mode")
    slack_signing_secret: SecretStr | None = Field(None, description="for HTTP mode")
    slack_mode: Literal["socket", "http"] = Field("socket")
    slack_port: int = Field(3000, description="where HTTP mode listens")
    slack_api_url: str = Field("https://slack.com/api/", description="another address only for trying")
    slack_gap_seconds: float = Field(1.0, ge=0, le=60, description="between two new messages in one channel")

    work_threads: int = Field(2, ge=1, le=64, description="jobs that one worker does at once")
    lease_seconds: float = Field(15, ge=1, le=600, description="silence after which a program's work goes to another")
    read_seconds: float = Field(90, gt=0, description="how long reading one mail may take")
    read_memory_mb: int = Field(3072, ge=256, description="memory that reading one mail may take")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003  (pydantic hands it in; ours replaces it)
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment wins over files named in it, and those over `.env`."""
        return init_settings, env_settings, _FromFiles(settings_cls), dotenv_settings


class _FromFiles(PydanticBaseSettingsSource):
    """NAME_FILE=/run/secrets/x in the environment: NAME is what that file holds, without its last line break."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:  # noqa: ARG002  (pydantic's)
        """Pydantic's question for one field."""
        named = os.environ.get(f"{field_name.upper()}_FILE")
        return (_held(Path(named)) if named else None), field_name, False

    def __call__(self) -> dict[str, Any]:
        """All the fields that a file gives; one that cannot be read gives none, and `_unreadable` says so."""
        given = {name: self.get_field_value(field, name)[0] for name, field in self.settings_cls.model_fields.items()}
        return {name: value for name, value in given.items() if value is not None}


def _held(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        return None


def _unreadable() -> list[str]:
    """A sentence for each file named by a setting that cannot be read as text."""
    names = [f"{name.upper()}_FILE" for name in Connections.model_fields]
    named = [(name, os.environ[name]) for name in names if os.environ.get(name)]
    return [
        f"{name} names {path}, which cannot be read as text; check that it exists and who may read it."
        for name, path in named
        if _held(Path(path)) is None
    ]


@dataclass(frozen=True, slots=True)
class Settings:
    """All that was read: connections, what the rules need, and how the mailbox is treated."""

    wires: Connections
    rules: policy.Policy
    mailbox: policy_file.MailboxPolicy


def read(*, mail: bool = False, slack: bool = False) -> Settings:
    """Everything at once; SettingsError tells all that is wrong. `mail` and `slack`: these wires are needed."""
    complaints: list[str] = []
    wires = _connections(complaints)
    file = _policy(_policy_path(wires), complaints)
    if wires is not None:
        complaints += [*(_mail_lacks(wires) if mail else ()), *(_slack_lacks(wires) if slack else ())]
    if wires is None or file is None or complaints:
        raise SettingsError(complaints)
    return Settings(wires, file.rules(), file.mailbox)


def connections() -> Connections:
    """The environment alone, for commands that need no policy; SettingsError tells all that is wrong."""
    complaints: list[str] = []
    wires = _connections(complaints)
    if wires is None or complaints:
        raise SettingsError(complaints)
    return wires


def secret(value: SecretStr | None) -> str:
    """The plain value, "" where there is none."""
    return value.get_secret_value() if value else ""


def _connections(complaints: list[str]) -> Connections | None:
    complaints += _unreadable()
    try:
        return Connections()
    except ValidationError as wrong:
        complaints += [f"{_name(problem['loc']).upper()}: {problem['msg']}." for problem in wrong.errors()]
    return None


def _policy_path(wires: Connections | None) -> Path:
    """Where the policy is, even where other settings are wrong: its complaints are told with theirs."""
    named = os.environ.get("COUNTERSIGN_POLICY") or "countersign.toml"
    return wires.countersign_policy if wires else Path(named)


def _policy(path: Path, complaints: list[str]) -> policy_file.PolicyFile | None:
    try:
        return policy_file.load(path)
    except policy_file.PolicyFileError as wrong:
        complaints += wrong.complaints
        return None


def _mail_lacks(wires: Connections) -> list[str]:
    needed = {
        "IMAP_HOST": wires.imap_host,
        "SMTP_HOST": wires.smtp_host,
        "MAIL_USER": wires.mail_user,
        "THREAD_SECRET": secret(wires.thread_secret),
        **_login_needs(wires),
    }
    return [
        f"{name} is not set; the mailbox cannot be opened without it." for name, value in needed.items() if not value
    ]


def _login_needs(wires: Connections) -> dict[str, str]:
    client = {"OAUTH_CLIENT_ID": wires.oauth_client_id, "OAUTH_CLIENT_SECRET": secret(wires.oauth_client_secret)}
    match wires.mail_login:
        case "password":
            return {"MAIL_PASSWORD": secret(wires.mail_password)}
        case "token":
            return {"OAUTH_TOKEN": secret(wires.oauth_token)}
        case "refresh_token":
            return {
                "OAUTH_TOKEN_URL": wires.oauth_token_url,
                "OAUTH_CLIENT_ID": wires.oauth_client_id,
                "OAUTH_REFRESH_TOKEN": secret(wires.oauth_refresh_token),
            }
        case "microsoft":
            return {"OAUTH_TENANT": wires.oauth_tenant, **client}


def _slack_lacks(wires: Connections) -> list[str]:
    needed = {"SLACK_BOT_TOKEN": secret(wires.slack_bot_token)}
    if wires.slack_mode == "socket":
        needed["SLACK_APP_TOKEN"] = secret(wires.slack_app_token)
    else:
        needed["SLACK_SIGNING_SECRET"] = secret(wires.slack_signing_secret)
    return [f"{name} is not set; Slack cannot be reached without it." for name, value in needed.items() if not value]


def _name(place: tuple[int | str, ...]) -> str:
    return ".".join(str(step) for step in place)
