"""Dated, versioned reference data: files, their validators, and the book valid at a moment."""
