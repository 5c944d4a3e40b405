"""What documents call themselves: wordings parted by bars, by kind of document."""

from desk.reading import Kind

TITLES: dict[Kind, str] = {
    Kind.PURCHASE_ORDER: """
        purchase order | einkaufsbestellung | po | order | order form | purchase order form | bestellung |
        lieferantenbestellung |
        bon de commande | commande | orden de compra | pedido | pedido de compra | ordine | ordine di acquisto |
        ordine fornitore | ordine a fornitore | inkooporder | bestelling | bestelbon | order to supplier | nota
        de encomenda | encomenda | ordem de compra | purchase order store | standard purchase order | purchase
        order detail | bestallning | inkopsorder | zamowienie | wholesale order | stock order | replenishment
        order | purchase order local | purchase order import | commande fournisseur | pedido a proveedor |
        purchase order original | أمر شراء | أمر الشراء | purchase orders | blanket order | call off order |
        abruf | purchase order details
    """,
    Kind.ORDER_CHANGE: """
        purchase order change | change order | revised purchase order | purchase order revision | order change |
        po change | amended purchase order | purchase order amendment | change purchase order | po revision | po
        amendment | bestelländerung | bestellanderung | anderung der bestellung | modification de commande |
        modificacion de pedido | variazione ordine | modifica ordine | orderwijziging | wijziging bestelling |
        alteracao de pedido
    """,
    Kind.ORDER_CANCELLATION: """
        purchase order cancellation | order cancellation | cancellation | cancelled purchase order | po
        cancellation | cancellation of order | cancelled | canceled | cancellation notice | cancelled order |
        order cancelled | stornierung | bestellstornierung | annulation de commande | storno | cancelacion de
        pedido | annullamento ordine | annulering | cancelamento de pedido | cancellation of purchase order
    """,
    Kind.INQUIRY: """
        request for quotation | rfq | request for quote | quote request | inquiry | enquiry | price request |
        quotation request | request for proposal | anfrage | preisanfrage | angebotsanfrage | demande de devis |
        demande de prix | appel d'offres | solicitud de cotizacion | solicitud de presupuesto | richiesta di
        offerta | richiesta offerta | richiesta preventivo | offerteaanvraag | prijsaanvraag | pedido de cotacao
        | pedido de orcamento | solicitacao de cotacao
    """,
    Kind.SUPPLIER_INVOICE: """
        invoice | tax invoice | commercial invoice | sales invoice | rechnung | facture | factura | fattura |
        factuur | fatura | faktura | proforma invoice | pro forma invoice | proforma | pro-forma | pro forma |
        credit note | debit note | gutschrift | avoir | nota de credito | nota di credito | creditnota | credit
        memo | vat invoice | invoice / receipt | receipt | quittung | recu | recibo | ricevuta | proforma
        rechnung | facture proforma | proformarechnung | nota fiscal | rekening | self billing invoice
    """,
    Kind.SHIP_NOTICE: """
        delivery note | packing list | packing slip | ship notice | advance ship notice | advance shipping
        notice | dispatch note | despatch note | shipping notice | delivery docket | bill of lading |
        lieferschein | packliste | versandanzeige | bon de livraison | liste de colisage | albaran | nota de
        entrega | lista de empaque | albaran de entrega | documento di trasporto | ddt | bolla di consegna |
        lista di imballaggio | pakbon | leveringsbon | paklijst | guia de remessa | guia de transporte |
        romaneio | shipment notification | goods received note | delivery receipt | proof of delivery
    """,
    Kind.REMITTANCE: """
        remittance advice | remittance | payment advice | zahlungsavis | avis de paiement | aviso de pago |
        avviso di pagamento | betalingsadvies | betaalspecificatie | aviso de pagamento | payment remittance |
        avis de virement | payment notification | zahlungsanzeige
    """,
    Kind.SUPPLIER_ACKNOWLEDGEMENT: """
        order confirmation | order acknowledgement | order acknowledgment | sales order | sales order
        confirmation | sales order acknowledgement | acknowledgement of order | purchase order acknowledgement |
        po acknowledgement | po confirmation | purchase order confirmation | auftragsbestatigung |
        auftragsbestaetigung | bestellbestatigung | confirmation de commande | accuse de reception de commande |
        confirmacion de pedido | conferma ordine | conferma d'ordine | orderbevestiging | confirmacao de
        encomenda | confirmacao de pedido | ordererkannande | ordrebekraeftelse
    """,
    Kind.OTHER: """
        quotation | quote | price quotation | sales quote | estimate | offer | proposal | angebot |
        kostenvoranschlag | devis | cotizacion | presupuesto | preventivo | offerta | offerte | prijsopgave |
        orcamento | cotacao | proposta | oferta | statement | account statement | statement of account |
        customer statement | kontoauszug | releve de compte | estado de cuenta | estratto conto |
        rekeningoverzicht | price list | preisliste | liste de prix | lista de precios | listino prezzi |
        prijslijst | lista de precos | catalogue | catalog | katalog | terms and conditions | supplier quotation
        | budget | newsletter | line sheet | application form | credit application | new account form | return
        authorization | rma | return form | certificate of origin | certificate of analysis | goods return note
        | timesheet | minutes | contract | agreement
    """,
}
