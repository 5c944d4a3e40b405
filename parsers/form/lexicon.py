"""The words that forms use for fields, columns, sums and kinds of document, in the languages of trade.

English, German, French, Spanish, Italian, Dutch, Portuguese; some Swedish, Danish, Polish and Arabic. A word is
compared by `key`: letters and digits in one case, accents and points gone, so "P.O. No." is "pono".
"""

import re
import unicodedata
from functools import lru_cache

from desk.reading import Kind

_SILENT = re.compile(r"[^\w#%]|_", re.UNICODE)


@lru_cache(maxsize=65_536)
def key(text: str) -> str:
    """Letters, digits, # and % in one case: what two spellings of a label have in common."""
    if text.isascii():
        return _SILENT.sub("", text.lower())
    spelled = text.replace("º", "o").replace("°", "o").replace("№", "no")
    bare = "".join(c for c in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(c))
    plain = _SILENT.sub("", bare.casefold())
    # Some PDFs give the joined letters lam-alef in the order they are drawn, not said.
    return "الا" + plain[3:] if plain.startswith("اال") else plain


def _index(table: dict[str, str]) -> dict[str, str]:
    """Key of each wording -> name, from name -> wordings parted by bars."""
    return {key(words): name for name, row in table.items() for words in row.split("|") if key(words)}


# -- fields of the head --------------------------------------------------------------------------------------------

