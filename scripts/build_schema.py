"""Write the JSON Schema of the native format from the classes of the model.

Usage: python scripts/build_schema.py [--check]

``--check`` writes nothing and exits with 1 where the file differs from what the classes give.
"""

from __future__ import annotations

import pathlib
import sys

from malicoup.formats.schema import schema_text
from malicoup.formats.versions import FORMAT_VERSION

FOLDER = pathlib.Path(__file__).parents[1] / "src" / "malicoup" / "formats" / "schemas"
TARGET = FOLDER / f"malicoup-{FORMAT_VERSION}.schema.json"


def main(arguments: list[str]) -> int:
    text = schema_text()
    if arguments == ["--check"]:
        same = TARGET.exists() and TARGET.read_text("utf-8") == text
        print(f"{TARGET.name} is {'up to date' if same else 'out of date'}")
        return 0 if same else 1
    TARGET.write_text(text, "utf-8", newline="\n")
    print(f"wrote {TARGET.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
