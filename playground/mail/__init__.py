"""A mail server on this machine: IMAP and SMTP on loopback, with mailboxes in memory."""

from playground.mail.faults import Break, Faults
from playground.mail.house import MailHouse
from playground.mail.office import PostOffice
from playground.mail.stored import Stored
from playground.mail.verdict import Trust

__all__ = ["Break", "Faults", "MailHouse", "PostOffice", "Stored", "Trust"]
