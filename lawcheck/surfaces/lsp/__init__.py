"""The language server: findings, fixes, explanations and the outline in editors, as one types."""
