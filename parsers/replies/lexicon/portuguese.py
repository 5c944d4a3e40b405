"""Portuguese, as buyers write it."""

from parsers.replies.lexicon import language

PORTUGUESE = language.Language(
    "pt",
    yes=language.phrases("""
        aprovado | aprovada | aprovo | aprovamos | está aprovado | está aprovada | pedido aprovado
        encomenda aprovada | confirmado | confirmada
        confirmo | confirmamos | pedido confirmado | encomenda confirmada | aceito | aceite | aceitamos
        autorizado | autorizo | autorizamos | approved
    """),
    light=language.phrases("""
        sim | ok | okay | de acordo | estamos de acordo | estou de acordo | concordo | concordamos
        tudo certo | tudo bem | certo | correto | está bem | está ok | está tudo certo | podem avançar
        pode avançar | podem prosseguir | pode prosseguir | combinado | sem problema
    """),
    filler=language.phrases("""
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
    small=("o a os as um uma é são não nós eu e mas por para de do da em com este esta que se no na nosso ao"),
)
