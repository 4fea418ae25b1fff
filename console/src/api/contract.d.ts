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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Says what has happened */
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
        /** Says what has happened */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Says what has happened */
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
        /** Says what has happened */
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
        /** Says what has happened */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Says what has happened */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Says what has happened */
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
        /** Asks for something */
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
        /** Says what has happened */
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
        /** Says what has happened */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Says what has happened */
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
        /** Says what has happened */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Says what has happened */
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
        /** Says what has happened */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Says what has happened */
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
        /** Asks for something */
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
        /** Says what has happened */
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
        /** Says what has happened */
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
        /** Asks for something */
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
        /** Says what has happened */
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
        /** Asks for something */
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
        /** Says what has happened */
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
        /** Says what has happened */
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
        /** Says what has happened */
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
        /** Asks for something */
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
        /** Says what has happened */
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
        /** Asks for something */
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
        /** Says what has happened */
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
        /** Says what has happened */
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
        /** Says what has happened */
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
        /** Says what has happened */
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
        /** Says what has happened */
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
        /** Says what has happened */
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
        /** Says what has happened */
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
        /** Says what has happened */
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
        /** Asks for something */
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
        /** Asks for something */
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
        /** Says what has happened */
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
        /** Asks for something */
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
        /** Says what has happened */
        post: operations["command_warehouse_unpack"];
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
            user: string;
            display_name?: string;
            email_ref?: string;
            identity?: components["schemas"]["AccessIdentity"];
            roles?: ("customer_service" | "warehouse" | "shift_lead" | "inventory_control" | "transport" | "credit" | "finance" | "buyer" | "quality" | "master_data" | "integrator" | "process_owner" | "operations_lead" | "auditor" | "administrator")[];
            scope?: components["schemas"]["AccessScope"];
        };
        AccessCreateUser: {
            user: string;
            display_name: string;
            email_ref?: string;
            identity?: components["schemas"]["AccessIdentity"];
            roles?: ("customer_service" | "warehouse" | "shift_lead" | "inventory_control" | "transport" | "credit" | "finance" | "buyer" | "quality" | "master_data" | "integrator" | "process_owner" | "operations_lead" | "auditor" | "administrator")[];
            scope?: components["schemas"]["AccessScope"];
        };
        AccessDeactivateUser: {
            user: string;
            reason?: string;
        };
        AccessGroupCustomers: {
            group?: string;
            customers: string[];
        };
        AccessIdentity: {
            issuer?: string;
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
            issuer: string;
            group: string;
            roles?: ("customer_service" | "warehouse" | "shift_lead" | "inventory_control" | "transport" | "credit" | "finance" | "buyer" | "quality" | "master_data" | "integrator" | "process_owner" | "operations_lead" | "auditor" | "administrator")[];
        };
        AccessReactivateUser: {
            user: string;
            reason?: string;
        };
        AccessRevokeKey: {
            prefix: string;
            reason?: string;
        };
        AccessScope: {
            sites?: string[];
            customer_groups?: string[];
        };
        AccessSetLimit: {
            user: string;
            command?: string;
            up_to: {
                amount: string;
                currency: string;
            };
            remove?: boolean;
        };
        AccessSetSubstitute: {
            user: string;
            substitute?: string;
            /** Format: date */
            from?: string;
            /** Format: date */
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
            invoice?: number;
            /** @description exact decimal */
            amount?: string;
        };
        BillingConfirmCredit: {
            credit?: number;
            number?: string;
            total?: {
                amount: string;
                currency: string;
            };
            /** @description exact decimal */
            tax?: string;
        };
        BillingConfirmInvoice: {
            invoice?: number;
            number?: string;
            total?: {
                amount: string;
                currency: string;
            };
            /** @description exact decimal */
            tax?: string;
            /** Format: date-time */
            posted_at?: string;
        };
        BillingGrantCredit: {
            invoice?: number;
            line?: number;
            charge?: number;
            money?: {
                amount: string;
                currency: string;
            };
            reason?: string;
            requested_by?: string;
            approved_by?: string;
        };
        BillingLineUnits: {
            line?: number;
            /** Format: int64 */
            quantity?: number;
        };
        BillingPrepareInvoice: {
            shipment?: number;
            approved_by?: string;
        };
        BillingRecordPayment: {
            reference?: string;
            customer?: string;
            invoice?: number;
            number?: string;
            money?: {
                amount: string;
                currency: string;
            };
        };
        BillingRejectCredit: {
            credit?: number;
            reason?: string;
        };
        BillingRejectInvoice: {
            invoice?: number;
            reason?: string;
        };
        BillingRequestCredit: {
            line?: number;
            reason?: string;
        };
        BillingReverseInvoice: {
            invoice?: number;
            shipment?: number;
            lines?: components["schemas"]["BillingLineUnits"][];
            reason?: string;
            approved_by?: string;
            /** @enum {string} */
            after?: "nothing" | "bill_again" | "reverse_issue";
        };
        BillingReversePayment: {
            reference?: string;
            reason?: string;
        };
        BillingVoidInvoice: {
            invoice?: number;
            reason?: string;
            approved_by?: string;
        };
        BillingWriteOff: {
            invoice?: number;
            /** @description exact decimal */
            amount?: string;
            reason?: string;
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
            case_id?: number;
            person?: string;
            /** @enum {string} */
            role?: "integration" | "customer_service" | "warehouse_lead" | "inventory_control" | "credit_control" | "billing" | "carrier_desk" | "purchasing" | "master_data";
        };
        CasesCloseCase: {
            case_id?: number;
        };
        CasesOpenCase: {
            category?: string;
            sentence?: string;
            order?: string;
            line?: number;
            item?: string;
            site?: string;
            /** Format: int64 */
            quantity?: number;
            value?: {
                amount: string;
                currency: string;
            };
            destination?: string;
        };
        CasesPauseCase: {
            case_id?: number;
            reason?: string;
        };
        CasesReopenCase: {
            case_id?: number;
            reason?: string;
        };
        CasesResolveCase: {
            case_id?: number;
            resolution?: string;
            note?: string;
        };
        CasesResolveIncident: {
            incident?: number;
            resolution?: string;
            note?: string;
        };
        CasesStartCase: {
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
            /** Format: int64 */
            job: number;
            reference?: string;
        };
        EngineFailJob: {
            /** Format: int64 */
            job: number;
            /** @enum {string} */
            outcome?: "not_done" | "unknown" | "refused";
            reason?: string;
        };
        EngineSettleJob: {
            /** Format: int64 */
            job: number;
            give_up?: boolean;
            reason?: string;
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
            supply: string;
            supplier?: string;
            site: string;
            item: string;
            /** Format: int64 */
            quantity: number;
            /** Format: date */
            due: string;
            opening?: boolean;
        };
        InventoryApproveCount: {
            count: number;
            approved_by?: string;
            limit?: {
                amount: string;
                currency: string;
            };
        };
        InventoryChangeSupply: {
            supply: string;
            item: string;
            /** Format: date */
            due?: string;
            /** Format: int64 */
            quantity?: number;
            reason?: string;
        };
        InventoryCountStock: {
            count?: number;
            site?: string;
            item?: string;
            lot?: string;
            /** Format: int64 */
            counted?: number;
            counted_by: string;
            approved_by?: string;
        };
        InventoryExplainSuspense: {
            site: string;
            item: string;
            lot?: string;
            /** Format: int64 */
            quantity: number;
            write_off?: boolean;
            approved_by?: string;
            limit?: {
                amount: string;
                currency: string;
            };
            reason: string;
        };
        InventoryHoldStock: {
            site?: string;
            item?: string;
            lot?: string;
            /** Format: int64 */
            quantity?: number;
            lift?: boolean;
            reserved?: boolean;
            reason?: string;
        };
        InventoryOpenStock: {
            site: string;
            reference: string;
            lines: components["schemas"]["InventoryOpeningLine"][];
        };
        InventoryOpeningLine: {
            item: string;
            lot?: string;
            /** Format: date */
            expires?: string;
            /** Format: int64 */
            quantity: number;
            /** @enum {string} */
            bucket?: "none" | "inbound" | "inbound_alloc" | "available" | "held" | "allocated" | "staged" | "return_quarantine" | "supplier" | "customer" | "adjustment" | "scrap" | "suspense" | "opening" | "conversion";
        };
        InventoryPlaceTransfer: {
            transfer: string;
            from: string;
            to: string;
            priority?: number;
            /** Format: date */
            requested?: string;
            lines: components["schemas"]["InventoryTransferLine"][];
        };
        InventoryReceiveSupply: {
            supply: string;
            item: string;
            site?: string;
            receipt?: string;
            lot?: string;
            /** Format: date */
            expires?: string;
            /** Format: int64 */
            quantity?: number;
            /** Format: int64 */
            damaged?: number;
            last?: boolean;
        };
        InventoryReceiveTransfer: {
            transfer: string;
            receipt?: string;
            lines?: components["schemas"]["InventoryTransferReceipt"][];
            last?: boolean;
        };
        InventoryRelabelPart: {
            item: string;
            lot?: string;
            /** Format: date */
            expires?: string;
            /** Format: int64 */
            quantity: number;
        };
        InventoryRelabelStock: {
            site: string;
            reason: string;
            takes: components["schemas"]["InventoryRelabelPart"][];
            makes: components["schemas"]["InventoryRelabelPart"][];
        };
        InventoryRequestCount: {
            site?: string;
            item?: string;
            lot?: string;
            /** Format: int64 */
            doubt?: number;
            reason?: string;
        };
        InventoryReserveOrder: {
            order?: number;
            number?: string;
            declined?: number;
        };
        InventoryTransferLine: {
            line: number;
            item: string;
            /** Format: int64 */
            quantity: number;
        };
        InventoryTransferReceipt: {
            line?: number;
            item?: string;
            lot?: string;
            /** Format: int64 */
            quantity?: number;
            /** Format: int64 */
            damaged?: number;
        };
        InventoryUnreserve: {
            order?: string;
            line?: number;
            /** Format: int64 */
            quantity?: number;
            site?: number;
            lot?: number;
            promised?: boolean;
            backorder?: boolean;
            hold?: boolean;
            count?: number;
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
        };
        LogInProvider: {
            name: string;
            url: string;
        };
        MasterdataCarrier: {
            code?: string;
            name?: string;
            scac?: string;
            countries?: string;
            transit_days?: number;
            /** Format: int64 */
            cost_cents?: number;
            /** Format: int64 */
            cost_cents_per_kg?: number;
        };
        MasterdataCatalogue: {
            items?: components["schemas"]["MasterdataItem"][];
            sites?: components["schemas"]["MasterdataSite"][];
            customers?: components["schemas"]["MasterdataCustomer"][];
            carriers?: components["schemas"]["MasterdataCarrier"][];
            prices?: components["schemas"]["MasterdataPrice"][];
            cross_references?: components["schemas"]["MasterdataCrossReference"][];
        };
        MasterdataCrossReference: {
            source?: string;
            kind?: string;
            theirs?: string;
            ours?: string;
        };
        MasterdataCustomer: {
            code?: string;
            name?: string;
            country?: string;
            address?: string;
            /** @description ISO 4217 */
            currency?: string;
            payment_days?: number;
            credit_limit?: {
                amount: string;
                currency: string;
            };
            blocked?: boolean;
            ship_complete?: boolean;
            shelf_life_days?: number;
        };
        MasterdataItem: {
            code?: string;
            description?: string;
            gtin?: string;
            units?: components["schemas"]["MasterdataUnit"][];
            lot_controlled?: boolean;
            blocked?: boolean;
            /** Format: int64 */
            weight_grams?: number;
        };
        MasterdataLoadCatalogue: {
            catalogue?: components["schemas"]["MasterdataCatalogue"];
        };
        MasterdataPrice: {
            item?: string;
            customer?: string;
            price?: {
                amount: string;
                currency: string;
            };
            /** Format: date */
            valid_from?: string;
        };
        MasterdataSite: {
            code?: string;
            name?: string;
            gln?: string;
            gs1_prefix?: string;
            countries?: string;
            /** @enum {string} */
            mode?: "stream" | "wave";
            cut_off_minutes?: number;
            zone_minutes?: number;
            acknowledge_minutes?: number;
            ship_minutes?: number;
            /** Format: int64 */
            cost_per_shipment_cents?: number;
        };
        MasterdataUnit: {
            code?: string;
            factor?: {
                numerator: number;
                denominator: number;
            };
            /** Format: date */
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
        MirrorsReportClaim: {
            system?: string;
            order: string;
            line: number;
            /** @enum {string} */
            state: "shipped" | "delivered" | "invoiced" | "paid" | "cancelled";
            /** Format: int64 */
            quantity: number;
            /** Format: date-time */
            as_of?: string;
        };
        MirrorsReportStock: {
            system?: string;
            site: string;
            statement: string;
            /** Format: date-time */
            as_of?: string;
            full?: boolean;
            lines?: components["schemas"]["MirrorsStatedBalance"][];
        };
        MirrorsStatedBalance: {
            item: string;
            lot?: string;
            /** Format: int64 */
            on_hand: number;
            /** Format: int64 */
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
            order: string;
            line: components["schemas"]["OrdersPlacedLine"];
        };
        OrdersAmendLine: {
            order: string;
            line: number;
            /** Format: int64 */
            quantity?: number;
            /** @description exact decimal */
            unit_price?: string;
        };
        OrdersArchiveOrder: {
            order: string;
        };
        OrdersCancelLines: {
            order: string;
            line?: number;
            /** Format: int64 */
            quantity?: number;
            reason?: string;
        };
        OrdersLiftHold: {
            hold: number;
            reason?: string;
        };
        OrdersPlaceHold: {
            /** @enum {string} */
            scope: "order" | "line" | "customer" | "item" | "lot" | "site";
            order?: string;
            line?: number;
            customer?: string;
            item?: string;
            lot?: string;
            site?: string;
            reason: string;
            blocks: ("none" | "accept" | "promise" | "reserve" | "backorder" | "receive_promised" | "unpromise" | "cut_supply" | "unreserve" | "unreserve_counted" | "unreserve_held" | "release" | "recall" | "short_pick" | "reject" | "reject_held" | "pick" | "put_back" | "swap_lot" | "pack" | "unpack" | "damage" | "lose_before_issue" | "issue" | "reverse_issue" | "deliver" | "retract_delivery" | "lose" | "find" | "carrier_return" | "receive_return" | "match_return" | "deny_return" | "cancel" | "substitute" | "unsubstitute" | "invoice" | "credit" | "reverse_invoice")[];
            /** Format: date-time */
            expires_at?: string;
        };
        OrdersPlaceOrder: {
            order: string;
            customer: string;
            purchase_order?: string;
            /** @description ISO 4217 */
            currency: string;
            /** Format: date-time */
            ordered_at?: string;
            /** Format: date */
            requested?: string;
            ship_complete?: boolean;
            priority?: number;
            address?: string;
            lines: components["schemas"]["OrdersPlacedLine"][];
            charges?: components["schemas"]["OrdersPlacedCharge"][];
        };
        OrdersPlacedCharge: {
            kind?: string;
            /** @description exact decimal */
            amount?: string;
            /** @enum {string} */
            trigger?: "first_shipment" | "each_shipment" | "last_shipment";
        };
        OrdersPlacedLine: {
            line?: number;
            item?: string;
            /** Format: int64 */
            quantity?: number;
            unit?: string;
            /** @description exact decimal */
            unit_price?: string;
            /** Format: date */
            requested?: string;
        };
        OrdersWithdrawLine: {
            order: string;
            line: number;
            /** Format: int64 */
            quantity: number;
            document: string;
            /** Format: int64 */
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
            orders: string[];
        };
        Planned: {
            order: string;
            title: string;
            allowed: boolean;
            reason?: string;
            code?: string;
            body?: string;
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
            order?: string;
            lines?: components["schemas"]["ReturnsLineUnits"][];
            reason?: string;
            /** Format: date-time */
            expires?: string;
        };
        ReturnsInspectReturn: {
            rma?: number;
            /** Format: int64 */
            quantity?: number;
            /** @enum {string} */
            disposition?: "none" | "restock" | "hold" | "scrap" | "deny";
            inspected_by?: string;
            note?: string;
        };
        ReturnsLineUnits: {
            line?: number;
            /** Format: int64 */
            quantity?: number;
        };
        ReturnsMatchReturn: {
            rma?: number;
            order?: string;
            line?: number;
            /** Format: int64 */
            quantity?: number;
        };
        ReturnsReceiveReturn: {
            rma?: number;
            order?: string;
            line?: number;
            item?: string;
            site?: string;
            lot?: string;
            /** Format: int64 */
            quantity?: number;
            sscc?: string;
            reference?: string;
            reason?: string;
        };
        ReturnsRejectReturn: {
            rma?: number;
            reason?: string;
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
            shipment?: number;
            tracking?: string;
            carrier?: string;
        };
        ShippingConfirmDelivery: {
            shipment?: number;
            tracking?: string;
            /** Format: date-time */
            delivered_at?: string;
            signed_by?: string;
        };
        ShippingCorrectShipment: {
            shipment?: number;
            line?: number;
            /** Format: int64 */
            quantity?: number;
            wrong_item?: string;
            approved_by?: string;
        };
        ShippingIssueGoods: {
            shipment?: number;
            release?: number;
            handling_units?: number[];
            /** Format: date-time */
            shipped_at?: string;
            tracking?: string;
        };
        ShippingPlanShipment: {
            release?: number;
            site?: number;
            handling_units?: number[];
            /** Format: int64 */
            weight_grams?: number;
        };
        ShippingRecordTracking: {
            shipment?: number;
            tracking?: string;
            status?: string;
            /** Format: date-time */
            at?: string;
            place?: string;
        };
        ShippingRejectTender: {
            shipment?: number;
            reason?: string;
            carrier?: string;
        };
        ShippingReportFound: {
            shipment?: number;
            line?: number;
            /** Format: int64 */
            quantity?: number;
        };
        ShippingReportLoss: {
            shipment?: number;
            line?: number;
            /** Format: int64 */
            quantity?: number;
            approved_by?: string;
        };
        ShippingRetractDelivery: {
            shipment?: number;
            line?: number;
            /** Format: int64 */
            quantity?: number;
            reason?: string;
        };
        ShippingReverseIssue: {
            shipment?: number;
            line?: number;
            /** Format: int64 */
            quantity?: number;
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
            release?: number;
        };
        WarehouseConfirmLegacy: {
            site?: string;
            delivery_note?: string;
            release?: number;
            carton?: string;
            /** Format: date-time */
            shipped_at?: string;
            tracking?: string;
            lines?: components["schemas"]["WarehouseLegacyLine"][];
        };
        WarehouseConfirmPick: {
            release?: number;
            line?: number;
            /** Format: int64 */
            quantity?: number;
            lot?: string;
            /** Format: int64 */
            sequence?: number;
            /** Format: int64 */
            short_quantity?: number;
            short_reason?: string;
            close_short?: boolean;
        };
        WarehouseConfirmRecall: {
            release?: number;
            line?: number;
            /** Format: int64 */
            quantity?: number;
        };
        WarehouseLegacyLine: {
            line?: number;
            /** Format: int64 */
            quantity?: number;
            status?: string;
            lot?: string;
            /** Format: int64 */
            wms_sequence?: number;
            substitute_item?: string;
        };
        WarehouseLineQuantity: {
            line?: number;
            /** Format: int64 */
            quantity?: number;
        };
        WarehousePack: {
            release?: number;
            sscc?: string;
            /** Format: int64 */
            weight_grams?: number;
            lines?: components["schemas"]["WarehouseLineQuantity"][];
        };
        WarehousePutBack: {
            release?: number;
            line?: number;
            /** Format: int64 */
            quantity?: number;
        };
        WarehouseRefuseRecall: {
            release?: number;
            line?: number;
            reason?: string;
        };
        WarehouseRejectRelease: {
            release?: number;
            line?: number;
            /** Format: int64 */
            quantity?: number;
            reason?: string;
            stock_good?: boolean;
        };
        WarehouseReleaseOrder: {
            order?: string;
            wave?: boolean;
        };
        WarehouseReleaseWave: {
            site?: string;
        };
        WarehouseReportDamage: {
            release?: number;
            line?: number;
            /** Format: int64 */
            quantity?: number;
            lost?: boolean;
            reason?: string;
            correction?: boolean;
        };
        WarehouseRequestRecall: {
            order?: string;
            line?: number;
            /** Format: int64 */
            quantity?: number;
            reason?: string;
        };
        WarehouseUnpack: {
            sscc?: string;
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
                site?: string;
                limit?: number;
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
                q?: string;
                limit?: number;
                cursor?: string;
                min_position?: number;
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
    list_cases: {
        parameters: {
            query?: {
                status?: string;
                owner?: string;
                assignee?: string;
                category?: string;
                site?: string;
                order?: string;
                family?: string;
                carrier?: string;
                incident?: string;
                overdue?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                min_position?: number;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
                "Idempotency-Key": string;
                "Truefill-Event-Time"?: string;
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
    list_customers: {
        parameters: {
            query?: {
                q?: string;
                limit?: number;
                cursor?: string;
                min_position?: number;
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
                after?: number;
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
    list_invoices: {
        parameters: {
            query?: {
                customer?: string;
                status?: string;
                order?: string;
                limit?: number;
                cursor?: string;
                min_position?: number;
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
                q?: string;
                limit?: number;
                cursor?: string;
                min_position?: number;
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
    list_jobs: {
        parameters: {
            query?: {
                type?: string;
                destination?: string;
                status?: string;
                order?: string;
                limit?: number;
                cursor?: string;
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
    list_orders: {
        parameters: {
            query?: {
                q?: string;
                status?: string;
                site?: string;
                customer?: string;
                hold?: string;
                case?: string;
                archived?: string;
                age?: string;
                late?: string;
                wave?: string;
                unbilled?: string;
                perfect?: string;
                sort?: string;
                skip?: string;
                count?: string;
                limit?: number;
                cursor?: string;
                min_position?: number;
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
                limit?: number;
                cursor?: string;
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
    list_releases: {
        parameters: {
            query?: {
                site?: string;
                status?: string;
                order?: string;
                limit?: number;
                cursor?: string;
                min_position?: number;
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
    list_returns: {
        parameters: {
            query?: {
                status?: string;
                order?: string;
                limit?: number;
                cursor?: string;
                min_position?: number;
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
                site?: string;
                carrier?: string;
                status?: string;
                order?: string;
                limit?: number;
                cursor?: string;
                min_position?: number;
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
    list_sites: {
        parameters: {
            query?: {
                q?: string;
                limit?: number;
                cursor?: string;
                min_position?: number;
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
    list_stock: {
        parameters: {
            query?: {
                item?: string;
                site?: string;
                limit?: number;
                cursor?: string;
                min_position?: number;
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
