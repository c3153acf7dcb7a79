"""The report: built from claims, bound to entries, drawn as HTML, PDF, DOCX and JSON."""
