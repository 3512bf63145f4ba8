"""Speed and memory, as figures and as ratios that hold on any machine: `python -m bench --help`."""
