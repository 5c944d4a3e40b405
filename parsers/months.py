"""What months and days of the week are called, in many languages."""

import unicodedata
from collections.abc import Mapping

_MONTHS = {
    1: """
        ianuarie січень січня
        january januar janvier enero gennaio januari janeiro jan gen ene janner jaenner sty styczen stycznia led
        leden ledna januára ocak oca tammikuu tammikuuta tammi ιανουαριος ιανουαριου ιαν январь января янв يناير
        ינואר
    """,
    2: """
        februarie лютий лютого
        february februar fevrier febrero febbraio februari fevereiro feb fev fevr lut luty lutego unor unora úno
        subat şub februára helmikuu helmikuuta helmi φεβρουαριος φεβρουαριου φεβ февраль февраля фев فبراير شباط
        פברואר
    """,
    3: """
        martie березень березня
        march maerz marz mars marzo maart marco mar mrz mrt mär märz marts marzec marca brezen brezna bře
        marcius márc mart maaliskuu maaliskuuta maalis μαρτιος μαρτιου μαρ март марта мар مارس آذار מרץ מרס
    """,
    4: """
        aprilie квітень квітня
        april avril abril aprile apr avr abr kwi kwiecien kwietnia duben dubna dub április ápr nisan nis
        huhtikuu huhtikuuta huhti απριλιος απριλιου απρ апрель апреля апр أبريل ابريل نيسان אפריל
    """,
    5: """
        травень травня
        may mai mayo maggio mei maio mag maj maja kveten kvetna kvě majus máj mayis toukokuu toukokuuta touko
        μαιος μαιου μαι май мая مايو أيار מאי
    """,
    6: """
        iunie червень червня
        june juni juin junio giugno junho jun giu cze czerwiec czerwca cerven cervna čvn junius jún haziran haz
        kesakuu kesakuuta kesä ιουνιος ιουνιου ιουν июнь июня июн يونيو حزيران יוני
    """,
    7: """
        iulie липень липня
        july juli juillet julio luglio julho jul lug juil lip lipiec lipca cervenec cervence čvc julius júl
        temmuz tem heinakuu heinakuuta heinä ιουλιος ιουλιου ιουλ июль июля июл يوليو تموز יולי
    """,
    8: """
        augusti серпень серпня
        august aout agosto augustus aug ago sie sierpien sierpnia srpen srpna srp augusztus agustos ağu elokuu
        elokuuta elo αυγουστος αυγουστου αυγ август августа авг أغسطس اغسطس آب אוגוסט
    """,
    9: """
        septembrie вересень вересня
        september septembre septiembre settembre setembro sep sept set wrz wrzesien wrzesnia zari zář szeptember
        szept eylul eyl syyskuu syyskuuta syys σεπτεμβριος σεπτεμβριου σεπ сентябрь сентября сен сент سبتمبر
        أيلول ספטמבר
    """,
    10: """
        octombrie жовтень жовтня
        october oktober octobre octubre ottobre outubro oct okt ott out paz pazdziernik pazdziernika rijen rijna
        říj ekim eki lokakuu lokakuuta loka οκτωβριος οκτωβριου οκτ октябрь октября окт أكتوبر اكتوبر אוקטובר
    """,
    11: """
        noiembrie листопада
        november novembre noviembre novembro nov lis listopad listopada kasim kas marraskuu marraskuuta marras
        νοεμβριος νοεμβριου νοε ноябрь ноября ноя نوفمبر נובמבר
    """,
    12: """
        decembrie грудень грудня
        december dezember decembre diciembre dicembre dezembro dec dez dic des gru grudzien grudnia prosinec
        prosince pro aralik ara joulukuu joulukuuta joulu δεκεμβριος δεκεμβριου δεκ декабрь декабря дек ديسمبر
        דצמבר
    """,
}
# As date.weekday() counts: Monday is 0.
_WEEKDAYS = {
    0: """
        monday mon montag mo lundi lun lunes lunedi maandag ma segunda mandag poniedzialek pondeli hetfo
        pazartesi maanantai δευτερα понедельник пн
    """,
    1: """
        tuesday tue tues dienstag di mardi mar martes martedi dinsdag terca tirsdag tisdag wtorek utery kedd
        sali tiistai τριτη вторник вт
    """,
    2: """
        wednesday wed mittwoch mi mercredi mer miercoles mercoledi woensdag quarta onsdag sroda streda szerda
        carsamba keskiviikko τεταρτη среда ср
    """,
    3: """
        thursday thu thur thurs donnerstag do jeudi jeu jueves giovedi donderdag quinta torsdag czwartek ctvrtek
        csutortok persembe torstai πεμπτη четверг чт
    """,
    4: """
        friday fri freitag fr vendredi ven viernes venerdi vrijdag sexta fredag piatek patek pentek cuma
        perjantai παρασκευη пятница пт
    """,
    5: """
        saturday sat samstag sonnabend sa samedi sam sabado sabato zaterdag lordag sobota szombat cumartesi
        lauantai σαββατο суббота сб
    """,
    6: """
        sunday sun sonntag so dimanche dim domingo domenica zondag sondag niedziela nedele vasarnap pazar
        sunnuntai κυριακη воскресенье вс
    """,
}


def bare(name: str) -> str:
    """A name without case, accents and points: what its spellings have in common."""
    spelled = name if name.isascii() else unicodedata.normalize("NFKD", name.casefold()).replace("ı", "i")
    return "".join(c for c in spelled.casefold() if c.isalpha())


def _index(rows: Mapping[int, str]) -> dict[str, int]:
    return {bare(name): number for number, names in rows.items() for name in names.split()}


MONTH = _index(_MONTHS)
WEEKDAY = _index(_WEEKDAYS)
# Names of months that are words of goods or of other languages as well.
WORDS = frozenset({"set", "out", "led", "pro", "ara", "mag", "mart", "tem"})
