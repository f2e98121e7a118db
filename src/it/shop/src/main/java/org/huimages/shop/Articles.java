package org.huimages.shop;

import org.springframework.data.jpa.repository.JpaRepository;

/// The articles, by number.
interface Articles extends JpaRepository<Article, Integer> {}
