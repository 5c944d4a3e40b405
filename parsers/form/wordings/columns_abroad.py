"""Further headings of line tables, and the words that longer ones end in: "Stückpreis", "Bestellmenge", 订购数量."""

COLUMNS: dict[str, str] = {
    "number": """
        line item no | item seq | sequence | seq no | srl no | srl | serial no | sl | bestellposition | position
        nr | zeile | zeilennr | zeilennummer | lfd | regelnummer | volgnr | volgnummer | n° ligne | n° poste |
        renglón | partida no | nº línea | num. riga | pos.nr | n.º linha | lp. | pozycja | poz. | p. č. | por. č.
        | ssz | sorszám | nr. crt | poz. nr | kalem | kalem no | s.no. | α/α | א/א | מס שורה | مسلسل | 明细 | 项目
        | 行號 | 項目 | 項番 | 連番 | 항번 | 항목번호 | rivinumero | rv
    """,
    "sku": """
        bestellartikel | artikel-code | artikelkennung | lief.-art.-nr. | hersteller nr | herstellernummer |
        herstellerteilenummer | typ | typnummer | typenbezeichnung | warennr | teil nr | teil-nr. | ihre nummer |
        artikelref | art.nr. leverancier | typenummer | référence article | référence produit | référence
        fournisseur | réf. fourn. | réf. art. | code fournisseur | n° de référence | n° produit | numéro article |
        numéro d'article | code produit fournisseur | clave | clave producto | código del artículo | código
        proveedor | ref. artículo | nº artículo | nº de artículo | número de parte | no. de parte | n° parte |
        part. no. | cve | codice merce | codice materiale | cod. forn. | cod. prodotto | vs. articolo |
        riferimento articolo | cod. materiale | cód. material | código material | cód. fornecedor | ref.
        fornecedor | referência do artigo | ref.ª | refª | símbolo | artikelid | leverantörens artikelnr | lev.
        art.nr | produktnr | produktnummer | produktkod | produktkode | varenummer leverandør | leverandørens
        varenr | toimittajan tuotenro | toimittajan koodi | tuotetunnus | nimiketunnus | kod dostawcy | kod
        katalogowy | numer katalogowy | nr kat | nr katalogowy | nr części | kod wyrobu | katalogové č | objednací
        číslo | obj. číslo | č. výrobku | kód produktu | kód výrobku | kód položky | rendelési szám | cikkszam |
        cikk | gyártói cikkszám | cod art. | cod material | cod furnizor | κωδικός είδους | κωδικός προϊόντος |
        артикул поставщика | номенклатурный номер | каталожный номер | код изделия | מספר קטלוגי | קוד פריט | קוד
        מוצר | رقم الصنف | رقم القطعة | رقم المادة | الرمز | ürün kod | parça numarası | malzeme numarası | stok
        no | katalog no | 款号 | 款式号 | 型号 | 产品型号 | 产品编码 | 商品编号 | 物料代码 | 存货编码 | 料号 |
        品号 | 產品編號 | 貨號 | 型號 | 製品番号 | 製品コード | 商品CD | 品目番号 | 部品番号 | 型式 | 图号 |
        제품코드 | 상품코드 | 품목번호 | 제품번호 | 모델명
    """,
    "buyer_sku": """
        our item code | our ref. no | internal part no | internal part number | unsere artikelnr | unsere nr |
        unsere sachnummer | eigene artikelnummer | kunden artikelnummer | kundenartikelnummer | ons artikelnr |
        onze code | ons artikel | onze artikelcode | eigen artikelnummer | notre article | code client | réf.
        interne | référence interne | code interne | nuestro código | nuestra ref | ref. interna | código interno
        | nuestro artículo | ns. cod. | nostro rif. | cod. interno | codice interno | nosso código | n/ ref |
        nossa referência | vårt artnr | vårt nummer | kundens artikelnr | vårt varenr | oma koodi | oma tuotenro |
        asiakkaan tuotenro | nasz indeks | kod własny | indeks własny | náš kód | naše číslo | saját cikkszám |
        cod intern | ο κωδικός μας | наш код | наш артикул | внутренний код | הקוד שלנו | رمزنا | müşteri kodu |
        bizim kod | 本公司料号 | 客户货号 | 客戶料號 | 自社品番 | 当社品番 | 客先品番 | 자사코드 | 고객품번
    """,
    "gtin": """
        código ean | codigo upc | código de barra | código barras | cód. barras | cod. barras | cod. ean | cod. a
        barre | codice gtin | code ean | code-barres | n° ean | ean kód | ean nummer | ean-nummer | ean nr | ean
        koodi | barcode nr | barcode no | barcodes | strichcode | κωδικός barcode | ברקוד | الباركود | باركود |
        국제바코드 | 바코드 | ean番号
    """,
    "description": """
        item text | specification | specifications | product specification | article name | article / description
        | goods / services | description of articles | description of the goods | artikelname | artikeltext |
        materialkurztext | produktname | gegenstand | ware | waren | bestelltext | spezifikation | naam |
        artikelnaam | productnaam | product omschrijving | specificatie | artikel omschrijving | désignation
        produit | désignation du produit | libellé article | nom du produit | intitulé | désignation de l'article
        | prestation | descriptif | nombre del producto | descripción material | descripción de artículo |
        descripción producto | descripción de la partida | bienes | especificación | denominación del artículo |
        denominazione | descrizione merce | descrizione materiale | descrizione della merce | beni | nome articolo
        | designação do artigo | designação do produto | descrição dos artigos | descrição do material | descrição
        da mercadoria | especificação | mercadoria | artikelbenämning | produktnavn | varenavn | varebeskrivelse
        og spesifikasjon | artikelbeskrivning | produktnamn | specifikation | vara | nimikkeen nimi | tuotteen
        nimi | tuotekuvaus | selite | selitys | nazwa produktu | nazwa materiału | opis produktu | nazwa wyrobu |
        asortyment | označení | označení zboží | název položky | popis zboží | položka | název výrobku | termék
        neve | termék megnevezése | árucikk | cikk megnevezése | denumirea | denumire articol | denumire material
        | περιγραφή είδους | ονομασία | προϊόν | описание товара | номенклатура | наименование продукции |
        название | תאור | תיאור מוצר | תיאור פריט | שם המוצר | וصف الصنف | وصف الصنف | اسم الصنف | اسم المنتج |
        وصف | المادة | malzeme | malzeme açıklaması | ürün açıklaması | ürün tanımı | mal adı | tanım | malın
        cinsi | stok açıklaması | mal hizmet | 规格描述 | 产品规格 | 规格 | 商品 | 商品描述 | 品名及规格 |
        物品名称 | 货品名称 | 物料描述 | 存货名称 | 產品名稱 | 品名規格 | 名稱 | 貨品名稱 | 規格 | 品名/型番 |
        内容 | 製品名 | 商品名称 | 名称・規格 | 제품명 | 상품명 | 품목명칭 | 규격 | 품명 및 규격
    """,
    "variant": """
        größe | gr. | ausführung | coloris | déclinaison | variante | acabado | variación | colore/taglia |
        cor/tamanho | kleur/maat | farbe/größe | couleur/taille | color/talla | finitura | utförande | utførelse |
        udførelse | odstín | provedení | szín | méret | culoare | mărime | χρώμα | μέγεθος | цвет | размер | צבע |
        מידה | اللون | المقاس | 颜色/尺码 | 花色 | 色号 | 尺寸 | 顏色 | 尺碼 | 色・サイズ | 색상 | 사이즈
    """,
    "quantity": """
        count | no. of items | number of units | order amount | qty to order | requested qty | requested quantity
        | quantity requested | qty reqd | units to order | total order qty | ordered quantity | best.-menge |
        bestellte menge | auftragsmenge | mg | mge | liefermenge | anz | anz. | stück gesamt | summe stk | summe
        stück | gesamt stk | hoev. | aant. | aantal besteld | te leveren | totaal stuks | stuks | quantités | qté.
        | qté totale | quantité à livrer | nb | nb. | total pièces | cantidades | cantidad ordenada | cantidad
        requerida | cantidad total pzas | piezas | total piezas | pzas | unds | uds. | q.tà ord. | qtà ord. |
        pezzi | totale pezzi | nr. pezzi | pz. | qt.à | quant.tà | quantità tot. | qt | qtd | qte | quant |
        quantidade encomendada | qtd. pedida | peças | total peças | antal beställt | beställd kvantitet | bestilt
        antall | bestilt | ant. | ant | mængde | totalt antal | tilausmäärä | määrä kpl | yhteensä kpl | ilość
        zamówiona | ilość ogółem | zamówiono | razem szt | liczba | objednané množství | mn. | množ. | ks | ks
        celkem | kusů | rendelt mennyiség | darab | db | menny. | db összesen | cantitate comandata | cant. | buc
        | total buc | ποσότητες | τεμάχια | τεμ | заказано | колич | кол. | шт | всего шт | количество шт | כמות
        מוזמנת | יחידות | الكميه | العدد | الكمية المطلوبة | عدد | sipariş adedi | toplam adet | sipariş mik |
        mik. | talep miktarı | 总数量 | 总数 | 合计数量 | 件数 | 訂購數量 | 數量 | 採購數量 | 总件数 | 需求数量 |
        注文数量 | 発注数量 | 点数 | 総数量 | 合計数量 | 주문량 | 발주수량 | 총수량 | 합계수량
    """,
    "unit": """
        unit type | units of measurement | unit of issue | uoi | sales unit | measure | maßeinheit |
        bestelleinheit | mengen-einheit | me. | bestelleenheid | eenh. | eenh | maateenheid | unité de mesure |
        unités | u/mesure | unidad de medida | unid. | u. de m. | u. medida | ud. | udm. | unità | unità mis. |
        un. mis. | unidade medida | unidade de medida | un. | enh. | enhet st | måleenhed | måleenhet |
        mittayksikkö | yks. | jednostka | jedn. | j. m. | jednostka miary | jednotka | měrná jednotka | měr. j. |
        mértékegység | egys | unitate | unitate de măsură | u m | μονάδα | μον. | μον | единица | ед. | ед изм |
        יח' | יח | مجموعة | وحدة | وحدة القياس | br | ölçü | brm | 計量單位 | 计量单位 | 量詞 | 単位 | 단위
    """,
    "unit_price": """
        stukprijs | stk prijs | eenh.prijs | prijs/eenheid | prijs p/st | prijs p.st. | netto stuksprijs |
        inkoopprijs | tarief | price per piece | price per item | price/pc | price/pcs | price pcs | price pc |
        unit value | unit amount | unit cost price | unit pr. | u. price | u/price | u.price | u/p | ppu |
        purchase rate | per unit price | price excl. vat | stk.-preis | stk-preis | einkaufspreis | ek netto |
        einzelpr | preis netto | preis/einh. | bestellpreis | preis/stück | preis/stk. | prix/u | prix u. ht |
        prix de l'unité | prix net ht | tarif unitaire | prix pièce | coût unitaire | p.u. net | puht | p. u. |
        valor unidad | costo unitario | costo | coste unitario | coste | importe unitario | precio compra | precio
        por unidad | precio pza | p.u | precio u. | vr. unitario | vr. unit. | prezzo al pezzo | prezzo acquisto |
        costo unit | pr. un. | p. unitario netto | preço/un | preço por unidade | preço de custo | custo unitário
        | preço líquido | valor un. | vlr un. | pr. unit. | stk pris | pris/stk | pris per st | pris per enhet |
        netto pris | nettopris | à pris | pris exkl moms | enhedspris netto | kpl-hinta | kpl hinta | a hinta |
        yks. hinta | yks.hinta | nettohinta | ostohinta | hinta veroton | cena jednostkowa netto | cena jedn. |
        cena za szt | cena za sztukę | cena zakupu | cena/szt | cena za j.m. | jedn. cena | cena/mj | cena mj |
        nákupní cena | j. cena | cena za mj | nettó egységár | egys. ár | ár | nettó ár | beszerzési ár | pret |
        preț unitar fără tva | preț unit. | pret unit | τιμή μον. | τιμή μονάδος € | καθαρή τιμή | цена за единицу
        | цена без ндс | цена за шт | מחיר ליחידה | מחיר יח' | سعر الوحده | سعر | السعر الافرادي | سعر القطعة |
        fiyat | birim fiyatı | b. fiyat | b.fiyat | birim f. | net fiyat | br. fiyat | adet fiyatı | fiyatı | 进价
        | 采购单价 | 单价(元) | 不含税单价 | 采购价 | 价格 | 價格 | 未稅單價 | 仕入単価 | 税抜単価 | 単価(円) |
        原単価 | 価格 | 매입단가 | 구매단가 | 가격
    """,
    "list_price": """
        brutopreis | catalogusprijs | adviesverkoopprijs | prix catalogue | prix tarif | prix de vente conseillé |
        tarifa | pvp | precio tarifa | precio de venta | listino | prezzo listino | pr. listino | pvp recomendado
        | preço de tabela | preço tabela | katalogpris | bruttopris | ca pris | veiledende pris | listpris |
        ohjehinta | listahinta | cena katalogowa | cena brutto | ceníková cena | listaár | pret de lista | τιμή
        καταλόγου | прайсовая цена | מחיר מחירון | سعر القائمة | liste fiyatı | 定価 | 上代 | 标价 | 建议零售价 |
        定價 | 정가
    """,
    "price_per": """
        base qty | per qty | preis pro | preisbasis | prijsbasis | prijs per aantal | base prix | prix par | base
        precio | precio por | base prezzo | prezzo per | preço por | prisenhed | pris per | hintayksikkö | cena za
        | cenová jednotka | áregység | τιμή ανά | за | 价格单位 | 単価単位
    """,
    "discount": """
        disc.% | rebate | rebate % | deduction | discounts | nachlass | abzug | korting. | kort. % | kort. | rem |
        rem % | rse | rse % | % remise | % dto | dcto | dcto. | dcto % | bonif. | sconto. | % sconto | sc. | sc.%
        | desc.% | % desc. | rab. | rab. % | rabatt. | alennus. | ale-% | sleva. | kedv. | kedv. % | disc.
        furnizor | έκπτ. | έκπτ. % | скидка % | הנחה % | الخصم | خصم | iskonto oranı | ind. | ind % | indirim |
        indirim % | 折扣率 | 折扣% | 折讓 | 値引率 | 割引 | 할인율
    """,
    "amount": """
        line amount net | amount excl. tax | total excl. vat | net line amount | line total net | line sum | sum |
        amount payable | total line amount | ext'd | extd | ext amt | tot | tot. | total cost excl | gesamt netto
        | gesamtwert | pos.-betrag | positionssumme | positionsbetrag | zeilenwert | zeilenbetrag | gesamt-preis |
        nettosumme | gesamt. | nettobedrag | netto bedrag | bedrag excl btw | bedrag netto | totaal excl | totaal
        netto | netto totaal | regel totaal | montant total | montant net | montant net ht | prix total | prix
        total net | total net | total net ht | total ligne ht | tot. ht | sous-total | valeur | importe | importe
        total | importe neto | importe línea | total línea | precio total | valor neto | subtotal neto | neto |
        tot. riga | importo | importo netto | importo totale | totale | totale riga | totale netto riga | valore |
        prezzo totale | imponibile | tot. netto | valor total líquido | total s/ iva | total da linha | preço
        total | montante líquido | subtotal linha | radbelopp | radsumma | radtotal | rad total | nettobelopp |
        belopp exkl moms | totalpris | totalt | total excl moms | i alt | nettobeløp | sum linje | linjesum |
        linjetotal | summa veroton | rivi yhteensä | yht. | yht | netto yhteensä | wartość bez vat | wartość
        pozycji | kwota netto | suma netto | razem netto | łącznie | celkem kč | celkem bez dph | částka | suma |
        hodnota | cena celkem bez dph | celk. cena | nettó összeg | sorösszeg | összérték | összesen nettó |
        valoare fara tva | valoare fără tva | valoare netă | total linie | suma netă | συνολική τιμή | αξία € |
        σύνολο γραμμής | ποσό | сумма без ндс | сумма руб | общая сумма | итого | сумма строки | סה״כ | סהכ | סה"כ
        שורה | סכום שורה | إجمالي | الاجمالي | المبلغ الإجمالي | السعر الإجمالي | القيمة الإجمالية | toplam fiyat
        | tutarı | satır toplamı | ara tutar | mal hizmet tutarı | net tutarı | 总额 | 金额(元) | 小计 | 总计 |
        不含税金额 | 含税金额 | 價款 | 總價 | 總額 | 總金額 | 未稅金額 | 金額(円) | 税抜金額 | 合計金額 | 金額合計
        | 금액(원) | 총액 | 총금액
    """,
    "tax": """
        vat code | vat rate | vat amt | tax amt. | sales tax % | gst rate | gst amt | steuer | steuersatz | steuer
        % | mwst. | mwst-satz | ust. % | btw-tarief | btw-code | btw bedrag | btw-bedrag | taux tva | taux de tva
        | montant tva | code tva | tipo iva | iva (%) | importe iva | i.v.a. | aliq. | aliq. iva | aliquota |
        aliquota iva | cod. iva | taxa iva | taxa | valor iva | momssats | momsbelopp | momsbeløb | alv-% | alv %
        | verokanta | vero | stawka | stawka vat | kwota vat | vat% | sazba dph | sazba | áfakulcs | áfa kulcs |
        cota tva | valoare tva | συντ. φπα | ставка ндс | сумма ндс | מע"מ | מעמ | ضريبة | ضريبة القيمة المضافة |
        kdv oranı | kdv tutarı | kdv or. | 增值税 | 税金 | 稅率 | 稅額 | 消費税額 | 税区分 | 세액 | 부가가치세
    """,
    "requested_date": """
        delivery day | deliver on | wanted on | needed by | needed on | req. del. date | delivery week | eta date
        | liefertag | wunschtermin | lieferwoche | gewünschter termin | lieferung | lieferung am | leverdat. |
        gewenste leverdatum | leveren op | date liv. | date souhaitée | livraison le | échéance | date de liv. |
        délai de livraison | f. entrega | fecha de entrega solicitada | entregar | fecha requerida | plazo | plazo
        entrega | data cons. | cons. | termine consegna | data entrega | dt. entrega | entregar em | prazo | prazo
        entrega | prazo de entrega | önskat leveransdatum | lev.datum | leverans | lev. dato | levering dato |
        toimitus | toimitus pvm | toimituspvm | data dost. | dostawa | termin realizacji | dodání | termín dod. |
        datum dodání | szállítás | szállítási dátum | szállítási idő | livrare | termen | termen de livrare |
        παράδοση | ημερομηνία παράδοσης | срок | дата отгрузки | поставка | תאריך | תאריך נדרש | موعد التسليم |
        التسليم | teslim | teslimat | teslimat tarihi | termin | teslim tar | 交货期 | 交期日期 | 到货日期 |
        要求交期 | 需求日期 | 交貨日 | 納品日 | 納期日 | 入荷予定日 | 요청납기 | 납품일
    """,
    "ignore": """
        origin country | country of orig. | made-in | ursprung | ursprungsland | herkunft | herkunftsland |
        usp.-land | herkomst | land van herkomst | land van oorsprong | oorsprong | origine | pays d'origine |
        provenance | origen | país de origen | país origen | procedencia | origine merce | paese origine | paese
        di origine | provenienza | origem | país de origem | opprinnelse | opprinnelsesland | oprindelse |
        oprindelsesland | alkuperä | alkuperämaa | kraj pochodzenia | pochodzenie | původ | země původu |
        származás | származási ország | origine tara | țara de origine | χώρα προέλευσης | προέλευση | страна
        происхождения | происхождение | ארץ ייצור | ארץ מקור | بلد المنشأ | المنشأ | menşei | menşe | menşei ülke
        | 原产地 | 产地 | 原產地 | 産地 | 原産国 | 원산지 | packaging | pack qty | pack quantity | packed | packs
        of | units/carton | verpackung | verpackungseinheit | gebinde | verp. | verp.-einheit | verpakking |
        verpakt per | verp | colli | conditionnement | colisage | cond. | emballage | embalaje | empaque |
        unidades por caja | uds/caja | imballo | imballaggio | confezione | conf. | pezzi per cartone | embalagem
        | un. por caixa | emb. | förpackning | förp. | forpakning | emballasje | pakning | pakke | pakkaus |
        pakkauskoko | pak. | opakowanie | opak. | w opakowaniu | balení | bal. | csomagolás | kiszerelés |
        ambalare | ambalaj | συσκευασία | упаковка | אריזה | التعبئة | العبوة | paket | koli | koli içi | paket
        içi | koli adedi | 入数 | 入り数 | 荷姿 | 包装 | 装箱数 | 每箱数量 | 箱入数 | 包裝 | 箱數 | 箱数 | 입수 |
        포장 | gewicht netto | nettogewicht | bruttogewicht | stückgewicht | gew. | gew. kg | poids net | poids
        brut | poids unitaire | peso neto | peso bruto | peso kg | peso netto | peso lordo | peso líquido | vikt |
        vikt kg | nettovikt | vekt | vægt | nettovægt | paino | paino kg | waga | waga netto | masa | hmotnost |
        váha | súly | nettó súly | greutate | βάρος | вес | вес нетто | масса | משקל | الوزن | ağırlık | net
        ağırlık | brüt ağırlık | ağırlık kg | 重量 | 净重 | 毛重 | 重量(kg) | 重量kg | 単重 | 體積 | 体积 | 重さ |
        중량 | gn-code | gn code | intrastat | statistieknummer | commodity | zolltarif-nr. | warentarif nr |
        statistiknr | stat. nr | hs-code | hs-kode | tullkod | tulltaxenr | tolltariffnr | varekode hs |
        tullinimike | cn-koodi | celní kód | celní sazebník | vámtarifaszám | vtsz | cod vamal | κωδικός σο | код
        тнвэд | тн вэд | קוד מכס | رمز النظام المنسق | gtip kodu | gümrük kodu | 海关编码 | hs编码 | 稅則號列 |
        hsコード | 関税番号 | hs코드 | lagerort | lagerplatz | magazijn | emplacement | ubicación | ubicazione |
        armazém | lager | varasto | magazyn | sklad | raktár | 仓库 | 倉庫 | bemerkung | bemerkungen | opmerking |
        opmerkingen | remarque | remarques | observaciones | obs | obs. | anmerkung | açıklama notu | marke | merk
        | marque | marca | märke | merke | mærke | merkki | marka | značka | márka | 品牌 | メーカー | 제조사 |
        hersteller | fabrikant | fabricant | fabricante | produttore | üretici | 厂家 | zeichnung | zeichnungsnr |
        tekening | plan | plano | disegno | desenho | ritning | tegning | piirustus | rysunek | výkres | rajz |
        図番 | kostenträger | proyecto | progetto | charge | chargennr | partij | lote | lotto | lot no.
    """,
}

