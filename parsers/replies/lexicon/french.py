"""French, as buyers write it."""

from parsers.replies.lexicon import language

FRENCH = language.Language(
    "fr",
    yes=language.phrases("""
        approuvé | approuvée | j'approuve | nous approuvons | validé | validée | je valide | nous validons
        confirmé | confirmée
        je confirme | nous confirmons | est approuvée | est validée | est confirmée | commande approuvée
        commande validée
        commande confirmée | accepté | acceptée | j'accepte | nous acceptons | bon pour accord
        je vous confirme | nous vous confirmons
        approved
    """),
    light=language.phrases("""
        oui | ok | okay | d'accord | c'est d'accord | entendu | c'est bon | c'est bon pour moi
        c'est bon pour nous | bon pour nous | bon pour moi | tout est bon | tout est correct
        c'est parfait | allez-y | vous pouvez procéder | c'est correct | nous sommes d'accord
        je suis d'accord | pas de problème
    """),
    filler=language.phrases("""
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
    small=(
        "le la les un une est sont pas nous vous je et mais pour de du des en sur avec"
        " ne cette notre votre que qui à au il"
    ),
)
