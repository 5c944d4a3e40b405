"""Two facts that share a label and a place, "Number / date: 4711 / 12 March", and a number behind the title."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from parsers.form import fieldnames, labels, lexicon
from parsers.form.labels import Label, Value
from parsers.page import Page, Row, Word

_HEAD = 30  # rows of a page in which its title may stand
_LONGEST = 5  # words of a title
_MOST = 3  # labels that share a value


def values(label: Label, found: Mapping[str, Sequence[Label]], known: AbstractSet[tuple[int, int, int]]) -> list[Value]:
    """The part of a shared value that is this label's: as many parts as labels, in their order."""
    chain = _chain(label, found)
    if len(chain) < 2:  # noqa: PLR2004 - a label of its own
        return []
    place = chain.index(label)
    shared = [labels.right(chain[-1], known), labels.below(chain[0], known) or labels.below(chain[-1], known)]
    taken = []
    for value in shared:
        parts = list(_parts(value.words)) if value else []
        if value and len(parts) == len(chain):
            taken.append(Value(label, parts[place] or broken_off(value), value.is_right))
    return taken


def _chain(label: Label, found: Mapping[str, Sequence[Label]]) -> list[Label]:
    """The labels that a stroke joins with this one, in the order of the row."""
    row = _row(label)
    beside = [one for many in found.values() for one in many if one.sheet is label.sheet and _row(one) is row]
    starts = {row.words.index(one.words[0]): one for one in beside}
    befores = {_behind(one, row): one for one in beside}
    chain = [label]
    while (start := row.words.index(chain[0].words[0])) in befores and len(chain) < _MOST:
        chain.insert(0, befores[start])
    while _behind(chain[-1], row) in starts and len(chain) < _MOST:
        chain.append(starts[_behind(chain[-1], row)])
    return chain


def _row(label: Label) -> Row:
    """The row in which a label begins; its cell may break it."""
    own = label.sheet.rows[label.row]
    return own if label.words[0] in own.words else label.sheet.rows[label.row - 1]


def _behind(label: Label, row: Row) -> int:
    """Where the label begins that a stroke joins to this one; -1 where none does."""
    if label.words[-1] not in row.words:
        return -1
    if label.words[-1].text == "/":
        return label.end
    return label.end + 1 if label.end < len(row.words) and row.words[label.end].text == "/" else -1


def _parts(words: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """What stands between strokes of their own."""
    part: list[Word] = []
    for word in words:
        if word.text == "/":
            yield tuple(part)
            part = []
        elif part or word.text.strip(":-.–"):
            part.append(word)
    yield tuple(part)


def broken_off(value: Value) -> tuple[Word, ...]:
    """What stands below a value that ends with the stroke before it, in a narrow cell: "P47810W /", "22.02.26"."""
    end = value.words[-1]
    if not end.text.endswith("/"):
        return ()
    below = next((row for row in value.label.sheet.rows[value.label.row :] if row.top > end.middle), None)
    words = below.words if below and below.top - end.bottom < end.height else ()
    return tuple(word for word in words if word.x1 > value.words[0].x0 and word.x0 < end.x1 + end.height)


def titled(sheet: Page) -> Iterator[Value]:
    """What stands behind the title of an order in the same phrase: "Purchase order form 4711"."""
    for at, row in enumerate(sheet.rows[:_HEAD]):
        begins = 0
        for phrase in sheet.phrases(row):
            value = _behind_title(phrase.words, sheet, at, begins)
            if value is not None:
                yield value
            begins += len(phrase.words)


def _behind_title(words: Sequence[Word], sheet: Page, row: int, begins: int) -> Value | None:
    for end in range(min(_LONGEST, len(words) - 1), 0, -1):
        keys = tuple(lexicon.key(word.text) for word in words[:end])
        key = "".join(keys)
        # (Where the title is a label as well, "PO", the labels have heard it: "PO BOX 41" is no number.)
        is_title = lexicon.TITLES.get(key) in lexicon.ORDER_KINDS or fieldnames.is_title(keys)
        if is_title and keys[-1] and key not in lexicon.PARTIES_AND_FIELDS:
            said = tuple(words[:end])
            label = Label("po_number_title", said, sheet, row, begins, begins + end, has_colon=False, key=key)
            return Value(label, tuple(words[end:]), is_right=True)
    return None
