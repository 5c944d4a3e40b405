"""Italian, as buyers write it."""

from parsers.replies.lexicon import language

ITALIAN = language.Language(
    "it",
    yes=language.phrases("""
        approvato | approvata | approvo | approviamo | lo approvo | ordine approvato | è approvato
        confermato | confermata | confermo | confermiamo
        ordine confermato | vi confermo | le confermo | vi confermiamo | accettato | accettata | accetto
        accettiamo | autorizzato | autorizzo
        si approva | si conferma | approved
    """),
    light=language.phrases("""
        sì | si | ok | okay | va bene | va benissimo | d'accordo | siamo d'accordo | sono d'accordo
        tutto ok | tutto bene | tutto corretto | corretto | procedete | procedete pure | potete procedere
        nessun problema
    """),
    filler=language.phrases("""
        perfetto | ottimo | benissimo
        grazie | grazie mille | molte grazie | tante grazie | ciao | buongiorno | buonasera | salve
        gentili | gentile | gentili signori | spettabile
        l'ordine | questo ordine | il nostro ordine | il vostro ordine | ordine | la conferma
        la conferma d'ordine | conferma d'ordine | numero | n° | n
        da parte nostra | da parte mia | per noi | per me | e | cordiali saluti | distinti saluti | saluti
        cordialmente | buona giornata
        buona serata | buon fine settimana | buon weekend | tutto
    """),
    no=(
        r"\bnon (?:(?:è|ho|abbiamo|lo|la|possiamo|posso|siamo|sono) ){0,3}(?:approv|conferm|accett"
        r"|autorizz|d['’]accordo)\w*|^\W*no\b"
        r"|\b(?:rifiut\w*|respint\w*|annull\w*|cancell\w*)\b"
    ),
    change=(
        r"\b(?:ma|però|tuttavia|tranne|eccetto|invece|al posto di|anziché)\b|\b(?:cambi\w*|modific\w*"
        r"|aggiung\w*|togli\w*|rimuov\w*|aument\w*"
        r"|riduc\w*|ridurre|sostitu\w*|corregg\w*)\b|\bsolo \d|\b(?:prezzo|quantità|indirizzo"
        r"|data)\b[^.?\n]{0,30}\bdev\w*"
    ),
    question=r"^\W*(?:potete|potreste|può|quando|cosa|come|dove|quanto|quale|perché|avete|è possibile)\b",
    doubt=(
        r"\b(?:se|quando|purché|a condizione|salvo|in attesa|fino|finché|sarà|verrà|domani|presto|poi"
        r"|dopo|forse|probabilmente|spero|penso|credo"
        r"|capo|responsabile|direttore|collega|dice|detto|prima|ancora|verific\w*)\b"
    ),
    small=("il lo la i gli le un una è sono non noi voi io e ma per di del della in con questo che si al nostro vi"),
)
