"""The grammar of ``tem``, one module for each subject; app.cli.parser joins them."""
