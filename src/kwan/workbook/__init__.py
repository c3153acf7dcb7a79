"""The spreadsheet door: a group's own Excel and CSV files become understood rows.

`files` opens a file safely, `layout` finds what each sheet is about, `rows` types its rows.
Nothing is imported here, so that the small process which opens strange files starts fast.
"""
