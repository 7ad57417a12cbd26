//! The token of a call.

use js_sys::Promise;

use super::{Course, Settled, Stage, Step};
use crate::{
    core::{error::Code, secret::Secret},
    transport::{credential::Supply, failure::Failure},
};

impl Course {
    pub(super) fn ask_for_token(&mut self) -> Result<Step, Failure> {
        match self.session.credential.supply() {
            Supply::None => {}
            Supply::Known(secret) => self.authorize(secret),
            Supply::Coming(coming) => {
                return Ok(self.wait(Stage::Token(coming.clone()), coming));
            }
        }
        self.join()
    }

    pub(super) fn take_token(&mut self, given: Settled, coming: &Promise) -> Result<Step, Failure> {
        let secret = self.read_token(given);
        self.session.credential.settle(coming, secret.as_ref().ok());
        self.authorize(secret?);
        self.join()
    }

    fn read_token(&mut self, given: Settled) -> Result<Secret, Failure> {
        let failed = |sentence| self.call.error(Code::InvalidConfig, sentence);
        let given = given.map_err(|thrown| {
            // It may quote what nobody here knows to be secret: another token, a client's secret.
            self.request.secrets.be_wary();
            Failure::thrown(failed("the token function failed"), thrown)
        })?;
        let token = given.as_string();
        let token = token.ok_or_else(|| failed("the token function did not return a string"))?;
        let secret = Secret::new(token);
        Ok(secret.map_err(|error| self.call.error(error.code, &error.message))?)
    }

    fn authorize(&mut self, secret: Secret) {
        self.request.authorize(&secret);
        self.token = Some(secret);
    }
}
