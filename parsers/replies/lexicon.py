"""What people write when they say yes, no, or something else, language by language.

A yes is understood only where every clause of the message is made of these phrases and nothing else: so a phrase that
could turn a yes around ("but", "if", "tomorrow", "pending") never belongs into `filler`. Phrases of scripts without
spaces are compared letter by letter.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """One language: phrases that say yes in so many words, that say it lightly, that say nothing; then patterns.

    `no` is a plain refusal, `change` asks for something else, `question` begins a question without its sign, and
    `doubt` holds back: conditions, futures, hearsay, hedges.
    """

    name: str
    yes: tuple[str, ...]
    light: tuple[str, ...]
    filler: tuple[str, ...]
    no: str
    change: str
    question: str
    doubt: str


def _phrases(words: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in words.replace("\n", "|").split("|") if phrase.strip())


ENGLISH = Language(
    "en",
    yes=_phrases("""
        approved | approve | i approve | we approve | i hereby approve | we hereby approve
        hereby approved | i approved
        we approved | i have approved | we have approved | i've approved | we've approved | is approved
        are approved
        it is approved | it's approved | this is approved | has been approved | order is approved
        approved by me | approved by us
        approval granted | approval given | you have my approval | you have our approval
        consider it approved
        consider this approved | consider it confirmed | all approved | fully approved | confirmed
        i confirm | we confirm
        i hereby confirm | we hereby confirm | i can confirm | we can confirm | is confirmed
        it's confirmed | order confirmed
        i am happy to approve | happy to approve | we are happy to approve | i'm happy to approve
        pleased to approve
        we are pleased to approve | i accept | we accept | accepted | i agree | we agree | agreed
        approving | approving this
        i authorise | i authorize | we authorise | we authorize | authorised | authorized | signed off
        i have no objections and approve | approved and confirmed | confirmed and approved
        replying approved
        this is to confirm | please consider this our approval | please consider this my approval
        please take this as our approval
        please take this as approval | please take this as my approval
    """),
    light=_phrases("""
        yes | yep | yeah | yup | ok | okay | k | fine | all good | good | sounds good | looks good
        looks great | looks right | looks correct | looks fine | sounds great | go ahead | please go ahead
        go for it | proceed | please proceed | you can proceed | you can go ahead | you may proceed
        please proceed with | proceed with | go ahead with | please go ahead with | good to go
        we are good to go | we're good to go | all fine | all ok | all correct | correct
        everything looks good | everything is correct | everything is fine | everything is in order
        that is correct | that's correct | this is correct | that works | works for us | works for me
        that works for us | that works for me | happy with | i am happy with | we are happy with
        i'm happy with | we're happy with | sure | absolutely | definitely | of course | deal | thumbs up
        lgtm | please ship it | ship it | please ship | green light | you have the green light
        yes please | please process | please process the order | it looks good | this looks good
        that looks good | it's good | it's fine | that's fine | this is fine | no problem | no problems
        no objections | no objection | no issues | fine by me | fine by us | fine with us | fine with me
        ok by me | ok with us | ok with me | ok for us | ok for me | ok from our side | good with us
        good with me
    """),
    filler=_phrases("""
        perfect | great | lovely | excellent | brilliant | wonderful | super | fantastic
        thanks | thank you | thank you very much | thanks very much | many thanks | thanks a lot
        thank you so much | thanks so much
        thanks again | thx | ty | cheers | much appreciated | appreciated | thanks for your help
        thank you for your help
        thanks for the quick turnaround | thank you for the quick turnaround | thanks for sending
        thanks for sending this
        thank you for sending | thanks for the confirmation | thank you for the confirmation
        thanks for your email
        thank you for your email | thanks for the order confirmation | thank you for the order confirmation
        thanks for the details | thanks for sending this over | thanks for this | and thanks | and thank you
        hi | hello | hey | dear | dear all | hi all | hi team | hello team | dear team | hi there
        hello there | good morning
        good afternoon | good evening | morning | team | all | sir | madam | sirs | dear sir | dear madam
        dear sir or madam
        sales | sales team | dear sales team | hi sales
        the order | this order | our order | your order confirmation | the order confirmation
        order confirmation | order | the po
        this po | our po | po | purchase order | the purchase order | this purchase order
        our purchase order | the confirmation
        this | it | this one | that | the above | above | below | as below | as above | the below
        the attached | attached | as attached
        all of it | everything | all items | all lines | the whole order | the entire order | in full
        in its entirety
        number | nr | ref | reference | order number | order no | po number | sales order | the sales order
        as is | as it is | as it stands | as written | as stated | as confirmed | as shown | as sent
        as per below | as quoted
        from my side | from our side | on our side | on our end | from our end | on my end | from my end
        on my side | from us | by us
        for us | for me | hereby | herewith | we | i | and | so | well | have a nice day
        have a good day | have a great day | have a nice weekend | have a good weekend
        have a great weekend | have a lovely day
        enjoy your weekend | best | regards | best regards | kind regards | warm regards | best wishes
        kindest regards
        many thanks and best regards | thanks and regards | with kind regards | yours sincerely
        sincerely | talk soon
        looking forward to it | looking forward to receiving it | looking forward to the delivery
        we look forward to it
        we look forward to receiving it | we look forward to the delivery
        looking forward to receiving the goods
        the terms | and the terms | the prices | the quantities | the terms and prices | and its terms
        to your order confirmation | with the order | with this order | with it | with the above
        with this | with that | to this order
        to the order | to the terms | to this
    """),
    no=(
        r"\b(?:not|never)\b[^.!?\n]{0,25}\b(?:approv\w*|confirm\w*|accept\w*|agree\w*|authori[sz]\w*"
        r"|proceed\w*|go ahead|happy with)"
        r"|\b(?:don['’]?t|do not|cannot|can['’]?t|can not|won['’]?t|will not|unable to|refuse to"
        r"|isn['’]?t|is not|didn['’]?t|haven['’]?t)\b"
        r"[^.!?\n]{0,25}\b(?:approv\w*|confirm\w*|accept\w*|agree\w*|proceed\w*|go ahead|authori[sz]\w*"
        r"|want|ship|order|need)"
        r"|\b(?:reject(?:ed|s|ing)?|declin(?:e|ed|ing)|disapprov\w*|unapproved|refus(?:e|ed|ing)|denied)\b"
        r"|\bcancel(?:l?ed|l?ing|lation)?\b|^\W*no\b(?! (?:problem|objection|issue|worries))"
        r"|\bno approval\b|\bwithdraw\w*"
        r"|\bplease (?:stop|hold|wait)\b|\bno longer (?:need|want|require)\w*|👎|❌"
    ),
    change=(
        r"\b(?:but|however|except|instead(?: of)?|rather than)\b[^.?\n]{0,60}(?:\d|\b(?:make|change|add"
        r"|remove|drop|ship|send|price|"
        r"colou?r|size|deliver\w*|quantit\w+|address|swap|replace|reduce|increase|less|more|fewer"
        r"|without|only|different)\b)"
        r"|\bmake (?:it|that|them|those|the)\b|\bchang(?:e|ed|ing)\b(?! of mind)|\b(?:add|remove|drop"
        r"|delete|swap|replace|reduce|increase"
        r"|decrease|raise|lower|adjust|amend|modify|update|revise|correct the|correct to"
        r"|switch)\b(?! me| you)"
        r"|\bship (?:it |them |this )?to\b|\bdeliver (?:it |them |this )?to\b|\b(?:price|qty|quantity"
        r"|total|terms|address|date)\b"
        r"[^.?\n]{0,30}\b(?:should|must|needs? to|has to|is wrong|was|to be)\b|\bshould (?:be|read"
        r"|say)\b|\bneeds? to be\b"
        r"|\b\d[\d.,]* (?:instead|rather|not \d)|\bnot \d|\bonly \d|\bnet ?\d+\b|\b(?:one|two|a few"
        r"|\d+) (?:more|less|fewer|extra|additional)\b"
        r"|\b(?:hold|cancel|remove|leave out|skip|drop|without) (?:the |line|item|lines|items|\d)"
        r"|\b(?:approved?|ok|yes|confirm(?:ed)?)\W{1,3}(?:for |with |at |to )?\d"
    ),
    question=(
        r"^\W*(?:(?:can|could|would|will|do|does|did|is|are|was|have|has|may|shall|should) (?:you|we|i"
        r"|it|this|that|there|the|they|these|those"
        r"|your|our)|when|what|where|which|who|whose|why|how)\b"
        r"|\b(?:please (?:advise|clarify|explain|let (?:me|us) know)|let (?:me|us) know|wondering (?:if"
        r"|whether|when|how|what)"
        r"|any (?:news|update|chance|idea)|not sure (?:if|whether|what|why|how|about))\b"
    ),
    doubt=(
        r"\b(?:if|unless|until|till|once|provided|providing|assuming|as long as|subject to|pending"
        r"|conditional\w*|depends?|depending"
        r"|will|would|shall|should|may|might|maybe|perhaps|probably|possibly|likely|hopefully|think"
        r"|guess|believe|suppose|hope|expect"
        r"|soon|tomorrow|later|next|monday|tuesday|wednesday|thursday|friday|after|before|when|almost"
        r"|nearly|waiting|wait|await\w*"
        r"|manager|boss|director|colleague|purchasing|finance|he|she|they|said|says|told|asked|someone"
        r"|somebody|apparently|seems"
        r"|to be approved|be approved|get (?:it|this|that) approved|getting approved|forward\w*"
        r"|check\w*|review\w*|yet|still|already|hold)\b"
    ),
)

GERMAN = Language(
    "de",
    yes=_phrases("""
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
    light=_phrases("""
        ja | ok | okay | in ordnung | ist in ordnung | geht in ordnung | alles in ordnung | passt
        passt so | passt alles | alles klar | einverstanden | wir sind einverstanden
        ich bin einverstanden | bin einverstanden | stimmt | stimmt so | alles korrekt | korrekt
        alles richtig | so machen wir es | gerne | sieht gut aus | bitte so ausführen | bitte ausführen
        bitte liefern | kann so geliefert werden | keine einwände | bitte fortfahren
    """),
    filler=_phrases("""
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
    question=r"^\W*(?:kann|können|könnte\w*|wann|was|wo|wer|wie|warum|welche\w*|ist|sind|haben|hat|gibt|wird|darf)\b",
    doubt=(
        r"\b(?:wenn|falls|sofern|sobald|bis|vorausgesetzt|vorbehaltlich|unter vorbehalt|wird|werde"
        r"|werden|würde\w*|morgen|später|bald|vielleicht"
        r"|vermutlich|wahrscheinlich|hoffentlich|noch|erst|chef\w*|kolleg\w*|sagt\w*|prüf\w*|warten"
        r"|warte|nach)\b"
    ),
)

FRENCH = Language(
    "fr",
    yes=_phrases("""
        approuvé | approuvée | j'approuve | nous approuvons | validé | validée | je valide | nous validons
        confirmé | confirmée
        je confirme | nous confirmons | est approuvée | est validée | est confirmée | commande approuvée
        commande validée
        commande confirmée | accepté | acceptée | j'accepte | nous acceptons | bon pour accord
        je vous confirme | nous vous confirmons
        approved
    """),
    light=_phrases("""
        oui | ok | okay | d'accord | c'est d'accord | entendu | c'est bon | c'est bon pour moi
        c'est bon pour nous | bon pour nous | bon pour moi | tout est bon | tout est correct
        c'est parfait | allez-y | vous pouvez procéder | c'est correct | nous sommes d'accord
        je suis d'accord | pas de problème
    """),
    filler=_phrases("""
        parfait | très bien | super
        merci | merci beaucoup | merci bien | mille mercis | merci d'avance | bonjour | bonsoir | salut
        madame | monsieur | bonjour madame
        bonjour monsieur | bonjour à tous | madame monsieur | la commande | cette commande
        notre commande | commande | le bon de commande
        bon de commande | la confirmation | la confirmation de commande | numéro | n° | ci-dessous
        ci-dessus | en l'état | telle quelle
        de notre côté | de notre part | de ma part | pour nous | pour moi | et | cordialement
        bien cordialement | bien à vous
        bonne journée | bonne soirée | bon week-end | meilleures salutations | salutations | nous | je
        tout | bonne réception
    """),
    no=(
        r"\b(?:n['’]|ne )[^.!?\n]{0,25}\bpas\b|\bpas (?:approuv|valid|confirm|d['’]accord|accept)\w*"
        r"|\bnon\b|\b(?:refus\w*|rejet\w*|annul\w*|désapprouv\w*)\b"
    ),
    change=(
        r"\b(?:mais|cependant|toutefois|sauf|plutôt|au lieu de|en revanche)\b|\b(?:modifi\w*|chang\w*"
        r"|ajout\w*|retir\w*|supprim\w*|augment\w*"
        r"|rédui\w*|remplac\w*|corrig\w*)\b|\bseulement \d|\b(?:prix|quantité|adresse"
        r"|date)\b[^.?\n]{0,30}\bdoi\w*"
    ),
    question=r"^\W*(?:pouvez|pourriez|peut|quand|quel\w*|comment|pourquoi|où|qui|combien|est-ce|avez|serait)\b",
    doubt=(
        r"\b(?:si|sous réserve|à condition|dès que|jusqu|sera|seront|serait|demain|bientôt|plus tard"
        r"|peut-être|probablement|attend\w*|en attente"
        r"|chef|responsable|directeur|collègue|dit|après|avant|encore|espère|pense|vérifi\w*)\b"
    ),
)

SPANISH = Language(
    "es",
    yes=_phrases("""
        aprobado | aprobada | apruebo | aprobamos | lo apruebo | queda aprobado | queda aprobada
        está aprobado | está aprobada | pedido aprobado
        confirmado | confirmada | confirmo | confirmamos | lo confirmo | pedido confirmado | aceptado
        aceptada | acepto | aceptamos | autorizado
        autorizo | autorizamos | damos nuestra aprobación | approved | les confirmo | le confirmo
        les confirmamos | doy mi aprobación
    """),
    light=_phrases("""
        sí | si | ok | okay | vale | de acuerdo | estamos de acuerdo | estoy de acuerdo | conforme
        conformes | todo bien | todo correcto | correcto | está bien | adelante | procedan
        pueden proceder | sin problema
    """),
    filler=_phrases("""
        perfecto | muy bien | excelente | estupendo | genial
        gracias | muchas gracias | mil gracias | hola | buenos días | buenas tardes | buenas noches
        buenas | estimados | estimado | estimada
        estimados señores | señores | el pedido | este pedido | nuestro pedido | pedido | la orden
        la orden de compra | orden de compra | orden
        la confirmación | número | n° | por nuestra parte | de nuestra parte | de mi parte | por mi parte
        y | un saludo | saludos
        saludos cordiales | un cordial saludo | atentamente | buen día | que tenga un buen día
        buen fin de semana | todo
    """),
    no=(
        r"\bno (?:(?:lo|la|se|está|queda|ha|podemos|puedo) ){0,3}(?:aprob|aprueb|confirm|acept|autoriz"
        r"|estamos de acuerdo|estoy de acuerdo|de acuerdo)\w*"
        r"|^\W*no\b|\b(?:rechaz\w*|cancel\w*|anul\w*|deneg\w*|sin aprobar)\b"
    ),
    change=(
        r"\b(?:pero|sin embargo|excepto|salvo|en lugar de|en vez de|sino)\b|\b(?:cambi\w*|modific\w*"
        r"|añad\w*|agreg\w*|quit\w*|elimin\w*|aument\w*"
        r"|reduc\w*|reduzc\w*|reemplaz\w*|corrij\w*|corregir)\b|\bsolo \d|\b(?:precio|cantidad"
        r"|dirección|fecha)\b[^.?\n]{0,30}\bdeb\w*"
    ),
    question=r"^\W*(?:¿|pueden|puede|podrían|podría|cuándo|cuando|qué|cómo|dónde|cuánto|cuál|por qué|tienen)",
    doubt=(
        r"\b(?:si (?=\w+ \w)|cuando|siempre que|a condición|sujeto a|pendiente|hasta|será|serán|mañana"
        r"|pronto|luego|después|quizás?|tal vez"
        r"|probablemente|espero|creo|jefe|jefa|gerente|dice|dijo|antes|todavía|aún|revis\w*)\b"
    ),
)

ITALIAN = Language(
    "it",
    yes=_phrases("""
        approvato | approvata | approvo | approviamo | lo approvo | ordine approvato | è approvato
        confermato | confermata | confermo | confermiamo
        ordine confermato | vi confermo | le confermo | vi confermiamo | accettato | accettata | accetto
        accettiamo | autorizzato | autorizzo
        si approva | si conferma | approved
    """),
    light=_phrases("""
        sì | si | ok | okay | va bene | va benissimo | d'accordo | siamo d'accordo | sono d'accordo
        tutto ok | tutto bene | tutto corretto | corretto | procedete | procedete pure | potete procedere
        nessun problema
    """),
    filler=_phrases("""
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
)

