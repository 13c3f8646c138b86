//! A word in, the month or day of the week that it names out, in the languages of most of the world's news.
//!
//! The names are facts of the Unicode CLDR (wide and abbreviated, format and stand-alone). A name that means different
//! months in two languages (`listopad`: October in Croatian, November in Czech and Polish) is read in the more widely written.

use std::sync::LazyLock;

use crate::{grammar::scan::fold, text::WordMap};

/// One language a line, twelve months apart by `;`, the forms of one month by a space.
const MONTHS: &[&str] = &[
    // English
    "january jan;february feb febr;march mar;april apr;may;june jun;july jul;august aug;september sep sept;october oct;november nov;december dec",
    // Spanish, Catalan, Galician
    "enero ene gener xaneiro;febrero feb febrer febreiro;marzo mar marc;abril abr;mayo may maig maio;junio jun juny xuno;julio jul juliol xullo;agosto ago agost;septiembre setiembre sep sept set setembre setembro;octubre oct outubro out;noviembre nov novembre novembro;diciembre dic desembre decembro",
    // French
    "janvier janv;fevrier fevr fev;mars;avril avr;mai;juin;juillet juil;aout;septembre sept;octobre oct;novembre nov;decembre dec",
    // German, Austrian
    "januar jan janner;februar feb feber;marz mrz maerz;april apr;mai;juni jun;juli jul;august aug;september sep sept;oktober okt;november nov;dezember dez",
    // Italian
    "gennaio gen genn;febbraio feb febbr;marzo mar;aprile apr;maggio mag magg;giugno giu;luglio lug lugl;agosto ago;settembre set sett;ottobre ott;novembre nov;dicembre dic",
    // Portuguese
    "janeiro jan;fevereiro fev;marco mar;abril abr;maio mai;junho jun;julho jul;agosto ago;setembro set;outubro out;novembro nov;dezembro dez",
    // Dutch
    "januari jan;februari feb;maart mrt;april apr;mei;juni jun;juli jul;augustus aug;september sep;oktober okt;november nov;december dec",
    // Swedish, Danish, Norwegian
    "januari januar jan;februari februar feb;mars marts mar;april apr;maj mai;juni jun;juli jul;augusti august aug;september sep;oktober okt;november nov;december desember dec des",
    // Finnish
    "tammikuu tammikuuta tammi;helmikuu helmikuuta helmi;maaliskuu maaliskuuta maalis;huhtikuu huhtikuuta huhti;toukokuu toukokuuta touko;kesakuu kesakuuta kesa;heinakuu heinakuuta heina;elokuu elokuuta elo;syyskuu syyskuuta syys;lokakuu lokakuuta loka;marraskuu marraskuuta marras;joulukuu joulukuuta joulu",
    // Polish
    "styczen stycznia sty;luty lutego lut;marzec marca mar;kwiecien kwietnia kwi;maj maja;czerwiec czerwca cze;lipiec lipca lip;sierpien sierpnia sie;wrzesien wrzesnia wrz;pazdziernik pazdziernika paz;listopad listopada lis;grudzien grudnia gru",
    // Czech, Slovak
    "leden ledna januar januara;unor unora februar februara;brezen brezna marec marca;duben dubna april aprila;kveten kvetna maj maja;cerven cervna jun juna;cervenec cervence jul jula;srpen srpna august augusta;zari september septembra;rijen rijna oktober oktobra;listopad listopadu november novembra;prosinec prosince december decembra",
    // Croatian, Serbian, Slovene
    "sijecanj sijecnja januara;veljaca veljace februara;ozujak ozujka mart marta;travanj travnja aprila;svibanj svibnja maja;lipanj lipnja juna;srpanj srpnja jula;kolovoz kolovoza avgust avgusta;rujan rujna septembra;oktobar oktobra;studeni studenoga novembar novembra;prosinac prosinca decembar decembra",
    // Hungarian
    "januar jan;februar febr;marcius marc;aprilis apr;majus maj;junius jun;julius jul;augusztus aug;szeptember szept;oktober okt;november nov;december dec",
    // Romanian
    "ianuarie ian;februarie feb;martie mar;aprilie apr;mai;iunie iun;iulie iul;august aug;septembrie sept;octombrie oct;noiembrie noi;decembrie dec",
    // Turkish
    "ocak oca;subat sub;mart;nisan nis;mayis;haziran haz;temmuz tem;agustos agu;eylul eyl;ekim eki;kasim kas;aralik ara",
    // Indonesian, Malay
    "januari;februari pebruari;maret mac;april;mei;juni jun;juli julai;agustus ogos agu;september;oktober okt;november nov;desember disember des",
    // Russian
    "январь января янв;февраль февраля фев февр;март марта мар;апрель апреля апр;май мая;июнь июня июн;июль июля июл;август августа авг;сентябрь сентября сен сент;октябрь октября окт;ноябрь ноября ноя нояб;декабрь декабря дек",
    // Ukrainian
    "січень січня січ;лютий лютого лют;березень березня бер;квітень квітня квіт;травень травня трав;червень червня черв;липень липня лип;серпень серпня серп;вересень вересня вер;жовтень жовтня жовт;листопад листопада лист;грудень грудня груд",
    // Bulgarian, Serbian in Cyrillic
    "януари јануар јануара;февруари фебруар фебруара;март марта;април априла;май мај маја;юни јун јуна;юли јул јула;август аугуст августа;септември септембар септембра;октомври октобар октобра;ноември новембар новембра;декември децембар децембра",
    // Greek
    "ιανουάριος ιανουαρίου ιαν;φεβρουάριος φεβρουαρίου φεβ;μάρτιος μαρτίου μαρ;απρίλιος απριλίου απρ;μάιος μαΐου μαϊ;ιούνιος ιουνίου ιουν;ιούλιος ιουλίου ιουλ;αύγουστος αυγούστου αυγ;σεπτέμβριος σεπτεμβρίου σεπ;οκτώβριος οκτωβρίου οκτ;νοέμβριος νοεμβρίου νοε;δεκέμβριος δεκεμβρίου δεκ",
    // Arabic: Egypt and the Gulf, the Maghreb
    "يناير جانفي;فبراير فيفري;مارس;أبريل إبريل ابريل أفريل;مايو ماي;يونيو يونيه جوان;يوليو يوليوز جويلية;أغسطس اغسطس غشت أوت;سبتمبر شتنبر;أكتوبر اكتوبر;نوفمبر نونبر;ديسمبر دجنبر",
    // Arabic: the Levant and Iraq, in one word
    ";شباط;آذار;نيسان;أيار;حزيران;تموز;آب;أيلول;;;",
    // Hebrew
    "ינואר בינואר;פברואר בפברואר;מרץ במרץ;אפריל באפריל;מאי במאי;יוני ביוני;יולי ביולי;אוגוסט באוגוסט;ספטמבר בספטמבר;אוקטובר באוקטובר;נובמבר בנובמבר;דצמבר בדצמבר",
    // Hindi
    "जनवरी;फ़रवरी फरवरी;मार्च;अप्रैल;मई;जून;जुलाई;अगस्त;सितंबर सितम्बर;अक्टूबर अक्तूबर;नवंबर नवम्बर;दिसंबर दिसम्बर",
    // Bengali
    "জানুয়ারি জানুয়ারী;ফেব্রুয়ারি ফেব্রুয়ারী;মার্চ;এপ্রিল;মে;জুন;জুলাই;আগস্ট;সেপ্টেম্বর;অক্টোবর;নভেম্বর;ডিসেম্বর",
    // Persian spelling of the Gregorian months
    "ژانویه;فوریه;;آوریل;مه;ژوئن;ژوئیه;اوت;سپتامبر;اکتبر;نوامبر;دسامبر",
];

