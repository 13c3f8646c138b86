//! A place's name in, what kind of place it is and its country out: the places that open the world's news.
//!
//! Hand-made: the capitals, the cities that stand alone in datelines by the big agencies' style books, the names that other
//! languages give them, and what names a country or a part of one. It is no gazetteer: a town outside of it is
//! recognised by the form of its dateline, not by its name.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::grammar::scan::fold;

/// What a name in the tables is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PlaceKind {
    /// A city, or something else that stands where a city stands (`united nations`).
    City,
    /// A city whose name is also a common word or a person's name: no colon makes it a dateline.
    DoubtfulCity,
    /// A country.
    Country,
    /// A state, province or other part of a country.
    Region,
}

/// A known place: its kind and ISO 3166-1 country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// What it is.
    pub(super) kind: PlaceKind,
    /// ISO 3166-1 alpha-2, where one country is meant.
    pub(super) country: Option<&'static str>,
}

/// `country: city, city …`, folded; `~` marks a name that is also a word or a person's.
const CITIES: &str = "
AE: abu dhabi, dubai, sharjah
AF: kabul, kandahar, herat, jalalabad, mazar-i-sharif, kunduz, lashkar gah
AL: tirana
AM: yerevan
AO: luanda
AR: buenos aires, ~cordoba, rosario, ~mendoza, ushuaia
AT: vienna, salzburg, graz, innsbruck, linz, wien, vienne, viena, wiener neustadt
AU: canberra, ~sydney, melbourne, brisbane, ~perth, ~adelaide, ~darwin, hobart
AZ: baku, bakou, stepanakert
BA: sarajevo, banja luka, mostar, srebrenica
BB: bridgetown
BD: dhaka, chittagong, cox's bazar, dacca
BE: brussels, antwerp, ghent, bruges, liege, bruxelles, brussel, bruselas, bruselj, gent, antwerpen, zeebrugge, charleroi
BF: ouagadougou
BG: ~sofia, plovdiv, varna
BH: bahrain, manama
BI: bujumbura, gitega
BJ: cotonou, porto-novo
BN: bandar seri begawan
BO: la paz, santa cruz de la sierra, sucre, cochabamba
BR: brasilia, sao paulo, rio de janeiro, ~salvador, belo horizonte, porto alegre, recife, fortaleza, manaus, curitiba, rio
BS: ~nassau
BT: thimphu
BW: gaborone
BY: minsk
BZ: belmopan, belize city
CA: ottawa, toronto, montreal, quebec city, quebec, vancouver, calgary, edmonton, winnipeg, ~halifax, ~victoria, regina, saskatoon, st. john's, ~hamilton, fredericton, charlottetown, whitehorse, yellowknife, iqaluit
CD: kinshasa, goma, lubumbashi, bukavu
CF: bangui
CG: brazzaville
CH: zurich, geneva, berne, bern, basle, basel, lausanne, davos, lugano, lucerne, geneve, genf, ginebra, ginevra, zuerich
CI: abidjan, yamoussoukro
CL: santiago, valparaiso, santiago de chile
CM: yaounde, douala
CN: beijing, peking, shanghai, guangzhou, shenzhen, wuhan, chongqing, tianjin, nanjing, chengdu, xi'an, lhasa, urumqi, harbin, hangzhou, dalian, qingdao, kunming, pekin, pechino, kashgar, canton, xiamen, fuzhou, jinan, zhengzhou, changsha, hefei, shenyang, nanning, haikou, sanya, lanzhou
CO: bogota, medellin, cali, cartagena, barranquilla
CR: ~san jose
CU: havana, guantanamo bay, santiago de cuba, la habana, la havane, havanna
CV: praia
CY: nicosia, limassol, larnaca
CZ: prague, brno, ostrava, prag, praga, praha
DE: berlin, west berlin, east berlin, bonn, hamburg, munich, frankfurt, cologne, stuttgart, duesseldorf, dusseldorf, leipzig, dresden, hanover, nuremberg, bremen, essen, dortmund, wiesbaden, karlsruhe, mainz, munchen, muenchen, koln, koeln, nurnberg, nuernberg, hannover, potsdam, schwerin, kiel, erfurt, magdeburg, saarbrucken, saarbruecken, wolfsburg, freiburg, heidelberg, mannheim, berlino, berlim, francfort, francoforte, hambourg, hamburgo, amburgo, frankfurt am main, rostock
DJ: djibouti
DK: copenhagen, aarhus, kobenhavn, copenhague, kopenhagen, copenaghen
DM: roseau
DO: santo domingo
DZ: algiers, alger, oran, ~constantine, argel, algier, algeri
EC: quito, guayaquil
EE: tallinn
EG: cairo, ~alexandria, sharm el-sheikh, luxor, port said, suez, el cairo, le caire, kairo, il cairo
ER: asmara
ES: madrid, barcelona, ~valencia, seville, bilbao, zaragoza, malaga, palma de mallorca, san sebastian, sevilla, barcelone, toledo, vigo, valladolid, las palmas
ET: addis ababa, mekelle, addis abeba
FI: helsinki, turku, tampere, oulu
FJ: suva
FM: palikir
FR: ~paris, marseille, marseilles, lyon, ~nice, strasbourg, cannes, toulouse, bordeaux, lille, nantes, calais, parigi, ~rennes, montpellier, grenoble, ajaccio, le bourget, lourdes
GA: libreville
GB: london, belfast, edinburgh, glasgow, cardiff, manchester, liverpool, birmingham, leeds, bristol, ~oxford, ~cambridge, aberdeen, brighton, newcastle, sheffield, ~londres, londra, londyn, nottingham, blackpool, bournemouth, southampton, dover, ~windsor, leicester, ~swansea, inverness
GE: tbilisi, sukhumi, batumi
GH: accra, kumasi
GI: gibraltar
GM: banjul
GN: conakry
GQ: malabo
GR: athens, thessaloniki, piraeus, athenes, athen, atenas, atene, salonika, lesbos
GT: guatemala city
GW: bissau
GY: ~georgetown
HK: hong kong, hongkong
HN: tegucigalpa
HR: zagreb, ~split, dubrovnik
HT: port-au-prince
HU: budapest, budapeszt
ID: jakarta, bali, surabaya, banda aceh, denpasar, bandung, yogyakarta, medan, giacarta
IE: dublin, ~cork, galway, limerick, dublino
IL: jerusalem, tel aviv, haifa, jerusalen, gerusalemme, eilat, beersheba, ashdod
IN: new delhi, mumbai, bombay, calcutta, kolkata, madras, chennai, bangalore, bengaluru, hyderabad, ahmedabad, srinagar, lucknow, pune, patna, jaipur, bhopal, chandigarh, guwahati, amritsar, thiruvananthapuram, kochi, neu-delhi, nueva delhi, delhi, jammu, ranchi, bhubaneswar, dehradun, shimla, nagpur, indore, gurgaon, gurugram, noida, panaji, varanasi, surat, visakhapatnam, coimbatore, kozhikode, mangaluru, mysuru
IQ: baghdad, basra, mosul, kirkuk, irbil, erbil, fallujah, tikrit, najaf, karbala, bagdad, sulaymaniyah
IR: tehran, teheran, isfahan, mashhad, tabriz, shiraz, qom
IS: reykjavik
IT: rome, milan, turin, naples, venice, ~florence, palermo, genoa, bologna, trieste, roma, milano, torino, napoli, venezia, firenze, genova, ~rom, mailand, bari, catania, cagliari, verona, perugia, lampedusa, l'aquila, padova, neapel, venedig
JM: ~kingston, montego bay
JO: amman
JP: tokyo, osaka, kyoto, hiroshima, nagasaki, sapporo, nagoya, yokohama, fukushima, okinawa, naha, kobe, fukuoka, sendai, tokio
KE: nairobi, mombasa, kisumu, eldoret, nakuru
KG: bishkek, osh
KH: phnom penh, siem reap
KI: tarawa
KM: moroni
KP: pyongyang, panmunjom
KR: seoul, busan, pusan, incheon, pyeongchang, gwangju, daegu, seul, sejong
KW: kuwait city, kuwait
KZ: astana, almaty, nur-sultan, baikonur, alma-ata
LA: vientiane
LB: beirut, sidon, beyrouth, beirute
LC: castries
LI: vaduz
LK: colombo, jaffna, kandy
LR: monrovia
LS: maseru
LT: vilnius, kaunas
LU: luxembourg, luxemburg, luxemburgo
LV: riga
LY: tripoli, benghazi, sirte, misrata
MA: rabat, casablanca, marrakech, marrakesh, tangier, fez
MC: monaco, monte carlo, monte-carlo
MD: chisinau
ME: podgorica
MG: antananarivo
MH: majuro
MK: skopje
ML: bamako, timbuktu, gao
MM: yangon, rangoon, naypyitaw, mandalay
MN: ulan bator, ulaanbaatar
MO: macau, macao
MR: nouakchott
MT: valletta
MU: port louis
MV: ~male
MW: lilongwe, blantyre, zomba
MX: mexico city, tijuana, ciudad juarez, guadalajara, monterrey, cancun, acapulco, mexico df, ciudad de mexico, veracruz, oaxaca, culiacan, puebla, matamoros, nuevo laredo
MY: kuala lumpur, penang, putrajaya, johor bahru, george town, kota kinabalu, kuching, ipoh, melaka, shah alam, petaling jaya
MZ: maputo, beira
NA: windhoek
NE: niamey
NG: lagos, abuja, kano, port harcourt, maiduguri, kaduna, ibadan, jos
NI: managua
NL: amsterdam, the hague, rotterdam, utrecht, eindhoven, den haag, la haye, la haya, maastricht, l'aia
NO: oslo, bergen, stavanger, trondheim, tromso
NP: kathmandu, katmandu, pokhara
NZ: wellington, auckland, christchurch, dunedin
OM: muscat
PA: panama city
PE: lima, cusco, arequipa, cuzco
PG: port moresby
PH: manila, cebu, davao, zamboanga, quezon city, baguio, cebu city, davao city, makati
PK: islamabad, karachi, lahore, peshawar, quetta, rawalpindi, multan, faisalabad, muzaffarabad
PL: warsaw, krakow, gdansk, wroclaw, poznan, lodz, auschwitz, oswiecim, warszawa, warschau, varsovie, varsovia, varsavia, katowice, lublin
PR: ~san juan
PS: gaza, gaza city, ramallah, hebron, nablus, jenin, bethlehem, rafah, khan younis
PT: lisbon, ~porto, lisboa, lissabon, lisbonne, lisbona, fatima, faro, coimbra
PW: koror
PY: asuncion
QA: doha
RO: bucharest, timisoara, cluj, bucarest, bukarest, bucuresti
RS: belgrade, novi sad, belgrad, belgrado, beograd
RU: moscow, st. petersburg, st petersburg, saint petersburg, sochi, kazan, vladivostok, grozny, kaliningrad, yekaterinburg, novosibirsk, leningrad, volgograd, moskau, moscou, moscu, mosca, moskva, moskwa, moskou, rostov-on-don, beslan, sotchi, murmansk, irkutsk, makhachkala, nizhny novgorod
RW: kigali
SA: riyadh, jeddah, mecca, medina, dhahran, jiddah, riad, dammam
SB: honiara

