"""Files on a USB stick between a counter and headquarters, where no line is: ADR 26."""
