"""Mail programs, as they answer a letter of ours: each takes the new words and gives the raw reply."""

import html
import textwrap
from collections.abc import Callable
from email.message import EmailMessage

from parsers import reply

LETTER = reply.Letter(
    subject="Please confirm: order SO-10021 (your PO 4500118)",
    text="""\
Hello Ana,

thank you for your purchase order 4500118. This is our confirmation SO-10021, version 1.

1. Gold hoops, large (HOOP-12-GLD): 24 pieces at 4.50 GBP = 108.00 GBP
2. Silver studs, small (STUD-03-SLV): 48 pieces at 2.10 GBP = 100.80 GBP

Total: 208.80 GBP
Payment terms: net 30
Ship date: 12 March 2026

If everything is right, please reply "approved". We start packing when we have your approval.
If anything should be changed, tell us what, and we send you a new version.

Ben Hall
Harbour & Hoop
""",
    html="""\
<html><body><div style="max-width:600px"><p>Hello Ana,</p>
<p>thank you for your purchase order <b>4500118</b>. This is our confirmation <b>SO-10021</b>, version 1.</p>
<table><tr><th>Item</th><th>Quantity</th><th>Price</th><th>Amount</th></tr>
<tr><td>Gold hoops, large (HOOP-12-GLD)</td><td>24 pieces</td><td>4.50 GBP</td><td>108.00 GBP</td></tr>
<tr><td>Silver studs, small (STUD-03-SLV)</td><td>48 pieces</td><td>2.10 GBP</td><td>100.80 GBP</td></tr></table>
<p>Total: 208.80 GBP<br>Payment terms: net 30<br>Ship date: 12 March 2026</p>
<p>If everything is right, please reply <b>"approved"</b>. We start packing when we have your approval.<br>
If anything should be changed, tell us what, and we send you a new version.</p>
<p>Ben Hall<br>Harbour &amp; Hoop</p></div></body></html>
""",
)
US, ANA = "Ben Hall <orders@harbourhoop.example>", "Ana Lima <ana@fernhill.example>"


def mailed(text: str | None, rich: str | None = None, *, charset: str = "utf-8", subject: str = "") -> bytes:
    """A reply with this plain text, this HTML, or both."""
    message = EmailMessage()
    message["From"], message["To"] = ANA, US
    message["Subject"] = subject or f"Re: {LETTER.subject}"
    message["In-Reply-To"] = "<so-10021.v1@harbourhoop.example>"
    if text is not None:
        message.set_content(text, charset=charset)
        if rich is not None:
            message.add_alternative(rich, subtype="html")
    else:
        message.set_content(rich or "", subtype="html")
    return bytes(message)


def quoted(text: str | None = None, *, width: int = 0) -> str:
    told = (LETTER.text if text is None else text).splitlines()
    lines = [piece for line in told for piece in (textwrap.wrap(line, width) if width else [line]) or [""]]
    return "\n".join(f"> {line}".rstrip() for line in lines)


def rich(words: str) -> str:
    return "".join(f"<div>{html.escape(line) or '<br>'}</div>" for line in words.splitlines())


def _inner() -> str:
    return (LETTER.html or "").replace("<html><body>", "").replace("</body></html>", "")


def gmail(words: str, on: str = "On Mon, 2 Mar 2026 at 09:14, Ben Hall <orders@harbourhoop.example> wrote:") -> bytes:
    on_html = html.escape(on)
    page = (
        f'<div dir="ltr">{rich(words)}</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" '
        f'class="gmail_attr">{on_html}<br></div><blockquote class="gmail_quote" '
        f'style="margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex">{_inner()}</blockquote></div>'
    )
    return mailed(f"{words}\n\n{textwrap.fill(on, 76)}\n\n{quoted(width=70)}\n", page)


def gmail_german(words: str) -> bytes:
    return gmail(words, "Am Mo., 2. März 2026 um 09:14 Uhr schrieb Ben Hall <orders@harbourhoop.example>:")


def gmail_french(words: str) -> bytes:
    return gmail(words, "Le lun. 2 mars 2026 à 09:14, Ben Hall <orders@harbourhoop.example> a écrit :")


def gmail_japanese(words: str) -> bytes:
    return gmail(words, "2026年3月2日(月) 9:14 Ben Hall <orders@harbourhoop.example>:")


def gmail_polish(words: str) -> bytes:
    return gmail(words, "pon., 2 mar 2026 o 09:14 Ben Hall <orders@harbourhoop.example> napisał(a):")


def outlook(words: str, fields: tuple[str, ...] = ("From", "Sent", "To", "Subject")) -> bytes:
    values = (US, "Monday, March 2, 2026 9:14 AM", ANA, LETTER.subject)
    block = "\n".join(f"{name}: {value}" for name, value in zip(fields, values, strict=True))
    block_html = "<br>".join(f"<b>{name}:</b> {html.escape(value)}" for name, value in zip(fields, values, strict=True))
    page = (
        f'<div class="WordSection1">{rich(words)}<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;'
        f'padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal">{block_html}</p></div></div>{_inner()}</div>'
    )
    return mailed(f"{words}\n\n{block}\n\n{LETTER.text}", page)


