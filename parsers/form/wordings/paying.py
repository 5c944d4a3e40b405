"""The words in which terms of payment are said, and what forms call them: by what each word does, in many languages."""

# Said of payment and of little else: one of them makes a phrase terms of payment.
CORE = """
    net nett n eom prox proximo prepaid prepayment prepay advance cash cod cia cad cwo credit receipt proforma
    lc sight open_account
    letter_of_credit immediate immediately telegraphic tt wire ach cheque
    netto rein vorkasse vorauskasse vorauszahlung nachnahme bar barzahlung sofort skonto lastschrift überweisung
    rechnungsdatum rechnungserhalt rechnungseingang zahlungsziel
    comptant virement acompte net30 anticipé fdm lcr
    contado transferencia crédito anticipado adelantado anticipo giro confirming pagaré
    bonifico riba ri_ba r_b rimessa_diretta rimessa a_vista anticipato contanti dffm df fm rid contrassegno
    vooruitbetaling contant incasso factuurdatum
    pronto avista antecipado boleto adiantado
    förskott kontant faktura fakturadatum fakturadato forskud forskudsbetaling forhånd kontantbetaling
    ennakkomaksu ennakko käteinen lasku
    przelew przelewem przedpłata gotówka pobranie zaliczka
    převodem převod hotově předem zálohově záloha dobírka dobírkou fakturou vopred
    átutalás készpénz előre utánvét
    peşin vadeli vade havale nakit çek
    μετρητοίς πίστωση προκαταβολή τραπεζική κατάθεση
    предоплата аванс безналичный безналичный_расчет отсрочка наличными передоплата післяплата
    שוטף מזומן
"""

# A share of the sum is to be paid then: "100% against delivery", "50 % Anzahlung".
PARTS = """
    against deposit balance before down advance delivery shipment order
    anzahlung bestellung lieferung commande livraison solde pedido entrega ordine consegna saldo encomenda
    bestelling levering beställning leverans ordre forskud tilaus zamówieniu dostawie objednávce dodání sipariş
    teslimde
"""

# With a figure before or behind them they are a time to pay.
TIMES = """
    day days d dd wd week weeks month months tage tagen tag wochen monat monate jours jour j semaines mois
    día días dia dias mes meses giorni giorno gg g mese mesi dagen dag d maand maanden dage dager dagar dgr mån
    päivää päivä pv pvä vrk dni dzień dnů dní dny den nap napos napon gün günlük gun ημέρες ημερών ημέρα μέρες
    дней дня день дн днів ימים יום zile
"""

# They may stand in terms of payment and say nothing alone.
BESIDE = """
    of from after on upon the date invoice invoices delivery end month due by in to against documents within per
    at
    following next before shipment order goods bill lading bank transfer check card paypal discount balance
    deposit
    amount value full payment terms then b t c copy diretta only collection receiving dispatch acceptance
    presentation prior or
    less if paid inv customer calendar business working banking statement documentary
    nach ab innerhalb binnen ohne abzug fällig zahlbar zahlung per von bei der des lieferung rechnung erhalt
    ende
    auf eingang oder tagen
    de du des da do dos das d la le les el lo los las l a à al alla allo ai au aux fin fine date data facture
    factura
    fattura fatture fecha emission émission emisión emissione vista échéance livraison réception commande avance
    mese bancario bancaria ricevimento scadenza consegna mercadería entrega recepción fatura faturas emissão
    após
    mercadoria documentos documenti pago pagamento paiement règlement plazo prazo
    na naar bij levering ontvangst einde facturen
    efter etter från fra levering leverans mottagande mottak løbende løpende måned måneder netto i
    kuluessa laskusta laskun päiväyksestä toimituksesta
    od daty wystawienia faktury otrzymania dostawy po doručení vystavení obdržení splatnost ode dne faktuře
    dodání
    od do termin termín zaplatit
    fatura tarihinden itibaren sonra teslimat teslimde içinde ay sonu
    από την ημερομηνία τιμολογίου παράδοση με επί
    от с даты момента поставки счета после получения товара в течение банковских календарных по факту
"""

# They lead up to the terms in a sentence: "Our terms are 30 days".
LEADING = """
    our your the this these agreed usual standard all as is are will be made shall follows follow transaction
    terms on order
    purchase on with we pay at it und unsere unser lautet lauten beträgt nos sont est nuestras son es le nostre
    sono
    onze zijn as per
"""

# Chinese, Japanese and Korean write without spaces: a time or a way to pay.
EASTERN = (
    r"[払付支]|結算|结算|月結|月结|月末|翌月|日以内|納品後|検収|現金|现金"
    r"|振込|前金|先払|後払|掛け?売|手形|账期|帳期"
    r"|款到|货到|貨到|预付|預付|電匯|电汇|见票|天内|(?<![年月\d])\d{1,3} ?[天日일](?!期)"
    r"|현금|결제|익월|말일|선불|후불|이내|계좌|어음|외상"
)

# What forms call them, made of two halves: each wording of the first with each of the second, with what joins them.
LABELS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "payment pmt pymt pay paymt settlement invoice_payment credit invoicing",
        "terms term conditions condition cond basis method mode code",
        ("{0} {1}", "{1} of {0}", "{0} {1} code", "{1} {0}"),
    ),
    (
        "zahlungs",
        "bedingungen bedingung bed konditionen kondition ziel frist termin modalitäten weise art vereinbarung",
        ("{0}{1}", "{0} {1}"),
    ),
    (
        "paiement règlement réglement",
        "conditions condition cond modalités modalité mode délai délais échéance termes terme type",
        ("{1} de {0}", "{1} {0}", "{1} du {0}"),
    ),
    (
        "pago pagos",
        "condiciones condición cond forma términos término plazo plazos modo medio método modalidad vencimiento",
        ("{1} de {0}", "{1} {0}", "{1} del {0}"),
    ),
    (
        "pagamento pagamenti pagam pag",
        "condizioni condizione cond modalità mod termini termine metodo tipo forma scadenza",
        ("{1} di {0}", "{1} {0}"),
    ),
    (
        "pagamento pagto pgto",
        "condições condição cond forma prazo termos modo meio modalidade",
        ("{1} de {0}", "{1} {0}"),
    ),
    ("betalings betaal betaling", "voorwaarden voorwaarde conditie condities termijn wijze methode", ("{0}{1}",)),
    ("betalnings betal bet", "villkor sätt tid", ("{0}{1}", "{0} {1}")),
    ("betalings bet", "betingelser betingelse vilkår frist måde måte", ("{0}{1}", "{0} {1}")),
    ("maksu", "ehto ehdot tapa aika", ("{0}{1}",)),
    ("płatności zapłaty", "warunki warunek termin forma sposób", ("{1} {0}",)),
    ("platba úhrada", "předem", ("{0}", "{0} {1}")),
    ("platby úhrady platieb", "způsob forma termín podmínky spôsob podmienky", ("{1} {0}",)),
    ("platební platobné", "podmínky podmienky podmínka", ("{0} {1}",)),
    ("ödeme", "şekli koşulları koşulu vadesi şartları şartı planı biçimi türü", ("{0} {1}",)),
    ("plată plata", "condiții condiţii termen modalitate termeni", ("{1} de {0}", "{1} {0}")),
    ("оплаты платежа расчетов", "условия порядок форма срок", ("{1} {0}",)),
)

# A label that asks for the way of paying rather than for the time.
WAYS = (
    "method mode weise art forma modo medio metodo modalita modalidad wijze methode satt tapa sposob zpusob forma sekli"
    " tipo type meio maade mate 方法 方式"
)
