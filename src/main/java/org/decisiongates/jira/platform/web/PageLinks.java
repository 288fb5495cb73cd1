package org.decisiongates.jira.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import org.decisiongates.page.view.LinkView;

/**
 * What leads from one part of a list to the part before it, named {@code previous}, and to the one behind it, named {@code next}.
 *
 * @param address  of the part that leaves out so many entries
 * @param previous what the first link says
 * @param next     what the other one says
 */
public record PageLinks(IntFunction<String> address, String previous, String next) {

    /**
     * The links of a part; none where there is nothing before it or behind it.
     *
     * @param start how many entries come before this part
     * @param size  how many a part has
     * @param all   how many there are
     */
    public List<LinkView> of(int start, int size, int all) {
        List<LinkView> links = new ArrayList<>();
        if (start > 0) {
            links.add(new LinkView(previous, address.apply(Math.max(0, start - size)), "previous"));
        }
        if (start + size < all) {
            links.add(new LinkView(next, address.apply(start + size), "next"));
        }
        return links;
    }
}