SD: khartoum, el fasher, port sudan, khartum
SE: stockholm, gothenburg, malmo, goteborg, estocolmo, stoccolma, uppsala
SG: singapore, singapur, singapour
SI: ljubljana
SK: bratislava, kosice
SL: freetown
SM: san marino
SN: dakar
SO: mogadishu, baidoa, kismayo, hargeisa
SR: paramaribo
SS: juba
ST: sao tome
SV: san salvador
SY: damascus, aleppo, homs, hama, latakia, raqqa, idlib, damas, damaskus, damasco, palmyra, qamishli
SZ: mbabane
TD: n'djamena, ndjamena
TG: lome
TH: bangkok, phuket, chiang mai, pattaya
TJ: dushanbe
TL: dili
TM: ashgabat
TN: tunis, carthage
TO: nuku'alofa
TR: ankara, istanbul, izmir, diyarbakir, antalya, adana, gaziantep, estambul, trabzon, bursa
TT: port of spain
TW: taipei, kaohsiung, taichung, taipeh
TZ: dar es salaam, dodoma, arusha, zanzibar
UA: kyiv, kiev, kharkiv, odessa, odesa, lviv, donetsk, mariupol, dnipro, sevastopol, simferopol, yalta, chernobyl, kiew, kherson, zaporizhzhia, luhansk, kramatorsk, bakhmut, slavyansk
UG: kampala, entebbe, gulu
--: united nations, aboard air force one, naciones unidas, nations unies, vereinte nationen
US: atlanta, ~baltimore, boston, chicago, cincinnati, cleveland, ~dallas, denver, detroit, honolulu, ~houston, indianapolis, las vegas, los angeles, miami, miami beach, milwaukee, minneapolis, new orleans, new york, oklahoma city, ~philadelphia, ~phoenix, pittsburgh, st. louis, st louis, salt lake city, san antonio, san diego, san francisco, seattle, washington, ~orlando, ~memphis, nashville, ~austin, ~charlotte, ~portland, sacramento, kansas city, ~buffalo, anchorage, albuquerque, tucson, louisville, tulsa, omaha, st. paul, st paul, tampa, ~jacksonville, fort worth, ~columbus, hollywood, wall street, ~jackson, brooklyn, manhattan, nueva york, neu york, cape canaveral, boise, ~raleigh, ~richmond, ~albany, hartford, ~providence, des moines, ~madison, baton rouge, ~lincoln, santa fe, harrisburg, ~springfield, topeka, ~helena, olympia, ~salem, annapolis, honolulu, juneau, montgomery, little rock, tallahassee, oakland, long beach, fort lauderdale, newark, washington dc, silicon valley, capitol hill, state college, north new york, stamford, new haven, camp david, queens, bronx, the bronx, ~nova york, new york city, el paso, ~corpus christi, colorado springs, ~lexington, ~norfolk, ~rochester, ~syracuse
UY: montevideo, punta del este
RU: москва, санкт-петербург, казань, новосибирск, екатеринбург, сочи, грозный, موسكو
UA: киев, київ, харьков, харків, одесса, одеса, львов, львів, донецк, донецьк, كييف
BY: минск, мінськ
US: вашингтон, нью-йорк, واشنطن, نيويورك
GB: лондон, لندن
FR: париж, باريس
DE: берлин, берлін, برلين
CN: пекин, пекін, بكين
JP: токио, токіо, طوكيو
BE: брюссель, بروكسل
CH: женева, جنيف
TR: анкара, стамбул, أنقرة, إسطنبول
PL: варшава
KZ: астана, алматы, алма-ата
UZ: ташкент
KG: бишкек
GE: тбилиси
AM: ереван
AZ: баку
RS: белград, београд
BG: софия
IL: иерусалим, القدس المحتلة, القدس
EG: القاهرة, каир
SA: الرياض, جدة
LB: بيروت
IQ: بغداد
SY: دمشق, حلب
JO: عمان
KW: الكويت
QA: الدوحة
AE: أبوظبي, دبي
BH: المنامة
OM: مسقط
YE: صنعاء, عدن
LY: طرابلس, بنغازي
TN: تونس
DZ: الجزائر
MA: الرباط
SD: الخرطوم
IR: طهران
PS: غزة, رام الله
GR: αθηνα, αθήνα, θεσσαλονίκη
CY: λευκωσία
UZ: tashkent, samarkand, taschkent
VA: vatican city, vatican, vatikanstadt, citta del vaticano, ciudad del vaticano, cite du vatican, cidade do vaticano, the vatican
VE: caracas, maracaibo
VN: hanoi, ho chi minh city, saigon, danang, da nang, hue
VU: port vila
WS: apia
XK: pristina, mitrovica, prishtina
YE: sanaa, aden, taiz, hodeidah, sana'a
ZA: johannesburg, cape town, pretoria, durban, soweto, port elizabeth, bloemfontein, johannesbourg, le cap, kapstadt, ciudad del cabo, polokwane, ~east london, gqeberha
ZM: lusaka, livingstone, ndola
ZW: harare, bulawayo
";

