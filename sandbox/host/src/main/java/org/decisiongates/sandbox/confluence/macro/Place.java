package org.decisiongates.sandbox.confluence.macro;

import java.util.Optional;

import com.atlassian.confluence.content.render.xhtml.ConversionContextOutputType;

import org.decisiongates.sandbox.confluence.model.Page;
import org.decisiongates.sandbox.confluence.storage.Outline;

/**
 * Where a macro stands while it is rendered.
 *
 * @param page     the page; empty while a new page is previewed
 * @param spaceKey key of its space
 * @param output   what the rendering is for
 * @param outline  the headings around it
 */
public record Place(Optional<Page> page, String spaceKey, ConversionContextOutputType output, Outline outline) {
}
