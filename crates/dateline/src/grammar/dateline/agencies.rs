//! The words in a dateline's parentheses in, whether they are a news agency out; and the labels that look like datelines and are none.

use std::sync::LazyLock;

use crate::grammar::scan::fold;
use crate::text::WordMap;

/// Agencies and wires, folded. A longer text counts where it begins with one (`Reuters Health`).
const AGENCIES: &str = "ap, associated press, the associated press, afp, agence france-presse, reuters, reuter, upi, united press international, \
ips, inter press service, dpa, xinhua, tass, itar-tass, ria novosti, interfax, efe, ansa, adnkronos, agi, lusa, anp, belga, apa, sda, ats, keystone-sda, \
ntb, tt, ritzau, stt, pap, ctk, mti, agerpres, bta, tanjug, hina, sta, ap photo, pti, ani, uni, ians, app, bss, kyodo, jiji press, jiji, yonhap, cna, bernama, \
antara, pna, vna, irna, isna, mehr, fars, wam, spa, sana, petra, mena, kuna, qna, nna, aps, map, tap, nan, gna, kbc, ena, zna, new ziana, ziana, sapa, cp, canadian press, \
the canadian press, aap, nzpa, pa, press association, cnn, cbs, cbs news, cnnmoney, cnn money, abc news, nbc, nbc news, fox news, bbc, bloomberg, dow jones, marketwatch, business wire, \
businesswire, pr newswire, prnewswire, globe newswire, globenewswire, marketwire, marketwired, cnw, accesswire, newsfile, newsfile corp, primenewswire, kna, epd, ots, sid, pressetext, \
europa press, ep, notimex, telam, prensa latina, pl, ln, abi, andina, agencia brasil, estadao conteudo, folhapress, inter press service, irin, afrol news, allafrica, panapress, \
cns, catholic news service, rns, jta, bbc news, the canadian press, kyodo news, xinhua news agency, chinese media, china daily, ecns, sputnik, ukrinform, unian, interfax-ukraine, belta, \
тасс, итар-тасс, риа новости, риа, интерфакс, белта, унiан, уніан, укринформ, укрінформ, рбк, прайм, أ ف ب, ا ف ب, رويترز, د ب أ, د.ب.أ, واس, وكالات, الأناضول, سانا, وفا, قنا, كونا, بنا, بترا, وام, trend, anadolu, anadolu agency, aa, dha, iha, dogan, cihan, knr, mcclatchy, scripps, gannett, knight ridder, cox, states news service, cnsnews, wp, washington post, nyt, new york times, los angeles times, \
thomson reuters, reuters health, rtr, rtrs, reuters life!, ap sports, lapresse, askanews, kcna, montsame, kazinform, akipress, 24.kg, trt, lsm, leta, elta, bns, ert, ana, amna, athens news agency, wafa, dpa-afx, \
dpa/tmn, dpa international, afp-jiji, xinhuanet, nhk, ptibhasha, pti bhasha, uniindia, agencies, agency, nieuwsuur, agence ecofin, apanews, news agency of nigeria, the star, bernama-xinhua, wire services, wire reports, staff, staff report";

