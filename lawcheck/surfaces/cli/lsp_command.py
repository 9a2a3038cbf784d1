"""`lawcheck lsp`."""

from lawcheck.surfaces.cli.extras import needs


def lsp() -> int:
    """Serves one editor; returns the exit status."""
    with needs("lsp"):
        from lawcheck.surfaces.lsp.language_server import serve
    return serve()
