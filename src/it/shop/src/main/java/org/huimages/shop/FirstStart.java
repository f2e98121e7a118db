package org.huimages.shop;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.huimages.client.HuImages;
import org.huimages.client.Upload;
import org.huimages.url.ImageId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/// Fills the shop, once: with 200 articles, or as many as `shop.articles` says. They are uploaded several at a time.
@Component
class FirstStart implements ApplicationRunner {
    private static final int AT_ONCE = 8;
    private static final List<String> LOOKS = List.of("Tall", "Round", "Blue", "Plain", "Old", "Small & fine", "Heavy");
    private static final List<String> THINGS = List.of("vase", "bowl", "jug", "lamp", "bottle");

    private final Articles articles;
    private final HuImages images;
    private final int wanted;

    FirstStart(Articles articles, HuImages images, @Value("${shop.articles}") int wanted) {
        this.articles = articles;
        this.images = images;
        this.wanted = wanted;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (articles.count() == 0) {
            try (ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE)) {
                List<CompletableFuture<Article>> made = IntStream.rangeClosed(1, wanted)
                        .mapToObj(number -> CompletableFuture.supplyAsync(() -> made(number), hands))
                        .toList();
                articles.saveAll(made.stream().map(CompletableFuture::join).toList());
            }
        }
    }

    private Article made(int number) {
        String name = LOOKS.get(number % LOOKS.size()) + " " + THINGS.get(number % THINGS.size()) + " no. " + number;
        ImageId picture = images.saveImage(Upload.of(ProductPicture.jpeg(number), number + ".jpg")
                        .title(name)
                        .reference("artnr", Integer.toString(number)))
                .id();
        return new Article(number, name, BigDecimal.valueOf(number * 137L % 9000 + 490, 2), picture);
    }
}
