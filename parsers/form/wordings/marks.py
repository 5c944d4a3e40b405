"""What only one kind of document says of itself: labels and sentences, by kind."""

from desk.reading import Kind

# Labels with a value; the figure is how far one of them decides (1: by itself).
LABELS: dict[tuple[Kind, float], str] = {
    (Kind.SUPPLIER_INVOICE, 1.0): """
        invoice no | invoice number | invoice # | invoice nr | inv no | inv # | inv number | invoice date | date of
        invoice | tax invoice no | tax invoice number | invoice id | bill no | bill number | bill date | invoice
        total | invoice amount | total invoice | invoice value | credit note no | credit note number | proforma no |
        proforma number | proforma invoice no | pi no | pi number | pi date | rechnungsnummer | rechnungsnr |
        rechnungs nr | rechnung nr | rechnungsdatum | rechnungsbetrag | numero de facture | facture no | facture
        numero | n° facture | n° de facture | date de facture | date de la facture | date facture | numero de factura
        | no de factura | factura no | n° factura | fecha de factura | fecha factura | numero fattura | fattura n |
        n° fattura | data fattura | nr fattura | factuurnummer | factuurnr | factuurdatum | numero da fatura | fatura
        no | data da fatura | numer faktury | nr faktury | fakturanummer | fakturanr | fakturadatum | fakturadato |
        laskun numero | cislo faktury | szamlaszam | numar factura | broj racuna | fatura no | fatura numarasi |
        fatura tarihi | номер счета | 請求書番号 | 请求日 | 发票号码 | رقم الفاتورة | تاريخ الفاتورة | מספר חשבונית
    """,
    (Kind.SUPPLIER_INVOICE, 0.6): """
        amount due | balance due | total due | amount payable | net payable | payment due | payment due date | please
        pay | remit to | remit payment to | payable to | zahlbar bis | zu zahlen | zahlbetrag | net a payer | a payer
        | total a pagar | totale da pagare | te betalen | total a pagar | do zaplaty | att betala
    """,
    (Kind.SUPPLIER_ACKNOWLEDGEMENT, 1.0): """
        sales order no | sales order number | sales order # | so no | so number | so # | our sales order |
        acknowledgement no | acknowledgment no | acknowledgement number | acknowledgment number | order confirmation
        no | confirmation no | confirmation number | confirmation date | auftragsbestatigung nr | ab nr | numero
        conferma
    """,
    (Kind.SUPPLIER_ACKNOWLEDGEMENT, 0.5): """
        your order | your order no | your order number | your po | your po no | your po number | your p.o. | your
        purchase order | your reference | your ref | your order ref | ihre bestellung | ihre bestellnummer | ihre
        bestellung nr | ihr auftrag | ihr zeichen | votre commande | votre n° de commande | votre reference |
        v/commande | su pedido | su numero de pedido | su referencia | vs ordine | vostro ordine | vs. ordine n | vs
        rif | vostro riferimento | uw bestelling | uw ordernummer | uw referentie | uw order | vossa encomenda | sua
        encomenda | seu pedido | vossa referencia | twoje zamowienie | wasze zamowienie | panstwa zamowienie |
        siparisiniz | vase objednavka | er bestallning | er order | deres ordre
    """,
    (Kind.OTHER, 1.0): """
        quote no | quote number | quote # | quotation no | quotation number | quotation # | quotation ref | estimate
        no | estimate number | estimate # | proposal no | proposal number | quote date | quotation date | estimate
        date | offer no | offer number | offer date | quote expires | angebotsnummer | angebotsnr | angebot nr |
        angebotsdatum | numero de devis | devis no | n° devis | date du devis | numero de cotizacion | cotizacion no
        | fecha de cotizacion | numero preventivo | preventivo n | data preventivo | numero offerta | data offerta |
        offertenummer | offertedatum | numero do orcamento | data do orcamento | numer oferty | data oferty |
        offertnummer | tilbudsnummer | 報価番号 | رقم العرض | statement date | statement no | account balance | rma
        no | rma number | rma # | return no | grn no | grn number | agreement no | agreement number | effective date
        | report no | report date | as of | as at | tender reference | policy number | policy no | employee |
        passport no
    """,
    (Kind.OTHER, 0.6): """
        valid until | valid till | valid to | validity | offer valid for | offer valid until | quote valid until |
        quotation valid until | quote valid for | expiration date | expiry date | expires | expires on | prepared for
        | quoted by | estimator | gultig bis | bindefrist | angebot gultig bis | validite | valable jusqu'au | offre
        valable jusqu'au | valido hasta | valida hasta | validez | validita | valido fino al | geldig tot | valido
        ate | validade | wazna do | giltig till | contract no | contract number | contract start | end date | start
        date | period
    """,
    (Kind.SHIP_NOTICE, 1.0): """
        delivery note no | delivery note number | delivery note # | delivery note date | packing slip no | packing
        slip number | packing list no | packing list number | despatch note no | dispatch note no | shipment no |
        shipment number | b/l no | bl no | awb no | lieferscheinnummer | lieferscheinnr | lieferschein nr |
        lieferscheindatum | numero de bon de livraison | bon de livraison no | bl n° | numero de albaran | albaran no
        | fecha albaran | numero ddt | ddt n | data ddt | pakbonnummer | guia no | numer wz | foljesedelsnummer | asn
        no | asn number
    """,
    (Kind.SHIP_NOTICE, 0.6): """
        despatch date | dispatch date | despatched on | dispatched on | shipped date | date shipped | shipped on |
        ship date actual | tracking number | tracking no | tracking # | qty shipped | quantity shipped | shipped qty
        | qty delivered | quantity delivered | delivered qty | delivered | backordered | back ordered | qty
        backordered | b/o | cartons | total cartons | no of cartons | number of cartons | packages | no of packages |
        total packages | gross weight | net weight | total weight | pallets | geliefert | liefermenge | packstucke |
        versanddatum | bruttogewicht | quantite livree | colis | poids brut | cantidad entregada | bultos | peso
        bruto | quantita consegnata | colli | peso lordo | geleverd | aantal geleverd | quantidade entregue | volumes
    """,
    (Kind.INQUIRY, 1.0): """
        rfq no | rfq number | rfq # | rfq date | rfq ref | inquiry no | inquiry number | enquiry no | enquiry number
        | enquiry ref | tender no | tender number | bid no | bid number | solicitation no | solicitation number |
        quote by | quotes due | quote due | quote due date | quotation due | quotation deadline | bid due date | bids
        due | bid closing date | closing date | reply by date | anfragenummer | anfrage nr | angebotsabgabe bis |
        angebot bis | numero de demande | date limite de reponse | numero de solicitud | fecha limite de cotizacion |
        richiesta n | aanvraagnummer
    """,
    (Kind.INQUIRY, 0.6): "reply by | respond by | response due | please quote | antwort bis | reponse avant le",
    (Kind.REMITTANCE, 1.0): """
        remittance no | remittance number | remittance date | payment reference | payment number | payment no |
        cheque no | check no | check number | cheque number | amount paid | paid amount | payment amount |
        zahlungsreferenz | reference du paiement | referencia de pago | riferimento pagamento
    """,
    (Kind.REMITTANCE, 0.6): "payment date | paid on | date paid | value date | zahlungsdatum | date de paiement",
}  # fmt: skip

