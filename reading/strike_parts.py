"""The parts of which the forms of an attack are built: who, by what verb, with what, on what."""

from reading.strike_words import any_of

ATTACK_NOUN = any_of("""
    air[_-]?strikes? strikes? attacks? raids? assaults? barrages? bombardments? bombings? shelling
    salvos? onslaught blitz bombing_campaign ambush incursion (?<=Wdrone_)operation
    (?<=Wartillery_)fire (?<=Wmissile_)fire (?:sniper_|tank_)fire gunfire
    sorties?(?=_(?:against|on|at|over)_)
""")

# Words over which a side's name does not reach the attack that follows.
STOPPED = any_of("""
    said says? told of in on by for to from at with after before that is was were are has have had
    against amid over as who which when while claims? claimed den(?:y|ies|ied) could would may might
    will toward towards into near between or if about since during under without
    downed shot intercepted destroyed repelled following despite off outside inside across along
""")
MODIFIERS = rf"(?:(?!(?:Adj|Pty|Per|Loc)[0-9TX])(?!{STOPPED}\b)[\w'\"-]+,? ){{0,7}}?"
_DOING = any_of("""
    making taking giving putting saying calling using letting keeping turning telling asking
    threatening targeting striking hitting killing attacking blaming accusing
""")
AGENT = rf"(?:(?!(?:Adj|Pty|Per|Loc|Num)[0-9TX])(?!(?:{STOPPED}|{_DOING}|and)\b)[\w'\"-]+ ){{0,6}}?"
"""'Struck by two drones of Aland', but not 'it struck back by making Aland pay'."""
PARTY = r"(?<![\w-])(?:Adj|Pty|Per)(?P<by>[0-9T])"
OWNED = r"(?<![\w-])(?:Adj(?P<by>[0-9T])|(?:Pty|Per)(?P<of>[0-9T])'s?)(?!-)"
FORCES = (
    r"(?:'s?)?(?: (?:armed |air |ground |naval |special |own |government |stealth |fighter |war "
    r"|tank "
    r"|mobile |coalition |paramilitary |elite |border |[a-z]+ (?=jets|warplanes|bombers"
    r"|helicopters|fighter)|[a-z]{1,3}-\d+\w* )*"
    + any_of("""
        forces troops army military air_force navy warplanes fighter_jets? jets? warships gunboats
        planes aircraft helicopters? soldiers gunners units security_services? drone_operators
        intelligence fighters militants rebels side bombers? submarines? artillery tanks snipers
        militia(?:s|men)? gunmen pilots commandos marines special_forces security_forces crews
        paratroopers howitzers missile_boats ships [a-z]{1,3}-\\d+s?
    """)
    + r"(?:,? and (?:[a-z]+ )?(?:forces|troops|jets|warplanes|planes|aircraft|helicopters|warships"
    r"|ships|gunboats|submarines|artillery|tanks|militias?|W[a-z]+))?)?"
)
ASIDE = (
    "(?: "
    + any_of(r"""
        on in early late has have had again also then once more later reportedly allegedly meanwhile
        overnight separately already twice just yesterday today itself Time\d+ \(\w+\) at_night
        (?:during|in|through|throughout)_the_(?:early_hours|night|small_hours|first_hours)(?:_of)?
        at_dawn in_one_night
    """)
    + ")*"
)
CLAIMING = (
    r"(?: (?:claim(?:s|ed)?|sa(?:ys|id)|report(?:s|ed)|announce[sd]|add(?:s|ed))"
    r"(?: (?:on|late|early|in) Time\d+| Time\d+)*"
    r" (?:to have|(?:that )?(?:it|they|he|(?:its|their|his) (?:own )?(?:armed |air )?"
    r"(?:forces?|army|troops|jets|warplanes|drones|navy|military|aircraft|planes|fighters|men|units|artillery))"
    r"(?: had| has| have)?))?"
)
NEGATED = r"(?P<not> (?:did not|didn't|has not|had not|was not|were not|wasn't|never))?"
WHERE_IT_IS = r"(?: in (?:Pty|Loc)[0-9TX])?"
WITH_OUTSIDER = r"(?:(?:,| and) (?:the )?(?:Pty|Adj)T(?:'s)?)?"
"""'Aland and C carried out strikes': of the two the side of the war is the one that counts."""
AND_MORE_ARMS = (
    r"(?:(?:,| and|, and) (?:an? )?(?:war)?(?:ships?|planes?|jets?|submarines?|boats?"
    r"|helicopters?|gunships?|tanks"
    r"|artillery|aircraft|troops|drones))*"
)
BETWEEN = (
    r"(?:, (?:after|following|in|during|acting|using|backed|on)"
    r" (?:(?!Adj|Pty|Per)[^,;:.]){3,80},"
    r"|, (?:meanwhile|however|too|in turn|for its part|separately|in (?:response|return)),"
    r"(?! (?:said|says|claim)))?"
)
"""'Its forces, after months of rehearsal, carried out a raid'."""
SUBJECT = (
    rf"{PARTY}{WITH_OUTSIDER}{FORCES}{AND_MORE_ARMS}{WHERE_IT_IS}{BETWEEN}"
    rf"{CLAIMING}{NEGATED}{ASIDE}"
)
# 'Its targets', 'targets in the south': what was struck; the verb has its object next to it.
AIMS_AT = (
    r"(?<!Adj[0-9T] )targets?(?!(?: (?:in|on|at|across|near|along|inside|around|over|throughout"
    r"|deep|with|and|or|by|to|for|from|of|that|which|was|were|is|are|has|have|had|overnight|early"
    r"|after|as|before|when|because|while|since|despite|following"
    r"|late|hit|struck|destroyed|Time[0-9]+))\b| ?[-.,;:()\"]|$)"
)
HITTING = any_of(r"""
    struck strikes? hit hits attacked attacks? bombarded bombards? bombed
    Wbomb(?=_(?:[a-z]|Loc|Adj|Pty))
    Wbomb(?=_Num\d+_(?:Adj|Pty|Loc|places|sites|targets|locations|cities|positions|bases|towns|villages|hospitals|schools|ports|airports))
    fire[sd]_(?:\w+_){0,3}?(?:at|on|into)(?!_by) opened_up_on
    W(?:artillery|missile)(?=_(?:Loc|Adj|Pty)) mortared sank sunk shelled pounded
    (?<=Pty[0-9]_)(?:shell|bomb|pound|attack)(?=_(?:[a-z]{4,}|Loc|Pty|Adj))(?!_(?:casings?|damage|from|company|that|with|over|near|into|when|after|while|leaves|left))
    (?<!Adj[0-9T]_)pounds? pummell?ed hammered hammers targeted
    targeting killed kills? destroyed destroys? damaged (?<!_on_)damages? raided raids blew_up
    blasted wounds? wounded injures? injured stormed overran
    batter(?:s|ed)? blitz(?:es|ed) pummels? wreck(?:s|ed) level(?:s|led|ed) flatten(?:s|ed)
    raze[sd] torche[sd] obliterate[sd] strafe[sd] smashe[sd] rammed mauled swoop(?:s|ed)?_on
    knock(?:s|ed)?_out took_out sinks sets?_(?:fire_to|ablaze|alight)
    brought_(?:it|them|(?:the|a)_(?:\w+_)?(?:tower|block|building|bridge|house))_down
""")
HITTING = rf"(?:{HITTING}|{AIMS_AT})"
NOT_HITTING = (
    r"(?! (?:by|back(?! with W| by firing)|out|hard|twice in|(?:a )?deal|a bargain|a balance"
    r"|a chord"
    r"|(?:at least |some |all |over |the )?Num\d+ (?:[\w-]+ ){0,3}(?:Wdrone|boats?"
    r"|Wany(?! (?:in|across|inside|deep) ))|all "
    r"(?:Wdrone|Wmissile)"
    r"|(?:(?:an?|the) )?Adj[0-9] Wdrone(?= (?:entering|flying|that|which|near|over|above|along"
    r"|crossing|as|after|in)\b| ?[.,;]| ?$)"
    r"|(?:an? )?(?:[\w-]+ ){1,3}(?:tone|note|pose)\b|home|the (?:post|headlines|market|economy)"
    r"|an? (?:\w+ )?(?:agreement|accord)"
    r"|an? [\"'“‘]?(?:\w+ )?(?:affront|crime|violation|breach|mistake|success|outrage|disgrace"
    r"|act of)"
    r"|new high|record high|with (?:new |fresh |more )?(?:sanctions|tariffs)))"
)
IS_PLURAL_NOUN = (
    r"(?:(?<=strikes)|(?<=attacks)|(?<=raids))"
    r"(?= ?$| ?[.,;:?!'\"()-]| (?:on|in|against|at|near|inside|across|over|by|of|from|that|which"
    r"|for|to|has|have|had|was|were|is|are|will|would|could|may|might|can|continue|began|begin|came"
    r"|aim|are|do|did|mean|could)\b)"
)
IS_SINGULAR_NOUN = (
    r"(?:(?<=[0-9T] strike)|(?<=[0-9T] attack)|(?<=[0-9T] raid))"
    r"(?! (?:the|its|their|several|all|more|Num\d+|W[a-z]+|(?:Pty|Loc|Adj|Per)[0-9TX])\b)"
)
IS_VERB = rf"(?!{IS_PLURAL_NOUN})(?!{IS_SINGULAR_NOUN})"
"""'Aland strikes a port', but 'Aland strikes on a port', 'after the Aland strike'."""
SENDING = any_of("""
    launched launches launch launching fire[sd]?(?!_at_(?:(?:an?|the)_)?Adj[0-9]_Wdrone) firing
    sent sends? sending unleashed unleashes
    used uses? dropped drops hurled rained lobbed carried_out carr(?:y|ies)_out
    carrying_out conduct(?:s|ed|ing)? execute[sd] mounted staged threw throws throwing
    let_loose
    loosed looses emptied poured pours flung lob(?:s|bed)? hurls rains lets_loose let_go
    lets_go flew flies made makes directed aimed aims deployed responded_with
    retaliated_with
    answered_with replied_with
""")
BEGINNING = any_of("""
    continues? continued resumes? resumed intensifie[sd] steps_up stepped_up begins?
    trade[sd]?(?!_(?:blame|accusations|allegations|claims|threats|barbs|insults|charges|words|recriminations))
    began starts? started opens opened presses pressed keeps_up kept_up renew(?:s|ed)
    ramp(?:s|ed)_up
    escalate[sd]?
""")
# Of these verbs attacks must be the object: one opens a drone factory as well.
ATTACKING = (
    r"(?:(?:to )?(?:launch|fire|send|drop|use|hurl|rain|strike|attack|bomb|shell|pound|hit)"
    r"|(?:launch|fir|send|dropp|us|hurl|rain|strik|attack|bomb|shell|pound|hitt)ing)"
)
ITS_ATTACKS = (
    r"(?= (?:(?!(?:after|amid|before|despite|following|since|production|talks)\b)"
    r"[\w'\"-]+,? ){0,6}?"
    rf"(?:{ATTACK_NOUN}\b|with (?:[\w-]+ ){{0,3}}?W[a-z]+|{ATTACKING}\b))"
)
ON = r"(?:(?!;| but | while | as (?!part|well|an?|the|its|their|of)\b)[^;])"
AFTER_ITS_STRIKES = (
    r"[^;.]{3,90}? (?:after|following) (?:(?!Adj|Pty|Per|Loc)[\w\"'“”‘’-]+ ){0,4}?"
    r"(?:air ?)?strikes(?: (?:on|against) (?:the |that )?(?:country|nation|capital|city|town))?"
    r"[\"'”’]? ?(?:[.,;]|$)"
)
"""'It has captured their leader after large-scale strikes': whose, the deed itself says."""
OBJECT = rf"(?={ON}{ON}{{0,80}}?(?:\b{ATTACK_NOUN}\b|W[a-z]+))"
ARRIVING = any_of("""
    struck strikes? hit hits attack(?:ed|s|ing)? target(?:ed|s|ing)? pound(?:ed|s|ing)?
    kill(?:ed|s|ing)? injur(?:ed|es?|ing) wound(?:ed|s|ing)? damag(?:ed|es?|ing)
    destroy(?:ed|s|ing)? slam(?:med|s)? rain(?:ed|s)? pummell?ed bombard(?:ed|s)? set
    reach(?:ed|es)? ignit(?:ed|es) disrupt(?:ed|s)? came flew landed fell crash(?:ed|es)
    caus(?:ed|es) spark(?:ed|s)
    left leaves? forc(?:ed|es) bomb(?:ed)? shelled swarm(?:ed)? approach(?:ed|ing) burn(?:ed)?
    smash(?:ed|es) ripped tore blast(?:ed)? breach(?:ed)? flying over damage fired
    pierce[sd] punch(?:es|ed) holed knock(?:s|ed)?_out rock(?:s|ed) shakes? shook gut(?:s|ted)
    wreck(?:s|ed) swoop(?:s|ed)?_on lands? falls? crash flies gets?_through got_through rain(?:s|ed)
    fires(?=_(?:on|at))
    dropped
""")
LANDED = (
    any_of("""
        rain(?:s|ed|ing)? pour(?:s|ed|ing)?
        (?:came|comes?|coming|crash(?:es|ed|ing)?|plummet(?:s|ed|ing)?|fell|falls?)_down
        fell falls? falling land(?:s|ed|ing)? slam(?:s|med|ming)? crash(?:es|ed|ing)?
        smash(?:es|ed|ing)? plough(?:s|ed|ing)? plow(?:s|ed|ing)? plung(?:es?|ed|ing) tore
        tear(?:s|ing)? rip(?:s|ped|ping)? punch(?:es|ed|ing) pierc(?:es|ed|ing)
        explod(?:es?|ed|ing) bursts? detonate[sd]? gets?_through got_through breaks?_through
        broke_through slic(?:es?|ed|ing) hurtle[sd] flew flies swoop(?:s|ed)?
        opened_up opened_fire
        cut bored ricocheted
    """)
    + r" (?:down |in|an? (?:[\w-]+ )?hole )?(?:on|onto|beside|upon|at|in|into|through|open|near"
    r"|next to|outside|among|to"
    r"|apart|off|away)\b|(?:levell?ed|levell?ing|flatten(?:ed|ing)|demolish(?:ed|ing)|gutted"
    r"|burn(?:ed|t) down|wrecked|obliterated|swept|set (?:[\w'-]+ ){1,6}?(?:on fire|ablaze"
    r"|alight)|set (?:fire to|ablaze|alight)|reduced|torched|engulfed|collapsed)\b"
)
"""How what was fired arrives: 'slammed into a block', 'came down on the market'."""
HITS_HOME = any_of("""
    struck hits? attacked attacks targeted killed killing kills? damaged pounded wounded
    injured destroyed damages? wounds? injures? pierce[sd] wreck(?:s|ed) rock(?:s|ed)
    knock(?:s|ed)?_out sparks? sparked ignite[sd]? leaves? left batter(?:s|ed)?
    target(?=_(?:Num|the|an?|Loc|Pty|Adj|its|several)) pummels? pounds? hammers? bombards?
    shells? batters? levels? flattens? bombed bombarded shelled raided pummell?ed hammered
    levell?ed flattened razed torched
""")
"""What drones and missiles do to what they reach."""
CREWED = any_of("""
    jets? warplanes? fighter[_-]jets? bombers? (?:attack_)?helicopters? planes gunboats warships
    gunners tanks [a-z]{1,3}-\\d+s?
""")
STRUCK_SITE = any_of("""
    buildings? houses? homes? blocks? flats? schools? kindergartens? hospitals? clinics? churches
    church mosques? markets? stations? depots? refiner(?:y|ies) plants? bridges? ports? airports?
    airfields? bases? barracks convoys? bus(?:es)? trains? hotels? shelters? camps? villages? towns?
    cit(?:y|ies) districts? quarters? suburbs? headquarters offices? sanatorium theatre library
    museum universit(?:y|ies) warehouses? substations? dams? tankers? ships? ferr(?:y|ies) boats?
    funerals? vehicles? cars? ambulances? embassy consulate supermarkets? malls? shops?
    cafes? restaurants? factor(?:y|ies) mills? towers? high-rises? crossings? checkpoints? outposts?
    trucks? lorr(?:y|ies) farms? dormitor(?:y|ies) wedding rally procession monaster(?:y|ies)
    temples? synagogue cathedral terminals? pipelines? pier jett(?:y|ies) queue prison hq vessels?
    speedboats? freighters? bulkers?
""")
FIRED_FROM = r" (?:(?:fired|launched|coming) )?from (?:(?!and\b)[\w'-]+ ?){1,5}?(?=[ ])"
AIMED = any_of("""
    on at against across over in near toward towards around into of for to outside inside
    deep_inside
""")
ARMS = r"W(?:drone|missile|bomb|artillery|any)\b"
BY_AIR = any_of("""
    air[_-]?strikes? air_(?:attack|raid|assault)s? aerial_(?:attack|assault|bombardment)s? shelling
    bombardment barrage
""")
LEFT_OUT = (
    r"(?= ?$| ?[,;:]| (?:again|overnight|at dawn|at night|twice|hard|as|despite|amid|during|Time\d+"
    r"|for (?:the )?(?:first|second|third|Num)"
    r"|in (?:broad|the night|fresh|new|latest|overnight|W|Adj)"
    r"|(?:in|off|near|outside) (?:the )?(?:coast of )?(?:Pty|Loc)[0-9](?! (?:by|with|after|when)\b)"
    r"|by (?:W|Num\d+ W|an? W|\w+ W|shell|shelling|air|Adj[0-9] (?:W|fire|air|shell|strike|raid))))"
)
"""After a participle that stands for "was hit" in a headline."""
NOT_ABETTING = (
    r"(?!(?:[a-z]+ly )?(?:harbou?r|shelter|host|back|support|arm|equip|fund|financ|train|allow"
    r"|permit|let|fail|toler|aid|abet|protect|sponsor|encourag|incit|help|provid|giv|suppl|plan|plot|prepar"
    r"|threaten|seek|want)[a-z]*ing\b)"
)
"""Accused of harbouring those who strike: no word of a strike, and none of the accused's."""
NO_SPEAKER = (
    r"(?!(?: \w+){0,2} (?:officials?|media|governor|air defen[cs]es?"
    r"|tall(?:y|ies)|counts?|figures|estimates?|reckoning|data))"  # intercepted by, said by
)
