package org.decisiongates.page.view;

import java.util.List;

/**
 * A person beside whose name a picture stands.
 *
 * @param initials what stands in place of a picture; empty for a name without a letter
 * @param picture  address of the picture; empty for none
 * @param profile  the way to what the host says of the person; none where that is not known
 */
public record PersonView(String initials, String picture, List<LinkView> profile) {

    public PersonView {
        profile = List.copyOf(profile);
    }
}