/// `country: name, name …`: names of countries, folded, in the languages of the datelines that were seen.
const COUNTRIES: &str = "
AE: united arab emirates, u.a.e, uae, emirates
AF: afghanistan
AL: albania
AM: armenia
AO: angola
AR: argentina
AT: austria, osterreich
AU: australia
AZ: azerbaijan
BA: bosnia, bosnia-herzegovina, bosnia and herzegovina
BB: barbados
BD: bangladesh
BE: belgium, belgique
BF: burkina faso
BG: bulgaria
BI: burundi
BJ: benin
BN: brunei
BO: bolivia
BR: brazil, brasil
BS: bahamas
BT: bhutan
BW: botswana
BY: belarus, byelorussia
BZ: belize
CA: canada
CD: congo, dr congo, d.r. congo, democratic republic of congo, democratic republic of the congo, drc, zaire
CF: central african republic
CG: republic of congo, congo republic, congo-brazzaville
CH: switzerland, schweiz, suisse, svizzera, suiza
CI: ivory coast, cote d'ivoire
CL: chile
CM: cameroon
CN: china, volksrepublik china
CO: colombia
CR: costa rica
CU: cuba
CV: cape verde
CY: cyprus
CZ: czech republic, czechia, czechoslovakia
DE: germany, west germany, east germany, deutschland, allemagne, alemania
DK: denmark
DO: dominican republic
DZ: algeria
EC: ecuador
EE: estonia
EG: egypt
ER: eritrea
ES: spain, espana
ET: ethiopia
FI: finland
FJ: fiji
FR: france
GA: gabon
GB: britain, england, scotland, wales, northern ireland, united kingdom, uk, u.k, great britain
GE: georgia republic
GH: ghana
GM: gambia
GN: guinea
GQ: equatorial guinea
GR: greece
GT: guatemala
GW: guinea-bissau
GY: guyana
HN: honduras
HR: croatia
HT: haiti
HU: hungary
ID: indonesia
IE: ireland
IL: israel
IN: india
IQ: iraq
IR: iran
IS: iceland
IT: italy, italia
JM: jamaica
JO: jordan
JP: japan
KE: kenya
KG: kyrgyzstan
KH: cambodia
KP: north korea
KR: south korea, korea
KW: kuwait
KZ: kazakhstan
LA: laos
LB: lebanon
LK: sri lanka
LR: liberia
LS: lesotho
LT: lithuania
LV: latvia
LY: libya
MA: morocco
MD: moldova
ME: montenegro
MG: madagascar
MK: macedonia, north macedonia
ML: mali
MM: myanmar, burma
MN: mongolia
MR: mauritania
MT: malta
MU: mauritius
MV: maldives
MW: malawi
MX: mexico
MY: malaysia
MZ: mozambique
NA: namibia
NE: niger
NG: nigeria
NI: nicaragua
NL: netherlands, the netherlands, holland, nederland
NO: norway
NP: nepal
NZ: new zealand
OM: oman
PA: panama
PE: peru
PG: papua new guinea
PH: philippines
PK: pakistan
PL: poland
PR: puerto rico
PT: portugal
PY: paraguay
QA: qatar
RO: romania
RS: serbia
RU: russia, russian federation, soviet union, ussr, u.s.s.r
RW: rwanda
SA: saudi arabia
SB: solomon islands
SC: seychelles
SD: sudan
SE: sweden
SI: slovenia
SK: slovakia
SL: sierra leone
SN: senegal
SO: somalia
SR: suriname
SS: south sudan
SV: el salvador
SY: syria
SZ: swaziland, eswatini
TD: chad
TG: togo
TH: thailand
TJ: tajikistan
TL: east timor, timor-leste
TM: turkmenistan
TN: tunisia
TO: tonga
TR: turkey, turkiye
TT: trinidad and tobago, trinidad
TW: taiwan
TZ: tanzania
UA: ukraine
UG: uganda
US: united states, u.s, usa, u.s.a
UY: uruguay
UZ: uzbekistan
VE: venezuela
VN: vietnam
VU: vanuatu
WS: samoa
XK: kosovo
YE: yemen
ZA: south africa
ZM: zambia
ZW: zimbabwe
";

