package com.atlassian.renderer;

public class RenderContext implements RenderContextOutputType {
    private String outputType = DISPLAY;

    public RenderContext() {
    }

    public void setOutputType(String outputType) {
        this.outputType = outputType;
    }
}
