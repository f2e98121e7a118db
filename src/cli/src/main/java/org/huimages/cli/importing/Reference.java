package org.huimages.cli.importing;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// `key=value`.
final class Reference implements ITypeConverter<Map.Entry<String, String>> {
    @Override
    public Map.Entry<String, String> convert(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new TypeConversionException("a reference is key=value, not '" + text + "'");
        }
        return new SimpleImmutableEntry<>(text.substring(0, equals), text.substring(equals + 1));
    }
}
