//! A schema.org type in, what a node of it says of a page out.

/// What a node of a type is to its page; the first that fits one of a node's types counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// The article, or what stands in its place.
    Article,
    /// The page.
    Page,
    /// The way to it.
    Breadcrumbs,
    /// The site.
    Site,
    /// Who publishes.
    Publisher,
    /// Anything else.
    Other,
}

impl Class {
    /// Of a type's name, with or without its vocabulary. The types are those of schema.org below `CreativeWork` and `Organization` that pages use for themselves.
    pub(super) fn of(name: &str) -> Self {
        match name.rsplit(['/', ':', '#']).next().unwrap_or(name) {
            "Report" | "Review" | "CriticReview" | "CreativeWork" | "NewsItem" | "Recipe" | "HowTo" | "VideoObject" | "PodcastEpisode"
            | "Guide" | "Chapter" | "Thesis" => Self::Article,
            "JobPosting" => Self::Other,
            "WebPage" | "ItemPage" | "AboutPage" | "FAQPage" | "QAPage" | "CollectionPage" | "MedicalWebPage" | "ProfilePage"
            | "ContactPage" => Self::Page,
            "BreadcrumbList" => Self::Breadcrumbs,
            "WebSite" | "Blog" => Self::Site,
            "Organization" | "NewsMediaOrganization" | "Corporation" | "LocalBusiness" | "EducationalOrganization" | "OnlineBusiness" => {
                Self::Publisher
            }
            other if other.ends_with("Article") || other.ends_with("Posting") => Self::Article,
            _ => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_told_apart() {
        for name in ["NewsArticle", "http://schema.org/BlogPosting", "schema:ReportageNewsArticle", "LiveBlogPosting"] {
            assert_eq!(Class::of(name), Class::Article, "{name}");
        }
        assert_eq!(Class::of("JobPosting"), Class::Other);
        assert_eq!(Class::of("https://schema.org/WebPage"), Class::Page);
    }
}