/// `country: name, name …`: parts of countries; the states of the US in full, as the agencies abbreviate them and by post.
const REGIONS: &str = "
US: alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, georgia, hawaii, idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota, mississippi, missouri, montana, nebraska, nevada, new hampshire, new jersey, new mexico, new york, north carolina, north dakota, ohio, oklahoma, oregon, pennsylvania, rhode island, south carolina, south dakota, tennessee, texas, utah, vermont, virginia, washington state, west virginia, wisconsin, wyoming, guam
US: ala, ariz, ark, calif, cal, colo, conn, del, d.c, fla, ga, ill, ind, kan, kans, ky, la, md, mass, mich, minn, miss, mo, mont, neb, nebr, nev, n.h, n.j, n.m, n.y, n.c, n.d, okla, ore, oreg, pa, penn, penna, r.i, s.c, s.d, tenn, tex, vt, va, wash, w.va, wis, wisc, wyo, v.a
US: al, ak, az, ar, ca, co, ct, de, dc, fl, hi, id, il, in, ia, ks, me, ma, mi, mn, ms, mt, ne, nv, nh, nj, nm, ny, nc, nd, oh, ok, or, ri, sc, sd, tn, tx, ut, wa, wv, wi, wy
CA: alberta, british columbia, manitoba, new brunswick, newfoundland, nova scotia, ontario, prince edward island, quebec, saskatchewan, yukon, nunavut, northwest territories, alta, b.c, man, n.b, nfld, n.s, ont, p.e.i, que, sask, on, bc, ab, mb, qc, sk, ns, nb, nl, pei, n.w.t
AU: new south wales, queensland, tasmania, northern territory, south australia, western australia, nsw, qld
PS: west bank, gaza strip, occupied west bank
IN: kashmir, punjab, gujarat, assam, kerala, tamil nadu, uttar pradesh, bihar, goa, west bengal, maharashtra, rajasthan, madhya pradesh, karnataka, haryana, manipur, jharkhand, odisha
UA: crimea, donbas
RU: chechnya, siberia, dagestan, ingushetia, tatarstan
DE: bavaria, saxony, bayern, sachsen, hessen, brandenburg, thuringia
IT: sicily, sardinia, tuscany
ES: catalonia, andalusia, canary islands, galicia
FR: corsica, brittany, normandy
CN: tibet, xinjiang, guangdong, sichuan, yunnan, hubei, hunan, henan
BR: bahia, amazonas, parana
MX: baja california, chiapas, sonora, sinaloa
TR: kurdistan
GB: devon, cornwall, kent, essex, surrey, yorkshire
ID: aceh, papua, java, sumatra
PH: mindanao, luzon
SD: darfur
IQ: iraqi kurdistan, anbar
IE: co cork, co. cork
BM: bermuda
KY: cayman islands
GL: greenland
";

