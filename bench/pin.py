"""What one try of six digits costs: CPU time to check a PIN, right or wrong.

.venv/bin/python bench/pin.py

Slow on purpose: whoever has the database and the key must pay this for each of a million guesses.
"""

import shutil
import time
from statistics import median

from desk import empty_books

TRIES = 25


def main():
    """Check a right and a wrong PIN in turn; print the median of each."""
    place = empty_books()
    from kwan.people.entrance import hashing

    kept, spent = hashing.of_pin("314159"), {"right": [], "wrong": []}
    for _ in range(TRIES):
        for name, pin in (("right", "314159"), ("wrong", "271828")):
            begun = time.process_time()
            assert hashing.is_pin(pin, kept) == (name == "right")
            spent[name].append(time.process_time() - begun)
    for name, seconds in spent.items():
        print(f"{name} {median(seconds) * 1000:.0f} ms of CPU   (20 to 500 wanted)")
    guesses = median(spent["wrong"]) * 1_000_000 / 3600
    print(f"a million guesses: {guesses:.0f} hours of one core")
    shutil.rmtree(place)


if __name__ == "__main__":
    main()
