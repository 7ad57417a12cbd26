//! The options of a client and of a call, as tables.

use crate::core::model::{
    EMPTY, Field, Kind, Marks, Shape,
    docs::{FieldDocs, Refers, ShapeDocs},
};

/// The option names that name an API version.
static API_NAMES: Shape = Shape::choice(&["v1", "v2", "v3"]);

/// Whose a token is.
static TOKEN_KINDS: Shape = Shape::choice(&["agency", "location"]);

/// How responses are checked against the declared types.
static VALIDATE: Shape = Shape::choice(&["off", "warn", "strict"]);

/// What a logger is told, each with what comes before it.
static LOG_LEVELS: Shape = Shape::choice(&["off", "error", "warn", "info", "debug"]);

/// What a logger has to have.
static LOGGER: Shape = Shape::choice(&["debug", "info", "warn", "error"]);

/// What ends a call early.
static SIGNAL: Shape = Shape::choice(&["AbortSignal"]);

/// Whatever JSON can carry, under any name.
pub static ANYTHING: Shape = Shape::object(&[]).open(Kind::Json);

macro_rules! options {
    ($(#[doc = $doc:literal])+ $shape:ident, $docs:ident = $name:literal {
        $($(#[doc = $field_doc:literal])+ $option:literal: $kind:ident $(($of:ident))? $(or $false:literal)?, $type:literal;)+
    }) => {
        $(#[doc = $doc])+
        pub static $shape: Shape = Shape::object(&[$(Field {
            of: options!(@of $($of)?),
            marks: options!(@marks $($false)?),
            ..Field::new($option, Kind::$kind)
        }),+]);

        /// The documentation of these options. Nothing at run time refers to it.
        pub static $docs: ShapeDocs = ShapeDocs {
            name: $name,
            shape: &$shape,
            text: concat!($($doc, "\n"),+),
            answer: false,
            fields: &[$(FieldDocs {
                text: concat!($($field_doc, "\n"),+),
                refers: Refers::TypeScript($type),
            }),+],
            others: None,
            seen: &[],
        };
    };
    (@of) => { &EMPTY };
    (@of $of:ident) => { &$of };
    (@marks) => { Marks::NONE };
    (@marks $false:literal) => { Marks::OR_FALSE };
}

options! {
    /// The options of the constructor.
    OPTIONS, OPTIONS_DOCS = "ClientOptions" {
        /// The version of the API. Default: `"v2"`.
        "api": Text(API_NAMES), "Api";
        /// A v1 API key, a private integration token or an OAuth access token; or a function that returns one, or a
        /// promise of one. The function is asked when a token is needed, and once more, with the token that was
        /// rejected, when the server says that it is invalid; what it returns is kept in between. May be left out if a
        /// gateway at `baseUrl` adds it.
        "token": TextOrFunction, "string | ((why?: { rejected?: string }) => string | Promise<string>)";
        /// Whose token it is. If given, calls that only the other kind may make are refused before they are sent.
        "tokenKind": Text(TOKEN_KINDS), "\"agency\" | \"location\"";
        /// The company (agency) of calls that need one and do not name it.
        "companyId": Id, "string";
        /// The location (sub-account) of calls that require one and do not name it.
        "locationId": Id, "string";
        /// The URL before every path: https, or http on a loopback host. Its path is kept. Default:
        /// `https://services.leadconnectorhq.com`; for v1 `https://rest.gohighlevel.com/v1`.
        "baseUrl": Text, "string";
        /// The `fetch` to use, called with a URL and an init object. Default: the global one, at the time of the call.
        "fetch": Function, "((url: string, init: RequestInit) => Promise<Response>)";
        /// Allows a `baseUrl` of plain http on a host that is not this machine, where everyone on the way can read the token and
        /// what is sent: for networks of your own, such as Docker's. Default: `false`.
        "dangerouslyAllowHttp": Flag, "boolean";
        /// Allows a token for HighLevel's own host in a web page, where every visitor can read it. Default: `false`.
        "dangerouslyAllowBrowser": Flag, "boolean";
        /// The most milliseconds that a call may take, waits, retries and body included. Default: 30,000.
        "timeoutMs": Positive, "number";
        /// The most times that a call is sent again. Default: 2.
        "maxRetries": Whole, "number";
        /// Whether a POST that writes is sent again after a 429, which is taken to mean that it was not carried out.
        /// Default: `true`.
        "retryPostAfter429": Flag, "boolean";
        /// The most requests that the client starts in any `perMs` milliseconds; the others wait for their turn.
        /// `false`: as many as there are. Default: 100 in 10,000, as HighLevel documents.
        "rateLimit": Object(RATE_LIMIT) or false, "RateLimitOptions | false";
        /// A place in a budget that several clients share, such as `durableBudget` of `ghl-users/workers`. Asked before each
        /// request, when the client's own `rateLimit` allows it: gives the milliseconds until its turn. If that is more
        /// than `maxWaitMs`, what the call has left, no place is taken.
        "rateBudget": Function, "((maxWaitMs: number) => number | Promise<number>)";
        /// The most bytes that the body of an answer may have. Default: 33,554,432 (32 MiB).
        "maxResponseBytes": Positive, "number";
        /// How answers are checked against their types: not at all but for their outer form; with a warning for each
        /// place that differs; or with the error `unexpected_response`. Default: `"off"`.
        "validate": Text(VALIDATE), "\"off\" | \"warn\" | \"strict\"";
        /// Is told of each request when it is sent.
        "onRequest": Function, "((event: RequestEvent) => void)";
        /// Is told of each answer when its first lines are there.
        "onResponse": Function, "((event: ResponseEvent) => void)";
        /// Is told when a call will be sent again.
        "onRetry": Function, "((event: RetryEvent) => void)";
        /// Is told when a call begins to wait for its turn.
        "onRateLimit": Function, "((event: RateLimitEvent) => void)";
        /// Where log lines go, for example `console`. Default: nowhere.
        "logger": Methods(LOGGER), "Logger";
        /// What the logger is told: calls that failed (`error`), answers of another form (`warn`), retries and waits
        /// (`info`), each request and answer (`debug`), each with all before it. Default: `"warn"`.
        "logLevel": Text(LOG_LEVELS), "\"off\" | \"error\" | \"warn\" | \"info\" | \"debug\"";
    }
}

options! {
    /// How many requests a client may start in which time.
    RATE_LIMIT, RATE_LIMIT_DOCS = "RateLimitOptions" {
        /// The number of requests. Default: 100.
        "requests": Positive, "number";
        /// The time, in milliseconds. Default: 10,000.
        "perMs": Positive, "number";
    }
}

options! {
    /// The options of a call.
    CALL_OPTIONS, CALL_OPTIONS_DOCS = "CallOptions" {
        /// Ends the call early, with the code `aborted`.
        "signal": Instance(SIGNAL), "AbortSignal";
        /// The most milliseconds that the call may take, waits, retries and body included. Default: the client's.
        "timeoutMs": Positive, "number";
        /// The most times that the call is sent again. Default: the client's.
        "maxRetries": Whole, "number";
        /// Fields that no specification has, sent as they are: in the body, or in the query where there is no body.
        "extra": Object(ANYTHING), "Readonly<Record<string, unknown>>";
    }
}
