package io.pulseline.simulator.googlehealth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Json;
import java.util.Map;

/**
 * How the service behaves where no source settles it: everything the fact sheet calls UNCONFIRMED,
 * with its recommended default (sections 8 and 9).
 */
public record Knobs(Consent consent, Answers answers, Webhooks webhooks) {
    private static final String DEFAULTS =
            """
            {
              "consent": {
                "accessTokenSeconds": 3599,
                "refreshTokenDays": 0,
                "refreshTokenRotates": false,
                "refreshTokenOnlyWhenAskedAgain": true,
                "refreshTokensPerUser": 100
              },
              "answers": {
                "emptyPageToken": false,
                "pageTokenMinutes": 0,
                "printedZeroRollUps": false,
                "dailyEndInclusive": false,
                "dailyRollUpDays": 0,
                "omittedPageSizeCounts": false,
                "listRangeDays": 0,
                "personalRangeRollUps": false,
                "missingScopeReason": "ACCESS_TOKEN_SCOPE_INSUFFICIENT",
                "reasonsInMetadata": false,
                "requestsPerMinute": 300,
                "retryAfterSeconds": 0,
                "noProfileStatus": "FAILED_PRECONDITION",
                "legacyUserIdAbsent": false,
                "serviceDisabled": false,
                "tcxContentType": "application/xml",
                "tcxWithoutLocationScope": false,
                "tcxWithoutRouteIsEmpty": false,
                "sleepInProgressFirst": true,
                "inProgressWithoutEnd": false,
                "sessionsWithCivilTimes": false,
                "variabilitySpacingMinutes": 5,
                "skinBaselineAfterNights": 7,
                "skinBaselineAsNaN": true,
                "undetectedBreathingPrinted": false,
                "phoneCountsStepsToo": false,
                "exerciseDistanceMisspelt": false
              },
              "webhooks": {
                "arrays": true,
                "mostPerPush": 99,
                "signatureHeader": "GOOGLE-HEALTH-API-SIGNATURE",
                "withoutAuthorization": false,
                "anySuccessAccepted": false,
                "answerWithinMilliseconds": 5000,
                "keptDays": 7,
                "duplicates": false,
                "reordered": false,
                "dailyIntervals": true,
                "onlyPhysicalIntervals": false,
                "oxygenSaturation": false,
                "deleteOnRevocation": false,
                "manualForEveryType": false,
                "bareSubscriberAnswer": false,
                "httpsOnly": false,
                "signedProbes": false,
                "probeDelayMilliseconds": 1000,
                "probeUserAgent": "Google-Health-API-Webhooks"
              }
            }
            """;

    /**
     * Tokens (fact sheet section 2).
     *
     * @param accessTokenSeconds how long an access token lasts
     * @param refreshTokenDays how long a refresh token lasts, 7 in testing mode; 0 for ever
     * @param refreshTokenRotates a refresh answers another refresh token and ends the old one
     * @param refreshTokenOnlyWhenAskedAgain a repeated consent gives a refresh token only with
     *     {@code prompt=consent}
     * @param refreshTokensPerUser with one more the oldest dies silently
     */
    public record Consent(
            int accessTokenSeconds,
            int refreshTokenDays,
            boolean refreshTokenRotates,
            boolean refreshTokenOnlyWhenAskedAgain,
            int refreshTokensPerUser) {}

