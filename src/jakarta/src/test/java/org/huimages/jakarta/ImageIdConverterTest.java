package org.huimages.jakarta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.util.List;
import org.huimages.url.ImageId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Entities with pictures, in Hibernate and a database.
class ImageIdConverterTest {
    private static final ImageId ID = new ImageId("3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ01");

    /// @param named whether the application names the converter, as it has to where JPA is not Hibernate
    private static EntityManagerFactory shop(boolean named) {
        PersistenceConfiguration shop = new PersistenceConfiguration("shop")
                .managedClass(Article.class)
                .property(PersistenceConfiguration.JDBC_URL, "jdbc:h2:mem:")
                .property(PersistenceConfiguration.SCHEMAGEN_DATABASE_ACTION, "create");
        return (named ? shop.managedClass(ImageIdConverter.class) : shop).createEntityManagerFactory();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anIdIsKeptAsItsCharactersAndFoundByThem(boolean named) {
        try (EntityManagerFactory shop = shop(named)) {
            shop.runInTransaction(session -> {
                session.persist(new Article(1, ID));
                session.persist(new Article(2, null));
            });
            shop.runInTransaction(session -> {
                assertEquals(List.of(ID.text()), column(session, 1));
                assertEquals(ID, session.find(Article.class, 1).picture);
                assertNull(session.find(Article.class, 2).picture);
                assertEquals(
                        1,
                        session.createQuery("select number from Article where picture = :id", Integer.class)
                                .setParameter("id", ID)
                                .getSingleResult());
            });
        }
    }

    private static List<?> column(EntityManager session, int number) {
        return session.createNativeQuery("select picture from Article where number = " + number, String.class)
                .getResultList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a picture", "3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ0"})
    void whatIsNoIdIsNotTakenForOne(String text) {
        try (EntityManagerFactory shop = shop(false)) {
            shop.runInTransaction(session -> {
                session.createNativeQuery("insert into Article (number, picture) values (1, :text)")
                        .setParameter("text", text)
                        .executeUpdate();
                assertThrows(IllegalArgumentException.class, () -> session.find(Article.class, 1));
            });
        }
    }
}