FIELDS: dict[str, str] = _index(
    {
        "po_number": """purchase order number|purchase order no|purchase order nr|purchase order #|purchase order num|
        purchase order id|po number|po no|po #|po nr|po num|p.o.|po id|order number|order no|order nr|order #|
        our order no|our order number|order ref|order reference|po reference|po ref|purchase order ref|
        purchase order reference|customer order no|customer order number|customer po|customer po no|customer po #|
        customer po number|your order no|po/order no|order id|purchase no|purchase number|voucher no|
        order number / date|po number / date|po no / date|po number/date|
        bestellnummer|bestell nr|bestell-nr|bestellung nr|bestellung nummer|bestell no|auftragsnummer|auftrag nr|
        auftrags nr|bestellnr|best.-nr|unsere bestellnummer|unsere bestellung|beleg nr|belegnummer|einkaufsbeleg|
        bestellnummer/datum|
        numero de commande|no de commande|n° commande|commande no|bon de commande no|numero commande|num commande|
        reference commande|commande numero|n de commande|ref commande|bon de commande n|commande n|
        numero de pedido|no de pedido|n° pedido|pedido no|numero pedido|orden de compra no|pedido de compra no|
        no de orden|numero de orden|orden no|num pedido|n° orden|orden de compra numero|num. orden|pedido num|
        numero de orden de compra|no. orden de compra|
        numero ordine|n. ordine|n° ordine|ordine n|ordine nr|ordine no|ordine numero|num ordine|nr ordine|
        numero d'ordine|rif. ordine|ordine di acquisto n|ordine fornitore n|
        bestelnummer|inkoopordernummer|inkooporder nr|ordernummer|bestelnr|order nr|bestelbon nr|inkoopnummer|
        inkoopordernr|bestelbonnummer|
        numero do pedido|no do pedido|pedido de compra n|numero da encomenda|encomenda no|nota de encomenda no|
        numero da ordem|ordem de compra no|n.o encomenda|pedido n|n do pedido|
        inkopsorder nr|ordrenummer|bestillingsnummer|ordrenr|numer zamowienia|nr zamowienia|zamowienie nr|
        inkopsordernummer|rekvisitionsnummer|
        رقم أمر الشراء|رقم الطلب|رقم طلب الشراء|أمر شراء رقم""".replace("\n", ""),
        "po_number_title": """purchase order|po|order|bestellung|bon de commande|commande|orden de compra|pedido|
        pedido de compra|ordine|ordine di acquisto|ordine fornitore|bestelling|inkooporder|bestelbon|encomenda|
        ordem de compra|nota de encomenda|zamowienie|bestallning|inkopsorder|ordre|أمر شراء|auftrag""".replace(
            "\n", ""
        ),
        "number": """no|nr|number|n|#|numero|nummer|num|document no|document number|doc no|document #|
        رقم""".replace("\n", ""),
        "order_date": """order date|date of order|po date|p.o. date|purchase order date|date|dated|issue date|issued|
        issued date|issued on|order create date|po creation date|creation date|created|created on|date ordered|
        ordered on|date issued|order placed|document date|doc date|date of issue|order dt|po dt|date created|
        order placed on|placed on|order created|order confirmed on|date generated|
        bestelldatum|datum|auftragsdatum|belegdatum|datum der bestellung|vom|bestellt am|ausgestellt am|erstellt am|
        date de commande|date commande|date de la commande|date du bon de commande|en date du|emis le|date d'emission|
        fecha|fecha de pedido|fecha pedido|fecha del pedido|fecha de orden|fecha de emision|fecha orden|fecha documento|
        fecha de la orden|fecha emision|
        data|data ordine|data dell'ordine|data documento|data emissione|del|data di emissione|data / date|
        orderdatum|besteldatum|datum order|
        data do pedido|data da encomenda|data pedido|data de emissao|data encomenda|data emissao|
        bestillingsdato|ordredato|dato|data zamowienia|datum / date|
        تاريخ الطلب|التاريخ|تاريخ أمر الشراء|تاريخ""".replace("\n", ""),
        "requested_date": """promised date|promised|schedule date|dock date|requested date|delivery date|required date|date required|due date|need by|need by date|
        needed by|ship date|requested ship date|request date|expected date|expected|expected delivery|
        expected delivery date|exp delivery date|required by|deliver by|delivery by|requested delivery date|
        requested delivery|promise date|required delivery date|ship by|due|date needed|delivery due|eta|
        earliest handover date|time of delivery|in store date|shipment date|start ship date|start ship|
        ship on|req date|date req|po delivery date|arrival date|delivery required by|delivery required|
        requested ship|ship not before|requested for|wanted by|date wanted|delivery|delivery on|deliver on|
        liefertermin|lieferdatum|wunschtermin|gewunschter liefertermin|gewuenschter liefertermin|
        gewunschtes lieferdatum|wunschlieferdatum|lieferung bis|anlieferung|liefern bis|lieferung am|
        date de livraison|livraison souhaitee|date livraison|livraison|date de livraison souhaitee|livrer le|
        delai de livraison|livraison le|date souhaitee|livraison demandee|date de livraison demandee|
        fecha de entrega|fecha entrega|entrega|fecha requerida|fecha de envio|fecha de entrega solicitada|
        entregar el|fecha solicitada|
        data di consegna|data consegna|consegna|consegna richiesta|data consegna richiesta|consegna il|
        consegna entro|
        leverdatum|gewenste leverdatum|leveringsdatum|levering|leveren op|leverdatum gewenst|
        data de entrega|data entrega|prazo de entrega|entrega em|data de entrega pretendida|
        leveransdatum|leveringsdato|termin dostawy|data dostawy|
        تاريخ التسليم|تاريخ الشحن|الوصول""".replace("\n", ""),
        "cancel_date": """cancel date|cancel after|cancel by|cancel if not shipped by|do not ship after|ship no later than|
        latest ship date|expiry date|po expiry date|po expiry|expiration date|cancel if not delivered by|
        last ship date|end ship date|valid until|ship not after|
        stornodatum|stornieren nach|date d'annulation|fecha de cancelacion|data di annullamento|
        annuleringsdatum|data de cancelamento|latest handover date""".replace("\n", ""),
        "other_date": """start date|print date|printed|printed on|date printed|quote date|quotation date|revision date|
        po revision date|amended date|ref order date|po release date|release date|launch date|invoice date|
        version date|druckdatum|angebotsdatum|date d'impression|fecha de impresion|last updated|revised|revised date|
        pickup date|ref. date|revised on|rev date|date printed on|required for payment|price date|
        contract date|date of birth|quote dated|quotation dated|scheduled date|confirmation date|order confirmation|
        delivery confirmation|date/time printed|run date""".replace("\n", ""),
        "payment_terms": """payment terms|terms of payment|terms|payment|payment term|pay terms|terms & conditions of payment|
        mode/terms of payment|payment conditions|purchase terms of payment|credit terms|
        zahlungsbedingungen|zahlungsbedingung|zahlungsziel|zahlung|zahlungskonditionen|zahlungsart|
        conditions de paiement|condition de paiement|modalites de paiement|paiement|reglement|mode de reglement|
        conditions de reglement|
        condiciones de pago|condicion de pago|forma de pago|pago|terminos de pago|plazo de pago|
        condizioni di pagamento|pagamento|termini di pagamento|termine pagamento|modalita di pagamento|
        termine pagamento / payment term|
        betalingsvoorwaarden|betaling|betalingsconditie|betaaltermijn|betalingstermijn|
        condicoes de pagamento|condicao de pagamento|forma de pagamento|prazo de pagamento|
        betalningsvillkor|betalingsbetingelser|warunki platnosci|
        شروط الدفع|الدفع""".replace("\n", ""),
        "shipping_terms": """shipping terms|delivery terms|terms of delivery|fob|fob point|incoterms|incoterm|freight terms|
        price basis|freight|f.o.b.|delivery term|
        lieferbedingungen|lieferbedingung|conditions de livraison|condiciones de entrega|termini di consegna|
        resa|resa / delivery term|leveringsvoorwaarden|leveringsconditie|condicoes de entrega""".replace("\n", ""),
        "ship_via": """ship via|shipped via|shipping method|carrier|dispatched through|transport by|mode of delivery|
        shipment|dispatch through|versandart|mode d'expedition|via de envio|spedizione|vettore|verzendwijze|
        ship method|method of shipment|delivery method|mode|transporteur|transportista|spediteur""".replace("\n", ""),
        "currency": """currency|currency code|order currency|curr|currency/waehrung|wahrung|waehrung|devise|monnaie|moneda|
        divisa|valuta|moeda|divisa / currency|valuta / currency|po currency|all prices in|prices in|
        العملة""".replace("\n", ""),
        "instructions": """special instructions|instructions|delivery instructions|shipping instructions|notes|comments|
        remarks|note|packing instructions|routing instructions|additional comments|order notes|comment|
        bemerkungen|bemerkung|hinweise|anmerkungen|hinweis|anmerkung|versandhinweise|
        remarques|instructions de livraison|observations|commentaires|
        observaciones|instrucciones|notas|istruzioni|osservazioni|annotazioni|
        opmerkingen|bijzonderheden|instructies|observacoes|instrucoes|notas adicionais|uwagi""".replace("\n", ""),
        "contact": """contact|contact person|buyer|buyer name|purchaser|ordered by|attn|attention|requisitioner|placed by|
        contact name|requested by|authorized by|order contact|purchasing agent|purchasing contact|
        ansprechpartner|kontakt|sachbearbeiter|bearbeiter|einkaufer|einkaeufer|ihr ansprechpartner|
        contacto|personne a contacter|interlocuteur|acheteur|comprador|contatto|riferimento|
        contactpersoon|inkoper|contato|alla cortese attenzione di""".replace("\n", ""),
        "email": "email|e-mail|mail|email id|mail id|e-mail address|email address",
        "phone": """phone|telephone|tel|phone no|tel no|fax|fax no|mobile|mobile no|telefon|telefono|telefone|ph|contact no|
        telefoon|fx|tel fax""".replace("\n", ""),
        "account": """customer no|customer number|account no|account number|customer id|kundennummer|kunden nr|account|
        acct no|gln|store number|store no|numero client|no client|numero de cliente|codice cliente|klantnummer|
        numero do cliente|no cliente|kundennr|acct #|account #|customer #|n client""".replace("\n", ""),
        "vendor_id": """vendor no|vendor number|supplier no|supplier number|supplier code|vendor code|vendor id|supplier id|
        lieferantennummer|lieferanten nr|vendor #|supplier #|numero fournisseur|no fournisseur|codigo de proveedor|
        codice fornitore|leveranciersnummer|codigo do fornecedor|lieferantennr""".replace("\n", ""),
        "vat": """vat no|vat number|vat id|vat reg no|ust-idnr|ustid|ust id|tax id|tax no|gst no|gstin|gstin/uin|pan|pan no|
        cin|cin no|siret|siren|no tva|tva|nif|cif|p iva|partita iva|cod fisc|btw nr|btw nummer|ein|abn|
        steuernummer|tax number|iban|bic|swift|n tva|kvk""".replace("\n", ""),
        "reference": """po box|p.o. box|buyer id|customer group|vendor ref|document type|buying process|reference|ref|ref no|reference no|your reference|our reference|your ref|our ref|quote no|quotation no|
        quote|quotation|quote #|quotation #|requisition no|requisition|req #|job number|job no|job name|contract no|
        contract|project|project no|invoice no|invoice number|other references|ref order no|reference po code|
        reference no & date|department|supplier ref|ihr zeichen|unser zeichen|angebot nr|angebotsnummer|
        votre reference|notre reference|su referencia|nuestra referencia|vs rif|ns rif|vs offerta|commessa|
        uw referentie|onze referentie|referentie|sua referencia|a vossa referencia|vendor quote|
        vendor quote no|your quotation|your quote|ihr angebot|kostenstelle|cost center|cost centre|
        mode of transport|place of supply|destination|season|category|colour|color|po type|status|product no|
        page|page no|seite|pagina|blatt|folio|revision|rev|version|version number|rev no|created by|
        approved by|checked by|prepared by|authorised by|signature|tracking no|total qty""".replace("\n", ""),
    }
)

