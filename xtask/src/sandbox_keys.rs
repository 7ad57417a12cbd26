//! The generated keys of the sandbox, with which its webhooks are signed where it is WebAssembly and leaves that to the runtime.

use anyhow::{Result, anyhow};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use ghl_users_sandbox::signing;

use crate::typescript::HEADER;

/// Writes `sandbox/keys.ts`.
///
/// # Errors
/// When a key cannot be written.
pub fn file() -> Result<String> {
    let read = |key: Result<signing::Key, String>| key.map_err(|message| anyhow!(message));
    let keys = [
        ("ed25519", read(signing::key())?),
        ("rsa", read(signing::legacy_key())?),
    ];
    let listed = |text: fn(&signing::Key) -> String| -> String {
        let lines = keys
            .iter()
            .map(|(name, key)| format!("  {name}: \"{}\",\n", text(key)));
        lines.collect()
    };
    let public = listed(|key| key.public.replace('\n', "\\n"));
    let private = listed(|key| BASE64_STANDARD.encode(&key.private));
    Ok(format!(
        "{HEADER}/** What verifies the sandbox's webhooks: SubjectPublicKeyInfo as PEM. */\n\
         export const PUBLIC_KEYS = {{\n{public}}} as const;\n\n\
         /**\n * What signs them: PKCS #8, in base64. Anybody can read it: nothing that it signed may be trusted outside of tests.\n */\n\
         export const PRIVATE_KEYS = {{\n{private}}} as const;\n"
    ))
}
