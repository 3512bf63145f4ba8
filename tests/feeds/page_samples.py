"""A web page as papers make them: a story between what is not the story."""

STORY = (
    """Delegations of Russia and Ukraine held a third round of direct talks in Istanbul on \
Wednesday, July 23, and parted after 40 minutes.""",
    """The two sides agreed to exchange 1,200 prisoners of war each, Russian negotiator Vladimir \
Medinsky said after the meeting.""",
    "Reporters waited at the palace gate through the afternoon, where a street vendor sold tea.",
    "No date for another round was set, and the delegations left without a joint statement.",
)


def paragraphs(*texts: str) -> str:
    """Texts as blocks."""
    return "\n\n".join(texts)


def page(title: str, *texts: str, head: str = "") -> bytes:
    """The page of a story."""
    story = "".join(f"<p>{text}</p>" for text in texts)
    return (
        f"<!doctype html><html><head><title>{title} | The Paper</title>{head}</head><body>"
        "<nav><ul><li><a href='/'>Home</a><li><a href='/world'>World</a></ul></nav>"
        f"<main><article><h1>{title}</h1>{story}</article>"
        "<aside><h3>Read also</h3><ul><li><a href='/x'>A cup final</a></ul></aside></main>"
        "<script>alert(1)</script><footer><p>Copyright The Paper</p></footer></body></html>"
    ).encode()
