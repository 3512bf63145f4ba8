"""The panel of /settings: switches, the digest's hour and zone, a role to ping."""

from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import discord

from bot.cards.lexicon import BOARD_COLOUR
from bot.commands.follow import check_role
from bot.desk import Desk
from bot.tree import Refusal, SafeLayout, SafeModal
from bot.words import clean, safe, shorten
from db.models import Follow
from db.outbox import want_board_again

SWITCHES: tuple[tuple[str, str, str], ...] = (
    ("talks", "Rounds of talks", "a card when one is announced and when it has ended"),
    ("deadlines", "Deadlines", "a card when one is set, moves or ends, and the countdown"),
    ("digest", "Strike digest", "once a day, both sides' claims"),
    ("board", "Board", "one pinned message, kept up to date"),
)
"""Column of Follow, its name, what it does."""
_TIMEOUT = 300


@dataclass(frozen=True, slots=True)
class PanelState:
    """What the panel shows of a follow."""

    follow_id: int
    channel_id: int
    conflict: str
    on: frozenset[str]
    hour: int
    zone: str
    role_id: int | None
    paused: str | None


def state_of(follow: Follow, conflict: str) -> PanelState:
    """The panel's state for a row."""
    return PanelState(
        follow_id=follow.id,
        channel_id=follow.channel_id,
        conflict=conflict,
        on=frozenset(column for column, _, _ in SWITCHES if getattr(follow, column)),
        hour=follow.digest_hour,
        zone=follow.zone,
        role_id=follow.role_id,
        paused=(follow.paused_reason or "no reason noted") if follow.paused_at else None,
    )


def zone_named(text: str) -> str:
    """The IANA zone meant by `Europe/Kyiv`, `kyiv` or `utc`. Raises Refusal with an example."""
    wanted = text.strip().replace(" ", "_").casefold()
    zones = sorted(available_timezones())
    exact = [zone for zone in zones if zone.casefold() == wanted]
    by_city = [zone for zone in zones if zone.rpartition("/")[2].casefold() == wanted]
    for zone in exact + by_city:
        return ZoneInfo(zone).key
    raise Refusal(
        f"`{shorten(clean(text), 40)}` is no time zone Parley knows. Write the zone's city, "
        "such as `Kyiv`, `Europe/London` or `UTC`."
    )


class Switch(discord.ui.Button["SettingsPanel"]):
    """Switches one kind of post on or off."""

    def __init__(self, column: str, *, on: bool) -> None:
        style = discord.ButtonStyle.success if on else discord.ButtonStyle.secondary
        super().__init__(label="On" if on else "Off", style=style, custom_id=f"switch:{column}")
        self._column, self._on = column, on

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Save and show the panel anew."""
        assert self.view is not None
        await self.view.save(interaction, **{self._column: not self._on})


class Hour(discord.ui.Select["SettingsPanel"]):
    """The hour of the digest."""

    def __init__(self, hour: int, zone: str) -> None:
        options = [
            discord.SelectOption(label=f"Digest at {h:02}:00", value=str(h), default=h == hour)
            for h in range(24)
        ]
        super().__init__(placeholder=f"Hour, {zone}", options=options, custom_id="hour")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Save and show the panel anew."""
        assert self.view is not None
        await self.view.save(interaction, digest_hour=int(self.values[0]))


class Role(discord.ui.RoleSelect["SettingsPanel"]):
    """The role to ping; none chosen means nobody."""

    def __init__(self, role_id: int | None) -> None:
        chosen = [discord.SelectDefaultValue(id=role_id, type=_ROLE)] if role_id else []
        super().__init__(
            placeholder="Ping nobody", min_values=0, default_values=chosen, custom_id="role"
        )

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Check that the ping would reach someone, save, show the panel anew."""
        assert self.view is not None
        role = self.values[0] if self.values else None
        channel = interaction.guild and interaction.guild.get_channel_or_thread(
            self.view.state.channel_id
        )
        if isinstance(channel, discord.TextChannel | discord.Thread):
            check_role(channel, role)
        await self.view.save(interaction, role_id=role.id if role else None)


_ROLE = discord.SelectDefaultValueType.role


class ZoneForm(SafeModal, title="Time zone"):
    """Asks for the zone in which the digest's hour is counted."""

    zone = discord.ui.TextInput[Any](label="City or zone, such as Kyiv or UTC", max_length=60)

    def __init__(self, panel: "SettingsPanel") -> None:
        super().__init__(timeout=_TIMEOUT)
        self._panel = panel
        self.zone.default = panel.state.zone

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        """Save and show the panel anew."""
        await self._panel.save(interaction, zone=zone_named(self.zone.value))


class Zone(discord.ui.Button["SettingsPanel"]):
    """Opens the form for the zone."""

    def __init__(self) -> None:
        super().__init__(label="Change", custom_id="zone")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Show the form."""
        assert self.view is not None
        await interaction.response.send_modal(ZoneForm(self.view))


class SettingsPanel(SafeLayout):
    """One follow's settings; private, and every change is saved at once."""

    def __init__(self, desk: Desk, state: PanelState) -> None:
        super().__init__(timeout=_TIMEOUT)
        self.desk, self.state = desk, state
        self.add_item(self._container())

    def _container(self) -> discord.ui.Container["SettingsPanel"]:
        state = self.state
        box = discord.ui.Container["SettingsPanel"](accent_colour=BOARD_COLOUR)
        head = f"### <#{state.channel_id}> · {safe(state.conflict, 80)}"
        if state.paused:
            head += f"\n**Paused**: {safe(state.paused, 300)} Then run /follow test."
        box.add_item(discord.ui.TextDisplay(head))
        for column, name, words in SWITCHES:
            button = Switch(column, on=column in state.on)
            box.add_item(discord.ui.Section(f"**{name}**\n{words}", accessory=button))
        box.add_item(discord.ui.Separator())
        box.add_item(discord.ui.Section(f"**Time zone**\n{state.zone}", accessory=Zone()))
        box.add_item(discord.ui.ActionRow(Hour(state.hour, state.zone)))
        box.add_item(discord.ui.TextDisplay("**Ping for new rounds and moved deadlines**"))
        box.add_item(discord.ui.ActionRow(Role(state.role_id)))
        return box

    async def save(self, interaction: discord.Interaction[Any], **values: Any) -> None:
        """Write the change and show the panel as it now stands."""
        async with self.desk.sessions.begin() as session:
            row = await session.get(Follow, self.state.follow_id)
            if row is None:
                raise Refusal("This channel follows it no longer. Start again with /follow add.")
            for column, value in values.items():
                setattr(row, column, value)
            if values.get("board"):
                await want_board_again(session, row.id, self.desk.clock())
        panel = SettingsPanel(self.desk, state_of(row, self.state.conflict))
        self.stop()
        await interaction.response.edit_message(view=panel)
