"""The edge where events become pages: cards, pages, feeds and files, and the MkDocs plugin that publishes them."""
