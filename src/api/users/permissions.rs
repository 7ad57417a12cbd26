//! What a user may do: the permissions that the specs document, and those that were seen besides.

crate::wire! {
    /// What a user may do, one boolean each. The defaults are those of the v3 spec; v1 knows 24 of the 38.
    /// What each lets a person do is from HighLevel's help pages and public programs; an admin of a location may do all
    /// of it anyway.
    ///
    /// HighLevel knows more permissions than it documents. Answers keep them, and input takes them, whatever their
    /// names; one that is nearly a documented one is refused as a misspelling.
    both Permissions in [V1 V2 V3] {
        /// May build and run campaigns. Default: true.
        campaigns_enabled = "campaignsEnabled": Flag, optional;
        /// May see campaigns, but not change them. Default: false.
        campaigns_read_only = "campaignsReadOnly": Flag, optional;
        /// May see, add and edit contacts. To export or delete them is the right of admins. Default: true.
        contacts_enabled = "contactsEnabled": Flag, optional;
        /// May build and publish workflows. Default: true.
        workflows_enabled = "workflowsEnabled": Flag, optional;
        /// May see workflows, but not change them. Seen to win over `workflowsEnabled`. Default: false.
        workflows_read_only = "workflowsReadOnly": Flag, optional in [V2 V3];
        /// May use triggers, which came before workflows. Default: true.
        triggers_enabled = "triggersEnabled": Flag, optional;
        /// May edit and publish funnels. Default: true.
        funnels_enabled = "funnelsEnabled": Flag, optional;
        /// May edit and publish websites. Default: false.
        websites_enabled = "websitesEnabled": Flag, optional;
        /// May see, move, edit and delete opportunities. Default: true.
        opportunities_enabled = "opportunitiesEnabled": Flag, optional;
        /// May see the dashboard. Default: true.
        dashboard_stats_enabled = "dashboardStatsEnabled": Flag, optional;
        /// May act on many contacts at once: message, tag, delete them, put them into workflows. Default: true.
        bulk_requests_enabled = "bulkRequestsEnabled": Flag, optional;
        /// May see and manage appointments. Default: true.
        appointments_enabled = "appointmentsEnabled": Flag, optional;
        /// May see, request and answer reviews. Default: true.
        reviews_enabled = "reviewsEnabled": Flag, optional;
        /// May manage business listings. Default: true.
        online_listings_enabled = "onlineListingsEnabled": Flag, optional;
        /// May see the statistics of calls. It is not the right to phone, which comes with `conversationsEnabled`.
        /// Default: true.
        phone_call_enabled = "phoneCallEnabled": Flag, optional;
        /// May read and answer messages and calls. Default: true.
        conversations_enabled = "conversationsEnabled": Flag, optional;
        /// Sees only what is assigned to them: a restriction, unlike the others. Default: false.
        assigned_data_only = "assignedDataOnly": Flag, optional;
        /// May see Google Ads reports. Default: false.
        adwords_reporting_enabled = "adwordsReportingEnabled": Flag, optional;
        /// May manage courses, and who may enter them. Default: false.
        membership_enabled = "membershipEnabled": Flag, optional;
        /// May see Facebook Ads reports. Default: false.
        facebook_ads_reporting_enabled = "facebookAdsReportingEnabled": Flag, optional;
        /// May see attribution reports. Default: false.
        attributions_reporting_enabled = "attributionsReportingEnabled": Flag, optional;
        /// May change the settings of the location. Default: true.
        settings_enabled = "settingsEnabled": Flag, optional;
        /// May make, change and delete tags. Default: true.
        tags_enabled = "tagsEnabled": Flag, optional;
        /// May see what leads and opportunities are worth. Default: true.
        lead_value_enabled = "leadValueEnabled": Flag, optional;
        /// May use the Marketing module: templates and mass e-mail. Default: true.
        marketing_enabled = "marketingEnabled": Flag, optional;
        /// May see the figures of each colleague. Default: true.
        agent_reporting_enabled = "agentReportingEnabled": Flag, optional in [V2 V3];
        /// May use "Eliza", bots that book and talk. Default: false.
        bot_service = "botService": Flag, optional in [V2 V3];
        /// May post to social media. Default: true.
        social_planner = "socialPlanner": Flag, optional in [V2 V3];
        /// May write and publish blogs. Default: true.
        blogging_enabled = "bloggingEnabled": Flag, optional in [V2 V3];
        /// May make and send invoices and estimates. Default: true.
        invoice_enabled = "invoiceEnabled": Flag, optional in [V2 V3];
        /// May manage affiliates and commissions. Default: true.
        affiliate_manager_enabled = "affiliateManagerEnabled": Flag, optional in [V2 V3];
        /// May have texts generated, which costs credits. Default: true.
        content_ai_enabled = "contentAiEnabled": Flag, optional in [V2 V3];
        /// May refund payments. Default: true.
        refunds_enabled = "refundsEnabled": Flag, optional in [V2 V3];
        /// May mark invoices as paid by hand. Default: true.
        record_payment_enabled = "recordPaymentEnabled": Flag, optional in [V2 V3];
        /// May pause and cancel subscriptions. Default: true.
        cancel_subscription_enabled = "cancelSubscriptionEnabled": Flag, optional in [V2 V3];
        /// May see orders, subscriptions and transactions. Default: true.
        payments_enabled = "paymentsEnabled": Flag, optional in [V2 V3];
        /// May manage communities. Default: true.
        communities_enabled = "communitiesEnabled": Flag, optional in [V2 V3];
        /// May export payments. Default: true.
        export_payments_enabled = "exportPaymentsEnabled": Flag, optional in [V2 V3];
    } seen in [V2 V3] {
        /// May edit, reassign and delete many opportunities at once. Not in the specs; seen live.
        opportunities_bulk_actions_enabled = "opportunitiesBulkActionsEnabled";
        /// May issue certificates of courses. Not in the specs; seen live.
        certificates_enabled = "certificatesEnabled";
        /// May use the media library. Not in the specs; seen live.
        media_storage_enabled = "mediaStorageEnabled";
        /// May build and see reports. Not in the specs; seen live.
        reporting_enabled = "reportingEnabled";
        /// May run adverts in the ad manager. Not in the specs; seen live.
        ad_publishing_enabled = "adPublishingEnabled";
        /// May see adverts, but not run them. Not in the specs; seen live.
        ad_publishing_read_only = "adPublishingReadOnly";
        /// May use the WordPress tab. Not in the specs; seen live.
        wordpress_enabled = "wordpressEnabled";
        /// May edit links of the menu. Not in the specs; seen live.
        custom_menu_link_write = "customMenuLinkWrite";
        /// May see links of the menu. Not in the specs; seen live.
        custom_menu_link_read_only = "customMenuLinkReadOnly";
        /// May sell courses in Gokollab. Not in the specs; seen live.
        gokollab_enabled = "gokollabEnabled";
    }
}
