package org.huimages.job;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// A part of a job's report.
///
/// @param next where the next part begins, in bytes; empty if this is the last one, for now
public record ReportPage(List<ReportLine> lines, OptionalLong next) {

    /// As many bytes as the last lines take, mostly. The first one is cut then, and is none.
    private static final long TAIL = 8192;

    public ReportPage {
        lines = List.copyOf(lines);
    }

    /// @param from where to begin, in bytes: 0, or the `next` of the page before
    static ReportPage read(Path file, long from, int limit) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            channel.position(Math.min(from, size));
            return read(new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8)), from, size, limit);
        } catch (NoSuchFileException noReport) {
            return new ReportPage(List.of(), OptionalLong.empty());
        }
    }

    /// The last lines.
    ///
    /// @param length of the report, in bytes
    static List<ReportLine> tail(Path file, long length, int limit) throws IOException {
        List<ReportLine> lines =
                read(file, Math.max(0, length - TAIL), Integer.MAX_VALUE).lines();
        return lines.subList(Math.max(0, lines.size() - limit), lines.size());
    }

    private static ReportPage read(BufferedReader reader, long from, long size, int limit) throws IOException {
        List<ReportLine> lines = new ArrayList<>();
        long at = from;
        while (lines.size() < limit && at < size) {
            String line = reader.readLine();
            if (line == null) {
                break;
            }
            at += line.getBytes(StandardCharsets.UTF_8).length + 1L;
            ReportLine.parse(line).ifPresent(lines::add);
        }
        return new ReportPage(lines, at < size ? OptionalLong.of(at) : OptionalLong.empty());
    }
}
