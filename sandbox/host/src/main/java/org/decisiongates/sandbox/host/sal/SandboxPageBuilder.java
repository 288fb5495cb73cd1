package org.decisiongates.sandbox.host.sal;

import com.atlassian.webresource.api.assembler.RequiredResources;
import com.atlassian.webresource.api.assembler.WebResourceAssembler;

import org.decisiongates.sandbox.host.Strict;
import org.decisiongates.sandbox.host.WebResources;

/** Lets plugins ask for their scripts and styles on the page that is being rendered. */
public record SandboxPageBuilder(WebResources resources) {

    public WebResourceAssembler assembler() {
        return Strict.of(WebResourceAssembler.class, new Assembler(resources));
    }

    /** What the current page needs. */
    public record Assembler(WebResources all) {

        public RequiredResources resources() {
            return Strict.of(RequiredResources.class, new Required(all));
        }
    }

    /** Keys and contexts to require. */
    public record Required(WebResources all) {

        public RequiredResources requireWebResource(String moduleKey) {
            all.require(moduleKey);
            return Strict.of(RequiredResources.class, this);
        }

        public RequiredResources requireContext(String context) {
            all.requireContext(context);
            return Strict.of(RequiredResources.class, this);
        }
    }
}
