"""The daily report: folded from the entries of one day, every figure with the places it is from."""
