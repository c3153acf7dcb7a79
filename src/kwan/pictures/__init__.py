"""Pictures of the books: plain values in, SVG out, each with its sentence and its table.

Every chart starts at 0, writes its ends beside them instead of a legend, and
tells things apart by shape before colour. Nothing here reads a book or a clock:
the same values give the same bytes.
"""

from kwan.pictures.bullet import Indicator, bullet
from kwan.pictures.channels import Channel, channels
from kwan.pictures.columns import columns
from kwan.pictures.dots import check_dots
from kwan.pictures.drawing import Lang, Palette, Svg
from kwan.pictures.dressed import CHECKS, dressed
from kwan.pictures.gauge import gauge
from kwan.pictures.growth import Place, growth
from kwan.pictures.icons import ICON, brand, icon
from kwan.pictures.marks import WORDS, Verdict, verdict
from kwan.pictures.outlook import outlook
from kwan.pictures.picture import Cell, Picture, Table
from kwan.pictures.plant import Part, plant
from kwan.pictures.qr import qr
from kwan.pictures.ranking import Ranked, ranking
from kwan.pictures.rounds import Bundle, Improved, Round, flowers, rounds
from kwan.pictures.scale import BAHT, KILOGRAM, Unit, counted
from kwan.pictures.steps import Point, steps
from kwan.pictures.twins import Twin, twins
from kwan.pictures.ways import Course, ways
from kwan.pictures.weave import in_digits, weave

__all__ = [
    "BAHT",
    "CHECKS",
    "ICON",
    "KILOGRAM",
    "WORDS",
    "Bundle",
    "Cell",
    "Channel",
    "Course",
    "Improved",
    "Indicator",
    "Lang",
    "Palette",
    "Part",
    "Picture",
    "Place",
    "Point",
    "Ranked",
    "Round",
    "Svg",
    "Table",
    "Twin",
    "Unit",
    "Verdict",
    "brand",
    "bullet",
    "channels",
    "check_dots",
    "columns",
    "counted",
    "dressed",
    "flowers",
    "gauge",
    "growth",
    "icon",
    "in_digits",
    "outlook",
    "plant",
    "qr",
    "ranking",
    "rounds",
    "steps",
    "twins",
    "verdict",
    "ways",
    "weave",
]
