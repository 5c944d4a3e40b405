"""How forms label the fields of an order's head: wordings parted by bars, by field."""

# The date of the order in languages that write its day before its month.
DATES_ABROAD = """
        bestelldatum | datum | auftragsdatum | belegdatum | datum der bestellung | vom |
        bestellt am | ausgestellt am | erstellt am | date de commande | date commande | date de la commande |
        date du bon de commande | en date du | emis le | date d'emission | fecha | fecha de pedido | fecha
        pedido | fecha del pedido | fecha de orden | fecha de emision | fecha orden | fecha documento | fecha de
        la orden | fecha emision | data | data ordine | data dell'ordine | data documento | data emissione | del
        | data di emissione | data / date | orderdatum | besteldatum | datum order | data do pedido | data da
        encomenda | data pedido | data de emissao | data encomenda | data emissao | bestillingsdato | ordredato
        | dato | data zamowienia | datum / date | commandé le | ordinato il | pedido el | encomendado em | besteld op |
        beställd den | bestilt den | objednáno dne | zamówiono dnia | تاريخ الطلب | التاريخ | تاريخ أمر الشراء | تاريخ
"""

FIELDS: dict[str, str] = {
    "po_number": """
        purchase order number | purchase order no | purchase order nr | purchase order # | purchase order num |
        purchase order id | po number | po no | po nbr | order nbr | purchase order nbr |
        po # | po nr | po num | p.o. | po id | order number | order no |
        order nr | order # | our order no | our order number | order ref | order reference | po reference | po
        ref | purchase order ref | purchase order reference | customer order no | customer order number |
        customer po | customer po no | customer po # | customer po number | your order no | po/order no | order
        id | purchase no | purchase number | voucher no | order number / date | po number / date | po no / date
        | po number/date | bestellnummer | bestell nr | bestell-nr | bestellung nr | bestellung nummer | bestell
        no | auftragsnummer | auftrag nr | auftrags nr | bestellnr | best.-nr | unsere bestellnummer | unsere
        bestellung | beleg nr | belegnummer | einkaufsbeleg | bestellnummer/datum | numero de commande | no de
        commande | n° commande | commande no | bon de commande no | numero commande | num commande | reference
        commande | commande numero | n de commande | ref commande | bon de commande n | commande n | numero de
        pedido | no de pedido | n° pedido | pedido no | numero pedido | orden de compra no | pedido de compra no
        | no de orden | numero de orden | orden no | num pedido | n° orden | orden de compra numero | num. orden
        | pedido num | numero de orden de compra | no. orden de compra | numero ordine | n. ordine | n° ordine |
        ordine n | ordine nr | ordine no | ordine numero | num ordine | nr ordine | numero d'ordine | rif.
        ordine | ordine di acquisto n | ordine fornitore n | bestelnummer | inkoopordernummer | inkooporder nr |
        ordernummer | bestelnr | bestelbon nr | inkoopnummer | inkoopordernr | bestelbonnummer | numero do
        pedido | no do pedido | pedido de compra n | numero da encomenda | encomenda no | nota de encomenda no |
        numero da ordem | ordem de compra no | n.o encomenda | pedido n | n do pedido | inkopsorder nr |
        ordrenummer | bestillingsnummer | ordrenr | numer zamowienia | nr zamowienia | zamowienie nr |
        inkopsordernummer | rekvisitionsnummer | رقم أمر الشراء | رقم الطلب | رقم طلب الشراء | أمر شراء رقم
    """,
    "po_number_title": """
        purchase order | po | order | bestellung | bon de commande | commande | orden de compra | pedido |
        pedido de compra | ordine | ordine di acquisto | ordine fornitore | bestelling | inkooporder | bestelbon
        | encomenda | ordem de compra | nota de encomenda | zamowienie | bestallning | inkopsorder | ordre | أمر
        شراء | auftrag
    """,
    "number": """
        no | nr | number | n | # | numero | nummer | num | document no | document number | doc no | document # |
        رقم | folio | folio no | no de folio | numero de folio
    """,
    "order_date": """
        order date | date of order | po date | p.o. date | purchase order date | date | dated | issue date |
        issued | issued date | issued on | order create date | po creation date | creation date | created |
        created on | date ordered | ordered on | date issued | order placed | document date | doc date | date of
        issue | order dt | po dt | date created | order placed on | placed on | order created | order confirmed
        on | date generated |
    """,
    "requested_date": """
        required | etd |
        scheduled del dt | delivery dt | req del date | del date | req delivery date | reqd date | req'd date |
        scheduled delivery | scheduled delivery date | required on | f. ent |
        f. entrega |
        promised date | promised | schedule date | dock date | requested date | delivery date | required date |
        date required | due date | need by | need by date | needed by | ship date | requested ship date |
        request date | expected date | expected | expected delivery | expected delivery date | exp delivery date
        | required by | deliver by | delivery by | requested delivery date | requested delivery | promise date |
        required delivery date | ship by | due | date needed | delivery due | eta | earliest handover date |
        time of delivery | in store date | shipment date | start ship date | start ship | ship on | req date |
        date req | po delivery date | arrival date | delivery required by | delivery required | requested ship |
        ship not before | requested for | wanted by | date wanted | delivery | delivery on | deliver on |
        liefertermin | lieferdatum | wunschtermin | gewunschter liefertermin | gewuenschter liefertermin |
        gewunschtes lieferdatum | wunschlieferdatum | lieferung bis | anlieferung | liefern bis | lieferung am |
        date de livraison | livraison souhaitee | date livraison | livraison | date de livraison souhaitee |
        livrer le | delai de livraison | livraison le | date souhaitee | livraison demandee | date de livraison
        demandee | fecha de entrega | fecha entrega | entrega | fecha requerida | fecha de envio | fecha de
        entrega solicitada | entregar el | fecha solicitada | data di consegna | data consegna | consegna |
        consegna richiesta | data consegna richiesta | consegna il | consegna entro | leverdatum | gewenste
        leverdatum | leveringsdatum | levering | leveren op | leverdatum gewenst | data de entrega | data
        entrega | prazo de entrega | plazo de entrega | entrega em | data de entrega pretendida | leveransdatum |
        leveringsdato |
        termin tarihi | termin dostawy | data dostawy | تاريخ التسليم | تاريخ الشحن | الوصول
    """,
    "cancel_date": """
        cancel date | cancel after | cancel by | cancel if not shipped by | do not ship after | ship no later
        than | latest ship date | expiry date | po expiry date | po expiry | expiration date | cancel if not
        delivered by | last ship date | end ship date | valid until | ship not after | stornodatum | stornieren
        nach | date d'annulation | fecha de cancelacion | data di annullamento | annuleringsdatum | data de
        cancelamento | latest handover date
    """,
    "other_date": """
        start date | print date | printed | printed on | date printed | quote date | quotation date | revision
        date | po revision date | amended date | ref order date | po release date | release date | launch date |
        invoice date | version date | druckdatum | angebotsdatum | date d'impression | fecha de impresion | last
        updated | revised | revised date | pickup date | ref. date | revised on | rev date | date printed on |
        required for payment | price date | contract date | date of birth | quote dated | quotation dated |
        scheduled date | confirmation date | order confirmation | delivery confirmation | date/time printed |
        run date
    """,
    "payment_terms": """
        payment terms | terms of payment | terms | term | payment | payment term | pay terms | terms & conditions of
        payment | mode/terms of payment | payment conditions | purchase terms of payment | credit terms |
        zahlungsbedingungen | zahlungsbedingung | zahlungsziel | zahlung | zahlungskonditionen | zahlungsart |
        conditions de paiement | condition de paiement | modalites de paiement | paiement | reglement | mode de
        reglement | conditions de reglement | condiciones de pago | condicion de pago | forma de pago | pago |
        terminos de pago | plazo de pago | condizioni di pagamento | pagamento | termini di pagamento | termine
        pagamento | modalita di pagamento | termine pagamento / payment term | betalingsvoorwaarden | betaling |
        betalingsconditie | betaaltermijn | betalingstermijn | condicoes de pagamento | condicao de pagamento |
        forma de pagamento | prazo de pagamento | betalningsvillkor | betalingsbetingelser | warunki platnosci |
        شروط الدفع | الدفع
    """,
    "shipping_terms": """
        shipping terms | delivery terms | terms of delivery | fob | fob point | incoterms | incoterm | freight
        terms | price basis | freight | f.o.b. | delivery term | lieferbedingungen | lieferbedingung |
        conditions de livraison | condiciones de entrega | termini di consegna | resa | resa / delivery term |
        leveringsvoorwaarden | leveringsconditie | condicoes de entrega
    """,
    "ship_via": """
        ship via | shipped via | shipping method | carrier | dispatched through | transport by | mode of
        delivery | shipment | dispatch through | versandart | mode d'expedition | via de envio | spedizione |
        vettore | verzendwijze | ship method | method of shipment | delivery method | mode | transporteur |
        transportista | spediteur
    """,
    "currency": """
        currency | currency code | order currency | curr | currency/waehrung | wahrung | waehrung | devise |
        monnaie | moneda | divisa | valuta | moeda | divisa / currency | valuta / currency | po currency | all
        prices in | prices in | العملة
    """,
    "instructions": """
        special instructions | instructions | delivery instructions | shipping instructions | notes | comments |
        remarks | note | packing instructions | routing instructions | additional comments | order notes |
        comment | bemerkungen | bemerkung | hinweise | anmerkungen | hinweis | anmerkung | versandhinweise |
        remarques | instructions de livraison | observations | commentaires | observaciones | instrucciones |
        notas | istruzioni | osservazioni | annotazioni | opmerkingen | bijzonderheden | instructies |
        observacoes | instrucoes | notas adicionais | uwagi
    """,
    "contact": """
        contact | contact person | buyer | buyer name | purchaser | ordered by | attn | attention |
        requisitioner | placed by | contact name | requested by | authorized by | order contact | purchasing
        agent | purchasing contact | ansprechpartner | kontakt | sachbearbeiter | bearbeiter | einkaufer |
        einkaeufer | ihr ansprechpartner | contacto | personne a contacter | interlocuteur | acheteur |
        comprador | contatto | riferimento | contactpersoon | inkoper | contato | alla cortese attenzione di
    """,
    "email": "email | e-mail | mail | email id | mail id | e-mail address | email address",
    "phone": """
        phone | telephone | tel | phone no | tel no | fax | fax no | mobile | mobile no | telefon | telefono |
        telefone | ph | contact no | telefoon | fx | tel fax
    """,
    "account": """
        customer no | customer number | account no | account number | customer id | kundennummer | kunden nr |
        account | acct no | gln | store number | store no | numero client | no client | numero de cliente |
        codice cliente | klantnummer | numero do cliente | no cliente | kundennr | acct # | account # | customer
        # | n client
    """,
    "vendor_id": """
        vendor no | vendor number | supplier no | supplier number | supplier code | vendor code | vendor id |
        supplier id | lieferantennummer | lieferanten nr | vendor # | supplier # | numero fournisseur | no
        fournisseur | codigo de proveedor | codice fornitore | leveranciersnummer | codigo do fornecedor |
        lieferantennr
    """,
    "vat": """
        vat no | vat number | vat id | vat reg no | ust-idnr | ustid | ust id | tax id | tax no | gst no | gstin
        | gstin/uin | pan | pan no | cin | cin no | siret | siren | no tva | tva | nif | cif | p iva | partita
        iva | cod fisc | btw nr | btw nummer | ein | abn | steuernummer | tax number | iban | bic | swift | n
        tva | kvk
    """,
    "reference": """
        po box | p.o. box | buyer id | customer group | vendor ref | document type | buying process | reference
        | ref | ref no | reference no | your reference | our reference | your ref | our ref | quote no |
        quotation no | quote | quotation | quote # | quotation # | requisition no | requisition | req # | job
        number | job no | job name | contract no | contract | project | project no | invoice no | invoice number
        | other references | ref order no | reference po code | reference no & date | department | supplier ref
        | ihr zeichen | unser zeichen | angebot nr | angebotsnummer | votre reference | notre reference | su
        referencia | nuestra referencia | vs rif | ns rif | vs offerta | commessa | uw referentie | onze
        referentie | referentie | sua referencia | a vossa referencia | vendor quote | vendor quote no | your
        quotation | your quote | ihr angebot | kostenstelle | cost center | cost centre | mode of transport |
        place of supply | destination | season | category | colour | color | po type | status | product no |
        page | page no | seite | pagina | blatt | revision | rev | version | version number | rev no |
        created by | approved by | checked by | prepared by | authorised by | signature | tracking no | total
        qty
    """,
}
FIELDS["order_date"] = f"{FIELDS['order_date']} | {DATES_ABROAD}"
