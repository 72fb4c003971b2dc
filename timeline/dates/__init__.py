"""What dates are: periods, EDTF, meanings, TIMEX3. Knows no Italian and no files."""
