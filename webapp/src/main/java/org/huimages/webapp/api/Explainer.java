package org.huimages.webapp.api;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.ImageDocument;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.pixel.RenditionPlan;
import org.huimages.pixel.Step;
import org.huimages.rendition.RenditionKey;
import org.huimages.url.ImagePath;
import org.huimages.url.ParsedPath;
import org.huimages.url.Signature;
import org.huimages.url.Size;
import org.huimages.webapp.http.Json;
import tools.jackson.databind.node.ObjectNode;

/// What the server makes of the address of a picture, without making the picture.
public final class Explainer {
    private static final Pattern SIGNATURE = Pattern.compile("[?&]" + Signature.PARAMETER + "=([^&]*)");

    private final Catalog catalog;
    private final Workshop workshop;

    public Explainer(Catalog catalog, Workshop workshop) {
        this.catalog = catalog;
        this.workshop = workshop;
    }

    /// @param address the path of a picture, with its query
    public ObjectNode explain(String address) {
        ObjectNode answer = Json.object().put("path", address);
        switch (ImagePath.parse(address.replaceFirst("\\?.*", ""))) {
            case ParsedPath.Unknown() -> answer.put("meaning", "nothing");
            case ParsedPath.Plain(ImagePath path) -> add(answer.put("meaning", "picture"), path, signature(address));
            case ParsedPath.Moved(ImagePath target) ->
                add(answer.put("meaning", "moved").put("movedTo", target.path()), target, signature(address));
        }
        return answer;
    }

    private static Optional<String> signature(String address) {
        Matcher found = SIGNATURE.matcher(address);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private void add(ObjectNode answer, ImagePath path, Optional<String> signature) {
        answer.put("id", path.id().text())
                .put("size", path.size().text())
                .put("name", path.name())
                .put("format", path.extension().format().extension());
        Optional<Failure> refusal = refusal(() -> workshop.checkAllowed(path, signature, Instant.now()));
        answer.put("allowed", refusal.isEmpty());
        RenditionKey key = RenditionKey.of(path);
        answer.put("cached", workshop.cache().holds(key)).put("file", key.location());
        refusal.or(() -> refusal(() -> addPlan(answer, key))).ifPresent(why -> answer.put("refusal", why.text()));
    }

    private static Optional<Failure> refusal(Runnable check) {
        try {
            check.run();
            return Optional.empty();
        } catch (FailureException refused) {
            return Optional.of(refused.failure());
        }
    }

    private void addPlan(ObjectNode answer, RenditionKey key) {
        ImageDocument document = catalog.find(key.id()).orElseThrow(Call::noPicture);
        if (document.isDeleted()) {
            throw Pictures.gone().exception();
        }
        if (!(key.size() instanceof Size.Original)) {
            RenditionPlan plan = workshop.plan(document, key);
            plan.steps().stream().map(Step::words).forEach(answer.putArray("steps")::add);
            answer.put("memory", plan.memory());
            workshop.levels().at(document, key).ifPresent(level -> answer.put("level", level.shrink()));
        }
    }
}
