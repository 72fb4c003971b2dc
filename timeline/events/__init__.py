"""What happened: articles in, events out. Pure: knows no files, no network, no today."""
