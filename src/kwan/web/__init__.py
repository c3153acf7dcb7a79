"""The door for people: pages in Thai and English, drawn on the server."""
