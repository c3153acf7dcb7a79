"""The shell's door: the `kwan` command."""
