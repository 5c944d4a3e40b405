"""The words that labels of sums are made of, by what each of them says."""

# What a label says with a word of each kind; every word of it must be known for the label to mean anything.
WORDS: dict[str, str] = {
    "total": """
        total totals totale totali totaal totalt grandtotal gesamt gesamtsumme gesamtbetrag gesamtwert
        gesamtnettowert gesamtpreis endsumme endbetrag summe summa sum somme suma toplam yhteensa celkem
        osszesen razem итого всего сумма разом συνολο generale general complessivo final
    """,
    "net": """
        net nett netto neto nette netta excl exkl ekskl excluding exclusive exclude exkluding excluded excludes
        before without ohne hors ht htva sin senza sem bez без utan uden uten untaxed taxable imponibile
        imponible base subtotal sub subtotale subtotaal zwischensumme goods merchandise pretax hariç haric merce
        warenwert nettowert nettobetrag vorsteuer nettó bezdph exc exvat
    """,
    "gross": """
        incl inkl including inclusive included inc with after gross brutto bruttó ttc con com mit avec med grand
        due payable pay payment balance final dahil compreso compresa ivato uhradě zaplaty
    """,
    "tax": """
        tax taxes vat mwst ust mehrwertsteuer umsatzsteuer steuer gst igst cgst sgst utgst hst pst qst iva btw
        tva tps tvq moms mva alv dph afa áfa kdv ндс пдв φπα impuesto impuestos imposta imposto impot levy cess
        duty
    """,
    "freight": """
        freight shipping carriage postage courier frachtkosten fracht versand versandkosten porto verpackung
        livraison envio envío flete frete trasporto spedizione verzendkosten vracht frakt fragt rahti
        transportkosten handling packing forwarding delivery transport transportation insurance
    """,
    "discount": """
        discount rabatt nachlass remise descuento sconto korting desconto rabat alennus upust sleva kedvezmény
        indirim скидка rebate allowance
    """,
    "money": """
        amount amounts value price cost costs charge charges charged fee fees sum montant importe importo betrag
        bedrag belopp beløb belob beløp valor valore wert waarde kwota wartosc tutar tutari cena ár összeg
        betrage montants imp amt
    """,
    "each": """
        item line unit piece article
    """,
    "filler": """
        of the order orders po purchase items lines for in to und and et e y en de la le les des du del della
        dell di da do von vom auf sur der die das per all our this estimated est less plus zzgl add additional
        other bestellung commande pedido ordine compra acquisto bestelling encomenda order's document documento
        position positionen product products excluding only now vendor supplier payable as is at @ exempt
        applicable extra state local sales use input output central integrated import standard usd eur gbp inr
        cad aud chf aed sar qar kwd zar jpy cny sgd hkd myr thb sek nok dkk pln czk huf try brl mxn cop clp ars
        pen rub ils nzd
    """,
}
