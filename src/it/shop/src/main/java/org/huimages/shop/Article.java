package org.huimages.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import org.huimages.url.ImageId;

/// What the shop sells. Of its picture only the ID is kept.
@Entity
public class Article {
    private @Id int number;
    private String name = "";
    private BigDecimal price = BigDecimal.ZERO;
    private ImageId picture;

    /// For JPA, which fills in everything.
    @SuppressWarnings("NullAway.Init")
    protected Article() {}

    Article(int number, String name, BigDecimal price, ImageId picture) {
        this.number = number;
        this.name = name;
        this.price = price;
        this.picture = picture;
    }

    public int getNumber() {
        return number;
    }

    public String getName() {
        return name;
    }

    public BigDecimal getPrice() {
        return price;
    }

    public ImageId getPicture() {
        return picture;
    }

    void setPicture(ImageId newPicture) {
        picture = newPicture;
    }
}
