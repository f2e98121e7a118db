package org.huimages.store.s3;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.huimages.original.StoreSetupException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/// What the SDK's exceptions mean, and the only place that knows.
///
/// @param config whose settings are named; its secrets are not
record S3Errors(S3Config config) {
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    private static final int NOT_IMPLEMENTED = 501;

    /// Does what may throw an exception of the SDK's.
    ///
    /// @throws StoreSetupException if a setting is wrong
    /// @throws FileSystemException if our own disk is the trouble
    /// @throws IOException if S3 cannot be asked
    <T> T translated(Supplier<T> call) throws IOException {
        try {
            return call.get();
        } catch (RuntimeException failed) {
            throw of(failed);
        }
    }

    /// What is answered, or empty if it says that there is no such object.
    <T> Optional<T> found(Supplier<T> call) throws IOException {
        try {
            return Optional.of(call.get());
        } catch (SdkServiceException answer) {
            if (answer.statusCode() == NOT_FOUND && !"NoSuchBucket".equals(code(answer))) {
                return Optional.empty();
            }
            throw of(answer);
        } catch (RuntimeException failed) {
            throw of(failed);
        }
    }

    /// How a put ended that was to store only where nothing was.
    enum Ending {
        STORED,
        THERE,
        /// The server does not know conditions, and has stored nothing.
        NO_CONDITIONS
    }

    Ending ending(Runnable put) throws IOException {
        try {
            put.run();
            return Ending.STORED;
        } catch (SdkServiceException answer) {
            return ending(answer);
        } catch (RuntimeException failed) {
            throw of(failed);
        }
    }

    private Ending ending(SdkServiceException answer) throws IOException {
        return switch (answer.statusCode()) {
            case PRECONDITION_FAILED -> Ending.THERE;
            case NOT_IMPLEMENTED -> Ending.NO_CONDITIONS;
            default -> throw of(answer);
        };
    }

    /// A body that breaks off is worth another try, a disk that is full is not.
    static IOException whileReading(IOException failed) {
        if (failed instanceof FileSystemException) {
            return failed;
        }
        throw RetryableException.create("the body broke off: " + failed.getMessage(), failed);
    }

    /// Somebody else writes the object at this moment.
    static boolean isOvertaken(SdkServiceException answer) {
        return answer.statusCode() == CONFLICT;
    }

    /// Not only the SDK's own: where a body ends too early, an [java.io.UncheckedIOException] comes through.
    private IOException of(RuntimeException failed) {
        Optional<FileSystemException> ofDisk = cause(failed, FileSystemException.class);
        if (ofDisk.isPresent()) {
            return ofDisk.get();
        }
        Optional<String> mistake = failed instanceof SdkServiceException answer ? mistake(answer) : mistake(failed);
        return mistake.<IOException>map(text -> new StoreSetupException(text, failed))
                .orElseGet(() -> new IOException(config.server() + ": " + oneLine(failed), failed));
    }

    /// Codes as in Amazon's 'Error responses'. An answer to HEAD has none.
    private Optional<String> mistake(SdkServiceException answer) {
        return Optional.ofNullable(
                switch (code(answer)) {
                    case "NoSuchBucket" -> "HUIMAGES3BUCKET is " + config.bucket() + ", but there is no such bucket";
                    case "InvalidBucketName" -> "HUIMAGES3BUCKET is " + config.bucket() + ", which cannot be one";
                    case "InvalidAccessKeyId" -> "AWS_ACCESS_KEY_ID is not known to " + config.server();
                    case "SignatureDoesNotMatch" -> "AWS_SECRET_ACCESS_KEY is not the one of AWS_ACCESS_KEY_ID";
                    case "InvalidToken", "ExpiredToken", "TokenRefreshRequired" -> "AWS_SESSION_TOKEN is not valid";
                    case "RequestTimeTooSkewed" -> "the clock of this machine is wrong: S3 refuses what it signs";
                    case "AccessDenied", "AllAccessDisabled", "AccountProblem" -> refused();
                    default -> ofStatus(answer);
                });
    }

    private @Nullable String ofStatus(SdkServiceException answer) {
        return switch (answer.statusCode()) {
            case 401, 403 -> refused();
            case 301, 307 -> "HUIMAGES3BUCKET is " + config.bucket() + ", which lies elsewhere: set AWS_REGION";
            default -> null;
        };
    }

    private String refused() {
        return "HUIMAGES3BUCKET is " + config.bucket() + ", to which AWS_ACCESS_KEY_ID has no access;"
                + " needed are s3:ListBucket, s3:GetObject, s3:PutObject, s3:DeleteObject";
    }

    /// The SDK has no type for either.
    private Optional<String> mistake(RuntimeException failed) {
        if (oneLine(failed).startsWith("Unable to load credentials")) {
            return Optional.of("AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set, and no other keys are found");
        }
        return cause(failed, UnknownHostException.class)
                .filter(unknown -> config.endpoint().isPresent())
                .map(unknown -> "HUIMAGES_S3_ENDPOINT is " + config.server() + ", a host that is not known");
    }

    private static String code(SdkServiceException answer) {
        return Optional.of(answer)
                .filter(AwsServiceException.class::isInstance)
                .map(known -> ((AwsServiceException) known).awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("");
    }

    private static String oneLine(RuntimeException failed) {
        return Objects.requireNonNullElse(failed.getMessage(), failed.toString())
                .lines()
                .findFirst()
                .orElse("");
    }

    static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> type) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
