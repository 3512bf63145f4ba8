"""The words of attacks, as data: blocks of alternatives that the patterns are built from.

In a block, alternatives are separated by white space and `_` stands for a space.
"""


def any_of(block: str) -> str:
    """The block as one group of alternatives of a regular expression."""
    return "(?:" + "|".join(word.replace("_", " ") for word in block.split()) + ")"


PEOPLE = any_of("""
    people persons? civilians? men women man woman child(?:ren)? girls? boys? residents? soldiers?
    troops service(?:men|people|members?) workers? employees? rescuers? medics? firefighters?
    officers?
    others? more victims? militants? fighters? locals? inhabitants? citizens? pensioners? patients?
    passengers? journalists? students? pupils? teenagers? bab(?:y|ies) infants? toddlers? guards?
    personnel police(?:men)? policem[ae]n refugees guests drivers? members? lives
    worshipp?ers villagers? sailors? shoppers? tourists? pilgrims? farmers? fisherm[ae]n miners?
    paramedics? doctors? nurses? teachers? relatives siblings inmates? detainees staff crew
    traders? customers? commuters? volunteers? engineers? reporters? migrants? bystanders
    displaced prisoners? adults minors motorists? parishioners athletes clerics? officials?
    passers-by passersby conscripts? recruits? reservists? pedestrians? boys convicts?
    mercenar(?:y|ies) hostages? schoolchildren kids teens? newborns? cadets? helmets souls
    nationals commandos? [a-z]+(?:men|women)
    [a-z]+(?:ers|ors|ists|ians|ants|ees)
""")
KILLED = any_of(
    "kill(?:s|ed|ing)? claim(?:s|ed|ing)_the_lives_of slain slay(?:s|ing)? martyr(?:ed|ing)"
    " shot_dead gunned_down massacr(?:es|ed|ing) murder(?:s|ed|ing) mow(?:s|ed|ing)_down"
    " eliminat(?:es|ed|ing)"
)
DEAD = any_of("""
    killed dead died dies? deaths? perish(?:ed)? fatalit(?:y|ies) los(?:e|t)_(?:their_)?li(?:fe|ves)
    slain martyred shot_dead gunned_down (?:did_not|didn't)_survive massacred murdered mown_down
    blown_(?:up|apart|to_(?:bits|pieces)) burned_(?:to_death|alive) crushed_to_death eliminated
    fatally_(?:wounded|injured|hurt|struck|hit) embraced?_martyrdom
    martyrs(?!_(?:street|square|road|hospital|day|brigade)) among_the_(?:fallen|dead|killed)
""")
WOUNDED = any_of("injur(?:es|ed|ing|e) wound(?:s|ed|ing)? hurt(?:s|ing)? maim(?:s|ed|ing)")
HURT = any_of("injured wounded hurt injuries injury wounds")

SHOT_DOWN = any_of("""
    shot_down shooting_down shoots?_down downed downs? downing destroyed destroys? destroying
    (?:destruction|interception|downing|shooting_down)_of
    intercepted intercepts? intercepting brought_down brings_down taken_down took_down
    takes_down stopped (?<!un)able_to_stop managed_to_stop
    shot_out_of_the_(?:sky|air) swatted_down felled knocked_down
    repelled knocked_out eliminated thwarted
""")
NEUTRALISED = any_of("""
    neutrali[sz](?:ed|es|ing)
    (?:put|taken|knocked)_out_of_action rendered_harmless out_of_action
    (?:shot_down|downed|destroyed|intercepted)(?:_,)?(?:,?_or|/|_and/or|_or_otherwise|,?_and)_(?:suppressed|jammed|neutrali[sz]ed|disabled|lost)
    (?:suppressed|jammed)_(?:or|and)_(?:shot_down|downed|destroyed|intercepted)
    (?:shot_down|downed|destroyed|intercepted)/suppressed
""")
SUPPRESSED = any_of("""
    jammed suppressed lost (?:disappeared|vanished|lost)_from_radars? disappeared
    electronically_\\w+
    (?:did_not|didn't|failed_to|never)_reach(?:ed)?(?:_their)?(?:_targets?|_goals?)? decoyed
    went_off_course off_course neutrali[sz]ed_by_electronic
""")
SENT = any_of("""
    launched launching launches launch fired firing fires sent sending sends unleashed unleashing
    used using uses deployed hurled flung threw throwing let_loose loosed
    employed directed lobbed dropped dropping
""")
CAME = any_of("""
    flew came come attack(?:ed|s|ing)? target(?:ed|s|ing)? approach(?:ed|ing) head(?:ed|ing)
    swarm(?:ed|s)?
    pound(?:ed|s)? rain(?:ed|s)? enter(?:ed|ing) flying were_over had_been_heading bombard(?:ed|s)?
    descended crossed involved set_off assault(?:ed)?
""")
GOT_THROUGH = any_of("""
    struck hit hits strike strikes got_(?:past|through) penetrat(?:ed|ing) broke_through impacted
    slammed crashed made_it_through reached evaded
""")
COUNTED = any_of("""
    count(?:ed|s)? record(?:ed|s)? detect(?:ed|s)? track(?:ed|s)? logg?(?:ed|s) register(?:ed|s)?
    list(?:ed|s)?
    report(?:ed|s)? gave detail(?:ed|s) specified put_at spotted observed identified
    sp(?:oke|oken|eaks|eaking)_of
""")
CLAIMED = any_of("claim(?:ed|s)")
SITES = any_of("""
    locations? places? sites? points? areas? spots? settlements? facilities targeted_locations
    addresses (?:air_)?bases airfields refineries targets substations depots
""")
DEBRIS = any_of("debris wreckage fragments? remains parts wreck falling_drones? downed_drones?")
"""What falls where something was shot down."""
HARM = any_of(r"""
    kill(?:s|ed|ing|ings)? dead deadly die[sd]? deaths? died injur\w+ wound\w+ hurt casualt\w+ toll
    victims?
    damag\w+ destr\w+ hit hits hitting struck fires? flames ablaze blaze burn\w* smoke explosions?
    blasts? outages? blackouts? rubble ruins wreck\w* shatter\w* collaps\w+ debris
    evacuat\w+ fled flee\w* power_cuts? darkness rock(?:s|ed)? shak(?:es|en) levell?ed gutted
    intercept\w* downed shot_down repel\w* sirens? scrambl\w+ wiped_out blown_(?:up|apart|out)
    slain perish\w* martyred pummel\w* pound(?:s|ed)? batter(?:s|ed) hammer(?:s|ed)
    torn bodies surviv(?:e|es|ed|ors?) hospitali[sz]ed pierced holed
    black(?:s|ed)_out orphan\w* missing_under maim\w* neutrali[sz]ed eliminated
""")
"""Words of what an attack does to people and things."""