/// Endings and words that make a name in capitals that of a town.
const ENDINGS: &[&str] = &[
    "ville", "burg", "burgh", "borough", "boro", "town", "ford", "field", "port", "mouth", "grad", "abad", "pur", "berg", "dorf", "heim",
    "bury", "wick", "polis", "haven", "wood", "brook", "ham", "hausen", "bach", "stadt", "furt", "kirchen", "minster", "chester", "caster",
    "view", "worth", "dale",
];

/// Words that stand in the names of towns.
const TOWN_WORDS: &[&str] = &[
    "city", "san", "santa", "santo", "sao", "saint", "st", "fort", "ft", "mount", "mt", "lake", "beach", "springs", "falls", "hills",
    "heights", "rapids", "valley", "island", "islands", "el", "las", "los", "ciudad", "villa", "bad", "sankt", "puerto", "porto", "port",
    "camp", "cape", "north", "south", "east", "west", "township", "junction", "grove", "bluff", "bluffs", "creek", "ridge", "tel",
];

/// Every known name, folded; cities before countries before regions.
static TABLE: LazyLock<HashMap<&'static str, Place>> = LazyLock::new(|| {
    let mut table = HashMap::new();
    for (rows, kind) in [(CITIES, PlaceKind::City), (COUNTRIES, PlaceKind::Country), (REGIONS, PlaceKind::Region)] {
        for row in rows.lines() {
            let Some((country, names)) = row.split_once(": ") else { continue };
            for name in names.split(", ") {
                let (name, kind) = match name.strip_prefix('~') {
                    Some(name) => (name, PlaceKind::DoubtfulCity),
                    None => (name, kind),
                };
                table.entry(name).or_insert(Place { kind, country: Some(country).filter(|c| *c != "--") });
            }
        }
    }
    table
});

