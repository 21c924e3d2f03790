"""What the codebook says of an act, for labels and colours."""

CATEGORIES = ("violence", "market", "state", "society")
TEMP = {
    "violence": "armed_clash attack targeted_killing massacre bombing air_strike shelling kidnapping sexual_violence torture arson sabotage robbery body_found prison_violence escape extortion threat armed_stoppage displacement forced_recruitment",
    "market": "drug_trafficking drug_production arms_trafficking human_trafficking migrant_smuggling contraband environmental_crime corruption money_laundering fraud cybercrime",
    "state": "seizure eradication arrest charge conviction release extradition sanction operation deployment state_of_emergency curfew restriction law plan",
    "society": "negotiation ceasefire agreement surrender group_change appointment protest riot repression strike other",
}


def category(act: str) -> str:
    return next((k for k, v in TEMP.items() if act in v.split()), "society")
