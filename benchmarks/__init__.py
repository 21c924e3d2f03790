"""Speed, memory and start-up, measured in one run so that the ratios mean something."""
