"""How orders label their sums: wordings parted by bars, by sum."""

SUMS: dict[str, str] = {
    "subtotal": """
        subtotal | sub total | sub-total | net total | goods total | merchandise total | total net | total
        before tax | total excl vat | total excl tax | net amount | net value | total ht | taxable amount |
        total taxable value | amount before tax | net value excl tax | total net value | subtotal (excl vat) |
        net order value | total (excl vat) | merchandise subtotal | sales subtotal amount | items total | goods
        value | total excluding vat | total excluding tax | untaxed amount | subtotal excl vat | total net
        amount | order subtotal | tot net item val excl tax | nett | net goods | total of lines | lines total |
        net order | total without taxes | total without tax | total without vat |
        zwischensumme | nettobetrag | summe netto | netto | gesamt netto | nettosumme | warenwert | netto summe
        | nettowert | gesamtbetrag netto | summe positionen | gesamtnettowert | positionen netto | sous-total |
        sous total | montant ht | total hors taxe | total net ht | total hors taxes | montant total ht | base
        imponible | subtotal neto | importe neto | total neto | suma | total sin iva | subtotal sin iva |
        total s/ iva | subtotal s/ iva | valor s/ iva |
        imponibile | totale imponibile | totale netto | subtotale | importo netto | importo netto / net amount |
        totale merce | imponibile / taxable amount | totale imponibile netto | subtotaal | totaal excl btw |
        totaal exclusief btw | netto totaal | totaal excl | bedrag excl btw | total liquido | subtotal liquido |
        total sem iva | valor dos produtos | total iliquido | delsumma | razem netto | suma netto | netto belopp
        | المجموع الفرعي | الفرعي
    """,
    "tax": """
        levy | duty | surtax |
        total ivu | ivu | itbms | igv | iepi | total taxes | taxes | tax | vat | sales tax | total tax | gst |
        vat amount | tax amount | total vat | igst | cgst | sgst | hst | pst | qst | input igst | use tax |
        total gst | tax total | input cgst | input sgst | output igst | vat total | state tax | county tax | tva
        amount | value added tax | mwst | ust | mehrwertsteuer | umsatzsteuer | zzgl mwst | zzgl ust | mwst
        betrag | zzgl. mehrwertsteuer | tva | montant tva | total tva | iva | importe iva | cuota iva | total
        iva | impuestos | impuesto | importo iva | totale iva | importo iva / vat amount | imposta | iva / vat |
        btw | btw bedrag | totaal btw | valor iva | imposto | moms | podatek vat | kwota vat | الضريبة | ضريبة
        القيمة المضافة
    """,
    "shipping": """
        shipping | freight | shipping & handling | shipping and handling | delivery charge | carriage | s&h |
        shipping cost | postage | delivery | freight charges | shipping charges | charges | delivery cost |
        transport | freight amount | handling | freight charge | est freight | estimated freight | shipping
        charge | delivery charges | delivery fee | courier | versand | versandkosten | fracht | frachtkosten |
        lieferkosten | porto | porto und verpackung | transportkosten | frais de port | port | frais de
        livraison | livraison | frais d'expedition | portes | gastos de envio | envio | flete | transporte |
        spese di trasporto | spese trasporto | trasporto | spedizione | spese di spedizione | verzendkosten |
        vracht | vrachtkosten | bezorgkosten | portes de envio | frete | despesas de envio | frakt | fragt |
        koszt dostawy | dostawa | الشحن
    """,
    "discount": """
        discount | less discount | order discount | trade discount | total discount | discount amount | special
        discount | less trade discount | rabatt | gesamtrabatt | abzgl rabatt | nachlass | remise | remise
        globale | descuento | descuento total | sconto | importo sconto | korting | desconto | totale sconto |
        rabat
    """,
    "rounding": """
        round off | round-off | rounding | roundoff | r/off | rundung | arrondi | redondeo | arrotondamento |
        afronding | less r/off
    """,
    "total": """
        to pay | amount payable | balance due | total to pay | payable | balance | total payable amount | sum total |
        total qty & value | total quantity & value | total | totals | grand total | total amount | order total |
        total due | amount due | total incl vat | total order value | total value | total price | total cost |
        po total | total incl tax | net po amt | total payable | total amount due | total net amount | total po
        value | value of order | purchase order total | total inc vat | total including vat | total order |
        order value | total payable to vendor | invoice total | total in us $ | total us$ | total usd | total
        eur | total gbp | po value | total inr | total (inr) | total after tax | gross total | total (usd) |
        total order amount | net payable | net amount payable | po amount | total purchase order | amount total
        | total incl | gesamtbetrag | gesamtsumme | summe | endbetrag | gesamt | bruttobetrag | gesamtpreis |
        rechnungsbetrag | total chf | gesamtbetrag brutto | auftragssumme | bestellwert | auftragswert | gesamt
        brutto | summe brutto | gesamtwert | total ttc | montant total | net a payer | montant ttc | total
        general | montant total ttc | importe total | total pedido | total a pagar | total con iva | total de la
        orden | total factura | totale | importo totale | totale ordine | totale generale | totale documento |
        importo totale / total amount | totale complessivo | totale da pagare | totale ivato | totaal |
        totaalbedrag | totaal incl btw | eindtotaal | totaal inclusief btw | te betalen | valor total | total do
        pedido | total com iva | total da encomenda | total geral | summa | total belopp | att betala | i alt |
        razem | do zaplaty | wartosc brutto | suma brutto | razem brutto | الإجمالي | المجموع | المجموع الكلي
    """,
    "not_money": """
        total cases | total qty | total quantity | total units | total pieces | total pcs | total weight | total
        lines | total cartons | total items | gesamtmenge | gesamtgewicht | quantite totale | cantidad total |
        quantita totale | totaal aantal | quantidade total | total net weight | total gross weight | total
        volume | no of items | number of lines | number of items
    """,
}
