"""What models answered to recorded steps: its format, its files, and what it means."""
