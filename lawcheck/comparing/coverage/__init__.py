"""How the measures of a superior document are taken up by those of a lower office."""
