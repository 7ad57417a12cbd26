//! A company, as HighLevel sends it.

use super::CompanyOnboarding;

crate::wire! {
    /// A company: an agency with its settings and its contract with HighLevel. The specs promise no field.
    answer Company in [V2 V3] {
        /// The company's id.
        id = "id": Text, required;
        /// The name.
        name = "name": Text, optional;
        /// The e-mail address.
        email = "email": Text, optional;
        /// The URL of the logo.
        logo_url = "logoUrl": Text, optional;
        /// The phone number.
        phone = "phone": Text, optional;
        /// The website.
        website = "website": Text, optional;
        /// The domain at which clients sign in, as a URL.
        domain = "domain": Text, optional;
        /// The domain for links.
        spare_domain = "spareDomain": Text, optional;
        /// The URL of the privacy policy.
        privacy_policy = "privacyPolicy": Text, optional;
        /// The URL of the terms.
        terms_conditions = "termsConditions": Text, optional;
        /// The street and the number.
        address = "address": Text, optional;
        /// The city.
        city = "city": Text, optional;
        /// The postal code.
        postal_code = "postalCode": Text, optional;
        /// The country, as two letters.
        country = "country": Text, optional;
        /// The state or province.
        state = "state": Text, optional;
        /// The time zone, for example `US/Central`.
        timezone = "timezone": Text, optional;
        /// The relationship number, by which HighLevel knows its customer.
        relationship_number = "relationshipNumber": Text, optional;
        /// The URL below `domain`.
        subdomain = "subdomain": Text, optional;
        /// The number of the plan.
        plan = "plan": Number, optional;
        /// The currency.
        currency = "currency": Text, optional;
        /// What kind of customer it is, for example `agency`.
        customer_type = "customerType": Text, optional;
        /// Which terms of service were accepted, by their date: `mm/dd/yyyy`.
        terms_of_service_version = "termsOfServiceVersion": Text, optional;
        /// The user who accepted them.
        terms_of_service_accepted_by = "termsOfServiceAcceptedBy": Text, optional;
        /// When they were accepted. The form is not documented.
        terms_of_service_accepted_date = "termsOfServiceAcceptedDate": Text, optional;
        /// Which privacy policy was accepted, by its date: `mm/dd/yyyy`.
        privacy_policy_version = "privacyPolicyVersion": Text, optional;
        /// The user who accepted it.
        privacy_policy_accepted_by = "privacyPolicyAcceptedBy": Text, optional;
        /// When it was accepted. The form is not documented.
        privacy_policy_accepted_date = "privacyPolicyAcceptedDate": Text, optional;
        /// Which affiliate policy was accepted, by its date: `mm/dd/yyyy`.
        affiliate_policy_version = "affiliatePolicyVersion": Text, optional;
        /// The user who accepted it.
        affiliate_policy_accepted_by = "affiliatePolicyAcceptedBy": Text, optional;
        /// When it was accepted. The form is not documented.
        affiliate_policy_accepted_date = "affiliatePolicyAcceptedDate": Text, optional;
        /// Whether its Twilio account is on trial.
        twilio_trial_mode = "twilioTrialMode": Flag, optional;
        /// The free credits for Twilio.
        twilio_free_credits = "twilioFreeCredits": Number, optional;
        /// Whether it resells what HighLevel charges for.
        is_reselling = "isReselling": Flag, optional;
        /// How it began with HighLevel.
        onboarding_info = "onboardingInfo": Object(CompanyOnboarding), optional;
        /// Whether its clients may upgrade their plans themselves.
        upgrade_enabled_for_clients = "upgradeEnabledForClients": Flag, optional;
        /// Whether its clients may cancel their plans themselves.
        cancel_enabled_for_clients = "cancelEnabledForClients": Flag, optional;
        /// Whether clients are suspended by themselves.
        auto_suspend_enabled = "autoSuspendEnabled": Flag, optional;
        /// The settings of SaaS mode. The specs name two members in an example, and no type.
        saas_settings = "saasSettings": Map, optional;
        /// The id of its Stripe account.
        stripe_connect_id = "stripeConnectId": Text, optional;
        /// Whether deprecated features are on.
        enable_depreciated_features = "enableDepreciatedFeatures": Flag, optional;
        /// Whether it has priority support. Default: false.
        premium_upgraded = "premiumUpgraded": Flag, optional;
        /// The state of its subscription, for example `active-trial`. The specs do not list the words.
        status = "status": Text, optional;
        /// How many locations (sub-accounts) it has.
        location_count = "locationCount": Number, optional;
        /// Whether its e-mail service is off.
        disable_email_service = "disableEmailService": Flag, optional;
        /// The id with which it refers others to HighLevel.
        referral_id = "referralId": Text, optional;
        /// Whether it is an enterprise account.
        is_enterprise_account = "isEnterpriseAccount": Flag, optional;
        /// The niche that it works in.
        business_niche = "businessNiche": Text, optional;
        /// The category of its business.
        business_category = "businessCategory": Text, optional;
        /// The group of similar agencies that it belongs to.
        business_affinity_group = "businessAffinityGroup": Text, optional;
        /// Whether it is a sandbox, for developers.
        is_sandbox_account = "isSandboxAccount": Flag, optional;
        /// Whether new locations begin with default data.
        enable_new_sub_account_default_data = "enableNewSubAccountDefaultData": Flag, optional;
    }
}