# -- who is who ----------------------------------------------------------------------------------------------------

PARTIES: dict[str, str] = _index(
    {
        "buyer": """buyer|bill from|purchaser|customer|sold to|ordered by company|from|issued by|buyer details|
        buyer information|purchasing company|ordering party|company|client|customer name|buyer name|buying office|
        besteller|auftraggeber|kunde|kaufer|kaeufer|von|acheteur|client facture|de la part de|donneur d'ordre|
        comprador|cliente|committente|acquirente|koper|klant|opdrachtgever|besteld door|adquirente|
        المشتري""".replace("\n", ""),
        "vendor": """vendor|supplier|seller|to|vendor details|supplier details|vendor address|supplier address|
        details of supplier|supplier name|vendor name|vendor information|supplier information|order to|
        supplier (bill from)|ordered from|purchase from|manufacturer|sold by|issued to|m/s|order from|
        lieferant|lieferantenadresse|an|verkaufer|verkaeufer|auftragnehmer|lieferantenanschrift|
        fournisseur|vendeur|a l'attention de|adresse fournisseur|proveedor|vendedor|a la atencion de|
        fornitore|spett.le|spettle|fornitore / supplier|leverancier|verkoper|fornecedor|leverantor|leverandor|
        dostawca|sprzedawca|المورد|المورّد|البائع""".replace("\n", ""),
        "ship_to": """ship to|ship to address|shipping address|deliver to|delivery address|consignee|consignee (ship to)|
        consignee details|delivered to|shipment address|place of delivery|delivery to|ship to location|
        delivery location|deliver to address|shipto|goods to|receiving address|delivery site|destination address|
        lieferanschrift|lieferadresse|lieferung an|warenempfanger|warenempfaenger|anlieferadresse|lieferort|
        empfanger|empfaenger|versandadresse|
        adresse de livraison|livrer a|lieu de livraison|livraison a|destinataire|
        direccion de entrega|entregar a|enviar a|direccion de envio|lugar de entrega|destinatario|
        indirizzo di consegna|luogo di consegna|consegnare a|destinazione|luogo di destinazione|destinazione merce|
        afleveradres|leveringsadres|bezorgadres|leveren aan|verzendadres|
        endereco de entrega|local de entrega|entregar em|leveransadress|leveringsadresse|adres dostawy|
        الشحن إلى|التسليم إلى|عنوان التسليم""".replace("\n", ""),
        "bill_to": """bill to|bill to address|billing address|invoice to|invoice address|invoicing address|
        billing and e-way bill address|send invoice to|mail invoice to|invoices to|billto|remit invoice to|
        rechnungsanschrift|rechnungsadresse|rechnung an|rechnungsempfanger|rechnungsempfaenger|
        adresse de facturation|facturer a|facturation|direccion de facturacion|facturar a|
        indirizzo di fatturazione|fatturare a|intestazione fattura|factuuradres|facturatie adres|factureren aan|
        endereco de faturacao|faturar a|endereco de cobranca|endereco de faturamento|fakturaadress|
        faktureringsadresse|عنوان الفاتورة""".replace("\n", ""),
        "other": """remit to|remit to address|remittance address|shipping from|ship from|notify party|agent|forwarder|
        freight forwarder|manufacturer address|return to|transport agent|on behalf of|from warehouse|
        shipping marks|country of purchase|delivered by|address for correspondence|mail acknowledgement to|
        end customer|end user|factory""".replace("\n", ""),
    }
)

