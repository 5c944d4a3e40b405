"""What documents call themselves: wordings parted by bars, by kind of document."""

from desk.reading import Kind

TITLES: dict[Kind, str] = {
    Kind.PURCHASE_ORDER: """
        purchase order | einkaufsbestellung | po | order | order form | purchase order form | bestellung |
        lieferantenbestellung | bon de commande | commande | orden de compra | pedido | pedido de compra | ordine |
        ordine di acquisto | ordine fornitore | ordine a fornitore | inkooporder | bestelling | bestelbon | order to
        supplier | nota de encomenda | encomenda | ordem de compra | purchase order store | standard purchase order |
        purchase order detail | bestallning | inkopsorder | zamowienie | wholesale order | stock order |
        replenishment order | purchase order local | purchase order import | commande fournisseur | pedido a
        proveedor | purchase order original | أمر شراء | أمر الشراء | purchase orders | blanket order | call off
        order | abruf | purchase order details | order sheet | order list | shopping list | purchase list | buying
        order | procurement order | local purchase order | lpo | import order | supplier order | vendor order | order
        to vendor | indent | indent order | confirmatory order | emergency purchase order | contract purchase order |
        rush order | special order | customer order form | customer order | trade order | trade order form | order
        request | lieferabruf | abrufbestellung | abrufauftrag | nachbestellung | bestellschein | bestellformular |
        bestellauftrag | kaufauftrag | kaufbestellung | auftrag | warenbestellung | rahmenbestellung | ordre d'achat
        | commande d'achat | bon d'achat | commande client | bulletin de commande | bordereau de commande | commande
        ouverte | appel de livraison | orden de pedido | nota de pedido | hoja de pedido | formulario de pedido |
        orden de suministro | pedido de compras | ordem de fornecimento | pedido de fornecimento | autorizacao de
        fornecimento | ordine d'acquisto | ordine acquisto | buono d'ordine | modulo d'ordine | commissione | ordine
        di fornitura | ordine aperto | bestelformulier | bestelopdracht | aankooporder | bestelorder | order
        formulier | ordre | indkobsordre | innkjopsordre | innkjøpsordre | købsordre | indkøbsordre |
        bestillingsseddel | bestilling | kopordre | bestallningsblankett | ostotilaus | tilaus | tilauslomake |
        objednavka | objednavka vydana | nakupna objednavka | megrendeles | megrendelo | vevoi megrendeles | comanda
        | comanda de cumparare | comanda de achizitie | nota de comanda | narudzba | narudzbenica | narocilo |
        narocilnica | porudzbina | satin alma siparisi | siparis | siparis formu | satınalma siparişi | satın alma
        siparişi | sipariş | sipariş formu | formularz zamowienia | zamowienie zakupu | заказ | заказ поставщику |
        заказ на поставку | заявка на поставку | замовлення | поръчка | παραγγελια | παραγγελια αγορας | εντολη
        αγορας | 注文書 |
        ご注文書 | 御注文書 | 発注書 | ご発注書 | 注文票 | 購買注文書 | 采购订单 | 采购单 |
        订单 | 订购单 | 採購單 | 採購訂單 | 訂購單 | 發注書 | 발주서 | 주문서 | 구매주문서 | 구매 발주서 |
        طلب شراء | طلبية شراء | הזמנת רכש | הזמנה |
        הזמנת רכישה | purchase requisition | requisition | requisition order | material requisition | purchase
        request | bestellanforderung | banf | demande d'achat | solicitud de compra | solicitud de pedido |
        requisicion | requisicion de compra | requisicao | requisicao de compra | richiesta di acquisto | richiesta
        d'acquisto | inkoopaanvraag | aankoopaanvraag | zapotrzebowanie | work order | job order | service order |
        standing order | blanket purchase order | draft purchase order | purchase order draft | order proposal |
        bestellvorschlag | proposed order | preliminary order | provisional order | release | release order | blanket
        release | purchase order release | call off | calloff | call-off release | delivery order | confirming order
        | confirmation of order by phone | sample order | consignment order | order for supplies or services |
        order for supplies and services | order for supplies
    """,
    Kind.ORDER_CHANGE: """
        purchase order change | change order | revised purchase order | purchase order revision | order change | po
        change | amended purchase order | purchase order amendment | change purchase order | po revision | po
        amendment | bestelländerung | bestellanderung | anderung der bestellung | modification de commande |
        modificacion de pedido | variazione ordine | modifica ordine | orderwijziging | wijziging bestelling |
        alteracao de pedido | revised order | amended order | order amendment | order revision | change to purchase
        order | purchase order change notice | po change notice | purchase order modification | auftragsanderung |
        geanderte bestellung | anderungsbestellung | commande modifiee | avenant a la commande | bon de commande
        modifie | pedido modificado | modificacion de la orden de compra | orden de compra modificada | ordine
        modificato | variazione d'ordine | gewijzigde bestelling | gewijzigde order | alteracao da encomenda | pedido
        alterado | zmiana zamowienia | andrad bestallning | ordreandring | ordreendring | zmena objednavky |
        修正注文書 | 注文変更 | 订单变更 | 订单更改 | 주문 변경 | изменение заказа
    """,
    Kind.ORDER_CANCELLATION: """
        purchase order cancellation | order cancellation | cancellation | cancelled purchase order | po cancellation
        | cancellation of order | cancelled | canceled | cancellation notice | cancelled order | order cancelled |
        stornierung | bestellstornierung | annulation de commande | storno | cancelacion de pedido | annullamento
        ordine | annulering | cancelamento de pedido | cancellation of purchase order | purchase order cancelled |
        purchase order canceled | canceled purchase order | stornierung der bestellung | auftragsstornierung | storno
        der bestellung | commande annulee | annulation de la commande | annulation du bon de commande | pedido
        cancelado | anulacion de pedido | cancelacion de orden de compra | annullamento d'ordine | ordine annullato |
        annulering bestelling | annulering order | cancelamento da encomenda | anulowanie zamowienia | anulacja
        zamowienia | avbestallning | annullering | storno objednavky | 注文取消 | キャンセル通知 | 取消订单 |
        订单取消 | 주문 취소 | отмена заказа
    """,
    Kind.INQUIRY: """
        request for quotation | rfq | request for quote | quote request | inquiry | enquiry | price request |
        quotation request | request for proposal | anfrage | preisanfrage | angebotsanfrage | demande de devis |
        demande de prix | appel d'offres | solicitud de cotizacion | solicitud de presupuesto | richiesta di offerta
        | richiesta offerta | richiesta preventivo | offerteaanvraag | prijsaanvraag | pedido de cotacao | pedido de
        orcamento | solicitacao de cotacao | rfp | request for tender | invitation to tender | invitation to bid |
        invitation to quote | invitation for bids | request for bid | request for pricing | request for estimate |
        price enquiry | price inquiry | purchase enquiry | purchase inquiry | sales enquiry | product enquiry |
        product inquiry | material enquiry | bid request | tender | tender enquiry | ausschreibung | anforderung
        eines angebots | demande d'offre | demande d'offre de prix | consultation de prix | peticion de oferta |
        solicitud de oferta | solicitud de precios | pedido de presupuesto | richiesta d'offerta | richiesta di
        preventivo | richiesta prezzi | richiesta di quotazione | aanvraag offerte | pedido de proposta | consulta de
        precos | zapytanie ofertowe | zapytanie o cene | offertforfragan | forfragan | foresporsel |
        tilbudsforesporgsel | tarjouspyynto | poptavka | cenova poptavka | ajanlatkeres | cerere de oferta | teklif
        talebi | fiyat talebi | запрос цены | запрос котировок | запрос предложения | 見積依頼書 | 見積依頼 | 询价单
        | 詢價單 | 견적요청서 | طلب عرض سعر | طلب تسعير | בקשה להצעת מחיר
    """,
    Kind.SUPPLIER_INVOICE: """
        invoice | tax invoice | commercial invoice | bill | vendor bill | sales invoice | rechnung | facture |
        factura | fattura | factuur | fatura | faktura | proforma invoice | pro forma invoice | proforma | pro-forma
        | pro forma | credit note | debit note | gutschrift | avoir | nota de credito | nota di credito | creditnota
        | credit memo | vat invoice | invoice / receipt | receipt | quittung | recu | recibo | ricevuta | proforma
        rechnung | facture proforma | proformarechnung | nota fiscal | rekening | self billing invoice | faktura vat
        | faktura proforma | faktura pro forma | faktura korygujaca | invoice/packing list | customs invoice | sales
        receipt | cash sale | cash memo | bill of supply | gst invoice | gst tax invoice | proformafaktura | proforma
        faktura | proforma lasku | предварительный счет | pro forma fatura | retail invoice | export invoice |
        prepayment invoice | deposit invoice | final invoice | interim invoice | past due invoice | overdue invoice |
        invoice copy | duplicate invoice | credit invoice | debit memo | corrective invoice | payment receipt |
        official receipt | factura comercial | factura proforma | factura de venta | factura electronica | factura
        rectificativa | fattura proforma | fattura accompagnatoria | fattura elettronica | fattura di cortesia |
        facture d'avoir | facture commerciale | note de credit | handelsrechnung | schlussrechnung |
        abschlagsrechnung | teilrechnung | anzahlungsrechnung | sammelrechnung | stornorechnung | rechnungskorrektur
        | rechnungskopie | kassenbon | proformafactuur | pro forma factuur | creditfactuur | factura simplificada |
        fatura recibo | fatura proforma | nota fiscal eletronica | danfe | kreditnota | kreditfaktura | lasku |
        hyvityslasku | faktura danovy doklad | danovy doklad | zalohova faktura | szamla | dijbekero | factura
        fiscala | factura proforma | racun | ponuda racun | e-fatura | proforma fatura | счет | счет на оплату |
        счет-фактура | счет фактура | рахунок | рахунок-фактура | τιμολογιο | 請求書 | 納品請求書 |
        プロフォーマインボイス | 领収書 | 領収書 |
        发票 | 增值税发票 | 形式发票 | 商业发票 | 發票 | 청구서 | 세금계산서 | 거래명세서 | 영수증 | فاتورة | فاتورة
        ضريبية | فاتورة مبدئية | חשבונית | חשבונית מס | payment reminder | reminder | overdue notice | past due
        notice | dunning letter | dunning notice | zahlungserinnerung | mahnung | rappel | rappel de paiement |
        recordatorio de pago | sollecito di pagamento | betalingsherinnering | aanmaning | lembrete de pagamento |
        wezwanie do zaplaty | betalningspaminnelse | rykker
    """,
    Kind.SHIP_NOTICE: """
        delivery note | packing list | packing slip | ship notice | advance ship notice | advance shipping notice |
        dispatch note | despatch note | shipping notice | delivery docket | bill of lading | lieferschein | packliste
        | versandanzeige | bon de livraison | liste de colisage | albaran | nota de entrega | lista de empaque |
        albaran de entrega | documento di trasporto | ddt | bolla di consegna | lista di imballaggio | pakbon |
        leveringsbon | paklijst | guia de remessa | guia de transporte | romaneio | shipment notification | goods
        received note | delivery receipt | proof of delivery | grn | goods receipt | goods receipt note | material
        receipt | receiving report | item receipt | receiving slip | receiving note | consignment note | waybill |
        air waybill | sea waybill | straight bill of lading | house bill of lading | collection note | pick list |
        picking list | çeki listesi | ceki listesi | koli listesi | paketleme listesi | packlista | følgeseddel |
        balici list | baliaci list | list pakowania | lista pakowa | csomagolasi lista | lista de ambalaje | luettelo
        pakkauksista | pick ticket | picking ticket | pick slip | loading list | shipping list | shipping label |
        shipping manifest | delivery manifest | cargo manifest | delivery slip | delivery ticket | delivery advice |
        despatch advice | dispatch advice | asn | shipping advice | pro-number | warenbegleitschein |
        wareneingangsschein | wareneingang | frachtbrief | speditionsauftrag | ladeliste | kommissionierliste | avis
        d'expedition | bordereau de livraison | bordereau d'expedition | lettre de voiture | bon de reception | bon
        de preparation | nota de envio | remito | remision | guia de despacho | carta de porte | lista de embalaje |
        aviso de expedicion | bolla | bolla di accompagnamento | lettera di vettura | avviso di spedizione |
        vrachtbrief | verzendbon | afleverbon | nota de remessa | lista de embalagem | conhecimento de embarque |
        dokument wz | wydanie zewnetrzne | list przewozowy | specyfikacja wysylkowa | specyfikacja wysyłki |
        specyfikacja wysylki | foljesedel | folgeseddel | pakkseddel | pakkeseddel | plocklista | lahete |
        lahetyslista | dodaci list | szallitolevel | aviz de insotire a marfii | aviz de expeditie | otpremnica |
        dobavnica | irsaliye | sevk irsaliyesi | товарная накладная | накладная | транспортная накладная |
        упаковочный лист | видаткова накладна | δελτιο αποστολης | 納品書 | 梱包明細書 | 送货单 | 装箱单 | 送貨單 |
        裝箱單 | 납품서 | 포장명세서 | قائمة التعبئة | إشعار تسليم | סند توريد | תעודת משלוח
    """,
    Kind.REMITTANCE: """
        remittance advice | remittance | payment advice | zahlungsavis | avis de paiement | aviso de pago | avviso di
        pagamento | betalingsadvies | betaalspecificatie | aviso de pagamento | payment remittance | avis de virement
        | payment notification | zahlungsanzeige | remittance notice | payment confirmation | payment voucher |
        cheque remittance | check stub | eft remittance | eft advice | ach remittance | bacs remittance |
        uberweisungsavis | zahlungsbestatigung | comprobante de pago | confirmacion de pago | notificacion de pago |
        conferma di pagamento | comprovante de pagamento | betalingsspecificatie | potwierdzenie przelewu |
        betalningsavi | 支払通知書 | 付款通知 | 송금 통지서 | إشعار تحويل
    """,
    Kind.SUPPLIER_ACKNOWLEDGEMENT: """
        order confirmation | order acknowledgement | order acknowledgment | sales order | sales order confirmation |
        sales order acknowledgement | acknowledgement of order | purchase order acknowledgement | po acknowledgement
        | po confirmation | purchase order confirmation | auftragsbestatigung | auftragsbestaetigung |
        bestellbestatigung | confirmation de commande | accuse de reception de commande | confirmacion de pedido |
        conferma ordine | conferma d'ordine | orderbevestiging | confirmacao de encomenda | confirmacao de pedido |
        ordererkannande | ordrebekraeftelse | confirmation of order | purchase order acknowledgment | sales order
        acknowledgment | acknowledgement | acknowledgment | acknowledgment of order | confirmation of your order |
        your order confirmation | your order is confirmed | your order has been received | we have received your
        order | thank you for your order | thanks for your order | thank you for your purchase | your order has
        shipped | your order has been shipped | bestelleingangsbestatigung | auftragseingangsbestatigung |
        eingangsbestatigung | vielen dank fur ihre bestellung | vielen dank fur ihren auftrag | accuse de reception |
        merci pour votre commande | acuse de recibo de pedido | confirmacion de orden | confirmacion de la orden de
        compra | gracias por su pedido | gracias por su compra | conferma di ordine | grazie per il tuo ordine |
        grazie per il suo ordine | bevestiging van uw bestelling | bevestiging van uw order | bedankt voor uw
        bestelling | bedankt voor je bestelling | potwierdzenie zamowienia | dziekujemy za zamowienie |
        orderbekraftelse | ordrebekreftelse | ordrebekræftelse | tilausvahvistus | potvrzeni objednavky |
        visszaigazolas | rendeles visszaigazolas | confirmare de comanda | confirmare comanda | potvrda narudzbe |
        sipariş teyidi | siparis teyidi | siparis onayi | подтверждение заказа | επιβεβαιωση παραγγελιας | 注文請書 |
        注文確認書 | 受注確認書 | 订单确认 | 订单确认书 | 銷售訂單 | 销售订单 | 주문 확인서 | 주문확인서 | تأكيد
        الطلب | אישור הזמנה
    """,
    Kind.OTHER: """
        quotation | quote | price quotation | sales quote | estimate | offer | proposal | angebot | kostenvoranschlag
        | devis | cotizacion | presupuesto | preventivo | offerta | offerte | prijsopgave | orcamento | cotacao |
        proposta | oferta | statement | account statement | statement of account | customer statement | kontoauszug |
        releve de compte | estado de cuenta | estratto conto | rekeningoverzicht | price list | preisliste | liste de
        prix | lista de precios | listino prezzi | prijslijst | lista de precos | wyciag z konta | vypis z uctu |
        hesap ekstresi | extrato de conta | kontoutdrag | cennik | cenik | prislista | prisliste | hinnasto |
        arjegyzek | lista de preturi | fiyat listesi | 取引明細書 | 対账单 | 对账单 | 價格表 | 価格表 | 単価表 |
        price sheet | wholesale price list | catalogue | catalog | katalog | terms and conditions | supplier
        quotation | budget | newsletter | line sheet | application form | credit application | new account form |
        return authorization | rma | return form | certificate of origin | certificate of analysis | goods return
        note | timesheet | minutes | contract | agreement | sales quotation | formal quotation | price proposal |
        price offer | sales offer | commercial offer | job quote | cost estimate | quotation estimate | bid | bid
        proposal | tender offer | preisangebot | verkaufsangebot | proposition commerciale | proposition de prix |
        offre | offre de prix | offre commerciale | propuesta | propuesta comercial | oferta comercial | proforma de
        cotizacion | proposta comercial | proposta commerciale | offerta commerciale | offerta cliente | preventivo
        di spesa | offerteformulier | oferta handlowa | oferta cenowa | wycena | offert | anbud | tilbud | tilbudt |
        pristilbud | tarjous | nabidka | cenova nabidka | arajanlat | ajanlat | oferta de pret | ponuda | predracun |
        teklif | fiyat teklifi | коммерческое предложение | прайс-лист | прайс лист | ценовое предложение | προσφορα
        | 見積書 | 御見積書 | お見積書 | 报价单 | 報價單 | 价格表 | 견적서 | عرض سعر | عرض أسعار | הצעת מחיר | rate
        card | tariff | tarif | tarifs | preiskatalog | preise | linesheet | look book | lookbook | catalogo |
        product list | product catalogue | product catalog | stock list | stock sheet | inventory list | inventory |
        inventory report | stock report | lagerbestand | lagerliste | inventarliste | inventurliste | liste de stock
        | lista de existencias | bill of materials | bom | bill of quantities | stuckliste | nomenclature | lista de
        materiales | distinta base | return merchandise authorization | return merchandise authorisation | returns
        form | return note | return to vendor | retoure | retourenschein | rucksendung | bon de retour | devolucion |
        reso | retour | reklamation | complaint | claim form | warranty claim | certificate of conformity |
        certificate of completion | certificate of compliance | completion certificate | test certificate | mill
        certificate | inspection certificate | inspection report | quality report | safety data sheet | data sheet |
        datasheet | specification | product specification | technical specification | sicherheitsdatenblatt |
        datenblatt | fiche technique | ficha tecnica | scheda tecnica | expense report | expense claim | travel
        expenses | reisekostenabrechnung | note de frais | nota spese | curriculum vitae | resume | lebenslauf |
        timetable | fahrplan | horaires | menu | speisekarte | carte | lunch menu | supply agreement | framework
        agreement | frame contract | framework contract | service agreement | master agreement | purchase agreement |
        sales agreement | sales contract | purchase contract | rahmenvertrag | liefervertrag | kaufvertrag | vertrag
        | contrat | contrat cadre | contrato | contrato marco | contratto | contract of sale | overeenkomst | umowa |
        agb | allgemeine geschaftsbedingungen | einkaufsbedingungen | allgemeine einkaufsbedingungen | terms of sale
        | terms of purchase | conditions of purchase | conditions of sale | general terms and conditions | general
        terms and conditions of sale | general terms and conditions of purchase | purchase order terms and conditions
        | terms and conditions of purchase | terms and conditions of sale | standard terms and conditions |
        conditions generales | conditions generales de vente | conditions generales d'achat | condiciones generales |
        condiciones generales de venta | condizioni generali | condizioni generali di vendita | algemene voorwaarden
        | demand forecast | sales forecast | forecast | demand plan | open order report | open orders | backorder
        report | order status | order status report | purchase order status | supplier registration form | vendor
        registration form | new vendor form | new supplier form | supplier questionnaire | vendor questionnaire |
        questionnaire | membership form | registration form | non-disclosure agreement | power of attorney |
        packaging guide | routing guide | vendor manual | supplier manual | vendor guide | press release | shipping
        instructions | shipping instruction
    """,
}

