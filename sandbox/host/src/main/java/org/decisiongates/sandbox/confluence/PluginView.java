package org.decisiongates.sandbox.confluence;

import java.util.Optional;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.pages.AbstractPage;
import com.atlassian.confluence.security.PermissionManager;
import com.atlassian.confluence.spaces.Space;
import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.user.User;

import org.decisiongates.sandbox.confluence.macro.SandboxPage;
import org.decisiongates.sandbox.confluence.model.Permission;
import org.decisiongates.sandbox.confluence.model.Wiki;
import org.decisiongates.sandbox.host.NotInSandbox;

/** The services that tell plugins about pages and spaces; what is not written here is refused by name. */
public final class PluginView {

    private final Wiki wiki;

    PluginView(Wiki wiki) {
        this.wiki = wiki;
    }

    /** Plays {@code ContentEntityManager}. */
    public final class Contents {

        /** The page with that id, whoever asks, as in the product; {@code null} when there is none. */
        public ContentEntityObject getById(long id) {
            Optional<SandboxPage> page = wiki.pages().find(id).map(SandboxPage::new);
            return page.orElse(null);
        }
    }

    /** Plays {@code PageManager}. */
    public final class PagesForPlugins {

        /** The page with that id, whoever asks, as in the product; {@code null} when there is none. */
        public AbstractPage getAbstractPage(long id) {
            Optional<SandboxPage> page = wiki.pages().find(id).map(SandboxPage::new);
            return page.orElse(null);
        }
    }

    /** Plays {@code PermissionManager}, for viewing pages. */
    public final class Permissions {

        /** Whether {@code user}, or an anonymous reader for {@code null}, may see the page. */
        public boolean hasPermission(User user, com.atlassian.confluence.security.Permission permission, Object target) {
            if (permission != com.atlassian.confluence.security.Permission.VIEW || !(target instanceof SandboxPage page)) {
                throw new NotInSandbox(PermissionManager.class, "hasPermission for " + target);
            }
            Optional<String> viewer = Optional.ofNullable(user).map(one -> ((ConfluenceUser) one).getKey().getStringValue());
            return wiki.page(page.getId(), viewer, Permission.VIEW).isPresent();
        }
    }

    /** Plays {@code SpaceManager}. */
    public final class SpacesForPlugins {

        /** The space with that key; {@code null} when there is none. */
        public Space getSpace(String key) {
            return wiki.spaces().find(key).map(SandboxSpace::new).orElse(null);
        }
    }

    /** A space as plugins see it. */
    private static final class SandboxSpace extends Space {

        private final org.decisiongates.sandbox.confluence.model.Space space;

        private SandboxSpace(org.decisiongates.sandbox.confluence.model.Space space) {
            this.space = space;
        }

        @Override
        public String getKey() {
            return space.key();
        }

        @Override
        public String getName() {
            return space.name();
        }
    }
}
