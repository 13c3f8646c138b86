//! Web pages become documents: charset, tokens and tree are `dateline-html`'s work; what went wrong there becomes diagnostics here.

use dateline_html::LimitHit;

use super::script;
use crate::{
    document::Document,
    error::Error,
    model::{DiagnosticCode, MediaType},
    stage::{Context, Input, Limits, OnLimit, Reader},
};

/// The reader of web pages.
pub(super) struct HtmlReader;

impl Reader for HtmlReader {
    fn name(&self) -> &'static str {
        "html"
    }

    fn media_type(&self) -> MediaType {
        MediaType::Html
    }

    fn read<'i>(&self, input: &'i Input<'i>, context: &Context<'_>) -> Result<Document<'i>, Error> {
        let (text, charset) = super::decode(input, context)?;
        let limits = context.limits();
        let options = options(limits, text.len());
        let tree = dateline_html::parse(text, &options);
        let mut hits = tree.limits_hit().to_vec();
        let document = Document::new(MediaType::Html, tree, charset);
        let document = if document.shows_next_to_nothing() {
            document.with_tree(|tree| {
                let met = script::add_text(tree, &options);
                let is_new = |hit: &LimitHit| !hits.contains(hit);
                let new: Vec<LimitHit> = met.iter().flatten().copied().filter(is_new).collect();
                hits.extend(new);
                met.is_some()
            })
        } else {
            document
        };
        for hit in hits {
            report(hit, limits, &options, context)?;
        }
        Ok(document.with_base(context.url()))
    }
}

fn options(limits: &Limits, bytes: usize) -> dateline_html::Options {
    let mut options = dateline_html::Options::default();
    (options.max_depth, options.max_nodes, options.max_attributes, options.max_bytes) =
        (limits.depth, limits.nodes.min(limits.nodes_of_work(bytes)), limits.attributes, limits.bytes);
    options
}

/// A limit that the tree ran into becomes a diagnostic, or an error where the caller asked for one.
fn report(hit: LimitHit, limits: &Limits, options: &dateline_html::Options, context: &Context<'_>) -> Result<(), Error> {
    let (code, what, limit) = match hit {
        LimitHit::Bytes => (DiagnosticCode::ByteLimit, "bytes", limits.bytes),
        LimitHit::Nodes if options.max_nodes < limits.nodes => return super::over_work(options.max_nodes, context),
        LimitHit::Nodes => (DiagnosticCode::NodeLimit, "nodes", limits.nodes),
        LimitHit::Attributes => (DiagnosticCode::AttributeLimit, "attributes of one tag", limits.attributes),
        // these lose no words, so they are never an error
        LimitHit::Depth => {
            context.diagnose(DiagnosticCode::DepthLimit, format!("elements deeper than {} were made siblings", limits.depth));
            return Ok(());
        }
        _ => {
            context.diagnose(DiagnosticCode::NodeLimit, "unclosed formatting elements were no longer repeated");
            return Ok(());
        }
    };
    if limits.on_limit == OnLimit::Error {
        return Err(Error::over_limit(what, u64::from(limit)));
    }
    context.diagnose(code, format!("the page has more than {limit} {what}; the rest was left out"));
    Ok(())
}
