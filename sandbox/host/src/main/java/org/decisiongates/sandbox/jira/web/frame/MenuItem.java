package org.decisiongates.sandbox.jira.web.frame;

import org.decisiongates.sandbox.host.WebItem;

/** One entry of a menu of the frame. */
public record MenuItem(String id, String label, String url, String icon, boolean selected) {

    static MenuItem of(WebItem item, String selected) {
        String icon = item.params().getOrDefault("iconClass", "aui-iconfont-addon");
        return new MenuItem(item.id(), item.label(), item.url(), icon,
                item.completeKey().equals(selected) || !item.id().isEmpty() && item.id().equals(selected));
    }
}