# -- columns of the line table -------------------------------------------------------------------------------------

_COLUMNS: dict[str, str] = {
    "number": """line|line no|line #|line number|ln|pos|position|item no.|#|no|sr|sr no|s no|sl no|sno|s#|sr.no|sl|nr|
        item line|seq|ln #|ln no|line item|po line|line nbr|lfd nr|pos nr|posnr|lfdnr|ligne|no ligne|linea|n linea|
        riga|n riga|regel|regelnr|linha|n|pos.|poz|lp|n.|sl no & kind|sl no & kind no of pkgs|posizione|posicion|posicao|partida|
        رقم|م|rad|linje""".replace("\n", ""),
    "sku": """matl|mat|stock number|stock code|item code|item no|item number|item #|item id|sku|sku #|sku code|sku no|part no|part number|part #|product code|
        product no|product number|product id|article|article no|article number|art no|art nr|artnr|material|
        material no|material number|material code|model|model no|model number|style|style no|style number|style #|
        code|stock code|stock no|catalog no|catalogue no|cat no|cat #|vendor item|vendor item no|vendor part no|
        vendor part number|vendor sku|supplier item|supplier part no|supplier code|supplier sku|mfg part no|
        manufacturer part no|mpn|part|ref|reference|item ref|product ref|your item|your item no|your code|mark number|
        supplier article no|your article no|your part no|supplier item code|vendor style|your ref|seller item no|
        item code no|article code|order code|item/part no|part code|item / part number|
        artikel nr|artikelnummer|artikel-nr|artikel|artikelnr|materialnummer|material-nr|mat nr|matnr|sachnummer|
        bestell nr|teilenummer|artikelcode|lieferanten artikelnummer|lieferantenartikelnummer|ihre artikelnummer|
        ihre art nr|teile nr|materialnr|ihre artikel nr|
        code article|reference article|ref article|code produit|no article|reference produit|article no|
        ref fournisseur|reference fournisseur|ref produit|votre reference|
        codigo|codigo de articulo|codigo articulo|cod articulo|referencia|no de articulo|codigo producto|
        codigo de producto|cod|ref proveedor|num articulo|su referencia|
        codice|codice articolo|cod articolo|articolo|codice prodotto|cod art|codice art|rif|vs codice|
        vostro codice|codice fornitore|codice articolo / item|
        artikelcode|productcode|artikelnummer leverancier|bestelcode|uw artikelnummer|
        codigo do produto|codigo do artigo|cod produto|codigo artigo|artigo|cod artigo|ref artigo|sua referencia|
        artikelnr|varenummer|varenr|indeks|kod|kod towaru|
        رمز الصنف|كود الصنف|رمز المنتج""".replace("\n", ""),
    "buyer_sku": """our item|our item no|our code|our part no|our part number|customer item|customer part no|
        customer part number|buyer item|buyer item no|buyer part no|customer sku|our article no|our sku|
        unsere artikelnummer|unsere art nr|unsere artikel nr|notre reference|notre code|nuestro codigo|
        nuestra referencia|nostro codice|ns codice|ons artikelnummer|nosso codigo|buyer sku|internal code|
        customer item no|internal item|buyer code|buyers item|customer code""".replace("\n", ""),
    "gtin": """gtin|ean|ean no|ean code|upc|upc code|barcode|bar code|ean barcode|ean/upc|gtin/ean|product upc|upc/ean|
        ean-code|ean13|ean-13|gtin-13|code barre|code barres|codigo de barras|codice a barre|codice ean|
        streepjescode|upc #|upc no|isbn""".replace("\n", ""),
    "description": """title|item title|product title|description|item description|product description|material description|description of goods|
        goods description|item desc|item|items|product|products|material|material/description|product name|
        item name|name|particulars|details|part/description|part description|description/part|article description|
        item & description|item description & hsn/sac code|goods|description of material|product/description|
        item/description|description / item|product details|item details|goods and services|description & specification|
        bezeichnung|beschreibung|artikelbezeichnung|artikelbeschreibung|produkt|text|warenbezeichnung|leistung|
        materialbezeichnung|kurztext|produktbezeichnung|artikel / bezeichnung|artikel/bezeichnung|
        designation|libelle|produit|description article|designation article|article|
        descripcion|concepto|producto|articulo|denominacion|descripcion del articulo|descripcion del producto|
        descrizione|descrizione articolo|prodotto|descrizione prodotto|descrizione / description|
        omschrijving|artikelomschrijving|productomschrijving|beschrijving|
        descricao|designacao|produto|descricao do produto|descricao do artigo|
        beskrivning|beskrivelse|benamning|opis|nazwa|nazwa towaru|varebeskrivelse|
        الوصف|البيان|المنتج|الصنف""".replace("\n", ""),
    "variant": """size|colour|color|variant|size/colour|colour/size|color/size|size/color|finish|metal|grosse|farbe|
        groesse|taille|couleur|talla|tamano|taglia|colore|maat|kleur|tamanho|cor""".replace("\n", ""),
    "quantity": """quantity|qty|order qty|ordered|qty ordered|order quantity|ordered qty|qty/article|quantity ordered|
        qnty|qtty|quant|qty req|qty.|total qty|order qty.|qty of ratio packs|total quantity|req qty|units|pieces|pcs|pairs|
        no of units|quantity / uom|qty / uom|qty / unit|quantity/unit|qty & uom|po qty|order amount qty|ord qty|
        quantity required|qty required|qty uom|
        menge|anzahl|bestellmenge|stuck|stueck|stk|best menge|menge me|
        quantite|qte|quantite commandee|qte commandee|nombre|nbre|
        cantidad|cant|cdad|cantidad pedida|unidades|uds|cantid|
        quantita|q.ta|qta|q.tà|quant.|quantita ordinata|quantita / quantity|q|
        aantal|hoeveelheid|besteld|besteld aantal|
        quantidade|qtd|qtde|quant|qtd.|
        antal|antall|maengde|ilosc|
        الكمية""".replace("\n", ""),
    "unit": """unit|uom|um|u/m|units of measure|unit of measure|uom code|unit of meas|unit measure|me|einheit|mengeneinheit|unite|unidad|
        udm|u.m.|u.d.m.|unita|unita di misura|eenheid|ehd|unidade|un|ud|und|j.m.|enhet|enhed|unid|meas|pack|
        unit code|ve|الوحدة""".replace("\n", ""),
    "unit_price": """unit price|price|rate|unit cost|cost|price/unit|price per unit|unit rate|net price|price each|each|
        net unit price|cost price|unit price excl vat|net price/unit|price (each)|item price|net rate|unit base cost|
        basic cost|base cost|basic rate|b.price|base price|basic price|price/ea|price ea|unit net price|
        unit price net|cost each|wholesale|wholesale price|unit cost price|purchase price|cost/unit|
        einzelpreis|preis|stuckpreis|stueckpreis|einheitspreis|e-preis|ep|preis/einheit|nettopreis|preis je einheit|
        einzelpreis netto|netto preis|preis pro einheit|einzel|e.-preis|preis eur|preis/me|
        prix unitaire|pu|prix unit|p.u.|prix|pu ht|prix unitaire ht|p.u. ht|prix net|prix u|prix ht|
        precio unitario|precio|p. unitario|precio unit|p.unit|precio neto|precio/unidad|precio ud|
        prezzo unitario|prezzo|prezzo un|prezzo unit|p. unitario|prezzo netto|prezzo un.|prezzo unitario / unit price|
        prijs|stuksprijs|eenheidsprijs|prijs per stuk|nettoprijs|prijs/stuk|prijs per eenheid|
        preco unitario|preco|preco unit|p.unitario|valor unitario|vlr unitario|valor unit|
        a-pris|pris|styckpris|stykpris|enhedspris|enhetspris|cena|cena jedn|cena jednostkowa|
        سعر الوحدة|السعر""".replace("\n", ""),
    "list_price": """list price|list price/unit|mrp|retail|retail price|rrp|msrp|unit selling price|selling price|landing rate|
        l.price|landed price|listenpreis|bruttopreis|gross price|prix public|prix brut|precio de lista|
        prezzo di listino|adviesprijs|uvp|srp|suggested retail|vk preis|bruto prijs""".replace("\n", ""),
    "price_per": """per|price unit|price per|pu qty|preiseinheit|pe|je|price qty|price basis qty|price unit qty|pro|par|
        unite de prix|unidad de precio|prijs per|per unit""".replace("\n", ""),
    "discount": """discount|disc|disc %|discount %|disc.%|rabatt|rabatt %|remise|remise %|descuento|dto|dto %|desc %|sconto|
        sconto %|sc|sc %|korting|korting %|desconto|desc|% disc|% discount|less|1 sc|rab|rab %|1 sc 1st di""".replace(
        "\n", ""
    ),
    "amount": """amount|total|line total|total amount|extended|extension|ext price|extended price|extended cost|ext cost|
        total price|net amount|value|total value|ext amount|net value|line amount|subtotal|sub total|extended amount|
        line value|total cost|item total|net total|taxable value|amount (net)|total net|ext|ext.|order value|t.value|
        amount excl vat|total amt|line amt|line ext|total excl vat|nett amount|net|totals|
        betrag|gesamt|gesamtpreis|gesamtbetrag|summe|positionswert|nettobetrag|wert|nettowert|g-preis|zeilensumme|
        gesamt eur|gesamtpreis netto|gp|netto|betrag eur|summe eur|
        montant|montant ht|total ht|montant total|prix total|montant net|total|total ligne|
        importe|importe total|total linea|valor|precio total|importe neto|subtotal|
        importo|totale|importo totale|valore|importo netto|prezzo totale|totale riga|importo / amount|tot|
        bedrag|totaal|totaalprijs|regeltotaal|regelbedrag|totaalbedrag|totaal excl btw|
        valor total|montante|preco total|vlr total|total liquido|
        belopp|summa|belob|wartosc|wartosc netto|kwota|
        المبلغ|المجموع|الإجمالي|القيمة""".replace("\n", ""),
    "tax": """tax|vat|vat %|tax %|gst|gst %|gst (%)|tax amount|tax amt|tax rate|vat rate|mwst|ust|mwst %|ust %|tva|tva %|
        iva|iva %|btw|btw %|igst|cgst|sgst|cess|cess%|taxes|igst%|moms|tax code|vat amount|rate amt|cod iva|c.iva|
        sales tax|الضريبة""".replace("\n", ""),
    "requested_date": """due date|delivery date|required date|delivery|due|due on|date required|ship date|need by|need by date|
        requested date|req date|del date|delv date|promise date|required|date|scheduled date|requested ship date|
        liefertermin|lieferdatum|termin|date de livraison|livraison|date livraison|delai|fecha de entrega|fecha entrega|entrega|
        data consegna|consegna|data di consegna|leverdatum|levering|data de entrega|delivery on|exp date|
        تاريخ التسليم""".replace("\n", ""),
    "ignore": """hsn/sa code|hsn/sa|hsn|sac code|hsn code|hsn/sac|hsn/sac code|sac|tariff|hs code|hts|tariff no|weight|net weight|gross weight|wt|length|
        rev|revision|received|qty received|received qty|date received|backordered|back ordered|qty backordered|shipped|
        qty shipped|open|open qty|cartons|ctn|cbm|volume|warehouse|whse|location|bin|dept|department|account|gl account|
        job|project|receiver's initials|initials|marg in %|margin|marg|disc amt|discount amount|country of origin|coo|
        origin|zolltarif|line total incl tax|total incl tax|gewicht|poids|peso|gewicht kg|received date|notes|note|remarks|comments|status|taxable|
        commessa|d|c|ship via|terms|fob|no of singles per ratio|break up qty|% total qty|adt cess|customs code|brand|
        image|picture|season|stock|commodity code|country|uom conv|rec'd|date recd|recd|statistical no""".replace(
        "\n", ""
    ),
}
COLUMNS: dict[str, str] = _index(_COLUMNS)
COLUMN_WORDS: tuple[str, ...] = tuple(words for row in _COLUMNS.values() for words in row.split("|"))

