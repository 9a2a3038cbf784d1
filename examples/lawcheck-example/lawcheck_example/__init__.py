"""Rules for lawcheck: one TOML file each, and the functions that they name."""
