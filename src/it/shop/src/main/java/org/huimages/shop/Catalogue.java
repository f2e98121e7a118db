package org.huimages.shop;

import org.huimages.client.HuImages;
import org.huimages.client.HuImagesException;
import org.huimages.spring.MultipartUpload;
import org.huimages.url.ImageId;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The pages: a list, an article, a form for another picture of it.
@Controller
class Catalogue {
    private final Articles articles;
    private final HuImages images;

    Catalogue(Articles articles, HuImages images) {
        this.articles = articles;
        this.images = images;
    }

    @GetMapping("/")
    String list(@PageableDefault(size = 24, sort = "number") Pageable wanted, Model model) {
        Page<Article> page = articles.findAll(wanted);
        images.prepare(page.map(Article::getPicture).map(ImageId::text).toList()); // one call for all of them
        model.addAttribute("page", page);
        return "list";
    }

    @GetMapping("/articles/{number}")
    String article(@PathVariable int number, Model model) {
        model.addAttribute("article", find(number));
        return "article";
    }

    @PostMapping("/articles/{number}/picture")
    String picture(@PathVariable int number, @RequestParam MultipartFile file, RedirectAttributes next) {
        Article article = find(number);
        try {
            article.setPicture(images.saveImage(MultipartUpload.of(file)
                            .title(article.getName())
                            .reference("artnr", Integer.toString(number)))
                    .id());
            articles.save(article);
        } catch (HuImagesException refused) {
            next.addFlashAttribute("refused", refused.getMessage());
        }
        return "redirect:/articles/" + number;
    }

    private Article find(int number) {
        return articles.findById(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