/// Thai, apart: its years count from the Buddha's death.
const THAI_MONTHS: &[&str] = &["มกราคม ม.ค;กุมภาพันธ์;มีนาคม;เมษายน;พฤษภาคม;มิถุนายน;กรกฎาคม;สิงหาคม;กันยายน;ตุลาคม;พฤศจิกายน;ธันวาคม"];

/// One language a line, Monday first.
const WEEKDAYS: &[&str] = &[
    "monday mon;tuesday tue tues;wednesday wed;thursday thu thur thurs;friday fri;saturday sat;sunday sun",
    "lunes lun;martes;miercoles mie;jueves jue;viernes vie;sabado sab;domingo dom",
    "lundi;mardi;mercredi;jeudi;vendredi;samedi;dimanche",
    "montag mo;dienstag di;mittwoch mi;donnerstag do;freitag fr;samstag sonnabend sa;sonntag so",
    "lunedi;martedi;mercoledi;giovedi;venerdi;sabato;domenica",
    "segunda;terca;quarta;quinta;sexta;sabado;domingo",
    "maandag ma;dinsdag;woensdag wo;donderdag;vrijdag vr;zaterdag za;zondag zo",
    "mandag;tisdag tirsdag;onsdag;torsdag;fredag;lordag;sondag",
    "maanantai maanantaina;tiistai tiistaina;keskiviikko keskiviikkona;torstai torstaina;perjantai perjantaina;lauantai lauantaina;sunnuntai sunnuntaina",
    "poniedzialek;wtorek;sroda;czwartek;piatek;sobota;niedziela",
    "pondeli;utery;streda;ctvrtek;patek;sobota;nedele",
    "hetfo;kedd;szerda;csutortok;pentek;szombat;vasarnap",
    "luni;marti;miercuri;joi;vineri;sambata;duminica",
    "pazartesi;sali;carsamba;persembe;cuma;cumartesi;pazar",
    "senin isnin;selasa;rabu;kamis khamis;jumat jumaat;sabtu;minggu ahad",
    "понедельник;вторник;среда;четверг;пятница;суббота;воскресенье",
    "понеділок;вівторок;середа;четвер;пʼятниця;субота;неділя",
    "δευτέρα;τρίτη;τετάρτη;πέμπτη;παρασκευή;σάββατο;κυριακή",
    "الاثنين الإثنين;الثلاثاء;الأربعاء;الخميس;الجمعة;السبت;الأحد",
    "सोमवार;मंगलवार;बुधवार;गुरुवार;शुक्रवार;शनिवार;रविवार",
    "월요일;화요일;수요일;목요일;금요일;토요일;일요일",
];

