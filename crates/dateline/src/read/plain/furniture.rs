//! A short run of words in, what kind of furniture it is out: sign-offs, share buttons, comment counts, copyright lines.
//!
//! Phrases of no site in particular, in the languages in which they were met; compared folded, their closing punctuation left out.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::model::Reason;

/// Kinds of furniture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Furniture {
    Comments,
    Share,
    SignOff,
    Advertisement,
    Navigation,
    Newsletter,
    Copyright,
    Credits,
    Labels,
    Related,
    Source,
    Link,
}

impl Furniture {
    /// Why it is left out, in the article's words.
    pub(super) fn reason(self) -> Reason {
        match self {
            Furniture::Comments => Reason::Comments,
            Furniture::Share => Reason::Sharing,
            Furniture::SignOff => Reason::WireMark,
            Furniture::Advertisement => Reason::Advertising,
            Furniture::Navigation => Reason::Navigation,
            Furniture::Newsletter => Reason::Subscription,
            Furniture::Copyright => Reason::Copyright,
            Furniture::Credits => Reason::Byline,
            Furniture::Labels => Reason::Tags,
            Furniture::Related => Reason::Related,
            Furniture::Source | Furniture::Link => Reason::PageFurniture,
        }
    }
}

/// Nothing longer is compared, in bytes.
const LONGEST: usize = 160;

/// Phrases that are furniture where they are all of a paragraph, by reason.
const WHOLE: &[(Furniture, &str)] = &[
    (
        Furniture::Comments,
        "no comments|no comments yet|0 comments|1 comment|comments|comments off|post a comment|post a comment on this post|leave a comment|leave a reply|add a comment|be the first to comment|view comments|show comments|join the conversation|keine kommentare|kommentare|kommentar schreiben|aucun commentaire|commentaires|laisser un commentaire|sin comentarios|no hay comentarios|comentarios|deja un comentario|publicar un comentario|nessun commento|commenti|lascia un commento|posta un commento|sem comentários|nenhum comentário|comentários|postar um comentário|geen reacties|reacties|inga kommentarer|ingen kommentarer|brak komentarzy|komentarze|нет комментариев|комментарии|немає коментарів|коментарі|yorum yok|tidak ada komentar|žádné komentáře|ei kommentteja|コメントはありません|没有评论|댓글 없음|لا توجد تعليقات|κανένα σχόλιο",
    ),
    (
        Furniture::Share,
        "share|share this|share this article|share this story|share this post|share on facebook|share on twitter|share on linkedin|share on whatsapp|tweet|tweet this|email|e-mail|email this|email this article|print|print this|print this article|print this page|save|facebook|twitter|linkedin|whatsapp|reddit|pinterest|pocket|copy link|like this|like this:|share via|share this via|recommend|digg|stumbleupon|del.icio.us|teilen|artikel teilen|drucken|merken|per e-mail versenden|partager|partager cet article|imprimer|envoyer par mail|compartir|compartir en facebook|imprimir|enviar por email|condividi|condividi questo articolo|stampa|compartilhar|compartilhe|delen|dela|del|udostępnij|поделиться|поділитися|paylaş|bagikan|sdílet|jaa|分享|シェア|공유",
    ),
    (
        Furniture::SignOff,
        "reuter|reuters|-30-|- 30 -|—30—|–30–|30|###|# # #|# #|##|-end-|- end -|end|ends|-ends-|- ends -|the end|(end)|(ends)|(more)|more|- more -|-more-|--more--|-0-|- 0 -|--|---|***|* * *|eof|endit|end it|enditem|(endit)|dpa|(ap)|(reuters)|(afp)|(upi)|(dpa)|(efe)|(ansa)|efe|afp|upi|fin|ende|(完)|完|(끝)|끝|/end/|//",
    ),
    (
        Furniture::Advertisement,
        "advertisement|advertisements|advertising|ad|sponsored|sponsored content|story continues below advertisement|article continues below advertisement|continue reading below|scroll to continue|anzeige|werbung|publicité|publicidad|pubblicità|publicidade|advertentie|annons|annonse|reklama|реклама|reklam|iklan|広告|广告|광고",
    ),
    (
        Furniture::Navigation,
        "photo|photos|image|video|play video|listen|audio|graphic|advertisement continue reading the main story|continue reading the main story|home|back|back to top|top|next|previous|older post|newer post|older posts|newer posts|read more|read more...|read more »|continue reading|continue reading →|more|more stories|more news|related|related stories|related articles|related posts|see also|most popular|most read|trending|you may also like|recommended|recommended for you|next article|previous article|view all|skip to content|skip to main content|menu|search|subscribe|log in|sign in|sign up|register|mehr zum thema|lesen sie auch|das könnte sie auch interessieren|nach oben|zurück|weiter|à lire aussi|lire aussi|lire la suite|retour|accueil|leer más|lea también|te puede interesar|inicio|leggi anche|leggi tutto|leia mais|leia também|veja também|lees ook|lees meer|läs mer|läs också|les også|læs også|czytaj też|czytaj więcej|читайте также|читать далее|читайте також|ayrıca bakınız|baca juga|přečtěte si také|lue myös|関連記事|相关新闻|관련기사|إقرأ أيضا|اقرأ أيضا",
    ),
    (
        Furniture::Newsletter,
        "subscribe now|subscribe to our newsletter|sign up for our newsletter|sign up for our daily newsletter|get our newsletter|newsletter|thank you for subscribing|support our journalism|newsletter abonnieren|abonnez-vous|inscrivez-vous à notre newsletter|suscríbete|suscríbase|iscriviti alla newsletter|assine|follow us|follow us on twitter|follow us on facebook|follow us on social media",
    ),
    (
        Furniture::Copyright,
        "all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados|все права защищены|无断转载|無断転載を禁じます",
    ),
];