# A longer heading of one word means what it ends in: "Verkaufsnettopreis", "Regelbedrag", 建议订购数量.
ENDINGS: dict[str, str] = {
    "unit_price": """
        preis | prijs | pris | priset | prisen | hinta | egységár | fiyat | fiyatı | 单价 | 單價 | 単価 | 단가
    """,
    "amount": """
        gesamtpreis | totaalprijs | totalpris | betrag | bedrag | belopp | beløp | beløb | summe | summa |
        gesamtwert | nettowert | warenwert | totaal | totalt | kokonaishinta | összesen | összeg | tutar | tutarı
        | 金额 | 金額 | 总价 | 總價 | 小计 | 小計 | 금액
    """,
    "quantity": """
        menge | anzahl | aantal | hoeveelheid | antal | antall | mängd | mengde | mængde | määrä | mennyiség |
        stückzahl | miktar | miktarı | 数量 | 數量 | 수량
    """,
    "sku": """
        artikelnummer | artikelnr | artnr | artikelcode | varenummer | varenr | materialnummer | materialnr |
        teilenummer | produktnummer | productcode | tuotenumero | tuotekoodi | cikkszám | 货号 | 貨號 | 编码 |
        编号 | 編號 | 料号 | 料號 | 款号 | 款號 | 型号 | 品番 | 型番 | コード | 코드 | 품번
    """,
    "description": """
        bezeichnung | beschreibung | omschrijving | beskrivning | beskrivelse | benämning | betegnelse | kuvaus |
        megnevezés | tanımı | 描述 | 名称 | 名稱 | 品名 | 품명
    """,
    "unit": """
        mengeneinheit | eenheid | måleenhet | måleenhed | mittayksikkö | mértékegység | 单位 | 單位 | 単位 | 단위
    """,
    "requested_date": """
        liefertermin | lieferdatum | leverdatum | leveransdatum | leveringsdato | toimituspäivä | 交期 | 納期 |
        납기
    """,
    "discount": "rabatt | korting | rabat | alennus | kedvezmény | iskonto | 折扣 | 値引 | 할인",
    "tax": """
        steuer | steuersatz | steuerbetrag | momsbelopp | momsbeløp | momsbeløb | 税率 | 稅率 | 税额 | 稅額 | 税額
        | 세액
    """,
    "ignore": """
        gewicht | vikt | vekt | vægt | paino | verpackung | verpakking | förpackning | pakkaus | herkunft |
        herkomst | ursprungsland | herkunftsland | 重量 | 净重 | 原产地 | 原産国 | 원산지 | 备注 | 備考
    """,
}
