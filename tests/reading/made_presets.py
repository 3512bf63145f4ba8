"""A made-up conflict, so that no rule can lean on a real one's names."""

from reading.preset import Actor, Party, Place, Preset

MADE = Preset(
    slug="ruritania-freedonia",
    name="War between Ruritania and Freedonia",
    parties=(
        Party(
            name="Ruritania",
            aliases=("Strelsau", "the Elphberg palace"),
            adjectives=("Ruritanian", "Ruritanians"),
            zone="Europe/Prague",
        ),
        Party(name="Freedonia", adjectives=("Freedonian", "Freedonians"), zone="Europe/Rome"),
    ),
    third_parties=(Party(name="Sylvania", adjectives=("Sylvanian",)),),
    actors=(
        Actor(
            name="Rudolf Rassendyll",
            party="Ruritania",
            spellings=("Rudolph Rassendyll", "Rassendyl"),
        ),
        Actor(name="Rufus Firefly", party="Freedonia"),
        Actor(name="Çetin Işık", party="Sylvania"),
        Actor(name="Ruritanian Air Force", party="Ruritania", kind="body"),
        Actor(name="Freedonian Defence Ministry", party="Freedonia", kind="body"),
    ),
    places=(
        Place(name="Strelsau", party="Ruritania"),
        Place(name="Zenda", party="Ruritania", kind="region"),
        Place(name="Firefly City", party="Freedonia"),
    ),
    agencies=("Reuters",),
)
