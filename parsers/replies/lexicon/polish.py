"""Polish, as buyers write it."""

from parsers.replies.lexicon import language

POLISH = language.Language(
    "pl",
    yes=language.phrases("""
        zatwierdzam | zatwierdzamy | zatwierdzone | zatwierdzono | zatwierdzony | jest zatwierdzone
        zamówienie zatwierdzone | potwierdzam | potwierdzamy
        potwierdzone | potwierdzono | zamówienie potwierdzone | akceptuję | akceptujemy | zaakceptowane
        zaakceptowano | akceptacja | approved
        niniejszym potwierdzam | niniejszym zatwierdzam
    """),
    light=language.phrases("""
        tak | ok | okej | okay | zgadzam się | zgadzamy się | zgoda | dobrze | w porządku
        wszystko w porządku | wszystko się zgadza | zgadza się | proszę o realizację | można realizować
        nie ma problemu | bez uwag
    """),
    filler=language.phrases("""
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
    small="nie jest są my ja i ale dla na w z to ten ta się do proszę o po czy że za",
)
