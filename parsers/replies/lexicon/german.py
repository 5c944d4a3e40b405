"""German, as buyers write it."""

from parsers.replies.lexicon import language

GERMAN = language.Language(
    "de",
    yes=language.phrases("""
        genehmigt | freigegeben | bestätigt | hiermit bestätigt | hiermit genehmigt | hiermit freigegeben
        wir bestätigen | ich bestätige
        wir genehmigen | ich genehmige | wir geben frei | ich gebe frei | hiermit bestätige ich
        hiermit bestätigen wir
        hiermit genehmige ich | hiermit genehmigen wir | ist genehmigt | ist freigegeben | ist bestätigt
        freigabe erteilt
        genehmigung erteilt | zugestimmt | ich stimme zu | wir stimmen zu | angenommen | akzeptiert
        approved | auftrag bestätigt
        bestellung bestätigt | auftrag freigegeben | bestellung freigegeben | freigabe
    """),
    light=language.phrases("""
        ja | ok | okay | in ordnung | ist in ordnung | geht in ordnung | alles in ordnung | passt
        passt so | passt alles | alles klar | einverstanden | wir sind einverstanden
        ich bin einverstanden | bin einverstanden | stimmt | stimmt so | alles korrekt | korrekt
        alles richtig | so machen wir es | gerne | sieht gut aus | bitte so ausführen | bitte ausführen
        bitte liefern | kann so geliefert werden | keine einwände | bitte fortfahren
    """),
    filler=language.phrases("""
        gut | sehr gut | prima | super | perfekt
        danke | vielen dank | danke schön | dankeschön | besten dank | herzlichen dank | danke sehr
        danke ihnen | danke euch
        hallo | guten tag | guten morgen | moin | servus | liebes team | hallo zusammen
        sehr geehrte damen und herren
        sehr geehrte frau | sehr geehrter herr | liebe frau | lieber herr | hallo frau | hallo herr
        die damen und herren
        die bestellung | der auftrag | den auftrag | diese bestellung | dieser auftrag | diesen auftrag
        unsere bestellung
        bestellung | auftrag | ihre auftragsbestätigung | die auftragsbestätigung | auftragsbestätigung
        nummer | nr | so | es | das
        hiermit | wie angegeben | wie unten | wie besprochen | von unserer seite | unsererseits | von uns
        von mir | meinerseits | und
        mit freundlichen grüßen | freundliche grüße | viele grüße | beste grüße | liebe grüße | gruß
        grüße | mfg | schönen tag
        einen schönen tag | schönes wochenende | schönen gruß | für die auftragsbestätigung
        für die bestätigung | wir | ich | alles
    """),
    no=(
        r"\b(?:nicht|nie|kein(?:e|en|er)?)\b[^.!?\n]{0,25}(?:genehmig|freig|bestätig|einverstanden"
        r"|akzeptier|zustimm|annehm|in ordnung|freigabe)"
        r"|(?:genehmig|bestätig|stimm|akzeptier|freigeb|gebe|geben)\w*[^.!?\n]{0,25}\bnicht\b"
        r"|\b(?:abgelehnt|ablehn\w*|lehnen? .{0,20}ab|stornier\w*"
        r"|widerruf\w*|zurückgewiesen)\b|^\W*nein\b|\bbitte (?:warten|stoppen)\b"
    ),
    change=(
        r"\b(?:aber|jedoch|allerdings|außer|stattdessen|statt|anstatt|sondern)\b|\b(?:änder\w*"
        r"|ergänz\w*|hinzufüg\w*|streich\w*|entfern\w*"
        r"|erhöh\w*|reduzier\w*|ersetz\w*|korrigier\w*|anpass\w*|tausch\w*)\b|\bnur \d|\b(?:preis|menge"
        r"|adresse|termin)\w*\b[^.?\n]{0,30}\b(?:soll\w*|muss)\b"
    ),
    question=(
        r"^\W*(?:(?:kann|können|könnte\w*|darf|dürf\w*|würden|gibt|haben|hat|ist|sind) (?:sie|ihr|du"
        r"|wir|ich|es|das|man|der|die)"
        r"|wann|was|wo|wer|wie|warum|welche\w*)\b"
    ),
    doubt=(
        r"\b(?:wenn|falls|sofern|sobald|bis|vorausgesetzt|vorbehaltlich|unter vorbehalt|wird|werde"
        r"|werden|würde\w*|morgen|später|bald|vielleicht"
        r"|vermutlich|wahrscheinlich|hoffentlich|noch|erst|chef\w*|kolleg\w*|sagt\w*|prüf\w*|warten"
        r"|warte|nach)\b"
    ),
    small=(
        "der die das den ein eine ist sind nicht wir sie ich und aber bitte auf mit für"
        " zu von im noch es kann können haben unsere mal"
    ),
)
