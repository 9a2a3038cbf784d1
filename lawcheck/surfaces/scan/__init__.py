"""Documents by the million: checked partition by partition into a Parquet dataset, and asked in SQL."""
