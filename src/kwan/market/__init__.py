"""The market: buyers, orders, deliveries, and what was paid."""
