/**
 * The paths and shapes of Tandem's API, made from docs/reference/openapi.json by `npm run docs`. Do not change it by hand.
 */

export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the process answers
         * @description Public.
         */
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether it can work: the database, and Redis where it is used
         * @description Public.
         */
        get: operations["ready"];
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
        /**
         * Metrics for Prometheus; not for tokens of one side or of one exercise, because its counts cover both sides and all exercises
         * @description Roles: controller, service.
         */
        get: operations["metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List exercises
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer, wall, service.
         */
        get: operations["listExercises"];
        put?: never;
        /**
         * Open an exercise from a scenario
         * @description Roles: controller.
         */
        post: operations["createExercise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an exercise and its clock
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer, wall, service.
         */
        get: operations["readExercise"];
        put?: never;
        post?: never;
        /**
         * Delete an exercise that is planned or has ended, with everything that belongs to it
         * @description Its log, its commands, its lists, its announcements, its invitations and the accounts that may touch no other exercise are deleted in one transaction and cannot be had back; export the recording first. What remains is one line in the record of access: who deleted it, and when. Sockets and streams that follow it get a `goodbye` with the code `EXERCISE_DELETED` and are closed.
         *
         *     Roles: controller.
         */
        delete: operations["deleteExercise"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/snapshot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The exercise as the caller knows it: the state that the events of its stream give, and their last number
         * @description A client keeps it up to date with the events after `seq`, by a socket, the stream of server-sent events, or the list of events.
         *
         *     Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer, wall.
         */
        get: operations["readSnapshot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/recording": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The exercise as a file: a recording, from which `tandem replay` has the same log; or with `side` what this side knows
         * @description Controllers get the recording: the scenario and all commands. With `side`, and for commanders and releasing authorities, it is an export for one side: what this side may know, as it sees it, with a first line that says what the file is and which labels it holds. An export for one side cannot be replayed. `tandem verify FILE` checks both kinds without a server.
         *
         *     Roles: controller, commander, releasing-authority.
         */
        get: operations["exportRecording"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List alerts
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer, wall.
         */
        get: operations["listAlerts"];
        put?: never;
        /**
         * Send one alert or many
         * @description Answered once the alerts are durable. An alert of a side is identified by identifier, sender and sent: sent again, it is a repeat. A sender belongs to the first account whose message under it is accepted in the exercise: one of another account is refused by the rules (`NOT_YOUR_SENDER`, see the command). The good ones of many count; those refused are listed by line, from 1. An alert has at most 4 MiB as JSON (a line of NDJSON 256 KiB). Contents of resources (`derefUri`, up to 8 MiB) beyond 200,000 characters of base64 are left out, with a warning.
         *
         *     Roles: controller, service.
         */
        post: operations["submitAlerts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/alerts/{alert}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an alert
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer, wall.
         */
        get: operations["readAlert"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List incidents
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer, wall.
         */
        get: operations["listIncidents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/incidents/{incident}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an incident
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer, wall.
         */
        get: operations["readIncident"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/incidents/{incident}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where an incident stands: each chain with its questions and what it waits for, and what the caller could do now
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer, wall.
         */
        get: operations["explainIncident"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the releasing desk of your side has to decide, and what your side has asked of the other
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer, wall.
         */
        get: operations["listReleases"];
        put?: never;
        /**
         * Propose to release an incident of your side: its alerts, standing answers and notes, as you choose
         * @description Roles: controller, commander, releasing-authority, operator.
         */
        post: operations["proposeRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/releases/{release}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the other side is going to read if the proposal is approved now
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer, wall.
         */
        get: operations["previewRelease"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List notifications
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer, wall.
         */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/notifications/{notification}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a notification
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer, wall.
         */
        get: operations["readNotification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List messages, the latest first
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer, wall.
         */
        get: operations["listMessages"];
        put?: never;
        /**
         * Send a message, a report, a request for information or an answer
         * @description Roles: controller, commander, releasing-authority, operator, liaison.
         */
        post: operations["sendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/messages/{message}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a message
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer, wall.
         */
        get: operations["readMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the notes and decisions about incidents that you may read now, the latest first
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer, wall.
         */
        get: operations["listRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List units
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer, wall.
         */
        get: operations["listUnits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/units/{unit}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a unit
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer, wall.
         */
        get: operations["readUnit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The log after a number, as this viewer may see it
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer, wall.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/events/{seq}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an event by its number
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer, wall.
         */
        get: operations["readEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The escalation policy that holds for incidents to come
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer, wall.
         */
        get: operations["readPolicy"];
        /**
         * Change the policy for incidents to come; those that are open keep theirs
         * @description Roles: controller.
         */
        put: operations["changePolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/policy/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The policies that one side has proposed to the other, latest first
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer, wall.
         */
        get: operations["listPolicyProposals"];
        put?: never;
        /**
         * Propose a policy for incidents of both sides to come; it is in force once the other side approves it
         * @description Roles: commander.
         */
        post: operations["proposePolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/lint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the lint says of the exercise; of its script to controllers
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer, wall.
         */
        get: operations["lintExercise"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The log as server-sent events: what was missed, then what happens
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer, wall.
         */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List commands and their outcomes; those of others only for controllers
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer, wall, service.
         */
        get: operations["listCommands"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/commands/{command}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a command and its outcome; an alert is a command under its own id
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer, wall, service.
         */
        get: operations["readCommand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The after-action report; of an exercise that has not ended, an interim one
         * @description Roles: controller, evaluator.
         */
        get: operations["readReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Which route an alert would take and the plan it would run; nothing is stored
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer.
         */
        post: operations["explainAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a scenario as `tandem validate` does; nothing is stored
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer.
         */
        post: operations["lintScenario"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the scenarios that the server offers
         * @description Roles: controller.
         */
        get: operations["listScenarios"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scenarios/{scenario}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a scenario of the library: who, where, the script, what is expected, and its source
         * @description Roles: controller.
         */
        get: operations["readScenario"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * STARTEX
         * @description Roles: controller.
         */
        post: operations["startExercise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause: the exercise clock stands, no timer fires
         * @description Roles: controller.
         */
        post: operations["pauseExercise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume after a pause
         * @description Roles: controller.
         */
        post: operations["resumeExercise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/speed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the speed of the exercise clock
         * @description Roles: controller.
         */
        post: operations["setSpeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/run-to": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run, on if the clock stands, until an exercise time, and stand there; null takes that back
         * @description Roles: controller.
         */
        post: operations["runExerciseTo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/step": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * While paused: go to the next time at which something is due, let it happen, and stand there
         * @description Roles: controller.
         */
        post: operations["stepExercise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ENDEX, final
         * @description Roles: controller.
         */
        post: operations["endExercise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/notifications/{notification}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Acknowledge in the name of the unit
         * @description Roles: controller, commander, operator, liaison.
         */
        post: operations["acknowledgeNotification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/notifications/{notification}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline in the name of the unit
         * @description Roles: controller, commander, operator, liaison.
         */
        post: operations["declineNotification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/incidents/{incident}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resolve; open notifications are withdrawn
         * @description Roles: controller, commander, operator.
         */
        post: operations["resolveIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/incidents/{incident}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close, final; an incident of both sides is closed when both have decided so
         * @description Roles: controller, commander, operator.
         */
        post: operations["closeIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/incidents/{incident}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel, final; an incident of both sides is cancelled when both have decided so
         * @description Roles: controller, commander, operator.
         */
        post: operations["cancelIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/incidents/{incident}/withdraw-decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw what your side has decided, while it waits for the other side
         * @description Roles: commander, operator.
         */
        post: operations["withdrawDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/incidents/{incident}/commander/propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose who decides for both sides about an incident
         * @description Roles: commander.
         */
        post: operations["proposeCommander"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/incidents/{incident}/commander/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm the incident commander that the other side has proposed
         * @description Roles: commander.
         */
        post: operations["confirmCommander"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/incidents/{incident}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assign an incident to somebody of your side
         * @description Roles: commander, operator.
         */
        post: operations["assignIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/incidents/{incident}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Offer to hand an incident over, with a briefing; you stay in charge until it is confirmed
         * @description Roles: commander, operator.
         */
        post: operations["handOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/incidents/{incident}/confirm-handover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm the handover that was offered to you
         * @description Roles: commander, operator.
         */
        post: operations["confirmHandover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/incidents/{incident}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write a note on an incident, for the own side or for everybody who may know of it; it cannot be changed
         * @description Roles: controller, commander, releasing-authority, operator.
         */
        post: operations["noteIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/incidents/{incident}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a decision on record: options, decision and reason; it cannot be changed
         * @description Roles: controller, commander, operator.
         */
        post: operations["recordDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/messages/{message}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark a message as read, in the name of each of its addresses that the caller speaks for
         * @description Roles: controller, commander, releasing-authority, operator, liaison.
         */
        post: operations["markMessageRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/incidents/{incident}/escalate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start the next step now
         * @description Roles: controller, commander, operator.
         */
        post: operations["escalateIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/incidents/{incident}/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a unit for an action by hand, with a reason; operators ask units of their own side
         * @description Roles: controller, commander, operator.
         */
        post: operations["askUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/incidents/{incident}/chains/{chain}/restart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a halted or exhausted chain again from its first step; it asks everyone anew
         * @description Roles: controller, commander, operator.
         */
        post: operations["restartChain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/incidents/{incident}/override": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count a side as having acknowledged, with a reason
         * @description Roles: controller.
         */
        post: operations["overrideAcknowledgement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/incidents/{incident}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report that a unit is en route, on scene or clear
         * @description Roles: controller, commander, operator, liaison.
         */
        post: operations["reportProgress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/releases/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the releasing desk of the other side; its answer never says whether there is anything
         * @description Roles: controller, commander, releasing-authority, operator.
         */
        post: operations["requestRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/releases/{release}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve, give a tear line only, or decline; not by the account that proposed it
         * @description Roles: controller, commander, releasing-authority.
         */
        post: operations["decideRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/releases/{release}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back a proposal, or a request of your side
         * @description Roles: controller, commander, releasing-authority, operator.
         */
        post: operations["withdrawRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the label of an alert, a message, a note or a decision, or confirm it
         * @description Roles: controller, commander, releasing-authority.
         */
        post: operations["changeLabel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/units/{unit}/duty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Send a unit off duty, or call it back
         * @description Roles: controller.
         */
        put: operations["setDuty"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/units/{unit}/mode": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Switch a unit between simulated, played and remote
         * @description Roles: controller.
         */
        put: operations["setMode"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/units/{unit}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set the link to one unit
         * @description Roles: controller.
         */
        put: operations["setUnitLink"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/links/{side}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set the link to a whole side: PAK or CHN
         * @description Roles: controller.
         */
        put: operations["setSideLink"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/observations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record what an evaluator saw; after ENDEX, too
         * @description Roles: controller, evaluator.
         */
        post: operations["recordObservation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/ratings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rate an objective in the place of the proposed rating, with a reason; after ENDEX, too
         * @description Roles: controller, evaluator.
         */
        post: operations["rateObjective"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/improvements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a row to the improvement plan; after ENDEX, too
         * @description Roles: controller, evaluator.
         */
        post: operations["planImprovement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/injects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The script: what has fired, what is to come and when
         * @description Roles: controller, evaluator.
         */
        get: operations["listInjects"];
        put?: never;
        /**
         * Make up an inject that the script does not hold, now or at a time
         * @description Roles: controller.
         */
        post: operations["improviseInject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/injects/{inject}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an inject
         * @description Roles: controller, evaluator.
         */
        get: operations["readInject"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/injects/{inject}/fire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fire it now, whenever it was to come
         * @description Roles: controller.
         */
        post: operations["fireInject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/injects/{inject}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Skip it, with all its repeats to come
         * @description Roles: controller.
         */
        post: operations["skipInject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/injects/{inject}/delay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give it another time: by so much, or to an exercise time to come
         * @description Roles: controller.
         */
        post: operations["delayInject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/policy/proposals/{proposal}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a policy that the other side proposes
         * @description Roles: commander.
         */
        post: operations["approvePolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/policy/proposals/{proposal}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject a policy that the other side proposes
         * @description Roles: commander.
         */
        post: operations["rejectPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/policy/proposals/{proposal}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw the proposal of your side
         * @description Roles: commander.
         */
        post: operations["withdrawPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/policy/own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change the policy for incidents of your side alone; the other side does not see it
         * @description Roles: commander.
         */
        put: operations["changeOwnPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/policy/own/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Drop the policy of your side alone: its incidents to come go by the common one again
         * @description Roles: commander.
         */
        post: operations["dropOwnPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What comes of the exercise if nobody acts from now on; nothing is stored
         * @description The rest of the exercise is run many times from its present state, each time with another seed: what simulated units have planned already happens, whatever they decide later is drawn anew, played and remote units stay silent. A forecast of the last three seconds is answered again.
         *
         *     Roles: controller.
         */
        post: operations["makeForecast"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the endpoints of the programs that play units, without their secrets
         * @description Roles: controller.
         */
        get: operations["listEndpoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/units/{unit}/endpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the endpoint of the program that plays a unit, without its secret
         * @description Roles: controller.
         */
        get: operations["readEndpoint"];
        /**
         * Set the endpoint of the program that plays a unit
         * @description What waits to be delivered is sent at once, and the circuit breaker is closed. Nothing is delivered before the mode of the unit is `remote`.
         *
         *     Roles: controller.
         */
        put: operations["setEndpoint"];
        post?: never;
        /**
         * Remove the endpoint of a unit; its program can neither receive nor answer any more
         * @description Roles: controller.
         */
        delete: operations["removeEndpoint"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the messages to the programs of remote units, each with its attempts
         * @description Roles: controller.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/units/{unit}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer notifications as the program of a remote unit
         * @description A CAP Ack acknowledges, an Error declines, the notifications to this unit whose messages it references. The request is signed with the endpoint's secret, by the Standard Webhooks specification. The same message again is the same answer.
         *
         *     Public.
         */
        post: operations["answerForUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is here, as far as the caller may know; and who plays the units that are played
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer, wall.
         */
        get: operations["readPresence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/announcements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages over the screen: those to the caller; for controllers all, with who has read them
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer, wall.
         */
        get: operations["listAnnouncements"];
        put?: never;
        /**
         * Send a message over everybody's screen, which stays until it is read; it is no part of the log
         * @description Roles: controller.
         */
        post: operations["announce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/announcements/{announcement}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that the caller has read it
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer, wall.
         */
        post: operations["readAnnouncement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exercises/{exercise}/announcements/{announcement}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a message off all screens; it stays on the list of the controllers
         * @description Roles: controller.
         */
        delete: operations["withdrawAnnouncement"];
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
        /**
         * Who is asking, and until when; also of a token
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer, wall, service.
         */
        get: operations["readSession"];
        put?: never;
        /**
         * Sign in by name and password
         * @description Sets the cookie of the session. A request with a cookie that changes something must come from a page of this origin.
         *
         *     Public.
         */
        post: operations["signIn"];
        /**
         * Sign out: the session ends at once, with its sockets and streams
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer, wall, service.
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which ways to sign in there are
         * @description Public.
         */
        get: operations["readSignInOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sign in at the identity provider (OpenID Connect): a browser goes here
         * @description Redirects to the provider, and sets a cookie that binds the sign-in to this browser for ten minutes. A browser that is refused is sent to a page of the console; programs get the problem.
         *
         *     Public.
         */
        get: operations["startOidcSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the identity provider sends a browser back to
         * @description Sets the cookie of the session. A request with a cookie that changes something must come from a page of this origin. The account is that of the issuer and the subject; its role is that of the first group of the mapping that the person is in.
         *
         *     Public.
         */
        get: operations["finishOidcSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/one-time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in by a link that counts once
         * @description Sets the cookie of the session. A request with a cookie that changes something must come from a page of this origin.
         *
         *     Public.
         */
        post: operations["redeemOneTimeLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change the own password; all other sessions of the account end
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer, wall, service.
         */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the sessions that are open: the own ones; for controllers, all
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer, wall, service.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a session at once, with its sockets and streams
         * @description Roles: controller, evaluator, commander, releasing-authority, operator, liaison, observer, wall, service.
         */
        delete: operations["revokeSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List invitations, without their secrets
         * @description Roles: controller.
         */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite people to a role; the secret and the PIN are shown this once
         * @description Roles: controller.
         */
        post: operations["createInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/{invitation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an invitation, and with `people=remove` all who came by it
         * @description Roles: controller.
         */
        delete: operations["revokeInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an invitation is for, to who holds it; it is not used up
         * @description Public.
         */
        post: operations["previewInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/redeem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Come in by an invitation, under a name that the person chooses
         * @description Sets the cookie of the session. A request with a cookie that changes something must come from a page of this origin.
         *
         *     Public.
         */
        post: operations["redeemInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List accounts
         * @description Roles: controller.
         */
        get: operations["listAccounts"];
        put?: never;
        /**
         * Create an account
         * @description Roles: controller.
         */
        post: operations["createAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Disable an account; its tokens and sessions stop working at once, with their sockets and streams
         * @description Roles: controller.
         */
        delete: operations["disableAccount"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{account}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give an account another role, side or units; its sockets and streams end at once, and may come again
         * @description Roles: controller.
         */
        put: operations["changeRole"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{account}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set or reset the password of an account; all its sessions end
         * @description Roles: controller.
         */
        put: operations["setPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{account}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a link that signs a person in once; its secret is shown this once
         * @description Roles: controller.
         */
        post: operations["createOneTimeLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{account}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the tokens of an account, without their secrets
         * @description Roles: controller.
         */
        get: operations["listTokens"];
        put?: never;
        /**
         * Create a token; its secret is shown this once
         * @description Roles: controller.
         */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{account}/tokens/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a token; its sockets and streams end at once
         * @description Roles: controller.
         */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access-records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who was given access, used it, lost it or was refused, and from where
         * @description Roles: controller.
         */
        get: operations["listAccessRecords"];
        put?: never;
        post?: never;
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
        AccessRecord: {
            id: string;
            /**
             * @description `token-used` and `refused` are counted: one record for each token and address, or each address and reason, in an hour.
             * @enum {string}
             */
            action: "account-created" | "account-changed" | "account-disabled" | "token-created" | "token-used" | "token-revoked" | "password-set" | "link-created" | "signed-in" | "signed-out" | "session-revoked" | "invitation-created" | "invitation-used" | "invitation-revoked" | "exercise-deleted" | "refused";
            /**
             * Format: date-time
             * @description When it was done, or the first time that is counted here.
             */
            at: string;
            /**
             * Format: date-time
             * @description The latest time that is counted here.
             */
            lastAt?: string;
            /** @description Of `refused`: how many attempts. */
            count: number;
            /** @description Whose access it is. */
            account?: string;
            token?: string;
            session?: string;
            invitation?: string;
            /** @description The account that did it. Absent: nobody was logged in, such as on the command line. */
            by?: string;
            /** @description The network address, `command line`, `tandem start` or `upgrade`; of IPv6 the first 64 bits where attempts are counted. */
            from: string;
            detail?: string;
        };
        AccessRecordPage: {
            items: components["schemas"]["AccessRecord"][];
            /** @description Cursor of the next page; absent on the last one. */
            next?: string;
        };
        Account: {
            id: string;
            name: string;
            /** @enum {string} */
            role: "controller" | "evaluator" | "commander" | "releasing-authority" | "operator" | "liaison" | "observer" | "wall" | "service";
            /** @enum {string} */
            side?: "PAK" | "CHN";
            /** @description Of a service: what it may send. */
            classes?: ("JOINT" | "PAK" | "CHN")[];
            exercise?: string;
            /** @description The units that the person answers for. */
            units?: string[];
            /** @enum {string} */
            language?: "en" | "ur" | "zh";
            /** @description The invitation by which the person came. */
            invitation?: string;
            hasPassword: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            disabledAt?: string;
        };
        AccountList: {
            items: components["schemas"]["Account"][];
        };
        AcknowledgementLapsedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the notification. */
            notification: string;
            /** @description Id of the incident. */
            incident: string;
            /** @description Id of the unit. */
            unit: string;
            /** @enum {string} */
            side: "PAK" | "CHN";
        };
        /** @description An acknowledgement lapsed, as the unit did not set out in time. */
        AcknowledgementLapsedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "AcknowledgementLapsed";
            data: components["schemas"]["AcknowledgementLapsedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description An acknowledgement lapsed, as the unit did not set out in time. */
        AcknowledgementLapsedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "AcknowledgementLapsed";
            data: components["schemas"]["AcknowledgementLapsedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        AcknowledgementOverdueData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            /** @enum {string} */
            side: "PAK" | "CHN";
            /** @description For how long, ms of exercise time. */
            forMs: number;
        };
        /** @description A side has not acknowledged for as long as a condition of the script says. For controllers only. */
        AcknowledgementOverdueEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "AcknowledgementOverdue";
            data: components["schemas"]["AcknowledgementOverdueData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A side has not acknowledged for as long as a condition of the script says. For controllers only. */
        AcknowledgementOverdueReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "AcknowledgementOverdue";
            data: components["schemas"]["AcknowledgementOverdueData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        AcknowledgementOverriddenData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            /** @enum {string} */
            side: "PAK" | "CHN";
            /** @description In the words of the person who gave it. */
            reason: string;
        };
        /** @description A controller counts a side as having acknowledged. */
        AcknowledgementOverriddenEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "AcknowledgementOverridden";
            data: components["schemas"]["AcknowledgementOverriddenData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A controller counts a side as having acknowledged. */
        AcknowledgementOverriddenReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "AcknowledgementOverridden";
            data: components["schemas"]["AcknowledgementOverriddenData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        /** @description Who did it. */
        Actor: {
            /** @enum {string} */
            kind: "account" | "unit" | "engine";
            id?: string;
            /** @enum {string} */
            role?: "controller" | "evaluator" | "commander" | "releasing-authority" | "operator" | "liaison" | "observer" | "wall" | "service";
            /** @enum {string} */
            side?: "PAK" | "CHN";
        };
        /** @description Computed from the log alone. Nothing in it is real. */
        AfterActionReport: {
            /** @constant */
            marking: "EXERCISE";
            /** @description Absent: run in virtual time, or from a log without wall times. */
            exercise?: string;
            /**
             * @description Of the texts that the product itself wrote.
             * @enum {string}
             */
            language: "en" | "ur" | "zh";
            /** @description Made before ENDEX: it may still change. */
            interim: boolean;
            /** @description RFC 3339; first and last event. */
            wall?: {
                from: string;
                to: string;
            };
            scenario: {
                id: string;
                title: components["schemas"]["LocalizedText"];
                description?: components["schemas"]["LocalizedText"];
                sponsor?: components["schemas"]["LocalizedText"];
                startsAt?: string;
                durationMs: number;
            };
            seed: string;
            /** @description Accounts that acted in it, by the names that they have; empty where only a file is known. */
            people: {
                id: string;
                name: string;
            }[];
            log: {
                events: number;
                headHash: string;
                /** @description Commands that check the log against its head hash. */
                verify: string[];
                hasEnded: boolean;
                until: number;
            };
            counts: {
                alerts: number;
                injects: number;
                refusals: number;
            };
            sites: {
                id: string;
                name: components["schemas"]["LocalizedText"];
            }[];
            units: {
                id: string;
                name: components["schemas"]["LocalizedText"];
                /** @enum {string} */
                side: "PAK" | "CHN";
                /** @enum {string} */
                kind: "special-protection-unit" | "provincial-police" | "army-security-division" | "district-administration" | "rescue-service" | "embassy" | "consulate" | "public-security-liaison" | "company-security-desk";
            }[];
            play: {
                units: {
                    unit: string;
                    periods: {
                        /** @enum {string} */
                        mode: "simulated" | "played" | "remote";
                        from: number;
                        to: number;
                        seq?: number;
                    }[];
                    answers: {
                        [key: string]: number;
                    };
                    /** @description Accounts that answered for the unit. */
                    answeredBy: string[];
                }[];
                players: {
                    [key: string]: {
                        asked: number;
                        acknowledged: number;
                        declined: number;
                        toAcknowledge: components["schemas"]["Spread"];
                    };
                };
                participants: {
                    id: string;
                    /** @enum {string} */
                    role: "controller" | "evaluator" | "commander" | "releasing-authority" | "operator" | "liaison" | "observer" | "wall" | "service";
                    /** @enum {string} */
                    side?: "PAK" | "CHN";
                    acts: number;
                }[];
                /** @description What the trainer did, by its events. */
                interventions: {
                    at: number;
                    seq: number;
                }[];
            };
            figures: {
                incidents: components["schemas"]["IncidentCourse"][];
                overall: {
                    toFirstNotification: components["schemas"]["Spread"];
                    toFirstAcknowledgement: components["schemas"]["Spread"];
                    toJointAcknowledgement: components["schemas"]["Spread"];
                    toResponding: components["schemas"]["Spread"];
                    toOnScene: components["schemas"]["Spread"];
                    toResolved: components["schemas"]["Spread"];
                    toShared: components["schemas"]["Spread"];
                    lag: components["schemas"]["Spread"];
                    later: {
                        [key: string]: number;
                    };
                    /** @description From the first side's decision to the same one of the second. */
                    decisionLag: components["schemas"]["Spread"];
                    deadlocks: number;
                    decisionsWithdrawn: number;
                    decisionsOverridden: number;
                    escalations: number;
                    escalationsBy: {
                        [key: string]: number;
                    };
                    exhausted: number;
                    notifications: components["schemas"]["NotificationEnds"];
                };
                sides: {
                    [key: string]: {
                        toFirstNotification: components["schemas"]["Spread"];
                        toFirstAcknowledgement: components["schemas"]["Spread"];
                        toAcknowledge: components["schemas"]["Spread"];
                        notifications: components["schemas"]["NotificationEnds"];
                    };
                };
                units: {
                    unit: string;
                    /** @enum {string} */
                    side: "PAK" | "CHN";
                    toAcknowledge: components["schemas"]["Spread"];
                    toOnScene: components["schemas"]["Spread"];
                    notifications: components["schemas"]["NotificationEnds"];
                }[];
                /** @description Messages, and requests for information. */
                messages: {
                    sent: {
                        [key: string]: number;
                    };
                    requests: {
                        at: number;
                        seq: number;
                        message: string;
                        answerBy?: number;
                        /**
                         * @description Absent: exercise control.
                         * @enum {string}
                         */
                        from?: "PAK" | "CHN";
                        /** @description The sides that were asked. */
                        to: ("PAK" | "CHN")[];
                        /** @description The first answer. */
                        answered?: {
                            at: number;
                            seq: number;
                            late: boolean;
                        };
                        /** @description The first answer of each side. */
                        answeredBy: {
                            PAK?: {
                                at: number;
                                seq: number;
                                late: boolean;
                            };
                            CHN?: {
                                at: number;
                                seq: number;
                                late: boolean;
                            };
                        };
                        overdue?: {
                            at: number;
                            seq: number;
                        };
                    }[];
                    answered: number;
                    /** @description Of those that were answered. */
                    late: number;
                    /** @description Without an answer. */
                    overdue: number;
                    open: number;
                    /** @description From asking to the first answer. */
                    toAnswered: components["schemas"]["Spread"];
                    sides: {
                        [key: string]: {
                            /** @description By units and the desk of the side. */
                            asked: components["schemas"]["RequestEnds"];
                            /** @description Of units or the desk of the side, answered by the side. */
                            received: components["schemas"]["RequestEnds"];
                            /** @description From being asked to the side's first answer. */
                            toAnswer: components["schemas"]["Spread"];
                        };
                    };
                };
                /** @description Policies for both sides, which one side proposes and the other approves. */
                policies: {
                    proposed: number;
                    approved: number;
                    rejected: number;
                    withdrawn: number;
                    open: number;
                    /** @description That waited for longer than the policy allows, whatever became of them. */
                    deadlocks: number;
                    proposals: {
                        at: number;
                        seq: number;
                        proposal: string;
                        /** @enum {string} */
                        side: "PAK" | "CHN";
                        deadlocked?: {
                            at: number;
                            seq: number;
                        };
                        ended?: {
                            at: number;
                            seq: number;
                            /** @enum {string} */
                            as: "approved" | "rejected" | "withdrawn";
                        };
                    }[];
                    /** @description By the side that proposed. */
                    sides: {
                        [key: string]: {
                            proposed: number;
                            approved: number;
                            rejected: number;
                            withdrawn: number;
                            open: number;
                            /** @description That waited for longer than the policy allows, whatever became of them. */
                            deadlocks: number;
                        };
                    };
                    /** @description A controller changed a policy on which both sides had agreed. */
                    overridden: {
                        at: number;
                        seq: number;
                        reason?: string;
                    }[];
                    /** @description The lag between the two keys: from the proposal to the other side's approval. */
                    toApproved: components["schemas"]["Spread"];
                };
                /** @description Releases, at the desk of the side that decides. */
                releases: {
                    cases: {
                        at: number;
                        seq: number;
                        release: string;
                        /**
                         * @description Whose releasing desk decides.
                         * @enum {string}
                         */
                        side: "PAK" | "CHN";
                        /** @description The other side asked. */
                        asked: boolean;
                        overdue?: {
                            at: number;
                            seq: number;
                        };
                        decided?: {
                            at: number;
                            seq: number;
                            late: boolean;
                            /** @enum {string} */
                            decision: "approve" | "tear-line" | "decline";
                        };
                        withdrawn?: {
                            at: number;
                            seq: number;
                        };
                    }[];
                    sides: {
                        [key: string]: {
                            /** @description What the side asked of the other. */
                            requested: number;
                            /** @description At its own desk: requests of the other side. */
                            asked: number;
                            /** @description At its own desk: proposals that answer no request. */
                            proposed: number;
                            approved: number;
                            tearLines: number;
                            declined: number;
                            /** @description Decided before the case was overdue. */
                            inTime: number;
                            late: number;
                            /** @description Without a decision. */
                            overdue: number;
                            open: number;
                            withdrawn: number;
                            /** @description From the request, or the proposal, to the decision. */
                            toDecided: components["schemas"]["Spread"];
                        };
                    };
                };
            };
            timeline: {
                spans: {
                    unit: string;
                    /** @enum {string} */
                    kind: "sent" | "asked" | "engaged" | "enRoute" | "onScene" | "off-duty" | "degraded" | "down";
                    incident?: string;
                    from: number;
                    to: number;
                    seq?: number;
                }[];
                marks: {
                    at: number;
                    seq: number;
                    unit: string;
                    /** @enum {string} */
                    kind: "acknowledged" | "late" | "declined" | "expired" | "undeliverable";
                    incident: string;
                }[];
            };
            paths: {
                incident: string;
                headline: components["schemas"]["LocalizedText"];
                events: number[];
            }[];
            expectations: components["schemas"]["JudgedExpectation"][];
            /** @description By weight of what could be judged, 0 to 1. */
            score?: number;
            objectives: components["schemas"]["ObjectiveEvaluation"][];
            observations: {
                observation: string;
                /** @enum {string} */
                kind: "strength" | "area-for-improvement";
                text: string;
                objective?: string;
                incident?: string;
                recommendation?: string;
                /** @enum {string} */
                capabilityElement?: "planning" | "organization" | "equipment" | "training" | "exercise";
                evidence?: number[];
                /**
                 * @description Whom it is released to. Absent: to controllers and evaluators only.
                 * @enum {string}
                 */
                class?: "JOINT" | "PAK" | "CHN";
                label?: components["schemas"]["Marking"];
                at: number;
                seq: number;
                actor: components["schemas"]["Actor"];
            }[];
            improvements: {
                improvement: string;
                correctiveAction: string;
                /** @enum {string} */
                capabilityElement: "planning" | "organization" | "equipment" | "training" | "exercise";
                organization: string;
                contact?: string;
                start?: string;
                completion?: string;
                objective?: string;
                observation?: string;
                at: number;
                seq: number;
                actor: components["schemas"]["Actor"];
            }[];
            /** @description Notes and decisions on record, under the labels that they carry. */
            records: components["schemas"]["Record"][];
            /** @description Every event that a statement of the report rests on. */
            events: components["schemas"]["ReportEvent"][];
        };
        /** @description A CAP 1.2 message in the profile "Tandem Exercise". */
        Alert: {
            identifier: string;
            sender: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset. Kept as CAP writes it; Z becomes -00:00.
             */
            sent: string;
            /**
             * @description Exercise and Test are taken. Actual is refused unless the sender asks for `as=exercise`.
             * @enum {string}
             */
            status: "Actual" | "Exercise" | "System" | "Test" | "Draft";
            /** @enum {string} */
            msgType: "Alert" | "Update" | "Cancel" | "Ack" | "Error";
            /** @enum {string} */
            scope: "Public" | "Restricted" | "Private";
            source?: string;
            restriction?: string;
            addresses?: string;
            code?: string[];
            note?: string;
            references?: components["schemas"]["AlertReference"][];
            incidents?: string[];
            info?: components["schemas"]["AlertInfo"][];
            /** @description XML-DSig as it came: kept, not verified. */
            signature?: string;
            exercise?: components["schemas"]["AlertExerciseParameters"];
        };
        AlertAcceptedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the alert. */
            alertId: string;
            alert: components["schemas"]["StoredAlert"];
            /** @description Id of the incident. */
            incident?: string;
            /**
             * @description How the alert found its incident; none: it opens none, as an earlier message had withdrawn it; released: by its owner’s side.
             * @enum {string}
             */
            joined: "opened" | "referenced" | "named" | "correlated" | "released" | "none";
            /** @description Id of its tear line for the other side. */
            tearLine?: string;
            /** @description It had been of one side, which released it: its labels before, the first one first. */
            released?: {
                history: {
                    /** @enum {string} */
                    class: "JOINT" | "PAK" | "CHN";
                    /** @enum {string} */
                    tlp: "TLP:RED" | "TLP:AMBER+STRICT" | "TLP:AMBER" | "TLP:GREEN" | "TLP:CLEAR";
                    /** @enum {string} */
                    from: "PAK" | "CHN";
                }[];
            };
            /** @description Alerts that it references and that have not arrived. */
            awaits?: string[];
            /**
             * @description The message that replaces or withdraws the alert arrived before it.
             * @constant
             */
            overtaken?: true;
        };
        /** @description An alert was accepted. */
        AlertAcceptedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "AlertAccepted";
            data: components["schemas"]["AlertAcceptedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description An alert was accepted. */
        AlertAcceptedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "AlertAccepted";
            data: components["schemas"]["AlertAcceptedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        AlertArea: {
            areaDesc: string;
            /** @description Each a closed ring of `lat,lon` pairs (WGS 84), separated by spaces. */
            polygon?: string[];
            /** @description Each `lat,lon radius-in-km`. */
            circle?: string[];
            geocode?: components["schemas"]["AlertNameValue"][];
            /** @description Feet above mean sea level. */
            altitude?: number;
            /** @description Feet above mean sea level. */
            ceiling?: number;
        };
        AlertBatch: components["schemas"]["Alert"][];
        AlertCancelledData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the alert. */
            alertId: string;
            /** @description Id of the alert. */
            by: string;
            /** @description Id of the incident. */
            incident?: string;
        };
        /** @description An alert was cancelled. */
        AlertCancelledEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "AlertCancelled";
            data: components["schemas"]["AlertCancelledData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description An alert was cancelled. */
        AlertCancelledReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "AlertCancelled";
            data: components["schemas"]["AlertCancelledData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        /** @description What the profile "Tandem Exercise" adds to CAP. */
        AlertExerciseParameters: {
            /** @description Id of a site of the scenario. */
            site?: string;
            /** @description Head count by ISO 3166 alpha-3 country code. */
            nationals?: {
                [key: string]: number;
            };
            /** @description Head count by kind: killed, injured, missing … */
            casualties?: {
                [key: string]: number;
            };
            source?: string;
            /** @enum {string} */
            confidence?: "high" | "medium" | "low" | "unknown";
            releasability?: {
                /**
                 * @description Who may know; absent: JOINT.
                 * @enum {string}
                 */
                class?: "JOINT" | "PAK" | "CHN";
                /**
                 * @description TLP 2.0 label: who of those that may know of it reads it. Absent: TLP:GREEN for JOINT, TLP:AMBER for one side. JOINT with TLP:RED or TLP:AMBER+STRICT is refused.
                 * @enum {string}
                 */
                tlp?: "TLP:RED" | "TLP:AMBER+STRICT" | "TLP:AMBER" | "TLP:GREEN" | "TLP:CLEAR";
                /** @description Under TLP:RED the only readers beside its originator and the releasing authority; under TLP:AMBER+STRICT readers in addition to the side's desk: `unit:ID`, `account:ID` or `role:ROLE`. */
                releasableTo?: string[];
                /** @description The sanitised text for the other side, by language tag: all that it gets of the thing. */
                tearLine?: {
                    [key: string]: string;
                };
                /**
                 * @description TLP 2.0 label of the tear line. Absent: TLP:AMBER.
                 * @enum {string}
                 */
                tearLineTlp?: "TLP:AMBER" | "TLP:GREEN" | "TLP:CLEAR";
                /**
                 * Format: date-time
                 * @description When the label is to be looked at again: a time of the story, with an offset.
                 */
                reviewAt?: string;
            };
        };
        /** @description One language or audience of the message (CAP 1.2, 3.2.2). */
        AlertInfo: {
            language?: string;
            category: ("Geo" | "Met" | "Safety" | "Security" | "Rescue" | "Fire" | "Health" | "Env" | "Transport" | "Infra" | "CBRNE" | "Other")[];
            event: string;
            responseType?: ("Shelter" | "Evacuate" | "Prepare" | "Execute" | "Avoid" | "Monitor" | "Assess" | "AllClear" | "None")[];
            /** @enum {string} */
            urgency: "Immediate" | "Expected" | "Future" | "Past" | "Unknown";
            /** @enum {string} */
            severity: "Extreme" | "Severe" | "Moderate" | "Minor" | "Unknown";
            /** @enum {string} */
            certainty: "Observed" | "Likely" | "Possible" | "Unlikely" | "Unknown";
            audience?: string;
            eventCode?: components["schemas"]["AlertNameValue"][];
            /**
             * Format: date-time
             * @description RFC 3339 with an offset. Kept as CAP writes it; Z becomes -00:00.
             */
            effective?: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset. Kept as CAP writes it; Z becomes -00:00.
             */
            onset?: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset. Kept as CAP writes it; Z becomes -00:00.
             */
            expires?: string;
            senderName?: string;
            headline?: string;
            description?: string;
            instruction?: string;
            web?: string;
            contact?: string;
            parameter?: components["schemas"]["AlertNameValue"][];
            resource?: components["schemas"]["AlertResource"][];
            area?: components["schemas"]["AlertArea"][];
        };
        /** @description A name and a value that the sender chose. */
        AlertNameValue: {
            valueName: string;
            value: string;
        };
        AlertOrAlerts: components["schemas"]["Alert"] | components["schemas"]["AlertBatch"];
        AlertPage: {
            items: components["schemas"]["AlertView"][];
            /** @description Cursor of the next page; absent on the last one. */
            next?: string;
        };
        /** @description The triple that identifies a CAP message. */
        AlertReference: {
            sender: string;
            identifier: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset. Kept as CAP writes it; Z becomes -00:00.
             */
            sent: string;
        };
        AlertResource: {
            resourceDesc: string;
            mimeType: string;
            /** @description Bytes. */
            size?: number;
            uri?: string;
            derefUri?: string;
            digest?: string;
        };
        AlertSupersededData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the alert. */
            alertId: string;
            /** @description Id of the alert. */
            by: string;
            /** @description Id of the incident. */
            incident?: string;
        };
        /** @description An alert was superseded by an Update. */
        AlertSupersededEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "AlertSuperseded";
            data: components["schemas"]["AlertSupersededData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description An alert was superseded by an Update. */
        AlertSupersededReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "AlertSuperseded";
            data: components["schemas"]["AlertSupersededData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        AlertView: {
            id: string;
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN";
            incident: string;
            /**
             * @description `recorded`: an Ack, Error or Cancel.
             * @enum {string}
             */
            status: "active" | "superseded" | "cancelled" | "recorded";
            /** @description Exercise time, ms. */
            acceptedAt: number;
            alert: components["schemas"]["StoredAlert"];
            /** @description Absent: that of its class. */
            label?: components["schemas"]["Marking"];
        };
        Announce: {
            text: components["schemas"]["AnnouncementText"];
            /**
             * @description Only to people of this side; absent: of all and none.
             * @enum {string}
             */
            side?: "PAK" | "CHN";
            /**
             * @description Only to people in this role; absent: in all.
             * @enum {string}
             */
            role?: "controller" | "evaluator" | "commander" | "releasing-authority" | "operator" | "liaison" | "observer" | "wall";
            /** @description For controllers: why it was sent. */
            note?: string;
        };
        Announcement: {
            id: string;
            /**
             * Format: date-time
             * @description When it was sent, wall clock.
             */
            at: string;
            text: components["schemas"]["AnnouncementText"];
            /** @description Whether it is for the caller, too. False for a controller who only sees to it. */
            addressed: boolean;
            /**
             * Format: date-time
             * @description When the caller read it; absent: not yet.
             */
            readAt?: string;
            /**
             * Format: date-time
             * @description From then on it covers no screen.
             */
            withdrawnAt?: string;
            /**
             * @description For controllers: to whom it went.
             * @enum {string}
             */
            side?: "PAK" | "CHN";
            /**
             * @description For controllers: to whom it went.
             * @enum {string}
             */
            role?: "controller" | "evaluator" | "commander" | "releasing-authority" | "operator" | "liaison" | "observer" | "wall";
            /** @description For controllers. */
            note?: string;
            /** @description For controllers: the account that sent it. */
            by?: string;
            /** @description For controllers: all who have been in the exercise, or are bound to it, and are addressed; who has read it, and when. */
            receipts?: components["schemas"]["ReadReceipt"][];
        };
        AnnouncementList: {
            items: components["schemas"]["Announcement"][];
        };
        /** @description In one to three languages. */
        AnnouncementText: {
            en?: string;
            ur?: string;
            zh?: string;
        };
        AnswerGivenData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the notification. */
            notification: string;
            /** @description Id of the incident. */
            incident: string;
            /** @description Id of the unit. */
            unit: string;
            /** @enum {string} */
            answer: "acknowledge" | "decline";
            /** @description In the words of the person who gave it. */
            reason?: string;
            /** @enum {string} */
            link: "degraded" | "down";
        };
        /** @description An answer was given over a link that is degraded or down; it does not count yet. */
        AnswerGivenEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "AnswerGiven";
            data: components["schemas"]["AnswerGivenData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description An answer was given over a link that is degraded or down; it does not count yet. */
        AnswerGivenReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "AnswerGiven";
            data: components["schemas"]["AnswerGivenData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        AnswerKeptData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the notification. */
            notification: string;
            /** @description Id of the incident. */
            incident: string;
        };
        /** @description The link went down while an answer was under way. For controllers only. */
        AnswerKeptEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "AnswerKept";
            data: components["schemas"]["AnswerKeptData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description The link went down while an answer was under way. For controllers only. */
        AnswerKeptReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "AnswerKept";
            data: components["schemas"]["AnswerKeptData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        AnswerPlannedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the notification. */
            notification: string;
            /** @description Id of the incident. */
            incident: string;
            /** @enum {string} */
            answer: "acknowledge" | "decline" | "silent";
            /** @description Exercise time, ms since STARTEX; null: there is no answer. */
            at: number | null;
        };
        /** @description The simulation has planned the answer to a notification. For controllers only. */
        AnswerPlannedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "AnswerPlanned";
            data: components["schemas"]["AnswerPlannedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description The simulation has planned the answer to a notification. For controllers only. */
        AnswerPlannedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "AnswerPlanned";
            data: components["schemas"]["AnswerPlannedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        AnswerTransmissionPlannedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the notification. */
            notification: string;
            /** @description Id of the incident. */
            incident: string;
            /** @description Exercise time, ms since STARTEX; null: it is lost. */
            arrivesAt: number | null;
        };
        /** @description The simulation has planned the transmission of an answer. For controllers only. */
        AnswerTransmissionPlannedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "AnswerTransmissionPlanned";
            data: components["schemas"]["AnswerTransmissionPlannedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description The simulation has planned the transmission of an answer. For controllers only. */
        AnswerTransmissionPlannedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "AnswerTransmissionPlanned";
            data: components["schemas"]["AnswerTransmissionPlannedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        ApprovePolicy: {
            reason?: string;
        };
        AskUnit: {
            unit: string;
            /** @enum {string} */
            action: "respond" | "secure" | "advise" | "inform" | "consular";
            reason: string;
        };
        AssignIncident: {
            /** @description Id of the account of an operator or a commander of your side. */
            account: string;
        };
        CancelIncident: {
            /** @description For the log. Required of a controller where the incident is of both sides. */
            reason?: string;
        };
        /** @description A command by its id, with the inject that it fired or improvised; or a timer by its key. Players see the command of what somebody did or sent, and else no more than a word as the timer: `script` for all that an inject, or a trainer in its place, brings about, `clock` where the clock stands or goes on, `rules` for all else. */
        Cause: {
            command?: string;
            inject?: string;
            timer?: string;
        };
        Chain: {
            steps: components["schemas"]["ChainStep"][];
            /** @description How many times the chain runs again after its last step. */
            repeat: number;
            remindEveryMs?: number;
            /** @description An acknowledgement lapses if the unit is not en route by then. */
            ackExpiresMs?: number;
            /** @description An unanswered notification expires after this time. */
            expireAfterMs: number;
            /** @enum {string} */
            onRaise?: "inform" | "reacknowledge";
        };
        /** @description A chain that is at work now. */
        ChainForecast: {
            incident: string;
            chain: string;
            /** @description By when its current step wants to be acknowledged, exercise time in ms; absent: it waits for its delay. */
            deadline?: number;
            /** @description Share of the runs in which the chain was exhausted. */
            exhausted: number;
            /** @description Share of the runs in which both sides acknowledged the incident; absent: it is for one side only. */
            joint?: number;
            /** @description The same by `deadline`. */
            jointByDeadline?: number;
            /** @description Share of the runs in which the incident was resolved before the end. */
            resolved: number;
        };
        ChainHaltedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            /** @description Id of the chain. */
            chain: string;
            /** @description Index of the step in its chain, from 0. */
            step: number;
            /** @description 0 for the first pass. */
            round: number;
            /** @description Of a step that has asked nobody, as its requirement was met before: the questions that are answered. */
            covered?: {
                /** @description Id of the unit. */
                unit: string;
                /** @enum {string} */
                side: "PAK" | "CHN";
                /** @enum {string} */
                action: "respond" | "secure" | "advise" | "inform" | "consular";
            }[];
        };
        /** @description A chain halted, as the requirement of its step is met. */
        ChainHaltedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ChainHalted";
            data: components["schemas"]["ChainHaltedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A chain halted, as the requirement of its step is met. */
        ChainHaltedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ChainHalted";
            data: components["schemas"]["ChainHaltedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        ChainResumedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            /** @description Id of the chain. */
            chain: string;
        };
        /** @description A halted chain runs again. */
        ChainResumedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ChainResumed";
            data: components["schemas"]["ChainResumedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A halted chain runs again. */
        ChainResumedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ChainResumed";
            data: components["schemas"]["ChainResumedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        ChainRun: {
            chain: string;
            route: string;
            /** @enum {string} */
            status: "delayed" | "active" | "halted" | "exhausted" | "stopped";
            /** @description Index of the current step, from 0. */
            step: number;
            /** @description 0 for the first pass. */
            round: number;
            /** @description By when its current step wants to be acknowledged. */
            deadline?: number;
            /** @description When its next step starts if nobody acts. */
            nextStepAt?: number;
        };
        /** @description A chain with its current step. */
        ChainStanding: {
            chain: string;
            route: string;
            /** @enum {string} */
            status: "delayed" | "active" | "halted" | "exhausted" | "stopped";
            /** @description Index of the current step, from 0. */
            step: number;
            /** @description How many the chain has. */
            steps: number;
            stepId: string;
            /** @description 0 for the first pass. */
            round: number;
            requirement: ("any" | "all" | "each-side") | {
                count: number;
            };
            met: boolean;
            /** @description It would stay unmet if every open question were acknowledged. */
            impossible: boolean;
            /** @description Under each-side: who has yet to acknowledge. */
            missingSides?: ("PAK" | "CHN")[];
            questions: components["schemas"]["QuestionStanding"][];
            /** @description Whom the step could not ask if it started now, and why. */
            unreached: {
                target: string;
                reason: string;
            }[];
            deadline?: number;
            /** @description When the next step starts if nobody acts; absent: none will. */
            nextStepAt?: number;
        };
        ChainStartedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            /** @description Id of the chain. */
            chain: string;
            /** @description Id of the route. */
            route: string;
            /** @description Whether earlier answers do not count, except those of units under way. */
            anew: boolean;
            underWay: string[];
        };
        /** @description A chain started. */
        ChainStartedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ChainStarted";
            data: components["schemas"]["ChainStartedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A chain started. */
        ChainStartedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ChainStarted";
            data: components["schemas"]["ChainStartedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        ChainStep: {
            id: string;
            /** @description How long the chain waits before the step starts. */
            delayMs?: number;
            targets: components["schemas"]["StepTarget"][];
            requirement: ("any" | "all" | "each-side") | {
                count: number;
            };
            /** @description When this passes without the requirement being met, the next step starts. */
            ackWithinMs: number;
        };
        ChainStoppedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            /** @description Id of the chain. */
            chain: string;
            /** @constant */
            reason: "re-routed";
        };
        /** @description A chain stopped, as the incident is routed to others. */
        ChainStoppedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ChainStopped";
            data: components["schemas"]["ChainStoppedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A chain stopped, as the incident is routed to others. */
        ChainStoppedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ChainStopped";
            data: components["schemas"]["ChainStoppedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        /** @description The whole label of the thing, its class aside: what is left out is no part of it any more. The same label with another reviewAt, or none, confirms it. */
        ChangeLabel: {
            /** @enum {string} */
            of: "alert" | "message" | "note" | "decision" | "observation";
            /** @description Of an alert in force, a message, a note, an entry of a decision log, or an observation. */
            id: string;
            /**
             * @description TLP 2.0 label: who of those that may know of it reads it. Absent: TLP:GREEN for JOINT, TLP:AMBER for one side. JOINT with TLP:RED or TLP:AMBER+STRICT is refused.
             * @enum {string}
             */
            tlp?: "TLP:RED" | "TLP:AMBER+STRICT" | "TLP:AMBER" | "TLP:GREEN" | "TLP:CLEAR";
            /** @description Under TLP:RED the only readers beside its originator and the releasing authority; under TLP:AMBER+STRICT readers in addition to the side's desk: `unit:ID`, `account:ID` or `role:ROLE`. */
            releasableTo?: string[];
            /**
             * Format: date-time
             * @description When the label is to be looked at again: a time of the story, with an offset.
             */
            reviewAt?: string;
            /** @description For the log. Needed by controllers. */
            reason?: string;
        };
        ChangeOwnPolicy: {
            /** @description A whole policy of a higher version, as the author of a scenario writes it: see the schema of scenario files. */
            policy: unknown;
            reason?: string;
        };
        ChangePassword: {
            current: string;
            /** @description 10 to 200 characters, and not the name. */
            password: string;
        };
        ChangePolicy: {
            /** @description A whole policy of a higher version, as the author of a scenario writes it: see the schema of scenario files. */
            policy: unknown;
            /** @description Needed when both sides have agreed on the policy in force. */
            reason?: string;
        };
        /** @description What is left out is taken away. */
        ChangeRole: {
            /** @enum {string} */
            role: "controller" | "evaluator" | "commander" | "releasing-authority" | "operator" | "liaison" | "observer" | "wall" | "service";
            /** @enum {string} */
            side?: "PAK" | "CHN";
            classes?: ("JOINT" | "PAK" | "CHN")[];
            /** @description Ids of the units of the side that the person answers for. Absent: for the side as a whole. */
            units?: string[];
        };
        /** @description What of an incident goes along, by kind of thing. */
        ChosenThings: {
            readonly alerts: string[];
            /** @description Those whose answers stand. */
            readonly notifications: string[];
            readonly notes: string[];
        };
        /** @description The circuit breaker of the endpoint. */
        Circuit: {
            /** @enum {string} */
            state: "closed" | "open" | "half-open";
            /** @description Attempts that failed since the last that succeeded. */
            failures: number;
            /**
             * Format: date-time
             * @description While it is open: nothing is attempted before.
             */
            openUntil?: string;
        };
        CloseIncident: {
            /** @description For the log. Required of a controller where the incident is of both sides. */
            reason?: string;
        };
        /** @description A command in the inbox and its outcome. */
        Command: {
            id: string;
            type: string;
            /** @enum {string} */
            status: "pending" | "applied" | "refused";
            actor: components["schemas"]["CommandActor"];
            /** Format: date-time */
            receivedAt: string;
            /** @description Exercise time, ms. */
            appliedAt?: number;
            refused?: {
                code: string;
                message: string;
            };
        };
        /** @description Who gave it; of a liaison with the units that it plays, of a program with the classes that it may send. */
        CommandActor: {
            /** @enum {string} */
            kind: "account" | "unit" | "engine";
            id?: string;
            /** @enum {string} */
            role?: "controller" | "evaluator" | "commander" | "releasing-authority" | "operator" | "liaison" | "observer" | "wall" | "service";
            /** @enum {string} */
            side?: "PAK" | "CHN";
            readonly units?: string[];
            readonly classes?: ("JOINT" | "PAK" | "CHN")[];
        };
        /** @description The command was applied. */
        CommandDone: {
            command: string;
            /** @description What came of it, as far as this viewer may see it. */
            events: components["schemas"]["Event"][];
            /** @description Warnings about the command: findings of the lint, or that the exercise ends before its time. */
            warnings?: components["schemas"]["FieldProblem"][];
        };
        CommandPage: {
            items: components["schemas"]["Command"][];
            /** @description Cursor of the next page; absent on the last one. */
            next?: string;
        };
        /** @description The command is stored for good, and was not applied within the wait. */
        CommandPending: {
            command: string;
            /** @constant */
            status: "pending";
            /** @description Where its outcome will stand. */
            href: string;
        };
        CommandRefusedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the command. */
            command: string;
            code: string;
            message: string;
        };
        /** @description A command was refused. */
        CommandRefusedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "CommandRefused";
            data: components["schemas"]["CommandRefusedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A command was refused. */
        CommandRefusedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "CommandRefused";
            data: components["schemas"]["CommandRefusedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        CommanderChosenData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            /** @description Id of the account. */
            account: string;
            /** @description Name of the account. */
            name?: string;
        };
        /** @description Both sides have chosen who decides for both about an incident. */
        CommanderChosenEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "CommanderChosen";
            data: components["schemas"]["CommanderChosenData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description Both sides have chosen who decides for both about an incident. */
        CommanderChosenReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "CommanderChosen";
            data: components["schemas"]["CommanderChosenData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        CommanderProposedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            /** @enum {string} */
            side: "PAK" | "CHN";
            /** @description Id of the account. */
            account: string;
            /** @description Name of the account. */
            name?: string;
        };
        /** @description A side proposes an account as the commander who decides for both sides about an incident. */
        CommanderProposedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "CommanderProposed";
            data: components["schemas"]["CommanderProposedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A side proposes an account as the commander who decides for both sides about an incident. */
        CommanderProposedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "CommanderProposed";
            data: components["schemas"]["CommanderProposedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        CreateAccount: {
            name: string;
            /** @enum {string} */
            role: "controller" | "evaluator" | "commander" | "releasing-authority" | "operator" | "liaison" | "observer" | "wall" | "service";
            /**
             * @description commander, releasing-authority, operator, liaison must have one; controller, evaluator, wall have none. observer, service without a side see what is released to both sides, and act for neither.
             * @enum {string}
             */
            side?: "PAK" | "CHN";
            /** @description The classes of alerts that a service may send. Required for services, and for them only. */
            classes?: ("JOINT" | "PAK" | "CHN")[];
            /** @description The units of its side that the account answers for; it is bound to one exercise then. Required for liaison; possible for operator. */
            units?: string[];
            /** @description Bound to this exercise; absent: all. */
            exercise?: string;
            /** @description With it a person signs in by name; absent: by tokens and links only. Services have none. */
            password?: string;
        };
        CreateExercise: {
            /** @description A scenario as its author writes it: see the schema of scenario files. As an object; or as a text, YAML or JSON, whose faults are then reported by line and column. */
            scenario: unknown;
            /** @description For the random draws; absent: the seed of the scenario. */
            seed?: string;
        };
        CreateInvitation: {
            /** @enum {string} */
            role: "controller" | "evaluator" | "commander" | "releasing-authority" | "operator" | "liaison" | "observer" | "wall";
            /**
             * @description commander, releasing-authority, operator, liaison must have one; controller, evaluator, wall have none. observer, service without a side see what is released to both sides, and act for neither.
             * @enum {string}
             */
            side?: "PAK" | "CHN";
            /** @description The units of its side that the account answers for; it is bound to one exercise then. Required for liaison; possible for operator. */
            units?: string[];
            /** @description For this exercise only; absent: for all. */
            exercise?: string;
            /** @description How long it is valid; absent: a day. Who has come in stays in. */
            minutes?: number;
            /** @description How many people may come by it; absent: one. */
            uses?: number;
            /** @description For the controllers: whom it is meant for. */
            note?: string;
        };
        CreateOneTimeLink: {
            /** @description How long it is valid; absent: 60. */
            minutes?: number;
        };
        CreateToken: {
            /**
             * Format: date-time
             * @description Absent: 12 hours from now for people, 90 days from now for services.
             */
            expiresAt?: string;
        };
        CreatedInvitation: {
            id: string;
            /** @description Five letters and digits, typed together with the PIN. */
            code: string;
            /** @enum {string} */
            role: "controller" | "evaluator" | "commander" | "releasing-authority" | "operator" | "liaison" | "observer" | "wall";
            /** @enum {string} */
            side?: "PAK" | "CHN";
            units?: string[];
            exercise?: string;
            note?: string;
            /** @enum {string} */
            state: "open" | "used up" | "expired" | "revoked";
            /** @description How many people have come by it. */
            uses: number;
            maxUses: number;
            /** Format: date-time */
            createdAt: string;
            /** @description The account that made it. Absent: the command line on the server. */
            createdBy?: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: date-time */
            revokedAt?: string;
            /** @description The secret of the link. Shown this once; only its hash is kept. */
            key: string;
            /** @description Eight digits. Shown this once; only its hash is kept. */
            pin: string;
            /** @description What follows the address of the console in the link, and so the text of the QR code. The secret stands after `#`, so that no log holds it. */
            path: string;
        };
        CreatedToken: {
            id: string;
            account: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt?: string;
            /** Format: date-time */
            revokedAt?: string;
            /** @description Shown this once; only its hash is kept. */
            secret: string;
        };
        DecideRelease: {
            /** @enum {string} */
            decision: "approve" | "tear-line" | "decline";
            /** @description The tear line, by language: what the other side gets in the place of the thing. */
            text?: {
                [key: string]: string;
            };
            /**
             * @description The label of the tear line. Default: TLP:AMBER.
             * @enum {string}
             */
            tlp?: "TLP:AMBER" | "TLP:GREEN" | "TLP:CLEAR";
            /** @description Needed to decline, and by controllers. */
            reason?: string;
            /** @description Whether the other side reads the reason of a decline; if not, it reads only "declined". Default: false. */
            shareReason?: boolean;
        };
        Decision: {
            /** @constant */
            kind: "decision";
            /** @description Id of the entry: `INC-0007.PAK.D3`. */
            id: string;
            /** @description Id of the incident. */
            incident: string;
            /**
             * @description Whom it is for.
             * @enum {string}
             */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description When it was written; exercise time, ms. */
            at: number;
            /** @description Number of the event, in your stream, that shows it. */
            seq: number;
            actor: components["schemas"]["Actor"];
            /** @description The label that it carries: the highest of its own and that of its incident. Absent: only controllers and evaluators read it. */
            label?: components["schemas"]["Marking"];
            /** @description When its label is to be looked at again. */
            reviewAt?: string;
            /** @description Id of the tear line that the other side has of it. */
            tearLine?: string;
            /** @description When its label was lowered so that you can read it; absent: you could from the start. */
            disclosedAt?: number;
            /** @description Oldest first. */
            readonly labelChanges?: components["schemas"]["RecordLabelChange"][];
            /** @description What could have been done. */
            readonly options: string[];
            /** @description What was decided. */
            decision: string;
            reason: string;
        };
        DecisionDeadlockedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            /** @enum {string} */
            because: "waiting" | "differ";
            /**
             * @description What PAK has decided; absent: nothing.
             * @enum {string}
             */
            PAK?: "resolve" | "close" | "cancel";
            /**
             * @description What CHN has decided; absent: nothing.
             * @enum {string}
             */
            CHN?: "resolve" | "close" | "cancel";
        };
        /** @description One side has waited for the decision of the other for as long as the policy says, or the two differ. */
        DecisionDeadlockedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "DecisionDeadlocked";
            data: components["schemas"]["DecisionDeadlockedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description One side has waited for the decision of the other for as long as the policy says, or the two differ. */
        DecisionDeadlockedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "DecisionDeadlocked";
            data: components["schemas"]["DecisionDeadlockedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        DecisionRecordedData: {
            /** @description Who of those whom it is for read it; absent: all of them. */
            label?: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            /** @description Id of the entry; counted per incident and audience. */
            record: string;
            /** @description What could have been done. */
            options: string[];
            decision: string;
            /** @description In the words of the person who gave it. */
            reason: string;
            /** @description Id of the tear line that the other side has of it. */
            tearLine?: string;
            /** @description When its label is to be looked at again. */
            reviewAt?: string;
        };
        /** @description Somebody put a decision about an incident on record; read by those who could read a note. */
        DecisionRecordedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "DecisionRecorded";
            data: components["schemas"]["DecisionRecordedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description Somebody put a decision about an incident on record; read by those who could read a note. */
        DecisionRecordedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "DecisionRecorded";
            data: components["schemas"]["DecisionRecordedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        Decline: {
            reason: string;
        };
        DelayInject: {
            /** @description By so much, ms. */
            byMs?: number;
            /** @description To this exercise time, ms, which may be earlier than planned. */
            to?: number;
        } & (unknown | unknown);
        /** @description A message to the endpoint of a remote unit, and what came of it. */
        Delivery: {
            /** @description The `webhook-id` of the request; the same for each attempt. */
            id: string;
            unit: string;
            /** @enum {string} */
            kind: "notification" | "reminder" | "withdrawal" | "news";
            /** @description Id of the notification or of the update. */
            subject: string;
            /** @description Exercise time at which it reached the unit, ms. */
            at: number;
            /** Format: date-time */
            createdAt: string;
            /** @enum {string} */
            status: "pending" | "delivered" | "dropped";
            /** @enum {string} */
            reason?: "acknowledged" | "declined" | "expired" | "withdrawn" | "exercise-ended" | "reminded" | "unit-not-remote" | "endpoint-removed" | "not-visible" | "too-many-attempts";
            /** Format: date-time */
            nextAttemptAt?: string;
            /** Format: date-time */
            deliveredAt?: string;
            /** @description The latest 20, in their order. */
            attempts: {
                number: number;
                /** Format: date-time */
                at: string;
                latencyMs: number;
                /** @description HTTP status of the answer, if one came. */
                status?: number;
                /**
                 * @description Absent: it was delivered.
                 * @enum {string}
                 */
                error?: "ADDRESS_NOT_ALLOWED" | "NAME_NOT_FOUND" | "CONNECTION_REFUSED" | "CONNECTION_LOST" | "TLS_FAILED" | "TIMEOUT" | "REDIRECT_REFUSED" | "STATUS_NOT_OK";
            }[];
            attemptCount: number;
        };
        DeliveryPage: {
            items: components["schemas"]["Delivery"][];
            /** @description Cursor of the next page; absent on the last one. */
            next?: string;
        };
        DropOwnPolicy: {
            reason?: string;
        };
        /** @description Nothing; the body may be left out. */
        Empty: Record<string, never>;
        /** @description The endpoint of the program that plays a remote unit. */
        Endpoint: {
            unit: string;
            url: string;
            enabled: boolean;
            /**
             * @description Messages are delivered while the unit is remote.
             * @enum {string}
             */
            mode: "simulated" | "played" | "remote";
            /** @description The account that set the endpoint last. */
            setBy: string;
            /** Format: date-time */
            setAt: string;
            circuit: components["schemas"]["Circuit"];
            /** @description Messages that wait to be delivered. */
            pending: number;
            /** Format: date-time */
            lastSuccessAt?: string;
            /** Format: date-time */
            lastFailureAt?: string;
            /** @enum {string} */
            lastError?: "ADDRESS_NOT_ALLOWED" | "NAME_NOT_FOUND" | "CONNECTION_REFUSED" | "CONNECTION_LOST" | "TLS_FAILED" | "TIMEOUT" | "REDIRECT_REFUSED" | "STATUS_NOT_OK";
            /** @description Shown once: when the endpoint is set for the first time, and when a new secret is made. */
            secret?: string;
        };
        Endpoints: {
            items: components["schemas"]["Endpoint"][];
        };
        Escalate: {
            /** @description Absent: each chain that is at work. */
            chain?: string;
        };
        EscalationExhaustedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            /** @description Id of the chain. */
            chain: string;
            rounds: number;
        };
        /** @description A chain has nobody left to ask. */
        EscalationExhaustedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "EscalationExhausted";
            data: components["schemas"]["EscalationExhaustedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A chain has nobody left to ask. */
        EscalationExhaustedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "EscalationExhausted";
            data: components["schemas"]["EscalationExhaustedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        /** @description Something that happened in an exercise. Its type determines its data. */
        Event: components["schemas"]["ExerciseStartedEvent"] | components["schemas"]["ExercisePausedEvent"] | components["schemas"]["ExerciseResumedEvent"] | components["schemas"]["SpeedChangedEvent"] | components["schemas"]["RunToSetEvent"] | components["schemas"]["ExerciseSteppedEvent"] | components["schemas"]["ExerciseEndedEvent"] | components["schemas"]["WithheldEvent"] | components["schemas"]["CommandRefusedEvent"] | components["schemas"]["PolicyChangedEvent"] | components["schemas"]["PolicyProposedEvent"] | components["schemas"]["PolicyApprovedEvent"] | components["schemas"]["PolicyRejectedEvent"] | components["schemas"]["PolicyWithdrawnEvent"] | components["schemas"]["PolicyDeadlockedEvent"] | components["schemas"]["OwnPolicyChangedEvent"] | components["schemas"]["OwnPolicyDroppedEvent"] | components["schemas"]["AlertAcceptedEvent"] | components["schemas"]["AlertSupersededEvent"] | components["schemas"]["AlertCancelledEvent"] | components["schemas"]["IncidentOpenedEvent"] | components["schemas"]["IncidentLabelChangedEvent"] | components["schemas"]["IncidentWithheldEvent"] | components["schemas"]["IncidentChangedEvent"] | components["schemas"]["IncidentReopenedEvent"] | components["schemas"]["IncidentRespondingEvent"] | components["schemas"]["IncidentResolvedEvent"] | components["schemas"]["IncidentClosedEvent"] | components["schemas"]["IncidentCancelledEvent"] | components["schemas"]["JointAcknowledgementChangedEvent"] | components["schemas"]["AcknowledgementOverriddenEvent"] | components["schemas"]["CommanderProposedEvent"] | components["schemas"]["CommanderChosenEvent"] | components["schemas"]["IncidentAssignedEvent"] | components["schemas"]["HandoverOfferedEvent"] | components["schemas"]["HandedOverEvent"] | components["schemas"]["SideDecidedEvent"] | components["schemas"]["SideDecisionWithdrawnEvent"] | components["schemas"]["DecisionDeadlockedEvent"] | components["schemas"]["IncidentNotedEvent"] | components["schemas"]["DecisionRecordedEvent"] | components["schemas"]["UnitsInformedEvent"] | components["schemas"]["UpdateDeliveredEvent"] | components["schemas"]["UpdateUndeliverableEvent"] | components["schemas"]["UpdateTransmissionPlannedEvent"] | components["schemas"]["IncidentDisclosedEvent"] | components["schemas"]["ChainStartedEvent"] | components["schemas"]["StepDelayedEvent"] | components["schemas"]["StepStartedEvent"] | components["schemas"]["StepSkippedEvent"] | components["schemas"]["ChainHaltedEvent"] | components["schemas"]["ChainResumedEvent"] | components["schemas"]["ChainStoppedEvent"] | components["schemas"]["EscalationExhaustedEvent"] | components["schemas"]["UnitAskedEvent"] | components["schemas"]["NotificationSentEvent"] | components["schemas"]["NotificationDeliveredEvent"] | components["schemas"]["NotificationRemindedEvent"] | components["schemas"]["NotificationAcknowledgedEvent"] | components["schemas"]["NotificationDeclinedEvent"] | components["schemas"]["NotificationExpiredEvent"] | components["schemas"]["NotificationWithdrawnEvent"] | components["schemas"]["NotificationUndeliverableEvent"] | components["schemas"]["LateAcknowledgementEvent"] | components["schemas"]["AcknowledgementLapsedEvent"] | components["schemas"]["AnswerGivenEvent"] | components["schemas"]["AnswerTransmissionPlannedEvent"] | components["schemas"]["AnswerKeptEvent"] | components["schemas"]["TransmissionPlannedEvent"] | components["schemas"]["AnswerPlannedEvent"] | components["schemas"]["MovementsPlannedEvent"] | components["schemas"]["UnitProgressedEvent"] | components["schemas"]["UnitDutyChangedEvent"] | components["schemas"]["UnitModeChangedEvent"] | components["schemas"]["LinkChangedEvent"] | components["schemas"]["UnitReachableEvent"] | components["schemas"]["TearLineSharedEvent"] | components["schemas"]["MessagePostedEvent"] | components["schemas"]["MessageReadEvent"] | components["schemas"]["MessageAnsweredEvent"] | components["schemas"]["MessageRemindedEvent"] | components["schemas"]["MessageOverdueEvent"] | components["schemas"]["MessageReplyPlannedEvent"] | components["schemas"]["LabelChangedEvent"] | components["schemas"]["LabelWithheldEvent"] | components["schemas"]["LabelDisclosedEvent"] | components["schemas"]["LabelReviewDueEvent"] | components["schemas"]["ReleaseRequestedEvent"] | components["schemas"]["ReleaseAskedEvent"] | components["schemas"]["ReleaseRoutedEvent"] | components["schemas"]["ReleaseProposedEvent"] | components["schemas"]["ReleaseOverdueEvent"] | components["schemas"]["ReleaseDecidedEvent"] | components["schemas"]["ReleaseAnsweredEvent"] | components["schemas"]["ReleaseWithdrawnEvent"] | components["schemas"]["ReleaseRequestWithdrawnEvent"] | components["schemas"]["ReleasePromptedEvent"] | components["schemas"]["NotificationCarriedEvent"] | components["schemas"]["InjectScheduledEvent"] | components["schemas"]["InjectFiredEvent"] | components["schemas"]["InjectSkippedEvent"] | components["schemas"]["InjectDelayedEvent"] | components["schemas"]["InjectImprovisedEvent"] | components["schemas"]["AcknowledgementOverdueEvent"] | components["schemas"]["MessageSentEvent"] | components["schemas"]["NoteTakenEvent"] | components["schemas"]["ObservationRecordedEvent"] | components["schemas"]["ObjectiveRatedEvent"] | components["schemas"]["ImprovementPlannedEvent"];
        EventPage: {
            events: components["schemas"]["Event"][];
            /** @description Number of the last event that was looked at: the next `after`. */
            last: number;
            /** @description With `before`: number of the first event that was looked at, the next `before`. */
            first?: number;
            /** @description Whether the log goes on after `last` already; with `before`, whether there is more before `first`. */
            more: boolean;
        };
        /** @description One run of a pinned copy of a scenario. Nothing in it is real. */
        Exercise: {
            id: string;
            title: components["schemas"]["LocalizedText"];
            /** @description Id of the pinned scenario. */
            scenario: string;
            /** @enum {string} */
            status: "planned" | "running" | "paused" | "ended";
            /** @description Version of the engine whose rules it runs by; one of another version is read, and takes no commands. */
            engine: number;
            speed: number;
            /** @description Raised at each change of the clock. For controllers and evaluators only. */
            generation?: number;
            /** @description Exercise time now, ms since STARTEX. While the clock stands, players see the time of the last event that they may see: steps of the clock are for controllers. */
            time: number;
            durationMs: number;
            /** @description Of the log as this viewer may see it. */
            lastSeq: number;
            /** Format: date-time */
            createdAt: string;
        };
        ExerciseEndedData: {
            label?: components["schemas"]["Marking"];
        };
        /** @description ENDEX. */
        ExerciseEndedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ExerciseEnded";
            data: components["schemas"]["ExerciseEndedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description ENDEX. */
        ExerciseEndedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ExerciseEnded";
            data: components["schemas"]["ExerciseEndedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        ExercisePage: {
            items: components["schemas"]["Exercise"][];
            /** @description Cursor of the next page; absent on the last one. */
            next?: string;
        };
        ExercisePausedData: {
            label?: components["schemas"]["Marking"];
            /** @description Raised at each change of the clock. For controllers only. */
            generation?: number;
        };
        /** @description The exercise clock has stopped. */
        ExercisePausedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ExercisePaused";
            data: components["schemas"]["ExercisePausedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description The exercise clock has stopped. */
        ExercisePausedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ExercisePaused";
            data: components["schemas"]["ExercisePausedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        ExerciseResumedData: {
            label?: components["schemas"]["Marking"];
            /** @description Raised at each change of the clock. For controllers only. */
            generation?: number;
        };
        /** @description The exercise clock runs again. */
        ExerciseResumedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ExerciseResumed";
            data: components["schemas"]["ExerciseResumedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description The exercise clock runs again. */
        ExerciseResumedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ExerciseResumed";
            data: components["schemas"]["ExerciseResumedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        ExerciseStartedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the scenario. */
            scenario: string;
            /** @description For controllers only. */
            seed?: string;
            /** @description Exercise time per wall time. */
            speed: number;
            policyVersion: number;
        };
        /** @description STARTEX. */
        ExerciseStartedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ExerciseStarted";
            data: components["schemas"]["ExerciseStartedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description STARTEX. */
        ExerciseStartedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ExerciseStarted";
            data: components["schemas"]["ExerciseStartedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        ExerciseSteppedData: {
            label?: components["schemas"]["Marking"];
            /** @description Exercise time, ms since STARTEX. */
            to: number;
            /** @description Raised at each change of the clock. For controllers only. */
            generation: number;
        };
        /** @description The clock has advanced to a time at once. For controllers only, as the pause at its end. */
        ExerciseSteppedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ExerciseStepped";
            data: components["schemas"]["ExerciseSteppedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description The clock has advanced to a time at once. For controllers only, as the pause at its end. */
        ExerciseSteppedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ExerciseStepped";
            data: components["schemas"]["ExerciseSteppedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        /** @description An expectation that is not judged yet. */
        ExpectationForecast: {
            /** @description Id of the expectation. */
            expectation: string;
            /** @description Share of the runs in which it was met. */
            met: number;
            missed: number;
            /** @description Share of the runs in which what it is about did not come to be. */
            notApplicable: number;
        };
        Explain: {
            alert: components["schemas"]["Alert"];
            /** @description Exercise time, ms; absent: now. */
            at?: number;
        };
        /** @description The matched route, each condition's result, and the whole plan it would run. */
        Explanation: {
            [key: string]: unknown;
        };
        /** @description One fault at one place of the input. */
        FieldProblem: {
            /** @description Stable; programs may rely on it. */
            code: string;
            /** @description Where in the input, such as `info[0].severity`; empty for the whole. */
            path: string;
            /** @description What was wrong, with which value, and what would be right. */
            message: string;
            /** @description Of a text, or the place in a list of alerts; from 1. */
            line?: number;
            /** @description From 1, in UTF-16 units. */
            column?: number;
            /**
             * @description Absent: error.
             * @enum {string}
             */
            level?: "error" | "warning";
        };
        /** @description What comes of it if nobody acts. A forecast, and no part of the exercise. */
        Forecast: {
            exercise: string;
            /** @description Exercise time from which the runs go on, ms. */
            at: number;
            /** @description Number of the last event of the log that it rests on. */
            seq: number;
            /** @description Runs that were made: fewer than asked for where the time did not suffice. */
            runs: number;
            tookMs: number;
            expectations: components["schemas"]["ExpectationForecast"][];
            chains: components["schemas"]["ChainForecast"][];
        };
        HandOver: {
            /** @description Id of the account of an operator or a commander of your side. */
            to: string;
            /** @description It cannot be changed. */
            briefing: string;
        };
        HandedOverData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            /**
             * @description Of both sides, or within a side.
             * @enum {string}
             */
            of: "command" | "assignment";
            /**
             * @description Of the one who hands over.
             * @enum {string}
             */
            side: "PAK" | "CHN";
            /** @description Id of the account. */
            from: string;
            /** @description Id of the account. */
            to: string;
            /** @description Name of the account. */
            fromName?: string;
            /** @description Name of the account. */
            toName?: string;
        };
        /** @description The next one has confirmed the handover and is in charge. */
        HandedOverEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "HandedOver";
            data: components["schemas"]["HandedOverData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description The next one has confirmed the handover and is in charge. */
        HandedOverReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "HandedOver";
            data: components["schemas"]["HandedOverData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        HandoverOfferedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            /**
             * @description Of both sides, or within a side.
             * @enum {string}
             */
            of: "command" | "assignment";
            /**
             * @description Of the one who hands over.
             * @enum {string}
             */
            side: "PAK" | "CHN";
            /** @description Id of the account. */
            from: string;
            /** @description Id of the account. */
            to: string;
            /** @description Name of the account. */
            fromName?: string;
            /** @description Name of the account. */
            toName?: string;
            briefing: string;
        };
        /** @description Whoever is in charge of an incident offers to hand it over, with a briefing. Until it is confirmed, nothing changes. */
        HandoverOfferedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "HandoverOffered";
            data: components["schemas"]["HandoverOfferedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description Whoever is in charge of an incident offers to hand it over, with a briefing. Until it is confirmed, nothing changes. */
        HandoverOfferedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "HandoverOffered";
            data: components["schemas"]["HandoverOfferedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        ImprovementPlannedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the improvement. */
            improvement: string;
            correctiveAction: string;
            /** @enum {string} */
            capabilityElement: "planning" | "organization" | "equipment" | "training" | "exercise";
            /** @description Who is responsible. */
            organization: string;
            contact?: string;
            /** Format: date */
            start?: string;
            /** Format: date */
            completion?: string;
            /** @description As an expectation of the scenario names it. */
            objective?: string;
            /** @description The observation that it answers to, as `OBS-0001`. */
            observation?: string;
        };
        /** @description An evaluator planned an improvement. For controllers and evaluators only. */
        ImprovementPlannedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ImprovementPlanned";
            data: components["schemas"]["ImprovementPlannedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description An evaluator planned an improvement. For controllers and evaluators only. */
        ImprovementPlannedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ImprovementPlanned";
            data: components["schemas"]["ImprovementPlannedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        /** @description An inject that the script does not hold, written as in a scenario file. */
        ImproviseInject: {
            /** @description Absent: one is made. */
            id?: string;
            /** @description For controllers: what it is there for. */
            title?: components["schemas"]["ScenarioText"];
            /** @description Absent: now. */
            at?: components["schemas"]["ScenarioTime"];
            alert?: components["schemas"]["ScenarioAlert"];
            /** @description Information for players. */
            message?: {
                /** @description Who it seems to come from, as players read it. */
                from?: components["schemas"]["ScenarioText"];
                /** @description What players read. */
                text: components["schemas"]["ScenarioText"];
                releasability?: components["schemas"]["ScenarioReleasability"];
            };
            /** @description A message or report of people, to a desk, a unit or control. */
            send?: components["schemas"]["ScenarioSent"];
            release?: components["schemas"]["ScenarioRelease"];
            /** @description A unit goes off duty or comes back. */
            duty?: {
                /** @description Id of a unit. */
                unit: string;
                /**
                 * @description From then on.
                 * @enum {string}
                 */
                status: "on" | "off";
            };
            /** @description The link of a unit or of a whole side changes. */
            link?: {
                /** @description Id of a unit. */
                unit?: string;
                /**
                 * @description One of the two sides.
                 * @enum {string}
                 */
                side?: "PAK" | "CHN";
                /** @description From then on. */
                state: components["schemas"]["ScenarioLink"];
            } & (unknown | unknown);
            /** @description For controllers only. */
            note?: components["schemas"]["ScenarioText"];
        } & (unknown | unknown | unknown | unknown | unknown | unknown | unknown);
        /** @description A coordinated case. */
        Incident: {
            id: string;
            /** @enum {string} */
            class: "JOINT" | "PAK" | "CHN";
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN";
            site?: string;
            categories: ("Geo" | "Met" | "Safety" | "Security" | "Rescue" | "Fire" | "Health" | "Env" | "Transport" | "Infra" | "CBRNE" | "Other")[];
            headline: string;
            /** @enum {string} */
            status: "open" | "responding" | "resolved" | "closed" | "cancelled";
            /** @enum {string} */
            severity: "Extreme" | "Severe" | "Moderate" | "Minor" | "Unknown";
            /** @enum {string} */
            joint: "none" | "partial" | "joint";
            acknowledgedBy: {
                PAK?: components["schemas"]["SideAcknowledgement"];
                CHN?: components["schemas"]["SideAcknowledgement"];
            };
            /** @description The account that both sides have chosen to decide for both. */
            commander?: string;
            /** @description What a side has decided and the other has not, or otherwise. Absent: nothing. */
            decisions?: {
                PAK?: components["schemas"]["SideDecision"];
                CHN?: components["schemas"]["SideDecision"];
            };
            openedAt: number;
            latestAlertAt: number;
            alertCount: number;
            /** @description Those that are not cancelled. */
            activeAlerts: number;
            notificationCount: number;
            /** @description The highest of its alerts in force; absent: that of its class. */
            label?: components["schemas"]["Marking"];
            /** @description For controllers and evaluators only. */
            policyVersion?: number;
            /** @description Of one incident, not in lists: those of another class that are about the same case, by a release. Only where the viewer may know of it. */
            linked?: string[];
            /**
             * @description JOINT: both sides agreed on the policy; PAK, CHN: it is that of the side; absent: the common one. For controllers and evaluators only.
             * @enum {string}
             */
            policyClass?: "JOINT" | "PAK" | "CHN";
            chains: components["schemas"]["ChainRun"][];
            /** @description By when the next of its steps wants to be acknowledged; absent: no step waits. */
            deadline?: number;
            /** @description When the next step starts if nobody acts. */
            nextStepAt?: number;
            figures: components["schemas"]["IncidentFigures"];
        };
        IncidentAssignedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            /** @enum {string} */
            side: "PAK" | "CHN";
            /** @description Id of the account. */
            account: string;
            /** @description Name of the account. */
            name?: string;
        };
        /** @description An incident is assigned to an account within a side. For this side only. */
        IncidentAssignedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "IncidentAssigned";
            data: components["schemas"]["IncidentAssignedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description An incident is assigned to an account within a side. For this side only. */
        IncidentAssignedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "IncidentAssigned";
            data: components["schemas"]["IncidentAssignedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        IncidentCancelledData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            /**
             * @description Absent: all its alerts were cancelled.
             * @enum {string}
             */
            reason?: "command" | "agreed";
            /** @description In the words of the person who gave it. */
            text?: string;
            /**
             * @description Somebody decided for both sides.
             * @constant
             */
            override?: true;
        };
        /** @description An incident was cancelled: all its alerts were, or somebody decided so. */
        IncidentCancelledEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "IncidentCancelled";
            data: components["schemas"]["IncidentCancelledData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description An incident was cancelled: all its alerts were, or somebody decided so. */
        IncidentCancelledReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "IncidentCancelled";
            data: components["schemas"]["IncidentCancelledData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        IncidentChangedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            changed: ("severity" | "site" | "categories" | "nationals" | "casualties" | "other")[];
            /** @enum {string} */
            severity: "Extreme" | "Severe" | "Moderate" | "Minor" | "Unknown";
            /**
             * @description The severity before.
             * @enum {string}
             */
            from: "Extreme" | "Severe" | "Moderate" | "Minor" | "Unknown";
            /** @description Id of the site. */
            site?: string;
            categories: ("Geo" | "Met" | "Safety" | "Security" | "Rescue" | "Fire" | "Health" | "Env" | "Transport" | "Infra" | "CBRNE" | "Other")[];
            /** @description Whether it is graver than it has been since it was opened. */
            graver: boolean;
            /** @description Whether it is at another site now. */
            moved: boolean;
            facts: components["schemas"]["RoutingFacts"];
        };
        /** @description An alert changed the facts of an incident. */
        IncidentChangedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "IncidentChanged";
            data: components["schemas"]["IncidentChangedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description An alert changed the facts of an incident. */
        IncidentChangedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "IncidentChanged";
            data: components["schemas"]["IncidentChangedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        IncidentClosedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            /** @enum {string} */
            reason: "command" | "agreed" | "elapsed" | "released";
            /** @description In the words of the person who gave it. */
            text?: string;
            /**
             * @description Somebody decided for both sides.
             * @constant
             */
            override?: true;
        };
        /** @description An incident was closed. */
        IncidentClosedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "IncidentClosed";
            data: components["schemas"]["IncidentClosedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description An incident was closed. */
        IncidentClosedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "IncidentClosed";
            data: components["schemas"]["IncidentClosedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        IncidentCommander: {
            /** @description Id of the account of an operator or a commander of your side. */
            account: string;
        };
        IncidentCourse: {
            id: string;
            /** @enum {string} */
            class: "JOINT" | "PAK" | "CHN";
            site?: string;
            headline: string;
            /** @enum {string} */
            severity: "Extreme" | "Severe" | "Moderate" | "Minor" | "Unknown";
            /** @enum {string} */
            status: "open" | "responding" | "resolved" | "closed" | "cancelled";
            opened: {
                at: number;
                seq: number;
            };
            firstNotification?: {
                at: number;
                seq: number;
            };
            acknowledgedBy: {
                PAK?: {
                    at: number;
                    seq: number;
                };
                CHN?: {
                    at: number;
                    seq: number;
                };
            };
            jointAcknowledgement?: {
                at: number;
                seq: number;
            };
            overridden: {
                at: number;
                seq: number;
                /** @enum {string} */
                side: "PAK" | "CHN";
                reason: string;
            }[];
            responding?: {
                at: number;
                seq: number;
            };
            onScene?: {
                at: number;
                seq: number;
            };
            resolved?: {
                at: number;
                seq: number;
            };
            ended?: {
                at: number;
                seq: number;
            };
            shared?: {
                at: number;
                seq: number;
            };
            lag?: {
                ms: number;
                /** @enum {string} */
                later: "PAK" | "CHN";
                seq: number;
            };
            decisions: {
                agreed: {
                    /** @enum {string} */
                    decision: "resolve" | "close" | "cancel";
                    ms: number;
                    /** @enum {string} */
                    later: "PAK" | "CHN";
                    seq: number;
                }[];
                deadlocks: {
                    at: number;
                    seq: number;
                }[];
                withdrawn: {
                    at: number;
                    seq: number;
                }[];
                overridden: {
                    at: number;
                    seq: number;
                    /** @enum {string} */
                    decision: "resolve" | "close" | "cancel";
                    reason: string;
                }[];
            };
            escalations: {
                at: number;
                seq: number;
                incident: string;
                chain: string;
                stepId: string;
                round: number;
                /** @enum {string} */
                reason: "start" | "timeout" | "impossible" | "skipped" | "manual" | "lapsed" | "repeat" | "raised";
                unanswered: {
                    unit: string;
                    /** @enum {string} */
                    status: "queued" | "sent" | "delivered" | "acknowledged" | "declined" | "expired" | "withdrawn" | "undeliverable";
                    /** @enum {string} */
                    reason: "silent" | "just-asked" | "not-reached" | "declined" | "lapsed" | "withdrawn";
                }[];
                skipped: components["schemas"]["Unreached"][];
            }[];
            exhausted: {
                at: number;
                seq: number;
                chain: string;
            }[];
            notifications: components["schemas"]["NotificationEnds"];
        };
        IncidentDisclosedData: {
            label: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            /** @description A part of the state by which a client goes on, as in a snapshot. */
            disclosed: {
                [key: string]: unknown;
            };
        };
        /** @description The marking of an incident was lowered: the incident as it stands, for those who may read it from now on. */
        IncidentDisclosedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "IncidentDisclosed";
            data: components["schemas"]["IncidentDisclosedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description The marking of an incident was lowered: the incident as it stands, for those who may read it from now on. */
        IncidentDisclosedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "IncidentDisclosed";
            data: components["schemas"]["IncidentDisclosedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        /** @description Where an incident stands, and what the caller could do now. */
        IncidentExplanation: {
            incident: string;
            /** @description Exercise time at which it stands so, ms. */
            at: number;
            /** @enum {string} */
            status: "open" | "responding" | "resolved" | "closed" | "cancelled";
            /** @enum {string} */
            joint: "none" | "partial" | "joint";
            acknowledged: ("PAK" | "CHN")[];
            chains: components["schemas"]["ChainStanding"][];
            possible: components["schemas"]["PossibleAct"][];
            /** @description Units and notifications beyond the bound, which were not tried. */
            notTried: number;
        };
        IncidentFigures: {
            firstNotificationAt?: number;
            firstAcknowledgementAt: {
                PAK?: number;
                CHN?: number;
            };
            jointAcknowledgementAt?: number;
            respondingAt?: number;
            firstOnSceneAt?: number;
            resolvedAt?: number;
            escalations: number;
        };
        IncidentLabelChangedData: {
            label: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            from: components["schemas"]["Marking"];
            to: components["schemas"]["Marking"];
        };
        /** @description The alerts in force of an incident make it more, or less, restricted than before. */
        IncidentLabelChangedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "IncidentLabelChanged";
            data: components["schemas"]["IncidentLabelChangedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description The alerts in force of an incident make it more, or less, restricted than before. */
        IncidentLabelChangedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "IncidentLabelChanged";
            data: components["schemas"]["IncidentLabelChangedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        IncidentNotedData: {
            /** @description Who of those whom it is for read it; absent: all of them. */
            label?: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            /** @description Id of the note; counted per incident and audience. */
            note: string;
            text: string;
            /**
             * @description It had been a note of this side, which released it.
             * @enum {string}
             */
            released?: "PAK" | "CHN";
            /** @description Id of the tear line that the other side has of it. */
            tearLine?: string;
            /** @description When its label is to be looked at again. */
            reviewAt?: string;
        };
        /** @description Somebody wrote a note on an incident: for their side, for those who run the exercise, or for everybody who may know of it. */
        IncidentNotedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "IncidentNoted";
            data: components["schemas"]["IncidentNotedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description Somebody wrote a note on an incident: for their side, for those who run the exercise, or for everybody who may know of it. */
        IncidentNotedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "IncidentNoted";
            data: components["schemas"]["IncidentNotedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        IncidentOpenedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            /** @enum {string} */
            class: "JOINT" | "PAK" | "CHN";
            /** @description Id of the site. */
            site?: string;
            categories: ("Geo" | "Met" | "Safety" | "Security" | "Rescue" | "Fire" | "Health" | "Env" | "Transport" | "Infra" | "CBRNE" | "Other")[];
            headline: string;
            /** @enum {string} */
            severity: "Extreme" | "Severe" | "Moderate" | "Minor" | "Unknown";
            /** @description For controllers only. */
            policyVersion?: number;
            /**
             * @description JOINT: both sides agreed on the policy; PAK, CHN: it is that of the side. For controllers only.
             * @enum {string}
             */
            policyClass?: "JOINT" | "PAK" | "CHN";
            facts: components["schemas"]["RoutingFacts"];
        };
        /** @description An alert opened an incident. */
        IncidentOpenedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "IncidentOpened";
            data: components["schemas"]["IncidentOpenedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description An alert opened an incident. */
        IncidentOpenedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "IncidentOpened";
            data: components["schemas"]["IncidentOpenedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        IncidentPage: {
            items: components["schemas"]["Incident"][];
            /** @description Cursor of the next page; absent on the last one. */
            next?: string;
        };
        IncidentReopenedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            /** @description Id of the alert. */
            alertId: string;
            /** @enum {string} */
            severity: "Extreme" | "Severe" | "Moderate" | "Minor" | "Unknown";
            facts: components["schemas"]["RoutingFacts"];
        };
        /** @description A resolved incident is open again; units that had acknowledged are asked again. */
        IncidentReopenedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "IncidentReopened";
            data: components["schemas"]["IncidentReopenedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A resolved incident is open again; units that had acknowledged are asked again. */
        IncidentReopenedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "IncidentReopened";
            data: components["schemas"]["IncidentReopenedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        IncidentResolvedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            /** @enum {string} */
            reason: "command" | "agreed" | "all-clear";
            /** @description In the words of the person who gave it. */
            text?: string;
            /**
             * @description Somebody decided for both sides.
             * @constant
             */
            override?: true;
        };
        /** @description An incident was resolved. */
        IncidentResolvedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "IncidentResolved";
            data: components["schemas"]["IncidentResolvedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description An incident was resolved. */
        IncidentResolvedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "IncidentResolved";
            data: components["schemas"]["IncidentResolvedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        IncidentRespondingData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            /** @description Id of the unit. */
            unit: string;
        };
        /** @description The first unit is under way. */
        IncidentRespondingEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "IncidentResponding";
            data: components["schemas"]["IncidentRespondingData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description The first unit is under way. */
        IncidentRespondingReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "IncidentResponding";
            data: components["schemas"]["IncidentRespondingData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        IncidentWithheldData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
        };
        /** @description In the place of IncidentLabelChanged, for those who may not read the incident any more. */
        IncidentWithheldEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "IncidentWithheld";
            data: components["schemas"]["IncidentWithheldData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description In the place of IncidentLabelChanged, for those who may not read the incident any more. */
        IncidentWithheldReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "IncidentWithheld";
            data: components["schemas"]["IncidentWithheldData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        /** @description Something that the script makes happen. Players see what it does, and nothing of it. */
        Inject: {
            id: string;
            /** @enum {string} */
            kind: "alert" | "message" | "send" | "release" | "duty" | "link" | "note";
            title?: components["schemas"]["LocalizedText"];
            /** @description Made up during the run. */
            improvised: boolean;
            /**
             * @description planned: it waits for its time or condition, or for its next time; delayed: for a time that a trainer gave it; fired: for the last time; skipped: it does not come, unless a trainer says so.
             * @enum {string}
             */
            status: "planned" | "delayed" | "fired" | "skipped";
            /** @description As it was written; null: it waits for `when`. */
            at: number | null;
            when?: components["schemas"]["InjectCondition"];
            /** @description When it comes next, if that is known. */
            due: number | null;
            /** @description When it has fired, each time. */
            fired: number[];
            skipped?: {
                at: number;
                reason: string;
                code?: string;
                message?: string;
            };
        };
        InjectAlert: {
            alertId: string;
            /** @description Ids of the alerts that it references. */
            references: string[];
            alert: components["schemas"]["StoredAlert"];
        };
        /** @description The condition that an inject waits for. */
        InjectCondition: {
            /** @enum {string} */
            kind: "all" | "any";
            of: components["schemas"]["InjectCondition"][];
        } | {
            /** @constant */
            kind: "not";
            of: components["schemas"]["InjectCondition"];
        } | {
            /** @constant */
            kind: "escalated";
            /** @description Id of the inject whose alert opened or joined the incident. */
            incident: string;
            level: number;
        } | {
            /** @constant */
            kind: "unacknowledged";
            /** @description Id of the inject whose alert opened or joined the incident. */
            incident: string;
            /** @enum {string} */
            side: "PAK" | "CHN";
            forMs: number;
        } | {
            /** @constant */
            kind: "resolved";
            /** @description Id of the inject whose alert opened or joined the incident. */
            incident: string;
        } | {
            /** @constant */
            kind: "fired";
            inject: string;
        } | {
            /** @constant */
            kind: "declined";
            unit: string;
            /** @description Id of the inject whose alert opened or joined the incident. */
            incident?: string;
        } | {
            /** @constant */
            kind: "knows";
            /** @enum {string} */
            side: "PAK" | "CHN";
            /** @description Id of the inject whose alert opened or joined the incident. */
            incident: string;
        } | {
            /** @constant */
            kind: "knows";
            /** @enum {string} */
            side: "PAK" | "CHN";
            tearLine: string;
        };
        InjectDelayedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the inject. */
            inject: string;
            /** @description Exercise time, ms since STARTEX. */
            due: number;
        };
        /** @description A controller gave an inject another time. For controllers only. */
        InjectDelayedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "InjectDelayed";
            data: components["schemas"]["InjectDelayedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A controller gave an inject another time. For controllers only. */
        InjectDelayedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "InjectDelayed";
            data: components["schemas"]["InjectDelayedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        InjectFiredData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the inject. */
            inject: string;
            /** @enum {string} */
            kind: "alert" | "message" | "send" | "release" | "duty" | "link" | "note";
            /** @description How often it has fired: 1 for the first time. */
            time: number;
        };
        /** @description An inject fired. For controllers only. */
        InjectFiredEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "InjectFired";
            data: components["schemas"]["InjectFiredData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description An inject fired. For controllers only. */
        InjectFiredReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "InjectFired";
            data: components["schemas"]["InjectFiredData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        InjectImprovisedData: {
            label?: components["schemas"]["Marking"];
            inject: components["schemas"]["PlannedInject"];
        };
        /** @description A controller added an inject during the run. For controllers only. */
        InjectImprovisedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "InjectImprovised";
            data: components["schemas"]["InjectImprovisedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A controller added an inject during the run. For controllers only. */
        InjectImprovisedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "InjectImprovised";
            data: components["schemas"]["InjectImprovisedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        InjectList: {
            items: components["schemas"]["Inject"][];
        };
        InjectScheduledData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the inject. */
            inject: string;
            /** @description Exercise time, ms since STARTEX. */
            due: number;
        };
        /** @description An inject has a time at which it fires. For controllers only. */
        InjectScheduledEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "InjectScheduled";
            data: components["schemas"]["InjectScheduledData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description An inject has a time at which it fires. For controllers only. */
        InjectScheduledReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "InjectScheduled";
            data: components["schemas"]["InjectScheduledData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        InjectSkippedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the inject. */
            inject: string;
            /** @enum {string} */
            reason: "too-late" | "refused" | "by-command";
            /** @description Of the refusal. */
            code?: string;
            message?: string;
        };
        /** @description An inject was skipped. For controllers only. */
        InjectSkippedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "InjectSkipped";
            data: components["schemas"]["InjectSkippedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description An inject was skipped. For controllers only. */
        InjectSkippedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "InjectSkipped";
            data: components["schemas"]["InjectSkippedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        Invitation: {
            id: string;
            /** @description Five letters and digits, typed together with the PIN. */
            code: string;
            /** @enum {string} */
            role: "controller" | "evaluator" | "commander" | "releasing-authority" | "operator" | "liaison" | "observer" | "wall";
            /** @enum {string} */
            side?: "PAK" | "CHN";
            units?: string[];
            exercise?: string;
            note?: string;
            /** @enum {string} */
            state: "open" | "used up" | "expired" | "revoked";
            /** @description How many people have come by it. */
            uses: number;
            maxUses: number;
            /** Format: date-time */
            createdAt: string;
            /** @description The account that made it. Absent: the command line on the server. */
            createdBy?: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: date-time */
            revokedAt?: string;
        };
        InvitationList: {
            items: components["schemas"]["Invitation"][];
        };
        InvitationPreview: {
            /** @enum {string} */
            role: "controller" | "evaluator" | "commander" | "releasing-authority" | "operator" | "liaison" | "observer" | "wall";
            /** @enum {string} */
            side?: "PAK" | "CHN";
            units?: {
                id: string;
                name: components["schemas"]["LocalizedText"];
            }[];
            exercise?: {
                id: string;
                title: components["schemas"]["LocalizedText"];
            };
            /** Format: date-time */
            expiresAt: string;
        };
        JointAcknowledgementChangedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            /** @enum {string} */
            state: "none" | "partial" | "joint";
            /**
             * @description Whose acknowledgement came or went.
             * @enum {string}
             */
            side: "PAK" | "CHN";
            /** @description The sides that have acknowledged now. */
            acknowledged: ("PAK" | "CHN")[];
        };
        /** @description The acknowledgement of a side came or went. */
        JointAcknowledgementChangedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "JointAcknowledgementChanged";
            data: components["schemas"]["JointAcknowledgementChangedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description The acknowledgement of a side came or went. */
        JointAcknowledgementChangedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "JointAcknowledgementChanged";
            data: components["schemas"]["JointAcknowledgementChangedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        JudgedExpectation: {
            id: string;
            text: string;
            objective?: string;
            weight: number;
            /**
             * @description `not-applicable`: what it asks about did not come to be. `unjudged`: the log ends too early to say.
             * @enum {string}
             */
            judgement: "met" | "missed" | "not-applicable" | "unjudged";
            reason: string;
            at?: number;
            deadline?: number;
            evidence: number[];
        };
        Jurisdiction: {
            sites?: string[];
            provinces?: string[];
            consularDistricts?: string[];
        };
        LabelChangedData: {
            label: components["schemas"]["Marking"];
            /** @enum {string} */
            of: "alert" | "message" | "note" | "decision" | "observation";
            /** @description Id of the alert, the message, the note, the entry of the decision log or the observation. */
            id: string;
            /** @description Id of the incident that it belongs to; absent for a message, and for an observation about none. */
            incident?: string;
            from: components["schemas"]["Marking"];
            to: components["schemas"]["Marking"];
            /** @description What was stated. Absent: the TLP label of the class, nobody named, no review. */
            set: {
                /** @enum {string} */
                tlp?: "TLP:RED" | "TLP:AMBER+STRICT" | "TLP:AMBER" | "TLP:GREEN" | "TLP:CLEAR";
                readonly releasableTo?: string[];
                reviewAt?: string;
            };
            /** @description Who had it until now and may not read it any more: `desk:PAK`, `unit:ID`, `account:ID`, `role:ROLE`, `wall`. */
            seenBy?: string[];
            /** @description Id of the tear line that the other side has of it, and keeps. */
            tearLine?: string;
            /** @description In the words of the person who gave it. */
            reason?: string;
            /**
             * @description The side whose releasing desk reviews the label; absent: controllers do.
             * @enum {string}
             */
            owner?: "PAK" | "CHN";
        };
        /** @description Somebody changed the label of a thing, or confirmed it: then from and to are the same. Read by whoever may read the thing under one of them. */
        LabelChangedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "LabelChanged";
            data: components["schemas"]["LabelChangedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description Somebody changed the label of a thing, or confirmed it: then from and to are the same. Read by whoever may read the thing under one of them. */
        LabelChangedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "LabelChanged";
            data: components["schemas"]["LabelChangedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        LabelDisclosedData: {
            label: components["schemas"]["Marking"];
            /** @enum {string} */
            of: "alert" | "message" | "note" | "decision" | "observation";
            /** @description Id of the alert, the message, the note, the entry of the decision log or the observation. */
            id: string;
            /** @description Id of the incident that it belongs to; absent for a message, and for an observation about none. */
            incident?: string;
            /** @description The event that says it: its type, time, actor and data. */
            said: {
                [key: string]: unknown;
            };
            /** @description Of a message: a part of the state by which a client goes on, as in a snapshot. */
            disclosed?: {
                [key: string]: unknown;
            };
        };
        /** @description A label was lowered: what a message, a note, a decision or an observation says, for those who read it from now on. */
        LabelDisclosedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "LabelDisclosed";
            data: components["schemas"]["LabelDisclosedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A label was lowered: what a message, a note, a decision or an observation says, for those who read it from now on. */
        LabelDisclosedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "LabelDisclosed";
            data: components["schemas"]["LabelDisclosedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        /** @description A label that is to be looked at again. */
        LabelReview: {
            /** @enum {string} */
            of: "alert" | "message" | "note" | "decision" | "observation";
            id: string;
            incident?: string;
            /**
             * @description The side whose releasing desk confirms or changes it; absent: controllers do.
             * @enum {string}
             */
            owner?: "PAK" | "CHN";
            /** @description Exercise time, ms since STARTEX. */
            dueAt: number;
        };
        LabelReviewDueData: {
            label: components["schemas"]["Marking"];
            /** @enum {string} */
            of: "alert" | "message" | "note" | "decision" | "observation";
            /** @description Id of the alert, the message, the note, the entry of the decision log or the observation. */
            id: string;
            /** @description Id of the incident that it belongs to; absent for a message, and for an observation about none. */
            incident?: string;
            /**
             * @description The side whose releasing desk reviews the label; absent: controllers do.
             * @enum {string}
             */
            owner?: "PAK" | "CHN";
        };
        /** @description The story has reached the time at which a label is to be looked at again. */
        LabelReviewDueEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "LabelReviewDue";
            data: components["schemas"]["LabelReviewDueData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description The story has reached the time at which a label is to be looked at again. */
        LabelReviewDueReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "LabelReviewDue";
            data: components["schemas"]["LabelReviewDueData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        LabelWithheldData: {
            label?: components["schemas"]["Marking"];
            /** @enum {string} */
            of: "alert" | "message" | "note" | "decision" | "observation";
            /** @description Id of the alert, the message, the note, the entry of the decision log or the observation. */
            id: string;
            /** @description Id of the incident that it belongs to; absent for a message, and for an observation about none. */
            incident?: string;
        };
        /** @description In the place of LabelChanged, for those who may not read the thing any more. */
        LabelWithheldEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "LabelWithheld";
            data: components["schemas"]["LabelWithheldData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description In the place of LabelChanged, for those who may not read the thing any more. */
        LabelWithheldReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "LabelWithheld";
            data: components["schemas"]["LabelWithheldData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        LateAcknowledgementData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the notification. */
            notification: string;
            /** @description Id of the incident. */
            incident: string;
            /** @description Id of the unit. */
            unit: string;
            /** @enum {string} */
            side: "PAK" | "CHN";
            /** @enum {string} */
            action: "respond" | "secure" | "advise" | "inform" | "consular";
        };
        /** @description A unit acknowledged after its notification had expired. */
        LateAcknowledgementEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "LateAcknowledgement";
            data: components["schemas"]["LateAcknowledgementData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A unit acknowledged after its notification had expired. */
        LateAcknowledgementReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "LateAcknowledgement";
            data: components["schemas"]["LateAcknowledgementData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        /** @description The state of a link to one unit or to a whole side. */
        Link: {
            /** @constant */
            status: "up";
        } | {
            /** @constant */
            status: "degraded";
            /** @description Added to each message, exercise time in ms. */
            latencyMs: number;
            /** @description Chance that a message is lost, 0 to 1. */
            loss: number;
        } | {
            /** @constant */
            status: "down";
        };
        LinkChangedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the unit. */
            unit?: string;
            /** @enum {string} */
            side?: "PAK" | "CHN";
            link: components["schemas"]["Link"] | components["schemas"]["LinkState"];
        };
        /** @description The link of a unit or of a whole side changed. For controllers, and for the side whose link it is: it notices the state, not how late or how many messages are. */
        LinkChangedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "LinkChanged";
            data: components["schemas"]["LinkChangedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description The link of a unit or of a whole side changed. For controllers, and for the side whose link it is: it notices the state, not how late or how many messages are. */
        LinkChangedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "LinkChanged";
            data: components["schemas"]["LinkChangedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        /** @description The state of a link as its side notices it. */
        LinkState: {
            /** @enum {string} */
            status: "up" | "degraded" | "down";
        };
        Lint: {
            scenario: unknown;
        };
        LintAnswer: {
            findings: components["schemas"]["LintFinding"][];
        };
        LintFinding: {
            code: string;
            level: string;
            path?: string;
            message: string;
        } & {
            [key: string]: unknown;
        };
        Liveness: {
            /** @constant */
            status: "ok";
        };
        /** @description Text by BCP 47 language tag; falls back to English. */
        LocalizedText: {
            [key: string]: string;
        };
        MakeForecast: {
            /** @description How often to run the rest of the exercise; absent: 200. */
            runs?: number;
        };
        /** @description Who of those that may know of its class reads it. */
        Marking: {
            /**
             * @description TLP 2.0 label.
             * @enum {string}
             */
            tlp: "TLP:RED" | "TLP:AMBER+STRICT" | "TLP:AMBER" | "TLP:GREEN" | "TLP:CLEAR";
            /** @description Under TLP:RED the only readers, beside the releasing authority; under TLP:AMBER+STRICT readers in addition to the desk: `account:ID`, `unit:ID`, `role:ROLE`. */
            readonly to?: string[];
        };
        /** @description A message, as far as the viewer may know of it. */
        Message: {
            /** @description Id of the message, counted per class: `MSG-0001`, `MSG-PAK-0001`, `MSG-CHN-0001`. */
            id: string;
            /** @enum {string} */
            kind: "message" | "intelligence" | "situation" | "request" | "answer";
            /** @description `unit:ID`, `desk:PAK`, `desk:CHN`, or `control` for exercise control. */
            from: string;
            to: string[];
            /** @enum {string} */
            class: "JOINT" | "PAK" | "CHN";
            subject?: string;
            /** @description As it was written, or by language. */
            text: string | {
                [key: string]: string;
            };
            /** @description Id of the incident. */
            incident?: string;
            /** @description Id of the message that it replies to. */
            inReplyTo?: string;
            /** @description Id of the tear line that went to the other side. */
            tearLine?: string;
            /** @description When the label is to be looked at again. */
            reviewAt?: string;
            label: components["schemas"]["Marking"];
            /** @description Exercise time, ms since STARTEX. */
            sentAt: number;
            actor: components["schemas"]["Actor"];
            /** @description Those who have read it, the first time each. */
            readBy: {
                /** @description In whose name: an address. */
                by: string;
                /** @description Exercise time, ms since STARTEX. */
                at: number;
            }[];
            /** @description Of a request: what has become of it. */
            request?: {
                /** @enum {string} */
                status: "open" | "answered" | "overdue";
                /** @description Of a request: when an answer is wanted; exercise time, ms. */
                answerBy?: number;
                answers: {
                    /** @description In whose name: an address. */
                    by: string;
                    /** @description Exercise time, ms since STARTEX. */
                    at: number;
                    /** @description Id of the message, counted per class: `MSG-0001`, `MSG-PAK-0001`, `MSG-CHN-0001`. */
                    message?: string;
                    /** @description Id of the tear line that went to the other side. */
                    tearLine?: string;
                    /** @constant */
                    late?: true;
                }[];
            };
        };
        MessageAnsweredData: {
            label: components["schemas"]["Marking"];
            /** @description Id of the message, counted per class: `MSG-0001`, `MSG-PAK-0001`, `MSG-CHN-0001`. */
            message: string;
            /** @description In whose name: an address. */
            by: string;
            /** @description Id of the answer, where all readers of the request may know of it. */
            answer?: string;
            /** @description Id of the tear line that went to the other side. */
            tearLine?: string;
            /**
             * @description The request was overdue.
             * @constant
             */
            late?: true;
        };
        /** @description A request for information has its first answer in the name of this address. */
        MessageAnsweredEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "MessageAnswered";
            data: components["schemas"]["MessageAnsweredData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A request for information has its first answer in the name of this address. */
        MessageAnsweredReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "MessageAnswered";
            data: components["schemas"]["MessageAnsweredData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        MessageOverdueData: {
            label: components["schemas"]["Marking"];
            /** @description Id of the message, counted per class: `MSG-0001`, `MSG-PAK-0001`, `MSG-CHN-0001`. */
            message: string;
            to: string[];
        };
        /** @description The time of a request has passed without an answer. */
        MessageOverdueEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "MessageOverdue";
            data: components["schemas"]["MessageOverdueData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description The time of a request has passed without an answer. */
        MessageOverdueReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "MessageOverdue";
            data: components["schemas"]["MessageOverdueData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        MessagePage: {
            items: components["schemas"]["Message"][];
            /** @description Cursor of the next page; absent on the last one. */
            next?: string;
        };
        MessagePostedData: {
            label: components["schemas"]["Marking"];
            /** @description Id of the message, counted per class: `MSG-0001`, `MSG-PAK-0001`, `MSG-CHN-0001`. */
            message: string;
            /** @enum {string} */
            kind: "message" | "intelligence" | "situation" | "request" | "answer";
            /** @description `unit:ID`, `desk:PAK`, `desk:CHN`, or `control` for exercise control. */
            from: string;
            to: string[];
            /** @enum {string} */
            class: "JOINT" | "PAK" | "CHN";
            subject?: string;
            /** @description As it was written, or by language. */
            text: string | {
                [key: string]: string;
            };
            /** @description Id of the incident. */
            incident?: string;
            /** @description Id of the message that it replies to. */
            inReplyTo?: string;
            /** @description Of a request: when an answer is wanted; exercise time, ms. */
            answerBy?: number;
            /** @description Id of the tear line that went to the other side. */
            tearLine?: string;
            /** @description When the label is to be looked at again. */
            reviewAt?: string;
        };
        /** @description Somebody wrote a message, a report, a request for information or an answer. */
        MessagePostedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "MessagePosted";
            data: components["schemas"]["MessagePostedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description Somebody wrote a message, a report, a request for information or an answer. */
        MessagePostedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "MessagePosted";
            data: components["schemas"]["MessagePostedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        MessageReadData: {
            label: components["schemas"]["Marking"];
            /** @description Id of the message, counted per class: `MSG-0001`, `MSG-PAK-0001`, `MSG-CHN-0001`. */
            message: string;
            /** @description In whose name: an address. */
            by: string;
        };
        /** @description A message was read, the first time in the name of this address. */
        MessageReadEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "MessageRead";
            data: components["schemas"]["MessageReadData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A message was read, the first time in the name of this address. */
        MessageReadReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "MessageRead";
            data: components["schemas"]["MessageReadData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        MessageRemindedData: {
            label: components["schemas"]["Marking"];
            /** @description Id of the message, counted per class: `MSG-0001`, `MSG-PAK-0001`, `MSG-CHN-0001`. */
            message: string;
            to: string[];
        };
        /** @description Half of the time of a request has passed without an answer. */
        MessageRemindedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "MessageReminded";
            data: components["schemas"]["MessageRemindedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description Half of the time of a request has passed without an answer. */
        MessageRemindedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "MessageReminded";
            data: components["schemas"]["MessageRemindedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        MessageReplyPlannedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the message, counted per class: `MSG-0001`, `MSG-PAK-0001`, `MSG-CHN-0001`. */
            message: string;
            /** @description Id of the unit. */
            unit: string;
            /** @description The answer's place among those of the unit, from 0; absent: nothing is known. */
            rule?: number;
            /** @description Exercise time, ms; null: it cannot answer now. */
            at: number | null;
        };
        /** @description What a simulated unit is going to answer to a request, and when. For controllers. */
        MessageReplyPlannedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "MessageReplyPlanned";
            data: components["schemas"]["MessageReplyPlannedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description What a simulated unit is going to answer to a request, and when. For controllers. */
        MessageReplyPlannedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "MessageReplyPlanned";
            data: components["schemas"]["MessageReplyPlannedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        MessageSentData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the message. */
            message: string;
            from?: components["schemas"]["LocalizedText"];
            text: components["schemas"]["LocalizedText"];
            /**
             * @description TLP 2.0 label.
             * @enum {string}
             */
            tlp?: "TLP:RED" | "TLP:AMBER+STRICT" | "TLP:AMBER" | "TLP:GREEN" | "TLP:CLEAR";
        };
        /** @description Information for players. */
        MessageSentEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "MessageSent";
            data: components["schemas"]["MessageSentData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description Information for players. */
        MessageSentReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "MessageSent";
            data: components["schemas"]["MessageSentData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        MovementsPlannedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            /** @description Id of the unit. */
            unit: string;
            /** @description Exercise time, ms since STARTEX. */
            enRoute: number;
            /** @description Exercise time, ms since STARTEX. */
            onScene: number;
            /** @description Exercise time, ms since STARTEX. */
            clear: number;
        };
        /** @description The simulation has planned the movements of a unit. For controllers only. */
        MovementsPlannedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "MovementsPlanned";
            data: components["schemas"]["MovementsPlannedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description The simulation has planned the movements of a unit. For controllers only. */
        MovementsPlannedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "MovementsPlanned";
            data: components["schemas"]["MovementsPlannedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        Note: {
            /** @constant */
            kind: "note";
            /** @description Id of the note: `INC-0007.PAK.3`. */
            id: string;
            /** @description Id of the incident. */
            incident: string;
            /**
             * @description Whom it is for.
             * @enum {string}
             */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description When it was written; exercise time, ms. */
            at: number;
            /** @description Number of the event, in your stream, that shows it. */
            seq: number;
            actor: components["schemas"]["Actor"];
            /** @description The label that it carries: the highest of its own and that of its incident. Absent: only controllers and evaluators read it. */
            label?: components["schemas"]["Marking"];
            /** @description When its label is to be looked at again. */
            reviewAt?: string;
            /** @description Id of the tear line that the other side has of it. */
            tearLine?: string;
            /** @description When its label was lowered so that you can read it; absent: you could from the start. */
            disclosedAt?: number;
            /** @description Oldest first. */
            readonly labelChanges?: components["schemas"]["RecordLabelChange"][];
            text: string;
            /**
             * @description It had been a note of this side, which released it.
             * @enum {string}
             */
            released?: "PAK" | "CHN";
        };
        NoteIncident: {
            text: string;
            /** @description Whether everybody who may know of the incident reads it. Default false: the side of the operator who writes it, and those who run the exercise; of a controller, the latter only. */
            shared?: boolean;
            /** @description Who of those whom it is for read it, and what the other side gets of it. Of what both sides read, neither TLP:RED nor TLP:AMBER+STRICT, and no tear line. */
            label?: {
                /**
                 * @description TLP 2.0 label: who of those that may know of it reads it. Absent: TLP:GREEN for JOINT, TLP:AMBER for one side. JOINT with TLP:RED or TLP:AMBER+STRICT is refused.
                 * @enum {string}
                 */
                tlp?: "TLP:RED" | "TLP:AMBER+STRICT" | "TLP:AMBER" | "TLP:GREEN" | "TLP:CLEAR";
                /** @description Under TLP:RED the only readers beside its originator and the releasing authority; under TLP:AMBER+STRICT readers in addition to the side's desk: `unit:ID`, `account:ID` or `role:ROLE`. */
                releasableTo?: string[];
                /** @description The sanitised text for the other side, by language tag: all that it gets of the thing. */
                tearLine?: {
                    [key: string]: string;
                };
                /**
                 * @description TLP 2.0 label of the tear line. Absent: TLP:AMBER.
                 * @enum {string}
                 */
                tearLineTlp?: "TLP:AMBER" | "TLP:GREEN" | "TLP:CLEAR";
                /**
                 * Format: date-time
                 * @description When the label is to be looked at again: a time of the story, with an offset.
                 */
                reviewAt?: string;
            };
        };
        NoteTakenData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the note. */
            note: string;
            text: components["schemas"]["LocalizedText"];
        };
        /** @description A note for controllers. */
        NoteTakenEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "NoteTaken";
            data: components["schemas"]["NoteTakenData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A note for controllers. */
        NoteTakenReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "NoteTaken";
            data: components["schemas"]["NoteTakenData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        /** @description One message to one unit about one incident, asking for one action. */
        Notification: {
            id: string;
            incident: string;
            /** @description The chain that asked first; absent: it was asked by hand. */
            chain?: string;
            step?: number;
            round?: number;
            unit: string;
            /** @enum {string} */
            side: "PAK" | "CHN";
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN";
            /** @enum {string} */
            action: "respond" | "secure" | "advise" | "inform" | "consular";
            /** @enum {string} */
            status: "queued" | "sent" | "delivered" | "acknowledged" | "declined" | "expired" | "withdrawn" | "undeliverable";
            queuedAt: number;
            sentAt?: number;
            deliveredAt?: number;
            endedAt?: number;
            /** @description The acknowledgement counts from then on, in time or late. */
            acknowledgedAt?: number;
            lateAcknowledgementAt?: number;
            /** @description The acknowledgement counts no more. */
            lapsedAt?: number;
            /** @description When it expires if nobody answers; absent once it has ended. */
            expiresAt?: number;
            attempts: number;
            deliveries: number;
            reason?: string;
        };
        NotificationAcknowledgedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the notification. */
            notification: string;
            /** @description Id of the incident. */
            incident: string;
            /** @description Id of the unit. */
            unit: string;
            /** @enum {string} */
            side: "PAK" | "CHN";
            /** @enum {string} */
            action: "respond" | "secure" | "advise" | "inform" | "consular";
        };
        /** @description A unit acknowledged. */
        NotificationAcknowledgedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "NotificationAcknowledged";
            data: components["schemas"]["NotificationAcknowledgedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A unit acknowledged. */
        NotificationAcknowledgedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "NotificationAcknowledged";
            data: components["schemas"]["NotificationAcknowledgedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        NotificationCarriedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the notification. */
            notification: string;
            /** @description Id of the incident. */
            incident: string;
            /** @description Id of the unit. */
            unit: string;
            /** @enum {string} */
            side: "PAK" | "CHN";
            /** @enum {string} */
            action: "respond" | "secure" | "advise" | "inform" | "consular";
            /**
             * @description How far the unit is.
             * @enum {string}
             */
            progress?: "enRoute" | "onScene";
        };
        /** @description An answer from before the release stands for the JOINT incident, too. Nobody is asked twice. */
        NotificationCarriedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "NotificationCarried";
            data: components["schemas"]["NotificationCarriedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description An answer from before the release stands for the JOINT incident, too. Nobody is asked twice. */
        NotificationCarriedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "NotificationCarried";
            data: components["schemas"]["NotificationCarriedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        NotificationDeclinedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the notification. */
            notification: string;
            /** @description Id of the incident. */
            incident: string;
            /** @description Id of the unit. */
            unit: string;
            /** @description In the words of the person who gave it. */
            reason: string;
        };
        /** @description A unit declined. */
        NotificationDeclinedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "NotificationDeclined";
            data: components["schemas"]["NotificationDeclinedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A unit declined. */
        NotificationDeclinedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "NotificationDeclined";
            data: components["schemas"]["NotificationDeclinedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        NotificationDeliveredData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the notification. */
            notification: string;
            /** @description Id of the incident. */
            incident: string;
            /** @description Id of the unit. */
            unit: string;
        };
        /** @description A notification was delivered. */
        NotificationDeliveredEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "NotificationDelivered";
            data: components["schemas"]["NotificationDeliveredData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A notification was delivered. */
        NotificationDeliveredReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "NotificationDelivered";
            data: components["schemas"]["NotificationDeliveredData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        NotificationEnds: {
            asked: number;
            acknowledged: number;
            declined: number;
            expired: number;
            withdrawn: number;
            undeliverable: number;
            open: number;
            /** @description Of the expired ones: acknowledged all the same. */
            late: number;
            /** @description Of the expired ones: never delivered. */
            unreached: number;
        };
        NotificationExpiredData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the notification. */
            notification: string;
            /** @description Id of the incident. */
            incident: string;
            /** @description Id of the unit. */
            unit: string;
        };
        /** @description A notification ended without an answer. */
        NotificationExpiredEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "NotificationExpired";
            data: components["schemas"]["NotificationExpiredData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A notification ended without an answer. */
        NotificationExpiredReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "NotificationExpired";
            data: components["schemas"]["NotificationExpiredData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        NotificationPage: {
            items: components["schemas"]["Notification"][];
            /** @description Cursor of the next page; absent on the last one. */
            next?: string;
        };
        NotificationRemindedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the notification. */
            notification: string;
            /** @description Id of the incident. */
            incident: string;
            /** @description Id of the unit. */
            unit: string;
            /** @description 1 when first sent, more with each reminder. */
            attempt: number;
        };
        /** @description A notification was sent again. */
        NotificationRemindedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "NotificationReminded";
            data: components["schemas"]["NotificationRemindedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A notification was sent again. */
        NotificationRemindedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "NotificationReminded";
            data: components["schemas"]["NotificationRemindedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        NotificationSentData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the notification. */
            notification: string;
            /** @description Id of the incident. */
            incident: string;
            /** @description Id of the unit. */
            unit: string;
            /** @description 1 when first sent, more with each reminder. */
            attempt: number;
        };
        /** @description A notification was sent. */
        NotificationSentEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "NotificationSent";
            data: components["schemas"]["NotificationSentData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A notification was sent. */
        NotificationSentReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "NotificationSent";
            data: components["schemas"]["NotificationSentData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        NotificationUndeliverableData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the notification. */
            notification: string;
            /** @description Id of the incident. */
            incident: string;
            /** @description Id of the unit. */
            unit: string;
            /** @constant */
            reason: "not-reached";
        };
        /** @description A notification cannot be delivered. */
        NotificationUndeliverableEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "NotificationUndeliverable";
            data: components["schemas"]["NotificationUndeliverableData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A notification cannot be delivered. */
        NotificationUndeliverableReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "NotificationUndeliverable";
            data: components["schemas"]["NotificationUndeliverableData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        NotificationWithdrawnData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the notification. */
            notification: string;
            /** @description Id of the incident. */
            incident: string;
            /** @description Id of the unit. */
            unit: string;
            reason: string;
        };
        /** @description A notification was withdrawn. */
        NotificationWithdrawnEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "NotificationWithdrawn";
            data: components["schemas"]["NotificationWithdrawnData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A notification was withdrawn. */
        NotificationWithdrawnReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "NotificationWithdrawn";
            data: components["schemas"]["NotificationWithdrawnData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        /** @description HSEEP: P, S, M, U. */
        ObjectiveEvaluation: {
            objective: string;
            /**
             * @description The evaluator's, else the proposed one; absent: not rated yet.
             * @enum {string}
             */
            rating?: "P" | "S" | "M" | "U";
            proposed: {
                objective: string;
                /** @enum {string} */
                rating?: "P" | "S" | "M" | "U";
                grounds: {
                    kind: string;
                    /** @enum {string} */
                    rating: "P" | "S" | "M" | "U";
                    expectation: string;
                    evidence: number[];
                }[];
                met: number;
                missed: number;
                notApplicable: number;
                /** @description While one of them is unjudged, no rating is proposed. */
                unjudged: number;
                score?: number;
            };
            given: {
                objective: string;
                /** @enum {string} */
                rating: "P" | "S" | "M" | "U";
                reason: string;
                at: number;
                seq: number;
                actor: components["schemas"]["Actor"];
            }[];
        };
        ObjectiveRatedData: {
            label?: components["schemas"]["Marking"];
            /** @description As an expectation of the scenario names it. */
            objective: string;
            /**
             * @description P: performed without challenges. S: with some challenges. M: with major challenges, achieved all the same. U: unable to be performed, not achieved.
             * @enum {string}
             */
            rating: "P" | "S" | "M" | "U";
            reason: string;
        };
        /** @description An evaluator rated an objective. For controllers and evaluators only. */
        ObjectiveRatedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ObjectiveRated";
            data: components["schemas"]["ObjectiveRatedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description An evaluator rated an objective. For controllers and evaluators only. */
        ObjectiveRatedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ObjectiveRated";
            data: components["schemas"]["ObjectiveRatedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        ObservationRecordedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the observation, counted for each class: `OBS-PAK-0001`. */
            observation: string;
            /** @enum {string} */
            kind: "strength" | "area-for-improvement";
            text: string;
            /** @description As an expectation of the scenario names it. */
            objective?: string;
            incident?: string;
            recommendation?: string;
            /** @enum {string} */
            capabilityElement?: "planning" | "organization" | "equipment" | "training" | "exercise";
            /** @description Numbers of events of the log that show it. */
            evidence?: number[];
            /** @description When its label is to be looked at again. */
            reviewAt?: string;
        };
        /** @description An evaluator recorded an observation. For controllers and evaluators only, unless it is labelled: then also for those who may know of its class, who read neither its objective nor its evidence. */
        ObservationRecordedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ObservationRecorded";
            data: components["schemas"]["ObservationRecordedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description An evaluator recorded an observation. For controllers and evaluators only, unless it is labelled: then also for those who may know of its class, who read neither its objective nor its evidence. */
        ObservationRecordedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ObservationRecorded";
            data: components["schemas"]["ObservationRecordedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        /** @description Signs in once. */
        OneTimeLink: {
            /** @description Shown this once; only its hash is kept. */
            key: string;
            /** @description What follows the address of the console. The secret stands after `#`, so that no log holds it. */
            path: string;
            /** Format: date-time */
            expiresAt: string;
        };
        OverrideAcknowledgement: {
            /** @enum {string} */
            side: "PAK" | "CHN";
            reason: string;
        };
        OwnPolicyChangedData: {
            label?: components["schemas"]["Marking"];
            /** @enum {string} */
            side: "PAK" | "CHN";
            policy: components["schemas"]["Policy"];
            /** @description In the words of the person who gave it. */
            reason?: string;
        };
        /** @description A side has put another policy in force for its own incidents to come. For that side only. */
        OwnPolicyChangedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "OwnPolicyChanged";
            data: components["schemas"]["OwnPolicyChangedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A side has put another policy in force for its own incidents to come. For that side only. */
        OwnPolicyChangedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "OwnPolicyChanged";
            data: components["schemas"]["OwnPolicyChangedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        OwnPolicyDroppedData: {
            label?: components["schemas"]["Marking"];
            /** @enum {string} */
            side: "PAK" | "CHN";
            /** @description The id of the policy that was dropped. */
            policy: string;
            version: number;
            /** @description In the words of the person who gave it. */
            reason?: string;
        };
        /** @description A side has dropped its own policy: its incidents to come go by the common one. For that side only. */
        OwnPolicyDroppedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "OwnPolicyDropped";
            data: components["schemas"]["OwnPolicyDroppedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A side has dropped its own policy: its incidents to come go by the common one. For that side only. */
        OwnPolicyDroppedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "OwnPolicyDropped";
            data: components["schemas"]["OwnPolicyDroppedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        PlanImprovement: {
            correctiveAction: string;
            /** @enum {string} */
            capabilityElement: "planning" | "organization" | "equipment" | "training" | "exercise";
            /** @description Who is responsible. */
            organization: string;
            contact?: string;
            /** Format: date */
            start?: string;
            /** Format: date */
            completion?: string;
            /** @description As an expectation of the scenario names it. */
            objective?: string;
            /** @description The observation that it answers to, as `OBS-0001`. */
            observation?: string;
        };
        /** @description An inject that comes at a time. */
        PlannedInject: {
            id: string;
            title?: components["schemas"]["LocalizedText"];
            repeat?: {
                times: number;
                everyMs: number;
            };
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** @constant */
            kind: "alert";
            messages: [
                components["schemas"]["InjectAlert"]
            ];
        } | {
            id: string;
            title?: components["schemas"]["LocalizedText"];
            repeat?: {
                times: number;
                everyMs: number;
            };
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** @constant */
            kind: "message";
            from?: components["schemas"]["LocalizedText"];
            text: components["schemas"]["LocalizedText"];
            releasability: components["schemas"]["Releasability"];
        } | {
            id: string;
            title?: components["schemas"]["LocalizedText"];
            repeat?: {
                times: number;
                everyMs: number;
            };
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** @constant */
            kind: "send";
            /** @enum {string} */
            message: "message" | "intelligence" | "situation" | "request";
            from: string;
            to: string[];
            subject?: string;
            text: components["schemas"]["LocalizedText"];
            releasability: components["schemas"]["Releasability"];
            /** @description Id of the inject whose alert opened or joined the incident. */
            incident?: string;
            answerWithinMs?: number;
        } | {
            id: string;
            title?: components["schemas"]["LocalizedText"];
            repeat?: {
                times: number;
                everyMs: number;
            };
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** @constant */
            kind: "release";
            release: components["schemas"]["ReleaseAct"];
        } | {
            id: string;
            title?: components["schemas"]["LocalizedText"];
            repeat?: {
                times: number;
                everyMs: number;
            };
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** @constant */
            kind: "duty";
            unit: string;
            /** @enum {string} */
            duty: "on" | "off";
        } | {
            id: string;
            title?: components["schemas"]["LocalizedText"];
            repeat?: {
                times: number;
                everyMs: number;
            };
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** @constant */
            kind: "link";
            link: components["schemas"]["Link"];
            unit: string;
        } | {
            id: string;
            title?: components["schemas"]["LocalizedText"];
            repeat?: {
                times: number;
                everyMs: number;
            };
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** @constant */
            kind: "link";
            link: components["schemas"]["Link"];
            /** @enum {string} */
            side: "PAK" | "CHN";
        } | {
            id: string;
            title?: components["schemas"]["LocalizedText"];
            repeat?: {
                times: number;
                everyMs: number;
            };
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** @constant */
            kind: "note";
            text: components["schemas"]["LocalizedText"];
        };
        PlayedUnit: {
            unit: string;
            /** @enum {string} */
            side: "PAK" | "CHN";
            /** @description Accounts of those who were invited for the unit; if nobody was, of the operators of its side without a unit of their own. */
            answeredBy: string[];
            /** @description Whether one of them is here. */
            here: boolean;
        };
        /** @description The escalation policy in the form that the engine runs; durations in ms. */
        Policy: {
            id: string;
            version: number;
            correlationWindowMs: number;
            /** @description Who is the incident commander until both sides have chosen one. */
            command?: {
                /** @enum {string} */
                lead: "PAK" | "CHN" | "both";
            };
            jointDecision?: {
                /** @description How long a side waits for the decision of the other before it is a deadlock. */
                deadlockAfterMs?: number;
            };
            /** @description Absent: a resolved incident is closed by command only. */
            closeAfterMs?: number;
            /** @description How soon a releasing authority is to decide. */
            release?: {
                /** @description Absent: no deadline. */
                decideWithinMs?: number;
            };
            /** @description How soon requests for information are to be answered that state no time of their own. */
            messages?: {
                /** @description Absent: no deadline. */
                answerWithinMs?: number;
            };
            route: components["schemas"]["Route"];
            /** @description By id. */
            chains: {
                [key: string]: components["schemas"]["Chain"];
            };
            /** @description Lists of unit ids, by name. */
            groups: {
                [key: string]: string[];
            };
        };
        PolicyApprovedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the proposal: `POL-0001`. */
            proposal: string;
            /** @enum {string} */
            side: "PAK" | "CHN";
            /** @description Its id. */
            policy: string;
            version: number;
            /** @description In the words of the person who gave it. */
            reason?: string;
        };
        /** @description The other side has approved it: it is in force for incidents of both sides to come. */
        PolicyApprovedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "PolicyApproved";
            data: components["schemas"]["PolicyApprovedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description The other side has approved it: it is in force for incidents of both sides to come. */
        PolicyApprovedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "PolicyApproved";
            data: components["schemas"]["PolicyApprovedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        PolicyChangedData: {
            label?: components["schemas"]["Marking"];
            policy: components["schemas"]["Policy"];
            /** @description In the words of the person who gave it. */
            reason?: string;
        };
        /** @description A controller has put another policy in force for incidents to come. For controllers only. */
        PolicyChangedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "PolicyChanged";
            data: components["schemas"]["PolicyChangedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A controller has put another policy in force for incidents to come. For controllers only. */
        PolicyChangedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "PolicyChanged";
            data: components["schemas"]["PolicyChangedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        PolicyDeadlockedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the proposal: `POL-0001`. */
            proposal: string;
            /** @enum {string} */
            waitingFor: "PAK" | "CHN";
        };
        /** @description The other side has not answered the proposal for as long as the policy says. It may still do so. */
        PolicyDeadlockedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "PolicyDeadlocked";
            data: components["schemas"]["PolicyDeadlockedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description The other side has not answered the proposal for as long as the policy says. It may still do so. */
        PolicyDeadlockedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "PolicyDeadlocked";
            data: components["schemas"]["PolicyDeadlockedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        /** @description The policy for incidents to come, as far as the reader may know it. */
        PolicyInForce: {
            id: string;
            version: number;
            correlationWindowMs: number;
            /** @description Who is the incident commander until both sides have chosen one. */
            command?: {
                /** @enum {string} */
                lead: "PAK" | "CHN" | "both";
            };
            jointDecision?: {
                /** @description How long a side waits for the decision of the other before it is a deadlock. */
                deadlockAfterMs?: number;
            };
            /** @description Absent: a resolved incident is closed by command only. */
            closeAfterMs?: number;
            /** @description How soon a releasing authority is to decide. */
            release?: {
                /** @description Absent: no deadline. */
                decideWithinMs?: number;
            };
            /** @description How soon requests for information are to be answered that state no time of their own. */
            messages?: {
                /** @description Absent: no deadline. */
                answerWithinMs?: number;
            };
            route: components["schemas"]["Route"];
            /** @description By id. */
            chains: {
                [key: string]: components["schemas"]["Chain"];
            };
            /** @description Lists of unit ids, by name. */
            groups: {
                [key: string]: string[];
            };
            /** @description How it came into force. Players do not see changes by controllers. */
            origin: {
                /** @enum {string} */
                by: "scenario" | "controller" | "both-sides" | "side";
                /** @description Exercise time, ms; absent: from the beginning. */
                at?: number;
                proposal?: string;
                /** @enum {string} */
                proposedBy?: "PAK" | "CHN";
                /** @enum {string} */
                approvedBy?: "PAK" | "CHN";
                reason?: string;
            };
        };
        /** @description A policy that one side proposes to the other. */
        PolicyProposal: {
            id: string;
            /**
             * @description The side that proposes it; the other one answers.
             * @enum {string}
             */
            side: "PAK" | "CHN";
            policy: components["schemas"]["Policy"];
            reason: string;
            /** @enum {string} */
            status: "waiting" | "approved" | "rejected" | "withdrawn";
            /** @description Exercise time, ms. */
            proposedAt: number;
            /** @description When it counts as deadlocked; absent: never. */
            answerBy?: number;
            /** @constant */
            deadlocked?: true;
            endedAt?: number;
            /** @description Why it was approved, rejected or withdrawn. */
            answer?: string;
        };
        PolicyProposals: {
            /** @description Latest first. */
            items: components["schemas"]["PolicyProposal"][];
        };
        PolicyProposedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the proposal: `POL-0001`. */
            proposal: string;
            /** @enum {string} */
            side: "PAK" | "CHN";
            policy: components["schemas"]["Policy"];
            /** @description In the words of the person who gave it. */
            reason: string;
            /** @description When it counts as deadlocked; absent: never. */
            answerBy?: number;
        };
        /** @description A side proposes a policy for incidents of both sides. It is in force once the other side approves it. */
        PolicyProposedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "PolicyProposed";
            data: components["schemas"]["PolicyProposedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A side proposes a policy for incidents of both sides. It is in force once the other side approves it. */
        PolicyProposedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "PolicyProposed";
            data: components["schemas"]["PolicyProposedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        PolicyRejectedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the proposal: `POL-0001`. */
            proposal: string;
            /** @enum {string} */
            side: "PAK" | "CHN";
            /** @description In the words of the person who gave it. */
            reason: string;
        };
        /** @description The other side has rejected a proposed policy. */
        PolicyRejectedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "PolicyRejected";
            data: components["schemas"]["PolicyRejectedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description The other side has rejected a proposed policy. */
        PolicyRejectedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "PolicyRejected";
            data: components["schemas"]["PolicyRejectedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        PolicyWithdrawnData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the proposal: `POL-0001`. */
            proposal: string;
            /** @enum {string} */
            side: "PAK" | "CHN";
            /** @description In the words of the person who gave it. */
            reason?: string;
        };
        /** @description The side that proposed a policy takes the proposal back. */
        PolicyWithdrawnEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "PolicyWithdrawn";
            data: components["schemas"]["PolicyWithdrawnData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description The side that proposed a policy takes the proposal back. */
        PolicyWithdrawnReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "PolicyWithdrawn";
            data: components["schemas"]["PolicyWithdrawnData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        /** @description A command that the rules would take now from this caller. */
        PossibleAct: {
            command: string;
            chain?: string;
            /** @enum {string} */
            side?: "PAK" | "CHN";
            unit?: string;
            action?: string;
            notification?: string;
            progress?: string;
            /** @description What the caller has to add. */
            needs: ("reason" | "text")[];
        };
        Presence: {
            /** @description Controllers and evaluators see all, people of a side those of their side, others themselves. By role, side and name. */
            people: components["schemas"]["PresentPerson"][];
            /** @description The units that are played by people. For controllers and evaluators only. */
            units?: components["schemas"]["PlayedUnit"][];
        };
        PresentPerson: {
            account: string;
            name: string;
            /** @enum {string} */
            role: "controller" | "evaluator" | "commander" | "releasing-authority" | "operator" | "liaison" | "observer" | "wall" | "service";
            /** @enum {string} */
            side?: "PAK" | "CHN";
            /** @description The units that the person answers for. */
            units?: string[];
            /**
             * @description `here`: a socket follows the exercise, or did within 10 s, and no page said that nobody sits before it.
             * @enum {string}
             */
            state: "here" | "away";
            /**
             * Format: date-time
             * @description Of this state. Absent: has never been here.
             */
            since?: string;
            /**
             * Format: date-time
             * @description Of somebody away: when the last socket was open.
             */
            lastSeenAt?: string;
        };
        /** @description Either `key`, or `code` and `pin`. */
        PreviewInvitation: {
            /** @description What the link holds after `key=`. */
            key?: string;
            /** @description Of the invitation, together with the PIN. */
            code?: string;
            pin?: string;
        };
        /** @description Problem details, RFC 9457. */
        Problem: {
            /** @description `about:blank`: the cause is in `code`. */
            type: string;
            title: string;
            status: number;
            detail?: string;
            /** @description The path that was asked for. */
            instance: string;
            /** @description Stable; programs may rely on it. */
            code: string;
            /** @description The same as in the log and in the header `X-Request-Id`. */
            requestId: string;
            errors?: components["schemas"]["FieldProblem"][];
        };
        ProposePolicy: {
            /** @description A whole policy of a higher version, as the author of a scenario writes it. Of a route for incidents of one side alone the other side reads nothing: it is left out. */
            policy: unknown;
            reason: string;
        };
        ProposeRelease: {
            /** @description An incident of your side alone. */
            incident: string;
            /** @description Absent: all that are in force and not released yet. */
            alerts?: string[];
            /** @description Absent: all whose answers stand. Those of one unit go along together. */
            notifications?: string[];
            /** @description Absent: none. */
            notes?: string[];
            /** @description A JOINT incident that takes it in; absent: a new one. */
            join?: string;
            /** @description The case that the other side opened by asking: `REL-PAK-0001`. */
            answers?: string;
            reason: string;
        };
        /** @description A question of the current step, and what has become of it. */
        QuestionStanding: {
            unit: string;
            /** @enum {string} */
            side: "PAK" | "CHN";
            /** @enum {string} */
            action: "respond" | "secure" | "advise" | "inform" | "consular";
            /**
             * @description answered: an acknowledgement answers or covers it; ended: it was declined, withdrawn, has expired, lapsed or could not be delivered; not-asked: the step has not started.
             * @enum {string}
             */
            state: "answered" | "open" | "ended" | "not-asked";
            /** @description That answers it, or the latest that asks it. */
            notification?: string;
            /** @enum {string} */
            status?: "queued" | "sent" | "delivered" | "acknowledged" | "declined" | "expired" | "withdrawn" | "undeliverable" | "lapsed";
            /** @description Why it was declined, withdrawn or undeliverable. */
            reason?: string;
        };
        RateObjective: {
            /** @description As an expectation of the scenario names it. */
            objective: string;
            /**
             * @description P: performed without challenges. S: with some challenges. M: with major challenges, achieved all the same. U: unable to be performed, not achieved.
             * @enum {string}
             */
            rating: "P" | "S" | "M" | "U";
            reason: string;
        };
        ReadReceipt: {
            account: string;
            name: string;
            /** @enum {string} */
            role: "controller" | "evaluator" | "commander" | "releasing-authority" | "operator" | "liaison" | "observer" | "wall" | "service";
            /** @enum {string} */
            side?: "PAK" | "CHN";
            /**
             * Format: date-time
             * @description Absent: not read yet.
             */
            readAt?: string;
        };
        Readiness: {
            /** @enum {string} */
            status: "ok" | "unavailable";
            /** @description By part: `database`, `redis`. */
            checks: {
                [key: string]: "up" | "down";
            };
        };
        /** @description A note, or an entry of the decision log of an incident, that you may read now. */
        Record: components["schemas"]["Note"] | components["schemas"]["Decision"];
        RecordDecision: {
            /** @description What could have been done. */
            options: string[];
            /** @description What was decided: one of the options, or something else. */
            decision: string;
            reason: string;
            /** @description Who reads it, as of a note. Default false. */
            shared?: boolean;
            /** @description Who of those whom it is for read it, and what the other side gets of it. Of what both sides read, neither TLP:RED nor TLP:AMBER+STRICT, and no tear line. */
            label?: {
                /**
                 * @description TLP 2.0 label: who of those that may know of it reads it. Absent: TLP:GREEN for JOINT, TLP:AMBER for one side. JOINT with TLP:RED or TLP:AMBER+STRICT is refused.
                 * @enum {string}
                 */
                tlp?: "TLP:RED" | "TLP:AMBER+STRICT" | "TLP:AMBER" | "TLP:GREEN" | "TLP:CLEAR";
                /** @description Under TLP:RED the only readers beside its originator and the releasing authority; under TLP:AMBER+STRICT readers in addition to the side's desk: `unit:ID`, `account:ID` or `role:ROLE`. */
                releasableTo?: string[];
                /** @description The sanitised text for the other side, by language tag: all that it gets of the thing. */
                tearLine?: {
                    [key: string]: string;
                };
                /**
                 * @description TLP 2.0 label of the tear line. Absent: TLP:AMBER.
                 * @enum {string}
                 */
                tearLineTlp?: "TLP:AMBER" | "TLP:GREEN" | "TLP:CLEAR";
                /**
                 * Format: date-time
                 * @description When the label is to be looked at again: a time of the story, with an offset.
                 */
                reviewAt?: string;
            };
        };
        RecordLabelChange: {
            /** @description Number of the event in your stream. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            from: components["schemas"]["Marking"];
            to: components["schemas"]["Marking"];
            /** @description Who had it until then and may not read it any more. */
            readonly seenBy?: string[];
        };
        RecordObservation: {
            /** @enum {string} */
            kind: "strength" | "area-for-improvement";
            text: string;
            /** @description As an expectation of the scenario names it. */
            objective?: string;
            incident?: string;
            recommendation?: string;
            /** @enum {string} */
            capabilityElement?: "planning" | "organization" | "equipment" | "training" | "exercise";
            /** @description Numbers of events of the log that show it. */
            evidence?: number[];
            /** @description Whom it is released to: it stands in the stream and in the export of that side, without objective and evidence. Absent: for controllers and evaluators only. A class is JOINT, PAK or CHN; JOINT is neither TLP:RED nor TLP:AMBER+STRICT. */
            label?: {
                /** @enum {string} */
                class: "JOINT" | "PAK" | "CHN";
                /**
                 * @description TLP 2.0 label: who of those that may know of it reads it. Absent: TLP:GREEN for JOINT, TLP:AMBER for one side. JOINT with TLP:RED or TLP:AMBER+STRICT is refused.
                 * @enum {string}
                 */
                tlp?: "TLP:RED" | "TLP:AMBER+STRICT" | "TLP:AMBER" | "TLP:GREEN" | "TLP:CLEAR";
                /** @description Under TLP:RED the only readers beside its originator and the releasing authority; under TLP:AMBER+STRICT readers in addition to the side's desk: `unit:ID`, `account:ID` or `role:ROLE`. */
                releasableTo?: string[];
                /**
                 * Format: date-time
                 * @description When the label is to be looked at again: a time of the story, with an offset.
                 */
                reviewAt?: string;
            };
        };
        RecordPage: {
            items: components["schemas"]["Record"][];
            /** @description Cursor of the next page; absent on the last one. */
            next?: string;
        };
        /** @description Either `key`, or `code` and `pin`; and the name that the person chooses. */
        RedeemInvitation: {
            /** @description What the link holds after `key=`. */
            key?: string;
            /** @description Of the invitation, together with the PIN. */
            code?: string;
            pin?: string;
            /** @description 1 to 60 characters: letters of one writing (Latin, Arabic or Chinese), digits, single spaces, and . ' - between them, composed (Unicode NFC). Names that look alike count as the same. */
            name: string;
            /** @enum {string} */
            language?: "en" | "ur" | "zh";
        };
        RedeemOneTimeLink: {
            /** @description What the link holds after `key=`. */
            key: string;
        };
        RejectPolicy: {
            reason: string;
        };
        RejectedAlert: {
            /** @description Counted from 1: the line of NDJSON, or the place in the array. */
            line: number;
            problems: components["schemas"]["FieldProblem"][];
        };
        /** @description Who may know of it. */
        Releasability: {
            /** @enum {string} */
            class: "JOINT" | "PAK" | "CHN";
            /**
             * @description TLP 2.0 label: who of those that may know of it reads it. Absent: TLP:GREEN for JOINT, TLP:AMBER for one side. JOINT with TLP:RED or TLP:AMBER+STRICT is refused.
             * @enum {string}
             */
            tlp?: "TLP:RED" | "TLP:AMBER+STRICT" | "TLP:AMBER" | "TLP:GREEN" | "TLP:CLEAR";
            /** @description Under TLP:RED the only readers beside its originator and the releasing authority; under TLP:AMBER+STRICT readers in addition to the side's desk: `unit:ID`, `account:ID` or `role:ROLE`. */
            releasableTo?: string[];
            /** @description The sanitised text for the other side, by language tag: all that it gets of the thing. */
            tearLine?: {
                [key: string]: string;
            };
            /**
             * @description TLP 2.0 label of the tear line. Absent: TLP:AMBER.
             * @enum {string}
             */
            tearLineTlp?: "TLP:AMBER" | "TLP:GREEN" | "TLP:CLEAR";
            /**
             * Format: date-time
             * @description When the label is to be looked at again: a time of the story, with an offset.
             */
            reviewAt?: string;
        };
        /** @description What a side's people do about a release. */
        ReleaseAct: {
            /** @constant */
            act: "request";
            /** @enum {string} */
            side: "PAK" | "CHN";
            text: string;
            tearLine?: string;
        } | {
            /** @constant */
            act: "propose";
            /** @description Id of the inject whose alert opened or joined the incident. */
            incident: string;
            reason: string;
            /** @description Id of the inject whose alert opened or joined the incident. */
            join?: string;
            answers?: string;
        } | {
            /** @constant */
            act: "approve";
            of: string;
        } | {
            /** @constant */
            act: "tear-line";
            of: string;
            text: components["schemas"]["LocalizedText"];
            /** @enum {string} */
            tlp?: "TLP:AMBER" | "TLP:GREEN" | "TLP:CLEAR";
        } | {
            /** @constant */
            act: "decline";
            of: string;
            reason: string;
            shareReason?: boolean;
        };
        ReleaseAnsweredData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the request, counted for the side that asks: `REQ-CHN-0001`. */
            request: string;
            /** @enum {string} */
            answer: "released" | "tear-line" | "declined";
            /** @description The JOINT incident that took it in. */
            joint?: string;
            /** @description Id of a tear line. */
            tearLine?: string;
            /** @description In the words of the person who gave it. */
            reason?: string;
        };
        /** @description What came of a request. For the side that asked. */
        ReleaseAnsweredEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ReleaseAnswered";
            data: components["schemas"]["ReleaseAnsweredData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description What came of a request. For the side that asked. */
        ReleaseAnsweredReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ReleaseAnswered";
            data: components["schemas"]["ReleaseAnsweredData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        ReleaseAskedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the case, counted for the side whose releasing desk decides: `REL-PAK-0001`. */
            release: string;
            /** @enum {string} */
            from: "PAK" | "CHN";
            /** @description Id of a tear line. */
            tearLine?: string;
            text: string;
            /** @description Exercise time, ms, by which it is to be decided. */
            decideBy?: number;
        };
        /** @description The other side asks. The side that is asked reads it in its own numbering. */
        ReleaseAskedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ReleaseAsked";
            data: components["schemas"]["ReleaseAskedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description The other side asks. The side that is asked reads it in its own numbering. */
        ReleaseAskedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ReleaseAsked";
            data: components["schemas"]["ReleaseAskedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        /** @description A case of the releasing desk of the side that decides. */
        ReleaseCase: {
            id: string;
            /** @enum {string} */
            owner: "PAK" | "CHN";
            /** @enum {string} */
            status: "asked" | "proposed" | "approved" | "tear-line" | "declined" | "withdrawn";
            openedAt: number;
            /** @description What the other side asked; absent: it did not. */
            asked?: {
                /** @enum {string} */
                from: "PAK" | "CHN";
                tearLine?: string;
                text: string;
            };
            proposal?: {
                incident: string;
                things: components["schemas"]["ChosenThings"];
                join?: string;
                /** @description The account that proposed it, which cannot approve it. */
                by: string;
                reason: string;
            };
            /** @description Exercise time, ms. */
            decideBy?: number;
            /** @constant */
            overdue?: true;
            decidedAt?: number;
            reason?: string;
            /** @description The JOINT incident that took it in. */
            joint?: string;
        };
        ReleaseDecidedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the case, counted for the side whose releasing desk decides: `REL-PAK-0001`. */
            release: string;
            /** @enum {string} */
            decision: "approve" | "tear-line" | "decline";
            /** @description Id of the incident. */
            incident?: string;
            /** @description In the words of the person who gave it. */
            reason?: string;
            /** @description Of a decline: the other side reads the reason. */
            shareReason?: boolean;
            /** @description Id of a tear line. */
            tearLine?: string;
            /** @description The JOINT incident that took it in. */
            joint?: string;
            /** @description What each released thing is called in the JOINT incident. */
            became?: {
                readonly alerts: {
                    /** @description Id of the alert. */
                    from: string;
                    /** @description Id of the alert. */
                    to: string;
                }[];
                readonly notifications: {
                    /** @description Id of the notification. */
                    from: string;
                    /** @description Id of the notification. */
                    to: string;
                }[];
                readonly notes: {
                    from: string;
                    to: string;
                }[];
            };
            /** @description Whether something of the incident was not released. */
            stays?: boolean;
        };
        /** @description The releasing authority decided. For the owner’s side. */
        ReleaseDecidedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ReleaseDecided";
            data: components["schemas"]["ReleaseDecidedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description The releasing authority decided. For the owner’s side. */
        ReleaseDecidedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ReleaseDecided";
            data: components["schemas"]["ReleaseDecidedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        ReleaseOverdueData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the case, counted for the side whose releasing desk decides: `REL-PAK-0001`. */
            release: string;
            /** @description Id of the incident. */
            incident?: string;
            /** @constant */
            to: "commander";
        };
        /** @description Nobody has decided on a release in time; the commander may do so from now on. */
        ReleaseOverdueEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ReleaseOverdue";
            data: components["schemas"]["ReleaseOverdueData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description Nobody has decided on a release in time; the commander may do so from now on. */
        ReleaseOverdueReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ReleaseOverdue";
            data: components["schemas"]["ReleaseOverdueData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        ReleasePreview: {
            release: string;
            incident: string;
            /**
             * @description The side that is going to read it.
             * @enum {string}
             */
            reader: "PAK" | "CHN";
            /** @description Whether something of the incident would not be released. */
            stays: boolean;
            /** @description What it is going to read first; chains then ask units as usual. */
            events: {
                type: string;
                at: number;
                /** @enum {string} */
                audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
                data: {
                    [key: string]: unknown;
                };
                actor: {
                    [key: string]: unknown;
                };
                cause: {
                    [key: string]: unknown;
                };
            }[];
        };
        ReleasePromptedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            /** @description Id of the chain. */
            chain: string;
            units: string[];
        };
        /** @description A chain could not ask units of the other side, which may not know of the incident. */
        ReleasePromptedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ReleasePrompted";
            data: components["schemas"]["ReleasePromptedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A chain could not ask units of the other side, which may not know of the incident. */
        ReleasePromptedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ReleasePrompted";
            data: components["schemas"]["ReleasePromptedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        ReleaseProposedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the case, counted for the side whose releasing desk decides: `REL-PAK-0001`. */
            release: string;
            /** @description Id of the incident. */
            incident: string;
            things: components["schemas"]["ChosenThings"];
            /** @description The JOINT incident that is to take it in; absent: a new one. */
            join?: string;
            /** @description Whether it answers a request of the other side. */
            answers: boolean;
            /** @description In the words of the person who gave it. */
            reason: string;
            /** @description Exercise time, ms, by which it is to be decided. */
            decideBy?: number;
        };
        /** @description Somebody of the owner’s side proposes to release things of an incident. */
        ReleaseProposedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ReleaseProposed";
            data: components["schemas"]["ReleaseProposedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description Somebody of the owner’s side proposes to release things of an incident. */
        ReleaseProposedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ReleaseProposed";
            data: components["schemas"]["ReleaseProposedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        /** @description What a side has asked of the other. */
        ReleaseRequest: {
            id: string;
            /** @enum {string} */
            from: "PAK" | "CHN";
            /** @enum {string} */
            status: "waiting" | "released" | "tear-line" | "declined" | "withdrawn";
            openedAt: number;
            tearLine?: string;
            text: string;
            answeredAt?: number;
            reason?: string;
            joint?: string;
        };
        ReleaseRequestWithdrawnData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the request, counted for the side that asks: `REQ-CHN-0001`. */
            request: string;
            /** @description In the words of the person who gave it. */
            reason?: string;
        };
        /** @description A request was taken back. For the side that had asked. */
        ReleaseRequestWithdrawnEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ReleaseRequestWithdrawn";
            data: components["schemas"]["ReleaseRequestWithdrawnData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A request was taken back. For the side that had asked. */
        ReleaseRequestWithdrawnReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ReleaseRequestWithdrawn";
            data: components["schemas"]["ReleaseRequestWithdrawnData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        ReleaseRequestedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the request, counted for the side that asks: `REQ-CHN-0001`. */
            request: string;
            /** @enum {string} */
            to: "PAK" | "CHN";
            /** @description Id of a tear line. */
            tearLine?: string;
            text: string;
        };
        /** @description A side asks the other to release something. It reads it in its own numbering. */
        ReleaseRequestedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ReleaseRequested";
            data: components["schemas"]["ReleaseRequestedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A side asks the other to release something. It reads it in its own numbering. */
        ReleaseRequestedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ReleaseRequested";
            data: components["schemas"]["ReleaseRequestedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        ReleaseRoutedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the request, counted for the side that asks: `REQ-CHN-0001`. */
            request: string;
            /** @description Id of the case, counted for the side whose releasing desk decides: `REL-PAK-0001`. */
            release: string;
        };
        /** @description Which request became which case. For those who run the exercise. */
        ReleaseRoutedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ReleaseRouted";
            data: components["schemas"]["ReleaseRoutedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description Which request became which case. For those who run the exercise. */
        ReleaseRoutedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ReleaseRouted";
            data: components["schemas"]["ReleaseRoutedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        ReleaseWithdrawnData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the case, counted for the side whose releasing desk decides: `REL-PAK-0001`. */
            release: string;
            /** @enum {string} */
            by: "owner" | "requester";
            /** @description Id of the incident. */
            incident?: string;
            /** @description In the words of the person who gave it. */
            reason?: string;
        };
        /** @description A proposal was taken back, or the other side took back what it had asked. */
        ReleaseWithdrawnEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ReleaseWithdrawn";
            data: components["schemas"]["ReleaseWithdrawnData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A proposal was taken back, or the other side took back what it had asked. */
        ReleaseWithdrawnReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ReleaseWithdrawn";
            data: components["schemas"]["ReleaseWithdrawnData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        Releases: {
            /** @description What the desk of your side decides, latest first. */
            cases: components["schemas"]["ReleaseCase"][];
            /** @description What your side has asked, latest first. */
            requests: components["schemas"]["ReleaseRequest"][];
            /** @description Labels that are to be looked at again, the longest due first. */
            reviews: components["schemas"]["LabelReview"][];
            /** @description By incident of your side: the JOINT incidents that it was released to. */
            links: {
                [key: string]: string[];
            };
        };
        /** @description An event that a statement of the report rests on. */
        ReportEvent: components["schemas"]["ExerciseStartedReportEvent"] | components["schemas"]["ExercisePausedReportEvent"] | components["schemas"]["ExerciseResumedReportEvent"] | components["schemas"]["SpeedChangedReportEvent"] | components["schemas"]["RunToSetReportEvent"] | components["schemas"]["ExerciseSteppedReportEvent"] | components["schemas"]["ExerciseEndedReportEvent"] | components["schemas"]["WithheldReportEvent"] | components["schemas"]["CommandRefusedReportEvent"] | components["schemas"]["PolicyChangedReportEvent"] | components["schemas"]["PolicyProposedReportEvent"] | components["schemas"]["PolicyApprovedReportEvent"] | components["schemas"]["PolicyRejectedReportEvent"] | components["schemas"]["PolicyWithdrawnReportEvent"] | components["schemas"]["PolicyDeadlockedReportEvent"] | components["schemas"]["OwnPolicyChangedReportEvent"] | components["schemas"]["OwnPolicyDroppedReportEvent"] | components["schemas"]["AlertAcceptedReportEvent"] | components["schemas"]["AlertSupersededReportEvent"] | components["schemas"]["AlertCancelledReportEvent"] | components["schemas"]["IncidentOpenedReportEvent"] | components["schemas"]["IncidentLabelChangedReportEvent"] | components["schemas"]["IncidentWithheldReportEvent"] | components["schemas"]["IncidentChangedReportEvent"] | components["schemas"]["IncidentReopenedReportEvent"] | components["schemas"]["IncidentRespondingReportEvent"] | components["schemas"]["IncidentResolvedReportEvent"] | components["schemas"]["IncidentClosedReportEvent"] | components["schemas"]["IncidentCancelledReportEvent"] | components["schemas"]["JointAcknowledgementChangedReportEvent"] | components["schemas"]["AcknowledgementOverriddenReportEvent"] | components["schemas"]["CommanderProposedReportEvent"] | components["schemas"]["CommanderChosenReportEvent"] | components["schemas"]["IncidentAssignedReportEvent"] | components["schemas"]["HandoverOfferedReportEvent"] | components["schemas"]["HandedOverReportEvent"] | components["schemas"]["SideDecidedReportEvent"] | components["schemas"]["SideDecisionWithdrawnReportEvent"] | components["schemas"]["DecisionDeadlockedReportEvent"] | components["schemas"]["IncidentNotedReportEvent"] | components["schemas"]["DecisionRecordedReportEvent"] | components["schemas"]["UnitsInformedReportEvent"] | components["schemas"]["UpdateDeliveredReportEvent"] | components["schemas"]["UpdateUndeliverableReportEvent"] | components["schemas"]["UpdateTransmissionPlannedReportEvent"] | components["schemas"]["IncidentDisclosedReportEvent"] | components["schemas"]["ChainStartedReportEvent"] | components["schemas"]["StepDelayedReportEvent"] | components["schemas"]["StepStartedReportEvent"] | components["schemas"]["StepSkippedReportEvent"] | components["schemas"]["ChainHaltedReportEvent"] | components["schemas"]["ChainResumedReportEvent"] | components["schemas"]["ChainStoppedReportEvent"] | components["schemas"]["EscalationExhaustedReportEvent"] | components["schemas"]["UnitAskedReportEvent"] | components["schemas"]["NotificationSentReportEvent"] | components["schemas"]["NotificationDeliveredReportEvent"] | components["schemas"]["NotificationRemindedReportEvent"] | components["schemas"]["NotificationAcknowledgedReportEvent"] | components["schemas"]["NotificationDeclinedReportEvent"] | components["schemas"]["NotificationExpiredReportEvent"] | components["schemas"]["NotificationWithdrawnReportEvent"] | components["schemas"]["NotificationUndeliverableReportEvent"] | components["schemas"]["LateAcknowledgementReportEvent"] | components["schemas"]["AcknowledgementLapsedReportEvent"] | components["schemas"]["AnswerGivenReportEvent"] | components["schemas"]["AnswerTransmissionPlannedReportEvent"] | components["schemas"]["AnswerKeptReportEvent"] | components["schemas"]["TransmissionPlannedReportEvent"] | components["schemas"]["AnswerPlannedReportEvent"] | components["schemas"]["MovementsPlannedReportEvent"] | components["schemas"]["UnitProgressedReportEvent"] | components["schemas"]["UnitDutyChangedReportEvent"] | components["schemas"]["UnitModeChangedReportEvent"] | components["schemas"]["LinkChangedReportEvent"] | components["schemas"]["UnitReachableReportEvent"] | components["schemas"]["TearLineSharedReportEvent"] | components["schemas"]["MessagePostedReportEvent"] | components["schemas"]["MessageReadReportEvent"] | components["schemas"]["MessageAnsweredReportEvent"] | components["schemas"]["MessageRemindedReportEvent"] | components["schemas"]["MessageOverdueReportEvent"] | components["schemas"]["MessageReplyPlannedReportEvent"] | components["schemas"]["LabelChangedReportEvent"] | components["schemas"]["LabelWithheldReportEvent"] | components["schemas"]["LabelDisclosedReportEvent"] | components["schemas"]["LabelReviewDueReportEvent"] | components["schemas"]["ReleaseRequestedReportEvent"] | components["schemas"]["ReleaseAskedReportEvent"] | components["schemas"]["ReleaseRoutedReportEvent"] | components["schemas"]["ReleaseProposedReportEvent"] | components["schemas"]["ReleaseOverdueReportEvent"] | components["schemas"]["ReleaseDecidedReportEvent"] | components["schemas"]["ReleaseAnsweredReportEvent"] | components["schemas"]["ReleaseWithdrawnReportEvent"] | components["schemas"]["ReleaseRequestWithdrawnReportEvent"] | components["schemas"]["ReleasePromptedReportEvent"] | components["schemas"]["NotificationCarriedReportEvent"] | components["schemas"]["InjectScheduledReportEvent"] | components["schemas"]["InjectFiredReportEvent"] | components["schemas"]["InjectSkippedReportEvent"] | components["schemas"]["InjectDelayedReportEvent"] | components["schemas"]["InjectImprovisedReportEvent"] | components["schemas"]["AcknowledgementOverdueReportEvent"] | components["schemas"]["MessageSentReportEvent"] | components["schemas"]["NoteTakenReportEvent"] | components["schemas"]["ObservationRecordedReportEvent"] | components["schemas"]["ObjectiveRatedReportEvent"] | components["schemas"]["ImprovementPlannedReportEvent"];
        ReportProgress: {
            unit: string;
            /** @enum {string} */
            progress: "enRoute" | "onScene" | "clear";
        };
        /** @description Each is answered, overdue without an answer, or open. */
        RequestEnds: {
            requests: number;
            answered: number;
            /** @description Of those that were answered. */
            late: number;
            /** @description Without an answer. */
            overdue: number;
            open: number;
        };
        RequestRelease: {
            /** @description The tear line about which you want to know more. */
            tearLine?: string;
            /** @description What you want to know, to the releasing desk of the other side. */
            text: string;
            /**
             * @description In whose name; needed by accounts without a side only.
             * @enum {string}
             */
            from?: "PAK" | "CHN";
        };
        ResolveIncident: {
            /** @description For the log. Required of a controller where the incident is of both sides. */
            reason?: string;
        };
        RestartChain: {
            /** @description Kept with the command. */
            reason?: string;
        };
        /** @description A node of the route tree. */
        Route: {
            id: string;
            /** @description Absent: every alert matches. */
            match?: components["schemas"]["RouteCondition"];
            /** @description Id of a chain; absent: the parent's. */
            chain?: string;
            /** @description Whether an alert that matches goes on to the next route. */
            continue?: boolean;
            /** @description Asked in this order. */
            routes?: components["schemas"]["Route"][];
        };
        /** @description What a route asks of an alert and its site. */
        RouteCondition: {
            all: components["schemas"]["RouteCondition"][];
        } | {
            any: components["schemas"]["RouteCondition"][];
        } | {
            not: components["schemas"]["RouteCondition"];
        } | ({
            /** @enum {string} */
            field: "alert.category" | "alert.event" | "alert.urgency" | "alert.severity" | "alert.certainty" | "alert.responseType" | "alert.msgType" | "alert.status" | "alert.scope" | "alert.sender" | "alert.source" | "alert.confidence" | "alert.class" | "alert.nationals.PAK" | "alert.nationals.CHN" | "alert.casualties.killed" | "alert.casualties.injured" | "alert.casualties.missing" | "site.id" | "site.kind" | "site.province" | "site.consularDistrict" | "site.nationals.PAK" | "site.nationals.CHN" | "site.position";
            equals: string | number;
        } | {
            /** @enum {string} */
            field: "alert.category" | "alert.event" | "alert.urgency" | "alert.severity" | "alert.certainty" | "alert.responseType" | "alert.msgType" | "alert.status" | "alert.scope" | "alert.sender" | "alert.source" | "alert.confidence" | "alert.class" | "alert.nationals.PAK" | "alert.nationals.CHN" | "alert.casualties.killed" | "alert.casualties.injured" | "alert.casualties.missing" | "site.id" | "site.kind" | "site.province" | "site.consularDistrict" | "site.nationals.PAK" | "site.nationals.CHN" | "site.position";
            oneOf: (string | number)[];
        } | {
            /** @enum {string} */
            field: "alert.category" | "alert.event" | "alert.urgency" | "alert.severity" | "alert.certainty" | "alert.responseType" | "alert.msgType" | "alert.status" | "alert.scope" | "alert.sender" | "alert.source" | "alert.confidence" | "alert.class" | "alert.nationals.PAK" | "alert.nationals.CHN" | "alert.casualties.killed" | "alert.casualties.injured" | "alert.casualties.missing" | "site.id" | "site.kind" | "site.province" | "site.consularDistrict" | "site.nationals.PAK" | "site.nationals.CHN" | "site.position";
            atLeast: string | number;
        } | {
            /** @enum {string} */
            field: "alert.category" | "alert.event" | "alert.urgency" | "alert.severity" | "alert.certainty" | "alert.responseType" | "alert.msgType" | "alert.status" | "alert.scope" | "alert.sender" | "alert.source" | "alert.confidence" | "alert.class" | "alert.nationals.PAK" | "alert.nationals.CHN" | "alert.casualties.killed" | "alert.casualties.injured" | "alert.casualties.missing" | "site.id" | "site.kind" | "site.province" | "site.consularDistrict" | "site.nationals.PAK" | "site.nationals.CHN" | "site.position";
            atMost: string | number;
        } | {
            /** @enum {string} */
            field: "alert.category" | "alert.event" | "alert.urgency" | "alert.severity" | "alert.certainty" | "alert.responseType" | "alert.msgType" | "alert.status" | "alert.scope" | "alert.sender" | "alert.source" | "alert.confidence" | "alert.class" | "alert.nationals.PAK" | "alert.nationals.CHN" | "alert.casualties.killed" | "alert.casualties.injured" | "alert.casualties.missing" | "site.id" | "site.kind" | "site.province" | "site.consularDistrict" | "site.nationals.PAK" | "site.nationals.CHN" | "site.position";
            within: [
                string | number,
                string | number
            ] | {
                lat: number;
                lon: number;
                radiusKm: number;
            };
        } | {
            /** @enum {string} */
            field: "alert.category" | "alert.event" | "alert.urgency" | "alert.severity" | "alert.certainty" | "alert.responseType" | "alert.msgType" | "alert.status" | "alert.scope" | "alert.sender" | "alert.source" | "alert.confidence" | "alert.class" | "alert.nationals.PAK" | "alert.nationals.CHN" | "alert.casualties.killed" | "alert.casualties.injured" | "alert.casualties.missing" | "site.id" | "site.kind" | "site.province" | "site.consularDistrict" | "site.nationals.PAK" | "site.nationals.CHN" | "site.position";
            exists: boolean;
        });
        /** @description What routing looks at, over all info blocks of the alerts. */
        RoutingFacts: {
            /** @description Id of the site. */
            site?: string;
            category: ("Geo" | "Met" | "Safety" | "Security" | "Rescue" | "Fire" | "Health" | "Env" | "Transport" | "Infra" | "CBRNE" | "Other")[];
            event: string[];
            /** @enum {string} */
            urgency: "Immediate" | "Expected" | "Future" | "Past" | "Unknown";
            /** @enum {string} */
            severity: "Extreme" | "Severe" | "Moderate" | "Minor" | "Unknown";
            /** @enum {string} */
            certainty: "Observed" | "Likely" | "Possible" | "Unlikely" | "Unknown";
            responseType: ("Shelter" | "Evacuate" | "Prepare" | "Execute" | "Avoid" | "Monitor" | "Assess" | "AllClear" | "None")[];
            /** @enum {string} */
            msgType: "Alert" | "Update" | "Cancel" | "Ack" | "Error";
            /** @enum {string} */
            status: "Exercise" | "Test";
            /** @enum {string} */
            scope: "Public" | "Restricted" | "Private";
            sender: string;
            source?: string;
            /** @enum {string} */
            confidence?: "high" | "medium" | "low" | "unknown";
            /** @enum {string} */
            class: "JOINT" | "PAK" | "CHN";
            /** @description Head count by ISO 3166 alpha-3 country code. */
            nationals: {
                [key: string]: number;
            };
            /** @description Head count by kind: killed, injured, missing … */
            casualties: {
                [key: string]: number;
            };
        };
        RunTo: {
            /** @description Exercise time, ms, at which the clock stops; null takes a mark back. */
            to: number | null;
        };
        RunToSetData: {
            label?: components["schemas"]["Marking"];
            /** @description Exercise time, ms since STARTEX; null: it does not stop by itself. */
            to: number | null;
        };
        /** @description The time at which the clock is going to stop by itself was set or removed. For controllers only. */
        RunToSetEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "RunToSet";
            data: components["schemas"]["RunToSetData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description The time at which the clock is going to stop by itself was set or removed. For controllers only. */
        RunToSetReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "RunToSet";
            data: components["schemas"]["RunToSetData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        /** @description A unit (`unit:ID`), the desk of a side (`desk:PAK`, `desk:CHN`), or `control`. */
        ScenarioAddress: string;
        /** @description An alert, by what its author has to say; the CAP message is made of it. */
        ScenarioAlert: {
            /** @description It is an Update of the alerts of this inject. */
            updates?: string;
            /** @description It is a Cancel of the alerts of this inject. */
            cancels?: string;
            /** @description Absent: script@exercise.example. */
            sender?: string;
            /** @description One line; its languages are those of the alert. */
            headline: components["schemas"]["ScenarioText"];
            /** @description What kind of event: "Road accident". */
            event: components["schemas"]["ScenarioText"];
            /** @description What has happened, in more words. */
            description?: components["schemas"]["ScenarioText"];
            /** @description What its readers should do. */
            instruction?: components["schemas"]["ScenarioText"];
            /** @description One or more of the categories of CAP. */
            category: ("Geo" | "Met" | "Safety" | "Security" | "Rescue" | "Fire" | "Health" | "Env" | "Transport" | "Infra" | "CBRNE" | "Other") | ("Geo" | "Met" | "Safety" | "Security" | "Rescue" | "Fire" | "Health" | "Env" | "Transport" | "Infra" | "CBRNE" | "Other")[];
            /**
             * @description How soon one should act.
             * @enum {string}
             */
            urgency: "Immediate" | "Expected" | "Future" | "Past" | "Unknown";
            /**
             * @description How grave it is; a graver one routes the incident anew.
             * @enum {string}
             */
            severity: "Extreme" | "Severe" | "Moderate" | "Minor" | "Unknown";
            /**
             * @description How sure it is.
             * @enum {string}
             */
            certainty: "Observed" | "Likely" | "Possible" | "Unlikely" | "Unknown";
            /** @description What kinds of action it asks for. */
            responseType?: ("Shelter" | "Evacuate" | "Prepare" | "Execute" | "Avoid" | "Monitor" | "Assess" | "AllClear" | "None")[];
            /** @description Id of a site. */
            site?: string;
            /** @description Head count by ISO 3166 alpha-3 country code. */
            nationals?: {
                [key: string]: number;
            };
            /** @description Head count by kind: killed, injured, missing … */
            casualties?: {
                [key: string]: number;
            };
            /** @description Where the news comes from. */
            source?: string;
            /**
             * @description How far the source can be trusted.
             * @enum {string}
             */
            confidence?: "high" | "medium" | "low" | "unknown";
            releasability?: components["schemas"]["ScenarioReleasability"];
        };
        /** @description Whole numbers with units h, m, s, ms, larger ones first, at most 30 days: `90s`, `5m`, `1h30m`, `500ms`. */
        ScenarioDuration: string;
        ScenarioExpectation: {
            id: string;
            kind: string;
            /** @description The author's title in English, or what is expected in words of ours. */
            text: string;
            title?: components["schemas"]["LocalizedText"];
            objective?: string;
            weight: number;
            /** @description Id of the alert inject that opens the incident. */
            incident?: string;
        };
        ScenarioInject: {
            id: string;
            /** @enum {string} */
            kind: "alert" | "message" | "send" | "release" | "duty" | "link" | "note";
            title?: components["schemas"]["LocalizedText"];
            /** @description Exercise time, ms; absent: it waits for `when`. */
            at?: number;
            when?: components["schemas"]["InjectCondition"];
            /**
             * @description Of an alert or a message: who may know.
             * @enum {string}
             */
            class?: "JOINT" | "PAK" | "CHN";
            /** @description Of an alert: the id of its site. */
            site?: string;
        };
        /** @description The state of a link. `latency` is added to each message; some get lost. */
        ScenarioLink: {
            /**
             * @description Each message arrives at once.
             * @constant
             */
            status: "up";
        } | {
            /**
             * @description Messages arrive late, and some get lost.
             * @constant
             */
            status: "degraded";
            /** @description Added to each message. */
            latency: components["schemas"]["ScenarioDuration"];
            /** @description The chance, 0 to 1, that a message gets lost. */
            loss: number;
        } | {
            /**
             * @description No message arrives: notifications are undeliverable.
             * @constant
             */
            status: "down";
        };
        ScenarioList: {
            items: components["schemas"]["ScenarioSummary"][];
        };
        /** @description A scenario of the library, with its script. */
        ScenarioPreview: {
            id: string;
            title: components["schemas"]["LocalizedText"];
            description?: components["schemas"]["LocalizedText"];
            durationMs: number;
            /** @description The date and time of STARTEX in the story, with its offset. */
            startsAt?: string;
            units: components["schemas"]["ScenarioUnit"][];
            sites: components["schemas"]["ScenarioSite"][];
            /** @description Those that have a time first, in its order. */
            injects: components["schemas"]["ScenarioInject"][];
            /** @description What the expectations speak for. */
            objectives: string[];
            expectations: components["schemas"]["ScenarioExpectation"][];
            /** @description What the lint says, by file, line and column. */
            findings: components["schemas"]["LintFinding"][];
            /** @description The whole scenario as YAML, what it includes put in its place: to be sent to `POST /v1/exercises`. */
            source: string;
        };
        /** @description Who may see it, and what others may learn. */
        ScenarioReleasability: {
            /**
             * @description Who may know; absent: JOINT.
             * @enum {string}
             */
            class?: "JOINT" | "PAK" | "CHN";
            /**
             * @description TLP 2.0 label. Absent: TLP:GREEN for JOINT, TLP:AMBER for one side.
             * @enum {string}
             */
            tlp?: "TLP:RED" | "TLP:AMBER+STRICT" | "TLP:AMBER" | "TLP:GREEN" | "TLP:CLEAR";
            /** @description Under TLP:RED the only readers beside its originator and the releasing authority; under TLP:AMBER+STRICT readers in addition to the side's desk: `unit:ID`, `account:ID` or `role:ROLE`. */
            releasableTo?: string[];
            /** @description The sanitised text for the other side, by language: all that it gets of the thing. */
            tearLine?: {
                [key: string]: string;
            };
            /**
             * @description Label of the tear line. Absent: TLP:AMBER.
             * @enum {string}
             */
            tearLineTlp?: "TLP:AMBER" | "TLP:GREEN" | "TLP:CLEAR";
            /**
             * Format: date-time
             * @description When the label is to be looked at again: a time of the story, with an offset.
             */
            reviewAt?: string;
        };
        /** @description A step of a release, by a side's people. */
        ScenarioRelease: {
            /** @description A side asks the other for more. */
            request?: {
                /**
                 * @description The side that asks the other one.
                 * @enum {string}
                 */
                side: "PAK" | "CHN";
                /** @description What it asks. */
                text: string;
                /** @description Id of the inject whose tear line it asks about. */
                tearLine?: string;
            };
            /** @description The owner's desk proposes to release an incident of its class, with its alerts and answers. */
            propose?: {
                /** @description Id of the alert inject that opens or joins the incident. */
                incident: string;
                /** @description Why the other side should know. */
                reason: string;
                /** @description Id of the alert inject of the JOINT incident that takes it in; absent: a new one. */
                join?: string;
                /** @description Id of the release inject that asked. */
                answers?: string;
            };
            /** @description The releasing authority approves what is proposed: the other side knows of it from now on. */
            approve?: string;
            /** @description The releasing authority gives a tear line only. */
            tearLine?: {
                /** @description Id of the alert inject whose incident is proposed for release, or of the release inject that asked. */
                of: string;
                /** @description What the other side gets instead. */
                text: components["schemas"]["ScenarioText"];
                /**
                 * @description Its label. Absent: TLP:AMBER.
                 * @enum {string}
                 */
                tlp?: "TLP:AMBER" | "TLP:GREEN" | "TLP:CLEAR";
            };
            /** @description The releasing authority declines. */
            decline?: {
                /** @description Id of the alert inject whose incident is proposed for release, or of the release inject that asked. */
                of: string;
                /** @description Why not. */
                reason: string;
                /** @description The other side reads the reason, too; default false. */
                shareReason?: boolean;
            };
        } & (unknown | unknown | unknown | unknown | unknown);
        /** @description What people write to each other: the way of any message, with read and answered state. */
        ScenarioSent: {
            /**
             * @description Absent: message. `intelligence` and `situation` are reports; simulated units answer a `request` for information.
             * @enum {string}
             */
            kind?: "message" | "intelligence" | "situation" | "request";
            /** @description In whose name. */
            from: components["schemas"]["ScenarioAddress"];
            /** @description To whom. */
            to: components["schemas"]["ScenarioAddress"][];
            /** @description One line. */
            subject?: string;
            /** @description What they read. */
            text: components["schemas"]["ScenarioText"];
            releasability?: components["schemas"]["ScenarioReleasability"];
            /** @description Id of the alert inject that opens or joins the incident. */
            incident?: string;
            /** @description Of a request: how soon it is to be answered. Absent: it has no deadline. */
            answerWithin?: components["schemas"]["ScenarioDuration"];
        };
        ScenarioSite: {
            id: string;
            name: components["schemas"]["LocalizedText"];
            kind: string;
            province: string;
            consularDistrict?: string;
            position: {
                lat: number;
                lon: number;
            };
            /** @description People present, by ISO 3166 alpha-3 country code. */
            nationals: {
                [key: string]: number;
            };
        };
        /** @description A scenario of the library. */
        ScenarioSummary: {
            id: string;
            title: components["schemas"]["LocalizedText"];
            description?: components["schemas"]["LocalizedText"];
            durationMs: number;
            /** @description The date and time of STARTEX in the story, with its offset. */
            startsAt?: string;
            /** @description How many each side has. */
            units: {
                PAK: number;
                CHN: number;
            };
            sites: number;
            injects: number;
            expectations: number;
        };
        /** @description English, or a map by language tag (BCP 47) that holds at least `en`. */
        ScenarioText: string | {
            [key: string]: string;
        };
        /** @description Hours, minutes and perhaps seconds since STARTEX, at most 30 days: `T+00:10`, `T+01:02:03`. */
        ScenarioTime: string;
        ScenarioUnit: {
            id: string;
            name: components["schemas"]["LocalizedText"];
            /** @enum {string} */
            side: "PAK" | "CHN";
            /** @enum {string} */
            kind: "special-protection-unit" | "provincial-police" | "army-security-division" | "district-administration" | "rescue-service" | "embassy" | "consulate" | "public-security-liaison" | "company-security-desk";
            authority: ("respond" | "secure" | "advise" | "inform" | "consular")[];
            capacity: number;
            /** @enum {string} */
            duty: "on" | "off";
            /** @enum {string} */
            mode: "simulated" | "played" | "remote";
        };
        SendMessage: {
            /**
             * @description `intelligence` and `situation` are reports; a `request` for information wants an `answer`.
             * @enum {string}
             */
            kind: "message" | "intelligence" | "situation" | "request" | "answer";
            /** @description At least one address. An answer goes to the one who asked, in any case. */
            to?: string[];
            /** @description The unit in whose name it is sent. Absent: the desk of the side, the unit of a liaison, or control. */
            as?: string;
            subject?: string;
            /** @description Either a text, or texts by BCP 47 language tag. */
            text: string | {
                [key: string]: string;
            };
            label: components["schemas"]["Releasability"];
            incident?: string;
            /** @description Of an answer: the request. */
            inReplyTo?: string;
            /** @description Of a request: how long an answer may take, in ms of exercise time. Absent: what the policy says, or as long as it takes. */
            answerWithinMs?: number;
        };
        /** @description Who is asking. */
        Session: {
            account: string;
            name: string;
            /** @enum {string} */
            role: "controller" | "evaluator" | "commander" | "releasing-authority" | "operator" | "liaison" | "observer" | "wall" | "service";
            /** @enum {string} */
            side?: "PAK" | "CHN";
            /** @description The units that the person answers for. Absent: no unit in particular. */
            units?: string[];
            /** @description The one exercise that it may touch; absent: all. */
            exercise?: string;
            /** @description Of a service: what it may send. */
            classes?: ("JOINT" | "PAK" | "CHN")[];
            /**
             * @description Chosen when an invitation was taken.
             * @enum {string}
             */
            language?: "en" | "ur" | "zh";
            hasPassword: boolean;
            /**
             * @description What let the caller in.
             * @enum {string}
             */
            by: "session" | "token";
            /** @description Id of the session; absent for a token. */
            session?: string;
            /**
             * Format: date-time
             * @description When the session ends unless it is used. Requests and messages of a socket are use; an open socket is not.
             */
            idleUntil?: string;
            /**
             * Format: date-time
             * @description When it ends however much it is used; of a token, when it expires.
             */
            expiresAt?: string;
        };
        SessionList: {
            items: components["schemas"]["SessionListItem"][];
        };
        SessionListItem: {
            id: string;
            account: string;
            name: string;
            /** @enum {string} */
            role: "controller" | "evaluator" | "commander" | "releasing-authority" | "operator" | "liaison" | "observer" | "wall" | "service";
            /** @enum {string} */
            side?: "PAK" | "CHN";
            exercise?: string;
            /**
             * @description How it began.
             * @enum {string}
             */
            how: "password" | "one-time link" | "invitation" | "OpenID Connect";
            invitation?: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description To the minute.
             */
            lastUsedAt: string;
            /** Format: date-time */
            idleUntil: string;
            /** Format: date-time */
            expiresAt: string;
            /** @description The network address at which it began. */
            from: string;
            /** @description What the browser calls itself; anybody can write anything there. */
            program?: string;
            /** @description Whether it is the one that asks. */
            current: boolean;
        };
        SetDuty: {
            /** @enum {string} */
            duty: "on" | "off";
        };
        SetEndpoint: {
            /** @description Where messages are posted. */
            url: string;
            /** @description Default: true. While it is false, nothing is delivered. */
            enabled?: boolean;
            /** @description Make a new secret; the old one is refused from then on. Default: false. */
            newSecret?: boolean;
        };
        SetLink: {
            link: components["schemas"]["Link"];
        };
        SetMode: {
            /** @enum {string} */
            mode: "simulated" | "played" | "remote";
        };
        SetPassword: {
            /** @description 10 to 200 characters, and not the name. */
            password: string;
        };
        SetSpeed: {
            /** @description Exercise time per wall time, 0.1 to 1000. */
            speed: number;
        };
        SideAcknowledgement: {
            at: number;
            /** @enum {string} */
            by: "unit" | "override";
            unit?: string;
            reason?: string;
        };
        SideDecidedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            /** @enum {string} */
            side: "PAK" | "CHN";
            /** @enum {string} */
            decision: "resolve" | "close" | "cancel";
            /** @description In the words of the person who gave it. */
            reason?: string;
        };
        /** @description A side has decided about an incident of both sides. It is carried out when the other side decides the same. */
        SideDecidedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "SideDecided";
            data: components["schemas"]["SideDecidedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A side has decided about an incident of both sides. It is carried out when the other side decides the same. */
        SideDecidedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "SideDecided";
            data: components["schemas"]["SideDecidedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        SideDecision: {
            /** @enum {string} */
            decision: "resolve" | "close" | "cancel";
            at: number;
            reason?: string;
        };
        SideDecisionWithdrawnData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            /** @enum {string} */
            side: "PAK" | "CHN";
            /** @enum {string} */
            decision: "resolve" | "close" | "cancel";
        };
        /** @description A side has withdrawn its decision before the other side had decided the same. */
        SideDecisionWithdrawnEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "SideDecisionWithdrawn";
            data: components["schemas"]["SideDecisionWithdrawnData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A side has withdrawn its decision before the other side had decided the same. */
        SideDecisionWithdrawnReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "SideDecisionWithdrawn";
            data: components["schemas"]["SideDecisionWithdrawnData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        SignIn: {
            /** @description Of the account; case does not matter. */
            name: string;
            password: string;
        };
        SignInOptions: {
            /** @description Whether names and passwords are accepted. */
            password: boolean;
            /** @description Absent: no identity provider is configured. */
            oidc?: {
                /** @description What the button says, as configured; absent: the console chooses its own words. */
                label?: string;
                /** @description Where a browser goes to sign in. */
                path: string;
            };
        };
        SkipInject: {
            reason?: string;
        };
        /** @description An exercise as one viewer knows it. */
        Snapshot: {
            exercise: components["schemas"]["Exercise"];
            /**
             * @description `all` for controllers and evaluators, `pak` and `chn` for the sides, `joint` for viewers of no side.
             * @enum {string}
             */
            stream: "all" | "joint" | "pak" | "chn";
            /** @description Number of the last event that `state` holds. Follow the exercise after this number: no event is missed. */
            seq: number;
            /** @description The pinned scenario in the form that the engine runs; durations in ms. Controllers and evaluators see all of it. Players see sites, units, rules, and the part of the policy that can concern them; nothing of the script, the seed, how units behave, or what is expected. */
            scenario: {
                [key: string]: unknown;
            };
            /** @description The events of the viewer's stream up to `seq`, folded by the engine of version `exercise.engine`, without the scenario. It holds open incidents with their notifications and chains, units, links and timers. */
            state: {
                [key: string]: unknown;
            };
            /** @description The server's clock when it answered, ms since 1970. */
            serverTime: number;
        };
        SpeedChangedData: {
            label?: components["schemas"]["Marking"];
            /** @description Exercise time per wall time. */
            speed: number;
            /** @description Raised at each change of the clock. For controllers only. */
            generation?: number;
        };
        /** @description The exercise clock runs at another speed. */
        SpeedChangedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "SpeedChanged";
            data: components["schemas"]["SpeedChangedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description The exercise clock runs at another speed. */
        SpeedChangedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "SpeedChanged";
            data: components["schemas"]["SpeedChangedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        /** @description Nearest rank: each percentile is a time that was measured. */
        Spread: {
            /** @description How many were measured. */
            count: number;
            /** @description Of how many that could have been. */
            of: number;
            p50?: number;
            p90?: number;
            worst?: {
                ms: number;
                seq: number;
            };
        };
        StartExercise: {
            /** @description Absent: 1. */
            speed?: number;
        };
        StepDelayedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            /** @description Id of the chain. */
            chain: string;
            /** @description Index of the step in its chain, from 0. */
            step: number;
            /** @description 0 for the first pass. */
            round: number;
            /** @description Exercise time, ms since STARTEX. */
            until: number;
            /** @enum {string} */
            reason: "start" | "timeout" | "impossible" | "skipped" | "manual" | "lapsed" | "repeat" | "raised";
        };
        /** @description A step waits before it starts. */
        StepDelayedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "StepDelayed";
            data: components["schemas"]["StepDelayedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A step waits before it starts. */
        StepDelayedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "StepDelayed";
            data: components["schemas"]["StepDelayedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        StepSkippedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            /** @description Id of the chain. */
            chain: string;
            /** @description Index of the step in its chain, from 0. */
            step: number;
            /** @description Id of the step in the policy. */
            stepId: string;
            /** @description 0 for the first pass. */
            round: number;
            /** @description Questions of the step that are answered already. */
            covered: {
                /** @description Id of the unit. */
                unit: string;
                /** @enum {string} */
                side: "PAK" | "CHN";
                /** @enum {string} */
                action: "respond" | "secure" | "advise" | "inform" | "consular";
            }[];
            unreached: components["schemas"]["Unreached"][];
        };
        /** @description A step was skipped, as it reaches nobody. */
        StepSkippedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "StepSkipped";
            data: components["schemas"]["StepSkippedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A step was skipped, as it reaches nobody. */
        StepSkippedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "StepSkipped";
            data: components["schemas"]["StepSkippedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        StepStartedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            /** @description Id of the chain. */
            chain: string;
            /** @description Index of the step in its chain, from 0. */
            step: number;
            /** @description Id of the step in the policy. */
            stepId: string;
            /** @description 0 for the first pass. */
            round: number;
            /** @enum {string} */
            reason: "start" | "timeout" | "impossible" | "skipped" | "manual" | "lapsed" | "repeat" | "raised";
            /** @description Exercise time, ms since STARTEX. */
            deadline: number;
            /** @description When the new notifications expire unless somebody answers. Absent in logs of earlier versions. */
            expiresAt?: number;
            addressees: {
                /** @description Id of the notification. */
                notification: string;
                /** @description Id of the unit. */
                unit: string;
                /** @enum {string} */
                side: "PAK" | "CHN";
                /** @enum {string} */
                action: "respond" | "secure" | "advise" | "inform" | "consular";
            }[];
            /** @description Questions of the step that are answered already. */
            covered: {
                /** @description Id of the unit. */
                unit: string;
                /** @enum {string} */
                side: "PAK" | "CHN";
                /** @enum {string} */
                action: "respond" | "secure" | "advise" | "inform" | "consular";
            }[];
            unreached: components["schemas"]["Unreached"][];
        };
        /** @description A step started and asks units. */
        StepStartedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "StepStarted";
            data: components["schemas"]["StepStartedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A step started and asks units. */
        StepStartedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "StepStarted";
            data: components["schemas"]["StepStartedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        /** @description Whom a step asks, and for what. */
        StepTarget: {
            /** @enum {string} */
            action: "respond" | "secure" | "advise" | "inform" | "consular";
            unit: string;
        } | {
            /** @enum {string} */
            action: "respond" | "secure" | "advise" | "inform" | "consular";
            /** @enum {string} */
            kind: "special-protection-unit" | "provincial-police" | "army-security-division" | "district-administration" | "rescue-service" | "embassy" | "consulate" | "public-security-liaison" | "company-security-desk";
            /** @enum {string} */
            side?: "PAK" | "CHN";
        } | {
            /** @enum {string} */
            action: "respond" | "secure" | "advise" | "inform" | "consular";
            /** @enum {string} */
            side: "PAK" | "CHN";
        } | {
            /** @enum {string} */
            action: "respond" | "secure" | "advise" | "inform" | "consular";
            group: string;
        };
        /** @description A CAP 1.2 message in the profile "Tandem Exercise", in its normal form. */
        StoredAlert: {
            identifier: string;
            sender: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset. Kept as CAP writes it; Z becomes -00:00.
             */
            sent: string;
            /** @enum {string} */
            status: "Exercise" | "Test";
            /** @enum {string} */
            msgType: "Alert" | "Update" | "Cancel" | "Ack" | "Error";
            /** @enum {string} */
            scope: "Public" | "Restricted" | "Private";
            source?: string;
            restriction?: string;
            addresses?: string;
            code?: string[];
            note?: string;
            references?: components["schemas"]["AlertReference"][];
            incidents?: string[];
            info?: components["schemas"]["AlertInfo"][];
            /** @description XML-DSig as it came: kept, not verified. */
            signature?: string;
            exercise: components["schemas"]["StoredAlertExerciseParameters"];
            /**
             * @description What it was before it was taken as an exercise message.
             * @enum {string}
             */
            originalStatus?: "Actual" | "Exercise" | "System" | "Test" | "Draft";
        };
        StoredAlertExerciseParameters: {
            /** @description Id of a site of the scenario. */
            site?: string;
            /** @description Head count by ISO 3166 alpha-3 country code. */
            nationals?: {
                [key: string]: number;
            };
            /** @description Head count by kind: killed, injured, missing … */
            casualties?: {
                [key: string]: number;
            };
            source?: string;
            /** @enum {string} */
            confidence?: "high" | "medium" | "low" | "unknown";
            releasability: components["schemas"]["Releasability"];
        };
        SubmittedAlerts: {
            /** @description Ids of alerts that are now stored. */
            accepted: string[];
            /** @description Ids of alerts that were stored before. */
            repeated: string[];
            rejected: components["schemas"]["RejectedAlert"][];
            /** @description Remarks about alerts that were taken, the first 1000. Of many alerts each has its `line`. */
            warnings?: components["schemas"]["FieldProblem"][];
            /** @description How many remarks more there are. */
            moreWarnings?: number;
            /** @description Present when reading ended early: this line and those after it were not looked at. */
            stoppedAtLine?: number;
        };
        TearLineSharedData: {
            label: components["schemas"]["Marking"];
            /** @description Id of the tear line, counted for the side that gets it: `TL-CHN-0001`. */
            tearLine: string;
            /** @enum {string} */
            from: "PAK" | "CHN";
            /**
             * @description What kind of thing it stands for.
             * @enum {string}
             */
            kind: "alert" | "message" | "note" | "incident";
            /** @description By language. */
            text: {
                [key: string]: string;
            };
            /** @description Id of the tear line whose place it takes. */
            replaces?: string;
        };
        /** @description One side shares the tear line of a thing that it keeps to itself: all that the other side gets of it. */
        TearLineSharedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "TearLineShared";
            data: components["schemas"]["TearLineSharedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description One side shares the tear line of a thing that it keeps to itself: all that the other side gets of it. */
        TearLineSharedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "TearLineShared";
            data: components["schemas"]["TearLineSharedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        Token: {
            id: string;
            account: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt?: string;
            /** Format: date-time */
            revokedAt?: string;
        };
        TokenList: {
            items: components["schemas"]["Token"][];
        };
        TransmissionPlannedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the notification. */
            notification: string;
            /** @description Id of the incident. */
            incident: string;
            /** @description Exercise time, ms since STARTEX; null: it is lost. */
            deliverAt: number | null;
        };
        /** @description The simulation has planned the transmission of a notification. For controllers only. */
        TransmissionPlannedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "TransmissionPlanned";
            data: components["schemas"]["TransmissionPlannedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description The simulation has planned the transmission of a notification. For controllers only. */
        TransmissionPlannedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "TransmissionPlanned";
            data: components["schemas"]["TransmissionPlannedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        /** @description A liaison or response unit. */
        Unit: {
            id: string;
            name: components["schemas"]["LocalizedText"];
            /** @enum {string} */
            side: "PAK" | "CHN";
            /** @enum {string} */
            kind: "special-protection-unit" | "provincial-police" | "army-security-division" | "district-administration" | "rescue-service" | "embassy" | "consulate" | "public-security-liaison" | "company-security-desk";
            authority: ("respond" | "secure" | "advise" | "inform" | "consular")[];
            capacity: number;
            /** @description Places taken by incidents that the caller may know of; which incidents is not shown. */
            engaged: number;
            /** @enum {string} */
            duty: "on" | "off";
            /**
             * @description For controllers and evaluators only.
             * @enum {string}
             */
            mode?: "simulated" | "played" | "remote";
            /** @description In full for controllers and evaluators, its state for the unit's own side; absent for others. */
            link?: components["schemas"]["Link"] | components["schemas"]["LinkState"];
            jurisdiction: components["schemas"]["Jurisdiction"];
        };
        UnitAnswer: {
            /** @description Id under which the answer is stored. */
            message: string;
            /**
             * @description `pending`: stored, and not applied yet. Send it again to hear of its outcome.
             * @enum {string}
             */
            status: "applied" | "pending";
            /** @description Ids of the notifications that it answers. */
            answered: string[];
        };
        UnitAskedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the notification. */
            notification: string;
            /** @description Id of the unit. */
            unit: string;
            /** @enum {string} */
            side: "PAK" | "CHN";
            /** @enum {string} */
            action: "respond" | "secure" | "advise" | "inform" | "consular";
            /** @description Id of the incident. */
            incident: string;
            /** @enum {string} */
            because: "by-hand" | "not-reached";
            /** @description In the words of the person who gave it. */
            reason?: string;
            /** @description The notification that was undeliverable. */
            replaces?: string;
            /** @description When the new notifications expire unless somebody answers. Absent in logs of earlier versions. */
            expiresAt?: number;
        };
        /** @description A unit was asked by hand, or again as it can be reached again. */
        UnitAskedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "UnitAsked";
            data: components["schemas"]["UnitAskedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A unit was asked by hand, or again as it can be reached again. */
        UnitAskedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "UnitAsked";
            data: components["schemas"]["UnitAskedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        UnitDutyChangedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the unit. */
            unit: string;
            /** @enum {string} */
            duty: "on" | "off";
        };
        /** @description A unit came on duty or went off duty. */
        UnitDutyChangedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "UnitDutyChanged";
            data: components["schemas"]["UnitDutyChangedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A unit came on duty or went off duty. */
        UnitDutyChangedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "UnitDutyChanged";
            data: components["schemas"]["UnitDutyChangedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        UnitModeChangedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the unit. */
            unit: string;
            /** @enum {string} */
            mode: "simulated" | "played" | "remote";
        };
        /** @description A unit is simulated, played or remote from now on. For controllers only. */
        UnitModeChangedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "UnitModeChanged";
            data: components["schemas"]["UnitModeChangedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A unit is simulated, played or remote from now on. For controllers only. */
        UnitModeChangedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "UnitModeChanged";
            data: components["schemas"]["UnitModeChangedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        UnitPage: {
            items: components["schemas"]["Unit"][];
            /** @description Cursor of the next page; absent on the last one. */
            next?: string;
        };
        UnitProgressedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            /** @description Id of the unit. */
            unit: string;
            /** @enum {string} */
            progress: "enRoute" | "onScene" | "clear";
        };
        /** @description A unit made progress on an incident. */
        UnitProgressedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "UnitProgressed";
            data: components["schemas"]["UnitProgressedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A unit made progress on an incident. */
        UnitProgressedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "UnitProgressed";
            data: components["schemas"]["UnitProgressedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        UnitReachableData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the unit. */
            unit: string;
        };
        /** @description A unit can be reached again, and is asked what it could not be asked. For controllers only. */
        UnitReachableEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "UnitReachable";
            data: components["schemas"]["UnitReachableData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description A unit can be reached again, and is asked what it could not be asked. For controllers only. */
        UnitReachableReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "UnitReachable";
            data: components["schemas"]["UnitReachableData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        UnitsInformedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the incident. */
            incident: string;
            about: ("graver" | "moved" | "cancelled" | "resolved")[];
            updates: {
                /** @description Id of the update. */
                update: string;
                /** @description Id of the unit. */
                unit: string;
                /** @enum {string} */
                side: "PAK" | "CHN";
            }[];
        };
        /** @description Units that have acknowledged are informed of a change. */
        UnitsInformedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "UnitsInformed";
            data: components["schemas"]["UnitsInformedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description Units that have acknowledged are informed of a change. */
        UnitsInformedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "UnitsInformed";
            data: components["schemas"]["UnitsInformedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        /** @description A target that resolved to nobody or a unit that was left out, and why. */
        Unreached: {
            /** @description A target as the policy has it, or the id of a unit. */
            target: string;
            /** @enum {string} */
            reason: "no-such-unit" | "no-jurisdiction" | "off-duty" | "lacks-authority" | "sovereignty" | "not-releasable" | "label" | "side-has-acknowledged" | "already-acknowledged" | "no-site";
        };
        UpdateDeliveredData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the update. */
            update: string;
            /** @description Id of the incident. */
            incident: string;
            /** @description Id of the unit. */
            unit: string;
        };
        /** @description An update was delivered to a unit. */
        UpdateDeliveredEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "UpdateDelivered";
            data: components["schemas"]["UpdateDeliveredData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description An update was delivered to a unit. */
        UpdateDeliveredReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "UpdateDelivered";
            data: components["schemas"]["UpdateDeliveredData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        UpdateTransmissionPlannedData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the update. */
            update: string;
            /** @description Id of the incident. */
            incident: string;
            /** @description Id of the unit. */
            unit: string;
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Exercise time, ms since STARTEX; null: it is lost. */
            deliverAt: number | null;
        };
        /** @description The simulation has planned the transmission of an update. For controllers only. */
        UpdateTransmissionPlannedEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "UpdateTransmissionPlanned";
            data: components["schemas"]["UpdateTransmissionPlannedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description The simulation has planned the transmission of an update. For controllers only. */
        UpdateTransmissionPlannedReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "UpdateTransmissionPlanned";
            data: components["schemas"]["UpdateTransmissionPlannedData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        UpdateUndeliverableData: {
            label?: components["schemas"]["Marking"];
            /** @description Id of the update. */
            update: string;
            /** @description Id of the incident. */
            incident: string;
            /** @description Id of the unit. */
            unit: string;
            /** @constant */
            reason: "not-reached";
        };
        /** @description An update cannot be delivered. */
        UpdateUndeliverableEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "UpdateUndeliverable";
            data: components["schemas"]["UpdateUndeliverableData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description An update cannot be delivered. */
        UpdateUndeliverableReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "UpdateUndeliverable";
            data: components["schemas"]["UpdateUndeliverableData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
        WithdrawPolicy: {
            reason?: string;
        };
        WithdrawRelease: {
            reason?: string;
        };
        WithheldData: {
            label?: components["schemas"]["Marking"];
        };
        /** @description In the place of an event of the viewer's stream that the viewer may not read, by its label. */
        WithheldEvent: {
            /** @description The event's number in the viewer's own stream, which has no gaps. */
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /** Format: date-time */
            wall: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "Withheld";
            data: components["schemas"]["WithheldData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
            /** @description Of the hash chain; for controllers, who see the whole chain. */
            hash?: string;
        };
        /** @description In the place of an event of the viewer's stream that the viewer may not read, by its label. */
        WithheldReportEvent: {
            seq: number;
            /** @description Exercise time, ms since STARTEX. */
            at: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "Withheld";
            data: components["schemas"]["WithheldData"];
            cause: components["schemas"]["Cause"];
            actor: components["schemas"]["Actor"];
            /** @enum {string} */
            audience: "JOINT" | "PAK" | "CHN" | "CONTROL";
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
        };
    };
    ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It can. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description It cannot now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the text format. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listExercises: {
        parameters: {
            query?: {
                /** @description Entries in a page, 1 to 500; default 50. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                status?: "planned" | "running" | "paused" | "ended";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExercisePage"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createExercise: {
        parameters: {
            query?: {
                /** @description Of a scenario that is sent as YAML; absent: its own. */
                seed?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description At most 2048 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateExercise"];
                "application/yaml": string;
            };
        };
        responses: {
            /** @description Opened, not started. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Exercise"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readExercise: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The exercise. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Exercise"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteExercise: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSnapshot: {
        parameters: {
            query?: {
                /** @description What viewers of this stream see: of a side, or of no side. For controllers and evaluators only. Absent: what the caller sees. */
                as?: "pak" | "chn" | "joint";
            };
            header?: never;
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As of the latest event. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Snapshot"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportRecording: {
        parameters: {
            query?: {
                /** @description An export for this side: its events as it sees them. Absent: for controllers the recording of the whole exercise, for others the export for their own side. */
                side?: "PAK" | "CHN";
                /** @description `true`: with what is labelled TLP:RED. For the releasing authority of the side only. Absent: such events are withheld, with no more than number and time. */
                includeRed?: "true" | "false";
            };
            header?: never;
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description JSON, one line after the other. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": ({
                        /** @constant */
                        kind: "recording";
                        /** @enum {number} */
                        version: 1 | 2;
                        /** @description Version of the engine whose rules made the log; absent: 1. */
                        engine?: number;
                        /** @constant */
                        marking: "EXERCISE";
                        exercise: string;
                        seed: string;
                        scenario: {
                            id: string;
                            title: {
                                [key: string]: string;
                            };
                            seed: string;
                            durationMs: number;
                            sites: ({
                                id: string;
                            } & {
                                [key: string]: unknown;
                            })[];
                            units: ({
                                id: string;
                            } & {
                                [key: string]: unknown;
                            })[];
                            policy: {
                                version: number;
                            } & {
                                [key: string]: unknown;
                            };
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description A short hash of the line and the previous seal; it detects damage. */
                        seal: string;
                    } | {
                        /** @constant */
                        kind: "command";
                        /** @description Counts the applied commands from 1. */
                        order: number;
                        /** @description Exercise time, ms. */
                        at: number;
                        id: string;
                        type: string;
                        data: {
                            [key: string]: unknown;
                        };
                        actor: components["schemas"]["CommandActor"];
                        /** @description A short hash of the line and the previous seal; it detects damage. */
                        seal: string;
                    } | {
                        /** @constant */
                        kind: "marks";
                        /** @description Number of the first of these events. */
                        from: number;
                        /** @description The first 8 digits of each event's hash, one after the other. */
                        hashes: string;
                        /** @description A short hash of the line and the previous seal; it detects damage. */
                        seal: string;
                    } | {
                        /** @constant */
                        kind: "end";
                        /** @enum {string} */
                        status: "planned" | "running" | "paused" | "ended";
                        commands: number;
                        events: number;
                        /** @description All that was due by then has happened; exercise time, ms. */
                        advancedTo: number;
                        /** @description Of the last event: it stands for the whole log. */
                        hash: string;
                        /** @description A short hash of the line and the previous seal; it detects damage. */
                        seal: string;
                    }) | ({
                        /** @constant */
                        kind: "side-export";
                        /** @constant */
                        version: 1;
                        /** @constant */
                        marking: "EXERCISE";
                        exercise: string;
                        /**
                         * @description Whose events it holds, with those of both sides.
                         * @enum {string}
                         */
                        side: "PAK" | "CHN";
                        /** @description The highest label of its parts. */
                        label: {
                            /** @enum {string} */
                            class: "PAK" | "CHN";
                            /** @enum {string} */
                            tlp: "TLP:RED" | "TLP:AMBER+STRICT" | "TLP:AMBER" | "TLP:GREEN" | "TLP:CLEAR";
                        };
                        /** @description Each TLP label under which it holds something, the highest first. */
                        labels: ("TLP:RED" | "TLP:AMBER+STRICT" | "TLP:AMBER" | "TLP:GREEN" | "TLP:CLEAR")[];
                        /** @description Whether what is labelled TLP:RED is in it, or withheld. */
                        includesRed: boolean;
                        /**
                         * @description Of the exercise when it was exported.
                         * @enum {string}
                         */
                        status: "planned" | "running" | "paused" | "ended";
                        /** @description Events in it, those included that are withheld. */
                        events: number;
                        /** @description Events of which it holds no more than number and time, because of their label. */
                        withheld: number;
                        /** @description Version of the engine whose rules made the log. */
                        engine: number;
                        /**
                         * Format: date-time
                         * @description Wall time of the export.
                         */
                        made: string;
                        /** @description The program and its version. */
                        madeBy: string;
                        /** @description Random. With it, hashes of this file cannot be compared with those of another, or guessed from. */
                        salt: string;
                        /** @description As the side sees it: without the script, the seed, and how units behave. */
                        scenario: {
                            id: string;
                            title: {
                                [key: string]: string;
                            };
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description A short hash of the line and the previous seal; it detects damage. */
                        seal: string;
                    } | {
                        /** @constant */
                        kind: "event";
                        /** @description Its number in the side's own stream, which has no gaps. */
                        seq: number;
                        /** @description Exercise time, ms since STARTEX. */
                        at: number;
                        /** Format: date-time */
                        wall: string;
                        type: string;
                        data: {
                            [key: string]: unknown;
                        };
                        cause: {
                            [key: string]: unknown;
                        };
                        actor: components["schemas"]["Actor"];
                        /** @enum {string} */
                        audience: "JOINT" | "PAK" | "CHN";
                        /** @description A short hash of the line and the previous seal; it detects damage. */
                        seal: string;
                    } | {
                        /** @constant */
                        kind: "end";
                        events: number;
                        /** @description Of all lines before: it stands for the whole file (`tandem verify --hash`). */
                        hash: string;
                        /** @description A short hash of the line and the previous seal; it detects damage. */
                        seal: string;
                    });
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAlerts: {
        parameters: {
            query?: {
                /** @description Entries in a page, 1 to 500; default 50. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                incident?: string;
                /** @description Any of active, superseded, cancelled, recorded, separated by commas. */
                status?: string;
                /** @description Any of Extreme, Severe, Moderate, Minor, Unknown, separated by commas. */
                severity?: string;
                /** @description Any of Alert, Update, Cancel, Ack, Error, separated by commas. */
                msgType?: string;
                sender?: string;
                /** @description Default: `-at`, latest first. */
                sort?: "at" | "-at" | "severity" | "-severity" | "id" | "-id";
            };
            header?: never;
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List alerts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertPage"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitAlerts: {
        parameters: {
            query?: {
                /** @description Take alerts of status Actual as exercise messages. */
                as?: "exercise";
                /** @description Of XML: convert CAP 1.1, and times with `Z` or fractions of a second, to what CAP 1.2 writes, with a warning for each change. Default: refuse them. */
                lenient?: "true" | "false";
            };
            header?: {
                /** @description The same key with another body is refused; of lines each 500 are a body of their own, so that more may follow. */
                "Idempotency-Key"?: string;
            };
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        /** @description At most 16384 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlertOrAlerts"];
                "application/cap+xml": string;
                "application/xml": string;
                "text/xml": string;
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description All were stored before. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmittedAlerts"];
                };
            };
            /** @description Something new was stored. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmittedAlerts"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exercise: string;
                alert: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read an alert */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertView"];
                    "application/cap+xml": string;
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIncidents: {
        parameters: {
            query?: {
                /** @description Entries in a page, 1 to 500; default 50. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Any of open, responding, resolved, closed, cancelled, separated by commas. */
                status?: string;
                /** @description Any of Extreme, Severe, Moderate, Minor, Unknown, separated by commas. */
                severity?: string;
                /** @description Any of none, partial, joint, separated by commas. */
                joint?: string;
                site?: string;
                /** @description Only incidents whose next step is due at or before this exercise time, ms. */
                overdueAfter?: number;
                /** @description Default: `-openedAt`, latest first. By a time that some have not: these come last. */
                sort?: "openedAt" | "-openedAt" | "severity" | "-severity" | "status" | "-status" | "id" | "-id" | "nextStepAt" | "-nextStepAt" | "deadline" | "-deadline";
            };
            header?: never;
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List incidents */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentPage"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exercise: string;
                incident: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read an incident */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                    "application/cap+xml": string;
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explainIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exercise: string;
                incident: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where an incident stands: each chain with its questions and what it waits for, and what the caller could do now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentExplanation"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReleases: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the releasing desk of your side has to decide, and what your side has asked of the other */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Releases"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposeRelease: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeRelease"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewRelease: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exercise: string;
                release: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the other side is going to read if the proposal is approved now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleasePreview"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                /** @description Entries in a page, 1 to 500; default 50. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                incident?: string;
                unit?: string;
                /** @description Any of PAK, CHN, separated by commas. */
                side?: string;
                /** @description Any of respond, secure, advise, inform, consular, separated by commas. */
                action?: string;
                /** @description Any of queued, sent, delivered, acknowledged, declined, expired, withdrawn, undeliverable, separated by commas. */
                status?: string;
                /** @description Only notifications that expire at or before this exercise time, ms, if nobody answers. */
                overdueAfter?: number;
                /** @description Default: `-queuedAt`, latest first. Those that have ended come last by `expiresAt`. */
                sort?: "queuedAt" | "-queuedAt" | "unit" | "-unit" | "id" | "-id" | "expiresAt" | "-expiresAt";
            };
            header?: never;
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List notifications */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPage"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readNotification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exercise: string;
                notification: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a notification */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notification"];
                    "application/cap+xml": string;
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMessages: {
        parameters: {
            query?: {
                /** @description Entries in a page, 1 to 500; default 50. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Any of message, intelligence, situation, request, answer, separated by commas. */
                kind?: string;
                /** @description Any of open, answered, overdue, separated by commas. */
                status?: string;
                /** @description From or to this address. */
                address?: string;
                /** @description About this incident. */
                incident?: string;
            };
            header?: never;
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List messages, the latest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePage"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendMessage"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exercise: string;
                message: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a message */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRecords: {
        parameters: {
            query?: {
                /** @description Entries in a page, 1 to 500; default 50. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Any of note, decision, separated by commas. */
                kind?: string;
                /** @description About this incident. */
                incident?: string;
            };
            header?: never;
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the notes and decisions about incidents that you may read now, the latest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordPage"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUnits: {
        parameters: {
            query?: {
                /** @description Entries in a page, 1 to 500; default 50. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Any of PAK, CHN, separated by commas. */
                side?: string;
                /** @description Any of special-protection-unit, provincial-police, army-security-division, district-administration, rescue-service, embassy, consulate, public-security-liaison, company-security-desk, separated by commas. */
                kind?: string;
                /** @description Any of on, off, separated by commas. */
                duty?: string;
                /** @description For controllers and evaluators only: any of simulated, played, remote, separated by commas. */
                mode?: string;
                /** @description Default: `id`. */
                sort?: "id" | "-id" | "side" | "-side" | "kind" | "-kind";
            };
            header?: never;
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List units */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitPage"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readUnit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exercise: string;
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a unit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description Events after this number; default 0, the beginning. */
                after?: number;
                /** @description Events before this number, the last ones of them: pages go backwards. A number beyond the end gives the last events of the log. */
                before?: number;
                /** @description 1 to 1000; default 200. */
                limit?: number;
                /** @description Only events of these types, separated by commas. */
                type?: string;
                /** @description Only events about this incident: its alerts, chains, notifications and units. */
                incident?: string;
            };
            header?: never;
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The log after a number, as this viewer may see it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exercise: string;
                seq: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read an event by its number */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPolicy: {
        parameters: {
            query?: {
                /** @description The incidents that it is for: JOINT, or those of your side alone. Absent: JOINT, and, as long as the policy is that of the scenario, all that concerns you. */
                for?: "JOINT" | "PAK" | "CHN";
            };
            header?: never;
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The escalation policy that holds for incidents to come */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyInForce"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        /** @description At most 2048 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePolicy"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPolicyProposals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The policies that one side has proposed to the other, latest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyProposals"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposePolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        /** @description At most 2048 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposePolicy"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lintExercise: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the lint says of the exercise; of its script to controllers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LintAnswer"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamEvents: {
        parameters: {
            query?: {
                /** @description As `Last-Event-ID`, which wins over it. */
                after?: number;
            };
            header?: {
                /** @description The number of the last event that the client has. */
                "Last-Event-ID"?: string;
            };
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description `id` is the number of the event. Before the stream ends because the exercise was deleted, it brings an event named `goodbye`, whose data are a `code` and a `message`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["Event"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCommands: {
        parameters: {
            query?: {
                /** @description Entries in a page, 1 to 500; default 50. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Any of pending, applied, refused, separated by commas. */
                status?: string;
                type?: string;
            };
            header?: never;
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPage"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCommand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exercise: string;
                command: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The command. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Command"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readReport: {
        parameters: {
            query?: {
                /** @description Of the texts that the product wrote. Absent: English. */
                lang?: "en" | "ur" | "zh";
                /** @description `false`: without the list of events that the report rests on. Absent: with it. */
                appendix?: "true" | "false";
                /** @description Absent: what `Accept` asks for, else JSON. */
                format?: "html" | "md" | "json";
            };
            header?: never;
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Made from the log as it is now, evaluation included. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AfterActionReport"];
                    "text/html": string;
                    "text/markdown": string;
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explainAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        /** @description At most 320 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Explain"];
            };
        };
        responses: {
            /** @description The explanation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lintScenario: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description At most 2048 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Lint"];
            };
        };
        responses: {
            /** @description What was found, at most 100 findings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LintAnswer"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listScenarios: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, by the names of their files. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioList"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readScenario: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scenario: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scenario. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioPreview"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startExercise: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["StartExercise"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pauseExercise: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeExercise: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setSpeed: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetSpeed"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    runExerciseTo: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunTo"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stepExercise: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endExercise: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acknowledgeNotification: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
                notification: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declineNotification: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
                notification: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Decline"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolveIncident: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
                incident: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ResolveIncident"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeIncident: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
                incident: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CloseIncident"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelIncident: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
                incident: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CancelIncident"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawDecision: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
                incident: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposeCommander: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
                incident: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["IncidentCommander"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmCommander: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
                incident: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["IncidentCommander"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignIncident: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
                incident: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignIncident"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    handOver: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
                incident: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOver"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmHandover: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
                incident: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    noteIncident: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
                incident: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteIncident"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordDecision: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
                incident: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordDecision"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markMessageRead: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
                message: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    escalateIncident: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
                incident: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Escalate"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askUnit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
                incident: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskUnit"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restartChain: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
                incident: string;
                chain: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RestartChain"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    overrideAcknowledgement: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
                incident: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["OverrideAcknowledgement"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportProgress: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
                incident: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportProgress"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestRelease: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestRelease"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideRelease: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
                release: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideRelease"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawRelease: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
                release: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["WithdrawRelease"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeLabel: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeLabel"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setDuty: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
                unit: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetDuty"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setMode: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
                unit: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetMode"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setUnitLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
                unit: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetLink"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setSideLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
                side: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetLink"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordObservation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordObservation"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rateObjective: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["RateObjective"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planImprovement: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanImprovement"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInjects: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order of the script, then those that were improvised. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InjectList"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    improviseInject: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        /** @description At most 256 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImproviseInject"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readInject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exercise: string;
                inject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The inject. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inject"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fireInject: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
                inject: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    skipInject: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
                inject: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SkipInject"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delayInject: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
                inject: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["DelayInject"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approvePolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
                proposal: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ApprovePolicy"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rejectPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
                proposal: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["RejectPolicy"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
                proposal: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["WithdrawPolicy"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeOwnPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        /** @description At most 2048 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeOwnPolicy"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dropOwnPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is one command, and gets the same answer; with another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description `wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing. */
                Prefer?: string;
            };
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DropOwnPolicy"];
            };
        };
        responses: {
            /** @description Applied; the events that came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description Stored for good, but not applied within the wait. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPending"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeForecast: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["MakeForecast"];
            };
        };
        responses: {
            /** @description The forecast. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Forecast"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEndpoints: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By unit. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Endpoints"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exercise: string;
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Endpoint"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exercise: string;
                unit: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetEndpoint"];
            };
        };
        responses: {
            /** @description Changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Endpoint"];
                };
            };
            /** @description Set for the first time, with its secret. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Endpoint"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exercise: string;
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed; its deliveries stay on the list. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description Entries in a page, 1 to 500; default 50. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                unit?: string;
                /** @description Any of pending, delivered, dropped, separated by commas. */
                status?: string;
            };
            header?: never;
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryPage"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerForUnit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Id of the message; the same when it is sent again. */
                "webhook-id"?: string;
                /** @description When it was sent, seconds since 1970; at most five minutes from now. */
                "webhook-timestamp"?: string;
                /** @description `v1,` and the HMAC-SHA-256 of `id.timestamp.body` in base64. */
                "webhook-signature"?: string;
            };
            path: {
                exercise: string;
                unit: string;
            };
            cookie?: never;
        };
        /** @description At most 256 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlertOrAlerts"];
                "application/cap+xml": string;
                "application/xml": string;
                "text/xml": string;
            };
        };
        responses: {
            /** @description The answer is given. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitAnswer"];
                };
            };
            /** @description Stored; it is applied as soon as a worker is back. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitAnswer"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now; a socket gets it anew whenever it changes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Presence"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAnnouncements: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Latest first, at most 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncementList"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    announce: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exercise: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Announce"];
            };
        };
        responses: {
            /** @description Sent. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Announcement"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAnnouncement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exercise: string;
                announcement: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Noted; the first time counts. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawAnnouncement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exercise: string;
                announcement: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Withdrawn. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSignInOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Links that sign in once and invitations always work. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInOptions"];
                };
            };
        };
    };
    startOidcSignIn: {
        parameters: {
            query?: {
                /** @description The path of the page to open afterwards; absent: `/`. Other servers are refused. */
                return?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the provider. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finishOidcSignIn: {
        parameters: {
            query?: {
                /** @description What the provider hands out; it works once. */
                code?: string;
                /** @description Which sign-in of this browser it answers. */
                state?: string;
                /** @description Why the provider refused. */
                error?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed in: to the page that was asked for; or refused: to the page that says why. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    redeemOneTimeLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedeemOneTimeLink"];
            };
        };
        responses: {
            /** @description Signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            /** @description Changed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Latest first, at most 500. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationList"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateInvitation"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedInvitation"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeInvitation: {
        parameters: {
            query?: {
                /** @description `remove` also disables the accounts that came by it, at once. Default: `keep`. */
                people?: "keep" | "remove";
            };
            header?: never;
            path: {
                invitation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewInvitation"];
            };
        };
        responses: {
            /** @description What it is for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationPreview"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    redeemInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedeemInvitation"];
            };
        };
        responses: {
            /** @description An account is made, and its session has begun. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountList"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAccount"];
            };
        };
        responses: {
            /** @description Created; it has no token yet. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disableAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Disabled. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeRole"];
            };
        };
        responses: {
            /** @description Changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPassword"];
            };
        };
        responses: {
            /** @description Set. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createOneTimeLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CreateOneTimeLink"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneTimeLink"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTokens: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenList"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        /** @description At most 64 KiB, after decompression. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CreateToken"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedToken"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccessRecords: {
        parameters: {
            query?: {
                /** @description Entries in a page, 1 to 500; default 50. */
                limit?: number;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Any of account-created, account-changed, account-disabled, token-created, token-used, token-revoked, password-set, link-created, signed-in, signed-out, session-revoked, invitation-created, invitation-used, invitation-revoked, exercise-deleted, refused, separated by commas. */
                action?: string;
                /** @description Only the access of this account. */
                account?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessRecordPage"];
                };
            };
            /** @description Refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
