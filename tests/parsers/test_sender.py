import pytest

from parsers import mail, sender

OURS = "mx.seller.example"


def heard(*fields: str, froms: tuple[str, ...] = ("Ana <ana@buyer.example>",)) -> sender.Belief:
    lines = [f"Authentication-Results: {field}" for field in fields]
    lines += [f"From: {who}" for who in froms]
    raw = "\r\n".join([*lines, "Subject: Re: order", "", "approved"]).encode()
    return sender.believe(mail.read(raw), authserv_id=OURS)


def test_a_dmarc_pass_for_the_senders_domain_is_believed() -> None:
    belief = heard(f"{OURS}; dmarc=pass (p=REJECT sp=NONE) header.from=buyer.example")

    assert belief.level is sender.Level.DMARC
    assert belief.address == "ana@buyer.example"


@pytest.mark.parametrize(
    "field",
    [
        f"{OURS}; dkim=pass header.d=buyer.example header.s=s1 header.b=a/b+c=",
        f"{OURS} 1; spf=fail smtp.mailfrom=x@bounce.test; dkim=pass (2048-bit; weak) header.d=Buyer.Example.",
        f"{OURS}; dkim=fail header.d=buyer.example; dkim=pass header.i=@buyer.example",
        f'{OURS.upper()}; dkim = pass header.d = "buyer.example"; dmarc=none header.from=buyer.example',
    ],
)
def test_a_valid_signature_of_the_senders_domain_is_believed(field: str) -> None:
    assert heard(field).level is sender.Level.DKIM_ALIGNED


def test_a_signature_of_the_parent_domain_speaks_for_a_sub_domain() -> None:
    belief = heard(f"{OURS}; dkim=pass header.d=buyer.example", froms=("ana@shop.buyer.example",))

    assert belief.level is sender.Level.DKIM_ALIGNED


@pytest.mark.parametrize(
    "field",
    [
        # the four forgeries: a quoted local part, a nested comment, a duplicate clause, a property of another clause
        f'{OURS}; spf=pass smtp.mailfrom="x; dmarc=pass header.from=buyer.example; "@evil.test',
        f"{OURS}; spf=pass (a (b) ; dmarc=pass header.from=buyer.example ;) smtp.mailfrom=evil.test",
        f"{OURS}; dmarc=fail header.from=buyer.example; dmarc=pass header.from=buyer.example",
        f"{OURS}; dkim=pass header.d=evil.test; spf=none header.d=buyer.example",
        # and their relatives
        f"{OURS}; dmarc=pass header.from=evil.test; dmarc=pass header.from=buyer.example",
        f"{OURS}; dmarc=pass header.from=evil.test header.from=buyer.example",
        f"{OURS}; dkim=pass header.d=evil.test header.d=buyer.example",
        f"{OURS}; dmarc=pass header.from=evil.test",
        f"{OURS}; dmarc=pass",
        f"{OURS}; dmarc=fail header.from=buyer.example; dkim=pass header.d=buyer.example",
        f"{OURS}; spf=pass smtp.mailfrom=buyer.example",
        f"{OURS}; dkim=pass header.d=buyer.example.evil.test",
        f"{OURS}; dkim=pass header.d=notbuyer.example",
        f"{OURS}; dkim=pass header.d=shop.buyer.example",
        f"{OURS}; dkim=pass header.d=example",
        f"{OURS}; dkim=neutral header.d=buyer.example",
        f"{OURS}; x-dkim=pass header.d=buyer.example",
        f"{OURS}; dmarc=pass header.from=buyer.example (never closed",
        f'{OURS}; dmarc=pass header.from="buyer.example',
        f"{OURS}; none",
        f"{OURS}.evil.test; dmarc=pass header.from=buyer.example",
        f"evil.test; ({OURS}; ) dmarc=pass header.from=buyer.example",
        f"({OURS}) evil.test; dmarc=pass header.from=buyer.example",
        f'"{OURS}; x"; dmarc=pass header.from=buyer.example',
        f"{OURS} 2; dmarc=pass header.from=buyer.example",
        "dmarc=pass header.from=buyer.example",
        "",
    ],
)
def test_what_proves_nothing_is_not_believed(field: str) -> None:
    belief = heard(field)

    assert not belief.is_believed
    assert belief.address == ""
    assert belief.why.endswith(".")


