package org.huimages.webapp.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huimages.failure.SetupException;
import org.huimages.rendition.SizePolicy;
import org.huimages.url.SigningKeys;
import org.huimages.url.Size;

/// Reads typed values and gathers what is wrong with them, so that one start shows every mistake.
final class SettingReader {
    private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,15})\\s*([a-zA-Z]*)");

    private static final String LIST = "list:";
    private static final String NO_KEYS = "HUIMAGES_SIGNING_KEYS is not set: give it keys as id:hex,id:hex";

    /// Names of the client, of tests, and what Kubernetes injects for a service called huimages.
    private static final Pattern NOT_OURS =
            Pattern.compile("HUIMAGES_(TEST_.*|SERVICE_.*|PORT.*|API_URL)|HUIMAGESALTADDITION");

    private final SettingSource source;
    private final Set<String> known = new HashSet<>();
    private final List<String> mistakes = new ArrayList<>();

    SettingReader(SettingSource source) {
        this.source = source;
    }

    Optional<Path> path(String name) {
        return read(name, "an absolute path", SettingReader::parsePath);
    }

    Optional<URI> url(String name) {
        return read(name, "an http or https address without query", SettingReader::parseUrl);
    }

    Optional<String> matching(String name, String regex, String what) {
        return read(name, what, value -> {
            check(value.matches(regex));
            return value;
        });
    }

    Optional<Long> count(String name) {
        return read(name, "a whole number from 1 up", value -> atLeastOne(Long.parseLong(value)));
    }

    /// A whole number from 1 to `most`.
    Optional<Integer> upTo(int most, String name) {
        return read(name, "a whole number from 1 to " + most, value -> {
            int number = Integer.parseInt(value);
            check(number >= 1 && number <= most);
            return number;
        });
    }

    Optional<Long> bytes(String name) {
        return read(name, "a number of bytes, such as 64MB, 500kB or 2GB", SettingReader::parseBytes);
    }

    Optional<Duration> duration(String name) {
        return read(name, "a duration, such as 500ms, 10s or 2m", SettingReader::parseDuration);
    }

    Optional<SigningKeys> signingKeys(String name) {
        Optional<String> text = matching(name, ".*", "");
        try {
            return text.map(SigningKeys::parse);
        } catch (IllegalArgumentException wrong) {
            mistakes.add(name + ": " + wrong.getMessage()); // never the value, which holds secrets
            return Optional.empty();
        }
    }

    /// `open`, `signed`, or `list:` and sizes or their names with commas between.
    SizePolicy sizePolicy(String name, Optional<SigningKeys> keys) {
        return read(name, "open, signed, or sizes as in list:240x160,75x75!,vga", value -> parsePolicy(value, keys))
                .orElseGet(SizePolicy.Open::new);
    }

    private static SizePolicy parsePolicy(String value, Optional<SigningKeys> keys) {
        return switch (value) {
            case "open" -> new SizePolicy.Open();
            case "signed" -> new SizePolicy.Signed(keys.orElseThrow(() -> new SetupException(NO_KEYS)));
            default -> {
                check(value.startsWith(LIST));
                yield new SizePolicy.Listed(
                        Stream.of(value.substring(LIST.length()).split(",", -1))
                                .map(String::strip)
                                .map(SettingReader::parseSize)
                                .collect(Collectors.toSet()));
            }
        };
    }

    private static Size parseSize(String text) {
        return Size.parse(text).or(() -> Size.named(text)).orElseThrow(() -> new IllegalArgumentException(text));
    }

    private <T> Optional<T> read(String name, String what, Function<String, T> parse) {
        known.add(name);
        return source.find(name).flatMap(value -> parse(name, value, what, parse));
    }

    private <T> Optional<T> parse(String name, String value, String what, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(value));
        } catch (SetupException incomplete) {
            mistakes.add(name + " is '" + value + "', but " + incomplete.getMessage());
            return Optional.empty();
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            mistakes.add(name + " is '" + value + "', but has to be " + what);
            return Optional.empty();
        }
    }

    /// @throws SetupException if anything was wrong, or a name is set that begins like ours and is not known
    void finish() {
        source.names().stream()
                .filter(name -> !known.contains(name) && !NOT_OURS.matcher(name).matches())
                .forEach(name -> mistakes.add(name + " is set, but there is no such setting"));
        if (!mistakes.isEmpty()) {
            throw new SetupException(String.join("; ", mistakes));
        }
    }

    private static Path parsePath(String value) {
        Path path = Path.of(value);
        check(path.isAbsolute());
        return path;
    }

    private static URI parseUrl(String value) {
        URI url = URI.create(value.replaceFirst("/+$", ""));
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        check(url.getHost() != null && url.getQuery() == null && url.getFragment() == null);
        check("http".equals(scheme) || "https".equals(scheme));
        return url;
    }

    private static long parseBytes(String value) {
        Matcher amount = amount(value);
        int shift = switch (amount.group(2).toUpperCase(Locale.ROOT)) {
            case "", "B" -> 0;
            case "K", "KB" -> 10;
            case "M", "MB" -> 20;
            case "G", "GB" -> 30;
            case "T", "TB" -> 40;
            default -> throw new IllegalArgumentException(value);
        };
        return atLeastOne(Math.multiplyExact(Long.parseLong(amount.group(1)), 1L << shift));
    }

    private static Duration parseDuration(String value) {
        Matcher amount = amount(value);
        long number = atLeastOne(Long.parseLong(amount.group(1)));
        return switch (amount.group(2).toLowerCase(Locale.ROOT)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> throw new IllegalArgumentException(value);
        };
    }

    private static Matcher amount(String value) {
        Matcher amount = AMOUNT.matcher(value);
        check(amount.matches());
        return amount;
    }

    private static long atLeastOne(long number) {
        check(number >= 1);
        return number;
    }

    private static void check(boolean valid) {
        if (!valid) {
            throw new IllegalArgumentException("not valid");
        }
    }
}
