package org.decisiongates.sandbox.confluence.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Turns resource identifiers ({@code ri:page}, {@code ri:user}, …) into links, pictures and parameter values. */
final class ResourceLinks {

    private final Surroundings around;

    ResourceLinks(Surroundings around) {
        this.around = around;
    }

    void link(Element link, Function<Element, String> bodies, StringBuilder out) {
        Element target = link.elements().filter(child -> child.name().startsWith("ri:")).findFirst().orElse(link);
        String body = link.first("ac:link-body").map(bodies)
                .or(() -> link.first("ac:plain-text-link-body").map(plain -> Html.escape(plain.text())))
                .orElseGet(() -> Html.escape(caption(target)));
        String href = href(target);
        String anchor = link.attribute("ac:anchor");
        if (!anchor.isEmpty()) {
            href = href + "#" + anchor;
        }
        if (href.isEmpty()) {
            out.append("<span class=\"unresolved\">").append(body).append("</span>");
        } else {
            String style = target.name().equals("ri:user") ? "confluence-userlink" : "confluence-link";
            out.append("<a class=\"").append(style).append("\" href=\"").append(Html.escape(href)).append("\">").append(body)
                    .append("</a>");
        }
    }

    void image(Element image, StringBuilder out) {
        String address = image.first("ri:url").map(url -> url.attribute("ri:value")).orElse("");
        String alternative = image.attribute("ac:alt");
        if (!address.isEmpty() && Html.isSafeAddress(address) && !address.startsWith("mailto:")) {
            out.append("<img class=\"confluence-embedded-image\" src=\"").append(Html.escape(address.strip())).append("\" alt=\"")
                    .append(Html.escape(alternative)).append("\"/>");
        } else {
            String name = image.first("ri:attachment").map(attachment -> attachment.attribute("ri:filename")).orElse(alternative);
            out.append("<span class=\"unresolved\">").append(Html.escape(name)).append("</span>");
        }
    }

    /** The value of a macro parameter: its text, or what its resource identifiers name, joined by commas. */
    String value(Element parameter) {
        List<String> named = new ArrayList<>();
        collect(parameter, named);
        return named.isEmpty() ? parameter.text() : String.join(",", named);
    }

    private void collect(Element element, List<String> named) {
        element.elements().forEach(child -> {
            if (child.name().startsWith("ri:")) {
                named.add(name(child));
            } else {
                collect(child, named);
            }
        });
    }

    private String name(Element target) {
        return switch (target.name()) {
            case "ri:page", "ri:blog-post" -> {
                String space = target.attribute("ri:space-key");
                yield space.isEmpty() ? target.attribute("ri:content-title") : space + ":" + target.attribute("ri:content-title");
            }
            case "ri:user" -> around.loginName(target.attribute("ri:userkey")).orElse("");
            case "ri:space" -> target.attribute("ri:space-key");
            case "ri:attachment" -> target.attribute("ri:filename");
            case "ri:url" -> target.attribute("ri:value");
            default -> "";
        };
    }

    private String href(Element target) {
        return switch (target.name()) {
            case "ri:page", "ri:blog-post" ->
                around.pageHref(target.attribute("ri:space-key"), target.attribute("ri:content-title")).orElse("");
            case "ri:space" -> around.spaceHref(target.attribute("ri:space-key"));
            case "ri:url" -> Html.isSafeAddress(target.attribute("ri:value")) ? target.attribute("ri:value").strip() : "";
            default -> "";
        };
    }

    private String caption(Element target) {
        return switch (target.name()) {
            case "ri:user" -> around.personName(target.attribute("ri:userkey")).orElse("Unknown User");
            case "ri:page", "ri:blog-post" -> target.attribute("ri:content-title");
            case "ri:space" -> target.attribute("ri:space-key");
            case "ri:attachment" -> target.attribute("ri:filename");
            case "ri:url" -> target.attribute("ri:value");
            default -> target.attribute("ac:anchor");
        };
    }
}
