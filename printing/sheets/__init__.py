"""Spreadsheets: a frozen value in, the bytes of an XLSX out."""
