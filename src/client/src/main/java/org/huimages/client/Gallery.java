package org.huimages.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.huimages.url.ImageId;

/// Documents of many pictures at once.
///
/// @param documents are remembered there, and so is that there is none
record Gallery(DocumentCache documents) {
    private static final int IDS_A_CALL = 100;

    /// In the order of `ids`, without those that are not there.
    ///
    /// @param ask is called for those that are not known, a hundred at once
    Map<ImageId, ImageInfo> infos(Collection<String> ids, Function<List<ImageId>, List<ImageInfo>> ask) {
        Set<ImageId> wanted = new LinkedHashSet<>();
        ids.forEach(id -> wanted.add(new ImageId(id)));
        Map<ImageId, ImageInfo> known = new LinkedHashMap<>();
        List<ImageId> unknown = new ArrayList<>();
        for (ImageId id : wanted) {
            documents.fresh(id).ifPresentOrElse(info -> known.put(id, info), () -> unknown.add(id));
        }
        for (int start = 0; start < unknown.size(); start += IDS_A_CALL) {
            List<ImageId> asked = unknown.subList(start, Math.min(unknown.size(), start + IDS_A_CALL));
            known.putAll(answered(asked, ask.apply(asked)));
        }
        return inOrder(wanted, known);
    }

    private Map<ImageId, ImageInfo> answered(List<ImageId> asked, List<ImageInfo> answer) {
        Map<ImageId, ImageInfo> infos = new LinkedHashMap<>();
        answer.forEach(info -> infos.put(info.id(), info));
        for (ImageId id : asked) {
            Optional.ofNullable(infos.get(id)).ifPresentOrElse(documents::put, () -> documents.putMissing(id));
        }
        return infos;
    }

    private static Map<ImageId, ImageInfo> inOrder(Set<ImageId> wanted, Map<ImageId, ImageInfo> known) {
        Map<ImageId, ImageInfo> ordered = new LinkedHashMap<>();
        wanted.forEach(id -> Optional.ofNullable(known.get(id)).ifPresent(info -> ordered.put(id, info)));
        return ordered;
    }
}