DUTCH = Language(
    "nl",
    yes=_phrases("""
        goedgekeurd | akkoord | wij gaan akkoord | we gaan akkoord | ik ga akkoord | ga akkoord
        bevestigd | ik bevestig | wij bevestigen | we bevestigen
        hierbij bevestigd | hierbij akkoord | hierbij goedgekeurd | is goedgekeurd | is akkoord
        geaccepteerd | bestelling goedgekeurd | order akkoord
        ik keur goed | wij keuren goed | hierbij bevestig ik | hierbij bevestigen wij | approved
        voor akkoord
    """),
    light=_phrases("""
        ja | ok | oké | okay | goed | is goed | dat is goed | in orde | alles in orde | helemaal goed
        klopt | klopt helemaal | alles klopt | ga je gang | ga uw gang | ziet er goed uit | geen probleem
        geen bezwaar
    """),
    filler=_phrases("""
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
)

PORTUGUESE = Language(
    "pt",
    yes=_phrases("""
        aprovado | aprovada | aprovo | aprovamos | está aprovado | está aprovada | pedido aprovado
        encomenda aprovada | confirmado | confirmada
        confirmo | confirmamos | pedido confirmado | encomenda confirmada | aceito | aceite | aceitamos
        autorizado | autorizo | autorizamos | approved
    """),
    light=_phrases("""
        sim | ok | okay | de acordo | estamos de acordo | estou de acordo | concordo | concordamos
        tudo certo | tudo bem | certo | correto | está bem | está ok | está tudo certo | podem avançar
        pode avançar | podem prosseguir | pode prosseguir | combinado | sem problema
    """),
    filler=_phrases("""
        perfeito | ótimo | excelente
        obrigado | obrigada | muito obrigado | muito obrigada | olá | oi | bom dia | boa tarde | boa noite
        prezados | caros | prezado | prezada | caro
        cara | o pedido | este pedido | nosso pedido | o nosso pedido | pedido | a encomenda
        esta encomenda | encomenda | a confirmação | número | n° | nº
        da nossa parte | da minha parte | por nós | por mim | e | atenciosamente | cumprimentos
        melhores cumprimentos | com os melhores cumprimentos
        abraço | abraços | bom fim de semana | tudo
    """),
    no=(
        r"\bnão (?:(?:está|foi|o|a|podemos|posso|estamos|estou) ){0,3}(?:aprov|confirm|aceit|autoriz"
        r"|concord|de acordo)\w*|^\W*não\b"
        r"|\b(?:rejeit\w*|recus\w*|cancel\w*|anul\w*)\b"
    ),
    change=(
        r"\b(?:mas|porém|contudo|exceto|em vez de|ao invés)\b|\b(?:alter\w*|mud\w*|modific\w*"
        r"|adicion\w*|acrescent\w*|remov\w*|retir\w*|aument\w*"
        r"|reduz\w*|substitu\w*|corrig\w*)\b|\b(?:só|apenas) \d|\b(?:preço|quantidade|morada|endereço"
        r"|data)\b[^.?\n]{0,30}\bdev\w*"
    ),
    question=r"^\W*(?:podem|pode|poderiam|poderia|quando|o que|como|onde|quanto|qual|por que|porque|têm|tem)\b",
    doubt=(
        r"\b(?:se|quando|desde que|sujeito a|pendente|até|será|serão|amanhã|em breve|depois|talvez"
        r"|provavelmente|espero|acho|chefe|gerente|diretor"
        r"|disse|diz|antes|ainda|verific\w*)\b"
    ),
)

SWEDISH = Language(
    "sv",
    yes=_phrases("""
        godkänt | godkänd | godkännes | godkänns | jag godkänner | vi godkänner | är godkänd | är godkänt
        ordern är godkänd | härmed godkänd
        bekräftat | bekräftad | bekräftas | jag bekräftar | vi bekräftar | härmed bekräftas | accepterat
        accepterad | vi accepterar | jag accepterar
        approved
    """),
    light=_phrases("""
        ja | ok | okej | okay | det är bra | det ser bra ut | ser bra ut | allt ser bra ut | kör | kör på
        kör på det | stämmer | allt stämmer | det stämmer | helt ok | inga problem | det går bra
    """),
    filler=_phrases("""
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
)

POLISH = Language(
    "pl",
    yes=_phrases("""
        zatwierdzam | zatwierdzamy | zatwierdzone | zatwierdzono | zatwierdzony | jest zatwierdzone
        zamówienie zatwierdzone | potwierdzam | potwierdzamy
        potwierdzone | potwierdzono | zamówienie potwierdzone | akceptuję | akceptujemy | zaakceptowane
        zaakceptowano | akceptacja | approved
        niniejszym potwierdzam | niniejszym zatwierdzam
    """),
    light=_phrases("""
        tak | ok | okej | okay | zgadzam się | zgadzamy się | zgoda | dobrze | w porządku
        wszystko w porządku | wszystko się zgadza | zgadza się | proszę o realizację | można realizować
        nie ma problemu | bez uwag
    """),
    filler=_phrases("""
        świetnie | super | doskonale
        dziękuję | dziękujemy | dzięki | bardzo dziękuję | dziękuję bardzo | cześć | dzień dobry | witam
        szanowni państwo | szanowna pani | szanowny panie
        zamówienie | to zamówienie | nasze zamówienie | zamówienia | potwierdzenie
        potwierdzenie zamówienia | numer | nr | z naszej strony
        z mojej strony | i | pozdrawiam | pozdrawiamy | z poważaniem | pozdrowienia | miłego dnia
        miłego weekendu | serdecznie pozdrawiam | wszystko
    """),
    no=(
        r"\bnie (?:(?:jest|został\w*|mogę|możemy|zostało) ){0,2}(?:zatwierdz|potwierdz|akcept|zaakcept"
        r"|zgadz|wyrażam)\w*|^\W*nie\b"
        r"|\b(?:odrzuc\w*|anuluj\w*|anulow\w*|rezygnuj\w*|odmawia\w*|niezatwierdzon\w*)\b"
    ),
    change=(
        r"\b(?:ale|jednak|lecz|oprócz|zamiast|z wyjątkiem)\b|\b(?:zmie[nń]\w*|zmian\w*|doda\w*"
        r"|usu[nń]\w*|zwiększ\w*|zmniejsz\w*|popraw\w*|zamień\w*)\b"
        r"|\btylko \d|\b(?:cena|ilość|adres|data)\b[^.?\n]{0,30}\bpowin\w*"
    ),
    question=r"^\W*(?:czy|kiedy|co|gdzie|jak|dlaczego|ile|który|która|kto)\b",
    doubt=(
        r"\b(?:jeśli|jeżeli|o ile|pod warunkiem|gdy|kiedy|dopóki|będzie|będą|zostanie|jutro|później"
        r"|wkrótce|może|prawdopodobnie|chyba|myślę"
        r"|kierowni\w*|szef\w*|dyrektor\w*|mówi\w*|powiedział\w*|czeka\w*|jeszcze|po|przed)\b"
    ),
)

JAPANESE = Language(
    "ja",
    yes=_phrases("""
        承認 | 承認します | 承認いたします | 承認致します | 承認しました | 承認いたしました | 承認です
        確定 | 確定です | 確定します | 了承しました
        了承いたしました | 了承します | 承諾します | 承諾いたします | 同意します | 同意いたします
        発注確定です | 注文を確定します | 注文確定します
        注文を承認します | 注文を承認いたします | approved
    """),
    light=_phrases("""
        はい | ok | okです | 了解 | 了解です | 了解しました | 了解いたしました | 承知しました
        承知いたしました | 承知致しました | 問題ありません
        問題ないです | 問題ございません | 大丈夫です | 結構です | それでお願いします | これでお願いします
        進めてください | お進めください
        こちらで進めてください | この内容でお願いします | この内容でお願いいたします
        上記内容でお願いします | かしこまりました
    """),
    filler=_phrases("""
        ありがとうございます | ありがとうございました | どうもありがとうございます
        お世話になっております | いつもお世話になっております
        お世話になります | よろしくお願いします | よろしくお願いいたします | 宜しくお願いします
        宜しくお願いいたします | 宜しくお願い致します
        よろしくお願い致します | どうぞよろしくお願いいたします | 以上 | 以上です | 注文 | 注文内容
        本注文 | ご注文 | 発注 | この注文 | 内容 | を | は | の | で
        にて
        ご連絡ありがとうございます | ご確認ありがとうございます | 早速のご連絡ありがとうございます
        取り急ぎ | ご担当者様 | 各位
    """),
    no=r"承認(?:しません|できません|いたしません|いたしかね|しかね|できかね|不可)|未承認|不承認|却下|お断り|キャンセル|取り消|取消|いいえ|見送",
    change=r"変更|修正|追加|削除|ではなく|代わりに|減ら|増や|訂正|ただし|但し|ですが|けど|しかし",
    question=r"(?:ますか|ですか|でしょうか|いつ|なぜ|どう|教えて)",
    doubt=r"(?:なら|れば|たら|場合|条件|まで|明日|後で|後ほど|予定|かもしれ|たぶん|多分|思います|上司|部長|課長|社長|確認中|検討|待ち|保留|まだ|前)",
)

CHINESE = Language(
    "zh",
    yes=_phrases("""
        批准 | 已批准 | 同意 | 我同意 | 我们同意 | 确认 | 已确认 | 我确认 | 我们确认 | 确认订单 | 订单确认
        订单已确认 | 认可 | 核准 | 已核准 | 通过
        审批通过 | 我批准
        我们批准 | 批准订单 | 確認 | 已確認 | 我確認 | 我們確認 | 我們同意 | 確認訂單 | 我們批准
        确认无误 | 確認無誤 | approved
    """),
    light=_phrases("""
        好 | 好的 | 可以 | 可以的 | 是 | 是的 | 行 | 没问题 | 沒問題 | ok | 对 | 没有问题 | 请安排
        请发货 | 请继续 | 没有异议 | 无异议
    """),
    filler=_phrases("""
        谢谢 | 谢谢您 | 谢谢你 | 多谢 | 感谢 | 非常感谢 | 謝謝 | 您好 | 你好 | 大家好 | 订单 | 此订单
        该订单 | 本订单 | 这个订单 | 我们的订单 | 訂單
        此訂單 | 祝好 | 此致
        敬礼 | 顺颂商祺 | 祝商祺 | 辛苦了 | 麻烦了 | 了 | 编号 | 收到
    """),
    no=r"不(?:批准|同意|确认|通过|认可|能|行|可以|接受|要)|未(?:批准|确认|通过|同意)|没有?(?:批准|同意|确认)|拒绝|取消|驳回|拒絕",
    change=r"但是|但|不过|改成|改为|改為|修改|变更|更改|增加|减少|删除|替换|而不是|加上|去掉|除了|换成",
    question=r"(?:吗|嗎|呢|什么时候|何时|为什么|怎么|多少|请问|能否|是否|可否)",
    doubt=r"(?:如果|若|假如|只要|等|待|明天|以后|稍后|之后|将|会|可能|也许|应该|大概|经理|老板|主管|领导|还|尚|前|后)",
)

SPOKEN: tuple[Language, ...] = (
    ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, DUTCH, PORTUGUESE, SWEDISH, POLISH, JAPANESE, CHINESE,
)  # fmt: skip

# Signs that everybody writes. A thumb says a light yes; a smile says nothing.
THUMBS = frozenset("👍👌✅✔☑🆗")
SMILES = frozenset("🙏🙂😊😀😃😄🎉🙌👏🤝☺🤗😁")
