/// Made by `npm run types` from /openapi.json of the server. Do not edit: a test compares it with the document.

export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process lives */
        get: operations["get_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Measurements for Prometheus */
        get: operations["get_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["get_openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether commands are taken, and if not, why */
        get: operations["get_readiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Copies the journal while it is written, and proves the copy; for administrators */
        post: operations["back_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing/lag": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What has left and is not billed, by its age */
        get: operations["get_billing_lag"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/carriers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Carriers */
        get: operations["list_carriers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/carriers/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A carrier */
        get: operations["get_carrier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cases; open ones when nothing else is asked */
        get: operations["list_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A case, what may be done with it, and why its order is where it is */
        get: operations["get_case"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Many commands, one on each line (application/x-ndjson): command, message_id, event_time, body */
        post: operations["bulk_commands"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/access.change_user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Changes a user; what is not given stays
         * @description An intent: it may be refused.
         */
        post: operations["command_access_change_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/access.create_user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a user who logs in at the provider of log-ins
         * @description An intent: it may be refused.
         */
        post: operations["command_access_create_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/access.deactivate_user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a user: log-in, keys and standing in for others
         * @description An intent: it may be refused.
         */
        post: operations["command_access_deactivate_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/access.group_customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts customers into a group, which a scope can name
         * @description An intent: it may be refused.
         */
        post: operations["command_access_group_customers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/access.map_role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says which roles a group of the provider of log-ins has
         * @description An intent: it may be refused.
         */
        post: operations["command_access_map_role"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/access.reactivate_user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets a user in again
         * @description An intent: it may be refused.
         */
        post: operations["command_access_reactivate_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/access.revoke_key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a key at once
         * @description An intent: it may be refused.
         */
        post: operations["command_access_revoke_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/access.set_limit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says up to which value a user decides alone
         * @description An intent: it may be refused.
         */
        post: operations["command_access_set_limit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/access.set_substitute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets another act with a user's authority for a time
         * @description An intent: it may be refused.
         */
        post: operations["command_access_set_substitute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/billing.apply_prepayment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Settles an invoice from the customer's prepayments
         * @description An intent: it may be refused. It needs invoice.
         */
        post: operations["command_billing_apply_prepayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/billing.confirm_credit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that finance has posted a credit memo
         * @description A fact: it has happened, and is never refused for policy. It needs credit.
         */
        post: operations["command_billing_confirm_credit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/billing.confirm_invoice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that finance has posted an invoice
         * @description A fact: it has happened, and is never refused for policy. It needs invoice.
         */
        post: operations["command_billing_confirm_invoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/billing.grant_credit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives money back against an invoice line or charge, without goods; needs two people
         * @description An intent: it may be refused. It needs invoice; and money.
         */
        post: operations["command_billing_grant_credit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/billing.prepare_invoice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bills what a goods issue made billable
         * @description An intent: it may be refused. It needs shipment.
         */
        post: operations["command_billing_prepare_invoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/billing.record_payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that money came in for an invoice, or as a prepayment
         * @description A fact: it has happened, and is never refused for policy. It needs reference.
         */
        post: operations["command_billing_record_payment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/billing.reject_credit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that finance will not post a credit memo
         * @description A fact: it has happened, and is never refused for policy. It needs credit.
         */
        post: operations["command_billing_reject_credit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/billing.reject_invoice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that finance will not post an invoice
         * @description A fact: it has happened, and is never refused for policy. It needs invoice.
         */
        post: operations["command_billing_reject_invoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/billing.request_credit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Credits what is due for credit on an order
         * @description An intent: it may be refused.
         */
        post: operations["command_billing_request_credit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/billing.reverse_invoice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes invoiced units billable again, by a credit memo
         * @description An intent: it may be refused. It needs invoice or shipment.
         */
        post: operations["command_billing_reverse_invoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/billing.reverse_payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that the bank took a payment back
         * @description A fact: it has happened, and is never refused for policy. It needs reference.
         */
        post: operations["command_billing_reverse_payment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/billing.void_invoice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes back an invoice that is not posted, so that its units are billed anew
         * @description An intent: it may be refused. It needs invoice.
         */
        post: operations["command_billing_void_invoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/billing.write_off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives up what a customer still owes on an invoice
         * @description An intent: it may be refused. It needs invoice; and amount.
         */
        post: operations["command_billing_write_off"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/cases.assign_case": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives a case to a person, to another role, or both
         * @description An intent: it may be refused. It needs case_id.
         */
        post: operations["command_cases_assign_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/cases.close_case": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a case that was resolved
         * @description An intent: it may be refused. It needs case_id.
         */
        post: operations["command_cases_close_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/cases.open_case": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that something is off plan; an open case of the same is counted, not doubled
         * @description An intent: it may be refused.
         */
        post: operations["command_cases_open_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/cases.pause_case": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stops the clock of a case while somebody has to approve
         * @description An intent: it may be refused. It needs case_id.
         */
        post: operations["command_cases_pause_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/cases.reopen_case": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that a case was not over after all
         * @description An intent: it may be refused. It needs case_id.
         */
        post: operations["command_cases_reopen_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/cases.resolve_case": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says what was done about a case
         * @description An intent: it may be refused. It needs case_id.
         */
        post: operations["command_cases_resolve_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/cases.resolve_incident": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says what was done about all open cases of one cause
         * @description An intent: it may be refused. It needs incident.
         */
        post: operations["command_cases_resolve_incident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/cases.start_case": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begins the work on a case, or goes on after an approval
         * @description An intent: it may be refused. It needs case_id.
         */
        post: operations["command_cases_start_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/engine.complete_job": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that a job is done
         * @description An intent: it may be refused.
         */
        post: operations["command_engine_complete_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/engine.fail_job": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that an attempt at a job failed
         * @description An intent: it may be refused.
         */
        post: operations["command_engine_fail_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/engine.settle_job": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decides about a job that is stuck: try it again, or give it up
         * @description An intent: it may be refused.
         */
        post: operations["command_engine_settle_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/inventory.announce_supply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says what is on its way to a site, and when it is due
         * @description A fact: it has happened, and is never refused for policy.
         */
        post: operations["command_inventory_announce_supply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/inventory.approve_count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Posts a count: the book becomes what was found
         * @description An intent: it may be refused.
         */
        post: operations["command_inventory_approve_count"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/inventory.change_supply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that a supply comes on another day or in another quantity
         * @description A fact: it has happened, and is never refused for policy.
         */
        post: operations["command_inventory_change_supply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/inventory.count_stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says how many units of an item were found at a site
         * @description A fact: it has happened, and is never refused for policy. It needs count or item.
         */
        post: operations["command_inventory_count_stock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/inventory.explain_suspense": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Explains stock that left or came without explanation
         * @description An intent: it may be refused.
         */
        post: operations["command_inventory_explain_suspense"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/inventory.hold_stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts stock on hold, or lifts the hold
         * @description An intent: it may be refused. It needs site; and item.
         */
        post: operations["command_inventory_hold_stock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/inventory.open_stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Loads the stock that the old system had; once for each site and reference
         * @description An intent: it may be refused.
         */
        post: operations["command_inventory_open_stock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/inventory.place_transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends goods from one site to another
         * @description An intent: it may be refused.
         */
        post: operations["command_inventory_place_transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/inventory.receive_supply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that goods of a supply came in
         * @description A fact: it has happened, and is never refused for policy.
         */
        post: operations["command_inventory_receive_supply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/inventory.receive_transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that goods of a transfer came in at its target
         * @description A fact: it has happened, and is never refused for policy.
         */
        post: operations["command_inventory_receive_transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/inventory.relabel_stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes other stock of available stock: another lot, an assembly, a repack
         * @description An intent: it may be refused.
         */
        post: operations["command_inventory_relabel_stock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/inventory.request_count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks a site to count an item
         * @description An intent: it may be refused. It needs site; and item.
         */
        post: operations["command_inventory_request_count"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/inventory.reserve_order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finds stock and supply for the units of an order that have none
         * @description An intent: it may be refused. It needs order or number.
         */
        post: operations["command_inventory_reserve_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/inventory.unreserve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives reservations or promises of an order back
         * @description An intent: it may be refused. It needs order.
         */
        post: operations["command_inventory_unreserve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/masterdata.load_catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds or replaces items, sites, customers, carriers, prices and cross-references
         * @description An intent: it may be refused. It needs catalogue.
         */
        post: operations["command_masterdata_load_catalogue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/mirrors.report_claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says how far units of an order line have come in another system's books
         * @description A fact: it has happened, and is never refused for policy.
         */
        post: operations["command_mirrors_report_claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/mirrors.report_stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Brings a system's list of balances of a site, to be held against the book
         * @description A fact: it has happened, and is never refused for policy.
         */
        post: operations["command_mirrors_report_stock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/orders.add_line": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds a line to an open order
         * @description An intent: it may be refused.
         */
        post: operations["command_orders_add_line"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/orders.amend_line": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Changes the quantity or the price of an order line
         * @description An intent: it may be refused.
         */
        post: operations["command_orders_amend_line"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/orders.archive_order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a finished order out of memory; it comes back when a message is about it
         * @description An intent: it may be refused.
         */
        post: operations["command_orders_archive_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/orders.cancel_lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancels an order, a line, or units of it
         * @description An intent: it may be refused.
         */
        post: operations["command_orders_cancel_lines"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/orders.lift_hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a hold
         * @description An intent: it may be refused.
         */
        post: operations["command_orders_lift_hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/orders.place_hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Blocks steps of an order, line, customer, item, lot or site
         * @description An intent: it may be refused.
         */
        post: operations["command_orders_place_hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/orders.place_order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Places an order; it is reserved and released by itself
         * @description An intent: it may be refused.
         */
        post: operations["command_orders_place_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/orders.withdraw_line": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes units of a line back whatever their stage, as a negative invoice of a shop does
         * @description An intent: it may be refused.
         */
        post: operations["command_orders_withdraw_line"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/returns.authorize_return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets a customer send units back
         * @description An intent: it may be refused. It needs order; and lines.
         */
        post: operations["command_returns_authorize_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/returns.inspect_return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says what becomes of goods that came back
         * @description An intent: it may be refused. It needs rma.
         */
        post: operations["command_returns_inspect_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/returns.match_return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says which order goods came from that came back without a name
         * @description An intent: it may be refused. It needs rma; and order.
         */
        post: operations["command_returns_match_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/returns.receive_return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that goods came back to a site
         * @description A fact: it has happened, and is never refused for policy. It needs rma or order or item.
         */
        post: operations["command_returns_receive_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/returns.reject_return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes an authorisation back, as far as nothing has come in on it
         * @description An intent: it may be refused. It needs rma.
         */
        post: operations["command_returns_reject_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/shipping.accept_tender": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that the carrier takes a shipment
         * @description A fact: it has happened, and is never refused for policy. It needs shipment.
         */
        post: operations["command_shipping_accept_tender"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/shipping.confirm_delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that a shipment was delivered
         * @description A fact: it has happened, and is never refused for policy. It needs shipment or tracking.
         */
        post: operations["command_shipping_confirm_delivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/shipping.correct_shipment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that something else was sent than the line says
         * @description An intent: it may be refused. It needs shipment.
         */
        post: operations["command_shipping_correct_shipment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/shipping.issue_goods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that goods have left a site
         * @description A fact: it has happened, and is never refused for policy. It needs shipment or release or handling_units.
         */
        post: operations["command_shipping_issue_goods"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/shipping.plan_shipment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finds a carrier for a packed release and offers the shipment to it
         * @description An intent: it may be refused. It needs release.
         */
        post: operations["command_shipping_plan_shipment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/shipping.record_tracking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says what a carrier reports on the way
         * @description A fact: it has happened, and is never refused for policy. It needs shipment or tracking.
         */
        post: operations["command_shipping_record_tracking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/shipping.reject_tender": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that the carrier does not take a shipment; the next one is asked
         * @description A fact: it has happened, and is never refused for policy. It needs shipment.
         */
        post: operations["command_shipping_reject_tender"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/shipping.report_found": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that lost units turned up at the customer
         * @description A fact: it has happened, and is never refused for policy. It needs shipment.
         */
        post: operations["command_shipping_report_found"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/shipping.report_loss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that the carrier lost units, for which the customer does not pay
         * @description An intent: it may be refused. It needs shipment.
         */
        post: operations["command_shipping_report_loss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/shipping.retract_delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that a proof of delivery was wrong
         * @description A fact: it has happened, and is never refused for policy. It needs shipment.
         */
        post: operations["command_shipping_retract_delivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/shipping.reverse_issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that units never left; only those that are not invoiced
         * @description An intent: it may be refused. It needs shipment.
         */
        post: operations["command_shipping_reverse_issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/warehouse.acknowledge_release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that a site has a release
         * @description A fact: it has happened, and is never refused for policy. It needs release.
         */
        post: operations["command_warehouse_acknowledge_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/warehouse.confirm_legacy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that goods have left a site that reports nothing before; picks and packing are concluded
         * @description A fact: it has happened, and is never refused for policy. It needs delivery_note or carton or release.
         */
        post: operations["command_warehouse_confirm_legacy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/warehouse.confirm_pick": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that units of a line were picked, or not found
         * @description A fact: it has happened, and is never refused for policy. It needs release; and line.
         */
        post: operations["command_warehouse_confirm_pick"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/warehouse.confirm_recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that a site has stopped, as it was asked
         * @description A fact: it has happened, and is never refused for policy. It needs release.
         */
        post: operations["command_warehouse_confirm_recall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/warehouse.pack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that picked units went into a handling unit
         * @description A fact: it has happened, and is never refused for policy. It needs release.
         */
        post: operations["command_warehouse_pack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/warehouse.put_back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that picked units went back to the shelf
         * @description A fact: it has happened, and is never refused for policy. It needs release.
         */
        post: operations["command_warehouse_put_back"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/warehouse.refuse_recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that a site could not stop any more
         * @description A fact: it has happened, and is never refused for policy. It needs release.
         */
        post: operations["command_warehouse_refuse_recall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/warehouse.reject_release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that a site sends units of a release back unpicked
         * @description A fact: it has happened, and is never refused for policy. It needs release.
         */
        post: operations["command_warehouse_reject_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/warehouse.release_order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends what is reserved of an order to its sites
         * @description An intent: it may be refused. It needs order.
         */
        post: operations["command_warehouse_release_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/warehouse.release_wave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Calls the wave of a site before its cut-off
         * @description An intent: it may be refused. It needs site.
         */
        post: operations["command_warehouse_release_wave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/warehouse.report_damage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that picked or packed units were damaged or lost before they left
         * @description A fact: it has happened, and is never refused for policy. It needs release.
         */
        post: operations["command_warehouse_report_damage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/warehouse.request_recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks sites to stop what they have of an order
         * @description An intent: it may be refused. It needs order.
         */
        post: operations["command_warehouse_request_recall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/warehouse.unpack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that everything was taken out of a handling unit
         * @description A fact: it has happened, and is never refused for policy. It needs sscc or handling_unit.
         */
        post: operations["command_warehouse_unpack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cross-references": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What other systems call items, sites, customers, carriers and units */
        get: operations["list_cross_references"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers */
        get: operations["list_customers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A customer and its accounts */
        get: operations["get_customer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The world of a demo: its time, pace and systems */
        get: operations["get_demo"];
        put?: never;
        /** Pauses the world of a demo, or changes its pace */
        post: operations["change_demo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/demo/score": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every deviation of the day of a demo */
        get: operations["get_demo_score"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/demo/tour": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What four people could do on the day of a demo */
        get: operations["get_demo_tour"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events as CloudEvents; with Accept: text/event-stream for ever; then data=none tells only what changed */
        get: operations["get_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/first-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes the first administrator and logs him in */
        post: operations["accept_first_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cases and approvals: what waits for a person */
        get: operations["list_inbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbox/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for a person, and what may be done about it */
        get: operations["get_work"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invoices */
        get: operations["list_invoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An invoice, its three-way match and what may be done with it */
        get: operations["get_invoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Items */
        get: operations["list_items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An item, its units and its stock over all sites */
        get: operations["get_item"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open jobs */
        get: operations["list_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes jobs, the oldest first; waits for one when asked to */
        post: operations["activate_jobs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The job is done */
        post: operations["complete_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The worker needs longer */
        post: operations["extend_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/{id}/fail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The attempt failed */
        post: operations["fail_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All keys, without their secrets */
        get: operations["list_keys"];
        put?: never;
        /** Makes a key; it is shown once */
        post: operations["make_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{prefix}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** The key works no more */
        delete: operations["revoke_key"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{prefix}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a successor; both keys work for a while */
        post: operations["rotate_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mirrors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What other systems last said of lines and balances, and whether it agrees with the ledger */
        get: operations["list_mirrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders, newest first */
        get: operations["list_orders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything about one order as it stands now */
        get: operations["get_order"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{number}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What customers and people were told about an order, and when */
        get: operations["list_order_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{number}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The story of an order, message by message */
        get: operations["get_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The control tower in one answer */
        get: operations["get_overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/persons/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Destroys the keys of a person's data */
        post: operations["erase_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/persons/erased": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who was erased */
        get: operations["list_erased_persons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a command would do to many orders; nothing is done */
        post: operations["plan_orders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Prices, general ones and those of customers */
        get: operations["list_prices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Releases to sites */
        get: operations["list_releases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A release to a site, as R-12 */
        get: operations["get_release"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Returns */
        get: operations["list_returns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/returns/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A return, as RMA-12 */
        get: operations["get_return"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The table of what each role may */
        get: operations["list_roles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is logged in */
        get: operations["get_session"];
        put?: never;
        /** Opens a session with a name and password, or with the operator token */
        post: operations["log_in"];
        /** Ends the session */
        delete: operations["log_out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How one may log in here */
        get: operations["get_log_in_methods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Goes to the provider of log-ins */
        get: operations["log_in_by_oidc"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Opens a session; browsers come here by themselves */
        get: operations["come_back_from_oidc"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shipments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shipments */
        get: operations["list_shipments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shipments/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A shipment, as SH-12 */
        get: operations["get_shipment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sites */
        get: operations["list_sites"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sites/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A site, its next cut-off and what waits for it */
        get: operations["get_site"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stock by item, site and lot */
        get: operations["list_stock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Units that items are sold or counted in, besides EA */
        get: operations["list_units"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All users */
        get: operations["list_users"];
        put?: never;
        /** Makes a user; a temporary password is shown once */
        post: operations["make_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{user}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One's own password, or a temporary one for another */
        post: operations["set_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the SQL views are */
        get: operations["get_views"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Webhooks, how far each is, and how it goes */
        get: operations["list_webhooks"];
        put?: never;
        /** Makes a webhook; the secret is shown once */
        post: operations["make_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Nothing is sent there any more */
        delete: operations["delete_webhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{name}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends everything after a position again; enables a disabled one */
        post: operations["replay_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{name}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes another secret, shown once; the old one signs, too, for a while */
        post: operations["rotate_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{name}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a test event now and says how it went */
        post: operations["test_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccessChangeUser: {
            /** @description Name that the user logs in with */
            user: string;
            /** @description Of a person, for people */
            display_name?: string;
            /** @description Address for mail */
            email_ref?: string;
            /** @description Issuer and subject at the provider of log-ins */
            identity?: components["schemas"]["AccessIdentity"];
            /** @description Roles, each with what it may (GET /v1/roles) */
            roles?: ("customer_service" | "warehouse" | "shift_lead" | "inventory_control" | "transport" | "credit" | "finance" | "buyer" | "quality" | "master_data" | "integrator" | "process_owner" | "operations_lead" | "auditor" | "administrator")[];
            /** @description Sites and groups of customers for which the roles count; none: all */
            scope?: components["schemas"]["AccessScope"];
        };
        AccessCreateUser: {
            /** @description Name that the user logs in with */
            user: string;
            /** @description Of a person, for people */
            display_name: string;
            /** @description Address for mail */
            email_ref?: string;
            /** @description Issuer and subject at the provider of log-ins */
            identity?: components["schemas"]["AccessIdentity"];
            /** @description Roles, each with what it may (GET /v1/roles) */
            roles?: ("customer_service" | "warehouse" | "shift_lead" | "inventory_control" | "transport" | "credit" | "finance" | "buyer" | "quality" | "master_data" | "integrator" | "process_owner" | "operations_lead" | "auditor" | "administrator")[];
            /** @description Sites and groups of customers for which the roles count; none: all */
            scope?: components["schemas"]["AccessScope"];
        };
        AccessDeactivateUser: {
            /** @description Name that the user logs in with */
            user: string;
            /** @description Why */
            reason?: string;
        };
        AccessGroupCustomers: {
            /** @description The group; none: the customers are of no group any more */
            group?: string;
            /** @description Codes of customers */
            customers: string[];
        };
        AccessIdentity: {
            /** @description Address of the provider of log-ins */
            issuer?: string;
            /** @description Of the person at the provider of log-ins */
            subject?: string;
        };
        AccessLimit: {
            command?: string;
            up_to?: {
                amount: string;
                currency: string;
            };
        };
        AccessMapRole: {
            /** @description Address of the provider of log-ins */
            issuer: string;
            /** @description As the provider of log-ins names it */
            group: string;
            /** @description What its people may; none: the group means nothing any more */
            roles?: ("customer_service" | "warehouse" | "shift_lead" | "inventory_control" | "transport" | "credit" | "finance" | "buyer" | "quality" | "master_data" | "integrator" | "process_owner" | "operations_lead" | "auditor" | "administrator")[];
        };
        AccessReactivateUser: {
            /** @description Name that the user logs in with */
            user: string;
            /** @description Why */
            reason?: string;
        };
        AccessRevokeKey: {
            /** @description The public part of the key: tf_<prefix>_... */
            prefix: string;
            /** @description Why */
            reason?: string;
        };
        AccessScope: {
            /** @description Warehouses, stores and docks, by code */
            sites?: string[];
            /** @description Groups of customers (access.group_customers) */
            customer_groups?: string[];
        };
        AccessSetLimit: {
            /** @description Name that the user logs in with */
            user: string;
            /** @description Name of the command that the limit is for; none: all that ask for a value */
            command?: string;
            /** @description Greatest value that the user decides about alone */
            up_to: {
                amount: string;
                currency: string;
            };
            /** @description The limit is taken away */
            remove?: boolean;
        };
        AccessSetSubstitute: {
            /** @description Name that the user logs in with */
            user: string;
            /** @description Name of the user who stands in; none: nobody any more */
            substitute?: string;
            /**
             * Format: date
             * @description Where, or when, it begins
             */
            from?: string;
            /**
             * Format: date
             * @description Where, or when, it ends
             */
            to?: string;
        };
        AccessSubstitute: {
            user?: string;
            /** Format: date */
            from?: string;
            /** Format: date */
            to?: string;
        };
        Act: {
            command: string;
            title: string;
            allowed: boolean;
            reason?: string;
            code?: string;
            body?: string;
        };
        ActivateJobs: {
            types?: ("none" | "send_release" | "send_recall" | "tender" | "send_asn" | "post_invoice" | "post_credit" | "request_count")[];
            destinations?: string[];
            worker: string;
            /** Format: int64 */
            max?: number;
            /** Format: int64 */
            lease_seconds?: number;
            /** Format: int64 */
            wait_seconds?: number;
        };
        BilledCharge: {
            kind: string;
            /** @description exact decimal */
            amount: string;
        };
        BillingApplyPrepayment: {
            /** @description Id of the invoice: 5 for INV-5 */
            invoice?: number;
            /** @description None: as far as the prepayments reach; exact decimal */
            amount?: string;
        };
        BillingConfirmCredit: {
            /** @description Id of the credit memo: 2 for CM-2 */
            credit?: number;
            /** @description Finance's own number of the credit memo */
            number?: string;
            /** @description With tax */
            total?: {
                amount: string;
                currency: string;
            };
            /** @description The part of the total that is tax; none: finance did not say; exact decimal */
            tax?: string;
        };
        BillingConfirmInvoice: {
            /** @description Id of the invoice: 5 for INV-5 */
            invoice?: number;
            /** @description Finance's own number of the invoice */
            number?: string;
            /** @description With tax */
            total?: {
                amount: string;
                currency: string;
            };
            /** @description The part of the total that is tax; none: finance did not say; exact decimal */
            tax?: string;
            /**
             * Format: date-time
             * @description None: when the message was sent
             */
            posted_at?: string;
        };
        BillingGrantCredit: {
            /** @description Id of the invoice: 5 for INV-5 */
            invoice?: number;
            /** @description Number of the order line; 0: a charge */
            line?: number;
            /** @description Number of the order's charge, from 1, when the line is 0 */
            charge?: number;
            /** @description Amount and currency */
            money?: {
                amount: string;
                currency: string;
            };
            /** @description Why */
            reason?: string;
            /** @description Who asked for it: another than who approves */
            requested_by?: string;
            /** @description Who approves: the sender himself, by his name; none: the sender where approval is needed */
            approved_by?: string;
        };
        BillingLineUnits: {
            /** @description Number of the order line */
            line?: number;
            /**
             * Format: int64
             * @description Smallest units
             */
            quantity?: number;
        };
        BillingPrepareInvoice: {
            /** @description Id of the shipment: 9 for SH-9 */
            shipment?: number;
            /** @description Who approves: the sender himself, by his name; none: the sender where approval is needed */
            approved_by?: string;
        };
        BillingRecordPayment: {
            /** @description The bank's; the same one never counts twice */
            reference?: string;
            /** @description Code of the customer */
            customer?: string;
            /** @description Id of the invoice; without it and a number the money is a prepayment */
            invoice?: number;
            /** @description Finance's number of the invoice, instead of the id */
            number?: string;
            /** @description Amount and currency */
            money?: {
                amount: string;
                currency: string;
            };
        };
        BillingRejectCredit: {
            /** @description Id of the credit memo: 2 for CM-2 */
            credit?: number;
            /** @description Why */
            reason?: string;
        };
        BillingRejectInvoice: {
            /** @description Id of the invoice: 5 for INV-5 */
            invoice?: number;
            /** @description Why */
            reason?: string;
        };
        BillingRequestCredit: {
            /** @description 0: all lines */
            line?: number;
            /** @description Why */
            reason?: string;
        };
        BillingReverseInvoice: {
            /** @description Id of the invoice: 5 for INV-5 */
            invoice?: number;
            /** @description Instead of the invoice: the shipment that it bills */
            shipment?: number;
            /** @description Units to take back; none: all of the invoice with its charges */
            lines?: components["schemas"]["BillingLineUnits"][];
            /** @description Why */
            reason?: string;
            /** @description Who approves: the sender himself, by his name; none: the sender where approval is needed */
            approved_by?: string;
            /**
             * @description What follows when the credit memo is posted
             * @enum {string}
             */
            after?: "nothing" | "bill_again" | "reverse_issue";
        };
        BillingReversePayment: {
            /** @description The bank's, of the payment */
            reference?: string;
            /** @description Why */
            reason?: string;
        };
        BillingVoidInvoice: {
            /** @description Id of the invoice: 5 for INV-5 */
            invoice?: number;
            /** @description Why */
            reason?: string;
            /** @description Who approves: the sender himself, by his name; none: the sender where approval is needed */
            approved_by?: string;
        };
        BillingWriteOff: {
            /** @description Id of the invoice: 5 for INV-5 */
            invoice?: number;
            /** @description Money, in the currency of the document; exact decimal */
            amount?: string;
            /** @description Why */
            reason?: string;
            /** @description Who approves: the sender himself, by his name; none: the sender where approval is needed */
            approved_by?: string;
        };
        BurnPoint: {
            /** Format: date-time */
            at: string;
            /** Format: int64 */
            open: number;
        };
        CarrierRow: {
            code: string;
            name?: string;
            scac?: string;
            countries?: string;
            transit_days?: number;
        };
        CarrierRowList: {
            items: components["schemas"]["CarrierRow"][];
            next_cursor?: string;
            /** Format: int64 */
            total: number;
            more?: boolean;
            /** Format: int64 */
            position: number;
        };
        CaseCell: {
            category: string;
            /** @enum {string} */
            owner: "integration" | "customer_service" | "warehouse_lead" | "inventory_control" | "credit_control" | "billing" | "carrier_desk" | "purchasing" | "master_data";
            /** Format: int64 */
            open: number;
            /** Format: int64 */
            overdue: number;
            /** Format: int64 */
            unassigned?: number;
            value?: {
                amount: string;
                currency: string;
            };
            others?: {
                amount: string;
                currency: string;
            }[];
            /** Format: date-time */
            oldest?: string;
            list: string;
        };
        CaseRow: {
            id: number;
            code: string;
            category: string;
            sentence: string;
            action?: string;
            /** @enum {string} */
            status: "open" | "assigned" | "in_progress" | "waiting_approval" | "resolved" | "closed" | "reopened";
            severity?: number;
            /** @enum {string} */
            owner: "integration" | "customer_service" | "warehouse_lead" | "inventory_control" | "credit_control" | "billing" | "carrier_desk" | "purchasing" | "master_data";
            assignee?: string;
            /** Format: date-time */
            opened_at?: string;
            /** Format: date-time */
            last_at?: string;
            /** Format: date-time */
            due?: string;
            overdue: boolean;
            times?: number;
            value?: {
                amount: string;
                currency: string;
            };
            order?: string;
            item?: string;
            site?: string;
            destination?: string;
            incident?: string;
            line?: number;
            /** Format: int64 */
            quantity?: number;
            resolution?: string;
            /** Format: date-time */
            resolved_at?: string;
            acts?: components["schemas"]["Act"][];
            order_why?: string;
            /** Format: int64 */
            position?: number;
        };
        CaseRowList: {
            items: components["schemas"]["CaseRow"][];
            next_cursor?: string;
            /** Format: int64 */
            total: number;
            more?: boolean;
            /** Format: int64 */
            position: number;
        };
        CasesAssignCase: {
            /** @description Id of the case: 12 for CASE-12 */
            case_id?: number;
            /** @description Name of the user who takes it; none: nobody yet */
            person?: string;
            /**
             * @description Whose work it is from now on
             * @enum {string}
             */
            role?: "integration" | "customer_service" | "warehouse_lead" | "inventory_control" | "credit_control" | "billing" | "carrier_desk" | "purchasing" | "master_data";
        };
        CasesCloseCase: {
            /** @description Id of the case: 12 for CASE-12 */
            case_id?: number;
        };
        CasesOpenCase: {
            /** @description One of the categories of cases; other, when none fits */
            category?: string;
            /** @description What is wrong, for people */
            sentence?: string;
            /** @description Number of the order */
            order?: string;
            /** @description Number of the order line */
            line?: number;
            /** @description Code of the item */
            item?: string;
            /** @description Code of the site */
            site?: string;
            /**
             * Format: int64
             * @description Smallest units that it is about
             */
            quantity?: number;
            /** @description Amount and currency at risk */
            value?: {
                amount: string;
                currency: string;
            };
            /** @description The system or partner that it is about */
            destination?: string;
        };
        CasesPauseCase: {
            /** @description Id of the case: 12 for CASE-12 */
            case_id?: number;
            /** @description Why */
            reason?: string;
        };
        CasesReopenCase: {
            /** @description Id of the case: 12 for CASE-12 */
            case_id?: number;
            /** @description Why */
            reason?: string;
        };
        CasesResolveCase: {
            /** @description Id of the case: 12 for CASE-12 */
            case_id?: number;
            /** @description What was done, as a word: counted, resent, cancelled, accepted */
            resolution?: string;
            /** @description What is to be known besides */
            note?: string;
        };
        CasesResolveIncident: {
            /** @description Id of the incident: 2 for INC-2 */
            incident?: number;
            /** @description What was done, as a word: counted, resent, cancelled, accepted */
            resolution?: string;
            /** @description What is to be known besides */
            note?: string;
        };
        CasesStartCase: {
            /** @description Id of the case: 12 for CASE-12 */
            case_id?: number;
        };
        Chapter: {
            /** Format: int64 */
            position: number;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            event_time?: string;
            source: string;
            message_id?: string;
            actor?: string;
            events: components["schemas"]["Told"][];
        };
        ChargeLine: {
            kind: string;
            /** @description exact decimal */
            amount: string;
            /** @description exact decimal */
            earned?: string;
            /** @description exact decimal */
            billed?: string;
        };
        Cluster: {
            /** @enum {string} */
            by: "site" | "family" | "carrier";
            key: string;
            /** Format: int64 */
            open: number;
            /** Format: int64 */
            overdue: number;
            value?: {
                amount: string;
                currency: string;
            };
            list: string;
        };
        CommandAnswer: {
            /** @enum {string} */
            outcome: "committed" | "refused" | "waiting" | "duplicate" | "reported";
            /** Format: int64 */
            position: number;
        };
        Copied: {
            file: string;
            /** Format: int64 */
            position: number;
            head: string;
            /** Format: int64 */
            bytes: number;
            beside?: string[];
            replaced?: string;
            removed?: string[];
        };
        CountWork: {
            count: number;
            site: string;
            item: string;
            lot?: string;
        };
        Counts: {
            /** Format: int64 */
            orders: number;
            /** Format: int64 */
            orders_open: number;
            /** Format: int64 */
            orders_held?: number;
            /** Format: int64 */
            orders_archived?: number;
            /** Format: int64 */
            cases_open: number;
            /** Format: int64 */
            cases_overdue?: number;
            /** Format: int64 */
            jobs_open: number;
            /** Format: int64 */
            waiting_facts: number;
            /** Format: int64 */
            holds?: number;
        };
        CreditRow: {
            id: number;
            code: string;
            number?: string;
            order?: string;
            invoice: string;
            /** @enum {string} */
            kind: "units" | "reversal" | "allowance";
            /** @enum {string} */
            status: "prepared" | "posted" | "mismatched" | "rejected";
            total: {
                amount: string;
                currency: string;
            };
            reason?: string;
        };
        CreditWork: {
            credit: number;
            invoice: number;
            invoice_number?: string;
            customer?: string;
            order?: string;
            reason?: string;
            net: {
                amount: string;
                currency: string;
            };
            tax?: {
                amount: string;
                currency: string;
            };
            lines?: components["schemas"]["WorkLine"][];
        };
        CustomerMoney: {
            open_orders?: {
                amount: string;
                currency: string;
            };
            unbilled?: {
                amount: string;
                currency: string;
            };
            receivable?: {
                amount: string;
                currency: string;
            };
            prepaid?: {
                amount: string;
                currency: string;
            };
        };
        CustomerRef: {
            code: string;
            name?: string;
        };
        CustomerRow: {
            code: string;
            name?: string;
            country?: string;
            address?: string;
            currency?: string;
            payment_days?: number;
            credit_limit?: {
                amount: string;
                currency: string;
            };
            blocked?: boolean;
            ship_complete?: boolean;
            money?: components["schemas"]["CustomerMoney"][];
        };
        CustomerRowList: {
            items: components["schemas"]["CustomerRow"][];
            next_cursor?: string;
            /** Format: int64 */
            total: number;
            more?: boolean;
            /** Format: int64 */
            position: number;
        };
        CutOff: {
            site: string;
            /** Format: date-time */
            at?: string;
            /** Format: int64 */
            waiting_orders?: number;
            /** Format: int64 */
            waiting_lines: number;
            /** Format: int64 */
            open_releases?: number;
            /** Format: int64 */
            left_lately?: number;
            /** Format: int64 */
            expected_left?: number;
            points?: components["schemas"]["BurnPoint"][];
            list?: string;
        };
        DemoChange: {
            paused?: boolean;
            /** Format: int64 */
            speed?: number;
        };
        DemoStatus: {
            /** Format: date-time */
            now: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            /** Format: int64 */
            speed: number;
            paused: boolean;
            ended: boolean;
            /** Format: int64 */
            seed: number;
            systems: components["schemas"]["DemoSystem"][];
        };
        DemoSystem: {
            name: string;
            running: boolean;
            starts: number;
        };
        EngineCompleteJob: {
            /**
             * Format: int64
             * @description Id of the job
             */
            job: number;
            /** @description What the destination calls it */
            reference?: string;
        };
        EngineFailJob: {
            /**
             * Format: int64
             * @description Id of the job
             */
            job: number;
            /**
             * @description not_done: safe to try again; unknown: it may have been done; refused: never
             * @enum {string}
             */
            outcome?: "not_done" | "unknown" | "refused";
            /** @description Why */
            reason?: string;
        };
        EngineSettleJob: {
            /**
             * Format: int64
             * @description Id of the job
             */
            job: number;
            /** @description It is not tried again */
            give_up?: boolean;
            /** @description Why */
            reason?: string;
        };
        ErasedList: {
            items: components["schemas"]["ErasedPerson"][];
            /** Format: int64 */
            total: number;
        };
        ErasedPerson: {
            person: string;
            /** Format: int64 */
            keys: number;
            by: string;
            /** Format: date-time */
            at: string;
            /** Format: int64 */
            erased_in: number;
        };
        ErasureAsked: {
            person: string;
            reason: string;
        };
        FoundFault: {
            fault: string;
            title: string;
            planted: boolean;
            found: boolean;
            /** Format: date-time */
            planted_at?: string;
            /** Format: date-time */
            noticed_at?: string;
            /** Format: date-time */
            due?: string;
            /** Format: int64 */
            minutes?: number;
            code?: string;
            category?: string;
            owner?: string;
            person?: string;
            order?: string;
            site?: string;
            solved: boolean;
            value?: {
                amount: string;
                currency: string;
            };
            unnoticed?: string;
        };
        Health: {
            status: string;
            /** Format: int64 */
            position?: number;
            code?: string;
            detail?: string;
        };
        HoldRow: {
            id: number;
            /** @enum {string} */
            scope: "order" | "line" | "customer" | "item" | "lot" | "site";
            line?: number;
            site?: string;
            reason: string;
            blocks: ("none" | "accept" | "promise" | "reserve" | "backorder" | "receive_promised" | "unpromise" | "cut_supply" | "unreserve" | "unreserve_counted" | "unreserve_held" | "release" | "recall" | "short_pick" | "reject" | "reject_held" | "pick" | "put_back" | "swap_lot" | "pack" | "unpack" | "damage" | "lose_before_issue" | "issue" | "reverse_issue" | "deliver" | "retract_delivery" | "lose" | "find" | "carrier_return" | "receive_return" | "match_return" | "deny_return" | "cancel" | "substitute" | "unsubstitute" | "invoice" | "credit" | "reverse_invoice")[];
            /** Format: date-time */
            placed_at?: string;
            /** Format: date-time */
            expires_at?: string;
        };
        HttpProblem: {
            type?: string;
            title?: string;
            status?: number;
            detail?: string;
            code?: string;
            errors?: components["schemas"]["HttpProblemError"][];
            trace_id?: string;
        };
        HttpProblemError: {
            pointer?: string;
            code?: string;
            detail?: string;
        };
        IncidentCell: {
            code: string;
            category: string;
            site?: string;
            destination?: string;
            /** Format: int64 */
            open: number;
            /** Format: date-time */
            opened_at?: string;
            /** Format: date-time */
            last_at?: string;
            list?: string;
        };
        InventoryAnnounceSupply: {
            /** @description Number of the supply, such as a purchase order */
            supply: string;
            /** @description Who sends it */
            supplier?: string;
            /** @description Code of the site */
            site: string;
            /** @description Code of the item */
            item: string;
            /**
             * Format: int64
             * @description Smallest units
             */
            quantity: number;
            /**
             * Format: date
             * @description The day on which it is to come
             */
            due: string;
            /** @description It was on its way when Truefill went live */
            opening?: boolean;
        };
        InventoryApproveCount: {
            /** @description Id of the count: 3 for COUNT-3 */
            count: number;
            /** @description Who approves: the sender himself, by his name; none: the sender where approval is needed */
            approved_by?: string;
            /** @description What the approver may decide alone; none: no limit */
            limit?: {
                amount: string;
                currency: string;
            };
        };
        InventoryChangeSupply: {
            /** @description Number of the supply, such as a purchase order */
            supply: string;
            /** @description Code of the item */
            item: string;
            /**
             * Format: date
             * @description None: as before
             */
            due?: string;
            /**
             * Format: int64
             * @description All that is ordered, received units included; none: as before
             */
            quantity?: number;
            /** @description Why */
            reason?: string;
        };
        InventoryCountStock: {
            /** @description Id of the request that it answers; else site and item say what was counted */
            count?: number;
            /** @description Code of the site */
            site?: string;
            /** @description Code of the item */
            item?: string;
            /** @description Code of the lot; none where the item has no lots */
            lot?: string;
            /**
             * Format: int64
             * @description Units found: all in the building, whoever they are for, without returns in quarantine
             */
            counted?: number;
            /** @description Who counted; names, separated by commas */
            counted_by: string;
            /** @description Who approved it at the site: neither the counter nor the sender */
            approved_by?: string;
        };
        InventoryExplainSuspense: {
            /** @description Code of the site */
            site: string;
            /** @description Code of the item */
            item: string;
            /** @description Code of the lot; none where the item has no lots */
            lot?: string;
            /**
             * Format: int64
             * @description Smallest units
             */
            quantity: number;
            /** @description The units are gone; else they were here all the time */
            write_off?: boolean;
            /** @description Who approves: the sender himself, by his name; none: the sender where approval is needed */
            approved_by?: string;
            /** @description What the approver may decide alone; none: no limit */
            limit?: {
                amount: string;
                currency: string;
            };
            /** @description Why */
            reason: string;
        };
        InventoryHoldStock: {
            /** @description Code of the site */
            site?: string;
            /** @description Code of the item */
            item?: string;
            /** @description Code of the lot; none where the item has no lots */
            lot?: string;
            /**
             * Format: int64
             * @description 0: all of it
             */
            quantity?: number;
            /** @description The stock goes off hold */
            lift?: boolean;
            /** @description What is reserved and not yet released goes on hold too */
            reserved?: boolean;
            /** @description Why */
            reason?: string;
        };
        InventoryOpenStock: {
            /** @description Code of the site */
            site: string;
            /** @description The sender's own number of it; the same one counts once */
            reference: string;
            /** @description One for each line */
            lines: components["schemas"]["InventoryOpeningLine"][];
        };
        InventoryOpeningLine: {
            /** @description Code of the item */
            item: string;
            /** @description Code of the lot; none where the item has no lots */
            lot?: string;
            /**
             * Format: date
             * @description The last day of the lot
             */
            expires?: string;
            /**
             * Format: int64
             * @description Smallest units
             */
            quantity: number;
            /**
             * @description Where the stock stands: available, held or return_quarantine
             * @enum {string}
             */
            bucket?: "none" | "inbound" | "inbound_alloc" | "available" | "held" | "allocated" | "staged" | "return_quarantine" | "supplier" | "customer" | "adjustment" | "scrap" | "suspense" | "opening" | "conversion";
        };
        InventoryPlaceTransfer: {
            /** @description Number of the transfer; an order number like others */
            transfer: string;
            /** @description Code of the site that sends */
            from: string;
            /** @description Code of the site that gets */
            to: string;
            /** @description 1 goes first, 9 last; 0 is 5 */
            priority?: number;
            /**
             * Format: date
             * @description The day on which the customer wants it; none: as soon as possible
             */
            requested?: string;
            /** @description One for each line */
            lines: components["schemas"]["InventoryTransferLine"][];
        };
        InventoryReceiveSupply: {
            /** @description Number of the supply, such as a purchase order */
            supply: string;
            /** @description Code of the item */
            item: string;
            /** @description None: where it was announced */
            site?: string;
            /** @description The site's own number of this receipt; it counts once for each lot */
            receipt?: string;
            /** @description Code of the lot; none where the item has no lots */
            lot?: string;
            /**
             * Format: date
             * @description The last day of the lot
             */
            expires?: string;
            /**
             * Format: int64
             * @description Smallest units
             */
            quantity?: number;
            /**
             * Format: int64
             * @description Units that came damaged, besides quantity; they go on hold
             */
            damaged?: number;
            /** @description Nothing more will come */
            last?: boolean;
        };
        InventoryReceiveTransfer: {
            /** @description Number of the transfer */
            transfer: string;
            /** @description The site's own number of the receipt; the same one counts once */
            receipt?: string;
            /** @description One for each line */
            lines?: components["schemas"]["InventoryTransferReceipt"][];
            /** @description Nothing more will come */
            last?: boolean;
        };
        InventoryRelabelPart: {
            /** @description Code of the item */
            item: string;
            /** @description Code of the lot; none where the item has no lots */
            lot?: string;
            /**
             * Format: date
             * @description The last day of the lot
             */
            expires?: string;
            /**
             * Format: int64
             * @description Smallest units
             */
            quantity: number;
        };
        InventoryRelabelStock: {
            /** @description Code of the site */
            site: string;
            /** @description Why */
            reason: string;
            /** @description Stock that is used up */
            takes: components["schemas"]["InventoryRelabelPart"][];
            /** @description Stock that comes of it */
            makes: components["schemas"]["InventoryRelabelPart"][];
        };
        InventoryRequestCount: {
            /** @description Code of the site */
            site?: string;
            /** @description Code of the item */
            item?: string;
            /** @description Code of the lot; none where the item has no lots */
            lot?: string;
            /**
             * Format: int64
             * @description Units that went on hold because somebody did not find them
             */
            doubt?: number;
            /** @description Why */
            reason?: string;
        };
        InventoryReserveOrder: {
            /** @description Id of the order */
            order?: number;
            /** @description Number of the order, instead of its id */
            number?: string;
            /** @description Id of a site that is asked only when the others cannot give as much */
            declined?: number;
        };
        InventoryTransferLine: {
            /** @description Number of the order line */
            line: number;
            /** @description Code of the item */
            item: string;
            /**
             * Format: int64
             * @description Smallest units
             */
            quantity: number;
        };
        InventoryTransferReceipt: {
            /** @description Number of the order line */
            line?: number;
            /** @description Code of the item */
            item?: string;
            /** @description Code of the lot; none where the item has no lots */
            lot?: string;
            /**
             * Format: int64
             * @description Smallest units
             */
            quantity?: number;
            /**
             * Format: int64
             * @description Units that came damaged, besides quantity; they go on hold
             */
            damaged?: number;
        };
        InventoryUnreserve: {
            /** @description Number of the order */
            order?: string;
            /** @description 0: the whole order */
            line?: number;
            /**
             * Format: int64
             * @description 0: all
             */
            quantity?: number;
            /** @description Id of a site: only there */
            site?: number;
            /** @description Id of a lot: only of it */
            lot?: number;
            /** @description Promises on supply are given back; else reservations of stock */
            promised?: boolean;
            /** @description The units wait for other stock; else they are open */
            backorder?: boolean;
            /** @description The stock goes on hold */
            hold?: boolean;
            /** @description Id of an approved count that found less */
            count?: number;
            /** @description Why */
            reason?: string;
        };
        InvoicePage: {
            invoice: components["schemas"]["InvoiceRow"];
            customer: components["schemas"]["CustomerRef"];
            /** Format: date-time */
            shipped_at?: string;
            sentence: string;
            differences: number;
            lines: components["schemas"]["MatchLine"][];
            charges: components["schemas"]["BilledCharge"][];
            credits: components["schemas"]["CreditRow"][];
            cases: components["schemas"]["CaseRow"][];
            acts: components["schemas"]["Act"][];
            /** Format: int64 */
            position: number;
        };
        InvoiceRow: {
            id: number;
            code: string;
            number?: string;
            order?: string;
            customer: string;
            shipment?: string;
            /** @enum {string} */
            status: "pending" | "matched" | "posted" | "paid" | "match_failed" | "voided";
            total: {
                amount: string;
                currency: string;
            };
            net?: {
                amount: string;
                currency: string;
            };
            tax?: {
                amount: string;
                currency: string;
            };
            paid?: {
                amount: string;
                currency: string;
            };
            credited?: {
                amount: string;
                currency: string;
            };
            open?: {
                amount: string;
                currency: string;
            };
            /** Format: date */
            due?: string;
            /** Format: date-time */
            check_at?: string;
        };
        InvoiceRowList: {
            items: components["schemas"]["InvoiceRow"][];
            next_cursor?: string;
            /** Format: int64 */
            total: number;
            more?: boolean;
            /** Format: int64 */
            position: number;
        };
        InvoiceWork: {
            invoice: number;
            order?: string;
            purchase_order?: string;
            customer: string;
            net: {
                amount: string;
                currency: string;
            };
            payment_days?: number;
            lines: components["schemas"]["WorkLine"][];
        };
        ItemRow: {
            code: string;
            description?: string;
            gtin?: string;
            units?: components["schemas"]["MasterdataUnit"][];
            lot_controlled?: boolean;
            blocked?: boolean;
            /** Format: int64 */
            weight_grams?: number;
            /** Format: int64 */
            available?: number;
            /** Format: int64 */
            allocated?: number;
            /** Format: int64 */
            held?: number;
            /** Format: int64 */
            inbound?: number;
        };
        ItemRowList: {
            items: components["schemas"]["ItemRow"][];
            next_cursor?: string;
            /** Format: int64 */
            total: number;
            more?: boolean;
            /** Format: int64 */
            position: number;
        };
        JobRow: {
            /** Format: int64 */
            id: number;
            /** @enum {string} */
            type: "none" | "send_release" | "send_recall" | "tender" | "send_asn" | "post_invoice" | "post_credit" | "request_count";
            destination: string;
            /** @enum {string} */
            status: "ready" | "asking" | "stuck";
            order?: string;
            subject?: number;
            attempts?: number;
            /** Format: date-time */
            not_before?: string;
            worker?: string;
            trace?: string;
        };
        JobRowList: {
            items: components["schemas"]["JobRow"][];
            next_cursor?: string;
            /** Format: int64 */
            total: number;
            more?: boolean;
            /** Format: int64 */
            position: number;
        };
        KeyList: {
            items: components["schemas"]["KeyRow"][];
            /** Format: int64 */
            total: number;
            /** Format: int64 */
            position: number;
        };
        KeyMade: {
            prefix: string;
            key: string;
            /** Format: date-time */
            expires_at?: string;
            /** Format: int64 */
            position: number;
        };
        KeyRow: {
            prefix: string;
            principal: string;
            source: string;
            roles?: ("customer_service" | "warehouse" | "shift_lead" | "inventory_control" | "transport" | "credit" | "finance" | "buyer" | "quality" | "master_data" | "integrator" | "process_owner" | "operations_lead" | "auditor" | "administrator")[];
            scope?: components["schemas"]["AccessScope"];
            /** @enum {string} */
            status: "active" | "replaced" | "expired" | "revoked";
            /** Format: date-time */
            created_at?: string;
            /** Format: date-time */
            expires_at: string;
            /** Format: date-time */
            revoked_at?: string;
            replaced_by?: string;
        };
        Kpi: {
            name: string;
            title: string;
            value: string;
            unit: string;
            target?: string;
            good?: boolean;
            list: string;
        };
        LagAge: {
            age: string;
            /** Format: int64 */
            shipments: number;
            /** Format: int64 */
            blocked: number;
            /** Format: int64 */
            units: number;
            values?: {
                amount: string;
                currency: string;
            }[];
        };
        LagList: {
            ages: components["schemas"]["LagAge"][];
            items: components["schemas"]["LagRow"][];
            /** Format: int64 */
            total: number;
            more?: boolean;
            /** Format: int64 */
            position: number;
            /** Format: date-time */
            now: string;
        };
        LagRow: {
            shipment: string;
            order: string;
            customer: components["schemas"]["CustomerRef"];
            site: string;
            /** Format: date-time */
            issued_at: string;
            age: string;
            /** Format: int64 */
            units: number;
            value: {
                amount: string;
                currency: string;
            };
            invoice?: string;
            blocked?: boolean;
            why: string;
        };
        LineUnits: {
            line: number;
            item?: string;
            /** Format: int64 */
            quantity: number;
        };
        LogInMethods: {
            password: boolean;
            providers: components["schemas"]["LogInProvider"][];
            demo: boolean;
            token: boolean;
        };
        LogInProvider: {
            name: string;
            url: string;
        };
        MasterdataCarrier: {
            /** @description The distributor's own */
            code?: string;
            /** @description For people */
            name?: string;
            /** @description Standard carrier alpha code */
            scac?: string;
            /** @description ISO 3166 codes, separated by blanks */
            countries?: string;
            /** @description Days on the way */
            transit_days?: number;
            /**
             * Format: int64
             * @description For a shipment
             */
            cost_cents?: number;
            /**
             * Format: int64
             * @description For each kilogram begun
             */
            cost_cents_per_kg?: number;
        };
        MasterdataCatalogue: {
            /** @description What is bought and sold, by code */
            items?: components["schemas"]["MasterdataItem"][];
            /** @description Warehouses, stores and docks, by code */
            sites?: components["schemas"]["MasterdataSite"][];
            /** @description Codes of customers */
            customers?: components["schemas"]["MasterdataCustomer"][];
            /** @description Those who move shipments, by code */
            carriers?: components["schemas"]["MasterdataCarrier"][];
            /** @description The price list */
            prices?: components["schemas"]["MasterdataPrice"][];
            /** @description What other systems call things of ours */
            cross_references?: components["schemas"]["MasterdataCrossReference"][];
        };
        MasterdataCrossReference: {
            /** @description Whose word it is: the source of its key */
            source?: string;
            /** @description What it is */
            kind?: string;
            /** @description What the source calls it */
            theirs?: string;
            /** @description The distributor's code of it */
            ours?: string;
        };
        MasterdataCustomer: {
            /** @description The distributor's own */
            code?: string;
            /** @description For people */
            name?: string;
            /** @description ISO 3166 code */
            country?: string;
            /** @description Where to deliver, in one line; none: the customer's */
            address?: string;
            /** @description ISO 4217 code; ISO 4217 */
            currency?: string;
            /** @description Days to pay an invoice; 0: at once */
            payment_days?: number;
            /** @description Of open orders and invoices; none: not limited */
            credit_limit?: {
                amount: string;
                currency: string;
            };
            /** @description Takes part in nothing new */
            blocked?: boolean;
            /** @description Everything leaves together or not at all */
            ship_complete?: boolean;
            /** @description Days that a lot must have left when it is released */
            shelf_life_days?: number;
        };
        MasterdataItem: {
            /** @description The distributor's own */
            code?: string;
            /** @description What it is, for people */
            description?: string;
            /** @description GTIN of the smallest unit */
            gtin?: string;
            /** @description Units besides EA, with their factors */
            units?: components["schemas"]["MasterdataUnit"][];
            /** @description Stock of it is kept by lot */
            lot_controlled?: boolean;
            /** @description Takes part in nothing new */
            blocked?: boolean;
            /**
             * Format: int64
             * @description Grams; 0: what the items weigh
             */
            weight_grams?: number;
        };
        MasterdataLoadCatalogue: {
            /** @description What is added or replaced, by code; nothing is ever deleted */
            catalogue?: components["schemas"]["MasterdataCatalogue"];
        };
        MasterdataPrice: {
            /** @description Code of the item */
            item?: string;
            /** @description Code of the customer */
            customer?: string;
            /** @description Of one smallest unit */
            price?: {
                amount: string;
                currency: string;
            };
            /**
             * Format: date
             * @description The day from which it counts; none: always
             */
            valid_from?: string;
        };
        MasterdataSite: {
            /** @description The distributor's own */
            code?: string;
            /** @description For people */
            name?: string;
            /** @description GS1 number of the place */
            gln?: string;
            /** @description GS1 company prefix for the SSCC of handling units, 7 to 10 digits */
            gs1_prefix?: string;
            /** @description ISO 3166 codes, separated by blanks */
            countries?: string;
            /**
             * @description stream: each release is sent at once; wave: together at the cut-off
             * @enum {string}
             */
            mode?: "stream" | "wave";
            /** @description Minutes of the site's day after which releases leave the next day */
            cut_off_minutes?: number;
            /** @description Offset of the site's clock from UTC */
            zone_minutes?: number;
            /** @description How long the site may take to acknowledge a release; 0: 240 */
            acknowledge_minutes?: number;
            /** @description How long the site may take to ship after that; 0: 2880 */
            ship_minutes?: number;
            /**
             * Format: int64
             * @description What a shipment from here costs, for choosing a site
             */
            cost_per_shipment_cents?: number;
        };
        MasterdataUnit: {
            /** @description The distributor's own */
            code?: string;
            /** @description Smallest units in one of it: numerator by denominator */
            factor?: {
                numerator: number;
                denominator: number;
            };
            /**
             * Format: date
             * @description The day from which it counts; none: always
             */
            valid_from?: string;
        };
        MatchLine: {
            line: number;
            item: string;
            description?: string;
            /** Format: int64 */
            ordered?: number;
            /** Format: int64 */
            shipped?: number;
            /** Format: int64 */
            billed?: number;
            /** Format: int64 */
            shipped_all?: number;
            /** Format: int64 */
            billed_all?: number;
            /** Format: int64 */
            credited?: number;
            /** @description exact decimal */
            agreed_price?: string;
            /** @description exact decimal */
            billed_price?: string;
            /** @description exact decimal */
            amount?: string;
            /** @enum {string} */
            match: "matches" | "not_billed" | "over_billed" | "over_shipped" | "price_differs" | "unknown";
            sentence: string;
        };
        MatrixCell: {
            site: string;
            /** @enum {string} */
            status: "accepted" | "held" | "in_fulfilment" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "completed" | "cancelled";
            age: string;
            /** Format: int64 */
            orders: number;
            /** Format: int64 */
            lines: number;
            list: string;
        };
        MirrorRow: {
            /** @enum {string} */
            kind: "line" | "statement" | "balance";
            system: string;
            order?: string;
            item?: string;
            lot?: string;
            site?: string;
            line?: number;
            state?: string;
            /** Format: int64 */
            stated?: number;
            /** Format: int64 */
            book?: number;
            /** @enum {string} */
            verdict: "agrees" | "in_flight" | "contradicts";
            differs: boolean;
            /** Format: date-time */
            as_of?: string;
            /** Format: date-time */
            since?: string;
            times?: number;
            statement?: string;
            compared?: number;
            differing?: number;
        };
        MirrorRowList: {
            items: components["schemas"]["MirrorRow"][];
            next_cursor?: string;
            /** Format: int64 */
            total: number;
            more?: boolean;
            /** Format: int64 */
            position: number;
        };
        MirrorsReportClaim: {
            /** @description Name of the system that says so; none: the sender */
            system?: string;
            /** @description Number of the order */
            order: string;
            /** @description Number of the order line */
            line: number;
            /**
             * @description What they are: shipped, delivered, invoiced, paid or cancelled
             * @enum {string}
             */
            state: "shipped" | "delivered" | "invoiced" | "paid" | "cancelled";
            /**
             * Format: int64
             * @description Units that have come so far in all
             */
            quantity: number;
            /**
             * Format: date-time
             * @description When it was so; none: when the message was sent
             */
            as_of?: string;
        };
        MirrorsReportStock: {
            /** @description Name of the system that says so; none: the sender */
            system?: string;
            /** @description Code of the site */
            site: string;
            /** @description The system's name of this list; it counts once */
            statement: string;
            /**
             * Format: date-time
             * @description When it was so; none: when the message was sent
             */
            as_of?: string;
            /** @description What is not listed is not there */
            full?: boolean;
            /** @description Balances; several of one item and lot are added up */
            lines?: components["schemas"]["MirrorsStatedBalance"][];
        };
        MirrorsStatedBalance: {
            /** @description Code of the item */
            item: string;
            /** @description Code of the lot; none where the item has no lots */
            lot?: string;
            /**
             * Format: int64
             * @description Units in the building, whoever they are for, those on hold included
             */
            on_hand: number;
            /**
             * Format: int64
             * @description Units of them that are on hold; none: the system does not say
             */
            held?: number;
        };
        NewKey: {
            principal: string;
            source: string;
            roles: ("customer_service" | "warehouse" | "shift_lead" | "inventory_control" | "transport" | "credit" | "finance" | "buyer" | "quality" | "master_data" | "integrator" | "process_owner" | "operations_lead" | "auditor" | "administrator")[];
            scope?: components["schemas"]["AccessScope"];
            /** Format: int64 */
            expires_in_days?: number;
        };
        NewPassword: {
            password?: string;
            current?: string;
        };
        NewUser: {
            user: string;
            display_name: string;
            roles?: ("customer_service" | "warehouse" | "shift_lead" | "inventory_control" | "transport" | "credit" | "finance" | "buyer" | "quality" | "master_data" | "integrator" | "process_owner" | "operations_lead" | "auditor" | "administrator")[];
            scope?: components["schemas"]["AccessScope"];
            identity?: components["schemas"]["AccessIdentity"];
            password?: string;
        };
        NewWebhook: {
            name: string;
            url: string;
            types?: string[];
            /** Format: int64 */
            after?: number;
        };
        NoticeList: {
            items: components["schemas"]["NoticeRow"][];
        };
        NoticeRow: {
            event: string;
            receiver: string;
            subject?: string;
            text?: string;
            /** @enum {string} */
            status: "waiting" | "sending" | "told" | "refused" | "unknown" | "given_up";
            /** Format: int64 */
            attempts?: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            told_at?: string;
            /** Format: date-time */
            next_attempt_at?: string;
            last_error?: string;
        };
        OrderLine: {
            number: number;
            item: string;
            description?: string;
            /** Format: int64 */
            ordered: number;
            /** Format: int64 */
            total: number;
            /** @description exact decimal */
            unit_price?: string;
            /** Format: date */
            requested?: string;
            parent?: number;
            quantities: components["schemas"]["PlacedUnits"][];
            /** @description exact decimal */
            earned?: string;
            /** @description exact decimal */
            billed?: string;
        };
        OrderMoney: {
            value: {
                amount: string;
                currency: string;
            };
            earned?: {
                amount: string;
                currency: string;
            };
            billed?: {
                amount: string;
                currency: string;
            };
            paid?: {
                amount: string;
                currency: string;
            };
            credited?: {
                amount: string;
                currency: string;
            };
            open?: {
                amount: string;
                currency: string;
            };
            charges?: components["schemas"]["ChargeLine"][];
        };
        OrderPage: {
            number: string;
            customer?: components["schemas"]["CustomerRef"];
            /** @enum {string} */
            status: "accepted" | "held" | "in_fulfilment" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "completed" | "cancelled";
            archived?: boolean;
            transfer?: boolean;
            ship_complete?: boolean;
            priority?: number;
            purchase_order?: string;
            address?: string;
            /** Format: date-time */
            ordered_at?: string;
            /** Format: date */
            requested?: string;
            /** Format: date */
            promised?: string;
            sites?: string[];
            why: string;
            next: string[];
            lines: components["schemas"]["OrderLine"][];
            money?: components["schemas"]["OrderMoney"];
            releases: components["schemas"]["ReleaseRow"][];
            shipments: components["schemas"]["ShipmentRow"][];
            invoices: components["schemas"]["InvoiceRow"][];
            credits: components["schemas"]["CreditRow"][];
            returns: components["schemas"]["ReturnRow"][];
            cases: components["schemas"]["CaseRow"][];
            holds: components["schemas"]["HoldRow"][];
            systems: components["schemas"]["SystemClaim"][];
            acts: components["schemas"]["Act"][];
            /** Format: int64 */
            position: number;
            /** Format: date-time */
            as_of?: string;
        };
        OrderRow: {
            number: string;
            customer?: components["schemas"]["CustomerRef"];
            /** @enum {string} */
            status: "accepted" | "held" | "in_fulfilment" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "completed" | "cancelled";
            sites?: string[];
            holds?: string[];
            lines: number;
            /** Format: int64 */
            units: number;
            value: {
                amount: string;
                currency: string;
            };
            /** Format: date-time */
            ordered_at?: string;
            /** Format: date */
            requested?: string;
            /** Format: date */
            promised?: string;
            open_cases: number;
            cases?: number;
            overdue_cases?: boolean;
            transfer?: boolean;
            waves?: string[];
            unbilled?: {
                amount: string;
                currency: string;
            };
            /** Format: int64 */
            last_position?: number;
        };
        OrderRowList: {
            items: components["schemas"]["OrderRow"][];
            next_cursor?: string;
            /** Format: int64 */
            total: number;
            more?: boolean;
            /** Format: int64 */
            position: number;
        };
        OrdersAddLine: {
            /** @description Number of the order */
            order: string;
            /** @description Number of the order line */
            line: components["schemas"]["OrdersPlacedLine"];
        };
        OrdersAmendLine: {
            /** @description Number of the order */
            order: string;
            /** @description Number of the order line */
            line: number;
            /**
             * Format: int64
             * @description Smallest units that the line comes to; none: as before
             */
            quantity?: number;
            /** @description Of one smallest unit; touches what is not yet issued; none: as before; exact decimal */
            unit_price?: string;
        };
        OrdersArchiveOrder: {
            /** @description Number of the order */
            order: string;
        };
        OrdersCancelLines: {
            /** @description Number of the order */
            order: string;
            /** @description 0: every line */
            line?: number;
            /**
             * Format: int64
             * @description 0: all of the line
             */
            quantity?: number;
            /** @description Why */
            reason?: string;
        };
        OrdersLiftHold: {
            /** @description Id of the hold: 7 for HOLD-7 */
            hold: number;
            /** @description Why */
            reason?: string;
        };
        OrdersPlaceHold: {
            /**
             * @description What is held: an order, line, customer, item, lot or site
             * @enum {string}
             */
            scope: "order" | "line" | "customer" | "item" | "lot" | "site";
            /** @description Number of the order */
            order?: string;
            /** @description Number of the order line */
            line?: number;
            /** @description Code of the customer */
            customer?: string;
            /** @description Code of the item */
            item?: string;
            /** @description Code of the lot; none where the item has no lots */
            lot?: string;
            /** @description The site, or the only one where it counts */
            site?: string;
            /** @description Why */
            reason: string;
            /** @description The steps that it stops */
            blocks: ("none" | "accept" | "promise" | "reserve" | "backorder" | "receive_promised" | "unpromise" | "cut_supply" | "unreserve" | "unreserve_counted" | "unreserve_held" | "release" | "recall" | "short_pick" | "reject" | "reject_held" | "pick" | "put_back" | "swap_lot" | "pack" | "unpack" | "damage" | "lose_before_issue" | "issue" | "reverse_issue" | "deliver" | "retract_delivery" | "lose" | "find" | "carrier_return" | "receive_return" | "match_return" | "deny_return" | "cancel" | "substitute" | "unsubstitute" | "invoice" | "credit" | "reverse_invoice")[];
            /**
             * Format: date-time
             * @description When it ends by itself; none: when it is lifted
             */
            expires_at?: string;
        };
        OrdersPlaceOrder: {
            /** @description Number of the order: the same number never makes a second one */
            order: string;
            /** @description Code of the customer */
            customer: string;
            /** @description The customer's own number; a second order with it is held */
            purchase_order?: string;
            /** @description ISO 4217 code; ISO 4217 */
            currency: string;
            /**
             * Format: date-time
             * @description None: when the message was sent
             */
            ordered_at?: string;
            /**
             * Format: date
             * @description The day on which the customer wants it; none: as soon as possible
             */
            requested?: string;
            /** @description Everything leaves together or not at all */
            ship_complete?: boolean;
            /** @description 1 goes first, 9 last; 0 is 5 */
            priority?: number;
            /** @description Where to deliver, in one line; none: the customer's */
            address?: string;
            /** @description One for each line */
            lines: components["schemas"]["OrdersPlacedLine"][];
            /** @description Freight, fees, services and discounts: billed, never picked */
            charges?: components["schemas"]["OrdersPlacedCharge"][];
        };
        OrdersPlacedCharge: {
            /** @description What it is */
            kind?: string;
            /** @description Money, in the currency of the document; exact decimal */
            amount?: string;
            /**
             * @description When it is billed
             * @enum {string}
             */
            trigger?: "first_shipment" | "each_shipment" | "last_shipment";
        };
        OrdersPlacedLine: {
            /** @description Number of the order line */
            line?: number;
            /** @description Code of the item */
            item?: string;
            /**
             * Format: int64
             * @description Smallest units
             */
            quantity?: number;
            /** @description UN/ECE code or the partner's word; none: the smallest unit */
            unit?: string;
            /** @description Of one unit; none: what the price list says; exact decimal */
            unit_price?: string;
            /**
             * Format: date
             * @description The day on which the customer wants it; none: as soon as possible
             */
            requested?: string;
        };
        OrdersWithdrawLine: {
            /** @description Number of the order */
            order: string;
            /** @description Number of the order line */
            line: number;
            /**
             * Format: int64
             * @description Smallest units
             */
            quantity: number;
            /** @description The shop's document; with the row it counts once */
            document: string;
            /**
             * Format: int64
             * @description The line in the shop's document
             */
            row?: number;
        };
        Overview: {
            matrix: components["schemas"]["MatrixCell"][];
            kpis: components["schemas"]["Kpi"][];
            cases: components["schemas"]["CaseCell"][];
            clusters?: components["schemas"]["Cluster"][];
            cutoffs: components["schemas"]["CutOff"][];
            incidents: components["schemas"]["IncidentCell"][];
            counts: components["schemas"]["Counts"];
            /** Format: int64 */
            position: number;
            /** Format: date-time */
            now: string;
        };
        Persona: {
            id: string;
            title: string;
            who: string;
            steps: components["schemas"]["TourStep"][];
        };
        PlacedUnits: {
            /** @enum {string} */
            bucket: "none" | "open" | "promised" | "backordered" | "reserved" | "released" | "picked" | "packed" | "shipped" | "delivered" | "lost" | "returned" | "cancelled" | "substituted";
            /** @enum {string} */
            billing?: "none" | "not_due" | "billable" | "invoiced" | "credit_due" | "credited" | "waived" | "voided";
            /** Format: int64 */
            quantity: number;
            site?: string;
            lot?: string;
            supply?: string;
            release?: string;
            shipment?: string;
            /** @description exact decimal */
            unit_price?: string;
        };
        Plan: {
            items: components["schemas"]["Planned"][];
            /** Format: int64 */
            position: number;
        };
        PlanAsked: {
            command: string;
            orders?: string[];
            invoices?: string[];
        };
        Planned: {
            order: string;
            invoice?: string;
            title: string;
            allowed: boolean;
            reason?: string;
            code?: string;
            body?: string;
        };
        PriceRow: {
            item: string;
            customer?: string;
            price: {
                amount: string;
                currency: string;
            };
            /** Format: date */
            valid_from?: string;
        };
        PriceRowList: {
            items: components["schemas"]["PriceRow"][];
            next_cursor?: string;
            /** Format: int64 */
            total: number;
            more?: boolean;
            /** Format: int64 */
            position: number;
        };
        ReferenceRow: {
            source: string;
            kind: string;
            theirs: string;
            ours: string;
        };
        ReferenceRowList: {
            items: components["schemas"]["ReferenceRow"][];
            next_cursor?: string;
            /** Format: int64 */
            total: number;
            more?: boolean;
            /** Format: int64 */
            position: number;
        };
        ReleaseRow: {
            id: number;
            code: string;
            order?: string;
            site: string;
            /** @enum {string} */
            stage: "sent" | "acknowledged" | "in_work" | "packed" | "partly_shipped" | "shipped" | "closed";
            /** Format: date-time */
            sent_at?: string;
            /** Format: date-time */
            acknowledged_at?: string;
            /** Format: date-time */
            due?: string;
            overdue?: boolean;
            /** Format: int64 */
            asked_back?: number;
            lines?: components["schemas"]["LineUnits"][];
        };
        ReleaseRowList: {
            items: components["schemas"]["ReleaseRow"][];
            next_cursor?: string;
            /** Format: int64 */
            total: number;
            more?: boolean;
            /** Format: int64 */
            position: number;
        };
        ReleaseWork: {
            release: number;
            order: string;
            site: string;
            ship_to?: components["schemas"]["ShipTo"];
            lines: components["schemas"]["WorkLine"][];
        };
        ReturnRow: {
            id: number;
            code: string;
            order?: string;
            item: string;
            line?: number;
            /** @enum {string} */
            status: "authorized" | "received" | "closed" | "rejected" | "expired";
            /** Format: int64 */
            authorized?: number;
            /** Format: int64 */
            open?: number;
            /** Format: int64 */
            received?: number;
            /** Format: int64 */
            inspected?: number;
            /** Format: date-time */
            expires_at?: string;
            /** Format: date-time */
            inspect_by?: string;
            reason?: string;
        };
        ReturnRowList: {
            items: components["schemas"]["ReturnRow"][];
            next_cursor?: string;
            /** Format: int64 */
            total: number;
            more?: boolean;
            /** Format: int64 */
            position: number;
        };
        ReturnsAuthorizeReturn: {
            /** @description Number of the order */
            order?: string;
            /** @description Units that may come back */
            lines?: components["schemas"]["ReturnsLineUnits"][];
            /** @description Why */
            reason?: string;
            /**
             * Format: date-time
             * @description Until when; none: as long as the terms say
             */
            expires?: string;
        };
        ReturnsInspectReturn: {
            /** @description Id of the return: 4 for RMA-4 */
            rma?: number;
            /**
             * Format: int64
             * @description Smallest units
             */
            quantity?: number;
            /**
             * @description What becomes of them: restock, hold, scrap or deny
             * @enum {string}
             */
            disposition?: "none" | "restock" | "hold" | "scrap" | "deny";
            /** @description Who looked at the goods */
            inspected_by?: string;
            /** @description A remark */
            note?: string;
        };
        ReturnsLineUnits: {
            /** @description Number of the order line */
            line?: number;
            /**
             * Format: int64
             * @description Smallest units
             */
            quantity?: number;
        };
        ReturnsMatchReturn: {
            /** @description Id of the return: 4 for RMA-4 */
            rma?: number;
            /** @description Number of the order */
            order?: string;
            /** @description Number of the order line */
            line?: number;
            /**
             * Format: int64
             * @description 0: all of it
             */
            quantity?: number;
        };
        ReturnsReceiveReturn: {
            /** @description Id of the authorisation, when there is one */
            rma?: number;
            /** @description Number of the order */
            order?: string;
            /** @description Number of the order line */
            line?: number;
            /** @description Code of the item */
            item?: string;
            /** @description Code of the site */
            site?: string;
            /** @description Code of the lot; none where the item has no lots */
            lot?: string;
            /**
             * Format: int64
             * @description Smallest units
             */
            quantity?: number;
            /** @description SSCC of the handling unit, 18 digits */
            sscc?: string;
            /** @description The site's receipt and line; the same one never counts twice */
            reference?: string;
            /** @description Why */
            reason?: string;
        };
        ReturnsRejectReturn: {
            /** @description Id of the return: 4 for RMA-4 */
            rma?: number;
            /** @description Why */
            reason?: string;
            /** @description Who takes it back */
            rejected_by?: string;
        };
        RoleRow: {
            name: string;
            /** @enum {string} */
            way: "api" | "route" | "inside" | "link" | "read";
            roles: ("customer_service" | "warehouse" | "shift_lead" | "inventory_control" | "transport" | "credit" | "finance" | "buyer" | "quality" | "master_data" | "integrator" | "process_owner" | "operations_lead" | "auditor" | "administrator")[];
            checks: string[];
        };
        RoleTable: {
            roles: ("customer_service" | "warehouse" | "shift_lead" | "inventory_control" | "transport" | "credit" | "finance" | "buyer" | "quality" | "master_data" | "integrator" | "process_owner" | "operations_lead" | "auditor" | "administrator")[];
            rows: components["schemas"]["RoleRow"][];
            customer_groups: string[];
        };
        RotateWebhook: {
            /** Format: int64 */
            overlap_hours?: number;
        };
        Rotation: {
            /** Format: int64 */
            overlap_days?: number;
            /** Format: int64 */
            expires_in_days?: number;
        };
        Score: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            now: string;
            ended: boolean;
            planted: components["schemas"]["FoundFault"][];
            deviations: components["schemas"]["ScoredCase"][];
            /** Format: int64 */
            cases: number;
            /** Format: int64 */
            owned: number;
            /** Format: int64 */
            solved: number;
            value_at_risk?: {
                amount: string;
                currency: string;
            };
            value_open?: {
                amount: string;
                currency: string;
            };
            /** Format: int64 */
            position: number;
        };
        ScoredCase: {
            code: string;
            category: string;
            sentence: string;
            /** Format: date-time */
            happened_at?: string;
            /** Format: date-time */
            noticed_at: string;
            owner: string;
            person?: string;
            solved: boolean;
            value: {
                amount: string;
                currency: string;
            };
            unnoticed?: string;
            order?: string;
        };
        ShipTo: {
            customer?: string;
            name?: string;
            address?: string;
            country?: string;
        };
        ShipmentRow: {
            id: number;
            code: string;
            order?: string;
            release?: string;
            site: string;
            carrier?: string;
            /** @enum {string} */
            status: "planned" | "tendered" | "accepted" | "departed" | "in_transit" | "delivered" | "exception" | "lost";
            tracking?: string;
            /** Format: int64 */
            weight_grams?: number;
            /** Format: date-time */
            issued_at?: string;
            /** Format: date-time */
            delivered_at?: string;
            /** Format: date-time */
            due?: string;
            overdue?: boolean;
            last_word?: string;
            /** Format: date-time */
            last_word_at?: string;
        };
        ShipmentRowList: {
            items: components["schemas"]["ShipmentRow"][];
            next_cursor?: string;
            /** Format: int64 */
            total: number;
            more?: boolean;
            /** Format: int64 */
            position: number;
        };
        ShipmentWork: {
            shipment: number;
            release?: number;
            order: string;
            site: string;
            carrier?: string;
            tracking?: string;
            ship_to?: components["schemas"]["ShipTo"];
            /** Format: int64 */
            weight_grams?: number;
            handling_units?: string[];
            lines?: components["schemas"]["WorkLine"][];
        };
        ShippingAcceptTender: {
            /** @description Id of the shipment: 9 for SH-9 */
            shipment?: number;
            /** @description The carrier's number of the shipment */
            tracking?: string;
            /** @description Code of who says so; none: the one that was asked last */
            carrier?: string;
        };
        ShippingConfirmDelivery: {
            /** @description Id of the shipment: 9 for SH-9 */
            shipment?: number;
            /** @description Instead of the shipment's id */
            tracking?: string;
            /**
             * Format: date-time
             * @description When the customer got it; none: when the message was sent
             */
            delivered_at?: string;
            /** @description Who signed for it */
            signed_by?: string;
        };
        ShippingCorrectShipment: {
            /** @description Id of the shipment: 9 for SH-9 */
            shipment?: number;
            /** @description 0: every line */
            line?: number;
            /**
             * Format: int64
             * @description 0: every unit of the line on the shipment
             */
            quantity?: number;
            /** @description Code of what went instead; none: not known */
            wrong_item?: string;
            /** @description Who approves: the sender himself, by his name; none: the sender where approval is needed */
            approved_by?: string;
        };
        ShippingIssueGoods: {
            /** @description Id of the shipment: 9 for SH-9 */
            shipment?: number;
            /** @description Instead of the shipment: its release */
            release?: number;
            /** @description Ids of handling units; none: all that are packed */
            handling_units?: number[];
            /**
             * Format: date-time
             * @description When the goods left; none: when the message was sent
             */
            shipped_at?: string;
            /** @description The carrier's number of the shipment */
            tracking?: string;
        };
        ShippingPlanShipment: {
            /** @description Id of the release: 12 for R-12 */
            release?: number;
            /** @description Code of the site */
            site?: number;
            /** @description Ids of handling units; none: all that are packed */
            handling_units?: number[];
            /**
             * Format: int64
             * @description Grams; 0: what the items weigh
             */
            weight_grams?: number;
        };
        ShippingRecordTracking: {
            /** @description Id of the shipment: 9 for SH-9 */
            shipment?: number;
            /** @description Instead of the shipment's id */
            tracking?: string;
            /** @description In the carrier's words; exception becomes a case */
            status?: string;
            /**
             * Format: date-time
             * @description When it happened; none: when the message was sent
             */
            at?: string;
            /** @description Where, in the carrier's words */
            place?: string;
        };
        ShippingRejectTender: {
            /** @description Id of the shipment: 9 for SH-9 */
            shipment?: number;
            /** @description Why */
            reason?: string;
            /** @description Code of who says so; none: the one that was asked last */
            carrier?: string;
        };
        ShippingReportFound: {
            /** @description Id of the shipment: 9 for SH-9 */
            shipment?: number;
            /** @description 0: every line */
            line?: number;
            /**
             * Format: int64
             * @description 0: every unit
             */
            quantity?: number;
        };
        ShippingReportLoss: {
            /** @description Id of the shipment: 9 for SH-9 */
            shipment?: number;
            /** @description 0: every line */
            line?: number;
            /**
             * Format: int64
             * @description 0: every unit
             */
            quantity?: number;
            /** @description Who approves: the sender himself, by his name; none: the sender where approval is needed */
            approved_by?: string;
        };
        ShippingRetractDelivery: {
            /** @description Id of the shipment: 9 for SH-9 */
            shipment?: number;
            /** @description 0: every line */
            line?: number;
            /**
             * Format: int64
             * @description 0: every unit
             */
            quantity?: number;
            /** @description Why */
            reason?: string;
        };
        ShippingReverseIssue: {
            /** @description Id of the shipment: 9 for SH-9 */
            shipment?: number;
            /** @description 0: every line */
            line?: number;
            /**
             * Format: int64
             * @description 0: every unit
             */
            quantity?: number;
            /** @description Who approves: the sender himself, by his name; none: the sender where approval is needed */
            approved_by?: string;
        };
        SiteRow: {
            code: string;
            name?: string;
            countries?: string;
            /** @enum {string} */
            mode: "stream" | "wave";
            /** Format: date-time */
            cut_off?: string;
            /** Format: int64 */
            orders_waiting?: number;
        };
        SiteRowList: {
            items: components["schemas"]["SiteRow"][];
            next_cursor?: string;
            /** Format: int64 */
            total: number;
            more?: boolean;
            /** Format: int64 */
            position: number;
        };
        StockBuckets: {
            /** Format: int64 */
            inbound?: number;
            /** Format: int64 */
            inbound_alloc?: number;
            /** Format: int64 */
            available?: number;
            /** Format: int64 */
            held?: number;
            /** Format: int64 */
            allocated?: number;
            /** Format: int64 */
            staged?: number;
            /** Format: int64 */
            return_quarantine?: number;
        };
        StockRow: {
            item: string;
            description?: string;
            site: string;
            lot?: string;
            /** Format: date */
            expires?: string;
            buckets: components["schemas"]["StockBuckets"];
            /** Format: int64 */
            suspense?: number;
        };
        StockRowList: {
            items: components["schemas"]["StockRow"][];
            next_cursor?: string;
            /** Format: int64 */
            total: number;
            more?: boolean;
            /** Format: int64 */
            position: number;
        };
        SystemClaim: {
            system: string;
            says: string;
            agrees: boolean;
            /** @enum {string} */
            verdict?: "agrees" | "in_flight" | "contradicts";
            line?: number;
            /** @enum {string} */
            state?: "shipped" | "delivered" | "invoiced" | "paid" | "cancelled";
            /** Format: int64 */
            quantity?: number;
            /** Format: date-time */
            as_of?: string;
            /** Format: date-time */
            since?: string;
        };
        TakenJob: {
            /** Format: int64 */
            id: number;
            /** @enum {string} */
            type: "none" | "send_release" | "send_recall" | "tender" | "send_asn" | "post_invoice" | "post_credit" | "request_count";
            destination: string;
            asks: boolean;
            attempts?: number;
            /** Format: date-time */
            lease_until?: string;
            work?: components["schemas"]["WorkOrder"];
            trace?: string;
        };
        TakenJobs: {
            jobs: components["schemas"]["TakenJob"][];
            /** Format: int64 */
            position: number;
        };
        Timeline: {
            items: components["schemas"]["Chapter"][];
            next_cursor?: string;
            /** Format: int64 */
            total?: number;
            /** Format: int64 */
            position: number;
        };
        Told: {
            event?: string;
            text?: string;
        };
        Tour: {
            personas: components["schemas"]["Persona"][];
            /** Format: int64 */
            done: number;
            /** Format: int64 */
            total: number;
            /** Format: int64 */
            position: number;
            /** Format: date-time */
            now: string;
        };
        TourStep: {
            id: string;
            title: string;
            hint: string;
            where: string;
            ready: boolean;
            done: boolean;
            /** Format: date-time */
            done_at?: string;
        };
        UnitRow: {
            item: string;
            unit: string;
            /** Format: int64 */
            numerator: number;
            /** Format: int64 */
            denominator: number;
            /** Format: date */
            valid_from?: string;
        };
        UnitRowList: {
            items: components["schemas"]["UnitRow"][];
            next_cursor?: string;
            /** Format: int64 */
            total: number;
            more?: boolean;
            /** Format: int64 */
            position: number;
        };
        UserList: {
            items: components["schemas"]["UserRow"][];
            /** Format: int64 */
            total: number;
            /** Format: int64 */
            position: number;
        };
        UserMade: {
            user: string;
            temporary_password?: string;
            /** Format: int64 */
            position: number;
        };
        UserRow: {
            user: string;
            display_name: string;
            roles?: ("customer_service" | "warehouse" | "shift_lead" | "inventory_control" | "transport" | "credit" | "finance" | "buyer" | "quality" | "master_data" | "integrator" | "process_owner" | "operations_lead" | "auditor" | "administrator")[];
            scope?: components["schemas"]["AccessScope"];
            limits?: components["schemas"]["AccessLimit"][];
            substitute?: components["schemas"]["AccessSubstitute"];
            identity?: components["schemas"]["AccessIdentity"];
            active: boolean;
            has_password?: boolean;
            must_change_password?: boolean;
            /** Format: date-time */
            created_at?: string;
            /** Format: date-time */
            changed_at?: string;
        };
        ViewsAnswer: {
            /** Format: int64 */
            position: number;
            /** Format: int64 */
            lag_records: number;
            /** Format: int64 */
            lag_milliseconds: number;
            rebuilding: boolean;
            /** Format: int64 */
            done?: number;
            /** Format: int64 */
            total?: number;
            reached?: boolean;
            fault?: string;
            file: string;
        };
        WarehouseAcknowledgeRelease: {
            /** @description Id of the release: 12 for R-12 */
            release?: number;
        };
        WarehouseConfirmLegacy: {
            /** @description Code of the site */
            site?: string;
            /** @description The site's number of it */
            delivery_note?: string;
            /** @description Id of the release: 12 for R-12 */
            release?: number;
            /** @description SSCC or the site's own number; none: the whole delivery note */
            carton?: string;
            /**
             * Format: date-time
             * @description When the goods left; none: when the message was sent
             */
            shipped_at?: string;
            /** @description The carrier's number of the shipment */
            tracking?: string;
            /** @description What has left, line by line */
            lines?: components["schemas"]["WarehouseLegacyLine"][];
        };
        WarehouseConfirmPick: {
            /** @description Id of the release: 12 for R-12 */
            release?: number;
            /** @description Number of the order line */
            line?: number;
            /**
             * Format: int64
             * @description Smallest units
             */
            quantity?: number;
            /** @description Code of the lot; none where the item has no lots */
            lot?: string;
            /**
             * Format: int64
             * @description The site's number of the pick; 0: it has none
             */
            sequence?: number;
            /**
             * Format: int64
             * @description Units that were not found
             */
            short_quantity?: number;
            /** @description Why they were not found */
            short_reason?: string;
            /** @description What is short is not sought elsewhere: the line is closed */
            close_short?: boolean;
        };
        WarehouseConfirmRecall: {
            /** @description Id of the release: 12 for R-12 */
            release?: number;
            /** @description 0: everything that was asked for */
            line?: number;
            /**
             * Format: int64
             * @description 0: as asked
             */
            quantity?: number;
        };
        WarehouseLegacyLine: {
            /** @description Number of the order line */
            line?: number;
            /**
             * Format: int64
             * @description Smallest units
             */
            quantity?: number;
            /** @description In the sender's words */
            status?: string;
            /** @description Code of the lot; none where the item has no lots */
            lot?: string;
            /**
             * Format: int64
             * @description The site's number of the line
             */
            wms_sequence?: number;
            /** @description Code of the item that was sent instead */
            substitute_item?: string;
        };
        WarehouseLineQuantity: {
            /** @description Number of the order line */
            line?: number;
            /**
             * Format: int64
             * @description Smallest units
             */
            quantity?: number;
        };
        WarehousePack: {
            /** @description Id of the release: 12 for R-12 */
            release?: number;
            /** @description None: one is made from the site's GS1 prefix */
            sscc?: string;
            /**
             * Format: int64
             * @description Grams; 0: what the items weigh
             */
            weight_grams?: number;
            /** @description None: everything that is picked */
            lines?: components["schemas"]["WarehouseLineQuantity"][];
        };
        WarehousePutBack: {
            /** @description Id of the release: 12 for R-12 */
            release?: number;
            /** @description Number of the order line */
            line?: number;
            /**
             * Format: int64
             * @description Smallest units
             */
            quantity?: number;
            /** @description Code of the lot; none where the item has no lots */
            lot?: string;
        };
        WarehouseRefuseRecall: {
            /** @description Id of the release: 12 for R-12 */
            release?: number;
            /** @description 0: everything that was asked for */
            line?: number;
            /** @description Why */
            reason?: string;
        };
        WarehouseRejectRelease: {
            /** @description Id of the release: 12 for R-12 */
            release?: number;
            /** @description 0: all lines */
            line?: number;
            /**
             * Format: int64
             * @description 0: all units
             */
            quantity?: number;
            /** @description Why */
            reason?: string;
            /** @description Whether their stock can be sold; none: it follows from the reason */
            stock_good?: boolean;
        };
        WarehouseReleaseOrder: {
            /** @description Number of the order */
            order?: string;
            /** @description Now, and not with the next wave */
            wave?: boolean;
        };
        WarehouseReleaseWave: {
            /** @description Code of the site */
            site?: string;
        };
        WarehouseReportDamage: {
            /** @description Id of the release: 12 for R-12 */
            release?: number;
            /** @description Number of the order line */
            line?: number;
            /**
             * Format: int64
             * @description Smallest units
             */
            quantity?: number;
            /** @description They are gone; else they are damaged and go on hold */
            lost?: boolean;
            /** @description Why */
            reason?: string;
            /** @description Only packed units, and no other stock is sought for them */
            correction?: boolean;
            /** @description The one that is read on them */
            lot?: string;
        };
        WarehouseRequestRecall: {
            /** @description Number of the order */
            order?: string;
            /** @description 0: all lines */
            line?: number;
            /**
             * Format: int64
             * @description 0: all units
             */
            quantity?: number;
            /** @description Why */
            reason?: string;
        };
        WarehouseUnpack: {
            /** @description SSCC of the handling unit, 18 digits */
            sscc?: string;
            /** @description Id of a handling unit without an SSCC */
            handling_unit?: number;
        };
        WebhookList: {
            items: components["schemas"]["WebhookRow"][];
            /** Format: int64 */
            position: number;
        };
        WebhookRow: {
            name: string;
            url: string;
            types: string[];
            status: string;
            /** Format: int64 */
            after: number;
            /** Format: int64 */
            behind: number;
            /** Format: int64 */
            delivered: number;
            /** Format: int64 */
            attempts?: number;
            /** Format: date-time */
            next_attempt_at?: string;
            /** Format: date-time */
            last_attempt_at?: string;
            /** Format: int64 */
            last_status?: number;
            last_error?: string;
            /** Format: date-time */
            disabled_at?: string;
            /** Format: date-time */
            created_at?: string;
            created_by?: string;
            /** Format: date-time */
            old_secret_until?: string;
            secret?: string;
            owner?: string;
            stopped_because?: string;
        };
        WebhookTest: {
            delivered: boolean;
            /** Format: int64 */
            status?: number;
            /** Format: int64 */
            milliseconds: number;
            error?: string;
        };
        Who: {
            name: string;
            display_name?: string;
            roles: string[];
            scope?: components["schemas"]["AccessScope"];
            csrf_token?: string;
            /** Format: date-time */
            expires_at?: string;
            must_change_password?: boolean;
            is_operator?: boolean;
        };
        WorkLine: {
            line: number;
            item?: string;
            description?: string;
            lot?: string;
            /** Format: int64 */
            quantity: number;
            /** @description exact decimal */
            unit_price?: string;
        };
        WorkOrder: {
            release?: components["schemas"]["ReleaseWork"];
            recall?: components["schemas"]["ReleaseWork"];
            count?: components["schemas"]["CountWork"];
            shipment?: components["schemas"]["ShipmentWork"];
            invoice?: components["schemas"]["InvoiceWork"];
            credit?: components["schemas"]["CreditWork"];
        };
        WorkRow: {
            code: string;
            kind: string;
            category: string;
            sentence: string;
            action?: string;
            /** @enum {string} */
            status: "open" | "assigned" | "in_progress" | "waiting_approval" | "resolved" | "closed" | "reopened";
            severity?: number;
            /** @enum {string} */
            owner: "integration" | "customer_service" | "warehouse_lead" | "inventory_control" | "credit_control" | "billing" | "carrier_desk" | "purchasing" | "master_data";
            assignee?: string;
            asked_by?: string;
            /** Format: date-time */
            opened_at?: string;
            /** Format: date-time */
            due?: string;
            overdue: boolean;
            times?: number;
            value?: {
                amount: string;
                currency: string;
            };
            order?: string;
            customer?: string;
            item?: string;
            site?: string;
            incident?: string;
            line?: number;
            /** Format: int64 */
            quantity?: number;
            acts?: components["schemas"]["Act"][];
            order_why?: string;
            /** Format: int64 */
            position?: number;
        };
        WorkRowList: {
            items: components["schemas"]["WorkRow"][];
            next_cursor?: string;
            /** Format: int64 */
            total: number;
            more?: boolean;
            /** Format: int64 */
            position: number;
        };
    };
    responses: {
        /** @description What is wrong, as of RFC 9457 */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["HttpProblem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    get_openapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    get_readiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    back_up: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Copied"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_billing_lag: {
        parameters: {
            query?: {
                /** @description Codes of sites */
                site?: string;
                /** @description Rows of a page, 500 at most */
                limit?: number;
                /** @description Waits until the list has seen this position: that of one's own write */
                min_position?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LagList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_carriers: {
        parameters: {
            query?: {
                /** @description Part of what a row is known by; upper and lower case are the same */
                q?: string;
                /** @description Rows of a page, 500 at most */
                limit?: number;
                /** @description next_cursor of the page before */
                cursor?: string;
                /** @description Waits until the list has seen this position: that of one's own write */
                min_position?: number;
                /** @description csv: the whole list as a file */
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CarrierRowList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_carrier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CarrierRow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_cases: {
        parameters: {
            query?: {
                /** @description Statuses */
                status?: string;
                /** @description Roles whose work it is */
                owner?: string;
                /** @description Names of users; - is nobody */
                assignee?: string;
                /** @description Categories of cases */
                category?: string;
                /** @description Codes of sites */
                site?: string;
                /** @description Numbers of orders */
                order?: string;
                family?: string;
                /** @description Codes of carriers */
                carrier?: string;
                incident?: string;
                /** @description true: only what is overdue */
                overdue?: string;
                /** @description In which order */
                sort?: string;
                /** @description Rows of a page, 500 at most */
                limit?: number;
                /** @description next_cursor of the page before */
                cursor?: string;
                /** @description Waits until the list has seen this position: that of one's own write */
                min_position?: number;
                /** @description csv: the whole list as a file */
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseRowList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseRow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    bulk_commands: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    command_access_change_user: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessChangeUser"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_access_create_user: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessCreateUser"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_access_deactivate_user: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessDeactivateUser"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_access_group_customers: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessGroupCustomers"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_access_map_role: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessMapRole"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_access_reactivate_user: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessReactivateUser"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_access_revoke_key: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessRevokeKey"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_access_set_limit: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessSetLimit"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_access_set_substitute: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessSetSubstitute"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_billing_apply_prepayment: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingApplyPrepayment"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_billing_confirm_credit: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingConfirmCredit"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_billing_confirm_invoice: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingConfirmInvoice"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_billing_grant_credit: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingGrantCredit"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_billing_prepare_invoice: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingPrepareInvoice"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_billing_record_payment: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingRecordPayment"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_billing_reject_credit: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingRejectCredit"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_billing_reject_invoice: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingRejectInvoice"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_billing_request_credit: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingRequestCredit"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_billing_reverse_invoice: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingReverseInvoice"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_billing_reverse_payment: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingReversePayment"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_billing_void_invoice: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingVoidInvoice"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_billing_write_off: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillingWriteOff"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_cases_assign_case: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CasesAssignCase"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_cases_close_case: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CasesCloseCase"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_cases_open_case: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CasesOpenCase"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_cases_pause_case: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CasesPauseCase"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_cases_reopen_case: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CasesReopenCase"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_cases_resolve_case: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CasesResolveCase"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_cases_resolve_incident: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CasesResolveIncident"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_cases_start_case: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CasesStartCase"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_engine_complete_job: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EngineCompleteJob"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_engine_fail_job: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EngineFailJob"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_engine_settle_job: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EngineSettleJob"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_inventory_announce_supply: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InventoryAnnounceSupply"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_inventory_approve_count: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InventoryApproveCount"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_inventory_change_supply: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InventoryChangeSupply"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_inventory_count_stock: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InventoryCountStock"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_inventory_explain_suspense: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InventoryExplainSuspense"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_inventory_hold_stock: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InventoryHoldStock"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_inventory_open_stock: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InventoryOpenStock"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_inventory_place_transfer: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InventoryPlaceTransfer"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_inventory_receive_supply: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InventoryReceiveSupply"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_inventory_receive_transfer: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InventoryReceiveTransfer"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_inventory_relabel_stock: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InventoryRelabelStock"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_inventory_request_count: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InventoryRequestCount"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_inventory_reserve_order: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InventoryReserveOrder"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_inventory_unreserve: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InventoryUnreserve"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_masterdata_load_catalogue: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MasterdataLoadCatalogue"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_mirrors_report_claim: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MirrorsReportClaim"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_mirrors_report_stock: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MirrorsReportStock"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_orders_add_line: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrdersAddLine"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_orders_amend_line: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrdersAmendLine"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_orders_archive_order: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrdersArchiveOrder"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_orders_cancel_lines: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrdersCancelLines"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_orders_lift_hold: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrdersLiftHold"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_orders_place_hold: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrdersPlaceHold"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_orders_place_order: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrdersPlaceOrder"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_orders_withdraw_line: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrdersWithdrawLine"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_returns_authorize_return: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnsAuthorizeReturn"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_returns_inspect_return: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnsInspectReturn"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_returns_match_return: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnsMatchReturn"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_returns_receive_return: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnsReceiveReturn"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_returns_reject_return: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnsRejectReturn"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_shipping_accept_tender: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShippingAcceptTender"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_shipping_confirm_delivery: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShippingConfirmDelivery"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_shipping_correct_shipment: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShippingCorrectShipment"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_shipping_issue_goods: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShippingIssueGoods"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_shipping_plan_shipment: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShippingPlanShipment"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_shipping_record_tracking: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShippingRecordTracking"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_shipping_reject_tender: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShippingRejectTender"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_shipping_report_found: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShippingReportFound"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_shipping_report_loss: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShippingReportLoss"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_shipping_retract_delivery: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShippingRetractDelivery"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_shipping_reverse_issue: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShippingReverseIssue"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_warehouse_acknowledge_release: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WarehouseAcknowledgeRelease"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_warehouse_confirm_legacy: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WarehouseConfirmLegacy"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_warehouse_confirm_pick: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WarehouseConfirmPick"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_warehouse_confirm_recall: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WarehouseConfirmRecall"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_warehouse_pack: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WarehousePack"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_warehouse_put_back: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WarehousePutBack"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_warehouse_refuse_recall: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WarehouseRefuseRecall"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_warehouse_reject_release: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WarehouseRejectRelease"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_warehouse_release_order: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WarehouseReleaseOrder"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_warehouse_release_wave: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WarehouseReleaseWave"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_warehouse_report_damage: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WarehouseReportDamage"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_warehouse_request_recall: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WarehouseRequestRecall"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    command_warehouse_unpack: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
                /** @description When it happened, if that was not now */
                "Truefill-Event-Time"?: string;
                /** @description ETag of the order or case as it was read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WarehouseUnpack"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_cross_references: {
        parameters: {
            query?: {
                source?: string;
                kind?: string;
                theirs?: string;
                ours?: string;
                /** @description Rows of a page, 500 at most */
                limit?: number;
                /** @description next_cursor of the page before */
                cursor?: string;
                /** @description Waits until the list has seen this position: that of one's own write */
                min_position?: number;
                /** @description csv: the whole list as a file */
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferenceRowList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_customers: {
        parameters: {
            query?: {
                /** @description Part of what a row is known by; upper and lower case are the same */
                q?: string;
                /** @description Rows of a page, 500 at most */
                limit?: number;
                /** @description next_cursor of the page before */
                cursor?: string;
                /** @description Waits until the list has seen this position: that of one's own write */
                min_position?: number;
                /** @description csv: the whole list as a file */
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerRowList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_customer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerRow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_demo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoStatus"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    change_demo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DemoChange"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoStatus"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_demo_score: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Score"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_demo_tour: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tour"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_events: {
        parameters: {
            query?: {
                /** @description Position of the journal; what comes behind it */
                after?: number;
                /** @description Rows of a page, 500 at most */
                limit?: number;
                data?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>[];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    accept_first_run: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    secret: string;
                    user: string;
                    display_name: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Who"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_inbox: {
        parameters: {
            query?: {
                kind?: string;
                /** @description Roles whose work it is */
                owner?: string;
                /** @description Names of users; - is nobody */
                assignee?: string;
                /** @description Categories of cases */
                category?: string;
                /** @description Codes of sites */
                site?: string;
                /** @description Numbers of orders */
                order?: string;
                /** @description Codes of items */
                item?: string;
                family?: string;
                /** @description Codes of carriers */
                carrier?: string;
                incident?: string;
                /** @description true: only what is overdue */
                overdue?: string;
                /** @description In which order */
                sort?: string;
                /** @description Rows of a page, 500 at most */
                limit?: number;
                /** @description next_cursor of the page before */
                cursor?: string;
                /** @description Waits until the list has seen this position: that of one's own write */
                min_position?: number;
                /** @description csv: the whole list as a file */
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkRowList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_work: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkRow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_invoices: {
        parameters: {
            query?: {
                /** @description Codes of customers */
                customer?: string;
                /** @description Statuses */
                status?: string;
                /** @description Numbers of orders */
                order?: string;
                /** @description Rows of a page, 500 at most */
                limit?: number;
                /** @description next_cursor of the page before */
                cursor?: string;
                /** @description Waits until the list has seen this position: that of one's own write */
                min_position?: number;
                /** @description csv: the whole list as a file */
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceRowList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_invoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoicePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_items: {
        parameters: {
            query?: {
                /** @description Part of what a row is known by; upper and lower case are the same */
                q?: string;
                /** @description Rows of a page, 500 at most */
                limit?: number;
                /** @description next_cursor of the page before */
                cursor?: string;
                /** @description Waits until the list has seen this position: that of one's own write */
                min_position?: number;
                /** @description csv: the whole list as a file */
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemRowList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_item: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemRow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_jobs: {
        parameters: {
            query?: {
                type?: string;
                destination?: string;
                /** @description Statuses */
                status?: string;
                /** @description Numbers of orders */
                order?: string;
                /** @description Rows of a page, 500 at most */
                limit?: number;
                /** @description next_cursor of the page before */
                cursor?: string;
                /** @description Waits until the list has seen this position: that of one's own write */
                min_position?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobRowList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    activate_jobs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActivateJobs"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenJobs"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    complete_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    worker: string;
                    reference?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    extend_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    worker: string;
                    lease_seconds?: number;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        lease_until?: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    fail_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    worker: string;
                    /** @enum {string} */
                    outcome?: "not_done" | "unknown" | "refused";
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    make_key: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewKey"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyMade"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    revoke_key: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
            };
            path: {
                prefix: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    rotate_key: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
            };
            path: {
                prefix: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rotation"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyMade"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_mirrors: {
        parameters: {
            query?: {
                kind?: string;
                system?: string;
                /** @description Codes of sites */
                site?: string;
                /** @description Codes of items */
                item?: string;
                /** @description Numbers of orders */
                order?: string;
                state?: string;
                /** @description true: only what does not agree */
                differs?: string;
                /** @description Rows of a page, 500 at most */
                limit?: number;
                /** @description next_cursor of the page before */
                cursor?: string;
                /** @description Waits until the list has seen this position: that of one's own write */
                min_position?: number;
                /** @description csv: the whole list as a file */
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MirrorRowList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_orders: {
        parameters: {
            query?: {
                /** @description Part of what a row is known by; upper and lower case are the same */
                q?: string;
                /** @description Statuses */
                status?: string;
                /** @description Codes of sites */
                site?: string;
                /** @description Codes of customers */
                customer?: string;
                hold?: string;
                case?: string;
                archived?: string;
                age?: string;
                late?: string;
                wave?: string;
                unbilled?: string;
                perfect?: string;
                /** @description In which order */
                sort?: string;
                /** @description Rows that are passed over */
                skip?: string;
                /** @description exact: the total is counted to its end */
                count?: string;
                /** @description Rows of a page, 500 at most */
                limit?: number;
                /** @description next_cursor of the page before */
                cursor?: string;
                /** @description Waits until the list has seen this position: that of one's own write */
                min_position?: number;
                /** @description csv: the whole list as a file */
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderRowList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_order: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_order_notices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_timeline: {
        parameters: {
            query?: {
                /** @description Rows of a page, 500 at most */
                limit?: number;
                /** @description next_cursor of the page before */
                cursor?: string;
                /** @description Waits until the list has seen this position: that of one's own write */
                min_position?: number;
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_overview: {
        parameters: {
            query?: {
                /** @description Waits until the list has seen this position: that of one's own write */
                min_position?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    erase_person: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasureAsked"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasedPerson"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_erased_persons: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasedList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    plan_orders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanAsked"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_prices: {
        parameters: {
            query?: {
                /** @description Codes of items */
                item?: string;
                /** @description Codes of customers */
                customer?: string;
                currency?: string;
                /** @description Rows of a page, 500 at most */
                limit?: number;
                /** @description next_cursor of the page before */
                cursor?: string;
                /** @description Waits until the list has seen this position: that of one's own write */
                min_position?: number;
                /** @description csv: the whole list as a file */
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceRowList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_releases: {
        parameters: {
            query?: {
                /** @description Codes of sites */
                site?: string;
                /** @description Statuses */
                status?: string;
                /** @description Numbers of orders */
                order?: string;
                /** @description Rows of a page, 500 at most */
                limit?: number;
                /** @description next_cursor of the page before */
                cursor?: string;
                /** @description Waits until the list has seen this position: that of one's own write */
                min_position?: number;
                /** @description csv: the whole list as a file */
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleaseRowList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_release: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleaseRow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_returns: {
        parameters: {
            query?: {
                /** @description Statuses */
                status?: string;
                /** @description Numbers of orders */
                order?: string;
                /** @description Rows of a page, 500 at most */
                limit?: number;
                /** @description next_cursor of the page before */
                cursor?: string;
                /** @description Waits until the list has seen this position: that of one's own write */
                min_position?: number;
                /** @description csv: the whole list as a file */
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnRowList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_return: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnRow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_roles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleTable"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Who"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    log_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    user?: string;
                    password?: string;
                    token?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Who"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    log_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    get_log_in_methods: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogInMethods"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    log_in_by_oidc: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    come_back_from_oidc: {
        parameters: {
            query?: {
                code?: string;
                state?: string;
                iss?: string;
                error?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    list_shipments: {
        parameters: {
            query?: {
                /** @description Codes of sites */
                site?: string;
                /** @description Codes of carriers */
                carrier?: string;
                /** @description Statuses */
                status?: string;
                /** @description Numbers of orders */
                order?: string;
                /** @description Rows of a page, 500 at most */
                limit?: number;
                /** @description next_cursor of the page before */
                cursor?: string;
                /** @description Waits until the list has seen this position: that of one's own write */
                min_position?: number;
                /** @description csv: the whole list as a file */
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShipmentRowList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_shipment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShipmentRow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_sites: {
        parameters: {
            query?: {
                /** @description Part of what a row is known by; upper and lower case are the same */
                q?: string;
                /** @description Rows of a page, 500 at most */
                limit?: number;
                /** @description next_cursor of the page before */
                cursor?: string;
                /** @description Waits until the list has seen this position: that of one's own write */
                min_position?: number;
                /** @description csv: the whole list as a file */
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteRowList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_site: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteRow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_stock: {
        parameters: {
            query?: {
                /** @description Codes of items */
                item?: string;
                /** @description Codes of sites */
                site?: string;
                /** @description Rows of a page, 500 at most */
                limit?: number;
                /** @description next_cursor of the page before */
                cursor?: string;
                /** @description Waits until the list has seen this position: that of one's own write */
                min_position?: number;
                /** @description csv: the whole list as a file */
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockRowList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_units: {
        parameters: {
            query?: {
                /** @description Codes of items */
                item?: string;
                unit?: string;
                /** @description Rows of a page, 500 at most */
                limit?: number;
                /** @description next_cursor of the page before */
                cursor?: string;
                /** @description Waits until the list has seen this position: that of one's own write */
                min_position?: number;
                /** @description csv: the whole list as a file */
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitRowList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_users: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    make_user: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUser"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserMade"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    set_password: {
        parameters: {
            query?: never;
            header: {
                /** @description Names the message: 1 to 128 printable ASCII characters; the same one takes effect once */
                "Idempotency-Key": string;
            };
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPassword"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserMade"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_views: {
        parameters: {
            query?: {
                wait_for?: string;
                wait_seconds?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewsAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_webhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    make_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWebhook"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookRow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    delete_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    replay_webhook: {
        parameters: {
            query?: {
                /** @description Position of the journal; what comes behind it */
                after?: number;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookRow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    rotate_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateWebhook"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookRow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    test_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookTest"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
}
