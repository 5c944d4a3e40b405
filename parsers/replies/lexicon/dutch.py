"""Dutch, as buyers write it."""

from parsers.replies.lexicon import language

DUTCH = language.Language(
    "nl",
    yes=language.phrases("""
        goedgekeurd | akkoord | wij gaan akkoord | we gaan akkoord | ik ga akkoord | ga akkoord
        bevestigd | ik bevestig | wij bevestigen | we bevestigen
        hierbij bevestigd | hierbij akkoord | hierbij goedgekeurd | is goedgekeurd | is akkoord
        geaccepteerd | bestelling goedgekeurd | order akkoord
        ik keur goed | wij keuren goed | hierbij bevestig ik | hierbij bevestigen wij | approved
        voor akkoord
    """),
    light=language.phrases("""
        ja | ok | oké | okay | goed | is goed | dat is goed | in orde | alles in orde | helemaal goed
        klopt | klopt helemaal | alles klopt | ga je gang | ga uw gang | ziet er goed uit | geen probleem
        geen bezwaar
    """),
    filler=language.phrases("""
        perfect | top | uitstekend | mooi | prima
        bedankt | dank | dank u | dank je | dank u wel | dankjewel | hartelijk dank | alvast bedankt
        hartelijk bedankt | hallo | hoi | goedemorgen
        goedemiddag | goedendag | beste | geachte heer | geachte mevrouw | geachte | de bestelling
        deze bestelling | onze bestelling | bestelling
        de order | deze order | order | de orderbevestiging | orderbevestiging | nummer | nr
        van onze kant | van mijn kant | wat ons betreft
        wat mij betreft | en | met | hierbij | met vriendelijke groet | met vriendelijke groeten
        vriendelijke groet | groet | groeten | mvg | fijne dag
        prettige dag | fijn weekend | prettig weekend | voor de bevestiging | alles
    """),
    no=(
        r"\b(?:niet|geen|nooit)\b[^.!?\n]{0,25}(?:akkoord|goedkeur|goedgekeurd|bevestig|accept)\w*"
        r"|(?:akkoord|keur|bevestig)\w*[^.!?\n]{0,20}\bniet\b"
        r"|^\W*nee\b|\b(?:afgekeurd|afgewezen|geweigerd|weiger\w*|annuleer\w*|geannuleerd|annuleren)\b"
    ),
    change=(
        r"\b(?:maar|echter|behalve|in plaats van|liever)\b|\b(?:wijzig\w*|aanpass\w*|toevoeg\w*|voeg"
        r"|verwijder\w*|verander\w*|verhoog\w*|verlaag\w*"
        r"|vervang\w*)\b|\b(?:slechts|alleen) \d|\b(?:prijs|aantal|adres|datum)\b[^.?\n]{0,30}\bmoet\w*"
    ),
    question=r"^\W*(?:kunt|kun|kunnen|kan|wanneer|wat|waar|hoe|waarom|welke|wie|is|zijn|hebben|heeft)\b",
    doubt=(
        r"\b(?:als|indien|mits|tenzij|zodra|totdat|onder voorbehoud|wordt|zal|zullen|zou|zouden|morgen"
        r"|later|straks|binnenkort|misschien"
        r"|waarschijnlijk|hopelijk|denk|baas|manager|collega|zegt|zei|wacht\w*|nog|pas|na)\b"
    ),
    small=("de het een is zijn niet wij u ik en maar voor van in op met dit deze dat we graag kunnen nog onze er"),
)
