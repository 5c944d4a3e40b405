"""The words that labels of sums are made of, by what each of them says."""

# What a label says with a word of each kind; every word of it must be known for the label to mean anything.
WORDS: dict[str, str] = {
    "total": """
        total totals totale totali totaal totalt grandtotal gesamt gesamtsumme gesamtbetrag gesamtwert
        gesamtnettowert gesamtpreis endsumme endbetrag summe summa sum somme suma toplam yhteensa celkem
        osszesen razem итого всего сумма разом συνολο generale general complessivo final 合計 合计 總計 总计
        総計 総合計 総 總 总 計 계 합계 총계 총합계 총 総額 总额 總額 총액 totalsumma samtals slutsumma sluttsum
    """,
    "net": """
        net nett netto neto nette netta excl exkl ekskl excluding exclusive exclude exkluding excluded excludes
        before without ohne hors ht htva sin senza sem bez без utan uden uten untaxed taxable imponibile
        imponible base subtotal sub subtotale subtotaal zwischensumme goods merchandise pretax hariç haric merce
        warenwert nettowert nettobetrag vorsteuer nettó bezdph exc exvat waren goederen varor varu vare varer
        marchandises mercancia mercancía mercadorias productos produits produtos netbedrag 税抜 税抜き 税別 未税
        不含税 未稅 不含稅 小計 小计 소계 공급가 líquido liquido delsumma
    """,
    "gross": """
        incl inkl including inclusive included inc with after gross brutto bruttó ttc con com mit avec med grand
        due payable pay payment balance final dahil compreso compresa ivato uhradě zaplaty 税込 税込み 含税 含稅
        价税 應付 应付 支払 eind end slut slutt genel betala betale betalen bezahlen zahlen ödenecek
    """,
    "tax": """
        tax taxes vat mwst ust mehrwertsteuer umsatzsteuer steuer gst igst cgst sgst utgst hst pst qst iva btw
        tva tps tvq moms mva alv dph afa áfa kdv ндс пдв φπα impuesto impuestos imposta imposto impot levy cess
        duty 税 税额 稅 稅額 消費税 増値税 增值税 부가세 부가가치세 세액 omzetbelasting
    """,
    "freight": """
        freight shipping carriage postage courier frachtkosten fracht versand versandkosten porto verpackung
        livraison envio envío flete frete trasporto spedizione verzendkosten vracht frakt fragt rahti
        transportkosten handling packing forwarding delivery transport transportation insurance kargo nakliye
        navlun doprava dopravné poštovné spedizioni consegna expédition expedition expedición envoi bezorging
        verzending versandpauschale portes haulage cartage delivering lieferung levering dostawy dostawa
        transportu przesyłki 運賃 送料 配送料 运费 運費 配送费 배송비 운임 kuljetus toimitus szállítás
    """,
    "discount": """
        discount rabatt nachlass remise descuento sconto korting desconto rabat alennus upust sleva kedvezmény
        indirim скидка rebate allowance escompte rabatter 値引 値引き 割引 折扣 优惠 할인 dto
    """,
    "money": """
        amount amounts value price cost costs charge charges charged fee fees sum montant importe importo betrag
        bedrag belopp beløb belob beløp valor valore wert waarde kwota wartosc tutar tutari cena ár összeg
        betrage montants imp amt kosten kostnad kostnader omkostninger gebühr gebühren gebuhr avgift avgifter
        frais spese gastos despesas costi coste costes custo koszt koszty opłata náklady kulut költség ücret
        ücreti bedeli pauschale zuschlag värde värdet prijs preis prix prezzo precio preço pris cijfer importi
        金額 金额 额 額 금액 가액 人民币 美元
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
        pen rub ils nzd za til el los las il lo gli ordre auftrag auftrags bestell tilaus zamówienia zamowienia
        sipariş siparis pedidos tellimus objednávky objednávka rendelés ご お 注文 発注 订单 訂單 주문
        hesaplanan
    """,
}