def test_a_second_field_below_ours_counts_for_nothing() -> None:
    belief = heard(f"{OURS}; dmarc=fail header.from=buyer.example", f"{OURS}; dmarc=pass header.from=buyer.example")

    assert belief.level is sender.Level.FAILED


def test_another_servers_field_above_ours_is_passed_over() -> None:
    belief = heard("relay.test; dmarc=fail header.from=a.test", f"{OURS}; dmarc=pass header.from=buyer.example")

    assert belief.level is sender.Level.DMARC


@pytest.mark.parametrize(
    "froms",
    [
        ("ana@buyer.example", "eve@evil.test"),
        ("ana@buyer.example, eve@evil.test",),
        ("<ana@buyer.example> <eve@evil.test>",),
        ("ana@buyer.example@evil.test",),
        ("Ana: ;",),
        ("Ana",),
        ("",),
        (),
    ],
)
def test_no_sender_or_several_are_not_believed(froms: tuple[str, ...]) -> None:
    assert not heard(f"{OURS}; dmarc=pass header.from=buyer.example", froms=froms).is_believed


@pytest.mark.parametrize(
    "trick",
    [
        '"ana@buyer.example" <eve@evil.test>',
        "ana@buyer.example <eve@evil.test>",
        '"ana@buyer.example"@evil.test',
        "=?utf-8?q?ana=40buyer=2Eexample?= <eve@evil.test>",
        "(ana@buyer.example) eve@evil.test",
    ],
)
def test_a_name_that_looks_like_an_address_is_only_a_name(trick: str) -> None:
    believed = heard(f"{OURS}; dmarc=pass header.from=evil.test", froms=(trick,))
    forged = heard(f"{OURS}; dmarc=pass header.from=buyer.example", froms=(trick,))

    assert believed.address.endswith("@evil.test")
    assert not forged.is_believed


@pytest.mark.parametrize("domain", ["co.uk", "com.au", "com", "uk"])
def test_a_name_that_registries_sell_below_speaks_for_nobody(domain: str) -> None:
    belief = heard(f"{OURS}; dkim=pass header.d={domain}", froms=(f"ana@buyer.{domain}",))

    assert belief.level is sender.Level.UNVERIFIED


def test_a_domain_in_its_own_letters_is_the_same_as_in_ascii() -> None:
    belief = heard(f"{OURS}; dmarc=pass header.from=xn--kse-qla.example", froms=("ana@käse.example",))

    assert belief.level is sender.Level.DMARC


NAMELESS = (
    "spf=pass (sender IP is 192.0.2.7) smtp.mailfrom=buyer.example; dkim=pass (signature was verified)"
    " header.d=buyer.example;dmarc=pass action=none header.from=buyer.example;compauth=pass reason=100"
)


def at_microsoft(*fields: str) -> sender.Belief:
    lines = [f"Authentication-Results: {field}" for field in fields]
    raw = "\r\n".join([*lines, "From: Ana <ana@buyer.example>", "Subject: Re: order", "", "approved"]).encode()
    return sender.believe(mail.read(raw), authserv_id="microsoft")


def test_a_verdict_without_a_name_is_believed_where_the_mailbox_is_said_to_lie_at_microsoft() -> None:
    assert at_microsoft(NAMELESS).level is sender.Level.DMARC


@pytest.mark.parametrize(
    "fields",
    [
        (NAMELESS.replace("dmarc=pass", "dmarc=fail"),),
        (NAMELESS.replace("dmarc=pass", "dmarc=none").replace("dkim=pass", "dkim=none"), NAMELESS),
        ("microsoft; dmarc=pass header.from=buyer.example",),
        (f"mx.other.example; {NAMELESS}",),
        (NAMELESS + ";(",),
        (),
    ],
)
def test_only_the_topmost_field_and_only_one_without_a_name_counts_there(fields: tuple[str, ...]) -> None:
    assert not at_microsoft(*fields).is_believed


def test_a_verdict_without_a_name_is_nobodys_elsewhere() -> None:
    assert not heard(NAMELESS).is_believed
