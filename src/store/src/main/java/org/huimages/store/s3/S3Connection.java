package org.huimages.store.s3;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.huimages.thread.OwnThreads;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.core.retry.RetryUtils;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/// The client, set up: with limits to everything, and nothing done that our own checksums do better.
///
/// What is tried again: refused and broken connections, 5xx and SlowDown. Not what took its whole time: who asked
/// has waited long enough.
final class S3Connection implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(S3Connection.class.getName());
    private static final int SERVER_ERROR = 500;
    private static final int NOT_IMPLEMENTED = 501;
    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(5);

    private final SdkHttpClient http;

    /// For the SDK's time limits. Its own threads may outlive its client for a moment.
    private final OwnThreads clockThreads = new OwnThreads("huimages-s3-clock");
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(2, clockThreads);

    private final AwsCredentialsProvider credentials;
    private final S3Client client;

    S3Connection(S3Config config, S3Limits limits) {
        clock.setRemoveOnCancelPolicy(true);
        http = http(limits);
        credentials = credentials(config);
        client = client(config, limits);
    }

    S3Client client() {
        return client;
    }

    private static SdkHttpClient http(S3Limits limits) {
        return Apache5HttpClient.builder()
                .connectionTimeout(limits.connect())
                .socketTimeout(limits.read())
                .connectionAcquisitionTimeout(limits.acquire())
                .maxConnections(limits.connections())
                .build();
    }

    private S3Client client(S3Config config, S3Limits limits) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClient(http)
                .credentialsProvider(credentials)
                .region(region(config))
                .forcePathStyle(config.isPathStyle())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(S3Configuration.builder()
                        .chunkedEncodingEnabled(false) // not every server knows Amazon's framing
                        .build())
                .overrideConfiguration(override -> override.apiCallAttemptTimeout(limits.attempt())
                        .apiCallTimeout(limits.total())
                        .scheduledExecutorService(clock)
                        .retryStrategy(retries(limits)));
        config.endpoint().ifPresentOrElse(builder::endpointOverride, () -> builder.crossRegionAccessEnabled(true));
        return builder.build();
    }

    private static AwsCredentialsProvider credentials(S3Config config) {
        return config.keys()
                .<AwsCredentialsProvider>map(keys -> StaticCredentialsProvider.create(credentials(keys)))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    private static AwsCredentials credentials(S3Keys keys) {
        return keys.token()
                .<AwsCredentials>map(token -> AwsSessionCredentials.create(keys.id(), keys.secret(), token))
                .orElseGet(() -> AwsBasicCredentials.create(keys.id(), keys.secret()));
    }

    /// Where the SDK finds one; the metadata service of Amazon's machines is not asked about other servers.
    private static Region region(S3Config config) {
        AwsRegionProvider provider = config.endpoint().isPresent()
                ? new AwsRegionProviderChain(new SystemSettingsRegionProvider(), new AwsProfileRegionProvider())
                : new DefaultAwsRegionProviderChain();
        try {
            return Optional.ofNullable(provider.getRegion()).orElse(Region.US_EAST_1);
        } catch (SdkClientException none) {
            return Region.US_EAST_1;
        }
    }

    private static RetryStrategy retries(S3Limits limits) {
        return DefaultRetryStrategy.standardStrategyBuilder()
                .useClientDefaults(false)
                .maxAttempts(limits.attempts())
                .retryOnException(S3Connection::mayPass)
                .treatAsThrottling(
                        thrown -> thrown instanceof SdkException known && RetryUtils.isThrottlingException(known))
                .build();
    }

    private static boolean mayPass(Throwable thrown) {
        return switch (thrown) {
            case SdkServiceException answer -> mayPass(answer);
            case SdkException failed -> isBroken(failed);
            default -> false;
        };
    }

    private static boolean mayPass(SdkServiceException answer) {
        return (answer.statusCode() >= SERVER_ERROR && answer.statusCode() != NOT_IMPLEMENTED)
                || S3Errors.isOvertaken(answer)
                || RetryUtils.isThrottlingException(answer)
                || RetryUtils.isClockSkewException(answer);
    }

    /// A time limit is a kind of interruption to the JDK.
    private static boolean isBroken(SdkException failed) {
        return S3Errors.cause(failed, IOException.class).isPresent()
                && S3Errors.cause(failed, InterruptedIOException.class).isEmpty()
                && S3Errors.cause(failed, FileSystemException.class).isEmpty();
    }

    @Override
    public void close() {
        client.close();
        http.close(); // one that was given to a client is not closed by it, and keeps a thread
        if (credentials instanceof SdkAutoCloseable open) {
            open.close();
        }
        stopClock();
    }

    private void stopClock() {
        if (!clockThreads.end(clock, PATIENCE_AT_END)) {
            LOG.log(System.Logger.Level.WARNING, "the clock of S3's time limits has not ended");
        }
    }
}
