"""The fund: savings, pay, the revolving fund, debts told."""
