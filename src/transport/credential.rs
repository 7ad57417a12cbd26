//! The client's token: asked for when it is needed, kept, replaced.

use std::cell::RefCell;

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;

use super::{promise::promised, value};
use crate::core::{
    answer::unauthorized::Unhelped, call::Call, config::Token, error::Error, secret::Secret,
};

/// Where a client's token comes from, and the one that there is.
pub struct Credential {
    state: RefCell<State>,
    unhelped: RefCell<Unhelped>,
}

struct State {
    provider: Option<Function>,
    known: Option<Secret>,
    rejected: Option<Secret>,
    /// What the function was asked for and has not given yet: calls that need a token meanwhile share it.
    coming: Option<Promise>,
}

/// What there is for a call that needs a token.
pub enum Supply {
    /// None, and nobody to ask: a gateway adds it.
    None,
    /// This one.
    Known(Secret),
    /// One that the token function will give.
    Coming(Promise),
}

impl Credential {
    /// Takes the token of the constructor, or one that replaces it.
    pub fn new(token: Token, provider: Option<Function>) -> Credential {
        Credential {
            state: RefCell::new(State::new(token, provider)),
            unhelped: RefCell::default(),
        }
    }

    /// Replaces the token. Calls under way keep theirs until it is rejected.
    pub fn replace(&self, token: Token, provider: Option<Function>) {
        *self.state.borrow_mut() = State::new(token, provider);
    }

    /// Returns the token that there is.
    pub fn known(&self) -> Option<Secret> {
        self.state.borrow().known.clone()
    }

    /// Returns what there is for a call that needs a token now.
    pub fn supply(&self) -> Supply {
        let (provider, why) = {
            let state = self.state.borrow();
            if let Some(secret) = &state.known {
                return Supply::Known(secret.clone());
            }
            if let Some(coming) = &state.coming {
                return Supply::Coming(coming.clone());
            }
            let Some(provider) = state.provider.clone() else {
                return Supply::None;
            };
            let rejected = state.rejected.as_ref();
            let why = rejected.map(|token| value::object(&[("rejected", token.reveal().into())]));
            (provider, why)
        };
        // Nothing is borrowed here: the function may call the client.
        let coming = promised(&provider, &why.unwrap_or_default());
        let mut state = self.state.borrow_mut();
        if state.provider.as_ref() == Some(&provider) {
            state.coming = Some(coming.clone());
        }
        Supply::Coming(coming)
    }

    /// Keeps the token that `coming` has given, unless it has been replaced meanwhile; without one, the next call asks
    /// again.
    pub fn settle(&self, coming: &Promise, given: Option<&Secret>) {
        let mut state = self.state.borrow_mut();
        let is_same = |other: &Promise| JsValue::from(other) == JsValue::from(coming);
        if state.coming.as_ref().is_some_and(is_same) {
            state.coming = None;
            state.known = given.cloned();
        }
    }

    /// Returns whether a call that failed so is worth another token.
    pub fn is_worth_another(&self, call: &mut Call, error: &mut Error, is_new: bool) -> bool {
        call.needs_new_token(error, is_new, &mut self.unhelped.borrow_mut())
    }

    /// Takes in that the server has rejected a token. Returns whether there may be another.
    pub fn reject(&self, token: &Secret) -> bool {
        let mut state = self.state.borrow_mut();
        if state.known.as_ref() == Some(token) {
            if state.provider.is_none() {
                return false;
            }
            state.known = None;
            state.rejected = Some(token.clone());
        }
        true
    }
}

impl State {
    fn new(token: Token, provider: Option<Function>) -> State {
        State {
            known: match token {
                Token::Fixed(secret) => Some(secret),
                Token::None | Token::Provided => None,
            },
            provider,
            rejected: None,
            coming: None,
        }
    }
}
