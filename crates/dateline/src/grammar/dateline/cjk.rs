//! Datelines of the Chinese, Japanese and Korean press: `【東京＝共同】`, `(서울=연합뉴스)`, `新华社北京2月24日电`.

use std::ops::Range;

use super::{Dateline, DatelinePlace};
use crate::grammar::calendar::{self, Order};
use crate::grammar::scan;

/// Agencies that open a Chinese dateline.
const AGENCIES: &[&str] = &[
    "新华社",
    "新華社",
    "中新社",
    "中新网",
    "中国新闻网",
    "中央社",
    "中通社",
    "人民网",
    "法新社",
    "路透社",
    "美联社",
    "美聯社",
    "德新社",
    "俄新社",
    "塔斯社",
    "共同社",
    "韩联社",
];

/// `country: city …`.
const CITIES: &[(&str, &str)] = &[
    (
        "CN",
        "北京 上海 广州 廣州 深圳 天津 重庆 重慶 武汉 武漢 南京 成都 杭州 西安 沈阳 瀋陽 长沙 济南 郑州 合肥 福州 昆明 拉萨 乌鲁木齐 哈尔滨 大连 青岛 兰州 海口 南昌 贵阳 太原 石家庄 呼和浩特 银川 西宁 南宁 长春 베이징 상하이 ペキン シャンハイ",
    ),
    ("HK", "香港 홍콩"),
    ("MO", "澳门 澳門"),
    ("TW", "台北 臺北 高雄 台中 台南 新竹 타이베이 タイペイ"),
    ("JP", "东京 東京 大阪 名古屋 福岡 札幌 京都 広島 仙台 那覇 도쿄 오사카"),
    ("KR", "首尔 首爾 ソウル 서울 부산 인천 대구 대전 광주 세종 제주 수원 울산 춘천 청주 전주 창원 釜山"),
    ("KP", "平壤 平壌 평양"),
    ("US", "华盛顿 華盛頓 ワシントン 워싱턴 纽约 紐約 ニューヨーク 뉴욕 洛杉矶 洛杉磯 ロサンゼルス 로스앤젤레스 旧金山 サンフランシスコ"),
    ("GB", "伦敦 倫敦 ロンドン 런던"),
    ("FR", "巴黎 パリ 파리"),
    ("DE", "柏林 ベルリン 베를린 法兰克福"),
    ("RU", "莫斯科 モスクワ 모스크바"),
    ("CH", "日内瓦 日內瓦 ジュネーブ 제네바"),
    ("BE", "布鲁塞尔 布魯塞爾 ブリュッセル 브뤼셀"),
    ("AT", "维也纳 ウィーン"),
    ("IT", "罗马 羅馬 ローマ 로마"),
    ("ES", "马德里"),
    ("TH", "曼谷 バンコク 방콕"),
    ("SG", "新加坡 シンガポール 싱가포르"),
    ("IN", "新德里 ニューデリー 뉴델리"),
    ("AU", "堪培拉 悉尼 シドニー"),
    ("EG", "开罗 カイロ 카이로"),
    ("IL", "耶路撒冷 エルサレム"),
    ("IR", "德黑兰 テヘラン"),
    ("PH", "马尼拉 マニラ"),
    ("ID", "雅加达 ジャカルタ 자카르타"),
    ("VN", "河内 ハノイ 하노이"),
    ("BR", "巴西利亚 里约热内卢 圣保罗"),
    ("CA", "渥太华"),
    ("UA", "基辅 キーウ キエフ"),
];

fn country(name: &str) -> Option<&'static str> {
    CITIES.iter().find(|(_, names)| names.split(' ').any(|n| n == name)).map(|(country, _)| *country)
}

/// The dateline at byte `from` of `window`.
pub(super) fn recognise(window: &str, from: usize) -> Option<Dateline> {
    let body = window.get(from..)?;
    // everything else begins with a letter below these scripts
    match body.chars().next()? {
        '【' | '（' | '(' | '[' | '〔' | '［' => bracketed(window, from),
        c if scan::stands_alone(c) => wire(window, from),
        _ => None,
    }
}

