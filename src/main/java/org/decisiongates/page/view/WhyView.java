package org.decisiongates.page.view;

import java.util.List;

/** The issues behind a number, collapsed at first. */
public record WhyView(String question, String answer, List<LinkView> issues) {

    public WhyView {
        issues = List.copyOf(issues);
    }
}
