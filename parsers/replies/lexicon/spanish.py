"""Spanish, as buyers write it."""

from parsers.replies.lexicon import language

SPANISH = language.Language(
    "es",
    yes=language.phrases("""
        aprobado | aprobada | apruebo | aprobamos | lo apruebo | queda aprobado | queda aprobada
        está aprobado | está aprobada | pedido aprobado
        confirmado | confirmada | confirmo | confirmamos | lo confirmo | pedido confirmado | aceptado
        aceptada | acepto | aceptamos | autorizado
        autorizo | autorizamos | damos nuestra aprobación | approved | les confirmo | le confirmo
        les confirmamos | doy mi aprobación
    """),
    light=language.phrases("""
        sí | si | ok | okay | vale | de acuerdo | estamos de acuerdo | estoy de acuerdo | conforme
        conformes | todo bien | todo correcto | correcto | está bien | adelante | procedan
        pueden proceder | sin problema
    """),
    filler=language.phrases("""
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
    small=(
        "el la los las un una es son no nosotros usted yo y pero por para de del en con"
        " este esta que se lo su nuestro al"
    ),
)
