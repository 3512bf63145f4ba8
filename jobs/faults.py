"""How a fault of our own is told of a feed, a page or a post; jobs go on with the next one."""


def fault_of_ours(error: Exception) -> str:
    """What is shown of a fault that no rule foresaw; its trace is in the log."""
    return f"a fault of Parley's own ({type(error).__name__}); see the log"
