use super::outline::Role;
use super::*;

/// Role and words of each part, a line a part: `headline: …`.
fn read(text: &str) -> Vec<String> {
    let name = |role: Role| match role {
        Role::ListItem { ordered: true } => "number".to_owned(),
        Role::ListItem { ordered: false } => "item".to_owned(),
        Role::Furniture(furniture) => format!("{:?}", furniture.reason()).to_lowercase(),
        other => format!("{other:?}").to_lowercase(),
    };
    outline(text)
        .items
        .iter()
        .map(|item| format!("{}{}: {}", ">".repeat(usize::from(item.quoted)), name(item.role), item.words(text)))
        .collect()
}

#[test]
fn a_double_spaced_post_with_a_split_subhead() {
    let text = "Monday, March 3, 2014\n\nWhat the river leaves behind\n\nby Jane Doe\n\nOSLO, March 1 (Herd) -- The river left its bed on\n\nFriday and took two barns with it, the mayor said in the\n\nmorning.\n\n\
        Nobody was hurt, but the road to the north is closed\n\nfor now.\n\nEMPTY\n\nBARNS\n\n\nThe farmers had taken their cows to the hills on the\n\nday before, when the first rain fell and the wind turned.\n\nNo comments:";
    assert_eq!(
        read(text),
        [
            "postdate: Monday, March 3, 2014",
            "headline: What the river leaves behind",
            "byline: by Jane Doe",
            "paragraph: OSLO, March 1 (Herd) -- The river left its bed on Friday and took two barns with it, the mayor said in the morning.",
            "paragraph: Nobody was hurt, but the road to the north is closed for now.",
            "heading: EMPTY BARNS",
            "paragraph: The farmers had taken their cows to the hills on the day before, when the first rain fell and the wind turned.",
            "comments: No comments:",
        ]
    );
}

#[test]
fn a_sentence_alone_is_a_paragraph() {
    for text in [
        "I'll go back tomorrow",
        "Show sales in the week 31",
        "What's your plan for the day after?",
        "2018-11-07",
        "Hey, we got a partner of the month.",
        "May 3",
        "LONDON",
    ] {
        assert_eq!(read(text), [format!("paragraph: {text}")]);
    }
    assert_eq!(read(""), Vec::<String>::new());
    assert_eq!(read(" \n\t\r\n "), Vec::<String>::new());
}

#[test]
fn a_lone_dateline_opens_its_paragraph() {
    let text = "\n\nNAIROBI, Kenya (AP) _\n\nThe rains came late this year, and the herders moved north with what they had.\n\nThey will be back in May, they said.\n";
    assert_eq!(
        read(text),
        [
            "paragraph: NAIROBI, Kenya (AP) _ The rains came late this year, and the herders moved north with what they had.",
            "paragraph: They will be back in May, they said."
        ]
    );
}

#[test]
fn quoted_mail_and_lists() {
    let text = "Here is what they sent me.\n\n> The meeting is on Monday\n> at the town hall.\n>\n> Bring bread.\n\nWe need:\n\n- two loaves of bread\n- a jar of honey, if there\n  is any left\n- salt\n\nThat is all.\n";
    assert_eq!(
        read(text),
        [
            "paragraph: Here is what they sent me.",
            ">paragraph: The meeting is on Monday at the town hall.",
            ">paragraph: Bring bread.",
            "paragraph: We need:",
            "item: two loaves of bread",
            "item: a jar of honey, if there is any left",
            "item: salt",
            "paragraph: That is all."
        ]
    );
}

#[test]
fn words_split_at_line_ends_are_made_whole() {
    let text = "The department said on Monday that the agree-\nment would be signed by both of the govern-\nments in the spring, and that a well-\nknown hall had been found for it.\n";
    assert_eq!(
        read(text),
        [
            "paragraph: The department said on Monday that the agreement would be signed by both of the governments in the spring, and that a well-known hall had been found for it."
        ]
    );
}

#[test]
fn chinese_lines_join_without_a_space() {
    let text = "今天上午市政府举行了新闻发布会，介绍了今年以来的经\n济运行情况和下一步的工作安排，并回答了记者的提问。\n";
    assert_eq!(
        read(text),
        ["paragraph: 今天上午市政府举行了新闻发布会，介绍了今年以来的经济运行情况和下一步的工作安排，并回答了记者的提问。"]
    );
}

#[test]
fn line_breaks_of_every_kind() {
    for end in ["\n", "\r\n", "\r", "\u{85}", "\u{2028}"] {
        let text = ["The rains came late this year, and the herders moved north with", "what they had.", "", "They will be back in May."]
            .join(end);
        assert_eq!(
            read(&text),
            [
                "paragraph: The rains came late this year, and the herders moved north with what they had.",
                "paragraph: They will be back in May."
            ],
            "{end:?}"
        );
    }
}

/// Pieces stand in order, and between two of one item there is nothing but the marks of quoted mail.
#[test]
fn pieces_account_for_every_byte() {
    let seeds = [
        "A b-\nc d.\n\n> x\n> y\n",
        "\u{feff}T\u{ad}\nu\r\n\r\n- a\n- b\n",
        "中\n文\n\n\n",
        "\0\n\u{c}x -\n",
        "((\n>>>\n> >\n",
        "1. a\n2. b\n\t\tc\n",
        "\u{2029}\u{202e}e\u{301}\n-\n-30-\n",
    ];
    for a in seeds {
        for b in seeds {
            let text = format!("{a}{b}{a}");
            let mut read_to = 0;
            for item in outline(&text).items {
                let mut last: Option<usize> = None;
                for piece in &item.pieces {
                    let range = match piece {
                        outline::Piece::Verbatim(range) | outline::Piece::Replaced(_, range) => range.clone(),
                    };
                    assert!(range.start < range.end && text.get(range.clone()).is_some(), "{text:?} {item:?}");
                    // no word stands between two pieces: the quotation marks of a mail, a byte order mark
                    let between = text.get(last.unwrap_or(range.start)..range.start).expect("pieces stand in order");
                    assert!(!between.chars().any(char::is_alphanumeric), "{text:?} {item:?}");
                    assert!(range.start >= read_to, "{text:?} {item:?}");
                    last = Some(range.end);
                    read_to = range.end;
                }
            }
        }
    }
}