    /**
     * Documents and errors (fact sheet sections 1, 4 and 6).
     *
     * @param emptyPageToken the last page has {@code "nextPageToken": ""}, not none
     * @param pageTokenMinutes how long a page token can be used; 0 for ever
     * @param printedZeroRollUps a worn window without any has {@code "0"}, not an empty object
     * @param dailyEndInclusive the end date of dailyRollUp belongs to it
     * @param dailyRollUpDays longest range of dailyRollUp for every type; 0 for the type's own
     * @param omittedPageSizeCounts windowSize times 1440 must fit where pageSize is left out
     * @param listRangeDays longest range of list and reconcile; 0 for no limit
     * @param personalRangeRollUps dailyRollUp answers personal ranges
     * @param missingScopeReason the reason of the 403
     * @param reasonsInMetadata the detailed reason stands in {@code metadata.detailedReasons}
     * @param requestsPerMinute of one user
     * @param retryAfterSeconds of a 429; 0 for no such header
     * @param noProfileStatus the status word of the 412
     * @param legacyUserIdAbsent identity lacks the Fitbit id
     * @param serviceDisabled the project is not let in: 403 SERVICE_DISABLED
     * @param tcxContentType of the raw track
     * @param tcxWithoutLocationScope a track without positions instead of 403
     * @param tcxWithoutRouteIsEmpty 200 with nothing in it instead of 404
     * @param sleepInProgressFirst a night has no summary until it is processed
     * @param inProgressWithoutEnd such a night has no end
     * @param sessionsWithCivilTimes sleep and exercise have civil times
     * @param variabilitySpacingMinutes between two values of a night, a multiple of 5
     * @param skinBaselineAfterNights nights before there is a baseline
     * @param skinBaselineAsNaN a missing baseline is {@code "NaN"}, not left out
     * @param undetectedBreathingPrinted a stage that could not tell has 0, not nothing
     * @param phoneCountsStepsToo list has steps of a phone beside the tracker's
     * @param exerciseDistanceMisspelt {@code distanceMillimiters}, as a codelab has it
     */
    public record Answers(
            boolean emptyPageToken,
            int pageTokenMinutes,
            boolean printedZeroRollUps,
            boolean dailyEndInclusive,
            int dailyRollUpDays,
            boolean omittedPageSizeCounts,
            int listRangeDays,
            boolean personalRangeRollUps,
            String missingScopeReason,
            boolean reasonsInMetadata,
            int requestsPerMinute,
            int retryAfterSeconds,
            String noProfileStatus,
            boolean legacyUserIdAbsent,
            boolean serviceDisabled,
            String tcxContentType,
            boolean tcxWithoutLocationScope,
            boolean tcxWithoutRouteIsEmpty,
            boolean sleepInProgressFirst,
            boolean inProgressWithoutEnd,
            boolean sessionsWithCivilTimes,
            int variabilitySpacingMinutes,
            int skinBaselineAfterNights,
            boolean skinBaselineAsNaN,
            boolean undetectedBreathingPrinted,
            boolean phoneCountsStepsToo,
            boolean exerciseDistanceMisspelt) {}

    /**
     * Subscribers and notifications (fact sheet section 3).
     *
     * @param arrays a body is an array of notifications, not one of them
     * @param mostPerPush elements of such an array
     * @param signatureHeader its name; earlier it was {@code X-HEALTHAPI-SIGNATURE}
     * @param withoutAuthorization notifications lack the secret
     * @param anySuccessAccepted every 2xx ends the delivery, not only 204
     * @param answerWithinMilliseconds real time
     * @param keptDays simulated days for which undelivered notifications are kept
     * @param duplicates every push comes twice
     * @param reordered the last notification of a batch comes first
     * @param dailyIntervals notifications of daily types carry the civil day
     * @param onlyPhysicalIntervals intervals lack both civil forms
     * @param oxygenSaturation the SpO2 of a night by the minute is told too
     * @param deleteOnRevocation the end of a consent is told as DELETE of every type, without
     *     intervals
     * @param manualForEveryType manual subscriptions are not limited to the six types of the schema
     * @param bareSubscriberAnswer create and patch answer the subscriber, not an operation
     * @param httpsOnly endpoints must have TLS
     * @param signedProbes the two probes carry a signature
     * @param probeDelayMilliseconds between the two, real time
     * @param probeUserAgent of the two
     */
    public record Webhooks(
            boolean arrays,
            int mostPerPush,
            String signatureHeader,
            boolean withoutAuthorization,
            boolean anySuccessAccepted,
            int answerWithinMilliseconds,
            int keptDays,
            boolean duplicates,
            boolean reordered,
            boolean dailyIntervals,
            boolean onlyPhysicalIntervals,
            boolean oxygenSaturation,
            boolean deleteOnRevocation,
            boolean manualForEveryType,
            boolean bareSubscriberAnswer,
            boolean httpsOnly,
            boolean signedProbes,
            int probeDelayMilliseconds,
            String probeUserAgent) {}

    /** What the fact sheet recommends. */
    public static Knobs defaults() {
        return Json.read(DEFAULTS.getBytes(UTF_8), Knobs.class);
    }

    /**
     * The same with some of them changed.
     *
     * @param change like {@code {"answers":{"dailyEndInclusive":true}}}
     * @throws IllegalArgumentException naming a knob that is unknown or of another type
     */
    public Knobs changed(JsonNode change) {
        ObjectNode all = (ObjectNode) Json.tree(this);
        for (Map.Entry<String, JsonNode> room : change.properties()) {
            JsonNode known = all.get(room.getKey());
            if (!(known instanceof ObjectNode knobs) || !room.getValue().isObject()) {
                throw new IllegalArgumentException(
                        "\"%s\" is not one of consent, answers, webhooks".formatted(room.getKey()));
            }
            for (Map.Entry<String, JsonNode> knob : room.getValue().properties()) {
                JsonNode before = knobs.get(knob.getKey());
                if (before == null || before.getNodeType() != knob.getValue().getNodeType()) {
                    throw new IllegalArgumentException(
                            "%s.%s = %s does not fit; it is %s"
                                    .formatted(
                                            room.getKey(), knob.getKey(), knob.getValue(), before));
                }
                knobs.set(knob.getKey(), knob.getValue());
            }
        }
        return Json.read(Json.bytes(all), Knobs.class);
    }
}
