"""Query parameters that say where a reader came from, not what is read.

courlan's own list is not used for queries: it takes `gallery`, `game`, `cid` and `eid` for
trackers, and so makes one page of two.
"""

# fmt: off
_NAMES = frozenset((
    "__source", "__twitter_impression", "_hsenc", "_hsmi", "amp_js_v", "cid_source", "cmp", "cmpid",
    "cvid", "dclid", "embedded-checkout", "fbclid", "feedname", "feedtype", "ftag", "gbraid",
    "gclid", "guccounter", "hss_channel", "icid", "igshid", "ito", "leadsource", "maca", "mkt_tok",
    "mod_source", "msclkid", "ncid", "ns_campaign", "ns_fee", "ns_linkname", "ns_mchannel",
    "ns_source", "ocid", "partner", "ref", "ref_src", "referer", "referrer", "s_cid", "share",
    "shareid", "sharetype", "smid", "smtyp", "source_feed", "spm", "sref", "srnd", "st_source",
    "syndication", "taid", "traffic_source", "ttclid", "twclid", "unlocked_article_code", "wbraid",
    "wt.mc_id", "wt_mc", "xtor", "yclid",
))
# fmt: on
_PREFIXES = ("utm_", "at_", "mc_", "mtm_", "pk_", "ga_", "vero_", "oly_", "itm_", "guce_")
_FEED_NAMES = frozenset(("source", "from", "src", "feed", "output"))
_FEED_VALUES = ("rss", "feed", "atom")


def is_tracker(name: str, value: str) -> bool:
    """True for a parameter that does not change which page is meant."""
    name, value = name.lower(), value.lower()
    if name in _NAMES or name.startswith(_PREFIXES):
        return True
    return name in _FEED_NAMES and value.startswith(_FEED_VALUES)
