"""Photos of the bank's book: taken in only as pictures, drawn anew, and kept by the hash of what was drawn.

Drawing anew leaves behind all that a camera adds (where it was, whose it is) and whatever else hid in the file.
"""

from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Final

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from PIL import Image, ImageOps, UnidentifiedImageError

from kwan.thai import Refused

MOST_BYTES: Final = 8 * 1024 * 1024
MOST_PIXELS: Final = 40_000_000
LONGEST_SIDE: Final = 2000
QUALITY: Final = 82
FORMATS: Final = ("JPEG", "PNG", "WEBP")
SIGNATURES: Final = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF")
TOO_LARGE: Final = ("รูปใหญ่เกิน 8 MB ถ่ายใหม่ให้เล็กลง", "This picture is above 8 MB. Take a smaller one.")
NO_PICTURE: Final = ("ไฟล์นี้ไม่ใช่รูปถ่าย ใช้ JPEG หรือ PNG", "This is no photo. Use a JPEG or a PNG.")


def keep(upload: UploadedFile | None) -> str:
    """Keep a photo in the data folder, drawn anew; return the SHA-256 of what is kept.

    Raises:
        Refused: nothing sent, too large, or no picture by its bytes.
    """
    if upload is None:
        raise Refused("ยังไม่ได้เลือกรูป", "No photo was chosen.")
    if (upload.size or 0) > MOST_BYTES:
        raise Refused(*TOO_LARGE)
    drawn = drawn_anew(upload.read(MOST_BYTES + 1))
    name = sha256(drawn).hexdigest()
    path = path_of(name)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_bytes(drawn)
        part.replace(path)
    return name


def drawn_anew(data: bytes) -> bytes:
    """Return a photo as a plain JPEG, upright, at most 2,000 pixels wide or high, with nothing but its pixels.

    Raises:
        Refused: too large, or no picture by its bytes.
    """
    if len(data) > MOST_BYTES:
        raise Refused(*TOO_LARGE)
    if not data.startswith(SIGNATURES):
        raise Refused(*NO_PICTURE)
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as photo:
            if photo.width * photo.height > MOST_PIXELS:
                raise Refused(*TOO_LARGE)
            upright = ImageOps.exif_transpose(photo).convert("RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as wrong:
        raise Refused(*NO_PICTURE) from wrong
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    plain = Image.new("RGB", upright.size)
    plain.paste(upright)
    out = BytesIO()
    plain.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()


def path_of(picture: str) -> Path:
    """Return where a picture of this SHA-256 lies."""
    return Path(settings.KWAN_DATA) / "pictures" / f"{picture}.jpg"
