package org.huimages.store.s3;

import java.io.IOException;
import java.nio.file.Path;
import org.huimages.level.Level;
import org.huimages.level.LevelStore;
import org.huimages.store.download.Download;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/// Levels as private objects of the bucket of the originals: `pyramid/2/ID` is the half.
///
/// @param client is its owner's to close
record S3LevelStore(S3Config config, S3Limits limits, S3Client client, S3Errors errors) implements LevelStore {
    private static final String FOLDER = "pyramid/";

    private static String key(ImageId id, Level level) {
        return FOLDER + level.shrink() + "/" + id.text();
    }

    @Override
    public void put(ImageId id, Level level, Path file) throws IOException {
        PutObjectRequest request = PutObjectRequest.builder()
                .bucket(config.bucket())
                .key(key(id, level))
                .contentType(ImageFormat.JPEG.mediaType())
                .build();
        errors.translated(() -> client.putObject(request, RequestBody.fromFile(file)));
    }

    @Override
    public boolean fetch(ImageId id, Level level, Path target) throws IOException {
        GetObjectRequest request = GetObjectRequest.builder()
                .bucket(config.bucket())
                .key(key(id, level))
                .build();
        try (Download download = Download.to(target)) {
            boolean found = errors.found(() -> client.getObject(request, S3OriginalStore.receiver(download)))
                    .isPresent();
            if (found) {
                download.publish();
            }
            return found;
        }
    }

    @Override
    public boolean holds(ImageId id, Level level) throws IOException {
        HeadObjectRequest request = HeadObjectRequest.builder()
                .bucket(config.bucket())
                .key(key(id, level))
                .overrideConfiguration(override -> override.apiCallTimeout(limits.brief()))
                .build();
        return errors.found(() -> client.headObject(request)).isPresent();
    }

    /// To delete what is not there is no error, to S3.
    @Override
    public void delete(ImageId id, Level level) throws IOException {
        errors.translated(() -> client.deleteObject(DeleteObjectRequest.builder()
                .bucket(config.bucket())
                .key(key(id, level))
                .overrideConfiguration(override -> override.apiCallTimeout(limits.brief()))
                .build()));
    }

    @Override
    public void close() {
        // the client is not ours
    }
}
