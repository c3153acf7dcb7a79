"""The `kwan` command."""

import os
import sys
from pathlib import Path


def main(words: list[str]) -> None:
    """Run one command. `--data FOLDER` is read before anything else, for the settings stand on it."""
    if "--data" in words[:-1]:
        at = words.index("--data")
        os.environ["KWAN_DATA"] = str(Path(words[at + 1]).resolve())
        words = words[:at] + words[at + 2 :]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kwan.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(["kwan", *words])


if __name__ == "__main__":
    main(sys.argv[1:])
