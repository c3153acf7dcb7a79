"""The journal: books, entries, transfers. The one place that writes."""