# -- sums below (or beside) the table ------------------------------------------------------------------------------

SUMS: dict[str, str] = _index(
    {
        "subtotal": """subtotal|sub total|sub-total|net total|goods total|merchandise total|total net|total before tax|
        total excl vat|total excl tax|net amount|net value|total ht|taxable amount|total taxable value|amount before tax|
        net value excl tax|total net value|subtotal (excl vat)|net order value|total (excl vat)|merchandise subtotal|
        sales subtotal amount|items total|goods value|total excluding vat|total excluding tax|untaxed amount|subtotal excl vat|
        total net amount|order subtotal|tot net item val excl tax|nett|net goods|total of lines|lines total|
        zwischensumme|nettobetrag|summe netto|netto|gesamt netto|nettosumme|warenwert|netto summe|nettowert|
        gesamtbetrag netto|summe positionen|gesamtnettowert|positionen netto|
        sous-total|sous total|montant ht|total hors taxe|total net ht|total hors taxes|montant total ht|
        base imponible|subtotal neto|importe neto|total neto|suma|total sin iva|subtotal sin iva|
        imponibile|totale imponibile|totale netto|subtotale|importo netto|importo netto / net amount|totale merce|
        imponibile / taxable amount|totale imponibile netto|
        subtotaal|totaal excl btw|totaal exclusief btw|netto totaal|totaal excl|bedrag excl btw|
        total liquido|subtotal liquido|total sem iva|valor dos produtos|total iliquido|
        delsumma|razem netto|suma netto|netto belopp|
        المجموع الفرعي|الفرعي""".replace("\n", ""),
        "tax": """total ivu|ivu|itbms|igv|iepi|total taxes|taxes|tax|vat|sales tax|total tax|gst|vat amount|tax amount|total vat|igst|cgst|sgst|hst|pst|qst|input igst|use tax|
        total gst|tax total|input cgst|input sgst|output igst|vat total|state tax|county tax|tva amount|value added tax|
        mwst|ust|mehrwertsteuer|umsatzsteuer|zzgl mwst|zzgl ust|mwst betrag|zzgl. mehrwertsteuer|
        tva|montant tva|total tva|iva|importe iva|cuota iva|total iva|impuestos|impuesto|importo iva|totale iva|
        importo iva / vat amount|imposta|iva / vat|btw|btw bedrag|totaal btw|valor iva|imposto|
        moms|podatek vat|kwota vat|الضريبة|ضريبة القيمة المضافة""".replace("\n", ""),
        "shipping": """shipping|freight|shipping & handling|shipping and handling|delivery charge|carriage|s&h|shipping cost|postage|
        delivery|freight charges|shipping charges|charges|delivery cost|transport|freight amount|handling|freight charge|
        est freight|estimated freight|shipping charge|delivery charges|delivery fee|courier|
        versand|versandkosten|fracht|frachtkosten|lieferkosten|porto|porto und verpackung|transportkosten|
        frais de port|port|transport|frais de livraison|livraison|frais d'expedition|
        portes|gastos de envio|envio|flete|transporte|
        spese di trasporto|spese trasporto|trasporto|spedizione|spese di spedizione|
        verzendkosten|vracht|vrachtkosten|bezorgkosten|
        portes de envio|frete|despesas de envio|frakt|fragt|koszt dostawy|dostawa|
        الشحن""".replace("\n", ""),
        "discount": """discount|less discount|order discount|trade discount|total discount|discount amount|special discount|
        less trade discount|rabatt|gesamtrabatt|abzgl rabatt|nachlass|remise|remise globale|descuento|
        descuento total|sconto|importo sconto|korting|desconto|totale sconto|rabat""".replace("\n", ""),
        "rounding": "round off|round-off|rounding|roundoff|r/off|rundung|arrondi|redondeo|arrotondamento|afronding|less r/off",
        "total": """total qty & value|total quantity & value|total|totals|grand total|total amount|order total|total due|amount due|total incl vat|total order value|total value|
        total price|total cost|po total|total incl tax|net po amt|total payable|total amount due|total net amount|
        total po value|value of order|purchase order total|total inc vat|total including vat|total order|order value|
        total payable to vendor|invoice total|total in us $|total us$|total usd|total eur|total gbp|po value|
        total inr|total (inr)|total after tax|gross total|total (usd)|total order amount|net payable|net amount payable|
        po amount|total purchase order|amount total|total incl|
        gesamtbetrag|gesamtsumme|summe|endbetrag|gesamt|bruttobetrag|gesamtpreis|rechnungsbetrag|total chf|
        gesamtbetrag brutto|auftragssumme|bestellwert|auftragswert|gesamt brutto|summe brutto|gesamtwert|
        total ttc|montant total|net a payer|montant ttc|total general|montant total ttc|
        total general|importe total|total pedido|total a pagar|total con iva|total de la orden|total factura|
        totale|importo totale|totale ordine|totale generale|totale documento|importo totale / total amount|
        totale complessivo|totale da pagare|totale ivato|
        totaal|totaalbedrag|totaal incl btw|eindtotaal|totaal inclusief btw|te betalen|
        valor total|total do pedido|total com iva|total da encomenda|total a pagar|total geral|
        summa|total belopp|att betala|i alt|razem|do zaplaty|wartosc brutto|suma brutto|razem brutto|
        الإجمالي|المجموع|المجموع الكلي""".replace("\n", ""),
        "not_money": """total cases|total qty|total quantity|total units|total pieces|total pcs|total weight|total lines|total cartons|total items|
        gesamtmenge|gesamtgewicht|quantite totale|cantidad total|quantita totale|totaal aantal|quantidade total|
        total net weight|total gross weight|total volume|no of items|number of lines|number of items""".replace(
            "\n", ""
        ),
    }
)

