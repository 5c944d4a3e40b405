"""The words that labels are built of: what they speak of, and what they say of it, in the languages of the trade."""

# What a label speaks of.
THINGS: dict[str, str] = {
    "order": """
        order orders po lpo oc bdc purchase purchasing procurement call off release bestellung bestellungs bestell
        auftrag auftrags abruf einkauf einkaufs ordre commande commandes cde achat bon pedido pedidos orden ordenes
        compra compras ordine ordini acquisto oda odc inkoop inkooporder bestelling bestel bestelbon encomenda ordem
        beställning inköp inköps inköpsorder bestilling indkøb indkøbs indkøbsordre innkjøp innkjøps innkjøpsordre
        tilaus tilauksen osto ostotilaus ostotilauksen zamówienie zamówienia zakup zakupu objednávka objednávky nákupu
        rendelés rendelési megrendelés megrendelési beszerzési sipariş siparis siparişi satınalma satın alma
        παραγγελία παραγγελίας αγοράς заказ заказа заявка заявки закупки замовлення הזמנה הזמנת רכש comandă comanda
        comenzii أمر شراء الشراء طلب الطلب 注文 注文書 発注 発注書 ご注文 订单 采购 采购单 订购 訂單 採購 採購單
        訂購 발주 발주서 주문 주문서 구매
    """,
    "document": """
        document documents doc beleg dokument documento documenti doküman belge voucher formulier 伝票 单据 單據
        문서
    """,
    "making": """
        issue issued issuing creation created creating posting placed raised ausstellung ausstellungs ausgestellt
        buchung buchungs erstellung erstellungs emission émission émis création emisión emision expedición
        elaboración contabilización registro emissione emesso redazione registrazione opmaak uitgifte emissão
        utfärdande udstedt udstedelse utstedt wystawienia wystawiono sporządzenia vystavení kiállítás kiállítási
        düzenleme έκδοσης составления оформления emiterii 発行 作成 起票 制单 開立 下单 작성 발행
    """,
    "delivery": """
        delivery deliver deliveries delivered ship shipping shipment arrival arrive receipt receiving dispatch
        despatch handover dock required requested request need needed wanted expected promised promise desired due
        wish inhands estimated exp est reqd req planned scheduled target pretendida pretendido deseada deseado
        desejada desejado richiesto desiderata desiderato uiterlijk senast senest begärd begärt lev liefern anliefern
        aflever leveres leverera lieferung lieferungs liefer anlieferung anliefer wunsch gewünschter gewünschtes
        gewünschte eintreff versand warenannahme wareneingang livraison livrer expédition arrivée réception souhaitée
        souhaité prévue prévu demandée entrega entregar envío envio llegada recepción requerida requerido solicitada
        prevista previsto comprometida consegna spedizione arrivo ricevimento richiesta levering lever leveren
        aflevering gewenste verwachte leverans leveransens önskad önskat beräknad leveringen ønsket forventet toimitus
        toimituksen toivottu dostawy dostawa realizacji wysyłki wymagany oczekiwana dodání dodávky doručení požadovaný
        požadované szállítás szállítási teljesítés kért teslim teslimat sevk sevkiyat istenen istenilen παράδοσης
        παράδοση επιθυμητή поставки поставка доставки доставка отгрузки желаемая אספקה אספקת משלוח livrare livrării
        dorită تسليم التسليم توريد التوريد شحن الشحن المطلوب 納入 納品 納期 希望 到着 出荷 お届け 指定 交货 到货
        送货 发货 要求 交貨 到貨 送貨 납품 납기 입고
        희망 배송
    """,
    "cancelling": """
        cancel cancellation cancelling expiry expiration expires latest storno stornierung annulation expirée
        cancelación cancelacion vencimiento annullamento scadenza annulering cancelamento annullering anulowania
        zrušení iptal ακύρωσης отмены ביטול 取消 有効 有效 취소 유효
    """,
    "payment": """
        payment payments pay paying credit settlement zahlung zahlungs zahl bezahlung paiement règlement reglement
        pago pagos cobro pagamento pagamenti betaling betalings betaal betalning betalnings maksu maksun płatności
        płatność zapłaty platební platby splatnosti úhrady fizetés fizetési ödeme πληρωμής πληρωμή оплаты оплата
        платежа תשלום plată plății دفع الدفع السداد 支払 お支払 付款 支付 结算 結算 결제 지급 지불
    """,
    "currency": """
        currency curr währung währungs waehrung devise monnaie moneda divisa valuta valutakode moeda mena měna měny
        waluta waluty pénznem döviz para birimi νόμισμα валюта מטבע monedă العملة عملة 通貨 币种 币别
        货币 幣別 통화 화폐
    """,
    "invoice": """
        invoice invoicing bill billing rechnung rechnungs faktura fakturerings facture facturation factura
        facturación fattura fatturazione factuur facturatie fatura faturação faturamento laskutus laskun faktury
        fakturační számla számlázási τιμολογίου τιμολόγησης счета счёта חשבונית facturare 請求 发票 开票 發票 청구
    """,
    "other": """
        quotation quote offer contract agreement requisition indent tender project job print printed printing
        revision revised amendment approval valid validity offert angebot angebots anfrage vertrag vertrags
        rahmenvertrag projekt druck revisions änderungs devis offre contrat projet impression révision cotización
        oferta contrato proyecto impresión revisión offerta contratto progetto stampa revisione offerte afdruk
        orçamento proposta projeto impressão avtal utskrift tilbud kontrakt tarjous sopimus tulostus oferty umowy
        wydruku nabídky smlouvy tisku ajánlat szerződés nyomtatás teklif sözleşme baskı yazdırma προσφοράς σύμβασης
        договора предложения печати הצעת הסכם הדפסה 見積 契約 印刷 报价 合同 打印 報價 견적 계약 출력 vendor
        supplier customer client lieferant lieferanten kunde kunden fournisseur proveedor cliente fornitore
        leverancier klant fornecedor account konto material item article artikel
    """,
}
# What a label says of its thing.
SAYS: dict[str, str] = {
    "number": """
        number numbers no nr num nbr # id numéro numero número nummer n° nº n numer číslo č szám száma numarası
        αριθμός αρ номер № מספר מס رقم الرقم număr numărul 番号 编号 号 号码 編號 號碼 번호 numeron
    """,
    "date": """
        date dates dt day datum datums termin termins tag fecha día data dag dato dátum päivä päivämäärä pvm tarih
        tarihi ημερομηνία ημ дата день תאריך מועד تاريخ التاريخ dată giorno jour week 日 日期 年月日 期日 期限 일
        일자 날짜 기한
    """,
    "until": """
        by before until till latest on bis spätestens zum am avant le jusque antes hasta para entro il per uiterlijk
        voor op até senast senest den mennessä viimeistään do nejpozději legkésőbb kadar έως до עד まで 前
    """,
    "terms": """
        terms term conditions condition method mode type means bedingungen bedingung konditionen kondition ziel art
        weise modalités modalité délai condiciones condición términos forma medio plazo condizioni condizione
        termini termine modalità voorwaarden voorwaarde conditie condities wijze termijn condições condição prazo
        villkor sätt betingelser betingelse vilkår ehto ehdot tapa warunki sposób termin podmínky způsob lhůta
        feltételek feltétel mód határidő koşulları koşul şekli vadesi όροι τρόπος условия порядок способ форма תנאי
        شروط طريقة condiții modalitate 条件 方法 方式 條件 조건 방법
    """,
    "address": """
        address addresses addr location place point anschrift adresse adressen ort lieu dirección direccion lugar
        indirizzo luogo sede adres plaats endereço local adress plats sted osoite paikka miejsce adresa místo cím
        cime helye adresi yeri διεύθυνση τόπος адрес место כתובת מקום عنوان مكان adresă loc 先 場所 住所 地址 地点
        地點 주소 장소
    """,
}
# Words between them that say nothing of their own.
FILLING = """
    buyer's buyers purchaser's purchasers customers client's ntro nosso nossa onze naše náš наш наша bizim my
    of the for our your this to and s customer's de del de la le les des du d di dei della dello delle da do das dos
    der die das den van het en y e et und unsere unser unserer ihre ihr notre nos votre nuestro nuestra su vs ns nostro
    vostro vår vårt vores er ert nasze nasz naše az a の ご 的 internal official full
"""
# Before an order these make its number of it: "Our order 4711", "Ns. ordine 4711".
OURS = """
    our ns nostro nuestro ntro notre unsere onze nosso vår vårt vores nasze naše наш
"""
# Whom or what else the title of an order names: "Zamówienie do dostawcy", "Purchase order form".
TITLED = """
    supplier suppliers vendor vendors form forms sheet dostawcy dodavateli dodavatele lieferanten lieferant fournisseur
    fournisseurs proveedor proveedores fornitore fornitori leverancier leveranciers fornecedor fornecedores leverantör
    leverandør toimittajalle szállítónak tedarikçi tedarikçiye поставщику постачальнику προμηθευτή furnizor formular
    formulier formulario formulário formulaire modulo blankett lomake formularz formulář nákupní do
"""
