//! Whether a contact is to be left alone.

use super::{ContactDndStatus, ContactInboundDndStatus};

crate::wire! {
    /// Whether a contact must not be contacted, by channel. v2 and v3 write the channels differently.
    both ContactDndSettings in [V2 V3] {
        /// v3: by phone.
        call = "call": Object(ContactDndSetting), optional in [V3];
        /// v3: by e-mail.
        email = "email": Object(ContactDndSetting), optional in [V3];
        /// v3: by text message.
        sms = "sms": Object(ContactDndSetting), optional in [V3];
        /// v3: by WhatsApp.
        whats_app = "whatsApp": Object(ContactDndSetting), optional in [V3];
        /// v3: by Google Business Profile.
        gmb = "gmb": Object(ContactDndSetting), optional in [V3];
        /// v3: by Facebook.
        fb = "fb": Object(ContactDndSetting), optional in [V3];
        /// v2: by phone.
        old_call = "Call": Object(ContactDndSetting), optional in [V2];
        /// v2: by e-mail.
        old_email = "Email": Object(ContactDndSetting), optional in [V2];
        /// v2: by text message.
        old_sms = "SMS": Object(ContactDndSetting), optional in [V2];
        /// v2: by WhatsApp.
        old_whats_app = "WhatsApp": Object(ContactDndSetting), optional in [V2];
        /// v2: by Google Business Profile.
        old_gmb = "GMB": Object(ContactDndSetting), optional in [V2];
        /// v2: by Facebook.
        old_fb = "FB": Object(ContactDndSetting), optional in [V2];
    }
}

crate::wire! {
    /// Whether a contact must not be contacted over one channel.
    both ContactDndSetting in [V2 V3] {
        /// Whether it is so.
        status = "status": Choice(ContactDndStatus), required;
        /// Why, in words.
        message = "message": Text, optional;
        /// Why, as a code. HighLevel does not list the codes.
        code = "code": Text, optional;
    }
}

crate::wire! {
    /// Whether what a contact sends is kept out.
    both ContactInboundDndSettings in [V2 V3] {
        /// Over all channels.
        all = "all": Object(ContactInboundDndSetting), optional;
    }
}

crate::wire! {
    /// Whether what a contact sends is kept out, over all channels.
    both ContactInboundDndSetting in [V2 V3] {
        /// Whether it is so.
        status = "status": Choice(ContactInboundDndStatus), required;
        /// Why, in words.
        message = "message": Text, optional;
    }
}
