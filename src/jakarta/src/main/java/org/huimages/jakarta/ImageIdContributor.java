package org.huimages.jakarta;

import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.model.TypeContributor;
import org.hibernate.service.ServiceRegistry;

/// Tells Hibernate what an ID is, wherever the application keeps its entities. (It cannot be told of a converter so:
/// Hibernate 7.2 takes it for two of them.)
public class ImageIdContributor implements TypeContributor {
    /// For Hibernate.
    public ImageIdContributor() {}

    @Override
    public void contribute(TypeContributions types, ServiceRegistry services) {
        types.contributeJavaType(new ImageIdType());
    }
}
