"""Dates in good Italian, and back again: what the site prints may be typed, and gives the same date.

Writing is in prose_write.py (nouns in prose_nouns.py), reading in prose_read.py (single dates in prose_points.py),
times of day in prose_time.py, the names of months and centuries in prose_names.py.
"""

from timeline.italian.prose_read import date_text_fits, read_date, read_date_and_time, says_more_than_edtf
from timeline.italian.prose_time import read_time, time_in_sentence
from timeline.italian.prose_tokens import DateError
from timeline.italian.prose_write import NO_DATE, date_in_sentence, date_in_words, day_in_words

__all__ = [
    "NO_DATE",
    "DateError",
    "date_in_sentence",
    "date_in_words",
    "date_text_fits",
    "day_in_words",
    "read_date",
    "read_date_and_time",
    "read_time",
    "says_more_than_edtf",
    "time_in_sentence",
]
