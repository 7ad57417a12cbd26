//! Signs webhooks, with keys of the sandbox's own.
//!
//! Where it is WebAssembly, it leaves that to the runtime, which has what it takes: this would double its weight for it.

use std::fmt::Display;
use std::sync::LazyLock;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use ed25519_dalek::pkcs8::spki::der::pem::LineEnding;
use ed25519_dalek::pkcs8::{EncodePrivateKey, EncodePublicKey, KeypairBytes};
use ed25519_dalek::{Signer, SigningKey};
use rsa::sha2::Sha256;
use rsa::signature::SignatureEncoding;
use rsa::{BigUint, RsaPrivateKey, pkcs1v15};
use serde_json::{Value, json};

// The private keys: anybody can read them here, so that nothing that they signed may be trusted outside of tests.
const LEGACY_PRIMES: [&str; 2] = [
    "f9e0f16e8a50e4982297a3e4e7411c0129df5595d862b2cc9a340e9581f540ff\
    517eb67f95911166aee820344644ea4fb4a4063fc2800389dfb1ba8f5a0b9565\
    55d3ded698212a9d7da5ce3970f46f53c1638f5fd4b28f94f070c033aa292e13\
    03fc226ab8c07a0a99d0027615b10738d3aad46c9840e04947b0eb68ab7d1451",
    "bc67682716754e7546ae025a59e55525c45fb8ca978291d49aca292305508db2\
    09b11208fedc606d3375e4e2973fc75d39a96eac323786c557180349e3bd2265\
    7c7bcf91532a67f3e28e6b0c6cff4488ea05a2ce91b334e576ab9d3d8c7c441c\
    f0d3fe498ad86ac9ebb67d47deddcf4c3379d55114673e7af028ff962765e7fd",
];
const SIGNING_KEY: &[u8; 32] = b"ghl-users sandbox, not a secret!";

/// A key of the sandbox, in the forms that programs take.
#[derive(Debug)]
pub struct Key {
    /// SubjectPublicKeyInfo as PEM, as a verifier takes it.
    pub public: String,
    /// PKCS #8 as DER.
    pub private: Vec<u8>,
}

impl Key {
    fn new(
        public: Result<String, impl Display>,
        private: Result<Vec<u8>, impl Display>,
    ) -> Result<Self, String> {
        Ok(Self {
            public: public.map_err(|error| error.to_string())?,
            private: private.map_err(|error| error.to_string())?,
        })
    }
}

/// The key of today's signatures, Ed25519.
///
/// # Errors
/// When it cannot be written.
pub fn key() -> Result<Key, String> {
    let key = SigningKey::from_bytes(SIGNING_KEY);
    let public = key.verifying_key().to_public_key_pem(LineEnding::LF);
    // Without the public half, which not all that read such keys expect in them.
    let private = KeypairBytes {
        secret_key: key.to_bytes(),
        public_key: None,
    };
    let private = private.to_pkcs8_der();
    Key::new(public, private.map(|der| der.as_bytes().to_vec()))
}

/// The key of the older signatures, RSA.
///
/// # Errors
/// When it cannot be written.
pub fn legacy_key() -> Result<Key, String> {
    let key = RSA_KEY.clone()?;
    let public = rsa::pkcs8::EncodePublicKey::to_public_key_pem(
        &key.to_public_key(),
        rsa::pkcs8::LineEnding::LF,
    );
    let private = rsa::pkcs8::EncodePrivateKey::to_pkcs8_der(&key);
    Key::new(public, private.map(|der| der.as_bytes().to_vec()))
}

/// Put together once: that takes longer than all else that a sandbox begins with.
static RSA_KEY: LazyLock<Result<RsaPrivateKey, String>> = LazyLock::new(rsa_key);

fn rsa_key() -> Result<RsaPrivateKey, String> {
    let prime = |digits: &str| {
        let prime = BigUint::parse_bytes(digits.as_bytes(), 16);
        prime.ok_or_else(|| "a prime of the older key is none".to_owned())
    };
    let [p, q] = LEGACY_PRIMES.map(prime);
    RsaPrivateKey::from_p_q(p?, q?, BigUint::from(65_537u32)).map_err(|error| error.to_string())
}

/// The header of a body's signature, and its value.
pub(crate) fn sign(body: &[u8], legacy: bool) -> Result<Option<(&'static str, String)>, String> {
    Ok(Some(if legacy {
        let key = pkcs1v15::SigningKey::<Sha256>::new(RSA_KEY.clone()?);
        let signature = rsa::signature::Signer::sign(&key, body).to_bytes();
        ("x-wh-signature", BASE64_STANDARD.encode(signature))
    } else {
        let signature = SigningKey::from_bytes(SIGNING_KEY).sign(body);
        let signature = BASE64_STANDARD.encode(signature.to_bytes());
        ("x-ghl-signature", signature)
    }))
}

/// The public keys, as a verifier takes them.
pub(crate) fn public_keys() -> Result<Value, String> {
    Ok(json!({ "ed25519": key()?.public, "rsa": legacy_key()?.public }))
}
