"""One file of views a room."""