# -- what a document calls itself ----------------------------------------------------------------------------------

_PO, _CHANGE, _CANCEL = Kind.PURCHASE_ORDER, Kind.ORDER_CHANGE, Kind.ORDER_CANCELLATION
_TITLES: dict[Kind, str] = {
    _PO: """purchase order|po|order|order form|purchase order form|bestellung|lieferantenbestellung|bon de commande|commande|
        orden de compra|pedido|pedido de compra|ordine|ordine di acquisto|ordine fornitore|ordine a fornitore|inkooporder|
        bestelling|bestelbon|order to supplier|nota de encomenda|encomenda|ordem de compra|
        purchase order store|standard purchase order|purchase order detail|bestallning|inkopsorder|zamowienie|
        wholesale order|stock order|replenishment order|purchase order local|purchase order import|
        commande fournisseur|pedido a proveedor|purchase order original|أمر شراء|أمر الشراء|purchase orders|blanket order|
        call off order|abruf|purchase order details""",
    _CHANGE: """purchase order change|change order|revised purchase order|purchase order revision|order change|po change|
        amended purchase order|purchase order amendment|change purchase order|po revision|po amendment|
        bestelländerung|bestellanderung|anderung der bestellung|modification de commande|
        modificacion de pedido|variazione ordine|modifica ordine|orderwijziging|wijziging bestelling|alteracao de pedido""",
    _CANCEL: """purchase order cancellation|order cancellation|cancellation|cancelled purchase order|po cancellation|
        cancellation of order|cancelled|canceled|cancellation notice|cancelled order|order cancelled|
        stornierung|bestellstornierung|annulation de commande|storno|
        cancelacion de pedido|annullamento ordine|annulering|cancelamento de pedido|cancellation of purchase order""",
    Kind.INQUIRY: """request for quotation|rfq|request for quote|quote request|inquiry|enquiry|price request|quotation request|
        request for proposal|anfrage|preisanfrage|angebotsanfrage|demande de devis|demande de prix|appel d'offres|
        solicitud de cotizacion|solicitud de presupuesto|richiesta di offerta|richiesta offerta|richiesta preventivo|
        offerteaanvraag|prijsaanvraag|pedido de cotacao|pedido de orcamento|solicitacao de cotacao""",
    Kind.SUPPLIER_INVOICE: """invoice|tax invoice|commercial invoice|sales invoice|rechnung|facture|factura|fattura|factuur|
        fatura|faktura|proforma invoice|pro forma invoice|proforma|pro-forma|pro forma|credit note|debit note|gutschrift|
        avoir|nota de credito|nota di credito|creditnota|credit memo|vat invoice|invoice / receipt|receipt|quittung|recu|recibo|
        ricevuta|proforma rechnung|facture proforma|proformarechnung|nota fiscal|rekening|self billing invoice""",
    Kind.SHIP_NOTICE: """delivery note|packing list|packing slip|ship notice|advance ship notice|advance shipping notice|
        dispatch note|despatch note|shipping notice|delivery docket|bill of lading|lieferschein|packliste|versandanzeige|
        bon de livraison|liste de colisage|albaran|nota de entrega|lista de empaque|albaran de entrega|
        documento di trasporto|ddt|bolla di consegna|lista di imballaggio|pakbon|leveringsbon|paklijst|
        guia de remessa|guia de transporte|romaneio|shipment notification|goods received note|delivery receipt|
        proof of delivery""",
    Kind.REMITTANCE: """remittance advice|remittance|payment advice|zahlungsavis|avis de paiement|aviso de pago|
        avviso di pagamento|betalingsadvies|betaalspecificatie|aviso de pagamento|payment remittance|avis de virement|
        payment notification|zahlungsanzeige""",
    Kind.SUPPLIER_ACKNOWLEDGEMENT: """order confirmation|order acknowledgement|order acknowledgment|sales order|
        sales order confirmation|sales order acknowledgement|acknowledgement of order|purchase order acknowledgement|
        po acknowledgement|po confirmation|purchase order confirmation|auftragsbestatigung|
        auftragsbestaetigung|bestellbestatigung|
        confirmation de commande|accuse de reception de commande|confirmacion de pedido|conferma ordine|conferma d'ordine|
        orderbevestiging|confirmacao de encomenda|confirmacao de pedido|ordererkannande|ordrebekraeftelse""",
    Kind.OTHER: """quotation|quote|price quotation|sales quote|estimate|offer|proposal|angebot|kostenvoranschlag|devis|cotizacion|presupuesto|
        preventivo|offerta|offerte|prijsopgave|orcamento|cotacao|proposta|oferta|statement|account statement|statement of account|
        customer statement|kontoauszug|releve de compte|estado de cuenta|estratto conto|rekeningoverzicht|price list|preisliste|
        liste de prix|lista de precios|listino prezzi|prijslijst|lista de precos|catalogue|catalog|katalog|terms and conditions|
        supplier quotation|budget|newsletter|line sheet|application form|credit application|new account form|return authorization|
        rma|return form|certificate of origin|certificate of analysis|goods return note|timesheet|minutes|contract|agreement""",
}
TITLES: dict[str, Kind] = {
    key(words): kind for kind, row in _TITLES.items() for words in row.replace("\n", "").split("|") if key(words)
}
LONGEST = 7  # words in a label at most

# A wording that both name (a "buyer" is a party and a contact) is looked up as the party first.
PARTIES_AND_FIELDS: dict[str, str] = FIELDS | {words: f"party_{role}" for words, role in PARTIES.items()}
