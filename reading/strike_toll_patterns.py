"""The forms in which news counts the dead and the hurt, as patterns over a line of marks."""

from reading.facts import Measure
from reading.gate import Gated
from reading.strike_tags import marked
from reading.strike_words import DEAD, HURT, KILLED, PEOPLE, WOUNDED, any_of

N = r"Num(?P<number>\d+)(?!\d)"
_MORE = r"(?P<more>(?: or more| at least| and more)?)"
_ADJECTIVES = (
    "(?: (?:Adj[0-9TX]|more|others?|additional|local|elderly|young|innocent|civilian|unarmed))*"
)
_CHARGES = any_of("""
    staff workers employees volunteers patients pupils students crew residents children colleagues
    journalists reporters doctors nurses medics teachers passengers guests soldiers troops men
    servicemen fighters personnel officers policemen guards forces citizens nationals people
""")
"""Whom an agency, a school, an army or a ship may lose."""
_FOLK = (
    rf"(?:{_ADJECTIVES} (?:[\w-]+ )?{PEOPLE}(?: (?:and|or) {PEOPLE})?|{_ADJECTIVES})(?: at least)?"
    r"(?: (?:of|from) (?:the |one |a |same )*(?:[\w'-]+ ){0,3}family)?"
    rf"(?: of (?:the (?:[a-z-]+ )?{PEOPLE}|(?:its|his|her|their)"
    rf" (?:own )?(?:[a-z-]+ )?{_CHARGES}))?"
    r"(?:,? (?:including|among them|among whom|(?:Num\d+|one|some|several|many|most|all|half) of"
    r" (?:them|whom)|both|most|mostly|mainly|all|many|some|half|the (?:youngest|oldest|eldest)"
    r"|(?:(?:Num\d+|[a-z'-]+) ){1,5}among them)"
    r"(?:(?!\b(?:killed|wounded|injured|died|dead|hurt)\b)[^;]){0,70},"
    rf"| including (?:(?:Num\d+|an?|several|some) )?(?:[\w-]+ )?{PEOPLE}"
    r"(?= (?:also )?(?:were|was|had|have))"
    rf"|, {PEOPLE} (?:and|as well as) {PEOPLE},)?"
)
_BE = (
    "(?:,? (?:who |that )?"
    "(?:were|was|have been|has been|had been|have|has|had|are|is|being|be|been"
    "|(?:now )?(?:known|confirmed|reported|said) to (?:have|be)))*"
)
_ADVERB = (
    "(?: "
    + any_of("""
        also reportedly already now either later sadly instantly confirmed left reported found
        severely feared tragically lost brought taken carried lightly slightly seriously critically
        gravely badly
    """)
    + ")*"
)
_WHERE = (
    r"(?: (?:in|of the(?= (?:capital|city|town|village|region|area|district))|at|near|across"
    r"|around|nationwide|there|on|aboard|inside|outside|from|riding"
    r"|travell?ing|taking part|attending|waiting|sheltering|gathered|queu(?:e?ing|ed)|working"
    r"|sleeping|living|celebrating|praying|playing|shopping|fleeing|seeking)"
    r"(?: (?!Num|and\b|were\b|was\b)[\w'-]+,?){0,6}?)?"
)
_TO = any_of("""
    to at as is now are was were stood_at stands_at number(?:s|ed)? reached reaches rises?_to
    rose_to climbed_to hits hit (?:revised|raised|lowered|corrected|increased|brought|up)_to
    (?:grew|grown|risen|climbed|gone_up|mounted|soared|jumped|passed|topped) : -
""")
_AMONG = (
    "(?: (?:a total of|another|an additional|as many as|up to|the|some|all|in all|in total"
    "|the lives of|a family of))*?"
)
_DUG = "pull(?:ed|ing)|dug|digging|recover(?:ed|ing)|retriev(?:ed|ing)|found"
_THERE = (
    r"(?=[^.;]{0,70}? (?:rubble|debris|ruins|wreckage|wreck|concrete|blocks?|buildings?|houses?"
    r"|homes?|flats?"
    r"|apartments?|hospital|school|shelter|scene|site|crater|mosque|tower|station|hotel)\b)"
)
"""Where the dead of an attack are found; captives' bodies are found elsewhere."""
_WITH = "(?:,? and|,? along with|,? as well as)(?: at least)?"
_ONE_MORE = rf"(?:Num\d+{_FOLK}|an? (?:[a-z]+ ){{0,2}}?{PEOPLE})"
_OWN_MEN = any_of("""
    soldiers fighters troops men members personnel servicemen service_members crew crewmen people
    civilians sailors airmen pilots officers policemen guards militants children relatives
""")
_NUMBER_OF = r"\b(?:number|count|toll|total|that)s? of (?:the )?(?:those |people |civilians )?"