/// Labels, folded by words: what newspapers set before a dash or colon at the start of a paragraph that is no place.
const LABELS: &str = "file, files, exclusive, breaking, breaking news, update, updates, updated, note, editor, editors, watch, analysis, opinion, review, correction, corrections, \
corrected, clarification, live, video, photo, photos, picture, pictures, audio, news, report, special, feature, factbox, timeline, interview, insight, column, commentary, editorial, letter, letters, \
advisory, alert, urgent, bulletin, flash, snap, summary, highlights, preview, recap, refile, refiled, repeat, wrapup, instant view, text, q, a, qa, faq, question, answer, read, related, share, tweet, \
warning, spoiler, sponsored, advertisement, ad, developing, just in, poll, quiz, podcast, listen, gallery, slideshow, graphic, source, sources, credit, credits, caption, headline, headlines, \
sports, sport, business, politics, world, national, local, weather, obituary, obituaries, results, scores, standings, stocks, markets, forex, metals, commodities, \
top, key, points, pros, cons, why, what, when, where, who, how, the, this, that, it, he, she, they, we, you, and, but, or, not, no, yes, ok, tip, tips, trump, biden, moderator, host, announcer, male, female, voice, \
reporter, correspondent, anchor, caller, narrator, speaker, audience, chairman, president, minister, senator, judge, court, mr, mrs, ms, dr, prof, sir, gen, col, \
part, chapter, section, step, rule, day, week, month, year, monday, tuesday, wednesday, thursday, friday, saturday, sunday, january, february, march, april, june, july, august, september, october, november, december, \
background, context, conclusion, introduction, abstract, full, ingredients, method, serves, price, prices, tickets, address, phone, website, email, contact, copyright, rights, \
buy, sell, hold, up, down, gold, oil, dollar, shares, profit, loss, net, revs, shr, talking point, talking, point, dossier, eilmeldung, achtung, hinweis, anzeige, kommentar, analyse, exklusiv, aktualisiert, \
urgente, exclusivo, exclusiva, ultima hora, opinion, analisis, alerta, actualizacion, nota, video, foto, fotos, direct, en direct, exclusif, mise a jour, esclusiva, aggiornamento, ultim'ora, срочно, молния, фото, видео";

type Set = WordMap<&'static str, ()>;

fn set(list: &'static str) -> Set {
    list.split(", ").map(|name| (name, ())).collect()
}

static AGENCY_SET: LazyLock<Set> = LazyLock::new(|| set(AGENCIES));
static LABEL_SET: LazyLock<Set> = LazyLock::new(|| set(LABELS));

/// Agencies that go by what is somebody's first name too.
const GIVEN_NAMES: &[&str] = &["petra", "cihan", "dogan"];

/// The text names an agency, or begins with one's name, or joins several: `AP`, `Reuters Health`, `AFP/dpa`.
pub(crate) fn is_agency(text: &str) -> bool {
    if text.len() > 60 {
        return false;
    }
    let folded = fold(text.trim().trim_end_matches('.'));
    // two letters are an agency in capitals only: `PA`, but not the state in `Erie, Pa.`
    if AGENCY_SET.contains_key(folded.as_str()) && (folded.len() > 2 || !text.chars().any(char::is_lowercase)) {
        return true;
    }
    let pair = folded.match_indices(' ').nth(1).and_then(|(end, _)| folded.get(..end));
    if pair.is_some_and(|p| AGENCY_SET.contains_key(p)) {
        return true;
    }
    // of the short names, which are also words, only those in capitals open a longer text
    let first = folded.split([' ', '/', '-', ',', '–']).next().unwrap_or("");
    AGENCY_SET.contains_key(first)
        && ((first.len() > 4 && !GIVEN_NAMES.contains(&first))
            || text.trim().get(..first.len()).is_some_and(|w| w.chars().all(|c| c.is_uppercase()) || w == "dpa"))
}

/// The word or the whole name is a label.
pub(super) fn is_label(name: &str) -> bool {
    let folded = fold(name.trim());
    LABEL_SET.contains_key(folded.as_str()) || folded.split([' ', '-', '/', '.', ',']).any(|w| w.len() > 3 && LABEL_SET.contains_key(w))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agencies_and_labels() {
        for name in ["AP", "Reuters", "Thomson Reuters Foundation", "AFP/dpa", "dpa", "EUROPA PRESS", "Chinese media", "Reuters Health"] {
            assert!(is_agency(name), "{name}");
        }
        for name in ["Petra Lowe", "NYSE: IBM", "age 54", "left", "R-Texas", "apart from that"] {
            assert!(!is_agency(name), "{name}");
        }
        assert!(is_label("FILE") && is_label("BREAKING NEWS") && is_label("UPDATE 2"));
        assert!(!is_label("BEIJING"));
    }
}
