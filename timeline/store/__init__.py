"""The edge to files: articles, event files, records, settings. Nothing here judges what happened."""
