"""How papers name countries, and what else shows one: its tax numbers, its legal forms, the ways it writes towns."""

from typing import NamedTuple


class Country(NamedTuple):
    """What a country is called (patterns), its money, and what it writes first in a date ("d", "m", "y", "?")."""

    names: str
    money: str
    first: str
    signs: str = ""  # patterns that nothing else looks like, with case


_STATES = (
    "AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA"
    "|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC"
)
_STATE_NAMES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|"
    "Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|"
    "Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|"
    "Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|"
    "West Virginia|Wisconsin|Wyoming"
)

COUNTRIES: dict[str, Country] = {
    "US": Country(
        r"USA|U\.S\.A|United States|EE\.UU|EE\. UU|EEUU|Estados Unidos|Etats-Unis", "USD", "m",
        rf"\b(?:{_STATES}),? +\d{{5}}(?:-\d{{4}})?(?![\d-])|\b(?:{_STATE_NAMES}),? +\d{{5}}(?:-\d{{4}})?(?![\d-])"
        rf"|\b\d{{5}}(?:-\d{{4}})?,? +(?:{_STATES}),? +US\b|\b(?:{_STATES}),? +US(?![A-Za-z$])",
    ),
    "PR": Country("Puerto Rico", "USD", "?", r"\bPR,? +00\d{3}\b"),
    "CA": Country(
        r"Canada|Canadian|Québec|Ontario|British Columbia", "CAD", "?",
        r"\b[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d\b|\b(?:HST|QST|TPS|TVQ)\b",
    ),
    "GB": Country(
        r"United Kingdom|England|Scotland|Wales|Northern Ireland|Great Britain", "GBP", "d",
        r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-BD-HJLNP-UW-Z]{2}\b"
        r"|\bGB ?\d{3} ?\d{4} ?\d{2}\b|(?<![A-Z])UK(?![A-Z])|(?<![A-Z])U\.K\b",
    ),
    "IE": Country(r"Ireland|Éire", "EUR", "d", r"\bIE\d[\dA-Z]\d{5}[A-Z]{1,2}\b"),
    "IN": Country(
        r"India|Bharat", "INR", "d",
        r"\b\d{2}[A-Z]{5}\d{4}[A-Z][A-Z\d]Z[A-Z\d]\b|\b(?:CGST|SGST|IGST|GSTIN)\b|\b[LU]\d{5}[A-Z]{2}\d{4}P[TL]C\d{6}\b",
    ),
    "PK": Country(r"Pakistan", "PKR", "d", r"\bNTN\b|\bSTRN\b"),
    "BD": Country(r"Bangladesh", "BDT", "d"),
    "LK": Country(r"Sri Lanka", "LKR", "d"),
    "NP": Country(r"Nepal", "NPR", "d"),
    "MU": Country(r"Mauritius", "MUR", "d"),
    "AU": Country(r"Australia", "AUD", "d", r"\bABN\b|\b(?:NSW|VIC|QLD|TAS|ACT) +\d{4}\b|\bPty\.? Ltd"),
    "NZ": Country(r"New Zealand|Aotearoa", "NZD", "d"),
    "SG": Country(r"Singapore", "SGD", "d"),
    "HK": Country(r"Hong Kong", "HKD", "d"),
    "MY": Country(r"Malaysia", "MYR", "d", r"\bSdn\.? Bhd"),
    "PH": Country(r"Philippines", "PHP", "?"),
    "ZA": Country(r"South Africa", "ZAR", "?", r"\(Pty\)"),
    "KE": Country(r"Kenya", "KES", "d"),
    "NG": Country(r"Nigeria", "NGN", "d"),
    "DE": Country(
        r"Germany|Deutschland", "EUR", "d",
        r"\bDE ?\d{9}\b|\bD-\d{5} [A-Z]|\bGmbH\b(?! Austria)|\bHRB ?\d+|\bUSt-Id|\bUSt-IdNr|\bUStId|\be\.K\.",
    ),
    "AT": Country(r"Austria|Österreich", "EUR", "d", r"\bATU ?\d{8}\b|\bA-\d{4} [A-Z]"),
    "CH": Country(r"Switzerland|Schweiz|Suisse|Svizzera", "CHF", "d", r"\bCHE-?\d{3}|\bCH-\d{4}\b"),
    "FR": Country(r"France", "EUR", "d", r"\bFR ?[\dA-Z]{2} ?\d{9}\b|\bF-\d{5} [A-Z]|\bSIRET\b|\bSARL\b|\bCEDEX\b"),
    "BE": Country(r"Belgium|Belgique|België", "EUR", "d", r"\bBE ?0\d{3}[. ]?\d{3}[. ]?\d{3}\b|\bB-\d{4} [A-Z]"),
    "NL": Country(
        r"Netherlands|Nederland|Holland", "EUR", "d", r"\bNL ?\d{9}B\d{2}\b|\bNL-\d{4}|\bB\.V\.|\bKvK\b"
    ),
    "LU": Country(r"Luxembourg", "EUR", "d"),
    "IT": Country(
        r"Italy|Italia", "EUR", "d",
        r"\bIT ?\d{11}\b|\bP\. ?IVA\b|\bPIVA\b|\bPartita IVA\b|\bI-\d{5} [A-Z]|\bS\.r\.l\b|\bS\.R\.L\b|\bs\.r\.l\.(?!o)"
        r"|\bS\.p\.A\b|\bS\.P\.A\b|\bs\.p\.a\b|\bSrl\b|\bSRL\b|\bSpA\b",
    ),
    "ES": Country(r"Spain|España", "EUR", "d", r"\bES ?[A-Z]\d{8}\b|\bE-\d{5} [A-Z]|\bS\.L\.(?:U\.)?"),
    "PT": Country(r"Portugal", "EUR", "d", r"\bPT ?\d{9}\b|\bP-\d{4} [A-Z]|\bLda\b"),
    "GR": Country(r"Greece|Ελλάδα|Ελλάς", "EUR", "d", r"\bEL ?\d{9}\b|ΑΦΜ|Α\.Ε\."),
    "CY": Country(r"Cyprus|Κύπρος", "EUR", "d"),
    "MT": Country(r"Malta", "EUR", "d"),
    "FI": Country(r"Finland|Suomi", "EUR", "d", r"\bFI ?\d{8}\b|\bFI-?\d{5}\b|\bOyj\b|\bOy\b"),
    "EE": Country(r"Estonia|Eesti", "EUR", "d"),
    "LV": Country(r"Latvia|Latvija", "EUR", "d"),
    "LT": Country(r"Lithuania|Lietuva", "EUR", "y"),
    "SI": Country(r"Slovenia|Slovenija", "EUR", "d", r"\bSI ?\d{8}\b"),
    "SK": Country(r"Slovakia|Slovensko|Slovenská", "EUR", "d", r"\bSK ?\d{10}\b"),
    "HR": Country(r"Croatia|Hrvatska", "EUR", "d"),
    "SE": Country(r"Sweden|Sverige", "SEK", "y", r"\bSE ?\d{12}\b|\bSE-\d{3} ?\d{2}\b"),
    "NO": Country(r"Norway|Norge|Noreg", "NOK", "d", r"\bNO ?\d{9} ?MVA\b"),
    "DK": Country(r"Denmark|Danmark", "DKK", "d", r"\bDK ?\d{8}\b|\bDK-\d{4}\b|\bApS\b|\bA/S\b"),
    "IS": Country(r"Iceland|Ísland", "ISK", "d"),
    "PL": Country(r"Poland|Polska", "PLN", "d", r"\bPL ?\d{10}\b|\bSp\. ?z ?o\.? ?o|\bNIP\b"),
    "CZ": Country(r"Czech|Czechia|Česká|Česko", "CZK", "d", r"\bCZ ?\d{8,10}\b|\bs\.r\.o\.|\bDIČ\b|\bIČO\b|\bIČ\b"),
    "HU": Country(r"Hungary|Magyarország", "HUF", "y", r"\bHU ?\d{8}\b|\bKft\b|\bZrt\b"),
    "RO": Country(r"Romania|România", "RON", "d", r"\bRO ?\d{6,10}\b"),
    "BG": Country(r"Bulgaria|България", "EUR", "d"),
    "TR": Country(r"Türkiye|Turkiye", "TRY", "d", r"\bA\.Ş\.|\bLtd\. Şti|\bVergi\b"),
    "RU": Country(r"Russia|Россия", "RUB", "d", r"\bИНН\b|\bКПП\b|\bООО\b"),
    "UA": Country(r"Ukraine|Україна", "UAH", "d", r"\bТОВ\b"),
    "IL": Country(r"Israel|ישראל", "ILS", "d", r"עוסק מורשה|ח\.פ"),
    "AE": Country(r"United Arab Emirates|U\.A\.E|UAE|Dubai|الإمارات", "AED", "d"),
    "SA": Country(r"Saudi Arabia|K\.S\.A|السعودية", "SAR", "d"),
    "KW": Country(r"Kuwait|الكويت", "KWD", "d"),
    "QA": Country(r"Qatar|قطر", "QAR", "d"),
    "BH": Country(r"Bahrain|البحرين", "BHD", "d"),
    "OM": Country(r"Oman|عمان", "OMR", "d"),
    "EG": Country(r"Egypt|مصر", "EGP", "d"),
    "MX": Country(r"(?<!New )Mexico|(?<!New )México", "MXN", "d", r"\bRFC\b|\bS\.?A\.? de C\.?V\b|\bC\.P\. ?\d{5}"),
    "CL": Country(r"Chile", "CLP", "d", r"\bRUT\b"),
    "CO": Country(r"Colombia", "COP", "d", r"\bNIT\b"),
    "AR": Country(r"Argentina", "ARS", "d", r"\bCUIT\b"),
    "UY": Country(r"Uruguay", "UYU", "d"),
    "PE": Country(r"Perú|Peru", "PEN", "d", r"\bRUC\b"),
    "DO": Country(r"República Dominicana|Dominican Republic", "DOP", "d"),
    "JM": Country(r"Jamaica", "JMD", "d"),
    "BS": Country(r"Bahamas", "BSD", "?"),
    "BB": Country(r"Barbados", "BBD", "d"),
    "BM": Country(r"Bermuda", "BMD", "?"),
    "TT": Country(r"Trinidad", "TTD", "d"),
    "FJ": Country(r"Fiji", "FJD", "d"),
    "BR": Country(r"Brazil|Brasil", "BRL", "d", r"\bCNPJ\b|\bLtda\b"),
    "JP": Country(r"Japan|日本", "JPY", "y", r"株式会社|有限会社|〒|[\u3041-\u309f\u30a1-\u30fa]{2}"),
    "CN": Country(r"China|中国", "CNY", "y", r"有限公司"),
    "TW": Country(r"Taiwan|台灣|臺灣", "TWD", "y", r"統一編號"),
    "KR": Country(r"Korea|대한민국|한국", "KRW", "y", r"[\uac00-\ud7af]{2}|㈜"),
    "TH": Country(r"Thailand|ประเทศไทย", "THB", "d"),
    "VN": Country(r"Vietnam|Viet Nam|Việt Nam", "VND", "d"),
    "ID": Country(r"Indonesia", "IDR", "d", r"\bNPWP\b"),
}  # fmt: skip
