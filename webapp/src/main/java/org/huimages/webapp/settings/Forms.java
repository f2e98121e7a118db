package org.huimages.webapp.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huimages.catalog.Audience;
import org.huimages.keeper.MinFree;
import org.huimages.original.Verify;
import org.huimages.store.couch.CouchAddress;
import org.huimages.store.legacy.LegacyRule;
import org.huimages.url.SigningKeys;
import org.huimages.url.Size;

/// The forms that settings have.
final class Forms {
    static final Form<Path> PATH = Form.of("an absolute path", Forms::path);
    static final Form<URI> URL = Form.of("an http or https address without query", Forms::url);
    static final Form<Long> COUNT = Form.of("a whole number from 1 up", text -> atLeastOne(Long.parseLong(text)));
    static final Form<Long> BYTES = Form.of("a number of bytes, such as 64MB, 500kB or 2GB", Forms::bytes);
    static final Form<MinFree> MIN_FREE =
            Form.of("a share such as 5%, or a number of bytes such as 10GB", Forms::minFree);
    static final Form<Duration> DURATION = Form.of("a duration, such as 500ms, 10s or 2m", Forms::duration);
    static final Form<String> TWO_DIGITS = Form.of("two digits", text -> matching("[0-9]{2}", text));
    static final Form<String> HOST =
            Form.of("a host name without a port", text -> matching("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*", text));
    static final Form<Set<String>> HOSTS = Form.of("host names without ports, with commas between", Forms::hosts);
    static final Form<Boolean> YES_OR_NO =
            Form.of("true or false", text -> matching("true|false", text).equals("true"));
    static final Form<SigningKeys> SIGNING_KEYS =
            Form.secret("id:hex,id:hex with 16 bytes at least for each", SigningKeys::parse);
    static final Form<SizeRule> SIZES =
            Form.of("open, signed, or sizes as in list:240x160,75x75!,vga", Forms::sizeRule);

    static final Form<Audience> AUDIENCE = Form.of(
            "readers or public",
            text -> matching("readers|public", text).equals("public") ? Audience.PUBLIC : Audience.READERS);

    static final Form<CouchAddress> COUCH_SERVER =
            Form.secret("an http or https address, such as http://user:password@host:5984", CouchAddress::parse);
    static final Form<String> CATALOG = Form.of("embedded or couch", text -> matching("embedded|couch", text));
    static final Form<String> BUCKET =
            Form.of("the name of a bucket", text -> matching("[A-Za-z0-9][A-Za-z0-9._-]{2,254}", text));
    static final Form<String> KEY = Form.secret("a key without blanks", text -> matching("\\S+", text));
    static final Form<Verify> VERIFY = Form.of(
            "strict or warn",
            text -> Verify.valueOf(matching("strict|warn", text).toUpperCase(Locale.ROOT)));

    static final Form<LegacyRule> LEGACY = Form.of(
            "keep, delete or off",
            text -> LegacyRule.valueOf(matching("keep|delete|off", text).toUpperCase(Locale.ROOT)));

    private static final int MOST_PERCENT = 90;
    private static final double WHOLE = 100;
    private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,15})\\s*([a-zA-Z]*)");
    private static final String LIST = "list:";

    private Forms() {}

    /// A whole number from 1 to `most`.
    static Form<Integer> upTo(int most) {
        return Form.of("a whole number from 1 to " + most, text -> {
            int number = Integer.parseInt(text);
            check(number >= 1 && number <= most);
            return number;
        });
    }

    private static Path path(String text) {
        Path path = Path.of(text);
        check(path.isAbsolute());
        return path;
    }

    private static URI url(String text) {
        URI url = URI.create(text.replaceFirst("/+$", ""));
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        check(url.getHost() != null && url.getQuery() == null && url.getFragment() == null);
        check("http".equals(scheme) || "https".equals(scheme));
        return url;
    }

    private static String matching(String regex, String text) {
        check(text.matches(regex));
        return text;
    }

    private static long bytes(String text) {
        Matcher amount = amount(text);
        int shift = switch (amount.group(2).toUpperCase(Locale.ROOT)) {
            case "", "B" -> 0;
            case "K", "KB" -> 10;
            case "M", "MB" -> 20;
            case "G", "GB" -> 30;
            case "T", "TB" -> 40;
            default -> throw new IllegalArgumentException(text);
        };
        return atLeastOne(Math.multiplyExact(Long.parseLong(amount.group(1)), 1L << shift));
    }

    private static MinFree minFree(String text) {
        if (!text.endsWith("%")) {
            return new MinFree.Bytes(bytes(text));
        }
        int percent = Integer.parseInt(text.substring(0, text.length() - 1).strip());
        check(percent >= 0 && percent <= MOST_PERCENT);
        return new MinFree.Share(percent / WHOLE);
    }

    private static Duration duration(String text) {
        Matcher amount = amount(text);
        long number = atLeastOne(Long.parseLong(amount.group(1)));
        return switch (amount.group(2).toLowerCase(Locale.ROOT)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Matcher amount(String text) {
        Matcher amount = AMOUNT.matcher(text);
        check(amount.matches());
        return amount;
    }

    private static Set<String> hosts(String list) {
        return Stream.of(list.split(",", -1))
                .map(name -> matching("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*|\\[[0-9A-Fa-f:.]+]", name.strip()))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static SizeRule sizeRule(String text) {
        return switch (text) {
            case "open" -> new SizeRule.Open();
            case "signed" -> new SizeRule.Signed();
            default -> {
                check(text.startsWith(LIST));
                yield new SizeRule.Listed(sizes(text.substring(LIST.length())));
            }
        };
    }

    private static Set<Size> sizes(String list) {
        return Stream.of(list.split(",", -1))
                .map(String::strip)
                .map(Forms::size)
                .collect(Collectors.toSet());
    }

    private static Size size(String text) {
        Optional<Size> size = Size.parse(text).or(() -> Size.named(text));
        return size.orElseThrow(() -> new IllegalArgumentException(text));
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
