"""What documents call things, in several languages: the first wording of each is the usual one."""

import random
from collections.abc import Mapping

Vocabulary = Mapping[str, tuple[str, ...]]

ENGLISH: Vocabulary = {
    "order": ("PURCHASE ORDER", "Purchase Order", "Order"),
    "invoice": ("INVOICE", "Tax Invoice"),
    "quotation": ("QUOTATION", "Quote"),
    "packing": ("PACKING LIST", "Delivery Note"),
    "remittance": ("REMITTANCE ADVICE", "Payment Advice"),
    "po_number": ("PO Number", "Purchase Order No.", "PO #", "Order No.", "Our order"),
    "invoice_number": ("Invoice No.", "Invoice Number"),
    "quotation_number": ("Quotation No.", "Quote #"),
    "packing_number": ("Delivery No.", "Packing List No."),
    "order_date": ("Order Date", "Date", "PO Date", "Issued"),
    "requested_date": ("Required by", "Delivery Date", "Requested Date", "Needed by"),
    "due_date": ("Due Date", "Payment due"),
    "valid_until": ("Valid until", "Offer expires"),
    "payment_terms": ("Payment Terms", "Terms"),
    "currency": ("Currency",),
    "contact": ("Ordered by", "Buyer", "Contact"),
    "vendor": ("Supplier", "Vendor", "To"),
    "buyer": ("Bill to", "Invoice to"),
    "ship_to": ("Ship to", "Deliver to", "Delivery address"),
    "number": ("#", "Line", "Item"),
    "sku": ("Item No.", "SKU", "Supplier code", "Your ref.", "Product code"),
    "buyer_sku": ("Our part no.", "Our code"),
    "gtin": ("EAN", "GTIN", "Barcode"),
    "description": ("Description", "Product", "Item description"),
    "quantity": ("Qty", "Quantity", "Qty ordered"),
    "unit": ("Unit", "UOM"),
    "unit_price": ("Unit Price", "Price", "Price each"),
    "amount": ("Amount", "Line total", "Total", "Value"),
    "subtotal": ("Subtotal", "Goods total", "Net total"),
    "tax": ("VAT 20%", "VAT"),
    "shipping": ("Shipping", "Carriage", "Freight"),
    "total": ("Total", "Order Total", "Grand Total", "TOTAL DUE"),
    "page": ("Page {page} of {pages}",),
    "carried": ("continued", "Continued from previous page"),
    "note": (
        "Please confirm this order and quote our number on all papers.",
        "Goods without a purchase order number cannot be accepted.",
    ),
}

GERMAN: Vocabulary = {
    **ENGLISH,
    "order": ("BESTELLUNG", "Bestellung", "Einkaufsbestellung"),
    "invoice": ("RECHNUNG",),
    "quotation": ("ANGEBOT",),
    "packing": ("LIEFERSCHEIN", "Packliste"),
    "remittance": ("ZAHLUNGSAVIS",),
    "po_number": ("Bestellnummer", "Bestell-Nr.", "Bestellung Nr."),
    "invoice_number": ("Rechnungsnummer", "Rechnungs-Nr."),
    "quotation_number": ("Angebotsnummer", "Angebots-Nr."),
    "packing_number": ("Lieferschein-Nr.",),
    "order_date": ("Bestelldatum", "Datum"),
    "requested_date": ("Liefertermin", "Wunschtermin", "Lieferdatum"),
    "due_date": ("Fällig am",),
    "valid_until": ("Gültig bis",),
    "payment_terms": ("Zahlungsbedingungen", "Zahlungsziel"),
    "currency": ("Währung",),
    "contact": ("Ansprechpartner", "Bearbeiter", "Einkäufer"),
    "vendor": ("Lieferant",),
    "buyer": ("Rechnungsadresse", "Rechnung an"),
    "ship_to": ("Lieferadresse", "Lieferanschrift"),
    "number": ("Pos.", "Pos"),
    "sku": ("Artikelnr.", "Artikel-Nr.", "Ihre Artikelnr."),
    "buyer_sku": ("Unsere Artikelnr.", "Unsere Nr."),
    "gtin": ("EAN", "GTIN"),
    "description": ("Bezeichnung", "Artikelbezeichnung", "Beschreibung"),
    "quantity": ("Menge", "Anzahl"),
    "unit": ("Einheit", "ME"),
    "unit_price": ("Einzelpreis", "E-Preis", "Preis"),
    "amount": ("Gesamtpreis", "Betrag", "Gesamt"),
    "subtotal": ("Zwischensumme", "Nettobetrag"),
    "tax": ("MwSt. 20 %", "USt."),
    "shipping": ("Versandkosten", "Fracht"),
    "total": ("Gesamtbetrag", "Gesamtsumme", "Endbetrag"),
    "page": ("Seite {page} von {pages}",),
    "carried": ("Fortsetzung",),
    "note": ("Bitte bestätigen Sie den Auftrag mit Angabe unserer Bestellnummer.",),
}

FRENCH: Vocabulary = {
    **ENGLISH,
    "order": ("BON DE COMMANDE", "Commande"),
    "invoice": ("FACTURE",),
    "quotation": ("DEVIS",),
    "packing": ("BON DE LIVRAISON",),
    "remittance": ("AVIS DE PAIEMENT",),
    "po_number": ("N° de commande", "Commande n°"),
    "invoice_number": ("Facture n°",),
    "quotation_number": ("Devis n°",),
    "packing_number": ("Bon de livraison n°",),
    "order_date": ("Date de commande", "Date"),
    "requested_date": ("Livraison souhaitée", "Date de livraison"),
    "due_date": ("Échéance",),
    "valid_until": ("Valable jusqu'au",),
    "payment_terms": ("Conditions de paiement",),
    "currency": ("Devise",),
    "contact": ("Acheteur", "Contact"),
    "vendor": ("Fournisseur",),
    "buyer": ("Facturer à",),
    "ship_to": ("Livrer à", "Adresse de livraison"),
    "number": ("N°", "Pos."),
    "sku": ("Référence", "Réf."),
    "buyer_sku": ("Notre référence",),
    "gtin": ("EAN", "Code EAN"),
    "description": ("Désignation", "Libellé"),
    "quantity": ("Quantité", "Qté"),
    "unit": ("Unité",),
    "unit_price": ("Prix unitaire", "P.U. HT"),
    "amount": ("Montant", "Montant HT"),
    "subtotal": ("Sous-total", "Total HT"),
    "tax": ("TVA 20 %", "TVA"),
    "shipping": ("Frais de port", "Port"),
    "total": ("Total", "Total TTC", "Net à payer"),
    "page": ("Page {page} sur {pages}",),
    "carried": ("suite",),
    "note": ("Merci de confirmer cette commande.",),
}

LANGUAGES: Mapping[str, Vocabulary] = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH}


def usual(language: str) -> dict[str, str]:
    """The usual wording of each thing."""
    return {key: wordings[0] for key, wordings in LANGUAGES[language].items()}


def any_of(language: str, chance: random.Random) -> dict[str, str]:
    """Some wording of each thing, never the same heading for price and amount."""
    while True:
        picked = {key: chance.choice(wordings) for key, wordings in LANGUAGES[language].items()}
        columns = [picked[key] for key in ("quantity", "unit", "unit_price", "amount", "description", "sku")]
        if len(set(columns)) == len(columns):
            return picked
