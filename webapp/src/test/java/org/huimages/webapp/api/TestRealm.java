package org.huimages.webapp.api;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.apache.catalina.realm.GenericPrincipal;
import org.apache.catalina.realm.RealmBase;
import org.jspecify.annotations.Nullable;

/// A handful of users; everybody's password is his name backwards.
final class TestRealm extends RealmBase {
    static final String READER = "rita";
    static final String EDITOR = "ann";
    static final String OTHER_EDITOR = "bob";
    static final String ADMIN = "root";
    static final String MONITOR = "mona";

    private static final Map<String, String> ROLES = Map.of(
            READER,
            "huimages-reader",
            EDITOR,
            "huimages-editor",
            OTHER_EDITOR,
            "huimages-editor",
            ADMIN,
            "huimages-admin",
            MONITOR,
            "huimages-monitor");

    static String password(String user) {
        return new StringBuilder(user).reverse().toString();
    }

    @Override
    protected @Nullable String getPassword(String user) {
        return ROLES.containsKey(user) ? password(user) : null;
    }

    @Override
    protected @Nullable Principal getPrincipal(String user) {
        String role = ROLES.get(user);
        return role == null ? null : new GenericPrincipal(user, List.of(role));
    }
}
