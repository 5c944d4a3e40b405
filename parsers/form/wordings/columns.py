"""How line tables head their columns: wordings parted by bars, by what stands in the column."""

COLUMNS: dict[str, str] = {
    "number": """
        poste | line | line no | line # | line number | ln | pos | position | item no. | # | no | sr | sr no | s
        no | sl no | sno | s# | sr.no | sl | nr | item line | seq | ln # | ln no | line item | po line | line
        nbr | lfd nr | pos nr | posnr | lfdnr | ligne | no ligne | linea | n linea | riga | n riga | regel |
        regelnr | linha | n | pos. | poz | lp | n. | sl no & kind | sl no & kind no of pkgs | posizione |
        posicion | posicao | partida | رقم | م | rad | linje | sıra | sira | sıra no | s.no | satır | 行 |
        行番号 | 番号 | 项次 | 序号 | 項次 | 번호 | 순번 | rivi | rivi nro | řádek | poř | číslo řádku | sor |
        tétel | nr crt | № | п/п | № п/п | שורה | rad nr | linje nr | linjenr | linjenummer | radnr | item nbr |
        posten
        | 行号
    """,
    "sku": """
        modell | modell nr | modèle | modello | modelo | modelnr | modellnummer | vendor material no | vendor
        material | vendor material number | supplier material no | supplier material | vendor article no |
        vendor article | vendor code no | mfr item no | mfr code | manufacturer code | oem no | matl | mat |
        supp art no | supp item no | your material number | your material no | your material | your article |
        stock number | stock code | item code | item no | item number | item # | item id | sku | sku # | sku
        code | sku no | part no | part number | part # | product code | product no | product number | product id
        | article | article no | article number | art no | art nr | artnr | material | material no | material
        number | material code | model | model no | model number | style | style no | style number | style # |
        code | stock no | catalog no | catalogue no | cat no | cat # | catalog # | catalogue # | catalog number
        | mfr part # | mfr part no | mfr part number | mfr # | mfg # | mfg part # | manufacturer # |
        manufacturer part # | vendor # | vendor part # | vendor item # | supplier # | supplier part # | model #
        | product # | style code | plu | part no. | customs item | vendor item | vendor item no | vendor part no
        | vendor part number | vendor sku | supplier item | supplier part no | supplier code | supplier sku |
        mfg part no | manufacturer part no | mpn | part | ref | reference | item ref | product ref | your item |
        your item no | your code | mark number | supplier article no | your article no | your part no | supplier
        item code | vendor style | your ref | seller item no | item code no | article code | order code |
        item/part no | part code | item / part number | artikel nr | artikelnummer | artikel-nr | artikel |
        artikelnr | materialnummer | material-nr | mat nr | matnr | sachnummer | bestell nr | bestellcode |
        teilenummer |
        artikelcode | lieferanten artikelnummer | lieferantenartikelnummer | ihre artikelnummer | ihre art nr |
        teile nr | materialnr | ihre artikel nr | code article | reference article | ref article | code produit
        | no article | reference produit | ref fournisseur | reference fournisseur | ref produit | votre
        reference | clave | clave producto | clave del producto |
        codigo | codigo de articulo | codigo articulo | cod articulo | referencia | no de articulo |
        codigo producto | codigo de producto | cod | ref proveedor | num articulo | su referencia | codice |
        codice articolo | cod articolo | articolo | codice prodotto | cod art | codice art | rif | vs codice |
        vostro codice | codice fornitore | codice articolo / item | productcode | artikelnummer leverancier |
        bestelcode | uw artikelnummer | codigo do produto | codigo do artigo | cod produto | codigo artigo |
        artigo | cod artigo | ref artigo | sua referencia | varenummer | varenr | indeks | kod | kod towaru |
        رمز الصنف | كود الصنف | رمز المنتج | stok kodu | ürün kodu | malzeme kodu | malzeme no | parça no | 品番
        | 商品コード | 商品番号 | 型番 | 品目コード | 物料编码 | 物料号 | 货号 | 商品编码 | 产品编号 | 料號 |
        品號 | 품번 | 품목코드 | 자재코드 | tuotenumero | tuotenro | tuotekoodi | nimikenumero | kód | číslo
        zboží | kód zboží | katalogové číslo | cikkszám | termékkód | cod produs | cod articol | κωδικός | κωδ |
        κωδ. είδους | артикул | код | код товара | מק"ט | מספר פריט | kod produktu | nr art | nr artykułu |
        symbol | indeks towaru | varekode | lev varenr | lev artnr | item nr | art # | réf | code art | n°
        article | model/style | style/sku | sku/style | vendor style #
        | objednací kód | obj. kód | objednací číslo | 料号 | 款号 | 款式编号 | codice ordine | bestellnummer | ref.
        commande | référence commande | 貴社品番 | 貴社商品コード
    """,
    "buyer_sku": """
        bizim kodumuz | kodumuz | nasz kod | vår kod | vårt artikelnr | vores varenr | vårt varenr | 弊社品番 |
        我方料号 | unsere art.-nr. | unsere materialnummer | notre réf | notre ref | ns. codice | nostro cod |
        ns rif | our item | our item no | our code | our part no | our part number | customer item | customer
        part no | customer part number | buyer item | buyer item no | buyer part no | customer sku | our article
        no | our sku | unsere artikelnummer | unsere art nr | unsere artikel nr | notre reference | notre code |
        nuestro codigo | nuestra referencia | nostro codice | ns codice | ons artikelnummer | nosso codigo |
        当社品番 | 当社コード | 当社商品コード | 弊社コード | 我方编码 | 我司料号 | 我司编码 |
        buyer sku | internal code | customer item no | internal item | buyer code | buyers item | customer code
        | our material | our material no | our article | unser artikel | customer material | customer material
        no | cust item | cust part | cust part no | buyer's item | buyers item code | buyer article | buyer
        article no | 客户料号 | kundeartikel | kundens artikelnr
    """,
    "gtin": """
        gencod | gtin | ean | ean no | ean code | upc | upc code | barcode | bar code | ean barcode | ean/upc |
        gtin/ean | product upc | upc/ean | ean-code | ean13 | ean-13 | gtin-13 | code barre | code barres |
        codigo de barras | codice a barre | codice ean | streepjescode | upc # | upc no | isbn | jan | janコード
        | jan code | 条码 | 条形码 | バーコード | viivakoodi | čárový kód | vonalkód | barkod | штрихкод | kod
        ean | ean kod | strekkode | stregkode | streckkod
        | code ean | codigo ean | cod ean | ean-nr | eankod
    """,
    "description": """
        title | item title | product title | description | item description | product description | material
        description | description of goods | goods description | item desc | item | items | product | products |
        material | material/description | product name | item name | name | particulars | details |
        part/description | part description | description/part | article description | item & description | item
        description & hsn/sac code | goods | description of material | product/description | item/description |
        description / item | product details | item details | goods and services | description & specification |
        bezeichnung | beschreibung | artikelbezeichnung | artikelbeschreibung | produkt | text |
        warenbezeichnung | leistung | materialbezeichnung | kurztext | produktbezeichnung | artikel /
        bezeichnung | artikel/bezeichnung | designation | libelle | produit | description article | designation
        article | article | descripcion | concepto | producto | articulo | denominacion | descripcion del
        articulo | descripcion del producto | descrizione | descrizione articolo | prodotto | descrizione
        prodotto | descrizione / description | omschrijving | artikelomschrijving | productomschrijving |
        beschrijving | descricao | designacao | produto | descricao do produto | descricao do artigo |
        beskrivning | beskrivelse | benamning | opis | nazwa | nazwa towaru | varebeskrivelse | الوصف | البيان |
        المنتج | الصنف | açıklama | ürün adı | malzeme adı | malzeme tanımı | stok adı | ürün | cinsi | 品名 |
        商品名 | 品目 | 摘要 | 仕様 | 品名・規格 | 品名/規格 | 名称 | 物料名称 | 货物名称 | 产品名称 | 描述 |
        品名规格 | 规格型号 | 품명 | 품목 | 품목명 | 내역 | kuvaus | nimike | tuote | tuotenimi | vare |
        varebetegnelse | tekst | popis | název | název zboží | zboží | megnevezés | leírás | termék | denumire |
        denumire produs | descriere | denumirea produselor | περιγραφή | είδος | наименование | наименование
        товара | описание | товар | תיאור | שם פריט | nazwa towaru / usługi | nazwa artykułu | towar | opis
        towaru | description of item | item and description | product / service | product/service | activity |
        goods description / specification | description and specification | libellé | désignation des
        marchandises | detalle | descripcion de la mercancia | descricao dos produtos | discriminação | material
        text | item text | short text | services
        | artikelbenämning | varubenämning | benämning | označení | označení zboží | ürün açıklaması | malzeme
        açıklaması | ürün tanımı | stok açıklaması | 规格描述 | 品名描述 | 物料描述 | 产品描述 | 商品描述
    """,
    "variant": """
        size | colour | color | variant | size/colour | colour/size | color/size | size/color | finish | metal |
        grosse | farbe | groesse | taille | couleur | talla | tamano | taglia | colore | maat | kleur | tamanho
        | cor | renk | beden | サイズ | カラー | 色 | 尺码 | 颜色 | färg | storlek | farge | størrelse | farve |
        väri | koko | barva | velikost | rozmiar | kolor | size/dim | shade | colorway | colourway
        | coloris | 颜色/尺码 | カラー/サイズ
    """,
    "quantity": """
        quant. | quant | gesamtmenge | stückzahl | gesamtzahl | gesamt menge | quantité totale | cantidad total
        | quantità totale | totaal aantal | total pairs | sum qty | quantity | qty | order qty | ordered | qty
        ordered | order quantity | ordered qty | qty/article | quantity ordered | qnty | qtty | quant | qty req
        | qty. | total qty | order qty. | qty of ratio packs | total quantity | req qty | units | pieces | pcs |
        pairs | no of units | quantity / uom | qty / uom | qty / unit | quantity/unit | qty & uom | po qty |
        order amount qty | ord qty | quantity required | qty required | qty uom | menge | anzahl | bestellmenge
        | stuck | stueck | stk | best menge | menge me | quantite | qte | quantite commandee | qte commandee |
        nombre | nbre | cantidad | cant | cdad | cantidad pedida | unidades | uds | cantid | quantita | q.ta |
        qta | q.tà | quant. | quantita ordinata | quantita / quantity | q | aantal | hoeveelheid | besteld |
        besteld aantal | quantidade | qtd | qtde | qtd. | antal | antall | maengde | ilosc | الكمية | miktar |
        adet | mik | sipariş miktarı | 数量 | 注文数 | 発注数 | 发注数量 | 订购数量 | 采购数量 | 個数 | 수량 |
        주문수량 | määrä | tilattu | kpl | kvantitet | mängd | antal st | množství | počet | mennyiség | menny |
        cantitate | ποσότητα | ποσ | количество | кол-во | כמות | ilość | ilość szt | szt | boxes | bags | rolls
        | sets | bottles | packs | dozens | no of pcs | nos | order qnty | qty (pcs) | qty pcs | total pcs |
        total units | total pieces | units ordered | purchase qty | release qty | call-off qty | abrufmenge |
        bestelde hoeveelheid | qté cdée | quantité cdée | ctd | ctdad | cantidad solicitada | qtà | q.tà
        ordinata | q.ty | q'ty
        | aant | aant. | pezzi | totale pezzi | peças | total peças | ks | celkem ks | 总数量 | 合計数量 |
        总件数 | 合计数量 | 合計点数
    """,
    "unit": """
        einh. | einh | unit | uom | um | u/m | units of measure | unit of measure | uom code | unit of meas |
        unit measure | me | einheit | mengeneinheit | unite | unidad | udm | u.m. | u.d.m. | unita | unita di
        misura | eenheid | ehd | unidade | un | ud | und | j.m. | enhet | enhed | unid | meas | pack | unit code
        | ve | الوحدة | birim | ölçü birimi | 単位 | 单位 | 單位 | 단위 | yksikkö | yks | mj | m.j. | egység |
        m.e. | μ.μ. | ед | ед.изм | יחידה | jm | jedn | enh | order unit | oun | ordering unit | bme |
        mengeneinh
        | vpe | eenh | eenh. | u. | jednostka | jednostka miary | jednotka | měrná jednotka | br. | ölçü br |
        計量単位 | 计量单位
    """,
    "unit_price": """
        preis per einheit | preis per me | preis per stk | preis per stück | prix per unité | precio per unidad
        | prezzo per unità | prijs per eenheid | unit rate | einzelpr. | pr. unitario | prezzo lordo | unit
        price | price | rate | unit cost | cost | price/unit | price per unit | unit rate | net price | price
        each | each | net unit price | cost price | unit price excl vat | net price/unit | price (each) | item
        price | net rate | unit base cost | basic cost | base cost | basic rate | b.price | base price | basic
        price | price/ea | price ea | unit net price | unit price net | cost each | wholesale | wholesale price
        | unit cost price | purchase price | cost/unit | einzelpreis | preis | stuckpreis | stueckpreis |
        einheitspreis | e-preis | ep | preis/einheit | nettopreis | preis je einheit | einzelpreis netto | netto
        preis | preis pro einheit | einzel | e.-preis | preis eur | preis/me | prix unitaire | pu | prix unit |
        p.u. | prix | pu ht | prix unitaire ht | p.u. ht | prix net | prix u | prix ht | precio unitario |
        precio | p. unitario | precio unit | p.unit | precio neto | precio/unidad | precio ud | prezzo unitario
        | prezzo | prezzo un | prezzo unit | prezzo netto | prezzo un. | prezzo unitario / unit price | prijs |
        stuksprijs | eenheidsprijs | prijs per stuk | nettoprijs | prijs/stuk | prijs per eenheid | preco
        unitario | preco | preco unit | p.unitario | valor unitario | vlr unitario | valor unit | a-pris | pris
        | styckpris | stykpris | enhedspris | enhetspris | cena | cena jedn | cena jednostkowa | سعر الوحدة |
        السعر | birim fiyat | birim fiyatı | br fiyat | 単価 | 单价 | 單價 | 含税单价 | 未税单价 | 단가 | hinta
        | yksikköhinta | á-hinta | hinta/kpl | à-pris | pris/enhet | pris pr. enhed | pris pr stk | pris/st |
        jednotková cena | cena za jedn | cena za kus | cena/ks | egységár | preț unitar | pret unitar fara tva |
        preț | τιμή | τιμή μονάδος | τιμή μονάδας | цена | цена за ед | מחיר | מחיר יחידה | cena netto | cena
        jedn. netto | cena j. | wsp | whsl | wholesale cost | direct unit cost | unit base price | fob price |
        fob cost | first cost | landed cost | invoice cost | supplier price | supplier cost | buying price | net
        cost | agreed price | contract price | po price | price/um | price per um | vk netto | ek | ek-preis |
        prix d'achat | pa ht | preço unit. | vl. unit. | prezzo unit. | pr.unit. | prezzo cad | inköpspris |
        inkjøpspris | indkøbspris
        | stukprijs | fiyat | cena za mj | cena za jednotku | b.fiyat | b. fiyatı | vlr. unit. | vlr unit |
        precio unid | prezzo cad. | 不含税单价 | 税抜単価
    """,
    "list_price": """
        list price | list price/unit | mrp | retail | retail price | rrp | msrp | unit selling price | selling
        price | landing rate | l.price | landed price | listenpreis | bruttopreis | gross price | prix public |
        prix brut | precio de lista | prezzo di listino | adviesprijs | uvp | srp | suggested retail | vk preis
        | bruto prijs
        | rrp less vat | rrp excl vat | retail excl vat | tarif | tarif public | precio tarifa | precio bruto |
        tarifa | prezzo listino | listino | preço tabela | preço de tabela | bruttopris | listpris | cena
        katalogowa | cena cennikowa | ceníková cena | liste fiyatı | liste fiyat | 定価 | 原价 | 标价 | catalogusprijs
        | brutoprijs
    """,
    "price_per": """
        per | price unit | price per | pu qty | preiseinheit | pe | je | price qty | price basis qty | price
        unit qty | pro | par | unite de prix | unidad de precio | prijs per | per unit
        | prix par | precio por | preço por | prezzo per | za | başına | 価格単位 | 价格单位 | pris per |
        preis per | preis pro
    """,
    "discount": """
        discount | disc | disc % | discount % | disc.% | rabatt | rabatt % | remise | remise % | descuento | dto
        | dto % | desc % | sconto | sconto % | sc | sc % | korting | korting % | desconto | desc | % disc | %
        discount | less | 1 sc | rab | rab % | 1 sc 1st di | iskonto | isk | isk % | iskonto % | 値引 | 折扣 |
        할인 | alennus | ale | ale % | rabat | rabat % | sleva | sleva % | kedvezmény | reducere | έκπτωση |
        скидка | הנחה | upust | rab.% | disc (%) | trade disc | trade discount | line disc | line discount |
        line discount % | rem. | rem.% | sconti | desc. % | kort | kort%
        | 値引率 | 折扣% | 折扣率 | 割引 | 割引率
    """,
    "amount": """
        amount | total | line total | total amount | extended | extension | ext price | extended price |
        extended cost | ext cost | total price | net amount | value | total value | ext amount | net value |
        line amount | subtotal | sub total | extended amount | line value | total cost | item total | net total
        | taxable value | amount (net) | total net | ext | ext. | order value | t.value | amount excl vat |
        total amt | line amt | line ext | total excl vat | nett amount | net | totals | betrag | gesamt |
        gesamtpreis | gesamtbetrag | summe | positionswert | nettobetrag | wert | nettowert | g-preis |
        zeilensumme | gesamt eur | gesamtpreis netto | gp | netto | betrag eur | summe eur | montant | montant
        ht | total ht | montant total | prix total | montant net | total ligne | importe | importe total | total
        linea | valor | precio total | importe neto | importo | totale | importo totale | valore | importo netto
        | prezzo totale | totale riga | importo / amount | tot | bedrag | totaal | totaalprijs | regeltotaal |
        regelbedrag | totaalbedrag | totaal excl btw | valor total | montante | preco total | vlr total | total
        liquido | belopp | summa | belob | wartosc | wartosc netto | kwota | المبلغ | المجموع | الإجمالي |
        القيمة | tutar | toplam | toplam tutar | net tutar | 金額 | 金额 | 小計 | 合計 | 合计 | 总价 | 总金额 |
        價稅合計 | 价税合计 | 금액 | 합계 | 공급가액 | yhteensä | rivisumma | veroton summa | belopp kr | beløb
        | beløp | linjebeløp | linjebeløb | celkem | celková cena | cena celkem | celkem bez dph | összesen |
        összeg | nettó | nettó érték | érték | valoare | total fara tva | αξία | σύνολο | καθαρή αξία | сумма |
        стоимость | всего | סה"כ | סכום | wartość | wartość netto | razem | total line | total price excl | line
        price | total extended | extended net | net line total | total net price | extd price | gross amount |
        basic amount | value (inr) | amount (rs) | amount rs | total rs | mt ht | montant ligne | prix total ht
        | totale netto | imp. | importo riga | valor líquido | vl. total
        | nettobedrag | radsumma | totalt | radbelopp | částka | 合計金額 | 税抜金額 | 不含税金额 | 含税金额 |
        linjetotal
    """,
    "tax": """
        tax | vat | vat % | tax % | gst | gst % | gst (%) | tax amount | tax amt | tax rate | vat rate | mwst |
        ust | mwst % | ust % | tva | tva % | iva | iva % | btw | btw % | igst | cgst | sgst | cess | cess% |
        taxes | igst% | moms | tax code | vat amount | rate amt | cod iva | c.iva | sales tax | الضريبة | kdv |
        kdv % | 税率 | 税額 | 税额 | 消費税 | 부가세 | alv | alv % | moms % | mva | mva % | dph | dph % | áfa |
        áfa % | tva% | φπα | φπα % | ндс | stawka vat | vat rate % | cgst % | sgst % | igst % | cgst rate | sgst
        rate | igst rate | cgst amt | sgst amt | igst amt | cgst amount | sgst amount | igst amount | utgst |
        hst | pst | qst | taxcode | vat code | btw code | tax inr
        | mwst-satz | mwst satz | ust-satz | ust satz | taux tva | montant tva | importe iva | importo iva |
        valor iva | kwota vat | wartość vat | částka dph | btw-bedrag | btw bedrag | mwst-betrag | mwst betrag |
        kdv tutarı | kdv oranı | 税金
    """,
    "requested_date": """
        due date | delivery date | required date | delivery | due | due on | date required | ship date | need by
        | need by date | requested date | req date | del date | delv date | promise date | required | date |
        scheduled date | requested ship date | liefertermin | lieferdatum | termin | date de livraison |
        livraison | date livraison | delai | fecha de entrega | fecha entrega | entrega | data consegna |
        consegna | data di consegna | leverdatum | levering | data de entrega | delivery on | exp date | تاريخ
        التسليم | teslim tarihi | termin tarihi | 納期 | 納入日 | 希望納期 | 交期 | 交货日期 | 交貨日期 | 납기 |
        납기일 | toimituspäivä | toimitusaika | leveransdatum | leveransdag | leveringsdato | lev.dato |
        lev.datum | termín | termín dodání | dodací termín | szállítási határidő | termen livrare | data livrare
        | ημ. παράδοσης | срок поставки | дата поставки | תאריך אספקה | termin dostawy | data dostawy | etd |
        eta | ex-factory | ex-factory date | x-factory | in dc date | in house date | ship by | deliver by |
        delivery dt | delv. date | del dt | due dt | wanted | wanted date | date wanted | need date | required
        by | required by date | reqd date | dock date | arrival date | want date | lieferdat | liefert. |
        lief.datum | livr. | date liv | data cons. | fecha req
        | leverans | dostawa | dodání | dodací lhůta | teslim | teslimat | teslimat tarihi | lieferung
    """,
    "ignore": """
        kod cn | kod pkwiu | kod taric | cod doganale | codice doganale | cod. doganale | nomenclatura |
        nomenclatura combinata | code douanier | nomenclature | code nc | nc8 | zolltarifnr | zolltarifnummer |
        warennummer | statistische warennummer | tarnr | tarifnr | warentarifnummer | stat warennr | partida
        arancelaria | cod arancelario | codigo arancelario | posicion arancelaria | goederencode | tariefcode |
        ncm | taric | kn code | customs no | customs tariff no | customs code no | commodity no | gst code |
        sac/hsn | hsn no | hsn code no | drawing number | rev level | hsn/sa code | hsn/sa | hsn | sac code |
        hsn code | hsn/sac | hsn/sac code | sac | tariff | hs code | hts | tariff no | weight | net weight |
        gross weight | wt | length | rev | revision | received | qty received | received qty | date received |
        backordered | back ordered | qty backordered | shipped | qty shipped | open | open qty | cartons | ctn |
        cbm | volume | warehouse | whse | location | bin | dept | department | account | gl account | job |
        project | receiver's initials | initials | marg in % | margin | marg | disc amt | discount amount |
        country of origin | coo | origin | zolltarif | line total incl tax | total incl tax | gewicht | poids |
        peso | gewicht kg | received date | notes | note | remarks | comments | status | taxable | commessa | d
        | c | ship via | terms | fob | no of singles per ratio | break up qty | % total qty | adt cess | customs
        code | brand | image | picture | season | stock | commodity code | country | uom conv | rec'd | date
        recd | recd | statistical no | gtip | gtip no | 備考 | 备注 | 備註 | 비고 | huomautus | anm | anmärkning
        | merknad | bemærkning | poznámka | megjegyzés | observatii | observații | σχόλια | примечание | הערות |
        uwagi | pkwiu | hs | hts code | hts # | hts no | htsus | tariff code | customs tariff | commodity |
        statistical code | net wt | gross wt | gross weight (kg) | net weight (kg) | kg | cube | cubic | inner
        pack | inner | inners | master | master pack | case pack | carton qty | ctn qty | qty/ctn | pcs/ctn |
        pcs per carton | per carton | units per case | pack size | case size | moq | store | dc | plant | sloc |
        storage location | cost center | cost centre | kostenstelle | sachkonto | gl | g/l | g/l account |
        budget | budget code | wbs | sales order | so no | so # | contract no | agreement | blanket | quote |
        quote no | requisition | req # | req no | pr no | drawing | drawing no | drg no | rev no | ver | batch |
        lot | lot no | shelf life | expiry | expiry date | mfg date | image ref | photo | thumbnail | fabric |
        composition | fibre content | care | coo. | made in | qty open | outstanding | outstanding qty | balance
        | bal | qty shipped to date | prev qty | previously ordered | retail value | total retail | imu | imu %
        | markup | markup %
    """,
}
