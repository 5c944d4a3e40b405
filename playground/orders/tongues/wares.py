"""What goods are called in each language: things, then what they may be made of or look like, parted by a bar."""

from collections.abc import Mapping

WARES: Mapping[str, str] = {
    "en": "Stacking ring;Hex bolt M8 x 40;Serving bowl;Tea towel;Cable gland 20 mm;Ball valve 1/2 in;Wall clock;Candle;Notebook A5;Bearing 6204-2RS;Cushion cover 45 x 45 cm;Hand soap 300 ml;"
    "Work gloves size 9;LED lamp 9 W;Door handle;Glass jar 500 ml;Copper tube 15 mm;Canvas bag;Photo frame 13 x 18;Gasket set;Resistor 4.7k|brass;stainless steel;oak;blue;natural;zinc plated;"
    "matt black;large;recycled glass;cotton;silver;type B;with lid;IP65",
    "de": "Sechskantschraube M8 x 40;Servierschale;Geschirrtuch;Kabelverschraubung;Kugelhahn 1/2 in;Wanduhr;Kerze;Notizbuch A5;Kissenhülle 45 x 45 cm;Handseife 300 ml;Arbeitshandschuh Gr. 9;Türgriff|"
    "Messing;Edelstahl;Eiche;blau;verzinkt;schwarz matt;groß;Baumwolle;mit Deckel",
    "fr": "Vis à tête hexagonale M8;Saladier;Torchon;Presse-étoupe 20 mm;Robinet 1/2 in;Horloge murale;Bougie parfumée;Carnet A5;Housse de coussin;Savon 300 ml;Gants taille 9|laiton;inox;chêne;bleu;zinguée;noir mat;grand;coton",
    "es": "Tornillo hexagonal M8;Ensaladera;Paño de cocina;Prensaestopas 20 mm;Válvula de bola 1/2 in;Reloj de pared;Vela;Cuaderno A5;Funda de cojín;Jabón 300 ml|latón;acero inoxidable;roble;azul;negro mate;grande;algodón",
    "it": "Vite testa esagonale M8;Insalatiera;Canovaccio;Pressacavo 20 mm;Valvola a sfera 1/2 in;Orologio da parete;Candela;Quaderno A5;Fodera cuscino;Sapone 300 ml|ottone;acciaio inox;rovere;blu;nero opaco;grande;cotone",
    "nl": "Zeskantbout M8 x 40;Serveerschaal;Theedoek;Kabelwartel 20 mm;Kogelkraan 1/2 in;Wandklok;Kaars;Notitieboek A5;Kussenhoes;Handzeep 300 ml|messing;rvs;eiken;blauw;mat zwart;groot;katoen",
    "pt": "Parafuso sextavado M8;Saladeira;Pano de cozinha;Válvula de esfera 1/2 in;Relógio de parede;Vela;Caderno A5;Capa de almofada;Sabonete 300 ml|latão;aço inox;carvalho;azul;preto fosco;grande;algodão",
    "sv": "Sexkantskruv M8 x 40;Serveringsskål;Kökshandduk;Kabelförskruvning;Kulventil 1/2 in;Väggklocka;Ljus;Anteckningsbok A5;Kuddfodral;Handtvål 300 ml|mässing;rostfri;ek;blå;matt svart;stor;bomull",
    "pl": "Śruba sześciokątna M8;Miska;Ścierka kuchenna;Dławnica 20 mm;Zawór kulowy 1/2 in;Zegar ścienny;Świeca;Notes A5;Poszewka;Mydło 300 ml|mosiądz;stal nierdzewna;dąb;niebieski;czarny mat;duży;bawełna",
    "cs": "Šroub šestihranný M8;Mísa;Utěrka;Kabelová průchodka;Kulový ventil 1/2 in;Nástěnné hodiny;Svíčka;Zápisník A5;Povlak na polštář;Mýdlo 300 ml|mosaz;nerez;dub;modrá;černá mat;velký;bavlna",
    "tr": "Altıgen cıvata M8;Servis kasesi;Mutfak havlusu;Kablo rakoru;Küresel vana 1/2 in;Duvar saati;Mum;Defter A5;Yastık kılıfı;Sıvı sabun 300 ml|pirinç;paslanmaz çelik;meşe;mavi;mat siyah;büyük;pamuk",
    "ja": "ノートA5;陶器マグ;木製時計;布巾;六角ボルトM8;石鹸300ml|青;黒;白;大;小",
    "zh": "笔记本A5;陶瓷杯;木质挂钟;毛巾;六角螺栓M8;洗手液300ml|蓝色;黑色;白色;大号;小号",
}  # fmt: skip
