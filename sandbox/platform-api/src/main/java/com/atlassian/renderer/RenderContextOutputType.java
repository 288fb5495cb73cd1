package com.atlassian.renderer;

public interface RenderContextOutputType {
    String PREVIEW = "preview";
    String DISPLAY = "display";
    String WORD = "word";
    String PDF = "pdf";
    String HTML_EXPORT = "html_export";
    String FEED = "feed";
    String EMAIL = "email";
}