# Sentences, as regular expressions over the words of the first pages in lower case without accents.
SENTENCES: dict[Kind, str] = {
    Kind.PURCHASE_ORDER: r"""
        \b(?:please|kindly) (?:supply|deliver|ship|arrange to supply)(?: us| to us)?(?: with)? the following
        (?! (?:information|details?|documents?|data|prices?|quot|samples?))
        |\bwe (?:hereby |herewith |would like to |wish to |are pleased to )(?:order\b|place (?:an|the|our|this|a)
        (?: new| firm| following)? ?(?:purchase )?order\b)
        |\b(?:we'd|i'd|i would) like to (?:order\b|place (?:an|the|our|this) (?:new )?order\b)
        |\bplease (?:accept|enter|find(?: attached| enclosed| below)?) (?:our|this|the following|a) (?:new )?
        (?:purchase )?order\b
        |\bnew purchase order from (?:us|our)\b
        |\bhiermit bestellen wir|\bwir bestellen (?:hiermit|wie folgt|bei ihnen|folgende|zur lieferung)
        |\bbitte liefern sie (?:uns )?(?:folgende|die folgenden|nachstehende)
        |\b(?:hiermit )?erteilen wir (?:ihnen )?(?:hiermit )?(?:den|folgenden|nachstehenden) auftrag
        |\bnous (?:vous )?(?:passons|adressons|confions) (?:la |notre |une )?(?:presente )?commande
        |\bnous (?:vous )?commandons\b|\bveuillez (?:nous )?(?:livrer|fournir) (?:les|ce qui)
        |\bveuillez trouver (?:ci-joint |ci-dessous )?notre (?:bon de )?commande
        |\bsirvan?se (?:a )?(?:suministrar|entregar|despachar|enviar)(?:nos)?\b
        |\b(?:hacemos|realizamos) (?:a ustedes )?el siguiente pedido
        |\bvogliate (?:fornirci|consegnarci|evadere)|\bcon la presente (?:vi )?ordiniamo|\bvi ordiniamo
        |\bhierbij bestellen wij|\bwij bestellen (?:hierbij|bij u|graag)|\bgelieve (?:ons )?te leveren
        |\bqueiram fornecer|\bvimos (?:por este meio )?encomendar|\bsolicitamos o fornecimento
        |\bniniejszym zamawiamy|\bzamawiamy (?:nastepujace|ponizsze)
        |\bharmed bestaller vi|\bhermed bestiller vi|\bvi bestiller hermed|\bvi bestaller harmed
        |\bпросим (?:вас )?(?:поставить|отгрузить)|\bзаказываем следующ
        |(?:下記|以下)の?(?:通り|とおり)[、 ]?[こご]?(?:注文|発注)|兹向贵司订购|特此订购""",
    Kind.SUPPLIER_ACKNOWLEDGEMENT: r"""
        \bthank(?:s| you)(?: very much)? for (?:your|placing (?:your|an)) (?:recent )?(?:purchase )?order\b
        |\bthank(?:s| you) for (?:your purchase|shopping with|ordering)
        |\b(?:we|to) (?:hereby |are pleased to |can )?(?:confirm|acknowledge)(?: receipt of)? your (?:purchase )?order
        |\byour order (?:has been|was|is) (?:received|placed|confirmed|shipped|dispatched|complete|on its way)
        |\bwe(?: have|'ve) received your (?:purchase )?order
        |\b(?:vielen dank|danke|wir danken) (?:ihnen )?fur (?:ihre bestellung|ihren auftrag)
        |\bbestatigen (?:wir )?(?:ihnen )?(?:ihre bestellung|ihren auftrag|den auftrag)
        |\bmerci (?:pour|de) votre (?:commande|achat)|\b(?:confirmons|accusons reception de)(?: la| votre)? commande
        |\bgracias por (?:su|tu) (?:pedido|compra)|\bconfirmamos su pedido
        |\bgrazie per (?:il (?:tuo|suo|vostro) (?:ordine|acquisto)|l'ordine)
        |\b(?:vi )?confermiamo (?:il vostro )?(?:l')?ordine
        |\bbedankt voor (?:uw|je) (?:bestelling|order)|\bbevestigen (?:wij )?(?:hierbij )?uw (?:bestelling|order)
        |\bobrigad[oa] pel[oa] (?:sua|seu|vossa) (?:encomenda|compra|pedido)|\bconfirmamos (?:a sua|o seu)
        |\bdziekujemy za (?:zamowienie|zakupy)|\btack for din (?:bestallning|order)|\btak for din ordre
        |\btakk for (?:din )?(?:bestilling|ordre)""",
    Kind.INQUIRY: r"""
        \b(?:please|kindly) (?:quote|submit|send|provide|give|let us have)(?: us)?(?: with)?(?: your| a| an)?
        (?: best| lowest| firm| written)? ?
        (?:prices?|pricing|quotes?|quotations?|offer|delivery times?|lead times?)\b
        |\bplease quote (?:for )?the following|\brequest(?:ing)? (?:a|your) (?:quote|quotation)\b
        |\bbitten (?:wir )?(?:sie )?um (?:ihr|ein) angebot|\bbitte (?:bieten sie|unterbreiten sie|machen sie)
        |\bveuillez nous (?:faire parvenir|adresser|communiquer|transmettre) (?:votre |un )?
        (?:meilleure? )?(?:offre|devis|prix)
        |\b(?:solicitamos|rogamos|agradeceremos)[^.]{0,40}(?:cotizacion|oferta|presupuesto)
        |\b(?:preghiamo|vogliate|richiediamo)[^.]{0,40}(?:offerta|preventivo|quotazione)
        |\b(?:verzoeken|ontvangen)[^.]{0,40}(?:offerte|prijsopgave)
        |\bprosimy o (?:przedstawienie )?(?:oferty|wycen)""",
    Kind.SUPPLIER_INVOICE: r"""
        \bmake (?:all )?(?:checks?|cheques?) payable to\b
        |\bplease (?:pay|remit)(?: the)? (?:by|to|amount|this|total|within)
        |\bpayment (?:is )?due (?:upon|on) receipt of (?:this )?invoice|\bthis invoice (?:is|was)\b
        |\bplease find (?:our )?invoice
        |\b(?:bitte )?uberweisen sie\b|\bmerci de (?:regler|proceder au reglement)""",
    Kind.OTHER: r"""
        \b(?:this|the) (?:quote|quotation|offer|estimate|proposal) is (?:valid|not|based|subject)
        |\b(?:prices?|quote|quotation|offer|estimate|proposal) (?:is |are )?(?:valid|good|open) (?:for|until|till)
        |\bto accept this (?:quote|quotation|estimate|offer|proposal)|\bwe are pleased to (?:quote|offer|submit)
        |\b(?:this is |is )?not an? (?:purchase )?order\b|\bbon pour accord\b|\bfreibleibend\b
        |\bwir bieten (?:ihnen )?(?:wie folgt |hiermit )?an\b|\bdevis valable|\boferta valida|\boffre valable
        |\bunsubscribe\b|\babbestellen\b|\bse desabonner\b|\bdarse de baja\b|\bview (?:this email )?in (?:your )?browser
        |\bthis agreement is (?:made|entered)|\bnow,? therefore,? the parties""",
}
