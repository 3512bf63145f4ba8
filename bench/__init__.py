"""Speed, as ratios that hold on any machine. `python -m bench [FOLDER OF SAVED FEEDS]`."""