/// Openings of furniture: the whole paragraph goes, where it is short.
const OPENINGS: &[(Furniture, &str)] = &[
    (Furniture::Copyright, "copyright|©|(c) |all rights reserved|this material may not be published|this story has not been edited by"),
    (
        Furniture::Credits,
        "reporting by|(reporting by|additional reporting by|(additional reporting by|editing by|(editing by|writing by|(writing by|compiled by|(compiled by|our standards: the thomson|(con información de|(con informaciones de|edición de|editado por|(edited by|edited by|redaktion:|mit material von",
    ),
    (Furniture::Share, "share this:|share on:|share via:|click to share|e-mail this|share this article:"),
    (
        Furniture::Labels,
        "labels:|tags:|tagged:|tagged with|filed under|posted in|categories:|category:|topics:|keywords:|schlagwörter:|schlagworte:|mots-clés|etiquetas:|etichette:|marcadores:|теги:|метки:|ключевые слова:|etiketler:|tag:|stichworte:",
    ),
    (
        Furniture::Newsletter,
        "sign up for|sign up to|subscribe to|follow us on|follow us at|follow @|click here to subscribe|like us on|download our app|get the latest|support our",
    ),
    (
        Furniture::Related,
        "related:|related story:|related stories:|related articles:|read more:|read also:|also read:|see also:|more on this:|read next:|lesen sie auch:|mehr zum thema:|lire aussi|à lire aussi|lea también:|leer también:|leggi anche:|leia também:|leia mais:|lees ook:|читайте также:|читайте також:|baca juga:|czytaj też:|also on the site",
    ),
    (
        Furniture::Source,
        "source:|sources:|via:|quelle:|fonte:|fuente:|источник:|kaynak:|来源:|来源：|출처:|reprinted from|originally published|first published in|this article originally appeared|this article was originally",
    ),
];

static TABLE: LazyLock<HashMap<String, Furniture>> = LazyLock::new(|| {
    let mut table = HashMap::new();
    for (reason, phrases) in WHOLE {
        for phrase in phrases.split('|') {
            table.entry(key(phrase)).or_insert(*reason);
        }
    }
    table
});

/// Lower case, white space as one space, closing marks left out unless there is nothing else.
fn key(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }));
    }
    let kept = out.trim_end_matches([':', '.', '!', '»', '›', '→', '…', '：']).trim_end().len();
    if kept > 0 {
        out.truncate(kept);
    }
    out
}

/// The words are furniture wherever they stand as a paragraph of their own.
pub(super) fn whole(words: &str) -> Option<Furniture> {
    if words.len() > LONGEST {
        return None;
    }
    // rules and ornaments between the parts of a text
    if !words.contains(char::is_alphanumeric) && !words.is_empty() {
        return Some(Furniture::SignOff);
    }
    TABLE.get(&key(words)).copied()
}

/// The words are furniture at the end of a text (`at_end`), or anywhere.
pub(super) fn reason(words: &str, at_end: bool) -> Option<Furniture> {
    if words.len() > 3 * LONGEST {
        return None;
    }
    if let Some(reason) = whole(words) {
        return Some(reason);
    }
    let key = key(words);
    let short = words.len() <= LONGEST;
    if is_url(&key) {
        return Some(Furniture::Link);
    }
    let counted = key.split_once(' ').is_some_and(|(n, what)| {
        n.chars().all(|c| c.is_ascii_digit())
            && matches!(
                what,
                "comments"
                    | "comment"
                    | "kommentare"
                    | "commentaires"
                    | "comentarios"
                    | "commenti"
                    | "comentários"
                    | "shares"
                    | "reacties"
                    | "views"
                    | "likes"
            )
    });
    if counted {
        return Some(Furniture::Comments);
    }
    OPENINGS
        .iter()
        .find(|(reason, openings)| {
            let sure = matches!(*reason, Furniture::Copyright | Furniture::Labels | Furniture::Share | Furniture::Credits);
            (at_end || sure && short) && openings.split('|').any(|o| key.starts_with(o))
        })
        .map(|(reason, _)| *reason)
}

/// The words begin the readers' comments: all that follows is theirs.
pub(super) fn opens_comments(words: &str) -> bool {
    if words.len() > 40 {
        return false;
    }
    let key = key(words);
    let Some((count, what)) = key.split_once(' ') else { return false };
    count.parse::<u32>().is_ok_and(|n| n > 0)
        && matches!(
            what,
            "comments"
                | "comment"
                | "kommentare"
                | "commentaires"
                | "comentarios"
                | "commenti"
                | "comentários"
                | "reacties"
                | "responses"
                | "комментариев"
                | "комментария"
        )
}

/// An address and nothing else.
pub(super) fn is_url(words: &str) -> bool {
    (words.starts_with("http://") || words.starts_with("https://") || words.starts_with("www.")) && !words.contains(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases() {
        for words in [
            "No comments:",
            "Reuter",
            "REUTER",
            "-30-",
            "(more)",
            "Share this:",
            "Keine Kommentare:",
            "3 comments:",
            "ADVERTISEMENT",
            "© 2009 The Example",
            "###",
            "***",
        ] {
            assert!(reason(words, true).is_some(), "{words}");
        }
        for words in ["More people came.", "The end of the road was near.", "Reuters said so.", "", "Home prices rose"] {
            assert!(reason(words, true).is_none(), "{words}");
        }
    }
}
