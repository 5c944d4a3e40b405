"""Units that goods are counted in, as forms and mails shorten them."""

UNITS: frozenset[str] = frozenset(
    """
    ea each pc pcs pce piece pieces unit units set sets box boxes bx pack packs pk pkt pkts pair pairs pr prs dozen
    dozens doz dz carton cartons ctn ctns case cases cs bag bags roll rolls bottle bottles sheet sheets kg kgs g gr
    gram grams lb lbs oz t m mtr mtrs metre metres meter meters ft yd yds l ltr litre litres nos no num stk stück
    stueck st paar pr karton kartons kiste kisten rolle rollen satz sätze me ve pièce pièces pce pces paire paires
    boîte boîtes boite carton sachet jeu jeux lot u ud uds un und unid unidad unidades par pares caja cajas caixa
    caixas peça peças pç pçs conj conjunto juego juegos pezzo pezzi pz paio paia scatola scatole cf conf stuks stuk
    doos dozen zak rol szt sztuk para karton opak kpl ks sada balení bal krabice adet ad kutu takım koli förp
    förpackning styck ask kpl pkt rll 个 個 只 套 箱 盒 件 本 枚 台 組 袋 米 千克 包 双 对 组 セット ケース
    """.split()
)
