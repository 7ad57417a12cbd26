//! From a call to its answer.

use serde_json::json;

use crate::auth;
use crate::body_length;
use crate::oauth;
use crate::perform::perform;
use crate::refusal::Refusal;
use crate::request::Request;
use crate::response::Response;
use crate::route::{Meant, Route, no_route};
use crate::row::{Answer, Row};
use crate::state::State;
use crate::v1;
use crate::visit::Visit;

/// Answers a call of any version.
pub(crate) fn answer(state: &mut State, request: &Request, route: Route) -> Response {
    if let Some(refusal) = body_length::refusal(request, body_length::OF_CALL) {
        return refusal;
    }
    let trace_id = state.next_trace_id();
    let response = match route {
        Route::Legacy(row, ids) => {
            let id = ids.first().map_or("", String::as_str);
            v1::answer(state, request, row, id).unwrap_or_else(Refusal::legacy)
        }
        Route::Token => {
            oauth::token(state, request).unwrap_or_else(|refusal| refusal.modern(&trace_id))
        }
        Route::Modern(meant) => modern(state, request, meant, &trace_id),
        Route::Nowhere if state.config.lenient => Response::json(200, &json!({})),
        Route::Nowhere => no_route(request).modern(&trace_id),
    };
    response.with_header("x-request-id", trace_id)
}

fn modern(state: &mut State, request: &Request, meant: Meant, trace_id: &str) -> Response {
    let Meant { row, ids, version } = meant;
    let visit = version.and_then(|version| {
        Ok(Visit {
            request,
            version,
            grant: auth::grant(state, request)?,
            ids,
            trace_id,
        })
    });
    match visit {
        Ok(visit) => counted(state, row, &visit),
        Err(refusal) => refusal.modern(trace_id),
    }
}

/// Answers a call that counts against its caller's limits.
fn counted(state: &mut State, row: &Row, visit: &Visit) -> Response {
    let now_ms = visit.request.now_ms;
    let quota = state.meter.count(&state.config, visit.caller(), now_ms);
    let refused = quota.is_exceeded() && state.config.enforce_rate_limit;
    let result = if refused {
        Err(Refusal::RateLimited)
    } else {
        auth::permit(&visit.grant, row).and_then(|()| match &row.answer {
            Answer::Function(answer) => answer(state, visit),
            Answer::Entry(entry) => perform(state, visit, row.line, entry),
        })
    };
    let mut response = result.unwrap_or_else(|refusal| refusal.modern(visit.trace_id));
    response.headers.extend(quota.headers(&state.config));
    if refused {
        let header = quota.retry_header(state.config.retry_after, now_ms);
        response.headers.extend(header);
    }
    response
}
