"""How forms label fields, parties and sums in further languages: from Swedish to Korean."""

FIELDS: dict[str, str] = {
    "po_number": """
        inköpsordernr | inköpsordernummer | beställningsnummer | beställningsnr | beställning nr | ordernr |
        order nr | inköpsorder | vårt ordernr | indkøbsordrenr | indkøbsordrenummer | indkøbsordre nr |
        bestillingsnr | bestilling nr | ordrenummer | rekvisitionsnr | innkjøpsordrenr | innkjøpsordrenummer |
        innkjøpsordre nr | vår ordre | vårt ordrenr | ostotilausnumero | ostotilaus nro | ostotilaus |
        tilausnumero | tilaus nro | tilausnro | tilauksen numero | tilauksemme | nr zamówienia | numer
        zamówienia | zamówienie nr | zamówienie numer | nasz nr zamówienia | zamówienie zakupu nr | objednávka č
        | objednávka číslo | číslo objednávky | č objednávky | objednávka | naše objednávka | objednávka vydaná
        č | objednávka vydaná | rendelésszám | megrendelés száma | megrendelésszám | rendelés száma |
        megrendelés sorszáma | sipariş no | sipariş numarası | satın alma sipariş no | satınalma sipariş no |
        sipariş nr | po numarası | αριθμός παραγγελίας | αρ παραγγελίας | παραγγελία αρ | παραγγελία νο | αρ
        εντολής αγοράς | номер заказа | заказ № | заказ номер | № заказа | заказ поставщику № | номер заявки |
        номер замовлення | замовлення № | הזמנה מספר | מספר הזמנה | הזמנת רכש מספר | מס הזמנה | הזמנת רכש |
        注文番号 | 発注番号 | 注文書番号 | 発注書番号 | 発注no | 注文no | 注文書no | 伝票番号 | オーダー番号 |
        订单编号 | 订单号 | 采购订单号 | 采购单号 | 订单号码 | 采购订单编号 | 訂單編號 | 訂單號碼 | 採購單號 |
        採購單編號 | 合同编号 | 발주번호 | 주문번호 | 발주서번호 | 구매주문번호 | 발주no | po번호 | nr comandă |
        număr comandă | comanda nr | lpo no | lpo number | local purchase order no | call off no | call off
        number | release no | release number | sales order po | your po | our po | our po no | po numero | no
        pedido | nº pedido | n pedido | n de orden | purchase order nos | order confirmation for po
    """,
    "order_date": """
        orderdatum | beställningsdatum | ordredato | bestillingsdato | bestilt den | dato | tilauspäivä |
        tilauspvm | päivämäärä | päiväys | pvm | data zamówienia | data wystawienia | data złożenia zamówienia |
        datum objednávky | datum vystavení | ze dne | z dnia |
        vystaveno | megrendelés dátuma | rendelés dátuma |
        rendelés kelte | kelt | dátum | sipariş tarihi | tarih | düzenleme tarihi | belge tarihi | ημερομηνία |
        ημερομηνία παραγγελίας | ημ/νία | ημνια | дата заказа | дата | дата документа | дата замовлення | תאריך
        | תאריך הזמנה | 注文日 | 発注日 | 発行日 | 注文年月日 | 発注年月日 | 日付 | 起票日 | 订单日期 | 下单日期
        | 采购日期 | 日期 | 制单日期 | 訂單日期 | 採購日期 | 訂購日期 | 발주일 | 발주일자 | 주문일 | 주문일자 |
        작성일 | 작성일자 | 일자 | date created | raised | raised on | raised by date | placed | date raised |
        fecha elaboración | fecha de elaboración | fecha de expedición | document created | date of document |
        dt | dated on | order raised
    """,
    "requested_date": """
        arrive by | arrival by | date needed | required delivery | requested receipt date | requested receipt |
        requested | expected receipt date | delivery from | deliver to arrive by | deliver by date | must arrive
        by | must arrive by date | ship window | shipping window | delivery window | delivery period | start
        date ship | date requise | livraison prévue | livraison prévue le | livraison souhaitée le | date de
        livraison prévue | à livrer le | fecha prevista | fecha prevista de entrega | fecha comprometida |
        entrega prevista | data prevista consegna | consegna prevista | data prevista | wunschliefertermin |
        gewünschter termin | lieferwoche | lieferdatum gewünscht | eintreffdatum | anliefertermin | liefertermin
        tag | verwachte leverdatum | gewenste levering | leveringsweek | deliver to f.o.b. point on or before |
        delivery on or before | delivered on or before | leveransdag | önskat leveransdatum | önskad leverans |
        önskad leveransdag | begärd leverans | leverans | leveranstid | leverans senast | ønsket levering |
        ønsket leveringsdato | leveres senest | leveringstid | levering senest | leveringsuke | bekræftet
        levering | ønsket leveringsdag | toimituspäivä | toimituspvm | toimitusaika | toivottu toimitus |
        toivottu toimituspäivä | toimitus viimeistään | termin realizacji | termin dostawy | data dostawy |
        oczekiwana dostawa | dostawa do | wymagany termin dostawy | termín dodání | datum dodání | dodací lhůta
        | požadované datum dodání | dodat do | požadovaný termín dodání | termín dodávky | szállítási határidő |
        kért szállítás | szállítás dátuma | teljesítés dátuma | teljesítési határidő | határidő | teslim tarihi
        | teslimat tarihi | istenen teslim tarihi | termin | sevk tarihi | istenilen teslim tarihi | ημερομηνία
        παράδοσης | ημ παράδοσης | παράδοση | παράδοση έως | επιθυμητή παράδοση | дата поставки | срок поставки
        | поставить до | дата отгрузки | срок доставки | дата доставки | термін поставки | תאריך אספקה | מועד
        אספקה | תאריך אספקה מבוקש | לאספקה עד | 納期 | 希望納期 | 納品日 | 納入期日 | 納入日 | 納品期日 |
        納入期限 | 納品希望日 | 指定納期 | 交货日期 | 交期 | 要求交期 | 交货期 | 到货日期 | 送货日期 |
        要求到货日期 | 交貨日期 | 交貨期 | 到貨日期 | 납기일 | 납기 | 납기일자 | 납품일 | 납품기한 | 희망납기 |
        납품일자
    """,
    "cancel_date": """
        latest delivery date | end date ship | not after | cancel date if not shipped | 有效期 | 有効期限 |
        유효기간 | gültig bis | valable jusqu'au | válido hasta | valido fino al | geldig tot | gäller till |
        gyldig til | ważne do | platnost do | érvényes | geçerlilik tarihi
    """,
    "payment_terms": """
        payment condition | payment method | discount terms | terms of payments | pmt terms | pay term | payment
        terms code | paymentterm | zahlungsbed | zahlungsweise | zahlungskondition | paiement à | termes |
        termes de paiement | modalité de paiement | mode de paiement | conditions | condiciones | forma pago |
        medio de pago | plazo pago | condizioni pagamento | pagamento a | cond di pagamento |
        betalingsvoorwaarde | betaalwijze | betaalconditie | betalningsvillkor | betalning |
        betalingsbetingelser | betalingsbetingelse | betaling | betalingsvilkår | maksuehto | maksuehdot |
        maksutapa | forma płatności | warunki płatności | termin płatności | sposób płatności | płatność |
        platební podmínky | způsob platby | splatnost | způsob úhrady | forma úhrady | fizetési feltételek |
        fizetési mód | fizetési határidő | fizetés | ödeme şekli | ödeme koşulları | ödeme | ödeme vadesi | vade
        | όροι πληρωμής | τρόπος πληρωμής | πληρωμή | условия оплаты | условия платежа | порядок оплаты | оплата
        | форма оплаты | умови оплати | תנאי תשלום | אופן תשלום | 支払条件 | お支払条件 | 支払方法 | お支払方法
        | 付款条件 | 付款方式 | 结算方式 | 支付方式 | 付款條件 | 결제조건 | 지급조건 | 대금지급조건 |
        대금지불조건 | 결제방법
    """,
    "shipping_terms": """
        shipping term | trade terms | inco terms | delivery condition | lieferkondition | lieferbed |
        versandbedingungen | incoterms 2020 | leveransvillkor | leveringsbetingelser | leveringsbetingelse |
        leveringsvilkår | toimitusehto | toimitusehdot | toimituslauseke | warunki dostawy | dodací podmínky |
        szállítási feltételek | szállítási feltétel | teslim şekli | teslim koşulları | teslimat şekli | όροι
        παράδοσης | условия поставки | базис поставки | умови поставки | תנאי אספקה | תנאי משלוח | 受渡条件 |
        納入条件 | 交货条件 | 贸易条款 | 交貨條件 | 인도조건 | 납품조건 | portes
    """,
    "ship_via": """
        shipping type | ship mode | fraktsätt | leveranssätt | leveringsmåde | leveringsmåte | forsendelsesmåte
        | toimitustapa | sposób dostawy | spedytor | způsob dopravy | dopravce | szállítási mód | nakliye |
        kargo | τρόπος αποστολής | способ доставки | способ отгрузки | אופן משלוח | 配送方法 | 运输方式 |
        送货方式 | 배송방법 | forma de envío
    """,
    "currency": """
        valutakode | valuta/valutakurs | valutta | waluta | měna | mena | pénznem | deviza | para birimi | döviz
        cinsi | νόμισμα | валюта | מטבע | 通貨 | 币种 | 币别 | 货币 | 幣別 | 통화 | 화폐단위 | divise | moneda
        de pago | währung/kurs
    """,
    "instructions": """
        memo | packing | packaging instructions | labelling instructions | labeling instructions | special
        requirements | general instructions | message | message to supplier | anmärkning | noteringar |
        meddelande | bemærkning | bemærkninger | besked | merknad | merknader | huomautukset | huomautus |
        lisätiedot | viesti | uwagi | informacje dodatkowe | poznámka | poznámky | megjegyzés | megjegyzések |
        açıklamalar | notlar | not | παρατηρήσεις | σχόλια | примечание | примечания | комментарий | примітки |
        הערות | 備考 | 摘要 | 特記事項 | 备注 | 说明 | 備註 | 비고 | 특기사항 | 요청사항
    """,
    "contact": """
        acheteur | contact acheteur | our buyer | buyer contact | our contact | your contact at |
        ansprechpartner/telefon | contact person/telephone | handläggare | vår referens | kontaktperson |
        inköpare | beställare | indkøber | vores ref | vår ref | innkjøper | yhteyshenkilö | ostaja | viitteemme
        | osoba kontaktowa | sporządził | kontaktní osoba | vyřizuje | vystavil | kapcsolattartó | ügyintéző |
        ilgili kişi | yetkili | satınalma sorumlusu | υπεύθυνος | επικοινωνία | контактное лицо | ответственный
        | менеджер | контактна особа | איש קשר | 担当 | 担当者 | ご担当 | 发注担当 | 联系人 | 采购员 | 聯絡人 |
        採購員 | 담당자 | 발주담당 | requestor | requester | purchased by | affaire suivie par |
        commandé par | solicitado por | zamówił | bestellt von
    """,
    "email": """
        e-post | epost | sähköposti | e-posta | адрес эл почты | эл почта | דואל | メール | 邮箱 | 电子邮箱 |
        이메일
    """,
    "phone": """
        tlf | tfn | puh | puhelin | gsm | телефон | тел | טלפון | 電話 | 電話番号 | 电话 | 電話號碼 | 전화 |
        전화번호 | 팩스 | 传真 | mob | cell | tél | téléphone | τηλ | τηλέφωνο | telefon no | faks | unsere
        fax-nummer | fax-nummer
    """,
    "vat": """
        trn | vat reg | orgnr | org nr | organisationsnummer | momsnr | cvr | cvr nr | cvr-nr | se nr | y-tunnus
        | nip | regon | krs | ič | ičo | dič | adószám | cégjegyzékszám | vergi no | vergi dairesi | v.no | v.d
        | αφμ | α.φ.μ | δου | инн | кпп | огрн | ח.פ | עוסק מורשה | 登録番号 | 法人番号 | 统一社会信用代码 |
        税号 | 統一編號 | 사업자등록번호 | gst reg no | uen | company reg no | reg no | registration no | rfc |
        nit | rut | cuit | ruc | cnpj
    """,
    "vendor_id": """
        your vendor number with us | ihre lieferantennummer bei uns | buy-from vendor no | business partner no |
        leverantörsnummer | leverandørnr | leverandørnummer | toimittajanumero | nr dostawcy | číslo dodavatele
        | satıcı kodu | tedarikçi kodu | код поставщика | 仕入先コード | 供应商编号 | 供应商代码 | 공급업체코드
    """,
    "reference": """
        blanket order | blanket po | blanket po no | blanket order no | frame order | contract no (if any) |
        agreement no | indent no | indent | pr no | pr number | purchase requisition | purchase requisition no |
        requisition/reference no | quotation ref | quote ref | your offer | your offer no | vendor ref no |
        supplier reference | vår beteckning | ert ordernr | er referens | deres ref | viitteenne | tarjousnumero
        | nr oferty | referencja | nabídka č | vaše značka | naše značka | ajánlat száma | hivatkozás | teklif
        no | referans | προσφορά | номер договора | договор № | договор | הצעת מחיר | הצעת מחיר מספר | 見積番号
        | 御見積番号 | 件名 | 报价单号 | 合同号 | 견적번호 | 견적서번호 | dept | account code | ship via code |
        govt b/l no | government b/l no | case no | line no | customer ref | end customer po | customer's po for
        reference
    """,
    "other_date": """
        quotation valid until | offer date | contract from | due date of payment | payment due | payment due
        date | invoice due date | tulostettu | tulostuspvm | utskriftsdatum | udskrevet | utskriftsdato | data
        wydruku | datum tisku | nyomtatás dátuma | yazdırma tarihi | дата печати | 印刷日 | 打印日期 | 見積日 |
        報價日期 | 출력일 | 견적일자
    """,
}

