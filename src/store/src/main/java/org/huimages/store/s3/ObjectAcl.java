package org.huimages.store.s3;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.huimages.original.StoreSetupException;
import org.huimages.url.ImageId;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectAclRequest;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.PutObjectAclRequest;

/// Who may read an object, by its own list of rights. (What a policy of the bucket allows is not looked at.)
record ObjectAcl(S3Config config, S3Limits limits, S3Client client, S3Errors errors) {
    private static final Set<Integer> NO_LISTS = Set.of(405, 501);

    /// Amazon's 'Access control list (ACL) overview': those with and without an account.
    private static final Set<String> EVERYBODY = Set.of(
            "http://acs.amazonaws.com/groups/global/AllUsers",
            "http://acs.amazonaws.com/groups/global/AuthenticatedUsers");

    /// @throws StoreSetupException if the server does not tell
    boolean isPublic(ImageId id) throws IOException {
        GetObjectAclRequest request = GetObjectAclRequest.builder()
                .bucket(config.bucket())
                .key(id.text())
                .overrideConfiguration(override -> override.apiCallTimeout(limits.brief()))
                .build();
        return asked(() -> errors.found(() -> client.getObjectAcl(request).grants())).orElse(List.of()).stream()
                .anyMatch(ObjectAcl::isForEverybody);
    }

    private static boolean isForEverybody(Grant grant) {
        return grant.grantee() != null
                && EVERYBODY.contains(Objects.requireNonNullElse(grant.grantee().uri(), ""));
    }

    void makePrivate(ImageId id) throws IOException {
        PutObjectAclRequest request = PutObjectAclRequest.builder()
                .bucket(config.bucket())
                .key(id.text())
                .acl(ObjectCannedACL.PRIVATE)
                .overrideConfiguration(override -> override.apiCallTimeout(limits.brief()))
                .build();
        asked(() -> errors.translated(() -> client.putObjectAcl(request)));
    }

    private interface Question<T> {
        T ask() throws IOException;
    }

    private <T> T asked(Question<T> question) throws IOException {
        try {
            return question.ask();
        } catch (IOException failed) {
            boolean none = S3Errors.cause(failed, SdkServiceException.class)
                    .filter(answer -> NO_LISTS.contains(answer.statusCode()))
                    .isPresent();
            boolean refused = failed instanceof StoreSetupException;
            if (none || refused) {
                throw new StoreSetupException(
                        config.server() + " does not tell who may read objects (s3:GetObjectAcl, s3:PutObjectAcl)",
                        failed);
            }
            throw failed;
        }
    }
}
