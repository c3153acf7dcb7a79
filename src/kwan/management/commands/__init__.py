"""One file a command of `kwan`."""
