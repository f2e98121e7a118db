package org.huimages.jakarta;

import org.hibernate.dialect.Dialect;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.AbstractClassJavaType;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeIndicators;
import org.huimages.url.ImageId;
import org.jspecify.annotations.Nullable;

/// An ID as Hibernate keeps it: `varchar(34)`.
final class ImageIdType extends AbstractClassJavaType<ImageId> {
    private static final long serialVersionUID = 1;

    private static final long CHARACTERS = 34;

    ImageIdType() {
        super(ImageId.class);
    }

    @Override
    public JdbcType getRecommendedJdbcType(JdbcTypeIndicators indicators) {
        return indicators.getJdbcType(SqlTypes.VARCHAR);
    }

    @Override
    public long getDefaultSqlLength(Dialect dialect, JdbcType jdbcType) {
        return CHARACTERS;
    }

    @Override
    public ImageId fromString(CharSequence text) {
        return new ImageId(text.toString());
    }

    @Override
    public <X> @Nullable X unwrap(@Nullable ImageId id, Class<X> type, WrapperOptions options) {
        if (id == null) {
            return null;
        }
        return type.isInstance(id) ? type.cast(id) : type.cast(id.text());
    }

    @Override
    public <X> @Nullable ImageId wrap(@Nullable X value, WrapperOptions options) {
        return switch (value) {
            case null -> null;
            case ImageId id -> id;
            default -> new ImageId(value.toString());
        };
    }
}