/// Names that are a region or country beside their city: looked up where a region is expected.
static PARTS: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let mut table = HashMap::new();
    for row in COUNTRIES.lines().chain(REGIONS.lines()) {
        let Some((country, names)) = row.split_once(": ") else { continue };
        for name in names.split(", ") {
            table.entry(name).or_insert(country);
        }
    }
    table
});

/// The form in which names stand in the tables: folded, single spaces, no full stop at the end, none after the letters of `N. Y.`.
fn key(name: &str) -> String {
    let folded = fold(name.trim());
    let mut key = String::with_capacity(folded.len());
    for word in folded.split_whitespace() {
        let joins = key.ends_with('.') && word.len() <= 2 && key.len() <= 4;
        if !key.is_empty() && !joins {
            key.push(' ');
        }
        key.push_str(word);
    }
    key.truncate(key.trim_end_matches('.').len());
    key
}

/// The place of this name that can stand first in a dateline.
pub(super) fn place(name: &str) -> Option<Place> {
    TABLE.get(key(name).as_str()).copied()
}

/// The country of a state, province or country that stands behind a place's name; two letters count in capitals only.
pub(super) fn part(name: &str) -> Option<&'static str> {
    let name = name.trim();
    let key = key(name);
    if key.len() == 2 && name.chars().any(char::is_lowercase) && !name.ends_with('.') {
        return None;
    }
    PARTS.get(key.as_str()).copied()
}