PARTIES: dict[str, str] = {
    "buyer": """
        ordering company | bought by | purchaser details | buyer name & address | buyer (bill to) | issuing
        office | besteller/kunde | köpare | beställare företag | kund | bestiller | kunde | indkøbsfirma |
        rekvirent | kjøper | oppdragsgiver | tilaaja | asiakas | ostaja yritys | zamawiający | nabywca |
        kupujący | odběratel | objednatel | kupující | zákazník | megrendelő | vevő | alıcı | sipariş veren |
        müşteri | αγοραστής | πελάτης | покупатель | заказчик | покупець | замовник | קונה | המזמין | מזמין |
        לקוח | 発注者 | 注文者 | 発注元 | 買主 | 采购方 | 买方 | 甲方 | 需方 | 订货单位 | 採購方 | 買方 |
        訂購單位 | 발주처 | 발주자 | 구매자 | 주문자 | cumpărător
    """,
    "vendor": """
        brand | firma | herrn/frau/firma | contractor | name of contractor | to contractor | for the attention
        of | vendor name & address | supplier name & address | purchased from | leverantör | leverandør |
        säljare | selger | sælger | toimittaja | myyjä | dostawca | sprzedawca | wykonawca | dodavatel |
        prodávající | szállító | eladó | tedarikçi | satıcı | firma adı | προμηθευτής | πωλητής | поставщик |
        продавец | исполнитель | постачальник | продавець | ספק | לכבוד | המוכר | 仕入先 | 受注者 | 発注先 |
        売主 | 供应商 | 卖方 | 乙方 | 供方 | 供货单位 | 供應商 | 賣方 | 廠商 | 공급자 | 공급처 | 공급업체 |
        수주처 | 수신 | 수주자 | furnizor | destinataire de la commande
    """,
    "ship_to": """
        please deliver to | please ship to | please deliver goods to | ship to location | delivery point |
        ship-to address | deliver to location | name of consignee | consignee name | store | receiving location
        | warehouse | deliver goods to | bitte liefern sie an | bitte liefern an | liefern an | anlieferung an |
        lieferung bitte an | livraison à | livré à | merci de livrer à | entregar en | entrega en | destino |
        sito di consegna | leveren aan adres | leveransadress | levereras till | leverans till | godsadress |
        leveringsadresse | leveres til | levering til | leveringssted | toimitusosoite | toimituspaikka | adres
        dostawy | miejsce dostawy | odbiorca | dostawa na adres | dodací adresa | místo dodání | příjemce |
        místo určení | szállítási cím | szállítás helye | átvevő | teslimat adresi | teslim yeri | teslim adresi
        | sevk adresi | διεύθυνση παράδοσης | τόπος παράδοσης | παραλήπτης | адрес доставки | грузополучатель |
        место поставки | получатель | адреса доставки | כתובת למשלוח | כתובת אספקה | מקום אספקה | 納入先 |
        納品先 | 納入場所 | 納品場所 | お届け先 | 送付先 | 送り先 | 配送先 | 收货地址 | 送货地址 | 交货地点 |
        收货人 | 收货单位 | 收貨地址 | 送貨地址 | 交貨地點 | 收貨人 | 납품장소 | 납품처 | 배송지 | 인도장소 |
        납품지 | adresă de livrare
    """,
    "bill_to": """
        invoice to address | bill-to address | billed to | invoices to be sent to | send invoices to | rechnung
        bitte an | rechnungsstellung an | adresse de facture | facturer | direccion facturacion | fakturaadress
        | faktureras till | faktura till | faktureringsadresse | faktureres til | faktura til | laskutusosoite |
        laskutus | adres do faktury | płatnik | dane do faktury | fakturační adresa | plátce | számlázási cím |
        számla címzett | fatura adresi | fatura bilgileri | διεύθυνση τιμολόγησης | στοιχεία τιμολόγησης | адрес
        для счета | плательщик | платник | כתובת לחשבונית | חשבונית על שם | 請求先 | 請求書送付先 | 开票信息 |
        发票抬头 | 开票地址 | 發票抬頭 | 세금계산서 발행처 | 청구지 | adresă de facturare
    """,
}