def outlook_spanish(words: str) -> bytes:
    return outlook(words, ("De", "Enviado el", "Para", "Asunto"))


def outlook_swedish(words: str) -> bytes:
    return outlook(words, ("Från", "Skickat", "Till", "Ämne"))


def outlook_text(words: str) -> bytes:
    lines = f"From: {US}\nSent: Monday, March 2, 2026 9:14 AM\nTo: {ANA}\nSubject: {LETTER.subject}"
    return mailed(f"{words}\n\n-----Original Message-----\n{lines}\n\n{LETTER.text}")


def outlook_web(words: str) -> bytes:
    block = f"<b>Von:</b> Ben Hall<br><b>Gesendet:</b> Montag, 2. März 2026 09:14<br><b>Betreff:</b> {LETTER.subject}"
    return mailed(
        None,
        f'<div style="font-family:Calibri">{rich(words)}</div><div id="appendonsend"></div><hr tabindex="-1">'
        f'<div id="divRplyFwdMsg" dir="ltr">{block}</div><div>{_inner()}</div>',
    )


def apple(words: str) -> bytes:
    on = "On 2 Mar 2026, at 09:14, Ben Hall <orders@harbourhoop.example> wrote:"
    quote = f'<blockquote type="cite"><div>{html.escape(on)}</div><br>{_inner()}</blockquote>'
    page = f"<div>{rich(words)}</div><div><br>{quote}</div>"
    return mailed(f"{words}\n\n{quoted(on)}\n> \n{quoted()}\n", page)


def iphone(words: str) -> bytes:
    on = "On 2 Mar 2026, at 09:14, Ben Hall <orders@harbourhoop.example> wrote:"
    return mailed(f"{words}\n\nSent from my iPhone\n\n{quoted(on)}\n> \n{quoted()}\n")


def yahoo(words: str) -> bytes:
    on = "On Monday, 2 March 2026 at 09:14:05 GMT, Ben Hall <orders@harbourhoop.example> wrote:"
    indented = textwrap.indent(LETTER.text, "    ")
    quote = f'<div id="ydp1yahoo_quoted_7" class="ydp1yahoo_quoted"><div>{html.escape(on)}</div>{_inner()}</div>'
    page = f"<div>{rich(words)}</div>{quote}"
    return mailed(f"{words}\n\n    {on}  \n \n{indented}", page)


def thunderbird_below(words: str) -> bytes:
    """The answer stands below what it answers."""
    return mailed(f"On 02/03/2026 09:14, Ben Hall wrote:\n{quoted()}\n\n{words}\n")


def zoho(words: str) -> bytes:
    on = "---- On Mon, 02 Mar 2026 09:14:05 +0000 Ben Hall <orders@harbourhoop.example> wrote ----"
    return mailed(f"{words}\n\n{on}\n\n{LETTER.text}")


def qq(words: str) -> bytes:
    fields = f"发件人: {US}\n发送时间: 2026年3月2日 9:14\n收件人: {ANA}\n主题: {LETTER.subject}"
    return mailed(f"{words}\n\n------------------ 原始邮件 ------------------\n{fields}\n\n{LETTER.text}")


def html_only(words: str) -> bytes:
    """An unknown web mail that copies our letter below without any mark."""
    return mailed(None, f"<div>{rich(words)}</div><br><br>{_inner()}")


def unmarked(words: str) -> bytes:
    """A plain program that copies our letter below, wrapped anew and without any mark."""
    return mailed(f"{words}\n\n{textwrap.fill(LETTER.text, 60)}\n")


def unquoting(words: str) -> bytes:
    """A program that quotes nothing."""
    return mailed(f"{words}\n")


def signing(words: str) -> bytes:
    """A company's gateway with its signature, its lawyers and its banner."""
    tail = (
        "Kind regards,\n\nAna Lima\nHead of Buying | Fernhill Gifts Ltd\nT: +44 113 496 0000\nwww.fernhill.example\n\n"
        "This e-mail is confidential and intended only for the addressee. If you are not the intended recipient do not "
        "copy it. Nothing in it is approved or binding unless confirmed in writing."
    )
    return mailed(f"{words}\n\n{tail}\n\n{quoted('On 02/03/2026 09:14, Ben Hall wrote:')}\n{quoted()}\n")


Client = Callable[[str], bytes]

CLIENTS: tuple[Client, ...] = (
    gmail,
    gmail_german,
    gmail_french,
    gmail_japanese,
    gmail_polish,
    outlook,
    outlook_spanish,
    outlook_swedish,
    outlook_text,
    outlook_web,
    apple,
    iphone,
    yahoo,
    thunderbird_below,
    zoho,
    qq,
    html_only,
    unmarked,
    unquoting,
    signing,
)