/// A name that is not in the tables but is built like a town's.
pub(super) fn sounds_like_town(name: &str) -> bool {
    let folded = fold(name);
    folded.split([' ', '-']).any(|w| TOWN_WORDS.contains(&w.trim_end_matches('.')))
        || ENDINGS.iter().any(|e| folded.len() > e.len() + 2 && folded.ends_with(e))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_holds_every_row() {
        assert!(TABLE.values().filter(|p| matches!(p.kind, PlaceKind::City | PlaceKind::DoubtfulCity)).count() >= 600);
        assert!(TABLE.values().filter_map(|p| p.country).all(|c| c.len() == 2));
        for row in CITIES.lines().chain(COUNTRIES.lines()).chain(REGIONS.lines()) {
            for name in row.split_once(": ").map(|(_, names)| names).unwrap_or_default().split(", ") {
                let name = name.trim_start_matches('~');
                assert!(name.is_empty() || key(name) == name.trim_end_matches('.'), "{name}");
            }
        }
    }

    #[test]
    fn names_are_found_however_they_are_written() {
        let country = |name: &str| place(name).and_then(|p| p.country);
        assert_eq!(country("SÃO PAULO"), Some("BR"));
        assert_eq!(country("St. Louis"), Some("US"));
        assert_eq!(country("Düsseldorf"), Some("DE"));
        assert_eq!(part("N.Y."), Some("US"));
        assert_eq!(part("N. Y."), Some("US"));
        assert_eq!(part("Ont."), Some("CA"));
        assert_eq!(part("in"), None);
        assert_eq!(part("IN"), Some("US"));
        assert_eq!(part("West Bank"), Some("PS"));
    }
}
