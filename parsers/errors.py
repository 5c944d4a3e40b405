"""The ways in which a document cannot be read at all."""

from desk import errors


class UnreadableError(errors.DeskError):
    """The file holds nothing that can be read: encrypted, broken, empty, or a picture. A person must look."""
