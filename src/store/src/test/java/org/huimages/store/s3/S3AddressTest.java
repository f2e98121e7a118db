package org.huimages.store.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Optional;
import org.huimages.original.Verify;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where the client goes to. Amazon's region is the one of the machine's environment, so `REGION` stands for it.
class S3AddressTest {
    @ParameterizedTest
    @CsvSource({
        "pictures, , false, https://pictures.s3.REGION.amazonaws.com/KEY",
        "originals.i.hdimg.net, , false, https://s3.REGION.amazonaws.com/originals.i.hdimg.net/KEY",
        "pictures, , true, https://s3.REGION.amazonaws.com/pictures/KEY",
        "pictures, https://s3.example.net, false, https://pictures.s3.example.net/KEY",
        "pictures, https://s3.example.net, true, https://s3.example.net/pictures/KEY",
        "my.pictures, https://s3.example.net, false, https://s3.example.net/my.pictures/KEY",
        "my.pictures, http://s3.example.net:9000, false, http://my.pictures.s3.example.net:9000/KEY",
        "my.pictures, http://s3.example.net:9000, true, http://s3.example.net:9000/my.pictures/KEY"
    })
    void aBucketStandsWhereACertificateAllowsIt(String bucket, URI endpoint, boolean pathStyle, String address) {
        S3Config config = new S3Config(
                bucket,
                Optional.ofNullable(endpoint),
                pathStyle,
                Optional.of(new S3Keys("key", "secret", Optional.empty())),
                Verify.STRICT);
        try (S3Connection connection = new S3Connection(config, S3Limits.DEFAULT)) {
            String url = connection
                    .client()
                    .utilities()
                    .getUrl(request -> request.bucket(bucket).key("KEY"))
                    .toString();
            String region =
                    connection.client().serviceClientConfiguration().region().id();
            assertEquals(
                    address,
                    url.replace("s3." + region + ".", "s3.REGION.").replace("s3.amazonaws", "s3.REGION.amazonaws"));
        }
    }
}
