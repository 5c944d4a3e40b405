"""Swedish, as buyers write it."""

from parsers.replies.lexicon import language

SWEDISH = language.Language(
    "sv",
    yes=language.phrases("""
        godkänt | godkänd | godkännes | godkänns | jag godkänner | vi godkänner | är godkänd | är godkänt
        ordern är godkänd | härmed godkänd
        bekräftat | bekräftad | bekräftas | jag bekräftar | vi bekräftar | härmed bekräftas | accepterat
        accepterad | vi accepterar | jag accepterar
        approved
    """),
    light=language.phrases("""
        ja | ok | okej | okay | det är bra | det ser bra ut | ser bra ut | allt ser bra ut | kör | kör på
        kör på det | stämmer | allt stämmer | det stämmer | helt ok | inga problem | det går bra
    """),
    filler=language.phrases("""
        bra | perfekt | toppen | utmärkt
        tack | tack så mycket | stort tack | tackar | många tack | hej | hejsan | god morgon | god dag
        ordern | denna order | vår order | order
        beställningen | denna beställning | vår beställning | beställning | orderbekräftelsen
        orderbekräftelse | nummer | nr | från oss | från min sida
        från vår sida | och | med vänlig hälsning | med vänliga hälsningar | vänliga hälsningar
        hälsningar | mvh | trevlig helg | ha en bra dag
        ha det bra | härmed | allt | för bekräftelsen
    """),
    no=(
        r"\b(?:inte|ej|aldrig|icke)\b[^.!?\n]{0,25}(?:godkän|bekräft|accept)\w*|(?:godkänn|bekräft"
        r"|accept)\w*[^.!?\n]{0,20}\b(?:inte|ej)\b|^\W*nej\b"
        r"|\b(?:avslag\w*|avvis\w*|avböj\w*|avbeställ\w*|annuller\w*|nekas)\b"
    ),
    change=(
        r"\b(?:men|dock|förutom|utom|istället|i stället)\b|\b(?:ändra\w*|lägg till|ta bort|öka\w*"
        r"|minska\w*|byt\w*|ersätt\w*|justera\w*)\b"
        r"|\bbara \d|\b(?:pris\w*|antal\w*|adress\w*|datum)\b[^.?\n]{0,30}\b(?:ska|skall|bör|måste)\b"
    ),
    question=r"^\W*(?:kan|när|vad|var|hur|varför|vilk\w*|vem|är|har|finns|går det)\b",
    doubt=(
        r"\b(?:om|ifall|när|så snart|förutsatt|under förutsättning|tills|ska|skall|kommer|imorgon"
        r"|i morgon|senare|snart|kanske|troligen|förmodligen"
        r"|hoppas|tror|chef\w*|kollega\w*|säger|sa|väntar|vänta|ännu|efter|innan)\b"
    ),
    small="en ett är inte vi ni jag och men för av i på med det den att som kan har vår till",
)
