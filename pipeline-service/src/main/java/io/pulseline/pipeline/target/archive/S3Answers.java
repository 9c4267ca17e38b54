package io.pulseline.pipeline.target.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.Heard;
import io.pulseline.pipeline.target.http.HttpAnswer;
import io.pulseline.pipeline.target.http.HttpOutcomes;
import java.time.Instant;

/**
 * What an S3 store's answers mean: its XML errors say more than their statuses. What its user can
 * mend (keys, bucket, region) lets the target rest, so that nothing is lost. Of an error only its
 * code is kept: the rest repeats the file's name, and with it perhaps a title.
 */
final class S3Answers {
    private static final String WHOSE = "the S3 store";
    private static final Pattern CODE = Pattern.compile("<Code>\\s*([A-Za-z0-9]{1,60})\\s*</Code>");
    private static final int NOT_FOUND = 404;

    private S3Answers() {}

    /** To a file that was sent. */
    static DeliveryOutcome put(HttpAnswer answer, Instant now) {
        return answer instanceof HttpAnswer.Received received
                ? put(received, code(received), now)
                : HttpOutcomes.of(answer, WHOSE, now);
    }

    /** To a file that was to be removed. */
    static DeliveryOutcome removed(HttpAnswer answer, Instant now) {
        return answer instanceof HttpAnswer.Received received
                        && received.status() == NOT_FOUND
                        && !code(received).equals("NoSuchBucket")
                ? new DeliveryOutcome.Accepted(null, new Heard(NOT_FOUND, code(received)))
                : put(answer, now);
    }

    private static DeliveryOutcome put(HttpAnswer.Received answer, String code, Instant now) {
        Heard heard = new Heard(answer.status(), code);
        if (!answer.isSuccess()) {
            return failed(answer, code, heard, now);
        }
        return code.isEmpty()
                ? new DeliveryOutcome.Accepted(null, heard)
                : new DeliveryOutcome.Later(
                        WHOSE + " answered " + answer.status() + " with an error inside",
                        null,
                        heard);
    }

    private static DeliveryOutcome failed(
            HttpAnswer.Received answer, String code, Heard heard, Instant now) {
        return switch (code) {
            case "RequestTimeTooSkewed" ->
                    new DeliveryOutcome.Later(
                            "our clock and that of the S3 store differ by more than 15 minutes:"
                                    + " the operator can set ours right",
                            answer.retryAfter(now).orElse(null),
                            heard);
            case "NoSuchBucket" ->
                    rest("there is no such bucket: create it or correct its name", heard);
            case "InvalidAccessKeyId" -> rest("the S3 store does not know the access key", heard);
            case "SignatureDoesNotMatch" ->
                    rest("the secret key is not that of the access key", heard);
            case "AccessDenied" ->
                    rest("the access key may not write and remove files in this folder", heard);
            case "PermanentRedirect", "TemporaryRedirect", "AuthorizationHeaderMalformed" ->
                    rest("the bucket is in another region: correct region and endpoint", heard);
            default ->
                    answer.status() == NOT_FOUND
                            ? rest("there is no such bucket at this endpoint", heard)
                            : HttpOutcomes.of(bare(answer, code), WHOSE, now);
        };
    }

    private static DeliveryOutcome rest(String reason, Heard heard) {
        return new DeliveryOutcome.Paused(reason, heard);
    }

    private static HttpAnswer bare(HttpAnswer.Received answer, String code) {
        return new HttpAnswer.Received(answer.status(), answer.headers(), code.getBytes(UTF_8));
    }

    /** Of the error in the body; empty if there is none. */
    private static String code(HttpAnswer.Received answer) {
        Matcher code = CODE.matcher(answer.text());
        return code.find() ? code.group(1) : "";
    }
}
