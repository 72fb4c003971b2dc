"""Dates in good Italian, and back again: what the site prints may be typed, and gives the same date.

Writing: prose_write.py (whole periods), prose_nouns.py (single dates). Reading: prose_read.py (whole dates),
prose_periods.py and prose_stretches.py (periods), prose_points.py and prose_units.py (single dates as far as they are
said, a `Partial`), prose_complete.py (the rest). Both: prose_time.py, and prose_names.py with all the names.
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
