package org.huimages.spring;

import java.util.List;
import java.util.Optional;
import org.huimages.client.HuImages;
import org.huimages.url.ImageId;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;

/// An application, as somebody would write it.
@SpringBootConfiguration
@EnableAutoConfiguration
@Controller
class Gallery {
    static final String ID = "3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ01";

    static final String DOCUMENT = """
            {"id":"%s","width":1000,"height":750,"contentType":"image/jpeg","filename":"IMG.JPG",
            "titles":["A \\"waterfall\\""],"formats":["jpeg","webp"],"focalRev":0}""".formatted(ID);

    private final HuImages images;

    Gallery(HuImages images) {
        this.images = images;
    }

    @GetMapping("/pictures")
    String pictures(@RequestParam String text, Model model) {
        ImageId id = new ImageId(ID);
        model.addAttribute("id", ID);
        model.addAttribute("size", "75x75!");
        model.addAttribute("text", text);
        model.addAttribute("maybe", Optional.of(id));
        model.addAttribute("none", Optional.empty());
        model.addAttribute("list", List.of(ID, id, images.imageInfo(ID).orElseThrow()));
        return "pictures";
    }

    @GetMapping("/of/{id}")
    @ResponseBody
    String picture(@PathVariable ImageId id, @RequestParam Optional<ImageId> other) {
        return id.cluster() + other.map(ImageId::cluster).orElse("");
    }

    /// As other programs send and get it.
    record Shown(int number, ImageId picture) {}

    @PostMapping("/json")
    @ResponseBody
    Shown next(@RequestBody Shown shown) {
        return new Shown(shown.number + 1, shown.picture);
    }

    @PostMapping("/upload")
    @ResponseBody
    String upload(@RequestParam MultipartFile file) {
        return images.saveImage(MultipartUpload.of(file).title("A waterfall"))
                .id()
                .text();
    }
}
