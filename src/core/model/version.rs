//! The versions of HighLevel's API.

/// A version of HighLevel's API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Api {
    /// The legacy API at `rest.gohighlevel.com`, with API keys. Its support ended on 2025-12-31; existing keys work.
    V1,
    /// `Version: 2021-07-28` at `services.leadconnectorhq.com`, with OAuth or private integration tokens.
    V2,
    /// `Version: v3`, at the same host and paths as v2.
    V3,
}

impl Api {
    /// All versions, oldest first.
    pub const ALL: [Api; 3] = [Api::V1, Api::V2, Api::V3];

    /// Returns the name that the `api` option uses.
    pub fn name(self) -> &'static str {
        match self {
            Api::V1 => "v1",
            Api::V2 => "v2",
            Api::V3 => "v3",
        }
    }

    /// Returns the version called `name`.
    pub fn from_name(name: &str) -> Option<Api> {
        Api::ALL.into_iter().find(|api| api.name() == name)
    }

    /// Returns the URL that paths are put behind when the client names no other.
    pub fn base_url(self) -> &'static str {
        match self {
            Api::V1 => "https://rest.gohighlevel.com/v1",
            Api::V2 | Api::V3 => "https://services.leadconnectorhq.com",
        }
    }
}

/// A set of API versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Apis(u8);

impl Apis {
    /// No version.
    pub const NONE: Apis = Apis(0);
    /// Every version.
    pub const ALL: Apis = Apis::of(&Api::ALL);

    /// Makes the set of the versions listed.
    pub const fn of(apis: &[Api]) -> Apis {
        let mut bits = 0;
        let mut rest = apis;
        while let [first, others @ ..] = rest {
            bits |= 1 << *first as u8;
            rest = others;
        }
        Apis(bits)
    }

    /// Makes the set whose versions these bits stand for, the oldest for the lowest.
    pub const fn from_bits(bits: u8) -> Apis {
        Apis(bits & Apis::ALL.0)
    }

    /// Returns the bits that stand for the set.
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// Returns whether `api` is in the set.
    pub const fn has(self, api: Api) -> bool {
        self.0 & (1 << api as u8) != 0
    }
}
