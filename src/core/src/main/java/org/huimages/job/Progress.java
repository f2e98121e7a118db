package org.huimages.job;

import java.util.Collections;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/// How far a job has come.
///
/// @param phase what it does at present, one word; empty before the first
/// @param total how many pictures there are to look at in this phase, as far as is known
/// @param done how many it has looked at in this phase
/// @param failed how many pictures something is wrong with, in all phases, that the job has not mended
/// @param bytes read in this phase
/// @param cursor where in this phase it is: what the next run begins behind
/// @param counts how often each word stands in the report
/// @param notes what the job has to remember, for itself
public record Progress(
        String phase,
        OptionalLong total,
        long done,
        long failed,
        long bytes,
        String cursor,
        SortedMap<String, Long> counts,
        SortedMap<String, String> notes) {

    static final Progress NONE = new Progress("", OptionalLong.empty(), 0, 0, 0, "", new TreeMap<>(), new TreeMap<>());

    public Progress {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        notes = Collections.unmodifiableSortedMap(new TreeMap<>(notes));
    }

    Progress inPhase(String newPhase, OptionalLong newTotal, String from) {
        return new Progress(newPhase, newTotal, 0, failed, 0, from, counts, notes);
    }

    Progress passed(String newCursor, long more) {
        return new Progress(phase, total, done + 1, failed, bytes + more, newCursor, counts, notes);
    }

    Progress counted(String what, boolean wrong) {
        SortedMap<String, Long> more = new TreeMap<>(counts);
        more.merge(what, 1L, Long::sum);
        return new Progress(phase, total, done, wrong ? failed + 1 : failed, bytes, cursor, more, notes);
    }

    Progress noted(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(notes);
        more.put(name, value);
        return new Progress(phase, total, done, failed, bytes, cursor, counts, more);
    }
}
