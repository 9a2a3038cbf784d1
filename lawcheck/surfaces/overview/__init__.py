"""Many documents on one page: what was found in them, who has to do what, and by when, as plots and tables."""
