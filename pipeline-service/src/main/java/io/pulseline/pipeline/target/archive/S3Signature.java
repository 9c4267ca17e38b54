package io.pulseline.pipeline.target.archive;

import io.pulseline.pipeline.target.http.HttpCall;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * AWS Signature Version 4 in the header {@code Authorization}, by the signer of AWS's own SDK. It
 * covers method, path, host, time, headers and the whole body.
 */
final class S3Signature {
    private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

    private final String region;
    private final AwsCredentialsIdentity identity;
    private final Clock clock;

    S3Signature(String region, String accessKey, String secretKey, Clock clock) {
        this.region = region;
        this.identity = AwsCredentialsIdentity.create(accessKey, secretKey);
        this.clock = clock;
    }

    /** The same request with the headers that prove who sends it. */
    HttpCall signed(HttpCall call) {
        SdkHttpRequest.Builder request =
                SdkHttpRequest.builder()
                        .uri(call.address())
                        .method(SdkHttpMethod.fromValue(call.method()));
        for (Map.Entry<String, String> header : call.headers().entrySet()) {
            request = request.putHeader(header.getKey(), header.getValue());
        }
        Map<String, List<String>> headers =
                SIGNER.sign(question(request.build(), call.body())).request().headers();
        HttpCall signed = call;
        for (Map.Entry<String, List<String>> header : headers.entrySet()) {
            if (!isOfTheConnection(header.getKey())) {
                signed = signed.header(header.getKey(), String.join(",", header.getValue()));
            }
        }
        return signed;
    }

    private SignRequest<AwsCredentialsIdentity> question(SdkHttpRequest request, byte[] body) {
        return SignRequest.builder(identity)
                .request(request)
                .payload(ContentStreamProvider.fromByteArray(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                // As S3 wants it, other than all other services of AWS.
                .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, true)
                .putProperty(HttpSigner.SIGNING_CLOCK, clock)
                .build();
    }

    private static boolean isOfTheConnection(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return name.equals("host") || name.equals("content-length");
    }
}
