"""Production: materials bought, batches made, and the checks before each of them."""
