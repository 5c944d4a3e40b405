"""How forms name those who buy, sell and receive: wordings parted by bars, by role."""

PARTIES: dict[str, str] = {
    "buyer": """
        buyer | bill from | purchaser | customer | sold to | ordered by company | from | issued by | buyer
        details | buyer information | purchasing company | ordering party | company | client | customer name |
        buyer name | buying office | besteller | auftraggeber | kunde | kaufer | kaeufer | von | acheteur |
        client facture | de la part de | donneur d'ordre | comprador | cliente | committente | acquirente |
        koper | klant | opdrachtgever | besteld door | adquirente | المشتري
    """,
    "vendor": """
        vendor | supplier | seller | to | vendor details | supplier details | vendor address | supplier address
        | details of supplier | supplier name | vendor name | vendor information | supplier information | order
        to | supplier (bill from) | ordered from | purchase from | manufacturer | sold by | issued to | m/s |
        order from | lieferant | lieferantenadresse | an | verkaufer | verkaeufer | auftragnehmer |
        lieferantenanschrift | fournisseur | vendeur | a l'attention de | adresse fournisseur | proveedor |
        vendedor | a la atencion de | fornitore | spett.le | spettle | fornitore / supplier | leverancier |
        verkoper | fornecedor | leverantor | leverandor | dostawca | sprzedawca | المورد | المورّد | البائع
    """,
    "ship_to": """
        ship to | ship to address | shipped to | shipped to address | shipping address | deliver to | delivery
        address | consignee | consignee (ship to) | consignee details | delivered to | shipment address | place
        of delivery | delivery to | ship to location | delivery location | deliver to address | shipto | goods
        to | receiving address | delivery site | destination address | lieferanschrift | lieferadresse |
        lieferung an | warenempfanger | warenempfaenger | anlieferadresse | lieferort | empfanger | empfaenger |
        versandadresse | adresse de livraison | livrer a | lieu de livraison | livraison a | destinataire |
        direccion de entrega | entregar a | enviar a | direccion de envio | lugar de entrega | destinatario |
        indirizzo di consegna | luogo di consegna | consegnare a | destinazione | luogo di destinazione |
        destinazione merce | afleveradres | leveringsadres | bezorgadres | leveren aan | verzendadres | endereco
        de entrega | local de entrega | morada de entrega | entregar em |
        leveransadress | leveringsadresse | adres dostawy | الشحن
        إلى | التسليم إلى | عنوان التسليم
    """,
    "bill_to": """
        bill to | bill to address | billed to | billed to address | billing address | invoice to | invoice
        address | invoicing address | billing and e-way bill address | send invoice to | mail invoice to |
        invoices to | billto | remit invoice to | rechnungsanschrift | rechnungsadresse | rechnung an |
        rechnungsempfanger | rechnungsempfaenger | adresse de facturation | facturer a | facturation | direccion
        de facturacion | facturar a | indirizzo di fatturazione | fatturare a | intestazione fattura |
        factuuradres | facturatie adres | factureren aan | endereco de faturacao | faturar a | endereco de
        cobranca | endereco de faturamento | fakturaadress | faktureringsadresse | عنوان الفاتورة
    """,
    "other": """
        remit to | remit to address | remittance address | shipping from | ship from | shipping point | point of
        origin | notify party | agent |
        forwarder | freight forwarder | manufacturer address | return to | transport agent | on behalf of | from
        warehouse | shipping marks | country of purchase | delivered by | address for correspondence | mail
        acknowledgement to | end customer | end user | factory
    """,
}