SUMS: dict[str, str] = {
    "subtotal": """
        sale amount | delsumma | netto | summa exkl moms | summa ex moms | nettobelopp | subtotal ekskl moms | i
        alt ekskl moms | total ekskl moms | sum eks mva | sum ekskl mva | netto beløp | nettobeløb | välisumma |
        veroton yhteensä | yhteensä alv 0 | veroton summa | verollinen yhteensä alv 0 | razem netto | wartość
        netto | suma netto | kwota netto | celkem bez dph | mezisoučet | základ daně | cena bez dph | cena
        celkem bez dph | nettó összesen | nettó | nettó érték | nettó összeg | részösszeg | ara toplam | kdv
        hariç toplam | matrah | mal hizmet toplam tutarı | μερικό σύνολο | καθαρή αξία | σύνολο χωρίς φπα |
        итого без ндс | сумма без ндс | всего без ндс | разом без пдв | סהכ לפני מעמ | סכום ביניים | 小計 | 小计 |
        税抜合計 | 税抜金額 | 税抜き合計 | 未税金额 | 不含税金额 | 未稅金額 | 合計未稅 | 공급가액 | 소계 |
        공급가액 합계
    """,
    "tax": """
        varav moms | moms 25 | mva | arvonlisävero | alv | vat kwota | kwota vat | razem vat | podatek | dph |
        daň | áfa | áfa összege | áfa összesen | kdv | kdv tutarı | hesaplanan kdv | toplam kdv | φπα | ποσό φπα
        | ндс | сумма ндс | в т ч ндс | в том числе ндс | пдв | сума пдв | מעמ | 消費税 | 消費税額 | 税額 |
        消費税等 | 增值税 | 税额 | 增值税额 | 稅額 | 營業稅 | 부가세 | 부가가치세 | 세액 | tps | tvq | tps / gst
        | tvq / qst | cgst amount | sgst amount | igst amount | vat 5% | service tax | impuesto iva | iva 19 |
        tva 20
    """,
    "shipping": """
        fraktkostnad | porto | rahti | toimituskulut | transport | koszty dostawy | koszty transportu | doprava
        | dopravné | poštovné | szállítási költség | fuvarköltség | szállítás | nakliye | kargo bedeli | kargo
        ücreti | navlun | μεταφορικά | έξοδα αποστολής | доставка | стоимость доставки | транспортные расходы |
        דמי משלוח | משלוח | 送料 | 運賃 | 配送料 | 运费 | 运输费 | 運費 | 배송비 | 운송비 | 운임 | flete y
        seguro
    """,
    "discount": """
        rabatt belopp | alennus | upust | sleva | engedmény | kedvezmény | iskonto | indirim | toplam iskonto |
        έκπτωση | скидка | знижка | הנחה | 値引 | 値引き | 割引 | 折扣 | 优惠 | 할인 | 할인액
    """,
    "rounding": """
        öresavrundning | afrunding | avrunding | pyöristys | zaokrąglenie | zaokrouhlení | kerekítés | yuvarlama
        | округление
    """,
    "total": """
        totalt | att betala | totalbelopp | summa inkl moms | summa att betala | ordersumma | ordervärde | i alt
        | i alt inkl moms | total inkl moms | at betale | beløb i alt | samlet beløb | sum inkl mva | å betale |
        totalbeløp | ordresum | yhteensä | verollinen yhteensä | maksettava | loppusumma | summa yhteensä |
        verollinen summa | razem | do zapłaty | razem do zapłaty | wartość brutto | suma | ogółem | wartość
        zamówienia | celkem | celkem s dph | k úhradě | celkem k úhradě | cena celkem | celkem vč dph | celková
        cena | összesen | végösszeg | bruttó összesen | fizetendő | bruttó összeg | mindösszesen | toplam |
        genel toplam | kdv dahil toplam | ödenecek tutar | toplam tutar | vergiler dahil toplam tutar | σύνολο |
        γενικό σύνολο | πληρωτέο ποσό | τελικό σύνολο | συνολική αξία | итого | всего | всего к оплате | итого к
        оплате | итого с ндс | всего с ндс | сумма | разом | всього | разом з пдв | сума до сплати | סהכ | סהכ
        לתשלום | סך הכל | סהכ כולל מעמ | 合計 | 合計金額 | 総合計 | 税込合計 | 総額 | ご注文金額 | 税込金額 |
        合计 | 总计 | 总金额 | 总额 | 含税总额 | 价税合计 | 金额合计 | 總計 | 總金額 | 含稅總計 | 합계 | 총계 |
        총액 | 합계금액 | 총금액 | 총합계
    """,
}