/// `【東京＝共同】`, `(서울=연합뉴스) 홍길동 기자 =`.
fn bracketed(window: &str, from: usize) -> Option<Dateline> {
    let body = window.get(from..)?;
    let open = body.chars().next()?.len_utf8();
    let close = body.char_indices().take(40).find(|(_, c)| matches!(c, '】' | '）' | ')' | ']' | '〕' | '］'))?;
    let inner = body.get(open..close.0)?;
    let equals = inner.find(['=', '＝'])?;
    let place = inner.get(..equals)?.trim();
    let behind = inner.get(equals..)?.trim_start_matches(['=', '＝']);
    let agency = behind.trim();
    if !place.chars().all(|c| scan::stands_alone(c) || matches!(c, '·' | '・' | ' ' | '\u{ac00}'..='\u{d7a3}'))
        || place.is_empty()
        || agency.is_empty()
    {
        return None;
    }
    let mut places = Vec::new();
    let mut at = from + open + (inner.get(..equals)?.len() - inner.get(..equals)?.trim_start().len());
    for piece in place.split_inclusive(['·', '・']) {
        let name = piece.trim_end_matches(['·', '・']);
        places.push(DatelinePlace { name: at..at + name.len(), country: country(name.trim()) });
        at += piece.len();
    }
    let agency_end = from + close.0 - (behind.len() - behind.trim_end().len());
    let mut end = from + close.0 + close.1.len_utf8();
    // the reporter's name stands between the dateline and its sign
    let tail = window.get(end..)?;
    if let Some(sign) = tail.char_indices().take(40).find(|(_, c)| *c == '=')
        && tail.get(..sign.0).is_some_and(|t| t.contains("기자") || t.contains("특파원"))
    {
        end += sign.0 + 1;
    }
    Some(Dateline { range: from..end, body: end, places, date: None, agency: Some(agency_end - agency.len()..agency_end) })
}

/// `新华社北京2月24日电（记者张三）`, `中央社台北26日電`.
fn wire(window: &str, from: usize) -> Option<Dateline> {
    let body = window.get(from..)?;
    let agency = AGENCIES.iter().find(|a| body.starts_with(**a))?;
    let start = from + agency.len();
    let tokens = scan::tokens(window, start, 40);
    let number = tokens.iter().position(|t| matches!(t.kind, scan::Kind::Number { .. }))?;
    if number == 0 || number > 8 {
        return None;
    }
    let name = tokens.first()?.start..tokens.get(number - 1)?.end;
    let at = tokens.get(number)?.start;
    let moment = calendar::at(window, at, Order::DayFirst).filter(|m| m.month.is_some()).or_else(|| day(window, &tokens, number));
    let moment = moment?;
    let sign = tokens.iter().find(|t| t.start >= moment.range.end)?;
    if !matches!(sign.text(window), "电" | "電" | "讯" | "訊") {
        return None;
    }
    let mut end = sign.end;
    let tail = window.get(end..)?;
    if tail.starts_with(['(', '（'])
        && let Some((close, c)) = tail.char_indices().take(40).find(|(_, c)| matches!(c, ')' | '）'))
    {
        end += close + c.len_utf8();
    }
    let place = window.get(name.clone())?;
    Some(Dateline {
        range: from..end,
        body: end,
        places: vec![DatelinePlace { country: country(place), name }],
        date: Some(moment),
        agency: Some(from..start),
    })
}

/// `26日`: the day alone.
fn day(window: &str, tokens: &[scan::Token], i: usize) -> Option<calendar::Moment> {
    let (number, unit) = (tokens.get(i)?, tokens.get(i + 1)?);
    let scan::Kind::Number { value, .. } = number.kind else { return None };
    let day = u8::try_from(value).ok().filter(|d| (1..=31).contains(d))?;
    let range: Range<usize> = number.start..unit.end;
    (unit.text(window) == "日").then_some(calendar::Moment { year: None, month: None, day: Some(day), weekday: None, clock: None, range })
}
