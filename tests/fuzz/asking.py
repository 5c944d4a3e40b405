"""What must hold for any bytes at all."""

import json

from parsers import readers, shape


def ask(data: bytes, name: str) -> None:
    """Reads the bytes; raises for whatever is wrong with the answer."""
    reading, took = readers.of_file(data, name=name)
    json.dumps(shape.as_json(reading, path=name, seconds=took), ensure_ascii=True, allow_nan=False)
    for sentence in [*filter(None, [reading.error]), *(doubt.why for doubt in reading.doubts)]:
        assert sentence.endswith((".", "?", ")")), f"no sentence: {sentence!r}"
    assert not (reading.touchless and (reading.doubts or reading.error or not reading.orders)), "a promise with a doubt"