# Titles that order goods only in some houses: taken as an order, and a person is asked.
UNSURE: dict[str, str] = {
    "a requisition, which is an internal paper": """
        purchase requisition | requisition | requisition order | material requisition | purchase request |
        bestellanforderung | banf | demande d'achat | solicitud de compra | solicitud de pedido | requisicion |
        requisicion de compra | requisicao | requisicao de compra | richiesta di acquisto | richiesta d'acquisto |
        inkoopaanvraag | aankoopaanvraag | zapotrzebowanie | indent | طلب شراء
    """,
    "a draft": """
        draft purchase order | purchase order draft | order proposal | bestellvorschlag | proposed order |
        preliminary order | provisional order
    """,
    "an order for work": "work order | job order | service order | commissione",
    "an order over a period, from which goods are called": """
        standing order | blanket order | blanket purchase order | rahmenbestellung | commande ouverte | ordine aperto
    """,
    "a confirmation of what was ordered before": """
        confirming order | confirmatory order | confirmation of order by phone
    """,
    "an order to hand goods over": "delivery order | consignment order",
    "an order for a sample": "sample order",
}

# Titles that sellers give their own papers as well: what else stands on the paper decides.
SHARED = """
    po | order | commande | pedido | ordine | bestelling | encomenda | zamowienie | bestallning | auftrag | ordre |
    tilaus | objednavka | comanda | siparis | заказ | customer order | customer order form | trade order form | order
    form | commande client | bestilling | release | 订单 | הזמנה | commissione
"""

# The noun that tells what a paper is, last in "Open purchase order report" and first in "Liste des prix"; a paper with
# such a heading orders nothing.
NOUNS_LAST = """
    report | listing | list | statement | certificate | agreement | contract | timetable | menu | forecast |
    catalogue catalog | brochure | renewal | survey | questionnaire | registration | application | minutes | policy |
    manual guide | handbook | vitae | timesheet | register | ledger | valuation | stocktake | roster | agenda |
    warranty bericht | liste | vertrag | zertifikat | bescheinigung | protokoll | katalog | handbuch | rapport |
    verslag | lijst overzicht | rapportage | newsletter | news | invitation | itinerary | checklist | transcript |
    diary | appendix
"""
NOUNS_FIRST = """
    rapport | liste | certificat | attestation | contrat | catalogue | informe | lista | listado | certificado |
    contrato catalogo | relatorio | relazione | certificato | contratto | elenco | listino | umowa | raport | wykaz |
    bericht protokoll
"""
