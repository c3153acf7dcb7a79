"""What a page asks and what is made of it: boxes, what was typed, commands; written all at once, and only once."""
