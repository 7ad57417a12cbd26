//! What a user may do: the permissions that the specs document.

crate::wire! {
    /// What a user may do, one boolean each. The defaults are those of the v3 spec; v1 knows 24 of the 38.
    ///
    /// HighLevel knows more permissions than it documents. Answers keep them, and an update may set them; a new user
    /// takes the documented ones only, so that a misspelt one is found.
    both Permissions in [V1 V2 V3] {
        /// May use campaigns. Default: true.
        campaigns_enabled = "campaignsEnabled": Flag, optional;
        /// May see campaigns, but not change them. Default: false.
        campaigns_read_only = "campaignsReadOnly": Flag, optional;
        /// May use contacts. Default: true.
        contacts_enabled = "contactsEnabled": Flag, optional;
        /// May use workflows. Default: true.
        workflows_enabled = "workflowsEnabled": Flag, optional;
        /// May see workflows, but not change them. Default: false.
        workflows_read_only = "workflowsReadOnly": Flag, optional in [V2 V3];
        /// May use triggers. Default: true.
        triggers_enabled = "triggersEnabled": Flag, optional;
        /// May use funnels. Default: true.
        funnels_enabled = "funnelsEnabled": Flag, optional;
        /// May use websites. Default: false.
        websites_enabled = "websitesEnabled": Flag, optional;
        /// May use opportunities. Default: true.
        opportunities_enabled = "opportunitiesEnabled": Flag, optional;
        /// May see the statistics of the dashboard. Default: true.
        dashboard_stats_enabled = "dashboardStatsEnabled": Flag, optional;
        /// May make bulk requests. Default: true.
        bulk_requests_enabled = "bulkRequestsEnabled": Flag, optional;
        /// May use appointments. Default: true.
        appointments_enabled = "appointmentsEnabled": Flag, optional;
        /// May use reviews. Default: true.
        reviews_enabled = "reviewsEnabled": Flag, optional;
        /// May use online listings. Default: true.
        online_listings_enabled = "onlineListingsEnabled": Flag, optional;
        /// May make phone calls. Default: true.
        phone_call_enabled = "phoneCallEnabled": Flag, optional;
        /// May use conversations. Default: true.
        conversations_enabled = "conversationsEnabled": Flag, optional;
        /// Sees only what is assigned to them: a restriction, unlike the others. Default: false.
        assigned_data_only = "assignedDataOnly": Flag, optional;
        /// May see Google Ads reports. Default: false.
        adwords_reporting_enabled = "adwordsReportingEnabled": Flag, optional;
        /// May use memberships. Default: false.
        membership_enabled = "membershipEnabled": Flag, optional;
        /// May see Facebook Ads reports. Default: false.
        facebook_ads_reporting_enabled = "facebookAdsReportingEnabled": Flag, optional;
        /// May see attribution reports. Default: false.
        attributions_reporting_enabled = "attributionsReportingEnabled": Flag, optional;
        /// May change settings. Default: true.
        settings_enabled = "settingsEnabled": Flag, optional;
        /// May use tags. Default: true.
        tags_enabled = "tagsEnabled": Flag, optional;
        /// May see the value of leads. Default: true.
        lead_value_enabled = "leadValueEnabled": Flag, optional;
        /// May use marketing. Default: true.
        marketing_enabled = "marketingEnabled": Flag, optional;
        /// May see agent reports. Default: true.
        agent_reporting_enabled = "agentReportingEnabled": Flag, optional in [V2 V3];
        /// May use the bot service. Default: false.
        bot_service = "botService": Flag, optional in [V2 V3];
        /// May use the social planner. Default: true.
        social_planner = "socialPlanner": Flag, optional in [V2 V3];
        /// May use blogs. Default: true.
        blogging_enabled = "bloggingEnabled": Flag, optional in [V2 V3];
        /// May use invoices. Default: true.
        invoice_enabled = "invoiceEnabled": Flag, optional in [V2 V3];
        /// May use the affiliate manager. Default: true.
        affiliate_manager_enabled = "affiliateManagerEnabled": Flag, optional in [V2 V3];
        /// May use Content AI. Default: true.
        content_ai_enabled = "contentAiEnabled": Flag, optional in [V2 V3];
        /// May refund payments. Default: true.
        refunds_enabled = "refundsEnabled": Flag, optional in [V2 V3];
        /// May record payments. Default: true.
        record_payment_enabled = "recordPaymentEnabled": Flag, optional in [V2 V3];
        /// May cancel subscriptions. Default: true.
        cancel_subscription_enabled = "cancelSubscriptionEnabled": Flag, optional in [V2 V3];
        /// May use payments. Default: true.
        payments_enabled = "paymentsEnabled": Flag, optional in [V2 V3];
        /// May use communities. Default: true.
        communities_enabled = "communitiesEnabled": Flag, optional in [V2 V3];
        /// May export payments. Default: true.
        export_payments_enabled = "exportPaymentsEnabled": Flag, optional in [V2 V3];
    }
}