/// Names to numbers, folded.
struct Table {
    numbers: WordMap<String, u8>,
    /// For each first byte a bit for each length of a name: most words are told apart by these.
    lengths: [u64; 256],
}

impl Table {
    /// Of rows, one a language; the first that has a name decides.
    fn of(rows: &'static [&'static str]) -> Self {
        let mut table = Self { numbers: WordMap::default(), lengths: [0; 256] };
        for row in rows {
            for (number, forms) in (1u8..).zip(row.split(';')) {
                for form in forms.split(' ').filter(|form| !form.is_empty()) {
                    let name = fold(form);
                    if let Some(lengths) = name.bytes().next().and_then(|first| table.lengths.get_mut(usize::from(first))) {
                        *lengths |= 1 << name.len().min(63);
                    }
                    table.numbers.entry(name).or_insert(number);
                }
            }
        }
        table
    }

    fn get(&self, name: &str) -> Option<u8> {
        let lengths = self.lengths.get(usize::from(name.bytes().next()?))?;
        if lengths >> name.len().min(63) & 1 == 0 {
            return None;
        }
        self.numbers.get(name).copied()
    }
}

static MONTH_TABLE: LazyLock<Table> = LazyLock::new(|| Table::of(MONTHS));
static THAI_TABLE: LazyLock<Table> = LazyLock::new(|| Table::of(THAI_MONTHS));
static WEEKDAY_TABLE: LazyLock<Table> = LazyLock::new(|| Table::of(WEEKDAYS));

/// The longest name in the tables, in bytes, with room: longer words are not folded at all.
const LONGEST: usize = 64;

/// The same of names in ASCII.
const LONGEST_ASCII: usize = 16;

/// Looks a word up as the tables have it.
fn look_up<T>(word: &str, find: impl Fn(&str) -> Option<T>) -> Option<T> {
    if !word.is_ascii() {
        return if word.len() > LONGEST { None } else { find(&fold(word)) };
    }
    let mut lower = [0; LONGEST_ASCII];
    let lower = lower.get_mut(..word.len())?;
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    find(str::from_utf8(lower).ok()?)
}

/// The month that a word names, 1 to 12, and whether its years are Buddhist.
pub(super) fn month(word: &str) -> Option<(u8, bool)> {
    let thai = |name: &str| if name.is_ascii() { None } else { THAI_TABLE.get(name) };
    look_up(word, |name| MONTH_TABLE.get(name).map(|month| (month, false)).or_else(|| thai(name).map(|month| (month, true))))
}

/// The day of the week that a word names, 1 (Monday) to 7.
pub(super) fn weekday(word: &str) -> Option<u8> {
    look_up(word, |name| WEEKDAY_TABLE.get(name))
}

/// Minutes east of Greenwich of a zone's letters, where they mean one offset only (RFC 5322 for North America).
pub(super) fn zone(word: &str) -> Option<i16> {
    Some(match word {
        "Z" | "UTC" | "GMT" | "UT" | "WET" => 0,
        "EST" => -300,
        "EDT" => -240,
        "CST" => -360,
        "CDT" => -300,
        "MST" => -420,
        "MDT" => -360,
        "PST" => -480,
        "PDT" => -420,
        "AKST" => -540,
        "AKDT" => -480,
        "HST" => -600,
        "BST" | "CET" | "MEZ" | "WEST" | "WAT" => 60,
        "CEST" | "MESZ" | "EET" | "SAST" | "CAT" => 120,
        "EEST" | "MSK" | "EAT" | "TRT" => 180,
        "PKT" => 300,
        "NPT" => 345,
        "ICT" | "WIB" => 420,
        "HKT" | "SGT" | "AWST" | "WITA" | "PHT" => 480,
        "JST" | "KST" | "WIT" => 540,
        "AEST" => 600,
        "AEDT" => 660,
        "NZST" => 720,
        "NZDT" => 780,
        _ => return None,
    })
}
