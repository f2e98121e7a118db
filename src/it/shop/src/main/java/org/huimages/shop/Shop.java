package org.huimages.shop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The application.
@SpringBootApplication
public class Shop {
    /// For Spring.
    public Shop() {}

    public static void main(String[] arguments) {
        SpringApplication.run(Shop.class, arguments);
    }
}