COUNTS: tuple[tuple[Measure, Gated], ...] = tuple(
    (measure, marked(pattern))
    for measure, active, passive, nouns, treated in (
        (
            Measure.KILLED,
            KILLED,
            DEAD,
            (
                "(?:dead|deaths?|killed|fatalities|death toll|victims|martyrs"
                "|bodies (?:found|recovered))"
            ),
            (
                # brings to four the number of those killed
                rf"\bto {N}(?P<more>) the (?:number|count|toll)(?: of)?(?: \w+){{0,2}} {DEAD}\b",
                # took at least 40 lives; cost five people their lives
                rf"\b(?:took|tak(?:en|ing)|claim(?:ed|ing)){_AMONG} {N}(?P<more>) (?:more )?lives",
                (
                    rf"{N}(?P<more>) (?:more )?li(?:fe|ves)(?: (?:is|are|was|were|ha(?:s|ve)"
                    r" been))? (?:lost|claimed|taken|cut short)\b"
                ),
                # announced the death of two soldiers; lost five fighters
                rf"\bdeaths? of{_AMONG} {N}{_MORE}{_ADJECTIVES} (?:\w+ )?{PEOPLE}\b",
                rf"\b(?:lost|los(?:es|ing)){_AMONG} {N}{_MORE}{_ADJECTIVES} (?:\w+ )?{_OWN_MEN}\b",
                rf"\bcost(?:ing)?{_AMONG} {N}{_MORE}{_FOLK} (?:their lives|li[fv]es)\b",
                # pulled 25 bodies from two blocks; 25 bodies were recovered from the rubble
                rf"\b(?:{_DUG})(?: out| up)?(?: the)?{_AMONG} {N}{_MORE}(?: more)? bodies{_THERE}",
                rf"\bcounted{_AMONG} {N}{_MORE}(?: \w+)? (?:bodies|corpses)\b",
                rf"{N}{_MORE}(?: more)? bodies(?:, [^;.]{{0,40}},)?{_BE} (?:{_DUG}){_THERE}",
                rf"\b(?:bodies|remains) of{_AMONG} {N}{_MORE}{_FOLK}{_BE} (?:{_DUG}){_THERE}",
            ),
        ),
        (
            Measure.INJURED,
            WOUNDED,
            HURT,
            "(?:injured|wounded|hurt|injuries|casualties)",
            (
                # 60 people were being treated; sent eight to hospital
                (
                    rf"{N}{_MORE}{_FOLK}{_BE} (?:treated|hospitali[sz]ed|in hospital"
                    rf"|(?:taken|brought|rushed|admitted) to (?:\w+ )?hospitals?)\b"
                ),
                rf"{N}{_MORE}{_FOLK} needed (?:\w+ )?treatment\b",
                rf"\b(?:sent|put|putting|sending){_AMONG} {N}{_MORE}{_FOLK} (?:to|in) hospital\b",
                # 40 with injuries
                rf"{N}{_MORE}{_FOLK} with (?:[\w-]+ ){{0,2}}?(?:injuries|wounds|burns)\b",
                # four people suffered injuries
                (
                    rf"{N}{_MORE}{_FOLK} (?:suffered|sustained|received|had) (?:[\w-]+ ){{0,3}}?"
                    r"(?:injuries|wounds|burns|shrapnel)"
                ),
                # treated four people for shrapnel wounds
                (
                    rf"\btreat(?:ed|ing) {N}(?P<more>){_FOLK} (?:for|with) (?:[\w-]+ ){{0,3}}?"
                    r"(?:wounds|injuries|burns|shrapnel)"
                ),
                # 35 were taken to hospital with wounds
                (
                    rf"{N}{_MORE}{_FOLK}{_BE} (?:treated|taken|brought|rushed)(?: \w+){{0,4}} "
                    r"(?:for|with) (?:[\w-]+ ){0,3}?(?:wounds|injuries|burns|shrapnel)"
                ),
            ),
        ),
    )
    for pattern in (
        # killed at least two people; injuring another 16; kills 24
        rf"\b{active}(?: or \w+| and \w+ing)?{_AMONG} {N}(?!\.\d)(?= |$|[,.;:-]){_MORE}",
        # two people were killed; 16 wounded; 13 others were injured; 14 dead
        rf"{N}{_MORE}{_FOLK}{_WHERE}{_BE}{_ADVERB},? \"?{passive}\b(?! to Num)",
        # eleven civilians and one soldier were killed
        rf"{N}{_MORE}{_FOLK}{_WITH} {_ONE_MORE}{_WHERE}{_BE}{_ADVERB},? {passive}\b",
        # the number of wounded rose to 26
        rf"{_NUMBER_OF}{nouns}(?:(?! Num)[^;.]){{0,120}}? (?:{_TO} )+{N}{_MORE}(?! o'clock|:\d)",
        # the death toll rose to 26; the wounded now are 17
        (
            rf"\b(?:the )?{nouns} (?:toll |tally |count )?"
            r"(?:(?! Num|\bafter\b|\bwere\b)[^;.,]){0,110}?"
            rf"\b(?:{_TO} )+(?:at least )?{N}{_MORE}(?= |$|[,.;])"
            r"(?! (?:in hospital|hospitali[sz]ed))"
        ),
        rf"\b{nouns}: {N}(?P<more>)",
        *treated,
    )
)
SOMEBODY = any_of("""
    wom[ae]n man child girl boy civilian person pensioner soldier toddler baby infant teenager
    resident worker driver doctor nurse medic paramedic journalist reporter teacher farmer
    fisherm[ae]n police(?:man|woman|_officer) officer guard boy teen student employee volunteer
    rescuer firefighter priest motorist passenger cyclist shepherd grandmother mother father
    (?:fe)?male pupil engineer
""")
_ONE_BODY = (
    any_of("""
    woman man child girl boy civilian person pensioner soldier toddler baby infant teenager
    resident worker driver doctor nurse medic paramedic journalist reporter teacher farmer
    fisherman policeman officer guard student employee volunteer rescuer firefighter priest
    motorist passenger cyclist shepherd grandmother mother father pupil engineer commander
""")
    + r"\b"
)
_WORDS_BETWEEN = r"(?:(?!and\b)[\w'-]+,? )"
_ALONE = r"(?! and (?:(?:an?|her|his|their|one|the) |Num))"
_HOW = "(?P<how>killed|died|dead|dies|injured|wounded|hurt)"
SINGLES: tuple[tuple[Measure, Gated], ...] = (
    # killed a woman
    (
        Measure.KILLED,
        marked(rf"\b{KILLED} (?:an?|one) {_WORDS_BETWEEN}{{0,3}}?{SOMEBODY}\b{_ALONE}"),
    ),
    (
        Measure.INJURED,
        marked(rf"\b{WOUNDED} (?:an?|one) {_WORDS_BETWEEN}{{0,3}}?{SOMEBODY}\b{_ALONE}"),
    ),
    # a headline without its article: kills farmer; killed one and wounded another
    *(
        (
            measure,
            marked(
                rf"\b{verb} (?:another(?= (?:in|on|at|near|when|as|during|overnight|Time\d+)\b"
                rf"|[,.;]|$)|(?:(?!an?|the|its|their)[a-z-]+ )?{_ONE_BODY}(?! [a-z]+s\b){_ALONE})"
            ),
        )
        for measure, verb in (
            (Measure.KILLED, "kill(?:s|ed|ing)"),
            (Measure.INJURED, "(?:wound|injur)(?:s|es|ed|ing)"),
        )
    ),
    # a woman of 70 was killed; a driver was wounded
    (
        Measure.KILLED,
        marked(
            rf"\b(?:an?|one) {_WORDS_BETWEEN}{{0,4}}?{SOMEBODY}(?: of \w+)?(?:,? (?:aged "
            rf")?(?:Num)?\d+,)?"
            rf"(?: (?:was|were|had been|has been|also|later|has|had|since"
            r"|seriously|badly|critically|slightly|lightly|gravely|reportedly|severely))*? "
            rf"{_HOW}\b"
        ),
    ),
    # a headline without its article: 'Woman wounded in the port', 'Man dead as…'
    (
        Measure.KILLED,
        marked(
            r"(?:^|[:;] )(?:(?!and\b|the\b|Num)[\w'-]+ )?"
            rf"{SOMEBODY}(?:,? (?:Num)?\d+,)? {_HOW}(?= (?:in|as|by|when|after|at|near|during"
            r"|and (?:Num|several|many|others))\b|,|$)"
        ),
    ),
    # one was killed
    (
        Measure.KILLED,
        marked(
            r"(?<!\bno )\bone (?:more |other )?(?:(?:was|is|has been|had been) )?"
            rf"(?:also |reported |confirmed )?{_HOW}\b"
        ),
    ),
)
PAIRED: tuple[tuple[Measure, Gated], ...] = tuple(
    (
        measure,
        marked(
            rf"Num(?P<first>\d+){_ADJECTIVES} (?:\w+ )?{PEOPLE}{_WITH} "
            rf"Num(?P<second>\d+){_FOLK}{_WHERE}{_BE}{_ADVERB}"
            rf",? {passive}\b"
        ),
    )
    for measure, passive in ((Measure.KILLED, DEAD), (Measure.INJURED, HURT))
)
"""'Eleven civilians and one soldier were killed': parts of a toll that is not said."""
